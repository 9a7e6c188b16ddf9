//! Runs of text that run the other way than the text around them, so that they can be isolated (UAX #9, HTML `bdi`).
//!
//! Without isolation, neutral characters at the edge of a run (a full stop, a bracket, a number) jump to its other side.

use crate::base::{Direction, any_byte};

use super::escape::escape;

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run<'t> {
    /// It runs with its surroundings.
    Along(&'t str),
    /// It runs against them, from its first to its last strong character.
    Against(&'t str),
}

/// Cuts `text`, which stands in surroundings of `direction`, into runs; their concatenation is `text`.
pub fn runs(text: &str, direction: Direction) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    if direction == Direction::LeftToRight && !text.is_empty() && !any_byte(text.as_bytes(), may_begin_right_to_left) {
        runs.push(Run::Along(text));
        return runs;
    }
    let mut done = 0;
    let mut open: Option<Span> = None;
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        // An address stays whole, whatever stands in it.
        if at < done {
            continue;
        }
        if c.is_whitespace() {
            word = Word { start: at + c.len_utf8(), address_end: None };
        }
        match strong(c) {
            Some(own) if own != direction => {
                let start = open.map_or_else(|| start_of_word(text, done, at), |span| span.start);
                let address = *word.address_end.get_or_insert_with(|| address_end(&text[word.start..]) + word.start);
                open = Some(Span { start, end: end_of_word(text, at + c.len_utf8()).max(address) });
            }
            Some(_) => close(text, &mut done, &mut open, &mut runs),
            None if matches!(c, '\n' | '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}') => {
                close(text, &mut done, &mut open, &mut runs);
            }
            None => {}
        }
    }
    close(text, &mut done, &mut open, &mut runs);
    if done < text.len() {
        runs.push(Run::Along(&text[done..]));
    }
    runs
}

/// `text`, which stands in surroundings of `direction`, as HTML: escaped, runs against the surroundings isolated.
pub fn inline(text: &str, direction: Direction) -> String {
    let mut out = String::with_capacity(text.len());
    for run in runs(text, direction) {
        match run {
            Run::Along(text) => escape(&mut out, text),
            Run::Against(text) => {
                out.push_str("<bdi>");
                escape(&mut out, text);
                out.push_str("</bdi>");
            }
        }
    }
    out
}

/// Whether a character that begins with `byte` in UTF-8 may be one of [`strong`]'s that run to the left.
fn may_begin_right_to_left(byte: u8) -> bool {
    (byte.wrapping_sub(0xd6) <= 0xe0 - 0xd6) | (byte >= 0xef)
}

/// The word that is being read.
#[derive(Default)]
struct Word {
    start: usize,
    /// Where it ends, if it is an address, and where it begins if it is none; `None` while nobody has looked.
    address_end: Option<usize>,
}

/// How long the first word of `text` is if it is an address, without the punctuation after it; 0 if it is none.
fn address_end(text: &str) -> usize {
    let length = text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(text.len());
    let word = &text[..length];
    let closes = |c: char| {
        c.is_ascii_punctuation() && !matches!(c, '/' | '=' | '&' | '#' | '-' | '_' | '%' | '+' | '~')
            || matches!(c, '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{BB}' | '\u{201D}')
    };
    if word.contains("://") { word.trim_end_matches(closes).len() } else { 0 }
}

#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

fn close<'t>(text: &'t str, done: &mut usize, open: &mut Option<Span>, runs: &mut Vec<Run<'t>>) {
    let Some(span) = open.take() else { return };
    if span.start > *done {
        runs.push(Run::Along(&text[*done..span.start]));
    }
    runs.push(Run::Against(&text[span.start..span.end]));
    *done = span.end;
}

/// A run takes with it the ASCII digits and signs that its first word begins with: `2FA`, `.NET`, `#tag`, `@name`.
fn start_of_word(text: &str, from: usize, at: usize) -> usize {
    let before = text[from..at].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '#' | '@' | '_' | '-'));
    from + before.len()
}

/// A run takes with it what its last word ends with: `C++`, `v2.1`, `A4`.
fn end_of_word(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let joined = rest.len()
        - rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '#' | '%' | '_' | '-')).len();
    at + rest[..joined].trim_end_matches(['.', '-']).len()
}

/// The direction of a character that has one of its own.
fn strong(c: char) -> Option<Direction> {
    match c {
        '\u{590}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' => c.is_alphabetic().then_some(Direction::RightToLeft),
        c => c.is_alphabetic().then_some(Direction::LeftToRight),
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, runs};
    use crate::base::Direction;

    #[track_caller]
    fn check(text: &str, direction: Direction, expected: &[&str]) {
        let found = runs(text, direction);
        let whole: String = found
            .iter()
            .map(|run| match run {
                Run::Along(text) | Run::Against(text) => *text,
            })
            .collect();
        assert_eq!(whole, text);
        let against: Vec<&str> = found
            .iter()
            .filter_map(|run| match run {
                Run::Against(text) => Some(*text),
                Run::Along(_) => None,
            })
            .collect();
        assert_eq!(against, expected);
    }

    #[test]
    fn runs_against_the_surroundings_are_found() {
        let rtl = Direction::RightToLeft;
        check("دا v2.1 دی.", rtl, &["v2.1"]);
        check("د TASS ادارې (Amir Khan).", rtl, &["TASS", "Amir Khan"]);
        check("په C++ کې، 2FA او .NET", rtl, &["C++", "2FA", ".NET"]);
        check("۱۲۳ 2025", rtl, &[]);
        check("https://tass.com/ab.", rtl, &["https://tass.com/ab"]);
        check(
            "انظر https://e.com/?a=1&b=2، و(https://e.com/a/2025/).",
            rtl,
            &["https://e.com/?a=1&b=2", "https://e.com/a/2025/"],
        );
        check("the word ترجمان means", Direction::LeftToRight, &["ترجمان"]);
        check("x\u{2028}y ش\u{2028}x://a/", rtl, &["x\u{2028}y", "x://a/"]);
        check("ش http://a.b/شرق/c?d=ش e", rtl, &["http://a.b/شرق/c?d=ش", "e"]);
        check("a http://شرق.b/c ش", Direction::LeftToRight, &["شرق.b/c", "ش"]);
        check("plain", Direction::LeftToRight, &[]);
    }
}
