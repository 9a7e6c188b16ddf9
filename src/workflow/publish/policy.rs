//! The policy: may this unit go out in this locale, and if not, what stands in its place?
//!
//! A pure function of the unit's axes and the policy; nothing else decides.

use crate::model::{Freshness, Origin, State};
use crate::project::{MachineText, Missing, Policy, Unrecorded};

use crate::workflow::article::TargetUnit;

/// What happens to one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Its translation goes out.
    Translation,
    /// The source text stands in for it.
    Fallback,
    /// It is left out.
    Omit,
    /// The locale is held back.
    Refuse(Rule),
}

/// Why a unit holds its locale back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// There is no translation.
    Missing,
    /// Its entry does not parse.
    Unreadable,
    /// It is stale beyond what may go out.
    Stale,
    /// Nobody knows which source text it renders.
    UnknownBase,
    /// Its state is below what is asked for.
    State,
    /// It was rejected.
    Rejected,
    /// A machine wrote it and nobody has reviewed it.
    Machine,
}

/// Decides on one unit. In a draft everything goes out that can be rendered, the source text stands in for the rest.
pub fn decide(unit: &TargetUnit, policy: &Policy, draft: bool) -> Decision {
    let refused = refusal(unit, policy);
    match (refused, unit.judgement.freshness) {
        (None, _) => Decision::Translation,
        (Some(_), Freshness::Missing | Freshness::Unreadable) if draft => Decision::Fallback,
        (Some(_), Freshness::Stale) if draft && unit.judgement.base.is_none() => Decision::Translation,
        (Some(_), _) if draft => Decision::Translation,
        (Some(Rule::Missing), _) => match policy.missing {
            Missing::Refuse => Decision::Refuse(Rule::Missing),
            Missing::Fallback => Decision::Fallback,
            Missing::Omit => Decision::Omit,
        },
        (Some(rule), _) => Decision::Refuse(rule),
    }
}

fn refusal(unit: &TargetUnit, policy: &Policy) -> Option<Rule> {
    match unit.judgement.freshness {
        Freshness::Missing | Freshness::Obsolete => return Some(Rule::Missing),
        Freshness::Unreadable => return Some(Rule::Unreadable),
        Freshness::Stale if unit.judgement.base.is_none() => return Some(Rule::UnknownBase),
        Freshness::Stale if policy.stale.is_none_or(|worst| unit.judgement.grade.is_none_or(|grade| grade > worst)) => {
            return Some(Rule::Stale);
        }
        Freshness::Stale | Freshness::Current => {}
    }
    let unreviewed = unit.state < State::Reviewed;
    if unit.record.rejected.is_some() {
        return Some(Rule::Rejected);
    }
    if unreviewed && policy.machine == MachineText::Refuse && by_machine(unit, policy) {
        return Some(Rule::Machine);
    }
    (unit.state < policy.state).then_some(Rule::State)
}

/// Whether the text counts as a machine's.
fn by_machine(unit: &TargetUnit, policy: &Policy) -> bool {
    match unit.record.origin {
        Some(Origin::Machine(_)) => true,
        Some(Origin::Unrecorded) | None => policy.unrecorded == Unrecorded::Machine,
        Some(Origin::Human | Origin::Memory) => false,
    }
}
