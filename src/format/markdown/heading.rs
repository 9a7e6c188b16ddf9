//! The end of a heading's text: before its closing `##` (CommonMark 0.31 §4.2) and before attributes such as `{#id .class}`.
//!
//! Attributes are an extension of several site generators; where nobody reads them they are carried just the same.

/// The length of the text of `heading`, which begins after its opening `#`s and ends with its line.
pub(super) fn text_length(heading: &str, atx: bool) -> usize {
    let closed = |text| if atx { without_closing(text) } else { text };
    let text = closed(heading);
    without_attributes(text).map_or(text, closed).len()
}

fn without_closing(heading: &str) -> &str {
    let without = heading.trim_end_matches('#');
    if without.is_empty() || without.ends_with([' ', '\t']) { without.trim_end_matches([' ', '\t']) } else { heading }
}

/// The heading before `{#id .class}`, `{ #id }`, `{key=value}` or `{/* id */}` at its end; `None` without.
fn without_attributes(heading: &str) -> Option<&str> {
    let (before, inner) = heading.strip_suffix('}')?.rsplit_once('{')?;
    let inner = inner.trim();
    let attribute = |word: &str| word.starts_with(['#', '.']) || word.split_once('=').is_some_and(|(key, _)| !key.is_empty());
    let is_comment = inner.starts_with("/*") && inner.ends_with("*/");
    let attributes = !inner.is_empty() && inner.split_whitespace().all(attribute);
    let apart = before.ends_with([' ', '\t']);
    (is_comment || attributes && apart).then(|| before.trim_end_matches([' ', '\t']))
}
