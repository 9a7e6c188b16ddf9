//! `diff`: for every stale unit the source edit word by word, beside the translations that still render the old text.

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::engine::diff::{self, Change, SegmentChange};
use crate::engine::freshness;
use crate::engine::grade::FactChange;
use crate::format::fluent::read_lines;
use crate::model::{Freshness, Grade, SourceText, UnitText, flatten};
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
    /// One for each unit and each text that a translation still renders: corrections first, then in reading order.
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
    /// The facts that it changes, as the word lists of the source language see them.
    pub facts: Vec<FactChange>,
    /// What became of the segments that do not stand as they were, today's in order, then those that went.
    pub changes: Vec<SegmentEdit>,
    /// Words of today's segments that changed or are new.
    pub changed_words: usize,
    /// Numbers, from 1, of today's segments that changed or are new.
    pub segments: Vec<usize>,
    /// How many segments today's text has.
    pub segment_count: usize,
    /// The translations that still render the old text.
    pub translations: Vec<StaleTranslation>,
}

/// One segment that does not stand as it was.
#[derive(Debug, Clone, Serialize)]
pub struct SegmentEdit {
    /// `changed`, `new` or `gone`.
    pub change: &'static str,
    /// Its number in today's text, from 1; `None` if it went.
    pub segment: Option<usize>,
    /// Its number in the text before, from 1; `None` if it is new.
    pub was: Option<usize>,
    /// The edit, word by word.
    pub words: Vec<WordChange>,
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
    /// Its segments, from 1, that render what changed or went.
    pub touched: Vec<usize>,
    /// Whether that is an estimate: it has another number of segments than the text it renders.
    pub about: bool,
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
        report.edits.sort_by_key(|edit| !edit.correction);
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
pub fn unit_edits(plan: &ArticlePlan, at: usize, unit: &SourceUnit, locales: &[Locale]) -> Vec<UnitDiff> {
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
            let stale = stale_translation(&target.locale, &message.lines, translated.judgement.base.as_ref(), &edits[index].1);
            edits[index].1.translations.push(stale);
        }
    }
    edits.into_iter().map(|(_, edit)| edit).collect()
}

/// A translation with those of its segments that `edit` touches.
pub fn stale_translation(locale: &Locale, lines: &[String], base: Option<&SourceText>, edit: &UnitDiff) -> StaleTranslation {
    let target = read_lines(lines).unwrap_or_default();
    let flats =
        |text: &UnitText, placeables| text.segments.iter().map(|segment| flatten(segment, placeables)).collect::<Vec<_>>();
    let (mut touched, mut about) = (Vec::new(), false);
    if let Some(base) = base {
        let source = read_lines(&base.lines).unwrap_or_default();
        let pairing = diff::pair_segments(&flats(&source, &base.placeables), &flats(&target, &base.placeables));
        touched = edit.changes.iter().filter_map(|change| change.was).flat_map(|was| pairing.rendering(was - 1)).collect();
        touched.sort_unstable();
        touched.dedup();
        touched.iter_mut().for_each(|segment| *segment += 1);
        about = pairing.about;
    }
    StaleTranslation { locale: locale.clone(), lines: lines.to_vec(), touched, about }
}

/// What became of the segments that do not stand as they were.
fn segment_edits(base: &SourceText, unit: &SourceUnit, changes: &[SegmentChange]) -> Vec<SegmentEdit> {
    let old = read_lines(&base.lines).unwrap_or_default();
    let was = |at: usize| flatten(&old.segments[at], &base.placeables);
    let now = |at: usize| flatten(&unit.text.segments[at], &unit.today.placeables);
    let edit = |change, segment: Option<usize>, before: Option<usize>| SegmentEdit {
        change,
        segment: segment.map(|at| at + 1),
        was: before.map(|at| at + 1),
        words: word_changes(&before.map(was).unwrap_or_default(), &segment.map(now).unwrap_or_default()),
    };
    let edits = changes.iter().filter_map(|change| match *change {
        SegmentChange::Equal { .. } => None,
        SegmentChange::Changed { old, new, .. } => Some(edit("changed", Some(new), Some(old))),
        SegmentChange::Born { new } => Some(edit("new", Some(new), None)),
        SegmentChange::Gone { old } => Some(edit("gone", None, Some(old))),
    });
    edits.collect()
}

/// Words of today's segments that changed or are new; all words when it is not known which did.
pub fn changed_words(unit: &SourceUnit, base: Option<&SourceText>) -> usize {
    let Some(base) = base else { return super::words(&unit.flat) };
    let words = |at: usize| super::words(&flatten(&unit.text.segments[at], &unit.today.placeables));
    changed_segments(&segment_changes(base, unit)).into_iter().map(words).sum()
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
        facts: judgement.facts.clone(),
        changes: judgement.base.as_ref().map(|base| segment_edits(base, unit, &changes)).unwrap_or_default(),
        changed_words: changed_words(unit, judgement.base.as_ref()),
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
