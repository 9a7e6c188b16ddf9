//! One word of a term, and which words of a text are forms of it.

use super::affixes::Affixes;
use super::fold::{Casing, accents_agree, fold, is_katakana};
use super::paradigm::Paradigm;
use super::shapes::{Next, is_vowel};
use super::term::Matching;

/// The fewest letters of a word that is recognised at the end of a compound.
const LEAST_IN_COMPOUND: usize = 5;
/// The fewest letters of what a compound adds before a word, and after it.
const LEAST_ADDED: (usize, usize) = (2, 4);
/// The fewest letters of a word at the end of a compound whose first part says that it is one, and of a first part known by its end.
const LEAST_AFTER_PART: (usize, usize) = (3, 5);

/// The fewest letters before the irregular word that ends a compound, and of that word.
const LEAST_BEFORE_IRREGULAR: (usize, usize) = (3, 2);

/// The most letters of an ending after a last part that derives another word.
const LONGEST_ENDING: usize = 2;

/// The fewest letters of a word that is recognised in a run of Katakana, and of what stands before or after it.
const LEAST_IN_KATAKANA: (usize, usize) = (4, 3);

/// How a word of a text agrees with one of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the same word in the same form.
    Same,
    /// It is another form of it, or has something attached.
    Inflected,
}

/// One word of a term, prepared for comparing.
#[derive(Debug, Clone)]
pub struct WordPattern {
    folded: String,
    written: String,
    matching: Matching,
    /// Written in capitals only: compared as it is written.
    acronym: bool,
    /// It has no other forms.
    fixed: bool,
    /// It stands in a term of several words.
    inner: bool,
    /// It is a name, or a noun of a language that writes these with a capital: a word without one is another.
    noun: bool,
    /// Which of its letters lack their accents, as capitals may.
    bare: Vec<usize>,
    /// Group of words that may stand for it.
    same: Option<usize>,
    stems: Vec<Stem>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Stem {
    text: String,
    /// The paradigm whose endings may follow; `None` for the whole word, which only suffixes may follow.
    paradigm: Option<usize>,
    /// What must follow.
    next: Next,
    /// It is one of the forms of a word that its endings do not say.
    irregular: bool,
    /// The ending of the form that a dictionary lists, which follows no changed stem.
    own: Option<String>,
}

impl WordPattern {
    /// Prepares a word. One that stands `alone` is a form that a dictionary lists, one of several may be any.
    pub fn new(written: &str, matching: Matching, alone: bool, affixes: &Affixes) -> Self {
        let folded = fold(written, affixes.division.casing);
        let acronym = written.chars().filter(|c| c.is_uppercase()).count() > 1 && !written.chars().any(char::is_lowercase);
        let letters = folded.chars().count();
        let fixed = matching.exact
            || affixes.fixed.contains(&folded)
            || letters <= affixes.shortest.min(2) && !affixes.irregular_of.contains_key(&folded)
            || folded.contains(|c: char| c.is_ascii_digit());
        let same = affixes.same.iter().position(|group| group.contains(&folded));
        let mut stems = Vec::new();
        if !fixed && !acronym && same.is_none() {
            let mut bare = vec![folded.as_str()];
            bare.extend(affixes.article.iter().filter_map(|article| folded.strip_prefix(article.as_str())));
            bare.iter().for_each(|word| collect_stems(word, alone, affixes, &mut stems));
        }
        let noun = affixes.capital_nouns && alone && !acronym && written.starts_with(char::is_uppercase);
        Self { folded, written: written.to_owned(), matching, acronym, fixed, inner: false, noun, bare: Vec::new(), same, stems }
    }

    /// The same as a word of a term of several, which is long enough to be recognised by the others.
    pub fn among_others(self) -> Self {
        Self { inner: true, ..self }
    }

    /// The same as all of a term: with a capital it is a name, and `turkey` is not `Turkey`.
    pub fn whole_term(self) -> Self {
        let name = self.written.starts_with(char::is_uppercase) && self.written.contains(char::is_lowercase);
        Self { noun: self.noun || name, ..self }
    }

