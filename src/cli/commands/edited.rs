//! What `set`, `confirm`, `reject` and `verdict` print: how the units stand now.

use std::io::Write;

use tarjuman::model::Freshness;
use tarjuman::workflow::EditReport;

use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Prints the outcome of a verb that speaks of single units.
pub fn write(command: &str, report: &EditReport, dry_run: bool, console: &mut Console) -> Result<Verdict, Failure> {
    if console.json() {
        json::write(&mut console.out, command, report)?;
    } else {
        for unit in &report.units {
            let grade = unit.grade.filter(|_| unit.freshness == Freshness::Stale).map(|grade| format!(" ({grade})"));
            let address = format!("{}#{}", safe(&unit.article), safe(&unit.unit));
            writeln!(
                console.out,
                "{:<8} {address} · {}{} · {}",
                unit.locale.as_str(),
                unit.freshness,
                grade.unwrap_or_default(),
                unit.state
            )?;
        }
        let verb = if dry_run { "would write" } else { "wrote" };
        match report.written.len() {
            0 => writeln!(console.out, "nothing to write: it said so already")?,
            files => writeln!(console.out, "{verb} {}", plural(files, "file"))?,
        }
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(text::count_as_findings(&report.diagnostics)))
}
