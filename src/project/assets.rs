//! Files that pages show and nobody translates: images, films, documents. They are copied as they are.
//!
//! They take no part in a transaction: a copy can always be made again.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::layout;
use super::load::is_harmless;

/// The file at `path` (relative to the project, forward slashes), if it is one that may be copied into a site: an ordinary
/// file inside the project, and neither it nor a folder on the way is hidden.
pub fn find(root: &Path, path: &str) -> Option<PathBuf> {
    if !layout::is_output(path) {
        return None;
    }
    let real = root.join(path).canonicalize().ok()?;
    let harmless = is_harmless(root, &real).unwrap_or(false);
    (harmless && real.is_file()).then_some(real)
}

/// Copies a file that [`find`] gave to `to`; an equal one is left alone. Says whether it was written.
///
/// # Errors
/// When the file cannot be read, or its copy cannot be written.
pub fn copy(from: &Path, to: &Path) -> io::Result<bool> {
    if is_copy(from, to)? {
        return Ok(false);
    }
    let folder = to.parent().ok_or_else(|| io::Error::from(ErrorKind::InvalidInput))?;
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".tarjuman-").tempfile_in(folder)?;
    file.write_all(&fs::read(from)?)?;
    file.as_file().set_permissions(from.metadata()?.permissions())?;
    file.persist(to)?;
    Ok(true)
}

/// Whether `to` holds the same bytes as `from`.
///
/// # Errors
/// When one of them cannot be read for another reason than that it is not there.
pub fn is_copy(from: &Path, to: &Path) -> io::Result<bool> {
    match to.metadata() {
        Ok(metadata) => Ok(metadata.len() == from.metadata()?.len() && fs::read(from)? == fs::read(to)?),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Removes the copy at `path` (forward slashes) below the folder `out`; nothing there is nothing to do.
///
/// # Errors
/// When it cannot be removed.
pub fn remove(out: &Path, path: &str) -> io::Result<()> {
    if !layout::is_output(path) {
        return Ok(());
    }
    match fs::remove_file(out.join(path)) {
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Err(error),
        _ => Ok(()),
    }
}
