//! Adding and removing a target locale in `tarjuman.toml`: every other byte, comments included, stays.

use toml_edit::{Array, DocumentMut, Item, Value};

use crate::base::Locale;

/// Why the configuration cannot be edited.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The file is not TOML.
    #[error("the configuration is not TOML: {0}")]
    Syntax(String),
    /// `target-locales` is not a list.
    #[error("`target-locales` is not a list of strings")]
    NotAList,
}

/// The configuration with `locale` among its target locales; `None` when it is there already, under any of its names.
pub fn add_target_locale(text: &str, locale: &Locale) -> Result<Option<String>, EditError> {
    edit(text, |document| {
        if document.get("target-locales").is_none() {
            document.insert("target-locales", Item::Value(Value::Array(Array::new())));
        }
        let locales = find_list(document)?;
        if locales.iter().any(|value| names(value, locale)) {
            return Ok(false);
        }
        append(locales, locale.as_str());
        Ok(true)
    })
}

/// The configuration without `locale` among its target locales; `None` when it is not there.
pub fn remove_target_locale(text: &str, locale: &Locale) -> Result<Option<String>, EditError> {
    edit(text, |document| {
        if document.get("target-locales").is_none() {
            return Ok(false);
        }
        let locales = find_list(document)?;
        let Some(at) = locales.iter().position(|value| names(value, locale)) else { return Ok(false) };
        remove(locales, at);
        Ok(true)
    })
}

fn edit(text: &str, change: impl FnOnce(&mut DocumentMut) -> Result<bool, EditError>) -> Result<Option<String>, EditError> {
    let (mark, body) = match text.strip_prefix('\u{FEFF}') {
        Some(body) => ("\u{FEFF}", body),
        None => ("", text),
    };
    let mut document: DocumentMut = body.parse().map_err(|error: toml_edit::TomlError| EditError::Syntax(error.to_string()))?;
    if !change(&mut document)? {
        return Ok(None);
    }
    let mut edited = document.to_string();
    if body.contains("\r\n") && !body.replace("\r\n", "").contains('\n') {
        edited = edited.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    Ok(Some(format!("{mark}{edited}")))
}

fn find_list(document: &mut DocumentMut) -> Result<&mut Array, EditError> {
    document.get_mut("target-locales").and_then(Item::as_array_mut).ok_or(EditError::NotAList)
}

fn names(value: &Value, locale: &Locale) -> bool {
    value.as_str().and_then(|text| text.parse::<Locale>().ok()).as_ref() == Some(locale)
}

/// Appends an item written as its neighbours are: on a line of its own if the last one is.
fn append(list: &mut Array, text: &str) {
    let Some(last) = list.len().checked_sub(1) else {
        list.push(text);
        return;
    };
    let has_comma = list.trailing_comma();
    let trailing = list.trailing().as_str().unwrap_or_default().to_owned();
    let last = list.get_mut(last).expect("the list is not empty");
    let suffix = last.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default().to_owned();
    // What stands between the last item, with its comma, and the bracket.
    let end = if has_comma { trailing } else { suffix };
    if !has_comma {
        last.decor_mut().set_suffix("");
    }
    let indent = prefix(last).rsplit_once('\n').map(|(_, indent)| format!("\n{indent}"));
    let indent = indent.or_else(|| end.contains('#').then(|| "\n".to_owned()));
    let mut value = Value::from(text);
    match indent {
        None => {
            *value.decor_mut() = toml_edit::Decor::new(" ", "");
            list.set_trailing(end);
        }
        Some(indent) => {
            // A comment that follows the last item stays with it.
            *value.decor_mut() = toml_edit::Decor::new(format!("{}{indent}", end.trim_end()), "");
            list.set_trailing(&end[end.rfind('\n').unwrap_or(end.len())..]);
            list.set_trailing_comma(true);
        }
    }
    list.push_formatted(value);
}

/// Removes an item with the comment that follows it on its line; the next takes its place on the line.
///
/// What follows an item on its line stands before the next one, so the removed item hands on the comment before it.
fn remove(list: &mut Array, at: usize) {
    let removed = list.remove(at);
    let before = prefix(&removed);
    let kept = before.split_once('\n').map_or("", |(comment, _)| comment);
    let hand_on = |own: &str| match own.find('\n') {
        Some(line_end) => format!("{kept}{}", &own[line_end..]),
        None if kept.is_empty() => own.to_owned(),
        None => format!("{kept}\n{own}"),
    };
    if let Some(next) = list.get_mut(at) {
        let own = prefix(next);
        next.decor_mut().set_prefix(if own.contains('\n') { hand_on(&own) } else { before });
        return;
    }
    let own = if list.trailing_comma() {
        list.trailing().as_str().unwrap_or_default().to_owned()
    } else {
        removed.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default().to_owned()
    };
    list.set_trailing(hand_on(&own));
    if list.is_empty() {
        list.set_trailing_comma(false);
    }
}

fn prefix(value: &Value) -> String {
    value.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned()
}
