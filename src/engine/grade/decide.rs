//! The order of the rules.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::facts::{Fact, FactKind, Facts, read_facts};
use super::lexicon::{Lexicon, lexicon};
use super::typo::{is_opposite, is_slip, joins_alike};
use crate::base::{Locale, normalise};
use crate::model::Grade;

/// What an edit amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// How serious it is.
    pub grade: Grade,
    /// The facts that changed, in reading order of their kind; empty unless the grade is `facts` or `rewrite`.
    pub facts: Vec<FactChange>,
}

/// A fact that is not the same any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// What kind of fact.
    pub kind: FactKind,
    /// As the old text has it; `None` if it was added.
    pub old: Option<String>,
    /// As the new text has it; `None` if it went.
    pub new: Option<String>,
}

/// Grades the edit from `old` to `new`, flat texts in the source `locale` with the contents of placeables in them.
pub fn grade(old: &str, new: &str, locale: &Locale) -> Graded {
    let (old, new) = (normalise(old), normalise(new));
    if old == new {
        return Graded { grade: Grade::Format, facts: Vec::new() };
    }
    let lexicon = lexicon(locale.language());
    let (old, new) = read_facts(&old, &new, lexicon);
    let words = compare_words(&old, &new, lexicon);
    let mut changes = compare_facts(&old, &new);
    if !changes.iter().any(|change| change.kind == FactKind::Negation) {
        changes.extend(words.opposites.iter().cloned());
    }
    let grade = if words.is_rewrite() {
        Grade::Rewrite
    } else if !changes.is_empty() {
        Grade::Facts
    } else if words.only_slips && !ends_otherwise(&old.text, &new.text) {
        Grade::Typo
    } else {
        Grade::Wording
    };
    Graded { grade, facts: changes }
}

/// The facts that differ, kind by kind: facts of one kind are compared in order, so that an exchange is seen, those of
/// different kinds may change places.
fn compare_facts(old: &Facts, new: &Facts) -> Vec<FactChange> {
    let mut changes = Vec::new();
    for group in FactKind::GROUPS {
        let side = |facts: &Facts| facts.found.iter().filter(|fact| group.contains(&fact.kind)).cloned().collect::<Vec<Fact>>();
        let (old, new) = (side(old), side(new));
        let keys = |facts: &[Fact]| facts.iter().map(|fact| (fact.kind, fact.key.clone())).collect::<Vec<_>>();
        for op in capture_diff_slices(Algorithm::Myers, &keys(&old), &keys(&new)) {
            if !matches!(op, DiffOp::Equal { .. }) {
                pair_changes(&old[op.old_range()], &new[op.new_range()], &mut changes);
            }
        }
    }
    changes
}

/// Sets facts of one kind that went and came at one place beside each other.
fn pair_changes(old: &[Fact], new: &[Fact], changes: &mut Vec<FactChange>) {
    let mut came: Vec<&Fact> = new.iter().collect();
    for fact in old {
        let partner = came.iter().position(|candidate| candidate.kind == fact.kind).map(|at| came.remove(at).shown.clone());
        changes.push(FactChange { kind: fact.kind, old: Some(fact.shown.clone()), new: partner });
    }
    changes.extend(came.into_iter().map(|fact| FactChange { kind: fact.kind, old: None, new: Some(fact.shown.clone()) }));
}

/// What the words say of an edit.
#[derive(Default)]
struct WordChange {
    /// Whether nothing but slips inside words was mended.
    only_slips: bool,
    /// Words of the old text, and how many the new one has not; the same without the words of facts.
    old: usize,
    gone: usize,
    old_plain: usize,
    gone_plain: usize,
    /// Words that became their opposites by a prefix.
    opposites: Vec<FactChange>,
}

impl WordChange {
    /// Whether more than half is gone, facts that were replaced in a text that stays aside.
    fn is_rewrite(&self) -> bool {
        if self.old == 0 {
            return !self.only_slips;
        }
        self.gone * 2 > self.old && self.gone_plain * 2 > self.old_plain
    }
}

fn compare_words(old: &Facts, new: &Facts, lexicon: &Lexicon) -> WordChange {
    let texts = |facts: &Facts| facts.words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    let (old_words, new_words) = (texts(old), texts(new));
    let old_plain = old.words.iter().filter(|word| !word.in_fact).count();
    let mut change = WordChange { only_slips: true, old: old_words.len(), old_plain, ..WordChange::default() };
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let (from, to) = (&old_words[op.old_range()], &new_words[op.new_range()]);
        let slips = from.len() == to.len() && from.iter().zip(to).all(|(from, to)| from == to || is_slip(from, to, lexicon));
        if slips || joins_alike(from, to) || is_doubled(&old_words, &op) {
            continue;
        }
        change.only_slips = false;
        change.opposites.extend(opposites(from, to, lexicon));
    }
    if change.only_slips {
        return change;
    }
    // A word that only changed its place is not gone.
    let came = came(&old_words, &new_words);
    let mut left = count(&new_words);
    for word in &old.words {
        let known = left.get_mut(word.text.as_str()).filter(|times| **times > 0).map(|times| *times -= 1).is_some();
        if !known && !came.iter().any(|other| is_slip(&word.text, other, lexicon)) {
            change.gone += 1;
            change.gone_plain += usize::from(!word.in_fact);
        }
    }
    change
}

/// The words that only the new text has; none if there are so many that looking for slips among them would take long.
fn came(old: &[String], new: &[String]) -> Vec<String> {
    const MOST: usize = 200;
    let known = count(old);
    let came: Vec<String> = new.iter().filter(|word| !known.contains_key(word.as_str())).cloned().collect();
    if came.len() > MOST { Vec::new() } else { came }
}

fn count(words: &[String]) -> HashMap<&str, i64> {
    let mut counts = HashMap::new();
    words.iter().for_each(|word| *counts.entry(word.as_str()).or_default() += 1);
    counts
}

/// Words of one change of which one is the other with a prefix that turns it round: `legal`, `illegal`.
fn opposites(from: &[String], to: &[String], lexicon: &Lexicon) -> Vec<FactChange> {
    let pairs = from.iter().flat_map(|old| to.iter().map(move |new| (old, new)));
    pairs
        .filter(|(old, new)| is_opposite(old, new, lexicon))
        .map(|(old, new)| FactChange { kind: FactKind::Negation, old: Some(old.clone()), new: Some(new.clone()) })
        .collect()
}

/// Whether an edit takes away a word written twice.
fn is_doubled(old: &[String], op: &DiffOp) -> bool {
    let range = op.old_range();
    let twin = |other: Option<&String>| range.len() == 1 && other == Some(&old[range.start]);
    matches!(op, DiffOp::Delete { .. })
        && (twin(old.get(range.end)) || range.start.checked_sub(1).is_some_and(|at| twin(old.get(at))))
}

/// Whether one text asks or exclaims where the other does not.
fn ends_otherwise(old: &str, new: &str) -> bool {
    let marks = |text: &str| text.chars().filter(|c| "?!؟¿¡？！;;՞".contains(*c) && *c != ';').collect::<Vec<_>>();
    marks(old) != marks(new)
}
