//! What can be wrong with a catalog, in words a translator can act on.

use fluent_syntax::parser::{ErrorKind, ParserError};

use crate::base::{Diagnostic, Place, Severity, Span, limits};

/// A diagnostic whose place is still a byte offset: positions are only worked out for files that have faults.
pub(super) struct Fault {
    /// Byte in the file.
    pub at: usize,
    /// What is wrong; its place is empty.
    pub diagnostic: Diagnostic,
}

/// An entry that does not parse. `error` is the parser's, with a position relative to the parsed text.
pub(super) fn unreadable(at: usize, unit: Option<&str>, error: Option<&ParserError>) -> Fault {
    let (message, help) = match error {
        // The entry has an id, so what the parser misses stands inside its text.
        Some(ParserError { kind: ErrorKind::ExpectedCharRange { .. }, .. }) if unit.is_some() => {
            ("a placeable is not finished".to_owned(), format!("finish it and add `}}`; {LITERAL_BRACE}"))
        }
        Some(error) => explain(&error.kind),
        None => ("this entry is not a Fluent message".to_owned(), "write it as `id = text`, further lines indented".to_owned()),
    };
    fault("unreadable-entry", at, unit, message, help)
}

/// Text below a message that Fluent has cut off.
pub(super) fn cut_off(at: usize, unit: &str, line: &str) -> Fault {
    let help = match line.trim_start_matches(' ').chars().next() {
        Some(first @ ('[' | '*' | '.')) => format!("put `{{ \"\" }}` before the `{first}` and indent the line"),
        Some('#') => "write `# ` with a space, and a blank line before it, if this is a comment; indent it if not".to_owned(),
        Some('}') => "write a literal brace as `{ \"}\" }`".to_owned(),
        _ => "indent the line by four spaces, or put a blank line before it if it is not part of the text".to_owned(),
    };
    fault("text-cut-off", at, Some(unit), format!("Fluent cuts the text of `{unit}` off before this line"), help)
}

/// A commented text that goes on in a line which may be a comment.
pub(super) fn runs_on(at: usize, unit: &str) -> Fault {
    let help = "indent the further lines of the text (`#     …`), or uncomment the whole message".to_owned();
    fault("unreadable-entry", at, Some(unit), format!("where the text of `{unit}` ends cannot be told"), help)
}

/// Two texts for one unit.
pub(super) fn duplicate(at: usize, unit: &str, other_line: usize) -> Fault {
    let help = "keep the right one and delete the other".to_owned();
    fault("duplicate-id", at, Some(unit), format!("`{unit}` stands here and in line {other_line}: neither is used"), help)
}

/// A message whose id is longer than ours may be.
pub(super) fn id_too_long(at: usize) -> Fault {
    fault("unreadable-entry", at, None, "this id has more than 100 characters".to_owned(), String::new())
}

/// An entry nested deeper than the parser is let loose on.
pub(super) fn too_deep(at: usize) -> Fault {
    let help = "take the nested braces apart".to_owned();
    fault("nesting-too-deep", at, None, format!("braces are nested more than {} deep", limits::NESTING), help)
}

/// An entry with more bytes than are read.
pub(super) fn too_large(at: usize, unit: &str, length: usize) -> Fault {
    let limit = limits::size(limits::UNIT_BYTES as u64);
    let message = format!("the entry of `{unit}` has {length} bytes; at most {limit} are read");
    fault("too-large", at, Some(unit), message, "shorten it, or restore it from git".to_owned())
}

/// The first conflict marker of git in `text`.
pub(super) fn find_conflict(text: &str) -> Option<Fault> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.len() - body.len();
    let starts = std::iter::once(first).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
    let at = starts.into_iter().find(|at| is_conflict_marker(&text.as_bytes()[*at..]))?;
    let help = "resolve the conflict in an editor, then run the command again".to_owned();
    Some(fault("conflict-markers", at, None, "git left conflict markers in this file".to_owned(), help))
}

