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
    /// Everyday words, which are no names when capitalised.
    pub common: HashSet<String>,
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

const LISTS: &[(&str, &str)] = lists!["und", "en", "es", "fr", "de", "it", "pt", "ru", "ar", "fa", "ps", "zh", "ja"];

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
        self.common.contains(word) || stems().any(|stem| self.common.contains(stem) || self.common.contains(&format!("{stem}e")))
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
                "title" => Meaning::Title,
                "ordinary" => Meaning::Ordinary,
                "number" => {
                    Meaning::Number(key.parse().expect("a number word stands after its number, as the tests of the lists hold"))
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
