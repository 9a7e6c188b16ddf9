//! `sync`: the one way an article's edit reaches the catalogs (DESIGN §6).
//!
//! Plans every article, then writes all files as one transaction. A second sync writes nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Diagnostic, Locale, Severity};
use crate::engine::record::{Attribution, Evidence};
use crate::model::{Grade, UnitId};
use crate::project::save::{FileChange, Title};
use crate::project::{ArticleName, Project, layout, load};

use super::Error;
use super::article::{ArticlePlan, Intervention, PlanOptions, SourceUnit, TargetPlan, UnitChange};
use super::counts::Counts;
use super::moves::{Moves, Successor};
use super::planning::{self, Planned};
use super::sync_index::{Entry, Known};

/// What to sync, and how.
#[derive(Debug, Clone, Default)]
pub struct SyncOptions {
    /// The articles; empty means all.
    pub articles: Vec<String>,
    /// Who brought the new texts found in catalogs.
    pub attribution: Attribution,
    /// Retire units even if that is more than half of what is translated in an article.
    pub yes: bool,
    /// Cut texts into sentences anew even where they have not changed.
    pub resegment: bool,
    /// Partners that a person chooses: the old unit, and the id that a dry run gives the new text.
    pub resolve: Vec<(UnitId, UnitId)>,
    /// Write nothing.
    pub dry_run: bool,
}

/// What a sync found and did.
#[derive(Debug, Clone, Serialize)]
pub struct SyncReport {
    /// One report for each article with anything to say, in order.
    pub articles: Vec<ArticleReport>,
    /// Paths of the files written (or, in a dry run, that would be), sorted.
    pub written: Vec<String>,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Articles that were looked at.
    pub looked_at: usize,
}

/// What a sync found in one article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleReport {
    /// The article.
    pub article: String,
    /// Its units.
    pub units: usize,
    /// Source edits by unit: what happened.
    pub edits: Vec<EditReport>,
    /// What each locale looks like afterwards.
    pub locales: BTreeMap<Locale, LocaleReport>,
    /// How many of its files change.
    pub files: usize,
    /// Whether it was left alone because of a finding.
    pub skipped: bool,
}

/// One thing that happened to a unit of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditReport {
    /// The unit.
    pub unit: String,
    /// `born`, `returned`, `edited`, `moved` or `gone`.
    pub change: &'static str,
    /// How serious an edit is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
}

/// What a sync found in one locale of an article.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LocaleReport {
    /// How the article stands.
    pub counts: Counts,
    /// New texts recorded, by evidence.
    pub recorded: BTreeMap<Evidence, usize>,
    /// Stale units that became current by the source catalog alone.
    pub current_by_catalog: usize,
    /// Translations that stay current through an edit of this sync because it changed punctuation or markup only;
    /// `verdict --impact minor` makes them stale after all.
    pub restamped: Vec<String>,
}

impl Project {
    /// Syncs articles with their catalogs and ledgers.
    ///
    /// # Errors
    /// When a file cannot be read or written for a reason outside its content; nothing is written then.
    pub fn sync(&self, options: &SyncOptions) -> Result<SyncReport, Error> {
        let title =
            Title::command(["sync"].into_iter().chain(options.articles.iter().map(String::as_str)).collect::<Vec<_>>().join(" "));
        let (report, known, learnt) = self.save(&title, options.dry_run, |project| {
            let (sync, changes) = project.plan_sync(options)?;
            Ok(((sync.report, sync.known, sync.learnt), changes))
        })?;
        if let Some(known) = known.filter(|_| !options.dry_run) {
            known.save(self, learnt);
        }
        Ok(report)
    }

    /// What a sync finds, and the changes it makes.
    pub(super) fn sync_changes(&self, options: &SyncOptions) -> Result<(SyncReport, Vec<FileChange>), Error> {
        let (sync, changes) = self.plan_sync(options)?;
        Ok((sync.report, changes))
    }

