//! The name a unit is given at birth (DESIGN §4.3); it is kept for life and never derived again.
//!
//! Equal texts born on two branches get equal names, different texts different ones; only identical texts in one article
//! are told apart by an ordinal.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::base::Fingerprint;
use crate::engine::prose::{CodeWords, prose};
use crate::model::{Role, UnitId};

const MAX_WORDS: usize = 4;
const MAX_LENGTH: usize = 60;
/// Room kept for `-k3f9` and an ordinal such as `-9999`.
const ENDING: usize = 10;

/// The id of a unit born with `flat_text`: `<prefix>-<first words>-<suffix>`, at most 60 ASCII characters.
///
/// A singular role takes its bare prefix while that is free. `fingerprint` is that of `flat_text`; `taken` says which ids
/// the article has or had. A text without ASCII words has none in its id.
pub fn name(role: &Role, flat_text: &str, fingerprint: Fingerprint, taken: &dyn Fn(&str) -> bool) -> UnitId {
    let prefix = role.prefix();
    if role.is_singular() && !taken(prefix) {
        return id(prefix);
    }
    let mut base = prefix.to_owned();
    let suffix = fingerprint.suffix();
    for word in first_words(flat_text, MAX_LENGTH - ENDING - prefix.len()) {
        base.push('-');
        base.push_str(&word);
    }
    base.push('-');
    base.push_str(&suffix);
    if !taken(&base) {
        return id(&base);
    }
    let free = (2u32..).map(|ordinal| format!("{base}-{ordinal}")).find(|candidate| !taken(candidate));
    id(&free.expect("an article has fewer units than there are ordinals"))
}

fn id(text: &str) -> UnitId {
    text.parse().expect("prefixes, ASCII words and suffixes make a Fluent identifier")
}

/// The first words of the plain text that can be written in ASCII, as long as they and their hyphens fit in `room`.
fn first_words(text: &str, mut room: usize) -> Vec<String> {
    let mut words = Vec::new();
    let plain = prose(text, CodeWords::Keep, None).text;
    for word in plain.split(|c: char| !(c.is_alphanumeric() || is_inside_word(c))).filter_map(ascii_word) {
        if words.len() == MAX_WORDS || word.len() + 1 > room {
            break;
        }
        room -= word.len() + 1;
        words.push(word);
    }
    words
}

/// What stands inside a word without ending it: apostrophes, digit group marks, combining marks, soft hyphens.
fn is_inside_word(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | ',' | '\u{AD}') || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// `word` in lower-case ASCII letters and digits, accents left out; `None` if that is not possible.
fn ascii_word(word: &str) -> Option<String> {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    let ascii: String = decomposed.chars().filter(|&c| !is_inside_word(c)).map(|c| c.to_ascii_lowercase()).collect();
    (!ascii.is_empty() && ascii.is_ascii()).then_some(ascii)
}
