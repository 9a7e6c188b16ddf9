//! `tarjuman reject`

use tarjuman::workflow::RejectOptions;

use crate::cli::args::RejectArguments;
use crate::cli::commands::edited;
use crate::cli::run::{Console, Failure, Verdict};

/// Rejects translations.
pub fn run(arguments: RejectArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = RejectOptions {
        locale: arguments.locale,
        addresses: arguments.addresses,
        why: arguments.why,
        by: arguments.by,
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.reject(&options)?;
    edited::write("reject", &report, options.dry_run, console)
}
