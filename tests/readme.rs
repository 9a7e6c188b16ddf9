//! Runs the sessions shown in the README and the guide through the real binary, and compares every line they show.
//!
//! A page is one session in one folder, empty or with the sample project. In a block fenced as `console`, a line that begins with `$ ` is a command for the
//! shell (lines that begin with `> ` continue it) and the lines below are what it prints, stdout and stderr together: `…` on a
//! line of its own stands for any lines, within a line for any characters. A command exits with 0 unless it ends in
//! `# exit N`. A block fenced as `LANGUAGE file=PATH` is saved as that file.
//! With `TARJUMAN_BLESS=1` in the environment, output that differs is written into the page instead: review it.
#![cfg(unix)]

#[path = "readme/page.rs"]
mod page;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use page::{Part, Step};

fn check(file: &str, at_least: usize) {
    let folder = tempfile::Builder::new().prefix("tarjuman-page-").tempdir().unwrap();
    check_in(folder.path(), file, at_least);
}

/// Runs a page that begins with a copy of the sample project.
fn check_in_sample(file: &str, at_least: usize) {
    let folder = tempfile::Builder::new().prefix("tarjuman-page-").tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["tarjuman.toml", "examples/articles", "glossary", "locales"] {
        copy(&root.join(part), &folder.path().join(part));
    }
    check_in(folder.path(), file, at_least);
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let name = entry.unwrap().file_name();
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
}

fn check_in(folder: &Path, file: &str, at_least: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).unwrap();
    let mut parts = page::read(&text);
    let mut complaints = Vec::new();
    let mut commands = 0;
    for part in &mut parts {
        match part {
            Part::Prose(_) => {}
            Part::File { path, text, .. } => {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            Part::Console(steps) => {
                for step in steps {
                    commands += 1;
                    let (output, code) = run(&step.command, folder);
                    if code != step.exit || !page::matches(&step.output, &output) {
                        complaints.push(format!("$ {}\n{output}(exit {code})", step.command));
                        (step.output, step.exit) = (output, code);
                    }
                }
            }
        }
    }
    assert!(commands >= at_least, "{file} has only {commands} commands");
    if !complaints.is_empty() && std::env::var_os("TARJUMAN_BLESS").is_some() {
        fs::write(&path, page::write(&parts)).unwrap();
        return;
    }
    assert!(complaints.is_empty(), "{file} shows something else than happens. What happens:\n\n{}", complaints.join("\n\n"));
}

/// What a command prints and its exit code. The binary is found as `tarjuman`; nothing else of the environment counts.
fn run(command: &str, folder: &Path) -> (String, i32) {
    let binary = Path::new(env!("CARGO_BIN_EXE_tarjuman")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .arg("-c")
        .arg(format!("exec 2>&1\n{command}"))
        .current_dir(folder)
        .env_clear()
        .envs([("PATH", path.as_str()), ("LC_ALL", "C.UTF-8"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
        .envs([("GIT_AUTHOR_NAME", "A. Name"), ("GIT_AUTHOR_EMAIL", "a@example.org")])
        .envs([("GIT_COMMITTER_NAME", "A. Name"), ("GIT_COMMITTER_EMAIL", "a@example.org")])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap_or(-1))
}

#[test]
fn the_readme_shows_what_happens() {
    check("README.md", 6);
}

#[test]
fn the_guide_shows_what_happens() {
    check("docs/guide.md", 15);
}

#[test]
fn the_story_of_an_edit_shows_what_happens() {
    check("docs/editors.md", 20);
}

#[test]
fn the_terminologists_page_shows_what_happens() {
    check_in_sample("docs/terminology.md", 15);
}

#[test]
fn a_page_that_shows_something_else_is_noticed() {
    let text = "# T\n\n```console\n$ printf 'one\\ntwo\\n'\none\ntwo\n$ false  # exit 1\n```\n\n```text file=a/b\nx\n```\nEnd.\n";
    let parts = page::read(text);
    assert_eq!(page::write(&parts), text);
    let steps: Vec<&Step> = parts.iter().flat_map(Part::steps).collect();
    assert_eq!(steps.len(), 2);
    assert_eq!((steps[0].output.as_str(), steps[1].exit), ("one\ntwo\n", 1));
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(&steps[0].command, folder.path()), ("one\ntwo\n".to_owned(), 0));
    for (shown, printed, same) in [
        ("one\ntwo\n", "one\ntwo\n", true),
        ("one\n…\n", "one\ntwo\nthree\n", true),
        ("…\nthree\n", "one\ntwo\nthree\n", true),
        ("one …!\n", "one two!\n", true),
        ("one\n", "one\ntwo\n", false),
        ("one\ntwo\n", "one\n", false),
        ("one …!\n", "one two\n", false),
        ("", "one\n", false),
    ] {
        assert_eq!(page::matches(shown, printed), same, "{shown:?} {printed:?}");
    }
}
