//! Merges a unit's table in the source ledger.

use crate::format::merge::{Pick, pick, unite};
use crate::model::{Impact, SourceRecord, SourceText, Verdict};

/// Merges what two sides made of a record.
///
/// Which text is today's follows the source catalog: that of the side that changed it, ours where both did; a unit that is still
/// there on one side is there. Every text that either side remembers stays remembered, under a number of its own.
pub(super) fn merge_records(base: Option<&SourceRecord>, ours: &SourceRecord, theirs: &SourceRecord) -> SourceRecord {
    let today = match pick(&base.map(today), &Some(today(ours)), &Some(today(theirs))) {
        Pick::Both if ours.obsolete && !theirs.obsolete => theirs,
        Pick::Theirs => theirs,
        Pick::Same | Pick::Ours | Pick::Both => ours,
    };
    let other = if std::ptr::eq(today, ours) { theirs } else { ours };
    let none = Vec::new();
    let mut merged = SourceRecord {
        last_revision: ours.last_revision.max(theirs.last_revision),
        earlier: Vec::new(),
        verdicts: merge_verdicts(base.map_or(&none, |base| &base.verdicts), &ours.verdicts, &theirs.verdicts),
        lineage: today.lineage.clone(),
        unknown: unite(base.map_or(&[], |base| &base.unknown), &ours.unknown, &theirs.unknown),
        ..today.clone()
    };
    merged.lineage.extend(other.lineage.iter().filter(|lineage| !today.lineage.contains(lineage)).cloned());
    merged.earlier = merge_earlier(today, other, &mut merged.last_revision);
    let is_new = base.is_none_or(|base| base.fingerprint != today.fingerprint);
    let taken = merged.earlier.iter().any(|text| text.revision == today.revision && text.fingerprint != today.fingerprint);
    if is_new && (taken || theirs.fingerprint != ours.fingerprint && other.revision == today.revision) {
        merged.last_revision += 1;
        merged.revision = merged.last_revision;
        for text in merged.earlier.iter_mut().filter(|text| text.fingerprint == today.fingerprint) {
            text.revision = merged.revision;
        }
    }
    merged
}

/// What a record says of today's text.
fn today(record: &SourceRecord) -> impl PartialEq + use<'_> {
    (record.fingerprint, &record.placeables, &record.field, record.obsolete)
}

/// The earlier texts of both records, oldest first; none of them twice, no number twice.
fn merge_earlier(today: &SourceRecord, other: &SourceRecord, last: &mut u32) -> Vec<SourceText> {
    let mut texts = today.earlier.clone();
    for text in &other.earlier {
        if texts.iter().any(|known| known.fingerprint == text.fingerprint) || text.fingerprint == today.fingerprint {
            continue;
        }
        let mut text = text.clone();
        if texts.iter().any(|known| known.revision == text.revision) {
            *last += 1;
            text.revision = *last;
        }
        // The order is that in which the texts stood, as far as both sides know it: the last one stays last.
        let at = texts.iter().position(|known| known.revision > text.revision).unwrap_or(texts.len());
        texts.insert(at, text);
    }
    texts
}

/// All verdicts. Where the sides judge one edit differently, and neither only repeats the base, the graver one holds.
fn merge_verdicts(base: &[Verdict], ours: &[Verdict], theirs: &[Verdict]) -> Vec<Verdict> {
    let find = |side: &[Verdict], of: &Verdict| side.iter().rfind(|v| (v.from, v.to) == (of.from, of.to)).map(|v| v.impact);
    let mut merged: Vec<Verdict> = Vec::new();
    for verdict in ours.iter().chain(theirs) {
        if find(&merged, verdict).is_some() {
            continue;
        }
        let (one, other) = (find(ours, verdict), find(theirs, verdict));
        let impact: Option<Impact> = match pick(&find(base, verdict), &one, &other) {
            Pick::Same | Pick::Ours => one,
            Pick::Theirs => other,
            Pick::Both => one.max(other),
        };
        merged.extend(impact.map(|impact| Verdict { impact, ..verdict.clone() }));
    }
    merged
}
