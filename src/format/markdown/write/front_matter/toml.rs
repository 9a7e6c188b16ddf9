//! TOML strings: found with their bytes, and written in the four styles.

use toml_edit::{Document, Item, Value};

use crate::model::ScalarStyle;

use super::field::Scalar;

/// The strings of `front` with their bytes; nothing if it is no TOML.
pub(super) fn scalars(front: &str) -> Option<Vec<Scalar>> {
    let mut strings = Vec::new();
    for (index, leaf) in leaves(front)?.into_iter().enumerate() {
        let (Some(value), Some(span)) = (leaf.string, leaf.span) else { continue };
        let text = front.get(span.clone())?;
        let style = match text {
            text if text.starts_with("\"\"\"") => ScalarStyle::MultilineDouble,
            text if text.starts_with("'''") => ScalarStyle::MultilineSingle,
            text if text.starts_with('\'') => ScalarStyle::Single,
            _ => ScalarStyle::Double,
        };
        strings.push(Scalar { index, span, style, value });
    }
    Some(strings)
}

/// A value that is no table and no array.
struct Leaf {
    path: String,
    shown: String,
    string: Option<String>,
    span: Option<std::ops::Range<usize>>,
}

fn leaves(front: &str) -> Option<Vec<Leaf>> {
    let document = Document::parse(front.to_owned()).ok()?;
    let mut leaves = Vec::new();
    let mut waiting = vec![(String::new(), document.as_item().clone())];
    while let Some((path, item)) = waiting.pop() {
        let step = |key: &str| format!("{path}\n{key}");
        match &item {
            Item::Table(table) => waiting.extend(table.iter().map(|(key, item)| (step(key), item.clone()))),
            Item::ArrayOfTables(tables) => {
                let tables = tables.iter().enumerate();
                waiting.extend(tables.map(|(index, table)| (step(&index.to_string()), Item::Table(table.clone()))));
            }
            Item::Value(Value::InlineTable(table)) => {
                waiting.extend(table.iter().map(|(key, value)| (step(key), Item::Value(value.clone()))));
            }
            Item::Value(Value::Array(array)) => {
                let values = array.iter().enumerate();
                waiting.extend(values.map(|(index, value)| (step(&index.to_string()), Item::Value(value.clone()))));
            }
            Item::Value(value) => leaves.push(Leaf {
                shown: value
                    .as_str()
                    .map_or_else(|| front[value.span().unwrap_or_default()].to_owned(), |text| format!("{text:?}")),
                string: value.as_str().map(str::to_owned),
                span: value.span(),
                path,
            }),
            Item::None => {}
        }
    }
    Some(leaves)
}

/// `value` in the first style, of those near the string's own, that gives it back.
pub(super) fn spell(front: &str, scalar: &Scalar, value: &str, eol: &str) -> Option<String> {
    let old = &front[scalar.span.clone()];
    let opening_line_end = old.get(3..).is_some_and(|inner| inner.starts_with(['\n', '\r']));
    let ending = &scalar.value[scalar.value.trim_end_matches(['\n', '\r']).len()..];
    let multiline = matches!(scalar.style, ScalarStyle::MultilineDouble | ScalarStyle::MultilineSingle);
    let wanted = if multiline { format!("{}{ending}", value.trim_end_matches('\n')) } else { value.to_owned() };
    let lead = if opening_line_end { eol } else { "" };
    let styles: &[ScalarStyle] = match scalar.style {
        ScalarStyle::Single => &[ScalarStyle::Single, ScalarStyle::Double],
        ScalarStyle::MultilineSingle => &[ScalarStyle::MultilineSingle, ScalarStyle::MultilineDouble, ScalarStyle::Double],
        ScalarStyle::MultilineDouble => &[ScalarStyle::MultilineDouble, ScalarStyle::Double],
        _ => &[ScalarStyle::Double],
    };
    styles.iter().find_map(|&style| {
        let spelt = match style {
            ScalarStyle::Single => format!("'{wanted}'"),
            ScalarStyle::MultilineSingle => format!("'''{lead}{}'''", wanted.replace('\r', "").replace('\n', eol)),
            ScalarStyle::MultilineDouble => format!("\"\"\"{lead}{}\"\"\"", escaped(&wanted, eol)),
            _ => format!("\"{}\"", escaped(&wanted, "\\n")),
        };
        gives(front, scalar, &spelt, &wanted).then_some(spelt)
    })
}

/// Whether `front` with `spelt` in the string's place differs only in that its value is `wanted`.
fn gives(front: &str, scalar: &Scalar, spelt: &str, wanted: &str) -> bool {
    let new = format!("{}{spelt}{}", &front[..scalar.span.start], &front[scalar.span.end..]);
    let (Some(before), Some(after)) = (leaves(front), leaves(&new)) else { return false };
    let even = |text: &str| text.replace("\r\n", "\n");
    before.len() == after.len()
        && before.iter().zip(&after).enumerate().all(|(index, (old, new))| {
            let value = index == scalar.index && new.string.as_deref().map(even) == Some(even(wanted));
            old.path == new.path && (value || (index != scalar.index && old.shown == new.shown))
        })
}

fn escaped(value: &str, line_end: &str) -> String {
    let mut spelt = String::new();
    for c in value.chars().filter(|&c| c != '\r') {
        match c {
            '"' => spelt.push_str("\\\""),
            '\\' => spelt.push_str("\\\\"),
            '\n' => spelt.push_str(line_end),
            '\t' => spelt.push_str("\\t"),
            c if c.is_control() => spelt.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => spelt.push(c),
        }
    }
    spelt
}
