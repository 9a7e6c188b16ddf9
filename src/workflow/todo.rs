//! `todo`: what one translator has to do, in reading order, with what is needed to do it.

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::model::{Freshness, Grade, State, UnitId};
use crate::project::Project;

use super::article::{ArticlePlan, PlanOptions, SourceUnit, TargetPlan, TargetUnit, Translated};
use super::diff::{UnitDiff, stale_translation, unit_diff};
use super::{Error, planning};

/// What kind of work is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Needs {
    /// Units to translate: missing, stale, rejected or unreadable.
    #[default]
    Translation,
    /// Current translations that nobody has reviewed, or whose sign-off no longer holds.
    Review,
}

/// What to list.
#[derive(Debug, Clone)]
pub struct TodoOptions {
    /// The locale.
    pub locale: Locale,
    /// The articles; empty means all.
    pub articles: Vec<String>,
    /// The kind of work.
    pub needs: Needs,
}

/// A translator's work.
#[derive(Debug, Clone, Serialize)]
pub struct TodoReport {
    /// The locale.
    pub locale: Locale,
    /// The units: those behind a correction first, then in reading order, articles by name.
    pub items: Vec<TodoItem>,
    /// Words of the source in them.
    pub words: usize,
    /// Source edits that no sync has carried to the catalogs yet.
    pub unsynced: usize,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One unit to work on.
#[derive(Debug, Clone, Serialize)]
pub struct TodoItem {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The catalog to work in.
    pub catalog: String,
    /// Why it is on the list: `missing`, `stale`, `rejected`, `unreadable`, `review` or `reopened`.
    pub why: &'static str,
    /// How serious the source edit is, for stale units.
    pub grade: Option<Grade>,
    /// The headings it stands under, outermost first.
    pub headings: Vec<String>,
    /// Today's source text, one string per line of the catalog.
    pub source: Vec<String>,
    /// What stands behind the placeables of the source text.
    pub placeables: Vec<Placeable>,
    /// What changed since the text that is rendered, for stale units.
    pub edit: Option<UnitDiff>,
    /// The translation there is, one string per line.
    pub target: Vec<String>,
    /// How the glossary says that the fixed terms in it are rendered, one line for each.
    pub terms: Vec<String>,
    /// Translations of units that this one came out of, resembles, or was in another article, as `UNIT: TEXT`.
    pub offers: Vec<String>,
    /// Notes of the author, answers, and why it was rejected.
    pub notes: Vec<String>,
    /// Words of the source text; for a stale unit of the segments that changed.
    pub words: usize,
}

/// A protected part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placeable {
    /// Its name, as in `{ $html-1 }`.
    pub name: String,
    /// What it stands for.
    pub content: String,
}

impl Project {
    /// Lists what a translator or reviewer has to do.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or an article or the locale is unknown.
    pub fn todo(&self, options: &TodoOptions) -> Result<TodoReport, Error> {
        planning::require_locale(self, &options.locale)?;
        let names = planning::select(self, &options.articles)?;
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| {
            let catalog = crate::project::layout::locale_catalog(&options.locale, &planned.name).to_string();
            let items = planned.plan.as_ref().map(|plan| article_items(plan, options, &catalog)).unwrap_or_default();
            let unsynced = planned.plan.as_ref().map_or(0, ArticlePlan::unsynced);
            (items, unsynced, planned.diagnostics)
        })?;
        let mut report = TodoReport {
            locale: options.locale.clone(),
            items: Vec::new(),
            words: 0,
            unsynced: 0,
            diagnostics: visited.diagnostics,
        };
        for (items, unsynced, diagnostics) in visited.results {
            report.words += items.iter().map(|item| item.words).sum::<usize>();
            report.items.extend(items);
            report.unsynced += unsynced;
            report.diagnostics.extend(diagnostics);
        }
        report.items.sort_by_key(|item| !item.edit.as_ref().is_some_and(|edit| edit.correction));
        Ok(report)
    }
}

fn article_items(plan: &ArticlePlan, options: &TodoOptions, catalog: &str) -> Vec<TodoItem> {
    let Some(target) = plan.targets.get(&options.locale) else { return Vec::new() };
    let mut items = Vec::new();
    for (at, unit) in plan.source.units.iter().enumerate() {
        let translated = &target.units[at];
        if let Some(why) = reason(translated, options.needs) {
            items.push(item(plan, target, at, unit, why, catalog));
        }
    }
    items
}

fn reason(unit: &TargetUnit, needs: Needs) -> Option<&'static str> {
    match (needs, unit.judgement.freshness) {
        (Needs::Translation, Freshness::Missing) => Some("missing"),
        (Needs::Translation, Freshness::Stale) => Some("stale"),
        (Needs::Translation, Freshness::Unreadable) => Some("unreadable"),
        (Needs::Translation, _) if unit.record.rejected.is_some() => Some("rejected"),
        (Needs::Review, Freshness::Current) if unit.reopened => Some("reopened"),
        (Needs::Review, Freshness::Current) if unit.state < State::Reviewed => Some("review"),
        _ => None,
    }
}

fn item(plan: &ArticlePlan, target: &TargetPlan, at: usize, unit: &SourceUnit, why: &'static str, catalog: &str) -> TodoItem {
    let translated = &target.units[at];
    let mut edit = (why == "stale").then(|| unit_diff(&plan.name, unit, translated));
    if let (Some(edit), Translated::Text(message)) = (&mut edit, &translated.translation) {
        let stale = stale_translation(&target.locale, &message.lines, translated.judgement.base.as_ref(), edit);
        edit.translations.push(stale);
    }
    let article_unit = &plan.source.article.units[at];
    let rejected = translated.record.rejected.iter().map(|why| format!("rejected: {why}"));
    let notes = rejected.chain(article_unit.notes.iter().cloned());
    TodoItem {
        article: plan.name.clone(),
        unit: unit.id.to_string(),
        catalog: catalog.to_owned(),
        why,
        grade: translated.judgement.grade,
        headings: heading_path(plan, unit.heading.as_ref()),
        source: unit.today.lines.clone(),
        placeables: placeables(unit),
        words: edit.as_ref().map_or_else(|| super::words(&unit.flat), |edit| edit.changed_words),
        edit,
        target: match &translated.translation {
            Translated::Text(message) => message.lines.clone(),
            Translated::Missing | Translated::Unreadable => Vec::new(),
        },
        terms: translated.terms.clone(),
        offers: super::article::offers(&plan.source, target, at),
        notes: notes.chain(article_unit.answers.iter().map(|answer| format!("answer: {answer}"))).collect(),
    }
}

fn placeables(unit: &SourceUnit) -> Vec<Placeable> {
    let placeable = |(name, content): (&String, &String)| Placeable { name: name.clone(), content: content.clone() };
    unit.today.placeables.iter().map(placeable).collect()
}

/// The headings above a unit, outermost first.
pub fn heading_path(plan: &ArticlePlan, nearest: Option<&UnitId>) -> Vec<String> {
    let level = |at: usize| match plan.source.article.units[at].role {
        crate::model::Role::Heading(level) => level,
        _ => u8::MAX,
    };
    let find = |id: &UnitId| plan.source.units.iter().position(|unit| unit.id == *id);
    let mut path = Vec::new();
    let mut current = nearest.and_then(find);
    let mut limit = u8::MAX;
    while let Some(at) = current {
        if level(at) < limit {
            limit = level(at);
            path.push(plan.source.units[at].flat.clone());
        }
        current = plan.source.units[at].heading.as_ref().and_then(find);
    }
    path.reverse();
    path
}
