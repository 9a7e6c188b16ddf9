//! Several processes and an editor that write at once: every text that was saved is there afterwards, or its loss is named.
//!
//! `TARJUMAN_ROUNDS` says how many rounds there are. The editor is a thread of the test that saves catalogs as editors do: it
//! truncates the file and writes it, or writes another and renames it over the file.

mod support;

use std::fs;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use support::{CONFIG, TestProject};

/// Rounds of each test unless `TARJUMAN_ROUNDS` says otherwise.
const ROUNDS: usize = 40;
/// Processes at once, one number after the other, round by round.
const PROCESSES: [usize; 3] = [2, 4, 8];
/// Units of the article.
const UNITS: usize = 12;

fn rounds() -> usize {
    match std::env::var("TARJUMAN_ROUNDS") {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("TARJUMAN_ROUNDS is not a number: {text}")),
        Err(_) => ROUNDS,
    }
}

/// An article with many units, translated into Spanish and Russian, and the ids of its units.
fn project() -> (TestProject, Vec<String>) {
    let project = TestProject::new(CONFIG);
    project.write("articles/one.md", article(0));
    project.run(&["sync"]).exits(0);
    let explained = project.json(&["explain", "one"]);
    let units: Vec<String> =
        explained["units"].as_array().unwrap().iter().map(|unit| unit["unit"].as_str().unwrap().to_owned()).collect();
    assert_eq!(units.len(), UNITS);
    for locale in ["es", "ru"] {
        let texts: String = units.iter().map(|unit| format!("{unit} = Before all rounds.\n\n")).collect();
        project.write(&format!("locales/{locale}/one.ftl"), texts);
    }
    project.run(&["sync"]).exits(0);
    (project, units)
}

/// The article in a round: one sentence changes, so that `sync` has something to write in every language.
fn article(round: usize) -> String {
    let unit = |unit: usize| match unit {
        0 => format!("The first paragraph was edited {round} times.\n\n"),
        _ => format!("Paragraph number {unit} speaks of subject {unit} at some length.\n\n"),
    };
    (0..UNITS).map(unit).collect()
}

/// A process of the tool, started and not waited for.
fn start(project: &TestProject, arguments: &[&str]) -> Child {
    let mut command = project.command(arguments);
    command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    command.spawn().unwrap()
}

/// How an editor saves.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Save {
    InPlace,
    ByRename,
}

/// Puts `text` in place of the text of a unit as an editor does; what stands in the catalog when the unit has no text there.
fn edit(project: &TestProject, path: &str, unit: &str, text: &str, how: Save) -> Result<(), String> {
    let catalog = project.read(path);
    let Some(entry) = catalog.lines().position(|line| line.starts_with(&format!("{unit} ="))) else { return Err(catalog) };
    let mut lines: Vec<&str> = catalog.lines().collect();
    let end = (entry + 1..lines.len()).find(|&at| !lines[at].starts_with(' ')).unwrap_or(lines.len());
    let line = format!("{unit} = {text}");
    lines.splice(entry..end, [line.as_str()]);
    let edited = lines.join("\n") + "\n";
    match how {
        Save::InPlace => fs::write(project.path(path), edited).unwrap(),
        Save::ByRename => {
            let beside = project.outside().join("editor.tmp");
            fs::write(&beside, edited).unwrap();
            fs::rename(&beside, project.path(path)).unwrap();
        }
    }
    Ok(())
}

/// All that is kept of texts that could not stay: what recovery and interrupted saves put aside.
fn rescued(project: &TestProject) -> String {
    let mut text = String::new();
    let mut waiting = vec![project.path(".tarjuman/rescue")];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
            if entry.path().is_dir() {
                waiting.push(entry.path());
            } else {
                text.push_str(&String::from_utf8_lossy(&fs::read(entry.path()).unwrap()));
            }
        }
    }
    text
}

