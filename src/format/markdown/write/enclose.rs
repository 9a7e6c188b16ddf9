//! A pair of tags of the tool's own around a text, such as those that give a fallback its language and direction.
//!
//! What the text itself says may neither close the first of them nor stand between it and its partner unpaired.

use crate::model::{Element, Elements, Placeables};

use super::plan::Piece;

/// Names of the two tags; no article can have them, placeables of articles are numbered.
const OPEN: &str = "html-enclosing-open";
const CLOSE: &str = "html-enclosing-close";

/// Puts the tags `open` and `close` around a text.
pub fn enclose(elements: &mut Elements, placeables: &mut Placeables, open: String, close: String) {
    placeables.insert(OPEN.to_owned(), open);
    placeables.insert(CLOSE.to_owned(), close);
    elements.insert(0, Element::Placeable(OPEN.to_owned()));
    elements.push(Element::Placeable(CLOSE.to_owned()));
}

/// What stands between the tags that [`enclose`] put around `elements`; `plan` is what they mean. `None` for a text without.
pub(super) fn enclosed<'p>(elements: &[Element], plan: &'p [Piece]) -> Option<&'p [Piece]> {
    let is = |element: &Element, tag: &str| matches!(element, Element::Placeable(name) if name == tag);
    match (elements, plan) {
        ([first, .., last], [Piece::Raw(_), between @ .., Piece::Raw(_)]) if is(first, OPEN) && is(last, CLOSE) => Some(between),
        _ => None,
    }
}
