//! Files that people exchange with other programs: wherever they lie, they are no part of the project.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;

use super::load::LoadError;
use super::save::SaveError;
use crate::base::limits;

/// The bytes of a file that a person named.
///
/// # Errors
/// When it cannot be read, or is larger than any that people exchange.
pub fn load_exchange(path: &Path) -> Result<Vec<u8>, LoadError> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|source| LoadError::io(path, source))?;
    file.take(limits::CATALOG_BYTES + 1).read_to_end(&mut bytes).map_err(|source| LoadError::io(path, source))?;
    if bytes.len() as u64 > limits::CATALOG_BYTES {
        return Err(LoadError::io(path, std::io::ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

/// Writes a file that a person named, in one step: a reader sees the old text or the new one.
///
/// # Errors
/// When it cannot be written.
pub fn store_exchange(path: &Path, text: &str) -> Result<(), SaveError> {
    let io_error = |source| SaveError::Io { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // What is no plain file, such as a pipe, cannot change places with one.
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return fs::write(path, text).map_err(io_error);
    }
    let mut staged = tempfile::Builder::new().prefix(".tarjuman-").tempfile_in(folder).map_err(io_error)?;
    staged.write_all(text.as_bytes()).map_err(io_error)?;
    staged.as_file().sync_all().map_err(io_error)?;
    staged.persist(path).map_err(|error| io_error(error.error))?;
    Ok(())
}
