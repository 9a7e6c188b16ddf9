//! How much is tried, by whom, and what stands in the way: a share or everything, two workers, one test at a time.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use super::{find_program, say};

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// A share that takes a few minutes, the same one every time.
    Share,
    /// Everything: `TARJUMAN_FAULTS=all`.
    All,
}

impl Extent {
    /// The one of two figures that goes with this extent.
    pub fn pick<T>(self, share: T, all: T) -> T {
        match self {
            Extent::Share => share,
            Extent::All => all,
        }
    }
}

/// The right to keep both cores busy; tests take it one after the other.
pub struct Turn {
    /// How much to try.
    pub extent: Extent,
    _mine: MutexGuard<'static, ()>,
}

static TURNS: Mutex<()> = Mutex::new(());

/// Waits for the test's turn. `None` when a program it needs is missing, which CI does not let pass.
pub fn turn(programs: &[&str]) -> Option<Turn> {
    let missing: Vec<&&str> = programs.iter().filter(|name| find_program(name).is_none()).collect();
    if !missing.is_empty() {
        skip(&format!("there is no {missing:?}; `tests/run` installs it"));
        return None;
    }
    let extent =
        if std::env::var_os("TARJUMAN_FAULTS").is_some_and(|value| value == "all") { Extent::All } else { Extent::Share };
    // A test that failed says so itself; the others still get their turn.
    Some(Turn { extent, _mine: TURNS.lock().unwrap_or_else(PoisonError::into_inner) })
}

/// Says why something is not tried; in CI that is a failure.
#[track_caller]
pub fn skip(why: &str) {
    assert!(!in_ci(), "{why}, and CI tries everything");
    say(&format!("skipped: {why}"));
}

/// Whether this is CI, which may leave nothing out.
pub fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| value == "true")
}

/// Works on all items, two at a time; results in the order of the items.
pub fn for_each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let open: Mutex<VecDeque<usize>> = Mutex::new((0..items.len()).collect());
    let done: Mutex<Vec<Option<R>>> = Mutex::new(items.iter().map(|_| None).collect());
    let worker = || {
        loop {
            let Some(index) = open.lock().expect("no worker panics here").pop_front() else { break };
            let result = work(&items[index]);
            done.lock().expect("no worker panics here")[index] = Some(result);
        }
    };
    thread::scope(|scope| {
        scope.spawn(worker);
        scope.spawn(worker);
    });
    let done = done.into_inner().expect("no worker panics here");
    done.into_iter().map(|result| result.expect("every item was taken")).collect()
}
