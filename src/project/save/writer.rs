//! The one writer of a project: takes the lock, clears up after a crash, and saves transactions with their journal.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::change::Change;
use super::folder::{Folder, JournalLimits, Stage};
use super::journal::{self, Header, Part};
use super::lock::{self, Lock};
use super::made::{MadeChange, Maker};
use super::notice::Notices;
use super::stage::Step;
use super::transaction::{SaveError, Saved, Transaction};
use super::{check, commit, flush, recover, stage};

/// How long a writer waits for another one before it gives up.
pub const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How a project is written.
#[derive(Debug, Clone)]
pub struct SaveOptions {
    /// How long to wait for another writer.
    pub wait: Duration,
    /// How much the journal keeps.
    pub journal: JournalLimits,
    /// Who is told what happens meanwhile.
    pub notices: Notices,
}

impl Default for SaveOptions {
    fn default() -> Self {
        Self { wait: LONGEST_WAIT, journal: JournalLimits::default(), notices: Notices::default() }
    }
}

/// What a transaction is called in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Title {
    /// The command as a person would say it.
    pub command: String,
    /// What it takes back of earlier entries, latest first.
    pub undoes: Vec<Part>,
    /// What it makes again of earlier entries, earliest first.
    pub redoes: Vec<Part>,
}

impl Title {
    /// An ordinary command.
    pub fn command(command: impl Into<String>) -> Self {
        Self { command: command.into(), ..Self::default() }
    }
}

/// Who alone may write in a project, as long as it lives.
#[derive(Debug)]
pub struct Writer {
    root: PathBuf,
    folder: Folder,
    limits: JournalLimits,
    /// Or why the project cannot be written; that matters only to a command that has something to write.
    lock: Result<Lock, Option<SaveError>>,
    recovered: bool,
}

impl Writer {
    /// Takes the lock of the project at `root`, waiting if need be, and recovers from a crash.
    ///
    /// # Errors
    /// When another writer does not end in time, or a person has to look at what an interrupted command left.
    pub fn begin(root: &Path, options: &SaveOptions) -> Result<Self, SaveError> {
        let root = root.canonicalize().map_err(|source| SaveError::io(root, source))?;
        let folder = Folder::of(&root);
        let lock = match lock::take(&root, options.wait, &options.notices) {
            Ok(lock) => Ok(lock),
            Err(busy @ SaveError::Busy { .. }) => return Err(busy),
            Err(other) => Err(Some(other)),
        };
        let recovered = lock.is_ok() && recover::recover(&root, &folder, &options.notices)?;
        Ok(Self { root, folder, limits: options.journal, lock, recovered })
    }

    /// Whether files may have changed since before [`Writer::begin`]: by another writer that was waited for, or by recovery.
    pub fn is_late(&self) -> bool {
        self.recovered || self.lock.as_ref().is_ok_and(|lock| lock.waited)
    }

    /// Makes the changes. On an error nothing has been changed, [`SaveError::Partial`] excepted. A transaction without changes
    /// touches nothing.
    ///
    /// # Errors
    /// When a path may not be written, a file is not as it was read, or the operating system refuses.
    pub fn apply(&mut self, title: &Title, transaction: &Transaction) -> Result<Saved, SaveError> {
        self.apply_all(title, transaction.effective(), false)
    }

