//! What the journal's entries say together: which commands can be taken back, and which made again.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};

use super::folder::{Folder, Listed, Stage};
use super::journal::Header;

/// The commands of a journal that still count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Commands in effect, oldest first.
    pub undoable: Vec<Command>,
    /// Commands taken back, in the order they were.
    pub redoable: Vec<Command>,
}

/// A command, as far as it is in effect (or taken back).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// Its entry.
    pub entry: Listed,
    /// The command as a person would say it.
    pub title: String,
    /// When it was, in seconds since 1970.
    pub time: u64,
    /// Its files; fewer than the entry has when it was taken back in part.
    pub files: BTreeSet<String>,
}

impl History {
    /// Reads the headers of a journal. An entry that is none is passed over.
    ///
    /// # Errors
    /// When the journal's folder or an entry cannot be read.
    pub fn read(folder: &Folder) -> io::Result<Self> {
        let mut history = Self::default();
        for listed in folder.list()?.into_iter().filter(|listed| listed.stage == Stage::Done) {
            match folder.header(&listed) {
                Ok(header) => history.add(listed, header),
                Err(error) if matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(history)
    }

    fn add(&mut self, entry: Listed, header: Header) {
        if header.undoes.is_empty() && header.redoes.is_empty() {
            let files = header.files.into_iter().map(|file| file.path).collect();
            self.undoable.push(Command { entry, title: header.command, time: header.time, files });
            self.redoable.clear();
        }
        for part in header.undoes {
            shift(&mut self.undoable, &mut self.redoable, part.entry, part.files);
        }
        for part in header.redoes {
            shift(&mut self.redoable, &mut self.undoable, part.entry, part.files);
            self.undoable.sort_by_key(|command| command.entry.number);
        }
    }
}

/// Moves files of a command from one list to the other, to its end unless the command is there already.
fn shift(from: &mut Vec<Command>, to: &mut Vec<Command>, entry: u64, files: Vec<String>) {
    let Some(at) = from.iter().position(|command| command.entry.number == entry) else { return };
    let moved: BTreeSet<String> = files.into_iter().filter(|file| from[at].files.remove(file)).collect();
    match to.iter_mut().find(|command| command.entry.number == entry) {
        Some(command) => command.files.extend(moved),
        None => to.push(Command { files: moved, ..from[at].clone() }),
    }
    if from[at].files.is_empty() {
        from.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use super::super::journal::{FileHeader, Part};
    use super::*;

    fn add(history: &mut History, number: u64, files: &[&str], undoes: &[(u64, &[&str])], redoes: &[(u64, &[&str])]) {
        let owned = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect::<Vec<_>>();
        let parts =
            |parts: &[(u64, &[&str])]| parts.iter().map(|(entry, files)| Part { entry: *entry, files: owned(files) }).collect();
        let file = |path: String| FileHeader::new(&path, None, Some(""));
        let header = Header {
            command: format!("command {number}"),
            time: 0,
            undoes: parts(undoes),
            redoes: parts(redoes),
            files: owned(files).into_iter().map(file).collect(),
            folders: Vec::new(),
        };
        history.add(Listed { number, stage: Stage::Done, bytes: 0 }, header);
    }

    fn numbers(commands: &[Command]) -> Vec<u64> {
        commands.iter().map(|command| command.entry.number).collect()
    }

    #[test]
    fn commands_are_taken_back_and_made_again_in_turn() {
        let mut history = History::default();
        add(&mut history, 1, &["a"], &[], &[]);
        add(&mut history, 2, &["a", "b"], &[], &[]);
        add(&mut history, 3, &["a", "b"], &[(2, &["a", "b"])], &[]);
        assert_eq!((numbers(&history.undoable), numbers(&history.redoable)), (vec![1], vec![2]));
        add(&mut history, 4, &["a"], &[(1, &["a"])], &[]);
        assert_eq!((numbers(&history.undoable), numbers(&history.redoable)), (vec![], vec![2, 1]));
        add(&mut history, 5, &["a"], &[], &[(1, &["a"])]);
        assert_eq!((numbers(&history.undoable), numbers(&history.redoable)), (vec![1], vec![2]));
        add(&mut history, 6, &["c"], &[], &[]);
        assert_eq!((numbers(&history.undoable), numbers(&history.redoable)), (vec![1, 6], vec![]));
    }

    #[test]
    fn a_command_may_be_taken_back_in_part() {
        let mut history = History::default();
        add(&mut history, 1, &["a", "b"], &[], &[]);
        add(&mut history, 2, &["b"], &[(1, &["b"])], &[]);
        assert_eq!(history.undoable[0].files, BTreeSet::from(["a".to_owned()]));
        assert_eq!(history.redoable[0].files, BTreeSet::from(["b".to_owned()]));
        add(&mut history, 3, &["b"], &[], &[(1, &["b"])]);
        assert_eq!(history.undoable[0].files.len(), 2);
        assert!(history.redoable.is_empty());
    }
}
