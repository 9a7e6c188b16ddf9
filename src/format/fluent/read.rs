//! Reads a catalog: Fluent 1.0 by `fluent-syntax`, then what its tree does not tell (where entries stand, what junk was meant).
//!
//! Reading never fails. The parser's tree borrows from the text, so the places of its slices are the places of the entries.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::parser::{ParserError, parse};

use crate::base::{LineIndex, Place, Span, limits};
use crate::model::UnitId;

use super::catalog::{Catalog, Entry, EntryKind, Eol, Form, Message, Translation, UnitEntry};
use super::comment;
use super::faults::{self, Fault};
use super::junk::{self, PieceKind};
use super::{depth, layout, own};

/// Reads a whole catalog file; never fails.
pub fn read(text: &str) -> Catalog {
    let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (parsed, deep) = depth::shield(&text[offset..]);
    let (resource, errors) = match parse(parsed.as_ref()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut reader = Reader { text, parsed: parsed.as_ref(), offset, entries: Vec::new(), faults: Vec::new(), has_header: false };
    reader.read_body(&resource.body, &errors, text.len());
    let Reader { mut entries, mut faults, .. } = reader;
    faults.extend(deep.into_iter().map(|at| faults::too_deep(offset + at)));
    let conflict = faults::find_conflict(text);
    let conflicted = conflict.is_some();
    faults.extend(conflict);
    let large = entries.iter().filter(|entry| entry.span.len() > limits::UNIT_BYTES);
    let large =
        large.filter_map(|entry| Some(faults::too_large(entry.span.start, entry.as_unit()?.id.as_str(), entry.span.len())));
    faults.extend(large);
    let index = index(text, &mut entries, &mut faults);
    Catalog { text: text.to_owned(), eol: eol_of(text), entries, conflicted, diagnostics: place(text, faults), index }
}

/// The message that `source` holds and nothing else; `None` when it holds anything else.
pub fn read_message(source: &str) -> Option<Message> {
    if depth::is_unsafe(source) {
        return None;
    }
    let resource = parse(source).ok()?;
    match resource.body.as_slice() {
        [ast::Entry::Message(parsed)] if parsed.comment.is_none() => {
            let id_end = parsed.id.name.as_ptr() as usize - source.as_ptr() as usize + parsed.id.name.len();
            Some(message(parsed, &source[id_end..]))
        }
        _ => None,
    }
}

struct Reader<'t> {
    text: &'t str,
    /// What was parsed: the text without BOM, too deep entries shielded; same places as in the text, shifted by `offset`.
    parsed: &'t str,
    offset: usize,
    entries: Vec<Entry>,
    faults: Vec<Fault>,
    has_header: bool,
}

