//! What is left of a text when everything is taken away that says nothing: the words as they are spelt, and the signs that mean
//! something. Two texts of one shape differ in punctuation and markup only.

use unicode_segmentation::UnicodeSegmentation;

/// Marks that only divide or adorn; others (`?`, `!`, `&`, `/`, `+`) say something.
const MERE: &str = ",.:;\u{2026}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}-\"'\u{201C}\u{201D}\u{201E}\u{201F}\u{2018}\u{2019}\
                    \u{201A}\u{201B}\u{AB}\u{BB}\u{2039}\u{203A}()[]\u{3001}\u{3002}\u{FF0C}\u{FF0E}\u{FF1A}\u{FF1B}\u{FF08}\u{FF09}\
                    \u{300C}\u{300D}\u{300E}\u{300F}\u{300A}\u{300B}\u{3010}\u{3011}\u{60C}\u{61B}\u{6D4}\u{964}\u{BF}\u{A1}\u{B7}\u{2022}\
                    \u{30FB}*_\u{640}\u{200B}\u{200E}\u{200F}\u{2060}\u{FEFF}\u{301C}\u{FF5E}";

/// The shape of a visible text.
pub(super) fn shape(text: &str) -> Vec<String> {
    let plain = text.replace('\u{2019}', "'").replace('\u{640}', "").replace('\u{2026}', "...");
    let says = |token: &&str| token.chars().any(|c| !c.is_whitespace() && !MERE.contains(c));
    plain.split_word_bounds().filter(says).map(|token| token.trim_matches('\'').to_owned()).collect()
}
