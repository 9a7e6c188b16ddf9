//! The lines above a message that are nobody's view of a ledger: people's comments, and what the author says to translators.

use crate::format::fluent::catalog::Form;
use crate::format::fluent::comment;
use crate::format::fluent::notes::{Note, split_tag};

use super::entry::Part;

/// The lines of an entry that are merged one by one, without `# `.
pub(super) fn free_lines(part: &Part<'_>) -> Vec<String> {
    let notes = part.unit.notes.iter().filter(|note| is_free(note)).map(Note::line);
    part.unit.comments.iter().cloned().chain(notes).map(|line| line.trim_end().to_owned()).collect()
}

/// Whether a note is not the tool's view of what a translation renders; a person may have written it as well.
fn is_free(note: &Note) -> bool {
    matches!(note.tag.as_str(), "note" | "answer" | "term") && !is_revision(note)
}

/// Whether a note counts the revisions of an untranslated text.
pub(super) fn is_revision(note: &Note) -> bool {
    note.tag == "note" && note.text.starts_with("revision ") && note.text.ends_with(" of the source text")
}

/// The bytes of an entry, its free lines being `wanted` and nothing else; those that are new to it stand above its notes.
pub(super) fn with_free_lines(part: &Part<'_>, wanted: &[String]) -> String {
    let own = free_lines(part);
    let head_end = match part.unit.form {
        Form::TodoComment => part.entry.span.end,
        Form::Message | Form::Todo | Form::Broken => part.unit.body,
    };
    let mut gone: Vec<&String> = own.iter().filter(|line| !wanted.contains(line)).collect();
    let mut lines: Vec<&str> = Vec::new();
    let mut added_at = None;
    for line in comment::lines(part.text, part.entry.span.start..head_end) {
        let content = line.content.trim_end();
        if let Some(at) = gone.iter().position(|gone| gone.as_str() == content) {
            gone.remove(at);
            continue;
        }
        if split_tag(content).is_some() {
            added_at.get_or_insert(lines.len());
        }
        lines.push(&part.text[line.span]);
    }
    let added_at = added_at.unwrap_or(lines.len());
    let mut written = lines[..added_at].concat();
    for line in wanted.iter().filter(|line| !own.contains(line)) {
        if !written.is_empty() && !written.ends_with('\n') {
            written.push('\n');
        }
        written.push_str(if line.is_empty() { "#" } else { "# " });
        written.push_str(line);
        written.push('\n');
    }
    written.push_str(&lines[added_at..].concat());
    written.push_str(&part.text[head_end..part.entry.span.end]);
    written
}
