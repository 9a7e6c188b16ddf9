//! The source text has a term, and the translation renders it in no form that the glossary accepts.

use crate::base::Severity;
use crate::engine::check::finding::Finding;
use crate::engine::check::rule::{Rule, Scope, UnitSides};
use crate::engine::glossary::Presence;

/// The rule.
pub const RULE: Rule = Rule {
    id: "term-missing",
    level: Severity::Warning,
    summary: "a term of the source text that the translation does not render as the glossary says",
    scope: Scope::Unit(find),
};

fn find(unit: &UnitSides<'_>) -> Vec<Finding> {
    let missing = unit.terms_once().filter(|(_, presence)| **presence == Presence::Missing);
    let finding = |(occurrence, _): (&crate::engine::glossary::Occurrence<'_>, &Presence)| {
        let forms = occurrence.renderings();
        let main = forms.iter().find(|form| form.default).or(forms.first()).map(|form| form.text.as_str()).unwrap_or_default();
        let term = occurrence.term();
        Finding {
            message: format!("`{}` is not rendered as `-{term}`", occurrence.text),
            term: Some(term.to_owned()),
            source: Some(occurrence.span.clone()),
            help: format!(
                "write `{main}` in the form that fits, or `{{ -{term} }}`; what else is right belongs into `.also` in glossary/{}.ftl",
                unit.terms.locale
            ),
            ..Finding::default()
        }
    };
    missing.map(finding).collect()
}
