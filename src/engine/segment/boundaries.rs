//! Where the sentences of a plain text end.
//!
//! One pass over the signs that can end a sentence; [`ending`](super::ending) judges each. Lists inside a text and, in texts
//! with lines, empty lines and list items divide it as well.

use std::cell::OnceCell;

use super::ending::{Place, ends_sentence};
use super::markers::{find_item, find_marker};
use super::regions::{find_regions, is_free};
use super::rules::Rules;
use super::signs::{ends_without_space, is_closer, is_emoji, is_opener, is_stop, is_unspaced, is_word};
use crate::base::Span;
use crate::format::segmentation::Pair;

/// Where one sentence ends and the next begins, in bytes; between the two is nothing but white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Boundary {
    /// The end of the sentence before, its closing quotation marks and brackets included.
    pub end: usize,
    /// The beginning of the sentence after.
    pub start: usize,
}

/// The boundaries between the sentences of `text`, ascending; none in a text of one sentence.
pub fn find_boundaries(text: &str, rules: &Rules) -> Vec<Boundary> {
    let mut found = match rules.srx.as_ref().filter(|srx| srx.has_breaks()) {
        Some(srx) => srx.find_boundaries(text),
        None => Finder::new(text, rules).run(),
    };
    if let Some(exceptions) = rules.srx.as_ref().filter(|srx| !srx.has_breaks()) {
        found.retain(|boundary| !exceptions.forbids(text, *boundary));
    }
    found.retain(|boundary| !rules.no_breaks.iter().any(|pair| stands_at(pair, text, *boundary)));
    if !rules.breaks.is_empty() {
        found.extend(rules.breaks.iter().flat_map(|pair| places_of(pair, text)));
        found.sort();
        found.dedup_by_key(|boundary| boundary.start);
    }
    found
}

fn stands_at(pair: &Pair, text: &str, boundary: Boundary) -> bool {
    text[..boundary.end].ends_with(&pair.before) && text[boundary.start..].starts_with(&pair.after)
}

/// Every place that `pair` describes.
fn places_of<'t>(pair: &'t Pair, text: &'t str) -> impl Iterator<Item = Boundary> + 't {
    let (sought, by_end) = if pair.before.is_empty() { (&pair.after, false) } else { (&pair.before, true) };
    let places = text.match_indices(sought.as_str()).map(move |(at, sought)| {
        if by_end {
            let end = at + sought.len();
            Boundary { end, start: end + (text[end..].len() - text[end..].trim_start().len()) }
        } else {
            Boundary { end: text[..at].trim_end().len(), start: at }
        }
    });
    places.filter(|place| stands_at(pair, text, *place) && 0 < place.end && place.start < text.len())
}

struct Finder<'t> {
    text: &'t str,
    rules: &'t Rules,
    regions: Vec<Span>,
    /// What sentencex proposes, asked for when first wanted.
    proposals: OnceCell<Vec<usize>>,
    /// Where the sentence that is being read began.
    start: usize,
    /// Stops before this place belong to the sign that the sentence begins with.
    marker_end: usize,
    /// Where the next item of the list begins that the sentence is an item of.
    item: Option<usize>,
    found: Vec<Boundary>,
}

impl<'t> Finder<'t> {
    fn new(text: &'t str, rules: &'t Rules) -> Self {
        Self {
            text,
            rules,
            regions: find_regions(text),
            proposals: OnceCell::new(),
            start: 0,
            marker_end: 0,
            item: None,
            found: Vec::new(),
        }
    }

    fn run(mut self) -> Vec<Boundary> {
        let mut at = self.text.len() - self.text.trim_start().len();
        self.begin(at);
        loop {
            let stop = self.next_stop(at);
            let stop_at = stop.map_or(self.text.len(), |(at, _)| at);
            if let Some(item) = self.item.filter(|item| *item <= stop_at) {
                self.divide(self.text[..item].trim_end().len(), item);
                at = at.max(self.marker_end.max(item));
                continue;
            }
            let Some((stop_at, c)) = stop else { return self.found };
            at = if c == '\n' { self.line_end(stop_at) } else { self.stop(stop_at) };
        }
    }

