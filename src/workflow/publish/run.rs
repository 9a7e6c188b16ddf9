//! The run: every article in every locale decided, rendered, written, and recorded in `published/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::{Diagnostic, Fingerprint, Locale};
use crate::engine::render::Renderer;
use crate::format::published;
use crate::model::{Grade, Published, PublishedLocale, PublishedUnit, UnitId};
use crate::project::layout::TargetName;
use crate::project::save::{FileChange, Title, Transaction};
use crate::project::{Project, layout, load};
use crate::workflow::Error;
use crate::workflow::article::{ArticlePlan, PlanOptions};
use crate::workflow::planning::{self, Planned};

use super::markdown::{Context, Localized, is_stale, localize, reason};
use super::policy::{Decision, decide};

/// What is produced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One Markdown file per locale, for a site generator.
    Markdown,
}

impl Target {
    /// The word on the command line and in `published/`.
    pub fn as_str(self) -> &'static str {
        match self {
            Target::Markdown => "markdown",
        }
    }

    /// The same as the name of a folder.
    pub fn name(self) -> TargetName {
        self.as_str().parse().expect("the words for targets are names")
    }
}

/// What to publish, and how.
#[derive(Debug, Clone)]
pub struct PublishOptions {
    /// The articles; empty means all.
    pub articles: Vec<String>,
    /// The locales; empty means the source and all targets.
    pub locales: Vec<Locale>,
    /// What to produce.
    pub target: Target,
    /// Where to; `None` is the configured folder. Relative to the project.
    pub out: Option<PathBuf>,
    /// A preview: the policy does not hold anything back and nothing is recorded as published.
    pub draft: bool,
    /// Write nothing.
    pub dry_run: bool,
}

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
#[derive(Debug, Clone, Serialize)]
pub struct PublishRow {
    /// The article.
    pub article: String,
    /// The locale.
    pub locale: Locale,
    /// What became of it.
    pub outcome: Outcome,
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
}

/// A stale unit that goes out.
#[derive(Debug, Clone, Serialize)]
pub struct PublishedStale {
    /// The unit.
    pub unit: String,
    /// How serious the source edit is.
    pub grade: Grade,
}

/// A unit that holds a locale back.
#[derive(Debug, Clone, Serialize)]
pub struct HeldBack {
    /// The unit; empty when the whole article is meant.
    pub unit: String,
    /// Why.
    pub reason: String,
}

impl Project {
    /// Publishes articles under the policy.
    ///
    /// # Errors
    /// When a file cannot be read or written for a reason outside its content, or an article or locale is unknown.
    pub fn publish(&self, options: &PublishOptions) -> Result<PublishReport, Error> {
        let command = ["publish"].into_iter().chain(options.articles.iter().map(String::as_str));
        let title = Title::command(command.collect::<Vec<_>>().join(" "));
        self.save(&title, options.dry_run, |project| project.publish_changes(options))
    }

    fn publish_changes(&self, options: &PublishOptions) -> Result<(PublishReport, Vec<FileChange>), Error> {
        let names = planning::select(self, &options.articles)?;
        for locale in options.locales.iter().filter(|locale| **locale != self.config.source_locale) {
            planning::require_locale(self, locale)?;
        }
        if let Some(out) = &options.out {
            let roots: Vec<&str> = self.config.articles.iter().map(|set| set.root.as_str()).collect();
            layout::check_output_folder(&self.root, &self.root.join(out), &roots).map_err(|why| Error::Refused {
                message: format!("cannot publish to `{}`: {why}", out.display()),
                help: "name a folder of its own, such as `public`".to_owned(),
            })?;
        }
        let publisher = Publisher { project: self, options, renderers: renderers(self)? };
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| publisher.article(&planned))?;
        let mut report = PublishReport {
            rows: Vec::new(),
            out: publisher.out_display(),
            written: Vec::new(),
            removed: Vec::new(),
            unsynced: 0,
            diagnostics: visited.diagnostics,
        };
        let (mut outputs, mut records) = (Vec::new(), Vec::new());
        for visited in visited.results {
            let visited = visited?;
            report.rows.extend(visited.rows);
            report.unsynced += visited.unsynced;
            report.diagnostics.extend(visited.diagnostics);
            outputs.extend(visited.outputs);
            records.extend(visited.records);
        }
        if options.articles.is_empty() {
            report.diagnostics.extend(self.deserted_articles()?);
        }
        let shown = |change: &FileChange| format!("{}/{}", report.out, change.path);
        report.written = outputs.iter().filter(|change| change.after.is_some()).map(shown).collect();
        report.removed = outputs.iter().filter(|change| change.after.is_none()).map(shown).collect();
        report.written.extend(records.iter().map(|change: &FileChange| change.path.clone()));
        report.written.sort();
        let changes = if options.dry_run { Vec::new() } else { publisher.changes(outputs, records)? };
        Ok((report, changes))
    }
}

