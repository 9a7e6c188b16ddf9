//! One locale's glossary: its terms, the texts that a sign-off covers, and which terms occur in a text.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use crate::base::{Diagnostic, Locale, Span};
use crate::engine::render::references;
use crate::format::fluent::{Message, TermEntry, canonical, read_term, skim_terms};

use super::affixes::Affixes;
use super::find::Finder;
use super::forms::Form;
use super::name::Name;
use super::phrase::Phrase;
use super::term::{self, Term};
use super::visible::Visible;
use super::words::Words;

/// One locale's fixed terms.
///
/// Reading is cheap; what finding needs is made when it is first asked for, and kept.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The file.
    text: String,
    entries: Vec<Entry>,
    /// The index of each entry, made when one is first looked for.
    by_name: OnceLock<HashMap<String, usize>>,
    /// What the glossaries that stand in for this one define and it does not.
    lent: BTreeMap<String, Message>,
    /// The file holds nothing but terms and comments, all of which parse.
    plain: bool,
    locale: Option<Locale>,
    affixes: OnceLock<Arc<Affixes>>,
    finder: OnceLock<Finder>,
}

/// A term where it stands, and what it says, read when it is first asked for.
#[derive(Debug)]
struct Entry {
    name: String,
    span: Span,
    /// What it is in Fluent.
    message: OnceLock<Option<Message>>,
    term: OnceLock<Term>,
    /// What a translation may hold for it, prepared.
    renderings: OnceLock<Renderings>,
}

/// What a text may hold for one term.
#[derive(Debug, Default)]
pub(super) struct Renderings {
    /// Phrases of its forms, each with the index of the form.
    pub forms: Vec<(usize, Phrase)>,
    /// Phrases of `.also`.
    pub also: Vec<Phrase>,
    /// Phrases of `.forbidden`.
    pub forbidden: Vec<Phrase>,
}

/// A term that occurs in a text, and how it may be rendered in another locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence<'g> {
    /// The term in the glossary of the text's own locale.
    pub source: &'g Term,
    /// The term in the glossary of the other locale; `None` when that has none of this name.
    pub target: Option<&'g Term>,
    /// The bytes of the text where it stands.
    pub span: Span,
    /// The text there.
    pub text: String,
    /// The name that it may be a part of.
    pub(super) name: Option<Name>,
}

impl<'g> Occurrence<'g> {
    /// The same occurrence, to be rendered with another glossary.
    pub fn rendered_in(&self, target: &'g Glossary) -> Self {
        Self { target: target.term(self.term()), ..self.clone() }
    }

    /// The term's name, without the `-`.
    pub fn term(&self) -> &str {
        &self.source.name
    }

    /// Its approved forms, with what chooses them; empty when the other glossary has none.
    pub fn renderings(&self) -> &[Form] {
        self.target.map_or(&[], |term| &term.forms)
    }

    /// Other accepted texts.
    pub fn also(&self) -> &[String] {
        self.target.map_or(&[], |term| &term.also)
    }

    /// Texts that must not be used for it.
    pub fn forbidden(&self) -> &[String] {
        self.target.map_or(&[], |term| &term.forbidden)
    }

    /// What it means: the definition of the text's own glossary, or else of the other.
    pub fn definition(&self) -> Option<&str> {
        self.source.definition.as_deref().or_else(|| self.target?.definition.as_deref())
    }

    /// Whether translations keep the text of the source.
    pub fn keep(&self) -> bool {
        self.source.keep || self.target.is_some_and(|term| term.keep)
    }
}

impl Glossary {
    /// Reads `glossary/<locale>.ftl`; entries that do not parse are left out, what is wrong with the others is reported.
    pub fn read(text: &str, locale: &Locale) -> (Self, Vec<Diagnostic>) {
        let (entries, diagnostics, plain) = skim_terms(text, &term::FREE_TEXT, |read| {
            let (firsts, diagnostics) = term::check(text, &read.terms);
            (firsts.into_iter().map(|at| Entry::of(&read.terms[at])).collect(), diagnostics, read.plain)
        });
        let glossary = Self {
            text: text.to_owned(),
            entries,
            by_name: OnceLock::new(),
            lent: BTreeMap::new(),
            plain,
            locale: Some(locale.clone()),
            affixes: OnceLock::new(),
            finder: OnceLock::new(),
        };
        (glossary, diagnostics)
    }

    /// The text that it was read from.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether its file holds nothing but terms and comments, all of which parse; otherwise reading it as a catalog says what is
    /// wrong.
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// The same with the rules of a project's affix file in place of those that are built in.
    pub fn with_affixes(mut self, affixes: Affixes) -> Self {
        self.affixes = OnceLock::from(Arc::new(affixes));
        self
    }

