//! A catalog as read: the whole file, and what every part of it is.
//!
//! Entries lie over exact byte ranges of the text, so that one message can be edited and every other byte stays.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_syntax::ast;

use crate::base::{Diagnostic, Span};
use crate::model::UnitId;

use super::notes::Note;

/// A `.ftl` file, read without loss.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalog {
    /// The whole file, byte for byte, a BOM included.
    pub text: String,
    /// How new lines are ended: as the file's first line is, `\n` in a file without line ends.
    pub eol: Eol,
    /// The entries in file order. Their spans are disjoint and ascending; only blank lines and a BOM lie between them.
    pub entries: Vec<Entry>,
    /// Whether git left conflict markers in it: nothing in such a file can be trusted, and it must not be written.
    pub conflicted: bool,
    /// What is wrong with it, in file order.
    pub diagnostics: Vec<Diagnostic>,
    /// Where each unit stands in `entries`; of several entries for one unit the one that holds its text.
    pub(super) index: HashMap<UnitId, usize>,
}

impl Catalog {
    /// The entry of a unit, if the catalog has one.
    pub fn unit(&self, id: &UnitId) -> Option<&UnitEntry> {
        self.index.get(id).and_then(|&at| self.entries[at].as_unit())
    }

    /// All units in file order, each once.
    pub fn units(&self) -> impl Iterator<Item = &UnitEntry> {
        self.entries.iter().enumerate().filter_map(|(at, entry)| {
            let unit = entry.as_unit()?;
            (self.index.get(&unit.id) == Some(&at)).then_some(unit)
        })
    }

    /// The bytes of a unit's entry, comments included, without the blank lines after it.
    pub fn entry_text(&self, id: &UnitId) -> Option<&str> {
        self.index.get(id).map(|&at| &self.text[self.entries[at].span.clone()])
    }

    /// Whether the file begins with a byte order mark.
    pub fn has_bom(&self) -> bool {
        self.text.starts_with('\u{feff}')
    }
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Eol {
    /// A line feed.
    #[default]
    Lf,
    /// Carriage return and line feed.
    Crlf,
}

impl Eol {
    /// The characters.
    pub fn as_str(self) -> &'static str {
        match self {
            Eol::Lf => "\n",
            Eol::Crlf => "\r\n",
        }
    }
}

/// One part of a catalog.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its bytes, from a line's start to the end of its last line that is not blank (line end included).
    pub span: Span,
    /// What it is.
    pub kind: EntryKind,
}

impl Entry {
    /// The unit, if the entry is one.
    pub fn as_unit(&self) -> Option<&UnitEntry> {
        match &self.kind {
            EntryKind::Unit(unit) => Some(unit),
            _ => None,
        }
    }
}

/// What a part of a catalog is.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryKind {
    /// A unit with its notes and comments.
    Unit(Box<UnitEntry>),
    /// A `##` comment; its lines joined by line feeds.
    Group(String),
    /// The first `###` comment of the file.
    Header(String),
    /// A comment of its own, by people.
    Comment,
    /// A Fluent term, by name without the `-`.
    Term(String),
    /// Something that is not Fluent.
    Junk,
}

/// A unit's entry.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitEntry {
    /// The unit.
    pub id: UnitId,
    /// Its text.
    pub translation: Translation,
    /// The tool's notes above it, in order, without `[todo]`.
    pub notes: Vec<Note>,
    /// People's comment lines above it, without `# `, `[question] …` included.
    pub comments: Vec<String>,
    /// How it is written.
    pub form: Form,
    /// Byte at which its comment lines end and its message begins; the entry's end when it is all comment.
    pub body: usize,
}

/// How a unit's entry is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A Fluent message.
    Message,
    /// A `# [todo] id =` comment, with or without a text.
    TodoComment,
    /// `[todo] id =` that an editor uncommented.
    Todo,
    /// Something that does not parse.
    Broken,
}

/// A unit's text in a catalog.
#[derive(Debug, Clone, PartialEq)]
pub enum Translation {
    /// None yet.
    Missing,
    /// This.
    Text(Arc<Message>),
    /// There is something, but it cannot be trusted: a diagnostic says why.
    Unreadable,
}

/// A parsed message, without its comments.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its value, neighbouring text merged; `None` when it has attributes only.
    pub value: Option<ast::Pattern<String>>,
    /// Its attributes in file order.
    pub attributes: Vec<ast::Attribute<String>>,
    /// The value as it is written, one string per line, common indentation removed.
    pub lines: Vec<String>,
    /// Spaces before the lines of a value in block form; 4 for a value that begins beside its id.
    pub indent: usize,
}

impl PartialEq for Message {
    /// Two messages are equal if Fluent sees the same in them, however they are laid out.
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.attributes == other.attributes
    }
}
