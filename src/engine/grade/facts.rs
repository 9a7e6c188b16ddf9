//! Reading the facts of a text: what a translation must not get wrong.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::lexicon::{Lexicon, Meaning};
use super::names::NameReader;
use super::numbers::{self, NumberReader};
use super::quotes::read_quotes;
use crate::engine::prose::{CodeWords, Prose, prose};
use crate::format::markdown::write::References;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    /// A number, in digits of any script or in words.
    Number,
    /// A unit of measure or a percent sign.
    Unit,
    /// A currency.
    Currency,
    /// A month, a day of the week, a relative day.
    Date,
    /// A name or an acronym.
    Name,
    /// What stands in quotation marks.
    Quote,
    /// A word that denies.
    Negation,
    /// A word that says how certain or binding something is.
    Modality,
    /// How many or how much without a number, or what bounds a number: `all`, `at least`.
    Quantity,
    /// A word in place of one that it excludes: `rose`, `fell`.
    Opposite,
    /// Where a link or an image leads to.
    Link,
    /// A code span.
    Code,
}

impl FactKind {
    /// Kinds whose facts are compared in one sequence.
    pub(super) const GROUPS: &'static [&'static [FactKind]] = &[
        &[FactKind::Number, FactKind::Unit, FactKind::Currency],
        &[FactKind::Date],
        &[FactKind::Name],
        &[FactKind::Quote],
        &[FactKind::Negation],
        &[FactKind::Modality],
        &[FactKind::Quantity],
        &[FactKind::Link],
        &[FactKind::Code],
    ];
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub kind: FactKind,
    /// Equal for facts that mean the same: `2000` for `2,000` and `two thousand`.
    pub key: String,
    /// As it stands in the text.
    pub shown: String,
}

/// A fact that is not the same any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactChange {
    /// What kind of fact.
    pub kind: FactKind,
    /// As the old text has it; `None` if it was added.
    pub old: Option<String>,
    /// As the new text has it; `None` if it went.
    pub new: Option<String>,
}

/// A word in order, case aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainWord {
    pub text: String,
    /// Where it stands in the visible text.
    pub at: usize,
    /// Whether it is, or belongs to, a fact.
    pub in_fact: bool,
}

/// A text read for its facts.
pub(super) struct Facts {
    /// The facts, each kind in reading order.
    pub found: Vec<Fact>,
    /// The words of the visible text.
    pub words: Vec<PlainWord>,
    /// The visible text.
    pub text: String,
    /// Tags of inline HTML, in order.
    pub html: Vec<String>,
    /// Words that exclude others, in order.
    pub exclusive: Vec<Exclusive>,
}

/// A word that excludes the other classes of its group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Exclusive {
    pub group: usize,
    pub class: usize,
    /// As it stands in the text.
    pub shown: String,
}

/// A token of UAX #29 with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub at: usize,
    pub text: &'t str,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    pub fn is_word(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }
}

/// Reads both sides of an edit; each helps to tell the names of the other from words at the start of a sentence.
pub(super) fn read_facts(old: &str, new: &str, lexicon: &Lexicon, links: Option<&References>) -> (Facts, Facts) {
    let (old, new) = (prose(old, CodeWords::LeaveOut, links), prose(new, CodeWords::LeaveOut, links));
    let read = |side: &Prose, other: &Prose| {
        let names = NameReader::new(lexicon, &side.text, &other.text);
        let quotes = read_quotes(&side.text);
        let mut facts = read_text(&side.text, lexicon, &names);
        for word in &mut facts.words {
            word.in_fact |= quotes.iter().any(|(span, _)| span.contains(&word.at));
        }
        facts.found.extend(quotes.into_iter().map(|(_, quote)| quote));
        facts.html.clone_from(&side.html);
        let behind = |kind: FactKind| move |text: &String| Fact { kind, key: text.clone(), shown: text.clone() };
        facts.found.extend(side.links.iter().map(behind(FactKind::Link)));
        facts.found.extend(side.code.iter().map(behind(FactKind::Code)));
        facts
    };
    (read(&old, &new), read(&new, &old))
}

