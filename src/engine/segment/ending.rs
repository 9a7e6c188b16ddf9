//! Whether a sentence ends at a stop: what the word before it, the sign itself and the word after it say together.
//!
//! In doubt it does not: a missing boundary joins two sentences on one line, a wrong one tears one apart.

use unicode_segmentation::UnicodeSegmentation;

use super::markers::{find_item, find_marker};
use super::rules::{Kind, Rules};
use super::signs::{continues, is_caseless, is_closing_quote, is_dash, is_invisible, is_opener, is_unspaced, is_word};
use crate::base::Span;

/// A stop and its surroundings; all offsets are bytes of `text`.
pub(super) struct Place<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The rules of its language.
    pub rules: &'t Rules,
    /// Where the sentence began.
    pub sentence: usize,
    /// The signs that may end it.
    pub stop: Span,
    /// The end of what closes after them.
    pub close: usize,
    /// Where the next sentence would begin.
    pub next: usize,
    /// Quotations and brackets, ascending.
    pub regions: &'t [Span],
}

/// The next word, seen by its first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next<'t> {
    Upper(&'t str),
    Lower(&'t str),
    Caseless(&'t str),
    Number,
    /// Something that begins no sentence.
    Continuation,
    /// A currency sign, a picture, or whatever else.
    Sign,
}

/// Whether the sentence ends at the place.
pub(super) fn ends_sentence(place: &Place<'_>) -> bool {
    let run = &place.text[place.stop.clone()];
    let next = place.next();
    if next == Next::Continuation || place.goes_on_after_quotation(next) {
        return false;
    }
    let dots = run.chars().filter(|c| *c == '.').count() + 3 * run.matches('…').count();
    if run.contains(['!', '?', '؟', '‽', '⁇', '⁈', '⁉', '‼', '！', '？']) {
        return place.ends_exclamation(next);
    }
    if dots == 0 {
        return place.ends_at_own_sign(run, next);
    }
    // `23 Nov.. Thanks`: the stop of an abbreviation, and that of its sentence.
    if dots == 2 && matches!(next, Next::Upper(_)) {
        return true;
    }
    if dots >= 3 { place.ends_ellipsis(dots, next) } else { place.ends_full_stop(next) }
}

impl<'t> Place<'t> {
    /// Classifies what follows, opening signs left out.
    fn next(&self) -> Next<'t> {
        let rest = &self.text[self.next..];
        let Some(first) = rest.chars().next() else { return Next::Continuation };
        let dash = is_dash(first);
        let word = rest.trim_start_matches(|c: char| is_opener(c) || is_dash(c) || c.is_whitespace() || is_invisible(c));
        let Some(letter) = word.chars().next().filter(|_| !continues(first)) else { return Next::Continuation };
        let len = word.find(|c: char| !is_word(c)).unwrap_or(word.len());
        match letter {
            c if c.is_uppercase() => Next::Upper(&word[..len]),
            c if is_caseless(c) => Next::Caseless(&word[..len]),
            c if c.is_lowercase() => Next::Lower(&word[..len]),
            c if c.is_numeric() && !(dash && first == '-') => Next::Number,
            c if continues(c) => Next::Continuation,
            _ => Next::Sign,
        }
    }

    /// The word before the stop with its inner stops, opening signs left out: `p.m` of `(p.m.`.
    fn token(&self) -> &'t str {
        let before = &self.text[self.sentence..self.stop.start];
        let start = before.char_indices().rev().find(|(_, c)| c.is_whitespace() || matches!(c, '/' | '—' | '–'));
        let token = start.map_or(before, |(at, c)| &before[at + c.len_utf8()..]);
        token.trim_start_matches(|c: char| is_opener(c) || c == '-' || is_invisible(c))
    }

    /// The letters directly before the stop.
    fn word(&self) -> &'t str {
        let before = &self.text[self.sentence..self.stop.start];
        let start = before.char_indices().rev().find(|(_, c)| !is_word(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        &before[start..]
    }

    /// `z.B` of `z. B.`: the token with the single letters and stops before it.
    fn joined_token(&self, token: &str) -> String {
        let mut joined = token.to_owned();
        let mut before = &self.text[self.sentence..self.stop.start];
        before = before.strip_suffix(token).unwrap_or(before);
        for _ in 0..3 {
            let Some(stopped) = before.trim_end().strip_suffix('.') else { break };
            let start = stopped.char_indices().rev().find(|(_, c)| !is_word(*c)).map_or(0, |(at, c)| at + c.len_utf8());
            let part = &stopped[start..];
            if part.is_empty() || part.chars().count() > 3 {
                break;
            }
            joined = format!("{part}.{joined}");
            before = &stopped[..start];
        }
        joined
    }

    fn is_starter(&self, next: Next<'_>) -> bool {
        let spanish = self.text[self.next..].starts_with(['¿', '¡']);
        match next {
            Next::Upper(word) | Next::Caseless(word) => spanish || self.rules.is_starter(word),
            _ => false,
        }
    }

    /// Whether the sentence so far is no more than `At 5 p.m.`, which something must follow.
    fn is_fronted(&self) -> bool {
        let mut words = self.text[self.sentence..self.stop.start].split_whitespace();
        words.next().is_some_and(|word| self.rules.is_fronting(word)) && words.take(4).count() <= 3
    }

    /// Danda, Arabic full stop, Armenian and CJK full stops, and what a table adds: signs with no other use.
    fn ends_at_own_sign(&self, run: &str, next: Next<'_>) -> bool {
        let ascii = run.is_ascii();
        // Urdu writes its full stop after initials and titles, too.
        if run == "۔" && self.token() == self.word() && self.rules.kind(self.word()).inside {
            return false;
        }
        match next {
            // A colon or semicolon that a language ends sentences with may still be one.
            Next::Lower(_) | Next::Number if ascii => self.is_small_starter(next),
            Next::Lower(_) => is_unspaced(run.chars().next().unwrap_or('.')),
            _ => true,
        }
    }

    fn ends_exclamation(&self, next: Next<'_>) -> bool {
        let named = self.stop.len() == 1 && self.rules.is_exclamation(self.word());
        match next {
            Next::Upper(_) if named => self.is_starter(next) && !self.is_fronted(),
            Next::Lower(word) => begins_like_brand(word) && !named,
            _ => !named,
        }
    }

    /// Three points leave something out, inside a sentence or at its end; four end it.
    fn ends_ellipsis(&self, dots: usize, next: Next<'_>) -> bool {
        let before = self.text[..self.stop.start].chars().next_back();
        let apart = before.is_none_or(|c| c.is_whitespace() || is_opener(c));
        // `[…]` stands for what was left out, and so does an ellipsis before everything else.
        let omission = matches!(before, Some('[' | '(')) || self.text[self.sentence..self.stop.start].trim().is_empty();
        match next {
            _ if omission => false,
            Next::Upper("I") if self.rules.language == "en" => dots > 3,
            Next::Upper(_) if self.text[self.stop.clone()].chars().count() > 3 && dots > 3 => true,
            // `. . .` is English for words left out inside a sentence; others write a space before every ellipsis.
            Next::Upper(_) if apart => !self.text[self.stop.clone()].contains(' ') && self.is_starter(next),
            Next::Upper(_) if self.rules.capital_nouns => self.is_starter(next),
            Next::Upper(_) => true,
            Next::Caseless(word) => word.chars().next().is_some_and(is_unspaced) && self.close > self.stop.end,
            _ => false,
        }
    }

    fn ends_full_stop(&self, next: Next<'_>) -> bool {
        let token = self.token();
        if token.contains("://") || token.contains('@') {
            return !matches!(next, Next::Lower(_));
        }
        let number = token.chars().next_back().is_some_and(char::is_numeric);
        if number {
            return self.ends_after_number(token, next);
        }
        let word = self.word();
        let rest = token.strip_suffix(word).unwrap_or(token);
        let alone = rest.chars().all(|c| !c.is_alphanumeric()) && !rest.ends_with('°') || rest.ends_with(['.', '-', '’', '\'']);
        let joined = self.joined_token(token);
        // The longest form that is known says it: `т. д.` is no `д.`.
        let forms = [joined.as_str(), token, if alone { word } else { token }];
        let kind = forms.map(|form| self.rules.kind(form)).into_iter().find(|kind| *kind != Kind::default()).unwrap_or_default();
        let numbered = next == Next::Number || self.text[self.next..].starts_with(['№', '#', '§', '°']);
        if kind.inside || numbered && kind.before_number {
            return false;
        }
        if !alone {
            return !kind.anywhere && self.ends_ordinary(word, next);
        }
        if self.stands_in_initials(word) || self.is_ordinal(word, next) {
            return false;
        }
        if !kind.anywhere && !is_dotted(token) && !is_initial(word) && !lacks_vowels(word) {
            return self.ends_ordinary(word, next);
        }
        let last = kind.last && matches!(next, Next::Upper(_)) && !self.rules.capital_nouns;
        let begins = last || self.is_starter(next) || self.is_title(next) || self.begins_list();
        begins && !self.is_fronted()
    }

    /// Whether the next word is a title with its stop: `at 6 p.m. Mr. Smith left`.
    fn is_title(&self, next: Next<'_>) -> bool {
        let Next::Upper(word) = next else { return false };
        let rest = &self.text[self.next..];
        let titled = rest.find(word).is_some_and(|at| rest[at + word.len()..].starts_with('.'));
        titled && word.len() > 1 && self.rules.kind(word).inside
    }

    /// Whether a list begins at the next word, with more than one item.
    fn begins_list(&self) -> bool {
        let marker = find_marker(&self.text[self.next..]).filter(|marker| marker.first);
        let next = marker.and_then(|marker| Some((self.next + marker.len, marker.next?)));
        next.is_some_and(|(from, next)| find_item(self.text, from, &next).is_some())
    }

    /// A number with a stop: an ordinal or a sentence's last word.
    fn ends_after_number(&self, token: &str, next: Next<'_>) -> bool {
        let digits = token.chars().all(char::is_numeric) && token.chars().count() <= 3;
        if self.rules.ordinals && self.stands_in_date(token, next) {
            return false;
        }
        match next {
            Next::Lower(_) => false,
            Next::Upper(_) if digits && self.rules.ordinals => self.is_starter(next) || self.is_counted(token),
            _ => true,
        }
    }

    /// Whether the stop is one of a date in numbers: `3. 5. 2010`, `2010. 5. 3.`; the last one too where no capital would show
    /// that a sentence begins.
    fn stands_in_date(&self, token: &str, next: Next<'_>) -> bool {
        let is_part = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let before = self.text[self.sentence..self.stop.start].strip_suffix(token).unwrap_or_default();
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let follows = last.strip_suffix('.').is_some_and(is_part);
        let rest = &self.text[self.next..];
        let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let goes_on = is_part(&rest[..len]) && (follows || rest[len..].starts_with('.') && len <= 2);
        is_part(token) && (next == Next::Number && goes_on || follows && matches!(next, Next::Caseless(_)))
    }

    /// Whether a word such as `page` asks for the number that ends in `token`.
    fn is_counted(&self, token: &str) -> bool {
        let before = self.text[self.sentence..self.stop.start].strip_suffix(token).unwrap_or_default();
        let word = before.split_whitespace().next_back().unwrap_or_default();
        self.rules.kind(word.trim_end_matches('.')).before_number
    }

    /// `Ludwig XIV. von`: in languages that write ordinals with a stop.
    fn is_ordinal(&self, word: &str, next: Next<'_>) -> bool {
        let roman = word.len() > 1 && word.bytes().all(|b| b"IVXLC".contains(&b));
        roman && self.rules.ordinals && !self.is_starter(next)
    }

    /// Whether the stop is one of several after single letters: `J. R. R. Tolkien`, `z. B.`.
    fn stands_in_initials(&self, word: &str) -> bool {
        let single = |word: &str| word.chars().filter(|c| is_word(*c)).count() == 1;
        let rest = &self.text[self.next..];
        let len = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        single(word)
            && single(&rest[..len])
            && rest[len..].starts_with('.')
            && !rest[len..].starts_with("..")
            && self.next > self.close
    }

    fn ends_ordinary(&self, word: &str, next: Next<'_>) -> bool {
        match next {
            Next::Lower(_) if self.close > self.stop.end => false,
            Next::Lower(small) => {
                begins_like_brand(small) || word.chars().count() >= 4 && self.is_small_starter(next) || self.begins_list()
            }
            // A letter alone before a stop is an abbreviation in scripts that write words of several letters.
            Next::Caseless(_) => !is_lone_letter(word),
            _ => true,
        }
    }

    /// A word that begins sentences, typed without its capital.
    fn is_small_starter(&self, next: Next<'_>) -> bool {
        matches!(next, Next::Lower(small) if self.rules.is_starter(small))
    }

    /// Whether brackets after a quotation belong to it: `“…” (Smith 55)`, not `“I miss her!” (She was away.) “I do.”`.
    ///
    /// A sentence in brackets stands for itself only after a quotation that does so, too.
    fn brackets_belong(&self, brackets: &str) -> bool {
        let inside = brackets.split([')', ']']).next().unwrap_or_default();
        let is_sentence = inside.ends_with(['.', '!', '?', '…']);
        let own = self
            .regions
            .binary_search_by_key(&self.sentence, |span| span.start)
            .is_ok_and(|at| self.regions[at].end == self.close);
        !is_sentence || !own
    }

    /// `“Stop!” said John`, `“停。”他说`: the sentence goes on with who said so.
    fn goes_on_after_quotation(&self, next: Next<'_>) -> bool {
        let quoted = self.text[self.stop.end..self.close].chars().next_back().is_some_and(is_closing_quote);
        if !quoted {
            return false;
        }
        let clause = &self.text[self.next..];
        if clause.starts_with(['(', '[']) {
            return self.brackets_belong(clause);
        }
        let end = clause.find(|c: char| {
            matches!(c, '.' | '!' | '?' | ',' | '…') || c > '\u{500}' && (super::signs::is_stop(c) || continues(c))
        });
        let clause = &clause[..end.unwrap_or(clause.len())];
        match next {
            Next::Caseless(word) if word.chars().next().is_some_and(is_unspaced) => {
                let particle = self.next == self.close && clause.starts_with(|c: char| PARTICLES.contains(c));
                particle || clause.chars().count() <= 15 && self.rules.speech().any(|verb| clause.contains(verb))
            }
            Next::Caseless(_) => clause.split_whitespace().take(3).any(|word| self.rules.is_speech(word)),
            Next::Upper(word) if !self.rules.is_starter(word) => {
                let mut words = clause.split_whitespace().skip_while(|word| word.starts_with(char::is_uppercase));
                words.next().is_some_and(|word| self.rules.is_speech(word))
            }
            _ => false,
        }
    }
}

/// Japanese particles that tie a quotation to its sentence: 「…。」と言った.
const PARTICLES: &str = "とってのはがをにもでへやか";

/// `iPhone`, `eBay`: small by its maker's will.
fn begins_like_brand(word: &str) -> bool {
    word.chars().skip(1).take(2).any(char::is_uppercase)
}

/// `U.S`, `p.m`, `Ph.D`: short parts between stops, one of them a single letter.
fn is_dotted(token: &str) -> bool {
    let token = token.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut parts = 0;
    let mut single = false;
    for part in token.split('.') {
        let letters = if is_lone_syllable(part) { 1 } else { part.chars().filter(|c| c.is_alphabetic()).count() };
        if letters == 0 || letters > 2 || part.chars().any(|c| !is_word(c)) {
            return false;
        }
        single |= letters == 1;
        parts += 1;
    }
    parts > 1 && single
}

/// A single capital, or single letter of a script that has capitals.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if !is_caseless(c) && c.is_alphabetic()) || is_lone_letter(word)
}

