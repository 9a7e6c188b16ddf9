//! A transaction: what shall change, what has, and why not.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::{check, commit};
use crate::project::layout;

/// The lock file; its existence means nothing, a lock on it means that a writer is at work.
const LOCK: &str = "lock";

/// Changes to files that are made together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transaction {
    /// The changes, at most one for a path. One whose `before` and `after` are equal is passed over.
    pub changes: Vec<FileChange>,
}

/// A change to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Path relative to the project, forward slashes.
    pub path: String,
    /// The text that was read; `None` when there was no file.
    pub before: Option<String>,
    /// The text that shall stand there; `None` removes the file.
    pub after: Option<String>,
}

/// What a transaction did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saved {
    /// Files created or replaced, in the order of the changes.
    pub written: Vec<String>,
    /// Files removed.
    pub removed: Vec<String>,
}

/// Why nothing was saved; [`SaveError::Partial`] alone means that something was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The path is not one that may be written.
    #[error("`{}` may not be written: {why}", .path.escape_debug())]
    Refused {
        /// The path as given.
        path: String,
        /// Which rule it breaks.
        why: &'static str,
    },
    /// The file, or the folder it lies in, is read-only.
    #[error("`{0}` is read-only")]
    ReadOnly(String),
    /// The file is not as it was read: somebody saved it meanwhile.
    #[error("`{0}` was changed meanwhile")]
    ChangedMeanwhile(String),
    /// Another writer is at work in this project.
    #[error("another tarjuman is writing in this project")]
    Busy,
    /// The operating system refused.
    #[error("cannot write `{}`", .path.display())]
    Io {
        /// What was written.
        path: PathBuf,
        /// Why it could not be.
        source: std::io::Error,
    },
    /// Replacing failed midway, and undoing what was done failed as well.
    #[error("cannot write `{}`; left changed: {}", .failed.display(), .left.join(", "))]
    Partial {
        /// The file that could not be replaced.
        failed: PathBuf,
        /// Why it could not be.
        source: std::io::Error,
        /// The files that hold the new text and could not be put back.
        left: Vec<String>,
    },
}

impl SaveError {
    pub(super) fn io(path: &Path, source: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }
}

impl Transaction {
    /// Makes the changes in the project at `root`. On an error nothing has been changed, [`SaveError::Partial`] excepted.
    /// A transaction without changes touches nothing, not even the lock.
    pub fn apply(&self, root: &Path) -> Result<Saved, SaveError> {
        let changes: Vec<&FileChange> = self.changes.iter().filter(|change| change.before != change.after).collect();
        if changes.is_empty() {
            return Ok(Saved::default());
        }
        let root = root.canonicalize().map_err(|source| SaveError::io(root, source))?;
        let places = check::check(&root, &changes)?;
        let _lock = lock(&root)?;
        // Checked again under the lock: another writer may have been at work until now.
        check::check_unchanged(&changes, &places)?;
        let staged = commit::stage(&changes, &places)?;
        check::check_unchanged(&changes, &places)?;
        commit::commit(&changes, &places, staged)
    }
}

impl Transaction {
    /// Makes the changes below `folder`, which a person named on the command line and which may lie outside of every project:
    /// it is created if need be, and nobody else's lock is taken.
    pub fn apply_outside(&self, folder: &Path) -> Result<Saved, SaveError> {
        let changes: Vec<&FileChange> = self.changes.iter().filter(|change| change.before != change.after).collect();
        if changes.is_empty() {
            return Ok(Saved::default());
        }
        fs::create_dir_all(folder).map_err(|source| SaveError::io(folder, source))?;
        let folder = folder.canonicalize().map_err(|source| SaveError::io(folder, source))?;
        let places = check::check(&folder, &changes)?;
        let staged = commit::stage(&changes, &places)?;
        commit::commit(&changes, &places, staged)
    }
}

/// Takes the project's lock, which ends with the returned file.
fn lock(root: &Path) -> Result<File, SaveError> {
    let folder = root.join(layout::PRIVATE);
    match folder.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(SaveError::Refused { path: layout::PRIVATE.to_owned(), why: "it is not a folder" }),
        Err(_) => {
            check::check_writable(root, ".")?;
            create_private(&folder).map_err(|source| SaveError::io(&folder, source))?;
        }
    }
    let path = folder.join(LOCK);
    if path.symlink_metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return Err(SaveError::Refused { path: format!("{}/{LOCK}", layout::PRIVATE), why: "it is not a file" });
    }
    let file = File::options().create(true).append(true).open(&path).map_err(|source| SaveError::io(&path, source))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(SaveError::Busy),
        Err(TryLockError::Error(source)) => Err(SaveError::io(&path, source)),
    }
}

/// Makes the folder of what belongs to this working copy only. It tells git so itself, whatever the project ignores.
fn create_private(folder: &Path) -> std::io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => fs::write(folder.join(".gitignore"), "*\n"),
        Err(_) if folder.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}
