//! Text that several commands share: findings, failures, tables, word diffs.

use std::error::Error as _;
use std::io::{self, Write};

use tarjuman::base::{Diagnostic, Severity};
use tarjuman::project::OpenError;
use tarjuman::workflow::{Error, WordChange};

use super::style::{Style, safe};
use crate::cli::run::Failure;

/// How many notes are printed; they are many in articles with raw HTML, and none needs an answer at once.
const NOTES_SHOWN: usize = 3;

/// Writes findings, each with its place and a way to mend it.
pub fn write_diagnostics(out: &mut dyn Write, diagnostics: &[Diagnostic], style: &Style) -> io::Result<()> {
    let (notes, rest): (Vec<_>, Vec<_>) = diagnostics.iter().partition(|diagnostic| diagnostic.severity == Severity::Note);
    let more = notes.len().saturating_sub(NOTES_SHOWN);
    for diagnostic in rest.into_iter().chain(notes.into_iter().take(NOTES_SHOWN)) {
        let word = match diagnostic.severity {
            Severity::Error => style.red("error"),
            Severity::Warning => style.yellow("warning"),
            Severity::Note => style.dim("note"),
        };
        writeln!(out, "{word}[{}]: {}", diagnostic.code, safe(&diagnostic.message))?;
        let place = &diagnostic.place;
        match (place.path.as_str(), place.line, place.column) {
            ("", ..) => {}
            (path, 0, _) => writeln!(out, "  --> {}", safe(path))?,
            (path, line, 0) => writeln!(out, "  --> {}:{line}", safe(path))?,
            (path, line, column) => writeln!(out, "  --> {}:{line}:{column}", safe(path))?,
        }
        if !diagnostic.help.is_empty() {
            writeln!(out, "help: {}", safe(&diagnostic.help))?;
        }
    }
    if more > 0 {
        writeln!(out, "{}; `--format json` lists them all", super::plural(more, "more note"))?;
    }
    Ok(())
}

/// Whether findings make the exit code 1.
pub fn count_as_findings(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity >= Severity::Warning)
}

/// Writes why a command could not be carried out: what, because of what, and what to do.
pub fn write_failure(out: &mut dyn Write, failure: &Failure, style: &Style) -> io::Result<()> {
    let error = match failure {
        Failure::Workflow(Error::Open(OpenError::Config(found))) => return write_diagnostics(out, found, style),
        Failure::Workflow(error) | Failure::Driver(error) => error,
        Failure::Usage(message) => return writeln!(out, "{}: {}", style.red("error"), safe(message)),
        Failure::Output(error) => return writeln!(out, "{}: cannot write the result: {error}", style.red("error")),
    };
    let mut message = safe(&error.to_string()).into_owned();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !message.contains(&cause_text) {
            message.push_str(": ");
            message.push_str(&safe(&cause_text));
        }
        source = cause.source();
    }
    writeln!(out, "{}: {message}", style.red("error"))?;
    if let Some(help) = error.help() {
        writeln!(out, "help: {}", safe(&help))?;
    }
    Ok(())
}

/// A word diff on one line: colours, or `[-old-]{+new+}` without them.
pub fn word_diff(words: &[WordChange], style: &Style) -> String {
    let mut line = String::new();
    for change in words {
        let text = safe(&change.text);
        match (change.op, style.color) {
            ("delete", true) => line.push_str(&style.red(&text)),
            ("insert", true) => line.push_str(&style.green(&text)),
            ("delete", false) => line.push_str(&format!("[-{text}-]")),
            ("insert", false) => line.push_str(&format!("{{+{text}+}}")),
            _ => line.push_str(&text),
        }
    }
    line
}

/// Rows as columns of equal width; the first row is the heading. Numbers are not recognised: all columns are left-aligned.
pub fn write_table(out: &mut dyn Write, rows: &[Vec<String>], style: &Style) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        let line = cells.join("  ");
        let line = line.trim_end();
        if at == 0 { writeln!(out, "{}", style.bold(line))? } else { writeln!(out, "{line}")? }
    }
    Ok(())
}

/// Says how many source edits no sync has carried to the catalogs yet, if there are any.
pub fn write_unsynced(out: &mut dyn Write, unsynced: usize) -> io::Result<()> {
    if unsynced > 0 {
        writeln!(out, "not yet synced: {}; run `tarjuman sync`", super::plural(unsynced, "edit"))?;
    }
    Ok(())
}
