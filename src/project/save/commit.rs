//! Replacing: each file by one exchange of names. What is taken out is compared with what had been read; if somebody saved a
//! file in between, everything is put back and their text stands where they saved it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::change::Image;
use super::stage::{self, Step};
use super::swap;
use super::transaction::SaveError;

/// Makes the steps, all or none. On an error everything is as it was, [`SaveError::Partial`] excepted.
pub(super) fn commit(steps: &[Step<'_>], folders: &[PathBuf]) -> Result<(), SaveError> {
    let mut made = 0;
    let failed = make_folders(folders)
        .and_then(|()| steps.iter().try_for_each(|step| swap_in(step).inspect(|()| made += 1)))
        .and_then(|()| stage::for_each(steps, verify));
    match failed {
        Ok(()) => Ok(()),
        Err(error) => Err(take_back(&steps[..made], folders, error)),
    }
}

fn make_folders(folders: &[PathBuf]) -> Result<(), SaveError> {
    for folder in folders {
        match fs::create_dir(folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(SaveError::io(folder, error)),
            _ => {}
        }
    }
    Ok(())
}

fn swap_in(step: &Step<'_>) -> Result<(), SaveError> {
    let changed = || SaveError::ChangedMeanwhile(step.change.path.to_owned());
    let result = match (&step.change.before, &step.change.after) {
        (None, _) => swap::create(&step.staged, &step.place),
        (Some(_), Some(_)) => swap::replace(&step.staged, &step.place),
        (Some(_), None) => fs::rename(&step.place, &step.staged),
    };
    result.map_err(|error| match error.kind() {
        ErrorKind::NotFound if step.change.before.is_some() && !step.place.exists() => changed(),
        ErrorKind::AlreadyExists if step.change.before.is_none() => changed(),
        _ => SaveError::io(&step.place, error),
    })
}

/// Checks that what was taken out is what had been read. Done for all files at the very end, so that an editor that was
/// writing into a file while it was replaced is noticed too.
fn verify(step: &Step<'_>) -> Result<(), SaveError> {
    let Some(before) = &step.change.before else { return Ok(()) };
    // A link that was removed; what it leads to still stands.
    if step.staged.is_symlink() {
        return Ok(());
    }
    if before.is_in(&step.staged).map_err(|source| SaveError::io(&step.place, source))? {
        Ok(())
    } else {
        Err(SaveError::ChangedMeanwhile(step.change.path.to_owned()))
    }
}

/// Whether the file holds exactly `text`.
pub(super) fn holds(path: &Path, text: &str) -> io::Result<bool> {
    Image::Text(text).is_in(path)
}

/// Takes the steps back after `error`, last first. What stands at a place now and is not what was put there is somebody's new
/// text, and stays.
pub(super) fn take_back(steps: &[Step<'_>], folders: &[PathBuf], error: SaveError) -> SaveError {
    let mut left = Vec::new();
    for step in steps.iter().rev() {
        if swap_out(step).is_err() {
            left.push(step.change.path.to_owned());
        }
    }
    remove_folders(folders);
    if left.is_empty() {
        return error;
    }
    SaveError::Partial { cause: Box::new(error), left }
}

fn swap_out(step: &Step<'_>) -> io::Result<()> {
    let Step { staged, place, change, .. } = step;
    match (&change.before, &change.after) {
        (Some(_), Some(after)) => {
            swap::replace(staged, place)?;
            // Ours has come out, unless somebody saved since: then theirs goes in again.
            if after.is_in(staged)? { Ok(()) } else { swap::replace(staged, place) }
        }
        (None, Some(after)) => {
            if after.is_in(place)? {
                fs::remove_file(place)?;
            }
            Ok(())
        }
        (_, None) => match swap::create(staged, place) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            result => result,
        },
    }
}

/// Removes folders that were made for a command; one that is not empty is used by somebody else.
pub(super) fn remove_folders(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}
