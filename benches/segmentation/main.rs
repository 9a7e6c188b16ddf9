//! Segmentation beside sentencex: how many texts are divided exactly as expected, and how fast.
//!
//! `cargo bench --bench segmentation -- FILE [--verbose]`, where FILE is JSON: `{"cases": [{"locale", "text", "segments"}]}` or
//! the list alone. Segments are compared without their white space, which some lists of cases even out.
//! `lines` is what stands in a catalog: cuts that Markdown or the joining of lines forbids are left out.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use tarjuman::base::Locale;
use tarjuman::engine::segment::{Rules, find_boundaries, segment};
use tarjuman::model::{Element, Placeables, flatten};

struct Case {
    locale: Locale,
    text: String,
    segments: Vec<String>,
}

/// Exact matches by locale.
#[derive(Default)]
struct Score {
    cases: usize,
    ours: usize,
    lines: usize,
    sentencex: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let verbose = arguments.iter().any(|argument| argument == "--verbose");
    let Some(file) = arguments.iter().find(|argument| !argument.starts_with("--")) else {
        println!("skipped: name a file of cases: cargo bench --bench segmentation -- FILE [--verbose]");
        return;
    };
    let cases = match read(file) {
        Ok(cases) => cases,
        Err(error) => {
            eprintln!("{file}: {error}");
            std::process::exit(2);
        }
    };
    let scores = score(&cases, verbose);
    print(&scores);
    measure(&cases);
}

fn read(file: &str) -> Result<Vec<Case>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let json: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let list = json.get("cases").unwrap_or(&json).as_array().ok_or("neither a list of cases nor an object with `cases`")?;
    list.iter().enumerate().map(|(at, case)| read_case(case).map_err(|error| format!("case {}: {error}", at + 1))).collect()
}

fn read_case(case: &serde_json::Value) -> Result<Case, String> {
    let string = |key: &str| case[key].as_str().map(str::to_owned).ok_or(format!("no `{key}`"));
    let segments = case["segments"].as_array().ok_or("no `segments`")?;
    Ok(Case {
        locale: string("locale")?.parse().map_err(|error| format!("{error}"))?,
        text: string("text")?,
        segments: segments.iter().map(|segment| even(segment.as_str().unwrap_or_default())).collect(),
    })
}

/// The text without white space.
fn even(text: &str) -> String {
    text.split_whitespace().collect()
}

fn evened<'t>(segments: impl Iterator<Item = &'t str>) -> Vec<String> {
    segments.map(even).filter(|segment| !segment.is_empty()).collect()
}

fn ours(case: &Case) -> Vec<String> {
    let boundaries = find_boundaries(&case.text, &Rules::of(&case.locale));
    let starts = boundaries.iter().map(|boundary| boundary.start);
    let ends = boundaries.iter().map(|boundary| boundary.end).chain([case.text.len()]);
    evened([0].into_iter().chain(starts).zip(ends).map(|(start, end)| &case.text[start..end]))
}

fn lines(case: &Case) -> Vec<String> {
    let unit =
        segment(&[Element::Text(case.text.split_whitespace().collect::<Vec<_>>().join(" "))], &Placeables::new(), &case.locale);
    let lines: Vec<String> = unit.segments.iter().map(|segment| flatten(segment, &Placeables::new())).collect();
    evened(lines.iter().map(String::as_str))
}

fn sentencex(case: &Case) -> Vec<String> {
    evened(sentencex::segment(case.locale.language(), &case.text).into_iter())
}

fn score(cases: &[Case], verbose: bool) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for case in cases {
        let score = scores.entry(case.locale.to_string()).or_default();
        let found = ours(case);
        score.cases += 1;
        score.ours += usize::from(found == case.segments);
        score.lines += usize::from(lines(case) == case.segments);
        score.sentencex += usize::from(sentencex(case) == case.segments);
        if verbose && found != case.segments {
            println!("{}:\n  expected  {}\n  found     {}", case.locale, case.segments.join(" ⏐ "), found.join(" ⏐ "));
        }
    }
    scores
}

fn print(scores: &BTreeMap<String, Score>) {
    println!("exact matches\n{:<10} {:>6} {:>8} {:>8} {:>10}", "locale", "cases", "ours", "lines", "sentencex");
    let mut total = Score::default();
    for (locale, score) in scores {
        println!("{locale:<10} {:>6} {:>8} {:>8} {:>10}", score.cases, score.ours, score.lines, score.sentencex);
        total.cases += score.cases;
        total.ours += score.ours;
        total.lines += score.lines;
        total.sentencex += score.sentencex;
    }
    let share = |exact: usize| format!("{:.1} %", exact as f64 * 100.0 / total.cases.max(1) as f64);
    println!("{:<10} {:>6} {:>8} {:>8} {:>10}", "all", total.cases, total.ours, total.lines, total.sentencex);
    println!("{:<10} {:>6} {:>8} {:>8} {:>10}", "", "", share(total.ours), share(total.lines), share(total.sentencex));
}

/// Both over the same texts, in turns, the best of several rounds.
fn measure(cases: &[Case]) {
    const ROUNDS: usize = 15;
    const REPEATS: usize = 20;
    let bytes: usize = cases.iter().map(|case| case.text.len()).sum::<usize>() * REPEATS;
    let time = |work: &dyn Fn(&Case) -> usize| {
        let begun = Instant::now();
        let found: usize = (0..REPEATS).flat_map(|_| cases).map(work).sum();
        (begun.elapsed(), std::hint::black_box(found))
    };
    let (mut best_ours, mut best_theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        best_ours = best_ours.min(time(&|case| find_boundaries(&case.text, &Rules::of(&case.locale)).len()).0);
        best_theirs =
            best_theirs.min(time(&|case| sentencex::get_sentence_boundaries(case.locale.language(), &case.text).len()).0);
    }
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    let (ours, theirs) = (speed(best_ours), speed(best_theirs));
    println!("throughput: ours {ours:.1} MB/s, sentencex {theirs:.1} MB/s, ratio {:.2}", ours / theirs);
}
