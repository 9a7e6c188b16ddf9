//! What a glossary file says of each term, in words: to be listed, exchanged, and compared with what it shall say.

use fluent_syntax::ast::{Pattern, PatternElement};

use crate::base::Locale;
use crate::format::fluent::{self, CURRENT_INDENT, Message, TermFile, canonical, read_terms, write_term};
use crate::model::{TermEntry, TermForm};

use super::terms::Glossary;

/// Every term of `glossary/<locale>.ftl` by name, in file order; of two with one name the first.
pub fn entries(text: &str, locale: &Locale) -> Vec<(String, TermEntry)> {
    let (glossary, _) = Glossary::read(text, locale);
    let file = TermFile::read(text);
    let mut raw: std::collections::HashMap<String, fluent::Term> = std::collections::HashMap::new();
    for term in read_terms(text) {
        raw.entry(term.name.clone()).or_insert(term);
    }
    let entry = |name: &str, forms: &[super::Form]| {
        let form = |form: &super::Form| TermForm { keys: form.keys.clone(), default: form.default, text: form.text.clone() };
        let mut entry =
            TermEntry { forms: forms.iter().map(form).collect(), comments: file.comments(name), ..TermEntry::default() };
        let Some(raw) = raw.get(name) else { return entry };
        for attribute in &raw.attributes {
            let values = super::forms::values(&attribute.value);
            if let Some(own) = entry.attribute_mut(&attribute.id.name) {
                own.extend(values);
            }
        }
        if !says_all(name, &entry, &raw.value) {
            entry.pattern = file.value(name);
        }
        entry
    };
    glossary.terms().map(|term| (term.name.clone(), entry(&term.name, &term.forms))).collect()
}

/// Whether a value written from the forms of `entry` is the same to Fluent as `value`.
fn says_all(name: &str, entry: &TermEntry, value: &Pattern<String>) -> bool {
    if let ([form], [PatternElement::TextElement { value }]) = (entry.forms.as_slice(), value.elements.as_slice())
        && form.keys.is_empty()
        && form.text == *value
        && !value.contains(['\n', '\r', '\\'])
    {
        // A text on one line that came from behind a `=` can stand there again.
        return true;
    }
    let plain = TermEntry { forms: entry.forms.clone(), ..TermEntry::default() };
    let written = read_terms(&write_term(name, &plain));
    let same = |written: &Pattern<String>| canonical(&message(written)) == canonical(&message(value));
    matches!(written.as_slice(), [term] if term.attributes.is_empty() && same(&term.value))
}

fn message(value: &Pattern<String>) -> Message {
    Message { value: Some(value.clone()), attributes: Vec::new(), lines: Vec::new(), indent: CURRENT_INDENT }
}
