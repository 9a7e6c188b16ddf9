//! `tarjuman completions`

use clap::CommandFactory;

use crate::cli::args::{Arguments, CompletionsArguments};
use crate::cli::run::{Console, Failure, Verdict};

/// Prints completions.
pub fn run(arguments: CompletionsArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "tarjuman", &mut script);
    console.out.write_all(&script)?;
    Ok(Verdict::Clean)
}