/// Each process translates a unit of its own, one syncs, one confirms, and an editor saves another language's catalog.
fn write_at_once(how: Save) {
    let (project, units) = project();
    let (mut edits, mut refused, mut lost) = (0, 0, Vec::new());
    for round in 1..=rounds() {
        let processes = PROCESSES[round % PROCESSES.len()];
        project.write("articles/one.md", article(round));
        let mark = |writer: usize| format!("Round {round} of {processes}, writer {writer}.");
        let done = AtomicBool::new(false);
        let mut saved = String::new();
        let outputs = thread::scope(|scope| {
            let editor = scope.spawn(|| {
                let mut last = String::new();
                for save in 0.. {
                    let next = format!("Round {round} of {processes}, save {save}.");
                    if let Err(catalog) = edit(&project, "locales/ru/one.ftl", &units[UNITS - 1], &next, how) {
                        return format!("{last}\n{catalog}");
                    }
                    last = next;
                    if done.load(Ordering::Relaxed) {
                        break;
                    }
                    thread::sleep(Duration::from_millis(7));
                }
                last
            });
            let children: Vec<Child> = (0..processes)
                .map(|writer| match writer {
                    1 => start(&project, &["sync"]),
                    3 => start(&project, &["confirm", "ru", "one", "--all", "--by", "A. Name"]),
                    _ => start(&project, &["set", "es", &format!("one#{}", units[writer]), &mark(writer)]),
                })
                .collect();
            let outputs: Vec<_> = children.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
            done.store(true, Ordering::Relaxed);
            saved = editor.join().unwrap();
            outputs
        });
        // The next command brings what an editor wrote too late to where it is found.
        let synced = project.run(&["sync"]);
        assert!(synced.code < 2, "{synced:#?}");
        let catalog = project.read("locales/es/one.ftl");
        for (writer, output) in outputs.iter().enumerate() {
            let said = String::from_utf8_lossy(&output.stderr);
            let code = output.status.code().unwrap_or_else(|| panic!("writer {writer} was ended: {said}"));
            assert!(code == 0 || code == 1 || !said.is_empty(), "writer {writer} fails without a word");
            refused += usize::from(code == 2);
            let sets = writer != 1 && writer != 3;
            edits += usize::from(sets && code < 2);
            if sets && code < 2 && !catalog.contains(&mark(writer)) && !rescued(&project).contains(&mark(writer)) {
                lost.push(format!("{}\n{said}", mark(writer)));
            }
        }
        edits += 1;
        if !project.read("locales/ru/one.ftl").contains(&saved) && !rescued(&project).contains(&saved) {
            lost.push(format!("the editor's `{saved}`"));
        }
        // Texts of earlier rounds that nobody replaced are there as well.
        let russian = project.read("locales/ru/one.ftl");
        let kept = units.iter().filter(|unit| russian.contains(&format!("{unit} ="))).count();
        assert_eq!(kept, UNITS, "round {round} of {processes}:\n{russian}");
        project.run(&["sync", "--check"]).exits(0);
    }
    println!("{how:?}: {edits} edits in {} rounds, {refused} commands refused, {} lost", rounds(), lost.len());
    assert!(lost.is_empty(), "lost without a word:\n{}", lost.join("\n"));
    assert!(edits > refused, "{refused} of {edits} commands gave up");
}

#[test]
fn texts_of_all_writers_and_of_an_editor_that_renames_are_kept() {
    write_at_once(Save::ByRename);
}

#[test]
fn texts_of_all_writers_and_of_an_editor_that_writes_in_place_are_kept() {
    write_at_once(Save::InPlace);
}

#[test]
fn of_many_texts_for_one_unit_the_last_stays_and_the_others_are_known() {
    let (project, units) = project();
    let address = format!("one#{}", units[4]);
    for round in 1..=rounds() {
        let processes = PROCESSES[round % PROCESSES.len()];
        let mark = |writer: usize| format!("Round {round} of {processes}, writer {writer}.");
        let children: Vec<Child> =
            (0..processes).map(|writer| start(&project, &["set", "es", &address, &mark(writer)])).collect();
        let codes: Vec<i32> =
            children.into_iter().map(|child| child.wait_with_output().unwrap().status.code().unwrap()).collect();
        let catalog = project.read("locales/es/one.ftl");
        let standing: Vec<usize> = (0..processes).filter(|&writer| catalog.contains(&mark(writer))).collect();
        assert_eq!(standing.len(), 1, "{catalog}");
        assert_eq!(codes[standing[0]], 0, "the text that stands is one whose command succeeded");
        // A text that was replaced is remembered: the ledger has a fingerprint for every command that succeeded.
        let ledger = project.read("locales/es/one.ledger.toml");
        let table = ledger.split("\n\n").find(|table| table.starts_with(&format!("[{}]", units[4]))).unwrap();
        let remembered = table.lines().filter(|line| line.contains('\u{2192}')).count();
        let succeeded = codes.iter().filter(|code| **code == 0).count();
        assert!(remembered + 1 >= succeeded, "{succeeded} succeeded, {remembered} are remembered:\n{table}");
    }
    project.run(&["sync", "--check"]).exits(0);
}
