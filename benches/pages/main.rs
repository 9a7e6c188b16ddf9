//! Publishing a site, beside Hugo building the same pages: time and memory of both, and what a run costs when nothing or one unit
//! has changed.
//!
//! `cargo bench --bench pages -- [ARTICLES [FOLDER]]`, by default 2,000 articles in three languages. Hugo gets the localized
//! Markdown that `publish --to markdown` makes, and templates that give the same: pages with alternates, a switcher and linked data, an
//! index and a feed for each language, a sitemap. Beside that it builds a plain site that lacks most of it. Without Hugo on the machine
//! only our own figures are printed.

#[path = "hugo.rs"]
mod hugo;
#[path = "../scale/project.rs"]
#[allow(dead_code, reason = "the other benchmark needs more of it")]
mod project;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hugo::Kind;

/// Target locales beside English.
const TARGETS: usize = 2;
const RUNS: usize = 3;

fn main() {
    // Cargo hands its own flag `--bench` on.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let articles = arguments.first().and_then(|text| text.parse().ok()).unwrap_or(2000);
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let root = arguments.get(1).map_or_else(|| temporary.path().to_owned(), PathBuf::from);
    prepare(&root, articles);
    let aside = tempfile::tempdir_in(root.parent().expect("a folder lies in another")).expect("a temporary folder");

    let mut ours = Vec::new();
    let (mut theirs, mut plain) = (Vec::new(), Vec::new());
    for kind in [Kind::Same, Kind::Plain] {
        hugo::write(&root, TARGETS, kind);
    }
    for nth in 0..RUNS {
        forget(&root, &aside.path().join(nth.to_string()));
        ours.push(run(&mut tarjuman(&root, &["publish"])));
        theirs.extend(hugo::build(&root, Kind::Same).as_mut().map(run));
        plain.extend(hugo::build(&root, Kind::Plain).as_mut().map(run));
    }
    let fastest_of = |runs: Vec<Measured>| (!runs.is_empty()).then(|| fastest(runs));
    let (ours, theirs, plain) = (fastest(ours), fastest_of(theirs), fastest_of(plain));
    println!("{articles} articles × {} languages: {} pages\n", TARGETS + 1, count(&root.join("public/site"), "html"));
    line("publish: everything", &ours);
    for (name, kind, theirs) in [("the same pages", Kind::Same, &theirs), ("plain pages", Kind::Plain, &plain)] {
        let Some(theirs) = theirs else {
            println!("hugo is not installed: nothing to compare with\n");
            break;
        };
        line(&format!("hugo: {name}"), theirs);
        println!(
            "{} pages; time {:.1} times, processor time {:.1} times, memory {:.1} times ours\n",
            count(&root.join(kind.folder()).join("public"), "html"),
            theirs.time.as_secs_f64() / ours.time.as_secs_f64(),
            theirs.cpu.as_secs_f64() / ours.cpu.as_secs_f64(),
            theirs.peak_kilobytes as f64 / ours.peak_kilobytes as f64
        );
    }
    let least = only_files(&root, &aside.path().join("copy"), false);
    line("only reading its files and writing its pages", &least);
    let parsed = only_files(&root, &aside.path().join("parsed"), true);
    line("the same, each source and catalog parsed once", &parsed);
    if let Some(theirs) = &theirs {
        let share = |part: Duration, of: Duration| part.as_secs_f64() / of.as_secs_f64();
        for least in [&least, &parsed] {
            println!("{:.2} of our processor time, {:.2} of Hugo's", share(least.cpu, ours.cpu), share(least.cpu, theirs.cpu));
        }
        println!();
    }
    line("publish again, pages verified by content", &run(&mut tarjuman(&root, &["publish"])));
    std::thread::sleep(Duration::from_millis(300));
    run(&mut tarjuman(&root, &["publish"]));
    let mut nothing = Vec::new();
    let mut looks = Vec::new();
    for _ in 0..2 * RUNS {
        looks.push(stat_all(&root));
        nothing.push(run(&mut tarjuman(&root, &["publish"])));
    }
    let (nothing, look) = (fastest(nothing), looks.into_iter().min().expect("there were runs"));
    line("publish: nothing changed", &nothing);
    println!(
        "statting its {} files, one after the other: {:.3} s; ratio {:.1}\n",
        files(&root).len(),
        look.as_secs_f64(),
        nothing.time.as_secs_f64() / look.as_secs_f64()
    );
    let mut one = Vec::new();
    for nth in 0..RUNS {
        edit_unit(&root, nth);
        std::thread::sleep(Duration::from_millis(300));
        one.push(run(&mut tarjuman(&root, &["publish"])));
    }
    let one = fastest(one);
    line("publish: one unit changed", &one);
    println!("1/{:.0} of everything", ours.time.as_secs_f64() / one.time.as_secs_f64());
}

/// A project of translated articles, each with a date.
fn prepare(root: &Path, articles: usize) {
    project::write(root, articles, TARGETS, 4);
    for (nth, path) in list(&root.join("articles")).into_iter().enumerate() {
        let text = fs::read_to_string(&path).expect("an article");
        let date = format!("date: 20{:02}-{:02}-{:02}\nnumber:", 10 + nth % 15, 1 + nth % 12, 1 + nth % 28);
        fs::write(&path, text.replacen("number:", &date, 1)).expect("an article to write");
    }
    let config = fs::read_to_string(root.join("tarjuman.toml")).expect("a configuration");
    fs::write(root.join("tarjuman.toml"), config + "url = \"https://example.org\"\n").expect("a configuration to write");
    run(&mut tarjuman(root, &["sync"]));
    project::translate(root, TARGETS);
    run(&mut tarjuman(root, &["sync"]));
    run(&mut tarjuman(root, &["publish", "--to", "markdown"]));
    run(&mut tarjuman(root, &["publish"]));
}