    /// The same without the accents that its letters have in `written`: it agrees with a word that has capitals there.
    pub fn in_capitals(self, written: &str) -> Self {
        let own = self.written.chars().zip(written.chars()).enumerate();
        let bare = own.filter(|(_, (bare, marked))| bare != marked).map(|(at, _)| at).collect();
        Self { bare, ..self }
    }

    /// Texts of which every word that agrees holds one, folded.
    pub fn anchors(&self, affixes: &Affixes) -> Vec<String> {
        let mut anchors: Vec<String> = self.stems.iter().map(|stem| stem.text.clone()).collect();
        anchors.push(self.folded.clone());
        if let Some(group) = self.same {
            anchors.extend(affixes.same[group].iter().cloned());
        }
        if !affixes.ruled && affixes.stems.is_some() && !self.fixed && !self.acronym {
            anchors.push(self.folded.chars().take(least_shared(&self.folded)).collect());
        }
        anchors.sort();
        // What begins with another anchor is found by that one.
        anchors.dedup_by(|next, kept| next.starts_with(kept.as_str()));
        anchors
    }

    /// The forms that its paradigms give it, folded, without suffixes.
    pub fn regular_forms<'a>(&'a self, affixes: &'a Affixes) -> impl Iterator<Item = String> + 'a {
        let of = |stem: &'a Stem| stem.paradigm.map(|paradigm| (stem, &affixes.paradigms[paradigm]));
        let same = self.same.into_iter().flat_map(|group| affixes.same[group].iter().cloned());
        let endings = |(stem, paradigm): (&'a Stem, &'a Paradigm)| {
            paradigm.endings.iter().map(move |ending| format!("{}{ending}", stem.text))
        };
        self.stems.iter().filter_map(of).flat_map(endings).chain(same)
    }

    /// The folded word.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Whether the word `folded`, in the text `written`, is a form of this one.
    pub fn fit(&self, folded: &str, written: &str, affixes: &Affixes) -> Option<Fit> {
        let capital = |at: &usize| written.chars().nth(*at).is_some_and(char::is_uppercase);
        if self.noun && written.starts_with(char::is_lowercase) || !self.bare.iter().all(capital) {
            return None;
        }
        if folded == self.folded {
            let cased = self.matching.case || self.matching.exact || self.acronym;
            let agrees = affixes.division.casing != Casing::Greek || accents_agree(&self.written, written);
            return (agrees && (!cased || written == self.written || !has_case(written))).then_some(Fit::Same);
        }
        let accents = affixes.division.casing != Casing::Greek || accents_agree(&self.written, written);
        if self.matching.exact || !accents {
            return None;
        }
        if self.same.is_some_and(|group| affixes.same[group].contains(folded)) {
            return Some(Fit::Inflected);
        }
        if self.acronym {
            return self.acronym_fits(written, affixes).then_some(Fit::Inflected);
        }
        if self.matching.case && written.chars().next() != self.written.chars().next() {
            return None;
        }
        if self.is_told_apart(folded, written, affixes) {
            return None;
        }
        let closed = written.ends_with(|c: char| affixes.closing.contains(c));
        let fits = self.is_attached(folded, closed, affixes)
            || !self.fixed
                && !affixes.fixed.contains(folded)
                && (self.is_inflected(folded, closed, affixes) || self.is_stemmed(folded, affixes));
        let compounded = || self.is_compounded(folded, affixes) || self.is_in_katakana(folded);
        (fits || !self.matching.word && compounded()).then_some(Fit::Inflected)
    }

    /// Whether a letter that does not count otherwise says that the text has another word.
    fn is_told_apart(&self, folded: &str, written: &str, affixes: &Affixes) -> bool {
        let other = |letters: &Vec<char>| {
            letters.first().is_some_and(|letter| written.contains(*letter)) && !self.written.contains(letters.as_slice())
        };
        affixes.telling.iter().any(other) && !self.stems.iter().any(|stem| stem.irregular && folded.ends_with(stem.text.as_str()))
    }

