//! A run that passes over articles of which nothing has changed: what is known of them, which ones have to be looked at, and
//! what is remembered afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::project::cache::{self, FileState, read_as};
use crate::project::save::SaveError;
use crate::project::stamp::{self, Stamp};
use crate::project::{ArticleFile, ArticleName, Project, layout};
use crate::workflow::Error;

use super::index::{Entry, Index};
use super::report::{Outcome, PublishRow};
use super::run::PublishOptions;
use super::site::{Site, find_article};
use super::visit::Visited;

/// Stands for how an article is read that is to be looked at in every run.
const UNREAD: &str = "-";

/// What is known from the last run.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Hash of everything that all articles share.
    key: String,
    /// Articles of which nothing has changed.
    pub clean: BTreeMap<String, Entry>,
    /// Entries of the others, as they were.
    old: BTreeMap<String, Entry>,
    /// Files that belong to no article, if none of them has changed.
    pub lists: Option<Vec<FileState>>,
    /// Whether the last run knew the same articles.
    pub same_articles: bool,
    /// Whether something was learnt that is worth writing down.
    learnt: bool,
    /// When looking began.
    now: i128,
    /// Stamps of files, taken before they are read.
    stamps: BTreeMap<String, Stamp>,
}

impl Project {
    /// What is known of the articles for such a run; `None` where the run is of another kind, that nothing is remembered of.
    pub(super) fn known(&self, options: &PublishOptions, out: &Path) -> Result<Option<Known>, Error> {
        let PublishOptions { only_outdated, again, draft, revision, .. } = *options;
        let is_whole = options.articles.is_empty() && options.locales.is_empty();
        if !is_whole || only_outdated || again || draft || revision.is_some() {
            return Ok(None);
        }
        let now = stamp::now();
        let key = self.shared_key(options, out).map_err(|(path, source)| SaveError::Io { path, source })?;
        let Some(mut index) = Index::load(&self.root, &options.target.name(), &key) else {
            return Ok(Some(Known { key, now, ..Known::default() }));
        };
        let same_articles =
            index.articles.keys().map(String::as_str).eq(self.articles.iter().map(|article| article.name.as_str()));
        let learnt = AtomicBool::new(false);
        let holds = self.still_holding(&mut index, out, (now, &learnt));
        let articles: BTreeMap<&str, &ArticleFile> =
            self.articles.iter().map(|article| (article.name.as_str(), article)).collect();
        let is_clean = |name: &str, entry: &Entry| {
            let article = articles.get(name);
            article.is_some_and(|article| read_as(article) == entry.read_as) && holds.contains(name)
        };
        let listed = FileState::stamped(&index.lists);
        let lists = index.lists.iter_mut().all(|file| file.holds(out, now).unwrap_or(false));
        let learnt = learnt.into_inner() || FileState::stamped(&index.lists) != listed;
        let (clean, old) = index.articles.into_iter().partition(|(name, entry)| is_clean(name, entry));
        let lists = lists.then_some(index.lists);
        Ok(Some(Known { key, clean, old, lists, same_articles, learnt, now, stamps: BTreeMap::new() }))
    }

    /// The articles whose files are all as they were; tells whether a stamp was learnt.
    fn still_holding(&self, index: &mut Index, out: &Path, (now, learnt): (i128, &AtomicBool)) -> BTreeSet<String> {
        let mut entries: Vec<(&String, &mut Entry)> = index.articles.iter_mut().collect();
        let clean = cache::check_all(&mut entries, |(_, entry)| {
            let before = entry.stamped();
            let holds = entry.holds(&self.root, out, now);
            if entry.stamped() != before {
                learnt.store(true, Ordering::Relaxed);
            }
            holds
        });
        entries.iter().zip(clean).filter(|(_, clean)| *clean).map(|((name, _), _)| name.to_string()).collect()
    }

    /// Hash of everything that goes into all articles: the program, the options, the configuration, and every file that is shared.
    fn shared_key(&self, options: &PublishOptions, out: &Path) -> Result<String, (PathBuf, std::io::Error)> {
        let [glossary, segmentation] = cache::SHARED;
        let mut hasher = self.hash_settings(&[glossary, segmentation, layout::TEMPLATES])?;
        let own = Site::own_parts();
        let out = out.to_string_lossy();
        for part in own.into_iter().chain([options.target.as_str(), &out]) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        Ok(hasher.finalize().to_hex().to_string())
    }
}

