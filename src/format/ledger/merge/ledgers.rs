//! Merges whole ledgers of either side.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::ledger::{Read, read_source, read_target, write_source, write_target};
use crate::format::merge::{MergeOptions, Merged, Pick, merge_bytes, pick, to_lf, with_line_ends_of, without_markers};
use crate::model::{DamagedTable, Ledger, UnitId};

use super::{source, target};

/// Merges what two sides made of the ledger `base`, a source ledger or a target's.
///
/// A ledger that holds conflict markers, or comes from a newer version, is merged as lines of text.
pub fn merge(base: &str, ours: &str, theirs: &str, options: &MergeOptions) -> Merged {
    match pick(base, ours, theirs) {
        Pick::Same | Pick::Ours => return Merged::clean(ours.to_owned()),
        Pick::Theirs => return Merged::clean(theirs.to_owned()),
        Pick::Both => {}
    }
    let [b, o, t] = [base, ours, theirs].map(to_lf);
    let without_markers = [&b, &o, &t].into_iter().all(|text| without_markers(text, options.marker_size));
    let merged = without_markers.then(|| merge_tables(&b, &o, &t)).flatten();
    match merged {
        Some(text) => Merged::clean(with_line_ends_of(ours, text)),
        None => {
            let merged = merge_bytes(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), options);
            Merged { text: String::from_utf8_lossy(&merged.text).into_owned(), conflicts: merged.conflicts }
        }
    }
}

/// The three states of a ledger that are merged.
struct Sides<L> {
    base: L,
    ours: L,
    theirs: L,
}

impl<R> Sides<Ledger<R>> {
    /// `None` when one of them cannot be written.
    fn of(sides: [Read<Ledger<R>>; 3]) -> Option<Self> {
        if sides.iter().any(|side| side.conflicted || !side.writable) {
            return None;
        }
        let [base, ours, theirs] = sides.map(|side| side.ledger);
        Some(Self { base, ours, theirs })
    }
}

fn merge_tables(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let texts = [base, ours, theirs];
    let sources = texts.map(read_source);
    // Every table of a source ledger has a fingerprint, and none of a target's.
    if sources.iter().any(|read| !read.ledger.units.is_empty()) {
        let sides = Sides::of(sources)?;
        return Some(write_source(&merge_ledgers(&sides, source::merge_records)));
    }
    let sides = Sides::of(texts.map(read_target))?;
    Some(write_target(&merge_ledgers(&sides, target::merge_records)))
}

/// Merges ledgers unit by unit; `merge` is asked for records that both sides have and changed.
fn merge_ledgers<R: Clone + PartialEq>(sides: &Sides<Ledger<R>>, merge: fn(Option<&R>, &R, &R) -> R) -> Ledger<R> {
    let mut units = BTreeMap::new();
    let ids: BTreeSet<&UnitId> = sides.ours.units.keys().chain(sides.theirs.units.keys()).collect();
    for id in ids {
        let base = sides.base.units.get(id);
        let (ours, theirs) = (sides.ours.units.get(id), sides.theirs.units.get(id));
        let merged = match (pick(&base, &ours, &theirs), ours, theirs) {
            (Pick::Both, Some(ours), Some(theirs)) => Some(merge(base, ours, theirs)),
            // A record that one side dropped and the other went on with stays.
            (Pick::Both, ours, theirs) => ours.or(theirs).cloned(),
            (Pick::Theirs, _, theirs) => theirs.cloned(),
            (Pick::Same | Pick::Ours, ours, _) => ours.cloned(),
        };
        units.extend(merged.map(|record| (id.clone(), record)));
    }
    Ledger { units, damaged: merge_damaged(sides) }
}

/// The pieces that cannot be read, each for itself: they may hold somebody's work.
fn merge_damaged<R>(sides: &Sides<Ledger<R>>) -> Vec<DamagedTable> {
    let has = |side: &Ledger<R>, table: &DamagedTable| side.damaged.iter().any(|other| other.raw == table.raw);
    let ours = sides.ours.damaged.iter().filter(|table| has(&sides.theirs, table) || !has(&sides.base, table));
    let theirs = sides.theirs.damaged.iter().filter(|table| !has(&sides.ours, table) && !has(&sides.base, table));
    ours.chain(theirs).cloned().collect()
}
