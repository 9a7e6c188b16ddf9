//! The text of a unit: Markdown inline text with protected parts as placeables, cut into segments.

use std::collections::BTreeMap;

/// A piece of a unit's text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Element {
    /// Markdown inline text. A hard break is a backslash and a line feed; there is no other line feed in it.
    Text(String),
    /// A protected part by name, without the `$`: `html-1`, `code-2`. Its content is in the unit's [`Placeables`].
    Placeable(String),
}

/// A text as a sequence of pieces; adjacent `Text` elements are allowed and mean their concatenation.
pub type Elements = Vec<Element>;

/// Contents of a unit's protected parts by name (`html-1` → `<br>`), raw as they stand in the article.
pub type Placeables = BTreeMap<String, String>;

/// A unit's text, one entry per segment (sentence).
///
/// Neighbouring segments are joined as the script does: nothing between two Han, Kana or full-width neighbours,
/// one space otherwise, unless a segment ends with white space of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct UnitText {
    /// The segments in order; empty only for an empty text.
    pub segments: Vec<Elements>,
}

/// The plain string of `elements`, placeables replaced by their contents; a placeable without content stands as `{ $name }`.
pub fn flatten(elements: &[Element], placeables: &Placeables) -> String {
    let mut flat = String::new();
    for element in elements {
        match element {
            Element::Text(text) => flat.push_str(text),
            Element::Placeable(name) => match placeables.get(name) {
                Some(content) => flat.push_str(content),
                None => flat.push_str(&format!("{{ ${name} }}")),
            },
        }
    }
    flat
}
