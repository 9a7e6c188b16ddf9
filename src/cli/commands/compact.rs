//! `tarjuman compact`

use std::io::Write;

use crate::cli::args::CompactArguments;
use crate::cli::render::{json, plural, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Drops what no ledger mentions.
pub fn run(arguments: CompactArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let report = console.project()?.compact(&arguments.articles, arguments.dry_run)?;
    if console.json() {
        json::write(&mut console.out, "compact", &report)?;
    } else {
        let verb = if arguments.dry_run { "would drop" } else { "dropped" };
        writeln!(
            console.out,
            "{verb} {} and {} from {}",
            plural(report.texts, "earlier text"),
            plural(report.units, "obsolete unit"),
            plural(report.written.len(), "ledger"),
        )?;
        for article in &report.skipped {
            writeln!(console.out, "skipped {}: run `tarjuman sync` first", safe(article))?;
        }
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(!report.skipped.is_empty()))
}
