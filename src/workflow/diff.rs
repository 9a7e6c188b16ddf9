//! `diff`: for every stale unit the source edit word by word, beside the translations that still render the old text.

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::engine::diff::{self, Change};
use crate::engine::freshness;
use crate::model::{Freshness, Grade, SourceText};
use crate::project::Project;

use super::address::Address;
use super::article::{ArticlePlan, PlanOptions, SourceUnit, TargetUnit, Translated, changed_segments, segment_changes};
use super::{Error, planning};

/// What to compare.
#[derive(Debug, Clone, Default)]
pub struct DiffOptions {
    /// Articles or units; empty means all.
    pub addresses: Vec<Address>,
    /// The locales; empty means all targets.
    pub locales: Vec<Locale>,
}

/// The edits behind stale units.
#[derive(Debug, Clone, Serialize)]
pub struct DiffReport {
    /// One for each unit and each text that a translation still renders, in reading order.
    pub edits: Vec<UnitDiff>,
    /// Source edits that no sync has carried to the catalogs yet.
    pub unsynced: usize,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One source edit, and who still shows the text before it.
#[derive(Debug, Clone, Serialize)]
pub struct UnitDiff {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// How serious the edit is.
    pub grade: Grade,
    /// Whether the author called it a correction.
    pub correction: bool,
    /// The text before; `None` when nobody recorded what is rendered.
    pub old: Option<String>,
    /// Today's text.
    pub new: String,
    /// The edit, word by word; empty when the text before is unknown.
    pub words: Vec<WordChange>,
    /// Numbers, from 1, of today's segments that changed or are new.
    pub segments: Vec<usize>,
    /// How many segments today's text has.
    pub segment_count: usize,
    /// The translations that still render the old text.
    pub translations: Vec<StaleTranslation>,
}

/// A run of words in an edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordChange {
    /// `equal`, `delete` or `insert`.
    pub op: &'static str,
    /// The words.
    pub text: String,
}

/// A translation that renders an older source text.
#[derive(Debug, Clone, Serialize)]
pub struct StaleTranslation {
    /// Its locale.
    pub locale: Locale,
    /// Its lines as they stand in the catalog.
    pub lines: Vec<String>,
}

impl Project {
    /// Compares what stale translations render with today's source.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or an article, unit or locale is unknown.
    pub fn diff(&self, options: &DiffOptions) -> Result<DiffReport, Error> {
        let articles: Vec<String> = options.addresses.iter().map(|address| address.article.clone()).collect();
        let names = planning::select(self, &articles)?;
        options.locales.iter().try_for_each(|locale| planning::require_locale(self, locale))?;
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| {
            let edits = planned.plan.as_ref().map_or_else(|| Ok(Vec::new()), |plan| article_edits(plan, options));
            let unsynced = planned.plan.as_ref().map_or(0, ArticlePlan::unsynced);
            (edits, unsynced, planned.diagnostics)
        })?;
        let mut report = DiffReport { edits: Vec::new(), unsynced: 0, diagnostics: visited.diagnostics };
        for (edits, unsynced, diagnostics) in visited.results {
            report.edits.extend(edits?);
            report.unsynced += unsynced;
            report.diagnostics.extend(diagnostics);
        }
        Ok(report)
    }
}

fn article_edits(plan: &ArticlePlan, options: &DiffOptions) -> Result<Vec<UnitDiff>, Error> {
    for unit in options.addresses.iter().filter(|a| a.article == plan.name).filter_map(|a| a.unit.as_ref()) {
        planning::require_unit(plan, unit)?;
    }
    let covered =
        |unit: &SourceUnit| options.addresses.is_empty() || options.addresses.iter().any(|a| a.covers(&plan.name, &unit.id));
    let units = plan.source.units.iter().enumerate().filter(|(_, unit)| covered(unit));
    Ok(units.flat_map(|(at, unit)| unit_edits(plan, at, unit, &options.locales)).collect())
}

/// The edits of one unit: one for each older text that a translation renders.
fn unit_edits(plan: &ArticlePlan, at: usize, unit: &SourceUnit, locales: &[Locale]) -> Vec<UnitDiff> {
    let mut edits: Vec<(Option<SourceText>, UnitDiff)> = Vec::new();
    for target in plan.targets.values().filter(|target| locales.is_empty() || locales.contains(&target.locale)) {
        let translated = &target.units[at];
        if translated.judgement.freshness != Freshness::Stale {
            continue;
        }
        let known = edits.iter().position(|(base, _)| *base == translated.judgement.base);
        let index = known.unwrap_or_else(|| {
            edits.push((translated.judgement.base.clone(), unit_diff(&plan.name, unit, translated)));
            edits.len() - 1
        });
        if let Translated::Text(message) = &translated.translation {
            let stale = StaleTranslation { locale: target.locale.clone(), lines: message.lines.clone() };
            edits[index].1.translations.push(stale);
        }
    }
    edits.into_iter().map(|(_, edit)| edit).collect()
}

/// The edit from what a translation renders to today's text.
pub fn unit_diff(article: &str, unit: &SourceUnit, translated: &TargetUnit) -> UnitDiff {
    let judgement = &translated.judgement;
    let old = judgement.base.as_ref().map(freshness::flat);
    let changes = judgement.base.as_ref().map(|base| segment_changes(base, unit)).unwrap_or_default();
    let words = old.as_deref().map(|old| word_changes(old, &unit.flat)).unwrap_or_default();
    UnitDiff {
        article: article.to_owned(),
        unit: unit.id.to_string(),
        grade: judgement.grade.unwrap_or(Grade::Rewrite),
        correction: judgement.correction,
        old,
        new: unit.flat.clone(),
        words,
        segments: changed_segments(&changes).iter().map(|at| at + 1).collect(),
        segment_count: unit.text.segments.len(),
        translations: Vec::new(),
    }
}

/// A word diff with owned words.
pub fn word_changes(old: &str, new: &str) -> Vec<WordChange> {
    let change = |change: Change<'_>| match change {
        Change::Equal(text) => WordChange { op: "equal", text: text.to_owned() },
        Change::Delete(text) => WordChange { op: "delete", text: text.to_owned() },
        Change::Insert(text) => WordChange { op: "insert", text: text.to_owned() },
    };
    diff::words(old, new).into_iter().map(change).collect()
}