    /// Where the new contents of the next transaction can wait while it is planned; `None` when the project cannot be written.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn maker(&self) -> Result<Option<Maker>, SaveError> {
        match self.lock {
            Ok(_) => Ok(Some(Maker::new(self.folder.clone(), self.next_number()?))),
            Err(_) => Ok(None),
        }
    }

    /// Makes the changes, those that `maker` has taken in among them, as [`Writer::apply`] does. Whatever else `maker` has taken
    /// in is gone afterwards.
    ///
    /// # Errors
    /// As for [`Writer::apply`].
    pub fn apply_made(
        &mut self,
        title: &Title,
        transaction: &Transaction,
        (maker, made): (&Maker, &[MadeChange]),
    ) -> Result<Saved, SaveError> {
        let changes: Vec<Change<'_>> = transaction.effective().into_iter().chain(made.iter().map(MadeChange::seen)).collect();
        let is_made = !changes.is_empty();
        let saved = self.apply_all(title, changes, maker.is_begun());
        if !is_made || saved.as_ref().is_err_and(|error| !matches!(error, SaveError::Partial { .. })) {
            maker.discard();
        }
        saved
    }

    /// `is_begun`: the staging folder is there already.
    fn apply_all(&mut self, title: &Title, changes: Vec<Change<'_>>, is_begun: bool) -> Result<Saved, SaveError> {
        if changes.is_empty() {
            return Ok(Saved::default());
        }
        if let Err(why) = &mut self.lock {
            return Err(why.take().unwrap_or(SaveError::Busy { waited: Duration::ZERO }));
        }
        let places = check::check(&self.root, &changes)?;
        self.folder.make()?;
        let number = self.next_number()?;
        let staging = self.folder.staging(number);
        if !is_begun {
            fs::create_dir(&staging).map_err(|source| SaveError::io(&staging, source))?;
        }
        let steps = stage::steps(&changes, places, number, &staging);
        let folders = stage::missing_folders(steps.iter().map(|step| step.place.as_path()));
        if let Err(error) = self.prepare(title, number, &steps, &folders) {
            self.abandon(number, &steps);
            return Err(error);
        }
        let done = commit::commit(&steps, &folders).and_then(|()| {
            let finished = self.finish(number, &steps, &folders);
            finished.map_err(|source| commit::take_back(&steps, &folders, SaveError::io(&steps[0].place, source)))
        });
        match done {
            Ok(()) => {}
            // What is left is for the next command to take back.
            Err(error @ SaveError::Partial { .. }) => return Err(error),
            Err(error) => {
                self.abandon(number, &steps);
                return Err(error);
            }
        }
        // What was taken out stays in staging until the next command begins: an editor may still be writing into it.
        discard_beside(&steps);
        // The command is done; a journal that is longer than it should be is no reason to say otherwise.
        let _ = self.folder.prune(&self.limits);
        Ok(Saved::of(&changes))
    }

    fn next_number(&self) -> Result<u64, SaveError> {
        let listed = self.folder.list().map_err(|source| SaveError::io(self.folder.path(), source))?;
        Ok(listed.iter().map(|listed| listed.number).max().unwrap_or(0) + 1)
    }

    /// Writes the journal entry and every new content, and makes both durable.
    fn prepare(&self, title: &Title, number: u64, steps: &[Step<'_>], folders: &[PathBuf]) -> Result<(), SaveError> {
        let staging = self.folder.staging(number);
        for step in steps.iter().filter(|step| step.beside) {
            // Its folder is needed now, for the new content to wait in.
            let folder = step.place.parent().unwrap_or(&self.root);
            fs::create_dir_all(folder).map_err(|source| SaveError::io(folder, source))?;
        }
        let file = self.folder.file(number, Stage::New);
        self.write_journal(&file, title, steps, folders).map_err(|source| SaveError::io(&file, source))?;
        stage::for_each(steps, stage::write)?;
        let mut written = Step::new_files(steps);
        written.push(&file);
        let flushed = flush::files(&written)
            .and_then(|()| flush::folder(&staging))
            .and_then(|()| self.folder.mark(number, Stage::New, Stage::Pending))
            .and_then(|()| flush::folder(self.folder.path()));
        flushed.map_err(|source| SaveError::io(&file, source))
    }

    fn write_journal(&self, file: &Path, title: &Title, steps: &[Step<'_>], folders: &[PathBuf]) -> io::Result<()> {
        let relative = |path: &PathBuf| path.strip_prefix(&self.root).map(|path| path.to_string_lossy().replace('\\', "/")).ok();
        let header = Header {
            command: title.command.clone(),
            time: SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs()),
            undoes: title.undoes.clone(),
            redoes: title.redoes.clone(),
            files: steps.iter().map(Step::header).collect::<io::Result<_>>()?,
            folders: folders.iter().filter_map(relative).collect(),
        };
        let file = File::options().write(true).create_new(true).open(file)?;
        let images = steps.iter().map(|step| if step.is_anew() { Ok([None, None]) } else { step.images() });
        journal::write(BufWriter::with_capacity(1 << 18, &file), &header, images)
    }

    /// Makes the replacements durable, then says in the journal that they are.
    fn finish(&self, number: u64, steps: &[Step<'_>], folders: &[PathBuf]) -> io::Result<()> {
        let parents = steps.iter().filter_map(|step| step.place.parent());
        flush::folders(parents.chain(folders.iter().filter_map(|folder| folder.parent())))?;
        self.folder.mark(number, Stage::Pending, Stage::Done)?;
        // Everything is in place and durable. Should the mark not survive a power cut, recovery finds the command complete.
        let _ = flush::folder(self.folder.path());
        Ok(())
    }

    /// Nothing has happened: removes the entry and what was staged. What cannot be removed, recovery finds.
    fn abandon(&self, number: u64, steps: &[Step<'_>]) {
        for stage in [Stage::New, Stage::Done, Stage::Pending] {
            let _ = fs::remove_file(self.folder.file(number, stage));
        }
        self.clear(number, steps);
    }

    fn clear(&self, number: u64, steps: &[Step<'_>]) {
        discard_beside(steps);
        // What cannot be removed now is removed when the next command begins.
        let _ = fs::remove_dir_all(self.folder.staging(number));
    }
}

/// Removes what was staged in folders of articles and translations, where nobody wants to find it.
fn discard_beside(steps: &[Step<'_>]) {
    for step in steps.iter().filter(|step| step.beside) {
        stage::discard(&step.staged);
    }
}
