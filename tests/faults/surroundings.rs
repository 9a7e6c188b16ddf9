//! The same story with a wrong clock, other languages and time zones, without a home: every byte is the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cases;
use super::extent::{self, Turn};
use super::say;
use super::support::TestProject;
use super::tree::{self, Tree};

/// An environment with a name.
struct Surroundings {
    name: &'static str,
    variables: Vec<(&'static str, String)>,
}

/// Tells the story in every environment, and compares with the first.
pub fn one_story_everywhere(_turn: Turn) {
    let home = tempfile::tempdir().expect("there is room");
    let mut all = environments(home.path());
    match find_faketime() {
        Some(library) => all.extend(clocks(&library)),
        None => extent::skip("there is no libfaketime; `tests/run` installs it"),
    }
    let expected = tell(&[], true);
    assert!(expected.0.len() > 15, "the story makes {} files", expected.0.len());
    for surroundings in &all {
        let (files, said) = tell(&surroundings.variables, false);
        let differ = tree::differing(&files, &expected.0);
        assert!(differ.is_empty(), "{}: {differ:?} differ", surroundings.name);
        assert_eq!(said, expected.1, "{}: it says something else", surroundings.name);
    }
    let in_home: Vec<_> = fs::read_dir(home.path()).expect("the home can be read").collect();
    assert!(in_home.is_empty(), "something was put into the home: {in_home:?}");
    say(&format!("one story in {} environments: {} files, all the same", all.len() + 1, expected.0.len()));
}

fn environments(home: &Path) -> Vec<Surroundings> {
    let mut permissions = home.metadata().expect("the home is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(home, permissions).expect("the home is ours");
    let home = home.display().to_string();
    let no_home = format!("{home}/none");
    let one = |name, variables: &[(&'static str, &str)]| Surroundings {
        name,
        variables: variables.iter().map(|(key, value)| (*key, (*value).to_owned())).collect(),
    };
    vec![
        one("an empty environment", &[]),
        one("LANG=C", &[("LANG", "C"), ("LC_ALL", "C")]),
        one("Turkish", &[("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")]),
        one("east of Greenwich", &[("TZ", "Pacific/Kiritimati")]),
        one("west of Greenwich", &[("TZ", "UTC+12")]),
        one("a read-only home", &[("HOME", &home), ("XDG_CONFIG_HOME", &home), ("XDG_CACHE_HOME", &home), ("TMPDIR", &home)]),
        one("a home that is not there", &[("HOME", &no_home), ("TMPDIR", &no_home)]),
        one("no colours, many columns", &[("NO_COLOR", "1"), ("COLUMNS", "20"), ("TERM", "dumb")]),
    ]
}

/// Clocks that are wrong by half a century, each shown to be wrong.
fn clocks(library: &Path) -> Vec<Surroundings> {
    let library = library.display().to_string();
    let wrong = |name, shift: &str| {
        let variables = vec![("LD_PRELOAD", library.clone()), ("FAKETIME", shift.to_owned())];
        let years = year(&variables).abs_diff(year(&[]));
        assert!((49..=51).contains(&years), "{name}: the clock is {years} years off");
        Surroundings { name, variables }
    };
    vec![wrong("fifty years back", "-50y"), wrong("fifty years on", "+50y")]
}

fn year(variables: &[(&str, String)]) -> u32 {
    let mut date = Command::new("date");
    date.arg("+%Y").envs(variables.iter().map(|(key, value)| (key, value)));
    let output = date.output().expect("date runs");
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("a year is a number")
}

fn find_faketime() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.filter_map(Result::ok).map(|entry| entry.path());
    let found =
        folders.map(|folder| folder.join("faketime/libfaketime.so.1")).chain(["/usr/lib/faketime/libfaketime.so.1".into()]);
    found.into_iter().find(|library| library.is_file())
}

/// Tells the story: the files that git would see, and everything that was said. `inherit` leaves the environment as it is.
fn tell(variables: &[(&str, String)], inherit: bool) -> (Tree, String) {
    let project = cases::articles();
    let mut said = String::new();
    let mut run = |project: &TestProject, arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
        if !inherit {
            command.env_clear();
        }
        command.args(arguments).current_dir(project.root()).envs(variables.iter().map(|(key, value)| (key, value)));
        let output = command.output().expect("the binary runs");
        assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?} {variables:?}: {output:?}");
        said.push_str(&format!("$ {}\n{}", arguments.join(" "), String::from_utf8_lossy(&output.stdout)));
    };
    run(&project, &["init", "--targets", "fr,ja"]);
    run(&project, &["sync"]);
    run(&project, &["set", "fr", "ferry#title", "Le bac", "--by", "A. Name"]);
    run(&project, &["set", "ja", "ferry#title", "渡し船"]);
    run(&project, &["confirm", "fr", "ferry#title", "--state", "reviewed", "--by", "B. Name"]);
    project.replace("articles/ferry.md", "title: The ferry", "title: The small ferry");
    run(&project, &["sync"]);
    run(&project, &["publish"]);
    (tree::read(&project.root()), said)
}
