//! How the words of a language inflect, as data: the affix file of a language (`docs/formats.md`, "Affix files").
//!
//! Reading never fails: a file that is no affix file gives the rules of a language nobody knows, and a diagnostic.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::base::{Diagnostic, LineIndex, Locale, Place};

use super::builtin;
use super::chain::Chain;
use super::fold::{Casing, fold};
use super::paradigm::Paradigm;
use super::shapes::Shape;
use super::sounds::Sounds;
use super::stem::Stems;
use super::words::Division;

/// How the words of a language inflect.
#[derive(Debug, Default)]
pub struct Affixes {
    /// How its words are divided and folded.
    pub(super) division: Division,
    /// What may stand before a word, written together with it.
    pub(super) prefixes: Chain,
    /// Prefixes that a term may itself be written with, and after which nothing is attached to a word.
    pub(super) article: Vec<String>,
    /// Endings that never stand together with such a prefix.
    pub(super) construct: BTreeSet<String>,
    /// Sets of beginnings: a word that has one of a set has the others as well.
    pub(super) beginnings: Vec<Vec<String>>,
    /// Sets of endings.
    pub(super) paradigms: Vec<Paradigm>,
    /// What may follow a word or one of its endings.
    pub(super) suffixes: Chain,
    /// Changes inside the stem.
    pub(super) shapes: Vec<Shape>,
    /// All forms of a word that its endings do not say; then whether they inflect as words of their own, as plurals in Arabic do.
    pub(super) irregular: Vec<(Vec<String>, bool)>,
    /// Which of these sets a word is in.
    pub(super) irregular_of: BTreeMap<String, usize>,
    /// Whether words are compounded, and what stands between their parts.
    pub(super) links: Option<Vec<String>>,
    /// The fewest letters of a word that begins a compound.
    pub(super) shortest_first: usize,
    /// First parts of compounds that end in short words; such parts by their endings.
    pub(super) first_parts: BTreeSet<String>,
    pub(super) first_endings: Vec<String>,
    /// Short words that end compounds.
    pub(super) last_parts: BTreeSet<String>,
    /// Beginnings of words that are no compounds, whatever they look like.
    pub(super) undivided: Vec<String>,
    /// First parts that turn a word into its opposite or into another word.
    pub(super) refused_first: BTreeSet<String>,
    /// Last parts that make another word of it, by their beginnings; before a full stop but for their own ending.
    pub(super) refused_last: BTreeSet<String>,
    /// Letters that are evened out and yet tell words apart, each followed by those of a term that it agrees with.
    pub(super) telling: Vec<Vec<char>>,
    /// Letters that end a word, so that nothing is attached to it.
    pub(super) closing: String,
    /// Words that have no other forms.
    pub(super) fixed: BTreeSet<String>,
    /// Other words that look like an inflected form.
    pub(super) homographs: BTreeSet<String>,
    /// Words after which such a form is one.
    pub(super) governors: BTreeSet<String>,
    /// Endings of words that may stand between a governor and such a form.
    pub(super) governed: Vec<String>,
    /// What may stand before a word with an apostrophe between.
    pub(super) elided: BTreeSet<String>,
    /// Words that may stand for one another inside a term of several words.
    pub(super) same: Vec<BTreeSet<String>>,
    /// Words before which one other word may be put into a term of several words.
    pub(super) gap_before: BTreeSet<String>,
    /// Words after which more words may be put in there.
    pub(super) conjunctions: BTreeSet<String>,
    /// A noun is written with a capital, so that a word without one is another.
    pub(super) capital_nouns: bool,
    /// The noun comes first, in the form that a dictionary lists.
    pub(super) head_first: bool,
    /// Capitals may lack their accents.
    pub(super) bare_capitals: bool,
    /// Words that follow the noun of a term of several words, which is inflected then.
    pub(super) after_head: BTreeSet<String>,
    /// Of a term of several words only the last is inflected.
    pub(super) last_word_only: bool,
    /// Verbs that make one of a noun at whose end they stand, in scripts without spaces; they inflect, the noun does not.
    pub(super) light_verbs: Vec<String>,
    /// Whether a term of several words may be written as one.
    pub(super) joined: bool,
    /// The fewest letters a stem may have.
    pub(super) shortest: usize,
    /// What is attached to a word of a script without spaces, before it and after it, and leaves its meaning.
    pub(super) attached_first: BTreeSet<String>,
    pub(super) attached_last: BTreeSet<String>,
    /// Words of a script without spaces that its dictionary lacks.
    pub(super) known: BTreeSet<String>,
    /// The stemmer of the language, where there is one and it helps.
    pub(super) stems: Option<Stems>,
    /// Whether there are rules, so that a stemmer alone decides nothing.
    pub(super) ruled: bool,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    version: Option<u32>,
    classes: BTreeMap<String, String>,
    harmony: BTreeMap<String, String>,
    assimilation: BTreeMap<String, String>,
    disharmonic: String,
    prefixes: Vec<String>,
    beginnings: Vec<String>,
    article: String,
    construct: String,
    paradigms: Vec<String>,
    suffixes: Vec<String>,
    alternations: String,
    irregular: Vec<String>,
    plurals: Vec<String>,
    links: Option<String>,
    shortest_first: Option<usize>,
    first_parts: String,
    last_parts: String,
    undivided: String,
    refused_first: String,
    refused_last: String,
    telling: String,
    closing: String,
    fixed: String,
    homographs: String,
    governors: String,
    governed: String,
    elided: String,
    same: Vec<String>,
    gap_before: String,
    conjunctions: String,
    apostrophe_is_letter: bool,
    capital_nouns: bool,
    head_first: bool,
    bare_capitals: bool,
    after_head: String,
    last_word_only: bool,
    light_verbs: String,
    joined: bool,
    shortest: Option<usize>,
    attached_first: String,
    attached_last: String,
    words: String,
    stemmer: Option<bool>,
}

