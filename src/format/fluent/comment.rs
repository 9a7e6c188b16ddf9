//! Comment blocks line by line, and the `[todo]` entries that stand in them.

use std::ops::Range;

use crate::base::Span;

use super::notes::{self, Note};

/// A line of a `#` comment.
#[derive(Debug, Clone)]
pub(super) struct CommentLine<'t> {
    /// Its bytes in the file, line end included.
    pub span: Span,
    /// What follows `# `, without the line end.
    pub content: &'t str,
}

/// The comment lines that lie in `span`.
pub(super) fn lines(text: &str, span: Span) -> Vec<CommentLine<'_>> {
    let mut at = span.start;
    let mut lines = Vec::new();
    for line in text[span].split_inclusive('\n') {
        let bare = line.trim_end_matches('\n').trim_end_matches('\r');
        let bare = bare.strip_prefix('#').unwrap_or(bare);
        let content = bare.strip_prefix(' ').unwrap_or(bare);
        lines.push(CommentLine { span: at..at + line.len(), content });
        at += line.len();
    }
    lines
}

/// The notes (without `[todo]`) and the people's lines among `lines`.
pub(super) fn split<'l, 't: 'l>(lines: impl IntoIterator<Item = &'l CommentLine<'t>>) -> (Vec<Note>, Vec<String>) {
    let (mut notes, mut people) = (Vec::new(), Vec::new());
    for line in lines {
        match Note::read(line.content) {
            Some(note) if note.tag != "todo" => notes.push(note),
            Some(note) if notes::split_todo(&note.text).is_some() => {}
            _ => people.push(line.content.to_owned()),
        }
    }
    (notes, people)
}

/// A part of a comment block that is a unit's entry.
#[derive(Debug)]
pub(super) struct Todo<'t> {
    /// The lines of the block that belong to it.
    pub lines: Range<usize>,
    /// The line that says `[todo] id =`.
    pub line: usize,
    /// First line after its text.
    pub text_end: usize,
    /// The unit's id, as written.
    pub id: &'t str,
    /// The message as it would stand without comment marks.
    pub source: String,
    /// Whether a text goes on in lines that are not indented, so that nobody can tell where it ends. They are among `lines`.
    pub runs_on: bool,
}

/// Cuts the `[todo]` entries out of a block, up to the last that is not a leftover: one without text of `own`, the message below.
///
/// What follows the last entry belongs to it in a block that stands alone, and to the message below otherwise.
pub(super) fn find_todos<'t>(lines: &[CommentLine<'t>], own: Option<&str>, alone: bool) -> Vec<Todo<'t>> {
    let mut todos: Vec<Todo<'t>> = Vec::new();
    let goes_on = |at: usize| lines.get(at + 1).is_some_and(|next| next.content.starts_with(' '));
    let is_foreign = |at: usize| {
        todo_at(lines[at].content).is_some_and(|(id, rest)| Some(id) != own || !rest.trim().is_empty() || goes_on(at))
    };
    let end = (0..lines.len()).rposition(is_foreign).map_or(0, |last| last + 1);
    let (mut start, mut at) = (0, 0);
    while at < end {
        let Some((id, rest)) = todo_at(lines[at].content) else {
            at += 1;
            continue;
        };
        let mut source = format!("{id} ={rest}\n");
        let line = at;
        at += 1;
        while at < lines.len() && lines[at].content.starts_with(' ') {
            source.push_str(lines[at].content);
            source.push('\n');
            at += 1;
        }
        let text_end = at;
        let has_text = !rest.trim().is_empty() || at > line + 1;
        let runs_on = has_text && lines.get(at).is_some_and(is_plain);
        while runs_on && lines.get(at).is_some_and(is_plain) {
            at += 1;
        }
        todos.push(Todo { lines: start..at, line, text_end, id, source, runs_on });
        start = at;
    }
    if let Some(last) = todos.last_mut().filter(|_| alone) {
        last.lines.end = lines.len();
    }
    todos
}

/// Whether a line may be the rest of a text as well as a comment.
fn is_plain(line: &CommentLine<'_>) -> bool {
    !line.content.trim().is_empty() && !line.content.starts_with('[')
}

/// The id and text of a `[todo] id = TEXT` line.
pub(super) fn todo_at(content: &str) -> Option<(&str, &str)> {
    let (tag, _) = notes::split_tag(content)?;
    if tag != "todo" {
        return None;
    }
    // Read again from the line, because trailing blanks may be part of what a person typed.
    notes::split_todo(content["[todo]".len()..].trim_start_matches(' ')).filter(|(id, _)| id.len() <= 100)
}
