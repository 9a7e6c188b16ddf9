//! Letters of an affix that depend on what stands before them: vowel harmony, assimilated consonants, linking letters.
//!
//! A class that depends on nothing gives one spelling of the affix for each of its letters, which is done when it is read.

use std::collections::BTreeMap;

use super::shapes::is_vowel;

/// Stands for the first class in an affix that was read; the others follow it in the private use area.
const FIRST: u32 = 0xe000;

/// The classes of a language whose letters depend on what stands before.
#[derive(Debug, Clone, Default)]
pub struct Sounds {
    names: Vec<String>,
    classes: Vec<Class>,
    /// Last syllables after which any letter of a class may stand.
    free: Vec<String>,
}

#[derive(Debug, Clone)]
struct Class {
    choices: Vec<Choice>,
    /// Whether the last vowel decides that a choice knows, or the last letter.
    harmony: bool,
}

#[derive(Debug, Clone)]
struct Choice {
    /// After these; after anything where there are none.
    after: String,
    letters: String,
}

impl Sounds {
    /// Reads classes such as `A = "aıou:a eiöü:e"` (the last vowel decides) and `D = "fstk:t d"` (the last letter decides).
    pub fn read(harmony: &BTreeMap<String, String>, assimilation: &BTreeMap<String, String>, free: &str) -> Self {
        let choice = |choice: &str| {
            let (after, letters) = choice.split_once(':').unwrap_or(("", choice));
            Choice { after: after.to_owned(), letters: letters.to_owned() }
        };
        let class = |text: &String, harmony| Class { choices: text.split_whitespace().map(choice).collect(), harmony };
        let all = harmony.values().map(|text| class(text, true)).chain(assimilation.values().map(|text| class(text, false)));
        let names = harmony.keys().chain(assimilation.keys()).cloned().collect();
        Self { names, classes: all.collect(), free: free.split_whitespace().map(str::to_owned).collect() }
    }

    /// `affix` with a sign for each of these classes.
    pub fn encode(&self, affix: &str) -> String {
        let sign = |at: usize| u32::try_from(at).ok().and_then(|at| char::from_u32(FIRST + at));
        let place = |c: char| self.names.iter().position(|name| name.chars().eq([c]));
        affix.chars().map(|c| place(c).and_then(sign).unwrap_or(c)).collect()
    }

    /// Whether `affix`, as it was encoded, stands in `word` from byte `at`, for every place where it may end `then` is asked.
    pub fn follows(&self, affix: &str, word: &str, at: usize, then: &mut dyn FnMut(usize) -> bool) -> bool {
        let Some(first) = affix.chars().next() else { return then(at) };
        let after = &affix[first.len_utf8()..];
        if first == '[' {
            let Some((inner, outer)) = after.split_once(']') else { return false };
            return match self.links(inner, &word[..at]) {
                Some(false) => self.follows(outer, word, at, then),
                Some(true) => self.follows(inner, word, at, &mut |at| self.follows(outer, word, at, then)),
                None => {
                    self.follows(inner, word, at, &mut |at| self.follows(outer, word, at, then))
                        || self.follows(outer, word, at, then)
                }
            };
        }
        let Some(next) = word[at..].chars().next() else { return false };
        let agrees = match self.class(first) {
            Some(class) => class.allows(next, &word[..at], &self.free),
            None if first == '=' => {
                return word[..at].ends_with(next) && self.follows(after, word, at + next.len_utf8(), then);
            }
            None => first == next,
        };
        agrees && self.follows(after, word, at + next.len_utf8(), then)
    }

    fn class(&self, sign: char) -> Option<&Class> {
        self.classes.get(usize::try_from(u32::from(sign).checked_sub(FIRST)?).ok()?)
    }

    /// Whether a linking letter stands after `before`: a vowel after consonants, a consonant after vowels. `None`: nothing is known.
    fn links(&self, link: &str, before: &str) -> Option<bool> {
        let first = link.chars().next()?;
        let vowel = self.class(first).map_or_else(|| is_open(first), |class| class.harmony);
        before.chars().last().map(|last| is_open(last) != vowel)
    }
}

/// Whether a linking consonant follows `c`. The languages that have these write consonants with `y`.
fn is_open(c: char) -> bool {
    c != 'y' && is_vowel(c)
}

impl Class {
    fn allows(&self, letter: char, before: &str, free: &[String]) -> bool {
        let decides = |c: &char| !self.harmony || self.choices.iter().any(|choice| choice.after.contains(*c));
        let any = || self.choices.iter().any(|choice| choice.letters.contains(letter));
        let Some((at, last)) = before.char_indices().rev().find(|(_, c)| decides(c)) else { return any() };
        if self.harmony && free.iter().any(|end| before[at..].starts_with(end.as_str())) {
            return any();
        }
        let own = self.choices.iter().find(|choice| choice.after.is_empty() || choice.after.contains(last));
        own.is_some_and(|choice| choice.letters.contains(letter))
    }
}
