//! The author's comments to the tool: `<!-- tarjuman: note … -->` and its kin (in MDX also `{/* tarjuman: … */}`).

use crate::base::{Diagnostic, LineIndex, Place, Severity, Span};
use crate::model::Role;

/// Diagnostics about comments in one article; who has more has them all for one reason.
const MAX_REPORTED: usize = 100;

/// A comment that stands alone on its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    /// Where it stands, from `<!--` to `-->`.
    pub span: Span,
    /// What it says.
    pub instruction: Instruction,
}

/// What a comment says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Instruction {
    /// No units from here …
    Skip,
    /// … to here.
    End,
    /// A note to translators about the next unit.
    Note(String),
    /// An answer to translators' questions about the next unit.
    Answer(String),
    /// What the next unit is.
    Role(Role),
    /// Nothing the tool knows.
    Unknown(String),
    /// Something inside a line of text, where it cannot act.
    Misplaced,
}

/// What the comment `text` (with its delimiters) says to the tool; `None` when it is an ordinary comment.
pub(super) fn instruction(text: &str) -> Option<Instruction> {
    let inner = text
        .strip_prefix("<!--")
        .and_then(|rest| rest.strip_suffix("-->"))
        .or_else(|| text.strip_prefix("{/*").and_then(|rest| rest.strip_suffix("*/}")))?;
    let said = inner.trim().strip_prefix("tarjuman:")?.trim();
    let (word, rest) = said.split_once(char::is_whitespace).map_or((said, ""), |(word, rest)| (word, rest));
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match (word, rest.is_empty()) {
        ("skip", true) => Instruction::Skip,
        ("end", true) => Instruction::End,
        ("note", false) => Instruction::Note(rest),
        ("answer", false) => Instruction::Answer(rest),
        (word, true) => match word.strip_prefix("role=").and_then(role) {
            Some(role) => Instruction::Role(role),
            None => Instruction::Unknown(said.to_owned()),
        },
        _ => Instruction::Unknown(said.to_owned()),
    })
}

/// The roles that a comment can give: those that Markdown itself cannot say.
fn role(name: &str) -> Option<Role> {
    Some(match name {
        "title" => Role::Title,
        "standfirst" => Role::Standfirst,
        "byline" => Role::Byline,
        "dateline" => Role::Dateline,
        "caption" => Role::Caption,
        "quote" => Role::Quote,
        "paragraph" => Role::Paragraph,
        _ => return None,
    })
}

/// What the comments before a unit say of it.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Notes to translators.
    pub notes: Vec<String>,
    /// Answers to translators.
    pub answers: Vec<String>,
    /// The unit's role.
    pub role: Option<Role>,
}

/// The stretches without units, and what is wrong with the comments.
pub(super) fn skipped(source: &str, comments: &[Comment]) -> (Vec<Span>, Vec<Diagnostic>) {
    if comments.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let mut skipped = Vec::new();
    let mut diagnostics = Vec::new();
    let mut open: Option<Span> = None;
    let lines = LineIndex::new(source);
    let mut report = |code, message: String, at: usize, help: &str| {
        if diagnostics.len() == MAX_REPORTED {
            return;
        }
        let place = Place::at(lines.position(at));
        diagnostics.push(Diagnostic::new(code, message, place).severity(Severity::Warning).help(help));
    };
    for comment in comments {
        match (&comment.instruction, &open) {
            (Instruction::Skip, None) => open = Some(comment.span.clone()),
            (Instruction::Skip, Some(_)) => {
                report("nested-skip", "`skip` inside a skipped part".into(), comment.span.start, "remove this comment");
            }
            (Instruction::End, Some(start)) => {
                skipped.push(start.start..comment.span.end);
                open = None;
            }
            (Instruction::End, None) => {
                report("end-without-skip", "`end` without `skip` before it".into(), comment.span.start, "remove this comment");
            }
            (Instruction::Unknown(said), _) => {
                let help = "write `skip`, `end`, `note TEXT`, `answer TEXT` or `role=byline`, alone on its line";
                report(
                    "unknown-instruction",
                    format!("`tarjuman: {said}` says nothing the tool knows"),
                    comment.span.start,
                    help,
                );
            }
            (Instruction::Misplaced, _) => {
                let message = "a comment to tarjuman inside a line of text says nothing".into();
                report("misplaced-instruction", message, comment.span.start, "put it on a line of its own before the unit");
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        let help = "put `<!-- tarjuman: end -->` where units begin again";
        report("unclosed-skip", "`skip` without `end`: nothing below is translated".into(), start.start, help);
        skipped.push(start.start..source.len());
    }
    (skipped, diagnostics)
}
