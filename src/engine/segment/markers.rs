//! Signs and numbers that begin the items of a list: `1.`, `2)`, `(3)`, `a.`, `iv)`, `•`.

use super::signs::{is_bullet, is_unspaced};

/// The sign at the beginning of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// Its length in bytes.
    pub len: usize,
    /// What the next item begins with, as text; `None` where nothing can be foreseen.
    pub next: Option<String>,
    /// Whether it is the first of its list: `1.`, `a)`, a bullet.
    pub first: bool,
}

/// The marker at the very beginning of `text`.
pub(super) fn find_marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    if is_bullet(first) {
        // A bullet may have a number: `• 9. Stop`.
        let rest = &text[first.len_utf8()..];
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let number = if rest[gap..].starts_with(is_bullet) { None } else { find_marker(&rest[gap..]) };
        let len = first.len_utf8() + number.map_or(0, |number| gap + number.len);
        return Some(Marker { len, next: Some(first.to_string()), first: true });
    }
    if matches!(first, '\u{2460}'..='\u{2473}' | '\u{2776}'..='\u{2793}') {
        let next = char::from_u32(u32::from(first) + 1).map(String::from);
        return Some(Marker { len: first.len_utf8(), next, first: matches!(first, '\u{2460}' | '\u{2776}') });
    }
    let open = if first == '(' { "(" } else { "" };
    let rest = &text[open.len()..];
    let label_len = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let label = &rest[..label_len];
    let close = [".)", ".）", ")", "）", "."].into_iter().find(|close| rest[label_len..].starts_with(close))?;
    if open == "(" && close == "." || label.is_empty() {
        return None;
    }
    let after = rest[label_len + close.len()..].chars().next();
    if after.is_some_and(|c| !c.is_whitespace() && !is_unspaced(c)) {
        return None;
    }
    // `A. Smith met B. Jones`: letters with a stop are initials more often than a list.
    let initial = close == "." && label.bytes().all(|b| b.is_ascii_uppercase()) && label.len() == 1;
    let next = next_label(label)?.filter(|_| !initial);
    let len = open.len() + label_len + close.len();
    let first = matches!(label, "1" | "a" | "A" | "i" | "I");
    Some(Marker { len, next: next.map(|label| format!("{open}{label}{close}")), first })
}

/// The label after `label`: `None` when it is no label of a list, `Some(None)` when it may be one and nothing can be foreseen.
fn next_label(label: &str) -> Option<Option<String>> {
    const ROMAN: [&str; 13] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"];
    if label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit()) {
        return Some(label.parse::<u32>().ok().map(|number| (number + 1).to_string()));
    }
    let lower = label.to_ascii_lowercase();
    let roman = ROMAN.iter().position(|roman| *roman == lower).filter(|_| label == lower || label.len() > 1);
    if let Some(at) = roman {
        let next = ROMAN.get(at + 1).map(|next| if label == lower { (*next).to_owned() } else { next.to_ascii_uppercase() });
        return Some(next);
    }
    match label.as_bytes() {
        [letter @ (b'a'..=b'y' | b'A'..=b'H' | b'J'..=b'Y')] => Some(Some(char::from(letter + 1).to_string())),
        [b'I' | b'z' | b'Z'] => Some(None),
        _ => None,
    }
}

/// Where the item that begins with `next` begins in `text`, searched from byte `from`, near enough to belong to the list.
///
/// Items are alike: all begin with a small letter or none does.
pub(super) fn find_item(text: &str, from: usize, next: &str) -> Option<usize> {
    const NEAR: usize = 2000;
    let mut end = text.len().min(from + NEAR);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let begins_item = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + next.len()..].chars().next();
        let bullet = next.chars().next().is_some_and(|c| !c.is_ascii());
        let alike = bullet || begins_small(&text[at + next.len()..]) == begins_small(&text[from..]);
        alike && before.is_some_and(char::is_whitespace) && after.is_some_and(|c| c.is_whitespace() || bullet)
    };
    text[from..end].match_indices(next).map(|(at, _)| from + at).find(|&at| begins_item(at))
}

fn begins_small(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}
