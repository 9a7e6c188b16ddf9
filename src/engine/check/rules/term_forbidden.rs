//! The translation has a text that the glossary forbids for a term of the source text.

use crate::base::Severity;
use crate::engine::check::finding::{Finding, Spot};
use crate::engine::check::rule::{Rule, Scope, UnitSides};

/// The rule.
pub const RULE: Rule = Rule {
    id: "term-forbidden",
    level: Severity::Warning,
    summary: "a text that the glossary forbids for a term of the source text",
    scope: Scope::Unit(find),
};

fn find(unit: &UnitSides<'_>) -> Vec<Finding> {
    let finding = |found: &crate::engine::glossary::Found| {
        let occurrence = &unit.occurrences[found.occurrence];
        let forms = occurrence.renderings();
        let main = forms.iter().find(|form| form.default).or(forms.first()).map(|form| form.text.as_str());
        let is_base = occurrence.forbidden().contains(&found.text);
        // An inflected form asks for an inflected one, which only a person can choose.
        let fix = main.filter(|_| forms.len() == 1 && is_base).map(str::to_owned);
        let help = match main {
            Some(main) => format!("write `{main}` in the form that fits"),
            None => format!("glossary/{}.ftl says what `-{}` must not be called", unit.terms.locale, occurrence.term()),
        };
        Finding {
            message: format!("`{}` is forbidden for `-{}`", found.text, occurrence.term()),
            term: Some(occurrence.term().to_owned()),
            source: Some(occurrence.span.clone()),
            target: Some(Spot::Lines(found.span.clone())),
            fix,
            help,
        }
    };
    unit.judgement.forbidden.iter().map(finding).collect()
}
