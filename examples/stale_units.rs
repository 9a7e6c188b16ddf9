//! Lists the stale translations of a project, the most serious first: `cargo run --example stale_units -- DIR`.
//!
//! Reads only: edits that nobody has synced yet are seen all the same.

use std::path::Path;
use std::process::ExitCode;

use tarjuman::project::Project;
use tarjuman::workflow::{DiffOptions, Error, StatusOptions};

fn main() -> ExitCode {
    let dir = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    match list(Path::new(&dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn list(dir: &Path) -> Result<(), Error> {
    let project = Project::open(dir)?;
    let total = project.status(&StatusOptions::default())?.total;
    println!("{} of {} translations are stale", total.stale_total(), total.units);

    let mut edits = project.diff(&DiffOptions::default())?.edits;
    edits.sort_by_key(|edit| std::cmp::Reverse((edit.correction, edit.grade)));
    for edit in edits {
        let locales: Vec<&str> = edit.translations.iter().map(|translation| translation.locale.as_str()).collect();
        println!("{} {}#{} in {}", edit.grade, edit.article, edit.unit, locales.join(", "));
        for change in edit.words.iter().filter(|change| change.op != "equal") {
            println!("  {}: {}", change.op, change.text);
        }
    }
    Ok(())
}
