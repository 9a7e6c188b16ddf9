//! After all articles are rendered: addresses compared, pages completed, lists made, and what nothing produces any more removed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::base::Locale;
use crate::format::published;
use crate::model::{Published, PublishedLocale};
use crate::project::cache::FileState;
use crate::project::save::FileChange;
use crate::project::{ArticleName, layout};
use crate::workflow::Error;

use super::incremental::Known;
use super::kept::KeptPage;
use super::record;
use super::report::{Outcome, PublishRow};
use super::settle::{Files, Outcomes, read};
use super::site::{Assets, Live};
use super::visit::{Visited, Visitor};

/// What a run changes.
#[derive(Debug, Default)]
pub(super) struct Finished {
    /// Files relative to the output folder.
    pub outputs: Files,
    /// Files relative to the project.
    pub records: Files,
    /// Files to be copied into the output folder.
    pub assets: Assets,
    /// Copies that no page shows any more.
    pub unused_assets: Vec<String>,
    /// Pages that are replaced or removed, to be kept.
    pub kept: Vec<KeptPage>,
    /// The files that belong to no article; `None` when they were not made because they stay as they are.
    pub lists: Option<Vec<FileState>>,
}

impl Visitor<'_> {
    /// Settles what is not settled yet, and what all articles share.
    ///
    /// # Errors
    /// When a file cannot be read, or a template fails.
    pub fn finish(&self, visited: &mut [Visited], known: Option<&Known>) -> Result<Finished, Error> {
        let mut finished = Finished::default();
        if self.site.is_some() {
            self.settle_addresses(visited)?;
        }
        if known.is_some_and(|known| known.keeps_lists(visited)) {
            // No list would be another one, and no page stands elsewhere.
            let live = self.linked(visited)?;
            self.settle_all(visited, &live, &mut finished)?;
            for article in visited.iter() {
                finished.assets.extend(article.uses.assets.clone());
            }
            return Ok(finished);
        }
        let live = self.live(visited)?;
        self.settle_all(visited, &live, &mut finished)?;
        let lists = self.site.as_ref().map(|site| site.lists(&live)).transpose()?.unwrap_or_default();
        for (path, text) in &lists {
            push_change(&mut finished.outputs.texts, &self.out, path, text)?;
            let hash = Some(*blake3::hash(text.as_bytes()).as_bytes());
            finished.lists.get_or_insert_default().push(FileState { path: path.clone(), stamp: None, hash });
        }
        if self.options.draft {
            finished.assets.extend(visited.iter().flat_map(|visited| visited.uses.assets.clone()));
            self.settle_draft(&live, &lists, &mut finished)?;
            return Ok(finished);
        }
        self.remove_unproduced(visited, &live, &lists, &mut finished)?;
        if self.site.is_some() {
            self.record_lists(visited, &live, (&lists, known), &mut finished)?;
        }
        Ok(finished)
    }

    fn settle_all(&self, visited: &mut [Visited], live: &Live, finished: &mut Finished) -> Result<(), Error> {
        for article in visited {
            if !article.is_settled {
                self.settle(article, live)?;
            }
            let Outcomes { outputs, records, kept } = std::mem::take(&mut article.outcomes);
            finished.outputs.append(outputs);
            finished.records.append(records);
            finished.kept.extend(kept);
        }
        Ok(())
    }

    /// What is out of all articles: of those that were not asked for, what their records say.
    pub(super) fn live(&self, visited: &[Visited]) -> Result<Live, Error> {
        let mut live = Live::default();
        if self.site.is_some() && !self.options.draft {
            let known: BTreeSet<&str> = visited.iter().map(|visited| visited.name.as_str()).collect();
            for article in self.project.articles.iter().filter(|article| !known.contains(article.name.as_str())) {
                let record = record::load(self.project, &self.options.target.name(), &article.name)?;
                live.0.insert(article.name.to_string(), listed(&record.published));
            }
        }
        live.0.extend(visited.iter().map(|visited| (visited.name.to_string(), listed(&visited.after))));
        Ok(live)
    }

    /// What is out of the articles that were looked at, and of those that they link to.
    fn linked(&self, visited: &[Visited]) -> Result<Live, Error> {
        let mut live = Live::default();
        for name in visited.iter().flat_map(|visited| visited.uses.links.values()).flatten() {
            let article = name.parse::<ArticleName>().ok().filter(|_| !live.0.contains_key(name));
            if let Some(article) = article {
                let record = record::load(self.project, &self.options.target.name(), &article)?;
                live.0.insert(name.clone(), listed(&record.published));
            }
        }
        live.0.extend(visited.iter().map(|visited| (visited.name.to_string(), listed(&visited.after))));
        Ok(live)
    }

    /// Of two articles with one address in a locale the later is held back. Addresses that differ in case only are one on
    /// many systems.
    fn settle_addresses(&self, visited: &mut [Visited]) -> Result<(), Error> {
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        for visited in visited {
            let locales: Vec<Locale> = visited.after.locales.keys().cloned().collect();
            for locale in locales {
                let Some(output) = visited.after.locales.get(&locale).map(|live| live.output.to_lowercase()) else { continue };
                let Some(other) = taken.get(&output) else {
                    taken.insert(output, visited.name.to_string());
                    continue;
                };
                if visited.is_settled
                    && let Some(again) = self.visit_again(&visited.name)?
                {
                    *visited = again;
                }
                let reason = format!("`{other}` has the same address: give one of the two another `slug`");
                visited.before.locales.retain(|own, before| *own != locale || before.output.to_lowercase() != output);
                visited.take_back(&locale, reason);
            }
        }
        Ok(())
    }

    /// Removes what our own records name and nothing produces any more.
    fn remove_unproduced(
        &self,
        visited: &[Visited],
        live: &Live,
        lists: &BTreeMap<String, String>,
        finished: &mut Finished,
    ) -> Result<(), Error> {
        let produced: BTreeSet<&str> =
            live.0.values().flat_map(|published| published.locales.values()).map(|locale| locale.output.as_str()).collect();
        let before = visited.iter().flat_map(|visited| visited.before.locales.values()).map(|old| old.output.clone());
        let recorded =
            if self.site.is_some() { record::load_lists(self.project, &self.options.target.name())?.1 } else { Vec::new() };
        let old_lists = recorded.into_iter().filter(|path| !path.starts_with(ASSETS));
        let gone: BTreeSet<String> =
            before.chain(old_lists).filter(|path| !produced.contains(path.as_str()) && !lists.contains_key(path)).collect();
        for path in gone.into_iter().filter(|path| layout::is_output(path)) {
            if let Some(text) = read(&self.out, &path)? {
                finished.outputs.texts.push(FileChange { path, before: Some(text), after: None });
            }
        }
        Ok(())
    }

    /// Records which lists and which copies there are, and finds copies that no page shows any more.
    fn record_lists(
        &self,
        visited: &[Visited],
        live: &Live,
        (lists, known): (&BTreeMap<String, String>, Option<&Known>),
        finished: &mut Finished,
    ) -> Result<(), Error> {
        let passed_over = || known.iter().flat_map(|known| known.clean.values());
        for assets in visited.iter().map(|visited| &visited.uses.assets).chain(passed_over().map(|entry| &entry.assets)) {
            finished.assets.extend(assets.clone());
        }
        let (before, recorded) = record::load_lists(self.project, &self.options.target.name())?;
        let is_made = |row: &&PublishRow| row.outcome == Outcome::Unchanged;
        let remembered: usize = passed_over().map(|entry| entry.rows.iter().filter(is_made).count()).sum();
        let rendered = remembered + visited.iter().map(|visited| visited.pages.len()).sum::<usize>();
        let out: usize = live.0.values().map(|published| published.locales.len()).sum();
        let mut paths: BTreeSet<&str> = lists.keys().chain(finished.assets.keys()).map(String::as_str).collect();
        let old_assets = recorded.iter().filter(|path| path.starts_with(ASSETS) && layout::is_output(path));
        if rendered < out {
            // A page that was not rendered shows files of which we only know that they were copied.
            paths.extend(old_assets.map(String::as_str));
        } else {
            finished.unused_assets = old_assets.filter(|path| !finished.assets.contains_key(*path)).cloned().collect();
        }
        let path = layout::published_lists(&self.options.target.name());
        let text = published::write_lists(paths);
        let full = self.project.root.join(path.as_str()).to_string_lossy().into_owned();
        let hash = Some(*blake3::hash(text.as_bytes()).as_bytes());
        finished.lists.get_or_insert_default().push(FileState { path: full, stamp: None, hash });
        if before.as_deref() != Some(text.as_str()) {
            finished.records.texts.push(FileChange { path: path.into(), before, after: Some(text) });
        }
        Ok(())
    }
}

/// What lists and links need to know of an article; its units would fill the memory.
fn listed(published: &Published) -> Published {
    let slim = |live: &PublishedLocale| PublishedLocale {
        output: live.output.clone(),
        page: live.page.clone(),
        units: live.units.iter().filter(|(id, _)| id.as_str() == "title").map(|(id, unit)| (id.clone(), unit.clone())).collect(),
        ..PublishedLocale::default()
    };
    let locales = published.locales.iter().map(|(locale, live)| (locale.clone(), slim(live))).collect();
    Published { locales, ..Published::default() }
}

/// Where copies of files stand in the output folder.
pub(super) const ASSETS: &str = "assets/";

fn push_change(changes: &mut Vec<FileChange>, out: &Path, path: &str, text: &str) -> Result<(), Error> {
    let before = read(out, path)?;
    if before.as_deref() != Some(text) {
        changes.push(FileChange { path: path.to_owned(), before, after: Some(text.to_owned()) });
    }
    Ok(())
}