    /// `ТАССом`, `NATOs`: capitals as in the term, then small letters that are an ending.
    fn acronym_fits(&self, written: &str, affixes: &Affixes) -> bool {
        let Some(rest) = written.strip_prefix(self.written.as_str()) else { return false };
        let small = !rest.is_empty() && rest.chars().all(char::is_lowercase);
        small && affixes.is_ending(&fold(rest, affixes.division.casing), self.folded.chars().last())
    }

    /// Whether `word` is this one with clitics before it, and perhaps inflected; nothing is attached to a `closed` one.
    fn is_attached(&self, word: &str, closed: bool, affixes: &Affixes) -> bool {
        if affixes.prefixes.is_empty() {
            return false;
        }
        let bare = affixes.prefixes.strip(word);
        let article = affixes.article.iter().filter_map(|article| self.folded.strip_prefix(article.as_str())).next();
        let own = |word: &str| word == self.folded || Some(word) == article;
        let attached = |bare: &str| {
            let before = &word[..word.len() - bare.len()];
            let definite = closed || affixes.article.iter().any(|article| before.ends_with(article.as_str()));
            own(bare) || !self.fixed && self.is_inflected(bare, definite, affixes)
        };
        own(word) || bare.into_iter().any(attached)
    }

    fn is_inflected(&self, word: &str, definite: bool, affixes: &Affixes) -> bool {
        let takes = |stem: &Stem| word.starts_with(stem.text.as_str()) && stem.takes(word, stem.text.len(), definite, affixes);
        self.stems.iter().any(takes)
    }

    /// Whether the stemmer says so, and both words go on from what they share with endings of the language.
    fn is_stemmed(&self, word: &str, affixes: &Affixes) -> bool {
        let Some(stems) = affixes.stems.as_ref().filter(|_| !self.matching.word || affixes.ruled) else { return false };
        let shared: usize =
            self.folded.chars().zip(word.chars()).take_while(|(own, other)| own == other).map(|(c, _)| c.len_utf8()).sum();
        let (tail, other) = (&self.folded[shared..], &word[shared..]);
        if self.folded[..shared].chars().count() < least_shared(&self.folded) {
            return false;
        }
        let last = self.folded[..shared].chars().last();
        let plausible = if affixes.ruled {
            affixes.is_ending(tail, last) && affixes.is_ending(other, last)
        } else {
            tail.chars().count() <= 3 && other.chars().count() <= 5
        };
        plausible && stems.stem(&self.folded) == stems.stem(word)
    }

    /// Whether this word, perhaps inflected, ends the compound `word` or begins it.
    fn is_compounded(&self, word: &str, affixes: &Affixes) -> bool {
        let Some(links) = affixes.links.as_ref().filter(|_| !self.fixed) else { return false };
        if affixes.undivided.iter().any(|whole| word.starts_with(whole.as_str())) {
            return false;
        }
        let begins = |link: &str| match link.strip_prefix('~').map(|lost| lost.split_once('|').unwrap_or((lost, ""))) {
            Some((lost, link)) => self.folded.strip_suffix(lost).is_some_and(|first| {
                let long = !link.is_empty() || first.chars().count() > affixes.shortest_first;
                long && begins_compound(first, link, word, affixes)
            }),
            None => begins_compound(&self.folded, link, word, affixes),
        };
        self.ends_compound(word, affixes) || links.iter().map(String::as_str).chain([""]).any(begins)
    }

    /// Whether this word of Katakana begins or ends the run of Katakana words `word`.
    fn is_in_katakana(&self, word: &str) -> bool {
        let short = !self.inner && self.written.chars().count() < LEAST_IN_KATAKANA.0;
        if short || !is_katakana(&self.folded) || !is_katakana(word) {
            return false;
        }
        word.match_indices(&self.folded).any(|(at, own)| {
            let rest = &word[at + own.len()..];
            // A long vowel at the end of the term is evened out, inside a run it is not.
            let last = rest.strip_prefix('ー').unwrap_or(rest);
            let long = |part: &str| part.is_empty() || part.chars().count() >= LEAST_IN_KATAKANA.1;
            long(&word[..at]) && long(last) && begins_katakana(last)
        })
    }

