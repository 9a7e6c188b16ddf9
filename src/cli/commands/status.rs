//! `tarjuman status`

use std::io::{self, Write};

use tarjuman::workflow::{Address, Counts, DiffOptions, StatusOptions, StatusReport};

use crate::cli::args::StatusArguments;
use crate::cli::commands::diff;
use crate::cli::render::{Style, json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Shows how every article stands in every locale.
pub fn run(arguments: StatusArguments, console: &mut Console) -> Result<Verdict, Failure> {
    if arguments.corrections {
        return corrections(arguments, console);
    }
    let options = StatusOptions {
        articles: arguments.articles,
        locales: arguments.locale,
        grades: arguments.grade,
        states: arguments.state,
    };
    if console.html() {
        let map = console.project()?.heat_map(&options)?;
        console.out.write_all(map.html.as_bytes())?;
        console.write_findings(&map.diagnostics)?;
        return Ok(Verdict::findings_if(arguments.check && !map.is_fresh || text::count_as_findings(&map.diagnostics)));
    }
    let report = console.project()?.status(&options)?;
    if console.json() {
        json::write(&mut console.out, "status", &report)?;
    } else {
        write_report(&mut console.out, &report, &console.style)?;
        console.write_findings(&report.diagnostics)?;
    }
    let behind = arguments.check && !report.is_fresh();
    Ok(Verdict::findings_if(behind || text::count_as_findings(&report.diagnostics)))
}

/// Lists who still carries a corrected fact.
fn corrections(arguments: StatusArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let addresses = arguments.articles.into_iter().map(|article| Address { article, unit: None }).collect();
    let report = console.project()?.corrections(&DiffOptions { addresses, locales: arguments.locale })?;
    if console.json() {
        json::write(&mut console.out, "status", &report)?;
    } else {
        for carrier in &report.corrections {
            let address = format!("{}#{}", safe(&carrier.edit.article), safe(&carrier.edit.unit));
            writeln!(console.out, "{:<8} {}", carrier.locale.as_str(), console.style.bold(&address))?;
            diff::write_source(&mut console.out, &carrier.edit, "  ", &console.style)?;
            let lines = diff::shown_lines(&carrier.edit, &carrier.translation);
            let lines: Vec<_> = lines.into_iter().map(|line| safe(line)).collect();
            writeln!(console.out, "  says    {}{}", diff::touched(&carrier.edit, &carrier.translation), lines.join(" "))?;
        }
        match report.corrections.len() {
            0 => writeln!(console.out, "no translation carries a corrected fact")?,
            count => writeln!(console.out, "{} still to be corrected", plural(count, "translation"))?,
        }
        text::write_unsynced(&mut console.out, report.unsynced)?;
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(!report.corrections.is_empty() || text::count_as_findings(&report.diagnostics)))
}

fn write_report(out: &mut dyn Write, report: &StatusReport, style: &Style) -> io::Result<()> {
    let heading = ["ARTICLE", "LOCALE", "CURRENT", "STALE", "MISSING", "REVIEWED", "NOTES"];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    for row in &report.rows {
        rows.push(cells(&safe(&row.article), row.locale.as_str(), &row.counts));
    }
    if report.rows.len() > 1 {
        rows.push(cells("total", "", &report.total));
    }
    if report.rows.is_empty() {
        writeln!(out, "nothing to show")?;
    } else {
        text::write_table(out, &rows, style)?;
    }
    for question in report.questions.iter().filter(|question| !question.answered) {
        writeln!(
            out,
            "question {}#{} ({}): {}",
            safe(&question.article),
            safe(&question.unit),
            question.locale,
            safe(&question.text)
        )?;
    }
    text::write_unsynced(out, report.unsynced)
}

fn cells(article: &str, locale: &str, counts: &Counts) -> Vec<String> {
    let grades: Vec<String> = counts.stale.iter().rev().map(|(grade, count)| format!("{count} {grade}")).collect();
    let notes = [
        (counts.corrections, "behind a correction"),
        (counts.unreadable, "unreadable"),
        (counts.rejected, "rejected"),
        (counts.reopened - counts.reopened_by_terms, "to review again"),
        (counts.reopened_by_terms, "to review again for a changed term"),
        (counts.obsolete, "obsolete"),
    ];
    let mut notes: Vec<String> =
        notes.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    if counts.questions > 0 {
        notes.push(plural(counts.questions, "question"));
    }
    vec![
        article.to_owned(),
        locale.to_owned(),
        format!("{}/{}", counts.current, counts.units),
        if grades.is_empty() { "-".to_owned() } else { grades.join(", ") },
        if counts.missing == 0 { "-".to_owned() } else { counts.missing.to_string() },
        if counts.reviewed == 0 { "-".to_owned() } else { counts.reviewed.to_string() },
        notes.join(", "),
    ]
}
