//! What syncs remember of articles that were in step, so that the next one passes over those of which no file has changed.
//!
//! Only an article for which a whole sync had nothing to write and nothing to say is remembered, with what its report says and what
//! other articles want to know of it. Everything else is planned.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::{Fingerprint, Locale};
use crate::model::UnitId;
use crate::project::cache::{self, FileState, read_as};
use crate::project::save::SaveError;
use crate::project::stamp::{self, Stamp};
use crate::project::{ArticleName, Project, layout};

use super::Error;
use super::counts::Counts;
use super::moves::Traces;
use super::planning::Planned;
use super::sync::{ArticleReport, LocaleReport};

/// The first word of the file; another layout has another one.
const MARK: &str = "tarjuman-sync-1";

/// What is known of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    /// Hash of how the article is read.
    read_as: String,
    /// Its units.
    units: usize,
    /// How it stands in each locale.
    locales: BTreeMap<Locale, Counts>,
    /// What other articles want to know of it.
    pub traces: Traces,
    /// What it was found in, relative to the project.
    files: Vec<FileState>,
}

/// What a sync knows from those before it, and learns for those after it.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Hash of everything that all articles share.
    key: String,
    /// Articles of which nothing has changed, by name.
    clean: BTreeMap<String, Entry>,
    /// Whether something was learnt that is worth writing down.
    learnt: bool,
    /// When looking began.
    now: i128,
    /// Stamps of the files of the other articles, taken before they are read.
    stamps: BTreeMap<String, Stamp>,
}

impl Entry {
    /// The report of an article that is passed over.
    pub fn report(&self, article: &str) -> ArticleReport {
        let of = |counts: &Counts| LocaleReport { counts: counts.clone(), ..LocaleReport::default() };
        ArticleReport {
            article: article.to_owned(),
            units: self.units,
            edits: Vec::new(),
            locales: self.locales.iter().map(|(locale, counts)| (locale.clone(), of(counts))).collect(),
            files: 0,
            skipped: false,
        }
    }
}

impl Project {
    /// What is known of the project's articles.
    pub(super) fn known_in_step(&self) -> Result<Known, Error> {
        let now = stamp::now();
        let key = self.sync_key()?;
        let mut articles = load(self, &key).unwrap_or_default();
        let learnt = AtomicBool::new(false);
        let mut entries: Vec<(&String, &mut Entry)> = articles.iter_mut().collect();
        let holds = cache::check_all(&mut entries, |(name, entry)| {
            let stamps: Vec<Option<Stamp>> = entry.files.iter().map(|file| file.stamp).collect();
            let article = name.parse().ok().and_then(|name| self.find_article(&name));
            let holds = article.is_some_and(|article| read_as(article) == entry.read_as)
                && FileState::all_hold(&mut entry.files, &self.root, now);
            if !holds || !entry.files.iter().map(|file| file.stamp).eq(stamps) {
                learnt.store(true, Ordering::Relaxed);
            }
            holds
        });
        let changed: Vec<String> =
            entries.iter().zip(holds).filter(|(_, holds)| !holds).map(|((name, _), _)| (*name).clone()).collect();
        for name in changed {
            articles.remove(&name);
        }
        let mut known = Known { key, clean: articles, learnt: learnt.into_inner(), now, stamps: BTreeMap::new() };
        known.stamp(self);
        Ok(known)
    }

    fn sync_key(&self) -> Result<String, Error> {
        let hasher = self.hash_settings(&cache::SHARED).map_err(|(path, source)| SaveError::Io { path, source })?;
        Ok(hasher.finalize().to_hex().to_string())
    }
}

impl Known {
    /// The articles that are passed over, by name.
    pub fn clean(&self) -> &BTreeMap<String, Entry> {
        &self.clean
    }

    /// The articles that have to be planned.
    pub fn names(&self, project: &Project) -> Vec<ArticleName> {
        let names = project.articles.iter().map(|article| &article.name);
        names.filter(|name| !self.clean.contains_key(name.as_str())).cloned().collect()
    }

    fn stamp(&mut self, project: &Project) {
        let config = &project.config;
        let locales: Vec<&Locale> = std::iter::once(&config.source_locale).chain(&config.target_locales).collect();
        for name in self.names(project) {
            let article = project.find_article(&name).map(|article| article.path.to_string());
            let files = locales.iter().flat_map(|locale| {
                [layout::locale_catalog(locale, &name).to_string(), layout::locale_ledger(locale, &name).to_string()]
            });
            for path in article.into_iter().chain(files) {
                if let Ok(Some(stamp)) = Stamp::of(&project.root.join(&path)) {
                    self.stamps.insert(path, stamp);
                }
            }
        }
    }

