//! What a run of `publish` found and made, by article, with the stamps and hashes of every file that went into it or came out.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::base::Locale;
use crate::model::Grade;
use crate::project::cache::{self, FileState};
use crate::project::layout::{self, TargetName};

use super::report::{HeldBack, Outcome, PublishRow, PublishedStale};

/// The first word of the file; another layout has another one.
const MARK: &str = "tarjuman-index-1";

/// What the last run left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Index {
    /// Hash of everything that all articles share.
    pub key: String,
    /// By article.
    pub articles: BTreeMap<String, Entry>,
    /// Indexes, feeds, the sitemap and their record; below the output folder, but the record.
    pub lists: Vec<FileState>,
}

/// What the last run found and made of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    /// Hash of how the article is read.
    pub read_as: String,
    /// Source edits that no sync has carried over.
    pub unsynced: usize,
    /// Its rows, as a run in which nothing changes has them.
    pub rows: Vec<PublishRow>,
    /// What it was made from, relative to the project; its record too.
    pub inputs: Vec<FileState>,
    /// Its pages and copies, relative to the output folder.
    pub outputs: Vec<FileState>,
    /// Copies of files, with the file.
    pub assets: BTreeMap<String, String>,
    /// What its links name.
    pub links: BTreeMap<String, Option<String>>,
    /// Where its pages are, by locale.
    pub live: BTreeMap<String, String>,
}

impl Entry {
    /// Whether every file of the entry is as it was.
    pub fn holds(&mut self, root: &Path, out: &Path, now: i128) -> bool {
        FileState::all_hold(&mut self.inputs, root, now) && FileState::all_hold(&mut self.outputs, out, now)
    }

    /// A number that changes when the stamp of a file is learnt.
    pub fn stamped(&self) -> i128 {
        FileState::stamped(&self.inputs).wrapping_mul(31).wrapping_add(FileState::stamped(&self.outputs))
    }

    /// Whether the entry can be written down: a path with a tab or a line feed cannot.
    pub fn is_plain(&self) -> bool {
        let files = self.inputs.iter().chain(&self.outputs).map(|file| &file.path);
        let linked = self.links.iter().flat_map(|(path, name)| [Some(path), name.as_ref()]).flatten();
        let copies = self.assets.iter().flat_map(|(output, file)| [output, file]);
        !files.chain(linked).chain(copies).chain(self.live.values()).any(|path| path.contains(['\t', '\n', '\r']))
    }
}

impl Index {
    /// The index of a target; `None` when there is none that can be used.
    pub fn load(root: &Path, target: &TargetName, key: &str) -> Option<Self> {
        let index = read(&cache::load(root, &layout::publish_index(target))?)?;
        (index.key == key).then_some(index)
    }

    /// Writes the index down. One that cannot be written is none.
    pub fn save(&self, root: &Path, target: &TargetName) {
        cache::save(root, &layout::publish_index(target), &write(self));
    }
}

fn write(index: &Index) -> String {
    let mut out = format!("{MARK}\t{}", index.key);
    index.lists.iter().for_each(|file| write_file(&mut out, 'F', file));
    for (name, entry) in &index.articles {
        out.push_str(&format!("\nA\t{name}\t{}\t{}", entry.read_as, entry.unsynced));
        entry.inputs.iter().for_each(|file| write_file(&mut out, 'I', file));
        entry.outputs.iter().for_each(|file| write_file(&mut out, 'O', file));
        entry.assets.iter().for_each(|(output, file)| out.push_str(&format!("\nC\t{output}\t{file}")));
        let named = |name: &Option<String>| name.as_deref().unwrap_or_default().to_owned();
        entry.links.iter().for_each(|(path, name)| out.push_str(&format!("\nL\t{path}\t{}", named(name))));
        entry.live.iter().for_each(|(locale, output)| out.push_str(&format!("\nP\t{locale}\t{output}")));
        entry.rows.iter().for_each(|row| write_row(&mut out, row));
    }
    out
}

fn write_file(out: &mut String, kind: char, file: &FileState) {
    out.extend(['\n', kind, '\t']);
    file.write(out);
}