    fn ends_compound(&self, word: &str, affixes: &Affixes) -> bool {
        let letters = self.folded.chars().count();
        if letters < LEAST_AFTER_PART.0 || word.len() <= self.folded.len() {
            return false;
        }
        let whole = Stem { text: self.folded.clone(), paradigm: None, next: Next::Any, irregular: false, own: None };
        self.stems.iter().chain([&whole]).any(|stem| {
            word.match_indices(stem.text.as_str()).any(|(at, text)| {
                let first = &word[..at];
                let word_like =
                    first.chars().count() >= LEAST_ADDED.0 && first.contains(is_vowel) && !affixes.refused_first.contains(first);
                // A stem that has lost its ending is as short as many a word of its own: `Zeuge` is not in `Werkzeug`.
                let last = word[at..].chars().count();
                let long = letters >= LEAST_IN_COMPOUND && last >= LEAST_IN_COMPOUND;
                let sure = long || last >= LEAST_AFTER_PART.0 && is_first_part(first, affixes);
                word_like && sure && stem.takes(word, at + text.len(), false, affixes)
            })
        })
    }
}

/// Whether `first` begins compounds, so that a short word may follow it.
fn is_first_part(first: &str, affixes: &Affixes) -> bool {
    let ends = || affixes.first_endings.iter().any(|end| first.ends_with(end.as_str()));
    affixes.first_parts.contains(first) || first.chars().count() >= LEAST_AFTER_PART.1 && ends()
}

/// Whether a Katakana word can begin with `text`: not with a small letter, `\u{30f3}` or the mark of a long vowel.
fn begins_katakana(text: &str) -> bool {
    !text.starts_with(['ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ン', 'ー'])
}

/// Whether `word` is `first`, `link` and another word, which must be longer where `first` is short.
fn begins_compound(first: &str, link: &str, word: &str, affixes: &Affixes) -> bool {
    let Some(rest) = word.strip_prefix(first) else { return false };
    let Some(last) = rest.strip_prefix(link) else { return false };
    let letters = first.chars().count();
    let least = LEAST_ADDED.1 + usize::from(letters == affixes.shortest_first);
    // What looks like a link may be the first letter of the last part: `Mannschaft`, `Landskap`.
    let refused = affixes.refused_last.iter().any(|refused| [rest, last].iter().any(|part| is_derived(part, refused)));
    letters >= affixes.shortest_first && (last.chars().count() >= least || is_last_part(last, affixes)) && !refused
}

/// Whether `last` is a short word that ends compounds, perhaps inflected.
fn is_last_part(last: &str, affixes: &Affixes) -> bool {
    let ends = |at: usize| affixes.last_parts.contains(&last[..at]) && affixes.is_ending(&last[at..], last[..at].chars().last());
    affixes.last_parts.contains(last) || last.char_indices().skip(2).any(|(at, _)| ends(at))
}

/// Whether what follows a word only derives another word from it.
fn is_derived(part: &str, refused: &str) -> bool {
    match refused.strip_suffix('.') {
        Some(whole) => part.strip_prefix(whole).is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING),
        None => part.starts_with(refused),
    }
}

impl Stem {
    /// Whether `word` goes on from byte `at`, where this stem ends, as it may; nothing is attached to a `definite` one.
    fn takes(&self, word: &str, at: usize, definite: bool, affixes: &Affixes) -> bool {
        if !self.next.allows(&word[at..]) || self.own.as_deref() == Some(&word[at..]) {
            return false;
        }
        let attached = |at: usize| at == word.len() || !definite && affixes.suffixes.accepts_after(word, at);
        let Some(paradigm) = self.paradigm else { return attached(at) };
        affixes.paradigms[paradigm].endings.iter().any(|ending| {
            let stands = word[at..].starts_with(ending.as_str()) && !(definite && affixes.construct.contains(ending));
            stands && attached(at + ending.len())
        })
    }
}

