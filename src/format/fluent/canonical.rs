//! One text for everything that Fluent sees in a message: what target fingerprints are made from.
//!
//! Layout, escapes, and the order of attributes, variants and named arguments do not count, nor where in a text a selector stands:
//! tools move all of these (moz.l10n writes whole texts into the variants). The canonical text is unambiguous: backslashes and
//! braces that are text are escaped, everything else in braces is syntax.

use std::borrow::Cow;
use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::base::{any_byte, normalise};

use super::Message;

/// How many texts the selectors of one value may choose between before they are taken as they stand.
const MOST_TEXTS: usize = 256;

/// The canonical text of `message`, its text normalised by [`normalise`]; hash it with `Fingerprint::of_normalised`.
pub fn canonical(message: &Message) -> Cow<'_, str> {
    if let (Some(Pattern { elements }), []) = (&message.value, message.attributes.as_slice())
        && let [PatternElement::TextElement { value }] = elements.as_slice()
        // The last is what the first byte of the two marks below is in UTF-8.
        && !any_byte(value.as_bytes(), |byte| (byte == b'\\') | (byte == b'{') | (byte == b'}') | (byte == 0xef))
    {
        return normalise(value);
    }
    let mut text = String::new();
    if let Some(value) = &message.value {
        push_value(&mut text, value);
    }
    let mut attributes: Vec<_> = message.attributes.iter().collect();
    attributes.sort_by(|a, b| a.id.name.cmp(&b.id.name));
    for attribute in attributes {
        text.push_str("{.");
        text.push_str(&attribute.id.name);
        text.push('=');
        push_value(&mut text, &attribute.value);
        text.push('}');
    }
    Cow::Owned(text)
}

/// The value of `message` if that is a text in which neither markup of Fluent nor a line end between words of a script without spaces
/// can be: then the normalised text is the canonical one, lines joined or not.
pub fn simple_value(message: &Message) -> Option<&str> {
    let (Some(Pattern { elements }), []) = (&message.value, message.attributes.as_slice()) else { return None };
    let [PatternElement::TextElement { value }] = elements.as_slice() else { return None };
    // From 0xE2 begin all characters that are written without spaces, and what joins them.
    let matters = |byte: u8| (byte == b'\\') | (byte == b'{') | (byte == b'}') | (byte >= 0xe2);
    (!any_byte(value.as_bytes(), matters)).then_some(value)
}

/// A selector of a value, with every key that it is compared with anywhere in the value.
struct Choice {
    selector: String,
    keys: BTreeSet<String>,
}

/// Appends a value: its text, or for each combination of its selectors' keys the whole text that it gives.
fn push_value(text: &mut String, value: &Pattern<String>) {
    let mut choices = Vec::new();
    find_choices(value, &mut choices);
    let texts = choices.iter().fold(1usize, |texts, choice| texts.saturating_mul(choice.keys.len() + 1));
    if choices.is_empty() || texts > MOST_TEXTS {
        return push_pattern(text, value, None);
    }
    choices.sort_by(|a, b| a.selector.cmp(&b.selector));
    push_choices(text, value, &choices, &mut Vec::new());
}

fn push_choices<'c>(text: &mut String, value: &Pattern<String>, open: &'c [Choice], made: &mut Vec<(&'c str, Option<&'c str>)>) {
    let Some((choice, rest)) = open.split_first() else {
        return push_pattern(text, value, Some(made));
    };
    text.push('{');
    text.push_str(&choice.selector);
    text.push_str("->");
    for key in choice.keys.iter().map(|key| Some(key.as_str())).chain([None]) {
        text.push_str(&format!("{{[{}]", key.unwrap_or("*")));
        made.push((choice.selector.as_str(), key));
        push_choices(text, value, rest, made);
        made.pop();
        text.push('}');
    }
    text.push('}');
}

fn find_choices(pattern: &Pattern<String>, choices: &mut Vec<Choice>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let Expression::Select { selector, variants } = unwrapped(expression) else { continue };
        let mut name = String::new();
        push_inline(&mut name, selector);
        let at = choices.iter().position(|choice| choice.selector == name).unwrap_or_else(|| {
            choices.push(Choice { selector: name, keys: BTreeSet::new() });
            choices.len() - 1
        });
        choices[at].keys.extend(variants.iter().map(|variant| key_of(variant).to_owned()));
        variants.iter().for_each(|variant| find_choices(&variant.value, choices));
    }
}

/// `{ { x } }` is `{ x }`.
fn unwrapped(expression: &Expression<String>) -> &Expression<String> {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => unwrapped(expression),
        expression => expression,
    }
}

fn key_of(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key } => key,
    }
}

/// Stands for a placeable while the text around it is normalised, so that a space beside it is no space at an end.
const PLACEABLE: char = '\u{fdd0}';
/// Escapes [`PLACEABLE`] and itself.
const ESCAPE: char = '\u{fdd1}';

