//! `explain`: why a unit stands as it does, and what a finding means.

use serde::Serialize;

use crate::base::{Fingerprint, Locale};
use crate::engine::freshness;
use crate::engine::glossary::ChangedTerm;
use crate::model::{Freshness, Grade, SourceText, State};
use crate::project::Project;

use super::address::Address;
use super::article::{ArticlePlan, PlanOptions, TargetUnit, Translated};
use super::diff::WordChange;
use super::explain_gone::{GoneExplanation, explain_gone};
use super::{Error, planning};

/// Everything there is to say of one unit.
#[derive(Debug, Clone, Serialize)]
pub struct UnitExplanation {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// Today's source text.
    pub source: String,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// Its number among the unit's texts.
    pub revision: u32,
    /// Earlier texts, oldest first.
    pub earlier: Vec<EarlierText>,
    /// What the author said of edits, as `FROM→TO IMPACT`.
    pub verdicts: Vec<String>,
    /// Where it came from, as `split-from UNIT`.
    pub lineage: Vec<String>,
    /// How it stands in each locale.
    pub locales: Vec<LocaleExplanation>,
}

/// A text that a source unit has had.
#[derive(Debug, Clone, Serialize)]
pub struct EarlierText {
    /// Its number among the unit's texts.
    pub revision: u32,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// The text.
    pub text: String,
}

/// A unit of an article with its text.
#[derive(Debug, Clone, Serialize)]
pub struct UnitText {
    /// The unit.
    pub unit: String,
    /// Its source text.
    pub text: String,
}

/// How one unit stands in one locale, and why.
#[derive(Debug, Clone, Serialize)]
pub struct LocaleExplanation {
    /// The locale.
    pub locale: Locale,
    /// Its freshness.
    pub freshness: Freshness,
    /// How serious the edit behind it is.
    pub grade: Option<Grade>,
    /// Whether an edit behind it is a correction.
    pub correction: bool,
    /// The state that holds.
    pub state: State,
    /// Whether a sign-off no longer holds.
    pub reopened: bool,
    /// The terms whose text changed since it was signed.
    pub changed_terms: Vec<ChangedTerm>,
    /// Where the text came from.
    pub origin: Option<String>,
    /// Who translated it.
    pub translator: Option<String>,
    /// Who reviewed it.
    pub reviewer: Option<String>,
    /// The translation, one string per line.
    pub lines: Vec<String>,
    /// The source text it renders, as far as known.
    pub renders: Option<String>,
    /// The edit since, word by word.
    pub words: Vec<WordChange>,
    /// Why it stands so, in one sentence.
    pub why: String,
    /// The command that clears it; empty when there is nothing to clear.
    pub next: String,
}

/// What `explain` was asked about.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Explanation {
    /// One unit.
    Unit(Box<UnitExplanation>),
    /// A unit that is gone from its article.
    Gone(Box<GoneExplanation>),
    /// All units of an article, in order.
    Article(Vec<UnitText>),
}

impl Project {
    /// Explains a unit, or lists the units of an article.
    ///
    /// # Errors
    /// When the article, unit or a locale is unknown, or a file cannot be read.
    pub fn explain(&self, address: &Address, locales: &[Locale]) -> Result<Explanation, Error> {
        locales.iter().try_for_each(|locale| planning::require_locale(self, locale))?;
        let names = planning::select(self, std::slice::from_ref(&address.article))?;
        let planned = planning::visit(self, &names, &PlanOptions::default(), |planned| planned)?;
        let planned = planned.results.into_iter().next();
        let (plan, diagnostics) = planned.map_or((None, Vec::new()), |planned| (planned.plan, planned.diagnostics));
        let plan = plan.ok_or_else(|| Error::blocked(&address.article, &diagnostics))?;
        let Some(unit) = &address.unit else {
            let units = plan.source.units.iter().map(|unit| UnitText { unit: unit.id.to_string(), text: unit.flat.clone() });
            return Ok(Explanation::Article(units.collect()));
        };
        if let Some(gone) = explain_gone(&plan, unit, locales) {
            return Ok(Explanation::Gone(Box::new(gone)));
        }
        planning::require_unit(&plan, unit)?;
        let at = plan.source.units.iter().position(|own| own.id == *unit).expect("the unit was just required");
        Ok(Explanation::Unit(Box::new(explain_unit(&plan, at, locales))))
    }
}