impl Known {
    /// The articles that have to be looked at, with the stamps of their files, taken before anybody reads them.
    pub fn names(&mut self, project: &Project, options: &PublishOptions) -> Vec<ArticleName> {
        let groups: Vec<_> = project.config.groups.iter().map(|group| group.matcher()).collect();
        let by_path: BTreeMap<String, String> =
            project.articles.iter().map(|article| (article.path.to_string(), article.name.to_string())).collect();
        let leads_on = |entry: &Entry| entry.links.iter().all(|(path, name)| find_article(&by_path, path) == name.as_ref());
        let grouped = |name: &str| groups.iter().any(|group| group.is_match(name));
        let (clean, rest): (BTreeMap<_, _>, BTreeMap<_, _>) = std::mem::take(&mut self.clean)
            .into_iter()
            .partition(|(name, entry)| !grouped(name) && (self.same_articles || leads_on(entry)));
        self.clean = clean;
        self.old.extend(rest);
        let names: Vec<ArticleName> = project
            .articles
            .iter()
            .map(|article| &article.name)
            .filter(|name| !self.clean.contains_key(name.as_str()))
            .cloned()
            .collect();
        self.stamp(project, options, &names);
        names
    }

    fn stamp(&mut self, project: &Project, options: &PublishOptions, names: &[ArticleName]) {
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let size = names.len().div_ceil(workers).max(1);
        let found: Vec<Vec<(String, Stamp)>> = std::thread::scope(|scope| {
            let chunks = names.chunks(size);
            let running: Vec<_> = chunks.map(|names| scope.spawn(move || stamps(project, options, names))).collect();
            running.into_iter().map(|thread| thread.join().expect("looking at files does not panic")).collect()
        });
        self.stamps.extend(found.into_iter().flatten());
    }

    /// Articles that were passed over and link to pages that have come, gone or moved; they have to be looked at too.
    pub fn affected(&mut self, project: &Project, options: &PublishOptions, visited: &[Visited]) -> Vec<ArticleName> {
        let moved: BTreeSet<&str> = visited
            .iter()
            .filter(|article| self.old.get(article.name.as_str()).map(|entry| &entry.live) != Some(&live(article)))
            .map(|article| article.name.as_str())
            .collect();
        let leads_there = |entry: &Entry| entry.links.values().flatten().any(|name| moved.contains(name.as_str()));
        let (affected, clean) = std::mem::take(&mut self.clean).into_iter().partition(|(_, entry)| leads_there(entry));
        self.clean = clean;
        self.old.extend::<BTreeMap<_, _>>(affected);
        let known: BTreeSet<&str> = visited.iter().map(|article| article.name.as_str()).collect();
        let names = project.articles.iter().map(|article| &article.name);
        let names: Vec<ArticleName> =
            names.filter(|name| !self.clean.contains_key(name.as_str()) && !known.contains(name.as_str())).cloned().collect();
        self.stamp(project, options, &names);
        names
    }

    /// Whether nothing at all has changed, if no article has.
    pub fn is_whole(&self) -> bool {
        self.same_articles && self.lists.is_some()
    }

    /// The rows and the number of unsynced edits of the articles that are passed over, by article.
    pub fn rows(&self) -> BTreeMap<String, (Vec<PublishRow>, usize)> {
        self.clean.iter().map(|(name, entry)| (name.clone(), (entry.rows.clone(), entry.unsynced))).collect()
    }

    /// Passes over nothing: the articles that have to be looked at beside those that were.
    pub fn forget(&mut self, project: &Project, options: &PublishOptions, visited: &[Visited]) -> Vec<ArticleName> {
        let clean = std::mem::take(&mut self.clean);
        self.old.extend(clean);
        let known: BTreeSet<&str> = visited.iter().map(|article| article.name.as_str()).collect();
        let names = project.articles.iter().map(|article| &article.name);
        let names: Vec<ArticleName> = names.filter(|name| !known.contains(name.as_str())).cloned().collect();
        self.stamp(project, options, &names);
        names
    }

    /// Whether an article that was looked at wants the address of one that was not.
    pub fn clashes(&self, visited: &[Visited]) -> bool {
        let taken: BTreeSet<String> =
            self.clean.values().flat_map(|entry| entry.live.values()).map(|output| output.to_lowercase()).collect();
        visited.iter().flat_map(|article| article.after.locales.values()).any(|live| taken.contains(&live.output.to_lowercase()))
    }