    /// The next sign at or after byte `at` that may end a sentence, or line end.
    fn next_stop(&self, at: usize) -> Option<(usize, char)> {
        let stops = |c: char| c == '\n' || self.is_stop(c);
        let found = self.text[at..].char_indices().find(|(_, c)| stops(*c));
        found.map(|(offset, c)| (at + offset, c))
    }

    fn is_stop(&self, c: char) -> bool {
        is_stop(c) && !self.rules.no_stops.contains(&c) || self.rules.stops.contains(&c)
    }

    /// Begins a sentence at byte `at`.
    fn begin(&mut self, at: usize) {
        self.start = at;
        self.marker_end = at;
        self.item = None;
        let Some(marker) = find_marker(&self.text[at..]) else { return };
        self.marker_end = at + marker.len;
        // `1. Januar bis 2. Februar`: where nouns have capitals, a number with a stop may be anything.
        let next = marker.next.filter(|next| !(self.rules.capital_nouns && next.ends_with('.')));
        self.item = next.and_then(|next| find_item(self.text, self.marker_end, &next));
    }

    /// Ends the sentence at byte `end` and begins the next at `start`, unless one of them would be empty.
    fn divide(&mut self, end: usize, start: usize) {
        if end <= self.start || start >= self.text.len() || !is_free(&self.regions, end) {
            self.item = self.item.filter(|item| *item > start);
            return;
        }
        self.found.push(Boundary { end, start });
        self.begin(start);
    }

    /// Looks at the line end at byte `at`; gives the place to go on from.
    fn line_end(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let next = at + (rest.len() - rest.trim_start().len());
        let end = self.text[..at].trim_end().len();
        let following = &self.text[next..];
        let unspaced = |c: Option<char>| c.is_some_and(|c| is_unspaced(c) || matches!(c, '①'..='⑳'));
        let last = self.text[..end].chars().next_back();
        // A particle or a comma has something to come.
        let open = last.is_some_and(|c| "のはがをにへとでも、，".contains(c));
        let both = unspaced(last) && !open && unspaced(following.chars().next());
        let before = &self.text[self.start.min(end)..end];
        let line = before.rsplit('\n').next().unwrap_or(before);
        // Prose that was wrapped has long lines, and may have a name at the beginning of any.
        let lone = !open
            && line.chars().count() < 60
            && following.trim_start_matches(is_opener).starts_with(|c: char| !c.is_lowercase());
        if self.text[at + 1..next].contains('\n') || find_marker(following).is_some() || both || lone || self.is_column() {
            self.divide(end, next);
        }
        next.max(at + 1)
    }

    /// Whether the text is a column of short lines, such as a menu: three lines or more, none with a stop at its end.
    fn is_column(&self) -> bool {
        let short = |line: &str| line.split_whitespace().count() <= 4 && !line.trim_end().ends_with(|c| self.is_stop(c));
        let lines = self.text.trim().lines();
        lines.clone().take(3).count() == 3 && self.text.len() < 2000 && lines.into_iter().all(short)
    }

    /// Looks at the stop at byte `at`; gives the place to go on from.
    fn stop(&mut self, at: usize) -> usize {
        let end = self.run_end(at);
        if end <= self.marker_end {
            return end;
        }
        if let Some(split) = self.before_omission(at, end) {
            self.divide(split.end, split.start);
            return end;
        }
        let close = self.close_end(at, end);
        let rest = &self.text[close..];
        let Some(following) = rest.chars().next() else { return close };
        if self.is_stop(following) {
            return close;
        }
        let next = close + (rest.len() - rest.trim_start().len());
        if next == self.text.len() || !is_free(&self.regions, close) {
            return close;
        }
        let place = Place {
            text: self.text,
            rules: self.rules,
            sentence: self.start,
            stop: at..end,
            close,
            next,
            regions: &self.regions,
        };
        let allowed = next > close || self.may_touch(&place);
        // A line end with a list or an empty line after it has its own rules, which come later.
        if allowed && ends_sentence(&place) && self.sentencex_agrees(&place) {
            self.divide(close, next);
        }
        close
    }

