//! `tarjuman history` and `tarjuman restore`

use std::io::{self, Write};

use tarjuman::workflow::{HistoryReport, LocaleHistory, RestoreOptions};

use crate::cli::args::{HistoryArguments, RestoreArguments};
use crate::cli::commands::edited;
use crate::cli::render::{Style, json, plural, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Shows every text that a unit and its translations have had.
pub fn history(arguments: HistoryArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let report = console.project()?.history(&arguments.unit, &arguments.locale, !arguments.no_git)?;
    if console.json() {
        json::write(&mut console.out, "history", &report)?;
    } else {
        let style = console.style;
        write_report(&mut console.out, &report, &style)?;
    }
    Ok(Verdict::Clean)
}

/// Brings an earlier translation back.
pub fn restore(arguments: RestoreArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = RestoreOptions {
        locale: arguments.locale,
        address: arguments.unit,
        text: arguments.text,
        git: !arguments.no_git,
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.restore(&options)?;
    edited::write("restore", &report, options.dry_run, console)
}

fn write_report(out: &mut dyn Write, report: &HistoryReport, style: &Style) -> io::Result<()> {
    writeln!(out, "{}", style.bold(&safe(&format!("{}#{}", report.article, report.unit))))?;
    writeln!(out, "  source")?;
    for version in &report.source {
        let when = if version.today { "today " } else { "before" };
        writeln!(out, "    {when}  revision {} ({}): {}", version.revision, version.fingerprint, safe(&version.text))?;
    }
    report.locales.iter().try_for_each(|locale| write_locale(out, locale))
}

fn write_locale(out: &mut dyn Write, history: &LocaleHistory) -> io::Result<()> {
    writeln!(out, "  {}", history.locale)?;
    if history.texts.is_empty() {
        writeln!(out, "    no translation has been found")?;
    }
    for version in &history.texts {
        let when = if version.today { "today " } else { "before" };
        let renders =
            version.renders.map_or("of an unknown source text".to_owned(), |revision| format!("of revision {revision}"));
        let text: Vec<String> = version.lines.iter().map(|line| safe(line).into_owned()).collect();
        writeln!(out, "    {when}  {} {renders}: {}", version.fingerprint, text.join(" / "))?;
        if !version.found.is_empty() && !version.today {
            writeln!(out, "            in {}", safe(&found(&version.found)))?;
        }
        if !version.restore.is_empty() {
            writeln!(out, "            {}", safe(&version.restore))?;
        }
    }
    if !history.lost.is_empty() {
        writeln!(
            out,
            "    {} recorded in the ledger, with the text nowhere to be found",
            plural(history.lost.len(), "translation")
        )?;
    }
    Ok(())
}

/// The first places a text was found in, and how many more there are.
fn found(places: &[String]) -> String {
    const NAMED: usize = 2;
    let mut named = places.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if places.len() > NAMED {
        named.push_str(&format!(" and {} more", places.len() - NAMED));
    }
    named
}
