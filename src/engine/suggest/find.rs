//! Finds the candidates of a collection of texts.

use std::collections::{HashMap, HashSet};

use crate::base::{Locale, Span};
use crate::engine::glossary::Stems;

use super::count::{Counted, Counts};
use super::stop::stop_words;
use super::tokens::{Shape, Token, tokens};
use super::unspaced;

/// The most words of a candidate.
const LONGEST: usize = 6;
/// How often a phrase of small letters has to stand, at least.
const FREQUENT: usize = 3;

/// A text to look at, with the bytes of it that the glossary knows already.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// Where known terms stand.
    pub known: Vec<Span>,
    /// Whether it is a heading: capitals say less there.
    pub heading: bool,
}

/// A candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// How it is most often written.
    pub text: String,
    /// How else.
    pub variants: Vec<String>,
    /// What it seems to be.
    pub kind: Kind,
    /// How often it stands.
    pub count: usize,
    /// Its C-value; a higher one is more likely a term.
    pub score: f64,
    /// Where it stands, the first of the places.
    pub places: Vec<Sighting>,
}

/// A place in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// Which passage.
    pub passage: usize,
    /// The bytes.
    pub span: Span,
}

/// What a candidate seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Capitalised words.
    Name,
    /// Capitals only.
    Acronym,
    /// Words that stand together often.
    Phrase,
}

/// The candidates in `passages`, all in `locale`, the most likely first. What the glossary knows is none.
pub fn suggest(passages: &[Passage], locale: &Locale) -> Vec<Candidate> {
    let words: Vec<Vec<Token>> = passages.iter().map(|passage| tokens(&passage.text)).collect();
    let finder = Finder::new(&words, locale);
    let mut counts = Counts::default();
    for (at, (passage, tokens)) in passages.iter().zip(&words).enumerate() {
        finder.passage(at, passage, tokens, &mut counts);
    }
    let enough = |counted: &Counted| {
        let (names, acronyms) = counted.named;
        counted.count >= FREQUENT && counted.words > 1 || names >= 2 || acronyms >= 1 || names >= 1 && counted.words > 1
    };
    let mut candidates: Vec<Candidate> =
        counts.ranked(enough).into_iter().map(|(counted, score)| candidate(counted, score)).collect();
    candidates.extend(unspaced::candidates(passages));
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| b.count.cmp(&a.count)).then_with(|| a.text.cmp(&b.text)));
    candidates
}

fn candidate(counted: Counted, score: f64) -> Candidate {
    let mut written: Vec<(String, usize)> = counted.written.into_iter().collect();
    written.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut written = written.into_iter().map(|(text, _)| text);
    let (names, acronyms) = counted.named;
    let kind = match () {
        () if acronyms * 2 > counted.count => Kind::Acronym,
        () if names * 2 > counted.count => Kind::Name,
        () => Kind::Phrase,
    };
    Candidate {
        text: written.next().unwrap_or_default(),
        variants: written.collect(),
        kind,
        count: counted.count,
        score,
        places: counted.places,
    }
}

/// Words over which a name may go on, by language: `Bank of England`, not `China and Pakistan`.
const LINKS: [(&str, &[&str]); 12] = [
    ("ca", &["de", "del", "dels", "la", "les", "els", "el"]),
    ("da", &["af", "for"]),
    ("de", &["für", "der", "des", "von", "zu"]),
    ("en", &["of", "for", "the"]),
    ("es", &["de", "del", "la", "las", "los", "el"]),
    ("fr", &["de", "du", "des", "la", "les", "le", "d", "l"]),
    ("it", &["di", "del", "della", "dei", "degli", "delle", "dell"]),
    ("nl", &["van", "de", "der", "het", "voor"]),
    ("no", &["av", "for"]),
    ("pt", &["de", "do", "da", "dos", "das"]),
    ("ro", &["de", "al", "ale", "ai", "pentru"]),
    ("sv", &["av", "för"]),
];

/// How verbs end in English that are written as one with a word beside them: `don't`, `we're`.
const CONTRACTED: [&str; 6] = ["n't", "'re", "'ve", "'ll", "'m", "'d"];

struct Finder {
    links: &'static [&'static str],
    stop: HashSet<&'static str>,
    stems: Option<Stems>,
    /// Words that stand in small letters somewhere.
    small: HashSet<String>,
    /// Words that stand with a capital where none is due.
    capital: HashSet<String>,
    /// Every noun has a capital: one says nothing.
    nouns: bool,
    english: bool,
}

