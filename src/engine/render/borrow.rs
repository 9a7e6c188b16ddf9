//! A borrowed view of an owned pattern, for the runtime takes no other.

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, NamedArgument, Pattern, PatternElement, Variant, VariantKey,
};

/// `pattern` with borrowed text.
pub(super) fn borrow(pattern: &Pattern<String>) -> Pattern<&str> {
    fn element(element: &PatternElement<String>) -> PatternElement<&str> {
        match element {
            PatternElement::TextElement { value } => PatternElement::TextElement { value: value.as_str() },
            PatternElement::Placeable { expression: inner } => PatternElement::Placeable { expression: expression(inner) },
        }
    }
    Pattern { elements: pattern.elements.iter().map(element).collect() }
}

fn expression(expression: &Expression<String>) -> Expression<&str> {
    match expression {
        Expression::Inline(inner) => Expression::Inline(inline(inner)),
        Expression::Select { selector, variants } => {
            Expression::Select { selector: inline(selector), variants: variants.iter().map(variant).collect() }
        }
    }
}

fn variant(variant: &Variant<String>) -> Variant<&str> {
    let key = match &variant.key {
        VariantKey::Identifier { name } => VariantKey::Identifier { name: name.as_str() },
        VariantKey::NumberLiteral { value } => VariantKey::NumberLiteral { value: value.as_str() },
    };
    Variant { key, value: borrow(&variant.value), default: variant.default }
}

fn inline(expression: &InlineExpression<String>) -> InlineExpression<&str> {
    match expression {
        InlineExpression::StringLiteral { value } => InlineExpression::StringLiteral { value: value.as_str() },
        InlineExpression::NumberLiteral { value } => InlineExpression::NumberLiteral { value: value.as_str() },
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

fn call(arguments: &CallArguments<String>) -> CallArguments<&str> {
    CallArguments {
        positional: arguments.positional.iter().map(inline).collect(),
        named: arguments.named.iter().map(|a| NamedArgument { name: identifier(&a.name), value: inline(&a.value) }).collect(),
    }
}

fn identifier(id: &Identifier<String>) -> Identifier<&str> {
    Identifier { name: id.name.as_str() }
}
