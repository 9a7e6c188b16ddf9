//! One text of a term as a sequence of words, and where it stands in a text.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use crate::base::Span;

use super::affixes::Affixes;
use super::lexicon;
use super::term::Matching;
use super::word::{Fit, WordPattern};
use super::words::{Joint, Words};

/// One text of a term, prepared for comparing.
#[derive(Debug, Clone)]
pub struct Phrase {
    words: Vec<WordPattern>,
    joints: Vec<Joint>,
    matching: Matching,
    unspaced: bool,
    /// The form that a dictionary lists: it is never taken for another word.
    lemma: bool,
    /// The letters that its first word may begin with, where it can stand nowhere but at the beginning of a word.
    starts: Option<Vec<u8>>,
}

/// A place where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The first of its words.
    pub first: usize,
    /// The word after its last one.
    pub end: usize,
    /// How far it agrees.
    pub fit: Fit,
}

impl Match {
    /// The bytes of the match in the text.
    pub fn span(&self, words: &Words<'_>) -> Span {
        words.span(self.first).start..words.span(self.end - 1).end
    }
}

impl Phrase {
    /// The phrases of `text`: itself, and in some languages its words written as one, or its capitals without their accents. `lemma`
    /// says that a dictionary lists it.
    pub fn new(text: &str, matching: Matching, lemma: bool, affixes: &Affixes) -> Vec<Self> {
        let mut phrases = Self::spelled(text, matching, lemma, affixes);
        if affixes.bare_capitals && !matching.exact {
            let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
            for bare in bare_capitals(&composed) {
                let written = Words::new(&composed, affixes.division);
                let spelled = Self::spelled(&bare, matching, lemma, affixes);
                phrases.extend(spelled.into_iter().map(|phrase| phrase.in_capitals(&written)));
            }
        }
        phrases
    }

    /// Says of each word which of its letters must be capitals: those that lack the accent they have in `written`.
    fn in_capitals(self, written: &Words<'_>) -> Self {
        let words = self.words.into_iter().enumerate();
        let words = words.map(|(at, word)| if at < written.words.len() { word.in_capitals(written.written(at)) } else { word });
        Self { words: words.collect(), ..self }
    }

    fn spelled(text: &str, matching: Matching, lemma: bool, affixes: &Affixes) -> Vec<Self> {
        let divided = Words::new(text, affixes.division);
        // Of a noun with a light verb the noun stays as it is: `発表する`, `発表した`.
        let noun = affixes.light_verbs.iter().find_map(|verb| text.trim_end().strip_suffix(verb.as_str()));
        let noun = noun.filter(|noun| {
            !matching.exact && noun.chars().count() > 1 && divided.words.first().is_some_and(|word| word.unspaced)
        });
        if let Some(noun) = noun {
            return Self::spelled(noun, matching, lemma, affixes);
        }
        let count = divided.words.len();
        if count == 0 {
            return Vec::new();
        }
        let pattern = |at: usize| {
            let inflected = !affixes.last_word_only || at + 1 == count || divided.words[at + 1].joint == Joint::Apostrophe;
            let matching = if inflected { matching } else { Matching { word: true, ..matching } };
            let word = WordPattern::new(divided.written(at), matching, count == 1 || at == 0 && affixes.head_first, affixes);
            match at {
                0 if count == 1 => word.whole_term(),
                0 => word,
                _ => word.among_others(),
            }
        };
        let phrase = Self {
            words: (0..count).map(pattern).collect(),
            joints: divided.words.iter().map(|word| word.joint).collect(),
            matching,
            unspaced: divided.words[0].unspaced,
            lemma,
            starts: None,
        }
        .with_starts(affixes);
        let inner = || divided.words[1..].iter().map(|word| word.joint);
        let joinable = inner().all(|joint| matches!(joint, Joint::NonJoiner | Joint::Direct))
            || affixes.joined && inner().all(|joint| joint == Joint::Space);
        if count == 1 || !joinable {
            return vec![phrase];
        }
        let written: String = (0..count).map(|at| divided.written(at)).collect();
        let joined = Words::new(&written, affixes.division);
        if joined.words.len() != 1 {
            return vec![phrase];
        }
        let one = WordPattern::new(&written, matching, true, affixes);
        let joined =
            Self { words: vec![one], joints: vec![Joint::Other], matching, unspaced: phrase.unspaced, lemma, starts: None };
        let joined = joined.with_starts(affixes);
        vec![phrase, joined]
    }

