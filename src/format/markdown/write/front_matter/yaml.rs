//! YAML 1.2 scalars (chapters 7.3 and 8.1): found with their bytes, and written in the five styles.

use saphyr_parser::{Event, Parser, ScalarStyle as Style};

use crate::model::ScalarStyle;

use super::field::Scalar;

/// The scalars of `front` with their bytes; nothing if it is no YAML.
pub(super) fn scalars(front: &str) -> Option<Vec<Scalar>> {
    let offsets: Vec<usize> = front.char_indices().map(|(at, _)| at).chain([front.len()]).collect();
    let mut scalars = Vec::new();
    for (index, event) in Parser::new_from_str(front).enumerate() {
        let (event, span) = event.ok()?;
        let Event::Scalar(value, style, ..) = event else { continue };
        let start = *offsets.get(span.start.index())?;
        let end = *offsets.get(span.end.index())?;
        let text = front.get(start..end)?;
        let end = match style {
            // The parser's span runs on over blanks and a comment after the closing quote.
            Style::SingleQuoted | Style::DoubleQuoted => start + quoted_length(text)?,
            _ => start + text.trim_end_matches([' ', '\t', '\r', '\n']).len(),
        };
        let start = if matches!(style, Style::Literal | Style::Folded) { header(front, start)? } else { start };
        scalars.push(Scalar { index, span: start..end, style: model_style(style), value: value.into_owned() });
    }
    Some(scalars)
}

/// The length of the quoted scalar that `text` begins with, both quotes included.
fn quoted_length(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut bytes = text.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' if quote == '"' => drop(bytes.next()),
            b'\'' if quote == '\'' && bytes.peek().is_some_and(|&(_, next)| next == b'\'') => drop(bytes.next()),
            _ if char::from(byte) == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Where the header (`|`, `>-`, …) of the block scalar stands whose text begins at `start`.
fn header(front: &str, start: usize) -> Option<usize> {
    let before = front[..start].trim_end();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = &before[line_start..];
    let code = line.split(" #").next().unwrap_or(line);
    code.rfind(['|', '>']).map(|at| line_start + at)
}

fn model_style(style: Style) -> ScalarStyle {
    match style {
        Style::Plain => ScalarStyle::Plain,
        Style::SingleQuoted => ScalarStyle::Single,
        Style::DoubleQuoted => ScalarStyle::Double,
        Style::Literal => ScalarStyle::Literal,
        Style::Folded => ScalarStyle::Folded,
    }
}

/// `value` in the first style, of those near the scalar's own, that gives it back.
pub(super) fn spell(front: &str, scalar: &Scalar, value: &str, indent: &str, eol: &str) -> Option<String> {
    // A block scalar's final line ends belong to its header, not to its text.
    let is_block = matches!(scalar.style, ScalarStyle::Literal | ScalarStyle::Folded);
    let ending = if is_block { &scalar.value[scalar.value.trim_end_matches('\n').len()..] } else { "" };
    let wanted = format!("{}{ending}", if is_block { value.trim_end_matches('\n') } else { value });
    let old = &front[scalar.span.clone()];
    let styles: &[ScalarStyle] = match scalar.style {
        ScalarStyle::Plain if value.contains('\'') => &[ScalarStyle::Plain, ScalarStyle::Double],
        ScalarStyle::Plain => &[ScalarStyle::Plain, ScalarStyle::Single, ScalarStyle::Double],
        ScalarStyle::Single => &[ScalarStyle::Single, ScalarStyle::Double],
        ScalarStyle::Literal => &[ScalarStyle::Literal, ScalarStyle::Double],
        ScalarStyle::Folded => &[ScalarStyle::Folded, ScalarStyle::Literal, ScalarStyle::Double],
        _ => &[ScalarStyle::Double],
    };
    styles.iter().find_map(|&style| {
        let spelt = match style {
            ScalarStyle::Plain => plain(&wanted)?,
            ScalarStyle::Single => single(&wanted)?,
            ScalarStyle::Literal | ScalarStyle::Folded => block(old, style, &wanted, indent, eol),
            // A comment beside a block scalar's header has no place beside quotes.
            _ if is_block && old.lines().next().is_some_and(|header| header.contains('#')) => return None,
            _ => double(&wanted),
        };
        gives(front, scalar, &spelt, &wanted).then_some(spelt)
    })
}

/// Whether `front` with `spelt` in the scalar's place differs only in that the scalar's value is `wanted`.
fn gives(front: &str, scalar: &Scalar, spelt: &str, wanted: &str) -> bool {
    let new = format!("{}{spelt}{}", &front[..scalar.span.start], &front[scalar.span.end..]);
    let mut before = Parser::new_from_str(front);
    let mut after = Parser::new_from_str(&new);
    for index in 0.. {
        match (before.next(), after.next()) {
            (None, None) => return true,
            (Some(Ok((Event::Scalar(_, _, anchor, tag), _))), Some(Ok((Event::Scalar(value, _, new_anchor, new_tag), _))))
                if index == scalar.index =>
            {
                if value != wanted || anchor != new_anchor || tag != new_tag {
                    return false;
                }
            }
            (Some(Ok((old, _))), Some(Ok((new, _)))) if old == new => {}
            _ => return false,
        }
    }
    false
}

fn plain(value: &str) -> Option<String> {
    is_plain(value).then(|| value.to_owned())
}

/// Whether `value` may be written as a plain scalar that every reader takes for a string.
pub(super) fn is_plain(value: &str) -> bool {
    let indicator = |c: char| "-?:,[]{}#&*!|>'\"%@`=<~".contains(c);
    !value.is_empty()
        && value.trim() == value
        && !value.starts_with(indicator)
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with(':')
        && !value.starts_with("...")
        && value.chars().all(is_printable)
        && !is_typed(value)
}

/// Whether a reader of YAML 1.1 or 1.2 would take the plain `value` for something other than a string.
fn is_typed(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let word = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(&lower.as_str());
    let digits = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '.'));
    let numeric = digits
        && (value.bytes().all(|byte| {
            byte.is_ascii_hexdigit() || matches!(byte, b'+' | b'-' | b'.' | b'_' | b':' | b'x' | b'o' | b'T' | b'Z' | b' ')
        }) || [".inf", "+.inf", ".nan"].contains(&lower.as_str()));
    word || numeric
}

