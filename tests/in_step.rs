//! What syncs remember of articles that are in step may make the next one faster and nothing else: after every change, a sync
//! that remembers writes and says what one does that remembers nothing.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

use support::{TestProject, copy_folder_without};

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"es\", \"ru\"]\n\n[[articles]]\nroot = \"articles\"\n\
    front-matter = [\"title\"]\n";
const INDEX: &str = ".tarjuman/cache/sync.index";
const NAMES: [&str; 4] = ["border", "deep/flood", "school", "vote"];

fn project() -> TestProject {
    let project = TestProject::new(CONFIG);
    project.write("glossary/en.ftl", "-province = province\n");
    for (nth, name) in NAMES.iter().enumerate() {
        let mut text = format!("---\ntitle: Report {nth} from the province\n---\n\n## What happened in {name}\n");
        for paragraph in 0..5 {
            let number = nth * 100 + paragraph;
            text.push_str(&format!(
                "\nParagraph {number} of the report says what {number} people saw there. It was a long day.\n"
            ));
        }
        project.write(&format!("articles/{name}.md"), text);
    }
    project.run(&["sync"]).exits(0);
    for name in NAMES {
        translate(&project, "es", name);
    }
    project
}

/// Fills what waits in a catalog.
fn translate(project: &TestProject, locale: &str, name: &str) {
    let path = format!("locales/{locale}/{name}.ftl");
    let text = project.read(&path);
    let mut filled = String::new();
    let mut at = 0;
    for line in text.lines() {
        match line.strip_prefix("# [todo] ") {
            Some(entry) => {
                at += 1;
                let key = entry.split('=').next().unwrap_or_default().trim_end();
                filled.push_str(&format!("{key} = texto {at} {locale}\n"));
            }
            None => filled.push_str(&format!("{line}\n")),
        }
    }
    project.write(&path, filled);
}

/// Syncs often enough, and long enough after the last change, that everything in step is remembered and passed over.
fn settle(project: &TestProject) {
    project.run(&["sync"]);
    sleep(Duration::from_millis(120));
    project.run(&["sync"]);
}

/// A copy of the project that remembers nothing.
fn forgetful(project: &TestProject) -> TestProject {
    let copy = TestProject::empty();
    copy_folder_without(&project.root(), &copy.root(), &["cache"]);
    copy
}

/// Syncs the project and a copy that remembers nothing; both must write and say the same.
#[track_caller]
fn syncs_as_if_forgetful(project: &TestProject, about: &str) {
    let copy = forgetful(project);
    for arguments in
        [&["sync", "--dry-run", "--format", "json"][..], &["sync", "--format", "json"], &["sync", "--format", "json"]]
    {
        let (run, plain) = (project.run(arguments), copy.run(arguments));
        assert_eq!(run, plain, "after: {about}");
        copy.assert_is(&project.snapshot(), &format!("{arguments:?} after: {about}"));
        let _ = fs::remove_dir_all(copy.path(".tarjuman/cache"));
    }
    settle(project);
}

/// How many articles the index knows.
fn remembered(project: &TestProject) -> usize {
    fs::read_to_string(project.path(INDEX)).map_or(0, |text| text.lines().filter(|line| line.starts_with("A\t")).count())
}

/// Another text of the same length, its time of modification set back.
#[track_caller]
fn change_in_secret(project: &TestProject, path: &str, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let full = project.path(path);
    let modified = fs::metadata(&full).unwrap().modified().unwrap();
    project.replace(path, from, to);
    fs::File::options().write(true).open(&full).unwrap().set_modified(modified).unwrap();
}

type Change = (&'static str, fn(&TestProject));

const CHANGES: &[Change] = &[
    ("nothing", |_| {}),
    ("an article is edited", |p| p.replace("articles/vote.md", "what 301 people saw", "what 3,010 people saw")),
    ("edited, its time set back", |p| change_in_secret(p, "articles/vote.md", "3,010 people", "3,011 people")),
    ("a translation is edited", |p| p.replace("locales/es/border.ftl", "texto 2 es", "un texto")),
    ("a translation is edited, its time set back", |p| {
        change_in_secret(p, "locales/es/border.ftl", "texto 3 es", "texto x es");
    }),
    ("a ledger is edited", |p| {
        let ledger = p.read("locales/es/school.ledger.toml");
        p.write("locales/es/school.ledger.toml", ledger.replacen("state = \"translated\"", "state = \"reviewed\"", 1));
    }),
    ("a ledger goes", |p| p.remove("locales/es/school.ledger.toml")),
    ("a catalog goes", |p| p.remove("locales/ru/school.ftl")),
    ("the source catalog goes", |p| p.remove("locales/en/deep/flood.ftl")),
    ("a term changes", |p| p.write("glossary/en.ftl", "-province = province\n    .definition = A part of a country.\n")),
    ("a term joins", |p| p.write("glossary/en.ftl", "-province = province\n-people = people\n")),
    ("a locale's glossary joins", |p| p.write("glossary/es.ftl", "-province = provincia\n")),
    ("an affix file joins", |p| p.write("glossary/es.affixes.toml", "[[suffix]]\n")),
    ("it goes", |p| p.remove("glossary/es.affixes.toml")),
    ("rules for sentences join", |p| p.write("segmentation/en.toml", "abbreviations = [\"day\"]\n")),
    ("they go", |p| fs::remove_dir_all(p.path("segmentation")).unwrap()),
    ("a locale joins", |p| p.replace("tarjuman.toml", "[\"es\", \"ru\"]", "[\"es\", \"ru\", \"ps\"]")),
    ("a field joins", |p| p.replace("tarjuman.toml", "[\"title\"]", "[\"title\", \"byline\"]")),
    ("an article joins with the text of another", |p| {
        let text = p.read("articles/border.md");
        p.write("articles/annex.md", text.replace("Report 0", "Annex"));
    }),
    ("a paragraph moves to another article", |p| {
        let text = p.read("articles/border.md");
        let paragraph = text.lines().find(|line| line.contains("Paragraph 3 ")).unwrap().to_owned();
        p.write("articles/border.md", text.replace(&paragraph, ""));
        let other = p.read("articles/school.md");
        p.write("articles/school.md", format!("{other}\n{paragraph}\n"));
    }),
    ("an article goes", |p| p.remove("articles/annex.md")),
    ("and is retired", |p| drop(p.run(&["retire", "annex"]))),
    ("a finding", |p| p.replace("locales/es/vote.ftl", "title =", "%%%\ntitle =")),
    ("it is mended", |p| p.replace("locales/es/vote.ftl", "%%%\n", "")),
    ("an article is emptied", |p| p.write("articles/vote.md", "---\ntitle: Report\n---\n")),
    ("a verdict and a confirmation", |p| {
        drop(p.run(&["confirm", "es", "border", "--all", "--state", "reviewed", "--by", "R. Name"]).exits(0));
    }),
    ("it is undone", |p| drop(p.run(&["undo"]).exits(0))),
    ("files are touched", |p| {
        let file = fs::File::options().write(true).open(p.path("articles/border.md")).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(1000)).unwrap();
    }),
];

