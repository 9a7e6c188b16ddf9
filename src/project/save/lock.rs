//! One writer at a time: a lock on a file in the private folder, waited for and never stolen.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::check;
use super::notice::{Notice, Notices};
use super::transaction::SaveError;
use crate::project::layout;

/// The lock file; its existence means nothing, a lock on it means that a writer is at work.
const LOCK: &str = "lock";
/// How often a waiting writer asks again.
const STEP: Duration = Duration::from_millis(10);
/// A shorter wait is nobody's business.
const WORTH_TELLING: Duration = Duration::from_millis(500);

/// The project's lock; it ends when this is dropped, or when the process ends however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
    /// Whether somebody else had it first.
    pub waited: bool,
}

/// Takes the lock of the project at `root`, and waits for it as long as `wait`.
pub(super) fn take(root: &Path, wait: Duration, notices: &Notices) -> Result<Lock, SaveError> {
    let path = lock_path(root)?;
    let begun = Instant::now();
    let (mut waited, mut told) = (false, false);
    loop {
        let file = open(&path)?;
        match file.try_lock() {
            Ok(()) if is_still(&file, &path) => return Ok(Lock { _file: file, waited }),
            // Somebody removed the file while we waited; a lock on what has no name is no lock.
            Ok(()) => continue,
            Err(TryLockError::WouldBlock) if begun.elapsed() >= wait => return Err(SaveError::Busy { waited: wait }),
            Err(TryLockError::WouldBlock) => {
                waited = true;
                if !told && begun.elapsed() >= WORTH_TELLING {
                    notices.tell(&Notice::Waiting { longest: wait });
                    told = true;
                }
                thread::sleep(STEP);
            }
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                notices.tell(&Notice::NoLocks);
                return Ok(Lock { _file: file, waited });
            }
            Err(TryLockError::Error(source)) => return Err(SaveError::io(&path, source)),
        }
    }
}

/// Whether a writer is at work in the project at `root` in this moment. Never waits, creates nothing.
pub(super) fn is_taken(root: &Path) -> bool {
    let Ok(file) = File::open(root.join(layout::PRIVATE).join(LOCK)) else { return false };
    matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
}

fn open(path: &Path) -> Result<File, SaveError> {
    if path.symlink_metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return Err(SaveError::Refused { path: format!("{}/{LOCK}", layout::PRIVATE), why: "it is not a file" });
    }
    File::options().create(true).append(true).open(path).map_err(|source| SaveError::io(path, source))
}

fn lock_path(root: &Path) -> Result<PathBuf, SaveError> {
    let folder = root.join(layout::PRIVATE);
    match folder.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(SaveError::Refused { path: layout::PRIVATE.to_owned(), why: "it is not a folder" }),
        Err(_) => {
            check::check_writable(root, ".")?;
            create_private(&folder).map_err(|source| SaveError::io(&folder, source))?;
        }
    }
    Ok(folder.join(LOCK))
}

/// Makes the folder of what belongs to this working copy only. It tells git so itself, whatever the project ignores.
fn create_private(folder: &Path) -> std::io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => fs::write(folder.join(".gitignore"), "*\n"),
        Err(_) if folder.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    matches!((&file.metadata(), &path.symlink_metadata()), (Ok(own), Ok(there)) if same(own, there))
}

#[cfg(not(unix))]
fn is_still(_: &File, path: &Path) -> bool {
    path.exists()
}
