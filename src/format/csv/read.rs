//! Reads a glossary from a table: our own, one row for each text, or one with a column for each language.

use std::collections::HashMap;

use crate::base::{Diagnostic, Locale, Place, Severity};
use crate::model::{ForeignConcept, TermEntry, TermForm};

use super::cell::unguard;
use super::table::{Record, read_records};
use super::write::HEAD;

/// What a table says.
#[derive(Debug, Clone, Default)]
pub struct ReadCsv {
    /// Its concepts, in its order.
    pub concepts: Vec<ForeignConcept>,
    /// Whether it was written by this program, so that its first column holds names of terms.
    pub own: bool,
    /// What is wrong with it. An error says that nothing in it can be used.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a table, UTF-8 with or without a byte order mark.
pub fn read_csv(bytes: &[u8]) -> ReadCsv {
    let broken = |message: &str, line| ReadCsv {
        diagnostics: vec![problem(message.to_owned(), line, Severity::Error)],
        ..ReadCsv::default()
    };
    let Ok(text) = std::str::from_utf8(bytes) else { return broken("not UTF-8: save the table as `CSV UTF-8`", 1) };
    let records = match read_records(text) {
        Ok(records) => records,
        Err(line) => return broken("a cell begins with a quotation mark here and never ends", line),
    };
    let Some((head, rows)) = records.split_first() else { return broken("the table is empty", 1) };
    let names: Vec<String> = head.cells.iter().map(|cell| unguard(cell).trim().to_owned()).collect();
    if names.iter().map(String::as_str).take(HEAD.len()).eq(HEAD) {
        return read_own(rows);
    }
    read_wide(&names, rows).unwrap_or_else(|| {
        let message =
            "the first row names neither the columns `term,locale,field,variant,text` nor languages such as `en` and `fr`";
        broken(message, head.line)
    })
}

fn problem(message: String, line: usize, severity: Severity) -> Diagnostic {
    Diagnostic::new("exchange", message, Place { line, ..Place::default() }).severity(severity)
}

fn read_own(rows: &[Record]) -> ReadCsv {
    let mut read = ReadCsv { own: true, ..ReadCsv::default() };
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| unguard(cell));
        let (name, locale, field) = (cell(0).trim(), cell(1).trim(), cell(2).trim());
        let at = *by_name.entry(name.to_owned()).or_insert_with(|| {
            let id = (!name.is_empty()).then(|| name.to_owned());
            read.concepts.push(ForeignConcept { id, entries: Vec::new(), line: row.line });
            read.concepts.len() - 1
        });
        let entries = &mut read.concepts[at].entries;
        let own = entries.iter().position(|(tag, _)| tag == locale).unwrap_or_else(|| {
            entries.push((locale.to_owned(), TermEntry::default()));
            entries.len() - 1
        });
        if !add(&mut entries[own].1, (field, cell(3)), cell(4)) {
            let message = format!("`{field}` with `{}` says nothing; the row is left out", cell(3));
            read.diagnostics.push(problem(message, row.line, Severity::Warning));
        }
    }
    read
}

/// Adds a row to an entry; false when it says nothing.
fn add(entry: &mut TermEntry, (field, variant): (&str, &str), text: &str) -> bool {
    match (field, entry.attribute_mut(field)) {
        (_, Some(values)) => values.push(text.to_owned()),
        ("form" | "", _) => {
            let bare = variant.trim().strip_prefix('*').unwrap_or(variant.trim());
            let Some(keys) = TermForm::read_variant(bare) else { return false };
            let default = variant.trim().starts_with('*') || keys.is_empty();
            entry.forms.push(TermForm { keys, default, text: text.to_owned() });
        }
        ("comment", _) => entry.comments.push(text.to_owned()),
        ("pattern", _) => entry.pattern = Some(text.to_owned()),
        _ => return false,
    }
    true
}

/// What a column of a table with languages holds.
enum Column {
    Id,
    Locale(String),
    Attribute(&'static str),
    Comment,
    Unknown,
}

/// A table with a column for each language; `None` when it has none.
fn read_wide(names: &[String], rows: &[Record]) -> Option<ReadCsv> {
    let column = |name: &String| match name.to_lowercase().as_str() {
        "id" | "term" | "key" | "name" | "concept" => Column::Id,
        "definition" | "description" => Column::Attribute("definition"),
        "comment" | "comments" | "note" | "notes" => Column::Comment,
        _ => match name.replace('_', "-").parse::<Locale>() {
            // Words of five letters and more are headings, though they could be tags.
            Ok(_) if name.split(['-', '_']).next().is_some_and(|first| first.len() <= 3) => {
                Column::Locale(name.replace('_', "-"))
            }
            _ => Column::Unknown,
        },
    };
    let columns: Vec<Column> = names.iter().map(column).collect();
    if !columns.iter().any(|column| matches!(column, Column::Locale(_))) {
        return None;
    }
    let mut read = ReadCsv::default();
    let unknown: Vec<&str> = names
        .iter()
        .zip(&columns)
        .filter(|(_, column)| matches!(column, Column::Unknown))
        .map(|(name, _)| name.as_str())
        .collect();
    if !unknown.is_empty() {
        read.diagnostics.push(problem(format!("columns that are not kept: {}", unknown.join(", ")), 1, Severity::Note));
    }
    let mut lines: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let mut concept = ForeignConcept { line: row.line, ..ForeignConcept::default() };
        let mut first = TermEntry::default();
        for (column, cell) in columns.iter().zip(&row.cells) {
            let cell = unguard(cell).trim();
            match column {
                _ if cell.is_empty() => {}
                Column::Id => concept.id = Some(cell.to_owned()),
                Column::Locale(tag) => concept.entries.push((tag.clone(), TermEntry::of_text(cell))),
                Column::Attribute(name) => first.attribute_mut(name).into_iter().for_each(|values| values.push(cell.to_owned())),
                Column::Comment => first.comments.push(cell.to_owned()),
                Column::Unknown => {}
            }
        }
        if let Some((_, entry)) = concept.entries.first_mut() {
            entry.definition = first.definition;
            entry.comments = first.comments;
        }
        let earlier = concept.id.as_ref().and_then(|id| lines.insert(id.clone(), row.line).map(|earlier| (id, earlier)));
        if let Some((id, earlier)) = earlier {
            let message = format!("the term `{id}` stands in line {earlier} already; this row is left out");
            read.diagnostics.push(problem(message, row.line, Severity::Warning));
            continue;
        }
        read.concepts.push(concept);
    }
    Some(read)
}