/// Whether the line that `rest` begins with begins with seven of git's marks, which nothing or a space follows.
fn is_conflict_marker(rest: &[u8]) -> bool {
    let Some(first @ (b'<' | b'=' | b'>' | b'|')) = rest.first() else { return false };
    let marks = rest.iter().take(8).take_while(|&byte| byte == first).count();
    marks == 7 && rest.get(marks).is_none_or(|byte| matches!(byte, b' ' | b'\r' | b'\n'))
}

/// The first line of `span` that is not blank.
pub(super) fn first_line(text: &str, span: Span) -> (usize, &str) {
    let mut at = span.start;
    for line in text[span].split_inclusive('\n') {
        if !line.trim().is_empty() {
            return (at, line.trim_end());
        }
        at += line.len();
    }
    (at, "")
}

fn fault(code: &'static str, at: usize, unit: Option<&str>, message: String, help: String) -> Fault {
    let mut diagnostic = Diagnostic::new(code, message, Place::default()).severity(Severity::Error).help(help);
    diagnostic.unit = unit.map(str::to_owned);
    Fault { at, diagnostic }
}

/// How to write a brace that is text.
const LITERAL_BRACE: &str = "write a literal brace as `{ \"{\" }` or `{ \"}\" }`";

/// The parser's complaint and the likely fix.
fn explain(kind: &ErrorKind) -> (String, String) {
    let brace = LITERAL_BRACE;
    match kind {
        ErrorKind::ExpectedToken('=') => {
            ("this line is not indented and has no `=`".into(), "indent it, or begin it with `# ` if it is a comment".into())
        }
        ErrorKind::ExpectedToken(' ') => ("a comment needs a space after `#`".into(), "write `# ` and the comment".into()),
        ErrorKind::ExpectedToken('}') => ("a placeable is not closed".into(), format!("add `}}`; {brace}")),
        ErrorKind::ExpectedToken(token) => (format!("`{token}` is missing here"), brace.into()),
        ErrorKind::ExpectedMessageField { entry_id } => {
            (format!("`{entry_id}` has no text"), format!("write the text after `=`, or `# [todo] {entry_id} =`"))
        }
        ErrorKind::UnbalancedClosingBrace => ("a `}` closes nothing".into(), brace.into()),
        ErrorKind::ExpectedInlineExpression | ErrorKind::ExpectedLiteral => {
            ("a brace opens something that is no placeable".into(), brace.into())
        }
        ErrorKind::UnterminatedStringLiteral => {
            ("a `\"` is not closed before the line ends".into(), "close the string literal".into())
        }
        ErrorKind::MissingDefaultVariant => ("no variant is the default".into(), "put `*` before the `[` of one variant".into()),
        ErrorKind::ExpectedCharRange { .. } => {
            ("this line begins no message".into(), "indent it if it belongs to the text above, or begin it with `# `".into())
        }
        ErrorKind::TermAttributeAsPlaceable => {
            let help = "an attribute of a term may only choose between variants, as in `{ -term.gender -> … }`; \
                        for the text of the term write `{ -term }`";
            ("an attribute of a term stands as a text".into(), help.into())
        }
        ErrorKind::TermReferenceAsSelector => {
            let help = "choose by an attribute of it, as in `{ -term.gender -> … }`, or by a variable, as in `{ $case -> … }`";
            ("a term stands where variants are chosen".into(), help.into())
        }
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            ("a message stands where variants are chosen".into(), "choose by a variable, as in `{ $case -> … }`".into())
        }
        ErrorKind::MultipleDefaultVariants => {
            ("two variants are the default".into(), "leave `*` before the `[` of one variant only".into())
        }
        ErrorKind::DuplicatedNamedArgument(name) => {
            (format!("the argument `{name}` stands twice"), "remove one of the two".into())
        }
        ErrorKind::PositionalArgumentFollowsNamed => {
            ("a value follows named arguments".into(), "give it a name, as in `case: \"genitive\"`, or put it first".into())
        }
        ErrorKind::MissingValue => ("a variant or attribute has no text".into(), "write its text, or `{ \"\" }` for none".into()),
        other => {
            let text = other.to_string();
            let mut chars = text.chars();
            let lower = chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default();
            (lower, brace.into())
        }
    }
}
