//! Where references to terms stand in a catalog or glossary, for those who point at them.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::base::Span;

use super::runtime_source;

/// The references of one message or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPlaces {
    /// Its id; of a term the name without `-`.
    pub id: String,
    /// Byte offset of the id in the text.
    pub offset: usize,
    /// Whether it is a term.
    pub is_term: bool,
    /// References to terms, in the order of the text.
    pub references: Vec<ReferencePlace>,
}

/// A reference to a term and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferencePlace {
    /// The term's name, without `-`.
    pub term: String,
    /// The bytes of `-name`.
    pub span: Span,
    /// Whether it stands in an attribute of its entry.
    pub in_attribute: bool,
    /// The attribute that it asks for, with its bytes; only a selector may.
    pub attribute: Option<(String, Span)>,
    /// Its named arguments that are strings or numbers.
    pub arguments: Vec<ArgumentPlace>,
}

impl ReferencePlace {
    /// The bytes of its parts, to be moved along with it.
    pub fn inner_spans(&mut self) -> impl Iterator<Item = &mut Span> {
        let attribute = self.attribute.iter_mut().map(|(_, span)| span);
        self.arguments.iter_mut().map(|argument| &mut argument.span).chain(attribute)
    }
}

/// A named argument of a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgumentPlace {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The bytes of the value, without quotes.
    pub span: Span,
}

/// The references of every message and term of `text` that parses, in file order; places are bytes of `text`.
pub fn term_places(text: &str) -> Vec<EntryPlaces> {
    let source = runtime_source(text);
    let shift = text.len() - source.len();
    let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse_runtime(source.as_str());
    let entries = resource.body.iter().filter_map(|entry| {
        let (id, is_term, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name, false, message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (term.id.name, true, Some(&term.value), &term.attributes),
            _ => return None,
        };
        let mut finder = Finder { source: source.as_str(), shift, in_attribute: false, found: Vec::new() };
        value.into_iter().for_each(|pattern| finder.pattern(pattern));
        finder.in_attribute = true;
        attributes.iter().for_each(|attribute| finder.pattern(&attribute.value));
        let offset = finder.span(id).start;
        Some(EntryPlaces { id: id.to_owned(), offset, is_term, references: finder.found })
    });
    entries.collect()
}

struct Finder<'s> {
    source: &'s str,
    shift: usize,
    in_attribute: bool,
    found: Vec<ReferencePlace>,
}

impl<'s> Finder<'s> {
    fn span(&self, slice: &str) -> Span {
        let start = slice.as_ptr() as usize - self.source.as_ptr() as usize + self.shift;
        start..start + slice.len()
    }

    fn pattern(&mut self, pattern: &Pattern<&'s str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'s str>) {
        match inline {
            InlineExpression::TermReference { id, attribute, arguments } => {
                let name = self.span(id.name);
                let named = arguments.iter().flat_map(|call| &call.named);
                let argument = |value: &InlineExpression<&'s str>, name: &str| {
                    let (value, span) = match value {
                        InlineExpression::StringLiteral { value } => (unescape_unicode_to_string(value), self.span(value)),
                        InlineExpression::NumberLiteral { value } => ((*value).into(), self.span(value)),
                        _ => return None,
                    };
                    Some(ArgumentPlace { name: name.to_owned(), value: value.into_owned(), span })
                };
                let arguments_found = named.filter_map(|named| argument(&named.value, named.name.name)).collect();
                self.found.push(ReferencePlace {
                    term: id.name.to_owned(),
                    span: name.start.saturating_sub(1)..name.end,
                    in_attribute: self.in_attribute,
                    attribute: attribute.as_ref().map(|attribute| (attribute.name.to_owned(), self.span(attribute.name))),
                    arguments: arguments_found,
                });
                arguments.iter().for_each(|call| self.call(call));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }

    fn call(&mut self, call: &CallArguments<&'s str>) {
        call.positional.iter().for_each(|value| self.inline(value));
        call.named.iter().for_each(|argument| self.inline(&argument.value));
    }
}
