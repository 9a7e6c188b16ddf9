//! Folds string literals into the text around them, so that the runtime's limit of 100 placeables counts real ones only.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// `pattern` with its string literals as text, neighbouring text merged.
pub(super) fn fold(pattern: &Pattern<String>) -> Pattern<String> {
    let mut folded = Folded::default();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => folded.push_text(value),
            PatternElement::Placeable { expression } => folded.push_expression(expression),
        }
    }
    Pattern { elements: folded.elements }
}

#[derive(Default)]
struct Folded {
    elements: Vec<PatternElement<String>>,
    /// Whether the last thing was a literal.
    after_literal: bool,
}

impl Folded {
    fn push_text(&mut self, text: &str) {
        // A backslash that is kept from a line's end by a literal is no hard break; a space says the same in plain text.
        if self.after_literal && text.starts_with('\n') && self.ends_in_odd_backslash() {
            self.append(" ");
        }
        self.append(text);
        self.after_literal = false;
    }

    fn push_expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                self.append(&unescape_unicode_to_string(value));
                self.after_literal = true;
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => self.push_expression(expression),
            Expression::Inline(inline) => self.push_placeable(Expression::Inline(inline.clone())),
            Expression::Select { selector, variants } => {
                let folded = variants.iter().map(|variant| Variant { value: fold(&variant.value), ..variant.clone() });
                self.push_placeable(Expression::Select { selector: selector.clone(), variants: folded.collect() });
            }
        }
    }

    fn push_placeable(&mut self, expression: Expression<String>) {
        self.elements.push(PatternElement::Placeable { expression });
        self.after_literal = false;
    }

    fn append(&mut self, text: &str) {
        match self.elements.last_mut() {
            _ if text.is_empty() => {}
            Some(PatternElement::TextElement { value }) => value.push_str(text),
            _ => self.elements.push(PatternElement::TextElement { value: text.to_owned() }),
        }
    }

    fn ends_in_odd_backslash(&self) -> bool {
        match self.elements.last() {
            Some(PatternElement::TextElement { value }) => value.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1,
            _ => false,
        }
    }
}
