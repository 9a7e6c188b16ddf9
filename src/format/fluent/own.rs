//! Parsed patterns that own their text, neighbouring text elements merged.

use fluent_syntax::ast::{
    Attribute, CallArguments, Expression, Identifier, InlineExpression, NamedArgument, Pattern, PatternElement, Variant,
    VariantKey,
};

/// An owned copy of `pattern`. CRLF line ends have become line feeds in parsing; merging makes them no different at all.
pub(super) fn pattern(pattern: &Pattern<&str>) -> Pattern<String> {
    let mut elements: Vec<PatternElement<String>> = Vec::with_capacity(pattern.elements.len());
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => match elements.last_mut() {
                Some(PatternElement::TextElement { value: text }) => text.push_str(value),
                _ => elements.push(PatternElement::TextElement { value: (*value).to_owned() }),
            },
            PatternElement::Placeable { expression: inner } => {
                elements.push(PatternElement::Placeable { expression: expression(inner) });
            }
        }
    }
    Pattern { elements }
}

/// Owned copies of `attributes`.
pub(super) fn attributes(attributes: &[Attribute<&str>]) -> Vec<Attribute<String>> {
    attributes.iter().map(|a| Attribute { id: identifier(&a.id), value: pattern(&a.value) }).collect()
}

fn expression(expression: &Expression<&str>) -> Expression<String> {
    match expression {
        Expression::Inline(inner) => Expression::Inline(inline(inner)),
        Expression::Select { selector, variants } => {
            Expression::Select { selector: inline(selector), variants: variants.iter().map(variant).collect() }
        }
    }
}

fn variant(variant: &Variant<&str>) -> Variant<String> {
    let key = match &variant.key {
        VariantKey::Identifier { name } => VariantKey::Identifier { name: (*name).to_owned() },
        VariantKey::NumberLiteral { value } => VariantKey::NumberLiteral { value: (*value).to_owned() },
    };
    Variant { key, value: pattern(&variant.value), default: variant.default }
}

fn inline(expression: &InlineExpression<&str>) -> InlineExpression<String> {
    match expression {
        InlineExpression::StringLiteral { value } => InlineExpression::StringLiteral { value: (*value).to_owned() },
        InlineExpression::NumberLiteral { value } => InlineExpression::NumberLiteral { value: (*value).to_owned() },
        InlineExpression::FunctionReference { id, arguments } => {
            InlineExpression::FunctionReference { id: identifier(id), arguments: call(arguments) }
        }
        InlineExpression::MessageReference { id, attribute } => {
            InlineExpression::MessageReference { id: identifier(id), attribute: attribute.as_ref().map(identifier) }
        }
        InlineExpression::TermReference { id, attribute, arguments } => InlineExpression::TermReference {
            id: identifier(id),
            attribute: attribute.as_ref().map(identifier),
            arguments: arguments.as_ref().map(call),
        },
        InlineExpression::VariableReference { id } => InlineExpression::VariableReference { id: identifier(id) },
        InlineExpression::Placeable { expression: inner } => {
            InlineExpression::Placeable { expression: Box::new(self::expression(inner)) }
        }
    }
}

fn call(arguments: &CallArguments<&str>) -> CallArguments<String> {
    CallArguments {
        positional: arguments.positional.iter().map(inline).collect(),
        named: arguments.named.iter().map(|a| NamedArgument { name: identifier(&a.name), value: inline(&a.value) }).collect(),
    }
}

fn identifier(id: &Identifier<&str>) -> Identifier<String> {
    Identifier { name: id.name.to_owned() }
}
