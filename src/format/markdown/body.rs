//! An article's text and head as they are shown to readers: what speaks to the tool or to a site generator is blanked out.

use pulldown_cmark::Options;

use crate::base::Span;
use crate::model::Flavour;

use super::blocks;
use super::front_matter::{FrontMatter, Scalar, front_matter};
use super::inline::MarkKind;
use super::prescan::{Prescan, prescan};

/// The part of an article below its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Where it begins in the file.
    pub start: usize,
    /// Its text, byte for byte as long as in the file; directives of site generators and the author's comments are blank.
    pub text: String,
}

/// The body of the article `text`.
pub fn body(text: &str, flavour: Flavour) -> Body {
    let start = front_matter(text).end;
    Body::of(text, start, &prescan(text, start, flavour))
}

impl Body {
    /// The body of `text` that begins at `start`, as scanned from there.
    pub(super) fn of(text: &str, start: usize, scan: &Prescan) -> Self {
        let mut bytes = text.as_bytes()[start..].to_vec();
        let directives = scan.marks.iter().filter(|mark| mark.kind == MarkKind::Directive).map(|mark| &mark.span);
        for span in scan.blocks.iter().chain(directives) {
            blank(&mut bytes[span.start - start..span.end - start]);
        }
        Self { start, text: String::from_utf8(bytes).expect("whole characters were replaced by ASCII") }
    }
}

/// Where the directives of site generators stand in the article `text`, which a [`Body`] leaves out.
pub fn directives(text: &str, flavour: Flavour) -> Vec<Span> {
    let is_directive = |span: &Span| ["{{", "{%"].iter().any(|opener| text[span.clone()].contains(opener));
    if !is_directive(&(0..text.len())) {
        return Vec::new();
    }
    let scan = prescan(text, front_matter(text).end, flavour);
    let marks = scan.marks.into_iter().filter(|mark| mark.kind == MarkKind::Directive).map(|mark| mark.span);
    let mut spans: Vec<Span> = scan.blocks.into_iter().chain(marks).filter(is_directive).collect();
    spans.sort_by_key(|span| span.start);
    spans
}

fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| !matches!(**byte, b'\n' | b'\r')) {
        *byte = b' ';
    }
}

/// The options that readers of a [`Body`] parse it with: those of articles, and attributes of headings.
pub fn body_options() -> Options {
    blocks::options() | Options::ENABLE_HEADING_ATTRIBUTES
}

/// The values of an article's head in order, by dotted field name; the items of a list bear the list's name. Numbers and dates are as
/// they are written.
pub fn fields(text: &str) -> Vec<(String, String)> {
    let FrontMatter { scalars, others, .. } = front_matter(text);
    let place = |scalar: &Scalar| scalar.parts.first().map_or(0, |part| part.start);
    let strings = scalars.into_iter().map(|scalar| (place(&scalar), scalar.field, scalar.value));
    let mut all: Vec<(usize, String, String)> =
        strings.chain(others.into_iter().map(|other| (other.at, other.field, other.value))).collect();
    all.sort_by_key(|(at, ..)| *at);
    all.into_iter().map(|(_, field, value)| (field, value.trim().to_owned())).collect()
}

/// Where each unit of `parts` begins in a [`Body`] that begins at `start`; `None` for those above it.
pub fn place_in_body(parts: &[Span], start: usize) -> Option<usize> {
    parts.first().and_then(|part| part.start.checked_sub(start))
}
