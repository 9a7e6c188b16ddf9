//! What a rule is, and what it sees.

use std::sync::Arc;

use crate::base::{Locale, Severity};
use crate::engine::glossary::{Glossary, Judgement, Occurrence};
use crate::engine::render::Terms;
use crate::format::fluent::{EntryPlaces, ReferencePlace};

use super::finding::Finding;

/// A rule of `tarjuman check`.
///
/// Its level is `error` where the text cannot be published, `warning` where somebody has to look at it, `note` where it is worth
/// knowing; a project may say otherwise (`[check]` in `tarjuman.toml`).
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name; `tarjuman explain NAME` has its page.
    pub id: &'static str,
    /// How much its findings matter unless the project says otherwise.
    pub level: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// What it looks at.
    pub scope: Scope,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// A translation and its source.
    Unit(fn(&UnitSides<'_>) -> Vec<Finding>),
    /// A glossary file, and a translation.
    Glossary(fn(&GlossaryFile<'_>) -> Vec<Finding>),
    /// Both.
    Both(fn(&UnitSides<'_>) -> Vec<Finding>, fn(&GlossaryFile<'_>) -> Vec<Finding>),
    /// What people say of the other rules' findings.
    Ignores,
}

/// A translation and its source, as rules see them.
#[derive(Debug, Clone, Copy)]
pub struct UnitSides<'a> {
    /// The terms in the source text; of a stale unit only those that were in it when it was translated.
    pub occurrences: &'a [Occurrence<'a>],
    /// How the translation renders them.
    pub judgement: &'a Judgement,
    /// The references in the translation, with their places in the catalog.
    pub references: &'a [ReferencePlace],
    /// The terms of the locale.
    pub terms: &'a LocaleTerms,
}

/// A glossary file, as rules see it.
#[derive(Debug, Clone, Copy)]
pub struct GlossaryFile<'a> {
    /// Its entries, with the places of their references.
    pub entries: &'a [EntryPlaces],
    /// The terms of the locale.
    pub terms: &'a LocaleTerms,
}

/// The terms that texts of one locale may refer to.
#[derive(Debug)]
pub struct LocaleTerms {
    /// The locale.
    pub locale: Locale,
    /// Its own glossary.
    pub own: Arc<Glossary>,
    /// The source locale's glossary.
    pub source: Arc<Glossary>,
    /// The locales whose glossaries stand in for what it lacks, in order.
    pub fallbacks: Vec<Locale>,
    /// Its own terms, then those of the fallbacks, as references are resolved.
    pub table: Terms,
}

impl<'a> UnitSides<'a> {
    /// Occurrences with how they are rendered, each term once, at its first place.
    pub fn terms_once(&self) -> impl Iterator<Item = (&'a Occurrence<'a>, &'a crate::engine::glossary::Presence)> {
        let (occurrences, judgement) = (self.occurrences, self.judgement);
        let first = |at: usize| !occurrences[..at].iter().any(|before| before.term() == occurrences[at].term());
        let all = occurrences.iter().zip(&judgement.presences).enumerate();
        all.filter(move |(at, _)| first(*at)).map(|(_, pair)| pair)
    }
}