fn explain_unit(plan: &ArticlePlan, at: usize, locales: &[Locale]) -> UnitExplanation {
    let unit = &plan.source.units[at];
    let record = &plan.source.ledger.units[&unit.id];
    let targets = plan.targets.values().filter(|target| locales.is_empty() || locales.contains(&target.locale));
    UnitExplanation {
        article: plan.name.clone(),
        unit: unit.id.to_string(),
        source: unit.flat.clone(),
        fingerprint: unit.today.fingerprint,
        revision: unit.today.revision,
        earlier: record.earlier.iter().map(earlier_text).collect(),
        verdicts: record.verdicts.iter().map(|v| format!("{}→{} {}", v.from, v.to, v.impact)).collect(),
        lineage: record.lineage.iter().map(|lineage| format!("{} {}", lineage.kind.as_str(), lineage.of)).collect(),
        locales: targets.map(|target| explain_locale(plan, at, &target.locale, &target.units[at])).collect(),
    }
}

pub(super) fn earlier_text(text: &SourceText) -> EarlierText {
    EarlierText { revision: text.revision, fingerprint: text.fingerprint, text: freshness::flat(text) }
}

fn explain_locale(plan: &ArticlePlan, at: usize, locale: &Locale, unit: &TargetUnit) -> LocaleExplanation {
    let source = &plan.source.units[at];
    let renders = unit.judgement.base.as_ref().map(freshness::flat);
    let words = renders.as_deref().map(|old| super::diff::word_changes(old, &source.flat)).unwrap_or_default();
    let (why, next) = reasons(plan, locale, unit);
    LocaleExplanation {
        locale: locale.clone(),
        freshness: unit.judgement.freshness,
        grade: unit.judgement.grade,
        correction: unit.judgement.correction,
        state: unit.state,
        reopened: unit.reopened,
        changed_terms: unit.changed_terms.clone(),
        origin: unit.record.origin.as_ref().map(ToString::to_string),
        translator: unit.record.translator.clone(),
        reviewer: unit.record.reviewer.clone(),
        lines: match &unit.translation {
            Translated::Text(message) => message.lines.clone(),
            Translated::Missing | Translated::Unreadable => Vec::new(),
        },
        renders,
        words,
        why,
        next,
    }
}

/// Why a translation stands as it does, and the command that clears it.
fn reasons(plan: &ArticlePlan, locale: &Locale, unit: &TargetUnit) -> (String, String) {
    let address = format!("{}#{}", plan.name, unit.id);
    let confirm = format!("tarjuman confirm {locale} {address}");
    let catalog = format!("locales/{locale}/{}.ftl", plan.name);
    match unit.judgement.freshness {
        Freshness::Missing => {
            ("there is no translation".into(), format!("tarjuman set {locale} {address} TEXT (or edit {catalog})"))
        }
        Freshness::Unreadable => {
            ("its entry does not parse as Fluent".into(), format!("mend the entry in {catalog}, then tarjuman sync"))
        }
        Freshness::Stale => match &unit.judgement.base {
            None => ("the ledger does not say which source text it renders".into(), confirm),
            Some(base) => {
                let why =
                    format!("it renders revision {} of the source ({}), today's is another", base.revision, base.fingerprint);
                (why, format!("edit it in {catalog} and run tarjuman sync; or, if it still holds, {confirm}"))
            }
        },
        Freshness::Current if unit.record.rejected.is_some() => {
            let why = format!("it was rejected: {}", unit.record.rejected.as_deref().unwrap_or_default());
            (why, format!("edit it in {catalog} and run tarjuman sync"))
        }
        Freshness::Current if unit.reopened && !unit.changed_terms.is_empty() => {
            let why = format!("its sign-off does not hold any more: the glossary changed {}", term_changes(&unit.changed_terms));
            (why, format!("{confirm} --state {}", unit.record.state))
        }
        Freshness::Current if unit.reopened => (
            "its sign-off does not hold any more: the source, the translation or a glossary term in it changed".into(),
            format!("{confirm} --state {}", unit.record.state),
        ),
        Freshness::Current => ("it renders today's source text".into(), String::new()),
        Freshness::Obsolete => ("its source unit is gone; the translation waits in the ledger".into(), String::new()),
    }
}

/// `-envoy[case=genitive]: посла → посланника`
fn term_changes(changes: &[ChangedTerm]) -> String {
    let change = |term: &ChangedTerm| match &term.new {
        Some(new) => format!("`-{}`: {} → {new}", term.term, term.old),
        None => format!("`-{}`: {} is gone", term.term, term.old),
    };
    changes.iter().map(change).collect::<Vec<_>>().join("; ")
}

/// What a finding's code means, with what to do; `None` for an unknown code.
pub fn explain_rule(code: &str) -> Option<&'static str> {
    rules().find(|(name, _)| *name == code).map(|(_, text)| text)
}

/// All codes with their explanations, in the order of the documentation.
pub fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("rules.txt").split("\n\n").filter_map(|paragraph| {
        let (code, text) = paragraph.trim().split_once('\n')?;
        Some((code.trim(), text.trim()))
    })
}
