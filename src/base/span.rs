//! Byte spans in a text and their translation to lines and columns.
//!
//! Lines and columns are counted from 1; a column counts Unicode scalar values, as editors and compilers do.

use std::ops::Range;

/// A half-open range of bytes in a UTF-8 text; both ends lie on character boundaries.
pub type Span = Range<usize>;

/// A place a person can go to in an editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

/// Where the lines of one text begin, so that many offsets can be translated cheaply.
#[derive(Debug, Clone)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Indexes `text`; only `\n` ends a line (a `\r` before it belongs to the line).
    pub fn new(text: &'t str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Self { text, starts }
    }

    /// The position of byte `offset`; an offset past the end gives the end, one inside a character its start.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        Position { line, column }
    }
}
