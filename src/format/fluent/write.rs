//! Rewrites a catalog in place, entry by entry: what need not change keeps its bytes, and no existing message is moved.

use std::collections::{HashMap, HashSet};

use crate::base::{Diagnostic, Place};
use crate::model::UnitId;

use super::blocks::{BlockKind, Blocks};
use super::catalog::{Catalog, EntryKind, Eol, Translation, UnitEntry};
use super::entry;
use super::layout::CURRENT_INDENT;
use super::notes::Note;
use super::read::{read, read_message};

/// What a catalog shall hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Desired {
    /// The file's first line, without `### `.
    pub header: String,
    /// Groups and units in source order; a group stands directly before its heading's unit.
    pub items: Vec<Item>,
    /// Units whose entries leave the file; their bytes are handed back.
    pub remove: Vec<UnitId>,
    /// Titles of groups that the tool has written at some time: such groups go unless `items` has them.
    pub known_titles: Vec<String>,
}

/// One thing that a catalog shall hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A `##` group comment above the heading unit that follows in the list.
    Group {
        /// Its text, on one line.
        title: String,
        /// What it may have said before.
        earlier_titles: Vec<String>,
    },
    /// A unit.
    Unit(UnitView),
}

/// How a unit shall look.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitView {
    /// The unit.
    pub id: UnitId,
    /// The notes above it, in order, without `[todo]`.
    pub notes: Vec<Note>,
    /// Its text.
    pub body: Body,
    /// The bytes of an entry to bring back if the unit has none.
    pub restore: Option<String>,
    /// Note lines (what follows `# `) that the tool would have written at some time for this unit: they may be replaced. Any other
    /// note line that is not wanted becomes a plain comment.
    pub known_notes: Vec<String>,
}

impl UnitView {
    /// Whether `line` is a note that the tool writes or would have written.
    pub(super) fn wrote(&self, line: &str) -> bool {
        self.notes.iter().any(|note| note.line().trim_end() == line)
            || self.known_notes.iter().any(|known| known.trim_end() == line)
    }
}

/// What a unit's text shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// None yet: a `[todo]` note. A text that stands in the file is kept all the same.
    Todo,
    /// What stands in the file.
    Keep {
        /// Spaces before the lines of its value: 4 for a current text, 8 or more for a stale one.
        indent: usize,
    },
    /// These lines of Fluent pattern syntax.
    Lines {
        /// The lines, without indentation.
        lines: Vec<String>,
        /// Spaces before each.
        indent: usize,
    },
}

/// A catalog's new text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rewritten {
    /// The whole file.
    pub text: String,
    /// Entries that left it: each unit's bytes, without blank lines after them.
    pub removed: Vec<(UnitId, String)>,
    /// Why the file was left alone, or an entry could not be given its text.
    pub diagnostics: Vec<Diagnostic>,
}

/// The catalog as `desired` wants it. A file with conflict markers is left alone.
///
/// The result is read again before it is returned: if a text that was to be kept has changed, the file is left alone and a
/// diagnostic `rewrite-refused` says so.
pub fn rewrite(catalog: &Catalog, desired: &Desired) -> Rewritten {
    if catalog.conflicted {
        return Rewritten { text: catalog.text.clone(), ..Rewritten::default() };
    }
    let mut writer = Writer::new(catalog, desired);
    writer.write_header();
    writer.rewrite_entries();
    writer.remove_units();
    writer.insert_units();
    writer.write_groups();
    writer.blocks.part(&catalog.text, &catalog.entries);
    let text = writer.blocks.text();
    if text == catalog.text {
        return Rewritten { text, removed: writer.removed, diagnostics: writer.diagnostics };
    }
    if text == catalog.text {
        return Rewritten { text, removed: writer.removed, diagnostics: writer.diagnostics };
    }
    match writer.find_damage(&text) {
        None => Rewritten { text, removed: writer.removed, diagnostics: writer.diagnostics },
        Some(damage) => Rewritten { text: catalog.text.clone(), removed: Vec::new(), diagnostics: vec![damage] },
    }
}

/// The text of a catalog that does not exist yet.
pub fn fresh(desired: &Desired) -> String {
    rewrite(&read(""), desired).text
}

struct Writer<'c> {
    catalog: &'c Catalog,
    desired: &'c Desired,
    views: HashMap<&'c UnitId, &'c UnitView>,
    blocks: Blocks,
    removed: Vec<(UnitId, String)>,
    diagnostics: Vec<Diagnostic>,
}

impl<'c> Writer<'c> {
    fn new(catalog: &'c Catalog, desired: &'c Desired) -> Self {
        let views = desired.items.iter().filter_map(|item| match item {
            Item::Unit(view) => Some((&view.id, view)),
            Item::Group { .. } => None,
        });
        let (removed, diagnostics) = (Vec::new(), Vec::new());
        Self { catalog, desired, views: views.collect(), blocks: Blocks::of(catalog), removed, diagnostics }
    }

