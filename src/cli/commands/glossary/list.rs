//! `tarjuman glossary list`

use std::io::{self, Write};

use tarjuman::model::TermEntry;
use tarjuman::workflow::glossary::LocaleTerm;

use crate::cli::args::glossary::ListArguments;
use crate::cli::render::{json, plural, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Lists all terms.
pub fn run(arguments: ListArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let report = console.project()?.list_terms(&arguments.locale)?;
    if console.json() {
        json::write(&mut console.out, "glossary list", &report)?;
        return Ok(Verdict::Clean);
    }
    for term in &report.terms {
        writeln!(console.out, "{}", console.style.bold(&safe(&term.term)))?;
        for entry in &term.entries {
            write_entry(&mut console.out, entry)?;
        }
        if !term.missing.is_empty() {
            let missing: Vec<&str> = term.missing.iter().map(|locale| locale.as_str()).collect();
            writeln!(console.out, "  {}", console.style.yellow(&format!("not in {}", missing.join(", "))))?;
        }
    }
    writeln!(console.out, "{}", plural(report.terms.len(), "term"))?;
    Ok(Verdict::Clean)
}

/// What one glossary says of a term, on a line or two.
pub fn write_entry(out: &mut dyn Write, entry: &LocaleTerm) -> io::Result<()> {
    writeln!(out, "  {:<7} {}", entry.locale.as_str(), texts(&entry.entry))?;
    if !entry.entry.definition.is_empty() {
        writeln!(out, "  {:<7} {}", "", safe(&entry.entry.definition.join(" ")))?;
    }
    Ok(())
}

/// `embassy (other: embassies); also: legation; not: consulate`
pub fn texts(entry: &TermEntry) -> String {
    let Some(main) = entry.default_form() else { return String::new() };
    let mut line = safe(&main.text).into_owned();
    let others: Vec<String> = entry
        .forms
        .iter()
        .filter(|form| form.text != main.text)
        .map(|form| {
            let keys: Vec<&str> = form.keys.iter().map(|(_, key)| key.as_str()).collect();
            format!("{}: {}", keys.join(" "), safe(&form.text))
        })
        .collect();
    if !others.is_empty() {
        line.push_str(&format!(" ({})", others.join(", ")));
    }
    if entry.translate == ["no"] {
        line.push_str(" (not translated)");
    }
    for (word, texts) in [("also", &entry.also), ("not", &entry.forbidden)] {
        if !texts.is_empty() {
            let texts: Vec<String> = texts.iter().map(|text| safe(text).into_owned()).collect();
            line.push_str(&format!("; {word}: {}", texts.join(", ")));
        }
    }
    line
}
