//! Joins the lines of a resolved message as its script does (DESIGN §4.5).

use crate::base::joins_without_space;
use crate::model::{Element, Elements};

/// `elements` with every segment end (a line feed) replaced by what separates segments; a hard break (an odd number of backslashes
/// before the line feed) stays. Neighbouring text is merged, empty text left out.
///
/// Between two segments stands nothing if the first ends with white space of its own or both neighbours are written without
/// spaces, and one space otherwise. A placeable counts as a word that needs a space.
pub fn join(elements: &[Element]) -> Elements {
    if let [Element::Text(text)] = elements
        && !text.contains('\n')
    {
        return if text.is_empty() { Elements::new() } else { elements.to_vec() };
    }
    let mut joiner = Joiner::default();
    for element in elements {
        match element {
            Element::Text(text) => joiner.push_text(text),
            Element::Placeable(name) => joiner.push_placeable(name),
        }
    }
    joiner.end_text();
    joiner.joined
}

#[derive(Default)]
struct Joiner {
    joined: Elements,
    text: String,
    /// Backslashes at the end of `text`.
    backslashes: usize,
    /// Whether a segment has ended and nothing has followed yet.
    pending: bool,
}

impl Joiner {
    fn push_text(&mut self, text: &str) {
        for (nth, line) in text.split('\n').enumerate() {
            if nth > 0 {
                self.end_line();
            }
            self.push_line(line);
        }
    }

    fn end_line(&mut self) {
        if self.pending || self.backslashes.is_multiple_of(2) {
            self.pending = true;
        } else {
            // A hard break.
            self.text.push('\n');
            self.backslashes = 0;
        }
    }

    fn push_line(&mut self, line: &str) {
        let Some(first) = line.chars().next() else { return };
        let needs_space = match self.text.chars().next_back() {
            Some(last) => !last.is_whitespace() && !joins_without_space(last, first),
            None => !self.joined.is_empty(),
        };
        self.settle(needs_space);
        self.text.push_str(line);
        let backslashes = line.bytes().rev().take_while(|&byte| byte == b'\\').count();
        self.backslashes = if backslashes == line.len() { self.backslashes + backslashes } else { backslashes };
    }

    fn push_placeable(&mut self, name: &str) {
        let needs_space = match self.text.chars().next_back() {
            Some(last) => !last.is_whitespace(),
            None => !self.joined.is_empty(),
        };
        self.settle(needs_space);
        self.end_text();
        self.joined.push(Element::Placeable(name.to_owned()));
    }

    /// Writes the separator that is due.
    fn settle(&mut self, needs_space: bool) {
        if std::mem::take(&mut self.pending) {
            self.backslashes = 0;
            if needs_space {
                self.text.push(' ');
            }
        }
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.joined.push(Element::Text(std::mem::take(&mut self.text)));
        }
        self.backslashes = 0;
    }
}