/// Which key each selector is taken to have; `None` is a key that no variant has.
type Made<'m> = Option<&'m [(&'m str, Option<&'m str>)]>;

/// Appends a pattern. It is normalised as a whole: white space and emphasis do not end where a placeable stands.
fn push_pattern(text: &mut String, pattern: &Pattern<String>, made: Made<'_>) {
    let mut flat = Flat { text: String::new(), placeables: Vec::new(), made };
    flat.push_pattern(pattern);
    let mut placeables = flat.placeables.into_iter();
    let normalised = normalise(&flat.text);
    let mut chars = normalised.chars();
    while let Some(c) = chars.next() {
        match c {
            PLACEABLE => text.push_str(&placeables.next().unwrap_or_default()),
            ESCAPE => text.push(if chars.next() == Some('0') { PLACEABLE } else { ESCAPE }),
            '\\' | '{' | '}' => text.extend(['\\', c]),
            c => text.push(c),
        }
    }
}

/// A pattern as one string with a mark for each placeable.
struct Flat<'m> {
    text: String,
    /// What the marks stand for, in order.
    placeables: Vec<String>,
    made: Made<'m>,
}

impl Flat<'_> {
    fn push_pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.push_text(value),
                PatternElement::Placeable { expression } => self.push_expression(unwrapped(expression)),
            }
        }
    }

    fn push_text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                PLACEABLE => self.text.extend([ESCAPE, '0']),
                ESCAPE => self.text.extend([ESCAPE, '1']),
                c => self.text.push(c),
            }
        }
    }

    fn push_expression(&mut self, expression: &Expression<String>) {
        match (expression, self.made) {
            (Expression::Inline(InlineExpression::StringLiteral { value }), _) => {
                self.push_text(&unescape_unicode_to_string(value));
            }
            (Expression::Select { selector, variants }, Some(made)) => {
                let mut name = String::new();
                push_inline(&mut name, selector);
                let key = made.iter().find(|(selector, _)| *selector == name).and_then(|(_, key)| *key);
                let chosen = variants.iter().find(|variant| Some(key_of(variant)) == key);
                if let Some(variant) = chosen.or_else(|| variants.iter().find(|variant| variant.default)) {
                    self.push_pattern(&variant.value);
                }
            }
            (expression, _) => {
                let mut written = String::from("{");
                push_expression(&mut written, expression);
                written.push('}');
                self.placeables.push(written);
                self.text.push(PLACEABLE);
            }
        }
    }
}

fn push_expression(text: &mut String, expression: &Expression<String>) {
    match expression {
        Expression::Inline(inline) => push_inline(text, inline),
        Expression::Select { selector, variants } => {
            push_inline(text, selector);
            text.push_str("->");
            for variant in variants {
                let mark = if variant.default { "*" } else { "" };
                text.push_str(&format!("{{{mark}[{}]", key_of(variant)));
                push_pattern(text, &variant.value, None);
                text.push('}');
            }
        }
    }
}

fn push_inline(text: &mut String, inline: &InlineExpression<String>) {
    match inline {
        InlineExpression::StringLiteral { value } => push_quoted(text, value),
        InlineExpression::NumberLiteral { value } => text.push_str(value),
        InlineExpression::VariableReference { id } => {
            text.push('$');
            text.push_str(&id.name);
        }
        InlineExpression::FunctionReference { id, arguments } => {
            text.push_str(&id.name);
            push_call(text, arguments);
        }
        InlineExpression::MessageReference { id, attribute } => {
            text.push_str(&id.name);
            push_attribute(text, attribute.as_ref().map(|attribute| attribute.name.as_str()));
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            text.push('-');
            text.push_str(&id.name);
            push_attribute(text, attribute.as_ref().map(|attribute| attribute.name.as_str()));
            let has_arguments = |call: &&CallArguments<String>| !call.positional.is_empty() || !call.named.is_empty();
            if let Some(arguments) = arguments.as_ref().filter(has_arguments) {
                push_call(text, arguments);
            }
        }
        InlineExpression::Placeable { expression } => push_expression(text, expression),
    }
}

fn push_attribute(text: &mut String, name: Option<&str>) {
    if let Some(name) = name {
        text.push('.');
        text.push_str(name);
    }
}

fn push_call(text: &mut String, call: &CallArguments<String>) {
    text.push('(');
    for value in &call.positional {
        push_inline(text, value);
        text.push(',');
    }
    let mut named: Vec<_> = call.named.iter().collect();
    named.sort_by(|a, b| a.name.name.cmp(&b.name.name));
    for argument in named {
        text.push_str(&argument.name.name);
        text.push(':');
        push_inline(text, &argument.value);
        text.push(',');
    }
    text.push(')');
}

/// A string literal inside an expression, where it is data and not text.
fn push_quoted(text: &mut String, value: &str) {
    text.push('"');
    for c in unescape_unicode_to_string(value).chars() {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push('"');
}
