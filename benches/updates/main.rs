//! What an update costs: articles × locales, three articles in ten edited, `tarjuman sync` beside the same update by po4a; and how
//! the cost grows from a thousand articles to ten thousand.
//!
//! `cargo bench --bench updates -- [--articles N] [--locales N] [--po4a N] [--growth N]`; by default 1000 articles in 3 locales,
//! po4a on 100 of them (its times are multiplied; `--po4a 1000` runs it on all, `--po4a 0` not at all), and the growth to
//! ten times as many articles in one locale (`--growth 0` leaves it out). Everything is generated, with fixed seeds. The project
//! lies in Cargo's folder for temporary files below `target`, which has to be on a disk: a sync flushes what it writes.

#[path = "../scale/measure.rs"]
#[expect(dead_code, reason = "the plain loop is the other bench's")]
mod measure;
mod po4a;
#[path = "../scale/project.rs"]
#[expect(dead_code, reason = "the other bench needs more of it")]
mod project;

use std::path::Path;

use measure::Measured;

/// With eight sections an article has about fifty units and twelve hundred words.
const SECTIONS: usize = 8;
/// So many units of an edited article are edited.
const EDITED_UNITS: usize = 4;
/// Every measured update is made so often, each time with other edits; the fastest counts.
const ROUNDS: usize = 3;

fn main() {
    let (articles, locales) = (option("--articles", 1000), option("--locales", 3).clamp(1, project::LOCALES.len()));
    let (share, growth) = (option("--po4a", 100).min(articles), option("--growth", 10));
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    println!("{articles} articles × {locales} locales, {} edited, {EDITED_UNITS} units each", edited(articles).count());
    println!("{:<44} {:>8} {:>8} {:>9}", "", "wall s", "CPU s", "peak MB");
    let ours = update(&folder.path().join("tarjuman"), articles, locales);
    line("tarjuman sync", &ours, 1.0);
    if share > 0 {
        po4a::compare(&folder.path().join("po4a"), (articles, share), locales, &ours);
    }
    if growth > 0 {
        grow(folder.path(), articles, articles * growth);
    }
}

fn option(name: &str, otherwise: usize) -> usize {
    let arguments: Vec<String> = std::env::args().collect();
    let value = arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
    value.and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// The articles that an update edits: three in ten.
fn edited(articles: usize) -> impl Iterator<Item = usize> {
    (0..articles).filter(|number| number % 10 < 3)
}

/// Makes a project, translates it and measures a sync after edits.
fn update(root: &Path, articles: usize, locales: usize) -> Measured {
    translated(root, articles, locales);
    fastest(|| {
        project::edit(root, edited(articles), EDITED_UNITS);
        measure::run(root, &["sync"])
    })
}

fn translated(root: &Path, articles: usize, locales: usize) {
    project::write(root, articles, locales, SECTIONS);
    for _ in 0..2 {
        let run = measure::run(root, &["sync"]);
        assert!(run.code < 2, "the sync of a new project failed");
        project::translate(root, locales);
    }
}

fn fastest(run: impl Fn() -> Measured) -> Measured {
    let runs = (0..ROUNDS).map(|_| run()).inspect(|run| assert!(run.code < 2, "a sync failed"));
    runs.min_by_key(|run| run.cpu).expect("there are rounds")
}

/// Prints one line; times are multiplied by `scale`.
fn line(name: &str, run: &Measured, scale: f64) {
    println!(
        "{name:<44} {:>8.2} {:>8.2} {:>9.1}",
        run.time.as_secs_f64() * scale,
        run.cpu.as_secs_f64() * scale,
        run.peak_kilobytes as f64 / 1024.0
    );
}

/// Measures two sizes in one locale and prints what an article costs in each.
fn grow(folder: &Path, few: usize, many: usize) {
    println!("\n{few} and {many} articles × 1 locale, milliseconds for each article");
    println!("{:<44} {:>8} {:>8} {:>9}", "", "wall", "CPU", "peak MB");
    let names = ["three in ten edited", "one edited", "nothing edited"];
    let [less, more] = [few, many].map(|articles| {
        let root = folder.join(articles.to_string());
        let most = update(&root, articles, 1);
        let one = fastest(|| {
            project::edit(&root, [articles - 1], 1);
            measure::run(&root, &["sync"])
        });
        let none = fastest(|| measure::run(&root, &["sync"]));
        std::fs::remove_dir_all(&root).expect("the project is ours");
        [most, one, none]
    });
    for (nth, name) in names.iter().enumerate() {
        let each = [(few, &less[nth]), (many, &more[nth])].map(|(articles, run)| {
            line(&format!("{articles} articles, {name}"), run, 1000.0 / articles as f64);
            (run.time.as_secs_f64() / articles as f64, run.cpu.as_secs_f64() / articles as f64)
        });
        println!("{:<44} {:>8.2} {:>8.2}", "  ratio", each[1].0 / each[0].0, each[1].1 / each[0].1);
    }
}