fn renderers(project: &Project) -> Result<BTreeMap<Locale, Renderer>, Error> {
    let glossaries = planning::Glossaries::load(project)?;
    let renderer = |locale: &Locale| {
        let texts: Vec<&str> = glossaries.text(locale).into_iter().collect();
        (locale.clone(), Renderer::new(locale, &texts))
    };
    Ok(project.config.target_locales.iter().map(renderer).collect())
}

struct Publisher<'a> {
    project: &'a Project,
    options: &'a PublishOptions,
    renderers: BTreeMap<Locale, Renderer>,
}

/// What one article contributes.
#[derive(Default)]
struct Visited {
    rows: Vec<PublishRow>,
    /// Changes of files relative to the output folder.
    outputs: Vec<FileChange>,
    /// Changes of files relative to the project.
    records: Vec<FileChange>,
    unsynced: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Publisher<'_> {
    /// The output folder relative to the project, or absolute when it lies outside.
    fn out(&self) -> PathBuf {
        let configured = || {
            let folder = if self.options.draft { "draft" } else { self.options.target.as_str() };
            Path::new(&self.project.config.out).join(folder)
        };
        self.options.out.clone().unwrap_or_else(configured)
    }

    fn out_display(&self) -> String {
        self.out().to_string_lossy().trim_end_matches('/').to_owned()
    }

    /// All changes relative to the project. What goes to a folder outside of it is written here and now, before the records
    /// that say so.
    fn changes(&self, outputs: Vec<FileChange>, records: Vec<FileChange>) -> Result<Vec<FileChange>, Error> {
        let out = self.out();
        let inside = !out.is_absolute() && out.components().all(|part| matches!(part, std::path::Component::Normal(_)));
        if !inside {
            Transaction { changes: outputs }.apply_outside(&self.project.root.join(out))?;
            return Ok(records);
        }
        let prefix = self.out_display();
        let within = outputs.into_iter().map(|change| FileChange { path: format!("{prefix}/{}", change.path), ..change });
        Ok(within.chain(records).collect())
    }

    fn article(&self, planned: &Planned) -> Result<Visited, Error> {
        let mut visited = Visited { diagnostics: planned.diagnostics.clone(), ..Visited::default() };
        let locales = self.locales();
        let Some(plan) = planned.plan.as_ref().filter(|plan| !plan.blocked) else {
            let reason = "the article or one of its files cannot be read";
            visited.rows.extend(locales.into_iter().map(|locale| held_back(planned.name.as_str(), locale, "", reason)));
            return Ok(visited);
        };
        visited.unsynced = plan.unsynced();
        let record_path = layout::published(&self.options.target.name(), &planned.name);
        let recorded = planning::read_text(&self.project.root, record_path.as_str())?;
        let before = recorded.as_deref().map(published::read).map(|read| read.published).unwrap_or_default();
        let mut after = before.clone();
        for locale in locales {
            let extension = planned.path.rsplit('.').next().unwrap_or("md");
            let output = format!("{locale}/{}.{extension}", planned.name);
            self.locale(plan, planned, locale, &output, &mut visited, &mut after)?;
        }
        self.remove_unproduced(&before, &mut after, &mut visited)?;
        let text = published::write(&after);
        if !self.options.draft && recorded.as_deref() != Some(text.as_str()) && (recorded.is_some() || !after.locales.is_empty())
        {
            visited.records.push(FileChange { path: record_path.into(), before: recorded, after: Some(text) });
        }
        Ok(visited)
    }

    fn locales(&self) -> Vec<Locale> {
        let config = &self.project.config;
        let all = std::iter::once(&config.source_locale).chain(&config.target_locales);
        all.filter(|locale| self.options.locales.is_empty() || self.options.locales.contains(locale)).cloned().collect()
    }

