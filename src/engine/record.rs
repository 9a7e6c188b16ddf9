//! Recording what translators did: a text that the ledger does not know is attributed to a source text by evidence (DESIGN §6.1).
//!
//! The order of evidence is fixed: (a) the ledger has seen this text before, (b) the `[source]` notes above it,
//! (c) the source catalog on disk. Nothing is ever attributed to a text that its translator could not see.

use crate::base::Fingerprint;
use crate::engine::glossary::ChangedTerm;
use crate::model::{Origin, State, TargetRecord, UnitId};

/// Who brought a new text, if anybody said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attribution {
    /// Name of the translator.
    pub by: Option<String>,
    /// Origin; `None` is recorded as `unrecorded`.
    pub origin: Option<Origin>,
}

/// What the witnesses of a new text say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witnesses {
    /// What its `[source]` notes say.
    pub notes: NoteWitness,
    /// The unit's text in the source catalog on disk; `None` when the unit is not in it.
    pub catalog: Option<Fingerprint>,
}

/// What the `[source]` notes above a translation say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteWitness {
    /// There are none.
    Absent,
    /// They are today's or a remembered text.
    Shows(Fingerprint),
    /// They are no text that is remembered.
    Unknown,
}

/// On which evidence a text was attributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// (a) The ledger had seen the text before.
    Ledger,
    /// (b) The notes above it.
    Notes,
    /// (c) The source catalog on disk.
    Catalog,
    /// None: the base is unknown.
    None,
}

/// Records that the unit's translation now has the fingerprint `target`, a text other than the recorded one.
///
/// The record afterwards says `translated` at most; the text it replaces joins `earlier`.
pub fn record_new_text(record: &mut TargetRecord, target: Fingerprint, witnesses: Witnesses, by: &Attribution) -> Evidence {
    let seen = record.earlier.iter().find(|(text, _)| *text == target).map(|(_, renders)| *renders);
    let (renders, evidence) = match (seen, witnesses.notes) {
        (Some(renders), _) => (renders, Evidence::Ledger),
        (None, NoteWitness::Shows(text)) => (Some(text), Evidence::Notes),
        (None, NoteWitness::Absent) => (witnesses.catalog, Evidence::Catalog),
        (None, NoteWitness::Unknown) => (None, Evidence::None),
    };
    replace_text(record, Some(target));
    record.renders = renders;
    record.state = State::Translated;
    record.origin = Some(by.origin.clone().unwrap_or(Origin::Unrecorded));
    record.translator = by.by.clone();
    if renders.is_none() { Evidence::None } else { evidence }
}

/// Records that somebody wrote this text now, looking at the source text `renders`: the ledger's memory has no say.
pub fn record_written_text(record: &mut TargetRecord, target: Fingerprint, renders: Option<Fingerprint>, by: &Attribution) {
    replace_text(record, Some(target));
    record.renders = renders;
    record.state = State::Translated;
    record.origin = Some(by.origin.clone().unwrap_or(Origin::Human));
    record.translator = by.by.clone();
}

/// Records a translation of which nobody knows what it renders: its ledger entry was absent.
pub fn record_found(target: Fingerprint) -> TargetRecord {
    TargetRecord { target: Some(target), state: State::Translated, origin: Some(Origin::Unrecorded), ..TargetRecord::default() }
}

/// Records that the translation is gone from the catalog.
pub fn record_removal(record: &mut TargetRecord) {
    replace_text(record, None);
    record.renders = None;
    record.state = State::Initial;
    record.origin = None;
    record.translator = None;
}

fn replace_text(record: &mut TargetRecord, target: Option<Fingerprint>) {
    if let Some(outgoing) = record.target.filter(|old| Some(*old) != target) {
        record.earlier.retain(|(text, _)| *text != outgoing);
        record.earlier.push((outgoing, record.renders));
    }
    record.earlier.retain(|(text, _)| Some(*text) != target);
    record.target = target;
    record.reviewer = None;
    record.signed = None;
    record.terms = Vec::new();
    record.rejected = None;
}

/// The signature that `reviewed` and `final` stand on: the source text rendered, the translation, and the glossary text in it.
pub fn signature(renders: Fingerprint, target: Fingerprint, glossary: &str) -> Fingerprint {
    Fingerprint::of_normalised(&format!("{renders}\n{target}\n{glossary}"))
}

/// The state that holds: `reviewed` and `final` only as long as what was signed still stands, none of its terms being `changed`.
/// `glossary` is the text that a record without terms was signed with, in the words of an older version.
pub fn effective_state(record: &TargetRecord, glossary: &str, changed: &[ChangedTerm]) -> State {
    if record.state < State::Reviewed {
        return record.state;
    }
    let covered = record.terms.join("\n");
    let covered = if record.terms.is_empty() { glossary } else { &covered };
    let signed = match (record.renders, record.target) {
        (Some(renders), Some(target)) => record.signed == Some(signature(renders, target, covered)) && changed.is_empty(),
        _ => false,
    };
    if signed { record.state } else { State::Translated }
}

/// The mark that the tool sets beside what a translation renders (proof of touch); `None` while untranslated.
///
/// It is no secret, only a sum over the fields that somebody who bumps fingerprints by hand, or a script, would change without it.
pub fn touch(id: &UnitId, record: &TargetRecord) -> Option<String> {
    let target = record.target?;
    let text = match record.renders {
        Some(renders) => format!("{id}\n{renders}\n{target}"),
        None => format!("{id}\n?\n{target}"),
    };
    Some(Fingerprint::of_normalised(&text).suffix())
}

/// Whether a record was changed by other hands than the tool's: its mark belongs to another source text or translation.
/// A record without a mark comes from an older version and is believed.
pub fn is_forged(id: &UnitId, record: &TargetRecord) -> bool {
    record.target.is_some() && record.touch.is_some() && record.touch != touch(id, record)
}
