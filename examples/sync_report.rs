//! Syncs the project in a folder and says what happened: `cargo run --example sync_report -- DIR`.

use std::path::Path;
use std::process::ExitCode;

use tarjuman::project::Project;
use tarjuman::workflow::{Error, SyncOptions};

fn main() -> ExitCode {
    let dir = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    match report(Path::new(&dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn report(dir: &Path) -> Result<(), Error> {
    let report = Project::open(dir)?.sync(&SyncOptions::default())?;
    for article in &report.articles {
        println!("{}: {} units, {} edits", article.article, article.units, article.edits.len());
        for (locale, found) in &article.locales {
            let counts = &found.counts;
            println!("  {locale}: {} of {} current, {} words to do", counts.current, counts.units, counts.words_to_do);
        }
    }
    for finding in &report.diagnostics {
        println!("{}:{}: {}", finding.place.path, finding.place.line, finding.message);
    }
    println!("{} files written", report.written.len());
    Ok(())
}
