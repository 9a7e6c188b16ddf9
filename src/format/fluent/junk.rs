//! What a stretch of junk was meant to be: a `[todo]` entry that an editor uncommented, a broken message, or the tail of one.

use std::ops::Range;

use super::comment;
use super::notes::{identifier_end, is_tagged, split_tag};

/// A piece of junk; the pieces of one stretch tile it.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    /// Its bytes in the junk.
    pub range: Range<usize>,
    /// What it seems to be.
    pub kind: PieceKind<'t>,
}

/// What a piece of junk seems to be.
#[derive(Debug)]
pub(super) enum PieceKind<'t> {
    /// Lines such as `[todo] id = TEXT`, with the other notes uncommented too.
    Todo {
        /// The unit's id, as written.
        id: &'t str,
        /// The message as it would stand without its tag.
        source: String,
    },
    /// A message, by the id it begins with, that does not parse.
    Message {
        /// The unit's id, as written.
        id: &'t str,
    },
    /// Anything else.
    Other,
}

/// Cuts `junk` where a block of uncommented notes begins.
pub(super) fn split(junk: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut in_notes, mut seen_todo) = (0, false, false);
    let mut at = 0;
    for line in junk.split_inclusive('\n') {
        if let Some(note) = uncomment(line).filter(|line| is_tagged(line)) {
            if at > start && (!in_notes || seen_todo) {
                pieces.push(piece(junk, start..at));
                start = at;
                seen_todo = false;
            }
            in_notes = true;
            seen_todo |= split_tag(note).is_some_and(|(tag, _)| tag == "todo");
        } else if at == start {
            in_notes = false;
        }
        at += line.len();
    }
    if at > start {
        pieces.push(piece(junk, start..at));
    }
    pieces
}

/// The line without the remains of a comment mark: `[todo]`, ` [todo]` or `#[todo]`.
pub(super) fn uncomment(line: &str) -> Option<&str> {
    let line = line.trim_end_matches('\n').trim_end_matches('\r');
    let line = line.strip_prefix('#').unwrap_or(line);
    let line = line.strip_prefix(' ').unwrap_or(line);
    line.starts_with('[').then_some(line)
}

fn piece(junk: &str, range: Range<usize>) -> Piece<'_> {
    let kind = find_todo(&junk[range.clone()]).or_else(|| find_message(&junk[range.clone()])).unwrap_or(PieceKind::Other);
    Piece { range, kind }
}

/// Reads notes, `[todo] id = TEXT`, and the lines that go on with the text.
fn find_todo(piece: &str) -> Option<PieceKind<'_>> {
    let mut lines = piece.split_inclusive('\n');
    let (id, mut source) = loop {
        let line = uncomment(lines.next()?)?;
        if let Some((id, rest)) = comment::todo_at(line) {
            break (id, format!("{id} ={rest}\n"));
        }
        if !is_tagged(line) {
            return None;
        }
    };
    lines.for_each(|line| source.push_str(line));
    Some(PieceKind::Todo { id, source })
}

/// The message in uncommented notes as it would stand without tags.
pub(super) fn todo_source(piece: &str) -> Option<String> {
    match find_todo(piece)? {
        PieceKind::Todo { source, .. } => Some(source),
        _ => None,
    }
}

/// Reads the id of something that begins like a message.
fn find_message(piece: &str) -> Option<PieceKind<'_>> {
    let (id, rest) = piece.split_at(identifier_end(piece)?);
    rest.trim_start_matches(' ').starts_with('=').then_some(PieceKind::Message { id })
}
