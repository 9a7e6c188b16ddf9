//! Raw HTML of an article, kept as far as it does no harm.

use crate::base::{Direction, Locale};

use super::address::{Address, address, push_encoded};
use super::elements::{SILENT, Value, attribute, element};
use super::escape::escape;
use super::nesting::Nest;
use super::tags::{Token, decode, is_reference, tokens};
use super::write::Links;

/// Reads raw HTML piece by piece.
pub(super) struct Raw<'a> {
    links: &'a dyn Links,
    /// The element whose content is left out.
    silent: Option<String>,
}

impl<'a> Raw<'a> {
    /// Nothing is left out yet.
    pub fn new(links: &'a dyn Links) -> Self {
        Self { links, silent: None }
    }

    /// Whether text is left out at the moment.
    pub fn is_silent(&self) -> bool {
        self.silent.is_some()
    }

    /// The block ends: what was left out ends with it.
    pub fn end_block(&mut self) {
        self.silent = None;
    }

    /// Writes `html`.
    pub fn write(&mut self, html: &str, nest: &mut Nest) {
        for token in tokens(html) {
            if let Some(silent) = &self.silent {
                if token == Token::End(silent.clone()) {
                    self.silent = None;
                }
                continue;
            }
            match token {
                Token::Text(text) => write_text(text, nest),
                Token::Start { name, .. } if SILENT.contains(&name.as_str()) => self.silent = Some(name),
                Token::Start { name, attributes } => self.open(&name, &attributes, nest),
                Token::End(name) => nest.close_raw(&name),
            }
        }
    }

    fn open(&self, name: &str, given: &[(String, String)], nest: &mut Nest) {
        let Some((name, model)) = element(name) else { return };
        let mut spelt = String::new();
        let mut direction = None;
        for (key, value) in given {
            let Some((key, kind)) = attribute(name, key) else { continue };
            if kind == Value::Direction {
                direction = match value.to_ascii_lowercase().as_str() {
                    "ltr" => Some(Direction::LeftToRight),
                    "rtl" => Some(Direction::RightToLeft),
                    _ => direction,
                };
            }
            if let Some(value) = self.value(kind, value) {
                spelt.push_str(&format!(" {key}{value}"));
            }
        }
        if matches!(name, "img" | "source") && !spelt.contains(" src=") {
            return;
        }
        match name {
            "img" if !spelt.contains(" alt=") => spelt.push_str(" alt=\"\""),
            "audio" | "video" => spelt.push_str(" controls"),
            _ => {}
        }
        nest.open_raw(name, model, &spelt, direction);
    }

    /// The spelt value with its equals sign; `None` when it may not stay.
    fn value(&self, kind: Value, value: &str) -> Option<String> {
        let mut out = String::from("=\"");
        match kind {
            Value::Flag => return Some(String::new()),
            Value::Text => escape(&mut out, value),
            Value::Language => out.push_str(value.parse::<Locale>().ok()?.as_str()),
            Value::Direction => {
                let word = value.to_ascii_lowercase();
                if !matches!(word.as_str(), "ltr" | "rtl" | "auto") {
                    return None;
                }
                out.push_str(&word);
            }
            Value::Number => {
                if value.is_empty() || value.len() > 5 || !value.bytes().all(|b| b.is_ascii_digit()) {
                    return None;
                }
                out.push_str(value);
            }
            Value::Link => push_encoded(&mut out, &follow(value, self.links)?),
            Value::File => match address(value) {
                Address::Local => push_encoded(&mut out, &self.links.file(value)?),
                Address::Elsewhere | Address::Forbidden => return None,
            },
        }
        out.push('"');
        Some(out)
    }
}

/// Where a link to `destination` leads; `None` when it may not lead anywhere.
pub(super) fn follow(destination: &str, links: &dyn Links) -> Option<String> {
    match address(destination) {
        Address::Local => links.link(destination),
        Address::Elsewhere => Some(destination.to_owned()),
        Address::Forbidden => None,
    }
}

/// Text of raw HTML: its character references stay.
fn write_text(text: &str, nest: &mut Nest) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        nest.text(&rest[..at]);
        rest = &rest[at..];
        if is_reference(rest) {
            let end = rest.find(';').map_or(rest.len(), |end| end + 1);
            nest.out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else {
            nest.text("&");
            rest = &rest[1..];
        }
    }
    nest.text(rest);
}

/// The text of raw HTML without its tags.
pub fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut silent: Option<String> = None;
    for token in tokens(html) {
        match (token, &silent) {
            (Token::End(name), Some(open)) if name == *open => silent = None,
            (_, Some(_)) => {}
            (Token::Text(text), None) => out.push_str(&decode(text)),
            (Token::Start { name, .. }, None) if SILENT.contains(&name.as_str()) => silent = Some(name),
            (Token::Start { name, .. }, None) if name == "br" => out.push('\n'),
            _ => {}
        }
    }
    out
}
