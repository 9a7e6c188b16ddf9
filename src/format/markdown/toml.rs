//! The values of TOML front matter (TOML 1.0) with the bytes that hold them.

use toml_edit::{Document, Item, Value};

use crate::base::Span;
use crate::model::{ScalarStyle, Site};

use super::front_matter::{Other, Scalar, Values};

/// All values in the TOML in `span` of `text`, in order; `None` when it is not TOML.
pub(super) fn values(text: &str, span: Span) -> Option<Values> {
    let toml = &text[span.clone()];
    let document = Document::parse(toml).ok()?;
    let mut found = Values::default();
    // Nesting is bounded by the parser, so a work list of whole items is enough and nothing here recurses.
    let mut open: Vec<(String, Node<'_>)> = vec![(String::new(), Node::Item(document.as_item()))];
    while let Some((field, node)) = open.pop() {
        match node {
            Node::Item(Item::Value(value)) | Node::Value(value) => {
                take_value(text, span.start, field, value, &mut open, &mut found)
            }
            Node::Item(Item::Table(table)) => {
                open.extend(table.iter().map(|(key, item)| (dotted(&field, key), Node::Item(item))));
            }
            Node::Item(Item::ArrayOfTables(tables)) => {
                for table in tables {
                    open.extend(table.iter().map(|(key, item)| (dotted(&field, key), Node::Item(item))));
                }
            }
            Node::Item(Item::None) => {}
        }
    }
    found.scalars.sort_by_key(|scalar| scalar.parts.first().map_or(0, |part| part.start));
    found.others.sort_by_key(|other| other.at);
    Some(found)
}

enum Node<'d> {
    Item(&'d Item),
    Value(&'d Value),
}

fn dotted(field: &str, key: &str) -> String {
    if field.is_empty() { key.to_owned() } else { format!("{field}.{key}") }
}

fn take_value<'d>(
    text: &str,
    base: usize,
    field: String,
    value: &'d Value,
    open: &mut Vec<(String, Node<'d>)>,
    found: &mut Values,
) {
    match value {
        Value::String(string) => {
            let Some(span) = string.span() else { return };
            let span = base + span.start..base + span.end;
            let (style, quotes) = style(&text[span.clone()]);
            let mut start = span.start + quotes;
            if quotes == 3 {
                // A line end right after the opening quotes is not part of the string.
                start += if text[start..].starts_with("\r\n") { 2 } else { usize::from(text[start..].starts_with('\n')) };
            }
            let inner = &text[start..span.end - quotes];
            let part = start..start + if quotes == 3 { inner.trim_end_matches(['\n', '\r']).len() } else { inner.len() };
            found.scalars.push(Scalar { field, value: string.value().clone(), parts: vec![part], site: Site::Toml { style } });
        }
        Value::Array(array) => open.extend(array.iter().map(|item| (field.clone(), Node::Value(item)))),
        Value::InlineTable(table) => open.extend(table.iter().map(|(key, item)| (dotted(&field, key), Node::Value(item)))),
        other => {
            let Some(span) = other.span() else { return };
            let span = base + span.start..base + span.end;
            found.others.push(Other { at: span.start, field, value: text[span].to_owned() });
        }
    }
}

fn style(token: &str) -> (ScalarStyle, usize) {
    if token.starts_with("\"\"\"") {
        (ScalarStyle::MultilineDouble, 3)
    } else if token.starts_with("'''") {
        (ScalarStyle::MultilineSingle, 3)
    } else if token.starts_with('\'') {
        (ScalarStyle::Single, 1)
    } else {
        (ScalarStyle::Double, 1)
    }
}
