//! Staging: every new content is written before the first file is replaced, so that a full disk or a missing permission shows
//! while nothing has happened yet.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;

use super::transaction::{FileChange, SaveError};

/// Below this many files one thread is as fast.
const WORTH_SHARING: usize = 64;

/// One change on its way into the project.
#[derive(Debug)]
pub(super) struct Step<'a> {
    pub change: &'a FileChange,
    /// The real file, links followed.
    pub place: PathBuf,
    /// Where the new content waits, and where what it replaces is kept.
    pub staged: PathBuf,
    /// Whether that is in the folder of `place`, another file system being mounted there.
    pub beside: bool,
}

impl<'a> Step<'a> {
    /// The step that makes `change` at `place`, in the entry `number` whose staging folder is `staging`.
    pub fn new(change: &'a FileChange, place: PathBuf, index: usize, number: u64, staging: &Path) -> Self {
        let folder = existing_folder(&place);
        let beside = !same_file_system(folder, staging.parent().unwrap_or(staging));
        let staged = if beside { beside_path(&place, number, index) } else { staging.join(index.to_string()) };
        Self { change, place, staged, beside }
    }
}

impl Step<'_> {
    /// The files that hold new contents.
    pub fn new_files(steps: &[Self]) -> Vec<&Path> {
        steps.iter().filter(|step| step.change.after.is_some()).map(|step| step.staged.as_path()).collect()
    }
}

/// Where a change is staged whose place lies on another file system than the journal.
pub(super) fn beside_path(place: &Path, number: u64, index: usize) -> PathBuf {
    place.with_file_name(format!(".tarjuman-{number:06}-{index}.tmp"))
}

/// The nearest folder above `place` that exists.
fn existing_folder(place: &Path) -> &Path {
    place.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(place)
}

#[cfg(unix)]
fn same_file_system(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let device = |path: &Path| path.metadata().map(|metadata| metadata.dev()).ok();
    device(a) == device(b)
}

#[cfg(not(unix))]
fn same_file_system(_: &Path, _: &Path) -> bool {
    true
}

/// The folders that are missing above the places, outermost first, each once.
pub(super) fn missing_folders<'a>(places: impl Iterator<Item = &'a Path>) -> Vec<PathBuf> {
    let mut known: HashSet<&Path> = HashSet::new();
    let mut missing = Vec::new();
    for place in places {
        let above: Vec<&Path> = place.ancestors().skip(1).take_while(|folder| known.insert(folder) && !folder.exists()).collect();
        missing.extend(above.into_iter().rev().map(Path::to_owned));
    }
    missing
}

/// Does something for every step; many steps are shared by two threads.
pub(super) fn for_each(steps: &[Step<'_>], work: impl Fn(&Step<'_>) -> Result<(), SaveError> + Sync) -> Result<(), SaveError> {
    let all = |steps: &[Step<'_>]| steps.iter().try_for_each(&work);
    if steps.len() < WORTH_SHARING {
        return all(steps);
    }
    let (one, other) = steps.split_at(steps.len() / 2);
    thread::scope(|scope| {
        let other = scope.spawn(|| all(other));
        let own = all(one);
        own.and(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Writes the new content of a step, if it has one. It is not durable yet.
pub(super) fn write(step: &Step<'_>) -> Result<(), SaveError> {
    let Some(text) = &step.change.after else { return Ok(()) };
    create(text, &step.staged, &step.place).map_err(|source| SaveError::io(&step.place, source))
}

/// Writes `text` to the new file `staged`, with the permissions of the file at `place`, if there is one.
pub(super) fn create(text: &str, staged: &Path, place: &Path) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(staged)?;
    file.write_all(text.as_bytes())?;
    if let Ok(metadata) = place.metadata() {
        let permissions = metadata.permissions();
        if file.metadata()?.permissions() != permissions {
            file.set_permissions(permissions)?;
        }
    }
    Ok(())
}

/// Removes a staged file that is not needed any more; there may be none.
pub(super) fn discard(staged: &Path) {
    // What cannot be removed now is removed when the next command begins.
    let _ = fs::remove_file(staged);
}
