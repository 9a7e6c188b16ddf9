//! A text in words (UAX #29) with what matters for terms: where runs end, where sentences begin, and what is capitalised.

use unicode_segmentation::UnicodeSegmentation;

use crate::base::Span;

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub span: Span,
    /// In small letters, apostrophes made equal.
    pub folded: String,
    /// How it is written.
    pub shape: Shape,
    /// Whether it follows the word before with nothing but a space or a hyphen between.
    pub joined: bool,
    /// Whether a sentence, or something quoted, may begin with it: its capital says nothing then.
    pub initial: bool,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// In small letters, or in a script without capitals.
    Small,
    /// With a capital first.
    Capital,
    /// In capitals only, at least two.
    Acronym,
    /// With digits and no letters.
    Number,
}

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut end = 0;
    for (at, word) in text.unicode_word_indices() {
        let between = &text[end..at];
        let joined = !tokens.is_empty() && (between == " " || between == "-" || between == "\u{2011}");
        let opens = |c: char| {
            !(c.is_whitespace() || matches!(c, ',' | '-' | '\u{2013}' | '\u{2011}' | '/' | '\'' | '\u{2019}' | ')' | '%' | '&'))
        };
        let initial = tokens.is_empty() || between.contains(opens) || between.contains('\n');
        // A possessive belongs to the sentence, not to the term.
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word);
        // So does the plural of an acronym.
        let bare = bare.strip_suffix('s').filter(|bare| shape(bare) == Shape::Acronym).unwrap_or(bare);
        end = at + word.len();
        let folded = bare.to_lowercase().replace('\u{2019}', "'");
        tokens.push(Token { span: at..at + bare.len(), folded, shape: shape(bare), joined, initial });
        if bare.len() < word.len() {
            // What follows a possessive is another phrase.
            end = at + bare.len();
        }
    }
    tokens
}

fn shape(word: &str) -> Shape {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    match (letters, capitals) {
        (0, _) => Shape::Number,
        (_, capitals) if capitals >= 2 && capitals == letters => Shape::Acronym,
        _ if word.chars().next().is_some_and(char::is_uppercase) => Shape::Capital,
        _ => Shape::Small,
    }
}
