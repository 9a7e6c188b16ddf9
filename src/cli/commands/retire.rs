//! `tarjuman retire`

use std::io::Write;

use crate::cli::args::RetireArguments;
use crate::cli::render::{json, plural, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Retires an article.
pub fn run(arguments: RetireArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let report = console.project()?.retire(&arguments.article, arguments.dry_run)?;
    if console.json() {
        json::write(&mut console.out, "retire", &report)?;
        return Ok(Verdict::Clean);
    }
    let verb = if arguments.dry_run { "would retire" } else { "retired" };
    writeln!(
        console.out,
        "{verb} {}: {}; the translations wait in the ledgers",
        safe(&report.article),
        plural(report.units, "unit")
    )?;
    for path in &report.removed {
        let verb = if arguments.dry_run { "would remove" } else { "removed" };
        writeln!(console.out, "{verb} {}", safe(path))?;
    }
    Ok(Verdict::Clean)
}
