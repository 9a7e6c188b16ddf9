//! `tarjuman add-locale` and `tarjuman remove-locale`

use std::io::Write;

use crate::cli::args::LocaleArguments;
use crate::cli::commands::sync;
use crate::cli::render::{json, plural, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Adds a target locale and writes its catalogs.
pub fn add(arguments: LocaleArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let change = console.project()?.add_locale(&arguments.locale, arguments.dry_run)?;
    let found = change.sync.as_ref().is_some_and(|report| text::count_as_findings(&report.diagnostics));
    let verdict = Verdict::findings_if(found);
    if console.json() {
        json::write(&mut console.out, "add-locale", &change)?;
        return Ok(verdict);
    }
    match (change.changed, arguments.dry_run) {
        (true, false) => writeln!(console.out, "added {} to tarjuman.toml", change.locale)?,
        (true, true) => writeln!(console.out, "would add {} to tarjuman.toml and write its catalogs", change.locale)?,
        (false, _) => writeln!(console.out, "{} is a target locale already", change.locale)?,
    }
    if let Some(report) = &change.sync {
        sync::write_report(&mut console.out, report, arguments.dry_run, &console.style)?;
        sync::write_next(console.talk()?, report, arguments.dry_run)?;
        console.write_findings(&report.diagnostics)?;
    }
    Ok(verdict)
}

/// Takes a target locale out; its files stay.
pub fn remove(arguments: LocaleArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let change = console.project()?.remove_locale(&arguments.locale, arguments.dry_run)?;
    if console.json() {
        json::write(&mut console.out, "remove-locale", &change)?;
        return Ok(Verdict::Clean);
    }
    let verb = if arguments.dry_run { "would take" } else { "took" };
    writeln!(console.out, "{verb} {} out of tarjuman.toml", change.locale)?;
    if !change.kept.is_empty() {
        writeln!(
            console.out,
            "its {} stay in locales/{}; delete them if you want",
            plural(change.kept.len(), "file"),
            change.locale
        )?;
    }
    Ok(Verdict::Clean)
}
