//! A unit's text in catalog form: lines joined, protected parts as placeables, references written out.
//!
//! The text is taken from the source between the unit's first and last byte, never from the parser's text events, so
//! that no byte is lost; the events only say what is code, HTML, a link or a hard break.

use std::cmp::Reverse;

use crate::base::{Span, joins_without_space};
use crate::model::{Element, Elements, Placeables};

/// Something in a unit's text that is not taken over as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it stands in the file.
    pub span: Span,
    /// What is done with it.
    pub kind: MarkKind,
}

/// What is done with a marked piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A code span: protected when it holds braces, else kept with its blanks.
    Code,
    /// A raw HTML or JSX tag: protected.
    Html,
    /// A template directive or an expression: protected.
    Directive,
    /// A hard break: a backslash and a line feed.
    HardBreak,
    /// A destination and title: kept with its blanks.
    Verbatim,
    /// Replaced by the label of a reference link: `[`, the text of this span, `]`.
    Label(Span),
}

/// Brings the text in `parts` of `source` into catalog form. `in_cell`: `\|` stands for `|`.
pub(super) fn catalog_form(source: &str, parts: &[Span], marks: &[Mark], in_cell: bool) -> (Elements, Placeables) {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return (Elements::new(), Placeables::new()) };
    let inside = |mark: &&Mark| mark.span.start >= first.start && mark.span.end <= last.end;
    let (verbatim, mut rest): (Vec<&Mark>, Vec<&Mark>) =
        marks.iter().filter(inside).partition(|mark| mark.kind == MarkKind::Verbatim);
    rest.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end)));
    let mut builder = Builder { source, parts, in_cell, verbatim, ..Builder::default() };
    let mut at = first.start;
    for mark in rest {
        // The outermost protected part wins: a directive inside a tag is the tag's.
        if mark.span.start < at {
            continue;
        }
        builder.plain(at..mark.span.start);
        builder.mark(mark);
        at = mark.span.end;
    }
    builder.plain(at..last.end);
    builder.finish()
}

/// The text of `parts` within `span`, as one string.
pub(super) fn raw(source: &str, parts: &[Span], span: &Span) -> String {
    slices(parts, span).map(|part| &source[part]).collect()
}

/// The pieces of the ascending `parts` that lie in `span`.
pub(super) fn cut(parts: &[Span], span: &Span) -> Vec<Span> {
    slices(parts, span).collect()
}

/// The overlaps of the ascending `parts` with `span`.
fn slices<'p>(parts: &'p [Span], span: &'p Span) -> impl Iterator<Item = Span> + 'p {
    let from = parts.partition_point(|part| part.end <= span.start);
    parts[from..].iter().take_while(|part| part.start < span.end).map(|part| part.start.max(span.start)..part.end.min(span.end))
}

#[derive(Default)]
struct Builder<'s> {
    source: &'s str,
    parts: &'s [Span],
    in_cell: bool,
    verbatim: Vec<&'s Mark>,
    next_verbatim: usize,
    elements: Elements,
    placeables: Placeables,
    text: String,
    last: Option<char>,
    blank: Option<Blank>,
    html: usize,
    code: usize,
}

/// White space that has been read and not yet written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blank {
    Space,
    LineEnd,
}

impl Builder<'_> {
    fn plain(&mut self, span: Span) {
        let parts = self.parts;
        for slice in slices(parts, &span) {
            self.slice(slice);
        }
    }

    fn slice(&mut self, slice: Span) {
        let mut chars = self.source[slice.clone()].char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            match c {
                '\n' | '\r' => self.blank = Some(Blank::LineEnd),
                ' ' | '\t' if self.is_verbatim(slice.start + offset) => {
                    self.settle(c);
                    self.text.push(c);
                }
                ' ' | '\t' => self.blank = self.blank.or(Some(Blank::Space)),
                '\\' if self.in_cell && chars.peek().is_some_and(|&(_, next)| next == '|') => {}
                _ => self.push(c),
            }
        }
    }

    fn is_verbatim(&mut self, at: usize) -> bool {
        while self.verbatim.get(self.next_verbatim).is_some_and(|mark| mark.span.end <= at) {
            self.next_verbatim += 1;
        }
        self.verbatim.get(self.next_verbatim).is_some_and(|mark| mark.span.start <= at)
    }

    /// Writes the white space that stands before `next`.
    fn settle(&mut self, next: char) {
        let Some(blank) = self.blank.take() else { return };
        let Some(before) = self.last else { return };
        let joined = blank == Blank::LineEnd && joins_without_space(before, next);
        if before != '\n' && !joined {
            self.text.push(' ');
        }
    }

    fn push(&mut self, c: char) {
        self.settle(c);
        self.text.push(c);
        self.last = Some(c);
    }

    fn mark(&mut self, mark: &Mark) {
        let content = self.unescaped(raw(self.source, self.parts, &mark.span));
        match &mark.kind {
            MarkKind::HardBreak => {
                // A backslash that a space kept from being a hard break would swallow the one written here.
                if self.text.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1 {
                    self.text.push('\\');
                }
                self.text.push_str("\\\n");
                self.blank = None;
                self.last = Some('\n');
            }
            MarkKind::Code if content.contains(['{', '}']) => self.placeable("code", on_one_line(&content)),
            MarkKind::Code => self.literal(&on_one_line(&content)),
            MarkKind::Html => self.placeable("html", with_line_feeds(&content)),
            MarkKind::Directive => self.placeable("code", with_line_feeds(&content)),
            MarkKind::Label(span) => {
                let label = self.unescaped(raw(self.source, self.parts, span));
                self.literal(&format!("[{}]", on_one_line(&label)));
            }
            MarkKind::Verbatim => {}
        }
    }

    fn unescaped(&self, content: String) -> String {
        if self.in_cell && content.contains("\\|") { content.replace("\\|", "|") } else { content }
    }

    fn literal(&mut self, content: &str) {
        let Some(first) = content.chars().next() else { return };
        self.settle(first);
        self.text.push_str(content);
        self.last = content.chars().next_back();
    }

    fn placeable(&mut self, kind: &str, content: String) {
        let Some(first) = content.chars().next() else { return };
        self.settle(first);
        self.last = content.chars().next_back();
        let number = if kind == "html" { &mut self.html } else { &mut self.code };
        *number += 1;
        let name = format!("{kind}-{number}");
        self.flush();
        self.elements.push(Element::Placeable(name.clone()));
        self.placeables.insert(name, content);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.elements.push(Element::Text(std::mem::take(&mut self.text)));
        }
    }

    fn finish(mut self) -> (Elements, Placeables) {
        self.flush();
        (self.elements, self.placeables)
    }
}

/// Line ends count as spaces in code spans and labels (CommonMark 0.31 §6.1).
fn on_one_line(content: &str) -> String {
    content.replace("\r\n", " ").replace(['\n', '\r'], " ")
}

fn with_line_feeds(content: &str) -> String {
    content.replace("\r\n", "\n").replace('\r', "\n")
}
