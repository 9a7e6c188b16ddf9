//! `withdraw`: takes pages back, and every trace of them in what else is out.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::format::published;
use crate::model::Published;
use crate::project::save::{FileChange, Title};
use crate::project::{ArticleName, Project, layout, load};
use crate::workflow::article::PlanOptions;
use crate::workflow::{Error, planning};

use super::finish::{ASSETS, Finished};
use super::record::{self, Record};
use super::run::{PublishOptions, now, renderers};
use super::settle::Outcomes;
use super::site::{Assets, Live, Notice, Site, Uses, find_assets, lead_away};
use super::target::Target;
use super::visit::{Visited, Visitor};

/// What to withdraw.
#[derive(Debug, Clone, Default)]
pub struct WithdrawOptions {
    /// The article.
    pub article: String,
    /// The locales; empty means all that are out.
    pub locales: Vec<Locale>,
    /// From what; empty means everything it is out in.
    pub targets: Vec<Target>,
    /// Write nothing.
    pub dry_run: bool,
}

/// What was withdrawn.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawReport {
    /// The article.
    pub article: String,
    /// The pages that are not out any more.
    pub withdrawn: Vec<Withdrawn>,
    /// Paths of the files written, sorted.
    pub written: Vec<String>,
    /// Paths of the files removed, sorted.
    pub removed: Vec<String>,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A page that was withdrawn.
#[derive(Debug, Clone, Serialize)]
pub struct Withdrawn {
    /// What it was out in.
    pub target: &'static str,
    /// Its locale.
    pub locale: Locale,
    /// The number of the text that was out.
    pub revision: u32,
}

impl Project {
    /// Withdraws an article, in some languages or in all that are out. `publish` passes over them until it is told otherwise.
    ///
    /// # Errors
    /// When nothing of that article is out in any of the languages, or files cannot be read or written.
    pub fn withdraw(&self, options: &WithdrawOptions) -> Result<WithdrawReport, Error> {
        let title = Title::command(format!("withdraw {}", options.article));
        self.save(&title, options.dry_run, |project| project.withdraw_changes(options))
    }

    fn withdraw_changes(&self, options: &WithdrawOptions) -> Result<(WithdrawReport, Vec<FileChange>), Error> {
        let unknown = || planning::select(self, std::slice::from_ref(&options.article)).err();
        let name: ArticleName = options.article.parse().map_err(|error| Error::Refused {
            message: format!("{error}"),
            help: "`tarjuman status` lists all articles".to_owned(),
        })?;
        let mut report = WithdrawReport {
            article: name.to_string(),
            withdrawn: Vec::new(),
            written: Vec::new(),
            removed: Vec::new(),
            diagnostics: Vec::new(),
        };
        let mut changes = Vec::new();
        let targets = if options.targets.is_empty() { &Target::ALL[..] } else { &options.targets };
        for target in targets {
            let record = record::load(self, &target.name(), &name)?;
            if record.text.is_some() {
                changes.extend(self.withdraw_from(*target, &name, record, options, &mut report)?);
            }
        }
        if report.withdrawn.is_empty() {
            return Err(unknown().unwrap_or_else(|| Error::Refused {
                message: match options.locales.as_slice() {
                    [] => format!("nothing of `{name}` is out"),
                    locales => {
                        let locales: Vec<&str> = locales.iter().map(Locale::as_str).collect();
                        format!("`{name}` is not out in {}", locales.join(", "))
                    }
                },
                help: "`tarjuman status --published` lists what is out".to_owned(),
            }));
        }
        report.written.sort();
        report.removed.sort();
        Ok((report, changes))
    }

