//! Which verb of the glossary is meant.

use crate::cli::args::glossary::{GlossaryArguments, GlossaryCommand};
use crate::cli::run::{Console, Failure, Verdict};

use super::{add, apply, check, exchange, find, impact, list, rename, suggest};

/// Runs a verb of the glossary.
pub fn run(arguments: GlossaryArguments, console: &mut Console) -> Result<Verdict, Failure> {
    match arguments.command {
        GlossaryCommand::List(arguments) => list::run(arguments, console),
        GlossaryCommand::Find(arguments) => find::run(arguments, console),
        GlossaryCommand::Add(arguments) => add::run(&arguments, console),
        GlossaryCommand::Check(arguments) => check::run(arguments, console),
        GlossaryCommand::Rename(arguments) => rename::run(arguments, console),
        GlossaryCommand::Impact(arguments) => impact::run(arguments, console),
        GlossaryCommand::Apply(arguments) => apply::run(arguments, console),
        GlossaryCommand::Suggest(arguments) => suggest::run(arguments, console),
        GlossaryCommand::Import(arguments) => exchange::import(arguments, console),
        GlossaryCommand::Export(arguments) => exchange::export(arguments, console),
    }
}
