//! Which differences between two texts do not count: the one list that fingerprints rest on.
//!
//! Version 1: Unicode NFC (UAX #15); soft hyphens dropped; runs of white space (including line ends and U+00A0) become one space,
//! none at the ends and none between two characters that their script writes without spaces when a line end stood there;
//! emphasis style (`_x_` is `*x*`, `__x__` is `**x**`).
//! Emphasis is what CommonMark sees as such: `snake_case`, code spans and bare URLs keep their underscores.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use memchr::memchr;
use pulldown_cmark::{Event, Parser, Tag};

use super::bytes::{any_byte, any_pair};

const SOFT_HYPHEN: char = '\u{AD}';

/// `text` with everything evened out that does not count as a change. Idempotent; borrows where there is nothing to do.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let spaced = if is_evenly_spaced(text) { Cow::Borrowed(text) } else { Cow::Owned(even_spaces(text)) };
    let composed = compose(spaced);
    if !composed.contains('_') {
        return composed;
    }
    let mut plain = composed;
    // Turning one pair may let CommonMark see another; every round removes underscores, so this ends.
    while let Some(starred) = star_emphasis(&plain) {
        plain = Cow::Owned(starred);
    }
    plain
}

/// Whether a line end between these two characters stands for nothing (Han, Kana, full-width forms) instead of a space.
///
/// Curly quotes and the ellipsis have no width of their own; they join where they close towards, or open after, such a character.
/// Hangul is written with spaces.
pub fn joins_without_space(before: char, after: char) -> bool {
    match (is_unspaced(before), is_unspaced(after)) {
        (true, true) => true,
        (true, false) => matches!(after, '\u{201C}' | '\u{2018}' | '\u{2026}'),
        (false, true) => matches!(before, '\u{201D}' | '\u{2019}' | '\u{2026}'),
        (false, false) => false,
    }
}

/// Blocks and parts of blocks whose characters are written without spaces between them, ascending.
const UNSPACED: &[(char, char)] = &[
    ('\u{2329}', '\u{232A}'),   // angle brackets, canonically those of U+3008
    ('\u{2E80}', '\u{2FFF}'),   // radicals, description characters
    ('\u{3001}', '\u{303F}'),   // CJK symbols and punctuation without the ideographic space
    ('\u{3040}', '\u{30FF}'),   // Hiragana, Katakana
    ('\u{3100}', '\u{312F}'),   // Bopomofo
    ('\u{3190}', '\u{31FF}'),   // Kanbun, Bopomofo extended, strokes, Katakana extensions
    ('\u{3220}', '\u{325F}'),   // enclosed ideographs
    ('\u{3280}', '\u{4DBF}'),   // enclosed and squared forms, extension A
    ('\u{4E00}', '\u{9FFF}'),   // unified ideographs
    ('\u{F900}', '\u{FAFF}'),   // compatibility ideographs
    ('\u{FE10}', '\u{FE1F}'),   // vertical forms
    ('\u{FE30}', '\u{FE6F}'),   // compatibility and small forms
    ('\u{FF01}', '\u{FF9F}'),   // full-width forms, half-width Kana
    ('\u{FFE0}', '\u{FFE6}'),   // full-width signs
    ('\u{1AFF0}', '\u{1B16F}'), // Kana supplements
    ('\u{1F200}', '\u{1F2FF}'), // enclosed ideographs
    ('\u{20000}', '\u{3FFFD}'), // extensions B and later
];

fn is_unspaced(c: char) -> bool {
    if c < '\u{2329}' {
        return false;
    }
    let at = UNSPACED.partition_point(|&(_, last)| last < c);
    UNSPACED.get(at).is_some_and(|&(first, _)| first <= c)
}

/// Whether all white space in `text` is single spaces between other characters, and there is no soft hyphen.
fn is_evenly_spaced(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ') {
        return false;
    }
    let is_doubled = any_pair(bytes, |one, next| (one == b' ') & (next == b' '));
    let has_others = || is_suspicious(bytes) && has_other_space(text);
    !is_doubled && !has_others()
}

/// Whether other white space than U+0020, or a soft hyphen, may begin among these bytes.
fn is_suspicious(bytes: &[u8]) -> bool {
    any_byte(bytes, |byte| (byte.wrapping_sub(b'\t') < 5) | is_lead(byte))
}