impl<'t> Reader<'t> {
    /// Reads entries that end at byte `end` of the file.
    fn read_body(&mut self, body: &[ast::Entry<&str>], errors: &[ParserError], end: usize) {
        let starts: Vec<usize> = body.iter().map(|entry| self.start_of(entry)).collect();
        let mut errors = errors.iter();
        for (nth, entry) in body.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(end);
            let span = starts[nth]..self.trim_blank_lines(starts[nth], end);
            match entry {
                ast::Entry::Message(parsed) => self.read_message(parsed, span),
                ast::Entry::Term(term) => {
                    let start = self.place_of(term.id.name) - 1;
                    self.cut_todos(span.start..start, None, false);
                    let start = self.entries.last().map_or(span.start, |last| last.span.end.max(span.start));
                    self.push(start..span.end, EntryKind::Term(term.id.name.to_owned()));
                }
                ast::Entry::Comment(_) => self.read_comment(span),
                ast::Entry::GroupComment(comment) => {
                    self.push(span, EntryKind::Group(comment.content.join("\n").trim().to_owned()))
                }
                ast::Entry::ResourceComment(comment) => {
                    let kind = if self.has_header { EntryKind::Comment } else { EntryKind::Header(comment.content.join("\n")) };
                    self.has_header = true;
                    self.push(span, kind);
                }
                ast::Entry::Junk { .. } => self.read_junk(starts[nth]..end, errors.next()),
            }
        }
    }

    fn push(&mut self, span: Span, kind: EntryKind) {
        self.entries.push(Entry { span, kind });
    }

    /// The place in the file of a slice of the parsed text.
    fn place_of(&self, slice: &str) -> usize {
        slice.as_ptr() as usize - self.parsed.as_ptr() as usize + self.offset
    }

    /// Where the parser gave up, within `span`; before the line end rather than after it, where something is missing.
    fn place_of_error(&self, error: &ParserError, span: &Span) -> usize {
        let mut at = (self.offset + error.pos.start).clamp(span.start, span.end);
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = self.text[span.start..at].trim_end_matches(' ');
        if before.ends_with('\n') { span.start + before.trim_end_matches([' ', '\r', '\n']).len() } else { at }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[self.offset..at].rfind('\n').map_or(self.offset, |end| self.offset + end + 1)
    }

    fn start_of(&self, entry: &ast::Entry<&str>) -> usize {
        let comment_start = |comment: &ast::Comment<&str>| {
            let at = comment.content.first().map_or(self.text.len(), |line| self.place_of(line));
            self.line_start(at)
        };
        match entry {
            ast::Entry::Message(message) => match &message.comment {
                Some(comment) => comment_start(comment),
                None => self.place_of(message.id.name),
            },
            ast::Entry::Term(term) => match &term.comment {
                Some(comment) => comment_start(comment),
                None => self.place_of(term.id.name) - 1,
            },
            ast::Entry::Comment(comment) | ast::Entry::GroupComment(comment) | ast::Entry::ResourceComment(comment) => {
                comment_start(comment)
            }
            ast::Entry::Junk { content } => self.place_of(content),
        }
    }

    /// The end of the last line between `start` and `end` that is not blank. A lone carriage return is no line end to Fluent.
    fn trim_blank_lines(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start {
            let lines = &self.text[start..end];
            let line_start = lines.strip_suffix('\n').unwrap_or(lines).rfind('\n').map_or(start, |at| start + at + 1);
            if !is_blank_line(&self.text[line_start..end]) {
                break;
            }
            end = line_start;
        }
        end
    }

    fn read_message(&mut self, parsed: &ast::Message<&str>, span: Span) {
        let body = self.place_of(parsed.id.name);
        let Ok(id) = UnitId::from_str(parsed.id.name) else {
            self.faults.push(faults::id_too_long(body));
            return self.push(span, EntryKind::Junk);
        };
        let start = self.cut_todos(span.start..body, Some(id.as_str()), false);
        let (notes, comments) = comment::split(&comment::lines(self.text, start..body));
        let text = message(parsed, &self.parsed[body - self.offset + parsed.id.name.len()..span.end - self.offset]);
        let unit = UnitEntry { id, translation: Translation::Text(Arc::new(text)), notes, comments, form: Form::Message, body };
        self.push(start..span.end, EntryKind::Unit(Box::new(unit)));
    }

    fn read_comment(&mut self, span: Span) {
        let start = self.cut_todos(span.clone(), None, true);
        if start < span.end {
            self.push(start..span.end, EntryKind::Comment);
        }
    }

    /// Makes entries of the `[todo]` notes in the comment lines of `span`; returns where the rest begins.
    fn cut_todos(&mut self, span: Span, own: Option<&str>, alone: bool) -> usize {
        if span.is_empty() || !self.text[span.clone()].contains("[todo]") {
            return span.start;
        }
        let lines = comment::lines(self.text, span.clone());
        let mut start = span.start;
        for todo in comment::find_todos(&lines, own, alone) {
            let Ok(id) = UnitId::from_str(todo.id) else { continue };
            let own_lines = &lines[todo.lines.clone()];
            let end = own_lines.last().map_or(start, |line| line.span.end);
            let translation = self.read_todo(&id, &todo.source, (lines[todo.line].span.start, todo.runs_on));
            let text_lines = todo.line..todo.text_end;
            let others = todo.lines.clone().filter(|at| !text_lines.contains(at)).map(|at| &lines[at]);
            let (notes, comments) = comment::split(others);
            let unit = UnitEntry { id, translation, notes, comments, form: Form::TodoComment, body: end };
            self.push(start..end, EntryKind::Unit(Box::new(unit)));
            start = end;
        }
        start
    }

    /// The text after `[todo] id =`, which stands at `at`.
    fn read_todo(&mut self, id: &UnitId, source: &str, (at, runs_on): (usize, bool)) -> Translation {
        let text = source.split_once('=').map_or("", |(_, text)| text);
        if text.trim().is_empty() {
            return Translation::Missing;
        }
        if runs_on {
            self.faults.push(faults::runs_on(at, id.as_str()));
            return Translation::Unreadable;
        }
        match read_message(source) {
            Some(message) => Translation::Text(Arc::new(message)),
            None => {
                self.faults.push(faults::unreadable(at, Some(id.as_str()), None));
                Translation::Unreadable
            }
        }
    }

    /// Reads junk. The parser resumes behind the place where it gave up, and so may swallow an entry: that is parsed on its own.
    fn read_junk(&mut self, span: Span, error: Option<&ParserError>) {
        let junk = &self.parsed[span.start - self.offset..span.end - self.offset];
        if junk.split_inclusive('\n').all(is_blank_line) {
            return; // blanks at the file's end, without a line end
        }
        let swallowed = depth::find_entry(junk).map(|at| (at, &junk[at..]));
        let end = span.start + swallowed.map_or(junk.len(), |(at, _)| at);
        let error_at = error.map_or(span.start, |error| self.offset + error.pos.start);
        let pieces = junk::split(&self.text[span.start..end]);
        let last = pieces.len().saturating_sub(1);
        for (nth, piece) in pieces.into_iter().enumerate() {
            let piece_span = span.start + piece.range.start..span.start + piece.range.end;
            let error = error.filter(|_| piece_span.contains(&error_at) || (nth == last && error_at >= piece_span.end));
            let piece_span = piece_span.start..self.trim_blank_lines(piece_span.start, piece_span.end);
            self.read_piece(piece_span, piece.kind, error);
        }
        if let Some((_, rest)) = swallowed {
            let (resource, errors) = match parse(rest) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            let shift = end - self.offset;
            let errors: Vec<_> = errors.into_iter().map(|error| shift_error(error, shift)).collect();
            self.read_body(&resource.body, &errors, span.end);
        }
    }

    fn read_piece(&mut self, span: Span, kind: PieceKind<'_>, error: Option<&ParserError>) {
        let id = match &kind {
            PieceKind::Todo { id, .. } | PieceKind::Message { id } => UnitId::from_str(id).ok(),
            PieceKind::Other => None,
        };
        match (kind, id) {
            (PieceKind::Todo { source, .. }, Some(id)) => {
                let translation = self.read_todo(&id, &source, (span.start, false));
                self.push_loose(span, id, translation, Form::Todo);
            }
            (PieceKind::Message { .. }, Some(id)) => {
                let at = error.map_or(span.start, |error| self.place_of_error(error, &span));
                self.faults.push(faults::unreadable(at, Some(id.as_str()), error));
                self.push_loose(span, id, Translation::Unreadable, Form::Broken);
            }
            _ => self.read_other(span, error),
        }
    }

    /// Adds a unit that Fluent does not see, with the comment that stands directly above it.
    fn push_loose(&mut self, span: Span, id: UnitId, translation: Translation, form: Form) {
        let body = span.start;
        let mut start = body;
        let text = self.text;
        let is_head = |above: &Entry| match &above.kind {
            EntryKind::Comment => !text[above.span.clone()].starts_with("##"),
            EntryKind::Unit(stub) => stub.form == Form::TodoComment && stub.id == id && stub.translation == Translation::Missing,
            _ => false,
        };
        if let Some(above) = self.entries.pop_if(|above| above.span.end == body && is_head(above)) {
            start = above.span.start;
        }
        let (mut notes, mut comments) = comment::split(&comment::lines(self.text, start..body));
        if form == Form::Todo {
            let (loose, questions) = comment::split(&layout::uncommented_notes(self.text, body..span.end));
            notes.extend(loose);
            comments.extend(questions);
        }
        let unit = UnitEntry { id, translation, notes, comments, form, body };
        self.push(start..span.end, EntryKind::Unit(Box::new(unit)));
    }

    /// Junk that names no unit: the tail of the message above, or nothing we know.
    fn read_other(&mut self, span: Span, error: Option<&ParserError>) {
        let (at, line) = faults::first_line(self.text, span.clone());
        let begins_blank = self.text[span.clone()].starts_with(' ');
        if let Some(last) = self.entries.last_mut() {
            let adjacent = last.span.end == span.start;
            if let EntryKind::Unit(unit) = &mut last.kind
                && (begins_blank || adjacent)
            {
                unit.translation = Translation::Unreadable;
                last.span.end = span.end;
                self.faults.push(faults::cut_off(at, unit.id.as_str(), line));
                return;
            }
        }
        let at = error.map_or(at, |error| self.place_of_error(error, &span));
        self.faults.push(faults::unreadable(at, None, error));
        self.push(span, EntryKind::Junk);
    }
}

