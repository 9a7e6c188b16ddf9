//! Guards the recursive parser: Fluent entries nested deeper than a person would write are taken out before parsing.
//!
//! A 4 KB file of `{` would otherwise overflow the stack and abort the process.

use std::borrow::Cow;

use crate::base::limits;

use super::escapes;
use super::notes::identifier_end;

/// How many braces and parentheses may stand open at once.
const DEEPEST: usize = limits::NESTING;

/// What a bracket that stands open means for the bytes in it.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    /// `{`: an expression, in which quotes begin string literals.
    Expression,
    /// The same after `->`: variants, whose texts hold quotes as text.
    Variants,
    /// `(`: arguments of a call.
    Arguments,
}

/// `text` with every opening brace of too deep an entry replaced by a closing one: same length, and that entry does not parse.
/// Also gives the starts of the entries concerned.
///
/// Escapes on which the parser would panic are made unreadable as well.
pub(super) fn shield(text: &str) -> (Cow<'_, str>, Vec<usize>) {
    let (mut shielded, deep) = shield_depth(text);
    for (start, end) in escapes::find_cut(&shielded) {
        shielded.to_mut().replace_range(start..end, &"?".repeat(end - start));
    }
    (shielded, deep)
}

fn shield_depth(text: &str) -> (Cow<'_, str>, Vec<usize>) {
    let brackets = memchr::memchr2_iter(b'{', b'(', text.as_bytes());
    if brackets.take(DEEPEST + 1).count() <= DEEPEST {
        return (Cow::Borrowed(text), Vec::new());
    }
    let deep = deep_entries(text);
    if deep.is_empty() {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut shielded = String::with_capacity(text.len());
    let mut done = 0;
    for &(start, end) in &deep {
        shielded.push_str(&text[done..start]);
        shielded.push_str(&text[start..end].replace('{', "}"));
        done = end;
    }
    shielded.push_str(&text[done..]);
    (Cow::Owned(shielded), deep.into_iter().map(|(start, _)| start).collect())
}

/// Whether `text` may not be parsed as it is.
pub(super) fn is_unsafe(text: &str) -> bool {
    matches!(shield(text).0, Cow::Owned(_))
}

/// The ranges, from one certain start of an entry to the next, in which nesting goes too deep.
///
/// Certain means that no expression can go on there: `#` or `id =` at a line's start.
fn deep_entries(text: &str) -> Vec<(usize, usize)> {
    let mut deep: Vec<(usize, usize)> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let (mut start, mut too_deep) = (0, false);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            if too_deep {
                deep.push((start, at));
            }
            (start, too_deep) = (at, false);
            open.clear();
        }
        if !too_deep {
            too_deep = scan_line(line.as_bytes(), &mut open);
        }
        at += line.len();
    }
    if too_deep {
        deep.push((start, text.len()));
    }
    deep
}

/// Whether `line` starts an entry wherever it stands.
pub(super) fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    line.starts_with('#') || identifier_end(name).is_some_and(|end| name[end..].trim_start_matches(' ').starts_with('='))
}

/// Where the first entry after the first line of `junk` begins for certain.
pub(super) fn find_entry(junk: &str) -> Option<usize> {
    let mut at = 0;
    for line in junk.split_inclusive('\n') {
        if at > 0 && begins_entry(line) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Follows the brackets of one line; true when they stand too deep.
fn scan_line(line: &[u8], open: &mut Vec<Open>) -> bool {
    let mut at = 0;
    while at < line.len() {
        let in_code = matches!(open.last(), Some(Open::Expression | Open::Arguments));
        match line[at] {
            b'{' => open.push(Open::Expression),
            b'}' => drop(open.pop()),
            b'(' if in_code => open.push(Open::Arguments),
            b')' if open.last() == Some(&Open::Arguments) => drop(open.pop()),
            b'-' if in_code && line.get(at + 1) == Some(&b'>') => {
                if let Some(last) = open.last_mut() {
                    *last = Open::Variants;
                }
            }
            b'"' if in_code => at = string_end(line, at),
            _ => {}
        }
        if open.len() > DEEPEST {
            return true;
        }
        at += 1;
    }
    false
}

/// The index of the quote that ends the string literal at `at`, or of the line's last byte.
fn string_end(line: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while end < line.len() {
        match line[end] {
            b'\\' => end += 1,
            b'"' => return end,
            _ => {}
        }
        end += 1;
    }
    line.len().saturating_sub(1).max(at)
}
