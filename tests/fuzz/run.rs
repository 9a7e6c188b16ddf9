//! Runs the cases of one reader on a small stack, and says of a case that fails what it is and how to have it again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::gauge;
use super::mutate::{Material, case};
use super::regressions::REGRESSIONS;

/// Cases for each reader unless `TARJUMAN_FUZZ_CASES` says otherwise.
const CASES: u64 = 100_000;
/// The stack a reader gets, as threads of servers have it.
const STACK: usize = 2 << 20;
/// A case that takes longer is run again, and fails when that does not help: a busy machine is no hang.
const LONGEST: Duration = Duration::from_secs(1);
/// How often a case that took too long is run again.
const AGAIN: usize = 5;
/// A case that has not ended by then never will: the process is ended, because a thread cannot be.
const HANGS: Duration = Duration::from_secs(60);
/// The most bytes a case may need: this many, whatever its length …
const MEMORY: usize = 8 << 20;
/// … and this many for each byte of it.
const MEMORY_PER_BYTE: usize = 2048;
/// The bound on everything.
const MOST_MEMORY: usize = 512 << 20;

/// A reader, what its cases are made of, and what must hold of it.
pub struct Reader {
    /// Its name; also the seed of its cases.
    pub name: &'static str,
    /// What cases are made of.
    pub material: Material<'static>,
    /// Reads a case and asserts what must hold.
    pub check: fn(&str),
}

/// Runs the regressions and then the cases.
pub fn run(reader: &'static Reader) {
    let number = |name: &str, default: u64| match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} is not a number: {text}")),
        Err(_) => default,
    };
    let (from, cases) = (number("TARJUMAN_FUZZ_FROM", 0), number("TARJUMAN_FUZZ_CASES", CASES));
    let at: &'static AtomicU64 = Box::leak(Box::new(AtomicU64::new(from)));
    let done: &'static AtomicBool = Box::leak(Box::new(AtomicBool::new(false)));
    let (finished, waiting) = mpsc::channel::<()>();
    let watchdog = std::thread::spawn(move || watch(reader, at, &waiting));
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let _finished = finished;
        for (name, input) in REGRESSIONS.iter().filter(|(name, _)| *name == reader.name) {
            run_one(reader, input, &format!("a regression of {name}"));
        }
        for number in from..from + cases {
            at.store(number, Ordering::Relaxed);
            run_one(reader, &case(reader.name, number, &reader.material), &format!("case {number} of {}", reader.name));
        }
        done.store(true, Ordering::Relaxed);
    });
    let result = worker.expect("a thread can be started").join();
    watchdog.join().expect("the watchdog does not panic");
    if let Err(panic) = result {
        std::panic::resume_unwind(panic);
    }
    assert!(done.load(Ordering::Relaxed));
    println!("{}: {cases} cases from {from} on", reader.name);
}

fn run_one(reader: &Reader, input: &str, name: &str) {
    let mut took = Duration::MAX;
    for _ in 0..AGAIN {
        gauge::reset();
        let start = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(|| (reader.check)(input)));
        took = took.min(start.elapsed());
        assert!(result.is_ok(), "{name} fails; its input:\n{input:?}");
        let (peak, bound) = (gauge::peak(), (MEMORY + MEMORY_PER_BYTE * input.len()).min(MOST_MEMORY));
        assert!(peak <= bound, "{name} needs {peak} bytes, at most {bound} are allowed; its input:\n{input:?}");
        if took <= LONGEST {
            return;
        }
    }
    panic!("{name} takes {took:?}, {} bytes; its input:\n{input:?}", input.len());
}

/// Ends the process when a case never ends.
fn watch(reader: &Reader, at: &AtomicU64, waiting: &mpsc::Receiver<()>) {
    loop {
        let before = at.load(Ordering::Relaxed);
        match waiting.recv_timeout(HANGS) {
            Err(mpsc::RecvTimeoutError::Timeout) if at.load(Ordering::Relaxed) == before => {
                let input = case(reader.name, before, &reader.material);
                eprintln!("case {before} of {} does not end; its input:\n{input:?}", reader.name);
                std::process::abort();
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            _ => return,
        }
    }
}
