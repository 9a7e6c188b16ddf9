//! Slips of the pen: a small change inside a word that leaves the word what it was meant to be.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::lexicon::Lexicon;

/// Shorter words are another word after any change, but for letters in a wrong order.
const SHORT: usize = 4;
/// More bytes than this are no word.
const LONGEST: usize = 200;
/// From this length on two changes are a slip.
const LONG: usize = 8;

/// Whether `new` is `old` spelt right (both folded). Inflections, opposites and short words are not slips, nor is anything
/// in a script whose signs are words.
pub(super) fn is_slip(old: &str, new: &str, lexicon: &Lexicon) -> bool {
    if old.len().max(new.len()) > LONGEST || old.len().abs_diff(new.len()) > 8 {
        return false;
    }
    let (from, to): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let letters = |word: &[char]| {
        word.iter().all(|&c| c.is_alphabetic() && c < '\u{2E80}' || matches!(c, '\'' | '-' | '\u{200C}' | '\u{300}'..='\u{36F}'))
    };
    if !letters(&from) || !letters(&to) {
        return false;
    }
    let known = |word: &str| lexicon.is_common(word);
    let listed = |word: &str| lexicon.common.contains(word);
    if is_variant(old, new) && !(listed(old) && listed(new)) {
        return true;
    }
    if known(old) && known(new) || is_opposite(old, new, lexicon) || is_inflection(&from, &to, lexicon) {
        return false;
    }
    let longer = from.len().max(to.len());
    let distance = damerau(&from, &to);
    if from.len().min(to.len()) < SHORT {
        return distance == 1 && is_anagram(&from, &to) && !known(old);
    }
    let cased = from[0].is_lowercase() || from[0].is_uppercase();
    let most = if longer >= LONG && cased { 2 } else { 1 };
    let starts_alike = from[0] == to[0] || (from[0] == to[1] && from[1] == to[0]);
    starts_alike && distance <= most && (cased || longer > SHORT)
}

/// Whether two words are one but for marks above and below letters, or letters that writers of Arabic script take for each other.
pub(super) fn is_variant(old: &str, new: &str) -> bool {
    // Of Arabic words the vowels are not written; Russian leaves the dots of its yo to the reader.
    let terse = old.chars().any(|c| matches!(c, '\u{621}'..='\u{6D3}' | '\u{400}'..='\u{45F}'));
    old.chars().count() >= (if terse { SHORT - 1 } else { SHORT }) && bare(old) == bare(new)
}

/// A word without marks, one letter for those that are taken for each other.
fn bare(word: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(word);
    let letters = decomposed.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{655}' | '\u{670}'));
    let letters = letters.map(|c| match c {
        'ة' => 'ه',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        c => c,
    });
    letters.collect::<String>().replace('ß', "ss")
}

/// Whether two runs of words are the same letters differently divided: `can not`, `cannot`; `co-operate`, `cooperate`.
pub(super) fn joins_alike(old: &[String], new: &[String]) -> bool {
    !old.is_empty() && !new.is_empty() && old.concat() == new.concat()
}

/// Whether one of two words is the other with a prefix that turns it round.
pub(super) fn is_opposite(old: &str, new: &str, lexicon: &Lexicon) -> bool {
    let negates =
        |plain: &str, negated: &str| lexicon.negating.iter().any(|prefix| negated.strip_prefix(prefix.as_str()) == Some(plain));
    negates(old, new) || negates(new, old)
}

/// Whether the two differ in their endings only.
fn is_inflection(old: &[char], new: &[char], lexicon: &Lexicon) -> bool {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    // Letters in a wrong order at the end are no ending; a vowel before the last letter may be one.
    let vowels = |rest: &[char]| rest.len() == 2 && "aeiouáéíóúâêôãõàèìòùаеиоуыэюяё".contains(rest[0]);
    if is_anagram(old, new) || end > 1 || (end == 1 && !(vowels(old) && vowels(new))) {
        return false;
    }
    let ending = |rest: &[char]| {
        rest.is_empty() || lexicon.endings.is_empty() || {
            let rest: String = rest.iter().collect();
            lexicon.endings.iter().any(|known| *known == rest || known.strip_prefix(|_: char| true) == Some(rest.as_str()))
        }
    };
    old.len().max(new.len()) <= 3 && ending(old) && ending(new)
}

/// Whether two words of four letters or more begin alike and have the same letters in another order.
pub(super) fn is_transposed(old: &str, new: &str) -> bool {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    old.len() >= SHORT && old[0] == new[0] && is_anagram(&old, &new)
}

fn is_anagram(old: &[char], new: &[char]) -> bool {
    let sorted = |word: &[char]| {
        let mut word = word.to_vec();
        word.sort_unstable();
        word
    };
    !old.is_empty() && sorted(old) == sorted(new)
}

/// The Damerau–Levenshtein distance with adjacent transpositions (optimal string alignment).
pub(super) fn damerau(old: &[char], new: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=new.len()).collect()];
    for i in 1..=old.len() {
        let mut row = vec![i];
        for j in 1..=new.len() {
            let change = rows[i - 1][j - 1] + usize::from(old[i - 1] != new[j - 1]);
            let mut least = change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && old[i - 1] == new[j - 2] && old[i - 2] == new[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[old.len()][new.len()]
}
