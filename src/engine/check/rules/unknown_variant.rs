//! A reference asks for a form or an attribute that the term does not have: Fluent would silently take the default variant.

use crate::base::Severity;
use crate::engine::check::finding::{Finding, Spot};
use crate::engine::check::nearest::nearest;
use crate::engine::check::rule::{GlossaryFile, LocaleTerms, Rule, Scope, UnitSides};
use crate::format::fluent::ReferencePlace;

/// The rule.
pub const RULE: Rule = Rule {
    id: "unknown-variant",
    level: Severity::Error,
    summary: "a reference to a form or attribute that the term does not have",
    scope: Scope::Both(in_unit, in_glossary),
};

fn in_unit(unit: &UnitSides<'_>) -> Vec<Finding> {
    unit.references.iter().flat_map(|reference| find(reference, unit.terms)).collect()
}

fn in_glossary(file: &GlossaryFile<'_>) -> Vec<Finding> {
    let references = file.entries.iter().flat_map(|entry| &entry.references);
    references.flat_map(|reference| find(reference, file.terms)).collect()
}

fn find(reference: &ReferencePlace, terms: &LocaleTerms) -> Vec<Finding> {
    let name = reference.term.as_str();
    let unknown = reference.arguments.iter().filter_map(|argument| {
        let known = terms.table.unknown_variant(name, &argument.name, &argument.value)?;
        let meant = nearest(&argument.value, known.iter().map(String::as_str));
        let help = match (meant, known.as_slice()) {
            (Some(meant), _) => format!("did you mean `{meant}`?"),
            (None, []) => format!("`-{name}` has no variants by `{}`: leave the argument out, or add them", argument.name),
            (None, known) => format!("it has {}; add the variant, or choose one", known.join(", ")),
        };
        Some(Finding {
            message: format!("`-{name}` has no variant `{}` by `{}`", argument.value, argument.name),
            term: Some(name.to_owned()),
            target: Some(Spot::File(argument.span.clone())),
            fix: meant.map(str::to_owned),
            help,
            ..Finding::default()
        })
    });
    unknown.chain(attribute(reference, terms)).collect()
}

fn attribute(reference: &ReferencePlace, terms: &LocaleTerms) -> Option<Finding> {
    let (name, (asked, span)) = (reference.term.as_str(), reference.attribute.as_ref()?);
    let known = terms.own.attributes(name).or_else(|| terms.source.attributes(name))?;
    if known.contains(&asked.as_str()) {
        return None;
    }
    let meant = nearest(asked, known.iter().copied());
    let help = match meant {
        Some(meant) => format!("did you mean `.{meant}`?"),
        None => format!("add `.{asked}` to `-{name}`, or choose by something else"),
    };
    Some(Finding {
        message: format!("`-{name}` has no attribute `.{asked}`"),
        term: Some(name.to_owned()),
        target: Some(Spot::File(span.clone())),
        fix: meant.map(str::to_owned),
        help,
        ..Finding::default()
    })
}