fn tarjuman(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
    command.args(arguments).current_dir(root);
    command
}

/// What no program can do without: every source, catalog and ledger is read, and files as large as the pages are written, below
/// `copy`, one after the other in one thread. `parse` has the parsers that we use look at articles and catalogs, and throws away what
/// they find.
fn only_files(root: &Path, copy: &Path, parse: bool) -> Measured {
    let inputs: Vec<PathBuf> = ["articles", "locales", "glossary"].iter().flat_map(|folder| list(&root.join(folder))).collect();
    let site = root.join("public/site");
    let outputs = list(&site).into_iter().map(|path| {
        let bytes = fs::read(&path).expect("a page");
        (copy.join(path.strip_prefix(&site).expect("below the site")), bytes)
    });
    let outputs: Vec<(PathBuf, Vec<u8>)> = outputs.collect();
    let (start, before) = (Instant::now(), cpu(11));
    for path in &inputs {
        let text = String::from_utf8(fs::read(path).expect("a file")).expect("text");
        match path.extension().and_then(|extension| extension.to_str()).filter(|_| parse) {
            Some("md") => drop(std::hint::black_box(pulldown_cmark::Parser::new(&text).count())),
            Some("ftl") => drop(std::hint::black_box(fluent_syntax::parser::parse_runtime(text.as_str()).is_ok())),
            _ => drop(std::hint::black_box(text)),
        }
    }
    for (path, bytes) in &outputs {
        fs::create_dir_all(path.parent().expect("below the copy")).expect("a folder");
        fs::write(path, bytes).expect("a page to write");
    }
    Measured { time: start.elapsed(), cpu: cpu(11).saturating_sub(before), peak_kilobytes: 0 }
}

/// Moves away what earlier runs made. It is not deleted between two measurements: after thousands of deletions ext4 spends as long on
/// finding a free inode for each new file as the program on its page.
fn forget(root: &Path, aside: &Path) {
    fs::create_dir(aside).expect("a folder");
    for (nth, name) in ["public/site", "published/site", "published/site.toml", ".tarjuman", "hugo/public", "hugo-plain/public"]
        .iter()
        .enumerate()
    {
        // It may not be there yet.
        let _ = fs::rename(root.join(name), aside.join(nth.to_string()));
    }
}

/// Another word in a translation.
fn edit_unit(root: &Path, nth: usize) {
    let (locale, words) = project::LOCALES[0];
    let path = root.join("locales").join(locale).join(format!("00/report-{}.ftl", nth + 1));
    let text = fs::read_to_string(&path).expect("a catalog");
    let at = text.find("\np-").expect("a paragraph");
    let at = at + text[at..].find(words[0]).expect("a word of the language");
    fs::write(&path, format!("{}{}{}", &text[..at], words[1], &text[at + words[0].len()..])).expect("a catalog to write");
}

struct Measured {
    time: Duration,
    cpu: Duration,
    peak_kilobytes: u64,
}

fn run(command: &mut Command) -> Measured {
    let before = children_cpu();
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let file = format!("/proc/{}/status", child.id());
    let mut peak_kilobytes = 0;
    while child.try_wait().expect("the child is ours").is_none() {
        let status = fs::read_to_string(&file).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0);
        peak_kilobytes = peak_kilobytes.max(now);
        std::thread::sleep(Duration::from_millis(1));
    }
    Measured { time: start.elapsed(), cpu: children_cpu().saturating_sub(before), peak_kilobytes }
}

fn children_cpu() -> Duration {
    cpu(13)
}

/// The sum of two neighbouring fields of `/proc/self/stat`, the first of them counted from behind the name.
fn cpu(first: usize) -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit_once(") ").map(|(_, rest)| rest.split(' ').collect()).unwrap_or_default();
    let ticks = |nth: usize| fields.get(nth).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    Duration::from_millis((ticks(first) + ticks(first + 1)) * 10)
}

fn fastest(runs: Vec<Measured>) -> Measured {
    runs.into_iter().min_by_key(|run| run.time).expect("there were runs")
}

fn line(name: &str, run: &Measured) {
    let megabytes = run.peak_kilobytes as f64 / 1024.0;
    println!("{name:<44} {:>8.3} s {:>8.2} s CPU {megabytes:>8.1} MB", run.time.as_secs_f64(), run.cpu.as_secs_f64());
}

/// Every file that a run has to do with.
fn files(root: &Path) -> Vec<PathBuf> {
    ["articles", "locales", "glossary", "published/site", "public/site"]
        .iter()
        .flat_map(|folder| list(&root.join(folder)))
        .collect()
}

fn stat_all(root: &Path) -> Duration {
    let files = files(root);
    let start = Instant::now();
    for file in &files {
        std::hint::black_box(fs::metadata(file).expect("a file"));
    }
    start.elapsed()
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { waiting.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

fn count(folder: &Path, extension: &str) -> usize {
    list(folder).iter().filter(|path| path.extension().is_some_and(|own| own == extension)).count()
}
