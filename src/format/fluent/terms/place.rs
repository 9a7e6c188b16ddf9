//! Where the terms of a glossary file, and the parts of each, stand in it.

use std::collections::HashMap;

use crate::base::{LineIndex, Position, Span};

use super::super::catalog::{EntryKind, Eol};
use super::super::glossary::read_terms;
use super::super::read::read;

/// A glossary file with the places of its terms; of two terms with one name the first counts.
#[derive(Debug)]
pub struct TermFile<'t> {
    pub(super) text: &'t str,
    pub(super) eol: Eol,
    pub(super) places: HashMap<String, TermPlace>,
}

/// The places of a term's parts.
#[derive(Debug)]
pub(super) struct TermPlace {
    /// Its name.
    name: usize,
    /// Its comment lines.
    pub comments: Span,
    /// What stands behind `=`, its last line end included.
    pub value: Span,
    /// Its attributes by name, each with its whole lines.
    pub attributes: Vec<(String, Span)>,
}

impl<'t> TermFile<'t> {
    /// Finds the terms of a file that parse.
    pub fn read(text: &'t str) -> Self {
        let catalog = read(text);
        let spans = catalog.entries.iter().filter(|entry| matches!(entry.kind, EntryKind::Term(_))).map(|entry| &entry.span);
        let spans: Vec<Span> = spans.cloned().collect();
        let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
        let mut places = HashMap::new();
        for term in read_terms(text) {
            let at = spans.partition_point(|span| span.end <= term.offset);
            let Some(span) = spans.get(at).filter(|span| span.contains(&term.offset)) else { continue };
            let starts: Vec<usize> = term.attribute_offsets.iter().map(|at| line_start(*at)).collect();
            let ends = starts.iter().skip(1).copied().chain([span.end]);
            let names = term.attributes.iter().map(|attribute| attribute.id.name.clone());
            let name_end = term.offset + term.name.len();
            let Some(equals) = text[name_end..].find('=') else { continue };
            let place = TermPlace {
                name: term.offset,
                comments: span.start..term.offset - 1,
                value: name_end + equals + 1..starts.first().copied().unwrap_or(span.end),
                attributes: names.zip(starts.iter().copied().zip(ends).map(|(start, end)| start..end)).collect(),
            };
            places.entry(term.name).or_insert(place);
        }
        Self { text, eol: catalog.eol, places }
    }

    /// Where each term's name stands.
    pub fn positions(&self) -> HashMap<&str, Position> {
        let lines = LineIndex::new(self.text);
        self.places.iter().map(|(name, place)| (name.as_str(), lines.position(place.name))).collect()
    }

    /// The comment lines above a term, without `# `.
    pub fn comments(&self, name: &str) -> Vec<String> {
        let Some(place) = self.places.get(name) else { return Vec::new() };
        let bare = |line: &str| {
            let line = line.strip_prefix('#').unwrap_or(line);
            line.strip_prefix(' ').unwrap_or(line).to_owned()
        };
        self.text[place.comments.clone()].lines().filter(|line| line.starts_with('#')).map(bare).collect()
    }

    /// What stands behind the `=` of a term, as it is written, with line feeds at the ends of its lines.
    pub fn value(&self, name: &str) -> Option<String> {
        let place = self.places.get(name)?;
        Some(self.text[place.value.clone()].trim_end_matches(['\r', '\n']).replace("\r\n", "\n"))
    }
}
