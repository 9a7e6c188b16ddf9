//! The command line: the only code that prints, reads the environment or decides on an exit code.
//!
//! Results go to stdout, talk to stderr. Exit 0: done and clean; 1: done, but with findings, something skipped or held back,
//! or not fresh under `--check`; 2: could not do it, nothing written.

mod args;
mod commands;
mod progress;
mod render;
mod run;

pub use run::run;
