//! Edits word by word, as HTML for eyes and ears: struck out and underlined, and said in words that only screen readers show.

use crate::base::Direction;
use crate::format::html::{escape_xml, inline};
use crate::workflow::WordChange;

use super::words::Words;

/// How many words of unchanged text are shown beside a change where there is little room.
const CONTEXT: usize = 16;

/// An edit without long stretches that have not changed; `direction` is that of its text.
pub(super) fn short_edit(changes: &[WordChange], direction: Direction, words: &Words) -> String {
    let last = changes.len().saturating_sub(1);
    let short = |(at, change): (usize, &WordChange)| match change.op {
        "equal" => WordChange { op: change.op, text: shortened(&change.text, at == 0, at == last) },
        _ => change.clone(),
    };
    edit(&changes.iter().enumerate().map(short).collect::<Vec<_>>(), direction, words)
}

/// An edit; `direction` is that of its text.
pub(super) fn edit(changes: &[WordChange], direction: Direction, words: &Words) -> String {
    let mut out = String::new();
    for change in changes {
        match change.op {
            "delete" => out.push_str(&marked("del", &words.get("deleted"), &change.text, direction, words)),
            "insert" => out.push_str(&marked("ins", &words.get("inserted"), &change.text, direction, words)),
            _ => out.push_str(&inline(&change.text, direction)),
        }
    }
    out
}

/// A change with what it is, for those who do not see it. The bracketed word and the space at its end are no part of the text.
fn marked(name: &str, label: &str, text: &str, direction: Direction, words: &Words) -> String {
    let spoken = |text: &str| format!("<span class=\"spoken\"{}>{}</span>", words.own_attributes(), escape_xml(text));
    format!("<{name}>{}{}{}</{name}>", spoken(&format!("[{label}: ")), inline(text, direction), spoken("]"))
}

/// The beginning and the end of a long stretch: only the side next to a change is kept.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    let breaks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let sides = if is_first || is_last { 1 } else { 2 };
    if is_first && is_last || breaks.len() <= CONTEXT * sides + 4 {
        return text.to_owned();
    }
    let before = &text[..breaks[CONTEXT]];
    let after = &text[breaks[breaks.len() - CONTEXT]..];
    match (is_first, is_last) {
        (true, _) => format!("…{after}"),
        (_, true) => format!("{before} …"),
        _ => format!("{before} …{after}"),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn the_side_of_a_change_is_kept() {
        let long: Vec<String> = (0..60).map(|number| number.to_string()).collect();
        let long = long.join(" ");
        assert!(shortened(&long, true, false).starts_with("… 44"));
        assert!(shortened(&long, false, true).ends_with(" 16 …"));
        assert!(shortened(&long, false, false).contains(" … "));
        assert_eq!(shortened(&long, true, true), long);
        assert_eq!(shortened("a b c", false, false), "a b c");
    }
}
