//! Puts texts into the article's bytes.

use crate::base::Span;
use crate::model::{ArticleUnit, Site};

use super::front_matter;

/// The bytes that a unit's new text replaces: all from its first part to its last; a front matter value with its quotes.
pub(super) fn extent(article: &str, unit: &ArticleUnit) -> Option<Span> {
    match unit.site {
        Site::Yaml { .. } | Site::Toml { .. } => front_matter::extent(article, unit),
        _ => Some(unit.parts.first()?.start..unit.parts.last()?.end),
    }
}

/// `lines` as they stand at the unit's site: further lines after the file's line end and the site's continuation.
pub(super) fn placed(lines: &[String], site: &Site, line_end: &str) -> String {
    let continuation = match site {
        Site::Block { continuation } => continuation.as_str(),
        _ => "",
    };
    let next_line = format!("{line_end}{continuation}");
    // A placeable may hold line feeds of its own: a tag over several lines.
    let inner = if matches!(site, Site::Block { .. }) { next_line.as_str() } else { " " };
    let lines: Vec<String> = lines.iter().map(|line| line.replace('\n', inner)).collect();
    lines.join(&format!("\\{next_line}"))
}

/// The line end of `text`: that of its first line.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// `text` with each span's bytes replaced; spans ascend and are disjoint.
pub(super) fn splice<'r>(text: &str, replacements: impl Iterator<Item = (Span, &'r str)>) -> String {
    let mut spliced = String::with_capacity(text.len() + text.len() / 4);
    let mut at = 0;
    for (span, replacement) in replacements {
        spliced.push_str(&text[at..span.start]);
        spliced.push_str(replacement);
        at = span.end;
    }
    spliced.push_str(&text[at..]);
    spliced
}
