//! `tarjuman withdraw`

use std::io::Write;

use tarjuman::workflow::WithdrawOptions;

use crate::cli::args::WithdrawArguments;
use crate::cli::render::{json, plural, safe, text};
use crate::cli::run::{Console, Failure, Verdict};

/// Takes an article back, and says what is not out any more.
pub fn run(arguments: WithdrawArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let options = WithdrawOptions {
        article: arguments.article,
        locales: arguments.locale,
        targets: arguments.to.into_iter().map(Into::into).collect(),
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.withdraw(&options)?;
    if console.json() {
        json::write(&mut console.out, "withdraw", &report)?;
    } else {
        let (done, wrote, removed) =
            if options.dry_run { ("would withdraw", "would write", "remove") } else { ("withdrawn", "wrote", "removed") };
        for page in &report.withdrawn {
            let article = safe(&report.article);
            writeln!(console.out, "{done}: {article} in {} ({}, revision {})", page.locale, page.target, page.revision)?;
        }
        let (written, gone) = (plural(report.written.len(), "file"), plural(report.removed.len(), "file"));
        writeln!(console.out, "{wrote} {written}, {removed} {gone}")?;
        writeln!(console.talk()?, "`tarjuman publish {} --again` puts it out again", safe(&report.article))?;
        console.write_findings(&report.diagnostics)?;
    }
    Ok(Verdict::findings_if(text::count_as_findings(&report.diagnostics)))
}