impl Affixes {
    /// The rules that are built in for `locale`, by its language; those of a language without any are a stemmer or none.
    pub fn of(locale: &Locale) -> Self {
        let language = locale.language();
        match builtin::find(language) {
            Some(text) => Self::read(text, locale).0,
            None => Self::new(File::default(), language),
        }
    }

    /// Reads an affix file of a project; it takes the place of the rules that are built in.
    pub fn read(text: &str, locale: &Locale) -> (Self, Vec<Diagnostic>) {
        let (file, diagnostics) = match toml_edit::de::from_str::<File>(text) {
            Ok(file) if file.version.is_none_or(|version| version == 1) => (file, Vec::new()),
            Ok(_) => (File::default(), vec![unreadable("only version 1 is known", Place::default())]),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                let place = Place::at(LineIndex::new(text).position(offset));
                (File::default(), vec![unreadable(error.message(), place)])
            }
        };
        (Self::new(file, locale.language()), diagnostics)
    }

    fn new(file: File, language: &str) -> Self {
        let casing = Casing::of(language);
        let folded = |text: &str| fold(text, casing);
        let list = |text: &str| text.split_whitespace().map(folded).collect::<Vec<_>>();
        let set = |text: &str| list(text).into_iter().collect::<BTreeSet<_>>();
        let sounds = Sounds::read(&file.harmony, &file.assimilation, &file.disharmonic);
        let plurals = file.plurals.iter().map(|line| (list(line), true));
        let irregular: Vec<(Vec<String>, bool)> = file.irregular.iter().map(|line| (list(line), false)).chain(plurals).collect();
        let irregular_of = irregular.iter().enumerate().flat_map(|(at, (set, _))| set.iter().map(move |word| (word.clone(), at)));
        let beginning = |word: &str| if word == "-" { String::new() } else { folded(word) };
        let ruled = !(file.paradigms.is_empty() && file.suffixes.is_empty() && file.prefixes.is_empty());
        Self {
            division: Division { casing, apostrophe_is_letter: file.apostrophe_is_letter },
            prefixes: Chain::read(&file.prefixes, &file.classes, &sounds, folded),
            article: list(&file.article),
            construct: set(&file.construct),
            beginnings: file.beginnings.iter().map(|line| line.split_whitespace().map(beginning).collect()).collect(),
            paradigms: file.paradigms.iter().map(|line| Paradigm::read(line, folded)).collect(),
            suffixes: Chain::read(&file.suffixes, &file.classes, &sounds, folded),
            shapes: file.alternations.split_whitespace().filter_map(|shape| Shape::read(&folded(shape))).collect(),
            irregular_of: irregular_of.collect(),
            irregular,
            links: file.links.as_deref().map(|links| list(&links.replace('-', ""))),
            shortest_first: file.shortest_first.unwrap_or(4),
            first_endings: list(&file.first_parts).iter().filter_map(|part| part.strip_prefix('-').map(str::to_owned)).collect(),
            first_parts: set(&file.first_parts),
            last_parts: set(&file.last_parts),
            undivided: list(&file.undivided),
            refused_first: set(&file.refused_first),
            refused_last: set(&file.refused_last),
            telling: file.telling.split_whitespace().map(|letters| letters.chars().collect()).collect(),
            closing: file.closing,
            fixed: set(&file.fixed),
            homographs: set(&file.homographs),
            governors: set(&file.governors),
            governed: list(&file.governed),
            elided: set(&file.elided),
            same: file.same.iter().map(|line| set(line)).collect(),
            gap_before: set(&file.gap_before),
            conjunctions: set(&file.conjunctions),
            capital_nouns: file.capital_nouns,
            head_first: file.head_first,
            bare_capitals: file.bare_capitals,
            after_head: set(&file.after_head),
            last_word_only: file.last_word_only,
            light_verbs: list(&file.light_verbs),
            joined: file.joined,
            shortest: file.shortest.unwrap_or(2),
            attached_first: set(&file.attached_first),
            attached_last: set(&file.attached_last),
            known: set(&file.words),
            stems: Stems::of(language).filter(|_| file.stemmer != Some(false)),
            ruled,
        }
    }

    /// Whether a word may be found inside another one.
    pub(super) fn finds_inside(&self) -> bool {
        !self.prefixes.is_empty() || self.links.is_some()
    }

    /// Whether `tail` ends words in any of the paradigms.
    pub(super) fn is_ending(&self, tail: &str, last: Option<char>) -> bool {
        let known = self.paradigms.iter().any(|set| set.endings.iter().any(|ending| ending == tail));
        known || !self.suffixes.is_empty() && self.suffixes.accepts(tail, last)
    }
}

fn unreadable(message: &str, place: Place) -> Diagnostic {
    let message = format!("the affix file cannot be read: {}", message.lines().next().unwrap_or_default());
    Diagnostic::new("unreadable-affixes", message, place).help("`docs/formats.md` says what an affix file holds")
}
