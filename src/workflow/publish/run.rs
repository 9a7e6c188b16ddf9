//! The run: every article in every locale decided, rendered, written, and recorded in `published/`.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use crate::base::{Locale, Moment};
use crate::engine::render::Renderer;
use crate::project::save::{FileChange, MadeChange, Maker, SaveError, Title, Transaction};
use crate::project::{ArticleName, Project, assets, layout};
use crate::workflow::Error;
use crate::workflow::planning;
use crate::workflow::saving::Changes;

use super::finish::Finished;
use super::incremental::Known;
use super::index::Index;
use super::kept;
use super::report::PublishReport;
use super::site::Site;
use super::target::Target;
use super::visit::Visitor;

/// What to publish, and how.
#[derive(Debug, Clone, Default)]
pub struct PublishOptions {
    /// The articles; empty means all.
    pub articles: Vec<String>,
    /// The locales; empty means the source and all targets.
    pub locales: Vec<Locale>,
    /// What to produce.
    pub target: Target,
    /// Where to; `None` is the configured folder. Relative to the project.
    pub out: Option<PathBuf>,
    /// Only what is out already and shows another text than would go out now.
    pub only_outdated: bool,
    /// Also what was withdrawn, or taken back to an earlier text.
    pub again: bool,
    /// Take the articles back to the text that was out under this number.
    pub revision: Option<u32>,
    /// The moment to decide by what may go out yet; `None` is now.
    pub now: Option<Moment>,
    /// A preview: the policy does not hold anything back and nothing is recorded as published.
    pub draft: bool,
    /// Write nothing.
    pub dry_run: bool,
}

impl Project {
    /// Publishes articles under the policy.
    ///
    /// # Errors
    /// When a file cannot be read or written for a reason outside its content, or an article or locale is unknown.
    pub fn publish(&self, options: &PublishOptions) -> Result<PublishReport, Error> {
        let command = ["publish"].into_iter().chain(options.articles.iter().map(String::as_str));
        let title = Title::command(command.collect::<Vec<_>>().join(" "));
        let (report, index) = self.save_made(&title, options.dry_run, |project, maker| {
            let (report, index, changes) = project.publish_changes(options, maker)?;
            Ok(((report, index), changes))
        })?;
        if let Some(index) = index.filter(|_| !options.dry_run) {
            index.save(&self.root, &options.target.name());
        }
        Ok(report)
    }

    fn publish_changes(
        &self,
        options: &PublishOptions,
        maker: Option<&Maker>,
    ) -> Result<(PublishReport, Option<Index>, Changes), Error> {
        let asked = self.asked_for(options)?;
        let out = options.out(self);
        let mut known = self.known(options, &self.root.join(&out))?;
        let names = known.as_mut().map_or(asked, |known| known.names(self, options));
        if let Some(known) = known.take_if(|known| names.is_empty() && known.is_whole()) {
            let mut report = PublishReport::new(shown(&out), planning::own_diagnostics(self)?);
            report.diagnostics.extend(self.deserted_articles()?);
            report.take_in(known.rows(), &[], self);
            return Ok((report, known.remember(self, &[], None), Changes::default()));
        }
        let (site, site_diagnostics) = match options.target {
            Target::Site => Site::load(self, options.draft).map(|(site, diagnostics)| (Some(site), diagnostics))?,
            Target::Markdown | Target::Json | Target::Text => (None, Vec::new()),
        };
        let now = options.now.unwrap_or_else(now);
        let maker = maker.filter(|_| is_inside(&out));
        let visitor =
            Visitor { project: self, options, now, renderers: renderers(self)?, site, out: self.root.join(&out), maker };
        let (mut visited, diagnostics) = match known {
            Some(_) if names.is_empty() => (Vec::new(), planning::own_diagnostics(self)?),
            _ => visitor.visit_all(&names)?,
        };
        if let Some(known) = &mut known {
            let mut more = known.affected(self, options, &visited);
            if known.clashes(&visited) {
                more = known.forget(self, options, &visited);
            }
            if !more.is_empty() {
                visited.extend(visitor.visit_all(&more)?.0);
                visited.sort_by(|a, b| a.name.cmp(&b.name));
            }
        }
        visitor.settle_groups(&mut visited)?;
        let mut finished = visitor.finish(&mut visited, known.as_ref())?;
        let is_quiet = diagnostics.len() == self.diagnostics.len() && site_diagnostics.is_empty();
        let mut report = PublishReport::new(shown(&out), diagnostics);
        report.diagnostics.extend(site_diagnostics);
        if options.articles.is_empty() {
            report.diagnostics.extend(self.deserted_articles()?);
        }
        report.take_in(known.as_ref().map(Known::rows).unwrap_or_default(), &visited, self);
        (report.written, report.removed) = finished.paths(self, &out)?;
        let lists = finished.lists.take();
        let index = known.filter(|_| is_quiet).and_then(|known| known.remember(self, &visited, lists));
        let changes = if options.dry_run { Changes::default() } else { self.publish_files(options.target, &out, finished)? };
        Ok((report, index, changes))
    }