    /// The end of the signs that stand together: `?!`, `...`, `. . .`.
    fn run_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let rest = &self.text[end..];
            let Some(c) = rest.chars().next() else { return end };
            if self.is_stop(c) {
                end += c.len_utf8();
                continue;
            }
            let spaced = matches!(c, ' ' | '\u{A0}' | '\u{202F}') && self.text[..end].ends_with('.');
            let after = rest[c.len_utf8()..].strip_prefix('.').filter(|_| spaced);
            // `left. .NET is` is no ellipsis, and that of `left. ...and then` begins what follows.
            let lone = after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '.'));
            if !lone {
                return end;
            }
            end += c.len_utf8() + 1;
        }
    }

    /// `word. . . . The`: the first of four spaced stops ends the sentence, three stand for what is left out of the next one.
    fn before_omission(&self, at: usize, end: usize) -> Option<Boundary> {
        let run = &self.text[at..end];
        let four = run.starts_with(". ") && run.matches('.').count() == 4;
        let word = self.text[..at].ends_with(char::is_alphanumeric);
        let sentence = self.text[end..].trim_start().starts_with(char::is_uppercase);
        let boundary = Boundary { end: at + 1, start: at + 2 };
        (four && word && sentence && is_free(&self.regions, boundary.end)).then_some(boundary)
    }

    /// The end of what belongs to the stop: closing quotation marks and brackets, note numbers, emoji.
    fn close_end(&self, at: usize, end: usize) -> usize {
        let mut close = end;
        let glued = self.text[at..end].chars().next_back().is_some_and(ends_without_space);
        while let Some(c) = self.text[close..].chars().next() {
            let opens = self.regions.binary_search_by_key(&close, |span| span.start).is_ok()
                || glued && matches!(c, '“' | '‘') && !self.ends_region(close + c.len_utf8());
            if !is_closer(c) || opens || matches!(c, '[' | '(') {
                break;
            }
            close += c.len_utf8();
        }
        let spaced = self.text[close..].trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        if let Some(c) = spaced.chars().next().filter(|c| matches!(c, '»' | '›' | '«')) {
            let after = self.text.len() - spaced.len() + c.len_utf8();
            if self.ends_region(after) {
                close = after;
            }
        }
        self.emoji_end(self.notes_end(at, close))
    }

    fn ends_region(&self, at: usize) -> bool {
        let before = self.regions.partition_point(|span| span.start < at);
        before.checked_sub(1).is_some_and(|index| self.regions[index].end == at)
    }

    /// The end of note marks that stand directly after a stop: `.[1]`, `.¹²`, `word.11 12 `.
    fn notes_end(&self, at: usize, close: usize) -> usize {
        let rest = &self.text[close..];
        let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰'..='⁹' | '†' | '‡');
        let mut len = rest.len() - rest.trim_start_matches(raised).len();
        while let Some(inside) = rest[len..].strip_prefix('[')
            && let Some((width, _)) = inside.char_indices().take(16).find(|(_, c)| *c == ']')
            && inside[..width].starts_with(|c: char| c.is_ascii_digit() || c == '^')
        {
            len += width + 2;
        }
        let word = self.text[..at].chars().next_back().is_some_and(|c| is_word(c) || c == ')');
        let number = |c: char| c.is_ascii_digit() || matches!(c, '–' | ',' | '-' | ' ');
        let digits = rest[len..].len() - rest[len..].trim_start_matches(number).len();
        let note = &rest[len..len + digits];
        let few = note.split([' ', ',', '-', '–']).all(|number| number.len() <= 3);
        let capital = rest[len + digits..].starts_with(char::is_uppercase);
        if word && len == 0 && few && capital && note.starts_with(|c: char| c.is_ascii_digit()) && note.ends_with(' ') {
            len = note.trim_end().len();
        }
        close + len
    }

    /// Emoji after a space belong to the sentence before them if another sentence or nothing follows.
    fn emoji_end(&self, close: usize) -> usize {
        let rest = &self.text[close..];
        let pictures = rest.trim_start();
        let after = pictures.trim_start_matches(is_emoji);
        let ends = after.is_empty() || after.starts_with(char::is_whitespace);
        if after.len() < pictures.len() && ends { close + (rest.len() - after.len()) } else { close }
    }

    /// Whether the sentence may end although no white space follows.
    fn may_touch(&self, place: &Place<'_>) -> bool {
        let run = &self.text[place.stop.clone()];
        if run.chars().next_back().is_some_and(ends_without_space) {
            let digits = |c: Option<char>| c.is_some_and(char::is_numeric);
            let before = self.text[..place.stop.start].chars().next_back();
            let number = digits(before) && digits(self.text[place.next..].chars().next());
            return !number && !self.stays_in_brackets(place);
        }
        run == "." && self.lacks_space(place)
    }

    /// Whether the stop stands last in brackets that the sentence holds: 他去了（真的！）然后回来了。
    fn stays_in_brackets(&self, place: &Place<'_>) -> bool {
        let bracket = self.text[..place.close].ends_with(['）', ')', '］', '】', '〕']);
        let at = self.regions.partition_point(|span| span.end < place.close);
        bracket && self.regions.get(at).is_some_and(|span| span.end == place.close && span.start > place.sentence)
    }

    /// Whether a space was forgotten: `word.Next` is no file name or host in scripts that these are not written in, nor in
    /// Latin if a word follows that begins sentences.
    fn lacks_space(&self, place: &Place<'_>) -> bool {
        let before = &self.text[place.sentence..place.stop.start];
        let word: Vec<char> = before.chars().rev().take_while(|c| c.is_lowercase()).take(3).collect();
        let following = &self.text[place.next..];
        let len = following.find(|c: char| !is_word(c)).unwrap_or(following.len());
        let (next, rest) = following.split_at(len);
        if !next.starts_with(char::is_uppercase) {
            return false;
        }
        let prose = word.len() == 3 || word.is_empty() && before.ends_with(|c: char| c.is_ascii_digit());
        let begins =
            self.rules.is_starter(next) && rest.starts_with(' ') || self.rules.kind(next).inside && rest.starts_with('.');
        word.len() == 3 && word.iter().all(|c| !c.is_ascii()) || prose && begins
    }

    /// For a language that there is no table for: whether sentencex, which may know its abbreviations, sees an end here too.
    fn sentencex_agrees(&self, place: &Place<'_>) -> bool {
        if self.rules.known || &self.text[place.stop.clone()] != "." {
            return true;
        }
        let proposals = self.proposals.get_or_init(|| propose(&self.rules.language, self.text));
        let from = proposals.partition_point(|at| *at < place.stop.end);
        proposals.get(from).is_some_and(|at| *at <= place.next)
    }
}

/// Work that no text of a person asks for: sentencex goes back over the whole run without spaces at every stop in it.
const MAX_STEPS: usize = 50_000_000;

/// Where sentencex would begin sentences, ascending; nowhere where asking would take longer than anybody waits.
fn propose(language: &str, text: &str) -> Vec<usize> {
    let stops = |run: &str| run.chars().filter(|c| !c.is_alphanumeric()).count();
    let steps = |run: &str| if run.len() < 4096 { 0 } else { run.len().saturating_mul(stops(run)) };
    if text.split_whitespace().map(steps).fold(0, usize::saturating_add) > MAX_STEPS {
        return Vec::new();
    }
    sentencex::get_sentence_boundaries(language, text).iter().skip(1).map(|boundary| boundary.start_byte).collect()
}