    /// Notes what its first word may begin with: most words of a text are told apart by that.
    fn with_starts(self, affixes: &Affixes) -> Self {
        if self.unspaced || affixes.finds_inside() {
            return self;
        }
        let mut starts: Vec<u8> = self.words[0].anchors(affixes).iter().filter_map(|anchor| anchor.bytes().next()).collect();
        starts.sort_unstable();
        starts.dedup();
        // Katakana is found inside runs; of letters that are not ASCII the first byte says little.
        let plain = starts.iter().all(u8::is_ascii);
        Self { starts: plain.then_some(starts), ..self }
    }

    /// Whether the words of `other` stand in it, one after the other.
    pub fn has_words_of(&self, other: &Self) -> bool {
        let is_here = |here: &[WordPattern]| here.iter().zip(&other.words).all(|(own, word)| own.folded() == word.folded());
        self.words.windows(other.words.len()).any(is_here)
    }

    /// Texts of which one stands, folded, wherever the phrase does; they begin in its first word.
    pub fn anchors(&self, affixes: &Affixes) -> Vec<String> {
        if self.words.len() == 1 || !(self.unspaced || affixes.last_word_only) {
            return self.words[0].anchors(affixes);
        }
        let (last, first) = self.words.split_last().expect("a phrase has words");
        let start: String = first.iter().map(|word| format!("{} ", word.folded())).collect();
        let mut anchors: Vec<String> = last.anchors(affixes).iter().map(|anchor| format!("{start}{anchor}")).collect();
        // `prisoners of war`: what inflects stands before such a word.
        if let Some(head) = self.words[1..].iter().position(|word| affixes.after_head.contains(word.folded())) {
            let rest: String = self.words[head + 1..].iter().map(|word| format!(" {}", word.folded())).collect();
            let start: String = self.words[..head].iter().map(|word| format!("{} ", word.folded())).collect();
            anchors.extend(self.words[head].regular_forms(affixes).map(|form| format!("{start}{form}{rest}")));
        }
        anchors
    }

    /// The match that begins with word `at`.
    pub fn match_at(&self, text: &Words<'_>, at: usize, affixes: &Affixes) -> Option<Match> {
        let (mut fit, width) = fit_at(&self.words[0], text, at, affixes)?;
        let mut next = at + width;
        for (pattern, joint) in self.words.iter().zip(&self.joints).skip(1) {
            let agrees = |at: usize| {
                let word = text.words.get(at).filter(|word| joins(word.joint, *joint))?;
                debug_assert!(word.joint != Joint::Other || *joint == Joint::Other);
                fit_at(pattern, text, at, affixes)
            };
            if agrees(next).is_none() {
                next = after_endings(text, next, affixes);
            }
            let (found, width) = match agrees(next) {
                Some(found) => found,
                None if affixes.gap_before.contains(pattern.folded()) => {
                    let (gap, (found, width)) =
                        (1..=widest_gap(text, next, affixes)).find_map(|gap| Some((gap, agrees(next + gap)?)))?;
                    (found.max(Fit::Inflected), gap + width)
                }
                None => return None,
            };
            fit = fit.max(found);
            next += width;
        }
        let found = Match { first: at, end: next, fit };
        (self.begins(text, at, affixes) && self.ends(text, next, affixes) && self.stands(text, &found, affixes)).then_some(found)
    }

    /// All matches, by where they begin.
    pub fn matches(&self, text: &Words<'_>, affixes: &Affixes) -> Vec<Match> {
        let begins = |at: &usize| {
            let first = || text.folded(*at).bytes().next();
            self.starts.as_ref().is_none_or(|starts| first().is_some_and(|first| starts.contains(&first)))
        };
        (0..text.words.len()).filter(begins).filter_map(|at| self.match_at(text, at, affixes)).collect()
    }

    fn begins(&self, text: &Words<'_>, at: usize, affixes: &Affixes) -> bool {
        let before = || text.folded(at - 1);
        match text.words[at].joint {
            Joint::Apostrophe => at > 0 && affixes.elided.contains(before()),
            Joint::NonJoiner => false,
            Joint::Hyphen => {
                // An abbreviation is no prefix that makes another word: `UN-Sicherheitsrat`.
                let shouted = || text.written(at - 1).chars().all(char::is_uppercase);
                at == 0 || !self.matching.word && (!affixes.refused_first.contains(before()) || shouted())
            }
            _ => true,
        }
    }

