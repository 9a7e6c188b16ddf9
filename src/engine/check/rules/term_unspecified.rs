//! The source text has a term of which the locale's glossary does not say how it is rendered.

use crate::base::Severity;
use crate::engine::check::finding::Finding;
use crate::engine::check::rule::{Rule, Scope, UnitSides};
use crate::engine::glossary::Presence;

/// The rule.
pub const RULE: Rule = Rule {
    id: "term-unspecified",
    level: Severity::Note,
    summary: "a term of the source text that the locale's glossary does not have",
    scope: Scope::Unit(find),
};

fn find(unit: &UnitSides<'_>) -> Vec<Finding> {
    let open = unit.terms_once().filter(|(_, presence)| **presence == Presence::Unspecified);
    let finding = |(occurrence, _): (&crate::engine::glossary::Occurrence<'_>, &Presence)| Finding {
        message: format!("the glossary of `{}` does not say how `{}` is rendered", unit.terms.locale, occurrence.text),
        term: Some(occurrence.term().to_owned()),
        source: Some(occurrence.span.clone()),
        help: format!("add `-{} = …` to glossary/{}.ftl", occurrence.term(), unit.terms.locale),
        ..Finding::default()
    };
    open.map(finding).collect()
}
