//! The journal's folder: one entry for each command, numbered in order, its state in the name of its file.

use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use super::journal::{self, Entry, Header};
use super::transaction::SaveError;
use super::{flush, lock};
use crate::project::layout;

/// How much the journal keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JournalLimits {
    /// Commands at most.
    pub commands: usize,
    /// Bytes at most.
    pub bytes: u64,
}

impl Default for JournalLimits {
    fn default() -> Self {
        Self { commands: 50, bytes: 200 * 1024 * 1024 }
    }
}

/// How far the command of an entry came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Its entry is being written; nothing has been replaced.
    New,
    /// Its entry is complete; files may have been replaced.
    Pending,
    /// It is done.
    Done,
    /// It did not happen: it failed or was interrupted, and was taken back.
    Void,
}

impl Stage {
    fn extension(self) -> &'static str {
        match self {
            Stage::New => "new",
            Stage::Pending => "pending",
            Stage::Done => "done",
            Stage::Void => "void",
        }
    }

    fn of_extension(extension: &str) -> Option<Self> {
        [Stage::New, Stage::Pending, Stage::Done, Stage::Void].into_iter().find(|stage| stage.extension() == extension)
    }
}

/// An entry as the folder lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its number; later commands have higher ones.
    pub number: u64,
    /// How far it came.
    pub stage: Stage,
    /// Size of its file.
    pub bytes: u64,
}

/// The journal of a project.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The journal of the project at `root`; it need not exist.
    pub fn of(root: &Path) -> Self {
        Self { path: root.join(layout::PRIVATE).join("journal") }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The file of an entry.
    pub(super) fn file(&self, number: u64, stage: Stage) -> PathBuf {
        self.path.join(format!("{number:06}.{}", stage.extension()))
    }

    /// The folder in which an entry's new contents wait, and in which what they replaced is kept until all is verified.
    pub(super) fn staging(&self, number: u64) -> PathBuf {
        self.path.join(format!("{number:06}.d"))
    }

    /// Makes the folder if need be. A link in its place is refused: it might lead out of the project.
    pub(super) fn make(&self) -> Result<(), SaveError> {
        match self.path.symlink_metadata() {
            Ok(metadata) if metadata.is_dir() => Ok(()),
            Ok(_) => Err(SaveError::Refused { path: format!("{}/journal", layout::PRIVATE), why: "it is not a folder" }),
            Err(_) => self.create().map_err(|source| SaveError::io(&self.path, source)),
        }
    }

    fn create(&self) -> io::Result<()> {
        fs::create_dir(&self.path)?;
        // A journal without a durable name would be none.
        self.path.ancestors().skip(1).take(2).try_for_each(flush::folder)
    }

    /// All entries, oldest first.
    pub fn list(&self) -> io::Result<Vec<Listed>> {
        if self.path.symlink_metadata().is_ok_and(|metadata| !metadata.is_dir()) {
            return Ok(Vec::new());
        }
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut listed = Vec::new();
        for entry in entries {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let Some((number, extension)) = name.split_once('.') else { continue };
            let (Ok(number), Some(stage)) = (number.parse(), Stage::of_extension(extension)) else { continue };
            // Gone since it was listed: a writer at work has renamed it.
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_file() {
                listed.push(Listed { number, stage, bytes: metadata.len() });
            }
        }
        listed.sort_unstable();
        Ok(listed)
    }

    /// The command that was interrupted and that the next writing command will take back. None while a writer is at work.
    /// Never waits and changes nothing.
    pub fn interrupted(root: &Path) -> io::Result<Option<String>> {
        let folder = Self::of(root);
        let pending = |listed: &Listed| listed.stage == Stage::Pending;
        if !folder.list()?.iter().any(pending) || lock::is_taken(root) {
            return Ok(None);
        }
        // Listed again: a writer may have finished between the two questions.
        let Some(listed) = folder.list()?.into_iter().find(pending) else { return Ok(None) };
        Ok(Some(folder.header(&listed).map_or_else(|_| "a command".to_owned(), |header| header.command)))
    }

    /// The header of an entry, unverified.
    pub fn header(&self, listed: &Listed) -> io::Result<Header> {
        journal::read_header(&mut BufReader::new(File::open(self.file(listed.number, listed.stage))?))
    }

    /// An entry with its images; the inner error says what is wrong with its content.
    pub fn entry(&self, listed: &Listed) -> io::Result<Result<Entry, &'static str>> {
        Ok(journal::read(&fs::read(self.file(listed.number, listed.stage))?))
    }

    /// Renames an entry's file to say how far it has come.
    pub(super) fn mark(&self, number: u64, from: Stage, to: Stage) -> io::Result<()> {
        fs::rename(self.file(number, from), self.file(number, to))
    }

    /// Removes what exceeds the limits, oldest first, and never an entry whose command is not finished.
    pub(super) fn prune(&self, limits: &JournalLimits) -> io::Result<()> {
        let (mut commands, mut bytes) = (0, 0);
        for listed in self.list()?.iter().rev().filter(|listed| matches!(listed.stage, Stage::Done | Stage::Void)) {
            commands += 1;
            bytes += listed.bytes;
            if commands > limits.commands || bytes > limits.bytes {
                fs::remove_file(self.file(listed.number, listed.stage))?;
            }
        }
        Ok(())
    }

    /// Removes what commands left that did not come to change anything.
    pub(super) fn sweep(&self) -> io::Result<()> {
        let listed = self.list()?;
        let pending = |number: u64| listed.iter().any(|own| own.number == number && own.stage == Stage::Pending);
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some((number, extension)) = name.split_once('.') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            let kind = entry.file_type()?;
            if extension == "new" && !kind.is_dir() {
                fs::remove_file(entry.path())?;
            } else if extension == "d" && kind.is_dir() && !pending(number) {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    }
}
