//! Names that no capital tells: in a language without capitals an unknown word in place of another unknown one is taken for a
//! name; in signs for words the characters that foreign names are spelt with, family names and titles tell.

use super::facts::{FactChange, FactKind, PlainWord};
use super::lexicon::Lexicon;
use super::typo::is_slip;

/// More words than this in place of others are no name.
const LONGEST: usize = 3;

/// One replacement in a word diff.
pub(super) struct Replacement<'w> {
    /// All words of the old text, and the place of those that went.
    pub old: (&'w [PlainWord], std::ops::Range<usize>),
    /// All words of the new text, and the place of those that came.
    pub new: (&'w [PlainWord], std::ops::Range<usize>),
}

/// The names that a replacement seems to exchange.
pub(super) fn names(replaced: &Replacement<'_>, lexicon: &Lexicon) -> Option<FactChange> {
    if lexicon.caseless {
        return caseless(replaced, lexicon);
    }
    (lexicon.unspaced && !lexicon.spelling.is_empty()).then(|| in_signs(replaced, lexicon)).flatten()
}

/// Every word on one side, and one on the other, is unknown to the lists, and none is the other spelt right.
fn caseless(replaced: &Replacement<'_>, lexicon: &Lexicon) -> Option<FactChange> {
    let (old, new) = (words(&replaced.old), words(&replaced.new));
    let unknown = |word: &&&str| word.chars().count() > 1 && !lexicon.is_known(word);
    let fits = |words: &[&str]| words.len() <= LONGEST && words.iter().any(|word| unknown(&word));
    let all = |words: &[&str]| words.iter().all(|word| unknown(&word));
    let in_facts = [&replaced.old, &replaced.new].iter().any(|(all, range)| all[range.clone()].iter().any(|word| word.in_fact));
    let inflected = old.iter().any(|old| new.iter().any(|new| is_slip(old, new, lexicon) || shares_stem(old, new)));
    (fits(&old) && fits(&new) && (all(&old) || all(&new)) && !in_facts && !inflected)
        .then(|| change(old.join(" "), new.join(" ")))
}

/// Whether two words begin or end alike for most of their length: forms of one word.
fn shares_stem(old: &str, new: &str) -> bool {
    let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = alike(&mut old.chars().zip(new.chars()));
    let end = alike(&mut old.chars().rev().zip(new.chars().rev()));
    let longer = old.chars().count().max(new.chars().count());
    start.max(end) >= 3 && start.max(end) * 3 >= longer * 2
}

fn in_signs(replaced: &Replacement<'_>, lexicon: &Lexicon) -> Option<FactChange> {
    let (old, new) = (grown(&replaced.old, &replaced.new, lexicon), grown(&replaced.new, &replaced.old, lexicon));
    let sides = [&old, &new];
    let is_name = |run: &&Run| !run.text.is_empty() && !lexicon.is_known(&run.text) && run.text.chars().all(is_han);
    if !sides.iter().all(is_name) {
        return None;
    }
    let spelt = |run: &Run| {
        let signs = run.text.chars().count();
        let foreign = run.text.chars().filter(|c| lexicon.spelling.contains(c)).count();
        signs > 1 && (foreign == signs || signs > 2 && foreign * 5 >= signs * 3)
    };
    let family = |run: &Run| {
        let begins = lexicon.surnames.iter().any(|name| run.text.starts_with(name.as_str()));
        begins && (2..=4).contains(&run.text.chars().count())
    };
    let suffixed = |run: &Run| {
        lexicon.name_suffixes.iter().any(|suffix| {
            run.after.starts_with(suffix.as_str()) || suffix.chars().count() > 1 && run.before.ends_with(suffix.as_str())
        })
    };
    let both = |test: &dyn Fn(&Run) -> bool| test(&old) && test(&new);
    (both(&spelt) || both(&family) || both(&suffixed)).then(|| change(old.text.clone(), new.text.clone()))
}

/// What went or came, with the characters around it that both texts share as far as they may belong to a name.
struct Run {
    text: String,
    before: String,
    after: String,
}

fn grown(
    side: &(&[PlainWord], std::ops::Range<usize>),
    other: &(&[PlainWord], std::ops::Range<usize>),
    lexicon: &Lexicon,
) -> Run {
    let (all, range) = side;
    let spells = |word: &PlainWord| !word.in_fact && word.text.chars().all(|c| lexicon.spelling.contains(&c));
    let (mut start, mut end) = (range.start, range.end);
    if words(side).concat().chars().chain(words(other).concat().chars()).all(|c| lexicon.spelling.contains(&c)) {
        while start > 0 && range.start - start < 5 && spells(&all[start - 1]) {
            start -= 1;
        }
        while end < all.len() && end - range.end < 5 && spells(&all[end]) {
            end += 1;
        }
    }
    // A given name that changed stands behind the family name that did not.
    if start == range.start && start > 0 && lexicon.surnames.contains(&all[start - 1].text) {
        start -= 1;
    }
    let text = |words: &[PlainWord]| words.iter().map(|word| word.text.as_str()).collect::<String>();
    Run {
        text: text(&all[start..end]),
        before: text(&all[start.saturating_sub(4)..start]),
        after: text(&all[end..all.len().min(end + 4)]),
    }
}

fn words<'w>(side: &(&'w [PlainWord], std::ops::Range<usize>)) -> Vec<&'w str> {
    side.0[side.1.clone()].iter().map(|word| word.text.as_str()).collect()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3400}'..='\u{9FFF}')
}

fn change(old: String, new: String) -> FactChange {
    FactChange { kind: FactKind::Name, old: Some(old), new: Some(new) }
}
