//! `tarjuman explain`

use std::io::{self, Write};

use tarjuman::workflow::{Explanation, GoneExplanation, LocaleExplanation, UnitExplanation, explain_rule};

use crate::cli::args::ExplainArguments;
use crate::cli::render::{Style, json, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Explains a unit, lists an article's units, or explains a finding.
pub fn run(arguments: ExplainArguments, console: &mut Console) -> Result<Verdict, Failure> {
    if let Some(explanation) = explain_rule(&arguments.subject) {
        if console.json() {
            let report = serde_json::json!({ "code": arguments.subject, "explanation": explanation });
            json::write(&mut console.out, "explain", &report)?;
        } else {
            writeln!(console.out, "{}\n{explanation}", console.style.bold(&arguments.subject))?;
        }
        return Ok(Verdict::Clean);
    }
    let address = arguments.subject.parse().map_err(|error| Failure::Usage(format!("{error}")))?;
    let explanation = console.project()?.explain(&address, &arguments.locale)?;
    if console.json() {
        match &explanation {
            Explanation::Unit(unit) => json::write(&mut console.out, "explain", unit)?,
            Explanation::Gone(unit) => json::write(&mut console.out, "explain", unit)?,
            Explanation::Article(units) => json::write(&mut console.out, "explain", &serde_json::json!({ "units": units }))?,
        }
    } else {
        match &explanation {
            Explanation::Unit(unit) => write_unit(&mut console.out, unit, &console.style)?,
            Explanation::Gone(unit) => write_gone(&mut console.out, unit, &console.style)?,
            Explanation::Article(units) => {
                for unit in units {
                    writeln!(console.out, "{} {}", console.style.bold(&safe(&unit.unit)), safe(&unit.text))?;
                }
            }
        }
    }
    Ok(Verdict::Clean)
}

fn write_unit(out: &mut dyn Write, unit: &UnitExplanation, style: &Style) -> io::Result<()> {
    writeln!(
        out,
        "{} · revision {} · {}",
        style.bold(&safe(&format!("{}#{}", unit.article, unit.unit))),
        unit.revision,
        unit.fingerprint
    )?;
    writeln!(out, "  source  {}", safe(&unit.source))?;
    for earlier in &unit.earlier {
        writeln!(out, "  before  revision {} ({}): {}", earlier.revision, earlier.fingerprint, safe(&earlier.text))?;
    }
    for verdict in &unit.verdicts {
        writeln!(out, "  verdict {}", safe(verdict))?;
    }
    for lineage in &unit.lineage {
        writeln!(out, "  {}", safe(lineage))?;
    }
    unit.locales.iter().try_for_each(|locale| write_locale(out, locale, style))
}

fn write_gone(out: &mut dyn Write, unit: &GoneExplanation, style: &Style) -> io::Result<()> {
    let address = safe(&format!("{}#{}", unit.article, unit.unit)).to_string();
    writeln!(out, "{} · gone since revision {} · {}", style.bold(&address), unit.revision, unit.fingerprint)?;
    for text in &unit.earlier {
        let tag = if text.fingerprint == unit.fingerprint { "last   " } else { "before " };
        writeln!(out, "  {tag} revision {} ({}): {}", text.revision, text.fingerprint, safe(&text.text))?;
    }
    for heir in &unit.became {
        writeln!(out, "  became  {}", safe(heir))?;
    }
    for locale in &unit.locales {
        let last = if locale.renders_last { "" } else { " · renders an earlier text" };
        writeln!(out, "{} · obsolete · {}{last}", style.bold(locale.locale.as_str()), locale.state)?;
        for line in &locale.lines {
            writeln!(out, "  text    {}", safe(line))?;
        }
        let people = [("origin", &locale.origin), ("translated by", &locale.translator)];
        let people: Vec<String> =
            people.iter().filter_map(|(what, who)| Some(format!("{what} {}", safe(who.as_deref()?)))).collect();
        if !people.is_empty() {
            writeln!(out, "  {}", people.join(" · "))?;
        }
        writeln!(out, "  kept    {}", safe(&locale.kept))?;
    }
    unit.back.iter().try_for_each(|way| writeln!(out, "  back    {}", safe(way)))
}

fn write_locale(out: &mut dyn Write, locale: &LocaleExplanation, style: &Style) -> io::Result<()> {
    let grade = locale.grade.map(|grade| format!(" ({grade})")).unwrap_or_default();
    let correction = if locale.correction { " · correction" } else { "" };
    writeln!(out, "{} · {}{grade}{correction} · {}", style.bold(locale.locale.as_str()), locale.freshness, locale.state)?;
    for line in &locale.lines {
        writeln!(out, "  text    {}", safe(line))?;
    }
    let people = [("origin", &locale.origin), ("translated by", &locale.translator), ("reviewed by", &locale.reviewer)];
    let people: Vec<String> = people.iter().filter_map(|(what, who)| Some(format!("{what} {}", safe(who.as_deref()?)))).collect();
    if !people.is_empty() {
        writeln!(out, "  {}", people.join(" · "))?;
    }
    if !locale.words.is_empty() {
        writeln!(out, "  edit    {}", text::word_diff(&locale.words, style))?;
    }
    writeln!(out, "  why     {}", safe(&locale.why))?;
    if !locale.next.is_empty() {
        writeln!(out, "  next    {}", safe(&locale.next))?;
    }
    Ok(())
}
