//! `tarjuman find`

use std::io::Write;

use tarjuman::workflow::FindOptions;

use crate::cli::args::FindArguments;
use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Finds a text in all locales.
pub fn run(arguments: FindArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = FindOptions { text: arguments.text, locales: arguments.locale, articles: arguments.articles };
    let report = console.project()?.find(&options)?;
    if console.json() {
        json::write(&mut console.out, "find", &report)?;
    } else {
        for found in &report.found {
            let address = format!("{}#{}", safe(&found.article), safe(&found.unit));
            writeln!(console.out, "{} · {}", console.style.bold(&address), safe(&found.path))?;
            for line in found.source.iter().flatten() {
                writeln!(console.out, "  {:<7} {}", "source", safe(line))?;
            }
            for line in &found.lines {
                writeln!(console.out, "  {:<7} {}", found.locale.as_str(), safe(line))?;
            }
        }
        writeln!(console.out, "{}", plural(report.found.len(), "unit"))?;
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(text::count_as_findings(&report.diagnostics)))
}
