//! `tarjuman verdict`

use tarjuman::workflow::VerdictOptions;

use crate::cli::args::VerdictArguments;
use crate::cli::commands::edited;
use crate::cli::run::{Console, Failure, Verdict};

/// Records the author's verdict.
pub fn run(arguments: VerdictArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = VerdictOptions {
        addresses: arguments.addresses,
        impact: arguments.impact,
        from: arguments.from,
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.verdict(&options)?;
    edited::write("verdict", &report, options.dry_run, console)
}
