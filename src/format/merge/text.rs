//! A file that cannot be taken apart: one conflict from the first line that differs to the last, both sides whole.

use super::conflict::{Conflict, MergeOptions, Merged};

/// Merges files of which nothing is known: the side that changed, or one conflict around all that differs between the sides.
pub fn merge_bytes(base: &[u8], ours: &[u8], theirs: &[u8], options: &MergeOptions) -> Merged<Vec<u8>> {
    if ours == theirs || theirs == base {
        return Merged::clean(ours.to_vec());
    }
    if ours == base {
        return Merged::clean(theirs.to_vec());
    }
    let eol = if ours.split(|&b| b == b'\n').next().is_some_and(|line| line.ends_with(b"\r")) { "\r\n" } else { "\n" };
    let sides = [base, ours, theirs].map(|side| side.split_inclusive(|&b| b == b'\n').collect::<Vec<_>>());
    let shortest = sides.iter().map(Vec::len).min().unwrap_or(0);
    let alike = |lines: [Option<&&[u8]>; 3]| lines[0] == lines[1] && lines[1] == lines[2];
    let at = |nth: usize| [0, 1, 2].map(|side: usize| sides[side].get(nth));
    let from_end =
        |nth: usize| [0, 1, 2].map(|side: usize| sides[side].len().checked_sub(nth + 1).and_then(|at| sides[side].get(at)));
    let head = (0..shortest).take_while(|&nth| alike(at(nth))).count();
    let tail = (0..shortest - head).take_while(|&nth| alike(from_end(nth))).count();
    let middle = |side: usize| sides[side][head..sides[side].len() - tail].concat();
    let (base, ours, theirs) = (middle(0), middle(1), middle(2));
    let mut text = sides[1][..head].concat();
    Conflict { ours: &ours, base: &base, theirs: &theirs }.write(&mut text, options, eol);
    text.extend(sides[1][sides[1].len() - tail..].concat());
    Merged { text, conflicts: 1 }
}

/// The text with line feeds for line ends, as parts are compared: git may have checked one side out with CRLF.
pub(crate) fn to_lf(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// `text`, which has line feeds, with the line ends of the first line of `model`.
pub(crate) fn with_line_ends_of(model: &str, text: String) -> String {
    let crlf = model.find('\n').is_some_and(|at| model[..at].ends_with('\r'));
    if crlf { text.replace('\n', "\r\n") } else { text }
}

/// Whether no line of `text` could be taken for a conflict marker of the given size.
pub(crate) fn without_markers(text: &str, size: usize) -> bool {
    let is_marker = |line: &str| {
        let Some(first) = line.bytes().next().filter(|first| b"<=>|".contains(first)) else { return false };
        let marks = line.bytes().take_while(|byte| *byte == first).count();
        marks >= size.min(7) && line.as_bytes().get(marks).is_none_or(|byte| matches!(byte, b' ' | b'\r'))
    };
    !text.lines().any(is_marker)
}
