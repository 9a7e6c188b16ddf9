//! Quotations and brackets: no sentence ends inside one, unless the quotation is the whole text.
//!
//! A sign without its partner means nothing (an inch mark, a quotation that the next paragraph closes).

use super::signs::is_opener;
use crate::base::Span;

/// The ranges of `text` inside which no sentence ends, signs included, ascending and disjoint.
pub(super) fn find_regions(text: &str) -> Vec<Span> {
    let mut reader = Reader { open: Vec::new(), regions: Vec::new() };
    let mut previous = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_sign(c) {
            let next = chars.peek().map(|&(_, c)| c);
            reader.sign(Sign { at, c, previous, next });
        }
        previous = Some(c);
    }
    let mut regions = reader.regions;
    let whole = text.len() - text.trim_start().len()..text.trim_end().len();
    regions.retain(|(span, quote)| !(*quote && *span == whole));
    merge(regions.into_iter().map(|(span, _)| span).collect())
}

/// Whether a sentence may end at byte `at`.
pub(super) fn is_free(regions: &[Span], at: usize) -> bool {
    let before = regions.partition_point(|span| span.start < at);
    before.checked_sub(1).is_none_or(|index| regions[index].end <= at)
}

/// The union of `spans`, ascending; spans that only touch stay apart.
pub(super) fn merge(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

struct Sign {
    at: usize,
    c: char,
    previous: Option<char>,
    next: Option<char>,
}

struct Reader {
    /// Signs that wait for their partner.
    open: Vec<(char, usize)>,
    /// Pairs, and whether they are quotation marks.
    regions: Vec<(Span, bool)>,
}

fn is_sign(c: char) -> bool {
    match c {
        '"' | '\'' | '(' | ')' | '[' | ']' => true,
        c if c < '\u{AB}' => false,
        c => matches!(c, '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‘' | '’' | '‚' | '＂') || partner(c).is_some() || opens(c),
    }
}

/// The opening bracket of a closing one.
fn partner(c: char) -> Option<char> {
    const PAIRS: [(char, char); 12] = [
        ('(', ')'),
        ('[', ']'),
        ('（', '）'),
        ('［', '］'),
        ('「', '」'),
        ('『', '』'),
        ('【', '】'),
        ('〈', '〉'),
        ('《', '》'),
        ('〔', '〕'),
        ('｢', '｣'),
        ('〖', '〗'),
    ];
    PAIRS.iter().find(|pair| pair.1 == c).map(|pair| pair.0)
}

fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '（' | '［' | '「' | '『' | '【' | '〈' | '《' | '〔' | '｢' | '〖')
}

impl Sign {
    /// Whether the sign stands where a quotation begins: nothing before it that it could close.
    fn leads(&self) -> bool {
        let free = self.previous.is_none_or(|c| c.is_whitespace() || is_opener(c) || matches!(c, '-' | '–' | '—' | '/' | ':'));
        free && self.next.is_some_and(|c| !c.is_whitespace())
    }

    /// Whether the sign stands where a quotation ends.
    fn trails(&self) -> bool {
        self.previous.is_some_and(|c| !c.is_whitespace()) && self.next.is_none_or(|c| !c.is_alphanumeric())
    }
}

impl Reader {
    fn sign(&mut self, sign: Sign) {
        match sign.c {
            '"' | '＂' => self.straight(&sign),
            '\'' => self.single(&sign),
            '“' if self.is_open('„') => self.close(&sign, &['„']),
            // Urdu opens with the sign that English closes with.
            '“' if self.is_open('”') && !sign.leads() => self.close(&sign, &['”']),
            '“' | '„' | '‚' => self.push(sign.c, sign.at),
            '”' => self.close_or_open(&sign, &['“', '„', '”']),
            '‘' if self.is_open('‚') && sign.trails() => self.close(&sign, &['‚']),
            '‘' => self.push(sign.c, sign.at),
            // An apostrophe inside a word closes nothing.
            '’' if sign.trails() => self.close_or_open(&sign, &['‘', '‚', '’']),
            '«' if self.is_open('»') && !self.is_open('«') => self.close(&sign, &['»']),
            '»' => self.close_or_open(&sign, &['«', '»']),
            '‹' if self.is_open('›') && !self.is_open('‹') => self.close(&sign, &['›']),
            '›' => self.close_or_open(&sign, &['‹', '›']),
            '«' | '‹' => self.push(sign.c, sign.at),
            c if opens(c) => self.push(c, sign.at),
            c => {
                if let Some(opening) = partner(c) {
                    self.pair(&sign, opening, false);
                }
            }
        }
    }

    /// Remembers an opening sign; nobody nests them deep, and a search among very many would take long.
    fn push(&mut self, c: char, at: usize) {
        const DEEPEST: usize = 64;
        if self.open.len() == DEEPEST {
            self.open.remove(0);
        }
        self.open.push((c, at));
    }

    fn is_open(&self, c: char) -> bool {
        self.open.iter().any(|(open, _)| *open == c)
    }

    /// A straight quotation mark says by its neighbours whether it opens or closes; after a number it is an inch mark.
    fn straight(&mut self, sign: &Sign) {
        if self.is_open(sign.c) && sign.trails() {
            self.pair(sign, sign.c, true);
        } else if sign.leads() {
            self.open.retain(|(open, _)| *open != sign.c);
            self.push(sign.c, sign.at);
        }
    }

    /// A straight single mark closes only beside a mark of punctuation: anywhere else it may be an apostrophe.
    fn single(&mut self, sign: &Sign) {
        let stopped = sign.previous.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…' | ')' | '"'));
        let punctuated = sign.next.is_none_or(|c| matches!(c, '.' | ',' | '!' | '?' | ';' | ':' | ')' | '"'));
        if self.is_open('\'') && sign.trails() && (stopped || punctuated) {
            self.pair(sign, '\'', true);
        } else if sign.leads() {
            self.open.retain(|(open, _)| *open != '\'');
            self.push('\'', sign.at);
        }
    }

    fn close(&mut self, sign: &Sign, openings: &[char]) {
        let found = openings.iter().find(|opening| self.is_open(**opening));
        if let Some(&opening) = found {
            self.pair(sign, opening, true);
        }
    }

    /// Swedish and Finnish open with the sign that others close with, German books with the one that the French close with.
    fn close_or_open(&mut self, sign: &Sign, openings: &[char]) {
        if openings.iter().any(|opening| self.is_open(*opening)) {
            self.close(sign, openings);
        } else if sign.leads() {
            self.push(sign.c, sign.at);
        }
    }

    /// Closes the latest `opening`; what was opened after it has no partner.
    fn pair(&mut self, sign: &Sign, opening: char, quote: bool) {
        if let Some(index) = self.open.iter().rposition(|(open, _)| *open == opening) {
            self.regions.push((self.open[index].1..sign.at + sign.c.len_utf8(), quote || matches!(opening, '「' | '『' | '｢')));
            self.open.truncate(index);
        }
    }
}
