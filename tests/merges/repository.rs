//! A project in a git repository of its own, worked on with the real `git` and the real binary.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub const ARTICLE: &str = "articles/report.md";
pub const LOCALES: &[&str] = &["es", "ps"];

/// The texts of all files of the project by path.
pub type Files = BTreeMap<String, String>;

/// What a process said.
pub struct Said {
    pub code: i32,
    pub text: String,
}

impl Said {
    fn of(output: Output) -> Self {
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        Self { code: output.status.code().unwrap_or(-1), text }
    }
}

/// A repository that goes when it is dropped.
pub struct Repository {
    folder: TempDir,
    /// Whether its catalogs carry notes.
    pub notes: bool,
}

/// Where Linux keeps files in memory.
const MEMORY: &str = "/dev/shm";

/// An empty folder, in memory if that is possible and `TMPDIR` does not say where: a file system on disk gets slow when many short-lived files come and go.
fn folder() -> TempDir {
    let in_memory = if std::env::var_os("TMPDIR").is_some() { None } else { tempfile::tempdir_in(MEMORY).ok() };
    in_memory.unwrap_or_else(|| tempfile::tempdir().expect("a folder for the test"))
}

impl Repository {
    pub fn new(notes: bool) -> Self {
        let repository = Self { folder: folder(), notes };
        let config = format!(
            "source-locale = \"en\"\ntarget-locales = [\"es\", \"ps\"]\nnotes = {notes}\n\n[[articles]]\nroot = \"articles\"\n\
             include = [\"**/*.md\"]\nfront-matter = [\"title\"]\n"
        );
        repository.write("tarjuman.toml", &config);
        repository.write(".gitignore", ".tarjuman/\n");
        repository.git(&["init", "-q", "--template=", "-b", "main"]);
        repository
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Keeps the folder, to be looked at.
    pub fn keep(self) -> PathBuf {
        self.folder.keep()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a path below the root")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// The files as they are now, those of git and of this working copy left out.
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        let mut waiting = vec![self.root().join("articles"), self.root().join("locales"), self.root().join("glossary")];
        while let Some(folder) = waiting.pop() {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            for path in entries.map(|entry| entry.expect("an entry").path()) {
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    let name = path.strip_prefix(self.root()).expect("below the root").to_string_lossy().replace('\\', "/");
                    files.insert(name, fs::read_to_string(&path).expect("a text"));
                }
            }
        }
        files
    }

    /// Makes the files what they were.
    pub fn restore(&self, files: &Files) {
        let now = self.files();
        for path in now.keys().filter(|path| !files.contains_key(*path)) {
            fs::remove_file(self.root().join(path)).expect("a file to remove");
        }
        for (path, text) in files.iter().filter(|(path, text)| now.get(*path) != Some(text)) {
            self.write(path, text);
        }
    }

    /// Runs git; the caller looks at the exit code where it may fail.
    pub fn git(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.root());
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", self.root());
        command
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_EDITOR", "true")
            // A process more for every commit otherwise, and never anything to do for it.
            .env("GIT_CONFIG_COUNT", "1")
            .env("GIT_CONFIG_KEY_0", "maintenance.auto")
            .env("GIT_CONFIG_VALUE_0", "false")
            .env("LC_ALL", "C");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "A. Name").env(format!("GIT_{who}_EMAIL"), "name@example.org");
            command.env(format!("GIT_{who}_DATE"), "2025-07-03T12:00:00Z");
        }
        Said::of(command.output().expect("git is installed"))
    }

    pub fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        let said = self.git(&["commit", "-q", "--allow-empty", "-m", message]);
        assert_eq!(said.code, 0, "{}", said.text);
    }

    pub fn checkout(&self, arguments: &[&str]) {
        let said = self.git(&[&["checkout", "-q"], arguments].concat());
        assert_eq!(said.code, 0, "{}", said.text);
    }

    pub fn tarjuman(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
        Said::of(command.args(arguments).current_dir(self.root()).env("NO_COLOR", "1").output().expect("the binary runs"))
    }

    /// Syncs; whether anything was found wrong does not matter here, but it must have run.
    pub fn sync(&self) -> Result<Said, String> {
        let said = self.tarjuman(&["sync"]);
        if said.code == 0 || said.code == 1 { Ok(said) } else { Err(format!("sync ended with {}: {}", said.code, said.text)) }
    }
}
