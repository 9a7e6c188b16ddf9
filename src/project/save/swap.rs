//! Putting a file in place without a moment in which it is absent, and without losing what somebody saved in between.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Exchanges the files at `staged` and `place`. At every moment one of the two stands at `place`.
pub(super) fn replace(staged: &Path, place: &Path) -> io::Result<()> {
    match exchange(staged, place) {
        Err(error) if is_unsupported(&error) => {}
        result => return result,
    }
    // The older way: a second name for what stands there, then the rename that takes its first name away.
    let second = staged.with_extension("taken");
    match fs::hard_link(place, &second) {
        // No links either, as on FAT: a copy is the best that can be had.
        Err(error) if is_unsupported(&error) || error.kind() == ErrorKind::PermissionDenied => {
            fs::copy(place, &second)?;
        }
        result => result?,
    }
    fs::rename(staged, place)?;
    fs::rename(&second, staged).inspect_err(|_| {
        // As it was; if that fails too, what stood there keeps its second name.
        let _ = fs::rename(&second, place);
    })
}

/// Puts the file `new` at `place`, where nothing stands; `AlreadyExists` if something does by now.
pub(super) fn create(new: &Path, place: &Path) -> io::Result<()> {
    match rename_if_free(new, place) {
        Err(error) if is_unsupported(&error) => {}
        result => return result,
    }
    match fs::hard_link(new, place) {
        Ok(()) => fs::remove_file(new),
        Err(error) if is_unsupported(&error) || error.kind() == ErrorKind::PermissionDenied => {
            if place.symlink_metadata().is_ok() { Err(ErrorKind::AlreadyExists.into()) } else { fs::rename(new, place) }
        }
        Err(error) => Err(error),
    }
}

/// Whether the file system lacks an operation, rather than refusing this one.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}

#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(target_os = "linux")]
fn rename_if_free(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(not(target_os = "linux"))]
fn rename_if_free(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
