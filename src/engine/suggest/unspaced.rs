//! Candidates in scripts without spaces: strings that stand often, in various surroundings, and whose halves seldom part.

use std::collections::{HashMap, HashSet};

use super::find::{Candidate, Kind, Passage, Sighting};

/// The lengths of a candidate, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;
/// How often it stands, at least.
const FREQUENT: usize = 3;
/// How much more often than by chance its halves stand together, at least.
const COHESION: f64 = 20.0;
/// How many places of a candidate are kept.
const PLACES: usize = 20;

/// Whether a word is of a script that is written without spaces.
pub(super) fn is_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(is_unspaced_letter)
}

fn is_unspaced_letter(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{30a0}'..='\u{30ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[derive(Default)]
struct Gram {
    count: usize,
    before: HashSet<Option<char>>,
    after: HashSet<Option<char>>,
    places: Vec<Sighting>,
}

/// The candidates of all passages. Hiragana stands between Japanese terms and ends them, as it ends words.
pub(super) fn candidates(passages: &[Passage]) -> Vec<Candidate> {
    let mut grams: HashMap<String, Gram> = HashMap::new();
    let mut letters = 0usize;
    for (at, passage) in passages.iter().enumerate() {
        let chars: Vec<(usize, char)> = passage.text.char_indices().collect();
        let known = |start: usize, end: usize| passage.known.iter().any(|span| span.start < end && start < span.end);
        for from in 0..chars.len() {
            if !is_unspaced_letter(chars[from].1) {
                continue;
            }
            letters += 1;
            for length in 1..=*LENGTHS.end() {
                let to = from + length;
                if to > chars.len() || !is_unspaced_letter(chars[to - 1].1) {
                    break;
                }
                let (start, end) = (chars[from].0, chars.get(to).map_or(passage.text.len(), |(at, _)| *at));
                if length > 1 && known(start, end) {
                    break;
                }
                let gram = grams.entry(passage.text[start..end].to_owned()).or_default();
                gram.count += 1;
                let neighbour =
                    |at: Option<usize>| at.and_then(|at| chars.get(at)).map(|(_, c)| *c).filter(|c| is_unspaced_letter(*c));
                gram.before.insert(neighbour(from.checked_sub(1)));
                gram.after.insert(neighbour(Some(to)));
                if gram.places.len() < PLACES {
                    gram.places.push(Sighting { passage: at, span: start..end });
                }
            }
        }
    }
    let cohesion = |text: &str, count: usize| {
        let splits = text.char_indices().skip(1).map(|(at, _)| {
            let part = |part: &str| grams.get(part).map_or(1.0, |gram| gram.count as f64);
            count as f64 * letters as f64 / (part(&text[..at]) * part(&text[at..]))
        });
        splits.fold(f64::INFINITY, f64::min)
    };
    let free = |neighbours: &HashSet<Option<char>>| neighbours.len() >= 2 || neighbours.contains(&None);
    let mut found: Vec<(&String, &Gram)> = grams
        .iter()
        .filter(|(text, gram)| LENGTHS.contains(&text.chars().count()) && gram.count >= FREQUENT)
        .filter(|(_, gram)| free(&gram.before) && free(&gram.after))
        // In a small collection even halves that never part stand together little more often than by chance.
        .filter(|(text, gram)| cohesion(text, gram.count) >= COHESION.min(letters as f64 / gram.count as f64 / 2.0))
        .collect();
    found.sort_by(|a, b| b.0.chars().count().cmp(&a.0.chars().count()).then_with(|| a.0.cmp(b.0)));
    let mut kept: Vec<Candidate> = Vec::new();
    for (text, gram) in found {
        let holders: Vec<usize> =
            kept.iter().filter(|longer| longer.text.contains(text.as_str())).map(|longer| longer.count).collect();
        let held = if holders.is_empty() { 0.0 } else { holders.iter().sum::<usize>() as f64 / holders.len() as f64 };
        let score = (text.chars().count() as f64).log2() * (gram.count as f64 - held);
        if score > 0.0 {
            let (kind, places) = (Kind::Phrase, gram.places.clone());
            kept.push(Candidate { text: text.clone(), variants: Vec::new(), kind, count: gram.count, score, places });
        }
    }
    kept
}
