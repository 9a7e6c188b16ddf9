//! What speaks for two units being one: their words, their letters where words are few, and what they are.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::AlignUnit;
use super::near::{Places, Scratch};
use crate::base::normalise;
use crate::engine::diff::{Vocabulary, Words, char_similarity};
use crate::model::Role;

/// Texts of at most this many words are compared by letters too: one changed word is too much of them.
const SHORT: usize = 8;
/// Less alike than this in letters, short texts are different words.
const SHORT_FLOOR: f64 = 0.75;

/// What is known of every unit. Words and marks of units that were not read yet are none.
pub(super) struct Evidence {
    pub old: Vec<Words>,
    pub new: Vec<Words>,
    vocabulary: Vocabulary,
    old_short: HashMap<usize, String>,
    new_short: HashMap<usize, String>,
    old_role: Vec<&'static str>,
    new_role: Vec<&'static str>,
    old_marks: Vec<Vec<String>>,
    new_marks: Vec<Vec<String>>,
    old_heading: Vec<Option<usize>>,
    new_heading: Vec<Option<usize>>,
    /// The last large gap and its candidates: what has nothing in common with anything is left over again and again.
    last_large: RefCell<Option<LargeGap>>,
}

struct LargeGap {
    olds: Vec<usize>,
    news: Vec<usize>,
    candidates: Candidates,
}

impl Evidence {
    pub fn of(old: &[AlignUnit<'_>], new: &[AlignUnit<'_>]) -> Self {
        Self {
            old: vec![Words::default(); old.len()],
            new: vec![Words::default(); new.len()],
            vocabulary: Vocabulary::default(),
            old_short: HashMap::new(),
            new_short: HashMap::new(),
            old_role: old.iter().map(|unit| unit.role.prefix()).collect(),
            new_role: new.iter().map(|unit| unit.role.prefix()).collect(),
            old_marks: vec![Vec::new(); old.len()],
            new_marks: vec![Vec::new(); new.len()],
            old_heading: headings(old),
            new_heading: headings(new),
            last_large: RefCell::new(None),
        }
    }

    /// Reads the words and marks of some units of either side.
    pub fn read(&mut self, (old, olds): (&[AlignUnit<'_>], Vec<usize>), (new, news): (&[AlignUnit<'_>], Vec<usize>)) {
        for at in olds {
            self.old[at] = read(&mut self.vocabulary, old[at].text, |text| self.old_short.insert(at, text));
            self.old_marks[at] = marks(old[at].text);
        }
        for at in news {
            self.new[at] = read(&mut self.vocabulary, new[at].text, |text| self.new_short.insert(at, text));
            self.new_marks[at] = marks(new[at].text);
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
            let pairs: Vec<_> = (0..olds.len()).flat_map(|old| (0..news.len()).map(move |new| (old, new))).collect();
            return Candidates { pairs: pairs.into() };
        }
        let mut last = self.last_large.borrow_mut();
        match &*last {
            Some(gap) if gap.olds == olds && gap.news == news => gap.candidates.clone(),
            _ => {
                let candidates = self.nearest(olds, news);
                *last = Some(LargeGap { olds: olds.to_vec(), news: news.to_vec(), candidates: candidates.clone() });
                candidates
            }
        }
    }

    fn nearest(&self, olds: &[usize], news: &[usize]) -> Candidates {
        let places = Places::of(olds.iter().map(|&old| &self.old[old]).collect(), self.vocabulary.len());
        let mut scratch = Scratch::new(olds.len());
        let mut pairs = Vec::new();
        for (to, &new) in news.iter().enumerate() {
            let near = places.nearest(&self.new[new], &mut scratch);
            pairs.extend(near.into_iter().filter(|&from| self.may_be_alike(olds[from], new)).map(|from| (from, to)));
        }
        pairs.sort_unstable();
        Candidates { pairs: pairs.into() }
    }

    /// Whether two units share as many words as the least that any step asks for.
    fn may_be_alike(&self, old: usize, new: usize) -> bool {
        if self.old_short.contains_key(&old) && self.new_short.contains_key(&new) {
            return true;
        }
        let (old, new) = (&self.old[old], &self.new[new]);
        old.shared(new) as f64 >= LEAST_SHARED * old.len().min(new.len()) as f64
    }
}

/// Pairs of positions worth comparing, ascending.
#[derive(Clone)]
pub(super) struct Candidates {
    pairs: Rc<[(usize, usize)]>,
}

impl Candidates {
    /// The pairs: old position, new position.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.pairs.iter().copied()
    }
}

/// So many pairs are compared one by one.
const ALL_PAIRS: usize = 4000;
/// In a large gap, this share of the words of the shorter unit must be in the longer one: less than every similarity and every
/// share of a part that is asked for.
const LEAST_SHARED: f64 = 0.4;

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

/// The words of a text, and the text itself where it is short.
fn read<T>(vocabulary: &mut Vocabulary, text: &str, short: impl FnOnce(String) -> T) -> Words {
    let text = normalise(text);
    let words = vocabulary.words(&text);
    if words.len() <= SHORT {
        short(text.into_owned());
    }
    words
}
