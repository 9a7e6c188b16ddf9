//! JSON results: one object, `"schema": 1` first, then the command, then the fields of its report (docs/formats.md).

use std::io::{self, Write};

use serde::Serialize;

use super::style::is_dangerous;

#[derive(Serialize)]
struct Envelope<'a, T: Serialize> {
    schema: u32,
    command: &'a str,
    #[serde(flatten)]
    report: &'a T,
}

/// Writes a report of `command`. Control and direction characters of content are escaped: the result may be shown on a terminal.
pub fn write(out: &mut dyn Write, command: &str, report: &impl Serialize) -> io::Result<()> {
    let envelope = Envelope { schema: 1, command, report };
    let text = serde_json::to_string_pretty(&envelope)?;
    // Outside of strings JSON has none of them but line feeds; inside, each may be written as an escape.
    let is_dangerous = |c: char| c != '\n' && is_dangerous(c);
    let mut done = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| is_dangerous(*c)) {
        write!(out, "{}\\u{:04x}", &text[done..at], u32::from(c))?;
        done = at + c.len_utf8();
    }
    writeln!(out, "{}", &text[done..])
}
