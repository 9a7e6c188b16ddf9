//! What is kept through edits: real ones, made-up ones, and how long it takes.
//!
//! `cargo bench --bench retention -- FOLDER…` reads every folder below those named that holds `old.md` and `new.md`: the old text is
//! synced and translated in full, then the new text is synced, and what became of every translation is counted. Similarity is
//! computed here, not by the engine. Where a folder also holds `offers.txt`, lines `OLD => NEW` of unit numbers, the translations
//! offered are compared with those (`tests/offers` has such folders).
//! `--offers` prints every offer, `--unkept` what an exact match of sentences would have kept and is not in view. Without a folder: the table of edits in `tests/align`, beside three simple ways of keying
//! units, and the time that aligning long articles takes; with `--ours`, without the minutes that `msgmerge` needs for one of them.

mod keys;
mod measure;
mod speed;
#[path = "../../tests/align/table.rs"]
mod table;
mod text;

use std::path::{Path, PathBuf};

use measure::Counts;

fn main() {
    // Cargo hands its own flag `--bench` on.
    let folders: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).map(PathBuf::from).collect();
    if folders.is_empty() {
        keys::compare();
        speed::measure(std::env::args().any(|argument| argument == "--ours"));
        return;
    }
    let show_offers = std::env::args().any(|argument| argument == "--offers");
    let show_unkept = std::env::args().any(|argument| argument == "--unkept");
    let mut found = Vec::new();
    folders.iter().for_each(|folder| collect(folder, &mut found));
    found.sort();
    if found.is_empty() {
        println!("no folder with `old.md` and `new.md`");
        return;
    }
    let mut total = Counts::default();
    Counts::header();
    for folder in &found {
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
        let (Some(old), Some(new)) = (read("old.md"), read("new.md")) else { continue };
        let wanted = read("offers.txt").map(|text| wanted(&text));
        let counts = measure::retained(old, new, wanted.as_deref());
        if show_offers {
            counts.offers();
        }
        if show_unkept {
            counts.unkept();
        }
        counts.line(&folder.file_name().unwrap_or_default().to_string_lossy());
        total.add(&counts);
    }
    total.line("total");
    total.summary(found.len());
}

/// Reads lines `OLD => NEW`, units counted from 1; the others are comments.
fn wanted(text: &str) -> Vec<(usize, usize)> {
    let number = |text: &str| text.trim().parse::<usize>().ok()?.checked_sub(1);
    text.lines().filter_map(|line| line.split_once("=>")).filter_map(|(old, new)| Some((number(old)?, number(new)?))).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    if folder.join("old.md").is_file() && folder.join("new.md").is_file() {
        found.push(folder.to_owned());
    }
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        collect(&entry.path(), found);
    }
}
