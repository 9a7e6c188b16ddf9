//! Where texts that are no terms of a glossary stand in a translation, compared as terms are.

use crate::base::Span;
use crate::format::fluent::Message;

use super::judge::plain;
use super::phrase::Phrase;
use super::term::Matching;
use super::terms::Glossary;
use super::word::Fit;
use super::words::Words;

/// A place where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPlace {
    /// Which of the texts.
    pub text: usize,
    /// The bytes.
    pub span: Span,
    /// Whether it stands in this form; inflected otherwise.
    pub same: bool,
}

/// Every place where one of `texts`, in whatever form, stands in the lines of `message`, joined by line feeds; by place, those that
/// are longest first. Words are compared as the glossary's language does it.
pub fn places(texts: &[String], glossary: &Glossary, message: &Message) -> Vec<TextPlace> {
    let lines = plain(&message.lines.join("\n"));
    let affixes = glossary.affixes();
    let words = Words::new(&lines, affixes.division);
    let mut found: Vec<TextPlace> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        for phrase in Phrase::new(text, Matching::default(), true, affixes) {
            let places = phrase.matches(&words, affixes).into_iter();
            found.extend(places.map(|place| TextPlace { text: at, span: place.span(&words), same: place.fit == Fit::Same }));
        }
    }
    found.sort_by_key(|place| (place.span.start, std::cmp::Reverse(place.span.end), !place.same, place.text));
    found.dedup();
    found
}
