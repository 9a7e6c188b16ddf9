//! Units that come back: by a text that they had when they went, or had before.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Fingerprint;
use crate::engine::align::{AlignUnit, Alignment, Attachment, Gone};
use crate::model::{Ledger, Role, SourceRecord, UnitId};

use super::old_units::OldText;

/// Obsolete units by every text they have had.
pub(super) fn orphans(ledger: &Ledger<SourceRecord>) -> BTreeMap<Fingerprint, Vec<UnitId>> {
    let mut orphans: BTreeMap<Fingerprint, Vec<UnitId>> = BTreeMap::new();
    for (id, record) in ledger.units.iter().filter(|(_, record)| record.obsolete) {
        let texts: BTreeSet<Fingerprint> =
            record.earlier.iter().map(|text| text.fingerprint).chain([record.fingerprint]).collect();
        texts.into_iter().for_each(|text| orphans.entry(text).or_default().push(id.clone()));
    }
    orphans
}

/// Texts of fewer words come and go by chance.
const TELLING: usize = 4;

/// The new units that are a unit which had gone, with the very text it had last: an equal text is more than a similar one.
pub(super) fn returning(
    orphans: &BTreeMap<Fingerprint, Vec<UnitId>>,
    ledger: &Ledger<SourceRecord>,
    old: &[OldText],
    new: &[AlignUnit<'_>],
) -> Vec<usize> {
    if orphans.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<Fingerprint> = old.iter().map(|unit| unit.fingerprint).collect();
    let had_it_last = |unit: &AlignUnit<'_>| {
        let waiting = orphans.get(&unit.fingerprint).into_iter().flatten();
        let same = |id: &&UnitId| Role::of_id(id).is_some_and(|role| role.prefix() == unit.role.prefix());
        waiting.filter(same).any(|id| ledger.units[id].fingerprint == unit.fingerprint)
    };
    let tells = |unit: &AlignUnit<'_>| unit.text.split_whitespace().count() >= TELLING;
    let is_back = |unit: &AlignUnit<'_>| !known.contains(&unit.fingerprint) && tells(unit) && had_it_last(unit);
    (0..new.len()).filter(|&at| is_back(&new[at])).collect()
}

/// Gives new units without a partner those old ones without a partner that once had this very text.
pub(super) fn take_back(alignment: &mut Alignment, ledger: &Ledger<SourceRecord>, old: &[OldText], new: &[AlignUnit<'_>]) {
    let had = |gone: &Gone, at: usize| {
        let record = ledger.units.get(&old[gone.old].id);
        old[gone.old].role.prefix() == new[at].role.prefix()
            && record.is_some_and(|record| record.earlier.iter().any(|text| text.fingerprint == new[at].fingerprint))
    };
    for at in 0..new.len() {
        if alignment.new[at].keeps().is_some() {
            continue;
        }
        let mut candidates = alignment.gone.iter().enumerate().filter(|(_, gone)| had(gone, at));
        // Of two that had it nobody knows which one is back.
        if let (Some((place, _)), None) = (candidates.next(), candidates.next()) {
            let gone = alignment.gone.remove(place);
            alignment.new[at] = Attachment::Edited { old: gone.old, similarity: 0.0 };
            alignment.offers.retain(|offer| offer.old != gone.old && offer.new != at);
            alignment.ambiguous.retain(|choice| !choice.old.contains(&gone.old) && !choice.new.contains(&at));
        }
    }
}