    fn ends(&self, text: &Words<'_>, end: usize, affixes: &Affixes) -> bool {
        match text.words.get(end).map(|word| word.joint) {
            Some(Joint::NonJoiner) => {
                let last = text.folded(end - 1).chars().last();
                affixes.suffixes.accepts(text.folded(end), last) || affixes.is_ending(text.folded(end), last)
            }
            Some(Joint::Hyphen) => !self.matching.word,
            _ => true,
        }
    }

    /// Whether a match is what it looks like: no other word with these letters, no part of a longer one.
    fn stands(&self, text: &Words<'_>, found: &Match, affixes: &Affixes) -> bool {
        if self.unspaced && !lexicon::stands(text, found.first..found.end, affixes) {
            return false;
        }
        let single = found.end == found.first + 1;
        if !single || !affixes.homographs.contains(text.folded(found.first)) || self.lemma && found.fit == Fit::Same {
            return true;
        }
        is_governed(text, found.first, affixes)
    }
}

/// `text` without the accents of the letters that begin words, and without any; what differs from it and from one another.
fn bare_capitals(text: &str) -> Vec<String> {
    let mut first = String::with_capacity(text.len());
    let mut inner = false;
    for c in text.chars() {
        first.push(if inner { c } else { unmarked(c) });
        inner = c.is_alphanumeric();
    }
    let all: String = text.chars().map(unmarked).collect();
    let mut texts = vec![first, all];
    texts.dedup();
    texts.retain(|bare| bare != text);
    texts
}

/// A letter without its accent, dots or cedilla.
fn unmarked(c: char) -> char {
    let mut parts = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(c));
    parts.next().filter(char::is_ascii_alphabetic).unwrap_or(c)
}

/// How the word `at` fits, and of how many words it is made: a zero-width non-joiner may stand inside a word.
fn fit_at(pattern: &WordPattern, text: &Words<'_>, at: usize, affixes: &Affixes) -> Option<(Fit, usize)> {
    if let Some(fit) = pattern.fit(text.folded(at), text.written(at), affixes) {
        return Some((fit, 1));
    }
    let joined = |at: usize| text.words.get(at).is_some_and(|word| word.joint == Joint::NonJoiner);
    if !joined(at + 1) {
        return None;
    }
    let mut whole = text.folded(at).to_owned();
    (at + 1..at + 3).take_while(|next| joined(*next)).find_map(|next| {
        whole.push_str(text.folded(next));
        Some((pattern.fit(&whole, &whole, affixes)?.max(Fit::Inflected), next + 1 - at))
    })
}

/// How many words may be put in before the word `at`: one, or more of them after a conjunction (`collecte et d’analyse de données`).
fn widest_gap(text: &Words<'_>, at: usize, affixes: &Affixes) -> usize {
    let within = |at: &usize| matches!(text.words[*at].joint, Joint::Space | Joint::Apostrophe);
    let most = if text.words.get(at).is_some() && affixes.conjunctions.contains(text.folded(at)) { 3 } else { 1 };
    (at..text.words.len()).take(most).take_while(within).count()
}

/// The word after endings that a zero-width non-joiner parts from the word before `at`.
fn after_endings(text: &Words<'_>, at: usize, affixes: &Affixes) -> usize {
    let is_ending = |at: &usize| {
        let last = text.folded(at - 1).chars().last();
        let ending = text.folded(*at);
        text.words[*at].joint == Joint::NonJoiner && (affixes.suffixes.accepts(ending, last) || affixes.is_ending(ending, last))
    };
    (at..text.words.len()).take_while(is_ending).last().map_or(at, |last| last + 1)
}

/// Whether the word `at` stands after a word that asks for its form, directly or with an agreeing word between.
fn is_governed(text: &Words<'_>, at: usize, affixes: &Affixes) -> bool {
    let spaced = |at: usize| text.words[at].joint == Joint::Space;
    let governs = |at: usize| affixes.governors.contains(text.folded(at));
    if at == 0 || !spaced(at) {
        return false;
    }
    let agrees = || affixes.governed.iter().any(|ending| text.folded(at - 1).ends_with(ending.as_str()));
    governs(at - 1) || at > 1 && spaced(at - 1) && agrees() && governs(at - 2)
}

/// Whether a joint in a text stands for one in a term.
fn joins(text: Joint, term: Joint) -> bool {
    text == term
        || matches!(
            (text, term),
            (Joint::Space, Joint::Hyphen | Joint::NonJoiner | Joint::Direct)
                | (Joint::Hyphen | Joint::NonJoiner | Joint::Apostrophe | Joint::Direct, Joint::Space)
                | (Joint::Direct, Joint::NonJoiner)
        )
}