fn read_text(text: &str, lexicon: &Lexicon, names: &NameReader<'_>) -> Facts {
    let tokens: Vec<Token<'_>> = text.split_word_bound_indices().map(|(at, text)| Token { at, text }).collect();
    let mut reader = Reader { tokens: &tokens, text, lexicon, found: Vec::new(), numbers: NumberReader::default(), covered: 0 };
    let exclusive = read_exclusive(&tokens, text, lexicon);
    let mut words = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.at >= reader.covered {
            reader.read(at, names);
        }
        if token.is_word() {
            words.push(PlainWord { text: fold(token.text), at: token.at, in_fact: token.at < reader.covered });
        }
    }
    let found = reader.finish();
    Facts { found, words, text: text.to_owned(), html: Vec::new(), exclusive }
}

fn read_exclusive(tokens: &[Token<'_>], text: &str, lexicon: &Lexicon) -> Vec<Exclusive> {
    let mut found = Vec::new();
    let mut covered = 0;
    for token in tokens.iter().filter(|token| token.is_word()) {
        if token.at < covered {
            continue;
        }
        if let Some((length, classes)) = lexicon.find_exclusive(&text[token.at..]) {
            let shown = &text[token.at..token.at + length];
            found.extend(classes.iter().map(|&(group, class)| Exclusive { group, class, shown: shown.to_owned() }));
            covered = token.at + length;
        }
    }
    found
}

/// `word` in lower case with a plain apostrophe.
pub(super) fn fold(word: &str) -> String {
    word.to_lowercase().replace('\u{2019}', "'").replace("i\u{307}", "i")
}

/// Goes through the tokens once; `covered` is the end of the last fact.
struct Reader<'t, 'x> {
    tokens: &'t [Token<'t>],
    text: &'t str,
    lexicon: &'x Lexicon,
    found: Vec<(usize, Fact)>,
    numbers: NumberReader,
    covered: usize,
}

impl Reader<'_, '_> {
    /// Reads the fact that begins with token `at`, if one does.
    fn read(&mut self, at: usize, names: &NameReader<'_>) {
        let token = self.tokens[at];
        if let Some(number) = numbers::read_digits(self.tokens, at, self.text, self.lexicon) {
            return self.add_digits(token, number);
        }
        if let Some(value) = numbers::fraction_sign(token.text) {
            return self.add_number(token.at, token.end(), Some(value), value.to_string());
        }
        if let Some((length, meaning)) = self.lexicon.find(&self.text[token.at..], token.text) {
            let end = token.at + length;
            match meaning {
                Meaning::Ordinary => self.covered_ordinary(end),
                Meaning::Number(value) => self.add_number(token.at, end, Some(*value), value.to_string()),
                Meaning::Title => self.add_titled(at, end),
                Meaning::Bound(key) => {
                    if self.number_follows(end) {
                        self.add(FactKind::Quantity, key.clone(), token.at, end);
                    }
                }
                Meaning::Fact(FactKind::Negation, key) => {
                    let key = format!("{key} {}", self.scope(end));
                    self.add(FactKind::Negation, key, token.at, end);
                }
                Meaning::Fact(kind, key) => self.add(*kind, key.clone(), token.at, end),
            }
            return;
        }
        if let Some((value, end)) = numbers::read_han(self.text, token.at, self.lexicon) {
            return self.add_number(token.at, end, Some(value), value.to_string());
        }
        if let Some(value) = self.lexicon.compound_number(token.text) {
            return self.add_number(token.at, token.end(), Some(value), value.to_string());
        }
        if let Some(key) = contracted_negation(token.text, self.lexicon) {
            let key = format!("{key} {}", self.scope(token.end()));
            self.add_contraction(token);
            return self.add(FactKind::Negation, key, token.at, token.end());
        }
        if let Some(key) = names.read(self.tokens, at) {
            self.add(FactKind::Name, key, token.at, token.end());
        }
    }

    /// A word that belongs to no fact although a shorter entry might begin in it.
    fn covered_ordinary(&mut self, end: usize) {
        self.covered = self.covered.max(end);
    }

    fn add(&mut self, kind: FactKind, key: String, start: usize, end: usize) {
        self.found.push((start, Fact { kind, key, shown: self.text[start..end].trim().to_owned() }));
        self.covered = self.covered.max(end);
    }

