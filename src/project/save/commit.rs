//! Writing: first every new content beside its place, then every replacement by rename, undone if one fails.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::transaction::{FileChange, SaveError, Saved};

/// New contents beside their places, and the folders made for them. Dropped without a commit, it leaves no trace.
pub(super) struct Staged {
    /// One for each change; `None` where a file is removed.
    files: Vec<Option<TempPath>>,
    folders: Folders,
}

/// Folders that were made, outermost first; removed again when dropped unless they are kept.
struct Folders {
    made: Vec<PathBuf>,
}

impl Drop for Folders {
    fn drop(&mut self) {
        for folder in self.made.iter().rev() {
            // Not empty any more: somebody else uses it.
            let _ = fs::remove_dir(folder);
        }
    }
}

impl Folders {
    fn make(&mut self, folder: &Path) -> std::io::Result<()> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.made.push(folder.to_owned());
        }
        Ok(())
    }
}

/// Writes every new content beside its place: a full disk or a missing permission shows here, before anything is replaced.
pub(super) fn stage(changes: &[&FileChange], places: &[PathBuf]) -> Result<Staged, SaveError> {
    // Dropped in reverse order: the files must be gone before their folders can be removed.
    let mut folders = Folders { made: Vec::new() };
    let mut files = Vec::with_capacity(changes.len());
    for (change, place) in changes.iter().zip(places) {
        let staged = match &change.after {
            None => None,
            Some(text) => Some(stage_one(text, place, &mut folders).map_err(|source| SaveError::io(place, source))?),
        };
        files.push(staged);
    }
    Ok(Staged { files, folders })
}

fn stage_one(text: &str, place: &Path, folders: &mut Folders) -> std::io::Result<TempPath> {
    let folder = place.parent().expect("a place lies in the project");
    folders.make(folder)?;
    write_beside(text, place, folder)
}

fn write_beside(text: &str, place: &Path, folder: &Path) -> std::io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tarjuman-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Temporary files are private by default; this one becomes an ordinary file, subject to the umask.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    if let Ok(metadata) = place.metadata() {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    // Closed here: there may be more files than a process may hold open.
    Ok(file.into_temp_path())
}

/// Replaces and removes the files. If one cannot be, those before it are put back.
pub(super) fn commit(changes: &[&FileChange], places: &[PathBuf], staged: Staged) -> Result<Saved, SaveError> {
    let Staged { files, mut folders } = staged;
    let mut saved = Saved::default();
    for (index, file) in files.into_iter().enumerate() {
        let place = &places[index];
        let done = match file {
            Some(file) => file.persist(place).map_err(|error| error.error),
            None => fs::remove_file(place),
        };
        if let Err(source) = done {
            let left = undo(&changes[..index], &places[..index]);
            if left.is_empty() {
                return Err(SaveError::io(place, source));
            }
            folders.made.clear();
            return Err(SaveError::Partial { failed: place.clone(), source, left });
        }
        let list = if changes[index].after.is_some() { &mut saved.written } else { &mut saved.removed };
        list.push(changes[index].path.clone());
    }
    folders.made.clear();
    Ok(saved)
}

/// Puts the files back, last first; gives those that could not be.
fn undo(changes: &[&FileChange], places: &[PathBuf]) -> Vec<String> {
    let mut left = Vec::new();
    for (change, place) in changes.iter().zip(places).rev() {
        let undone = match &change.before {
            None => fs::remove_file(place),
            Some(text) => {
                let folder = place.parent().expect("a place lies in the project");
                write_beside(text, place, folder).and_then(|file| file.persist(place).map_err(|error| error.error))
            }
        };
        if undone.is_err() {
            left.push(change.path.clone());
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replacement_that_fails_midway_puts_the_others_back() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a"), "one").unwrap();
        fs::write(root.join("b"), "two").unwrap();
        let change = |path: &str, before: Option<&str>, after: Option<&str>| FileChange {
            path: path.to_owned(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let changes = [
            change("a", Some("one"), Some("uno")),
            change("b", Some("two"), None),
            change("n/c", None, Some("x")),
            change("d", None, Some("y")),
        ];
        let changes: Vec<&FileChange> = changes.iter().collect();
        let places: Vec<PathBuf> = changes.iter().map(|change| root.join(&change.path)).collect();
        let staged = stage(&changes, &places).unwrap();
        // What nobody can foresee: a folder appears where the last file goes.
        fs::create_dir(root.join("d")).unwrap();
        let error = commit(&changes, &places, staged).unwrap_err();
        assert!(matches!(error, SaveError::Io { .. }), "{error:?}");
        let mut left: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["a", "b", "d"]);
        assert_eq!(fs::read_to_string(root.join("a")).unwrap(), "one");
        assert_eq!(fs::read_to_string(root.join("b")).unwrap(), "two");
    }
}
