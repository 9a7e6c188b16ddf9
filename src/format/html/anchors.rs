//! Anchors of headings: those an author gave (`{#id}`), or their words joined by hyphens, as code hosts and site generators do.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::base::Span;
use crate::format::markdown::{Body, body_options};

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1–6.
    pub level: u8,
    /// Its words without markup.
    pub text: String,
    /// Where it stands in the body.
    pub span: Span,
    id: Option<String>,
}

/// The headings of `body` in order.
pub fn plain_headings(body: &Body) -> Vec<Heading> {
    headings(Parser::new_ext(&body.text, body_options()).into_offset_iter())
}

/// The headings among the `events` of a body.
pub fn headings<'e>(events: impl Iterator<Item = (Event<'e>, Span)>) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut open: Option<Heading> = None;
    for (event, span) in events {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level, id, .. }), _) => {
                let id = id.map(|id| id.to_string()).filter(|id| is_plain_id(id));
                open = Some(Heading { level: level as u8, text: String::new(), span, id });
            }
            (Event::End(TagEnd::Heading(_)), _) => headings.extend(open.take()),
            (Event::Text(text) | Event::Code(text), Some(heading)) => heading.text.push_str(&text),
            (Event::SoftBreak | Event::HardBreak, Some(heading)) => heading.text.push(' '),
            _ => {}
        }
    }
    headings
}

/// The anchors of `headings` in order, each with the index of its unit; `starts` says where the units begin.
pub fn anchors(headings: &[Heading], starts: &[Option<usize>]) -> Vec<(Option<usize>, String)> {
    let mut taken = BTreeSet::new();
    let mut anchor = |heading: &Heading| {
        let anchor = distinct(heading.id.clone().unwrap_or_else(|| slug(&heading.text)), &mut taken);
        (starts.iter().position(|start| start.is_some_and(|start| heading.span.contains(&start))), anchor)
    };
    headings.iter().map(&mut anchor).collect()
}

/// `anchor`, with a number when it was taken before.
pub(super) fn distinct(anchor: String, taken: &mut BTreeSet<String>) -> String {
    let mut name = anchor.clone();
    let mut number = 0;
    while !taken.insert(name.clone()) {
        number += 1;
        name = format!("{anchor}-{number}");
    }
    name
}

/// The words of `text` in small letters, joined by hyphens.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            ' ' | '\u{A0}' => slug.push('-'),
            '-' | '_' => slug.push(c),
            c if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            _ => {}
        }
    }
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// Whether an author's id can be an anchor.
fn is_plain_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 100 && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
}