    fn locale(
        &self,
        plan: &ArticlePlan,
        planned: &Planned,
        locale: Locale,
        output: &str,
        visited: &mut Visited,
        record: &mut Published,
    ) -> Result<(), Error> {
        let mut row = empty_row(&plan.name, locale.clone());
        let localized = match plan.targets.get(&locale) {
            None => source_file(plan),
            Some(target) if target.blocked => {
                let reason = "its glossary cannot be read".to_owned();
                row.held_back.push(HeldBack { unit: String::new(), reason });
                Localized::Refused(Vec::new())
            }
            Some(target) => {
                let policy = self.project.config.policy(&locale);
                let decisions: Vec<Decision> = target.units.iter().map(|unit| decide(unit, policy, self.options.draft)).collect();
                describe(target, &decisions, &mut row);
                if row.held_back.is_empty() {
                    let options = &planned.options;
                    let context =
                        Context { renderer: &self.renderers[&locale], source: &self.project.config.source_locale, options };
                    localize(plan, target, &decisions, &context)
                } else {
                    Localized::Refused(Vec::new())
                }
            }
        };
        match localized {
            Localized::File { text, units } => {
                let before = self.read_output(output)?;
                row.outcome = if before.as_deref() == Some(text.as_str()) { Outcome::Unchanged } else { Outcome::Published };
                if row.outcome == Outcome::Published {
                    visited.outputs.push(FileChange { path: output.to_owned(), before, after: Some(text) });
                }
                record.locales.insert(locale, PublishedLocale { output: output.to_owned(), units });
            }
            Localized::Refused(units) => {
                row.outcome = Outcome::HeldBack;
                row.earlier_stays_out = !self.options.draft && record.locales.contains_key(&locale);
                row.held_back.extend(units.into_iter().map(|(unit, reason)| HeldBack { unit: unit.to_string(), reason }));
            }
        }
        visited.rows.push(row);
        Ok(())
    }

    /// Removes what an earlier run produced for locales that the project no longer has.
    fn remove_unproduced(&self, before: &Published, after: &mut Published, visited: &mut Visited) -> Result<(), Error> {
        let config = &self.project.config;
        let known: BTreeSet<&Locale> = std::iter::once(&config.source_locale).chain(&config.target_locales).collect();
        after.locales.retain(|locale, _| known.contains(locale));
        let produced: BTreeSet<&str> = after.locales.values().map(|locale| locale.output.as_str()).collect();
        if self.options.draft {
            return Ok(());
        }
        let ours = before.locales.iter().filter(|(locale, old)| layout::is_output(locale, &old.output)).map(|(_, old)| old);
        for old in ours.filter(|old| !produced.contains(old.output.as_str())) {
            if let Some(text) = self.read_output(&old.output)? {
                visited.outputs.push(FileChange { path: old.output.clone(), before: Some(text), after: None });
            }
        }
        Ok(())
    }

    fn read_output(&self, output: &str) -> Result<Option<String>, Error> {
        Ok(load::load_output(&self.project.root.join(self.out()).join(output))?)
    }
}

fn empty_row(article: &str, locale: Locale) -> PublishRow {
    PublishRow {
        article: article.to_owned(),
        locale,
        outcome: Outcome::HeldBack,
        stale: Vec::new(),
        fallback: Vec::new(),
        omitted: Vec::new(),
        held_back: Vec::new(),
        earlier_stays_out: false,
    }
}

fn held_back(article: &str, locale: Locale, unit: &str, reason: &str) -> PublishRow {
    let held_back = vec![HeldBack { unit: unit.to_owned(), reason: reason.to_owned() }];
    PublishRow { held_back, ..empty_row(article, locale) }
}

/// Writes the decisions into a row: what is stale, stands in, is left out, or holds the locale back.
fn describe(target: &crate::workflow::article::TargetPlan, decisions: &[Decision], row: &mut PublishRow) {
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

/// The article in its own language: the file as it is.
fn source_file(plan: &ArticlePlan) -> Localized {
    let unit = |unit: &crate::workflow::article::SourceUnit| {
        let shown = PublishedUnit { text: Fingerprint::of(&unit.flat), renders: Some(unit.today.fingerprint), fallback: false };
        (unit.id.clone(), shown)
    };
    let units: BTreeMap<UnitId, PublishedUnit> = plan.source.units.iter().map(unit).collect();
    Localized::File { text: plan.source.article.text.clone(), units }
}
