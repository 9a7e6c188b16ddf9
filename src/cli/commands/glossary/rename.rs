//! `tarjuman glossary rename`

use std::io::Write;

use crate::cli::args::glossary::RenameTermArguments;
use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Renames a term everywhere.
pub fn run(arguments: RenameTermArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let report = console.project()?.rename_term(&arguments.old, &arguments.new, arguments.dry_run)?;
    if console.json() {
        json::write(&mut console.out, "glossary rename", &report)?;
    } else {
        let (renamed, written) = if arguments.dry_run { ("would rename", "would write") } else { ("renamed", "wrote") };
        writeln!(
            console.out,
            "{renamed} -{} to -{}: defined in {}, {} followed",
            safe(&report.from),
            safe(&report.to),
            plural(report.defined.len(), "file"),
            plural(report.references, "reference"),
        )?;
        writeln!(console.out, "{written} {}", plural(report.written.len(), "file"))?;
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(text::count_as_findings(&report.diagnostics)))
}
