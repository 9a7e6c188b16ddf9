//! The common case of a translation: nothing has happened to it since it was recorded.

use std::sync::Arc;

use crate::engine::glossary::{ChangedTerm, changed};
use crate::engine::record;
use crate::format::fluent::{Message, Translation};
use crate::model::{State, TargetRecord};

use super::source::SourceUnit;
use super::target::{Recorder, TargetUnit, Translated, fingerprint, questions};

impl Recorder<'_> {
    /// A unit of which everything is as it was recorded; `None` if there is anything to look into.
    pub(super) fn in_step(&self, unit: &SourceUnit) -> Option<TargetUnit> {
        let entry = self.catalog.unit(&unit.id)?;
        let Translation::Text(message) = &entry.translation else { return None };
        let record = self.ledger.units.get(&unit.id).filter(|_| self.ledger.damaged.is_empty())?;
        message.value.as_ref()?;
        let is_waiting = record.entry.is_some() || record.offered.is_some();
        if is_waiting || record.target != Some(fingerprint(message)) {
            return None;
        }
        if record.touch.is_none() || record::is_forged(&unit.id, record) {
            return None;
        }
        let judgement = self.judge(unit, record);
        let (state, changed_terms) = self.standing(record, message);
        Some(TargetUnit {
            id: unit.id.clone(),
            translation: Translated::Text(Arc::clone(message)),
            judgement,
            state,
            reopened: state < record.state,
            questions: questions(entry),
            terms: Vec::new(),
            changed_terms,
            record: record.clone(),
        })
    }

    /// The state that holds of a translation, and the terms in it that have changed since it was signed.
    fn standing(&self, record: &TargetRecord, message: &Message) -> (State, Vec<ChangedTerm>) {
        if record.state < State::Reviewed {
            return (record.state, Vec::new());
        }
        let changed_terms = if record.terms.is_empty() { Vec::new() } else { changed(&record.terms, self.glossary) };
        let state = record::effective_state(record, &self.glossary.rendered_terms(message), &changed_terms);
        (state, changed_terms)
    }
}
