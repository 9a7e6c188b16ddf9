//! Setting git up, and the driver as git calls it: three files, no project.

use std::fs;
use std::process::Command;

use super::repository::{Repository, Said};

const BASE: &str = "### Tarjuman · article a · es from en\n\n# [source] One.\np-one = Uno.\n\n# [source] Two.\np-two = Dos.\n";

/// Runs the driver on three texts; what it says, and what it makes of our file.
fn drive(base: &[u8], ours: &[u8], theirs: &[u8], arguments: &[&str]) -> (i32, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("o", base), ("a", ours), ("b", theirs)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
    let output = command.args(["merge-driver", "o", "a", "b"]).args(arguments).current_dir(folder.path()).output().unwrap();
    assert!(output.stdout.is_empty(), "git prints what there is to say");
    (output.status.code().unwrap(), fs::read(folder.path().join("a")).unwrap())
}

fn drive_text(base: &str, ours: &str, theirs: &str, arguments: &[&str]) -> (i32, String) {
    let (code, merged) = drive(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), arguments);
    (code, String::from_utf8(merged).unwrap())
}

#[test]
fn different_units_merge_and_the_same_unit_is_a_conflict_around_itself() {
    let ours = BASE.replace("Uno.", "Uno nuestro.");
    let theirs = BASE.replace("Dos.", "Dos suyo.");
    let (code, merged) = drive_text(BASE, &ours, &theirs, &["--path=locales/es/a.ftl"]);
    assert_eq!((code, merged.as_str()), (0, ours.replace("Dos.", "Dos suyo.").as_str()));

    let theirs = BASE.replace("Uno.", "Uno suyo.");
    let arguments = ["--path=locales/es/a.ftl", "--ours-label=HEAD", "--theirs-label=a branch", "--base-label=%S"];
    let (code, merged) = drive_text(BASE, &ours, &theirs, &arguments);
    let expected = "### Tarjuman · article a · es from en\n\n<<<<<<< HEAD\n# [source] One.\np-one = Uno nuestro.\n=======\n\
                    # [source] One.\np-one = Uno suyo.\n>>>>>>> a branch\n\n# [source] Two.\np-two = Dos.\n";
    assert_eq!((code, merged.as_str()), (1, expected));

    let arguments = ["--conflict-style=zdiff3", "--marker-size=9"];
    let (code, merged) = drive_text(BASE, &ours, &theirs, &arguments);
    assert_eq!(code, 1, "the text alone says what the file is");
    assert!(merged.contains("\n||||||||| base\n# [source] One.\np-one = Uno.\n=========\n"), "{merged}");
}

#[test]
fn comments_of_both_sides_stay_with_a_text_of_one() {
    let ours = BASE.replace("# [source] One.", "# seen by A\n# [source] One.");
    let theirs = BASE.replace("p-one = Uno.", "# [question] Which one?\np-one = Uno suyo.");
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let (code, merged) = drive_text(BASE, one, other, &["--path=x.ftl"]);
        assert_eq!(code, 0, "{merged}");
        for line in ["# seen by A\n", "# [question] Which one?\n", "# [source] One.\n", "p-one = Uno suyo.\n"] {
            assert_eq!(merged.matches(line).count(), 1, "{line}{merged}");
        }
    }
}

