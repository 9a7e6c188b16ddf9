//! Finds all terms of a glossary in a text at once (Aho and Corasick 1975), then looks closely at each place.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use super::affixes::Affixes;
use super::phrase::{Match, Phrase};
use super::term::Term;
use super::words::Words;

/// Finds terms in texts of their own locale.
#[derive(Debug)]
pub struct Finder {
    /// Phrases, each with the index of its term.
    phrases: Vec<(usize, Phrase)>,
    /// Finds where a phrase may begin.
    anchors: AhoCorasick,
    /// The phrases behind each anchor.
    behind: Vec<Vec<u32>>,
}

impl Finder {
    /// Prepares the forms and other accepted texts of `terms`.
    pub fn new<'t>(terms: impl Iterator<Item = &'t Term>, affixes: &Affixes) -> Self {
        let mut phrases: Vec<(usize, Phrase)> = Vec::new();
        let mut anchors: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (at, term) in terms.enumerate() {
            let texts = term.forms.iter().map(|form| (&form.text, form.default)).chain(term.also.iter().map(|text| (text, true)));
            for phrase in texts.flat_map(|(text, lemma)| Phrase::new(text, term.matching, lemma, affixes)) {
                let number = u32::try_from(phrases.len()).unwrap_or(u32::MAX);
                phrase.anchors(affixes).into_iter().for_each(|anchor| anchors.entry(anchor).or_default().push(number));
                phrases.push((at, phrase));
            }
        }
        let texts: Vec<&String> = anchors.keys().collect();
        // What is too much for an automaton is more than a glossary: nothing is found then.
        let automaton = AhoCorasick::new(&texts).or_else(|_| AhoCorasick::new([""; 0]));
        Self {
            anchors: automaton.expect("an automaton without patterns can always be built"),
            behind: anchors.into_values().collect(),
            phrases,
        }
    }

    /// Where which terms stand, in order: of matches that overlap the longest, each with the index of its term.
    pub fn find(&self, text: &Words<'_>, affixes: &Affixes) -> Vec<(usize, Match)> {
        let inside = affixes.finds_inside() || text.words.iter().any(|word| word.unspaced);
        let folded = text.folded.as_bytes();
        let mut candidates: Vec<(usize, u32)> = Vec::new();
        for hit in self.anchors.find_overlapping_iter(&text.folded) {
            if !inside && hit.start() > 0 && folded[hit.start() - 1] != b' ' {
                continue;
            }
            let word = text.at_folded(hit.start());
            if affixes.finds_inside() || text.words[word].unspaced || text.folded_start(word) == hit.start() {
                candidates.extend(self.behind[hit.pattern().as_usize()].iter().map(|phrase| (word, *phrase)));
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let mut matches: Vec<(usize, Match)> = Vec::new();
        for (word, phrase) in candidates {
            let (term, phrase) = &self.phrases[phrase as usize];
            matches.extend(phrase.match_at(text, word, affixes).map(|found| (*term, found)));
        }
        longest(matches, text)
    }
}

/// Of matches that overlap those that are longest, then those that agree best, then those that come first.
fn longest(mut matches: Vec<(usize, Match)>, text: &Words<'_>) -> Vec<(usize, Match)> {
    let length = |found: &Match| found.span(text).len();
    matches.sort_by_key(|(term, found)| (std::cmp::Reverse(length(found)), found.fit, found.first, *term));
    let mut taken = vec![false; text.words.len()];
    matches.retain(|(_, found)| {
        let free = !taken[found.first..found.end].contains(&true);
        if free {
            taken[found.first..found.end].fill(true);
        }
        free
    });
    matches.sort_by_key(|(_, found)| found.first);
    matches
}
