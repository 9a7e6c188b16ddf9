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
        let locales: Vec<&Locale> =
            self.config.target_locales.iter().filter(|locale| rows.iter().any(|row| row.cells.contains_key(locale))).collect();
        let map = write::Map { rows: &rows, locales: &locales, unsynced, words: &words };
        let is_wrong = diagnostics.iter().any(|found| found.severity >= crate::base::Severity::Warning);
        let is_fresh = unsynced == 0 && !is_wrong && rows.iter().all(|row| row.total.is_fresh());
        Ok(HeatMap { html: write::page(&map), is_fresh, diagnostics })
    }

    fn row(&self, plan: &ArticlePlan, name: &ArticleName, options: &StatusOptions, words: &Words) -> Row {
        let wanted = |target: &&TargetPlan| {
            (options.locales.is_empty() || options.locales.contains(&target.locale)) && passes(target, options)
        };
        let cells: BTreeMap<Locale, Cell> = plan
            .targets
            .values()
            .filter(wanted)
            .map(|target| {
                let edits = write::edits(&stale(plan, target), &self.config.source_locale, &target.locale, words);
                (target.locale.clone(), Cell { counts: Counts::of(plan, target), edits })
            })
            .collect();
        let mut total = Counts::default();
        cells.values().for_each(|cell| total.add(&cell.counts));
        let title = plan.source.article.units.iter().zip(&plan.source.units);
        let title = title.filter(|(unit, _)| unit.role == crate::model::Role::Title).map(|(_, unit)| unit.flat.clone()).next();
        Row { article: name.to_string(), title: title.unwrap_or_default(), total, cells }
    }
}

/// The edits behind the stale units of one locale: corrections first, then the gravest, then in reading order.
fn stale(plan: &ArticlePlan, target: &TargetPlan) -> Vec<crate::workflow::UnitDiff> {
    let units = plan.source.units.iter().enumerate();
    let stale = units.filter(|(at, _)| target.units[*at].judgement.freshness == Freshness::Stale);
    let locale = std::slice::from_ref(&target.locale);
    let mut edits: Vec<_> = stale.flat_map(|(at, unit)| unit_edits(plan, at, unit, locale)).collect();
    edits.sort_by_key(|edit| (!edit.correction, std::cmp::Reverse(edit.grade)));
    edits
}
