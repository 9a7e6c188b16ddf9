//! `tarjuman status`

use std::collections::BTreeSet;
use std::io::{self, Write};

use tarjuman::workflow::{Address, Counts, DiffOptions, PublishedOptions, PublishedReport, StatusOptions, StatusReport};

use crate::cli::args::StatusArguments;
use crate::cli::commands::diff;
use crate::cli::render::{Style, json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Shows how every article stands in every locale.
pub fn run(arguments: StatusArguments, console: &mut Console) -> Result<Verdict, Failure> {
    if arguments.corrections {
        return corrections(arguments, console);
    }
    if arguments.published {
        return published(arguments, console);
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

/// Lists what readers see, and where it is not what the source says.
fn published(arguments: StatusArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = PublishedOptions { articles: arguments.articles, locales: arguments.locale };
    let report = console.project()?.published(&options)?;
    if console.json() {
        json::write(&mut console.out, "status", &report)?;
    } else {
        let style = console.style;
        write_pages(&mut console.out, &report, &style)?;
        console.write_findings(&report.diagnostics)?;
    }
    let behind = arguments.check && !report.outdated.is_empty();
    Ok(Verdict::findings_if(behind || text::count_as_findings(&report.diagnostics)))
}

fn write_pages(out: &mut dyn Write, report: &PublishedReport, style: &Style) -> io::Result<()> {
    for unit in &report.outdated {
        let address = style.bold(&format!("{}#{}", safe(&unit.article), safe(&unit.unit)));
        let grade = unit.grade.map_or(unit.change, |grade| grade.as_str());
        let correction = if unit.correction { " · correction" } else { "" };
        let ready = if unit.ready { "publish" } else { "translate" };
        writeln!(out, "{:<8} {address} · {grade}{correction} · {} · to {ready}", unit.locale.as_str(), unit.target)?;
        match (&unit.new, unit.words.as_slice()) {
            (Some(new), []) => writeln!(out, "  {}", safe(new))?,
            (_, words) if !words.is_empty() => writeln!(out, "  {}", text::word_diff(words, style))?,
            _ => {}
        }
    }
    let mut rows = vec![["ARTICLE", "LOCALE", "TARGET", "REVISION", "READERS SEE"].map(str::to_owned).to_vec()];
    for page in &report.pages {
        let sees = match page.outdated {
            _ if page.withdrawn => "nothing: withdrawn".to_owned(),
            0 => "today's text".to_owned(),
            count => format!("{} behind", plural(count, "unit")),
        };
        let taken_back =
            if page.last_revision > page.revision { format!(" of {}, taken back", page.last_revision) } else { String::new() };
        let revision = format!("{}{taken_back}", page.revision);
        rows.push(vec![safe(&page.article).into_owned(), page.locale.to_string(), page.target.to_owned(), revision, sees]);
    }
    match rows.len() {
        1 => writeln!(out, "nothing is out")?,
        _ => text::write_table(out, &rows, style)?,
    }
    let behind: BTreeSet<_> = report.outdated.iter().map(|unit| (&unit.article, &unit.locale, unit.target)).collect();
    match behind.len() {
        0 => writeln!(out, "readers see what the source says")?,
        count => writeln!(out, "{} behind the source", plural(count, "page"))?,
    }
    text::write_unsynced(out, report.unsynced)
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
