//! `undo` and `redo`: the last commands taken back, or made again, from the journal; as a whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::project::save::{Command, Entry, FileChange, Folder, History, Part, SaveError, Stage, Title};
use crate::project::{ArticleName, Project, layout};

use super::{Error, planning};

/// What to take back, or make again.
#[derive(Debug, Clone)]
pub struct UndoOptions {
    /// Only what concerns this article.
    pub article: Option<String>,
    /// How many commands.
    pub steps: usize,
    /// Write nothing.
    pub dry_run: bool,
}

/// What was taken back, or made again.
#[derive(Debug, Clone, Serialize)]
pub struct UndoReport {
    /// The commands, in the order they were taken back or made again.
    pub commands: Vec<PastCommand>,
    /// Paths of the files written (or, in a dry run, that would be), sorted.
    pub written: Vec<String>,
}

/// A command in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PastCommand {
    /// Its number in the journal.
    pub number: u64,
    /// The command as a person would say it.
    pub command: String,
    /// When it was, in seconds since 1970 by this machine's clock.
    pub time: u64,
    /// Its files, sorted; of a part, only those of that part.
    pub files: Vec<String>,
}

/// What the journal holds.
#[derive(Debug, Clone, Serialize)]
pub struct JournalReport {
    /// Commands that can be taken back, latest first.
    pub undoable: Vec<PastCommand>,
    /// Commands that can be made again, the next one first.
    pub redoable: Vec<PastCommand>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Back,
    Again,
}

impl Project {
    /// Takes back the last commands.
    ///
    /// # Errors
    /// When there are fewer, a file is no longer as the command left it, or files cannot be written. Nothing is changed then.
    pub fn undo(&self, options: &UndoOptions) -> Result<UndoReport, Error> {
        self.travel(Direction::Back, options)
    }

    /// Makes commands again that were taken back, the last one first.
    ///
    /// # Errors
    /// As for [`Project::undo`].
    pub fn redo(&self, options: &UndoOptions) -> Result<UndoReport, Error> {
        self.travel(Direction::Again, options)
    }

    /// The commands that can be taken back or made again.
    ///
    /// # Errors
    /// When an article is not a name, or the journal cannot be read.
    pub fn journal(&self, article: Option<&str>) -> Result<JournalReport, Error> {
        let history = self.history_of(article)?;
        let shown = |commands: &[Command]| commands.iter().rev().map(past).collect();
        Ok(JournalReport { undoable: shown(&history.undoable), redoable: shown(&history.redoable) })
    }

    fn travel(&self, direction: Direction, options: &UndoOptions) -> Result<UndoReport, Error> {
        let verb = if direction == Direction::Back { "undo" } else { "redo" };
        // Which commands are meant is settled once, but for a writer that comes before us; then the files do not fit.
        let mut history = self.history_of(options.article.as_deref())?;
        let from = if direction == Direction::Back { &mut history.undoable } else { &mut history.redoable };
        if options.steps == 0 || from.len() < options.steps {
            return Err(too_far(verb, from.len(), options));
        }
        let chosen: Vec<Command> = from.split_off(from.len() - options.steps).into_iter().rev().collect();
        let parts =
            chosen.iter().map(|command| Part { entry: command.entry.number, files: command.files.iter().cloned().collect() });
        let parts: Vec<Part> = parts.collect();
        let titles: Vec<&str> = chosen.iter().map(|command| command.title.as_str()).collect();
        let command = format!("{verb} {}", titles.join(", "));
        let title = match direction {
            Direction::Back => Title { command, undoes: parts, redoes: Vec::new() },
            Direction::Again => Title { command, undoes: Vec::new(), redoes: parts },
        };
        self.save(&title, options.dry_run, |project| {
            let changes = project.travelled(direction, verb, &chosen)?;
            let mut written: Vec<String> = changes.iter().map(|change| change.path.clone()).collect();
            written.sort();
            Ok((UndoReport { commands: chosen.iter().map(past).collect(), written }, changes))
        })
    }

    /// The changes that take the commands back (or make them again), one after the other.
    fn travelled(&self, direction: Direction, verb: &str, chosen: &[Command]) -> Result<Vec<FileChange>, Error> {
        let folder = Folder::of(&self.root);
        let mut texts: BTreeMap<String, (Option<String>, Option<String>)> = BTreeMap::new();
        let mut changed: BTreeSet<String> = BTreeSet::new();
        for command in chosen {
            let entry = self.entry(&folder, command)?;
            let files = entry.header.files.iter().zip(entry.images);
            for (file, images) in files.filter(|(file, _)| command.files.contains(&file.path)) {
                let digest = images.digest.filter(|_| direction == Direction::Back);
                let (expected, wanted) = match (direction, images.digest) {
                    (Direction::Back, _) => (images.after, images.before),
                    (Direction::Again, None) => (images.before, images.after),
                    (Direction::Again, Some(_)) => (images.before, Some(self.taken_back(&folder, command, &file.path)?)),
                };
                let current = match texts.remove(&file.path) {
                    Some(known) => known,
                    None => {
                        let text = planning::read_text(&self.root, &file.path)?;
                        (text.clone(), text)
                    }
                };
                let is_expected = match digest {
                    Some(digest) => current.1.as_deref().is_some_and(|text| digest.is_of(text)),
                    None => current.1 == expected,
                };
                if !is_expected {
                    changed.insert(file.path.clone());
                }
                texts.insert(file.path.clone(), (current.0, wanted));
            }
        }
        if changed.is_empty() {
            return Ok(texts.into_iter().map(|(path, (before, after))| FileChange { path, before, after }).collect());
        }
        let files: Vec<String> = changed.into_iter().map(|path| format!("`{path}`")).collect();
        Err(Error::Refused {
            message: format!("cannot {verb} `{}`: changed since: {}", chosen[0].title, files.join(", ")),
            help: format!(
                "nothing was written; what changed since would be lost. `tarjuman undo --list` shows the commands, and \
                 `tarjuman {verb} ARTICLE` is about one article alone"
            ),
        })
    }

