//! How the commands scale: a generated project, and every command's time as a ratio to reading and hashing the same bytes.
//!
//! `cargo bench --bench scale -- [ARTICLES [LOCALES [FOLDER]]]`, by default 1000 articles in 9 locales in a folder of its own that
//! is removed afterwards. The commands are the real binary; the plain loop they are compared with runs in this process,
//! right before each of them, so that both see the same machine. The loop has one thread, the commands have one for each core: the
//! ratio of processor times is what the work costs, that of wall times what a person waits.

mod measure;
mod project;

use std::path::{Path, PathBuf};
use std::time::Duration;

use measure::{Measured, Plain};

fn main() {
    // Cargo hands its own flag `--bench` on.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let number = |nth: usize, otherwise: usize| arguments.get(nth).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (articles, locales) = (number(0, 1000), number(1, 9).min(project::LOCALES.len()));
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let root = arguments.get(2).map_or_else(|| temporary.path().to_owned(), PathBuf::from);

    println!("{articles} articles × {locales} locales");
    project::write(&root, articles, locales, 4);
    let born = measure::run(&root, &["sync"]);
    project::translate(&root, locales);
    let recorded = measure::run(&root, &["sync"]);
    // About one unit in a hundred.
    project::edit(&root, (0..articles).step_by(10), 3);
    let edited = measure::run(&root, &["sync"]);

    let plain = measure::plain(&root);
    println!("{} files, {:.1} MB; read and hashed by a plain loop in {:.3} s\n", plain.files, plain.megabytes(), plain.seconds());
    header();
    line("sync: all articles new", &born, &measure::plain(&root));
    line("sync: all translations new", &recorded, &measure::plain(&root));
    line("sync: one unit in a hundred edited", &edited, &measure::plain(&root));
    command("sync: nothing to do", &root, &["sync"], &|_| {});
    command("sync: one article edited", &root, &["sync"], &project::edit_one);
    command("status", &root, &["status"], &|_| {});
    command("diff", &root, &["diff"], &|_| {});
    command("todo, one locale", &root, &["todo", project::LOCALES[0].0], &|_| {});
    command("publish: everything", &root, &["publish", "--to", "markdown"], &unpublish);
    command("publish: nothing changed", &root, &["publish", "--to", "markdown"], &|_| {});
}

fn unpublish(root: &Path) {
    for folder in ["public", "published"] {
        // It may not be there yet.
        let _ = std::fs::remove_dir_all(root.join(folder));
    }
}

/// Runs a command three times, each after `prepare` and after a plain loop, and prints the fastest run against the fastest loop.
fn command(name: &str, root: &Path, arguments: &[&str], prepare: &dyn Fn(&Path)) {
    const RUNS: usize = 3;
    let mut plains = Vec::new();
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        prepare(root);
        plains.push(measure::plain(root));
        runs.push(measure::run(root, arguments));
    }
    let plain = plains.into_iter().min_by_key(|plain| plain.time).expect("there were runs");
    let run = runs.into_iter().min_by_key(|run| run.time).expect("there were runs");
    line(name, &run, &plain);
}

fn header() {
    println!(
        "{:<36} {:>8} {:>8} {:>7} {:>7} {:>7} {:>9} {:>5}",
        "", "wall s", "ratio", "CPU s", "ratio", "MB/s", "peak MB", "exit"
    );
}

fn line(name: &str, run: &Measured, plain: &Plain) {
    let seconds = |time: Duration| time.as_secs_f64();
    println!(
        "{name:<36} {:>8.3} {:>8.1} {:>7.2} {:>7.1} {:>7.1} {:>9.1} {:>5}",
        seconds(run.time),
        seconds(run.time) / plain.seconds(),
        seconds(run.cpu),
        seconds(run.cpu) / seconds(plain.cpu).max(0.01),
        plain.megabytes() / seconds(run.time),
        run.peak_kilobytes as f64 / 1024.0,
        run.code
    );
}
