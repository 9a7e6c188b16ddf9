//! MDX has no indented code: text indented inside JSX is moved to the left before it is parsed.
//!
//! The parsed text is the masked text without the removed indentation; a layout leads from its places back to the file.

use std::borrow::Cow;

use crate::base::Span;
use crate::model::Flavour;

use super::blocks::{Blocks, blocks};
use super::lines::line_start;
use super::skeleton::Skeleton;

/// Levels of indentation that are taken away one after the other; what is indented further is code.
const ROUNDS: usize = 16;

/// The way from the parsed text to the file.
#[derive(Debug, Default)]
pub(super) struct Layout {
    base: usize,
    /// Bytes of the masked text that are not in the parsed text, ascending.
    removed: Vec<Span>,
    /// For each of them, how many bytes are removed before it.
    before: Vec<usize>,
}

/// Parses `masked`, which begins at byte `base` of its file.
///
/// In plain Markdown only what follows a directive line at once is moved: without the blank that the scan made of that
/// line it would be no code either.
///
/// A `skeleton` is that of the text before anything is moved.
pub(super) fn parse(
    masked: &str,
    (base, flavour): (usize, Flavour),
    blanked: &[Span],
    mut skeleton: Option<&mut Skeleton>,
) -> (Blocks, Layout) {
    let mut layout = Layout { base, ..Layout::default() };
    let mut text = Cow::Borrowed(masked);
    for _ in 0..ROUNDS {
        let mut found = blocks(&text, skeleton.take());
        if flavour == Flavour::Markdown {
            found.indented_code.retain(|code| layout.follows_blanked(masked, code, blanked));
        }
        let indentation = indentation(&text, &found.indented_code);
        if indentation.is_empty() {
            return (found, layout);
        }
        layout.remove(indentation);
        text = Cow::Owned(layout.parsed(masked));
    }
    (blocks(&text, None), layout)
}

/// The indentation that makes code of the lines in `code`.
fn indentation(text: &str, code: &[Vec<Span>]) -> Vec<Span> {
    let bytes = text.as_bytes();
    let blanks = |from: usize| bytes[from..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    let mut found = Vec::new();
    for block in code {
        let has_text = |line: &&Span| !text[line.start..line.end].trim().is_empty();
        let common = block.iter().filter(has_text).map(|line| blanks(line.start)).min().unwrap_or(0);
        for line in block.iter().filter(has_text) {
            let before = bytes[..line.start].iter().rev().take(4).take_while(|b| matches!(b, b' ' | b'\t')).count();
            found.push(line.start - before..line.start + common);
        }
    }
    found.retain(|span| !span.is_empty());
    found
}

impl Layout {
    /// Removes `spans` of the text parsed last.
    fn remove(&mut self, spans: Vec<Span>) {
        let spans: Vec<Span> = spans.into_iter().map(|span| self.start(span.start)..self.end(span.end)).collect();
        self.removed.extend(spans);
        self.removed.sort_by_key(|span| span.start);
        let mut merged: Vec<Span> = Vec::with_capacity(self.removed.len());
        for span in self.removed.drain(..) {
            match merged.last_mut() {
                Some(last) if last.end >= span.start => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        self.before = merged
            .iter()
            .scan(0, |sum, span| {
                let before = *sum;
                *sum += span.len();
                Some(before)
            })
            .collect();
        self.removed = merged;
    }

    /// Whether the line above `code` was blanked out.
    fn follows_blanked(&self, masked: &str, code: &[Span], blanked: &[Span]) -> bool {
        let Some(first) = code.first() else { return false };
        let line = self.base + line_start(masked, self.start(first.start));
        let next = blanked.partition_point(|span| span.start < line);
        // Only the line end can lie between.
        next > 0
            && masked[blanked[next - 1].end - self.base..line - self.base].trim_matches([' ', '\t']).len() <= 2
            && masked[blanked[next - 1].end - self.base..line - self.base].matches('\n').count() <= 1
    }

    fn parsed(&self, masked: &str) -> String {
        let mut parsed = String::with_capacity(masked.len());
        let mut at = 0;
        for span in &self.removed {
            parsed.push_str(&masked[at..span.start]);
            at = span.end;
        }
        parsed.push_str(&masked[at..]);
        parsed
    }

    /// The place in the masked text of the parsed byte at `at`.
    fn start(&self, at: usize) -> usize {
        self.masked(at, |removed| removed <= at)
    }

    /// The place in the masked text after the parsed byte before `at`.
    fn end(&self, at: usize) -> usize {
        self.masked(at, |removed| removed < at)
    }

    fn masked(&self, at: usize, passed: impl Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.removed.len());
        while low < high {
            let middle = (low + high) / 2;
            if passed(self.removed[middle].start - self.before[middle]) { low = middle + 1 } else { high = middle }
        }
        let removed = low.checked_sub(1).map_or(0, |last| self.before[last] + self.removed[last].len());
        at + removed
    }

    /// The span of the file that stands for `span` of the parsed text; removed indentation may lie inside.
    pub(super) fn in_file(&self, span: &Span) -> Span {
        if span.is_empty() {
            let at = self.base + self.end(span.start);
            return at..at;
        }
        self.base + self.start(span.start)..self.base + self.end(span.end)
    }

    /// The pieces of the file that stand for `span` of the parsed text, without removed indentation.
    pub(super) fn pieces(&self, span: &Span) -> Vec<Span> {
        let whole = self.in_file(span);
        let from = self.removed.partition_point(|removed| self.base + removed.end <= whole.start);
        let mut pieces = Vec::new();
        let mut at = whole.start;
        for removed in self.removed[from..].iter().take_while(|removed| self.base + removed.start < whole.end) {
            pieces.push(at..self.base + removed.start);
            at = self.base + removed.end;
        }
        pieces.push(at..whole.end);
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// Whether indentation was removed from the line that holds byte `at` of the file, and so how much stands before it.
    pub(super) fn removed_before(&self, at: usize) -> bool {
        let next = self.removed.partition_point(|removed| self.base + removed.end <= at);
        next > 0 && self.base + self.removed[next - 1].end == at
    }
}
