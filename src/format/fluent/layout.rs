//! How a message is laid out in its file: the lines of its value, their indentation, and changing that without changing the message.

use crate::base::Span;

use super::comment::{self, CommentLine};
use super::junk::uncomment;
use super::notes::is_tagged;
use super::read::read_message;

/// Spaces before the lines of a current body; a stale one has at least twice as many.
pub const CURRENT_INDENT: usize = 4;

/// A value as it is written.
pub(super) struct WrittenValue {
    /// Its lines, common indentation and blank lines at the ends removed.
    pub lines: Vec<String>,
    /// Spaces before it in block form; [`CURRENT_INDENT`] when it begins beside its id.
    pub indent: usize,
}

/// Reads the layout of a value; `rest` is the message after its id, the first attribute's line begins at `attributes_at`.
pub(super) fn written_value(rest: &str, attributes_at: Option<usize>) -> WrittenValue {
    let attributes = attributes_at.map(|at| &rest[at..]);
    let value = &rest[..attributes_at.unwrap_or(rest.len())];
    let value = value.trim_start_matches(' ').strip_prefix('=').unwrap_or(value);
    let (first, block) = value.split_once('\n').unwrap_or((value, ""));
    let first = first.trim_end_matches('\r').trim_start_matches(' ');
    let block: Vec<&str> = block.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    let inline = !first.is_empty();
    let indent = if inline {
        CURRENT_INDENT
    } else {
        let first_line = block.iter().copied().find(|line| !is_blank(line)).or_else(|| attributes.and_then(|a| a.lines().next()));
        first_line.map_or(CURRENT_INDENT, leading_spaces)
    };
    let common = block.iter().filter(|line| !is_blank(line)).map(|line| leading_spaces(line)).min().unwrap_or(0);
    let mut lines: Vec<String> = Vec::with_capacity(block.len() + 1);
    lines.extend(inline.then(|| first.to_owned()));
    lines.extend(block.iter().map(|line| line.get(common..).unwrap_or("").to_owned()));
    while lines.last().is_some_and(|line| is_blank(line)) {
        lines.pop();
    }
    let leading = lines.iter().take_while(|line| is_blank(line)).count();
    lines.drain(..leading);
    if let Some(last) = lines.last_mut() {
        last.truncate(last.trim_end_matches(' ').len());
    }
    WrittenValue { lines, indent }
}

/// Whether the lines of `message` stand at `indent` already; below eight spaces all count as current.
pub(super) fn stands_at(message: &super::Message, indent: usize) -> bool {
    let stale = 2 * CURRENT_INDENT;
    message.indent == indent || (message.indent < stale && indent < stale)
}

/// `message` (from its id on) with its lines indented by `indent`; `None` when it is so already, or cannot be without a change of
/// what Fluent sees. Indentations below eight count as current, whatever they are.
pub(super) fn reindent(message: &str, indent: usize, eol: &str) -> Option<String> {
    let before = read_message(message)?;
    if stands_at(&before, indent) {
        return None;
    }
    let (head, rest) = message.split_at(message.find('=')? + 1);
    let (first, block) = rest.split_once('\n').unwrap_or((rest, ""));
    let first_text = first.trim_end_matches('\r').trim_matches(' ');
    let mut written = head.to_owned();
    if first_text.is_empty() {
        written.push_str(first);
        written.push('\n');
    } else {
        let line_end = if block.is_empty() && !rest.contains('\n') { "" } else { eol };
        written.push_str(&format!("{eol}{}{first_text}{line_end}", " ".repeat(indent)));
    }
    written.push_str(&shift(block, indent, attribute_line(&before, block)));
    let after = read_message(&written)?;
    (after == before && after.indent == indent).then_some(written)
}

/// The number of the first line of `block` that begins an attribute of `message`.
fn attribute_line(message: &super::Message, block: &str) -> Option<usize> {
    let name = &message.attributes.first()?.id.name;
    let begins = |line: &str| {
        let rest = line.trim_start_matches(' ').strip_prefix('.').and_then(|rest| rest.strip_prefix(name.as_str()));
        rest.is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='))
    };
    block.split('\n').position(begins)
}

/// The lines of `source`, a whole message, that hold its attributes; `None` when it has none.
pub(super) fn attribute_lines<'s>(message: &super::Message, source: &'s str) -> Option<&'s str> {
    let (_, block) = source.split_once('\n')?;
    let nth = attribute_line(message, block)?;
    let at = block.split_inclusive('\n').take(nth).map(str::len).sum::<usize>();
    Some(&block[at..])
}

/// Shifts the lines of a value so that its first stands at `indent`, and those of the attributes after it likewise.
pub(super) fn shift(block: &str, indent: usize, attributes: Option<usize>) -> String {
    let lines: Vec<&str> = block.split_inclusive('\n').collect();
    let (value, attributes) = lines.split_at(attributes.unwrap_or(lines.len()).min(lines.len()));
    let mut shifted = String::with_capacity(block.len() + lines.len() * indent);
    for part in [value, attributes] {
        let now = part.iter().find(|line| !is_blank(line)).map_or(indent, |line| leading_spaces(line));
        for line in part {
            if is_blank(line) {
                shifted.push_str(line);
            } else {
                let spaces = (leading_spaces(line) + indent).saturating_sub(now);
                shifted.push_str(&" ".repeat(spaces));
                shifted.push_str(line.trim_start_matches(' '));
            }
        }
    }
    shifted
}

/// The uncommented notes (`[source] …`) and questions at the start of `span`, up to `[todo]`.
pub(super) fn uncommented_notes(text: &str, span: Span) -> Vec<CommentLine<'_>> {
    let mut at = span.start;
    let mut notes = Vec::new();
    for line in text[span].split_inclusive('\n') {
        let note = uncomment(line).filter(|content| is_tagged(content) && comment::todo_at(content).is_none());
        let Some(content) = note else { break };
        notes.push(CommentLine { span: at..at + line.len(), content });
        at += line.len();
    }
    notes
}

fn leading_spaces(line: &str) -> usize {
    line.bytes().take_while(|&b| b == b' ').count()
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|b| matches!(b, b' ' | b'\r' | b'\n'))
}
