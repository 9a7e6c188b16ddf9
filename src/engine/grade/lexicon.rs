//! The word lists of a language, read from `words/<language>.txt`.
//!
//! A list has sections in square brackets; a line is `canonical = variant, variant` or just variants that mean different
//! things; `#` begins a comment. `words/und.txt` holds what all languages share. A language without a list has that one.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::facts::{FactKind, fold};

/// What an entry of the lists says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// A fact and what makes it equal to others.
    Fact(FactKind, String),
    /// A number word.
    Number(f64),
    /// A title that a name follows.
    Title,
    /// What bounds the number that follows it: `at least`.
    Bound(String),
    /// Nothing: an everyday word that contains a shorter entry.
    Ordinary,
}

/// The lists of one language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    entries: HashMap<String, Meaning>,
    /// Dates that only a capital tells from other words: `May`, `March`.
    capitalised: HashMap<String, Meaning>,
    longest: usize,
    /// Words of which each excludes the others of its group: the group, and the word's class in it.
    exclusive: HashMap<String, Vec<(usize, usize)>>,
    exclusive_groups: usize,
    longest_exclusive: usize,
    /// Words that number words may be composed of, beside number words: Italian `vent`, German `und`.
    number_parts: HashMap<String, f64>,
    /// Everyday words, which are no names when capitalised.
    pub common: HashSet<String>,
    /// Endings that everyday words are inflected with, and what is left of those words without one.
    common_endings: Vec<String>,
    common_stems: HashSet<String>,
    /// Prefixes that turn a word into its opposite.
    pub negating: Vec<String>,
    /// Prefixes written together with the word (Arabic conjunctions, prepositions and article), longest first.
    clitics: Vec<String>,
    /// Endings of inflected words, longest first.
    pub endings: Vec<String>,
    /// Endings of inflected names, longest first.
    pub name_endings: Vec<String>,
    /// Endings of common nouns, in a language that capitalises them.
    pub noun_endings: Vec<String>,
    /// Endings of common nouns where any word has a capital: at the beginning of a sentence.
    pub opening_endings: Vec<String>,
    /// Characters that foreign names are spelt with, in a language that spells them with signs for words.
    pub spelling: HashSet<char>,
    /// Signs that family names begin with.
    pub surnames: Vec<String>,
    /// What follows a name written in signs for words: titles, kinds of places.
    pub name_suffixes: Vec<String>,
    /// Whether the language has no capitals, so that an unknown word in place of another may be a name.
    pub caseless: bool,
    /// Whether number words are written together: `einundzwanzig`.
    pub compound_numbers: bool,
    /// Whether an apostrophe sets a name off from its ending.
    pub apostrophe_endings: bool,
    /// Whether `,` is the decimal sign.
    pub comma_decimal: bool,
    /// Whether a space may group digits.
    pub space_groups: bool,
    /// Whether words are written without spaces.
    pub unspaced: bool,
    /// Whether `n't` denies.
    pub contracts_not: bool,
}

macro_rules! lists {
    ($($language:literal),+) => { &[$(($language, include_str!(concat!("words/", $language, ".txt")))),+] };
}

const LISTS: &[(&str, &str)] =
    lists!["und", "en", "es", "fr", "de", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "fa", "ps", "ur", "hi", "zh", "ja"];

/// The lexicon of a language subtag.
pub(super) fn lexicon(language: &str) -> &'static Lexicon {
    static READ: [OnceLock<Lexicon>; LISTS.len()] = [const { OnceLock::new() }; LISTS.len()];
    let at = LISTS.iter().position(|(name, _)| *name == language).unwrap_or(0);
    READ[at].get_or_init(|| {
        let mut lexicon = Lexicon::default();
        lexicon.read(LISTS[0].1);
        if at > 0 {
            lexicon.read(LISTS[at].1);
        }
        lexicon.finish()
    })
}

impl Lexicon {
    /// The longest entry at the beginning of `text`, whose first word is `word`: its length in bytes and what it says.
    pub fn find(&self, text: &str, word: &str) -> Option<(usize, &Meaning)> {
        let exact = self.find_exact(text);
        if exact.is_some() || self.clitics.is_empty() {
            return exact;
        }
        let stripped = self.clitics.iter().filter(|clitic| word.len() > clitic.len() && word.starts_with(clitic.as_str()));
        stripped
            .filter_map(|clitic| self.find_exact(&text[clitic.len()..]).map(|(length, meaning)| (clitic.len() + length, meaning)))
            .next()
    }

