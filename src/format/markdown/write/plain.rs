//! Texts that need no second look: CommonMark reads them as they stand, wherever in a block they are put.
//!
//! A small grammar, much narrower than CommonMark: words, single spaces, punctuation that means nothing, and code, emphasis and
//! links in their simplest form, none inside another. Most sentences of most articles are of this kind. What is not goes through
//! `inline`, `spell` and `compare`; a property test holds both ways to the same result.

use memchr::memchr3;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::base::{any_byte, any_pair, limits};

use super::emphasis::is_cjk;
use super::untrusted::Allowed;

/// Whether `text`, put on one line at a site of a block, a heading or a cell, is spelt as it is and shows nothing but what it seems to.
pub(super) fn is_plain(text: &str, allowed: &Allowed) -> bool {
    leads_only(text, |destination| allowed.names(destination))
}

/// The destinations of the links in `text`, if it is plain but for where it leads.
pub(super) fn destinations(text: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    leads_only(text, |destination| {
        found.push(destination);
        true
    })
    .then_some(found)
}

/// Whether `text` is plain but for where it leads.
pub(super) fn is_simple(text: &str) -> bool {
    leads_only(text, |_| true)
}

/// What a parser of CommonMark says of `text`, which is plain.
pub fn plain_events(text: &str) -> PlainEvents<'_> {
    PlainEvents { rest: text, inner: None }
}

/// The events of a plain text.
#[derive(Debug)]
pub struct PlainEvents<'t> {
    rest: &'t str,
    /// The words of an emphasis or a link that is open, if they are still to be said, and its end.
    inner: Option<(Option<&'t str>, TagEnd)>,
}

impl<'t> PlainEvents<'t> {
    fn open(&mut self, tag: Tag<'t>, words: &'t str, rest: &'t str) -> Event<'t> {
        self.rest = rest;
        self.inner = Some((Some(words), tag.to_end()));
        Event::Start(tag)
    }
}

impl<'t> Iterator for PlainEvents<'t> {
    type Item = Event<'t>;

    fn next(&mut self) -> Option<Event<'t>> {
        match self.inner.take() {
            Some((Some(words), end)) => {
                self.inner = Some((None, end));
                return Some(Event::Text(CowStr::Borrowed(words)));
            }
            Some((None, end)) => return Some(Event::End(end)),
            None => {}
        }
        let rest = self.rest;
        let cut = |open: &str, close: &str| rest.strip_prefix(open)?.split_once(close);
        if let Some((code, rest)) = cut("`", "`") {
            self.rest = rest;
            return Some(Event::Code(CowStr::Borrowed(code)));
        }
        if let Some((words, rest)) = cut("**", "**") {
            return Some(self.open(Tag::Strong, words, rest));
        }
        if let Some((words, rest)) = cut("*", "*") {
            return Some(self.open(Tag::Emphasis, words, rest));
        }
        if let Some((words, rest)) = cut("[", "](")
            && let Some((destination, rest)) = rest.split_once(')')
        {
            let (title, id) = (CowStr::Borrowed(""), CowStr::Borrowed(""));
            let link = Tag::Link { link_type: LinkType::Inline, dest_url: CowStr::Borrowed(destination), title, id };
            return Some(self.open(link, words, rest));
        }
        let end = memchr3(b'`', b'*', b'[', rest.as_bytes()).unwrap_or(rest.len());
        let (text, rest) = rest.split_at(end);
        self.rest = rest;
        (!text.is_empty()).then_some(Event::Text(CowStr::Borrowed(text)))
    }
}

fn leads_only<'t>(text: &'t str, permits: impl FnMut(&'t str) -> bool) -> bool {
    let mut scan = Scan { text, bytes: text.as_bytes(), at: 0, has_words: false, close: 0, permits };
    let fits = text.len() <= limits::UNIT_BYTES && !text.ends_with(char::is_whitespace);
    fits && scan.begins_plainly() && scan.runs_plainly() && scan.has_words
}

