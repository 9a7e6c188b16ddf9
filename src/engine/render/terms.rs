//! The glossary's terms as references are checked against them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use crate::format::fluent::{Term, read_terms};

use super::error::RenderError;
use super::references::{References, TermReference, pattern_references};

/// Keys that a number chooses by its plural category.
const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The terms that a locale's texts may refer to, by name.
#[derive(Debug)]
pub struct Terms(HashMap<String, Shape>);

/// What a reference may ask of a term.
#[derive(Debug)]
struct Shape {
    /// Which of the glossaries it comes from.
    origin: usize,
    attributes: BTreeSet<String>,
    /// Keys of the variants that each parameter chooses between, in file order.
    variants: BTreeMap<String, Vec<String>>,
    /// What its value refers to.
    references: References,
}

impl Terms {
    /// The terms of `glossaries`; the first of one name counts.
    pub fn read(glossaries: &[&str]) -> Self {
        let mut terms = HashMap::new();
        for (origin, text) in glossaries.iter().enumerate() {
            for term in read_terms(text) {
                terms.entry(term.name.clone()).or_insert_with(|| Shape::of(&term, origin));
            }
        }
        Self(terms)
    }

    /// Which of the glossaries has `term`, as its number; `None` when none has.
    pub fn origin(&self, term: &str) -> Option<usize> {
        self.0.get(term).map(|shape| shape.origin)
    }

    /// The variants that `term` has by `parameter` if `value` is none of them: Fluent would silently take the default. A term that
    /// another locale's glossary lends has the variants of its own language, and refuses nothing.
    pub fn unknown_variant(&self, term: &str, parameter: &str, value: &str) -> Option<Vec<String>> {
        let shape = self.0.get(term).filter(|shape| shape.origin == 0)?;
        match shape.find_unknown(term, &(parameter.to_owned(), value.to_owned())) {
            Some(RenderError::UnknownVariant { known, .. }) => Some(known),
            _ => None,
        }
    }

    /// The terms that come from another glossary than the first, of those that `references` lead to; each with the glossary's number.
    pub fn borrowed(&self, references: &[TermReference]) -> BTreeMap<String, usize> {
        let mut borrowed = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = references.iter().map(|reference| reference.term.as_str()).collect();
        while let Some(name) = open.pop() {
            let Some(shape) = self.0.get(name).filter(|_| seen.insert(name)) else { continue };
            if shape.origin > 0 {
                borrowed.insert(name.to_owned(), shape.origin);
            }
            open.extend(shape.references.terms.iter().map(|reference| reference.term.as_str()));
        }
        borrowed
    }

    /// Adds what is wrong with `references`, and with those inside the terms they lead to.
    pub fn check(&self, references: &[TermReference], errors: &mut Vec<RenderError>) {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&TermReference> = references.iter().collect();
        while let Some(reference) = open.pop() {
            let Some(shape) = self.0.get(&reference.term) else {
                errors.push(RenderError::UnknownTerm { term: reference.term.clone() });
                continue;
            };
            if let Some(attribute) = reference.attribute.as_ref().filter(|name| !shape.attributes.contains(*name)) {
                errors.push(RenderError::UnknownAttribute { term: reference.term.clone(), attribute: attribute.clone() });
            }
            if reference.attribute.is_none() && shape.origin == 0 {
                errors.extend(reference.arguments.iter().filter_map(|argument| shape.find_unknown(&reference.term, argument)));
            }
            if seen.insert(reference.term.as_str()) {
                let found = &shape.references;
                errors.extend(found.functions.iter().map(|name| RenderError::Function { name: name.clone() }));
                errors.extend(found.messages.iter().map(|id| RenderError::MessageReference { id: id.clone() }));
                open.extend(&found.terms);
            }
        }
    }
}

impl Shape {
    fn of(term: &Term, origin: usize) -> Self {
        let mut variants = BTreeMap::new();
        collect_variants(&term.value, &mut variants);
        Self {
            origin,
            attributes: term.attributes.iter().map(|attribute| attribute.id.name.clone()).collect(),
            variants,
            references: pattern_references(&term.value),
        }
    }

    /// The error if Fluent would silently take the default for this argument.
    fn find_unknown(&self, term: &str, (parameter, value): &(String, String)) -> Option<RenderError> {
        let known = self.variants.get(parameter);
        if known.is_none() && self.references.variables.contains(parameter) {
            return None;
        }
        let known = known.cloned().unwrap_or_default();
        let number = value.parse::<f64>().ok();
        let chosen = known.iter().any(|key| {
            let equal = number.is_some() && key.parse::<f64>().ok() == number;
            key == value || equal || (number.is_some() && PLURAL_CATEGORIES.contains(&key.as_str()))
        });
        (!chosen).then(|| RenderError::UnknownVariant {
            term: term.to_owned(),
            parameter: parameter.clone(),
            variant: value.clone(),
            known,
        })
    }
}

/// Collects the keys of all selectors on parameters; those inside variants included.
fn collect_variants(pattern: &Pattern<String>, found: &mut BTreeMap<String, Vec<String>>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from(expression, found);
        }
    }
}

fn collect_from(expression: &Expression<String>, found: &mut BTreeMap<String, Vec<String>>) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => collect_from(expression, found),
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            if let InlineExpression::VariableReference { id } = selector {
                let keys = found.entry(id.name.clone()).or_default();
                for variant in variants {
                    let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = &variant.key;
                    if !keys.contains(key) {
                        keys.push(key.clone());
                    }
                }
            }
            variants.iter().for_each(|variant| collect_variants(&variant.value, found));
        }
    }
}
