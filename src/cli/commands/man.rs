//! `tarjuman man`

use std::io::Write;

use clap::CommandFactory;

use crate::cli::args::{Arguments, ManArguments};
use crate::cli::render::safe;
use crate::cli::run::{Console, Failure, Verdict};

/// Prints the manual page, or writes one for every command.
pub fn run(arguments: ManArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let command = Arguments::command();
    match arguments.out {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            console.out.write_all(&page)?;
        }
        Some(folder) => {
            std::fs::create_dir_all(&folder)?;
            clap_mangen::generate_to(command, &folder)?;
            writeln!(console.talk()?, "wrote manual pages to {}", safe(&folder.to_string_lossy()))?;
        }
    }
    Ok(Verdict::Clean)
}
