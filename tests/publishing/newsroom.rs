//! The sample newsroom of this repository: a number is corrected, two languages follow, one goes back, one is withdrawn; and of
//! every file it is known whether it was touched.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::SystemTime;

use crate::support::{TestProject, copy_folder};

const UNIT: &str = "p-russia-formally-recognised-the-p2yp";

/// A copy of what the project consists of.
fn newsroom() -> TestProject {
    let project = TestProject::empty();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(root.join("tarjuman.toml"), project.path("tarjuman.toml")).unwrap();
    for part in ["examples/articles", "locales", "glossary"] {
        copy_folder(&root.join(part), &project.path(part));
    }
    project
}

/// What tells that a file was written: its bytes, and what the file system says of it.
type Touch = (Vec<u8>, u64, SystemTime);

/// Every file of the site and every record, by path.
fn out(project: &TestProject) -> BTreeMap<String, Touch> {
    let mut files = BTreeMap::new();
    for path in project.snapshot().into_keys() {
        let path = path.strip_prefix("project/").unwrap_or(&path);
        if path.starts_with("public/") || path.starts_with("published/") {
            let metadata = fs::metadata(project.path(path)).unwrap();
            let touch = (fs::read(project.path(path)).unwrap(), metadata.ino(), metadata.modified().unwrap());
            files.insert(path.to_owned(), touch);
        }
    }
    files
}

/// The files that were written, created or removed between two looks.
fn touched(before: &BTreeMap<String, Touch>, after: &BTreeMap<String, Touch>) -> Vec<String> {
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

/// What a translator makes of the corrected unit: the old text with another number.
fn follow(project: &TestProject, locale: &str, from: &str, to: &str) {
    let address = format!("recognition#{UNIT}");
    let explained = project.json(&["explain", &address]);
    let own = explained["locales"].as_array().unwrap().iter().find(|own| own["locale"] == locale).unwrap();
    let lines: Vec<&str> = own["lines"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let text = lines.join("\n");
    assert_eq!(text.matches(from).count(), 1, "{text}");
    project.run(&["set", locale, &address, &text.replace(from, to)]).exits(0);
}

#[test]
fn a_corrected_number_goes_through_the_sample_and_touches_what_it_must() {
    let project = newsroom();
    project.run(&["publish"]).exits(0);
    let all = ["en", "es", "ps", "ru"].map(|locale| format!("public/site/{locale}/recognition.html"));
    let first = out(&project);
    assert!(all.iter().all(|page| first.contains_key(page)), "{:?}", first.keys());

    // The author corrects a number; every language and the unit are named.
    project.replace("examples/articles/recognition.md", "on 3 July 2025", "on 4 July 2025");
    project.run(&["sync"]).exits(0);
    project.run(&["verdict", &format!("recognition#{UNIT}"), "--impact", "correction"]).exits(0);
    let report = project.json(&["status", "--published"]);
    let named = report["outdated"].as_array().unwrap().iter().filter(|unit| unit["unit"] == UNIT);
    let named: BTreeSet<&str> = named.map(|unit| unit["locale"].as_str().unwrap()).collect();
    assert_eq!(named, BTreeSet::from(["en", "es", "ps", "ru"]));
    assert_eq!(touched(&first, &out(&project)), Vec::<String>::new(), "looking touches nothing");

    // The source goes out again; the others that were in step now say that an error was corrected. Pashto said so already.
    project.run(&["publish", "--only-outdated"]).exits(1);
    let noticed = out(&project);
    let record = "published/site/recognition.toml".to_owned();
    assert_eq!(touched(&first, &noticed), [all[0].clone(), all[1].clone(), all[3].clone(), record.clone()]);

    // Two translators follow, and their two pages are renewed: nothing else.
    follow(&project, "es", "3 de julio", "4 de julio");
    follow(&project, "ru", "3 июля", "4 июля");
    project.run(&["publish", "--only-outdated"]).exits(0);
    let followed = out(&project);
    assert_eq!(touched(&noticed, &followed), [all[1].clone(), all[3].clone(), record.clone()]);
    assert!(project.read(&all[1]).contains("4 de julio") && project.read(&all[3]).contains("4 июля"));
    project.run(&["publish", "--only-outdated"]).exits(0);
    assert_eq!(touched(&followed, &out(&project)), Vec::<String>::new(), "a second run touches nothing");

    // Spanish goes back to what was live before, and says again that the source was corrected since.
    project.run(&["publish", "recognition", "--locale", "es", "--revision", "1"]).exits(0);
    let back = out(&project);
    assert_eq!(touched(&followed, &back), [all[1].clone(), record.clone()]);
    assert_eq!(back[&all[1]].0, noticed[&all[1]].0, "the page as it was live, with the same notice");

    // Russian is withdrawn: every page that named it is written again, its own is gone.
    project.run(&["withdraw", "recognition", "--locale", "ru"]).exits(0);
    let one_withdrawn = out(&project);
    let gone = |before: &BTreeMap<String, Touch>, after: &BTreeMap<String, Touch>| {
        before.keys().filter(|path| !after.contains_key(*path)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(gone(&back, &one_withdrawn), [all[3].clone()]);
    for (path, (bytes, ..)) in one_withdrawn.iter().filter(|(path, _)| path.starts_with("public/")) {
        let text = String::from_utf8_lossy(bytes);
        let is_own = path.starts_with("public/site/ru/") && text.contains("\"recognition.html");
        assert!(!text.contains("ru/recognition") && !is_own, "{path} still knows of it");
    }

    // With the last article in Russian its lists go too, and nothing knows of the language any more.
    for article in ["credentials", "naming"] {
        project.run(&["withdraw", article, "--locale", "ru"]).exits(0);
    }
    let withdrawn = out(&project);
    let last = ["credentials", "index", "naming"].map(|page| format!("public/site/ru/{page}.html"));
    assert_eq!(gone(&one_withdrawn, &withdrawn), last);
    for (path, (bytes, ..)) in withdrawn.iter().filter(|(path, _)| path.starts_with("public/")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("ru/") && !text.contains("\"ru\"") && !text.contains("Русский"), "{path} still knows of Russian");
    }
    assert_eq!(withdrawn["public/site/style.css"], first["public/site/style.css"], "what nobody changed was never touched");
}
