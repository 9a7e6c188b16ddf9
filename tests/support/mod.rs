//! A temporary project and the real binary run in it, with an environment that is the same on every machine.
//!
//! Every test program includes this module and uses a part of it.
#![allow(dead_code, reason = "each test program uses its own part")]

pub mod catalog;
pub mod story;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The configuration that most tests use: English articles below `articles/`, three target locales.
pub const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"es\", \"ru\", \"ps\"]\n\n\
    [[articles]]\nroot = \"articles\"\nfront-matter = [\"title\"]\n";

/// What a run of the binary came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The command line, for messages.
    pub command: String,
    /// The exit code.
    pub code: i32,
    /// Results.
    pub stdout: String,
    /// Talk.
    pub stderr: String,
}

impl Run {
    /// Asserts the exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "`{}`\n--- stdout\n{}--- stderr\n{}", self.command, self.stdout, self.stderr);
        self
    }

    /// Asserts that something is said, on either stream.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        let said = self.stdout.contains(text) || self.stderr.contains(text);
        assert!(said, "`{}` does not say `{text}`\n--- stdout\n{}--- stderr\n{}", self.command, self.stdout, self.stderr);
        self
    }

    /// The result as JSON, its schema checked.
    #[track_caller]
    pub fn json(&self) -> Value {
        let value: Value = serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:#?}"));
        assert_eq!(value["schema"], 1, "`{}`", self.command);
        value
    }

    /// Everything in one text, for snapshots.
    pub fn transcript(&self) -> String {
        let mut text = format!("$ tarjuman {}\n{}", self.command, self.stdout);
        if !self.stderr.is_empty() {
            text.push_str(&format!("--- stderr\n{}", self.stderr));
        }
        text.push_str(&format!("--- exit {}\n", self.code));
        text
    }
}

/// A project in a folder of its own, which goes away with it.
pub struct TestProject {
    folder: TempDir,
}

impl TestProject {
    /// A project with this configuration and nothing else.
    pub fn new(config: &str) -> Self {
        let project = Self::empty();
        project.write("tarjuman.toml", config);
        project
    }

    /// A folder without a project.
    pub fn empty() -> Self {
        let outer = tempfile::tempdir().unwrap();
        fs::create_dir(outer.path().join("project")).unwrap();
        Self { folder: outer }
    }

    /// The project's folder.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    /// The folder around the project, where nothing may ever be written.
    pub fn outside(&self) -> &Path {
        self.folder.path()
    }

    /// A path below the project.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads a file as text.
    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Removes a file.
    #[track_caller]
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Replaces the only occurrence of `from` in a file.
    #[track_caller]
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}:\n{text}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Every file of the folder around the project by its path, with its bytes; links as `-> TARGET`. Not git's files, and
    /// not those that belong to one working copy.
    pub fn snapshot(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.outside(), Path::new(""), &mut files);
        files
    }

    /// Asserts that the files are as they were; `about` says in a message what was tried.
    #[track_caller]
    pub fn assert_is(&self, before: &BTreeMap<String, Vec<u8>>, about: &str) {
        let now = self.snapshot();
        let paths: std::collections::BTreeSet<&String> = before.keys().chain(now.keys()).collect();
        let changed: Vec<&&String> = paths.iter().filter(|path| before.get(**path) != now.get(**path)).collect();
        assert!(changed.is_empty(), "changed: {changed:?} {about}");
    }

    /// Runs the binary in the project.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    /// Runs the binary in the project with something on its standard input.
    pub fn run_with(&self, arguments: &[&str], stdin: &str) -> Run {
        let mut child =
            self.command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A command that does not read its input closes the pipe early.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            command: arguments.join(" "),
            code: output.status.code().unwrap_or_else(|| panic!("`{}` was ended by a signal: {output:?}", arguments.join(" "))),
            stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
        }
    }

    /// The binary with its arguments, to be run in the project.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
        command.args(arguments).current_dir(self.root()).env_clear();
        command
    }

    /// Runs a command with `--format json` that must exit 0 or 1.
    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> Value {
        let run = self.run(&[arguments, &["--format", "json"]].concat());
        assert!(run.code == 0 || run.code == 1, "{run:#?}");
        run.json()
    }

    /// Runs git in the project, as a fixed person at a fixed time; gives what it printed.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        let person = [("NAME", "A. Name"), ("EMAIL", "name@example.org"), ("DATE", "2025-07-04T12:00:00Z")];
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.root());
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").env("HOME", self.outside());
        for (what, value) in person {
            command.env(format!("GIT_AUTHOR_{what}"), value).env(format!("GIT_COMMITTER_{what}"), value);
        }
        let output = command.output().expect("git is installed");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Commits everything.
    pub fn commit(&self, message: &str) {
        if !self.path(".git").exists() {
            self.git(&["init", "--quiet", "--initial-branch=main"]);
        }
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
    }
}

fn collect(root: &Path, below: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(root.join(below)).unwrap() {
        let entry = entry.unwrap();
        let path = below.join(entry.file_name());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            if entry.file_name() != ".git" && entry.file_name() != ".tarjuman" {
                collect(root, &path, files);
            }
        } else if kind.is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            files.insert(path.display().to_string(), format!("-> {}", target.display()).into_bytes());
        } else {
            files.insert(path.display().to_string(), fs::read(entry.path()).unwrap());
        }
    }
}

/// Copies a folder with everything in it.
#[track_caller]
pub fn copy_folder(from: &Path, to: &Path) {
    copy_folder_without(from, to, &[]);
}

/// Copies a folder with everything in it, folders of these names left out wherever they stand.
#[track_caller]
pub fn copy_folder_without(from: &Path, to: &Path, left_out: &[&str]) {
    fs::create_dir_all(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("a folder of the test can be read");
        let target = to.join(entry.file_name());
        if !entry.path().is_dir() {
            fs::copy(entry.path(), &target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
        } else if left_out.iter().all(|name| entry.file_name() != *name) {
            copy_folder_without(&entry.path(), &target, left_out);
        }
    }
}