fn write_row(out: &mut String, row: &PublishRow) {
    let revision = row.revision.map(|revision| revision.to_string()).unwrap_or_default();
    let is_plain = row.outcome == Outcome::Unchanged && row.stale.is_empty() && row.fallback.is_empty() && row.omitted.is_empty();
    if is_plain {
        out.push_str(&format!("\nU\t{}\t{revision}", row.locale));
        return;
    }
    let outcome = match row.outcome {
        Outcome::Published | Outcome::Unchanged => "unchanged",
        Outcome::HeldBack => "held-back",
        Outcome::Waiting => "waiting",
        Outcome::Withdrawn => "withdrawn",
        Outcome::RolledBack => "rolled-back",
    };
    let stale: Vec<Value> = row.stale.iter().map(|stale| json!([stale.unit, stale.grade.as_str()])).collect();
    let held: Vec<Value> = row.held_back.iter().map(|held| json!([held.unit, held.reason])).collect();
    let rest = json!([outcome, stale, row.fallback, row.omitted, held, row.earlier_stays_out]);
    out.push_str(&format!("\nR\t{}\t{revision}\t{rest}", row.locale));
}

fn read(text: &str) -> Option<Index> {
    let mut lines = text.split('\n');
    let key = lines.next()?.strip_prefix(MARK)?.strip_prefix('\t')?.to_owned();
    let mut index = Index { key, ..Index::default() };
    let mut current: Option<(String, Entry)> = None;
    for line in lines {
        let (kind, rest) = line.split_once('\t')?;
        let mut fields = rest.split('\t');
        let first = fields.next()?;
        if kind == "A" {
            index.articles.extend(current.take());
            let entry = Entry { read_as: fields.next()?.to_owned(), unsynced: fields.next()?.parse().ok()?, ..Entry::default() };
            current = Some((first.to_owned(), entry));
            continue;
        }
        if kind == "F" {
            index.lists.push(FileState::read(first, fields.next()?, fields.next()?)?);
            continue;
        }
        let (name, entry) = current.as_mut()?;
        match kind {
            "I" => entry.inputs.push(FileState::read(first, fields.next()?, fields.next()?)?),
            "O" => entry.outputs.push(FileState::read(first, fields.next()?, fields.next()?)?),
            "C" => drop(entry.assets.insert(first.to_owned(), fields.next()?.to_owned())),
            "L" => drop(entry.links.insert(first.to_owned(), fields.next().filter(|name| !name.is_empty()).map(str::to_owned))),
            "P" => drop(entry.live.insert(first.to_owned(), fields.next()?.to_owned())),
            "U" | "R" => {
                let row = read_row(name, first, fields.next()?, rest.splitn(3, '\t').nth(2).filter(|_| kind == "R"))?;
                entry.rows.push(row);
            }
            _ => return None,
        }
    }
    index.articles.extend(current);
    Some(index)
}

fn read_row(article: &str, locale: &str, revision: &str, rest: Option<&str>) -> Option<PublishRow> {
    let locale: Locale = locale.parse().ok()?;
    let revision = if revision.is_empty() { None } else { Some(revision.parse().ok()?) };
    let mut row = PublishRow { outcome: Outcome::Unchanged, revision, ..super::report::empty_row(article, locale) };
    let Some(rest) = rest else { return Some(row) };
    let value: Value = serde_json::from_str(rest).ok()?;
    row.outcome = match value.get(0)?.as_str()? {
        "unchanged" => Outcome::Unchanged,
        "held-back" => Outcome::HeldBack,
        "withdrawn" => Outcome::Withdrawn,
        "rolled-back" => Outcome::RolledBack,
        _ => return None,
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let pairs = |at: usize| {
        let pairs = value.get(at)?.as_array()?.iter();
        pairs.map(|pair| Some((text(pair.get(0)?)?, text(pair.get(1)?)?))).collect::<Option<Vec<_>>>()
    };
    let texts = |at: usize| value.get(at)?.as_array()?.iter().map(text).collect::<Option<Vec<_>>>();
    let stale = |(unit, grade): (String, String)| Some(PublishedStale { unit, grade: grade.parse::<Grade>().ok()? });
    row.stale = pairs(1)?.into_iter().map(stale).collect::<Option<_>>()?;
    (row.fallback, row.omitted) = (texts(2)?, texts(3)?);
    row.held_back = pairs(4)?.into_iter().map(|(unit, reason)| HeldBack { unit, reason }).collect();
    row.earlier_stays_out = value.get(5)?.as_bool()?;
    Some(row)
}