    /// What is to be remembered of a planned article; nothing unless it is in step and nothing has to be said of it.
    pub fn entry(&self, project: &Project, planned: &Planned, report: &ArticleReport) -> Option<Entry> {
        let is_quiet =
            |report: &LocaleReport| report.recorded.is_empty() && report.current_by_catalog == 0 && report.restamped.is_empty();
        let in_step = report.edits.is_empty() && report.files == 0 && !report.skipped;
        if !in_step || !planned.diagnostics.is_empty() || !report.locales.values().all(is_quiet) {
            return None;
        }
        let settled = |path: &str| self.stamps.get(path).copied().filter(|stamp| stamp.is_settled(self.now));
        let state =
            |(path, hash): &(String, Option<[u8; 32]>)| FileState { path: path.clone(), stamp: settled(path), hash: *hash };
        let files: Vec<FileState> = planned.read.iter().map(state).collect();
        // A path with a tab or a line feed cannot be written down.
        if files.iter().any(|file| file.path.contains(['\t', '\n', '\r'])) {
            return None;
        }
        Some(Entry {
            read_as: read_as(project.find_article(&planned.name)?),
            units: report.units,
            locales: report.locales.iter().map(|(locale, report)| (locale.clone(), report.counts.clone())).collect(),
            traces: Traces::of(planned),
            files,
        })
    }

    /// Writes down what is known now, with the `learnt` entries.
    pub fn save(mut self, project: &Project, learnt: impl IntoIterator<Item = (String, Entry)>) {
        let before = self.clean.len();
        self.clean.extend(learnt);
        if self.clean.len() == before && !self.learnt {
            return;
        }
        // What all articles share may have been saved by somebody while they were planned.
        if project.sync_key().is_ok_and(|key| key == self.key) {
            cache::save(&project.root, &layout::sync_index(), &write(&self.key, &self.clean));
        }
    }
}

fn write(key: &str, articles: &BTreeMap<String, Entry>) -> String {
    let mut out = format!("{MARK}\t{key}");
    for (name, entry) in articles {
        out.push_str(&format!("\nA\t{name}\t{}\t{}", entry.read_as, entry.units));
        for file in &entry.files {
            out.push_str("\nI\t");
            file.write(&mut out);
        }
        for (locale, counts) in &entry.locales {
            out.push_str(&format!("\nC\t{locale}\t{}", counts.to_line()));
        }
        for (kind, places) in [('M', &entry.traces.missing), ('G', &entry.traces.gone)] {
            for (print, unit, locales) in places {
                let locales = locales.iter().map(Locale::as_str).collect::<Vec<_>>().join(" ");
                out.push_str(&format!("\n{kind}\t{print}\t{unit}\t{locales}"));
            }
        }
    }
    out
}

fn load(project: &Project, key: &str) -> Option<BTreeMap<String, Entry>> {
    let text = cache::load(&project.root, &layout::sync_index())?;
    let mut lines = text.split('\n');
    let own = lines.next()?.strip_prefix(MARK)?.strip_prefix('\t')?;
    if own != key {
        return None;
    }
    let mut articles = BTreeMap::new();
    let mut current: Option<(String, Entry)> = None;
    for line in lines {
        let mut fields = line.split('\t');
        let (kind, first, second) = (fields.next()?, fields.next()?, fields.next()?);
        if kind == "A" {
            articles.extend(current.take());
            let entry = Entry { read_as: second.to_owned(), units: fields.next()?.parse().ok()?, ..Entry::default() };
            current = Some((first.to_owned(), entry));
            continue;
        }
        let (_, entry) = current.as_mut()?;
        match kind {
            "I" => entry.files.push(FileState::read(first, second, fields.next()?)?),
            "C" => drop(entry.locales.insert(first.parse().ok()?, Counts::from_line(second)?)),
            "M" => entry.traces.missing.push(read_place(first, second, fields.next()?)?),
            "G" => entry.traces.gone.push(read_place(first, second, fields.next()?)?),
            _ => return None,
        }
    }
    articles.extend(current);
    Some(articles)
}

fn read_place(print: &str, unit: &str, locales: &str) -> Option<(Fingerprint, UnitId, BTreeSet<Locale>)> {
    let locales = locales.split(' ').map(|locale| locale.parse().ok()).collect::<Option<_>>()?;
    Some((print.parse().ok()?, unit.parse().ok()?, locales))
}
