//! An article's text and head as they are shown to readers: what speaks to the tool or to a site generator is blanked out.

use pulldown_cmark::Options;

use crate::base::Span;
use crate::model::Flavour;

use super::blocks;
use super::front_matter::front_matter;
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

fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| !matches!(**byte, b'\n' | b'\r')) {
        *byte = b' ';
    }
}

/// The options that readers of a [`Body`] parse it with: those of articles, and attributes of headings.
pub fn body_options() -> Options {
    blocks::options() | Options::ENABLE_HEADING_ATTRIBUTES
}

/// The strings of an article's head in order, by dotted field name; the items of a list bear the list's name.
pub fn fields(text: &str) -> Vec<(String, String)> {
    front_matter(text).scalars.into_iter().map(|scalar| (scalar.field, scalar.value.trim().to_owned())).collect()
}

/// Where each unit of `parts` begins in a [`Body`] that begins at `start`; `None` for those above it.
pub fn place_in_body(parts: &[Span], start: usize) -> Option<usize> {
    parts.first().and_then(|part| part.start.checked_sub(start))
}
