//! `tarjuman glossary check`

use tarjuman::base::Severity;
use tarjuman::workflow::CheckOptions;

use crate::cli::args::glossary::CheckGlossaryArguments;
use crate::cli::commands::check;
use crate::cli::render::text;
use crate::cli::run::{Console, Failure, Verdict};

/// Runs the rules over the glossaries alone.
pub fn run(arguments: CheckGlossaryArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = CheckOptions { locales: arguments.locale, ..CheckOptions::default() };
    let report = console.project()?.check_glossary(&options)?;
    check::show(&report, "glossary check", console)?;
    let found = report.counts.from(Severity::Warning) > 0 || text::count_as_findings(&report.diagnostics);
    Ok(Verdict::findings_if(found))
}
