//! What can go wrong around the binary while it writes: system calls that fail, a kill, a power cut, a full disk, another
//! branch checked out after a crash, a wrong clock, a strange environment. After each, the project is wholly as before or
//! wholly as the command meant it, and the next command goes on without anybody's help.
//!
//! Plain `cargo test --test faults` tries a share; `TARJUMAN_FAULTS=all` tries everything.

mod cases;
mod checkout;
mod disk;
mod extent;
mod full;
mod inject;
mod judge;
mod powercut;
mod recording;
mod replay;
mod strace;
#[path = "../support/mod.rs"]
mod support;
mod surroundings;
mod tree;

use std::io::Write as _;
use std::path::PathBuf;

#[test]
fn a_fault_at_any_system_call_leaves_all_or_nothing() {
    if let Some(turn) = extent::turn(&["strace"]) {
        inject::every_call(turn);
    }
}

#[test]
fn a_branch_checked_out_after_a_crash_costs_nobody_a_text() {
    if let Some(turn) = extent::turn(&["strace", "git"]) {
        checkout::after_every_kill(turn);
    }
}

#[test]
fn a_power_cut_leaves_all_or_nothing() {
    if let Some(turn) = extent::turn(&["strace"]) {
        powercut::every_command(turn);
    }
}

#[test]
fn a_full_disk_leaves_every_file_as_it_was() {
    if let Some(turn) = extent::turn(&["mount", "umount"]) {
        full::at_every_size(turn);
    }
}

#[test]
fn clock_and_environment_change_no_byte() {
    if let Some(turn) = extent::turn(&[]) {
        surroundings::one_story_everywhere(turn);
    }
}

/// Prints a line that the test harness does not keep to itself: the counts are part of the result.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "faults: {line}");
}

/// A program on the search path.
fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
