//! `tarjuman diff`

use std::io::{self, Write};

use tarjuman::workflow::{DiffOptions, DiffReport, UnitDiff};

use crate::cli::args::DiffArguments;
use crate::cli::render::{Style, json, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Shows the edits behind stale units.
pub fn run(arguments: DiffArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = DiffOptions { addresses: arguments.addresses, locales: arguments.locale };
    let report = console.project()?.diff(&options)?;
    if console.json() {
        json::write(&mut console.out, "diff", &report)?;
    } else {
        write_report(&mut console.out, &report, &console.style)?;
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(text::count_as_findings(&report.diagnostics)))
}

fn write_report(out: &mut dyn Write, report: &DiffReport, style: &Style) -> io::Result<()> {
    for (at, edit) in report.edits.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        write_edit(out, edit, style)?;
    }
    if report.edits.is_empty() {
        writeln!(out, "no stale translations")?;
    }
    text::write_unsynced(out, report.unsynced)
}

/// One edit: a heading, the source word by word, then each translation that renders the old text.
pub fn write_edit(out: &mut dyn Write, edit: &UnitDiff, style: &Style) -> io::Result<()> {
    let address = format!("{}#{}", safe(&edit.article), safe(&edit.unit));
    writeln!(out, "{} · {}{}", style.bold(&address), edit.grade, extent(edit))?;
    match &edit.old {
        Some(_) => writeln!(out, "  source  {}", text::word_diff(&edit.words, style))?,
        None => {
            writeln!(out, "  source  {}", safe(&edit.new))?;
            writeln!(out, "  (nobody recorded which source text the translations below render)")?;
        }
    }
    for translation in &edit.translations {
        let lines: Vec<_> = translation.lines.iter().map(|line| safe(line)).collect();
        writeln!(out, "  {:<7} {}", translation.locale.as_str(), lines.join(" "))?;
    }
    Ok(())
}

/// Which segments changed, in words.
pub fn extent(edit: &UnitDiff) -> String {
    let correction = if edit.correction { " · correction" } else { "" };
    let numbers: Vec<String> = edit.segments.iter().map(usize::to_string).collect();
    let of = edit.segment_count;
    match (edit.old.is_some(), numbers.len()) {
        (false, _) => correction.to_owned(),
        (true, 0) => format!("{correction} · segments dropped"),
        (true, 1) => format!("{correction} · segment {} of {of}", numbers[0]),
        (true, _) => format!("{correction} · segments {} of {of}", numbers.join(", ")),
    }
}
