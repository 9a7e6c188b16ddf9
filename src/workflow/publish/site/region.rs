//! Parts of a page that depend on which other pages are out. They stand between comments, which no text can contain because
//! every `<` of a text is escaped, so that they can be replaced in a page that was written before.

use memchr::memmem;

use crate::base::Span;

/// The parts, as templates name them.
pub(super) const ALTERNATES: &str = "alternates";
/// The linked data.
pub(super) const DATA: &str = "data";
/// The links to other languages.
pub(super) const SWITCHER: &str = "switcher";
/// What the reader should know of the text.
pub(super) const NOTICE: &str = "notice";

fn marks(name: &str) -> (String, String) {
    (format!("<!--tarjuman:{name}-->"), format!("<!--/tarjuman:{name}-->"))
}

/// A part with this content.
pub(super) fn wrap(name: &str, content: &str) -> String {
    let (open, close) = marks(name);
    format!("{open}{content}{close}")
}

/// Where the content of a part stands in a page.
fn place(page: &str, name: &str) -> Option<Span> {
    let (open, close) = marks(name);
    let find = |from: usize, mark: &str| memmem::find(&page.as_bytes()[from..], mark.as_bytes()).map(|at| from + at);
    let start = find(0, &open)? + open.len();
    Some(start..find(start, &close)?)
}

/// What a page has in a part; `None` when its template leaves it out.
pub(super) fn content<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    place(page, name).map(|place| &page[place])
}

/// Gives a part of a page another content, if the page has the part.
pub(super) fn replace(page: &mut String, name: &str, content: &str) {
    if let Some(place) = place(page, name) {
        page.replace_range(place, content);
    }
}
