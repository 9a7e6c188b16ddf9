//! A term that is not to be translated does not stand in the translation as it stands in the source.

use crate::base::Severity;
use crate::engine::check::finding::Finding;
use crate::engine::check::rule::{Rule, Scope, UnitSides};
use crate::engine::glossary::Presence;

/// The rule.
pub const RULE: Rule = Rule {
    id: "term-not-kept",
    level: Severity::Warning,
    summary: "a term that is not to be translated, and was",
    scope: Scope::Unit(find),
};

fn find(unit: &UnitSides<'_>) -> Vec<Finding> {
    let changed = unit.terms_once().filter(|(_, presence)| **presence == Presence::NotKept);
    let finding = |(occurrence, _): (&crate::engine::glossary::Occurrence<'_>, &Presence)| Finding {
        message: format!("`{}` is not to be translated, and does not stand in the translation", occurrence.text),
        term: Some(occurrence.term().to_owned()),
        source: Some(occurrence.span.clone()),
        help: format!("write `{}` as the source does", occurrence.text),
        ..Finding::default()
    };
    changed.map(finding).collect()
}
