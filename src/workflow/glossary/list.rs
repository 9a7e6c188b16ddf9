//! `glossary list`: every term with its renderings, and which languages have none.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::Locale;
use crate::format::fluent::TermFile;
use crate::model::TermEntry;
use crate::project::Project;
use crate::workflow::Error;

use super::files::{self, GlossaryFile};

/// The terms of a project.
#[derive(Debug, Clone, Serialize)]
pub struct ListReport {
    /// The terms, in the order of the source glossary; those that it does not have come last.
    pub terms: Vec<ListedTerm>,
}

/// One term.
#[derive(Debug, Clone, Serialize)]
pub struct ListedTerm {
    /// Its name, without `-`.
    pub term: String,
    /// What the glossaries say of it, the source locale first.
    pub entries: Vec<LocaleTerm>,
    /// The locales whose glossary has no such term; none for a term that is not to be translated.
    pub missing: Vec<Locale>,
}

/// A term in one locale.
#[derive(Debug, Clone, Serialize)]
pub struct LocaleTerm {
    /// The locale.
    pub locale: Locale,
    /// The glossary file.
    pub path: String,
    /// Where in it, counted from 1.
    pub line: usize,
    /// What the file says of it.
    #[serde(flatten)]
    pub entry: TermEntry,
}

impl Project {
    /// Lists the terms of the glossaries, in `locales` (all of the project's if empty).
    ///
    /// # Errors
    /// When a locale is unknown or a glossary cannot be read.
    pub fn list_terms(&self, locales: &[Locale]) -> Result<ListReport, Error> {
        locales.iter().try_for_each(|locale| files::require_known(self, locale))?;
        let wanted = |locale: &Locale| locales.is_empty() || locales.contains(locale);
        let all: Vec<GlossaryFile> =
            self.locales().iter().map(|locale| GlossaryFile::load(self, locale)).collect::<Result<_, _>>()?;
        let mut names: Vec<&String> = Vec::new();
        let mut seen = BTreeSet::new();
        for (name, _) in all.iter().flat_map(|file| &file.entries) {
            if seen.insert(name) {
                names.push(name);
            }
        }
        let shown: Vec<Shown<'_>> = all.iter().filter(|file| wanted(&file.locale)).map(Shown::of).collect();
        let source = all.first();
        let listed = |name: &String| {
            let entries: Vec<LocaleTerm> = shown.iter().filter_map(|file| file.entry(name)).collect();
            let kept = source.and_then(|file| file.entry(name)).is_some_and(|entry| entry.translate == ["no"]);
            let has = |locale: &Locale| entries.iter().any(|entry| entry.locale == *locale);
            let missing = shown.iter().map(|file| &file.file.locale).filter(|locale| !kept && !has(locale)).cloned().collect();
            ListedTerm { term: name.clone(), missing, entries }
        };
        Ok(ListReport { terms: names.into_iter().map(listed).collect() })
    }
}

/// A glossary with the lines of its terms.
pub(super) struct Shown<'f> {
    pub file: &'f GlossaryFile,
    by_name: std::collections::HashMap<&'f str, (&'f TermEntry, usize)>,
}

impl<'f> Shown<'f> {
    /// Counts the lines of a file.
    pub fn of(file: &'f GlossaryFile) -> Self {
        let places = TermFile::read(file.text.as_deref().unwrap_or_default());
        let lines = places.positions();
        let entry = |(name, entry): &'f (String, TermEntry)| {
            (name.as_str(), (entry, lines.get(name.as_str()).map_or(0, |position| position.line)))
        };
        let by_name = file.entries.iter().map(entry).collect();
        Self { file, by_name }
    }

    /// A term as it is listed.
    pub fn entry(&self, name: &str) -> Option<LocaleTerm> {
        let (entry, line) = *self.by_name.get(name)?;
        Some(LocaleTerm { locale: self.file.locale.clone(), path: self.file.path.clone(), line, entry: entry.clone() })
    }
}
