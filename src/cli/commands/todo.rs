//! `tarjuman todo`

use std::io::{self, Write};

use tarjuman::workflow::{Needs, TodoItem, TodoOptions, TodoReport};

use crate::cli::args::{NeedsArgument, TodoArguments};
use crate::cli::commands::diff;
use crate::cli::render::{Style, json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Lists a translator's work.
pub fn run(arguments: TodoArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let needs = match arguments.needs {
        NeedsArgument::Translation => Needs::Translation,
        NeedsArgument::Review => Needs::Review,
    };
    let options = TodoOptions { locale: arguments.locale, articles: arguments.articles, needs };
    let report = console.project()?.todo(&options)?;
    if console.json() {
        json::write(&mut console.out, "todo", &report)?;
    } else {
        write_report(&mut console.out, &report, &console.style)?;
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(text::count_as_findings(&report.diagnostics)))
}

fn write_report(out: &mut dyn Write, report: &TodoReport, style: &Style) -> io::Result<()> {
    let mut place = (String::new(), Vec::new());
    for item in &report.items {
        if place.0 != item.article {
            writeln!(out, "{} · {}", style.bold(&safe(&item.article)), safe(&item.catalog))?;
        }
        if (&place.0, &place.1) != (&item.article, &item.headings) && !item.headings.is_empty() {
            let path: Vec<_> = item.headings.iter().map(|heading| safe(heading)).collect();
            writeln!(out, "  {}", style.dim(&path.join(" › ")))?;
        }
        place = (item.article.clone(), item.headings.clone());
        write_item(out, item, style)?;
    }
    match report.items.len() {
        0 => writeln!(out, "nothing to do in {}", report.locale)?,
        count => writeln!(out, "{}: {}, {}", report.locale, plural(count, "unit"), plural(report.words, "word"))?,
    }
    text::write_unsynced(out, report.unsynced)
}

fn write_item(out: &mut dyn Write, item: &TodoItem, style: &Style) -> io::Result<()> {
    let grade = item.grade.filter(|_| item.why == "stale").map(|grade| format!(" · {grade}")).unwrap_or_default();
    let extent = item.edit.as_ref().map(diff::extent).unwrap_or_default();
    let why = format!("{}{grade}{extent} · {}", item.why, plural(item.words, "word"));
    writeln!(out, "  {} · {why}", style.bold(&safe(&item.unit)))?;
    match &item.edit {
        Some(edit) if edit.old.is_some() => diff::write_source(out, edit, "    ", style)?,
        _ => {
            for line in &item.source {
                writeln!(out, "    source  {}", safe(line))?;
            }
        }
    }
    for placeable in &item.placeables {
        writeln!(out, "    {:<7} {}", safe(&placeable.name), safe(&placeable.content))?;
    }
    if let Some((edit, translation)) = item.edit.as_ref().and_then(|edit| Some((edit, edit.translations.first()?))) {
        let touched = diff::touched(edit, translation);
        if !touched.is_empty() {
            writeln!(out, "    touches {}", touched.trim_end_matches(": "))?;
        }
    }
    for line in &item.target {
        writeln!(out, "    target  {}", safe(line))?;
    }
    for term in &item.terms {
        writeln!(out, "    term    {}", safe(term))?;
    }
    for offer in &item.offers {
        writeln!(out, "    offer   {}", safe(offer))?;
    }
    for note in &item.notes {
        writeln!(out, "    note    {}", safe(note))?;
    }
    Ok(())
}
