//! Unit texts in Fluent pattern syntax: one line per segment, everything escaped that Fluent would lose or read as syntax.
//!
//! A hard break is `\` at a line's end, which continues its segment. Literal braces, control characters, and white space at a
//! line's ends become string literals; a line that begins with `[ * .` is guarded by a leading `{ "" }`.

use std::borrow::Cow;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::base::any_byte;
use crate::model::{Element, Elements, UnitText};

use super::notes::identifier_end;

/// The lines of `text`; none for an empty text.
pub fn write_lines(text: &UnitText) -> Vec<String> {
    let mut lines = Vec::with_capacity(text.segments.len());
    for segment in &text.segments {
        if let [Element::Text(text)] = segment.as_slice()
            && is_plain(text)
        {
            lines.push(text.clone());
            continue;
        }
        let mut line = Line::default();
        for element in segment {
            match element {
                Element::Text(text) => line.push_text(text, &mut lines),
                Element::Placeable(name) => line.push_placeable(name),
            }
        }
        lines.push(line.end());
    }
    if lines.len() == 1 && lines[0] == EMPTY { Vec::new() } else { lines }
}

/// Whether a whole line of `text` is written as it stands, told by its bytes; another may be as well.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return false };
    // From 0xC2 and 0xE1 to 0xE3 begin white space and controls beyond ASCII, from 0xEF the byte order mark.
    let is_markup = |byte: u8| (byte == b'\\') | (byte == b'{') | (byte == b'}');
    let is_lead = |byte: u8| (byte == 0xc2) | (byte.wrapping_sub(0xe1) < 3) | (byte == 0xef);
    let matters = |byte: u8| is_markup(byte) | (byte < 0x20) | (byte == 0x7f) | is_lead(byte);
    !matches!(first, b' ' | b'[' | b'*' | b'.') && *last != b' ' && !any_byte(bytes, matters)
}

/// The text that `lines` hold; `None` when they are not a pattern of text, string literals and variables alone.
pub fn read_lines<L: AsRef<str>>(lines: &[L]) -> Option<UnitText> {
    if lines.is_empty() {
        return Some(UnitText::default());
    }
    let mut source = String::from("x =\n");
    for line in lines {
        source.push_str("    ");
        source.push_str(line.as_ref());
        source.push('\n');
    }
    if super::depth::is_unsafe(&source) {
        return None;
    }
    let resource = fluent_syntax::parser::parse(source.as_str()).ok()?;
    match resource.body.as_slice() {
        [Entry::Message(message)] if message.attributes.is_empty() => read_pattern(message.value.as_ref()?),
        _ => None,
    }
}

/// The text of a parsed value; `None` when it holds anything but text, string literals and variables.
pub fn read_pattern<S: AsRef<str>>(pattern: &Pattern<S>) -> Option<UnitText> {
    let mut reader = Reader::default();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => reader.push_raw(value.as_ref()),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => reader.push_inline(inline)?,
            PatternElement::Placeable { .. } => return None,
        }
    }
    reader.end_segment();
    let empty = reader.segments.len() == 1 && reader.segments[0].is_empty();
    Some(UnitText { segments: if empty { Vec::new() } else { reader.segments } })
}

/// The string literal that stands for nothing.
const EMPTY: &str = "{ \"\" }";

/// A line that is being written.
#[derive(Default)]
struct Line {
    written: String,
    /// Backslashes at the end of the text so far, since a hard break is an odd number of them.
    backslashes: usize,
    /// White space of the text that has not been written yet: whether it is a literal depends on what follows.
    pending: String,
}

impl Line {
    fn push_text(&mut self, text: &str, lines: &mut Vec<String>) {
        for c in text.chars() {
            match c {
                '\n' if self.backslashes % 2 == 1 && self.pending.is_empty() => {
                    lines.push(std::mem::take(&mut self.written));
                    self.backslashes = 0;
                }
                c if c == ' ' || (c.is_whitespace() && !must_escape(c)) => {
                    self.pending.push(c);
                    self.backslashes = 0;
                }
                c => self.push_char(c),
            }
        }
    }

