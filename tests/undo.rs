//! `undo`, `redo`, `history` and `restore` through the real binary.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;

use support::TestProject;

const ARTICLE: &str = "# Ferry stops for the winter\n\nThe ferry stops on Monday.\n\nTickets stay valid.\n";

/// A project with one article that is translated into two languages, as a git repository with two commits.
fn translated() -> (TestProject, String) {
    let project = TestProject::new(support::CONFIG);
    project.write("articles/ferry.md", ARTICLE);
    project.run(&["sync"]).exits(0);
    let units = project.json(&["explain", "ferry"]);
    let unit = units["units"][1]["unit"].as_str().unwrap().to_owned();
    let address = format!("ferry#{unit}");
    project.commit("new article");
    project.run(&["set", "es", &address, "El transbordador para el lunes."]).exits(0);
    project.run(&["set", "ps", &address, "کښتۍ د دوشنبې په ورځ درېږي."]).exits(0);
    project.commit("translated");
    (project, address)
}

#[test]
fn what_an_editor_writes_into_a_replaced_file_is_kept_and_named() {
    let (project, address) = translated();
    let path = "locales/es/ferry.ftl";
    let mut opened = fs::File::options().append(true).open(project.path(path)).unwrap();
    project.run(&["set", "es", &address, "El barco para el lunes."]).exits(0);
    let after = project.read(path);
    opened.write_all("# A late thought.\n".as_bytes()).unwrap();
    assert_eq!(project.read(path), after, "the editor writes into a file that is no longer there");
    let run = project.run(&["set", "ps", &address, "بل متن"]).exits(0);
    let place = run.stderr.split('`').find(|word| word.contains("rescue")).expect("the place is named");
    assert!(place.ends_with(path) && run.stderr.contains(&format!("set es {address}")), "{}", run.stderr);
    let kept = project.read(place);
    assert!(kept.contains("El transbordador para el lunes.") && kept.ends_with("# A late thought.\n"), "{kept}");
    assert_eq!(project.read(path), after);
    // Told once.
    let run = project.run(&["set", "ps", &address, "بل بل متن"]).exits(0);
    assert!(!run.stderr.contains("rescue"), "{}", run.stderr);
}

type Tree = BTreeMap<String, Vec<u8>>;

#[test]
fn commands_are_taken_back_one_by_one_and_made_again() {
    let (project, address) = translated();
    let mut trees = vec![project.snapshot()];
    project.write("articles/ferry.md", ARTICLE.replace("Monday", "Tuesday"));
    let edited = project.read("articles/ferry.md");
    project.run(&["sync"]).exits(0);
    trees.push(project.snapshot());
    project.run(&["confirm", "es", &address]).exits(0);
    trees.push(project.snapshot());
    project.run(&["reject", "es", &address, "--why", "no"]).exits(0);
    trees.push(project.snapshot());

    let listed = project.json(&["undo", "--list"]);
    let commands: Vec<&str> = listed["undoable"].as_array().unwrap().iter().map(|one| one["command"].as_str().unwrap()).collect();
    let titled = |verb: &str| format!("{verb} es {address}");
    assert_eq!(commands[..3], [titled("reject").as_str(), titled("confirm").as_str(), "sync"]);

    project.run(&["undo"]).exits(0);
    assert_eq!(project.snapshot(), trees[2]);
    project.run(&["undo", "--steps", "2"]).exits(0);
    let mut before = trees[0].clone();
    before.insert("project/articles/ferry.md".to_owned(), edited.into_bytes());
    assert_eq!(project.snapshot(), before, "the author's own edit is nobody's to take back");
    project.run(&["redo"]).exits(0);
    assert_eq!(project.snapshot(), trees[1]);
    project.run(&["redo", "--steps", "2"]).exits(0);
    assert_eq!(project.snapshot(), trees[3]);
    assert!(project.run(&["redo"]).exits(2).stderr.contains("nothing to redo"));

    project.run(&["undo"]).exits(0);
    project.run(&["set", "ps", &address, "بل متن"]).exits(0);
    assert!(project.run(&["redo"]).exits(2).stderr.contains("nothing to redo"), "a new command ends what could be made again");
    assert!(project.run(&["undo", "--steps", "99"]).exits(2).stderr.contains("the journal has"));
    project.run(&["undo", "--steps", "0"]).exits(2);
}

