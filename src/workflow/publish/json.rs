//! An article in one locale as JSON: its text and every unit with what the ledgers say of it.

use serde::Serialize;

use crate::base::Fingerprint;
use crate::model::{Freshness, Grade, Origin, State};
use crate::workflow::article::{ArticlePlan, SourceUnit, TargetUnit};

use super::site::Piece;

/// The version of the schema; `docs/formats.md` describes it.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Article<'a> {
    schema: u32,
    article: &'a str,
    locale: &'a str,
    source_locale: &'a str,
    direction: &'static str,
    title: &'a str,
    summary: &'a str,
    byline: &'a str,
    date: &'a str,
    updated: &'a str,
    markdown: &'a str,
    units: Vec<Unit<'a>>,
    omitted: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Unit<'a> {
    unit: &'a str,
    role: String,
    heading: Option<&'a str>,
    text: &'a str,
    fingerprint: Fingerprint,
    fallback: bool,
    renders: Option<Fingerprint>,
    revision: Option<u32>,
    source_fingerprint: Fingerprint,
    source_revision: u32,
    state: Option<State>,
    freshness: Option<Freshness>,
    grade: Option<Grade>,
    origin: Option<&'a Origin>,
    translator: Option<&'a str>,
    reviewer: Option<&'a str>,
}

/// The article of `piece` as JSON, indented, with a line feed at its end.
pub(super) fn write(piece: &Piece<'_>, source_locale: &str) -> String {
    let plan = piece.plan;
    let units: Vec<Unit<'_>> = piece.localized.units.iter().map(|unit| describe(piece, unit)).collect();
    let shown = |unit: &&SourceUnit| piece.localized.units.iter().any(|shown| plan.source.units[shown.at].id == unit.id);
    let omitted = plan.source.units.iter().filter(|unit| !shown(unit)).map(|unit| unit.id.as_str()).collect();
    let article = Article {
        schema: SCHEMA,
        article: piece.planned.name.as_str(),
        locale: piece.locale.as_str(),
        source_locale,
        direction: super::site::dir(piece.locale.direction()),
        title: &piece.fields.title,
        summary: &piece.fields.summary,
        byline: &piece.fields.byline,
        date: &piece.fields.date,
        updated: &piece.fields.updated,
        markdown: &piece.localized.text,
        units,
        omitted,
    };
    let mut text = serde_json::to_string_pretty(&article).expect("texts and numbers are always JSON");
    text.push('\n');
    text
}

fn describe<'a>(piece: &'a Piece<'_>, unit: &'a super::localize::LocalizedUnit) -> Unit<'a> {
    let plan = piece.plan;
    let source = &plan.source.units[unit.at];
    let target: Option<&TargetUnit> =
        piece.target.and_then(|target| target.units.get(unit.at)).filter(|_| !unit.published.fallback);
    let role = &plan.source.article.units[unit.at].role;
    Unit {
        unit: source.id.as_str(),
        role: role.prefix().to_owned(),
        heading: source.heading.as_ref().map(|id| id.as_str()),
        text: &unit.text,
        fingerprint: unit.published.text,
        fallback: unit.published.fallback,
        renders: unit.published.renders,
        revision: unit.published.renders.and_then(|renders| revision(plan, source, renders)),
        source_fingerprint: source.today.fingerprint,
        source_revision: source.today.revision,
        state: target.map(|unit| unit.state),
        freshness: target.map(|unit| unit.judgement.freshness),
        grade: target.and_then(|unit| unit.judgement.grade),
        origin: target.and_then(|unit| unit.record.origin.as_ref()),
        translator: target.and_then(|unit| unit.record.translator.as_deref()),
        reviewer: target.and_then(|unit| unit.record.reviewer.as_deref()),
    }
}

/// The number of a source text that the ledger remembers.
fn revision(plan: &ArticlePlan, unit: &SourceUnit, fingerprint: Fingerprint) -> Option<u32> {
    if unit.today.fingerprint == fingerprint {
        return Some(unit.today.revision);
    }
    let record = plan.source.ledger.units.get(&unit.id)?;
    record.earlier.iter().find(|text| text.fingerprint == fingerprint).map(|text| text.revision)
}