/// Whether `line`, line end included, is blank to Fluent.
fn is_blank_line(line: &str) -> bool {
    let line = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
    line.bytes().all(|byte| byte == b' ')
}

/// The error with its place moved by `shift`.
fn shift_error(error: ParserError, shift: usize) -> ParserError {
    ParserError { pos: error.pos.start + shift..error.pos.end + shift, ..error }
}

/// The owned message; `rest` is the source after the id.
fn message(parsed: &ast::Message<&str>, rest: &str) -> Message {
    let attributes_at = parsed.attributes.first().map(|first| {
        let name = first.id.name.as_ptr() as usize - rest.as_ptr() as usize;
        rest[..name].rfind('\n').map_or(name, |end| end + 1)
    });
    let written = layout::written_value(rest, attributes_at);
    Message {
        value: parsed.value.as_ref().map(own::pattern),
        attributes: own::attributes(&parsed.attributes),
        lines: if parsed.value.is_some() { written.lines } else { Vec::new() },
        indent: written.indent,
    }
}

fn eol_of(text: &str) -> Eol {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => Eol::Crlf,
        _ => Eol::Lf,
    }
}

/// Where each unit stands. Two texts for one unit make both unreadable.
fn index(text: &str, entries: &mut [Entry], faults: &mut Vec<Fault>) -> HashMap<UnitId, usize> {
    let mut index: HashMap<UnitId, usize> = HashMap::with_capacity(entries.len());
    let mut doubles: HashMap<UnitId, Vec<usize>> = HashMap::new();
    for at in 0..entries.len() {
        let Some(unit) = entries[at].as_unit() else { continue };
        let Some(&earlier) = index.get(&unit.id) else {
            index.insert(unit.id.clone(), at);
            continue;
        };
        if unit.translation == Translation::Missing {
            continue;
        }
        if entries[earlier].as_unit().is_some_and(|earlier| earlier.translation == Translation::Missing) {
            index.insert(unit.id.clone(), at);
        } else {
            doubles.entry(unit.id.clone()).or_insert_with(|| vec![earlier]).push(at);
        }
    }
    let mut doubles: Vec<_> = doubles.into_iter().collect();
    doubles.sort();
    let lines = (!doubles.is_empty()).then(|| LineIndex::new(text));
    for ((id, places), lines) in doubles.into_iter().zip(lines.iter().cycle()) {
        distrust(lines, entries, &id, &places).into_iter().for_each(|fault| faults.push(fault));
    }
    index
}

