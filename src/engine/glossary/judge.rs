//! Whether a translation renders the terms that occur in its source text, and how.

use std::collections::HashMap;

use crate::base::Span;
use crate::engine::render::{TermReference, references};
use crate::format::fluent::Message;

use super::affixes::Affixes;
use super::phrase::{Match, Phrase};
use super::term::Matching;
use super::terms::{Glossary, Occurrence, Renderings};
use super::visible::Visible;
use super::word::Fit;
use super::words::Words;

/// How a translation renders a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// By a reference, `{ -term(case: "genitive") }`.
    Reference {
        /// Its named arguments.
        arguments: Vec<(String, String)>,
    },
    /// By one of its forms.
    Form {
        /// Which of [`Occurrence::renderings`].
        form: usize,
        /// Where in the text.
        span: Span,
    },
    /// By a text of `.also`.
    Also {
        /// Where in the text.
        span: Span,
    },
    /// By an inflected form that the glossary does not list.
    Inflected {
        /// Where in the text.
        span: Span,
    },
    /// As the source has it: the term is not to be translated, or stands in a name that is not (`Tor Browser`).
    Kept {
        /// Where in the text.
        span: Span,
    },
    /// Not at all.
    Missing,
    /// Not as the source has it, although the term is not to be translated.
    NotKept,
    /// The glossary of the locale does not say how.
    Unspecified,
}

impl Presence {
    /// The same with the place of the text itself.
    fn placed(self, visible: &Visible<'_>) -> Self {
        match self {
            Self::Form { form, span } => Self::Form { form, span: visible.place(span) },
            Self::Also { span } => Self::Also { span: visible.place(span) },
            Self::Inflected { span } => Self::Inflected { span: visible.place(span) },
            Self::Kept { span } => Self::Kept { span: visible.place(span) },
            other => other,
        }
    }
}

/// A forbidden text in a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which of the occurrences it concerns (the first of its term).
    pub occurrence: usize,
    /// Where in the text.
    pub span: Span,
    /// The text there.
    pub text: String,
}

/// What was found in a translation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgement {
    /// How each of the occurrences is rendered, in their order.
    pub presences: Vec<Presence>,
    /// Forbidden texts, by place.
    pub forbidden: Vec<Found>,
}

