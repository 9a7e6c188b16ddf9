//! How well the glossary recognises terms, and how fast.
//!
//! `cargo bench --bench glossary [-- FILE ...]` scores tables of cases, by default those in `tests/glossary/`, beside exact word
//! matching and beside stemming alone. A case is a locale, a term, a text and whether the text holds the term in some form:
//!
//! ```text
//! ru<TAB>посол<TAB>accept<TAB>Встреча с послом длилась час.
//! ru<TAB>посол<TAB>refuse<TAB>Он ушёл после обеда.
//! ```
//!
//! Columns may also be named in a first line (`locale`, `term`, `accept`, `text`, in any order), the verdict may stand anywhere
//! after the locale and be `accept`/`refuse`, `true`/`false`, `1`/`0`, `yes`/`no` or `+`/`-`; CSV, a JSON list of objects or lists,
//! and JSON lines are read as well. What cannot be read is counted and shown. `--speed` alone measures speed alone.

mod speed;
#[path = "../../tests/glossary/table.rs"]
mod table;

use std::collections::BTreeMap;

use tarjuman::engine::glossary::stem;
use unicode_segmentation::UnicodeSegmentation;

/// The tables in `tests/glossary/`, each with its place.
macro_rules! own_tables {
    ($($name:literal),*) => {
        [$((concat!("tests/glossary/", $name, ".tsv"), include_str!(concat!("../../tests/glossary/", $name, ".tsv")))),*]
    };
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let files: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
    let speed_only = arguments.iter().any(|argument| argument == "--speed");
    for file in &files {
        match std::fs::read_to_string(file) {
            Ok(text) => score(file, &text),
            Err(error) => {
                eprintln!("{file}: {error}");
                std::process::exit(2);
            }
        }
    }
    if files.is_empty() && !speed_only {
        for (name, table) in own_tables!(
            "inflection",
            "paradigms",
            "held-out",
            "blind-1",
            "blind-2",
            "blind-3",
            "blind-4",
            "blind-5",
            "blind-6",
            "blind-7",
            "blind-8",
            "blind-9",
            "blind-10"
        ) {
            score(name, table);
        }
    }
    if files.is_empty() {
        speed::measure();
    }
}

#[derive(Default)]
struct Tally {
    cases: usize,
    right: usize,
    exact: usize,
    stemmed: usize,
}

fn score(name: &str, text: &str) {
    let (cases, faults) = table::read(text);
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    println!("{name}");
    faults.iter().for_each(|fault| println!("  {fault}"));
    let mut source_differs = 0;
    for case in &cases {
        let (judged, occurs) = table::verdicts(case);
        source_differs += usize::from(judged != occurs);
        if judged != case.accept {
            let expected = if case.accept { "accept" } else { "refuse" };
            println!("  {}: {} `{}` {expected}: {}", case.at, case.locale, case.term, case.text);
        }
        let words = |text: &str| text.to_lowercase().unicode_words().map(str::to_owned).collect::<Vec<_>>();
        let stems = |text: &str| words(text).iter().map(|word| stem(case.locale.language(), word)).collect::<Vec<_>>();
        let tally = tallies.entry(case.locale.language().to_owned()).or_default();
        tally.cases += 1;
        tally.right += usize::from(judged == case.accept);
        tally.exact += usize::from(holds(&words(&case.text), &words(&case.term)) == case.accept);
        tally.stemmed += usize::from(holds(&stems(&case.text), &stems(&case.term)) == case.accept);
    }
    println!("{:<10} {:>6} {:>8} {:>12} {:>9}", "language", "cases", "glossary", "exact words", "stemming");
    let mut all = Tally::default();
    for (language, tally) in &tallies {
        line(language, tally);
        all.cases += tally.cases;
        all.right += tally.right;
        all.exact += tally.exact;
        all.stemmed += tally.stemmed;
    }
    line("all", &all);
    println!("{} cases not read; on {source_differs} the source side says otherwise\n", faults.len());
}

fn line(language: &str, tally: &Tally) {
    let percent = |right: usize| 100.0 * right as f64 / tally.cases.max(1) as f64;
    let [right, exact, stemmed] = [tally.right, tally.exact, tally.stemmed].map(percent);
    println!("{language:<10} {:>6} {right:>7.1}% {exact:>11.1}% {stemmed:>8.1}%", tally.cases);
}

fn holds(words: &[String], term: &[String]) -> bool {
    !term.is_empty() && words.windows(term.len()).any(|window| window == term)
}
