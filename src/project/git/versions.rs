//! Earlier versions of a file, as the repository has them.

use std::io::{self, Write as _};
use std::process::{Command, Stdio};

use super::{GitError, Repository};

/// How many commits are looked at; a unit's history is of interest for months, not for ever.
const MOST_COMMITS: usize = 300;

/// A file as a commit has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The commit, abbreviated.
    pub commit: String,
    /// Its date, `2026-11-22`.
    pub date: String,
    /// The file's text; bytes that are no UTF-8 are replaced.
    pub text: String,
}

impl Repository {
    /// The versions of the file at `path` (relative to the folder the repository was found from), latest commit first. A file
    /// that was never committed has none.
    ///
    /// # Errors
    /// When git cannot be run.
    pub fn versions(&self, path: &str) -> Result<Vec<Version>, GitError> {
        let most = format!("--max-count={MOST_COMMITS}");
        let spec = format!(":(literal){path}");
        let listed = self.reading().args(["rev-list", "--format=%H %cs", &most, "HEAD", "--", &spec]).output();
        let listed = listed.map_err(|source| self.not_run(source))?;
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        let commits: Vec<(&str, &str)> =
            listed.lines().filter(|line| !line.starts_with("commit ")).filter_map(|line| line.split_once(' ')).collect();
        if commits.is_empty() || path.contains('\n') {
            return Ok(Vec::new());
        }
        let names: String = commits.iter().map(|(commit, _)| format!("{commit}:./{path}\n")).collect();
        let texts = self.blobs(&names).map_err(|source| self.not_run(source))?;
        let version = |((commit, date), text): (&(&str, &str), Option<String>)| {
            Some(Version { commit: commit.get(..10)?.to_owned(), date: (*date).to_owned(), text: text? })
        };
        Ok(commits.iter().zip(texts).filter_map(version).collect())
    }

    /// The contents of the objects named, one for each line; `None` for one that does not exist.
    fn blobs(&self, names: &str) -> io::Result<Vec<Option<String>>> {
        let mut child = self
            .reading()
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut input = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let names = names.to_owned();
        // git answers while it is still being asked: whoever asks must not be the one who listens.
        let asking = std::thread::spawn(move || input.write_all(names.as_bytes()));
        let output = child.wait_with_output()?;
        // A pipe that git closed early shows in what it answered.
        let _ = asking.join();
        Ok(read_batch(&output.stdout))
    }

    /// git, told to read and nothing else: no pager, no hook, no helper program, no network, no lock.
    fn reading(&self) -> Command {
        let mut command = self.command();
        command.args(["--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]);
        command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
        command.stdin(Stdio::null());
        command
    }
}

/// Reads what `git cat-file --batch` answers.
fn read_batch(mut answer: &[u8]) -> Vec<Option<String>> {
    let mut texts = Vec::new();
    while let Some(end) = answer.iter().position(|byte| *byte == b'\n') {
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        answer = &answer[end + 1..];
        let size = head.rsplit_once(" blob ").and_then(|(_, size)| size.parse::<usize>().ok());
        let Some(text) = size.and_then(|size| answer.get(..size)) else {
            texts.push(None);
            continue;
        };
        texts.push(Some(String::from_utf8_lossy(text).into_owned()));
        answer = answer.get(text.len() + 1..).unwrap_or_default();
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::read_batch;

    #[test]
    fn answers_of_git_are_read_in_order() {
        let answer = b"aaa blob 4\na\nb\n\nbbb:./x missing\nccc blob 0\n\n";
        assert_eq!(read_batch(answer), [Some("a\nb\n".to_owned()), None, Some(String::new())]);
        assert_eq!(read_batch(b"aaa blob 99\nshort"), [None]);
    }
}