/// Judges a translation in Fluent. Spans lie in its lines, joined by line feeds.
pub fn judge(occurrences: &[Occurrence<'_>], target: &Glossary, message: &Message) -> Judgement {
    if occurrences.is_empty() {
        return Judgement::default();
    }
    judge_with(occurrences, target, &plain(&message.lines.join("\n")), &references(message).terms)
}

/// Judges a translation that is plain text.
pub fn judge_text(occurrences: &[Occurrence<'_>], target: &Glossary, text: &str) -> Judgement {
    judge_with(occurrences, target, text, &[])
}

fn judge_with(occurrences: &[Occurrence<'_>], target: &Glossary, text: &str, referred: &[TermReference]) -> Judgement {
    let mut judgement = Judgement::default();
    let mut first_of: HashMap<&str, usize> = HashMap::new();
    let visible = Visible::new(text);
    let words = Words::new(&visible.text, target.affixes().division);
    for (at, occurrence) in occurrences.iter().enumerate() {
        if let Some(first) = first_of.get(occurrence.term()) {
            judgement.presences.push(judgement.presences[*first].clone());
            continue;
        }
        first_of.insert(occurrence.term(), at);
        let (presence, forbidden) = one(occurrence, target, &words, referred);
        judgement.presences.push(presence.placed(&visible));
        judgement.forbidden.extend(forbidden.into_iter().map(|span| {
            let span = visible.place(span);
            Found { occurrence: at, text: text[span.clone()].to_owned(), span }
        }));
    }
    judgement.forbidden.sort_by_key(|found| (found.span.start, found.occurrence));
    judgement
}

/// How one term is rendered, and where its forbidden texts stand.
fn one(occurrence: &Occurrence<'_>, target: &Glossary, words: &Words<'_>, referred: &[TermReference]) -> (Presence, Vec<Span>) {
    let affixes = target.affixes();
    let renderings = target.renderings_of(occurrence.term());
    let mut accepted: Vec<(Match, Presence)> = Vec::new();
    let mut accept = |phrase: &Phrase, as_written: &dyn Fn(Span) -> Presence| {
        accepted.extend(phrase.matches(words, affixes).into_iter().map(|found| {
            let span = found.span(words);
            (found, if found.fit == Fit::Same { as_written(span) } else { Presence::Inflected { span } })
        }));
    };
    if occurrence.keep() {
        let matching = Matching { case: true, word: false, exact: false };
        for phrase in Phrase::new(&occurrence.text, matching, true, affixes) {
            accept(&phrase, &|span| Presence::Kept { span });
        }
    }
    for (form, phrase) in renderings.iter().flat_map(|all| &all.forms).filter(|_| !occurrence.keep()) {
        accept(phrase, &|span| Presence::Form { form: *form, span });
    }
    for phrase in renderings.iter().flat_map(|all| &all.also) {
        accept(phrase, &|span| Presence::Also { span });
    }
    let forbidden = renderings.iter().flat_map(|all| all.forbidden.iter().map(move |phrase| (phrase, *all)));
    let forbidden = forbidden.flat_map(|(phrase, all)| {
        let found = phrase.matches(words, affixes).into_iter();
        found.filter(move |found| !is_right(found, phrase, all, (words, affixes)))
    });
    let mut forbidden: Vec<Match> = forbidden.collect();
    forbidden.retain(|found| !accepted.iter().any(|(other, _)| holds(other, found)));
    accepted.retain(|(found, _)| !forbidden.iter().any(|other| holds(other, found)));
    let mut spans: Vec<Span> = forbidden.iter().map(|found| found.span(words)).collect();
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    if let Some(reference) = referred.iter().find(|reference| reference.term == occurrence.term()) {
        return (Presence::Reference { arguments: reference.arguments.clone() }, spans);
    }
    accepted.sort_by_key(|(found, presence)| (rank(presence), found.first, std::cmp::Reverse(found.end)));
    let presence = accepted.into_iter().next().map(|(_, presence)| presence);
    let without = || match (occurrence.keep(), occurrence.target) {
        (true, _) => Presence::NotKept,
        (false, None) => Presence::Unspecified,
        (false, Some(_)) => {
            let kept = occurrence.name.as_ref().and_then(|name| name.kept_in(words, affixes));
            kept.map_or(Presence::Missing, |span| Presence::Kept { span })
        }
    };
    (presence.unwrap_or_else(without), spans)
}

/// Whether an inflected form of the forbidden `phrase` is a right form of the term where it matters: `los talibanes`, where `los
/// talibán` is forbidden and `talibanes` is the plural.
fn is_right(found: &Match, phrase: &Phrase, all: &Renderings, (words, affixes): (&Words<'_>, &Affixes)) -> bool {
    let mut right = all.forms.iter().map(|(_, form)| form).chain(&all.also).filter(|form| !phrase.has_words_of(form));
    let overlaps = |other: &Match| other.fit == Fit::Same && other.first < found.end && found.first < other.end;
    found.fit != Fit::Same && right.any(|form| form.matches(words, affixes).iter().any(overlaps))
}

/// Whether `outer` covers `inner` and says more about it: it is longer, or agrees better.
fn holds(outer: &Match, inner: &Match) -> bool {
    let covers = outer.first <= inner.first && inner.end <= outer.end;
    covers && ((outer.end - outer.first) > (inner.end - inner.first) || outer.fit < inner.fit)
}

fn rank(presence: &Presence) -> usize {
    match presence {
        Presence::Form { .. } | Presence::Kept { .. } => 0,
        Presence::Also { .. } => 1,
        _ => 2,
    }
}

/// Lines of Fluent with everything blanked, byte for byte, that readers do not see: references, selectors, keys of variants.
pub(super) fn plain(lines: &str) -> String {
    const BLANK: u8 = 1;
    let mut bytes = lines.as_bytes().to_vec();
    // For each brace that is open, whether variants have begun in it.
    let mut open: Vec<bool> = Vec::new();
    let (mut in_key, mut quoted) = (false, false);
    for (at, byte) in lines.bytes().enumerate() {
        let code = open.last() == Some(&false);
        let starts_key = open.last() == Some(&true) && byte == b'[' && begins_line(&lines.as_bytes()[..at]);
        match byte {
            b'"' if code => quoted = !quoted,
            b'{' if !quoted => open.push(false),
            b'}' if !quoted => drop(open.pop()),
            b'>' if code && !quoted && at > 0 && lines.as_bytes()[at - 1] == b'-' => {
                if let Some(last) = open.last_mut() {
                    *last = true;
                }
            }
            _ => {}
        }
        in_key |= starts_key;
        let syntax = code || in_key || (!quoted && matches!(byte, b'{' | b'}'));
        if byte == b']' {
            in_key = false;
        }
        if syntax && byte != b'\n' {
            bytes[at] = BLANK;
        }
    }
    // Bytes outside syntax stay as they are, and syntax is replaced as a whole.
    String::from_utf8(bytes).unwrap_or_else(|_| lines.to_owned())
}

/// Whether only white space, and the star of a default variant, stands before in its line.
fn begins_line(before: &[u8]) -> bool {
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    line.iter().all(|byte| matches!(byte, b' ' | b'*' | b'\t'))
}
