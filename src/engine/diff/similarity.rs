//! How alike two texts are: one minus the word Levenshtein distance over the longer length.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use super::words::is_word;

/// Numbers the words of many texts, so that they can be compared quickly. Case does not count.
#[derive(Debug, Default)]
pub struct Vocabulary {
    numbers: HashMap<String, u32>,
    /// The word looked up last in small letters: most words are known, and need no memory of their own.
    lower: String,
}

/// The words of one text, numbered by a [`Vocabulary`]; comparable only with words of the same vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    sequence: Vec<u32>,
    sorted: Vec<u32>,
}

impl Vocabulary {
    /// The words of `text`; of a text without any word, its signs.
    pub fn words(&mut self, text: &str) -> Words {
        let mut sequence = Vec::new();
        each_word(text, |word| sequence.push(self.number(word)));
        if sequence.is_empty() {
            sequence = text.split_word_bounds().filter(|token| !token.trim().is_empty()).map(|sign| self.number(sign)).collect();
        }
        Words::from_sequence(sequence)
    }

    /// How many different words there are; their numbers are all below.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    fn number(&mut self, word: &str) -> u32 {
        self.lower.clear();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower.make_ascii_lowercase();
        } else {
            self.lower.push_str(&word.to_lowercase());
        }
        if let Some(number) = self.numbers.get(&self.lower) {
            return *number;
        }
        let next = u32::try_from(self.numbers.len()).expect("fewer than four thousand million different words");
        self.numbers.insert(self.lower.clone(), next);
        next
    }
}

/// How many words `text` has, counted no further than to `most`; of a text without any word, its signs.
pub fn count_words(text: &str, most: usize) -> usize {
    let mut words = 0;
    for chunk in text.split(' ') {
        each_word(chunk, |_| words += 1);
        if words >= most {
            return most;
        }
    }
    if words == 0 { text.split_word_bounds().filter(|token| !token.trim().is_empty()).take(most).count() } else { words }
}

/// The words of a text, in order. A space always parts words, so that only what stands between two spaces and is not ASCII
/// needs the whole of UAX #29.
fn each_word<'t>(text: &'t str, mut found: impl FnMut(&'t str)) {
    for chunk in text.split(' ') {
        if chunk.is_ascii() {
            chunk.unicode_words().for_each(&mut found);
        } else {
            chunk.split_word_bounds().filter(|token| is_word(token)).for_each(&mut found);
        }
    }
}

impl Words {
    fn from_sequence(sequence: Vec<u32>) -> Self {
        let mut sorted = sequence.clone();
        sorted.sort_unstable();
        Self { sequence, sorted }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.sequence.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sequence.is_empty()
    }

    /// The distinct words, ascending by number.
    pub fn distinct(&self) -> impl Iterator<Item = u32> + '_ {
        self.sorted
            .iter()
            .enumerate()
            .filter(|&(at, number)| at == 0 || self.sorted[at - 1] != *number)
            .map(|(_, &number)| number)
    }

    /// These words followed by others.
    pub fn followed_by(&self, other: &Words) -> Words {
        Self::from_sequence(self.sequence.iter().chain(&other.sequence).copied().collect())
    }

    /// How many words the two have in common, order aside.
    pub fn shared(&self, other: &Words) -> usize {
        let (mut left, mut right, mut shared) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.sorted.get(left), other.sorted.get(right)) {
            shared += usize::from(a == b);
            left += usize::from(a <= b);
            right += usize::from(b <= a);
        }
        shared
    }

    /// The share of these words that `other` has too, 0 to 1; 0 where there is none.
    pub fn contained_in(&self, other: &Words) -> f64 {
        ratio(self.shared(other), self.len())
    }

    /// The similarity of the two, 0 to 1; `None` if it is below `floor`, which is found out more quickly.
    pub fn similarity(&self, other: &Words, floor: f64) -> Option<f64> {
        let longer = self.len().max(other.len());
        if longer == 0 {
            return Some(1.0);
        }
        // The distance is at least the number of words that have no partner whatever their order.
        if ratio(self.shared(other), longer) < floor {
            return None;
        }
        let most = longer - (floor * longer as f64).floor() as usize;
        let distance = if self.len().saturating_mul(other.len()) > MOST_CELLS {
            estimated_distance(&self.sequence, &other.sequence)
        } else {
            distance(&self.sequence, &other.sequence, most)?
        };
        let similarity = 1.0 - ratio(distance, longer);
        (similarity >= floor).then_some(similarity)
    }
}

/// The similarity of two texts, 0 to 1: one minus word Levenshtein distance over the longer length, case aside.
pub fn similarity(old: &str, new: &str) -> f64 {
    let mut vocabulary = Vocabulary::default();
    let (old, new) = (vocabulary.words(old), vocabulary.words(new));
    old.similarity(&new, 0.0).unwrap_or(0.0)
}

/// The similarity of two short texts in characters, 0 to 1, case aside; for texts with more than 200 characters it is 0.
pub fn char_similarity(old: &str, new: &str) -> f64 {
    let chars = |text: &str| text.to_lowercase().chars().map(u32::from).collect::<Vec<_>>();
    let (old, new) = (chars(old), chars(new));
    let longer = old.len().max(new.len());
    match longer {
        0 => 1.0,
        1..=200 => distance(&old, &new, longer).map_or(0.0, |distance| 1.0 - ratio(distance, longer)),
        _ => 0.0,
    }
}

/// Of longer texts than this, in words times words, the distance is estimated.
const MOST_CELLS: usize = 25_000_000;

/// A distance that is at least the Levenshtein distance, from a diff whose time is bounded.
fn estimated_distance(left: &[u32], right: &[u32]) -> usize {
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, left, right);
    let changed = ops.iter().filter(|op| !matches!(op, similar::DiffOp::Equal { .. }));
    changed.map(|op| op.old_range().len().max(op.new_range().len())).sum()
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The Levenshtein distance, `None` if it is more than `most`. Only the band of that width around the diagonal is computed
/// (Ukkonen 1985).
fn distance(left: &[u32], right: &[u32], most: usize) -> Option<usize> {
    let (left, right) = trim_common(left, right);
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    const FAR: usize = usize::MAX / 2;
    let mut row: Vec<usize> = (0..=right.len()).map(|at| if at <= most { at } else { FAR }).collect();
    for (i, a) in left.iter().enumerate() {
        let first = (i + 1).saturating_sub(most);
        let last = (i + 1 + most).min(right.len());
        let mut diagonal = if first == 0 { i } else { row[first - 1] };
        let mut before = if first == 0 { i + 1 } else { FAR };
        row[first.saturating_sub(1)] = before;
        let mut least = before;
        for j in first.max(1)..=last {
            let change = diagonal + usize::from(*a != right[j - 1]);
            diagonal = row[j];
            before = change.min(before + 1).min(row[j] + 1);
            row[j] = before;
            least = least.min(before);
        }
        if last < right.len() {
            row[last + 1] = FAR;
        }
        if least > most {
            return None;
        }
    }
    Some(row[right.len()]).filter(|&distance| distance <= most)
}

fn trim_common<'t>(left: &'t [u32], right: &'t [u32]) -> (&'t [u32], &'t [u32]) {
    let start = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[start..], &right[start..]);
    let end = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    (&left[..left.len() - end], &right[..right.len() - end])
}
