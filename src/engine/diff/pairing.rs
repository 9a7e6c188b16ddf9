//! Which segments of a translation render which segments of its source.
//!
//! As many on both sides are paired one by one. Otherwise the likeliest pairing in order is estimated from lengths and from what
//! both sides share whatever the language, numbers and links and Latin words (after Gale and Church 1993).

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// How the segments of two texts belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// Ranges of source and target segments that render each other, in order; a range may be empty.
    pub pairs: Vec<(Range<usize>, Range<usize>)>,
    /// Whether this is an estimate.
    pub about: bool,
}

impl Pairing {
    /// The target segments that render the source segment `source`, ascending.
    pub fn rendering(&self, source: usize) -> Vec<usize> {
        self.pairs.iter().filter(|(from, _)| from.contains(&source)).flat_map(|(_, to)| to.clone()).collect()
    }
}

/// The steps of a pairing, how many segments of each side, and what a step costs beside its lengths; one to one is free.
const STEPS: &[(usize, usize, f64)] = &[(1, 1, 0.0), (1, 2, 2.2), (2, 1, 2.2), (1, 0, 4.5), (0, 1, 4.5), (2, 2, 4.5)];

/// How much a shared number or word is worth.
const ANCHOR: f64 = 2.0;

/// Pairs the flat texts of the segments of a source text and of its translation.
pub fn pair_segments<S: AsRef<str>, T: AsRef<str>>(source: &[S], target: &[T]) -> Pairing {
    if source.len() == target.len() {
        return Pairing { pairs: (0..source.len()).map(|at| (at..at + 1, at..at + 1)).collect(), about: false };
    }
    let source: Vec<Side> = source.iter().map(|text| Side::of(text.as_ref())).collect();
    let target: Vec<Side> = target.iter().map(|text| Side::of(text.as_ref())).collect();
    Pairing { pairs: cheapest(&source, &target), about: true }
}

/// What of a segment does not depend on its language.
struct Side {
    length: f64,
    anchors: BTreeSet<String>,
}

impl Side {
    fn of(text: &str) -> Self {
        let letters = text.chars().filter(|c| !c.is_whitespace());
        // A sign that stands for a word is as long as three letters.
        let length = letters.map(|c| if c >= '\u{2E80}' { 3.0 } else { 1.0 }).sum();
        Self { length, anchors: anchors(text) }
    }
}

/// Numbers by value, words with a capital or a sign that languages share, targets of links.
fn anchors(text: &str) -> BTreeSet<String> {
    let words = text.unicode_words().filter_map(|word| {
        let digits: String = word.chars().filter_map(crate::engine::grade::digit).collect();
        let named = word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase());
        if digits.is_empty() { named.then(|| word.to_lowercase()) } else { Some(digits) }
    });
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned);
    words.chain(targets).collect()
}

fn cheapest(source: &[Side], target: &[Side]) -> Vec<(Range<usize>, Range<usize>)> {
    let total = |sides: &[Side]| sides.iter().map(|side| side.length).sum::<f64>().max(1.0);
    let ratio = total(target) / total(source);
    let width = target.len() + 1;
    let mut best = vec![(f64::INFINITY, (0, 0)); (source.len() + 1) * width];
    best[0].0 = 0.0;
    for i in 0..=source.len() {
        for j in 0..=target.len() {
            let (so_far, _) = best[i * width + j];
            for &(from, to, extra) in STEPS.iter().filter(|(from, to, _)| i + from <= source.len() && j + to <= target.len()) {
                let cost = so_far + extra + cost(&source[i..i + from], &target[j..j + to], ratio);
                let place = &mut best[(i + from) * width + j + to];
                if cost < place.0 {
                    *place = (cost, (from, to));
                }
            }
        }
    }
    let (mut i, mut j) = (source.len(), target.len());
    let mut pairs = Vec::new();
    while i + j > 0 {
        let (from, to) = best[i * width + j].1;
        pairs.push((i - from..i, j - to..j));
        (i, j) = (i - from, j - to);
    }
    pairs.reverse();
    pairs
}

/// How unlikely it is that these segments render each other: squared deviation of the lengths, less what they share.
fn cost(source: &[Side], target: &[Side], ratio: f64) -> f64 {
    if source.is_empty() || target.is_empty() {
        return 0.0;
    }
    let length = |sides: &[Side]| sides.iter().map(|side| side.length).sum::<f64>();
    let (expected, found) = (length(source) * ratio, length(target));
    let deviation = (expected - found).powi(2) / (expected.max(found).max(1.0) * 6.8);
    let anchors = |sides: &[Side]| sides.iter().flat_map(|side| side.anchors.iter().cloned()).collect::<BTreeSet<_>>();
    let (from, to) = (anchors(source), anchors(target));
    let shared = from.intersection(&to).count() as f64;
    let numbers = |set: &BTreeSet<String>| set.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    let alone = numbers(&from).abs_diff(numbers(&to)) as f64;
    (deviation + alone - ANCHOR * shared).max(-8.0)
}
