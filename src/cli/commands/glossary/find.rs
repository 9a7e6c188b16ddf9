//! `tarjuman glossary find`

use std::io::Write;

use super::list::write_entry;
use crate::cli::args::glossary::FindTermArguments;
use crate::cli::render::{json, plural, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Finds terms in all languages.
pub fn run(arguments: FindTermArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let report = console.project()?.find_terms(&arguments.text)?;
    if console.json() {
        json::write(&mut console.out, "glossary find", &report)?;
        return Ok(Verdict::Clean);
    }
    for found in &report.found {
        let place = format!("{}:{}", safe(&found.entry.path), found.entry.line);
        writeln!(console.out, "{} · {place} · {}: {}", console.style.bold(&safe(&found.term)), found.kind, safe(&found.text))?;
        write_entry(&mut console.out, &found.entry)?;
    }
    writeln!(console.out, "{}", plural(report.found.len(), "term"))?;
    Ok(Verdict::Clean)
}
