//! Writing a record of what is published.

use super::VERSION;
use crate::format::tables::write_string;
use crate::model::{Published, PublishedLocale, PublishedPage};

/// The record of one article as text. Equal records give equal bytes.
pub fn write(published: &Published) -> String {
    let mut out = format!("version = {VERSION}\n");
    for (locale, PublishedLocale { output, page, units }) in &published.locales {
        out.push_str(&format!("\n[{locale}]\n"));
        write_field(&mut out, "output", output);
        if let Some(page) = page {
            write_page(&mut out, page);
        }
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

fn write_field(out: &mut String, key: &str, value: &str) {
    out.push_str(&format!("{key} = "));
    write_string(out, value);
    out.push('\n');
}

fn write_page(out: &mut String, page: &PublishedPage) {
    write_field(out, "title", &page.title);
    for (key, value) in [("summary", &page.summary), ("date", &page.date), ("updated", &page.updated)] {
        if !value.is_empty() {
            write_field(out, key, value);
        }
    }
    if !page.earlier.is_empty() {
        out.push_str("earlier = [\n");
        for output in &page.earlier {
            out.push_str("    ");
            write_string(out, output);
            out.push_str(",\n");
        }
        out.push_str("]\n");
    }
}
