//! Files below `.tarjuman/` that a command writes for itself: caches and copies, each replaced as a whole.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::layout::PRIVATE;
use super::save::flush;

/// Writes `content` to `path` (forward slashes, below the project at `root`), with the folders above it. A power cut may lose it: it
/// has to be something that can be made again.
///
/// # Errors
/// When the file system refuses, or a part of the path is a link: it could lead anywhere.
pub fn write(root: &Path, path: &str, content: &[u8]) -> io::Result<()> {
    stage(root, path, content).and_then(Staged::place)
}

/// Writes files as [`write()`] does, so that all of them survive a power cut.
///
/// # Errors
/// The path that cannot be written, and why.
pub fn write_lasting(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), (PathBuf, io::Error)> {
    let mut staged = Vec::new();
    for (path, content) in files {
        staged.push(stage(root, path, content).map_err(|error| (root.join(path), error))?);
    }
    let private = |error| (root.join(PRIVATE), error);
    let contents: Vec<&Path> = staged.iter().map(|file| file.waiting.as_path()).collect();
    flush::files(&contents).map_err(private)?;
    let mut folders = BTreeSet::new();
    for file in staged {
        let place = file.place.clone();
        file.place().map_err(|error| (place.clone(), error))?;
        let above = place.ancestors().skip(1).take_while(|folder| folder.starts_with(root));
        folders.extend(above.map(Path::to_owned));
    }
    flush::folders(folders.iter().map(PathBuf::as_path)).map_err(private)
}

/// A file that is written; unless it is put into its place, it goes away with this.
struct Staged {
    waiting: PathBuf,
    place: PathBuf,
    is_placed: bool,
}

impl Staged {
    fn place(mut self) -> io::Result<()> {
        fs::rename(&self.waiting, &self.place)?;
        self.is_placed = true;
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.is_placed {
            let _ = fs::remove_file(&self.waiting);
        }
    }
}

fn stage(root: &Path, path: &str, content: &[u8]) -> io::Result<Staged> {
    let (folders, name) = path.rsplit_once('/').ok_or(ErrorKind::InvalidInput)?;
    let folder = make(root, folders)?;
    let staged = Staged { waiting: folder.join(format!(".new-{name}")), place: folder.join(name), is_placed: false };
    // One may be left of a command that was killed.
    let _ = fs::remove_file(&staged.waiting);
    fs::File::options().write(true).create_new(true).open(&staged.waiting)?.write_all(content)?;
    Ok(staged)
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
