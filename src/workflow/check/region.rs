//! Parts of files, for people and programs that go there.

use std::cell::OnceCell;

use serde::Serialize;

use crate::base::{LineIndex, Span};

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Region {
    /// Path relative to the project, with forward slashes.
    pub path: String,
    /// Its first line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Its first column in Unicode scalar values, from 1; 0 when the whole file is meant.
    pub column: usize,
    /// The line in which it ends.
    pub end_line: usize,
    /// The column after its last character.
    pub end_column: usize,
    /// The text there, as it stands in the file.
    pub text: String,
    /// The whole first line, to show the part in.
    #[serde(skip)]
    pub line_text: String,
}

/// A file in which parts are pointed at; its lines are counted when the first one is.
pub struct Pointer<'t> {
    path: String,
    text: &'t str,
    lines: OnceCell<LineIndex<'t>>,
}

impl<'t> Pointer<'t> {
    /// For the file at `path` with this text.
    pub fn new(path: String, text: &'t str) -> Self {
        Self { path, text, lines: OnceCell::new() }
    }

    /// The file's text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The part that `span` is.
    pub fn region(&self, span: Span) -> Region {
        let lines = self.lines.get_or_init(|| LineIndex::new(self.text));
        let (from, to) = (lines.position(span.start), lines.position(span.end));
        let start = self.text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        let line = self.text[start..].lines().next().unwrap_or_default();
        Region {
            path: self.path.clone(),
            line: from.line,
            column: from.column,
            end_line: to.line,
            end_column: to.column,
            text: self.text[span].to_owned(),
            line_text: line.to_owned(),
        }
    }

    /// The whole file.
    pub fn whole(&self) -> Region {
        let (path, text) = (self.path.clone(), String::new());
        Region { path, line: 0, column: 0, end_line: 0, end_column: 0, text, line_text: String::new() }
    }
}
