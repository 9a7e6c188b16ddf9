//! A reference to a term that no glossary of the project defines.

use crate::base::Severity;
use crate::engine::check::finding::{Finding, Spot};
use crate::engine::check::nearest::nearest;
use crate::engine::check::rule::{GlossaryFile, LocaleTerms, Rule, Scope, UnitSides};
use crate::format::fluent::ReferencePlace;

/// The rule.
pub const RULE: Rule = Rule {
    id: "unknown-term",
    level: Severity::Error,
    summary: "a reference to a term that no glossary defines",
    scope: Scope::Both(in_unit, in_glossary),
};

fn in_unit(unit: &UnitSides<'_>) -> Vec<Finding> {
    unit.references.iter().filter_map(|reference| find(reference, unit.terms)).collect()
}

fn in_glossary(file: &GlossaryFile<'_>) -> Vec<Finding> {
    let references = file.entries.iter().flat_map(|entry| &entry.references);
    references.filter_map(|reference| find(reference, file.terms)).collect()
}

fn find(reference: &ReferencePlace, terms: &LocaleTerms) -> Option<Finding> {
    let name = reference.term.as_str();
    if terms.table.origin(name).is_some() || terms.source.term(name).is_some() {
        return None;
    }
    let known = terms.own.terms().chain(terms.source.terms().filter(|term| terms.own.term(&term.name).is_none()));
    let meant = nearest(name, known.map(|term| term.name.as_str()));
    let help = match meant {
        Some(meant) => format!("did you mean `-{meant}`?"),
        None => format!("define `-{name}` in glossary/{}.ftl, or write the text out", terms.locale),
    };
    Some(Finding {
        message: format!("no glossary defines `-{name}`"),
        term: Some(name.to_owned()),
        target: Some(Spot::File(reference.span.clone())),
        fix: meant.map(|meant| format!("-{meant}")),
        help,
        ..Finding::default()
    })
}
