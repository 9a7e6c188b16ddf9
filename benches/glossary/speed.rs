//! 70,000 generated terms in 100,000 generated units, as a ratio to one pass of an Aho–Corasick automaton over the same text; and
//! what loading the sample's glossary adds to a `status`. The numbers of terms and units are the same in every run, and so are they.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use tarjuman::engine::glossary::{Glossary, Presence, judge_text};
use tarjuman::project::Project;
use tarjuman::workflow::Glossaries;

const TERMS: usize = 70_000;
const UNITS: usize = 100_000;
/// How often a status is measured; the fastest counts.
const STATUSES: usize = 60;

/// Prints all figures.
pub fn measure() {
    let mut random = Random(0x7a3d_51c9);
    let vocabulary: Vec<String> = (0..30_000).map(|_| random.word()).collect();
    let terms: Vec<String> = (0..TERMS).map(|_| random.term(&vocabulary)).collect();
    let units: Vec<String> = (0..UNITS).map(|_| random.unit(&vocabulary, &terms)).collect();
    let bytes: usize = units.iter().map(String::len).sum();
    let before = memory();
    let file: String = terms.iter().enumerate().map(|(at, term)| format!("-t{at} = {term}\n")).collect();

    let (automaton, built) = timed(|| {
        AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(&terms)
            .expect("an automaton")
    });
    let (plain, pass) = fastest(|| units.iter().map(|unit| automaton.find_iter(unit).count()).sum::<usize>());
    drop(automaton);
    println!("{TERMS} terms, {UNITS} units, {:.1} MB", bytes as f64 / 1e6);
    println!("one Aho-Corasick pass: built in {:.2} s, {plain} matches in {:.2} s", built.as_secs_f64(), pass.as_secs_f64());

    let locale = "en".parse().expect("a locale");
    let (source, read) = timed(|| Glossary::read(&file, &locale).0);
    let target = Glossary::read(&file, &locale).0;
    let (_, prepared) = timed(|| source.occurrences("warm", &target));
    let (found, finding) = fastest(|| units.iter().map(|unit| source.occurrences(unit, &target).len()).sum::<usize>());
    let judged = || {
        units.iter().map(|unit| {
            let judgement = judge_text(&source.occurrences(unit, &target), &target, unit);
            judgement.presences.iter().filter(|presence| **presence != Presence::Missing).count()
        })
    };
    let (rendered, both) = timed(|| judged().sum::<usize>());
    let ratio = |time: Duration| time.as_secs_f64() / pass.as_secs_f64();
    println!("reading {:.2} s, preparing {:.2} s", read.as_secs_f64(), prepared.as_secs_f64());
    println!("finding: {found} occurrences in {:.2} s, {:.1} times the pass", finding.as_secs_f64(), ratio(finding));
    println!("finding and judging: {rendered} rendered in {:.2} s, {:.1} times the pass", both.as_secs_f64(), ratio(both));
    println!("memory: {:.0} MB for two glossaries (peak {:.0} MB, texts included)", memory() - before, memory());
    status();
}

/// Loading the sample's glossaries, files and affix files looked for, against a `status` of the sample.
fn status() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = || Command::new(env!("CARGO_BIN_EXE_tarjuman")).arg("status").arg("--project").arg(root).output();
    let project = Project::open(root).expect("the sample is a project");
    let load = || Glossaries::load(&project).expect("the sample's glossaries load");
    let english = project.config.source_locale.clone();
    let text = "The ambassador of the Islamic Emirate spoke to TASS.";
    let find = || {
        let glossaries = load();
        let source = glossaries.terms(&english).expect("the source has terms");
        let found = |locale| glossaries.terms(locale).map_or(0, |terms| source.occurrences(text, &terms).len());
        project.config.target_locales.iter().map(found).sum::<usize>()
    };
    // One after the other, so that what else the machine does falls on both.
    let (mut whole, mut loading, mut finding) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..STATUSES {
        whole = whole.min(timed(run).1);
        loading = loading.min(timed(load).1);
        finding = finding.min(timed(find).1);
    }
    let percent = |time: Duration| 100.0 * time.as_secs_f64() / whole.as_secs_f64();
    let line = |what: &str, time: Duration| {
        println!(
            "{what}: {:.3} ms, {:.2} % of a status of {:.1} ms",
            time.as_secs_f64() * 1e3,
            percent(time),
            whole.as_secs_f64() * 1e3
        );
    };
    line("loading the sample's glossaries", loading);
    line("the same, preparing to find, and finding in one text", finding);
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed())
}

fn fastest<T>(run: impl Fn() -> T) -> (T, Duration) {
    let runs = (0..3).map(|_| timed(&run));
    runs.min_by_key(|(_, time)| *time).expect("there were runs")
}

/// The most memory that this process has had, in MB; 0 where the system does not say.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    peak.unwrap_or(0.0) / 1024.0
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    fn word(&mut self) -> String {
        const STARTS: [&str; 20] =
            ["b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pl", "gr", "sh"];
        const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "ea", "ou", "ai"];
        let syllables = 2 + self.below(3);
        (0..syllables).map(|_| format!("{}{}", STARTS[self.below(20)], VOWELS[self.below(8)])).collect::<String>()
            + ["", "n", "r", "t"][self.below(4)]
    }

    /// A word; those at the front of the vocabulary are frequent.
    fn pick<'v>(&mut self, vocabulary: &'v [String]) -> &'v str {
        let limit = [100, 1000, vocabulary.len()][self.below(3)];
        &vocabulary[self.below(limit)]
    }

    fn term(&mut self, vocabulary: &[String]) -> String {
        let words = 1 + self.below(3);
        (0..words).map(|_| vocabulary[self.below(vocabulary.len())].as_str()).collect::<Vec<_>>().join(" ")
    }

    /// About 30 words, among them two terms.
    fn unit(&mut self, vocabulary: &[String], terms: &[String]) -> String {
        let mut words: Vec<&str> = (0..25 + self.below(10)).map(|_| self.pick(vocabulary)).collect();
        words[5] = &terms[self.below(terms.len())];
        words[15] = &terms[self.below(terms.len())];
        let text = words.join(" ");
        text[..1].to_uppercase() + &text[1..] + "."
    }
}
