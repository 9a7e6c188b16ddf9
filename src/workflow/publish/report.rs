//! What a run of `publish` says: for every article and locale whether it went out, and what kept it from that.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::model::Grade;
use crate::project::Project;
use crate::workflow::article::TargetPlan;

use super::localize::{is_stale, reason};
use super::policy::Decision;
use super::visit::Visited;

/// What went out and what did not.
#[derive(Debug, Clone, Serialize)]
pub struct PublishReport {
    /// One row for each article and locale.
    pub rows: Vec<PublishRow>,
    /// The folder published to.
    pub out: String,
    /// Paths of the files written (or, in a dry run, that would be), sorted.
    pub written: Vec<String>,
    /// Paths of the files removed because nothing produces them any more.
    pub removed: Vec<String>,
    /// Source edits that no sync has carried to the catalogs yet.
    pub unsynced: usize,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One article in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishRow {
    /// The article.
    pub article: String,
    /// The locale.
    pub locale: Locale,
    /// What became of it.
    pub outcome: Outcome,
    /// The number of the text that is out after the run among all that have been; `None` when none is.
    pub revision: Option<u32>,
    /// Units that go out although their source has changed.
    pub stale: Vec<PublishedStale>,
    /// Units for which the source text stands in.
    pub fallback: Vec<String>,
    /// Units left out.
    pub omitted: Vec<String>,
    /// What holds it back.
    pub held_back: Vec<HeldBack>,
    /// Whether it is held back while an earlier version is out and stays out.
    pub earlier_stays_out: bool,
}

/// What became of an article in a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It went out.
    Published,
    /// It is out already, byte for byte.
    Unchanged,
    /// It was held back.
    HeldBack,
    /// Its time has not come.
    Waiting,
    /// It was withdrawn and stays so until it is asked for.
    Withdrawn,
    /// An earlier text was put out again, and stays out until the latest is asked for.
    RolledBack,
}

/// A stale unit that goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishedStale {
    /// The unit.
    pub unit: String,
    /// How serious the source edit is.
    pub grade: Grade,
}

/// A unit that holds a locale back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldBack {
    /// The unit; empty when the whole article is meant.
    pub unit: String,
    /// Why.
    pub reason: String,
}

impl PublishReport {
    /// A report without rows.
    pub(super) fn new(out: String, diagnostics: Vec<Diagnostic>) -> Self {
        Self { rows: Vec::new(), out, written: Vec::new(), removed: Vec::new(), unsynced: 0, diagnostics }
    }

    /// Takes in what was found of the articles that were looked at, and what is remembered of the others.
    pub(super) fn take_in(
        &mut self,
        mut remembered: BTreeMap<String, (Vec<PublishRow>, usize)>,
        visited: &[Visited],
        project: &Project,
    ) {
        let mut found: BTreeMap<&str, &Visited> = visited.iter().map(|article| (article.name.as_str(), article)).collect();
        for article in &project.articles {
            if let Some((rows, unsynced)) = remembered.remove(article.name.as_str()) {
                self.rows.extend(rows);
                self.unsynced += unsynced;
            } else if let Some(visited) = found.remove(article.name.as_str()) {
                let number = |row: &PublishRow| visited.after.locales.get(&row.locale).map(|live| live.revision);
                self.rows.extend(visited.rows.iter().map(|row| PublishRow { revision: number(row), ..row.clone() }));
                self.unsynced += visited.unsynced;
                self.diagnostics.extend(visited.diagnostics.iter().cloned());
            }
        }
    }
}

/// A row of which nothing is known yet.
pub(super) fn empty_row(article: &str, locale: Locale) -> PublishRow {
    PublishRow {
        article: article.to_owned(),
        locale,
        outcome: Outcome::HeldBack,
        revision: None,
        stale: Vec::new(),
        fallback: Vec::new(),
        omitted: Vec::new(),
        held_back: Vec::new(),
        earlier_stays_out: false,
    }
}

/// A row that is held back for one reason.
pub(super) fn held_back(article: &str, locale: Locale, unit: &str, reason: &str) -> PublishRow {
    let held_back = vec![HeldBack { unit: unit.to_owned(), reason: reason.to_owned() }];
    PublishRow { held_back, ..empty_row(article, locale) }
}

/// Writes the decisions into a row: what is stale, stands in, is left out, or holds the locale back.
pub(super) fn describe(target: &TargetPlan, decisions: &[Decision], row: &mut PublishRow) {
    for (unit, decision) in target.units.iter().zip(decisions) {
        let id = unit.id.to_string();
        match decision {
            Decision::Refuse(rule) => row.held_back.push(HeldBack { unit: id, reason: reason(*rule, unit) }),
            Decision::Fallback => row.fallback.push(id),
            Decision::Omit => row.omitted.push(id),
            Decision::Translation if is_stale(unit, *decision) => {
                row.stale.push(PublishedStale { unit: id, grade: unit.judgement.grade.unwrap_or(Grade::Rewrite) });
            }
            Decision::Translation => {}
        }
    }
}
