//! Colours, and text that comes from articles, catalogs or file names made safe for a terminal.
//!
//! Content is shown with control characters escaped, and right-to-left text isolated (UAX #9) so that it cannot reorder the
//! line around it.

use std::borrow::Cow;
use std::io::{self, IsTerminal};

use crate::cli::args::{ColorChoice, Format};

/// How text is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether ANSI colours are used.
    pub color: bool,
}

impl Style {
    /// The style of results on stdout.
    pub fn of(choice: ColorChoice, format: Format) -> Self {
        Self { color: format == Format::Text && wants_color(choice, io::stdout().is_terminal()) }
    }

    /// The style of messages on stderr.
    pub fn for_errors(choice: ColorChoice) -> Self {
        Self { color: wants_color(choice, io::stderr().is_terminal()) }
    }

    /// Bold text.
    pub fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }

    /// Something that is wrong or deleted.
    pub fn red(self, text: &str) -> String {
        self.paint("31", text)
    }

    /// Something that is right or inserted.
    pub fn green(self, text: &str) -> String {
        self.paint("32", text)
    }

    /// Something to look at.
    pub fn yellow(self, text: &str) -> String {
        self.paint("33", text)
    }

    /// Something beside the point.
    pub fn dim(self, text: &str) -> String {
        self.paint("2", text)
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.color && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

fn wants_color(choice: ColorChoice, terminal: bool) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// Foreign text, safe to print on one line: control characters and bidirectional controls escaped, right-to-left text isolated.
pub fn safe(text: &str) -> Cow<'_, str> {
    let mut shown = if text.contains(is_dangerous) { Cow::Owned(escape(text, is_dangerous)) } else { Cow::Borrowed(text) };
    if text.chars().any(is_right_to_left) {
        shown = Cow::Owned(format!("\u{2068}{shown}\u{2069}"));
    }
    shown
}

/// One line of a foreign file, safe to print and otherwise as it is: control characters and bidirectional controls escaped.
pub fn safe_line(line: &str) -> Cow<'_, str> {
    let dangerous = |c: char| (c.is_control() && c != '\t') || is_bidi_control(c);
    if !line.contains(dangerous) {
        return Cow::Borrowed(line);
    }
    let parts = line.split('\t').map(|part| escape(part, dangerous));
    Cow::Owned(parts.collect::<Vec<_>>().join("\t"))
}

fn escape(text: &str, dangerous: impl Fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            c if dangerous(c) => escaped.push_str(&format!("\\u{{{:04X}}}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Whether a character can drive a terminal, break a line, or turn the direction of what follows.
pub(super) fn is_dangerous(c: char) -> bool {
    c.is_control() || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character belongs to a script that runs from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// A count with its noun: `1 unit`, `2 units`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        return format!("1 {noun}");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{count} {stem}ies"),
        _ => format!("{count} {noun}s"),
    }
}
