//! Writes one unit's entry: people's lines, notes, then the message or a `[todo]` note.
//!
//! What need not change keeps its bytes, line by line.

use super::catalog::{Entry, Eol, Form, Translation, UnitEntry};
use super::comment::{self, CommentLine};
use super::layout::{self, CURRENT_INDENT};
use super::notes::{self, Note};
use super::read::read_message;
use super::write::{Body, UnitView};

/// A new entry for a unit that has none.
pub(super) fn create(view: &UnitView, eol: Eol) -> String {
    let mut written = String::new();
    view.notes.iter().for_each(|note| push_comment(&mut written, &note.line(), eol));
    match &view.body {
        Body::Lines { lines, indent } => match message(view.id.as_str(), lines, *indent, eol) {
            Some(message) => written.push_str(&message),
            None => push_todo(&mut written, view, eol),
        },
        Body::Todo | Body::Keep { .. } => push_todo(&mut written, view, eol),
    }
    written
}

/// The bytes of `entry` as `view` wants them; unchanged when the unit is unreadable.
pub(super) fn rewrite(text: &str, entry: &Entry, unit: &UnitEntry, view: &UnitView, eol: Eol) -> String {
    let old = &text[entry.span.clone()];
    if unit.translation == Translation::Unreadable || unit.form == Form::Broken {
        return old.to_owned();
    }
    let parts = Parts::of(text, entry, unit, eol);
    match (&unit.translation, &view.body) {
        (_, Body::Lines { lines, indent }) => match set_lines(&parts, unit, view, (lines, *indent), eol) {
            Some(body) => head(text, &parts, view, Todo::Absent, eol) + &body,
            None => old.to_owned(),
        },
        (Translation::Text(message), body) => {
            let source = parts.message.as_deref().unwrap_or("");
            let indented = match body {
                Body::Keep { indent } if unit.form == Form::Message && layout::stands_at(message, *indent) => None,
                Body::Keep { indent } => layout::reindent(source, *indent, eol.as_str()),
                _ => None,
            };
            head(text, &parts, view, Todo::Absent, eol) + indented.as_deref().unwrap_or(source)
        }
        _ => head(text, &parts, view, Todo::Present, eol),
    }
}

/// What is left of a `[todo]` entry whose unit has a text elsewhere: people's lines, or nothing.
pub(super) fn strip_stub(text: &str, entry: &Entry, unit: &UnitEntry, view: &UnitView, eol: Eol) -> String {
    let parts = Parts::of(text, entry, unit, eol);
    let mut written = String::new();
    push_people(&mut written, text, &parts, view, eol);
    written
}

/// Whether a head ends in a `[todo]` note.
#[derive(Clone, Copy, PartialEq)]
enum Todo {
    Present,
    Absent,
}

/// An entry taken apart.
struct Parts<'t> {
    /// Its comment lines without the `[todo]` line and the text after it; uncommented notes among them.
    lines: Vec<CommentLine<'t>>,
    /// The bytes of the head if it needs no change in structure: the lines in one piece.
    head: &'t str,
    /// Whether the head as it stands ends in the unit's `[todo]` note.
    todo: Todo,
    /// The message from its id on, line ends as in the file; `None` when there is none.
    message: Option<String>,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str, entry: &Entry, unit: &UnitEntry, eol: Eol) -> Self {
        let start = entry.span.start;
        match unit.form {
            Form::Message | Form::Broken => {
                let all = comment::lines(text, start..unit.body);
                let is_leftover =
                    |line: &CommentLine<'_>| comment::todo_at(line.content).is_some_and(|(id, _)| id == unit.id.as_str());
                let head = if all.iter().any(is_leftover) { "" } else { &text[start..unit.body] };
                let lines = all.into_iter().filter(|line| !is_leftover(line)).collect();
                Self { lines, head, todo: Todo::Absent, message: Some(text[unit.body..entry.span.end].to_owned()) }
            }
            Form::TodoComment => {
                let all = comment::lines(text, entry.span.clone());
                let todo = comment::find_todos(&all, None, true).into_iter().next();
                let Some(todo) = todo else {
                    return Self { lines: all, head: "", todo: Todo::Absent, message: None };
                };
                let is_last = todo.line + 1 == all.len() && unit.translation == Translation::Missing;
                let own = todo.line..todo.text_end;
                let lines = all.into_iter().enumerate().filter(|(at, _)| !own.contains(at)).map(|(_, line)| line).collect();
                let head = if is_last { &text[entry.span.clone()] } else { "" };
                Self { lines, head, todo: Todo::Present, message: Some(with_eol(&todo.source, eol)) }
            }
            Form::Todo => {
                let mut lines = comment::lines(text, start..unit.body);
                lines.extend(layout::uncommented_notes(text, unit.body..entry.span.end));
                let source = super::junk::todo_source(&text[unit.body..entry.span.end]);
                let message = source.map(|source| with_eol(&source, eol));
                Self { lines, head: "", todo: Todo::Absent, message }
            }
        }
    }
}

