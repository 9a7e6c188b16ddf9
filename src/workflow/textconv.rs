//! `textconv`: a file as `git diff` shows it.

use std::path::Path;

use crate::format::fluent;
use crate::project::git::load_handed;

use super::Error;

/// The readable form of the catalog at `path`; of any other file, or one that is not UTF-8, its text as it is.
///
/// # Errors
/// When the file cannot be read.
pub fn textconv(path: &Path) -> Result<String, Error> {
    let bytes = load_handed(path)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(fluent::readable(&text).unwrap_or(text)),
        Err(error) => Ok(String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}
