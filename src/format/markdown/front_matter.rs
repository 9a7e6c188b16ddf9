//! The head of an article: YAML between `---` lines or TOML between `+++` lines, and the fields of it that are units.
//!
//! A leading `---` that is not followed by a mapping and a closing line is Markdown (a thematic break), not a head.

use crate::base::{Span, limits};
use crate::model::{ArticleUnit, Element, Role, Site};

use super::lines::{line_end, next_line};
use super::{toml, yaml};

/// A string of the head, by its dotted field name; items of a list bear the list's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scalar {
    /// The dotted name.
    pub field: String,
    /// The value.
    pub value: String,
    /// The bytes that hold it, without quotes, block headers and indentation.
    pub parts: Vec<Span>,
    /// How it is written.
    pub site: Site,
}

/// The head of an article.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// Where the text after it begins.
    pub end: usize,
    /// All its strings in order.
    pub scalars: Vec<Scalar>,
    /// All its other values in order.
    pub others: Vec<Other>,
    /// Why nothing can be said of it, nor of what follows.
    pub beyond: Option<Beyond>,
}

/// A value of the head that is no string whose place is known: a number, a date of TOML, an alias of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Other {
    /// Where it stands.
    pub at: usize,
    /// The dotted name of its field.
    pub field: String,
    /// What is written there, or what an alias stands for.
    pub value: String,
}

/// The values of a head.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// Its strings.
    pub scalars: Vec<Scalar>,
    /// All others.
    pub others: Vec<Other>,
}

/// Which limit a head is beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    /// It has more bytes than are read.
    Size,
    /// Its collections are nested too deep.
    Depth,
}

/// The head of `text`; without one, it ends where the text begins (after a byte order mark).
pub(super) fn front_matter(text: &str) -> FrontMatter {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let none = FrontMatter { end: start, ..FrontMatter::default() };
    let fence = text[start..line_end(text, start)].trim_end_matches([' ', '\t']);
    if !matches!(fence, "---" | "+++") {
        return none;
    }
    let inner = next_line(text, start);
    let Some(close) = closing_line(text, inner, fence) else { return none };
    if close - inner > limits::FRONT_MATTER_BYTES {
        return FrontMatter { beyond: Some(Beyond::Size), ..none };
    }
    let values = if fence == "---" { yaml::values(text, inner..close) } else { Ok(toml::values(text, inner..close)) };
    match values {
        Ok(Some(Values { scalars, others })) => FrontMatter { end: next_line(text, close), scalars, others, beyond: None },
        Ok(None) => none,
        Err(yaml::TooDeep) => FrontMatter { beyond: Some(Beyond::Depth), ..none },
    }
}

/// Whether `text` begins with an object of JSON on lines of its own, as some site generators take for a head.
pub(super) fn is_json(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.starts_with('{') {
        return false;
    }
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Map<String, serde_json::Value>>();
    let is_object = objects.next().is_some_and(|first| first.is_ok_and(|object| !object.is_empty()));
    is_object && text[objects.byte_offset()..].lines().next().is_none_or(|rest| rest.trim().is_empty())
}

fn closing_line(text: &str, mut at: usize, fence: &str) -> Option<usize> {
    while at < text.len() {
        let line = text[at..line_end(text, at)].trim_end_matches([' ', '\t']);
        if line == fence || (fence == "---" && line == "...") {
            return Some(at);
        }
        at = next_line(text, at);
    }
    None
}

/// The units among `scalars`: those whose field is in `fields`.
pub(super) fn units(scalars: Vec<Scalar>, fields: &[String]) -> impl Iterator<Item = ArticleUnit> {
    scalars.into_iter().filter(|scalar| fields.contains(&scalar.field) && !scalar.value.trim().is_empty()).map(|scalar| {
        ArticleUnit {
            role: role(&scalar.field),
            parts: scalar.parts,
            site: scalar.site,
            content: vec![Element::Text(content(&scalar.value))],
            placeables: Default::default(),
            heading: None,
            notes: Vec::new(),
            answers: Vec::new(),
        }
    })
}

/// The value in catalog form: a line feed is a hard break; those at both ends belong to the way the scalar is written.
pub(super) fn content(value: &str) -> String {
    value.trim_matches('\n').replace('\n', "\\\n")
}

fn role(field: &str) -> Role {
    match field {
        "title" => Role::Title,
        "standfirst" => Role::Standfirst,
        "byline" | "author" => Role::Byline,
        "dateline" => Role::Dateline,
        _ if field.ends_with(".alt") => Role::Alt,
        _ if field.ends_with(".caption") => Role::Caption,
        _ => Role::FrontMatter(field.to_owned()),
    }
}
