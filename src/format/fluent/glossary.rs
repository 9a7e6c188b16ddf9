//! The terms of a glossary file, as the renderer and the checks need them.
//!
//! Only terms are read here; what a term's attributes mean is the glossary's business.

use std::borrow::Cow;

use fluent_syntax::ast;

use crate::base::Span;

use super::catalog::Message;
use super::layout::CURRENT_INDENT;
use super::skim::skim;
use super::{depth, own};

/// A Fluent term, owned.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its name, without the `-`.
    pub name: String,
    /// Byte offset of the name in the file.
    pub offset: usize,
    /// Its value.
    pub value: ast::Pattern<String>,
    /// Its attributes in file order.
    pub attributes: Vec<ast::Attribute<String>>,
    /// Byte offsets of the attributes' names in the file, in the same order.
    pub attribute_offsets: Vec<usize>,
}

/// A Fluent term as it stands in its file.
#[derive(Debug)]
pub struct TermEntry<'t> {
    /// The term.
    pub term: ast::Term<&'t str>,
    /// Byte offset of its name in the file.
    pub offset: usize,
    /// From its `-` to where the next entry begins; comments between them are in it.
    pub span: Span,
    /// Byte offsets of the attributes' names in the file.
    pub attribute_offsets: Vec<usize>,
}

/// What a glossary file holds.
#[derive(Debug)]
pub struct TermEntries<'t> {
    /// The terms that parse, in file order; of two with one name Fluent uses the first.
    pub terms: Vec<TermEntry<'t>>,
    /// All that stands there are terms that parse and comments without a `[todo]`: reading it as a catalog would find nothing wrong.
    pub plain: bool,
}

/// Gives `visit` the terms of a glossary file, which borrow from what is parsed.
pub fn visit_terms<T>(text: &str, visit: impl FnOnce(TermEntries<'_>) -> T) -> T {
    let source = shielded(text);
    let shift = text.len() - source.len();
    let offset = |name: &str| name.as_ptr() as usize - source.as_ptr() as usize + shift;
    let parsed = fluent_syntax::parser::parse_runtime(source.as_ref());
    let mut plain = parsed.is_ok() && !text.contains("[todo]");
    let (Ok(resource) | Err((resource, _))) = parsed;
    let mut terms: Vec<TermEntry<'_>> = Vec::with_capacity(resource.body.len());
    let mut open = false;
    for entry in resource.body {
        let start = match &entry {
            ast::Entry::Term(term) => offset(term.id.name) - 1,
            ast::Entry::Message(message) => offset(message.id.name),
            ast::Entry::Junk { content } => offset(content),
            // The runtime's parser passes over comments.
            ast::Entry::Comment(_) | ast::Entry::GroupComment(_) | ast::Entry::ResourceComment(_) => continue,
        };
        if let Some(last) = terms.last_mut().filter(|_| open) {
            last.span.end = start;
        }
        open = matches!(entry, ast::Entry::Term(_));
        plain &= open;
        if let ast::Entry::Term(term) = entry {
            let attribute_offsets = term.attributes.iter().map(|attribute| offset(attribute.id.name)).collect();
            terms.push(TermEntry { offset: start + 1, span: start..text.len(), attribute_offsets, term });
        }
    }
    visit(TermEntries { terms, plain })
}

/// As [`visit_terms`], for whoever needs neither values nor the attributes called `unread`: a file may be given without them.
pub fn skim_terms<T>(text: &str, unread: &[&str], visit: impl FnOnce(TermEntries<'_>) -> T) -> T {
    match skim(text, unread) {
        Some(terms) => visit(TermEntries { terms, plain: true }),
        None => visit_terms(text, visit),
    }
}

/// The terms in `text` that parse, in file order; of two with one name Fluent uses the first.
pub fn read_terms(text: &str) -> Vec<Term> {
    let owned = |entry: TermEntry<'_>| Term {
        name: entry.term.id.name.to_owned(),
        offset: entry.offset,
        value: own::pattern(&entry.term.value),
        attributes: own::attributes(&entry.term.attributes),
        attribute_offsets: entry.attribute_offsets,
    };
    visit_terms(text, |entries| entries.terms.into_iter().map(owned).collect())
}

/// The term that stands alone in `text`, as a message is held; `None` when that is not what stands there.
pub fn read_term(text: &str) -> Option<Message> {
    visit_terms(text, |entries| {
        let term = entries.terms.first().map(|entry| &entry.term)?;
        let value = Some(own::pattern(&term.value));
        Some(Message { value, attributes: own::attributes(&term.attributes), lines: Vec::new(), indent: CURRENT_INDENT })
    })
}

/// `text` as the Fluent runtime may parse it: without BOM, entries that are nested too deep made unreadable.
pub fn runtime_source(text: &str) -> String {
    shielded(text).into_owned()
}

fn shielded(text: &str) -> Cow<'_, str> {
    depth::shield(text.strip_prefix('\u{feff}').unwrap_or(text)).0
}
