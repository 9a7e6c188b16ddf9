//! The author edits and syncs, the translator edits catalogs without the tool, git merges: nothing may come out of that both
//! clean and wrongly `current` (DESIGN §5, §6).
//!
//! Every pair of branches is generated from its number. `TARJUMAN_MERGE_PAIRS` asks for more of them, `TARJUMAN_MERGE_FIRST` says
//! at which to begin, `TARJUMAN_MERGE_KEEP=1` keeps the repositories of those that fail.

mod author;
mod conflict;
mod dice;
mod judge;
mod repository;
mod scripted;
mod story;
mod translator;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use story::Tally;

const PAIRS: u64 = 200;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_merge_is_both_clean_and_wrongly_current() {
    let first = number("TARJUMAN_MERGE_FIRST", 1);
    let end = first + number("TARJUMAN_MERGE_PAIRS", PAIRS);
    let keep = number("TARJUMAN_MERGE_KEEP", 0) > 0;
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
                    let tally = story::play(number, keep);
                    total.lock().expect("no pair panics while it adds").add(tally);
                }
            });
        }
    });
    let total = total.into_inner().expect("all pairs are played");
    report(&total, end - first);
    let failures = &total.failures;
    let shown: Vec<&str> = failures.iter().take(12).map(String::as_str).collect();
    assert!(failures.is_empty(), "{} pairs failed:\n{}", failures.len(), shown.join("\n"));
    assert!(total.noted as u64 * 10 >= end - first, "every third pair has a glossary, and most of these have notes");
    assert!(total.clean > 0 && total.conflicts > 0, "the pairs must try both outcomes");
    assert!(total.spurious_files * 10 <= total.conflicted_files, "too many conflicts between different units");
}

fn report(total: &Tally, pairs: u64) {
    println!("{pairs} pairs of branches, {} of them with terms noted", total.noted);
    println!("  merges   {}: {} clean, {} with conflicts", total.merges, total.clean, total.merges - total.clean);
    println!(
        "  rebases  {}: {} clean, {} with conflicts",
        total.rebases,
        total.clean_rebases,
        total.rebases - total.clean_rebases
    );
    println!(
        "  catalogs with conflicts {}: {} of them spurious (no unit touched by both sides); {} conflicts for {} contested units",
        total.conflicted_files, total.spurious_files, total.conflicts, total.contested_units
    );
    total.spurious.iter().for_each(|story| println!("    {story}"));
    println!(
        "  resolutions {}: {} units current because a person put a text below today's notes, {} by the source catalog alone",
        total.resolutions, total.by_hand, total.by_catalog
    );
}
