//! Lines and what containers put before their text (CommonMark 0.31 §5: block quote markers, list item indentation).
//!
//! A paragraph's further lines begin with the prefixes of its containers, or with fewer of them (lazy continuation);
//! columns count tabs as stops of four, as the parser does.

use crate::base::Span;

/// A block that holds blocks and prefixes their lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// A block quote: `>` and an optional space.
    Quote,
    /// A list item: so many columns.
    Item {
        /// Columns its lines are indented by.
        indent: usize,
    },
    /// A footnote definition: four columns.
    Footnote,
}

/// The end of the line that holds `at`, its line end (LF, CRLF or CR) not included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().position(|&b| b == b'\n' || b == b'\r').map_or(text.len(), |found| at + found)
}

/// The beginning of the line after the one that holds `at`; the text's length when there is none.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    let bytes = text.as_bytes();
    match bytes.get(end) {
        Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => end + 2,
        Some(_) => end + 1,
        None => end,
    }
}

/// The beginning of the line that holds `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().rposition(|&b| b == b'\n' || b == b'\r').map_or(0, |found| found + 1)
}

/// `span` without spaces, tabs and line ends at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let slice = &text[span.clone()];
    let start = span.start + (slice.len() - slice.trim_start_matches(blank).len());
    start..start + slice.trim_matches(blank).len()
}

/// What `containers` put before the text of a further line, as it is usually written.
pub(super) fn continuation(containers: &[Container]) -> String {
    let mut prefix = String::new();
    for container in containers {
        match container {
            Container::Quote => prefix.push_str("> "),
            Container::Item { indent } => prefix.extend(std::iter::repeat_n(' ', *indent)),
            Container::Footnote => prefix.push_str("    "),
        }
    }
    prefix
}

/// The pieces of `span` that hold text: every line without the prefixes of `containers` and its indentation.
/// Lines that follow each other without a prefix make one piece; line ends belong to the piece they end.
pub(super) fn pieces(text: &str, span: Span, containers: &[Container]) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    let mut start = span.start;
    // A line of a table may hold very many spans: look no further than this one.
    let within = &text[..span.end];
    while start < span.end {
        let line = next_line(within, start);
        match pieces.last_mut() {
            Some(last) if last.end == start => last.end = line,
            _ => pieces.push(start..line),
        }
        if line == span.end {
            break;
        }
        start = text_start(text, line, containers);
    }
    pieces
}

/// Where the text of the line that begins at `line` begins, after as many prefixes as it has.
fn text_start(text: &str, line: usize, containers: &[Container]) -> usize {
    let mut cursor = Cursor { bytes: text.as_bytes(), at: line, stop_base: line, rest_of_tab: 0 };
    cursor.enter(containers);
    cursor.skip_blanks();
    cursor.at
}

/// The columns between the text of `containers` on the line of `at` and `at`; the indentation of a list marker there.
pub(super) fn indentation(text: &str, at: usize, containers: &[Container]) -> usize {
    let line = line_start(text, at);
    let mut cursor = Cursor { bytes: text.as_bytes(), at: line, stop_base: line, rest_of_tab: 0 };
    cursor.enter(containers);
    if cursor.at > at { 0 } else { cursor.take_spaces(3) }
}

/// The width of the list marker at `at` with the columns after it, as far as they belong to the item.
pub(super) fn marker_width(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let marker = digits + 1;
    let mut cursor = Cursor { bytes, at: (at + marker).min(bytes.len()), stop_base: line_start(text, at), rest_of_tab: 0 };
    let spaces = cursor.take_spaces(5);
    let blank_line = cursor.bytes.get(cursor.at).is_none_or(|b| matches!(b, b'\n' | b'\r'));
    marker + if blank_line || spaces == 5 { 1 } else { spaces }
}

/// Walks over the blanks and markers at the beginning of a line, counting columns.
struct Cursor<'t> {
    bytes: &'t [u8],
    at: usize,
    stop_base: usize,
    rest_of_tab: usize,
}

impl Cursor<'_> {
    /// Takes the prefixes of `containers` until one is missing.
    fn enter(&mut self, containers: &[Container]) {
        for container in containers {
            let saved = (self.at, self.stop_base, self.rest_of_tab);
            let entered = match container {
                Container::Quote => {
                    self.take_spaces(3);
                    self.take_quote_marker()
                }
                Container::Item { indent } => self.take_spaces(*indent) == *indent,
                Container::Footnote => self.take_spaces(4) == 4,
            };
            if !entered {
                (self.at, self.stop_base, self.rest_of_tab) = saved;
                return;
            }
        }
    }

    fn take_quote_marker(&mut self) -> bool {
        if self.rest_of_tab > 0 || self.bytes.get(self.at) != Some(&b'>') {
            return false;
        }
        self.at += 1;
        self.take_spaces(1);
        true
    }

    /// Takes up to `wanted` columns of blanks and says how many there were.
    fn take_spaces(&mut self, wanted: usize) -> usize {
        let mut taken = self.rest_of_tab.min(wanted);
        self.rest_of_tab -= taken;
        while taken < wanted {
            match self.bytes.get(self.at) {
                Some(b' ') => {
                    self.at += 1;
                    taken += 1;
                }
                Some(b'\t') => {
                    let columns = 4 - (self.at - self.stop_base) % 4;
                    self.at += 1;
                    self.stop_base = self.at;
                    let used = columns.min(wanted - taken);
                    taken += used;
                    self.rest_of_tab = columns - used;
                }
                _ => break,
            }
        }
        taken
    }

    fn skip_blanks(&mut self) {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t')) {
            self.at += 1;
        }
    }
}
