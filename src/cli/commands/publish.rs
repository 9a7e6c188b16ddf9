//! `tarjuman publish`

use std::io::{self, Write};

use tarjuman::workflow::{HeldBack, Outcome, PublishOptions, PublishReport, PublishRow, Target};

use crate::cli::args::{PublishArguments, TargetArgument};
use crate::cli::render::{Style, json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Publishes, and says what went out, what was held back and why.
pub fn run(arguments: PublishArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let target = match arguments.to {
        TargetArgument::Site => Target::Site,
        TargetArgument::Markdown => Target::Markdown,
        TargetArgument::Json => Target::Json,
        TargetArgument::Text => Target::Text,
    };
    let options = PublishOptions {
        articles: arguments.articles,
        locales: arguments.locale,
        target,
        out: arguments.out,
        draft: arguments.draft,
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.publish(&options)?;
    if console.json() {
        json::write(&mut console.out, "publish", &report)?;
    } else {
        write_report(&mut console.out, &report, &options, &console.style)?;
        console.write_findings(&report.diagnostics)?;
    }
    let held_back = report.rows.iter().any(|row| row.outcome == Outcome::HeldBack);
    Ok(Verdict::findings_if(held_back || text::count_as_findings(&report.diagnostics)))
}

fn write_report(out: &mut dyn Write, report: &PublishReport, options: &PublishOptions, style: &Style) -> io::Result<()> {
    let mut article = "";
    for row in &report.rows {
        if article != row.article {
            writeln!(out, "{}", style.bold(&safe(&row.article)))?;
            article = &row.article;
        }
        write_row(out, row, style)?;
    }
    let count = |outcome: Outcome| report.rows.iter().filter(|row| row.outcome == outcome).count();
    let verb = if options.dry_run { "would write to" } else { "written to" };
    writeln!(
        out,
        "{} out ({} unchanged), {} held back; {verb} {}",
        count(Outcome::Published) + count(Outcome::Unchanged),
        count(Outcome::Unchanged),
        count(Outcome::HeldBack),
        safe(&report.out),
    )?;
    for path in &report.removed {
        writeln!(out, "removed {}", safe(path))?;
    }
    text::write_unsynced(out, report.unsynced)
}

fn write_row(out: &mut dyn Write, row: &PublishRow, style: &Style) -> io::Result<()> {
    let outcome = match row.outcome {
        Outcome::Published => style.green("out"),
        Outcome::Unchanged => style.green("out, unchanged"),
        Outcome::HeldBack => style.red("held back"),
    };
    let mut remarks = Vec::new();
    if row.earlier_stays_out {
        remarks.push("an earlier version stays out".to_owned());
    }
    if let Some(worst) = row.stale.iter().map(|stale| stale.grade).max() {
        remarks.push(format!("carries {} whose source has changed (worst: {worst})", plural(row.stale.len(), "text")));
    }
    if !row.fallback.is_empty() {
        remarks.push(format!("{} in the source language", plural(row.fallback.len(), "unit")));
    }
    if !row.omitted.is_empty() {
        remarks.push(format!("{} left out", plural(row.omitted.len(), "unit")));
    }
    let remarks: String = remarks.iter().map(|remark| format!(" · {remark}")).collect();
    writeln!(out, "  {:<8} {outcome}{remarks}", row.locale.as_str())?;
    for stale in &row.stale {
        writeln!(out, "           {} · {}", safe(&stale.unit), stale.grade)?;
    }
    let mut by_reason: Vec<(&str, Vec<&HeldBack>)> = Vec::new();
    for held in &row.held_back {
        match by_reason.iter_mut().find(|(reason, _)| *reason == held.reason) {
            Some((_, units)) => units.push(held),
            None => by_reason.push((&held.reason, vec![held])),
        }
    }
    by_reason.iter().try_for_each(|(reason, units)| write_held_back(out, reason, units))
}

/// How many units with one reason are named.
const UNITS_NAMED: usize = 5;

fn write_held_back(out: &mut dyn Write, reason: &str, units: &[&HeldBack]) -> io::Result<()> {
    for held in units.iter().take(UNITS_NAMED) {
        write_unit(out, held)?;
    }
    match units.len().saturating_sub(UNITS_NAMED) {
        0 => Ok(()),
        more => writeln!(out, "           and {}: {}", plural(more, "more unit"), safe(reason)),
    }
}

fn write_unit(out: &mut dyn Write, held: &HeldBack) -> io::Result<()> {
    match held.unit.as_str() {
        "" => writeln!(out, "           {}", safe(&held.reason)),
        unit => writeln!(out, "           {}: {}", safe(unit), safe(&held.reason)),
    }
}
