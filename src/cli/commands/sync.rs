//! `tarjuman sync`

use std::io::{self, Write};

use tarjuman::engine::record::{Attribution, Evidence};
use tarjuman::workflow::{ArticleReport, LocaleReport, SyncOptions, SyncReport};

use crate::cli::args::SyncArguments;
use crate::cli::render::{Style, json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Syncs, and says what changed and what to do next.
pub fn run(arguments: SyncArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = SyncOptions {
        articles: arguments.articles,
        attribution: Attribution { by: arguments.by, origin: arguments.origin },
        resolve: arguments.resolve,
        yes: arguments.yes,
        resegment: arguments.resegment,
        dry_run: arguments.dry_run || arguments.check,
    };
    let report = console.project()?.sync(&options)?;
    if console.json() {
        json::write(&mut console.out, "sync", &report)?;
    } else {
        write_report(&mut console.out, &report, options.dry_run, &console.style)?;
        write_next(console.talk()?, &report, options.dry_run)?;
        console.write_findings(&report.diagnostics)?;
    }
    let due = arguments.check && !report.written.is_empty();
    Ok(Verdict::findings_if(due || text::count_as_findings(&report.diagnostics)))
}

/// The report as text.
pub fn write_report(out: &mut dyn Write, report: &SyncReport, dry_run: bool, style: &Style) -> io::Result<()> {
    for article in report.articles.iter().filter(|article| article.files > 0 || article.skipped) {
        write_article(out, article, style)?;
    }
    let skipped = report.articles.iter().filter(|article| article.skipped).count();
    let skipped = skipped + report.looked_at - report.articles.len();
    if skipped > 0 {
        writeln!(out, "skipped: {}", plural(skipped, "article"))?;
    }
    match (report.written.len(), dry_run) {
        (0, _) => writeln!(out, "in step: {}, nothing to write", plural(report.looked_at - skipped, "article")),
        (files, true) => writeln!(out, "would write {}", plural(files, "file")),
        (files, false) => {
            writeln!(out, "wrote {}", plural(files, "file"))
        }
    }
}

/// The command that goes on from here, if anything was written.
pub fn write_next(talk: &mut dyn Write, report: &SyncReport, dry_run: bool) -> io::Result<()> {
    if report.written.is_empty() || dry_run {
        return Ok(());
    }
    let stale = report.articles.iter().flat_map(|article| article.locales.values()).any(|locale| locale.counts.stale_total() > 0);
    writeln!(talk, "next: {}", if stale { "tarjuman diff" } else { "tarjuman status" })
}

fn write_article(out: &mut dyn Write, article: &ArticleReport, style: &Style) -> io::Result<()> {
    let skipped = if article.skipped { " · nothing written" } else { "" };
    writeln!(out, "{} · {}{skipped}", style.bold(&safe(&article.article)), plural(article.units, "unit"))?;
    if article.edits.iter().all(|edit| edit.change == "born") && article.edits.len() == article.units {
        writeln!(out, "  new article")?;
    } else {
        for edit in &article.edits {
            let grade = edit.grade.map(|grade| format!(" ({grade})")).unwrap_or_default();
            writeln!(out, "  {:<8} {}{grade}", edit.change, safe(&edit.unit))?;
        }
    }
    for (locale, report) in &article.locales {
        writeln!(out, "  {locale:<8} {}", describe(report))?;
    }
    Ok(())
}

fn describe(report: &LocaleReport) -> String {
    let counts = &report.counts;
    let mut parts = vec![format!("{} current", counts.current)];
    let grades: Vec<String> = counts.stale.iter().rev().map(|(grade, count)| format!("{count} {grade}")).collect();
    if !grades.is_empty() {
        parts.push(format!("{} stale ({})", counts.stale_total(), grades.join(", ")));
    }
    let more = [(counts.missing, "missing"), (counts.unreadable, "unreadable"), (counts.obsolete, "obsolete")];
    parts.extend(more.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")));
    let recorded: usize = report.recorded.values().sum();
    if recorded > 0 {
        let by = |evidence: &Evidence| match evidence {
            Evidence::Ledger => "seen before",
            Evidence::Notes => "by notes",
            Evidence::Catalog => "by source catalog",
            Evidence::None => "base unknown",
        };
        let evidence: Vec<String> = report.recorded.iter().map(|(evidence, count)| format!("{count} {}", by(evidence))).collect();
        parts.push(format!("recorded {recorded} new ({})", evidence.join(", ")));
    }
    if !report.restamped.is_empty() {
        parts.push(format!("{} restamped (punctuation or markup only)", report.restamped.len()));
    }
    if counts.corrections > 0 {
        parts.push(format!("{} behind a correction", counts.corrections));
    }
    if report.current_by_catalog > 0 {
        parts.push(format!("{} became current by the source catalog alone", report.current_by_catalog));
    }
    parts.join(" · ")
}