/// Marks the entries at `places` as unreadable and says so at each.
fn distrust(lines: &LineIndex<'_>, entries: &mut [Entry], id: &UnitId, places: &[usize]) -> Vec<Fault> {
    let mut faults = Vec::with_capacity(places.len());
    let mut bytes = Vec::with_capacity(places.len());
    for &at in places {
        if let EntryKind::Unit(unit) = &mut entries[at].kind {
            unit.translation = Translation::Unreadable;
            bytes.push(if unit.form == Form::TodoComment { entries[at].span.start } else { unit.body });
        }
    }
    for (nth, &at) in bytes.iter().enumerate() {
        let other = if nth == 0 { bytes[1] } else { bytes[0] };
        faults.push(faults::duplicate(at, id.as_str(), lines.position(other).line));
    }
    faults
}

/// The diagnostics of `faults` with lines and columns, in file order.
fn place(text: &str, mut faults: Vec<Fault>) -> Vec<crate::base::Diagnostic> {
    if faults.is_empty() {
        return Vec::new();
    }
    faults.sort_by_key(|fault| fault.at);
    let lines = LineIndex::new(text);
    faults
        .into_iter()
        .map(|fault| {
            let mut diagnostic = fault.diagnostic;
            diagnostic.place = Place::at(lines.position(fault.at));
            diagnostic
        })
        .collect()
}
