//! `explain` of a unit that is gone: what became of it, where its translations are kept, how it comes back.

use serde::Serialize;

use crate::base::{Fingerprint, Locale};
use crate::model::{LineageKind, Origin, SourceRecord, State, UnitId};

use super::article::{ArticlePlan, TargetPlan, waiting_lines};
use super::explain::{EarlierText, earlier_text};

/// Everything there is to say of a unit that is gone.
#[derive(Debug, Clone, Serialize)]
pub struct GoneExplanation {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// `true`, to tell it from a unit that is there.
    pub gone: bool,
    /// The fingerprint of the text it had last.
    pub fingerprint: Fingerprint,
    /// That text's number among the unit's texts.
    pub revision: u32,
    /// The texts it has had, oldest first, the last one included.
    pub earlier: Vec<EarlierText>,
    /// What became of it, as `merged into UNIT` or `offered to UNIT`; empty when it was taken out.
    pub became: Vec<String>,
    /// Its translations as they wait.
    pub locales: Vec<WaitingTranslation>,
    /// How it comes back, one way a line.
    pub back: Vec<String>,
}

/// A translation that waits for its unit.
#[derive(Debug, Clone, Serialize)]
pub struct WaitingTranslation {
    /// The locale.
    pub locale: Locale,
    /// The translation, one string per line.
    pub lines: Vec<String>,
    /// The state it had.
    pub state: State,
    /// Where it came from.
    pub origin: Option<String>,
    /// Who translated it.
    pub translator: Option<String>,
    /// Whether it renders the text that the unit had last.
    pub renders_last: bool,
    /// The file that keeps it.
    pub kept: String,
}

/// Explains a unit that the ledger knows as gone; `None` for any other.
pub(super) fn explain_gone(plan: &ArticlePlan, id: &UnitId, locales: &[Locale]) -> Option<GoneExplanation> {
    let record = plan.source.ledger.units.get(id).filter(|record| record.obsolete)?;
    let targets = plan.targets.values().filter(|target| locales.is_empty() || locales.contains(&target.locale));
    Some(GoneExplanation {
        article: plan.name.clone(),
        unit: id.to_string(),
        gone: true,
        fingerprint: record.fingerprint,
        revision: record.revision,
        earlier: record.earlier.iter().map(earlier_text).collect(),
        became: became(plan, id),
        locales: targets.filter_map(|target| waiting(plan, target, id, record)).collect(),
        back: ways_back(plan, id),
    })
}

/// The units of today that hold a part of it, or that its translation is offered to.
fn heirs<'p>(plan: &'p ArticlePlan, id: &'p UnitId) -> impl Iterator<Item = (LineageKind, &'p UnitId)> {
    plan.source.units.iter().flat_map(move |unit| {
        let lineage = plan.source.ledger.units[&unit.id].lineage.iter().filter(move |lineage| lineage.of == *id);
        lineage.map(|lineage| (lineage.kind, &unit.id))
    })
}

fn became(plan: &ArticlePlan, id: &UnitId) -> Vec<String> {
    let say = |(kind, unit): (LineageKind, &UnitId)| match kind {
        LineageKind::SplitFrom => format!("a part of it goes on in {unit}"),
        LineageKind::MergedWith => format!("merged into {unit}"),
        LineageKind::Resembles => format!("resembles {unit}, where its translation is offered"),
        LineageKind::SentenceOf => format!("a sentence of it stands in {unit}, where its translation is offered"),
    };
    heirs(plan, id).map(say).collect()
}

fn waiting(plan: &ArticlePlan, target: &TargetPlan, id: &UnitId, source: &SourceRecord) -> Option<WaitingTranslation> {
    let record = target.ledger.units.get(id)?;
    Some(WaitingTranslation {
        locale: target.locale.clone(),
        lines: waiting_lines(target, id)?,
        state: record.state,
        origin: record.origin.as_ref().map(Origin::to_string),
        translator: record.translator.clone(),
        renders_last: record.renders == Some(source.fingerprint),
        kept: format!("locales/{}/{}.ledger.toml", target.locale, plan.name),
    })
}

fn ways_back(plan: &ArticlePlan, id: &UnitId) -> Vec<String> {
    let name = &plan.name;
    let again = "put the text back into the article and run tarjuman sync: the unit has its id and its translations again";
    let resembling = heirs(plan, id).filter(|(kind, _)| *kind == LineageKind::Resembles);
    let resolve =
        resembling.map(|(_, unit)| format!("tarjuman sync {name} --resolve {id}={unit}, if it is that unit, rewritten"));
    [again.to_owned()]
        .into_iter()
        .chain(resolve)
        .chain([format!("tarjuman history {name}#{id} lists every text it had")])
        .collect()
}
