//! `tarjuman diff`

use std::io::{self, Write};

use tarjuman::engine::grade::FactChange;
use tarjuman::workflow::{DiffOptions, DiffReport, StaleTranslation, UnitDiff};

use crate::cli::args::DiffArguments;
use crate::cli::render::{Style, json, plural, safe, text};
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

/// One edit: a heading, what changed in the source, then what of each translation renders it.
pub fn write_edit(out: &mut dyn Write, edit: &UnitDiff, style: &Style) -> io::Result<()> {
    let address = format!("{}#{}", safe(&edit.article), safe(&edit.unit));
    let words = plural(edit.changed_words, "word");
    writeln!(out, "{} · {}{} · {words}", style.bold(&address), edit.grade, extent(edit))?;
    write_source(out, edit, "  ", style)?;
    if edit.old.is_none() {
        writeln!(out, "  source  {}", safe(&edit.new))?;
        writeln!(out, "  (nobody recorded which source text the translations below render)")?;
    }
    for translation in &edit.translations {
        let lines: Vec<_> = shown_lines(edit, translation).into_iter().map(|line| safe(line)).collect();
        writeln!(out, "  {:<7} {}{}", translation.locale.as_str(), touched(edit, translation), lines.join(" "))?;
    }
    Ok(())
}

/// The facts that changed, and the source word by word: of a text of several segments those that changed, numbered.
pub fn write_source(out: &mut dyn Write, edit: &UnitDiff, indent: &str, style: &Style) -> io::Result<()> {
    if edit.old.is_none() {
        return Ok(());
    }
    if !edit.facts.is_empty() {
        writeln!(out, "{indent}facts   {}", facts(&edit.facts))?;
    }
    if edit.segment_count == 1 && edit.changes.len() <= 1 {
        return writeln!(out, "{indent}source  {}", text::word_diff(&edit.words, style));
    }
    for change in &edit.changes {
        let number = match (change.change, change.segment) {
            ("new", Some(number)) => format!("{number} (new): "),
            (_, Some(number)) => format!("{number}: "),
            (_, None) => "gone: ".to_owned(),
        };
        writeln!(out, "{indent}source  {number}{}", text::word_diff(&change.words, style))?;
    }
    Ok(())
}

/// Changes of facts: `2,000 → 20,000, +not`.
pub fn facts(changes: &[FactChange]) -> String {
    let one = |fact: &FactChange| match (&fact.old, &fact.new) {
        (Some(old), Some(new)) => format!("{} → {}", safe(old), safe(new)),
        (None, Some(new)) => format!("+{}", safe(new)),
        (Some(old), None) => format!("-{}", safe(old)),
        (None, None) => String::new(),
    };
    changes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The lines of a translation that render what changed; all where a line is not a segment or none is known to.
pub fn shown_lines<'t>(edit: &UnitDiff, translation: &'t StaleTranslation) -> Vec<&'t String> {
    let one_each = translation.lines.iter().all(|line| !line.ends_with('\\'));
    let all = touched(edit, translation).is_empty() || !one_each;
    let lines = translation.lines.iter().enumerate();
    lines.filter(|(at, _)| all || translation.touched.contains(&(at + 1))).map(|(_, line)| line).collect()
}

/// Which segments of a translation of several render what changed: `2: `, `about 2: `.
pub fn touched(edit: &UnitDiff, translation: &StaleTranslation) -> String {
    let numbers: Vec<String> = translation.touched.iter().map(usize::to_string).collect();
    let about = if translation.about { "about " } else { "" };
    let single = edit.segment_count == 1 && !translation.about;
    if numbers.is_empty() || single { String::new() } else { format!("{about}{}: ", numbers.join(", ")) }
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