/// Every stem that `word` may have, with those it changes into.
fn collect_stems(word: &str, alone: bool, affixes: &Affixes, stems: &mut Vec<Stem>) {
    add_regular(word, alone, affixes, stems);
    let whole = |text: String| Stem { text, paradigm: None, next: Next::Any, irregular: true, own: None };
    if let Some((first, set)) = irregular_set(word, affixes) {
        let (forms, inflect) = &affixes.irregular[set];
        for form in forms.iter().map(|form| format!("{first}{form}")) {
            stems.push(whole(form.clone()));
            if *inflect {
                add_regular(&form, true, affixes, stems);
            } else {
                add_changed(&form, &form, None, affixes, stems);
            }
        }
    }
    for set in &affixes.beginnings {
        for root in set.iter().take(if alone { 1 } else { set.len() }).filter_map(|own| word.strip_prefix(own.as_str())) {
            let others = set.iter().filter(|_| root.chars().count() >= affixes.shortest.min(2));
            for text in others.map(|other| format!("{other}{root}")) {
                add_regular(&text, alone, affixes, stems);
                stems.push(whole(text));
            }
        }
    }
    stems.sort();
    stems.dedup();
}

/// The irregular word that `word` is, or ends in where words are compounded, with what stands before it.
fn irregular_set<'w>(word: &'w str, affixes: &Affixes) -> Option<(&'w str, usize)> {
    let whole = |at: usize| Some((&word[..at], *affixes.irregular_of.get(&word[at..])?));
    let parts = || word.char_indices().map(|(at, _)| at).skip(LEAST_BEFORE_IRREGULAR.0);
    let long = |at: &usize| word[*at..].chars().count() >= LEAST_BEFORE_IRREGULAR.1;
    whole(0).or_else(|| parts().filter(|_| affixes.links.is_some()).take_while(long).find_map(whole))
}

/// Adds the stems of `word` by the paradigms of the language.
fn add_regular(word: &str, alone: bool, affixes: &Affixes, stems: &mut Vec<Stem>) {
    if !affixes.suffixes.is_empty() {
        add_changed(word, word, None, affixes, stems);
    }
    for (at, paradigm) in affixes.paradigms.iter().enumerate() {
        paradigm.stems(word, alone).for_each(|stem| add_changed(word, stem, Some(at), affixes, stems));
    }
}

/// Adds the stem `text` of `word` and what it changes into.
fn add_changed(word: &str, text: &str, paradigm: Option<usize>, affixes: &Affixes, stems: &mut Vec<Stem>) {
    let (added, reversed) = paradigm.map_or((0, false), |at| (affixes.paradigms[at].shortest, affixes.paradigms[at].reversed));
    let shortest = affixes.shortest.saturating_sub(added).max(1);
    if text.chars().count() < shortest {
        return;
    }
    let bare = matches!(word.strip_prefix(text), Some("" | "ь"));
    let settled = bare && affixes.shapes.iter().any(|shape| shape.settles(text));
    let mut texts = vec![(text.to_owned(), if settled { Next::Closed } else { Next::Any })];
    affixes.shapes.iter().for_each(|shape| shape.apply(text, reversed, bare, &mut texts));
    texts.retain(|(text, _)| text.chars().count() >= shortest);
    let own = word.strip_prefix(text).filter(|own| !own.is_empty());
    stems.extend(texts.into_iter().enumerate().map(|(at, (text, next))| {
        let own = own.filter(|_| at > 0).map(str::to_owned);
        Stem { text, paradigm, next, irregular: false, own }
    }));
}

/// How many letters two forms of a word share at least where only a stemmer says that they are forms of one.
fn least_shared(word: &str) -> usize {
    (word.chars().count() * 3).div_ceil(5).max(3)
}

fn has_case(text: &str) -> bool {
    text.contains(|c: char| c.is_uppercase() || c.is_lowercase())
}
