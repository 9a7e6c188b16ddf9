//! `tarjuman rename`

use std::io::Write;

use crate::cli::args::RenameArguments;
use crate::cli::render::{json, safe};
use crate::cli::run::{Console, Failure, Verdict};

/// Moves an article's files to another name.
pub fn run(arguments: RenameArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let report = console.project()?.rename(&arguments.old, &arguments.new, arguments.dry_run)?;
    if console.json() {
        json::write(&mut console.out, "rename", &report)?;
        return Ok(Verdict::Clean);
    }
    let verb = if arguments.dry_run { "would move" } else { "moved" };
    for file in &report.moved {
        writeln!(console.out, "{verb} {} to {}", safe(&file.from), safe(&file.to))?;
    }
    if !arguments.dry_run {
        writeln!(console.talk()?, "next: tarjuman status {}", safe(&arguments.new))?;
    }
    Ok(Verdict::Clean)
}
