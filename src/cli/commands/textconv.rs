//! `tarjuman textconv`

use std::io::Write;

use tarjuman::workflow::textconv;

use crate::cli::args::TextconvArguments;
use crate::cli::render::safe_line;
use crate::cli::run::{Console, Failure, Verdict};

/// Prints a catalog the way `git diff` shows it.
pub fn run(arguments: TextconvArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let text = textconv(&arguments.file)?;
    for line in text.lines() {
        writeln!(console.out, "{}", safe_line(line))?;
    }
    Ok(Verdict::Clean)
}
