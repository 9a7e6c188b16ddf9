//! `tarjuman confirm`

use tarjuman::workflow::ConfirmOptions;

use crate::cli::args::ConfirmArguments;
use crate::cli::commands::edited;
use crate::cli::run::{Console, Failure, Verdict};

/// Confirms translations.
pub fn run(arguments: ConfirmArguments, console: &mut Console) -> Result<Verdict, Failure> {
    if let Some(article) = arguments.addresses.iter().find(|address| address.unit.is_none() && !arguments.all) {
        let message = format!("`{article}` is a whole article: say `--all` to confirm every translated unit of it");
        return Err(Failure::Usage(message));
    }
    let options = ConfirmOptions {
        locale: arguments.locale,
        addresses: arguments.addresses,
        state: arguments.state,
        by: arguments.by,
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.confirm(&options)?;
    edited::write("confirm", &report, options.dry_run, console)
}
