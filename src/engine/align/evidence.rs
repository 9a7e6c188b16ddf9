//! What speaks for two units being one: their words, their letters where words are few, and what they are.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::AlignUnit;
use crate::base::normalise;
use crate::engine::diff::{Vocabulary, Words, char_similarity};
use crate::model::Role;

/// Texts of at most this many words are compared by letters too: one changed word is too much of them.
const SHORT: usize = 8;
/// Less alike than this in letters, short texts are different words.
const SHORT_FLOOR: f64 = 0.75;

/// The words of every unit.
pub(super) struct Evidence {
    pub old: Vec<Words>,
    pub new: Vec<Words>,
    old_short: HashMap<usize, String>,
    new_short: HashMap<usize, String>,
    old_role: Vec<&'static str>,
    new_role: Vec<&'static str>,
    old_marks: Vec<Vec<String>>,
    new_marks: Vec<Vec<String>>,
    old_heading: Vec<Option<usize>>,
    new_heading: Vec<Option<usize>>,
}

impl Evidence {
    pub fn of(old: &[AlignUnit<'_>], new: &[AlignUnit<'_>]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (old_words, old_short) = read(&mut vocabulary, old);
        let (new_words, new_short) = read(&mut vocabulary, new);
        Self {
            old: old_words,
            new: new_words,
            old_short,
            new_short,
            old_role: old.iter().map(|unit| unit.role.prefix()).collect(),
            new_role: new.iter().map(|unit| unit.role.prefix()).collect(),
            old_marks: old.iter().map(|unit| marks(unit.text)).collect(),
            new_marks: new.iter().map(|unit| marks(unit.text)).collect(),
            old_heading: headings(old),
            new_heading: headings(new),
        }
    }

    /// How many of the numbers, links and pieces of code of two units are the same, 0 to 1; 0 where there are none.
    pub fn shared_marks(&self, old: usize, new: usize) -> f64 {
        let (old, new) = (&self.old_marks[old], &self.new_marks[new]);
        let shared = old.iter().filter(|mark| new.contains(mark)).count();
        if shared == 0 { 0.0 } else { shared as f64 / old.len().max(new.len()) as f64 }
    }

    /// The nearest headings above two units, if both have one.
    pub fn headings(&self, old: usize, new: usize) -> Option<(usize, usize)> {
        Some((self.old_heading[old]?, self.new_heading[new]?))
    }

    /// How alike two units are, 0 to 1; `None` below `floor`.
    pub fn similarity(&self, old: usize, new: usize, floor: f64) -> Option<f64> {
        let by_words = self.old[old].similarity(&self.new[new], floor);
        let (Some(old), Some(new)) = (self.old_short.get(&old), self.new_short.get(&new)) else { return by_words };
        let by_chars = Some(char_similarity(old, new)).filter(|&similarity| similarity >= SHORT_FLOOR.max(floor));
        match (by_words, by_chars) {
            (Some(words), Some(chars)) => Some(words.max(chars)),
            (words, chars) => words.or(chars),
        }
    }

    /// Whether the two have one role, heading levels aside.
    pub fn same_role(&self, old: usize, new: usize) -> bool {
        self.old_role[old] == self.new_role[new]
    }

    /// Which of the units may be alike, by position in the two slices: all pairs of a small gap, and of a large one those
    /// that share rare words.
    pub fn candidates(&self, olds: &[usize], news: &[usize]) -> Candidates {
        if olds.len() * news.len() <= ALL_PAIRS {
            let pairs = (0..olds.len()).flat_map(|old| (0..news.len()).map(move |new| (old, new))).collect();
            return Candidates { pairs };
        }
        let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, &old) in olds.iter().enumerate() {
            self.old[old].distinct().for_each(|word| places.entry(word).or_default().push(at));
        }
        let mut shared = vec![0; olds.len()];
        let mut pairs = Vec::new();
        for (to, &new) in news.iter().enumerate() {
            pairs.extend(self.nearest(&places, olds, new, &mut shared).into_iter().map(|from| (from, to)));
        }
        pairs.sort_unstable();
        Candidates { pairs }
    }

    /// The positions in `olds` that share most with a new unit, judged by its rarest words. `shared` is zero before and after.
    fn nearest(&self, places: &HashMap<u32, Vec<usize>>, olds: &[usize], new: usize, shared: &mut [u32]) -> Vec<usize> {
        let mut known: Vec<&Vec<usize>> = self.new[new].distinct().filter_map(|word| places.get(&word)).collect();
        known.sort_by_key(|places| (places.len(), places[0]));
        let mut met = Vec::new();
        let mut looked_up = 0;
        for places in known {
            looked_up += places.len();
            if looked_up > MOST_LOOKED_UP && !met.is_empty() {
                break;
            }
            for &at in places {
                if shared[at] == 0 {
                    met.push(at);
                }
                shared[at] += 1;
            }
        }
        let mut ranked: Vec<(Reverse<u32>, usize, usize)> =
            met.iter().map(|&at| (Reverse(shared[at]), self.old[olds[at]].len(), at)).collect();
        met.iter().for_each(|&at| shared[at] = 0);
        if ranked.len() > NEAREST {
            ranked.select_nth_unstable(NEAREST);
            ranked.truncate(NEAREST);
        }
        ranked.into_iter().map(|(_, _, at)| at).collect()
    }
}

/// Pairs of positions worth comparing, ascending.
pub(super) struct Candidates {
    pairs: Vec<(usize, usize)>,
}

impl Candidates {
    /// The pairs: old position, new position.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.pairs.iter().copied()
    }
}

/// So many pairs are compared one by one.
const ALL_PAIRS: usize = 4000;
/// Of each unit's words, rarest first, so many occurrences are looked at.
const MOST_LOOKED_UP: usize = 600;
/// So many candidates are compared with each unit of a large gap.
const NEAREST: usize = 12;

/// The numbers, link targets and code of a text, which change less than its words; the first few of them.
fn marks(text: &str) -> Vec<String> {
    const ENOUGH: usize = 8;
    if !text.contains(|c: char| c == '`' || c == '(' || c.is_numeric()) {
        return Vec::new();
    }
    let trimmed = |word: &str| word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '`').to_owned();
    let tells = |word: &&str| word.contains(|c: char| c == '`' || c.is_numeric()) || word.contains("](");
    let mut marks: Vec<String> = text.split_whitespace().filter(tells).take(ENOUGH).map(trimmed).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The place of the nearest heading above each unit.
fn headings(units: &[AlignUnit<'_>]) -> Vec<Option<usize>> {
    let mut heading = None;
    let mut headings = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        headings.push(heading);
        if matches!(unit.role, Role::Heading(_)) {
            heading = Some(at);
        }
    }
    headings
}

fn read(vocabulary: &mut Vocabulary, units: &[AlignUnit<'_>]) -> (Vec<Words>, HashMap<usize, String>) {
    let mut short = HashMap::new();
    let mut words = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        let text = normalise(unit.text);
        let found = vocabulary.words(&text);
        if found.len() <= SHORT {
            short.insert(at, text.into_owned());
        }
        words.push(found);
    }
    (words, short)
}
