//! Merges whole catalogs: each entry by itself, in the order of our side.
//!
//! What comes out is read again before it is given back, as if each side of every conflict had been taken: should any text have
//! come to mean something else, the file is merged as lines of text instead.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::format::fluent::catalog::{Catalog, Entry, EntryKind, Translation};
use crate::format::fluent::read;
use crate::format::merge::{
    Conflict, MergeOptions, Merged, Pick, merge_bytes, order, pick, to_lf, unite, with_line_ends_of, without_markers,
};
use crate::model::UnitId;

use super::entry::{Part, has_work, merge_units};

/// Merges what two sides made of the catalog `base`.
///
/// An entry that one side changed is taken from it, notes and text together, because the notes are the evidence of which source text
/// it renders. A unit whose text both sides changed differently becomes one conflict around its entry; in a source catalog, which
/// `sync` writes again from the article, our text is taken.
pub fn merge(base: &str, ours: &str, theirs: &str, options: &MergeOptions) -> Merged {
    match pick(base, ours, theirs) {
        Pick::Same | Pick::Ours => return Merged::clean(ours.to_owned()),
        Pick::Theirs => return Merged::clean(theirs.to_owned()),
        Pick::Both => {}
    }
    merge_entries(base, ours, theirs, options).unwrap_or_else(|| {
        let merged = merge_bytes(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), options);
        Merged { text: String::from_utf8_lossy(&merged.text).into_owned(), conflicts: merged.conflicts }
    })
}

/// What an entry is recognised by on all sides. Of several that are alike, the first is that of the other sides too.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Header,
    Unit(UnitId, usize),
    Term(String, usize),
    /// A comment, or something that is not Fluent, by its bytes.
    Text(String, usize),
}

/// One of the three files.
struct Side {
    catalog: Catalog,
    keys: Vec<Key>,
    places: HashMap<Key, usize>,
}

impl Side {
    /// Reads a side; `None` for a file that has to be merged as text.
    fn read(text: &str, options: &MergeOptions) -> Option<Self> {
        let catalog = read(&to_lf(text));
        let deep = catalog.diagnostics.iter().any(|diagnostic| diagnostic.code == "nesting-too-deep");
        if catalog.conflicted || deep || !without_markers(&catalog.text, options.marker_size) {
            return None;
        }
        let mut seen: HashMap<Key, usize> = HashMap::new();
        let keys: Vec<Key> = catalog.entries.iter().map(|entry| key(&catalog, entry, &mut seen)).collect();
        let places = keys.iter().cloned().enumerate().map(|(at, key)| (key, at)).collect();
        Some(Self { catalog, keys, places })
    }

    fn entry(&self, key: &Key) -> Option<&Entry> {
        self.places.get(key).map(|&at| &self.catalog.entries[at])
    }

    fn bytes(&self, key: &Key) -> Option<&str> {
        self.entry(key).map(|entry| &self.catalog.text[entry.span.clone()])
    }

    fn part(&self, key: &Key) -> Option<Part<'_>> {
        let entry = self.entry(key)?;
        entry.as_unit().map(|unit| Part { text: &self.catalog.text, entry, unit })
    }

    /// The blank lines after `key`, if `next` is what follows it here.
    fn gap(&self, key: &Key, next: Option<&Key>) -> Option<&str> {
        let &at = self.places.get(key)?;
        let following = self.keys.get(at + 1);
        if following != next {
            return None;
        }
        let end = self.catalog.entries.get(at + 1).map_or(self.catalog.text.len(), |entry| entry.span.start);
        Some(&self.catalog.text[self.catalog.entries[at].span.end..end])
    }

    /// A BOM and the blank lines before the first entry.
    fn prefix(&self) -> &str {
        let end = self.catalog.entries.first().map_or(self.catalog.text.len(), |entry| entry.span.start);
        &self.catalog.text[..end]
    }

    /// Whether this is the catalog of the source locale, by its first line: that of a target says what it is translated from.
    fn is_source(&self) -> bool {
        let header = self.catalog.entries.iter().find_map(|entry| match &entry.kind {
            EntryKind::Header(header) => header.lines().next(),
            _ => None,
        });
        let parts: Vec<&str> = header.unwrap_or_default().split(" · ").collect();
        matches!(parts.as_slice(), ["Tarjuman", .., locale] if parts.len() > 2 && !locale.contains(" from "))
    }
}

