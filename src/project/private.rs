//! Files below `.tarjuman/` that a command writes for itself: caches and copies, each replaced as a whole.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// How a private file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// A power cut may lose it; it can be made again.
    Cache,
    /// It survives a power cut.
    Lasting,
}

/// Writes `content` to `path` (forward slashes, below the project at `root`), with the folders above it.
///
/// # Errors
/// When the file system refuses, or a part of the path is a link: it could lead anywhere.
pub fn write(root: &Path, path: &str, content: &[u8], durability: Durability) -> io::Result<()> {
    let (folders, name) = path.rsplit_once('/').ok_or(ErrorKind::InvalidInput)?;
    let folder = make(root, folders)?;
    let staged = folder.join(format!(".new-{name}"));
    // One may be left of a command that was killed.
    let _ = fs::remove_file(&staged);
    let written = fs::File::options().write(true).create_new(true).open(&staged).and_then(|mut file| {
        file.write_all(content)?;
        if durability == Durability::Lasting { file.sync_all() } else { Ok(()) }
    });
    written.and_then(|()| fs::rename(&staged, folder.join(name))).inspect_err(|_| {
        let _ = fs::remove_file(&staged);
    })
}

fn make(root: &Path, folders: &str) -> io::Result<PathBuf> {
    let mut folder = root.to_owned();
    for part in folders.split('/') {
        folder.push(part);
        match folder.symlink_metadata() {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(ErrorKind::NotADirectory.into()),
            Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir(&folder)?,
            Err(error) => return Err(error),
        }
    }
    Ok(folder)
}
