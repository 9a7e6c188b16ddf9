//! The record of a target's files that belong to no article: one path to a line, sorted, so that two branches merge.

use super::VERSION;
use crate::format::tables::write_string;

/// The paths in a record; lines that hold none are passed over, those of a git conflict too.
pub fn read_lists(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim().trim_end_matches(','));
    let mut paths: Vec<String> =
        lines.filter(|line| line.starts_with('"')).filter_map(|line| serde_json::from_str(line).ok()).collect();
    paths.sort();
    paths.dedup();
    paths
}

/// The record as text. Equal paths give equal bytes.
pub fn write_lists<'p>(paths: impl IntoIterator<Item = &'p str>) -> String {
    let mut out = format!("version = {VERSION}\nfiles = [\n");
    for path in paths {
        out.push_str("    ");
        write_string(&mut out, path);
        out.push_str(",\n");
    }
    out.push_str("]\n");
    out
}