fn key(catalog: &Catalog, entry: &Entry, seen: &mut HashMap<Key, usize>) -> Key {
    let bytes = || catalog.text[entry.span.clone()].trim_end_matches('\n').to_owned();
    let first = match &entry.kind {
        EntryKind::Header(_) => return Key::Header,
        EntryKind::Unit(unit) => Key::Unit(unit.id.clone(), 0),
        EntryKind::Term(name) => Key::Term(name.clone(), 0),
        EntryKind::Group(_) | EntryKind::Comment | EntryKind::Junk => Key::Text(bytes(), 0),
    };
    let count = seen.entry(first.clone()).or_default();
    let nth = *count;
    *count += 1;
    match first {
        Key::Header => Key::Header,
        Key::Unit(id, _) => Key::Unit(id, nth),
        Key::Term(name, _) => Key::Term(name, nth),
        Key::Text(text, _) => Key::Text(text, nth),
    }
}

/// What a part of the merged file is.
pub(super) enum Outcome {
    /// These bytes.
    Take(String),
    /// Both sides.
    Conflict { ours: String, base: String, theirs: String },
}

fn merge_entries(base: &str, ours: &str, theirs: &str, options: &MergeOptions) -> Option<Merged> {
    let merger = Merger {
        base: Side::read(base, options)?,
        ours: Side::read(ours, options)?,
        theirs: Side::read(theirs, options)?,
        options,
    };
    let mut outcomes: HashMap<Key, Outcome> = HashMap::new();
    for key in merger.ours.keys.iter().chain(&merger.theirs.keys) {
        if !outcomes.contains_key(key)
            && let Some(outcome) = merger.merge_key(key)
        {
            outcomes.insert(key.clone(), outcome);
        }
    }
    let kept: HashSet<Key> = outcomes.keys().cloned().collect();
    let order = order(&merger.base.keys, &merger.ours.keys, &merger.theirs.keys, &kept);
    if !merger.is_sound(&order, &outcomes) {
        return None;
    }
    let text = String::from_utf8(merger.write(&order, &outcomes, None)).ok()?;
    let conflicts = outcomes.values().filter(|outcome| matches!(outcome, Outcome::Conflict { .. })).count();
    Some(Merged { text: with_line_ends_of(ours, text), conflicts })
}

struct Merger<'o> {
    base: Side,
    ours: Side,
    theirs: Side,
    options: &'o MergeOptions,
}

/// A side of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Ours,
    Theirs,
}

