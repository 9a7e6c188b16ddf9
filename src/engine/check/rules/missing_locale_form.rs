//! A reference to a term that the locale's own glossary lacks: another locale's stands in, or the unit cannot be published.

use crate::base::Severity;
use crate::engine::check::finding::{Finding, Spot};
use crate::engine::check::rule::{GlossaryFile, LocaleTerms, Rule, Scope, UnitSides};
use crate::format::fluent::ReferencePlace;

/// The rule.
pub const RULE: Rule = Rule {
    id: "missing-locale-form",
    level: Severity::Warning,
    summary: "a reference to a term that the locale's own glossary does not have",
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
    let what_happens = match terms.table.origin(name) {
        Some(0) => return None,
        Some(nth) => format!("the text of `{}` stands in", terms.fallbacks[nth - 1]),
        None if terms.source.term(name).is_some() => "the unit cannot be published".to_owned(),
        None => return None,
    };
    Some(Finding {
        message: format!("the glossary of `{}` does not have `-{name}`: {what_happens}", terms.locale),
        term: Some(name.to_owned()),
        target: Some(Spot::File(reference.span.clone())),
        help: format!("add `-{name} = …` to glossary/{}.ftl", terms.locale),
        ..Finding::default()
    })
}
