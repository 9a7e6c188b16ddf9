//! A term as Fluent: its forms as variants, its attributes with one value on a line.

use crate::model::{Element, TermEntry, TermForm, UnitText};

use super::super::notes::identifier_end;
use super::super::pattern::write_lines;

/// Whether `name` can be the name of a term, a selector or a variant.
pub fn is_identifier(name: &str) -> bool {
    !name.is_empty() && identifier_end(name) == Some(name.len())
}

/// A term with its comment, lines ended by line feeds.
///
/// Selectors that differ from form to form, and keys that are none, cannot be written: whoever calls this reads the result again.
pub fn write_term(name: &str, entry: &TermEntry) -> String {
    let mut text = write_comments(&entry.comments);
    text.push_str(&format!("-{name} ={}", write_value(entry)));
    for name in TermEntry::ATTRIBUTES {
        text.push_str(&write_attribute(name, entry.attribute(name).map_or(&[], Vec::as_slice)));
    }
    text
}

/// Comment lines; nothing without any.
pub(super) fn write_comments(lines: &[String]) -> String {
    let line = |line: &String| {
        let line = one_line(line);
        if line.is_empty() { "#\n".to_owned() } else { format!("# {line}\n") }
    };
    lines.iter().map(line).collect()
}

/// What stands behind `=`, its line end included.
pub(super) fn write_value(entry: &TermEntry) -> String {
    if let Some(pattern) = &entry.pattern {
        return format!("{}\n", pattern.trim_end_matches('\n'));
    }
    match entry.forms.as_slice() {
        [] => " { \"\" }\n".to_owned(),
        [form] if form.keys.is_empty() => format!(" {}\n", write_text(&form.text)),
        forms => {
            let chosen = entry.default_form().map(|form| form.keys.as_slice()).unwrap_or_default();
            let forms: Vec<&TermForm> = forms.iter().collect();
            let mut text = "\n    ".to_owned();
            push_select(&mut text, &forms, 0, chosen);
            text.push('\n');
            text
        }
    }
}

/// An attribute with its values; nothing without any.
pub(super) fn write_attribute(name: &str, values: &[String]) -> String {
    match values {
        [] => String::new(),
        [value] => format!("    .{name} = {}\n", write_text(&one_line(value))),
        values => {
            let lines: String = values.iter().map(|value| format!("        {}\n", write_text(&one_line(value)))).collect();
            format!("    .{name} =\n{lines}")
        }
    }
}

/// Appends a choice between `forms`, which agree in their first `depth` keys. `chosen` are the keys of the default form.
fn push_select(text: &mut String, forms: &[&TermForm], depth: usize, chosen: &[(String, String)]) {
    let Some((selector, _)) = forms.first().and_then(|form| form.keys.get(depth)) else {
        // More forms than their keys tell apart: the first one stands.
        text.push_str(&forms.first().map(|form| write_text(&form.text)).unwrap_or_default());
        return;
    };
    let key = |form: &TermForm| form.keys.get(depth).map(|(_, key)| key.clone()).unwrap_or_default();
    let mut keys: Vec<String> = Vec::new();
    for form in forms {
        if !keys.contains(&key(form)) {
            keys.push(key(form));
        }
    }
    let default = chosen.get(depth).map(|(_, key)| key).filter(|key| keys.contains(key)).unwrap_or(&keys[0]).clone();
    let indent = "    ".repeat(depth + 1);
    text.push_str(&format!("{{ ${selector} ->\n"));
    for own in &keys {
        let mark = if *own == default { "   *" } else { "    " };
        text.push_str(&format!("{indent}{mark}[{own}] "));
        let branch: Vec<&TermForm> = forms.iter().copied().filter(|form| key(form) == *own).collect();
        push_select(text, &branch, depth + 1, chosen);
        text.push('\n');
    }
    text.push_str(&format!("{indent}}}"));
}

/// A text as a Fluent pattern on one line.
fn write_text(text: &str) -> String {
    let text = UnitText { segments: vec![vec![Element::Text(text.to_owned())]] };
    match write_lines(&text) {
        lines if lines.is_empty() => "{ \"\" }".to_owned(),
        // What follows a backslash at a line's end is another line of a catalog; here it is a character.
        lines => lines.join("{ \"\\u000A\" }"),
    }
}

fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) {
        text.split(['\n', '\r']).map(str::trim).collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}
