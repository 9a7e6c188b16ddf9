//! Strings and keys as we write them: one form per text, so that equal values are equal bytes.

use std::fmt::Write;

use super::parse::is_bare_key;

/// Appends `text` as a basic string on one line.
pub(crate) fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            other => push_escaped(out, other),
        }
    }
    out.push('"');
}

/// Appends `key`, in quotes where TOML wants them.
pub(crate) fn write_key(out: &mut String, key: &str) {
    if is_bare_key(key) { out.push_str(key) } else { write_string(out, key) }
}

/// Appends `text` as a string over several lines: literal where the text allows it, with escapes otherwise.
///
/// No line in it begins like a table header or a conflict marker, so the file can be cut into tables, and looked through
/// for conflict markers, without knowing what is inside a string.
pub(crate) fn write_block(out: &mut String, text: &str) {
    if fits_literal(text) {
        out.push_str("'''\n");
        out.push_str(text);
        out.push_str("'''");
        return;
    }
    out.push_str("\"\"\"\n");
    let mut at_line_start = true;
    let mut after_quote = false;
    for (index, character) in text.char_indices() {
        let guarded = at_line_start && must_guard(&text[index..]);
        let is_last = index + character.len_utf8() == text.len();
        match character {
            '\n' => out.push('\n'),
            '"' if after_quote || is_last => out.push_str("\\\""),
            '"' => out.push('"'),
            other if guarded => push_code_point(out, other),
            other => push_escaped(out, other),
        }
        at_line_start = character == '\n';
        after_quote = character == '"';
    }
    out.push_str("\"\"\"");
}

fn fits_literal(text: &str) -> bool {
    let allowed = |character: char| character == '\n' || character == '\t' || !is_control(character);
    !text.contains("'''") && !text.ends_with('\'') && text.chars().all(allowed) && !text.split('\n').any(must_guard)
}

/// Whether the line at the start of `text` would look like a header or a conflict marker.
fn must_guard(text: &str) -> bool {
    const MARKERS: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    text.starts_with('[') || MARKERS.iter().any(|marker| text.starts_with(marker))
}

/// Control characters that TOML does not allow raw in a string.
fn is_control(character: char) -> bool {
    character < ' ' || character == '\u{7F}'
}

fn push_escaped(out: &mut String, character: char) {
    match character {
        '\\' => out.push_str("\\\\"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        other if is_control(other) => push_code_point(out, other),
        other => out.push(other),
    }
}

fn push_code_point(out: &mut String, character: char) {
    write!(out, "\\u{:04X}", u32::from(character)).expect("writing to a string cannot fail");
}