#[test]
fn undo_refuses_as_a_whole_and_names_what_changed_since() {
    let (project, _) = translated();
    project.write("articles/ferry.md", ARTICLE.replace("Monday", "Tuesday"));
    project.run(&["sync"]).exits(0);
    let catalog = project.read("locales/ps/ferry.ftl");
    project.write("locales/ps/ferry.ftl", format!("{catalog}\n# a person was here\n"));
    let before = project.snapshot();
    let refused = project.run(&["undo"]).exits(2);
    assert!(refused.stderr.contains("locales/ps/ferry.ftl") && !refused.stderr.contains("locales/es"), "{}", refused.stderr);
    assert_eq!(project.snapshot(), before);
    project.write("locales/ps/ferry.ftl", &catalog);
    project.run(&["undo", "--dry-run"]).exits(0);
    project.run(&["undo"]).exits(0);
}

#[test]
fn one_article_is_taken_back_and_the_others_stay() {
    let (project, _) = translated();
    project.write("articles/ferry.md", ARTICLE.replace("Monday", "Tuesday"));
    project.write("articles/2026/tram.md", "# Tram\n\nIt runs.\n");
    let before = project.snapshot();
    project.run(&["sync"]).exits(0);
    let after = project.snapshot();
    project.run(&["undo", "2026/tram"]).exits(0);
    let of_tram = |path: &str| path.starts_with("project/locales") && path.contains("tram");
    let expected: Tree =
        after.iter().filter(|(path, _)| !of_tram(path)).map(|(path, text)| (path.clone(), text.clone())).collect();
    assert_eq!(project.snapshot(), expected);
    project.run(&["undo", "ferry"]).exits(0);
    assert_eq!(project.snapshot(), before);
    project.run(&["undo", "tram"]).exits(2);
    project.run(&["redo", "--steps", "1"]).exits(0);
    project.run(&["redo", "2026/tram"]).exits(2);
    assert_eq!(project.snapshot(), after);
}

#[test]
fn every_text_that_a_translation_has_had_can_be_found_and_brought_back() {
    let (project, address) = translated();
    let texts = ["Versión dos.", "Versión tres.", "Versión cuatro."];
    for text in texts {
        project.run(&["set", "es", &address, text]).exits(0);
    }
    project.commit("later");
    // What only git has: the journal is of one working copy.
    let listed = |arguments: &[&str]| {
        let history = project.json(&[&["history", &address], arguments].concat());
        let es = history["locales"].as_array().unwrap().iter().find(|own| own["locale"] == "es").unwrap().clone();
        let texts: Vec<String> =
            es["texts"].as_array().unwrap().iter().map(|text| text["lines"][0].as_str().unwrap().to_owned()).collect();
        (texts, es["lost"].as_array().unwrap().len(), es)
    };
    let (all, lost, es) = listed(&[]);
    assert_eq!(all, ["Versión cuatro.", "Versión tres.", "Versión dos.", "El transbordador para el lunes."]);
    assert_eq!(lost, 0);
    assert_eq!(es["texts"][0]["restore"], "");
    fs::remove_dir_all(project.path(".tarjuman")).unwrap();
    let (all, lost, _) = listed(&[]);
    assert_eq!(all, ["Versión cuatro.", "El transbordador para el lunes."]);
    assert_eq!(lost, 2);
    let (all, lost, _) = listed(&["--no-git"]);
    assert_eq!((all.len(), lost), (1, 3));

    // Brought back while the source stands as it did: current. After an edit of the source: stale, never current.
    let command = es["texts"][3]["restore"].as_str().unwrap().to_owned();
    let arguments: Vec<&str> = command.split(' ').skip(1).collect();
    project.run(&arguments).exits(0);
    let state = || project.json(&["explain", &address, "--locale", "es"])["locales"][0].clone();
    assert_eq!(
        (state()["lines"][0].as_str(), state()["freshness"].as_str()),
        (Some("El transbordador para el lunes."), Some("current"))
    );
    project.write("articles/ferry.md", ARTICLE.replace("Monday", "Tuesday"));
    project.run(&["sync"]).exits(0);
    project.run(&["set", "es", &address, "El transbordador para el martes."]).exits(0);
    assert_eq!(state()["freshness"], "current");
    project.run(&arguments).exits(0);
    assert_eq!((state()["freshness"].as_str(), state()["grade"].as_str()), (Some("stale"), Some("facts")));
    let refused = project.run(&["restore", "es", &address, "1:ffffffff"]).exits(2);
    assert!(refused.stderr.contains("tarjuman history"), "{}", refused.stderr);
    project.run(&["restore", "es", &address, ""]).exits(2);
}
