//! The units of the last sync, from the source catalog and the source ledger.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Fingerprint;
use crate::engine::align::AlignUnit;
use crate::engine::segment;
use crate::format::fluent::{Catalog, Message, Translation, read_lines, read_pattern};
use crate::model::{Ledger, Role, SourceRecord, SourceText, UnitId, UnitText, flatten};

/// A unit as the last sync left it.
pub(super) struct OldText {
    /// Its id.
    pub id: UnitId,
    /// What it was.
    pub role: Role,
    /// Its text's fingerprint.
    pub fingerprint: Fingerprint,
    /// `None` when only the fingerprint is left (the source catalog lost the unit).
    pub text: Option<(UnitText, SourceText)>,
    /// Its plain text, placeables' contents in place.
    pub flat: String,
}

impl OldText {
    /// The unit as alignment wants it.
    pub fn to_align(&self) -> AlignUnit<'_> {
        AlignUnit { role: &self.role, text: &self.flat, fingerprint: self.fingerprint }
    }
}

/// The units of the last sync in the order of the source catalog; then those that only the ledger knows. `new` are today's, most of
/// which stand where they stood.
pub(super) fn old_units(catalog: Option<&Catalog>, ledger: &Ledger<SourceRecord>, new: &[AlignUnit<'_>]) -> Vec<OldText> {
    let mut old = Vec::new();
    for (id, message) in catalog.iter().flat_map(|catalog| source_units(catalog)) {
        let Some(text) = message.value.as_ref().map_or(Some(UnitText::default()), read_pattern) else { continue };
        let record = ledger.units.get(id);
        if record.is_some_and(|record| record.obsolete) {
            continue;
        }
        let placeables = record.map(|record| record.placeables.clone()).unwrap_or_default();
        let flat = flatten(&segment::join_segments(&text), &placeables);
        let same = new.get(old.len()).filter(|unit| unit.text == flat);
        let fingerprint = same.map_or_else(|| Fingerprint::of(&flat), |unit| unit.fingerprint);
        let revision = record.map_or(1, |record| {
            let earlier = record.earlier.iter().find(|text| text.fingerprint == fingerprint);
            earlier.map_or(record.revision, |text| text.revision)
        });
        let remembered = SourceText { revision, fingerprint, lines: message.lines.clone(), placeables };
        let role = role_of(id, record);
        old.push(OldText { id: id.clone(), role, fingerprint, text: Some((text, remembered)), flat });
    }
    let known = old.iter().filter(|unit| ledger.units.contains_key(&unit.id)).count();
    if known == ledger.units.values().filter(|record| !record.obsolete).count() {
        return old;
    }
    let seen: BTreeSet<UnitId> = old.iter().map(|unit| unit.id.clone()).collect();
    for (id, record) in ledger.units.iter().filter(|(id, record)| !record.obsolete && !seen.contains(*id)) {
        let remembered = record.earlier.iter().find(|text| text.fingerprint == record.fingerprint);
        let text = remembered.and_then(|text| Some((read_lines(&text.lines)?, text.clone())));
        let flat = text.as_ref().map(|(unit, text)| flatten(&segment::join_segments(unit), &text.placeables)).unwrap_or_default();
        let role = role_of(id, Some(record));
        old.push(OldText { id: id.clone(), role, fingerprint: record.fingerprint, text, flat });
    }
    old
}

/// Gives units of which only the fingerprint is left the text and the place of today's unit that has it: an equal fingerprint is
/// the same text, and the order of a lost source catalog is known no other way.
pub(super) fn place_by_fingerprint(old: &mut [OldText], new: &[AlignUnit<'_>]) {
    let lost = old.iter().position(|unit| unit.text.is_none()).unwrap_or(old.len());
    let mut taken = BTreeSet::new();
    let mut places = BTreeMap::new();
    for unit in old[lost..].iter_mut().filter(|unit| unit.text.is_none()) {
        let fits = |at: &usize| new[*at].fingerprint == unit.fingerprint && new[*at].role.prefix() == unit.role.prefix();
        if let Some(at) = (0..new.len()).filter(|at| !taken.contains(at)).find(fits) {
            taken.insert(at);
            places.insert(unit.id.clone(), at);
            unit.flat = new[at].text.to_owned();
        }
    }
    old[lost..].sort_by_key(|unit| places.get(&unit.id).copied().unwrap_or(usize::MAX));
}

/// The units of a source catalog with their texts, in file order.
fn source_units(catalog: &Catalog) -> impl Iterator<Item = (&UnitId, &Message)> {
    catalog.units().filter_map(|entry| match &entry.translation {
        Translation::Text(message) => Some((&entry.id, message.as_ref())),
        Translation::Missing | Translation::Unreadable => None,
    })
}

/// What a unit of the last sync was, as far as its id and its record tell.
fn role_of(id: &UnitId, record: Option<&SourceRecord>) -> Role {
    match (Role::of_id(id), record.and_then(|record| record.field.clone())) {
        (Some(Role::FrontMatter(_)), Some(field)) => Role::FrontMatter(field),
        (role, _) => role.unwrap_or(Role::Paragraph),
    }
}
