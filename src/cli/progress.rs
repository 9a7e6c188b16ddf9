//! A line on the terminal that counts articles while a command works, and is gone when it is done.

use std::io::{self, IsTerminal, Write};

use tarjuman::project::Progress;
use tarjuman::project::save::{Notice, Notices};

use super::render::{plural, safe};

/// Below this many articles nobody waits.
const WORTH_SHOWING: usize = 50;
/// How many articles lie between two changes of the line.
const STEP: usize = 25;

/// Progress on stderr if that is a terminal; none in a pipe.
pub fn on_terminal() -> Progress {
    if !io::stderr().is_terminal() {
        return Progress::default();
    }
    Progress::new(|done, total| {
        if total < WORTH_SHOWING || (done % STEP != 0 && done != total) {
            return;
        }
        let mut terminal = io::stderr().lock();
        // A terminal that does not take the line is no reason to stop working.
        let _ =
            if done == total { write!(terminal, "\r\u{1b}[K") } else { write!(terminal, "\r{done} of {total} articles\u{1b}[K") };
        let _ = terminal.flush();
    })
}

/// What happens while a command saves, told on stderr.
pub fn notices() -> Notices {
    Notices::new(|notice| {
        let line = match notice {
            Notice::Waiting { longest } => {
                format!("another tarjuman is writing in this project; waiting for it, at most {} seconds", longest.as_secs())
            }
            Notice::NoLocks => "this file system has no locks; see to it that only one command writes at a time".to_owned(),
            Notice::RolledBack { command, files } => {
                format!("`{command}` had been interrupted; taken back: {}", plural(*files, "file"))
            }
            Notice::Completed { command } => format!("`{command}` had been interrupted, and is complete"),
            Notice::Redone { path } => format!("`{path}` was saved in this moment; doing the command again on its new text"),
            Notice::SavedLate { command, path, kept } => {
                format!("another program wrote into `{path}` after `{command}` had replaced it; that text is kept in `{kept}`")
            }
        };
        // A terminal that does not take the line is no reason to stop working.
        let _ = writeln!(io::stderr().lock(), "{}", safe(&line));
    })
}