    /// Whether every list would be as it is: what was looked at is listed as it was, and shows the same files.
    pub fn keeps_lists(&self, visited: &[Visited]) -> bool {
        let listed = |article: &Visited| {
            let places = |published: &crate::model::Published| {
                let of = |live: &crate::model::PublishedLocale| {
                    let foreign = live.units.iter().any(|(id, unit)| id.as_str() == "title" && unit.fallback);
                    (live.output.clone(), live.page.clone(), foreign)
                };
                published.locales.iter().map(|(locale, live)| (locale.clone(), of(live))).collect::<Vec<_>>()
            };
            let old = self.old.get(article.name.as_str());
            places(&article.before) == places(&article.after)
                && old.is_some_and(|old| old.assets == article.uses.assets && old.live == live(article))
        };
        self.same_articles && self.lists.is_some() && visited.iter().all(listed)
    }

    /// What is to be remembered of this run; nothing if nothing is new.
    pub fn remember(mut self, project: &Project, visited: &[Visited], lists: Option<Vec<FileState>>) -> Option<Index> {
        if visited.is_empty() && lists.is_none() && !self.learnt {
            return None;
        }
        for article in visited {
            // An article that is to be looked at again in any case is known all the same, for what lists say of it.
            let unread = || Entry {
                read_as: UNREAD.to_owned(),
                assets: article.uses.assets.clone(),
                links: article.uses.links.clone(),
                live: live(article),
                ..Entry::default()
            };
            let entry = self.entry(project, article).unwrap_or_else(unread);
            if entry.is_plain() {
                self.clean.insert(article.name.to_string(), entry);
            }
        }
        let lists = lists.or(self.lists).unwrap_or_default();
        Some(Index { key: self.key, articles: self.clean, lists })
    }

    /// What is to be remembered of an article; nothing if it has to be looked at the next time in any case.
    fn entry(&self, project: &Project, article: &Visited) -> Option<Entry> {
        let waits = article.rows.iter().any(|row| row.outcome == Outcome::Waiting);
        if !article.diagnostics.is_empty() || article.read.is_empty() || waits {
            return None;
        }
        let settled = |path: &str| self.stamps.get(path).copied().filter(|stamp| stamp.is_settled(self.now));
        let mut inputs = Vec::new();
        for (path, hash) in &article.read {
            // A file that was written just now may be written again without its stamp telling.
            inputs.push(FileState { path: path.clone(), stamp: settled(path), hash: *hash });
        }
        inputs.push(FileState { path: article.record.to_string(), stamp: None, hash: article.record_hash });
        inputs.extend(article.uses.absent.iter().map(|path| FileState { path: path.clone(), stamp: None, hash: None }));
        let mut outputs: Vec<FileState> = Vec::new();
        for (path, hash) in &article.outputs {
            outputs.push(FileState { path: path.clone(), stamp: None, hash: Some(*hash) });
        }
        for (output, file) in &article.uses.assets {
            let path = project.root.join(file);
            let stamp = Stamp::of(&path).ok().flatten()?;
            let hash = Some(*blake3::hash(&fs::read(&path).ok()?).as_bytes());
            let stamp = Some(stamp).filter(|stamp| stamp.is_settled(self.now));
            inputs.push(FileState { path: file.clone(), stamp, hash });
            outputs.push(FileState { path: output.clone(), stamp: None, hash });
        }
        let mut rows = article.rows.clone();
        for row in &mut rows {
            row.revision = article.after.locales.get(&row.locale).map(|live| live.revision);
            if row.outcome == Outcome::Published {
                row.outcome = Outcome::Unchanged;
            }
        }
        Some(Entry {
            read_as: read_as(project.find_article(&article.name)?),
            unsynced: article.unsynced,
            rows,
            inputs,
            outputs,
            assets: article.uses.assets.clone(),
            links: article.uses.links.clone(),
            live: live(article),
        })
    }
}

fn live(article: &Visited) -> BTreeMap<String, String> {
    article.after.locales.iter().map(|(locale, live)| (locale.to_string(), live.output.clone())).collect()
}

/// The stamps of the files that articles are made from, as far as there are such files.
fn stamps(project: &Project, options: &PublishOptions, names: &[ArticleName]) -> Vec<(String, Stamp)> {
    let mut found = Vec::new();
    let config = &project.config;
    for name in names {
        let article = project.find_article(name).map(|article| article.path.to_string());
        let record = layout::published(&options.target.name(), name).to_string();
        let locales = std::iter::once(&config.source_locale).chain(&config.target_locales);
        let files = locales.flat_map(|locale| {
            [layout::locale_catalog(locale, name).to_string(), layout::locale_ledger(locale, name).to_string()]
        });
        for path in article.into_iter().chain([record]).chain(files) {
            if let Ok(Some(stamp)) = Stamp::of(&project.root.join(&path)) {
                found.push((path, stamp));
            }
        }
    }
    found
}
