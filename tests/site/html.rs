//! What tests look for in a page: tags with their attributes. A small reader for pages that the tool wrote.

use std::collections::BTreeMap;

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// What stands between it and the next tag.
    pub text: String,
}

impl Tag {
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// The start tags of a page called `name`.
pub fn find(page: &str, name: &str) -> Vec<Tag> {
    tags(page).into_iter().filter(|tag| tag.name == name).collect()
}

/// All start tags of a page, comments and declarations left out.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.split_once("-->").expect("a comment ends").1;
            continue;
        }
        let end = rest.find('>').expect("a tag ends");
        let inner = &rest[1..end];
        rest = &rest[end + 1..];
        if inner.starts_with(['/', '!', '?']) {
            continue;
        }
        let (name, attributes) = inner.split_once([' ', '\n']).unwrap_or((inner, ""));
        let text = rest[..rest.find('<').unwrap_or(rest.len())].to_owned();
        found.push(Tag { name: name.to_owned(), attributes: attributes_of(attributes), text: decode(&text) });
    }
    found
}

fn attributes_of(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut rest = text.trim().trim_end_matches('/').trim_end();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            (value, rest) = quoted.split_once('"').expect("values are quoted");
        }
        assert!(found.insert(name, decode(value)).is_none(), "an attribute twice: {text}");
        rest = rest.trim_start();
    }
    found
}

/// The character references that the tool writes, undone.
pub fn decode(text: &str) -> String {
    let named =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2f;", "/"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Asserts that `text` is well-formed XML: one root, every element closed in order, every `&` a reference.
pub fn assert_well_formed(text: &str, about: &str) {
    let body =
        text.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").unwrap_or_else(|| panic!("{about} has no declaration"));
    let mut open: Vec<&str> = Vec::new();
    let mut roots = 0;
    let mut rest = body.trim_end();
    while let Some(at) = rest.find('<') {
        assert!(!open.is_empty() || rest[..at].trim().is_empty(), "{about}: text outside the root");
        check_references(&rest[..at], about);
        let end = rest[at..].find('>').unwrap_or_else(|| panic!("{about}: a tag does not end")) + at;
        let tag = &rest[at + 1..end];
        check_references(tag, about);
        assert!(!tag.contains('<'), "{about}: `<` inside a tag: {tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{about}");
        } else {
            roots += usize::from(open.is_empty());
            if !tag.ends_with('/') {
                open.push(tag.split_whitespace().next().expect("a name"));
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && roots == 1 && rest.trim().is_empty(), "{about}: {open:?}, {roots} roots, {rest:?}");
    let forbidden = text.chars().find(|c| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    assert_eq!(forbidden, None, "{about}");
}

fn check_references(text: &str, about: &str) {
    for (at, _) in text.match_indices('&') {
        let reference = text[at..].split(';').next().unwrap_or_default();
        assert!(matches!(reference, "&amp" | "&lt" | "&gt" | "&quot" | "&#39"), "{about}: {reference}");
    }
}
