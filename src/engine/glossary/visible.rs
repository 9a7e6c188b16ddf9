//! What a reader of a Markdown text sees: terms are neither looked for nor accepted in code, addresses, and tags; character
//! references count as what they stand for.

use std::borrow::Cow;

use crate::base::Span;

/// Stands for each byte that is not prose; no word holds it.
const BLANK: u8 = 1;
/// Ends of the names of accented letters, with the mark that follows the letter.
const MARKS: [(&str, char); 8] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("uml", '\u{308}'),
    ("tilde", '\u{303}'),
    ("cedil", '\u{327}'),
    ("ring", '\u{30a}'),
    ("caron", '\u{30c}'),
];
/// Names of other characters that words hold or are parted by.
const NAMED: [(&str, char); 8] = [
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("apos", '\''),
    ("rsquo", '\u{2019}'),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("szlig", '\u{df}'),
    ("ndash", '\u{2013}'),
];

/// A text as its readers see it, with the way back to the places of the text itself.
pub struct Visible<'t> {
    /// What is seen.
    pub text: Cow<'t, str>,
    /// Offsets in `text` behind a character reference, each with how many bytes longer the text is up to there.
    longer: Vec<(usize, usize)>,
}

impl<'t> Visible<'t> {
    /// `text` with code spans, link destinations, tags and addresses blanked, and character references undone.
    pub fn new(text: &'t str) -> Self {
        let prose = prose(text);
        if !prose.contains('&') {
            return Self { text: prose, longer: Vec::new() };
        }
        let (mut seen, mut longer) = (String::with_capacity(prose.len()), Vec::new());
        let mut rest: &str = &prose;
        while let Some(at) = rest.find('&') {
            seen.push_str(&rest[..at]);
            rest = &rest[at..];
            let length = match reference(rest) {
                Some((letters, length)) => {
                    seen.push_str(&letters);
                    length
                }
                None => {
                    seen.push('&');
                    1
                }
            };
            rest = &rest[length..];
            longer.push((seen.len(), prose.len() - rest.len() - seen.len()));
        }
        seen.push_str(rest);
        Self { text: Cow::Owned(seen), longer }
    }

    /// The bytes of the text itself that are seen as `span`.
    pub fn place(&self, span: Span) -> Span {
        let place = |offset: usize| {
            let behind = self.longer.partition_point(|(at, _)| *at <= offset);
            offset + behind.checked_sub(1).map_or(0, |last| self.longer[last].1)
        };
        place(span.start)..place(span.end)
    }
}

/// What a character reference at the beginning of `text` stands for, never longer than the reference, and its length.
fn reference(text: &str) -> Option<(String, usize)> {
    let name = &text[1..text.find(';').filter(|end| *end < 12)?];
    let length = name.len() + 2;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return Some((char::from_u32(code.ok()?)?.to_string(), length));
    }
    if let Some((_, c)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some((c.to_string(), length));
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let (_, mark) = MARKS.iter().find(|(known, _)| *known == &name[1..])?;
    Some((format!("{letter}{mark}"), length))
}

fn prose(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| matches!(byte, b'`' | b'<' | b'(' | b'/')) {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut seen = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'`' => code_end(bytes, at),
            b'<' => tag_end(bytes, at),
            b'(' if at > 0 && bytes[at - 1] == b']' => destination_end(bytes, at),
            b':' if bytes[at..].starts_with(b"://") => address_end(bytes, at),
            _ => None,
        };
        if let Some(end) = end {
            seen[at..end].fill(BLANK);
            at = end;
        } else {
            // A run of backticks that opens nothing is passed as a whole.
            at += if bytes[at] == b'`' { run(bytes, at) } else { 1 };
        }
    }
    // What is blanked begins and ends with ASCII, so that no character is cut.
    String::from_utf8(seen).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn run(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|byte| **byte == b'`').count()
}

/// The end of the code span that begins at `at`; it is closed by as many backticks as opened it.
fn code_end(bytes: &[u8], at: usize) -> Option<usize> {
    let opened = run(bytes, at);
    let mut next = at + opened;
    while next < bytes.len() {
        match run(bytes, next) {
            0 => next += 1,
            closed if closed == opened => return Some(next + closed),
            other => next += other,
        }
    }
    None
}

/// The end of the tag or `<address>` that begins at `at`.
fn tag_end(bytes: &[u8], at: usize) -> Option<usize> {
    let begins = bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/');
    let length = bytes[at..].iter().position(|byte| *byte == b'>').filter(|_| begins)?;
    (!bytes[at + 1..at + length].contains(&b'<')).then_some(at + length + 1)
}

/// The end of the link destination whose parenthesis opens at `at`.
fn destination_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in bytes[at..].iter().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at + offset + 1),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The end of the address whose `://` stands at `at`; its characters are ASCII.
fn address_end(bytes: &[u8], at: usize) -> Option<usize> {
    let follows = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'`' | b')' | b']');
    let length = bytes[at + 3..].iter().take_while(|byte| follows(byte)).count();
    (at > 0 && bytes[at - 1].is_ascii_alphabetic() && length > 0).then_some(at + 3 + length)
}
