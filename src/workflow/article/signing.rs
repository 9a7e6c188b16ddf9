//! What people say of a translation after they looked at it: it holds, it is reviewed, it will not do.

use crate::engine::glossary::{Glossary, changed};
use crate::engine::record;
use crate::model::{State, TargetRecord};

use super::input::Intervention;
use super::source::SourceUnit;

/// What a sign-off given now covers of the glossary.
pub struct Signing<'a> {
    /// The forms of terms that the translation renders.
    pub terms: &'a [String],
    /// The same in the words of an older version, for records without terms.
    pub earlier: &'a str,
    /// The glossary of the locale.
    pub glossary: &'a Glossary,
}

/// Changes a record as a person says who looked at the translation.
pub fn intervene(record: &mut TargetRecord, unit: &SourceUnit, said: &Intervention, signing: &Signing<'_>) {
    match said {
        Intervention::Confirm { state, by, .. } => {
            record.renders = Some(unit.today.fingerprint);
            record.rejected = None;
            record.state = record.state.max(State::Translated);
            if let (Some(state), Some(target)) = (state.filter(|state| *state >= State::Reviewed), record.target) {
                record.state = state;
                record.reviewer = by.clone().or(record.reviewer.take());
                let covered = if signing.terms.is_empty() { signing.earlier } else { &signing.terms.join("\n") };
                record.signed = Some(record::signature(unit.today.fingerprint, target, covered));
                record.terms = signing.terms.to_vec();
            } else if record.state >= State::Reviewed {
                // Confirming a moved source without reviewing again lets the old sign-off go.
                let changed = changed(&record.terms, signing.glossary);
                if record::effective_state(record, signing.earlier, &changed) < State::Reviewed {
                    record.state = State::Translated;
                    record.signed = None;
                    record.terms = Vec::new();
                    record.reviewer = None;
                }
            }
        }
        Intervention::Reject { why, by, .. } => {
            record.state = State::Initial;
            record.signed = None;
            record.terms = Vec::new();
            record.reviewer = by.clone();
            record.rejected = Some(why.clone());
        }
        Intervention::Set { .. } | Intervention::Verdict { .. } | Intervention::Resolve { .. } | Intervention::Offer { .. } => {}
    }
}
