//! Merging with the driver that `init --git` sets up: through the real `git merge`, `rebase`, `cherry-pick` and `stash`, and as a
//! pure function.
//!
//! Every batch of articles is generated from its number. `TARJUMAN_DRIVER_BATCHES` asks for more of them, `TARJUMAN_DRIVER_FIRST`
//! says at which to begin, `TARJUMAN_DRIVER_KEEP=1` keeps the repositories of those that fail; `TARJUMAN_DRIVER_TIMES` asks for that
//! many times as many merges by the pure function.

#[allow(dead_code, reason = "shared with the merges without the driver")]
#[path = "../merges/author.rs"]
mod author;
mod batch;
#[path = "../merges/conflict.rs"]
mod conflict;
#[path = "../merges/dice.rs"]
mod dice;
mod driver;
#[allow(dead_code, reason = "shared with the merges without the driver")]
#[path = "../merges/judge.rs"]
mod judge;
mod ledgers;
mod newsroom;
mod pure;
#[path = "../merges/repository.rs"]
mod repository;
mod stories;
#[allow(dead_code, reason = "shared with the merges without the driver")]
#[path = "../merges/translator.rs"]
mod translator;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use batch::Tally;

/// Batches of ten articles: every second one with units that both sides translate.
const BATCHES: u64 = 50;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn five_hundred_merges_lose_nothing_and_are_judged_right() {
    let first = number("TARJUMAN_DRIVER_FIRST", 1);
    let end = first + number("TARJUMAN_DRIVER_BATCHES", BATCHES);
    let keep = number("TARJUMAN_DRIVER_KEEP", 0) > 0;
    let next = AtomicU64::new(first);
    let total = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from).min(8) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= end {
                        return;
                    }
                    let tally = batch::play(number, keep);
                    total.lock().expect("no batch panics while it adds").add(tally);
                }
            });
        }
    });
    let total = total.into_inner().expect("all batches are played");
    println!("{} merges in {} repositories", total.disjoint + total.contested, end - first);
    println!("  {} with disjoint work: {} clean", total.disjoint, total.clean);
    println!(
        "  {} with a unit translated twice: {} conflicts, {} resolutions",
        total.contested, total.conflicts, total.resolutions
    );
    println!("  translations that were merged beside an edit of their source: {}", total.crossed);
    let failures = &total.failures;
    assert!(failures.is_empty(), "{} batches failed:\n{}", failures.len(), failures[..failures.len().min(8)].join("\n"));
    assert_eq!(total.clean, total.disjoint, "work on different units merges without conflicts");
    assert_eq!(total.conflicts, total.contested, "a unit translated twice is one conflict");
    if end - first >= BATCHES {
        assert!(total.disjoint + total.contested >= 500, "fewer merges than promised");
        assert!(total.disjoint >= 200 && total.contested >= 200 && total.crossed >= 100, "the batches must try everything");
    }
}
