//! What durability costs: a command that replaces many files, against writing the same bytes with no durability at all.
//!
//! `cargo bench --bench saving -- [FILES [BYTES]]`, by default 900 files of 9,000 bytes. The two take turns in this process, in
//! a temporary folder on the same file system; the median of each is printed with their ratio. "Plain" is `std::fs::write` over
//! files that exist: no temporary file, no rename, no flush, and so no protection of any kind.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tarjuman::project::save::{FileChange, SaveOptions, Title, Transaction, Writer};

const ROUNDS: usize = 9;

fn main() {
    let arguments: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let (files, bytes) = (arguments.first().copied().unwrap_or(900), arguments.get(1).copied().unwrap_or(9_000));
    let folder = tempfile::Builder::new().tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    let paths: Vec<String> = (0..files).map(|at| format!("locales/l{}/article-{at}.ftl", at % 9)).collect();
    println!("{files} files of {bytes} bytes, median of {ROUNDS} rounds; milliseconds");
    println!("{:40} {:>8} {:>8} {:>6}", "", "plain", "saved", "ratio");
    measure("one line of each changed, as by a sync", folder.path(), &paths, &[text(0, 0, bytes), text(0, 1, bytes)]);
    measure("every line changed", folder.path(), &paths, &[text(0, 0, bytes), text(1, 1, bytes)]);
}

fn measure(name: &str, folder: &Path, paths: &[String], texts: &[String; 2]) {
    let (plain_root, saved_root) = (folder.join("plain"), folder.join("saved"));
    for root in [&plain_root, &saved_root] {
        paths.iter().for_each(|path| put(&root.join(path), &texts[0]));
    }
    let (mut plain, mut saved) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let (before, after) = (&texts[round % 2], &texts[(round + 1) % 2]);
        plain.push(timed(|| paths.iter().for_each(|path| fs::write(plain_root.join(path), after).expect("written"))));
        let change = |path: &String| FileChange { path: path.clone(), before: Some(before.clone()), after: Some(after.clone()) };
        let transaction = Transaction { changes: paths.iter().map(change).collect() };
        saved.push(timed(|| {
            let mut writer = Writer::begin(&saved_root, &SaveOptions::default()).expect("the only writer");
            writer.apply(&Title::command("bench"), &transaction).expect("saved");
        }));
    }
    let (plain, saved) = (median(plain), median(saved));
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    let ratio = saved.as_secs_f64() / plain.as_secs_f64();
    println!("{name:40} {:>8.1} {:>8.1} {ratio:>6.2}", milliseconds(plain), milliseconds(saved));
}

/// A catalog of `bytes` bytes: all its lines say `version`, but the one in the middle says `revision`.
fn text(version: usize, revision: usize, bytes: usize) -> String {
    let line =
        |version| format!("p-the-same-sentence-{version}aaa = Version {version} of a sentence that stands in every catalog.\n");
    let lines = bytes / line(version).len() + 1;
    let line = |at| if at == lines / 2 { line(revision) } else { line(version) };
    (0..lines).map(line).collect::<String>()[..bytes].to_owned()
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a path with a folder")).expect("made");
    fs::write(path, text).expect("written");
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