    fn plan_sync(&self, options: &SyncOptions) -> Result<(PlannedSync, Vec<FileChange>), Error> {
        let deserted = if options.articles.is_empty() { self.deserted_names()? } else { Vec::new() };
        // Every text is wanted where one may be that of an article which is gone.
        let is_plain = options.articles.is_empty() && options.resolve.is_empty() && !options.resegment && deserted.is_empty();
        let known = if is_plain { Some(self.known_in_step()?) } else { None };
        let names = match &known {
            Some(known) => known.names(self),
            None => planning::select(self, &options.articles)?,
        };
        let choices = options.resolve.iter().cloned();
        let interventions = choices.map(|(old, new)| Intervention::Resolve { old, new }).collect();
        let (attribution, resegment) = (options.attribution.clone(), options.resegment);
        let plan_options = PlanOptions { attribution, resegment, interventions, ..PlanOptions::default() };
        let moves = Moves::default();
        let visit = |planned: Planned| {
            moves.note(&planned, !deserted.is_empty());
            let (name, review) = (planned.name.to_string(), review(&planned, options.yes));
            let entry = known.as_ref().zip(review.0.as_ref()).and_then(|(known, report)| known.entry(self, &planned, report));
            (name, review, entry)
        };
        let passed_over = known.as_ref().is_some_and(|known| !known.clean().is_empty());
        let visited = if passed_over && names.is_empty() {
            planning::visit_none(self)?
        } else {
            planning::visit(self, &names, &plan_options, visit)?
        };
        moves.require_resolved(&options.resolve)?;
        let (mut reviews, mut learnt) = (BTreeMap::new(), Vec::new());
        for (name, review, entry) in visited.results {
            learnt.extend(entry.map(|entry| (name.clone(), entry)));
            reviews.insert(name, review);
        }
        for (name, entry) in known.iter().flat_map(|known| known.clean()) {
            moves.remember(name, &entry.traces);
            reviews.insert(name.clone(), (Some(entry.report(name)), Vec::new(), Vec::new()));
        }
        let (offers, findings) = moves.offers(self)?;
        for (name, offers) in offers {
            let mut plan_options = plan_options.clone();
            plan_options.interventions.extend(offers);
            let article = planning::select(self, std::slice::from_ref(&name))?;
            let again = planning::visit(self, &article, &plan_options, |planned| review(&planned, options.yes))?;
            again.results.into_iter().for_each(|review| drop(reviews.insert(name.clone(), review)));
            learnt.retain(|(own, _)| *own != name);
        }

        let mut report =
            SyncReport { articles: Vec::new(), written: Vec::new(), diagnostics: visited.diagnostics, looked_at: reviews.len() };
        let mut changes = Vec::new();
        for (article, article_changes, diagnostics) in reviews.into_values() {
            report.diagnostics.extend(diagnostics);
            changes.extend(article_changes);
            report.articles.extend(article);
        }
        report.diagnostics.extend(findings);
        for name in &deserted {
            report.diagnostics.push(self.deserted_finding(name, moves.successor(self, name)?));
        }
        report.written = changes.iter().map(|change| change.path.clone()).collect();
        report.written.sort();
        Ok((PlannedSync { report, known, learnt }, changes))
    }

    /// Articles that have catalogs but no file any more.
    ///
    /// # Errors
    /// When the folder of the source locale cannot be read.
    pub fn deserted_articles(&self) -> Result<Vec<Diagnostic>, Error> {
        Ok(self.deserted_names()?.iter().map(|name| self.deserted_finding(name, None)).collect())
    }

    fn deserted_names(&self) -> Result<Vec<ArticleName>, Error> {
        let catalogs = load::list_catalogs(&self.root, &self.config.source_locale)?;
        Ok(catalogs.into_iter().filter(|name| self.find_article(name).is_none()).collect())
    }