    /// The text of a file that the command made and the journal did not keep then: it was kept when the command was taken back.
    fn taken_back(&self, folder: &Folder, command: &Command, path: &str) -> Result<String, Error> {
        let io_error = |source| SaveError::Io { path: self.root.join(layout::PRIVATE).join("journal"), source };
        let takes_back = |part: &Part| part.entry == command.entry.number && part.files.iter().any(|file| file == path);
        for listed in folder.list().map_err(io_error)?.iter().rev().filter(|listed| listed.stage == Stage::Done) {
            if !folder.header(listed).is_ok_and(|header| header.undoes.iter().any(takes_back)) {
                continue;
            }
            let Ok(entry) = folder.entry(listed).map_err(io_error)? else { continue };
            let at = entry.header.files.iter().position(|file| file.path == path);
            if let Some(text) = at.and_then(|at| entry.images.into_iter().nth(at)?.before) {
                return Ok(text);
            }
        }
        Err(Error::Refused {
            message: format!("cannot redo `{}`: the journal does not have `{path}` any more", command.title),
            help: format!("it can be made again: `tarjuman {}`", command.title),
        })
    }

    fn entry(&self, folder: &Folder, command: &Command) -> Result<Entry, Error> {
        let path = || self.root.join(layout::PRIVATE).join("journal");
        let entry = folder.entry(&command.entry).map_err(|source| SaveError::Io { path: path(), source })?;
        Ok(entry
            .map_err(|why| SaveError::DamagedJournal { path: path().join(format!("{:06}.done", command.entry.number)), why })?)
    }

    fn history_of(&self, article: Option<&str>) -> Result<History, Error> {
        let folder = Folder::of(&self.root);
        let read = History::read(&folder).map_err(|source| SaveError::Io { path: self.root.join(layout::PRIVATE), source });
        let mut history = read?;
        let Some(article) = article else { return Ok(history) };
        let name: ArticleName = article.parse().map_err(|error| Error::Refused {
            message: format!("{error}"),
            help: "`tarjuman status` lists all articles".to_owned(),
        })?;
        for commands in [&mut history.undoable, &mut history.redoable] {
            for command in &mut *commands {
                command.files.retain(|path| self.is_of_article(path, &name));
            }
            commands.retain(|command| !command.files.is_empty());
        }
        Ok(history)
    }

    /// Whether a file of the project is the article's: its text, a catalog, a ledger, a record or a published version.
    fn is_of_article(&self, path: &str, name: &ArticleName) -> bool {
        let is_name = |rest: &str| {
            let rest = rest.strip_suffix(".ledger.toml").or_else(|| rest.rsplit_once('.').map(|(stem, _)| stem));
            rest == Some(name.as_str())
        };
        let below = |path: &str, folders: usize| path.splitn(folders + 1, '/').nth(folders).is_some_and(is_name);
        if let Some(rest) = path.strip_prefix(&format!("{}/", self.config.out)) {
            return below(rest, 2);
        }
        match path.split('/').next() {
            Some(layout::LOCALES | layout::PUBLISHED) => below(path, 2),
            _ => self.config.articles.iter().any(|set| match set.root.as_str() {
                "" => is_name(path),
                root => path.strip_prefix(root).and_then(|rest| rest.strip_prefix('/')).is_some_and(is_name),
            }),
        }
    }
}

fn past(command: &Command) -> PastCommand {
    PastCommand {
        number: command.entry.number,
        command: command.title.clone(),
        time: command.time,
        files: command.files.iter().cloned().collect(),
    }
}

fn too_far(verb: &str, there: usize, options: &UndoOptions) -> Error {
    let of_article = options.article.as_ref().map(|article| format!(" that concerns `{article}`")).unwrap_or_default();
    let message = match (there, options.steps) {
        (0, _) => format!("there is nothing to {verb}{of_article}"),
        (_, 0) => format!("`--steps 0` leaves nothing to {verb}"),
        (there, steps) => format!("cannot {verb} {steps} commands: the journal has {there}{of_article}"),
    };
    let help = "the journal is of this working copy alone and keeps the last commands; `tarjuman undo --list` shows them";
    Error::Refused { message, help: help.to_owned() }
}