struct Scan<'t, P> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    has_words: bool,
    /// Up to here characters are looked at one by one.
    close: usize,
    /// Whether a link may lead there.
    permits: P,
}

impl<'t, P: FnMut(&'t str) -> bool> Scan<'t, P> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    /// Whether the first characters open no block and are no mark of a list's item.
    fn begins_plainly(&self) -> bool {
        let digits = self.bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match self.byte(0) {
            b'0'..=b'9' => !matches!(self.byte(digits), b'.' | b')'),
            b'a'..=b'z' | b'A'..=b'Z' | b'"' | b'\'' | b'(' => true,
            b'`' => self.byte(1) != b'`',
            // Stars before a letter are emphasis, if anything.
            b'*' => self.bytes.iter().find(|byte| **byte != b'*').is_some_and(u8::is_ascii_alphabetic),
            // `[x] ` would be the box of a task.
            b'[' => self.byte(2) != b']' && self.byte(1) != b']',
            0x80.. => self.text.starts_with(|c: char| is_ordinary(c) && !c.is_whitespace()),
            _ => false,
        }
    }

    fn runs_plainly(&mut self) -> bool {
        while let Some(&byte) = self.bytes.get(self.at) {
            let goes_on = match byte {
                b'`' => self.code(),
                b'*' => self.emphasis(),
                b'[' => self.link(),
                _ => self.at >= self.close && self.run() || self.character(byte),
            };
            if !goes_on {
                return false;
            }
        }
        true
    }

    /// Everything up to the next markup, if all of it is plain by its bytes alone.
    fn run(&mut self) -> bool {
        let rest = &self.bytes[self.at..];
        let run = &rest[..memchr3(b'`', b'*', b'[', rest).unwrap_or(rest.len())];
        let follows_space = self.at == 0 || self.bytes[self.at - 1] == b' ';
        let doubles_space = follows_space && run.first() == Some(&b' ');
        let fits = !doubles_space && !any_byte(run, matters) && !any_pair(run, matter);
        if fits {
            let end = self.at + run.len();
            self.has_words = self.has_words || self.text[self.at..end].chars().any(char::is_alphanumeric);
            self.at = end;
        } else {
            self.close = self.at + run.len();
        }
        fits
    }

    /// One character outside of markup.
    fn character(&mut self, byte: u8) -> bool {
        let at = self.at;
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => self.has_words = true,
            b' ' if at > 0 && self.bytes[at - 1] != b' ' => {}
            // A bare address is no word to the reader of the article.
            b'/' if self.byte(at + 1) == b'/' => return false,
            b'.' if at >= 3 && self.bytes[at - 3..at].eq_ignore_ascii_case(b"www") => return false,
            b',' | b'.' | b';' | b':' | b'?' | b'!' | b'\'' | b'"' | b'(' | b')' | b'/' | b'-' | b'%' | b'+' | b'=' | b'$' => {}
            // From U+00C0 to U+07FF all are ordinary.
            0xc3..=0xdf if self.has_words => {
                self.at += 2;
                return true;
            }
            0x80.. => {
                let Some(c) = self.text[at..].chars().next().filter(|c| is_ordinary(*c)) else { return false };
                self.has_words |= c.is_alphanumeric();
                self.at += c.len_utf8();
                return true;
            }
            _ => return false,
        }
        self.at += 1;
        true
    }

    /// `` `code` ``.
    fn code(&mut self) -> bool {
        let start = self.at + 1;
        let Some(length) = self.bytes[start..].iter().position(|byte| *byte == b'`') else { return false };
        let end = start + length;
        let code = &self.bytes[start..end];
        let is_simple =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b',' | b'-' | b'_' | b'/' | b':');
        let fits = length > 0 && code[0] != b' ' && code[length - 1] != b' ' && !code.windows(2).any(|two| two == b"  ");
        self.at = end + 1;
        fits && code.iter().all(is_simple) && self.byte(end + 1) != b'`'
    }

    /// `*words*` or `**words**`, parted from what is around.
    fn emphasis(&mut self) -> bool {
        let run = |from: usize| self.bytes[from..].iter().take_while(|byte| **byte == b'*').count();
        let width = run(self.at);
        let start = self.at + width;
        let is_apart = self.at == 0 || matches!(self.bytes[self.at - 1], b' ' | b'(' | b'"' | b'\'');
        let Some(length) = self.bytes[start..].iter().position(|byte| *byte == b'*') else { return false };
        let end = start + length;
        let closes = run(end) == width
            && matches!(self.byte(end + width), b' ' | b',' | b'.' | b';' | b':' | b'?' | b'!' | b')' | b'"' | b'\'');
        let inner = &self.text[start..end];
        let leans = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_cjk(c));
        let fits = width <= 2 && is_apart && closes && leans(inner.chars().next()) && leans(inner.chars().next_back());
        fits && self.words(start, end) && self.skip(width)
    }

    /// `[words](destination)`.
    fn link(&mut self) -> bool {
        let start = self.at + 1;
        let is_apart = self.at == 0 || matches!(self.bytes[self.at - 1], b' ' | b'(' | b'"' | b'\'');
        let is_first = self.at == 0;
        let Some(length) = self.bytes[start..].iter().position(|byte| *byte == b']') else { return false };
        let end = start + length;
        let starts_with_word = self.text[start..end].starts_with(char::is_alphanumeric);
        if !is_apart || !starts_with_word || self.byte(end + 1) != b'(' || !self.words(start, end) {
            return false;
        }
        let from = end + 2;
        let Some(length) = self.bytes.get(from..).and_then(|rest| rest.iter().position(|byte| *byte == b')')) else {
            return false;
        };
        let is_simple = |byte: &u8| {
            byte.is_ascii_alphanumeric()
                || matches!(byte, b'/' | b':' | b'.' | b'?' | b'=' | b'#' | b'%' | b'+' | b',' | b';' | b'-')
        };
        let destination = &self.text[from..from + length];
        self.at = from + length + 1;
        // At a line's beginning a colon would make a definition of it.
        length > 0
            && destination.bytes().all(|byte| is_simple(&byte))
            && (self.permits)(destination)
            && !(is_first && self.byte(self.at) == b':')
    }

    /// Whether nothing but words stands between `start` and `end`; goes on behind them.
    fn words(&mut self, start: usize, end: usize) -> bool {
        self.at = start;
        while self.at < end {
            let byte = self.bytes[self.at];
            if matches!(byte, b'`' | b'*' | b'[') || !self.character(byte) {
                return false;
            }
        }
        self.at == end
    }

    fn skip(&mut self, count: usize) -> bool {
        self.at += count;
        true
    }
}

