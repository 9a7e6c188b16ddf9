//! Changes single parts of terms, and adds terms; all other bytes of the file stay.

use std::borrow::Cow;

use crate::base::Span;
use crate::model::TermEntry;

use super::super::catalog::Eol;
use super::place::{TermFile, TermPlace};
use super::write::{write_attribute, write_comments, write_term, write_value};

/// What shall become of a term.
#[derive(Debug, Clone, Copy)]
pub struct TermChange<'c> {
    /// Its name.
    pub name: &'c str,
    /// What the file says of it; `None` adds it at the end.
    pub old: Option<&'c TermEntry>,
    /// What the file shall say of it.
    pub new: &'c TermEntry,
}

impl TermFile<'_> {
    /// The file with these changes. Of a term that is there only the parts that differ are written.
    pub fn rewrite(&self, changes: &[TermChange<'_>]) -> String {
        let mut edits: Vec<(Span, String)> = Vec::new();
        for change in changes {
            let (Some(old), Some(place)) = (change.old, self.places.get(change.name)) else { continue };
            edits.extend(edit_term(place, old, change.new));
        }
        // Insertions at one place stay in the order of the attributes: the sort is stable.
        edits.sort_by_key(|(span, _)| (span.start, span.end));
        let mut text = String::with_capacity(self.text.len() + 256);
        let mut done = 0;
        for (span, written) in edits {
            text.push_str(&self.text[done..span.start]);
            if span.is_empty() && !text.is_empty() && !text.ends_with('\n') && !written.is_empty() {
                text.push_str(self.eol.as_str());
            }
            text.push_str(&with_eol(&written, self.eol));
            done = span.end;
        }
        text.push_str(&self.text[done..]);
        for change in changes.iter().filter(|change| change.old.is_none()) {
            append(&mut text, change.name, change.new, self.eol);
        }
        text
    }
}

/// Puts a term at the end, a blank line before it.
fn append(text: &mut String, name: &str, entry: &TermEntry, eol: Eol) {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (is_empty, ends) = (bare.is_empty(), bare.ends_with('\n'));
    let parted = bare.ends_with("\n\n") || bare.ends_with("\r\n\r\n");
    if !is_empty && !ends {
        text.push_str(eol.as_str());
    }
    if !is_empty && !parted {
        text.push_str(eol.as_str());
    }
    text.push_str(&with_eol(&write_term(name, entry), eol));
}

fn edit_term(place: &TermPlace, old: &TermEntry, new: &TermEntry) -> Vec<(Span, String)> {
    let mut edits = Vec::new();
    if old.comments != new.comments {
        edits.push((place.comments.clone(), write_comments(&new.comments)));
    }
    if old.forms != new.forms || old.pattern != new.pattern {
        edits.push((place.value.clone(), write_value(new)));
    }
    for name in TermEntry::ATTRIBUTES {
        if old.attribute(name) != new.attribute(name) {
            edits.extend(edit_attribute(place, name, new.attribute(name).map_or(&[], Vec::as_slice)));
        }
    }
    edits
}

/// The first attribute of the name gets all values, others of the same name go; without one it comes after the last attribute.
fn edit_attribute(place: &TermPlace, name: &str, values: &[String]) -> Vec<(Span, String)> {
    let written = write_attribute(name, values);
    let mut own = place.attributes.iter().filter(|(other, _)| other == name).map(|(_, span)| span.clone());
    match own.next() {
        Some(first) => [(first, written)].into_iter().chain(own.map(|span| (span, String::new()))).collect(),
        None => {
            let end = place.attributes.last().map_or(place.value.end, |(_, span)| span.end);
            vec![(end..end, written)]
        }
    }
}

fn with_eol(text: &str, eol: Eol) -> Cow<'_, str> {
    if eol == Eol::Crlf { Cow::Owned(text.replace('\n', "\r\n")) } else { Cow::Borrowed(text) }
}