    /// Lets what `others` define stand in, in this order, for terms that it lacks, as far as a sign-off covers their text; they are
    /// not found in texts and nothing is judged by them.
    pub fn fall_back_to<'o>(&mut self, others: impl IntoIterator<Item = &'o Self>) {
        for other in others {
            let names = other.entries.iter().map(|entry| &entry.name).chain(other.lent.keys());
            for name in names.filter(|name| self.place(name).is_none()).collect::<Vec<_>>() {
                if let Some(message) = other.message(name).filter(|_| !self.lent.contains_key(name)) {
                    self.lent.insert(name.clone(), message.clone());
                }
            }
        }
    }

    /// Its terms in file order.
    pub fn terms(&self) -> impl ExactSizeIterator<Item = &Term> {
        (0..self.entries.len()).map(|at| self.at(at))
    }

    /// The term called `name` (without the `-`).
    pub fn term(&self, name: &str) -> Option<&Term> {
        self.place(name).map(|at| self.at(at))
    }

    fn at(&self, at: usize) -> &Term {
        let entry = &self.entries[at];
        entry.term.get_or_init(|| {
            let other = |name: &str| self.message(name)?.value.as_ref();
            let message = read_term(&self.text[entry.span.clone()]);
            term::read(&entry.name, entry.span.start + 1, message.as_ref(), &other)
        })
    }

    /// The index of the term called `name`.
    fn place(&self, name: &str) -> Option<usize> {
        let index = || self.entries.iter().enumerate().map(|(at, entry)| (entry.name.clone(), at)).collect();
        self.by_name.get_or_init(index).get(name).copied()
    }

    /// Which of its terms occur in `text`, in order, and how `target` says that they may be rendered.
    ///
    /// Of terms that overlap the longest counts; what stands in code, addresses and tags does not. A text of another locale than the glossary's gives nothing useful.
    pub fn occurrences<'g>(&'g self, text: &str, target: &'g Self) -> Vec<Occurrence<'g>> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        let affixes = self.affixes();
        let visible = Visible::new(text);
        let words = Words::new(&visible.text, affixes.division);
        let finder = self.finder.get_or_init(|| Finder::new(self.terms(), affixes));
        let found = finder.find(&words, affixes).into_iter().map(|(term, found)| {
            let (source, span) = (self.at(term), visible.place(found.span(&words)));
            let (target, name) = (target.term(&source.name), Name::around(&words, &found));
            Occurrence { source, target, text: text[span.clone()].to_owned(), span, name }
        });
        found.collect()
    }

    /// What the term `name` is in Fluent, also where another locale's glossary lends it.
    fn message(&self, name: &str) -> Option<&Message> {
        let Some(at) = self.place(name) else { return self.lent.get(name) };
        let entry = &self.entries[at];
        entry.message.get_or_init(|| read_term(&self.text[entry.span.clone()])).as_ref()
    }

    /// The canonical text of every term that `message` renders, those behind other terms included; empty if there is none.
    pub fn rendered_terms(&self, message: &Message) -> String {
        let names = |message: &Message| references(message).terms.into_iter().map(|reference| reference.term).collect::<Vec<_>>();
        let mut waiting = names(message);
        let mut seen = BTreeSet::new();
        while let Some(name) = waiting.pop() {
            let term = self.message(&name);
            if seen.insert(name) {
                waiting.extend(term.map(names).unwrap_or_default());
            }
        }
        let text = |name: &String| self.message(name).map(canonical).unwrap_or_default();
        seen.iter().map(|name| format!("-{name}={}\n", text(name))).collect()
    }

    /// The names of the attributes of a term, also of one that another locale's glossary lends; `None` when there is none.
    pub fn attributes(&self, name: &str) -> Option<Vec<&str>> {
        Some(self.message(name)?.attributes.iter().map(|attribute| attribute.id.name.as_str()).collect())
    }

    /// The canonical text of a term, also of one that another locale's glossary lends; `None` when there is none.
    pub(super) fn canonical_term(&self, name: &str) -> Option<String> {
        self.message(name).map(|message| canonical(message).into_owned())
    }

    pub(super) fn affixes(&self) -> &Affixes {
        self.affixes.get_or_init(|| Arc::new(self.locale.as_ref().map(Affixes::of).unwrap_or_default()))
    }

    pub(super) fn renderings_of(&self, name: &str) -> Option<&Renderings> {
        let at = self.place(name)?;
        let (term, affixes) = (self.at(at), self.affixes());
        let phrases = |text: &String, lemma| Phrase::new(text, term.matching, lemma, affixes);
        Some(self.entries[at].renderings.get_or_init(|| {
            Renderings {
                forms: term
                    .forms
                    .iter()
                    .enumerate()
                    .flat_map(|(nth, form)| phrases(&form.text, form.default).into_iter().map(move |phrase| (nth, phrase)))
                    .collect(),
                also: term.also.iter().flat_map(|text| phrases(text, true)).collect(),
                forbidden: term.forbidden.iter().flat_map(|text| phrases(text, true)).collect(),
            }
        }))
    }
}

impl Entry {
    fn of(read: &TermEntry<'_>) -> Self {
        Self {
            name: read.term.id.name.to_owned(),
            span: read.span.clone(),
            message: OnceLock::new(),
            term: OnceLock::new(),
            renderings: OnceLock::new(),
        }
    }
}
