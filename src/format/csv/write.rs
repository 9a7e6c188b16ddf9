//! Writes a glossary as a table: one row for each text, so that every field has a cell of its own.

use crate::model::{Concept, TermEntry};

use super::table::push_record;

/// The first row.
pub(super) const HEAD: [&str; 5] = ["term", "locale", "field", "variant", "text"];

/// The whole table. Rows of the field `form` have what chooses them in `variant`; a `*` marks the default.
pub fn write_csv(concepts: &[Concept]) -> String {
    let mut text = String::new();
    push_record(&mut text, &HEAD);
    for concept in concepts {
        for (locale, entry) in &concept.locales {
            let mut row = |field: &str, variant: &str, value: &str| {
                push_record(&mut text, &[&concept.name, locale.as_str(), field, variant, value]);
            };
            for form in &entry.forms {
                let mark = if form.default && !form.keys.is_empty() { "*" } else { "" };
                row("form", &format!("{mark}{}", form.variant()), &form.text);
            }
            for name in TermEntry::ATTRIBUTES {
                entry.attribute(name).into_iter().flatten().for_each(|value| row(name, "", value));
            }
            entry.comments.iter().for_each(|line| row("comment", "", line));
            entry.pattern.iter().for_each(|pattern| row("pattern", "", pattern));
        }
    }
    text
}
