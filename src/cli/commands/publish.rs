//! `tarjuman publish`

use std::io::{self, Write};

use tarjuman::workflow::{HeldBack, Outcome, PublishOptions, PublishReport, PublishRow};

use crate::cli::args::PublishArguments;
use crate::cli::render::{Style, json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Publishes, and says what went out, what was held back and why.
pub fn run(arguments: PublishArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = PublishOptions {
        articles: arguments.articles,
        locales: arguments.locale,
        target: arguments.to.into(),
        out: arguments.out,
        only_outdated: arguments.only_outdated,
        again: arguments.again,
        revision: arguments.revision,
        now: arguments.now,
        draft: arguments.draft,
        dry_run: arguments.dry_run || arguments.plan || arguments.check,
    };
    let report = console.project()?.publish(&options)?;
    if console.json() {
        json::write(&mut console.out, "publish", &report)?;
    } else {
        let style = console.style;
        if arguments.plan {
            write_plan(&mut console.out, &report, &style)?;
        } else {
            write_report(&mut console.out, &report, &options, &style)?;
        }
        console.write_findings(&report.diagnostics)?;
    }
    let held_back = report.rows.iter().any(|row| row.outcome == Outcome::HeldBack);
    let due = arguments.check && !(report.written.is_empty() && report.removed.is_empty());
    Ok(Verdict::findings_if(held_back || due || text::count_as_findings(&report.diagnostics)))
}

/// The rows as a table: what would become of each article in each language.
fn write_plan(out: &mut dyn Write, report: &PublishReport, style: &Style) -> io::Result<()> {
    let mut rows = vec![["ARTICLE", "LOCALE", "PLAN", "REVISION", "WHY"].map(str::to_owned).to_vec()];
    for row in &report.rows {
        let plan = match (row.outcome, row.earlier_stays_out) {
            (Outcome::Published, _) => "goes out",
            (Outcome::Unchanged, _) => "unchanged",
            (Outcome::HeldBack | Outcome::Waiting, true) => "earlier stays out",
            (Outcome::HeldBack, false) => "held back",
            (Outcome::Waiting, false) => "waits",
            (Outcome::Withdrawn, _) => "withdrawn",
            (Outcome::RolledBack, _) => "taken back",
        };
        let revision = row.revision.map(|revision| revision.to_string());
        rows.push(vec![
            safe(&row.article).into_owned(),
            row.locale.to_string(),
            plan.to_owned(),
            revision.unwrap_or_else(|| "-".to_owned()),
            why(row),
        ]);
    }
    match rows.len() {
        1 => writeln!(out, "nothing to publish")?,
        _ => text::write_table(out, &rows, style)?,
    }
    let (written, removed) = (plural(report.written.len(), "file"), plural(report.removed.len(), "file"));
    writeln!(out, "would write {written} and remove {removed}")?;
    text::write_unsynced(out, report.unsynced)
}

/// The reasons of a row in one line.
fn why(row: &PublishRow) -> String {
    let mut why = remarks(row);
    let mut reasons: Vec<&str> = row.held_back.iter().map(|held| held.reason.as_str()).collect();
    reasons.dedup();
    match (reasons.as_slice(), row.held_back.as_slice()) {
        ([], _) => {}
        ([reason, ..], [only]) if only.unit.is_empty() => why.insert(0, safe(reason).into_owned()),
        ([reason], [first, more @ ..]) => {
            let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
            why.insert(0, format!("{}{more}: {}", safe(&first.unit), safe(reason)));
        }
        (_, held) => why.insert(0, format!("{} hold it back", plural(held.len(), "unit"))),
    }
    why.join("; ")
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
    for (outcome, words) in
        [(Outcome::Waiting, "waiting"), (Outcome::Withdrawn, "withdrawn"), (Outcome::RolledBack, "taken back")]
    {
        match count(outcome) {
            0 => {}
            number => writeln!(out, "{number} {words}")?,
        }
    }
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
        Outcome::Waiting => style.yellow("waits"),
        Outcome::Withdrawn => style.yellow("withdrawn; publish it with --again"),
        Outcome::RolledBack => style.yellow("taken back; publish it with --again"),
    };
    let mut remarks = remarks(row);
    if row.earlier_stays_out && row.outcome != Outcome::RolledBack {
        remarks.insert(0, "an earlier version stays out".to_owned());
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

/// What is not as one would wish of what goes out.
fn remarks(row: &PublishRow) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(worst) = row.stale.iter().map(|stale| stale.grade).max() {
        remarks.push(format!("carries {} whose source has changed (worst: {worst})", plural(row.stale.len(), "text")));
    }
    if !row.fallback.is_empty() {
        remarks.push(format!("{} in the source language", plural(row.fallback.len(), "unit")));
    }
    if !row.omitted.is_empty() {
        remarks.push(format!("{} left out", plural(row.omitted.len(), "unit")));
    }
    remarks
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