#[test]
fn whatever_changes_a_sync_does_what_one_does_that_remembers_nothing() {
    let project = project();
    settle(&project);
    assert_eq!(remembered(&project), NAMES.len(), "every article is in step");
    for (about, change) in CHANGES {
        change(&project);
        syncs_as_if_forgetful(&project, about);
    }
}

#[test]
fn random_edits_are_found_whatever_is_remembered() {
    let project = project();
    settle(&project);
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut pick = |below: usize| usize::try_from(random.next_u64()).unwrap_or(0) % below;
    for step in 0..40 {
        let files: Vec<String> = project.snapshot().into_keys().map(|path| path.replacen("project/", "", 1)).collect();
        for _ in 0..=pick(2) {
            let path = &files[pick(files.len())];
            let text = project.read(path);
            let lines: Vec<&str> = text.lines().collect();
            let at = pick(lines.len().max(1));
            let line = lines.get(at).copied().unwrap_or_default();
            let other = match pick(4) {
                0 => String::new(),
                1 => format!("{line}\n{line}"),
                2 => line.replacen('e', "o", 1),
                _ => format!("{line} again"),
            };
            let edited: Vec<&str> =
                lines.iter().enumerate().map(|(nth, own)| if nth == at { other.as_str() } else { own }).collect();
            project.write(path, edited.join("\n") + "\n");
        }
        if project.run(&["status"]).code > 1 {
            // The configuration is broken; no sync does anything then.
            project.write("tarjuman.toml", CONFIG);
        }
        syncs_as_if_forgetful(&project, &format!("step {step}"));
    }
}

#[test]
fn articles_in_step_are_not_read() {
    let project = project();
    settle(&project);
    let index = fs::read(project.path(INDEX)).expect("there is an index");
    project.run(&["sync"]).exits(0);
    assert_eq!(fs::read(project.path(INDEX)).unwrap(), index, "nothing was learnt");
    // A file that changes while its size, times and inode stay cannot be made here; so what is remembered is changed instead.
    let text = String::from_utf8(index).unwrap();
    let (body, _) = text.rsplit_once("\n#").unwrap();
    let other = body.replacen("C\tes\t7 ", "C\tes\t777 ", 1);
    assert_ne!(other, body, "{body}");
    project.write(INDEX, format!("{other}\n#{}\n", blake3::hash(other.as_bytes()).to_hex()));
    let report = project.json(&["sync"]);
    let counts = |nth: usize| report["articles"][nth]["locales"]["es"]["counts"]["units"].as_u64();
    assert_eq!(counts(0), Some(777), "{report}");
}

#[test]
fn a_damaged_or_foreign_index_says_nothing() {
    let project = project();
    settle(&project);
    let index = fs::read(project.path(INDEX)).expect("there is an index");
    let step = index.len() / 15;
    let mut damaged: Vec<Vec<u8>> = (0..index.len()).step_by(step).map(|at| index[..at].to_vec()).collect();
    damaged.extend((0..index.len()).step_by(step).map(|at| {
        let mut bytes = index.clone();
        bytes[at] ^= 1;
        bytes
    }));
    damaged.push(b"\xff\xfe not text".to_vec());
    let files: BTreeMap<String, Vec<u8>> = project.snapshot();
    for bytes in damaged {
        project.write(INDEX, bytes);
        assert_eq!(project.json(&["sync"])["looked_at"], 4);
        project.assert_is(&files, "a damaged index");
    }
    // In a copy of the project elsewhere, what has changed is seen as well.
    let copy = TestProject::empty();
    copy_folder_without(&project.root(), &copy.root(), &["cache"]);
    copy.write(INDEX, index);
    copy.replace("articles/vote.md", "what 301 people saw", "what 302 people saw");
    assert_eq!(copy.run(&["sync"]).exits(0).stdout.lines().last(), Some("wrote 4 files"));
}

#[test]
fn a_sync_that_may_not_write_its_cache_syncs_all_the_same() {
    let project = project();
    settle(&project);
    fs::remove_dir_all(project.path(".tarjuman/cache")).unwrap();
    project.write(".tarjuman/cache", "not a folder");
    project.replace("articles/vote.md", "what 301 people saw", "what 302 people saw");
    project.run(&["sync"]).exits(0);
    assert!(project.read("locales/en/vote.ftl").contains("302 people"));
    assert_eq!(project.read(".tarjuman/cache"), "not a folder");
}
