//! Names: capitalised words that do not just begin a sentence, acronyms, Latin and Katakana words in other scripts.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use super::facts::{Token, fold};
use super::lexicon::Lexicon;
use super::typo::{damerau, is_variant};

/// Tells names from other words.
pub(super) struct NameReader<'x> {
    lexicon: &'x Lexicon,
    /// Words that either text has in lower case, so that a capital says nothing.
    lower: HashSet<String>,
    /// The beginnings of longer words that only the other text has in lower case.
    beginnings: HashSet<String>,
    /// Everyday words of the other text, long enough to be misspelt.
    everyday: Vec<Vec<char>>,
}

/// From so many letters on a word is told by its beginning.
const TELLING: usize = 4;

impl<'x> NameReader<'x> {
    /// A reader for one version of a text; the other version helps to tell names from words.
    pub fn new(lexicon: &'x Lexicon, own: &str, other: &str) -> Self {
        let lower_of = |text: &str| -> HashSet<String> {
            text.unicode_words().filter(|word| word.starts_with(char::is_lowercase)).map(fold).collect()
        };
        let (own_lower, other_lower) = (lower_of(own), lower_of(other));
        // `Россия` beside `российский` is a name; `Costó` for `ha costado` is none.
        let own_beginnings: HashSet<String> = own_lower.iter().filter_map(|word| beginning(word)).collect();
        let beginnings =
            other_lower.iter().filter_map(|word| beginning(word)).filter(|word| !own_beginnings.contains(word)).collect();
        let is_noun = |word: &str| lexicon.noun_endings.iter().any(|ending| word.ends_with(ending.as_str()));
        let long = |word: &str| word.chars().count() >= TELLING;
        let everyday = other.unicode_words().map(fold).filter(|word| long(word) && (lexicon.is_common(word) || is_noun(word)));
        let everyday = everyday.map(|word| word.chars().collect()).collect();
        Self { lexicon, lower: own_lower.into_iter().chain(other_lower).collect(), beginnings, everyday }
    }

    /// What the name that token `at` is is compared by; `None` if it is none.
    pub fn read(&self, tokens: &[Token<'_>], at: usize) -> Option<String> {
        let word = tokens[at].text;
        let first = word.chars().next()?;
        if is_katakana(first) && word.chars().count() > 1 && !self.lexicon.is_common(word) {
            return Some(word.to_owned());
        }
        if !first.is_alphabetic() || !(first.is_uppercase() || self.is_foreign(first)) {
            return None;
        }
        let folded = fold(word);
        let is_acronym = word.chars().filter(|c| c.is_uppercase()).count() > 1;
        if !is_acronym {
            let begins = begins_sentence(tokens, at);
            if self.lexicon.is_common(&folded) || (folded.chars().count() > 3 || begins) && self.lower.contains(&folded) {
                return None;
            }
            let is_noun = || self.lexicon.opening_endings.iter().any(|ending| folded.ends_with(ending.as_str()));
            // Where nouns have capitals as well, one may be misspelt anywhere.
            let anywhere = !self.lexicon.noun_endings.is_empty();
            if (begins || anywhere) && self.is_everyday(&folded) || begins && is_noun() || self.is_elided(word) {
                return None;
            }
            if self.lexicon.noun_endings.iter().any(|ending| folded.ends_with(ending.as_str())) {
                return None;
            }
        }
        Some(self.stem(&folded))
    }

    /// Whether a word at the start of a sentence is an everyday word: inflected otherwise elsewhere, or misspelt.
    fn is_everyday(&self, word: &str) -> bool {
        let letters: Vec<char> = word.chars().collect();
        let misspelt =
            |other: &Vec<char>| other[0] == letters[0] && damerau(other, &letters) <= 1 + usize::from(letters.len() >= 8);
        beginning(word).is_some_and(|beginning| self.beginnings.contains(&beginning))
            || letters.len() > TELLING && self.everyday.iter().any(misspelt)
            || self.everyday.iter().any(|other| is_variant(&other.iter().collect::<String>(), word))
    }

    /// Whether a common noun stands behind an article that lost its vowel: `L'incontro`, not `L'Italia`, `O'Brien` or `Irak'tan`.
    fn is_elided(&self, word: &str) -> bool {
        let Some((article, noun)) = word.split_once(['\'', '\u{2019}']) else { return false };
        let short = article.chars().count() <= 4 && noun.chars().count() >= 3;
        short && !self.lexicon.apostrophe_endings && noun.starts_with(char::is_lowercase)
    }

    /// A Latin letter in a language that is written without spaces or without capitals.
    fn is_foreign(&self, first: char) -> bool {
        first.is_ascii_alphabetic() && self.lexicon.unspaced
    }

    /// The name without the ending of its case.
    fn stem(&self, name: &str) -> String {
        // Turkish sets an apostrophe between a name and its ending.
        let name = if self.lexicon.apostrophe_endings { name.split('\'').next().unwrap_or(name) } else { name };
        let keeps_enough = |stem: &&str| stem.chars().count() >= 3;
        let mut stems = self.lexicon.name_endings.iter().filter_map(|ending| name.strip_suffix(ending.as_str()));
        stems.find(keeps_enough).unwrap_or(name).to_owned()
    }
}

/// The first letters of a word that has more of them.
fn beginning(word: &str) -> Option<String> {
    (word.chars().count() > TELLING).then(|| word.chars().take(TELLING).collect())
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30A1}'..='\u{30FA}')
}

/// Whether the token stands where any word has a capital.
fn begins_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let before = tokens[..at].iter().rev().find(|token| !token.text.trim().is_empty() && !is_opening(token.text));
    before.is_none_or(|token| token.text.ends_with(['.', '!', '?', ':', '\u{2026}', '\u{2013}', '\u{2014}', ';', '\u{61F}', '|']))
        || at > 0 && is_opening(tokens[at - 1].text)
}

fn is_opening(text: &str) -> bool {
    matches!(
        text,
        "\"" | "'" | "(" | "[" | "\u{201C}" | "\u{2018}" | "\u{201E}" | "\u{AB}" | "\u{201A}" | "\u{2039}" | "-" | "¿" | "¡"
    )
}
