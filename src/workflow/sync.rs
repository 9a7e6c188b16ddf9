//! `sync`: the one way an article's edit reaches the catalogs (DESIGN §6).
//!
//! Plans every article, then writes all files as one transaction. A second sync writes nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Diagnostic, Locale, Severity};
use crate::engine::record::{Attribution, Evidence};
use crate::model::Grade;
use crate::project::save::{FileChange, Transaction};
use crate::project::{Project, layout, load};

use super::Error;
use super::article::{ArticlePlan, PlanOptions, UnitChange};
use super::counts::Counts;
use super::planning::{self, Planned};

/// What to sync, and how.
#[derive(Debug, Clone, Default)]
pub struct SyncOptions {
    /// The articles; empty means all.
    pub articles: Vec<String>,
    /// Who brought the new texts found in catalogs.
    pub attribution: Attribution,
    /// Retire units even if that is more than half of what is translated in an article.
    pub yes: bool,
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
}

impl Project {
    /// Syncs articles with their catalogs and ledgers.
    ///
    /// # Errors
    /// When a file cannot be read or written for a reason outside its content; nothing is written then.
    pub fn sync(&self, options: &SyncOptions) -> Result<SyncReport, Error> {
        let names = planning::select(self, &options.articles)?;
        let plan_options = PlanOptions { attribution: options.attribution.clone(), ..PlanOptions::default() };
        let visited = planning::visit(self, &names, &plan_options, |planned| review(planned, options.yes))?;

        let mut report = SyncReport {
            articles: Vec::new(),
            written: Vec::new(),
            diagnostics: visited.diagnostics,
            looked_at: visited.results.len(),
        };
        let mut changes = Vec::new();
        for (article, article_changes, diagnostics) in visited.results {
            report.diagnostics.extend(diagnostics);
            changes.extend(article_changes);
            report.articles.extend(article);
        }
        if options.articles.is_empty() {
            report.diagnostics.extend(self.deserted_articles()?);
        }
        report.written = changes.iter().map(|change| change.path.clone()).collect();
        report.written.sort();
        if !options.dry_run {
            Transaction { changes }.apply(&self.root)?;
        }
        Ok(report)
    }

    /// Articles that have catalogs but no file any more.
    ///
    /// # Errors
    /// When the folder of the source locale cannot be read.
    pub fn deserted_articles(&self) -> Result<Vec<Diagnostic>, Error> {
        let known = |name: &str| self.articles.iter().any(|article| article.name.as_str() == name);
        let deserted =
            load::list_catalogs(&self.root, &self.config.source_locale)?.into_iter().filter(|name| !known(name.as_str()));
        let finding = |name: crate::project::ArticleName| {
            let path = layout::locale_catalog(&self.config.source_locale, &name);
            planning::article_diagnostic("article-gone", format!("the article `{name}` has catalogs but no file"), path.as_str())
                .severity(Severity::Warning)
                .help(format!("`tarjuman rename {name} NEW` if it moved, `tarjuman retire {name}` if it is withdrawn; nothing changes until then"))
        };
        Ok(deserted.map(finding).collect())
    }
}

type Review = (Option<ArticleReport>, Vec<FileChange>, Vec<Diagnostic>);

/// What one planned article contributes to the sync.
fn review(mut planned: Planned, yes: bool) -> Review {
    let mut changes = planned.changes();
    let guard = planned.plan.as_ref().and_then(|plan| mass_retirement(plan, &planned.path)).filter(|_| !yes);
    let skipped = guard.is_some() || !planned.is_writable();
    if let Some(finding) = guard {
        planned.diagnostics.push(finding);
        changes.clear();
    }
    let report = planned.plan.as_ref().map(|plan| report_article(plan, changes.len(), skipped));
    (report, changes, planned.diagnostics)
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