    fn withdraw_from(
        &self,
        target: Target,
        name: &ArticleName,
        record: Record,
        options: &WithdrawOptions,
        report: &mut WithdrawReport,
    ) -> Result<Vec<FileChange>, Error> {
        let Record { text, published: before, diagnostics } = record;
        report.diagnostics.extend(diagnostics);
        let mut after = before.clone();
        let goes = |locale: &Locale| options.locales.is_empty() || options.locales.contains(locale);
        for (locale, live) in before.locales.iter().filter(|(locale, _)| goes(locale)) {
            after.locales.remove(locale);
            after.withdrawn.insert(locale.clone(), before.last_revision(locale));
            report.withdrawn.push(Withdrawn { target: target.as_str(), locale: locale.clone(), revision: live.revision });
        }
        if after == before {
            return Ok(Vec::new());
        }
        let publish = PublishOptions { target, ..PublishOptions::default() };
        let site = match target {
            Target::Site => Some(Site::load(self, false)?.0),
            Target::Markdown | Target::Json | Target::Text => None,
        };
        let out = publish.out(self);
        let visitor = Visitor {
            project: self,
            options: &publish,
            now: now(),
            renderers: renderers(self)?,
            site,
            out: self.root.join(&out),
            maker: None,
        };
        let mut visited = [Visited {
            name: name.clone(),
            rows: Vec::new(),
            record: layout::published(&target.name(), name),
            recorded: text,
            record_hash: None,
            notices: self.notices_of(name, &after)?,
            earlier_notices: BTreeMap::new(),
            before,
            after,
            pages: BTreeMap::new(),
            uses: Uses::default(),
            read: Vec::new(),
            outputs: BTreeMap::new(),
            unsynced: 0,
            diagnostics: Vec::new(),
            outcomes: Outcomes::default(),
            is_settled: false,
        }];
        let mut finished = visitor.finish(&mut visited, None)?;
        if visitor.site.is_some() {
            let live = visitor.live(&visited)?;
            self.lead_links_away(&visited[0], &live, &self.root.join(&out), &mut finished)?;
        }
        let (written, removed) = finished.paths(self, &out)?;
        report.written.extend(written);
        report.removed.extend(removed);
        if options.dry_run { Ok(Vec::new()) } else { Ok(self.publish_files(target, &out, finished)?.texts) }
    }

    /// How the pages that stay out stand to the source; nothing is known if the article cannot be read any more.
    fn notices_of(&self, name: &ArticleName, after: &Published) -> Result<BTreeMap<Locale, Notice>, Error> {
        if self.find_article(name).is_none() {
            return Ok(BTreeMap::new());
        }
        let source = &self.config.source_locale;
        let visits = planning::visit(self, std::slice::from_ref(name), &PlanOptions::default(), |planned| {
            let Some(plan) = planned.plan.filter(|plan| !plan.blocked) else { return BTreeMap::new() };
            let notice = |(locale, live): (&Locale, _)| (locale.clone(), Notice::of(&plan, live, source, false));
            after.locales.iter().map(notice).collect()
        })?;
        Ok(visits.results.into_iter().next().unwrap_or_default())
    }

    /// Pages of other articles link to what is gone: their links lead to the original, or nowhere.
    fn lead_links_away(&self, article: &Visited, live: &Live, out: &Path, finished: &mut Finished) -> Result<(), Error> {
        let source = &self.config.source_locale;
        let original = article.after.locales.get(source).map(|page| (page.output.clone(), source.to_string()));
        let is_gone = |locale: &Locale| !article.after.locales.contains_key(locale);
        let gone = article.before.locales.iter().filter(|(locale, _)| is_gone(locale));
        let gone: BTreeMap<_, _> = gone.map(|(_, page)| (page.output.clone(), original.clone())).collect();
        let mut shown = Assets::new();
        for (name, published) in &live.0 {
            for page in published.locales.values().filter(|page| layout::is_output(&page.output)) {
                let Some(text) = load::load_output(&out.join(&page.output))? else { continue };
                find_assets(&text, &mut shown);
                let led = lead_away(&text, &page.output, &gone);
                if led != text && name.as_str() != article.name.as_str() {
                    finished.outputs.texts.push(FileChange { path: page.output.clone(), before: Some(text), after: Some(led) });
                }
            }
        }
        self.drop_assets(&shown, finished)
    }

    /// Copies of files that only pages showed that are gone now go as well.
    fn drop_assets(&self, shown: &Assets, finished: &mut Finished) -> Result<(), Error> {
        let target = Target::Site.name();
        let path = layout::published_lists(&target).to_string();
        let (before, _) = record::load_lists(self, &target)?;
        let at = finished.records.texts.iter().position(|change| change.path == path);
        let planned = at.and_then(|at| finished.records.texts.remove(at).after);
        let recorded = planned.or_else(|| before.clone()).as_deref().map(published::read_lists).unwrap_or_default();
        let (unused, used): (Vec<String>, Vec<String>) =
            recorded.into_iter().partition(|path| path.starts_with(ASSETS) && !shown.contains_key(path));
        finished.unused_assets = unused.into_iter().filter(|path| layout::is_output(path)).collect();
        let after = Some(published::write_lists(used.iter().map(String::as_str)));
        if after != before {
            finished.records.texts.push(FileChange { path, before, after });
        }
        Ok(())
    }
}
