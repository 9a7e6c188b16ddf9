//! The terms of a glossary file, as the renderer and the checks need them.
//!
//! Only terms are read here; what a term's attributes mean is the glossary's business.

use fluent_syntax::ast;

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

/// The terms in `text` that parse, in file order; of two with one name Fluent uses the first.
pub fn read_terms(text: &str) -> Vec<Term> {
    let source = runtime_source(text);
    let shift = text.len() - source.len();
    let offset = |name: &str| name.as_ptr() as usize - source.as_ptr() as usize + shift;
    let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse_runtime(source.as_str());
    let terms = resource.body.iter().filter_map(|entry| match entry {
        ast::Entry::Term(term) => Some(Term {
            name: term.id.name.to_owned(),
            offset: offset(term.id.name),
            value: own::pattern(&term.value),
            attributes: own::attributes(&term.attributes),
            attribute_offsets: term.attributes.iter().map(|attribute| offset(attribute.id.name)).collect(),
        }),
        _ => None,
    });
    terms.collect()
}

/// `text` as the Fluent runtime may parse it: without BOM, entries that are nested too deep made unreadable.
pub fn runtime_source(text: &str) -> String {
    depth::shield(text.strip_prefix('\u{feff}').unwrap_or(text)).0.into_owned()
}