    fn push_char(&mut self, c: char) {
        self.flush(false);
        if must_escape(c) {
            self.push_literal(&c.to_string());
        } else {
            if self.written.is_empty() && matches!(c, '[' | '*' | '.') {
                self.written.push_str(EMPTY);
            }
            self.written.push(c);
        }
        self.backslashes = if c == '\\' { self.backslashes + 1 } else { 0 };
    }

    fn push_placeable(&mut self, name: &str) {
        self.flush(false);
        if identifier_end(name) == Some(name.len()) {
            self.written.push_str("{ $");
            self.written.push_str(name);
            self.written.push_str(" }");
        } else {
            // No reader makes such a name; as text it is at least not lost.
            self.push_literal(&format!("{{ ${name} }}"));
        }
        self.backslashes = 0;
    }

    /// Writes white space that is held back: as it is inside a line, as a literal at the line's ends.
    fn flush(&mut self, at_end: bool) {
        if self.pending.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        if at_end || self.written.is_empty() { self.push_literal(&pending) } else { self.written.push_str(&pending) }
    }

    fn push_literal(&mut self, text: &str) {
        // Neighbouring literals are merged, so that `{{` reads `{ "{{" }`.
        // Raw text holds no braces, so what ends like a literal is one.
        if self.written.ends_with("\" }") {
            self.written.truncate(self.written.len() - 3);
        } else {
            self.written.push_str("{ \"");
        }
        for c in text.chars() {
            match c {
                '"' | '\\' => self.written.extend(['\\', c]),
                c if c.is_control() || (c.is_whitespace() && c != ' ') || c == '\u{feff}' => {
                    self.written.push_str(&format!("\\u{:04X}", u32::from(c)));
                }
                c => self.written.push(c),
            }
        }
        self.written.push_str("\" }");
    }

    fn end(mut self) -> String {
        self.flush(true);
        if self.backslashes % 2 == 1 || self.written.is_empty() {
            self.written.push_str(EMPTY);
        }
        self.written
    }
}

/// Whether `c` cannot stand in a pattern as it is, wherever it is in the line.
fn must_escape(c: char) -> bool {
    matches!(c, '{' | '}' | '\u{2028}' | '\u{2029}' | '\u{feff}') || c.is_control()
}

/// A text that is being read.
#[derive(Default)]
struct Reader {
    segments: Vec<Elements>,
    segment: Elements,
    text: String,
    /// Whether the last character of `text` was written as a literal, which makes a backslash no hard break.
    literal: bool,
}

impl Reader {
    fn push_raw(&mut self, raw: &str) {
        for (nth, line) in raw.split('\n').enumerate() {
            if nth > 0 {
                if self.breaks_hard() {
                    self.text.push('\n')
                } else {
                    self.end_segment()
                }
                self.literal = false;
            }
            if !line.is_empty() {
                self.text.push_str(line);
                self.literal = false;
            }
        }
    }

    fn push_inline<S: AsRef<str>>(&mut self, inline: &InlineExpression<S>) -> Option<()> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                let text: Cow<'_, str> = unescape_unicode_to_string(value.as_ref());
                self.text.push_str(&text);
                self.literal = true;
            }
            InlineExpression::VariableReference { id } => {
                self.end_text();
                self.segment.push(Element::Placeable(id.name.as_ref().to_owned()));
            }
            InlineExpression::Placeable { expression } => match expression.as_ref() {
                Expression::Inline(inner) => self.push_inline(inner)?,
                Expression::Select { .. } => return None,
            },
            _ => return None,
        }
        Some(())
    }

    /// Whether the line end that follows is a hard break.
    fn breaks_hard(&self) -> bool {
        !self.literal && self.text.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.segment.push(Element::Text(std::mem::take(&mut self.text)));
        }
        self.literal = false;
    }

    fn end_segment(&mut self) {
        self.end_text();
        self.segments.push(std::mem::take(&mut self.segment));
    }
}
