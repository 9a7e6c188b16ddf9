//! Sentences that went over to another unit: an author moves one to the next paragraph, or keeps one of a paragraph that goes.

use std::collections::{BTreeSet, HashMap};

use crate::base::normalise;
use crate::model::{Ledger, Lineage, LineageKind, SourceRecord, UnitId, UnitText, flatten};
use crate::workflow::counts::words;

use super::old_units::OldText;
use super::source::{SourceUnit, UnitChange};

/// Sentences of fewer words come and go by chance.
const TELLING: usize = 4;
/// The most units whose sentences a unit is said to hold.
const MOST: usize = 2;

/// Writes down, for every new or edited unit, which units have lost a sentence that it holds now; their translations are shown
/// beside it.
pub(super) fn remember_heirs(ledger: &mut Ledger<SourceRecord>, old: &[OldText], units: &[SourceUnit]) {
    let changed = |unit: &&SourceUnit| matches!(unit.change, UnitChange::Born | UnitChange::Edited { .. });
    let changed: Vec<&SourceUnit> = units.iter().filter(changed).collect();
    if changed.is_empty() {
        return;
    }
    let lost = Lost::of(old, units);
    for unit in changed {
        let Some(record) = ledger.units.get_mut(&unit.id) else { continue };
        let own = record.lineage.iter().map(|lineage| &lineage.of).chain([&unit.id]);
        let known: BTreeSet<usize> = own.filter_map(|id| lost.places.get(id).copied()).collect();
        let mut found = Vec::new();
        for sentence in telling(&unit.text, &unit.today.placeables) {
            let Some(losers) = lost.by_sentence.get(&sentence) else { continue };
            if !losers.iter().any(|at| known.contains(at) || found.contains(at)) {
                found.extend(losers.first());
            }
        }
        let of = |at: usize| Lineage { kind: LineageKind::SentenceOf, of: old[at].id.clone() };
        record.lineage.extend(found.into_iter().take(MOST).map(of));
    }
}

/// The sentences that units have lost.
struct Lost<'a> {
    /// By sentence, the old units that had it and have it no longer.
    by_sentence: HashMap<String, Vec<usize>>,
    /// Every old unit's place.
    places: HashMap<&'a UnitId, usize>,
}

impl<'a> Lost<'a> {
    fn of(old: &'a [OldText], units: &[SourceUnit]) -> Self {
        let today: HashMap<&UnitId, &SourceUnit> = units.iter().map(|unit| (&unit.id, unit)).collect();
        let mut by_sentence: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, before) in old.iter().enumerate() {
            let now = today.get(&before.id);
            let Some((text, remembered)) = &before.text else { continue };
            if now.is_some_and(|unit| unit.today.fingerprint == before.fingerprint) {
                continue;
            }
            let kept: BTreeSet<String> =
                now.map(|unit| telling(&unit.text, &unit.today.placeables).collect()).unwrap_or_default();
            for sentence in telling(text, &remembered.placeables).filter(|sentence| !kept.contains(sentence)) {
                by_sentence.entry(sentence).or_default().push(at);
            }
        }
        Self { by_sentence, places: old.iter().enumerate().map(|(at, unit)| (&unit.id, at)).collect() }
    }
}

/// The sentences of a text that are long enough to be known again; a text of a single short one is known by being nothing else.
fn telling(text: &UnitText, placeables: &crate::model::Placeables) -> impl Iterator<Item = String> {
    let flats = text.segments.iter().map(|segment| normalise(&flatten(segment, placeables)).into_owned());
    let is_whole = text.segments.len() == 1;
    let mark = move |flat: String| match (words(&flat) >= TELLING, is_whole) {
        (true, _) => Some(flat),
        (false, true) => Some(format!("={flat}")),
        (false, false) => None,
    };
    flats.filter_map(mark)
}
