//! Staging: every new content is written before the first file is replaced, so that a full disk or a missing permission shows
//! while nothing has happened yet.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;

use super::change::{Change, Image};
use super::journal::FileHeader;
use super::made::made_path;
use super::transaction::SaveError;

/// Below this many files one thread is as fast.
const WORTH_SHARING: usize = 64;

/// One change on its way into the project.
#[derive(Debug)]
pub(super) struct Step<'a> {
    pub change: Change<'a>,
    /// The real file, links followed.
    pub place: PathBuf,
    /// Where the new content waits, and where what it replaces is kept.
    pub staged: PathBuf,
    /// Whether that is in the folder of `place`, another file system being mounted there.
    pub beside: bool,
    /// The file that holds the new content already, where that is another one than `staged`.
    pub made: Option<PathBuf>,
}

/// The steps that make `changes` at `places`, in the entry `number` whose staging folder is `staging`.
pub(super) fn steps<'a>(changes: &[Change<'a>], places: Vec<PathBuf>, number: u64, staging: &Path) -> Vec<Step<'a>> {
    let mut beside: HashMap<PathBuf, bool> = HashMap::new();
    let home = staging.parent().unwrap_or(staging);
    let mut step = |(index, (change, place)): (usize, (&Change<'a>, PathBuf))| {
        let above = place.parent().unwrap_or(&place);
        let beside = match beside.get(above) {
            Some(known) => *known,
            None => *beside.entry(above.to_owned()).or_insert(!same_file_system(existing_folder(&place), home)),
        };
        let made = change.made.map(|made| made_path(staging, made.number));
        let (staged, made) = match (beside, made) {
            (true, made) => (beside_path(&place, number, index), made),
            (false, Some(made)) => (made, None),
            (false, None) => (staging.join(index.to_string()), None),
        };
        Step { change: *change, place, staged, beside, made }
    };
    changes.iter().zip(places).enumerate().map(&mut step).collect()
}

impl Step<'_> {
    /// Whether the file is new and was made while the command was planned: of such a one the journal keeps no text.
    pub fn is_anew(&self) -> bool {
        self.change.before.is_none() && matches!(self.change.after, Some(Image::Digest(_)))
    }

    /// What the journal says of it.
    pub fn header(&self) -> io::Result<FileHeader> {
        let header = match self.change.after {
            Some(Image::Digest(digest)) if self.is_anew() => FileHeader::made_anew(self.change.path, digest),
            _ => {
                let [before, after] = self.images()?;
                FileHeader::new(self.change.path, before.as_deref(), after.as_deref())
            }
        };
        Ok(FileHeader { beside: self.beside, made: self.change.made.map(|made| made.number), ..header })
    }

    /// The texts before and after.
    pub fn images(&self) -> io::Result<[Option<Cow<'_, str>>; 2]> {
        let waits = self.made.as_ref().unwrap_or(&self.staged);
        let before = self.change.before.map(|before| before.text(&self.place)).transpose()?;
        Ok([before, self.change.after.map(|after| after.text(waits)).transpose()?])
    }

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
    let written = match (step.change.after, &step.made) {
        (None, _) => Ok(()),
        (Some(Image::Text(text)), _) => create(text, &step.staged, &step.place),
        (Some(after), Some(made)) => after.text(made).and_then(|text| create(&text, &step.staged, &step.place)),
        (Some(Image::Digest(_)), None) if step.change.before.is_none() => Ok(()),
        (Some(Image::Digest(_)), None) => File::open(&step.staged).and_then(|file| take_permissions(&file, &step.place)),
    };
    written.map_err(|source| SaveError::io(&step.place, source))
}

/// Writes `text` to the new file `staged`, with the permissions of the file at `place`, if there is one.
pub(super) fn create(text: &str, staged: &Path, place: &Path) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(staged)?;
    file.write_all(text.as_bytes())?;
    take_permissions(&file, place)
}

/// Gives `file` the permissions of the file at `place`, if there is one.
fn take_permissions(file: &File, place: &Path) -> io::Result<()> {
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
