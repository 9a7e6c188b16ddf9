//! The command `tarjuman`: reads the arguments, hands over to `cli`, and exits with what it says.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
