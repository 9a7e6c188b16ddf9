//! Resolves a message through the Fluent runtime, terms from the glossary, placeables kept as such.
//!
//! What the runtime would pass over silently is an error here: an unknown variant, a function, a variable nobody gives. A text is
//! rendered whole or not at all.

use std::fmt;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::base::Locale;
use crate::format::fluent::{Message, runtime_source};
use crate::model::{Element, Elements, Placeables};

use super::borrow::borrow;
use super::error::RenderError;
use super::fold::fold;
use super::references::{pattern_references, references};
use super::terms::Terms;

/// Resolves the messages of one locale. Build it once: the glossary is parsed here. It may be shared between threads.
pub struct Renderer {
    bundle: FluentBundle<FluentResource>,
    terms: Terms,
    /// Noncharacters that no glossary text contains; placeables are marked with one while the runtime works.
    marks: Vec<char>,
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

impl Renderer {
    /// A renderer for `locale` with the texts of its glossary files: the locale's own first, then those it falls back to.
    pub fn new(locale: &Locale, glossaries: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.to_langid()]);
        bundle.set_use_isolating(false);
        for text in glossaries {
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(runtime_source(text));
            // A term that an earlier glossary has stays: that is what falling back means.
            let _overridden = bundle.add_resource(resource);
        }
        let marks = noncharacters().filter(|mark| !glossaries.iter().any(|text| mentions(text, *mark)));
        Self { bundle, terms: Terms::read(glossaries), marks: marks.collect() }
    }

    /// The text of `message`, one line per segment as in the catalog; [`join`](super::join) makes running text of it.
    ///
    /// `placeables` are those of the source text that the message renders; only their names matter here.
    ///
    /// # Errors
    /// All reasons why the text would be incomplete or other than its translator meant, in a fixed order.
    pub fn resolve(&self, message: &Message, placeables: &Placeables) -> Result<Elements, Vec<RenderError>> {
        let value = message.value.as_ref().ok_or_else(|| vec![RenderError::NoText])?;
        let folded = fold(value);
        if let Some(elements) = resolve_plain(&folded, placeables) {
            return Ok(elements);
        }
        let mut errors = self.check(&pattern_references(value), placeables);
        if errors.is_empty() {
            match self.run(&folded, placeables) {
                Ok(elements) => return Ok(elements),
                Err(found) => errors = found,
            }
        }
        errors.sort();
        errors.dedup();
        Err(errors)
    }

    /// The terms that `message` takes from a glossary it falls back to, each with the number of the glossary.
    pub fn borrowed(&self, message: &Message) -> std::collections::BTreeMap<String, usize> {
        self.terms.borrowed(&references(message).terms)
    }

    /// What [`Renderer::resolve`] would refuse in any part of `message`, attributes included.
    pub fn find_errors(&self, message: &Message, placeables: &Placeables) -> Vec<RenderError> {
        let mut errors = self.check(&references(message), placeables);
        errors.sort();
        errors.dedup();
        errors
    }

    fn check(&self, found: &super::References, placeables: &Placeables) -> Vec<RenderError> {
        let unknown = found.variables.iter().filter(|name| !placeables.contains_key(*name));
        let mut errors: Vec<_> = unknown.map(|name| RenderError::UnknownVariable { name: name.clone() }).collect();
        errors.extend(found.selectors.iter().map(|name| RenderError::VariableAsSelector { name: name.clone() }));
        errors.extend(found.functions.iter().map(|name| RenderError::Function { name: name.clone() }));
        errors.extend(found.messages.iter().map(|id| RenderError::MessageReference { id: id.clone() }));
        self.terms.check(&found.terms, &mut errors);
        errors
    }

    /// Lets the runtime format `pattern`, a mark and a number in each placeable's place.
    fn run(&self, pattern: &Pattern<String>, placeables: &Placeables) -> Result<Elements, Vec<RenderError>> {
        let runtime = |reason: String| vec![RenderError::Runtime { reason }];
        let mark = self.marks.iter().copied().find(|mark| !contains(pattern, *mark));
        let mark = mark.ok_or_else(|| runtime("its text contains every noncharacter of Unicode".to_owned()))?;
        let names: Vec<&str> = placeables.keys().map(String::as_str).collect();
        let mut args = FluentArgs::with_capacity(names.len());
        for (nth, name) in names.iter().enumerate() {
            args.set(*name, format!("{mark}{nth}{mark}"));
        }
        let borrowed = borrow(pattern);
        let (mut text, mut errors) = (String::new(), Vec::new());
        self.bundle
            .write_pattern(&mut text, &borrowed, Some(&args), &mut errors)
            .map_err(|_| runtime("it could not be written".to_owned()))?;
        if errors.is_empty() {
            return Ok(split_at_marks(&text, mark, &names));
        }
        Err(errors.iter().map(|error| RenderError::Runtime { reason: error.to_string() }).collect())
    }
}

/// The elements of a pattern of text and known placeables, which need no runtime; `None` for any other.
fn resolve_plain(pattern: &Pattern<String>, placeables: &Placeables) -> Option<Elements> {
    let element = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => Some(Element::Text(value.clone())),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            placeables.contains_key(&id.name).then(|| Element::Placeable(id.name.clone()))
        }
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(element).collect()
}

/// The 66 code points that Unicode reserves for use inside a program.
fn noncharacters() -> impl Iterator<Item = char> {
    let ends = (0..=16u32).flat_map(|plane| [plane * 0x1_0000 + 0xFFFE, plane * 0x1_0000 + 0xFFFF]);
    (0xFDD0..=0xFDEF).chain(ends).filter_map(char::from_u32)
}

/// Whether `mark` stands in `text`, as it is or as the escape of a string literal.
fn mentions(text: &str, mark: char) -> bool {
    text.contains(mark) || text.to_ascii_lowercase().contains(&format!("{:04x}", u32::from(mark)))
}

/// Whether `mark` stands in the text of `pattern`, its variants, or an argument that may end up in a term's text.
fn contains(pattern: &Pattern<String>, mark: char) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { value } => value.contains(mark),
        PatternElement::Placeable { expression } => expression_contains(expression, mark),
    })
}

fn expression_contains(expression: &Expression<String>, mark: char) -> bool {
    match expression {
        Expression::Inline(inline) => inline_contains(inline, mark),
        Expression::Select { selector, variants } => {
            inline_contains(selector, mark) || variants.iter().any(|variant| contains(&variant.value, mark))
        }
    }
}

fn inline_contains(inline: &InlineExpression<String>, mark: char) -> bool {
    match inline {
        InlineExpression::StringLiteral { value } => unescape_unicode_to_string(value).contains(mark),
        InlineExpression::TermReference { arguments: Some(call), .. } => {
            call.named.iter().any(|argument| inline_contains(&argument.value, mark))
        }
        InlineExpression::Placeable { expression } => expression_contains(expression, mark),
        _ => false,
    }
}

/// Cuts `text` at `mark`: between two of them stands the number of a name.
fn split_at_marks(text: &str, mark: char, names: &[&str]) -> Elements {
    let mut elements = Elements::new();
    for (nth, part) in text.split(mark).enumerate() {
        match part.parse::<usize>().ok().filter(|_| nth % 2 == 1).and_then(|number| names.get(number)) {
            Some(name) => elements.push(Element::Placeable((*name).to_owned())),
            None if part.is_empty() => {}
            None => elements.push(Element::Text(part.to_owned())),
        }
    }
    elements
}
