//! Merges a unit's table in a target ledger.

use crate::base::Fingerprint;
use crate::format::merge::{Pick, pick, unite};
use crate::model::{Origin, State, TargetRecord};

/// What is known of a translation: which source text it renders; `None` when nobody knows.
type Known = (Fingerprint, Option<Fingerprint>);

/// Merges what two sides made of a record.
///
/// The record goes on with the translation of the side that has a new one, ours where both have: the other one joins the earlier
/// ones, so that `sync` knows what it renders, whichever a person keeps in the catalog. A sign-off stays only if nothing that it
/// covers differs between the sides.
pub(super) fn merge_records(base: Option<&TargetRecord>, ours: &TargetRecord, theirs: &TargetRecord) -> TargetRecord {
    let unknown = TargetRecord::default();
    let base = base.unwrap_or(&unknown);
    let decided = pick(&base.target, &ours.target, &theirs.target);
    let lead = match decided {
        Pick::Theirs => theirs,
        Pick::Both if ours.target.is_none() => theirs,
        Pick::Same | Pick::Ours | Pick::Both => ours,
    };
    let mut merged = match decided {
        Pick::Same => merge_fields(base, ours, theirs),
        Pick::Ours | Pick::Theirs | Pick::Both => lead.clone(),
    };
    let known = merge_known(base, ours, theirs);
    merged.renders = merged.target.and_then(|target| known.iter().find(|(text, _)| *text == target)).and_then(|(_, text)| *text);
    merged.earlier = known.into_iter().filter(|(text, _)| Some(*text) != merged.target).collect();
    merged.offered = merged.offered.filter(|_| merged.target.is_none());
    merged.entry = merge_entry(base, ours, theirs);
    merged.unknown = unite(&base.unknown, &ours.unknown, &theirs.unknown);
    let covered = |side: &TargetRecord| (side.target, side.renders) == (merged.target, merged.renders);
    let same = covered(ours) && covered(theirs) && ours.rejected == theirs.rejected;
    if merged.state >= State::Reviewed && (!same || merged.signed.is_none()) {
        merged.state = State::Translated;
        merged.reviewer = None;
        merged.signed = None;
        merged.terms = Vec::new();
    }
    merged
}

/// Merges records of one translation key by key.
fn merge_fields(base: &TargetRecord, ours: &TargetRecord, theirs: &TargetRecord) -> TargetRecord {
    let text = |of: fn(&TargetRecord) -> &Option<String>| match pick(of(base), of(ours), of(theirs)) {
        Pick::Same | Pick::Ours => of(ours).clone(),
        Pick::Theirs => of(theirs).clone(),
        Pick::Both => of(ours).clone().or_else(|| of(theirs).clone()),
    };
    let rejected = text(|record| &record.rejected);
    let state = match pick(&base.state, &ours.state, &theirs.state) {
        _ if rejected.is_some() => State::Initial,
        Pick::Same | Pick::Ours => ours.state,
        Pick::Theirs => theirs.state,
        Pick::Both => ours.state.min(theirs.state),
    };
    let signed = match pick(&base.signed, &ours.signed, &theirs.signed) {
        Pick::Same | Pick::Ours => ours.signed,
        Pick::Theirs => theirs.signed,
        Pick::Both => None,
    };
    // What was signed says which terms it covers.
    let signer = [ours, theirs].into_iter().find(|side| signed.is_some() && side.signed == signed);
    let terms = signer.map(|side| side.terms.clone()).unwrap_or_default();
    let origin = match pick(&base.origin, &ours.origin, &theirs.origin) {
        Pick::Same | Pick::Ours => ours.origin.clone(),
        Pick::Theirs => theirs.origin.clone(),
        Pick::Both => least_trusted(ours.origin.clone(), theirs.origin.clone()),
    };
    TargetRecord {
        state,
        origin,
        translator: text(|record| &record.translator),
        reviewer: text(|record| &record.reviewer),
        terms: if rejected.is_none() { terms } else { Vec::new() },
        signed: signed.filter(|_| rejected.is_none()),
        offered: text(|record| &record.offered),
        rejected,
        ..ours.clone()
    }
}

/// Of two statements where a text came from, the one that lets less of it go out.
fn least_trusted(one: Option<Origin>, other: Option<Origin>) -> Option<Origin> {
    let trust = |origin: &Origin| match origin {
        Origin::Machine(_) => 0,
        Origin::Unrecorded => 1,
        Origin::Memory => 2,
        Origin::Human => 3,
    };
    one.into_iter().chain(other).min_by_key(trust)
}

/// What the sides know of every translation that either has seen, oldest first. A translation of which they know different things
/// that neither has from the base renders nobody knows what.
fn merge_known(base: &TargetRecord, ours: &TargetRecord, theirs: &TargetRecord) -> Vec<Known> {
    let all = |side: &TargetRecord| -> Vec<Known> {
        side.earlier.iter().copied().chain(side.target.map(|target| (target, side.renders))).collect()
    };
    let (base, ours, theirs) = (all(base), all(ours), all(theirs));
    let find = |side: &[Known], text: Fingerprint| side.iter().find(|(known, _)| *known == text).map(|(_, renders)| *renders);
    let mut known: Vec<Known> = Vec::new();
    for (text, _) in ours.iter().chain(&theirs) {
        if find(&known, *text).is_some() {
            continue;
        }
        let renders = match (find(&ours, *text), find(&theirs, *text)) {
            (Some(one), Some(other)) => match pick(&find(&base, *text), &Some(one), &Some(other)) {
                Pick::Same | Pick::Ours => one,
                Pick::Theirs => other,
                Pick::Both => None,
            },
            (one, other) => one.or(other).flatten(),
        };
        known.push((*text, renders));
    }
    known
}

/// The entry of an obsolete unit. If both sides have put one there, ours waits with theirs above it as a comment.
fn merge_entry(base: &TargetRecord, ours: &TargetRecord, theirs: &TargetRecord) -> Option<String> {
    match (pick(&base.entry, &ours.entry, &theirs.entry), &ours.entry, &theirs.entry) {
        (Pick::Both, Some(one), Some(other)) => {
            let lines = other.lines().filter(|line| !one.lines().any(|own| own == *line));
            let commented = lines.map(|line| format!("# ({line})\n").replace("# (# ", "# ("));
            Some(commented.collect::<String>() + one)
        }
        (Pick::Both, one, other) => one.clone().or_else(|| other.clone()),
        (Pick::Theirs, _, other) => other.clone(),
        (Pick::Same | Pick::Ours, one, _) => one.clone(),
    }
}
