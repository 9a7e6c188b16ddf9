//! Reading a ledger: header, tables, and what is left over.

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::memmem;

use super::record::{Record, VERSION};
use crate::base::{Diagnostic, LineIndex, Place, Severity, limits};
use crate::format::tables::{FieldError, Piece, Table, read_table, split, with_line_feeds};
use crate::model::{DamagedTable, Ledger, SourceRecord, TargetRecord, UnitId};

/// How many blank lines of a damaged table are tried as the place where the damage begins.
const MAX_SALVAGE_ATTEMPTS: usize = 16;

/// How many brackets may stand open at once in a piece that cannot be read, before its article is left alone.
const DEEPEST: usize = limits::NESTING;

/// A ledger, read, and what is wrong with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<L> {
    /// What could be read.
    pub ledger: L,
    /// What could not, with lines and columns; the loader adds the path.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the file holds git conflict markers: its article must not be written.
    pub conflicted: bool,
    /// Whether the file may be replaced; `false` when a newer version of the program wrote it, or it nests too deep.
    pub writable: bool,
}

/// Reads a source ledger.
pub fn read_source(text: &str) -> Read<Ledger<SourceRecord>> {
    read_ledger(text)
}

/// Reads a target ledger.
pub fn read_target(text: &str) -> Read<Ledger<TargetRecord>> {
    read_ledger(text)
}

pub(super) fn read_ledger<R: Record>(text: &str) -> Read<Ledger<R>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    // A carriage return that belongs to a text is an escape.
    let text = with_line_feeds(text);
    let mut reader = Reader {
        text: &text,
        lines: None,
        read: Read { ledger: Ledger::default(), diagnostics: Vec::new(), conflicted: false, writable: true },
    };
    reader.find_conflict_markers();
    let pieces = split(&text);
    reader.read_preamble(pieces.preamble, !pieces.tables.is_empty());
    reader.read_tables(&join_sub_tables(&text, &pieces.tables));
    reader.read
}

/// A record's piece with the unit it is headed with.
struct Headed<'t> {
    piece: Piece<'t>,
    id: Option<UnitId>,
}

/// `[id.placeables]` and the like, as other tools write them, belong to the `[id]` before them.
fn join_sub_tables<'t>(text: &'t str, pieces: &[Piece<'t>]) -> Vec<Headed<'t>> {
    let mut joined: Vec<Headed<'t>> = Vec::with_capacity(pieces.len());
    for &piece in pieces {
        if let Some(id) = piece.plain_key() {
            joined.push(Headed { piece, id: id.parse().ok() });
            continue;
        }
        let header = piece.header();
        let id = header.as_ref().and_then(|header| header.path[0].parse::<UnitId>().ok());
        let is_sub_table = header.is_some_and(|header| header.path.len() > 1);
        match joined.last_mut() {
            Some(last) if is_sub_table && id.is_some() && last.id == id => {
                last.piece.text = &text[last.piece.start..piece.start + piece.text.len()];
            }
            _ => joined.push(Headed { piece, id }),
        }
    }
    joined
}

struct Reader<'t, R> {
    text: &'t str,
    lines: Option<LineIndex<'t>>,
    read: Read<Ledger<R>>,
}

impl<'t, R: Record> Reader<'t, R> {
    fn place(&mut self, offset: usize) -> Place {
        Place::at(self.lines.get_or_insert_with(|| LineIndex::new(self.text)).position(offset))
    }

    fn find_conflict_markers(&mut self) {
        if let Some(offset) = find_conflict_marker(self.text) {
            let place = self.place(offset);
            let diagnostic = Diagnostic::new("conflict-markers", "the ledger holds git conflict markers", place);
            self.read.diagnostics.push(diagnostic.help("keep the tables of both sides, and remove the marker lines"));
            self.read.conflicted = true;
        }
    }

