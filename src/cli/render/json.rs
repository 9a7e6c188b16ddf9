//! JSON results: one object, `"schema": 1` first, then the command, then the fields of its report (docs/formats.md).

use std::io::{self, Write};

use serde::Serialize;

#[derive(Serialize)]
struct Envelope<'a, T: Serialize> {
    schema: u32,
    command: &'a str,
    #[serde(flatten)]
    report: &'a T,
}

/// Writes a report of `command`.
pub fn write(out: &mut dyn Write, command: &str, report: &impl Serialize) -> io::Result<()> {
    let envelope = Envelope { schema: 1, command, report };
    serde_json::to_writer_pretty(&mut *out, &envelope)?;
    writeln!(out)
}