#[test]
fn what_cannot_be_taken_apart_becomes_one_conflict_that_holds_both_texts() {
    let marked = |name: &str| format!("<<<<<<< x\np-{name} = 1\n=======\np-{name} = 2\n>>>>>>> y\n");
    let deep = |name: &str| format!("p-{name} = {}{}\n", "{ ".repeat(150), " }".repeat(150));
    for [base, ours, theirs] in [[marked("a"), marked("b"), marked("c")], [deep("a"), deep("b"), deep("c")]] {
        let (code, merged) = drive_text(&base, &ours, &theirs, &["--path=x.ftl"]);
        assert_eq!(code, 1);
        for line in ours.lines().chain(theirs.lines()) {
            assert!(merged.contains(line), "{merged}");
        }
    }
    let (code, merged) = drive(b"p-a = \xff\n", b"p-a = \xfe1\n", b"p-a = \xfe2\n", &["--path=x.ftl"]);
    assert_eq!((code, merged.as_slice()), (1, &b"<<<<<<< ours\np-a = \xfe1\n=======\np-a = \xfe2\n>>>>>>> theirs\n"[..]));
    let (code, merged) = drive(b"p-a = \xff\n", b"p-a = \xff\n", b"p-a = \xfe2\n", &["--path=x.ftl"]);
    assert_eq!((code, merged.as_slice()), (0, &b"p-a = \xfe2\n"[..]));
}

#[test]
fn a_driver_that_fails_leaves_our_text_and_says_that_it_failed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a"), BASE).unwrap();
    let run =
        || Command::new(env!("CARGO_BIN_EXE_tarjuman")).args(["merge-driver", "o", "a", "b"]).current_dir(folder.path()).output();
    let output = run().unwrap();
    assert_eq!(output.status.code(), Some(129), "up to 128 is a conflict to git");
    assert!(String::from_utf8_lossy(&output.stderr).contains("`o`"));
    assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), BASE);
}

#[test]
fn git_is_set_up_once_and_falls_back_to_lines_without_the_command() {
    let repository = Repository::new(true);
    repository.write(".gitattributes", "*.png binary");
    let first = repository.tarjuman(&["init", "--git", "--dry-run"]);
    assert_eq!(first.code, 0, "{}", first.text);
    assert_eq!(repository.git(&["config", "--local", "--get", "merge.tarjuman.driver"]).code, 1, "a dry run writes nothing");
    let second = repository.tarjuman(&["init", "--git"]);
    assert!(second.text.contains("wrote .gitattributes") && second.text.contains("set merge.tarjuman.driver"), "{}", second.text);
    let config = fs::read_to_string(repository.root().join(".git/config")).unwrap();
    let attributes = fs::read_to_string(repository.root().join(".gitattributes")).unwrap();
    assert!(attributes.starts_with("*.png binary\n/locales/**/*.ftl merge=tarjuman diff=tarjuman\n"), "{attributes}");
    let third = repository.tarjuman(&["init", "--git", "--quiet"]);
    assert_eq!(third.text, "git is set up already\n");
    assert_eq!(fs::read_to_string(repository.root().join(".git/config")).unwrap(), config);

    // The command is gone: git merges lines, and both texts are there.
    let driver = repository.git(&["config", "--local", "--get", "merge.tarjuman.driver"]).text;
    let gone = driver.trim_end().replace(env!("CARGO_BIN_EXE_tarjuman"), "/nowhere/tarjuman");
    repository.git(&["config", "--local", "merge.tarjuman.driver", &gone]);
    let textconv = repository.git(&["config", "--local", "--get", "diff.tarjuman.textconv"]).text;
    let gone = textconv.trim_end().replace(env!("CARGO_BIN_EXE_tarjuman"), "/nowhere/tarjuman");
    repository.git(&["config", "--local", "diff.tarjuman.textconv", &gone]);
    let said = merge_one_line(&repository);
    assert_eq!(said.code, 1, "{}", said.text);
    let merged = fs::read_to_string(repository.root().join("locales/es/a.ftl")).unwrap();
    assert!(merged.contains("<<<<<<< HEAD\np-one = Uno A.\n=======\np-one = Uno B.\n>>>>>>> b\n"), "{merged}");
    assert!(repository.git(&["diff", "HEAD~1", "HEAD"]).text.contains("+p-one = Uno A."));
}

