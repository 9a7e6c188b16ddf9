//! A term with what its attributes say: `.also`, `.forbidden`, `.definition`, `.translate`, `.match`, `.gender`, `.status`.
//!
//! An attribute with several values has one on each line. What is not known is reported with its place and has no effect.

use fluent_syntax::ast::{Pattern, PatternElement};

use crate::base::{Diagnostic, LineIndex, Place, Severity};
use crate::format::fluent::{Message, TermEntry};

use super::forms::{self, Form, Referred};

/// One fixed term of one locale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Term {
    /// Its name, without the `-`; the same in every locale.
    pub name: String,
    /// Byte offset of the name in the glossary file.
    pub offset: usize,
    /// Its forms: one for each variant, in file order.
    pub forms: Vec<Form>,
    /// `.also`: other accepted texts.
    pub also: Vec<String>,
    /// `.forbidden`: texts that must not be used for it.
    pub forbidden: Vec<String>,
    /// `.definition`, on one line.
    pub definition: Option<String>,
    /// `.translate = no`: translations keep the text of the source.
    pub keep: bool,
    /// `.match`: how its text is compared.
    pub matching: Matching,
    /// `.gender`: the grammatical gender.
    pub gender: Option<Gender>,
    /// `.status`: what the terminologists say of it.
    pub status: Option<Status>,
}

/// How a term's text is compared with a text; by default inflected forms count and case does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Matching {
    /// `case`: letters must have the same case.
    pub case: bool,
    /// `word`: whole words only, nothing compounded with others; they may be inflected.
    pub word: bool,
    /// `exact`: the text as it is written, not inflected, in the same case.
    pub exact: bool,
}

/// The grammatical gender of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// `masculine`.
    Masculine,
    /// `feminine`.
    Feminine,
    /// `neuter`.
    Neuter,
    /// `common`, as in Dutch, Danish and Swedish.
    Common,
    /// `other`.
    Other,
}

/// The status of a term (TBX-Basic, administrative status).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// `preferred`.
    Preferred,
    /// `admitted`.
    Admitted,
    /// `deprecated`.
    Deprecated,
    /// `superseded`.
    Superseded,
}

/// Attributes that may hold any text, and so cannot be wrong.
pub const FREE_TEXT: [&str; 3] = ["also", "forbidden", "definition"];

/// Of several entries with one name the first counts: the indices of those that do, and what is wrong with what they say.
pub fn check(text: &str, entries: &[TermEntry<'_>]) -> (Vec<usize>, Vec<Diagnostic>) {
    let name = |at: usize| entries[at].term.id.name;
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_unstable_by_key(|&at| (name(at), at));
    let mut repeated: Vec<usize> = Vec::new();
    order.dedup_by(|at, first| {
        let again = name(*at) == name(*first);
        repeated.extend(again.then_some(*at));
        again
    });
    let find = |wanted: &str| order.binary_search_by_key(&wanted, |&at| name(at)).ok().map(|nth| &entries[order[nth]].term.value);
    let mut reader = Reader { found: Vec::new() };
    repeated.sort_unstable();
    let firsts: Vec<usize> = (0..entries.len()).filter(|at| repeated.binary_search(at).is_err()).collect();
    for entry in firsts.iter().map(|&at| &entries[at]) {
        let mut term = Term { name: entry.term.id.name.to_owned(), ..Term::default() };
        for (attribute, offset) in entry.term.attributes.iter().zip(&entry.attribute_offsets) {
            if !FREE_TEXT.contains(&attribute.id.name) {
                reader.attribute(&mut term, attribute.id.name, values(&attribute.value, &find), *offset);
            }
        }
    }
    for &at in &repeated {
        let message = format!("`-{}` is defined twice; the first one counts", name(at));
        reader.report("repeated-term", message, entries[at].offset, "remove one of the two");
    }
    (firsts, reader.diagnostics(text))
}

/// The term that `message` defines (one without forms for `None`), its name at byte `offset` of the file. `terms` gives those that it may refer to.
pub fn read<'a>(name: &str, offset: usize, message: Option<&Message>, terms: &Referred<'a, String>) -> Term {
    let mut term = Term { name: name.to_owned(), offset, ..Term::default() };
    let Some(message) = message else { return term };
    term.forms = message.value.as_ref().map(|value| forms::expand(value, terms)).unwrap_or_default();
    let mut reader = Reader { found: Vec::new() };
    for attribute in &message.attributes {
        reader.attribute(&mut term, &attribute.id.name, values(&attribute.value, terms), offset);
    }
    term
}

