//! A front matter field: where its value stands in the article, and what to write there.

use super::{toml, yaml};
use crate::base::Span;
use crate::format::markdown::lines::{line_end, next_line};
use crate::format::markdown::simple_head;
use crate::format::markdown::write::splice;
use crate::model::{ArticleUnit, ScalarStyle, Site};

/// Where in the article a field's value stands, quotes and block header included.
pub(in crate::format::markdown::write) fn extent(article: &str, unit: &ArticleUnit) -> Option<Span> {
    let front = front(article)?;
    let part = part_of(unit, &front)?;
    if is_simple(&article[front.clone()], &part, &unit.site) {
        return Some(part.start + front.start..part.end + front.start);
    }
    let scalar = find(&article[front.clone()], &part, &unit.site)?;
    Some(scalar.span.start + front.start..scalar.span.end + front.start)
}

/// What to write at [`extent`] so that the field of `unit` has `value`; nothing when no style can hold it.
pub(in crate::format::markdown::write) fn spell(article: &str, unit: &ArticleUnit, value: &str) -> Option<String> {
    let front = front(article)?;
    let part = part_of(unit, &front)?;
    let text = &article[front];
    if is_simple(text, &part, &unit.site) && simple_head::is_value(value) && yaml::is_plain(value) {
        return Some(value.to_owned());
    }
    let scalar = find(text, &part, &unit.site)?;
    let eol = splice::line_end(text);
    match &unit.site {
        Site::Yaml { indent, .. } => yaml::spell(text, &scalar, value, indent, eol),
        Site::Toml { .. } => toml::spell(text, &scalar, value, eol),
        _ => None,
    }
}

/// Whether `part` is the value of a line of a simple head.
fn is_simple(front: &str, part: &Span, site: &Site) -> bool {
    matches!(site, Site::Yaml { style: ScalarStyle::Plain, .. })
        && simple_head::lines(front, 0..front.len()).is_some_and(|lines| lines.iter().any(|line| line.value == *part))
}

/// `text` as a value: control characters other than line feeds are spaces, hard breaks are line feeds, nothing at the ends.
pub(in crate::format::markdown::write) fn value_of(text: &str) -> String {
    // A multi-line TOML string keeps the carriage returns of its file.
    let text = text.replace("\r\\\n", "\n").replace("\r\n", "\n").replace("\\\n", "\n");
    let text: String = text.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { ' ' } else { c }).collect();
    text.trim_matches([' ', '\t', '\n']).to_owned()
}

/// A value as it stands in the front matter.
pub(super) struct Scalar {
    /// Its number among the front matter's values.
    pub(super) index: usize,
    /// Its bytes in the front matter.
    pub(super) span: Span,
    /// How it is written.
    pub(super) style: ScalarStyle,
    /// What it says.
    pub(super) value: String,
}

fn find(front: &str, part: &Span, site: &Site) -> Option<Scalar> {
    let scalars = match site {
        Site::Yaml { .. } => yaml::scalars(front)?,
        Site::Toml { .. } => toml::scalars(front)?,
        _ => return None,
    };
    scalars.into_iter().find(|scalar| scalar.span.start < part.end.max(part.start + 1) && part.start < scalar.span.end)
}

fn part_of(unit: &ArticleUnit, front: &Span) -> Option<Span> {
    let (first, last) = (unit.parts.first()?, unit.parts.last()?);
    let inside = front.start <= first.start && last.end <= front.end;
    inside.then(|| first.start - front.start..last.end - front.start)
}

/// The lines between the fences at the start of `article`, the last line's end included.
fn front(article: &str) -> Option<Span> {
    let start = if article.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let line = |at: usize| article[at..line_end(article, at)].trim_end();
    let fence = line(start);
    if fence != "---" && fence != "+++" {
        return None;
    }
    let from = next_line(article, start);
    let mut at = from;
    while at < article.len() {
        if line(at) == fence || (fence == "---" && line(at) == "...") {
            return Some(from..at);
        }
        at = next_line(article, at);
    }
    None
}
