//! Cuts a file into tables at the lines that begin with `[`, before anything is parsed.
//!
//! Our own writer never begins a line inside a string with `[`, so damage in one table cannot reach the next. A file that
//! another tool has rewritten may hold such lines in multi-line strings; there the pieces are joined again.

use std::borrow::Cow;

use super::read_table;

/// A file cut into what stands before the first table, and its tables in order.
#[derive(Debug)]
pub(crate) struct Pieces<'t> {
    /// Everything before the first line that begins with `[`.
    pub preamble: &'t str,
    /// The tables, each from its header line to the next header line.
    pub tables: Vec<Piece<'t>>,
}

/// One table's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'t> {
    /// Byte offset in the file.
    pub start: usize,
    /// Header line, body and the blank lines after it.
    pub text: &'t str,
}

/// What a header line names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header<'t> {
    /// The bare keys between the brackets.
    pub path: Vec<&'t str>,
    /// Whether it was `[[…]]`.
    pub is_array: bool,
}

/// `text` with line feeds alone as line ends; git may have checked it out with others. A carriage return inside a line stays.
pub(crate) fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains("\r\n") && !text.ends_with('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split('\n').map(|line| line.trim_end_matches('\r')).collect::<Vec<_>>().join("\n"))
}

/// Cuts `text`, which must have no carriage returns before its line feeds.
pub(crate) fn split(text: &str) -> Pieces<'_> {
    let mut starts: Vec<usize> = Vec::new();
    if text.starts_with('[') {
        starts.push(0);
    }
    let bytes = text.as_bytes();
    starts.extend(memchr::memchr_iter(b'[', bytes).filter(|at| at.checked_sub(1).is_some_and(|before| bytes[before] == b'\n')));
    let Some(&first) = starts.first() else {
        return Pieces { preamble: text, tables: Vec::new() };
    };
    let mut tables = Vec::with_capacity(starts.len());
    let mut index = 0;
    while index < starts.len() {
        let end = find_end(text, &starts, index);
        let end_offset = starts.get(end).copied().unwrap_or(text.len());
        tables.push(Piece { start: starts[index], text: &text[starts[index]..end_offset] });
        index = end;
    }
    Pieces { preamble: &text[..first], tables }
}

/// The index in `starts` at which the table that begins at `starts[index]` ends: the next one, unless a multi-line string
/// is open there and the table becomes readable when it is taken as far as the string's end.
fn find_end(text: &str, starts: &[usize], index: usize) -> usize {
    let next = index + 1;
    let Some(&end) = starts.get(next) else { return next };
    let start = starts[index];
    let Some(quotes) = open_string(&text[start..end]) else { return next };
    if read_table(&text[start..end], 1).is_ok() {
        return next;
    }
    let Some(closing) = text[end..].find(quotes) else { return next };
    let joined = starts.partition_point(|&start| start <= end + closing);
    let joined_end = starts.get(joined).copied().unwrap_or(text.len());
    // Where the string ends there stands no table: otherwise it is the string's end that is lost, not a header.
    let ends_alone = read_table(&text[starts[joined - 1]..joined_end], 1).is_ok();
    if !ends_alone && read_table(&text[start..joined_end], 1).is_ok() { joined } else { next }
}

/// The delimiter of the multi-line string that is open at the end of `piece`, if one is.
///
/// Other strings and comments are not told apart: a wrong answer costs an attempt at joining, no more.
fn open_string(piece: &str) -> Option<&'static str> {
    let has_block = |quote: u8| {
        let bytes = piece.as_bytes();
        memchr::memchr_iter(quote, bytes).any(|at| bytes[at..].starts_with(&[quote; 3]))
    };
    if !has_block(b'"') && !has_block(b'\'') {
        return None;
    }
    let mut rest = piece;
    loop {
        let basic = rest.find("\"\"\"");
        let literal = rest.find("'''");
        let (at, quotes) = match (basic, literal) {
            (None, None) => return None,
            (Some(at), None) => (at, "\"\"\""),
            (None, Some(at)) => (at, "'''"),
            (Some(basic), Some(literal)) if basic < literal => (basic, "\"\"\""),
            (_, Some(literal)) => (literal, "'''"),
        };
        rest = &rest[at + 3..];
        match rest.find(quotes) {
            Some(closing) => rest = rest[closing..].trim_start_matches(['"', '\'']),
            None => return Some(quotes),
        }
    }
}

impl<'t> Piece<'t> {
    /// The key in the first line, if that is `[key]` and nothing more.
    pub(crate) fn plain_key(&self) -> Option<&'t str> {
        let key = self.text.strip_prefix('[')?;
        let (key, rest) = key.split_at(key.bytes().position(|byte| !super::parse::is_bare(byte))?);
        (!key.is_empty() && rest.starts_with("]\n")).then_some(key)
    }

    /// What the first line names, if it is a readable header of bare keys.
    pub(crate) fn header(&self) -> Option<Header<'t>> {
        let line = self.text.lines().next()?;
        let (inner, is_array, rest) = if let Some(rest) = line.strip_prefix("[[") {
            let (inner, rest) = rest.split_once("]]")?;
            (inner, true, rest)
        } else {
            let (inner, rest) = line.strip_prefix('[')?.split_once(']')?;
            (inner, false, rest)
        };
        let rest = rest.trim_matches([' ', '\t']);
        if !rest.is_empty() && !rest.starts_with('#') {
            return None;
        }
        let path: Vec<&str> = inner.split('.').map(|key| key.trim_matches([' ', '\t'])).collect();
        path.iter().all(|key| super::parse::is_bare_key(key)).then_some(Header { path, is_array })
    }
}
