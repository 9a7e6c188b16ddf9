//! `tarjuman check`

use std::io::{self, Write};

use tarjuman::base::Severity;
use tarjuman::engine::check::RULES;
use tarjuman::workflow::{CheckFinding, CheckOptions, CheckReport, Region};

use crate::cli::args::CheckArguments;
use crate::cli::render::{Style, json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// How many characters of a long line are shown before and after the part that is meant.
const AROUND: usize = 60;

/// Runs the rules.
pub fn run(arguments: CheckArguments, console: &mut Console) -> Result<Verdict, Failure> {
    if arguments.list {
        return list(console);
    }
    let options = CheckOptions {
        articles: arguments.articles,
        locales: arguments.locale,
        rules: arguments.rule,
        severity: arguments.severity.into(),
    };
    let report = console.project()?.check(&options)?;
    show(&report, "check", console)?;
    let from = arguments.fail_on.severity();
    let failed = from.is_some_and(|severity| {
        report.counts.from(severity) > 0
            || report.diagnostics.iter().any(|found| found.severity >= severity.max(Severity::Warning))
    });
    Ok(Verdict::findings_if(failed))
}

/// Writes what `command` found.
pub fn show(report: &CheckReport, command: &str, console: &mut Console) -> Result<(), Failure> {
    if console.json() {
        return Ok(json::write(&mut console.out, command, report)?);
    }
    let style = console.style;
    for finding in &report.findings {
        write_finding(&mut console.out, finding, &style)?;
    }
    writeln!(console.out, "{}", summary(report, command))?;
    text::write_unsynced(&mut console.out, report.unsynced)?;
    Ok(console.write_findings(&report.diagnostics)?)
}

fn list(console: &mut Console) -> Result<Verdict, Failure> {
    let project = console.project()?;
    let word = |severity| match severity {
        Some(Severity::Error) => "error",
        Some(Severity::Warning) => "warning",
        Some(Severity::Note) => "note",
        None => "off",
    };
    let level =
        |rule: &tarjuman::engine::check::Rule| word(project.config.check.get(rule.id).copied().unwrap_or(Some(rule.level)));
    if console.json() {
        let rule = |rule: &tarjuman::engine::check::Rule| serde_json::json!({ "rule": rule.id, "level": level(rule), "default": word(Some(rule.level)), "summary": rule.summary });
        let rules: Vec<_> = RULES.iter().map(rule).collect();
        json::write(&mut console.out, "check", &serde_json::json!({ "rules": rules }))?;
        return Ok(Verdict::Clean);
    }
    let mut rows = vec![["RULE", "LEVEL", "FINDS"].map(str::to_owned).to_vec()];
    rows.extend(RULES.iter().map(|rule| vec![rule.id.to_owned(), level(rule).to_owned(), rule.summary.to_owned()]));
    text::write_table(&mut console.out, &rows, &console.style)?;
    Ok(Verdict::Clean)
}

fn write_finding(out: &mut dyn Write, finding: &CheckFinding, style: &Style) -> io::Result<()> {
    let word = match finding.severity {
        Severity::Error => style.red("error"),
        Severity::Warning => style.yellow("warning"),
        Severity::Note => style.dim("note"),
    };
    writeln!(out, "{word}[{}]: {}", finding.rule, safe(&finding.message))?;
    if let Some(region) = &finding.target {
        write_region(out, "  --> ", region, style)?;
    }
    if let Some(region) = &finding.source {
        write_region(out, "  source ", region, style)?;
    }
    if let Some(fix) = &finding.fix {
        writeln!(out, "fix: {}", safe(fix))?;
    }
    if !finding.help.is_empty() {
        writeln!(out, "help: {}", safe(&finding.help))?;
    }
    Ok(())
}

/// Where a part of a file is, and its line with the part underlined.
fn write_region(out: &mut dyn Write, lead: &str, region: &Region, style: &Style) -> io::Result<()> {
    if region.line == 0 {
        return writeln!(out, "{lead}{}", safe(&region.path));
    }
    writeln!(out, "{lead}{}:{}:{}", safe(&region.path), region.line, region.column)?;
    let line: Vec<char> = region.line_text.chars().collect();
    let from = (region.column - 1).min(line.len());
    let to = if region.end_line == region.line { region.end_column - 1 } else { line.len() }.clamp(from, line.len());
    let (start, end) = (from.saturating_sub(AROUND), (to + AROUND).min(line.len()));
    let piece = |from: usize, to: usize| line[from..to].iter().collect::<String>();
    if !line[start..end].iter().all(|c| is_plain(*c)) {
        // Where characters run the other way or hide, nothing can stand below them.
        return writeln!(out, "      | {}", safe(&piece(from, to)));
    }
    writeln!(out, "      | {}", safe(&piece(start, end)))?;
    let width = |text: &[char]| text.iter().map(|c| 1 + usize::from(is_wide(*c))).sum::<usize>();
    let carets = "^".repeat(width(&line[from..to]).max(1));
    writeln!(out, "      | {}{}", " ".repeat(width(&line[start..from])), style.yellow(&carets))
}

/// Whether a character takes one or two columns, from left to right.
fn is_plain(c: char) -> bool {
    let combines = matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{900}'..='\u{1cff}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}');
    let right_to_left = matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    !c.is_control() && !combines && !right_to_left && !matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// Whether a character takes two columns (UAX #11, wide and full-width).
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

fn summary(report: &CheckReport, command: &str) -> String {
    let counts = &report.counts;
    let looked = match command {
        "check" => plural(report.translations, "translation"),
        _ => "glossaries".to_owned(),
    };
    let parts = [(counts.error, "error"), (counts.warning, "warning"), (counts.note, "note")];
    let mut found: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| plural(*count, word)).collect();
    if found.is_empty() {
        let unread = report.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        found.push(if unread { "nothing found in what can be read" } else { "nothing found" }.to_owned());
    }
    if report.ignored > 0 {
        found.push(format!("{} ignored", report.ignored));
    }
    format!("{looked}: {}", found.join(", "))
}
