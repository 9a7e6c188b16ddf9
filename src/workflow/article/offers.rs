//! Old translations that may help with a unit: of units that it came out of or resembles, and of what it was in another article.

use crate::format::fluent::{self, Translation};
use crate::model::{Freshness, LineageKind, UnitId};

use super::source::SourcePlan;
use super::target::{TargetPlan, Translated, one_line};

/// What is offered for unit number `at` in one locale, as `UNIT: TEXT` or `ARTICLE#UNIT: TEXT`; nothing for a current one.
pub fn offers(plan: &SourcePlan, target: &TargetPlan, at: usize) -> Vec<String> {
    let unit = &target.units[at];
    let freshness = unit.judgement.freshness;
    let lineage = plan.ledger.units.get(&unit.id).into_iter().flat_map(|record| &record.lineage);
    let wanted = lineage.filter(|lineage| is_wanted(lineage.kind, freshness));
    let own = wanted.filter_map(|lineage| {
        let lines = if plan.ledger.units.get(&lineage.of)?.obsolete {
            waiting_lines(target, &lineage.of)?
        } else {
            stale_lines(target, &lineage.of)?
        };
        Some(format!("{}: {}", lineage.of, one_line(&lines.join(" "))))
    });
    own.chain(unit.record.offered.clone().filter(|_| freshness == Freshness::Missing)).collect()
}

/// Whether the translation of a unit with this lineage helps where a unit stands so.
pub fn is_wanted(kind: LineageKind, freshness: Freshness) -> bool {
    match kind {
        LineageKind::SplitFrom => freshness == Freshness::Missing,
        LineageKind::MergedWith | LineageKind::Resembles | LineageKind::SentenceOf => {
            matches!(freshness, Freshness::Missing | Freshness::Stale)
        }
    }
}

/// The translation of an obsolete unit, as it waits in the ledger.
pub fn waiting_lines(target: &TargetPlan, id: &UnitId) -> Option<Vec<String>> {
    let catalog = fluent::read(target.ledger.units.get(id)?.entry.as_ref()?);
    match &catalog.unit(id)?.translation {
        Translation::Text(message) => Some(message.lines.clone()),
        Translation::Missing | Translation::Unreadable => None,
    }
}

/// The translation of a unit that is stale; one that renders today's text of its unit is no help for another.
fn stale_lines(target: &TargetPlan, id: &UnitId) -> Option<Vec<String>> {
    let unit = target.units.iter().find(|unit| unit.id == *id)?;
    match &unit.translation {
        Translated::Text(message) if unit.judgement.freshness == Freshness::Stale => Some(message.lines.clone()),
        _ => None,
    }
}