/// A single letter of a script whose words are longer: Arabic, Hebrew, Georgian; a single syllable of an Indic one.
fn is_lone_letter(word: &str) -> bool {
    let mut chars = word.chars().filter(|c| c.is_alphabetic());
    let single = (chars.next(), chars.next());
    matches!(single, (Some('\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{6D3}' | '\u{10D0}'..='\u{10FF}'), None))
        || is_lone_syllable(word)
}

/// One letter of an Indic script with its signs, or the name of a Latin letter written out: `डा`, `ఎస్`.
fn is_lone_syllable(word: &str) -> bool {
    if !word.starts_with(|c| matches!(c, '\u{900}'..='\u{DFF}')) {
        return false;
    }
    let mut syllables = word.graphemes(true);
    match (syllables.next(), syllables.next(), syllables.next()) {
        (Some(_), None, _) => true,
        (Some(vowel), Some(consonant), None) => vowel.chars().count() == 1 && consonant.ends_with(VIRAMAS),
        _ => false,
    }
}

/// The signs that take a consonant's vowel away.
const VIRAMAS: [char; 10] =
    ['\u{94D}', '\u{9CD}', '\u{A4D}', '\u{ACD}', '\u{B4D}', '\u{BCD}', '\u{C4D}', '\u{CCD}', '\u{D4D}', '\u{DCA}'];

/// `Pvt`, `пгт`, `vgl`: a short word that nobody can pronounce is cut short, capital letters alone excepted.
fn lacks_vowels(word: &str) -> bool {
    const VOWELS: &str = "aeiouyæøœàáâãäåèéêëìíîïòóôõöùúûüýÿąęěůőűıаеёиоуыэюяіїєўәөүұѣαεηιοωυάέήίόώύϊϋ";
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 2 || letters.len() > 5 || letters.iter().skip(1).all(|c| c.is_uppercase()) {
        return false;
    }
    let small: Vec<char> = letters.iter().flat_map(|c| c.to_lowercase()).collect();
    let known = small.iter().all(|c| c.is_lowercase() && matches!(c, 'a'..='z' | '\u{C0}'..='\u{52F}'));
    // Between consonants r and l carry a syllable: Czech `smrt`.
    let syllabic = small.windows(3).any(|three| matches!(three[1], 'r' | 'l'));
    known && !syllabic && !small.iter().any(|c| VOWELS.contains(*c))
}
