//! `status --published`: what readers see now, and where it is not what the source says today.

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::engine::freshness::{self, judge};
use crate::model::{Freshness, Grade, PublishedLocale, PublishedUnit, TargetRecord};
use crate::project::Project;

use super::article::{ArticlePlan, PlanOptions, SourceUnit};
use super::diff::{WordChange, word_changes};
use super::planning::Planned;
use super::publish::{Target, load_record};
use super::{Error, planning};

/// What to look at.
#[derive(Debug, Clone, Default)]
pub struct PublishedOptions {
    /// The articles; empty means all.
    pub articles: Vec<String>,
    /// The locales; empty means all, the source among them.
    pub locales: Vec<Locale>,
}

/// What readers see.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PublishedReport {
    /// The pages that are out or were withdrawn, by article, locale and target.
    pub pages: Vec<LivePage>,
    /// Units of which readers see another text than the source has now: corrections first, then the worst grades.
    pub outdated: Vec<OutdatedUnit>,
    /// Source edits that no sync has carried to the catalogs yet.
    pub unsynced: usize,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A page.
#[derive(Debug, Clone, Serialize)]
pub struct LivePage {
    /// The article.
    pub article: String,
    /// Its locale.
    pub locale: Locale,
    /// What it is out in.
    pub target: &'static str,
    /// Where it stands below the folder published to; empty when it was withdrawn.
    pub output: String,
    /// The number of the text that is out among all that have been.
    pub revision: u32,
    /// The highest number given so far.
    pub last_revision: u32,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Units in which it is not what the source says today.
    pub outdated: usize,
}

/// A unit of a page that is out and not what the source says today.
#[derive(Debug, Clone, Serialize)]
pub struct OutdatedUnit {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The locale.
    pub locale: Locale,
    /// Where it is out.
    pub target: &'static str,
    /// `edited`, `new` (readers lack it) or `gone` (readers still see it).
    pub change: &'static str,
    /// How serious the edit is; of a unit that is new or gone, nothing.
    pub grade: Option<Grade>,
    /// Whether the author called it a correction.
    pub correction: bool,
    /// The source text that readers see or see a translation of, as far as known.
    pub old: Option<String>,
    /// Today's; nothing if it is gone.
    pub new: Option<String>,
    /// The edit, word by word; empty when one of the two is not known.
    pub words: Vec<WordChange>,
    /// Whether the translation has followed, so that publishing would mend it.
    pub ready: bool,
}

impl Project {
    /// Compares what is out, by its records, with today's source.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, a newer version of the program wrote a record, or an
    /// article or locale is unknown.
    pub fn published(&self, options: &PublishedOptions) -> Result<PublishedReport, Error> {
        let names = planning::select(self, &options.articles)?;
        for locale in options.locales.iter().filter(|locale| **locale != self.config.source_locale) {
            planning::require_locale(self, locale)?;
        }
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| self.survey(&planned, options))?;
        let mut report = PublishedReport { diagnostics: visited.diagnostics, ..PublishedReport::default() };
        for article in visited.results {
            let article = article?;
            report.pages.extend(article.pages);
            report.outdated.extend(article.outdated);
            report.unsynced += article.unsynced;
            report.diagnostics.extend(article.diagnostics);
        }
        report.outdated.sort_by_key(|unit| (!unit.correction, std::cmp::Reverse(unit.grade)));
        Ok(report)
    }

    fn survey(&self, planned: &Planned, options: &PublishedOptions) -> Result<PublishedReport, Error> {
        let mut report = PublishedReport { diagnostics: planned.diagnostics.clone(), ..PublishedReport::default() };
        let plan = planned.plan.as_ref();
        report.unsynced = plan.map_or(0, ArticlePlan::unsynced);
        let wanted = |locale: &Locale| options.locales.is_empty() || options.locales.contains(locale);
        for target in Target::ALL {
            let record = load_record(self, &target.name(), &planned.name)?;
            report.diagnostics.extend(record.diagnostics);
            let page = |locale: &Locale| LivePage {
                article: planned.name.to_string(),
                locale: locale.clone(),
                target: target.as_str(),
                output: String::new(),
                revision: 0,
                last_revision: record.published.last_revision(locale),
                withdrawn: true,
                outdated: 0,
            };
            for (locale, live) in record.published.locales.iter().filter(|(locale, _)| wanted(locale)) {
                let units = plan.map(|plan| outdated(plan, locale, live, &self.config.source_locale)).unwrap_or_default();
                let (output, revision, outdated) = (live.output.clone(), live.revision, units.len());
                report.pages.push(LivePage { output, revision, withdrawn: false, outdated, ..page(locale) });
                report.outdated.extend(units.into_iter().map(|unit| OutdatedUnit { target: target.as_str(), ..unit }));
            }
            let withdrawn = record.published.withdrawn.iter().filter(|(locale, _)| wanted(locale));
            report.pages.extend(withdrawn.map(|(locale, revision)| LivePage { revision: *revision, ..page(locale) }));
        }
        report.pages.sort_by(|a, b| a.locale.cmp(&b.locale));
        Ok(report)
    }
}

/// The units in which a page is not what the source says today, in reading order, then those that are gone.
fn outdated(plan: &ArticlePlan, locale: &Locale, live: &PublishedLocale, source: &Locale) -> Vec<OutdatedUnit> {
    let blank = |id: &str, change| OutdatedUnit {
        article: plan.name.clone(),
        unit: id.to_owned(),
        locale: locale.clone(),
        target: "",
        change,
        grade: None,
        correction: false,
        old: None,
        new: None,
        words: Vec::new(),
        ready: true,
    };
    let mut found = Vec::new();
    for (at, unit) in plan.source.units.iter().enumerate() {
        let target = plan.targets.get(locale).map(|target| &target.units[at]);
        let ready = target.is_none_or(|target| target.judgement.freshness == Freshness::Current);
        match live.units.get(&unit.id) {
            // What the policy leaves out is not missed before there is something to put in its place.
            None if !ready => {}
            None => found.push(OutdatedUnit { new: Some(unit.flat.clone()), ..blank(unit.id.as_str(), "new") }),
            Some(shown) => {
                let edit = edit(plan, unit, shown, source);
                found.extend(edit.map(|edit| OutdatedUnit { ready, ..edit(blank(unit.id.as_str(), "edited")) }));
            }
        }
    }
    let gone = live.units.keys().filter(|id| !plan.source.units.iter().any(|unit| unit.id == **id));
    found.extend(gone.map(|id| blank(id.as_str(), "gone")));
    found
}

/// What a unit's edit says about it, if there is one behind what readers see.
fn edit(
    plan: &ArticlePlan,
    unit: &SourceUnit,
    shown: &PublishedUnit,
    source: &Locale,
) -> Option<impl Fn(OutdatedUnit) -> OutdatedUnit> {
    let remembered = plan.source.ledger.units.get(&unit.id)?;
    let record = TargetRecord { renders: shown.renders, ..TargetRecord::default() };
    let judgement = judge(remembered, &unit.today, &record, source);
    if judgement.freshness != Freshness::Stale {
        return None;
    }
    let old = judgement.base.as_ref().map(freshness::flat);
    let new = unit.flat.clone();
    let words = old.as_deref().map(|old| word_changes(old, &new)).unwrap_or_default();
    Some(move |blank| OutdatedUnit {
        grade: judgement.grade,
        correction: judgement.correction,
        old: old.clone(),
        new: Some(new.clone()),
        words: words.clone(),
        ..blank
    })
}
