//! Parts of a page that depend on which other pages are out. They stand between comments, which no text can contain because
//! every `<` of a text is escaped, so that they can be replaced in a page that was written before.

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

/// What a page has in a part; `None` when its template leaves it out.
pub(super) fn content<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    let (open, close) = marks(name);
    let (_, rest) = page.split_once(&open)?;
    rest.split_once(&close).map(|(content, _)| content)
}

/// The page with another content in a part, if it has the part.
pub(super) fn replace(page: &str, name: &str, content: &str) -> String {
    let (open, close) = marks(name);
    let Some(start) = page.find(&open).map(|at| at + open.len()) else { return page.to_owned() };
    let Some(end) = page[start..].find(&close).map(|at| start + at) else { return page.to_owned() };
    format!("{}{content}{}", &page[..start], &page[end..])
}
