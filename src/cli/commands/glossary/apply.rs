//! `tarjuman glossary apply`

use std::io::Write;

use tarjuman::workflow::glossary::{ApplyOptions, Replacement};

use crate::cli::args::glossary::ApplyArguments;
use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Replaces old renderings of a term.
pub fn run(arguments: ApplyArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let dry_run = arguments.dry_run;
    let options = ApplyOptions {
        term: arguments.term,
        locales: arguments.locale,
        from: arguments.from,
        replacement: if arguments.reference { Replacement::Reference } else { Replacement::Text },
        dry_run,
    };
    let report = console.project()?.apply_term(&options)?;
    let verdict = Verdict::findings_if(!report.left.is_empty() || text::count_as_findings(&report.diagnostics));
    if console.json() {
        json::write(&mut console.out, "glossary apply", &report)?;
        return Ok(verdict);
    }
    for done in &report.applied {
        let place = format!("{}:{}:{}", safe(&done.path), done.line, done.column);
        writeln!(console.out, "{place} · {} → {}", safe(&done.from), safe(&done.to))?;
    }
    for left in &report.left {
        let place = format!("{}:{}:{}", safe(&left.path), left.line, left.column);
        let text = if left.text.is_empty() { String::new() } else { format!(" · {}", safe(&left.text)) };
        writeln!(console.out, "{} {place}{text}: {}", console.style.yellow("left"), safe(&left.why))?;
    }
    let (replaced, wrote) = if dry_run { ("would replace", "would write") } else { ("replaced", "wrote") };
    writeln!(
        console.out,
        "{replaced} {}, left {}; {wrote} {}",
        plural(report.applied.len(), "rendering"),
        report.left.len(),
        plural(report.written.len(), "file")
    )?;
    console.write_findings(&report.diagnostics)?;
    Ok(verdict)
}