fn with_eol(source: &str, eol: Eol) -> String {
    source.replace("\r\n", "\n").replace('\n', eol.as_str())
}

/// The comment lines of an entry: its bytes if the notes are the wanted ones, otherwise people's lines and then the notes.
fn head(text: &str, parts: &Parts<'_>, view: &UnitView, todo: Todo, eol: Eol) -> String {
    let notes = parts.lines.iter().filter(|line| is_note(line.content)).map(|line| line.content.trim_end());
    let wanted: Vec<String> = view.notes.iter().map(Note::line).collect();
    let untouched = parts.todo == todo && (!parts.head.is_empty() || (parts.lines.is_empty() && todo == Todo::Absent));
    if untouched && notes.eq(wanted.iter().map(|line| line.trim_end())) {
        return parts.head.to_owned();
    }
    let mut written = String::new();
    push_people(&mut written, text, parts, view, eol);
    wanted.iter().for_each(|line| push_comment(&mut written, line, eol));
    if todo == Todo::Present {
        push_todo(&mut written, view, eol);
    }
    written
}

fn is_note(content: &str) -> bool {
    notes::split_tag(content).is_some()
}

/// People's lines with their bytes, and notes that the tool has not written as comments.
fn push_people(written: &mut String, text: &str, parts: &Parts<'_>, view: &UnitView, eol: Eol) {
    for line in &parts.lines {
        let content = line.content.trim_end();
        if !is_note(content) && !text[line.span.clone()].starts_with('#') {
            push_comment(written, content, eol);
        } else if !is_note(content) {
            written.push_str(&text[line.span.clone()]);
            if !written.ends_with('\n') {
                written.push_str(eol.as_str());
            }
        } else if !view.wrote(content) {
            push_comment(written, &notes::demote(content), eol);
        }
    }
}

/// The message with another value, attributes kept; `None` when that does not make a message.
fn set_lines(parts: &Parts<'_>, unit: &UnitEntry, view: &UnitView, value: (&[String], usize), eol: Eol) -> Option<String> {
    let (lines, indent) = value;
    let Translation::Text(old) = &unit.translation else {
        return message(unit.id.as_str(), lines, indent, eol);
    };
    let source = parts.message.as_deref().unwrap_or("");
    if old.lines == lines {
        return Some(layout::reindent(source, indent, eol.as_str()).unwrap_or_else(|| source.to_owned()));
    }
    let mut written = message(view.id.as_str(), lines, indent, eol)?;
    if let Some(attributes) = layout::attribute_lines(old, source) {
        written.push_str(&layout::shift(attributes, indent.max(CURRENT_INDENT), None));
    }
    (read_message(&written)?.attributes == old.attributes).then_some(written)
}

/// A message of its own; `None` when `lines` are not its whole value.
pub(super) fn message(id: &str, lines: &[String], indent: usize, eol: Eol) -> Option<String> {
    const EMPTY: &str = "{ \"\" }";
    let eol = eol.as_str();
    let indent = indent.max(CURRENT_INDENT);
    let written = match lines {
        [] if indent == CURRENT_INDENT => format!("{id} = {EMPTY}{eol}"),
        [] => format!("{id} ={eol}{}{EMPTY}{eol}", " ".repeat(indent)),
        [line] if indent == CURRENT_INDENT => format!("{id} = {line}{eol}"),
        lines => {
            let mut written = format!("{id} ={eol}");
            for line in lines {
                written.push_str(&" ".repeat(indent));
                written.push_str(line);
                written.push_str(eol);
            }
            written
        }
    };
    let parsed = read_message(&written)?;
    (parsed.value.is_some() && parsed.attributes.is_empty()).then_some(written)
}

fn push_todo(written: &mut String, view: &UnitView, eol: Eol) {
    push_comment(written, &format!("[todo] {} =", view.id), eol);
}

fn push_comment(written: &mut String, line: &str, eol: Eol) {
    if line.is_empty() {
        written.push('#');
    } else {
        written.push_str("# ");
        written.push_str(line);
    }
    written.push_str(eol.as_str());
}
