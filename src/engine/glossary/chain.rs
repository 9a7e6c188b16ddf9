//! Affixes that follow one another: slots, of which any may stay empty.
//!
//! In an affix `(x)` may be absent, `[x]` stands where a linking letter is needed, a capital is one of a class of letters, and `=`
//! repeats the letter before.

use std::collections::BTreeMap;

use super::sounds::Sounds;

/// How many letters the affixes of one word may have together.
const LONGEST: usize = 20;

/// Slots of affixes in the order in which they follow the stem.
#[derive(Debug, Clone, Default)]
pub struct Chain {
    slots: Vec<Vec<String>>,
    sounds: Sounds,
}

impl Chain {
    /// Reads one slot from each line of affixes parted by spaces.
    pub fn read(lines: &[String], classes: &BTreeMap<String, String>, sounds: &Sounds, fold: impl Fn(&str) -> String) -> Self {
        let slot = |line: &String| {
            let spelled = line.split_whitespace().flat_map(|affix| spell(&sounds.encode(affix), classes));
            let mut affixes: Vec<String> = spelled.map(|affix| fold(&affix)).collect();
            affixes.retain(|affix| !affix.is_empty());
            affixes.sort();
            affixes.dedup();
            affixes
        };
        Self { slots: lines.iter().map(slot).collect(), sounds: sounds.clone() }
    }

    /// Whether there are no affixes at all.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Whether `rest` is a sequence of affixes after a stem that ends in `last`; the empty one is.
    pub fn accepts(&self, rest: &str, last: Option<char>) -> bool {
        let word: String = last.into_iter().chain(rest.chars()).collect();
        self.accepts_after(&word, word.len() - rest.len())
    }

    /// Whether `word` goes on with a sequence of affixes from byte `at`, the empty one included.
    pub fn accepts_after(&self, word: &str, at: usize) -> bool {
        word[at..].chars().count() <= LONGEST && self.follow(0, word, at)
    }

    fn follow(&self, slot: usize, word: &str, at: usize) -> bool {
        at == word.len()
            || self.slots.iter().enumerate().skip(slot).any(|(slot, affixes)| {
                let next = &mut |end: usize| end > at && self.follow(slot + 1, word, end);
                affixes.iter().any(|affix| self.sounds.follows(affix, word, at, next))
            })
    }

    /// What is left of `word` without affixes of these slots before it, `word` itself not included.
    pub fn strip<'w>(&self, word: &'w str) -> Vec<&'w str> {
        let mut bare = Vec::new();
        strip_slots(&self.slots, word, &mut bare);
        bare
    }
}

fn strip_slots<'w>(slots: &[Vec<String>], word: &'w str, bare: &mut Vec<&'w str>) {
    for (at, slot) in slots.iter().enumerate() {
        for rest in slot.iter().filter_map(|affix| word.strip_prefix(affix.as_str())) {
            bare.push(rest);
            strip_slots(&slots[at + 1..], rest, bare);
        }
    }
}

/// Every spelling of an affix.
fn spell(affix: &str, classes: &BTreeMap<String, String>) -> Vec<String> {
    let mut spellings = vec![String::new()];
    let mut optional: Option<Vec<String>> = None;
    for c in affix.chars() {
        match c {
            '(' => optional = Some(spellings.clone()),
            ')' => spellings.extend(optional.take().unwrap_or_default()),
            _ => match classes.get(c.to_string().as_str()) {
                Some(letters) => {
                    let with = |letter: char| spellings.iter().map(move |spelling| format!("{spelling}{letter}"));
                    spellings = letters.chars().flat_map(with).collect();
                }
                None => spellings.iter_mut().for_each(|spelling| spelling.push(c)),
            },
        }
    }
    spellings
}