    fn deserted_finding(&self, name: &ArticleName, successor: Option<Successor>) -> Diagnostic {
        let path = layout::locale_catalog(&self.config.source_locale, name);
        let (message, new) = match successor {
            Some(Successor { name: new, shared, of }) => {
                (format!("the article `{name}` has catalogs but no file; `{new}` holds {shared} of its {of} texts"), new)
            }
            None => (format!("the article `{name}` has catalogs but no file"), "NEW".to_owned()),
        };
        planning::article_diagnostic("article-gone", message, path.as_str()).severity(Severity::Warning).help(format!(
            "`tarjuman rename {name} {new}` if it moved, `tarjuman retire {name}` if it is withdrawn; nothing changes until then"
        ))
    }
}

/// A sync that is not written yet.
struct PlannedSync {
    report: SyncReport,
    /// What was known of articles before; `None` where that is of no use.
    known: Option<Known>,
    /// What is new of that.
    learnt: Vec<(String, Entry)>,
}

type Review = (Option<ArticleReport>, Vec<FileChange>, Vec<Diagnostic>);

/// What one planned article contributes to the sync.
fn review(planned: &Planned, yes: bool) -> Review {
    let mut changes = planned.changes();
    let mut diagnostics = planned.diagnostics.clone();
    let guard = planned.plan.as_ref().and_then(|plan| mass_retirement(plan, &planned.path)).filter(|_| !yes);
    let skipped = guard.is_some() || !planned.is_writable();
    if let Some(finding) = guard {
        diagnostics.push(finding);
        changes.clear();
    }
    let report = planned.plan.as_ref().map(|plan| report_article(plan, changes.len(), skipped));
    (report, changes, diagnostics)
}

/// The guard of DESIGN §6.5: an article that loses more than half of its translated units.
fn mass_retirement(plan: &ArticlePlan, path: &str) -> Option<Diagnostic> {
    let (gone, translated) = plan.retires;
    (gone * 2 > translated).then(|| {
        let message =
            format!("{gone} of {translated} translated units of `{}` would be retired; nothing was written for it", plan.name);
        planning::article_diagnostic("mass-retirement", message, path)
            .help(format!("restore the article if it was emptied by accident, or say `tarjuman sync {} --yes`", plan.name))
    })
}

/// Units that this sync finds edited in form alone, and whose translation stays current.
fn restamped(plan: &ArticlePlan, target: &TargetPlan) -> Vec<String> {
    let edited = |unit: &SourceUnit| matches!(unit.change, UnitChange::Edited { .. });
    let pairs = plan.source.units.iter().zip(&target.units);
    pairs.filter(|(source, unit)| edited(source) && unit.judgement.restamped).map(|(_, unit)| unit.id.to_string()).collect()
}

fn report_article(plan: &ArticlePlan, files: usize, skipped: bool) -> ArticleReport {
    let edits = plan.source.units.iter().filter_map(|unit| {
        let (change, grade) = match &unit.change {
            UnitChange::Same => return None,
            UnitChange::Moved => ("moved", None),
            UnitChange::Edited { grade, .. } => ("edited", Some(*grade)),
            UnitChange::Born => ("born", None),
            UnitChange::Returned => ("returned", None),
        };
        Some(EditReport { unit: unit.id.to_string(), change, grade })
    });
    let gone = plan.source.gone.iter().map(|id| EditReport { unit: id.to_string(), change: "gone", grade: None });
    let locales = plan.targets.iter().map(|(locale, target)| {
        let report = LocaleReport {
            counts: Counts::of(plan, target),
            recorded: target.recorded.iter().map(|(evidence, units)| (*evidence, units.len())).collect(),
            current_by_catalog: target.current_by_catalog.len(),
            restamped: restamped(plan, target),
        };
        (locale.clone(), report)
    });
    ArticleReport {
        article: plan.name.clone(),
        units: plan.source.units.len(),
        edits: edits.chain(gone).collect(),
        locales: locales.collect(),
        files,
        skipped,
    }
}
