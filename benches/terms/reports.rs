//! What the engine says of every term of every pair, and what a reader said of samples of its reports.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use tarjuman::engine::glossary::{Glossary, Presence, judge_text};

use super::corpus::Pair;
use super::random::Random;

/// How many reports are read at a time, and the seed by which those are drawn that are to be read next.
const SAMPLE: usize = 100;
const SEED: u64 = 3;

/// A term of a pair, once however often it occurs there.
pub struct Judged<'p> {
    pub pair: &'p Pair,
    pub term: String,
    /// The term as the source text has it.
    pub text: String,
    pub presence: Presence,
    /// Whether translations keep the text of the source.
    pub keep: bool,
}

impl Judged<'_> {
    /// `ARTICLE/LOCALE/UNIT/TERM`.
    fn id(&self) -> String {
        format!("{}/{}", self.pair.id, self.term)
    }

    fn is_report(&self) -> bool {
        self.presence == Presence::Missing
    }
}

/// Judges every pair.
pub fn judge_all<'p>(pairs: &'p [Pair], source: &Glossary, targets: &[(&str, Glossary)]) -> Vec<Judged<'p>> {
    let mut judged = Vec::new();
    for pair in pairs {
        let Some((_, target)) = targets.iter().find(|(locale, _)| *locale == pair.locale) else { continue };
        let occurrences = source.occurrences(&pair.source, target);
        let judgement = judge_text(&occurrences, target, &pair.target);
        let mut seen = BTreeSet::new();
        for (occurrence, presence) in occurrences.iter().zip(judgement.presences) {
            if seen.insert(occurrence.term()) {
                let (term, text) = (occurrence.term().to_owned(), occurrence.text.clone());
                judged.push(Judged { pair, term, text, presence, keep: occurrence.keep() });
            }
        }
    }
    judged
}

/// Prints how often terms are rendered and reported, by language.
pub fn print(name: &str, judged: &[Judged<'_>]) {
    println!("{name:<14} {:>8} {:>9} {:>8} {:>8} {:>6} {:>9}", "terms", "rendered", "missing", "missing", "kept", "not kept");
    let mut rows: BTreeMap<&str, Vec<&Judged<'_>>> = BTreeMap::new();
    for one in judged {
        rows.entry(&one.pair.locale).or_default().push(one);
        rows.entry("~all").or_default().push(one);
    }
    for (locale, row) in rows {
        let count = |test: &dyn Fn(&Judged<'_>) -> bool| row.iter().filter(|one| test(one)).count();
        let (terms, missing) = (count(&|one| !one.keep), count(&|one| one.is_report()));
        let kept = count(&|one| one.keep && one.presence != Presence::NotKept);
        println!(
            "{:<14} {terms:>8} {:>9} {missing:>8} {:>6.1} % {kept:>6} {:>9}",
            locale.trim_start_matches('~'),
            terms - missing,
            100.0 * missing as f64 / terms.max(1) as f64,
            count(&|one| one.presence == Presence::NotKept)
        );
    }
    println!();
}

/// Prints what a reader said of samples of earlier runs, and writes the next one.
pub fn print_read(judged: &[&Judged<'_>]) {
    let reports: Vec<&&Judged<'_>> = judged.iter().filter(|one| one.is_report()).collect();
    let mut text = String::new();
    for one in Random(SEED).sample(&reports, SAMPLE) {
        let _ = writeln!(text, "{}\t{}\n  {}\n  {}", one.id(), one.text, one.pair.source, one.pair.target);
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terms.txt");
    std::fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    println!("{SAMPLE} reports to be read: {}", path.display());
    let read = verdicts(include_str!("read.tsv"));
    let now: BTreeSet<String> = reports.iter().map(|one| one.id()).collect();
    for round in read.iter().map(|(round, _, _)| *round).collect::<BTreeSet<_>>() {
        let own: Vec<_> = read.iter().filter(|(own, _, _)| *own == round).collect();
        let still: Vec<_> = own.iter().filter(|(_, id, _)| now.contains(*id)).collect();
        println!(
            "read in round {round}: {} reports, {} false; still reported {}, of which {} false",
            own.len(),
            own.iter().filter(|(_, _, verdict)| *verdict == "false").count(),
            still.len(),
            still.iter().filter(|(_, _, verdict)| *verdict == "false").count()
        );
    }
    println!();
}

/// Round, report and verdict of every report that was read.
fn verdicts(text: &str) -> Vec<(&str, &str, &str)> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let fields = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    fields.map(|fields| (fields[0], fields[1], fields[2])).collect()
}