    /// Reads what stands before the first table: the version, and nothing else if all is well.
    fn read_preamble(&mut self, preamble: &'t str, has_tables: bool) {
        let version_line = find_version_line(preamble);
        let rest: Cow<'t, str> = match version_line {
            Some((start, end)) => {
                self.read_version(start, &preamble[start..end]);
                match (&preamble[..start], &preamble[end..]) {
                    (before, after) if before.trim().is_empty() => Cow::Borrowed(after),
                    (before, after) => Cow::Owned(format!("{before}{after}")),
                }
            }
            None => {
                if has_tables {
                    let diagnostic = Diagnostic::new("missing-version", "the ledger does not say its version", Place::default());
                    self.read.diagnostics.push(diagnostic.severity(Severity::Warning).help("begin the file with `version = 1`"));
                }
                Cow::Borrowed(preamble)
            }
        };
        let raw = rest.trim_matches('\n');
        if !raw.trim().is_empty() {
            let first = raw.lines().next().unwrap_or_default();
            let offset = preamble.find(first).unwrap_or_default();
            self.keep_headless(offset, raw);
        }
    }

    fn read_version(&mut self, offset: usize, line: &str) {
        let value = line.split_once('=').map(|(_, value)| value).unwrap_or_default();
        let number = value.split('#').next().unwrap_or_default().trim();
        let (code, message) = match number.parse::<u32>() {
            Ok(1..=VERSION) => return,
            Ok(newer) if newer > VERSION => {
                ("newer-version", format!("the ledger has version {newer}, this program reads {VERSION}"))
            }
            _ => ("unreadable-version", "the ledger's version is not a number that this program knows".to_owned()),
        };
        let help = if code == "newer-version" { "use a newer tarjuman" } else { "begin the file with `version = 1`" };
        let place = self.place(offset);
        self.read.diagnostics.push(Diagnostic::new(code, message, place).help(help));
        self.read.writable = false;
    }

    fn read_tables(&mut self, tables: &[Headed<'t>]) {
        let duplicates = find_duplicates(tables);
        for table in tables {
            let Headed { piece, id } = table;
            match id {
                None => self.keep_damaged(None, piece.start, piece.text, Some("its header names no unit")),
                Some(id) if duplicates.contains(id) => {
                    self.keep_damaged(
                        Some(id.clone()),
                        piece.start,
                        piece.text,
                        Some("there is more than one table of that name"),
                    );
                }
                Some(id) => self.read_one(*piece, id),
            }
        }
    }

    fn read_one(&mut self, piece: Piece<'t>, id: &UnitId) {
        let text = piece.text.trim_end_matches('\n');
        match read_record::<R>(text) {
            // Kept by itself, a header behind the record would begin a table of that name, and there would be two.
            Ok((_, end)) if text[end..].contains("\n[") => {
                let why = "a blank line stands in it, and a header after that";
                self.keep_damaged(Some(id.clone()), piece.start, text, Some(why));
            }
            Ok((record, end)) => {
                self.read.ledger.units.insert(id.clone(), record);
                let rest = text[end..].trim_start_matches('\n');
                if !rest.is_empty() {
                    self.keep_headless(piece.start + text.len() - rest.len(), rest);
                }
            }
            Err(error) => {
                let line = self.place(piece.start).line;
                self.report(Some(id), piece.start + error.offset, &error.message);
                self.refuse_depth(piece.start, text);
                self.read.ledger.damaged.push(DamagedTable { id: Some(id.clone()), raw: without_line_ends(text), line });
            }
        }
    }

    /// Keeps a piece that belongs to no table; comments need no report.
    fn keep_headless(&mut self, offset: usize, raw: &str) {
        let is_comment = raw.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
        self.keep_damaged(None, offset, raw, (!is_comment).then_some("it stands outside any table"));
    }

    /// Keeps `raw`, which begins at `offset`, and reports it when there is a reason to.
    fn keep_damaged(&mut self, id: Option<UnitId>, offset: usize, raw: &str, why: Option<&str>) {
        let line = self.place(offset).line;
        if let Some(why) = why {
            self.report(id.as_ref(), offset, why);
        }
        self.refuse_depth(offset, raw);
        self.read.ledger.damaged.push(DamagedTable { id, raw: without_line_ends(raw), line });
    }

    /// A piece that cannot be read and nests deeper than anybody writes is no slip: the ledger's article is left alone.
    fn refuse_depth(&mut self, offset: usize, raw: &str) {
        let mut open = 0usize;
        let deep = raw.bytes().any(|byte| {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            open > DEEPEST
        });
        if deep {
            let message = format!("values are nested more than {DEEPEST} deep");
            let diagnostic = Diagnostic::new("nesting-too-deep", message, self.place(offset));
            self.read.diagnostics.push(diagnostic.help("remove them, or restore the ledger from git"));
            self.read.writable = false;
        }
    }

    fn report(&mut self, id: Option<&UnitId>, offset: usize, why: &str) {
        let place = self.place(offset);
        let diagnostic = match id {
            Some(id) => Diagnostic::new("damaged-table", format!("the record of `{id}` cannot be read: {why}"), place)
                .unit(id.as_str())
                .help("restore the table from git, or remove it and confirm the translation"),
            None => Diagnostic::new("damaged-table", format!("a piece of the ledger cannot be read: {why}"), place)
                .help("remove it, or restore the table that it belongs to from git"),
        };
        self.read.diagnostics.push(diagnostic);
    }
}

