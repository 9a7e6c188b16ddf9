//! `merge-driver`: merges one file that git asks about. No project is needed, only the three files.

use std::path::PathBuf;

use serde::Serialize;

use crate::format::merge::{MergeOptions, Merged, merge_bytes};
use crate::format::{fluent, ledger, published};
use crate::project::git::{load_handed, store_handed};

use super::Error;

/// What git asks to be merged.
#[derive(Debug, Clone)]
pub struct MergeDriverOptions {
    /// The file with the text both sides come from (git: `%O`).
    pub ancestor: PathBuf,
    /// The file with our text, which gets the result (`%A`).
    pub ours: PathBuf,
    /// The file with their text (`%B`).
    pub theirs: PathBuf,
    /// Where the file lies in the repository (`%P`); without it the text says what it is.
    pub path: Option<String>,
    /// How conflicts are written.
    pub merge: MergeOptions,
}

/// What came of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct MergeReport {
    /// How many conflicts are marked in the result.
    pub conflicts: usize,
}

/// Merges, and writes the result over our text.
///
/// # Errors
/// When a file cannot be read or written: our text is as it was then.
pub fn merge_driver(options: &MergeDriverOptions) -> Result<MergeReport, Error> {
    let [base, ours, theirs] = [load_handed(&options.ancestor)?, load_handed(&options.ours)?, load_handed(&options.theirs)?];
    let merged = merge(options.path.as_deref(), [&base, &ours, &theirs], &options.merge);
    if merged.text != ours {
        store_handed(&options.ours, &merged.text)?;
    }
    Ok(MergeReport { conflicts: merged.conflicts })
}

/// Merges the texts `[base, ours, theirs]` of a catalog, a ledger or a record of what is published, by `path` or by what is in them.
/// Anything else is merged as bytes.
pub fn merge(path: Option<&str>, sides: [&[u8]; 3], options: &MergeOptions) -> Merged<Vec<u8>> {
    let [base, ours, theirs] = sides;
    let texts = sides.map(std::str::from_utf8);
    let (Ok(base_text), Ok(our_text), Ok(their_text)) = (texts[0], texts[1], texts[2]) else {
        return merge_bytes(base, ours, theirs, options);
    };
    let merged = match kind(path, &[our_text, their_text, base_text]) {
        Some(Kind::Catalog) => fluent::merge(base_text, our_text, their_text, options),
        Some(Kind::Ledger) => ledger::merge(base_text, our_text, their_text, options),
        Some(Kind::Published) => published::merge(base_text, our_text, their_text, options),
        None => return merge_bytes(base, ours, theirs, options),
    };
    Merged { text: merged.text.into_bytes(), conflicts: merged.conflicts }
}

enum Kind {
    Catalog,
    Ledger,
    Published,
}

fn kind(path: Option<&str>, texts: &[&str]) -> Option<Kind> {
    match path {
        Some(path) if path.ends_with(".ftl") => return Some(Kind::Catalog),
        Some(path) if path.ends_with(".ledger.toml") => return Some(Kind::Ledger),
        _ => {}
    }
    let text = texts.iter().find(|text| !text.trim().is_empty())?;
    let is_tables = text.trim_start_matches('\u{feff}').lines().any(|line| line.starts_with("version ="));
    match path {
        Some(path) if !path.ends_with(".toml") => None,
        Some(_) if !is_tables => None,
        _ if !is_tables => Some(Kind::Catalog),
        _ if text.lines().any(|line| line.starts_with("output =")) => Some(Kind::Published),
        _ => Some(Kind::Ledger),
    }
}
