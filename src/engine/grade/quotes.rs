//! Direct quotes: what stands in quotation marks, whatever their style.

use unicode_segmentation::UnicodeSegmentation;

use super::facts::{Fact, FactKind, fold};
use crate::base::Span;

const PAIRS: &[(char, &[char])] = &[
    ('\u{201C}', &['\u{201D}']),
    ('\u{201E}', &['\u{201C}', '\u{201D}']),
    ('\u{AB}', &['\u{BB}']),
    ('\u{BB}', &['\u{AB}']),
    ('\u{2039}', &['\u{203A}']),
    ('\u{201A}', &['\u{2018}', '\u{2019}']),
    ('\u{2018}', &['\u{2019}']),
    ('\u{300C}', &['\u{300D}']),
    ('\u{300E}', &['\u{300F}']),
    ('\u{300A}', &['\u{300B}']),
    ('"', &['"']),
];

/// The quotes of a text in order, and where their words stand; a mark without a partner opens none.
pub(super) fn read_quotes(text: &str) -> Vec<(Span, Fact)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut quotes = Vec::new();
    let mut at = 0;
    // Without a closing mark after one place there is none after a later one.
    let mut unclosed: Vec<char> = Vec::new();
    while at < chars.len() {
        if !opens(&chars, at) || unclosed.contains(&chars[at].1) {
            at += 1;
            continue;
        }
        match closing(&chars, at) {
            Some(end) => {
                let span = chars[at].0 + chars[at].1.len_utf8()..chars[end].0;
                let inside = &text[span.clone()];
                let key = inside.unicode_words().map(fold).collect::<Vec<_>>().join(" ");
                quotes.push((span, Fact { kind: FactKind::Quote, key, shown: inside.to_owned() }));
                at = end + 1;
            }
            None => unclosed.push(chars[at].1),
        }
    }
    quotes
}

/// Whether a quote may open at `at`. A straight mark after a digit says inches; a single mark inside a word is an apostrophe.
fn opens(chars: &[(usize, char)], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| chars[at].1);
    match chars[at].1 {
        '"' => !before.is_some_and(|c| c.is_numeric()),
        '\u{2018}' | '\u{BB}' => !before.is_some_and(char::is_alphanumeric),
        mark => PAIRS.iter().any(|(open, _)| *open == mark),
    }
}

/// Where the quote that opens at `at` closes.
fn closing(chars: &[(usize, char)], at: usize) -> Option<usize> {
    let (_, closers) = PAIRS.iter().find(|(mark, _)| *mark == chars[at].1)?;
    let ends_word = |at: usize| !chars.get(at + 1).is_some_and(|(_, c)| c.is_alphanumeric());
    (at + 1..chars.len()).find(|&end| closers.contains(&chars[end].1) && (chars[end].1 != '\u{2019}' || ends_word(end)))
}
