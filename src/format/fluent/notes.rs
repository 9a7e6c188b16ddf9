//! The tool's notes in catalogs: comment lines that begin with a tag from a closed list.
//!
//! Every other comment line belongs to people, `[question] …` included.

/// What a `[stale]` note says above a text that a merge brought together with another source text, and that no `[source]` note is
/// evidence for: until a person has confirmed it, nobody knows what it renders.
pub const SOURCE_MOVED: &str = "rewrite · the source changed on the other side of a merge";

/// A note: its tag without brackets, and its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// `source`, `was`, `stale`, `term`, `note`, `answer`, `code-N` or `html-N` (and `todo`, where lines are read singly).
    pub tag: String,
    /// What follows the tag, on one line; may be empty.
    pub text: String,
}

impl Note {
    /// A note of `tag` with `text`; line ends in the text become spaces.
    pub fn new(tag: impl Into<String>, text: impl AsRef<str>) -> Self {
        let text = text.as_ref().replace("\r\n", " ").replace(['\n', '\r'], " ");
        Self { tag: tag.into(), text }
    }

    /// Reads a comment line without its `# `; `None` when it is not a note.
    pub fn read(line: &str) -> Option<Self> {
        split_tag(line).map(|(tag, text)| Self { tag: tag.to_owned(), text: text.to_owned() })
    }

    /// The comment line without its `# `.
    pub fn line(&self) -> String {
        if self.text.is_empty() { format!("[{}]", self.tag) } else { format!("[{}] {}", self.tag, self.text) }
    }
}

/// The tag and the text of a note line (without `# `); `None` when the line is not a note.
pub(super) fn split_tag(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.strip_prefix('[')?.split_once(']')?;
    if !is_tag(tag) {
        return None;
    }
    let text = match rest.strip_prefix(' ') {
        Some(text) => text,
        None if rest.is_empty() => rest,
        None => return None,
    };
    Some((tag, text.trim_end()))
}

/// Whether a line (without `# `) is a note or a translator's `[question]`: what may stand above a `[todo]` that was uncommented.
pub(super) fn is_tagged(line: &str) -> bool {
    split_tag(line).is_some() || line.starts_with("[question]")
}

/// Whether `tag` is in the closed list.
fn is_tag(tag: &str) -> bool {
    let numbered = |prefix: &str| {
        tag.strip_prefix(prefix).is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(tag, "source" | "was" | "stale" | "todo" | "term" | "note" | "answer") || numbered("code-") || numbered("html-")
}

/// The id and the text of `id = TEXT` after a `[todo]` tag; `None` when it is not that.
pub(super) fn split_todo(text: &str) -> Option<(&str, &str)> {
    let end = identifier_end(text)?;
    let (id, rest) = text.split_at(end);
    Some((id, rest.trim_start_matches(' ').strip_prefix('=')?))
}

/// Where the Fluent identifier at the start of `text` ends; `None` when there is none.
pub(super) fn identifier_end(text: &str) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    Some(text.bytes().position(|b| !fits(b)).unwrap_or(text.len()))
}

/// A people's comment line that says what a note said which the tool would not have written: `([source]) text`.
pub(super) fn demote(line: &str) -> String {
    match line.split_once(']') {
        Some((tag, rest)) => format!("({tag}]){rest}"),
        None => format!("({line})"),
    }
}
