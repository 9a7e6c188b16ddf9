//! A catalog as people read it in a diff: what each unit says, and how it stands, without the marks of the syntax.

use super::catalog::{Catalog, Entry, EntryKind, Form, Translation, UnitEntry};
use super::read;

/// The readable form of a catalog: for each unit its id and state, its source, its notes and comments, and its text, one line for
/// each of the file's; what is no unit stands as it is written. `None` for a file with conflict markers.
pub fn readable(text: &str) -> Option<String> {
    let catalog = read(text);
    if catalog.conflicted {
        return None;
    }
    let mut out = String::new();
    for (nth, entry) in catalog.entries.iter().enumerate() {
        if nth > 0 {
            out.push('\n');
        }
        match &entry.kind {
            EntryKind::Unit(unit) => push_unit(&mut out, &catalog, entry, unit),
            _ => push_raw(&mut out, &catalog.text[entry.span.clone()]),
        }
    }
    Some(out)
}

fn push_raw(out: &mut String, text: &str) {
    for line in text.lines() {
        out.push_str(line);
        out.push('\n');
    }
}

fn push_unit(out: &mut String, catalog: &Catalog, entry: &Entry, unit: &UnitEntry) {
    let state = match (&unit.translation, unit.form) {
        (Translation::Missing, _) => " · missing",
        (Translation::Unreadable, _) => " · unreadable",
        (Translation::Text(_), Form::Message) => "",
        (Translation::Text(_), _) => " · not a message yet",
    };
    out.push_str(&format!("{}{state}\n", unit.id));
    unit.comments.iter().for_each(|line| push_labelled(out, "#", line));
    for note in &unit.notes {
        push_labelled(out, &format!("[{}]", note.tag), &note.text);
    }
    match &unit.translation {
        Translation::Missing => {}
        Translation::Text(message) => {
            message.lines.iter().for_each(|line| push_labelled(out, ">", line));
            if !message.attributes.is_empty() {
                push_attributes(out, &catalog.text[entry.span.clone()]);
            }
        }
        Translation::Unreadable => {
            let body = &catalog.text[unit.body.min(entry.span.end)..entry.span.end];
            let body = if body.is_empty() { &catalog.text[entry.span.clone()] } else { body };
            body.lines().for_each(|line| push_labelled(out, "?", line));
        }
    }
}

/// The lines of the attributes, from the first on.
fn push_attributes(out: &mut String, entry: &str) {
    let lines = entry.lines().map(|line| line.trim_start_matches(['#', ' ']));
    lines.skip_while(|line| !line.starts_with('.')).for_each(|line| push_labelled(out, ">", line));
}

fn push_labelled(out: &mut String, label: &str, line: &str) {
    out.push_str(format!("    {label} {line}").trim_end());
    out.push('\n');
}
