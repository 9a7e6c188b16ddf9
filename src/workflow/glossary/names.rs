//! Which term of the glossary a concept of another program is, and what it is called if it is none yet.

use std::collections::{BTreeSet, HashMap};

use crate::base::{Fingerprint, Locale};
use crate::format::fluent;
use crate::model::{ForeignConcept, TermEntry};

use super::files::{self, GlossaryFile};

/// How many words of a text make a name.
const WORDS: usize = 6;
/// How many letters a name made of a text may have.
const LETTERS: usize = 60;

/// Gives each concept of a file a name; no two get the same.
pub(super) struct Naming<'f> {
    /// Whether ids are names, as in files of our own.
    own: bool,
    source: Locale,
    known: BTreeSet<&'f str>,
    /// Names by the texts of the source glossary.
    by_text: HashMap<String, &'f str>,
    taken: BTreeSet<String>,
}

impl<'f> Naming<'f> {
    /// Begins with what the glossaries have.
    pub fn new(files: &'f [GlossaryFile], source: &Locale, own: bool) -> Self {
        let known = files.iter().flat_map(|file| &file.entries).map(|(name, _)| name.as_str()).collect();
        let mut by_text = HashMap::new();
        for (name, entry) in files.iter().filter(|file| file.locale == *source).flat_map(|file| &file.entries) {
            for form in &entry.forms {
                by_text.entry(form.text.clone()).or_insert(name.as_str());
            }
        }
        Self { own, source: source.clone(), known, by_text, taken: BTreeSet::new() }
    }

    /// The name of a concept; `None` when an earlier concept of the file is the same term.
    pub fn name(&mut self, concept: &ForeignConcept, entries: &[(Locale, TermEntry)]) -> Option<String> {
        let id = concept.id.as_deref().map(files::bare_name).filter(|id| fluent::is_identifier(id));
        let text = entries.iter().find(|(locale, _)| *locale == self.source).and_then(|(_, entry)| entry.default_form());
        let same_text = || text.and_then(|form| self.by_text.get(&form.text)).map(|name| (*name).to_owned());
        let existing = id.filter(|id| self.known.contains(id)).map(str::to_owned).or_else(|| same_text().filter(|_| !self.own));
        if let Some(existing) = existing {
            return self.taken.insert(existing.clone()).then_some(existing);
        }
        let spoken = id.filter(|id| self.own || is_spoken(id)).map(str::to_owned);
        let any =
            || text.or_else(|| entries.first().and_then(|(_, entry)| entry.default_form())).map_or("", |form| form.text.as_str());
        let base = spoken.unwrap_or_else(|| slug(any()));
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let free = |name: &String| !self.known.contains(name.as_str()) && !self.taken.contains(name);
        let name = std::iter::once(base.clone()).chain(numbered).find(free).unwrap_or(base);
        self.taken.insert(name.clone());
        Some(name)
    }
}

/// Whether an id is a word and not a number that some database counted.
fn is_spoken(id: &str) -> bool {
    let letters = id.bytes().filter(u8::is_ascii_alphabetic).count();
    letters >= 3 && letters * 2 > id.len() && !id.ends_with(|c: char| c.is_ascii_digit())
}

/// A name made of the first words of a text.
fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).take(WORDS).collect();
    let mut name: String = words.join("-").chars().take(LETTERS).collect();
    if lower.chars().filter(|c| c.is_alphanumeric() && !c.is_ascii()).count() * 2 > lower.chars().count() || name.is_empty() {
        return format!("term-{}", Fingerprint::of(text).suffix());
    }
    name.truncate(name.trim_end_matches('-').len());
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("term-{name}") }
}
