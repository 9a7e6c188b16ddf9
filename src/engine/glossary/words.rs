//! A text as folded words (UAX #29) with what stands between them.
//!
//! Words are divided further at apostrophes and zero-width non-joiners, so that elided articles, suffixes and clitics can be told
//! from the word. In scripts without spaces every character is a word of its own; runs of Katakana are words.

use unicode_segmentation::UnicodeSegmentation;

use crate::base::Span;

use super::fold::{Casing, fold_into, is_apostrophe, is_hyphen};

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Nothing: the word before ends where this one begins, or both are parted by a middle dot.
    Direct,
    /// White space, and marks of emphasis.
    Space,
    /// A hyphen or colon.
    Hyphen,
    /// An apostrophe.
    Apostrophe,
    /// A zero-width non-joiner.
    NonJoiner,
    /// Anything else, and the start of the text.
    Other,
}

/// One word.
#[derive(Debug, Clone)]
pub struct Word {
    folded: (u32, u32),
    span: (u32, u32),
    /// What stands before it.
    pub joint: Joint,
    /// Whether its script is written without spaces.
    pub unspaced: bool,
}

/// A text in words.
#[derive(Debug, Clone)]
pub struct Words<'t> {
    /// The text.
    pub text: &'t str,
    /// Its folded words, parted by single spaces.
    pub folded: String,
    /// Its words.
    pub words: Vec<Word>,
}

/// How words are divided in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Division {
    /// How case is folded.
    pub casing: Casing,
    /// An apostrophe is a letter, as in Ukrainian.
    pub apostrophe_is_letter: bool,
}

impl<'t> Words<'t> {
    /// Divides `text`.
    pub fn new(text: &'t str, division: Division) -> Self {
        let mut words = Self { text, folded: String::with_capacity(text.len() + text.len() / 8), words: Vec::new() };
        let mut divider = Divider { words: &mut words, division, joint: Joint::Other, end: 0 };
        if text.is_ascii() && !division.apostrophe_is_letter {
            divider.ascii();
        } else {
            text.split_word_bound_indices().for_each(|(at, piece)| divider.piece(at, piece));
        }
        words
    }

    /// The folded text of a word.
    pub fn folded(&self, at: usize) -> &str {
        let (start, end) = self.words[at].folded;
        &self.folded[start as usize..end as usize]
    }

    /// Where the folded text of a word begins in [`Words::folded`].
    pub fn folded_start(&self, at: usize) -> usize {
        self.words[at].folded.0 as usize
    }

    /// The word that holds byte `offset` of the folded text.
    pub fn at_folded(&self, offset: usize) -> usize {
        self.words.partition_point(|word| (word.folded.0 as usize) <= offset).saturating_sub(1)
    }

    /// The bytes of a word in the text.
    pub fn span(&self, at: usize) -> Span {
        let (start, end) = self.words[at].span;
        start as usize..end as usize
    }

    /// A word as it is written.
    pub fn written(&self, at: usize) -> &'t str {
        &self.text[self.span(at)]
    }
}

struct Divider<'w, 't> {
    words: &'w mut Words<'t>,
    division: Division,
    /// What stands between the last word and what comes next.
    joint: Joint,
    /// Where the last word ended.
    end: usize,
}

impl Divider<'_, '_> {
    /// UAX #29 for ASCII: letters and digits, with a full stop between two of the same kind.
    fn ascii(&mut self) {
        let bytes = self.words.text.as_bytes();
        let inner = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            if !inner(bytes[at]) {
                at += 1;
                self.between(start, bytes[start] as char);
                continue;
            }
            while at < bytes.len() {
                let dotted = bytes[at] == b'.' && bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric());
                if !(inner(bytes[at]) || dotted && bytes[at - 1].is_ascii_alphabetic() == bytes[at + 1].is_ascii_alphabetic()) {
                    break;
                }
                at += 1;
            }
            self.word(start, at, false);
        }
    }

    fn piece(&mut self, at: usize, piece: &str) {
        if !piece.contains(char::is_alphanumeric) {
            piece.char_indices().for_each(|(offset, c)| self.between(at + offset, c));
            return;
        }
        let unspaced = piece.chars().next().is_some_and(is_unspaced);
        let apostrophe_is_letter = self.division.apostrophe_is_letter;
        let parts = |c: char| c == '\u{200c}' || (is_apostrophe(c) && !apostrophe_is_letter);
        let mut start = 0;
        for (offset, separator) in piece.match_indices(parts) {
            if offset > start {
                self.word(at + start, at + offset, unspaced);
            }
            self.between(at + offset, if separator == "\u{200c}" { '\u{200c}' } else { '\'' });
            start = offset + separator.len();
        }
        if start < piece.len() {
            self.word(at + start, at + piece.len(), unspaced);
        }
    }

    fn word(&mut self, start: usize, end: usize, unspaced: bool) {
        let words = &mut *self.words;
        if !words.folded.is_empty() {
            words.folded.push(' ');
        }
        let folded = words.folded.len();
        let text = words.text;
        fold_into(&mut words.folded, &text[start..end], self.division.casing);
        if words.folded.len() == folded {
            return;
        }
        let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let joint = if self.end == start && start > 0 { Joint::Direct } else { self.joint };
        words.words.push(Word {
            folded: (number(folded), number(words.folded.len())),
            span: (number(start), number(end)),
            joint,
            unspaced,
        });
        (self.joint, self.end) = (Joint::Direct, end);
    }

    /// Adds an apostrophe to the word before it, where it makes another letter of the last one: Uzbek `o\u{2bb}` and `g\u{2bb}`.
    fn ends_word(&mut self, at: usize, c: char) -> bool {
        let letter = self.words.text[..at].ends_with(['o', 'g', 'O', 'G']);
        if !(letter && self.division.apostrophe_is_letter && is_apostrophe(c)) {
            return false;
        }
        let Some(word) = self.words.words.last_mut() else { return false };
        self.words.folded.push('\'');
        self.end = at + c.len_utf8();
        let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        (word.folded.1, word.span.1) = (number(self.words.folded.len()), number(self.end));
        true
    }

    /// Sees one character between words.
    fn between(&mut self, at: usize, c: char) {
        if self.words.words.is_empty() {
            return;
        }
        let first = at == self.end;
        if first && self.ends_word(at, c) {
            return;
        }
        let alone = match c {
            '\u{200c}' => Joint::NonJoiner,
            '\u{30fb}' | '\u{ff65}' | '\u{ad}' | '\u{200b}' | '\u{200d}' | '\u{2060}' => Joint::Direct,
            c if is_apostrophe(c) => Joint::Apostrophe,
            c if is_hyphen(c) => Joint::Hyphen,
            c if c.is_whitespace() || matches!(c, '*' | '_' | '~') => Joint::Space,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Joint::Space,
            _ => Joint::Other,
        };
        self.joint = match (self.joint, alone) {
            (_, alone) if first => alone,
            (joint, alone) if joint == alone => joint,
            (Joint::Direct, alone) => alone,
            (joint, Joint::Direct) => joint,
            _ => Joint::Other,
        };
        if first {
            // A second character is no first one: what it does to the joint depends on this one.
            self.end = usize::MAX;
        }
    }
}

/// Whether `c` belongs to a script that is written without spaces.
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}