    /// The articles that were asked for, once it is clear that the options make sense.
    fn asked_for(&self, options: &PublishOptions) -> Result<Vec<ArticleName>, Error> {
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
        Ok(names)
    }

    /// All changes relative to the project. Copies of files, and what goes to a folder outside of the project, are written here
    /// and now, before the records that say so.
    pub(super) fn publish_files(&self, target: Target, out: &Path, finished: Finished) -> Result<Changes, Error> {
        finished.copy_assets(self, &self.root.join(out))?;
        kept::save(&finished.kept, &self.root, &target.name())?;
        let Finished { outputs, records, .. } = finished;
        if !is_inside(out) {
            Transaction { changes: outputs.texts }.apply_outside(&self.root.join(out))?;
            return Ok(Changes { texts: records.texts, made: records.made });
        }
        let prefix = shown(out);
        let place = |path: &str| format!("{prefix}/{path}");
        let texts = outputs.texts.into_iter().map(|change| FileChange { path: place(&change.path), ..change });
        let made = outputs.made.into_iter().map(|change| MadeChange { path: place(&change.path), ..change });
        Ok(Changes { texts: texts.chain(records.texts).collect(), made: made.chain(records.made).collect() })
    }
}

/// Whether an output folder is one of the project.
fn is_inside(out: &Path) -> bool {
    !out.is_absolute() && out.components().all(|part| matches!(part, Component::Normal(_)))
}

/// This moment.
pub(super) fn now() -> Moment {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Moment(i64::try_from(since).unwrap_or(i64::MAX))
}

impl PublishOptions {
    /// The output folder relative to the project, or absolute when it lies outside.
    pub(super) fn out(&self, project: &Project) -> PathBuf {
        let configured = || {
            let folder = if self.draft { "draft" } else { self.target.as_str() };
            Path::new(&project.config.out).join(folder)
        };
        self.out.clone().unwrap_or_else(configured)
    }
}

/// A folder as reports name it.
pub(super) fn shown(out: &Path) -> String {
    out.to_string_lossy().trim_end_matches('/').to_owned()
}

impl Finished {
    /// The files that are written and those that are removed below the folder `out`, relative to the project, sorted.
    pub(super) fn paths(&self, project: &Project, out: &Path) -> Result<(Vec<String>, Vec<String>), Error> {
        let place = |path: &str| format!("{}/{path}", shown(out));
        let mut written = Vec::new();
        let mut removed = Vec::new();
        for (path, stands) in self.outputs.paths() {
            if stands { &mut written } else { &mut removed }.push(place(path));
        }
        written.extend(self.new_assets(project, &project.root.join(out))?.iter().map(|path| place(path)));
        // What a draft notes for itself is nothing to tell anybody.
        let records = self.records.paths().filter(|(path, _)| !path.starts_with(layout::PRIVATE));
        written.extend(records.map(|(path, _)| path.to_owned()));
        written.sort();
        removed.extend(self.unused_assets.iter().map(|path| place(path)));
        removed.sort();
        Ok((written, removed))
    }

    /// Copies that are missing or differ.
    fn new_assets(&self, project: &Project, out: &Path) -> Result<Vec<String>, Error> {
        let mut new = Vec::new();
        for (output, path) in &self.assets {
            let Some(from) = assets::find(&project.root, path) else { continue };
            let to = out.join(output);
            if !assets::is_copy(&from, &to).map_err(|source| SaveError::Io { path: to, source })? {
                new.push(output.clone());
            }
        }
        Ok(new)
    }

    fn copy_assets(&self, project: &Project, out: &Path) -> Result<(), Error> {
        for (output, path) in &self.assets {
            let Some(from) = assets::find(&project.root, path) else { continue };
            let to = out.join(output);
            assets::copy(&from, &to).map_err(|source| SaveError::Io { path: to, source })?;
        }
        for output in &self.unused_assets {
            let path = out.join(output);
            assets::remove(out, output).map_err(|source| SaveError::Io { path, source })?;
        }
        Ok(())
    }
}

pub(super) fn renderers(project: &Project) -> Result<BTreeMap<Locale, Renderer>, Error> {
    let glossaries = planning::Glossaries::load(project)?;
    let renderer = |locale: &Locale| (locale.clone(), Renderer::new(locale, &glossaries.texts(project, locale)));
    Ok(project.config.target_locales.iter().map(renderer).collect())
}
