//! `tarjuman set`

use std::io::Read;

use tarjuman::engine::record::Attribution;
use tarjuman::model::{Element, UnitText};
use tarjuman::workflow::article::Rendering;
use tarjuman::workflow::{SetOptions, SetText};

use crate::cli::args::SetArguments;
use crate::cli::commands::edited;
use crate::cli::run::{Console, Failure, Verdict};

/// Writes one translation.
pub fn run(arguments: SetArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let text = if arguments.text == "-" { read_stdin()? } else { arguments.text };
    if text.trim().is_empty() {
        return Err(Failure::Usage("the translation is empty; to take one away, delete its entry in the catalog".to_owned()));
    }
    let text = if arguments.literal { SetText::Literal(literal(&text)) } else { SetText::Pattern(text) };
    let by = Attribution { by: arguments.by, origin: Some(arguments.origin) };
    let options = SetOptions {
        locale: arguments.locale,
        address: arguments.address,
        text,
        renders: Rendering::Seen,
        by,
        dry_run: arguments.dry_run,
    };
    let report = console.project()?.set(&options)?;
    edited::write("set", &report, options.dry_run, console)
}

fn read_stdin() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(|error| Failure::Usage(format!("standard input is not UTF-8: {}", error.utf8_error())))
}

/// A text in which every character means itself; each line is a segment.
fn literal(text: &str) -> UnitText {
    let lines = text.trim_end_matches(['\r', '\n']).lines();
    UnitText { segments: lines.map(|line| vec![Element::Text(line.to_owned())]).collect() }
}
