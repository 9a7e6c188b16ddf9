//! A transaction: what shall change, what has, and why not.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::change::{Change, Image};
use super::stage::{self, Step};
use super::writer::{SaveOptions, Title, Writer};
use super::{check, commit, flush};

/// The folder in which contents wait that go to a folder outside of the project.
const OUTSIDE_STAGING: &str = ".tarjuman-staging";

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
    #[error("another tarjuman is writing in this project, and was not done within {} seconds", .waited.as_secs())]
    Busy {
        /// How long this one waited.
        waited: Duration,
    },
    /// The operating system refused.
    #[error("cannot write `{}`", .path.display())]
    Io {
        /// What was written.
        path: PathBuf,
        /// Why it could not be.
        source: std::io::Error,
    },
    /// Replacing failed midway, and so did putting back what was replaced. The next writing command tries again.
    #[error("{cause}; not yet put back: {}", .left.join(", "))]
    Partial {
        /// What failed first.
        cause: Box<SaveError>,
        /// The files that hold the new text.
        left: Vec<String>,
    },
    /// A command was interrupted, and files it had to do with are neither as it found nor as it left them.
    #[error("`{command}` was interrupted, and since then changed: {}; both versions of its files are in `{folder}`", .files.join(", "))]
    Rescued {
        /// The command.
        command: String,
        /// The files.
        files: Vec<String>,
        /// Where their versions are, relative to the project.
        folder: String,
    },
    /// The journal entry of an interrupted command cannot be read.
    #[error("the journal entry `{}` of an interrupted command cannot be read: {why}", .path.display())]
    DamagedJournal {
        /// Its file.
        path: PathBuf,
        /// What is wrong with it.
        why: &'static str,
    },
}

impl FileChange {
    fn seen(&self) -> Change<'_> {
        let (before, after) = (self.before.as_deref().map(Image::Text), self.after.as_deref().map(Image::Text));
        Change { path: &self.path, before, after, made: None }
    }
}

impl SaveError {
    pub(super) fn io(path: &Path, source: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }
}

impl Saved {
    pub(super) fn of(changes: &[Change<'_>]) -> Self {
        let paths = |written: bool| {
            let chosen = changes.iter().filter(|change| change.after.is_some() == written);
            chosen.map(|change| change.path.to_owned()).collect()
        };
        Self { written: paths(true), removed: paths(false) }
    }
}

impl Transaction {
    /// Makes the changes in the project at `root`, as a writer of its own.
    ///
    /// # Errors
    /// As for [`Writer::begin`] and [`Writer::apply`].
    pub fn apply(&self, root: &Path) -> Result<Saved, SaveError> {
        if self.effective().is_empty() {
            return Ok(Saved::default());
        }
        Writer::begin(root, &SaveOptions::default())?.apply(&Title::command("save"), self)
    }

    /// Makes the changes below `folder`, which a person named on the command line and which may lie outside of every project:
    /// it is created if need be, nobody else's lock is taken, and no journal is kept.
    ///
    /// # Errors
    /// When a path may not be written, a file is not as it was read, or the operating system refuses.
    pub fn apply_outside(&self, folder: &Path) -> Result<Saved, SaveError> {
        let changes = self.effective();
        if changes.is_empty() {
            return Ok(Saved::default());
        }
        fs::create_dir_all(folder).map_err(|source| SaveError::io(folder, source))?;
        let root = folder.canonicalize().map_err(|source| SaveError::io(folder, source))?;
        let places = check::check(&root, &changes)?;
        let staging = root.join(OUTSIDE_STAGING);
        let saved = Self::save_outside(&changes, places, &staging);
        // Left over at worst; the next one begins with an empty folder.
        let _ = fs::remove_dir_all(&staging);
        saved
    }

    fn save_outside(changes: &[Change<'_>], places: Vec<PathBuf>, staging: &Path) -> Result<Saved, SaveError> {
        let io_error = |source| SaveError::io(staging, source);
        if staging.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
            fs::remove_dir_all(staging).map_err(io_error)?;
        }
        fs::create_dir(staging).map_err(io_error)?;
        let inner = staging.join("new");
        fs::create_dir(&inner).map_err(io_error)?;
        let steps = stage::steps(changes, places, 0, &inner);
        let folders = stage::missing_folders(steps.iter().map(|step| step.place.as_path()));
        stage::for_each(&steps, stage::write)?;
        flush::files(&Step::new_files(&steps)).map_err(io_error)?;
        commit::commit(&steps, &folders)?;
        let parents = steps.iter().filter_map(|step| step.place.parent());
        flush::folders(parents).map_err(io_error)?;
        Ok(Saved::of(changes))
    }

    /// The changes that change something.
    pub(super) fn effective(&self) -> Vec<Change<'_>> {
        self.changes.iter().filter(|change| change.before != change.after).map(FileChange::seen).collect()
    }
}
