//! The order of the rules.

use std::collections::{BTreeSet, HashMap};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::facts::{Exclusive, Fact, FactChange, FactKind, Facts, fold, read_facts};
use super::lexicon::{Lexicon, lexicon};
use super::measure::Measure;
use super::shape::shape;
use super::substituted::{self, Replacement};
use super::terms::{compare_terms, merge_terms};
use super::typo::{is_opposite, is_slip, is_transposed, joins_alike};
use crate::base::normalise;
use crate::model::Grade;

/// Words of so many letters have no other that differs by one.
const LONG: usize = 8;
/// A text of so many words is not another one because facts in it changed.
const SHORT: usize = 4;

/// What an edit amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// How serious it is.
    pub grade: Grade,
    /// The facts that changed, in reading order of their kind; empty unless the grade is `facts` or `rewrite`.
    pub facts: Vec<FactChange>,
}

/// Grades the edit from `old` to `new`, flat texts in the source locale with the contents of placeables in them; the locale
/// alone is a measure.
pub fn grade<'m>(old: &str, new: &str, measure: impl Into<Measure<'m>>) -> Graded {
    let measure = measure.into();
    let (old, new) = (normalise(old), normalise(new));
    if old == new {
        return Graded { grade: Grade::Format, facts: Vec::new() };
    }
    let lexicon = lexicon(measure.locale.language());
    let (old, new) = read_facts(&old, &new, lexicon, measure.links);
    let words = compare_words(&old, &new, lexicon);
    let mut changes = compare_facts(&old, &new);
    changes.retain(|change| !words.is_misspelt(change, lexicon));
    let terms = measure.terms.map(|terms| compare_terms(&old.text, &new.text, terms)).unwrap_or_default();
    merge_terms(&mut changes, terms.into_iter().filter(|term| !words.mends(term, lexicon)).collect());
    if changes.is_empty() && old.html == new.html && shape(&old.text) == shape(&new.text) {
        return Graded { grade: Grade::Format, facts: Vec::new() };
    }
    if !changes.iter().any(|change| change.kind == FactKind::Negation) {
        changes.extend(words.opposites.iter().cloned());
    }
    if !changes.iter().any(|change| change.kind == FactKind::Name) {
        changes.extend(words.names.iter().cloned());
    }
    merge_exclusive(&mut changes, compare_exclusive(&old.exclusive, &new.exclusive));
    // In a heading of a few words a date and its verb are more than half, and it is still the same heading.
    let short = words.old <= SHORT && changes.iter().any(|change| change.old.is_some() && change.new.is_some());
    let grade = if words.is_rewrite() && !short {
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

/// Adds words that gave way to one that they exclude; what the lists said of one side alone is said by the pair.
fn merge_exclusive(changes: &mut Vec<FactChange>, exclusive: Vec<FactChange>) {
    for pair in exclusive {
        if changes.iter().any(|known| known.old == pair.old && known.new == pair.new) {
            continue;
        }
        let within = |known: &Option<String>, pair: &Option<String>| match (known, pair) {
            (Some(known), Some(pair)) => pair.contains(known.as_str()),
            _ => false,
        };
        let said = |known: &FactChange| match (&known.old, &known.new) {
            (Some(_), None) => within(&known.old, &pair.old),
            (None, Some(_)) => within(&known.new, &pair.new),
            _ => false,
        };
        changes.retain(|known| !said(known));
        changes.push(pair);
    }
}

/// Words that gave way to one that they exclude, group by group; that one only came or only went says nothing, that two changed
/// places does.
fn compare_exclusive(old: &[Exclusive], new: &[Exclusive]) -> Vec<FactChange> {
    let groups: BTreeSet<usize> = old.iter().map(|word| word.group).collect();
    let mut changes = Vec::new();
    for group in groups {
        let of = |words: &[Exclusive]| words.iter().filter(|word| word.group == group).cloned().collect::<Vec<_>>();
        let (old, new) = (of(old), of(new));
        let left = |from: &[Exclusive], other: &[Exclusive]| {
            let mut other: Vec<usize> = other.iter().map(|word| word.class).collect();
            let mut left = from.to_vec();
            left.retain(|word| other.iter().position(|class| *class == word.class).map(|at| other.remove(at)).is_none());
            left
        };
        let (gone, came) = (left(&old, &new), left(&new, &old));
        let exchanged = old.iter().zip(&new).filter(|(from, to)| from.class != to.class);
        let pairs: Vec<(&Exclusive, &Exclusive)> = match (gone.is_empty(), came.is_empty()) {
            (true, true) => exchanged.take(1).collect(),
            _ => gone.iter().zip(&came).collect(),
        };
        let change = |(from, to): (&Exclusive, &Exclusive)| FactChange {
            kind: FactKind::Opposite,
            old: Some(from.shown.clone()),
            new: Some(to.shown.clone()),
        };
        changes.extend(pairs.into_iter().map(change));
    }
    changes
}

/// Sets facts of one kind that went and came at one place beside each other.
pub(super) fn pair_changes(old: &[Fact], new: &[Fact], changes: &mut Vec<FactChange>) {
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
    /// Names that no capital tells.
    names: Vec<FactChange>,
    /// Words and what they were mended to.
    slips: Vec<(String, String)>,
}

impl WordChange {
    /// Whether a word of the lists is only spelt right or wrong, and no word otherwise: `frist`, `first`; `evrybody`, `everybody`.
    /// Of numbers and dates only the order of the letters may differ; more would take one for another.
    fn is_misspelt(&self, change: &FactChange, lexicon: &Lexicon) -> bool {
        let (word, is_old) = match (change.kind, &change.old, &change.new) {
            (FactKind::Name | FactKind::Quote | FactKind::Link | FactKind::Code, ..) => return false,
            (_, Some(old), None) => (old, true),
            (_, None, Some(new)) => (new, false),
            _ => return false,
        };
        let word = fold(word);
        let mut slips = self.slips.iter().map(|(from, to)| if is_old { (from, to) } else { (to, from) });
        let counts = matches!(change.kind, FactKind::Number | FactKind::Date);
        let misspelt = |listed: &str, other: &str| {
            is_transposed(listed, other)
                || !counts && listed.chars().count() >= LONG && !lexicon.caseless && is_slip(listed, other, lexicon)
        };
        slips.any(|(listed, other)| *listed == word && !lexicon.is_known(other) && misspelt(listed, other))
    }

    /// Whether a term only is spelt right or wrong: what is no term beside it differs by a slip in a word of it.
    fn mends(&self, term: &FactChange, lexicon: &Lexicon) -> bool {
        let (shown, is_old) = match (&term.old, &term.new) {
            (Some(old), None) => (fold(old), true),
            (None, Some(new)) => (fold(new), false),
            _ => return false,
        };
        let mut slips = self.slips.iter().map(|(from, to)| if is_old { (from, to) } else { (to, from) });
        self.only_slips
            && slips.any(|(own, other)| {
                let long = own.chars().count() >= LONG && !lexicon.caseless && is_slip(own, other, lexicon);
                shown.contains(own.as_str()) && !lexicon.is_known(other) && (is_transposed(own, other) || long)
            })
    }

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
        let mended = from.iter().zip(to).filter(|(from, to)| from.len() > 3 && from != to);
        change.slips.extend(mended.map(|(from, to)| (from.clone(), to.clone())));
        let slips = from.len() == to.len() && from.iter().zip(to).all(|(from, to)| from == to || is_slip(from, to, lexicon));
        if slips || joins_alike(from, to) || is_doubled(&old_words, &op) {
            continue;
        }
        change.only_slips = false;
        change.opposites.extend(opposites(from, to, lexicon));
        if matches!(op, DiffOp::Replace { .. }) {
            let replaced = Replacement { old: (&old.words, op.old_range()), new: (&new.words, op.new_range()) };
            change.names.extend(substituted::names(&replaced, lexicon));
        }
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
    let marks = |text: &str| text.chars().filter(|c| "?!؟？！\u{37E}\u{55E}".contains(*c)).collect::<Vec<_>>();
    marks(old) != marks(new)
}