impl Finder {
    fn new(words: &[Vec<Token>], locale: &Locale) -> Self {
        let mut small: HashMap<&str, usize> = HashMap::new();
        let mut capital: HashMap<&str, usize> = HashMap::new();
        for token in words.iter().flatten() {
            match token.shape {
                Shape::Small => *small.entry(&token.folded).or_default() += 1,
                Shape::Capital if !token.initial => *capital.entry(&token.folded).or_default() += 1,
                _ => {}
            }
        }
        let links = LINKS.iter().find(|(language, _)| *language == locale.language());
        Self {
            links: links.map_or(&[], |(_, words)| *words),
            stop: stop_words(locale.language()),
            stems: Stems::of(locale.language()),
            small: small.into_keys().map(str::to_owned).collect(),
            capital: capital.into_keys().map(str::to_owned).collect(),
            nouns: matches!(locale.language(), "de" | "lb"),
            english: locale.language() == "en",
        }
    }

    fn is_stop(&self, token: &Token) -> bool {
        let is_contracted = || self.english && CONTRACTED.iter().any(|ending| token.folded.ends_with(ending));
        self.stop.contains(token.folded.as_str()) || is_contracted()
    }

    /// Whether the capital of a word is the word's own.
    fn is_named(&self, token: &Token, in_titles: bool) -> bool {
        match token.shape {
            Shape::Acronym => !in_titles,
            Shape::Capital if self.is_stop(token) => false,
            Shape::Capital if token.initial || in_titles => {
                self.capital.contains(&token.folded) && !self.small.contains(&token.folded)
            }
            Shape::Capital => true,
            _ => false,
        }
    }

    fn passage(&self, at: usize, passage: &Passage, tokens: &[Token], counts: &mut Counts) {
        let capitals = tokens.iter().filter(|token| matches!(token.shape, Shape::Capital | Shape::Acronym)).count();
        // Headings in capitals, and tables of names, make every neighbour a name.
        let in_titles = passage.heading && capitals * 2 > tokens.len();
        let named: Vec<bool> = tokens.iter().map(|token| self.is_named(token, in_titles)).collect();
        let known = |token: &Token| passage.known.iter().any(|span| span.start < token.span.end && token.span.start < span.end);
        for start in 0..tokens.len() {
            for end in start + 1..=(start + LONGEST).min(tokens.len()) {
                let phrase = &tokens[start..end];
                if phrase.len() > 1 && !phrase[phrase.len() - 1].joined {
                    break;
                }
                let Some(kind) = self.kind(tokens, &named, (start, end)) else { continue };
                // A phrase around a known term is a candidate; one inside it, or cutting it, is not.
                let cuts = |span: &Span| {
                    let (from, to) = (phrase[0].span.start, phrase[phrase.len() - 1].span.end);
                    from < span.end && span.start < to && !(from <= span.start && span.end <= to)
                };
                if phrase.iter().filter(|token| !self.is_stop(token)).all(known) || passage.known.iter().any(cuts) {
                    continue;
                }
                let span = phrase[0].span.start..phrase[phrase.len() - 1].span.end;
                let written = passage.text[span.clone()].to_owned();
                let stems = phrase.iter().map(|token| self.stem(token)).collect();
                counts.add(stems, (at, span), &written, kind);
            }
        }
    }

    /// What the words from `start` to `end` can be.
    fn kind(&self, tokens: &[Token], named: &[bool], (start, end): (usize, usize)) -> Option<Kind> {
        let phrase = &tokens[start..end];
        let (first, last) = (&phrase[0], &phrase[phrase.len() - 1]);
        let unusable = |token: &Token| token.shape == Shape::Number || super::unspaced::is_unspaced(&token.folded);
        if self.is_stop(first)
            || self.is_stop(last)
            || unusable(first)
            || phrase.iter().any(|token| super::unspaced::is_unspaced(&token.folded))
        {
            return None;
        }
        let edges = named[start] && named[end - 1];
        if phrase.len() == 1 {
            let kind = if first.shape == Shape::Acronym { Kind::Acronym } else { Kind::Name };
            return (edges && !(self.nouns && kind == Kind::Name) && first.folded.chars().count() > 1).then_some(kind);
        }
        if edges {
            let inner = &phrase[1..phrase.len() - 1];
            let small = inner.iter().zip(&named[start + 1..]).filter(|(_, named)| !**named).map(|(token, _)| token);
            let joined = small.clone().all(|token| self.links.contains(&token.folded.as_str())) && small.count() <= 2;
            let whole =
                !(start > 0 && named[start - 1] && first.joined || end < tokens.len() && named[end] && tokens[end].joined);
            return (joined && whole).then_some(Kind::Name);
        }
        let plain = |token: &Token| token.shape != Shape::Number && token.folded.chars().count() > 1;
        let stops = phrase.iter().filter(|token| self.is_stop(token)).count();
        (phrase.len() <= 4 && stops == 0 && phrase.iter().all(plain)).then_some(Kind::Phrase)
    }

    fn stem(&self, token: &Token) -> String {
        match &self.stems {
            Some(stems) if token.shape != Shape::Acronym => stems.stem(&token.folded).into_owned(),
            _ => token.folded.clone(),
        }
    }
}