    /// The longest word at the beginning of `text` that excludes others: its length in bytes, and its groups and classes.
    pub fn find_exclusive(&self, text: &str) -> Option<(usize, &[(usize, usize)])> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(self.longest_exclusive);
        let ends: Vec<usize> = ends.filter(|&end| self.unspaced || ends_word(text, end)).collect();
        ends.into_iter().rev().find_map(|end| Some((end, self.exclusive.get(&fold(&text[..end]))?.as_slice())))
    }

    /// The value of a number word that is written together from others, `zweihundertfünf`; `None` for any other word.
    pub fn compound_number(&self, word: &str) -> Option<f64> {
        let parts = self.number_words(&fold(word)).filter(|parts| self.compound_numbers && parts.len() > 1)?;
        let (mut total, mut current) = (0.0f64, 0.0f64);
        for part in parts {
            match part {
                100.0 => current = current.max(1.0) * 100.0,
                1000.0 => {
                    total += current.max(1.0) * 1000.0;
                    current = 0.0;
                }
                small => current += small,
            }
        }
        Some(total + current)
    }

    /// The number words that make up the whole of `word`, longest first; linking parts count nothing.
    fn number_words(&self, word: &str) -> Option<Vec<f64>> {
        if word.is_empty() {
            return Some(Vec::new());
        }
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(16);
        let ends: Vec<usize> = ends.collect();
        ends.into_iter().rev().find_map(|end| {
            let value = match (self.number_parts.get(&word[..end]), self.entries.get(&word[..end])) {
                (Some(value), _) | (None, Some(Meaning::Number(value))) => *value,
                _ => return None,
            };
            let mut rest = self.number_words(&word[end..])?;
            rest.insert(0, value);
            Some(rest)
        })
    }

    /// Whether the lists say anything of `word`, folded, whatever is written together with it.
    pub fn is_known(&self, word: &str) -> bool {
        let known = |word: &str| self.is_common(word) || self.entries.contains_key(word) || self.exclusive.contains_key(word);
        let stripped = self.clitics.iter().filter_map(|clitic| word.strip_prefix(clitic.as_str()));
        known(word) || stripped.filter(|rest| rest.chars().count() > 1).any(known)
    }

    fn find_exact(&self, text: &str) -> Option<(usize, &Meaning)> {
        let mut ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(self.longest).collect();
        ends.retain(|&end| self.unspaced || ends_word(text, end));
        let capital = text.starts_with(char::is_uppercase);
        ends.into_iter().rev().find_map(|end| {
            let word = fold(&text[..end]);
            let dated = self.capitalised.get(&word).filter(|_| capital);
            dated.or_else(|| self.entries.get(&word)).map(|meaning| (end, meaning))
        })
    }

    /// Whether `word`, folded, is an everyday word or an inflected form of one.
    pub fn is_common(&self, word: &str) -> bool {
        let stems = || self.endings.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
        self.common.contains(word)
            || stems().any(|stem| self.common.contains(stem) || self.common.contains(&format!("{stem}e")))
            || self.stems(word).any(|stem| self.common_stems.contains(stem))
            || word.contains('ß') && self.is_common(&word.replace('ß', "ss"))
    }

    /// What may be left of an inflected word without its ending; four letters at least.
    fn stems<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let endings = self.common_endings.iter().filter_map(move |ending| word.strip_suffix(ending.as_str()));
        let whole = (!self.common_endings.is_empty()).then_some(word);
        whole.into_iter().chain(endings).filter(|stem| stem.chars().count() >= 4)
    }

    fn read(&mut self, list: &str) {
        let mut section = "";
        for line in list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty()) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = name,
                None => self.read_line(section, line),
            }
        }
    }

    fn read_line(&mut self, section: &str, line: &str) {
        if section == "exclusive" {
            return self.read_exclusive(line);
        }
        let (canonical, variants) = match line.split_once('=') {
            Some((canonical, variants)) => (Some(canonical.trim()), variants),
            None => (None, line),
        };
        for variant in variants.split(',').map(str::trim).filter(|variant| !variant.is_empty()) {
            let key = canonical.unwrap_or(variant).to_owned();
            let meaning = match section {
                "negation" => Meaning::Fact(FactKind::Negation, key),
                "modality" => Meaning::Fact(FactKind::Modality, key),
                "date" => Meaning::Fact(FactKind::Date, key),
                "unit" => Meaning::Fact(FactKind::Unit, key),
                "currency" => Meaning::Fact(FactKind::Currency, key),
                "name" => Meaning::Fact(FactKind::Name, key),
                "quantity" => Meaning::Fact(FactKind::Quantity, key),
                "title" => Meaning::Title,
                "bound" => Meaning::Bound(key),
                "ordinary" => Meaning::Ordinary,
                "number" => {
                    Meaning::Number(key.parse().expect("a number word stands after its number, as the tests of the lists hold"))
                }
                "number-part" => {
                    let value = key.parse().expect("a part of a number stands after its value, as the tests of the lists hold");
                    self.number_parts.insert(fold(variant), value);
                    continue;
                }
                _ => {
                    self.read_setting(section, variant);
                    continue;
                }
            };
            self.longest = self.longest.max(variant.chars().count());
            let capital = section == "date" && variant.starts_with(char::is_uppercase);
            let entries = if capital { &mut self.capitalised } else { &mut self.entries };
            entries.insert(fold(variant), meaning);
        }
    }

    /// A line `rose, risen | fell, fallen`: classes of words, of which each excludes the others.
    fn read_exclusive(&mut self, line: &str) {
        let group = self.exclusive_groups;
        self.exclusive_groups += 1;
        for (class, words) in line.split('|').enumerate() {
            for word in words.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                self.longest_exclusive = self.longest_exclusive.max(word.chars().count());
                self.exclusive.entry(fold(word)).or_default().push((group, class));
            }
        }
    }

    fn read_setting(&mut self, section: &str, entry: &str) {
        match (section, entry) {
            ("common", _) => {
                self.common.insert(fold(entry));
            }
            ("negating-prefix", _) => self.negating.push(entry.to_owned()),
            ("clitic", _) => self.clitics.push(entry.to_owned()),
            ("ending", _) => self.endings.push(entry.to_owned()),
            ("name-ending", _) => self.name_endings.push(entry.to_owned()),
            ("noun-ending", _) => self.noun_endings.push(entry.to_owned()),
            ("common-ending", _) => self.common_endings.push(entry.to_owned()),
            ("opening-ending", _) => self.opening_endings.push(entry.to_owned()),
            ("spelling", _) => self.spelling.extend(entry.chars()),
            ("surname", _) => self.surnames.push(entry.to_owned()),
            ("name-suffix", _) => self.name_suffixes.push(entry.to_owned()),
            ("setting", "apostrophe-endings") => self.apostrophe_endings = true,
            ("setting", "caseless") => self.caseless = true,
            ("setting", "compound-numbers") => self.compound_numbers = true,
            ("setting", "comma-decimal") => self.comma_decimal = true,
            ("setting", "space-groups") => self.space_groups = true,
            ("setting", "unspaced") => self.unspaced = true,
            ("setting", "contracts-not") => self.contracts_not = true,
            _ => unreachable!("`{entry}` in section `{section}` of a word list"),
        }
    }

    fn finish(mut self) -> Self {
        for list in [&mut self.clitics, &mut self.endings, &mut self.name_endings, &mut self.noun_endings] {
            list.sort_by_key(|entry| std::cmp::Reverse(entry.len()));
        }
        let stems = self.common.iter().flat_map(|word| self.stems(word).map(str::to_owned).collect::<Vec<_>>());
        self.common_stems = stems.collect();
        self
    }
}

/// Whether a word may end at byte `end` of `text`: `today` does in `today's`, `can` does not in `can't`.
fn ends_word(text: &str, end: usize) -> bool {
    if !text[..end].ends_with(char::is_alphanumeric) {
        return true;
    }
    let mut rest = text[end..].chars();
    match rest.next() {
        Some('\'' | '\u{2019}') => match rest.next() {
            Some('s') => !rest.next().is_some_and(char::is_alphanumeric),
            next => !next.is_some_and(char::is_alphanumeric),
        },
        Some(next) => !next.is_alphanumeric() && next != '\u{200C}',
        None => true,
    }
}
