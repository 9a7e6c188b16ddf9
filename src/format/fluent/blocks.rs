//! A catalog as a list of blocks with the blank lines between them, so that blocks can be added and taken out.

use std::collections::HashSet;

use crate::base::Span;
use crate::model::UnitId;

use super::catalog::{Catalog, Entry, EntryKind, Eol};

/// An entry on its way to being written.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Its bytes.
    pub text: String,
    /// The blank lines after it.
    pub gap: String,
    /// What it is.
    pub kind: BlockKind,
    /// Its place in the catalog that was read; `None` for a new one.
    pub entry: Option<usize>,
}

/// What matters about a block when others are placed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum BlockKind {
    /// A unit's entry.
    Unit(UnitId),
    /// A group comment with its text.
    Group(String),
    /// The file's header with its text.
    Header(String),
    /// Something that is not Fluent.
    Junk,
    /// Anything else.
    Other,
}

/// The blocks of a file, and what comes before the first.
pub(super) struct Blocks {
    /// A BOM and blank lines.
    pub prefix: String,
    /// The blocks in file order.
    pub list: Vec<Block>,
    eol: Eol,
}

impl Blocks {
    pub fn of(catalog: &Catalog) -> Self {
        let text = &catalog.text;
        let first = catalog.entries.first().map_or(text.len(), |entry| entry.span.start);
        let next = |nth: usize| catalog.entries.get(nth + 1).map_or(text.len(), |entry| entry.span.start);
        let list = catalog.entries.iter().enumerate().map(|(nth, entry)| block(text, nth, entry, next(nth))).collect();
        Self { prefix: text[..first].to_owned(), list, eol: catalog.eol }
    }

    pub fn text(&self) -> String {
        let mut text = self.prefix.clone();
        for block in &self.list {
            text.push_str(&block.text);
            text.push_str(&block.gap);
        }
        text
    }

    pub fn units(&self) -> HashSet<UnitId> {
        let id = |block: &Block| match &block.kind {
            BlockKind::Unit(id) => Some(id.clone()),
            _ => None,
        };
        self.list.iter().filter_map(id).collect()
    }

    pub fn find_unit(&self, id: &UnitId) -> Option<usize> {
        self.list.iter().position(|block| matches!(&block.kind, BlockKind::Unit(unit) if unit == id))
    }

    /// Puts a new block at `at` with a blank line around it; blank lines at the file's end stay there.
    pub fn insert(&mut self, at: usize, text: String, kind: BlockKind) {
        let eol = self.eol.as_str();
        if at == 0 {
            // Spaces without a line end would indent the first line.
            self.prefix.truncate(self.prefix.trim_end_matches(' ').len());
        }
        let is_last = at == self.list.len();
        let mut gap = if is_last { String::new() } else { eol.to_owned() };
        if let Some(above) = at.checked_sub(1).map(|above| &mut self.list[above]) {
            if !above.text.ends_with('\n') {
                above.text.push_str(eol);
            }
            if is_last {
                gap = std::mem::take(&mut above.gap);
            }
            if !above.gap.contains('\n') {
                above.gap.insert_str(0, eol);
            }
        }
        self.list.insert(at, Block { text, gap, kind, entry: None });
    }

    /// Parts blocks that did not stand together like this before: by a blank line where a comment would run on, by an empty comment
    /// above junk that would become part of the entry before it.
    pub fn part(&mut self, text: &str, entries: &[Entry]) {
        let eol = self.eol.as_str();
        let old = |block: &Block| block.entry.map(|at| &text[entries[at].span.clone()]);
        for at in (1..self.list.len()).rev() {
            let (above, below) = (&self.list[at - 1], &self.list[at]);
            let neighbours = above.entry.is_some() && above.entry.map(|at| at + 1) == below.entry;
            let as_before = neighbours && old(above) == Some(above.text.as_str()) && old(below) == Some(below.text.as_str());
            let was_comment = old(above).is_some_and(ends_in_comment) && !ends_in_comment(&above.text);
            let is_safe = ends_in_comment(&above.text) && !matches!(above.kind, BlockKind::Unit(_));
            // Fluent goes on with a text at a brace or a lone carriage return, even after blank lines.
            let would_join = !neighbours && !is_safe || was_comment && below.text.starts_with(['{', '\r']);
            if below.kind == BlockKind::Junk && would_join {
                let gap = std::mem::replace(&mut self.list[at - 1].gap, eol.to_owned());
                self.list.insert(at, Block { text: format!("#{eol}"), gap, kind: BlockKind::Other, entry: None });
            } else if above.gap.is_empty() && ends_in_comment(&above.text) && !as_before {
                self.list[at - 1].gap.push_str(eol);
            }
        }
    }

    /// Whether there is junk below the block at `at`.
    pub fn stands_above_junk(&self, at: usize) -> bool {
        self.list.get(at + 1).is_some_and(|below| below.kind == BlockKind::Junk)
    }

    /// Takes out the block at `at` and the blank lines after it; those at the file's end stay there, and so does one that parts
    /// the blocks around it. Returns its bytes.
    pub fn remove(&mut self, at: usize) -> String {
        let removed = self.list.remove(at);
        let is_last = at == self.list.len();
        if let Some(above) = at.checked_sub(1).map(|above| &mut self.list[above])
            && (is_last || above.gap.is_empty())
        {
            above.gap.clone_from(&removed.gap);
        }
        removed.text
    }
}

fn ends_in_comment(text: &str) -> bool {
    text.lines().next_back().is_some_and(|line| line.starts_with('#'))
}

fn block(text: &str, nth: usize, entry: &Entry, next: usize) -> Block {
    let Span { start, end } = entry.span.clone();
    let kind = match &entry.kind {
        EntryKind::Unit(unit) => BlockKind::Unit(unit.id.clone()),
        EntryKind::Group(title) => BlockKind::Group(title.clone()),
        EntryKind::Header(header) => BlockKind::Header(header.clone()),
        EntryKind::Junk => BlockKind::Junk,
        EntryKind::Comment | EntryKind::Term(_) => BlockKind::Other,
    };
    Block { text: text[start..end].to_owned(), gap: text[end..next].to_owned(), kind, entry: Some(nth) }
}