fn merge_one_line(repository: &Repository) -> Said {
    repository.write("locales/es/a.ftl", BASE);
    repository.commit("base");
    for (branch, text) in [("b", "Uno B."), ("a", "Uno A.")] {
        repository.checkout(&["-b", branch, "main"]);
        repository.write("locales/es/a.ftl", &BASE.replace("Uno.", text));
        repository.commit(branch);
    }
    repository.git(&["merge", "-q", "--no-edit", "b"])
}

#[test]
fn a_project_is_begun_and_its_repository_set_up_at_once() {
    let repository = Repository::new(true);
    fs::remove_file(repository.root().join("tarjuman.toml")).unwrap();
    let said = repository.tarjuman(&["init", "--git", "--targets", "es", "--dry-run", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&said.text).unwrap_or_else(|error| panic!("{error}: {}", said.text));
    assert_eq!(report["git"]["written"], serde_json::json!([".gitattributes"]));
    assert_eq!(report["git"]["settings"].as_array().unwrap().len(), 4);
    assert!(report["config"].as_str().unwrap().contains("target-locales = [\"es\"]"));
    assert!(!repository.root().join("tarjuman.toml").exists());
    let said = repository.tarjuman(&["init", "--git", "--targets", "es"]);
    assert_eq!(said.code, 0, "{}", said.text);
    assert!(said.text.contains("wrote tarjuman.toml") && said.text.contains("wrote .gitattributes"), "{}", said.text);
}

#[test]
fn a_path_that_a_shell_would_read_is_quoted() {
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join("it's $(touch ran) 100%");
    fs::create_dir(&odd).unwrap();
    let program = odd.join("tarjuman");
    fs::copy(env!("CARGO_BIN_EXE_tarjuman"), &program).unwrap();
    let repository = Repository::new(true);
    let output = Command::new(&program).args(["init", "--git"]).current_dir(repository.root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = merge_one_line(&repository);
    let merged = fs::read_to_string(repository.root().join("locales/es/a.ftl")).unwrap();
    assert_eq!(said.code, 1);
    assert!(merged.contains("<<<<<<< HEAD\n# [source] One.\np-one = Uno A.\n"), "the driver ran: {merged}");
    assert!(!repository.root().join("ran").exists(), "nothing else ran");
    assert!(repository.git(&["diff", "main", "b"]).text.contains("+    > Uno B.\n"));
}

#[test]
fn without_a_repository_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
        command.args(arguments).current_dir(folder.path()).env("GIT_CEILING_DIRECTORIES", folder.path().parent().unwrap());
        let output = command.output().unwrap();
        (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, said) = run(&["init", "--git"]);
    assert_eq!(code, 2);
    assert!(said.contains("is in no git repository") && said.contains("git init"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn textconv_shows_units_and_never_fails_on_what_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let show = |bytes: &[u8]| {
        fs::write(folder.path().join("x.ftl"), bytes).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_tarjuman")).args(["textconv", "x.ftl"]).current_dir(folder.path()).output();
        let output = output.unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let text = "### Tarjuman · article a · es from en\n\n## Part\n\n# by hand\n# [stale] facts · segment 1 of 1\n# [was] One.\n# [source] Two.\n\
                p-one =\n        Uno\u{1b}[31m.\n        Más.\n    .title = T\n\n# [source] Three.\n# [todo] p-three =\n\np-four = { \n";
    let expected = "### Tarjuman · article a · es from en\n\n## Part\n\np-one\n    # by hand\n    [stale] facts · segment 1 of 1\n    [was] One.\n    \
                    [source] Two.\n    > Uno\\u{001B}[31m.\n    > Más.\n    > .title = T\n\np-three · missing\n    [source] Three.\n\n\
                    p-four · unreadable\n    ? p-four = {\n";
    assert_eq!(show(text.as_bytes()), expected);
    assert_eq!(show(b"<<<<<<< x\np-a = 1\n=======\n"), "<<<<<<< x\np-a = 1\n=======\n");
    assert_eq!(show(b"p-a = \xff\x07\n"), "p-a = \u{fffd}\\u{0007}\n");
    assert_eq!(show(b""), "");
}