impl Merger<'_> {
    /// What becomes of one entry; `None` when it is gone.
    fn merge_key(&self, key: &Key) -> Option<Outcome> {
        let (base, ours, theirs) = (self.base.bytes(key), self.ours.bytes(key), self.theirs.bytes(key));
        let take = |bytes: &str| Some(Outcome::Take(bytes.to_owned()));
        match (ours, theirs) {
            (None, None) => None,
            (Some(bytes), None) => self.keeps(&self.ours, key).then(|| take(bytes)).flatten(),
            (None, Some(bytes)) => self.keeps(&self.theirs, key).then(|| take(bytes)).flatten(),
            (Some(ours), Some(theirs)) => Some(match (self.ours.part(key), self.theirs.part(key)) {
                (Some(one), Some(other)) => {
                    let is_source = self.ours.is_source() && self.theirs.is_source();
                    merge_units(self.base.part(key).as_ref(), &one, &other, is_source)
                }
                _ => match pick(base.unwrap_or_default(), ours, theirs) {
                    Pick::Same | Pick::Ours => Outcome::Take(ours.to_owned()),
                    Pick::Theirs => Outcome::Take(theirs.to_owned()),
                    Pick::Both if *key == Key::Header => Outcome::Take(unite_lines(base.unwrap_or_default(), ours, theirs)),
                    Pick::Both if matches!(key, Key::Text(..)) => Outcome::Take(ours.to_owned()),
                    Pick::Both => Outcome::Conflict {
                        ours: ours.to_owned(),
                        base: base.unwrap_or_default().to_owned(),
                        theirs: theirs.to_owned(),
                    },
                },
            }),
        }
    }

    /// Whether an entry that the other side does not have stays: a new one, and one in which somebody wrote since the base.
    fn keeps(&self, side: &Side, key: &Key) -> bool {
        match (self.base.part(key), side.part(key)) {
            (Some(before), Some(now)) => has_work(&before, &now),
            _ => self.base.bytes(key) != side.bytes(key),
        }
    }

    /// The merged file, with conflict markers or with one side taken everywhere.
    fn write(&self, order: &[Key], outcomes: &HashMap<Key, Outcome>, taken: Option<Taken>) -> Vec<u8> {
        let mut out = self.ours.prefix().as_bytes().to_vec();
        for (nth, key) in order.iter().enumerate() {
            let next = order.get(nth + 1);
            match &outcomes[key] {
                Outcome::Take(text) => out.extend(text.bytes()),
                Outcome::Conflict { ours, base, theirs } => {
                    let side =
                        |text: &str| if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
                    let (ours, base, theirs) = (side(ours), side(base), side(theirs));
                    match taken {
                        Some(Taken::Ours) => out.extend(ours.bytes()),
                        Some(Taken::Theirs) => out.extend(theirs.bytes()),
                        None => Conflict { ours: ours.as_bytes(), base: base.as_bytes(), theirs: theirs.as_bytes() }.write(
                            &mut out,
                            self.options,
                            "\n",
                        ),
                    }
                }
            }
            if next.is_some() && !out.ends_with(b"\n") {
                out.push(b'\n');
            }
            let gap = self.ours.gap(key, next).or_else(|| self.theirs.gap(key, next));
            out.extend(gap.unwrap_or(if next.is_some() { "\n" } else { "" }).bytes());
        }
        out
    }

    /// Whether the file holds what was decided, whichever side of its conflicts is taken.
    fn is_sound(&self, order: &[Key], outcomes: &HashMap<Key, Outcome>) -> bool {
        let conflicted = outcomes.values().any(|outcome| matches!(outcome, Outcome::Conflict { .. }));
        let ways: &[Taken] = if conflicted { &[Taken::Ours, Taken::Theirs] } else { &[Taken::Ours] };
        ways.iter().all(|&taken| self.is_sound_with(order, outcomes, taken))
    }

    fn is_sound_with(&self, order: &[Key], outcomes: &HashMap<Key, Outcome>, taken: Taken) -> bool {
        let Ok(text) = String::from_utf8(self.write(order, outcomes, Some(taken))) else { return false };
        let now = read(&text);
        let mut wanted: HashMap<&UnitId, Vec<Translation>> = HashMap::new();
        for (key, outcome) in order.iter().map(|key| (key, &outcomes[key])) {
            let Key::Unit(id, _) = key else { continue };
            let text = match (outcome, taken) {
                (Outcome::Take(text), _) => text,
                (Outcome::Conflict { ours, .. }, Taken::Ours) => ours,
                (Outcome::Conflict { theirs, .. }, Taken::Theirs) => theirs,
            };
            let Some(unit) = read(text).unit(id).map(|unit| unit.translation.clone()) else { return false };
            wanted.entry(id).or_default().push(unit);
        }
        let count =
            |side: &Side, id: &UnitId| side.keys.iter().filter(|key| matches!(key, Key::Unit(unit, _) if unit == id)).count();
        let found: HashSet<&UnitId> = now.units().map(|unit| &unit.id).collect();
        found.len() == wanted.len()
            && wanted.iter().all(|(id, texts)| match texts.as_slice() {
                [text] => now.unit(id).is_some_and(|unit| unit.translation == *text),
                several => several.len() <= count(&self.ours, id).max(count(&self.theirs, id)),
            })
    }
}

/// The header with what each side changed in it, line by line.
fn unite_lines(base: &str, ours: &str, theirs: &str) -> String {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (base, ours, theirs) = (lines(base), lines(ours), lines(theirs));
    // Both have written the first line: one of them is enough.
    let others: Vec<String> = theirs.iter().skip(1).cloned().collect();
    let mut united = ours.first().cloned().into_iter().collect::<Vec<_>>();
    united.extend(unite(&base, ours.get(1..).unwrap_or_default(), &others));
    united.into_iter().map(|line| line + "\n").collect()
}
