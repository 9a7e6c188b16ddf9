//! Units inside raw HTML blocks: the text between block-level tags, with inline tags as placeables.
//!
//! HTML phrasing content (HTML Living Standard §3.2.5.2.5) goes into a unit, every other tag ends it; scripts, styles and
//! preformatted text are carried whole. A scan over tags, not an HTML parser: it never changes a byte outside a unit.

use crate::base::Span;

use super::inline::{Mark, MarkKind};
use super::lines::trim;
use super::prose::{SILENT, element, has_words, tag_end};

/// Elements that stand inside a sentence.
const INLINE: [&str; 36] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var",
];

/// A text in an HTML block.
#[derive(Debug)]
pub(super) struct Run {
    /// From its first to its last byte.
    pub span: Span,
    /// Tags and comments inside it.
    pub marks: Vec<Mark>,
}

/// The texts in the HTML in `span` of `source`.
pub(super) fn runs(source: &str, span: Span) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut start = span.start;
    let mut marks = Vec::new();
    let mut words = String::new();
    let mut at = span.start;
    while at < span.end {
        let text_end = source[at..span.end].find('<').map_or(span.end, |found| at + found);
        words.push_str(&source[at..text_end]);
        if text_end == span.end {
            break;
        }
        let mut end = tag_end(source, text_end, span.end);
        let tag = &source[text_end..end];
        let name = element(tag);
        let opens = !tag.starts_with("</") && !tag.ends_with("/>");
        if opens && SILENT.contains(&name.as_str()) {
            end = closing_tag(source, end, span.end, &name);
        }
        if tag == "<" {
            words.push('<');
        } else if tag.starts_with("<!--") || name == "wbr" || INLINE.contains(&name.as_str()) {
            marks.push(Mark { span: text_end..end, kind: MarkKind::Html });
            words.push(' ');
        } else {
            push(source, start..text_end, &mut marks, &mut words, &mut runs);
            start = end;
        }
        at = end;
    }
    push(source, start..span.end, &mut marks, &mut words, &mut runs);
    runs
}

fn push(source: &str, span: Span, marks: &mut Vec<Mark>, words: &mut String, runs: &mut Vec<Run>) {
    let marks = std::mem::take(marks);
    if has_words(words) {
        runs.push(Run { span: trim(source, span), marks });
    }
    words.clear();
}

/// The end of the tag that closes the element `name`; `limit` when none does.
fn closing_tag(source: &str, from: usize, limit: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = source[at..limit].find("</") {
        at += found + 2;
        let closes = source.as_bytes()[at..limit].get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()));
        if closes {
            return source[at..limit].find('>').map_or(limit, |end| at + end + 1);
        }
    }
    limit
}
