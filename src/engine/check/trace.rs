//! Finds a part of a text again in the bytes of the file it was made from.
//!
//! Both run on together but for white space, and for what one of them has in addition: markup, escapes, the beginnings of lines.

use crate::base::Span;

/// How far apart the two may run before they meet again, in characters.
const FARTHEST: usize = 300;
/// How many characters must agree where they meet.
const AGREE: usize = 4;
/// How many comparisons are made in all; texts that have nothing in common end here.
const MOST_COMPARISONS: usize = 3_000_000;

/// Which characters of a text are which bytes of its origin.
#[derive(Debug)]
pub struct Trace {
    /// For each character that stands in both: its byte in the text, its byte in the origin, and its length.
    pairs: Vec<(usize, usize, usize)>,
}

impl Trace {
    /// Follows `text` through `origin`.
    pub fn new(origin: &str, text: &str) -> Self {
        let letters = |text: &str| text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect::<Vec<_>>();
        let (origin, text) = (letters(origin), letters(text));
        let (mut from, mut at, mut left) = (0, 0, MOST_COMPARISONS);
        let mut pairs = Vec::with_capacity(text.len());
        while from < origin.len() && at < text.len() {
            let ((origin_byte, origin_char), (byte, char)) = (origin[from], text[at]);
            if origin_char == char {
                pairs.push((byte, origin_byte, char.len_utf8()));
                (from, at) = (from + 1, at + 1);
                continue;
            }
            let Some((skip_origin, skip_text)) = meet(&origin[from..], &text[at..], &mut left) else { break };
            (from, at) = (from + skip_origin, at + skip_text);
        }
        Self { pairs }
    }

    /// The bytes of the origin that hold `span` of the text; `None` when nothing of it was found.
    pub fn span(&self, span: &Span) -> Option<Span> {
        let first = self.pairs.partition_point(|(byte, ..)| *byte < span.start);
        let end = self.pairs.partition_point(|(byte, ..)| *byte < span.end);
        let (from, to) = (self.pairs.get(first)?, self.pairs[..end].last()?);
        (first < end).then_some(from.1..to.1 + to.2)
    }
}

/// How much to skip on each side until both agree again: as little as possible, rather in the origin.
fn meet(origin: &[(usize, char)], text: &[(usize, char)], left: &mut usize) -> Option<(usize, usize)> {
    for total in 1..=FARTHEST {
        for in_text in 0..=total {
            let (one, other) = (origin.get(total - in_text..).unwrap_or_default(), text.get(in_text..).unwrap_or_default());
            *left = left.checked_sub(1)?;
            let wanted = AGREE.min(one.len()).min(other.len());
            let agree = one.iter().zip(other).take(wanted).all(|((_, a), (_, b))| a == b);
            // Near the end fewer characters agree by chance.
            if wanted > 0 && agree && (wanted == AGREE || one.len() == other.len()) {
                return Some((total - in_text, in_text));
            }
        }
    }
    None
}
