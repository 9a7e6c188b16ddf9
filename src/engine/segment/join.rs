//! Putting segments back together as their script does (DESIGN §4.5).

use crate::base::joins_without_space;
use crate::model::{Element, Elements, UnitText};

/// The text of all segments in one sequence; adjacent `Text` elements are merged, empty ones left out.
///
/// Between two segments stands nothing if the first ends with white space of its own or both neighbours are written
/// without spaces, and one space otherwise. A placeable counts as a word that needs a space.
pub fn join_segments(text: &UnitText) -> Elements {
    let mut joined = Elements::new();
    for segment in &text.segments {
        if needs_space(&joined, segment) {
            push_text(&mut joined, " ");
        }
        for element in segment {
            match element {
                Element::Text(text) => push_text(&mut joined, text),
                Element::Placeable(_) => joined.push(element.clone()),
            }
        }
    }
    joined
}

/// Whether the segments of `text` joined are `whole`.
pub fn joins_to(text: &UnitText, whole: &[Element]) -> bool {
    let is_text = |segment: &Elements| matches!(segment.as_slice(), [Element::Text(text)] if !text.is_empty());
    let ([Element::Text(whole_text)], true) = (whole, text.segments.iter().all(is_text)) else {
        return join_segments(text) == join_segments(&UnitText { segments: vec![whole.to_vec()] });
    };
    let mut rest = whole_text.as_str();
    let mut before = "";
    for segment in &text.segments {
        let [Element::Text(next)] = segment.as_slice() else { return false };
        let space = if space_between(before, next) { " " } else { "" };
        let Some(after) = rest.strip_prefix(space).and_then(|rest| rest.strip_prefix(next.as_str())) else { return false };
        (rest, before) = (after, next);
    }
    rest.is_empty()
}

/// Whether a space stands between what is joined already and the segment that follows.
fn needs_space(joined: &[Element], next: &[Element]) -> bool {
    let first = next.iter().find(|element| !matches!(element, Element::Text(text) if text.is_empty()));
    match (joined.last(), first) {
        (None, _) | (_, None) => false,
        (Some(Element::Text(before)), Some(Element::Text(after))) => space_between(before, after),
        (Some(Element::Text(before)), Some(Element::Placeable(_))) => !before.ends_with(char::is_whitespace),
        (Some(Element::Placeable(_)), _) => true,
    }
}

/// Whether joining `before` and `after` puts a space between them.
pub(super) fn space_between(before: &str, after: &str) -> bool {
    match (before.chars().next_back(), after.chars().next()) {
        (Some(before), Some(after)) => !before.is_whitespace() && !joins_without_space(before, after),
        _ => false,
    }
}

/// Appends to the last `Text` element, or begins one.
pub(super) fn push_text(elements: &mut Elements, text: &str) {
    match elements.last_mut() {
        _ if text.is_empty() => {}
        Some(Element::Text(last)) => last.push_str(text),
        _ => elements.push(Element::Text(text.to_owned())),
    }
}
