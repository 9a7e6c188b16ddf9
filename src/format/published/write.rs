//! Writing a record of what is published.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::VERSION;
use crate::base::{Fingerprint, Locale};
use crate::format::tables::write_string;
use crate::model::{Published, PublishedLocale, PublishedPage};

/// The record of one article as text. Equal records give equal bytes.
pub fn write(published: &Published) -> String {
    let mut out = format!("version = {VERSION}\n");
    let locales: BTreeSet<&Locale> = published.locales.keys().chain(published.withdrawn.keys()).collect();
    for locale in locales {
        out.push_str(&format!("\n[{locale}]\n"));
        let Some(live) = published.locales.get(locale) else {
            let revision = published.withdrawn.get(locale).copied().unwrap_or_default();
            out.push_str(&format!("withdrawn = true\nrevision = {revision}\n"));
            continue;
        };
        let PublishedLocale { output, revision, last_revision, text, page, units } = live;
        write_field(&mut out, "output", output);
        out.push_str(&format!("revision = {revision}\n"));
        if last_revision > revision {
            out.push_str(&format!("last-revision = {last_revision}\n"));
        }
        if let Some(text) = text {
            write_fingerprint(&mut out, "text", *text);
        }
        if let Some(page) = page {
            write_page(&mut out, page);
        }
        for (unit, record) in units {
            for part in ["\n[", locale.as_str(), ".", unit.as_str(), "]\n"] {
                out.push_str(part);
            }
            write_fingerprint(&mut out, "text", record.text);
            if let Some(renders) = record.renders {
                write_fingerprint(&mut out, "renders", renders);
            }
            if record.fallback {
                out.push_str("fallback = true\n");
            }
        }
    }
    out
}

fn write_fingerprint(out: &mut String, key: &str, fingerprint: Fingerprint) {
    writeln!(out, "{key} = \"{fingerprint}\"").expect("writing to a string cannot fail");
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
    if page.untranslated {
        out.push_str("untranslated = true\n");
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
