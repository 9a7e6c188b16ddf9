//! Settings of one repository, read and written by `git config --local`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Why git could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no git to run.
    #[error("git cannot be run in `{}`", .folder.display())]
    NotInstalled {
        /// Where it was to run.
        folder: PathBuf,
        /// Why it did not.
        source: std::io::Error,
    },
    /// The folder lies in no working copy.
    #[error("`{}` is in no git repository; git says: {said}", .folder.display())]
    NoRepository {
        /// The folder.
        folder: PathBuf,
        /// What git said, on one line: a repository that it cannot read is none to it.
        said: String,
    },
    /// git said no.
    #[error("git refuses `{setting}`: {said}")]
    Refused {
        /// The setting.
        setting: String,
        /// What git said, on one line.
        said: String,
    },
}

/// The repository around a folder.
#[derive(Debug, Clone)]
pub struct Repository {
    folder: PathBuf,
}

impl Repository {
    /// Finds the repository whose working copy `folder` lies in.
    ///
    /// # Errors
    /// When there is none, or git cannot be run.
    pub fn find(folder: &Path) -> Result<Self, GitError> {
        let repository = Self { folder: folder.to_owned() };
        let output = repository.run(["rev-parse", "--is-inside-work-tree"])?;
        let is_inside = output.status.success() && output.stdout.trim_ascii() == b"true";
        if is_inside { Ok(repository) } else { Err(GitError::NoRepository { folder: absolute(folder), said: said(&output) }) }
    }

    /// A setting of this repository; `None` when it has none. What the person has set for all repositories does not count.
    ///
    /// # Errors
    /// When git cannot be run.
    pub fn setting(&self, name: &str) -> Result<Option<String>, GitError> {
        let output = self.run(["config", "--local", "--null", "--get", name])?;
        let value = output.stdout.strip_suffix(b"\0").map(|value| String::from_utf8_lossy(value).into_owned());
        Ok(value.filter(|_| output.status.success()))
    }

    /// Gives a setting its one value.
    ///
    /// # Errors
    /// When git cannot be run or refuses.
    pub fn set(&self, name: &str, value: &str) -> Result<(), GitError> {
        let output = self.run(["config", "--local", "--replace-all", name, value])?;
        if output.status.success() {
            return Ok(());
        }
        Err(GitError::Refused { setting: name.to_owned(), said: said(&output) })
    }

    fn run<const N: usize>(&self, arguments: [&str; N]) -> Result<Output, GitError> {
        self.command().args(arguments).output().map_err(|source| self.not_run(source))
    }

    /// git did not run.
    pub(super) fn not_run(&self, source: std::io::Error) -> GitError {
        GitError::NotInstalled { folder: absolute(&self.folder), source }
    }

    /// git in the repository's folder.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(OsStr::new(&self.folder));
        // The repository is the one around the folder, whatever a hook that we may run under says.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_CONFIG"] {
            command.env_remove(name);
        }
        command
    }
}

/// A folder as a person finds it from anywhere.
fn absolute(folder: &Path) -> PathBuf {
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())
}

/// What git complained of, on one line.
fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    if said.is_empty() { "the folder is no working copy".to_owned() } else { said }
}
