//! Writing a record of what is published.

use super::VERSION;
use crate::format::tables::write_string;
use crate::model::{Published, PublishedLocale};

/// The record of one article as text. Equal records give equal bytes.
pub fn write(published: &Published) -> String {
    let mut out = format!("version = {VERSION}\n");
    for (locale, PublishedLocale { output, units }) in &published.locales {
        out.push_str(&format!("\n[{locale}]\noutput = "));
        write_string(&mut out, output);
        out.push('\n');
        for (unit, record) in units {
            out.push_str(&format!("\n[{locale}.{unit}]\ntext = \"{}\"\n", record.text));
            if let Some(renders) = record.renders {
                out.push_str(&format!("renders = \"{renders}\"\n"));
            }
            if record.fallback {
                out.push_str("fallback = true\n");
            }
        }
    }
    out
}
