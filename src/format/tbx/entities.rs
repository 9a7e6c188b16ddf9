//! Entities of an XML document: those of XML itself, and those that its own declaration defines, as far as they stay small.
//!
//! Nothing outside of the document is ever read. An entity that holds markup, or that grows beyond a limit, gives no text.

use std::collections::BTreeMap;

/// How deep entities may refer to one another.
const DEEPEST: usize = 8;
/// How many bytes the entities of one document may become together.
const MOST_BYTES: usize = 64 << 10;

/// The entities that a document may use.
#[derive(Debug, Default)]
pub(super) struct Entities {
    /// Texts by name; `None` for those that lie outside of the document.
    defined: BTreeMap<String, Option<String>>,
    /// Bytes that entities have become so far.
    grown: usize,
}

impl Entities {
    /// Reads the entities of a document type declaration; parameter entities and everything else in it count for nothing.
    pub fn declare(&mut self, doctype: &str) {
        let mut rest = doctype;
        while let Some(at) = rest.find("<!") {
            rest = &rest[at + 2..];
            if let Some(comment) = rest.strip_prefix("--") {
                rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let Some(declaration) = rest.strip_prefix("ENTITY") else { continue };
            let declaration = declaration.trim_start();
            let Some((name, value)) = declaration.split_once(char::is_whitespace) else { continue };
            if name.starts_with('%') {
                continue;
            }
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let text = quote.and_then(|quote| value[1..].split_once(quote)).map(|(text, _)| text.to_owned());
            // The first declaration of a name binds (XML 1.0, section 4.2).
            self.defined.entry(name.to_owned()).or_insert(text);
        }
    }

    /// The text of `&name;`; `Err` says why there is none.
    pub fn resolve(&mut self, name: &str) -> Result<String, &'static str> {
        let text = self.expand(name, 0)?;
        self.grown += text.len();
        if self.grown > MOST_BYTES { Err("the entities of the document become too large") } else { Ok(text) }
    }

    /// A text with its references resolved; those that cannot be are left out, and the first reason is given.
    pub fn resolve_all(&mut self, raw: &str) -> (String, Option<&'static str>) {
        let mut problem = None;
        let mut text = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some((before, after)) = rest.split_once('&') {
            text.push_str(before);
            let Some((name, after)) = after.split_once(';') else {
                rest = after;
                continue;
            };
            match self.resolve(name) {
                Ok(own) => text.push_str(&own),
                Err(why) => problem = problem.or(Some(why)),
            }
            rest = after;
        }
        text.push_str(rest);
        (text, problem)
    }

    fn expand(&self, name: &str, depth: usize) -> Result<String, &'static str> {
        if let Some(number) = name.strip_prefix('#') {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => number.parse().ok(),
            };
            let c = code.and_then(char::from_u32).filter(|c| *c != '\0');
            return c.map(String::from).ok_or("a character reference that names no character");
        }
        if let Some(text) = quick_xml::escape::resolve_predefined_entity(name) {
            return Ok(text.to_owned());
        }
        let value = self.defined.get(name).ok_or("an entity that the document does not define")?;
        let value = value.as_deref().ok_or("an entity that lies outside of the document is not read")?;
        if depth == DEEPEST {
            return Err("entities refer to one another too deeply");
        }
        if value.contains('<') {
            return Err("an entity that holds markup is not read");
        }
        let mut text = String::new();
        let mut rest = value;
        while let Some((before, after)) = rest.split_once('&') {
            text.push_str(before);
            let (name, after) = after.split_once(';').ok_or("an entity that is not closed")?;
            text.push_str(&self.expand(name, depth + 1)?);
            rest = after;
            if text.len() + self.grown > MOST_BYTES {
                return Err("the entities of the document become too large");
            }
        }
        text.push_str(rest);
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Entities;

    #[test]
    fn entities_stay_small_and_inside_the_document() {
        let mut entities = Entities::default();
        let bomb: String = (1..30).map(|n| format!("<!ENTITY l{n} \"&l{0};&l{0};&l{0};&l{0};\">", n - 1)).collect();
        entities.declare(&format!(
            "tbx [<!ENTITY l0 \"lol\"><!ENTITY out SYSTEM \"file:///etc/hosts\"><!ENTITY a \"x&amp;y\">{bomb}]"
        ));
        assert_eq!(entities.resolve("a"), Ok("x&y".to_owned()));
        assert_eq!(entities.resolve("l2").map(|text| text.len()), Ok(48));
        assert!(entities.resolve("l29").is_err());
        assert!(entities.resolve("out").is_err());
        assert_eq!(entities.resolve("#x627"), Ok("\u{627}".to_owned()));
        assert!(entities.resolve("#0").is_err() && entities.resolve("nbsp").is_err());
    }

    #[test]
    fn many_references_to_one_entity_end_at_the_limit() {
        let mut entities = Entities::default();
        entities.declare(&format!("<!ENTITY a \"{}\">", "x".repeat(60_000)));
        assert!((0..20).any(|_| entities.resolve("a").is_err()));
    }
}
