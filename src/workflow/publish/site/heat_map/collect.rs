//! What stands in the map: figures and edits of every article in every locale.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::model::Freshness;
use crate::project::{ArticleName, Project};
use crate::workflow::article::{ArticlePlan, PlanOptions, TargetPlan};
use crate::workflow::status::passes;
use crate::workflow::{Counts, Error, StatusOptions, planning, unit_edits};

use super::super::words::Words;
use super::write;

/// The map, and what is wrong with what it shows.
#[derive(Debug, Clone, Serialize)]
pub struct HeatMap {
    /// The page.
    pub html: String,
    /// Whether every translation in it is current, and nothing is wrong or waiting for a sync.
    pub is_fresh: bool,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// An article in the map.
pub(super) struct Row {
    pub article: String,
    pub title: String,
    /// All its cells together.
    pub total: Counts,
    pub cells: BTreeMap<Locale, Cell>,
}

/// An article in one locale.
pub(super) struct Cell {
    pub counts: Counts,
    /// The edits behind its stale units, as HTML.
    pub edits: String,
}

impl Project {
    /// The table that `status` prints, as a page with the edits behind it.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or an article or locale is unknown.
    pub fn heat_map(&self, options: &StatusOptions) -> Result<HeatMap, Error> {
        let names = planning::select(self, &options.articles)?;
        options.locales.iter().try_for_each(|locale| planning::require_locale(self, locale))?;
        let (words, faults) = Words::load(self, &self.config.source_locale)?;
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| {
            let row = planned.plan.as_ref().map(|plan| self.row(plan, &planned.name, options, &words));
            let unsynced = planned.plan.as_ref().map_or(0, ArticlePlan::unsynced);
            (row, unsynced, planned.diagnostics)
        })?;
        let mut diagnostics = visited.diagnostics;
        diagnostics.extend(faults);
        let (mut rows, mut unsynced) = (Vec::new(), 0);
        for (row, waiting, found) in visited.results {
            rows.extend(row.filter(|row| !row.cells.is_empty()));
            unsynced += waiting;
            diagnostics.extend(found);
        }
        if options.articles.is_empty() {
            diagnostics.extend(self.deserted_articles()?);
        }
        rows.sort_by_key(|row| (row.total.badness(), row.article.clone()));
        let left_out = leave_out(&mut rows, EDITS_BYTES);
        let locales: Vec<&Locale> =
            self.config.target_locales.iter().filter(|locale| rows.iter().any(|row| row.cells.contains_key(locale))).collect();
        let map = write::Map { rows: &rows, locales: &locales, unsynced, left_out, words: &words };
        let is_wrong = diagnostics.iter().any(|found| found.severity >= crate::base::Severity::Warning);
        let is_fresh = unsynced == 0 && !is_wrong && rows.iter().all(|row| row.total.is_fresh());
        Ok(HeatMap { html: write::page(&map), is_fresh, diagnostics })
    }

    fn row(&self, plan: &ArticlePlan, name: &ArticleName, options: &StatusOptions, words: &Words) -> Row {
        let wanted = |target: &&TargetPlan| {
            (options.locales.is_empty() || options.locales.contains(&target.locale)) && passes(target, options)
        };
        let wanted: Vec<&TargetPlan> = plan.targets.values().filter(wanted).collect();
        let mut edits = edits(plan, &wanted, &self.config.source_locale, words);
        let cell = |target: &&TargetPlan| {
            let edits = edits.remove(&target.locale).unwrap_or_default();
            (target.locale.clone(), Cell { counts: Counts::of(plan, target), edits })
        };
        let cells: BTreeMap<Locale, Cell> = wanted.iter().map(cell).collect();
        let mut total = Counts::default();
        cells.values().for_each(|cell| total.add(&cell.counts));
        let title = plan.source.article.units.iter().zip(&plan.source.units);
        let title = title.filter(|(unit, _)| unit.role == crate::model::Role::Title).map(|(_, unit)| unit.flat.clone()).next();
        Row { article: name.to_string(), title: title.unwrap_or_default(), total, cells }
    }
}

/// The edits behind the stale units of `targets`, as HTML: corrections first, then the gravest, then in reading order.
fn edits(plan: &ArticlePlan, targets: &[&TargetPlan], source: &Locale, words: &Words) -> BTreeMap<Locale, String> {
    let mut edits = Vec::new();
    for (at, unit) in plan.source.units.iter().enumerate() {
        let stale = targets.iter().filter(|target| target.units[at].judgement.freshness == Freshness::Stale);
        let stale: Vec<Locale> = stale.map(|target| target.locale.clone()).collect();
        if !stale.is_empty() {
            edits.extend(unit_edits(plan, at, unit, &stale));
        }
    }
    edits.sort_by_key(|edit| (!edit.correction, std::cmp::Reverse(edit.grade)));
    let mut written: BTreeMap<Locale, String> = BTreeMap::new();
    for edit in edits {
        // Languages that render the same older text see the same edit.
        let shown = write::edit(&edit, source, words);
        for translation in &edit.translations {
            let out = written.entry(translation.locale.clone()).or_default();
            out.push_str(&shown);
            out.push_str(&write::translation(translation, words));
        }
    }
    written
}

/// Bytes of edits on the page. A browser opens as much in about a second; ten times as much takes it several, and half a gigabyte.
const EDITS_BYTES: usize = 4 << 20;

/// Takes the edits out of all cells but the worst, so that `bytes` of them are left, or one cell's; gives how many lost theirs.
/// Of cells that are equally bad those of the worst articles stay; `rows` are sorted so.
fn leave_out(rows: &mut [Row], bytes: usize) -> usize {
    let cells = rows.iter_mut().flat_map(|row| row.cells.values_mut());
    let mut cells: Vec<&mut Cell> = cells.filter(|cell| !cell.edits.is_empty()).collect();
    cells.sort_by_key(|cell| cell.counts.badness());
    let mut sum = 0;
    let fits = |cell: &&&mut Cell| {
        sum += cell.edits.len();
        sum <= bytes
    };
    let kept = cells.iter().take_while(fits).count().max(1);
    let left_out = cells.into_iter().skip(kept);
    left_out.map(|cell| cell.edits = String::new()).count()
}
