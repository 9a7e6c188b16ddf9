//! Names of several words in which a term stands, and whether a translation keeps them: `Tor Browser`, `Open Security Summit`.

use crate::base::Span;

use super::affixes::Affixes;
use super::phrase::{Match, Phrase};
use super::term::Matching;
use super::words::{Joint, Words};

/// How many words of a name are looked at before a term and after it.
const WIDEST: usize = 4;
/// How many letters a word without a capital may have inside a name, as `of` and `and`.
const SMALL: usize = 3;

/// The words with capitals around a term that has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// They and the term, in order.
    words: Vec<String>,
    /// Which of them are the term's.
    term: std::ops::Range<usize>,
}

impl Name {
    /// The name around a match; `None` where it has no capital, or no other word with one beside it.
    pub fn around(text: &Words<'_>, found: &Match) -> Option<Self> {
        let capital = |at: usize| text.written(at).starts_with(char::is_uppercase);
        let small = |at: usize| text.written(at).chars().count() <= SMALL;
        let spaced = |at: usize| text.words[at].joint == Joint::Space;
        if !capital(found.first) {
            return None;
        }
        let (mut first, mut end) = (found.first, found.end);
        while first > 0 && found.first - first < WIDEST && spaced(first) {
            let over = first > 1 && small(first - 1) && spaced(first - 1) && capital(first - 2);
            match (capital(first - 1), over) {
                (true, _) => first -= 1,
                (false, true) => first -= 2,
                (false, false) => break,
            }
        }
        while end < text.words.len() && end - found.end < WIDEST && spaced(end) {
            let over = end + 1 < text.words.len() && small(end) && spaced(end + 1) && capital(end + 1);
            match (capital(end), over) {
                (true, _) => end += 1,
                (false, true) => end += 2,
                (false, false) => break,
            }
        }
        let words = (first..end).map(|at| text.written(at).to_owned()).collect();
        (end - first > found.end - found.first).then_some(Self { words, term: found.first - first..found.end - first })
    }

    /// Where a translation has the name, or a part of it that holds the term and another word, as it is written.
    pub fn kept_in(&self, text: &Words<'_>, affixes: &Affixes) -> Option<Span> {
        let exact = Matching { case: true, word: true, exact: true };
        let parts = (0..=self.term.start).flat_map(|first| (self.term.end..=self.words.len()).map(move |end| first..end));
        let mut parts: Vec<_> = parts.filter(|part| part.len() > self.term.len()).collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
        parts.into_iter().find_map(|part| {
            let phrases = Phrase::new(&self.words[part].join(" "), exact, true, affixes);
            phrases.iter().find_map(|phrase| Some(phrase.matches(text, affixes).first()?.span(text)))
        })
    }
}
