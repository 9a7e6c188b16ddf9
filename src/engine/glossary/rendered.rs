//! What a sign-off covers of the glossary: the forms that a translation renders, as lines that its ledger keeps.
//!
//! `envoy[case=genitive] = посла` is a form, `envoy.also = глава миссии` a text of `.also`, `envoy = посол` the default form or an
//! inflected one. The translation stays signed as long as today's glossary has the same text in each of these places.

use serde::Serialize;

use crate::engine::render::references;
use crate::format::fluent::Message;

use super::forms::Form;
use super::judge::{Presence, judge};
use super::terms::{Glossary, Occurrence};

/// A term whose text is another than when a translation was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedTerm {
    /// Its name, without `-`, with what chooses the form: `envoy[case=genitive]`.
    pub term: String,
    /// The text then.
    pub old: String,
    /// The text now; `None` when the glossary has none.
    pub new: Option<String>,
}

/// The lines for a translation: the terms it refers to, and those of its source text that it writes out.
pub fn rendered(occurrences: &[Occurrence<'_>], own: &Glossary, message: &Message) -> Vec<String> {
    let mut lines = Vec::new();
    for reference in references(message).terms {
        let place = match own.term(&reference.term).and_then(|term| referred(&term.forms, &reference.arguments)) {
            Some(form) => place_of(&reference.term, form),
            None => reference.term.clone(),
        };
        lines.push(line(&place, own));
    }
    let judgement = judge(occurrences, own, message);
    for (occurrence, presence) in occurrences.iter().zip(&judgement.presences) {
        let name = occurrence.term();
        match presence {
            Presence::Form { form, .. } => {
                lines.extend(occurrence.renderings().get(*form).map(|f| line(&place_of(name, f), own)))
            }
            Presence::Also { span } => {
                let text = message.lines.join("\n").get(span.clone()).map(one_line);
                let listed = occurrence.also().iter().find(|also| text.as_deref().is_some_and(|t| t.eq_ignore_ascii_case(also)));
                let text = listed.cloned().or_else(|| occurrence.also().first().cloned()).unwrap_or_default();
                lines.push(format!("{name}.also = {text}"));
            }
            Presence::Inflected { .. } => lines.push(line(name, own)),
            Presence::Reference { .. }
            | Presence::Kept { .. }
            | Presence::Missing
            | Presence::NotKept
            | Presence::Unspecified => {}
        }
    }
    lines.sort();
    lines.dedup();
    lines
}

/// Which of the terms that `lines` name have another text today.
pub fn changed(lines: &[String], own: &Glossary) -> Vec<ChangedTerm> {
    let one = |line: &String| {
        let (place, old) = line.split_once(" = ").unwrap_or((line.trim_end_matches(" ="), ""));
        let new = match place.strip_suffix(".also") {
            Some(name) => own.term(name).and_then(|term| {
                let forms = term.forms.iter().map(|form| &form.text);
                term.also.iter().chain(forms).map(|text| one_line(text)).find(|text| text == old)
            }),
            None => text_at(place, own),
        };
        (new.as_deref().unwrap_or_default() != old).then(|| ChangedTerm { term: place.to_owned(), old: old.to_owned(), new })
    };
    lines.iter().filter_map(one).collect()
}

/// The lines after a term was given another name.
pub fn renamed(lines: &[String], old: &str, new: &str) -> Vec<String> {
    let one = |line: &String| match line.strip_prefix(old) {
        Some(rest) if rest.starts_with(['[', ' ', '.']) => format!("{new}{rest}"),
        _ => line.clone(),
    };
    let mut lines: Vec<String> = lines.iter().map(one).collect();
    lines.sort();
    lines
}

fn line(place: &str, own: &Glossary) -> String {
    format!("{place} = {}", text_at(place, own).unwrap_or_default())
}

/// Today's text of `name` or `name[selector=key …]`; of a term that only another locale's glossary has, all of it.
fn text_at(place: &str, own: &Glossary) -> Option<String> {
    let name = place.split('[').next().unwrap_or(place);
    let Some(term) = own.term(name) else { return own.canonical_term(name).map(|text| one_line(&text)) };
    let form = if place.contains('[') {
        term.forms.iter().find(|form| place_of(name, form) == place)
    } else {
        term.forms.iter().find(|form| form.default).or(term.forms.first())
    };
    form.map(|form| one_line(&form.text))
}

fn place_of(name: &str, form: &Form) -> String {
    if form.keys.is_empty() {
        return name.to_owned();
    }
    let keys: Vec<String> = form.keys.iter().map(|(selector, key)| format!("{selector}={key}")).collect();
    format!("{name}[{}]", keys.join(" "))
}

/// The form that a reference with these arguments gives.
fn referred<'f>(forms: &'f [Form], arguments: &[(String, String)]) -> Option<&'f Form> {
    let agrees = |form: &Form| (form.keys.iter().filter(|key| arguments.contains(key)).count(), form.default);
    let best = forms.iter().map(agrees).max();
    forms.iter().find(|form| Some(agrees(form)) == best)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
