//! A line on the terminal that counts articles while a command works, and is gone when it is done.

use std::io::{self, IsTerminal, Write};

use tarjuman::project::Progress;

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
