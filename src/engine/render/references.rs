//! What a message refers to: terms, variables, and what no unit may refer to.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::format::fluent::Message;

/// Everything that a message or term refers to, in order of appearance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct References {
    /// References to terms.
    pub terms: Vec<TermReference>,
    /// Variables that stand as placeables, without `$`.
    pub variables: BTreeSet<String>,
    /// Variables that choose a variant, without `$`.
    pub selectors: BTreeSet<String>,
    /// Functions, by name.
    pub functions: BTreeSet<String>,
    /// Messages referred to, by id.
    pub messages: BTreeSet<String>,
}

/// A reference to a Fluent term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermReference {
    /// The term's name, without `-`.
    pub term: String,
    /// The attribute, if one is referred to (which only a selector may).
    pub attribute: Option<String>,
    /// Named arguments: `case: "genitive"` gives `("case", "genitive")`; numbers as they are written.
    pub arguments: Vec<(String, String)>,
}

/// What `message` refers to, attributes included.
pub fn references(message: &Message) -> References {
    let mut found = References::default();
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    message.value.iter().chain(attributes).for_each(|pattern| found.visit_pattern(pattern));
    found
}

/// What a pattern refers to.
pub(super) fn pattern_references(pattern: &Pattern<String>) -> References {
    let mut found = References::default();
    found.visit_pattern(pattern);
    found
}

impl References {
    fn visit_pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.visit_expression(expression);
            }
        }
    }

    fn visit_expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.visit_inline(inline),
            Expression::Select { selector, variants } => {
                match selector {
                    InlineExpression::VariableReference { id } => drop(self.selectors.insert(id.name.clone())),
                    selector => self.visit_inline(selector),
                }
                variants.iter().for_each(|variant| self.visit_pattern(&variant.value));
            }
        }
    }

    fn visit_inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.clone())),
            InlineExpression::MessageReference { id, .. } => drop(self.messages.insert(id.name.clone())),
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.clone());
                self.visit_call(arguments);
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.terms.push(TermReference {
                    term: id.name.clone(),
                    attribute: attribute.as_ref().map(|attribute| attribute.name.clone()),
                    arguments: arguments.as_ref().map(named_arguments).unwrap_or_default(),
                });
                arguments.iter().for_each(|arguments| self.visit_call(arguments));
            }
            InlineExpression::Placeable { expression } => self.visit_expression(expression),
        }
    }

    fn visit_call(&mut self, call: &CallArguments<String>) {
        call.positional.iter().for_each(|value| self.visit_inline(value));
        call.named.iter().for_each(|argument| self.visit_inline(&argument.value));
    }
}

fn named_arguments(call: &CallArguments<String>) -> Vec<(String, String)> {
    let value = |inline: &InlineExpression<String>| match inline {
        InlineExpression::StringLiteral { value } => unescape_unicode_to_string(value).into_owned(),
        InlineExpression::NumberLiteral { value } => value.clone(),
        _ => String::new(),
    };
    call.named.iter().map(|argument| (argument.name.name.clone(), value(&argument.value))).collect()
}