/// A damaged piece without its last line ends: one line feed is written after it, and a carriage return before that is no more.
fn without_line_ends(raw: &str) -> String {
    raw.trim_end_matches(['\n', '\r']).to_owned()
}

/// Reads a record, and gives the end of the table. We write no blank line into a table, so what stands after one, unless
/// it is in a string, is another table whose header is lost: its fields must not become this unit's.
fn read_record<R: Record>(text: &str) -> Result<(R, usize), FieldError> {
    let read_up_to = |end: usize| R::read(read_table(&text[..end], 1)?).map(|record| (record, end));
    let whole = match read_table(text, 1) {
        Ok(Table { blank_line: Some(end), .. }) => return read_up_to(end),
        Ok(table) => R::read(table).map(|record| (record, text.len())),
        Err(error) => Err(error),
    };
    whole.or_else(|error| {
        let breaks = text.match_indices("\n\n").map(|(at, _)| at + 1).take(MAX_SALVAGE_ATTEMPTS);
        breaks.filter_map(|end| read_up_to(end).ok()).next().ok_or(error)
    })
}

/// The bytes of the line `version = …` in `preamble`, its line end included.
fn find_version_line(preamble: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    for line in preamble.split_inclusive('\n') {
        let rest = line.strip_prefix("version").map(|rest| rest.trim_start_matches([' ', '\t']));
        if rest.is_some_and(|rest| rest.starts_with('=')) {
            return Some((start, start + line.len()));
        }
        start += line.len();
    }
    None
}

/// The offset of the first line that git wrote to mark a conflict; our own strings have no line that begins so.
fn find_conflict_marker(text: &str) -> Option<usize> {
    let is_marker = |at: usize, marker: &str| {
        let at_line_start = at == 0 || text.as_bytes()[at - 1] == b'\n';
        at_line_start && matches!(text.as_bytes().get(at + marker.len()), None | Some(b' ' | b'\n'))
    };
    let first = |marker: &str| memmem::find_iter(text.as_bytes(), marker).find(|&at| is_marker(at, marker));
    first("<<<<<<<").into_iter().chain(first(">>>>>>>")).min()
}

fn find_duplicates(tables: &[Headed<'_>]) -> BTreeSet<UnitId> {
    let mut ids: Vec<&UnitId> = tables.iter().filter_map(|table| table.id.as_ref()).collect();
    if ids.is_sorted_by(|one, next| one < next) {
        return BTreeSet::new();
    }
    ids.sort_unstable();
    ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect()
}
