//! `glossary find`: which terms a text holds or belongs to, in any locale and any form.

use serde::Serialize;

use crate::base::normalise;
use crate::model::TermEntry;
use crate::project::Project;
use crate::workflow::Error;

use super::files;
use super::list::{LocaleTerm, Shown};

/// What was found.
#[derive(Debug, Clone, Serialize)]
pub struct FoundTerms {
    /// The terms, by locale and then in the order of its glossary.
    pub found: Vec<FoundTerm>,
}

/// A term that was found.
#[derive(Debug, Clone, Serialize)]
pub struct FoundTerm {
    /// Its name, without `-`.
    pub term: String,
    /// Why: `name`, `form`, `also`, `forbidden` (the whole text is one), `inflected` (it holds the term in some form), `part` (it is
    /// a part of a text of the term).
    pub kind: &'static str,
    /// The text of the glossary, or what stands for it in the text that was looked for.
    pub text: String,
    /// What the glossary says.
    pub entry: LocaleTerm,
}

impl Project {
    /// Finds the terms that `text` holds, in whatever form, or that hold `text`, in every locale.
    ///
    /// # Errors
    /// When a glossary cannot be read.
    pub fn find_terms(&self, text: &str) -> Result<FoundTerms, Error> {
        let mut found = Vec::new();
        let needle = fold(text);
        if needle.is_empty() {
            return Err(Error::Refused { message: "there is no text to look for".to_owned(), help: String::new() });
        }
        for locale in self.locales() {
            let file = files::GlossaryFile::load(self, &locale)?;
            let shown = Shown::of(&file);
            let glossary = file.glossary(self)?;
            let held = glossary.occurrences(text, &glossary);
            for (name, entry) in &file.entries {
                let inflected = || held.iter().find(|held| held.term() == name).map(|held| ("inflected", held.text.clone()));
                let hit = exact(name, entry, &needle).or_else(inflected).or_else(|| part(entry, &needle));
                let Some(((kind, text), entry)) = hit.zip(shown.entry(name)) else { continue };
                found.push(FoundTerm { term: name.clone(), kind, text, entry });
            }
        }
        Ok(FoundTerms { found })
    }
}

/// Every text of an entry with what it is.
fn texts(entry: &TermEntry) -> impl Iterator<Item = (&'static str, &String)> {
    let forms = entry.forms.iter().map(|form| ("form", &form.text));
    forms.chain(entry.also.iter().map(|text| ("also", text))).chain(entry.forbidden.iter().map(|text| ("forbidden", text)))
}

fn exact(name: &str, entry: &TermEntry, needle: &str) -> Option<(&'static str, String)> {
    let named = (files::bare_name(needle) == name.to_lowercase()).then(|| ("name", name.to_owned()));
    let is_same = |(_, text): &(&'static str, &String)| fold(text) == *needle;
    texts(entry).find(is_same).map(|(kind, text)| (kind, text.clone())).or(named)
}

fn part(entry: &TermEntry, needle: &str) -> Option<(&'static str, String)> {
    texts(entry).find(|(_, text)| fold(text).contains(needle)).map(|(_, text)| ("part", text.clone()))
}

/// A text as it is compared: normalised and in lower case.
fn fold(text: &str) -> String {
    normalise(text).to_lowercase()
}