    /// Adds a number in digits and what is written together with it: `5km`, `3bn`, `1990s`.
    fn add_digits(&mut self, token: Token<'_>, number: numbers::Digits) {
        let rest = self.text.get(number.end..token.end()).unwrap_or_default();
        if rest.is_empty() {
            return self.add_number(token.at, number.end, number.value, number.written);
        }
        match self.lexicon.find(rest, rest) {
            Some((length, Meaning::Fact(kind, key))) if length == rest.len() => {
                self.add_number(token.at, number.end, number.value, number.written);
                self.add(*kind, key.clone(), number.end, token.end());
            }
            Some((length, Meaning::Number(value))) if length == rest.len() => {
                self.add_number(token.at, number.end, number.value, number.written);
                self.add_number(number.end, token.end(), Some(*value), value.to_string());
            }
            _ => self.add(FactKind::Number, format!("{}{}", number.written, fold(rest)), token.at, token.end()),
        }
    }

    /// Whether the next word from byte `end` on is a number.
    fn number_follows(&self, end: usize) -> bool {
        let from = self.tokens.partition_point(|token| token.at < end);
        let is_currency = |token: &Token<'_>| {
            let meaning = self.lexicon.find(&self.text[token.at..], token.text);
            matches!(meaning, Some((_, Meaning::Fact(FactKind::Currency, _)))) && !token.is_word()
        };
        let next = self.tokens[from..].iter().find(|token| !token.text.trim().is_empty() && !is_currency(token));
        next.is_some_and(|token| {
            numbers::digit(token.text.chars().next().unwrap_or(' ')).is_some()
                || matches!(self.lexicon.find(&self.text[token.at..], token.text), Some((_, Meaning::Number(_))))
                || numbers::read_han(self.text, token.at, self.lexicon).is_some()
                || self.lexicon.compound_number(token.text).is_some()
        })
    }

    /// Adds a number, or multiplies or adds it to the one that it continues: `2 million`, `twenty-one`.
    fn add_number(&mut self, start: usize, end: usize, value: Option<f64>, written: String) {
        let joined = self.numbers.join(self.text, start, end, value);
        if let (Some(total), Some((first, fact))) = (joined, self.found.last_mut()) {
            fact.key = total.to_string();
            fact.shown = self.text[*first..end].to_owned();
            self.covered = end;
            return;
        }
        self.add(FactKind::Number, written, start, end);
    }

    /// `can't` says `can` as well as `not`.
    fn add_contraction(&mut self, token: Token<'_>) {
        let folded = fold(token.text);
        let base = match folded.as_str() {
            "won't" => "will",
            "can't" | "cannot" => "can",
            other => other.strip_suffix("n't").unwrap_or(other),
        };
        if let Some((length, Meaning::Fact(kind, key))) = self.lexicon.find(base, base)
            && length == base.len()
        {
            self.found.push((token.at, Fact { kind: *kind, key: key.clone(), shown: token.text.to_owned() }));
        }
    }

    /// In a script without capitals the words after a title are a name.
    fn add_titled(&mut self, at: usize, end: usize) {
        self.covered = self.covered.max(end);
        let following = self.tokens[at..].iter().filter(|token| token.at >= end && token.is_word()).take(2);
        for token in following.copied().collect::<Vec<_>>() {
            if self.lexicon.find(&self.text[token.at..], token.text).is_none() {
                self.found.push((token.at, Fact { kind: FactKind::Name, key: fold(token.text), shown: token.text.to_owned() }));
            }
        }
    }

    /// What a negation denies: the beginning of the next word, so that `not guilty` is not `not innocent`.
    fn scope(&self, end: usize) -> String {
        let from = self.tokens.partition_point(|token| token.at < end);
        let next = self.tokens[from..].iter().find(|token| token.is_word());
        next.map(|token| fold(token.text).chars().take(4).collect()).unwrap_or_default()
    }

    fn finish(mut self) -> Vec<Fact> {
        self.found.sort_by_key(|(at, _)| *at);
        self.found.into_iter().map(|(_, fact)| fact).collect()
    }
}

/// `not` for `don't`, where the language contracts so.
fn contracted_negation(word: &str, lexicon: &Lexicon) -> Option<&'static str> {
    let contracts = |word: &str| word.ends_with("n't") || word == "cannot";
    (lexicon.contracts_not && contracts(&fold(word))).then_some("not")
}
