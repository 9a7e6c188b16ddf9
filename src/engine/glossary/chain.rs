//! Affixes that follow one another: slots, of which any may stay empty.
//!
//! In an affix `(x)` may be absent, a capital stands for one of a class of letters, and `=` repeats the letter before.

use std::collections::BTreeMap;

/// How many letters the affixes of one word may have together.
const LONGEST: usize = 20;

/// Slots of affixes in the order in which they follow the stem.
#[derive(Debug, Clone, Default)]
pub struct Chain {
    slots: Vec<Vec<String>>,
}

impl Chain {
    /// Reads one slot from each line of affixes parted by spaces.
    pub fn read(lines: &[String], classes: &BTreeMap<String, String>, fold: impl Fn(&str) -> String) -> Self {
        let slot = |line: &String| {
            let mut affixes: Vec<String> =
                line.split_whitespace().flat_map(|affix| spell(affix, classes)).map(|a| fold(&a)).collect();
            affixes.retain(|affix| !affix.is_empty());
            affixes.sort();
            affixes.dedup();
            affixes
        };
        Self { slots: lines.iter().map(slot).collect() }
    }

    /// Whether there are no affixes at all.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Whether `rest` is a sequence of affixes after a stem that ends in `last`; the empty one is.
    pub fn accepts(&self, rest: &str, last: Option<char>) -> bool {
        rest.chars().count() <= LONGEST && follow(&self.slots, rest, last)
    }

    /// What is left of `word` without affixes of these slots before it, `word` itself not included.
    pub fn strip<'w>(&self, word: &'w str) -> Vec<&'w str> {
        let mut bare = Vec::new();
        strip_slots(&self.slots, word, &mut bare);
        bare
    }
}

fn follow(slots: &[Vec<String>], rest: &str, last: Option<char>) -> bool {
    if rest.is_empty() {
        return true;
    }
    slots.iter().enumerate().any(|(at, slot)| {
        slot.iter().any(|affix| {
            let after = match affix.strip_prefix('=') {
                Some(affix) => last.and_then(|last| rest.strip_prefix(last)).and_then(|rest| rest.strip_prefix(affix)),
                None => rest.strip_prefix(affix.as_str()),
            };
            after.is_some_and(|after| follow(&slots[at + 1..], after, rest[..rest.len() - after.len()].chars().last()))
        })
    })
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