/// Whether a character that begins with `byte`, or is it, has to be looked at more closely.
const fn matters(byte: u8) -> bool {
    let is_mark = (byte == b'#') | (byte == b'&') | (byte == b'*') | (byte == b'<') | (byte == b'>') | (byte == b'@');
    // `[\]^_` and the backtick; `{|}~` and delete.
    let is_bracket = (byte.wrapping_sub(b'[') < 6) | (byte.wrapping_sub(b'{') < 5);
    // Among those that begin with 0xC2 are controls, with 0xE2 the separators, with 0xEE or more those for private use.
    is_mark | is_bracket | (byte < b' ') | (byte == 0xc2) | (byte == 0xe2) | (byte >= 0xee)
}

/// The same of two that stand side by side: a second space, and what a bare address begins with.
const fn matter(one: u8, next: u8) -> bool {
    ((one == b' ') & (next == b' ')) | ((one == b'/') & (next == b'/')) | ((one | 0x20 == b'w') & (next | 0x20 == b'w'))
}

/// Whether a character beyond ASCII is one of ordinary text: no control, no separator, nothing for private use.
fn is_ordinary(c: char) -> bool {
    match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => false,
        '\u{a0}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{1fffd}' => true,
        '\u{20000}'..='\u{3fffd}' => true,
        _ => false,
    }
}