    /// Sets the first `###` line if it is the tool's, and puts one first if it is not.
    fn write_header(&mut self) {
        let wanted = one_line(&self.desired.header);
        if wanted.is_empty() {
            return;
        }
        let eol = self.catalog.eol.as_str();
        let is_ours = |header: &str| header.split(" · ").next() == wanted.split(" · ").next();
        for block in &mut self.blocks.list {
            let BlockKind::Header(header) = &block.kind else { continue };
            let first = header.split('\n').next().unwrap_or_default();
            if first == wanted {
                return;
            }
            if is_ours(first) {
                let end = block.text.find('\n').map_or(block.text.len(), |at| at + 1);
                let line_end = if block.text[..end].ends_with('\n') { eol } else { "" };
                block.text.replace_range(..end, &format!("### {wanted}{line_end}"));
                return;
            }
        }
        self.blocks.insert(0, format!("### {wanted}{eol}"), BlockKind::Header(wanted));
    }

    fn rewrite_entries(&mut self) {
        let eol = self.catalog.eol;
        for block in &mut self.blocks.list {
            let Some(at) = block.entry else { continue };
            let entry = &self.catalog.entries[at];
            let Some(unit) = entry.as_unit() else { continue };
            let Some(view) = self.views.get(&unit.id) else { continue };
            let is_stub = self.catalog.index.get(&unit.id) != Some(&at) && unit.translation == Translation::Missing;
            let real = self.catalog.unit(&unit.id).map(|real| &real.translation);
            if is_stub && real != Some(&Translation::Unreadable) {
                block.text = entry::strip_stub(&self.catalog.text, entry, unit, view, eol);
                block.kind = BlockKind::Other;
                continue;
            }
            if is_stub {
                continue;
            }
            block.text = entry::rewrite(&self.catalog.text, entry, unit, view, eol);
            if matches!(view.body, Body::Lines { .. }) && !holds_lines(&block.text, unit, view) {
                self.diagnostics.push(not_set(unit));
            }
        }
        while let Some(empty) = self.blocks.list.iter().position(|block| block.text.is_empty()) {
            self.blocks.remove(empty);
        }
    }

    fn remove_units(&mut self) {
        for id in &self.desired.remove {
            let mut bytes = String::new();
            while let Some(at) = self.blocks.find_unit(id) {
                if !bytes.is_empty() {
                    bytes.push('\n');
                }
                bytes.push_str(&self.blocks.remove(at));
            }
            if !bytes.is_empty() {
                self.removed.push((id.clone(), bytes));
            }
        }
    }

    fn insert_units(&mut self) {
        let order: Vec<&UnitView> = self.desired.items.iter().filter_map(unit_of).collect();
        let mut present = self.blocks.units();
        let mut above: Option<&UnitId> = None;
        for (nth, view) in order.iter().enumerate() {
            if present.insert(view.id.clone()) {
                let at = match above.and_then(|id| self.last_of(id)) {
                    Some(at) => at + 1,
                    None => self.place_before(&order[nth + 1..]),
                };
                let text = self.new_entry(view);
                self.blocks.insert(at, text, BlockKind::Unit(view.id.clone()));
            }
            above = Some(&view.id);
        }
    }

    /// The last block of a unit.
    fn last_of(&self, id: &UnitId) -> Option<usize> {
        self.blocks.list.iter().rposition(|block| matches!(&block.kind, BlockKind::Unit(unit) if unit == id))
    }

    /// Before the first of `following` that is in the file (and the group above it), or at the end.
    fn place_before(&self, following: &[&UnitView]) -> usize {
        let Some(at) = following.iter().find_map(|view| self.blocks.find_unit(&view.id)) else {
            return self.blocks.list.len();
        };
        let is_group = at > 0 && matches!(self.blocks.list[at - 1].kind, BlockKind::Group(_));
        if is_group { at - 1 } else { at }
    }

    /// A new entry, or the one that left the file earlier.
    fn new_entry(&self, view: &UnitView) -> String {
        let eol = self.catalog.eol;
        let Some(restore) = &view.restore else { return entry::create(view, eol) };
        let restored = read(restore);
        let [only] = restored.entries.as_slice() else { return entry::create(view, eol) };
        match only.as_unit() {
            Some(unit) if unit.id == view.id => {
                let mut text = entry::rewrite(&restored.text, only, unit, view, eol);
                if !text.ends_with('\n') {
                    text.push_str(eol.as_str());
                }
                text
            }
            _ => entry::create(view, eol),
        }
    }

