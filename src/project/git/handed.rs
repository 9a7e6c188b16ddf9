//! Files that git names to a program it runs: wherever they lie, and whatever they hold.

use std::fs;
use std::path::Path;

use crate::project::load::LoadError;
use crate::project::save::SaveError;

/// The bytes of a file that git named.
pub fn load_handed(path: &Path) -> Result<Vec<u8>, LoadError> {
    fs::read(path).map_err(|source| LoadError::io(path, source))
}

/// Writes the result of a merge to the temporary file that git made for it. git takes it from there itself.
pub fn store_handed(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    fs::write(path, bytes).map_err(|source| SaveError::Io { path: path.to_owned(), source })
}