/// Printable in every YAML style (§5.1), and no line break to any version of YAML.
fn is_printable(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn single(value: &str) -> Option<String> {
    value.chars().all(is_printable).then(|| format!("'{}'", value.replace('\'', "''")))
}

fn double(value: &str) -> String {
    let mut spelt = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => spelt.push_str("\\\""),
            '\\' => spelt.push_str("\\\\"),
            '\n' => spelt.push_str("\\n"),
            '\t' => spelt.push_str("\\t"),
            c if is_printable(c) => spelt.push(c),
            c if u32::from(c) <= 0xFF => spelt.push_str(&format!("\\x{:02X}", u32::from(c))),
            c => spelt.push_str(&format!("\\u{:04X}", u32::from(c))),
        }
    }
    spelt.push('"');
    spelt
}

/// A block scalar with the old one's header; `style` may differ from the old one's.
fn block(old: &str, style: ScalarStyle, value: &str, indent: &str, eol: &str) -> String {
    let header = old.lines().next().unwrap_or_default().trim_end();
    let header = match style {
        ScalarStyle::Literal => header.replacen('>', "|", 1),
        _ => header.to_owned(),
    };
    let old_indent = old.lines().skip(1).find(|line| !line.trim().is_empty());
    let old_indent = old_indent.map(|line| &line[..line.len() - line.trim_start_matches(' ').len()]);
    let indent = if indent.is_empty() { old_indent.unwrap_or("  ") } else { indent };
    let mut spelt = header;
    let lines = value.trim_end_matches('\n').split('\n');
    for (index, line) in lines.enumerate() {
        spelt.push_str(eol);
        if style == ScalarStyle::Folded && index > 0 && !line.is_empty() {
            // Folding turns a single line end into a space, so a line feed of the value needs an empty line.
            spelt.push_str(eol);
        }
        if !line.is_empty() {
            spelt.push_str(indent);
            spelt.push_str(line);
        }
    }
    spelt
}