/// The values of an attribute, one for each line of its text.
fn values<'a, S: AsRef<str>>(pattern: &Pattern<S>, terms: &Referred<'a, S>) -> Vec<String> {
    match pattern.elements.as_slice() {
        [PatternElement::TextElement { value }] => lines(value.as_ref()),
        _ => forms::expand(pattern, terms).iter().flat_map(|form| lines(&form.text)).collect(),
    }
}

struct Reader {
    /// What was found, each with its byte offset.
    found: Vec<(usize, Diagnostic)>,
}

impl Reader {
    fn attribute(&mut self, term: &mut Term, name: &str, values: Vec<String>, offset: usize) {
        match name {
            "also" => term.also.extend(values),
            "forbidden" => term.forbidden.extend(values),
            "definition" => term.definition = Some(values.join(" ")),
            "translate" => self.values(name, values, offset, |value| {
                term.keep = value == "no";
                matches!(value, "no" | "yes")
            }),
            "match" => self.values(name, values, offset, |value| term.matching.add(value)),
            "gender" => self.values(name, values, offset, |value| {
                term.gender = Gender::find(value).or(term.gender);
                Gender::find(value).is_some()
            }),
            "status" => self.values(name, values, offset, |value| {
                term.status = Status::find(value).or(term.status);
                Status::find(value).is_some()
            }),
            _ => {
                let message = format!("`.{name}` of `-{}` is not known and has no effect", term.name);
                let known = "known are `.also`, `.forbidden`, `.definition`, `.translate`, `.match`, `.gender` and `.status`";
                self.report("unknown-term-attribute", message, offset, known);
            }
        }
    }

    /// Hands each value to `take`, and reports those of which it says that they mean nothing.
    fn values(&mut self, name: &str, values: Vec<String>, offset: usize, mut take: impl FnMut(&str) -> bool) {
        for value in values.iter().filter(|value| !take(value)) {
            let known = match name {
                "translate" => "`no` or `yes`",
                "match" => "`case`, `word` or `exact`, each on a line of its own",
                "gender" => "`masculine`, `feminine`, `neuter`, `common` or `other`",
                _ => "`preferred`, `admitted`, `deprecated` or `superseded`",
            };
            let message = format!("`{value}` means nothing as `.{name}`");
            self.report("unknown-term-value", message, offset, &format!("write {known}"));
        }
    }

    fn report(&mut self, code: &'static str, message: String, offset: usize, help: &str) {
        let diagnostic = Diagnostic::new(code, message, Place::default()).severity(Severity::Warning).help(help);
        self.found.push((offset, diagnostic));
    }

    /// What was found, in file order.
    fn diagnostics(mut self, text: &str) -> Vec<Diagnostic> {
        if self.found.is_empty() {
            return Vec::new();
        }
        self.found.sort_by_key(|(offset, _)| *offset);
        let lines = LineIndex::new(text);
        let placed = self.found.into_iter().map(|(offset, mut diagnostic)| {
            diagnostic.place = Place::at(lines.position(offset));
            diagnostic
        });
        placed.collect()
    }
}

impl Matching {
    /// Adds what a value of `.match` says; false when it means nothing.
    fn add(&mut self, value: &str) -> bool {
        match value {
            "case" => self.case = true,
            "word" => self.word = true,
            "exact" => self.exact = true,
            _ => return false,
        }
        true
    }
}

impl Gender {
    /// Every gender with the word that stands for it in a glossary.
    pub const ALL: [(&'static str, Self); 5] = [
        ("masculine", Self::Masculine),
        ("feminine", Self::Feminine),
        ("neuter", Self::Neuter),
        ("common", Self::Common),
        ("other", Self::Other),
    ];

    fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(own, _)| *own == word).map(|(_, gender)| gender)
    }
}

impl Status {
    /// Every status with the word that stands for it in a glossary.
    pub const ALL: [(&'static str, Self); 4] = [
        ("preferred", Self::Preferred),
        ("admitted", Self::Admitted),
        ("deprecated", Self::Deprecated),
        ("superseded", Self::Superseded),
    ];

    fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(own, _)| *own == word).map(|(_, status)| status)
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
