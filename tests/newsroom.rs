//! The sample newsroom of this repository: the first command of the README does what the README says, on a copy.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tarjuman::project::Project;
use tarjuman::workflow::{StatusOptions, SyncOptions};

/// A copy of what the project consists of, without what publishing made.
fn newsroom() -> tempfile::TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    fs::copy(root.join("tarjuman.toml"), folder.path().join("tarjuman.toml")).unwrap();
    for part in ["examples/articles", "locales", "glossary", "published"] {
        support::copy_folder(&root.join(part), &folder.path().join(part));
    }
    folder
}

fn tarjuman(dir: &Path, arguments: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_tarjuman")).args(arguments).current_dir(dir).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output, text)
}

#[test]
fn the_first_command_of_the_readme_publishes_every_language() {
    let readme = include_str!("../README.md");
    assert!(readme.contains("cargo run --release -- publish --to markdown\n"));
    let newsroom = newsroom();
    let (output, text) = tarjuman(newsroom.path(), &["publish", "--to", "markdown"]);
    assert!(output.status.success(), "{text}");
    let project = Project::open(newsroom.path()).unwrap();
    assert!(project.config.target_locales.len() >= 3);
    for locale in project.locales() {
        let article = newsroom.path().join(format!("public/markdown/{locale}/recognition.md"));
        assert!(fs::read_to_string(article).is_ok_and(|text| text.len() > 1000), "{locale}: {text}");
    }
    let (_, text) = tarjuman(newsroom.path(), &["publish", "--to", "markdown"]);
    assert!(text.contains("0 held back") && !text.contains("out\n"), "a second run publishes again:\n{text}");
}

#[test]
fn the_catalogs_are_in_step_with_the_article() {
    let newsroom = newsroom();
    let options = SyncOptions { dry_run: true, ..SyncOptions::default() };
    let report = Project::open(newsroom.path()).unwrap().sync(&options).unwrap();
    assert_eq!(report.written, Vec::<String>::new());
    let errors: Vec<_> = report.diagnostics.iter().filter(|found| found.severity > tarjuman::base::Severity::Note).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn its_terms_are_rendered_as_the_glossary_says() {
    let newsroom = newsroom();
    for command in [&["check"][..], &["glossary", "check"]] {
        let (output, text) = tarjuman(newsroom.path(), command);
        assert!(output.status.success() && !text.contains("warning") && !text.contains("error"), "{command:?}: {text}");
    }
}

#[test]
fn something_is_stale_to_look_at_and_nothing_is_missing() {
    let newsroom = newsroom();
    let total = Project::open(newsroom.path()).unwrap().status(&StatusOptions::default()).unwrap().total;
    assert!(total.stale_total() > 0 && total.missing == 0 && total.unreadable == 0, "{total:?}");
}
