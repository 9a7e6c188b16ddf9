//! Runs the programs in `examples/` on a small project, as they were built with the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"fr\"]\n\n[[articles]]\nroot = \"articles\"\n";

/// An example's program: it lies beside the folder of the test programs.
fn program(name: &str) -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let target = tests.parent().and_then(Path::parent).expect("test programs lie in `deps`");
    let program = target.join("examples").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.is_file(), "{name} was not built: run `cargo test`, or `cargo build --examples` before this test alone");
    program
}

fn run(name: &str, dir: &Path) -> (String, bool) {
    let output = Command::new(program(name)).arg(dir).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (text, output.status.success())
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("articles")).unwrap();
    fs::write(folder.path().join("tarjuman.toml"), CONFIG).unwrap();
    fs::write(folder.path().join("articles/mill.md"), "The mill has 3 wheels.\n\nIt is open.\n").unwrap();
    folder
}

#[test]
fn sync_report_syncs_and_says_what_happened() {
    let folder = project();
    let (text, success) = run("sync_report", folder.path());
    assert!(success, "{text}");
    assert_eq!(text, "mill: 2 units, 2 edits\n  fr: 0 of 2 current, 8 words to do\n4 files written\n");
    assert!(folder.path().join("locales/fr/mill.ftl").is_file());
    let (text, _) = run("sync_report", folder.path());
    assert!(text.ends_with("0 files written\n"), "{text}");
}

#[test]
fn stale_units_lists_the_edit_behind_a_stale_translation() {
    let folder = project();
    run("sync_report", folder.path());
    let catalog = folder.path().join("locales/fr/mill.ftl");
    let text = fs::read_to_string(&catalog).unwrap();
    let id = text.lines().find_map(|line| line.strip_prefix("# [todo] ")?.strip_suffix(" =")).unwrap();
    fs::write(&catalog, text.replace(&format!("# [todo] {id} ="), &format!("{id} = Le moulin a 3 roues."))).unwrap();
    run("sync_report", folder.path());
    let (text, _) = run("stale_units", folder.path());
    assert_eq!(text, "0 of 2 translations are stale\n");
    fs::write(folder.path().join("articles/mill.md"), "The mill has 4 wheels.\n\nIt is open.\n").unwrap();
    let (text, success) = run("stale_units", folder.path());
    assert!(success, "{text}");
    let expected = format!("1 of 2 translations are stale\nfacts mill#{id} in fr\n  delete: 3\n  insert: 4\n");
    assert_eq!(text, expected);
}

#[test]
fn a_folder_without_a_project_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let (text, success) = run("stale_units", folder.path());
    assert!(!success && text.contains("tarjuman.toml"), "{text}");
}