/// Whether soft hyphens or white space that is no single space may begin with this byte: the only first bytes of such.
const fn is_lead(byte: u8) -> bool {
    (byte == 0xC2) | (byte.wrapping_sub(0xE1) < 3)
}

/// Whether there is a soft hyphen, or white space other than U+0020.
fn has_other_space(text: &str) -> bool {
    text.bytes().enumerate().any(|(at, byte)| match byte {
        b'\t'..=b'\r' => true,
        0xC2 | 0xE1..=0xE3 => text[at..].starts_with(|c: char| c == SOFT_HYPHEN || c.is_whitespace()),
        _ => false,
    })
}

/// `text` without soft hyphens, every run of white space one space or, at an end or a CJK line end, nothing.
fn even_spaces(text: &str) -> String {
    let mut even = String::with_capacity(text.len());
    let (mut in_run, mut line_end) = (false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() || c == SOFT_HYPHEN {
            in_run |= c != SOFT_HYPHEN;
            line_end |= matches!(c, '\n' | '\r');
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let begins = even.is_empty() || line_end;
        if let Some(last) = even.chars().next_back().filter(|_| in_run)
            && !(line_end && joins_without_space(last, c))
        {
            even.push(' ');
        }
        let line = &rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
        let is_even = begins && is_evenly_spaced(line);
        let (words, others) = rest.split_at(if is_even { line.len() } else { even_length(line) });
        even.push_str(words);
        rest = others;
        (in_run, line_end) = (false, false);
    }
    even
}

/// How many bytes at the start of `text` are evenly spaced and end with no space. `text` begins with no white space.
fn even_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_space = |at: usize| text[at..].chars().next().is_none_or(|c| c == SOFT_HYPHEN || c.is_whitespace());
    let ends = |(at, byte): (usize, &u8)| match byte {
        b' ' => is_space(at + 1),
        b'\t'..=b'\r' => true,
        byte => is_lead(*byte) && is_space(at),
    };
    bytes.iter().enumerate().position(ends).unwrap_or(bytes.len())
}

fn compose(text: Cow<'_, str>) -> Cow<'_, str> {
    // Below U+0300 there is nothing to compose and nothing that is composed otherwise (NFC_Quick_Check).
    if !any_byte(text.as_bytes(), |byte| byte >= 0xCC) {
        return text;
    }
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    match text {
        Cow::Borrowed(text) => nfc.normalize(text),
        Cow::Owned(text) if nfc.is_normalized(&text) => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(nfc.normalize(&text).into_owned()),
    }
}

/// `text`, a single line, with stars for the underscores of emphasis; `None` if there is none.
fn star_emphasis(text: &str) -> Option<String> {
    const PREFIX: &str = "x ";
    // The prefix keeps a text that looks like a list or a heading a paragraph.
    let paragraph = format!("{PREFIX}{text}");
    let mut starred = paragraph.clone().into_bytes();
    let mut found = false;
    for (event, span) in Parser::new(&paragraph).into_offset_iter() {
        let width = match event {
            Event::Start(Tag::Emphasis) => 1,
            Event::Start(Tag::Strong) => 2,
            _ => continue,
        };
        if paragraph.as_bytes()[span.start] != b'_' || stands_beside_star(&paragraph, &span, width) {
            continue;
        }
        if is_in_url(&paragraph, span.start) || is_in_url(&paragraph, span.end - width) {
            continue;
        }
        starred[span.start..span.start + width].fill(b'*');
        starred[span.end - width..span.end].fill(b'*');
        found = true;
    }
    if !found {
        return None;
    }
    let mut starred = String::from_utf8(starred).expect("an ASCII byte took the place of an ASCII byte");
    Some(starred.split_off(PREFIX.len()))
}

/// Whether a star next to a delimiter would run together with the star that replaces it: `_*x*_` is not `**x**`.
fn stands_beside_star(text: &str, span: &std::ops::Range<usize>, width: usize) -> bool {
    let bytes = text.as_bytes();
    let star = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b'*');
    star(span.start.checked_sub(1))
        || star(Some(span.start + width))
        || star((span.end - width).checked_sub(1))
        || star(Some(span.end))
}

/// Whether byte `at` lies in a word that is a URL.
fn is_in_url(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(' ').map_or(0, |space| space + 1);
    let end = text[at..].find(' ').map_or(text.len(), |space| at + space);
    text[start..end].contains("://")
}