    /// Sets, adds and removes the tool's `##` comments.
    fn write_groups(&mut self) {
        let eol = self.catalog.eol.as_str();
        let mut ours: HashSet<String> = self.desired.known_titles.iter().map(|title| one_line(title)).collect();
        let mut placed: HashSet<usize> = HashSet::new();
        for pair in self.desired.items.windows(2) {
            let [Item::Group { title, earlier_titles }, Item::Unit(view)] = pair else { continue };
            let title = one_line(title);
            ours.insert(title.clone());
            ours.extend(earlier_titles.iter().map(|title| one_line(title)));
            let Some(at) = self.blocks.find_unit(&view.id) else { continue };
            let above =
                self.group_above(at, |group| *group == title || earlier_titles.iter().any(|earlier| one_line(earlier) == *group));
            let text = format!("## {title}");
            match above {
                Some(group) => {
                    let block = &mut self.blocks.list[group];
                    if block.kind != BlockKind::Group(title.clone()) {
                        block.text = format!("{}{eol}", text.trim_end());
                        block.kind = BlockKind::Group(title);
                    }
                    placed.insert(group);
                }
                None => {
                    self.blocks.insert(at, format!("{}{eol}", text.trim_end()), BlockKind::Group(title));
                    placed = placed.into_iter().map(|group| if group >= at { group + 1 } else { group }).collect();
                    placed.insert(at);
                }
            }
        }
        for at in (0..self.blocks.list.len()).rev() {
            let is_ours = matches!(&self.blocks.list[at].kind, BlockKind::Group(title) if ours.contains(title));
            if is_ours && !placed.contains(&at) && !self.blocks.stands_above_junk(at) {
                self.blocks.remove(at);
            }
        }
    }

    /// The group comment between the unit at `at` and the unit above it whose text `fits`.
    fn group_above(&self, at: usize, fits: impl Fn(&String) -> bool) -> Option<usize> {
        for above in (0..at).rev() {
            match &self.blocks.list[above].kind {
                BlockKind::Group(title) if fits(title) => return Some(above),
                BlockKind::Unit(_) => return None,
                _ => {}
            }
        }
        None
    }

    /// Compares what was to be kept with what `text` holds.
    fn find_damage(&self, text: &str) -> Option<Diagnostic> {
        let now = read(text);
        let removed: HashSet<&UnitId> = self.desired.remove.iter().collect();
        let refuse = |unit: Option<&UnitId>| {
            let message = "writing this catalog would change more than it should, so it was left as it is";
            let mut diagnostic = Diagnostic::new("rewrite-refused", message, Place::default());
            diagnostic.unit = unit.map(ToString::to_string);
            diagnostic.help("mend the entries that are reported as unreadable, then run the command again")
        };
        for unit in self.catalog.units().filter(|unit| !removed.contains(&unit.id)) {
            let is_set = self.views.get(&unit.id).is_some_and(|view| matches!(view.body, Body::Lines { .. }));
            let same = now.unit(&unit.id).is_some_and(|now| now.translation == unit.translation);
            if !is_set && !same {
                return Some(refuse(Some(&unit.id)));
            }
        }
        for view in self.views.values() {
            let is_new = self.catalog.unit(&view.id).is_none();
            let readable = now.unit(&view.id).is_some_and(|unit| unit.translation != Translation::Unreadable);
            if is_new && view.restore.is_none() && !readable {
                return Some(refuse(Some(&view.id)));
            }
        }
        let mut lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines().map(str::trim_end);
        let all_there = other_lines(self.catalog).into_iter().all(|line| lines.any(|now| now == line));
        (!all_there).then(|| refuse(None))
    }
}

/// The lines that are not blank of all terms and junk.
fn other_lines(catalog: &Catalog) -> Vec<&str> {
    let others = catalog.entries.iter().filter(|entry| matches!(entry.kind, EntryKind::Term(_) | EntryKind::Junk));
    let lines = others.flat_map(|entry| catalog.text[entry.span.clone()].lines());
    lines.map(str::trim_end).filter(|line| !line.is_empty()).collect()
}

fn unit_of(item: &Item) -> Option<&UnitView> {
    match item {
        Item::Unit(view) => Some(view),
        Item::Group { .. } => None,
    }
}

/// Whether the entry in `text` has the wanted lines for its value.
fn holds_lines(text: &str, unit: &UnitEntry, view: &UnitView) -> bool {
    let Body::Lines { lines, .. } = &view.body else { return true };
    let wanted = entry::message("x", lines, CURRENT_INDENT, Eol::Lf).and_then(|source| read_message(&source));
    match (read(text).unit(&unit.id).map(|unit| &unit.translation), wanted) {
        (Some(Translation::Text(message)), Some(wanted)) => message.value == wanted.value,
        _ => false,
    }
}

fn not_set(unit: &UnitEntry) -> Diagnostic {
    let message = format!("the text of `{}` could not be written", unit.id);
    let help = "mend the entry if it is unreadable, and check the text's braces";
    Diagnostic::new("text-not-written", message, Place::default()).unit(unit.id.as_str()).help(help)
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
