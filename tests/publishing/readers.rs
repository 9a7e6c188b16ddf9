//! A fact is corrected in the source: who still shows the old one, who has followed, and the way back.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::filled::{LOCALES, project};
use crate::support::TestProject;
use crate::traces::traces;

const PUBLISH: &str = "url = \"https://example.org\"\nstale = \"wording\"";

fn page(project: &TestProject, path: &str) -> String {
    project.read(&format!("public/site/{path}"))
}

/// The files of the site, by path.
fn site(project: &TestProject) -> BTreeMap<String, Vec<u8>> {
    let all = project.snapshot().into_iter();
    all.filter_map(|(path, bytes)| Some((path.strip_prefix("project/public/site/")?.to_owned(), bytes))).collect()
}

fn changed(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

fn outdated(report: &Value) -> Vec<(String, String)> {
    let text = |unit: &Value, key: &str| unit[key].as_str().unwrap().to_owned();
    report["outdated"].as_array().unwrap().iter().map(|unit| (text(unit, "locale"), text(unit, "unit"))).collect()
}

/// The text of a page between its main element's tags, without the notice.
fn body(page: &str) -> String {
    let notice = page.split_once("<!--tarjuman:notice-->").expect("a page has a place for notices");
    let rest = notice.1.split_once("<!--/tarjuman:notice-->").expect("the place ends").1;
    format!("{}{rest}", notice.0.split_once("<main").map_or("", |(_, main)| main))
}

/// The sample after a correction that no translation has followed, published before and the source again after it.
fn corrected() -> TestProject {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    project.run(&["status", "--published", "--check"]).exits(0).says("readers see what the source says");
    project.replace("articles/flood.md", "rose by 4 metres", "rose by 5 metres");
    project.run(&["sync"]).exits(0);
    project.run(&["verdict", "flood#standfirst", "--impact", "correction"]).exits(0);
    project
}

#[test]
fn a_corrected_number_is_followed_until_no_reader_sees_the_old_one() {
    let project = corrected();
    let report = project.json(&["status", "--published"]);
    let mut all: Vec<String> = LOCALES.iter().map(|locale| (*locale).to_owned()).collect();
    all.push("en".to_owned());
    all.sort();
    let mut named: Vec<String> = outdated(&report)
        .into_iter()
        .map(|(locale, unit)| {
            assert_eq!(unit, "standfirst");
            locale
        })
        .collect();
    named.sort();
    assert_eq!(named, all);
    for unit in report["outdated"].as_array().unwrap() {
        assert_eq!((unit["correction"].as_bool(), unit["change"].as_str()), (Some(true), Some("edited")));
        let words = |op: &str| {
            unit["words"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|run| run["op"] == op)
                .map(|run| run["text"].as_str().unwrap())
                .collect::<String>()
        };
        assert_eq!((words("delete").as_str(), words("insert").as_str()), ("4", "5"));
        assert_eq!(unit["ready"], unit["locale"] == "en");
    }
    let text = project.run(&["status", "--published", "flood", "--locale", "ps,en"]).exits(0);
    assert!(text.stdout.contains("by [-4-]{+5+} metres") && text.stdout.contains("correction"), "{}", text.stdout);
    project.run(&["status", "--published", "--check"]).exits(1);

    // The source goes first; the pages of all others say at once that an error was corrected.
    project.run(&["publish", "flood", "--locale", "en"]).exits(0);
    let others = site(&project);
    assert!(page(&project, "ja/flood.html").contains("訂正"));
    // The translators of two languages follow.
    project.run(&["set", "es", "flood#standfirst", "El río subió 5 metros."]).exits(0);
    project.run(&["set", "ps", "flood#standfirst", "سیند ۵ متره وخوت."]).exits(0);
    let ready: Vec<String> = {
        let report = project.json(&["status", "--published"]);
        let units = report["outdated"].as_array().unwrap().iter().filter(|unit| unit["ready"] == true);
        units.map(|unit| unit["locale"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ready, ["es", "ps"]);
    let report = project.json(&["publish", "--only-outdated"]);
    let out: Vec<&str> = report["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["outcome"] == "published")
        .map(|row| row["locale"].as_str().unwrap())
        .collect();
    assert_eq!(out, ["es", "ps"]);
    let now = site(&project);
    assert_eq!(changed(&others, &now), ["es/flood.html", "ps/flood.html"]);
    assert!(page(&project, "es/flood.html").contains("5 metros") && !page(&project, "es/flood.html").contains("role=\"note\""));
    assert!(page(&project, "ja/flood.html").contains("訂正"));
    assert_eq!(outdated(&project.json(&["status", "--published"])).len(), LOCALES.len() - 2);
    project.run(&["publish", "--only-outdated"]).exits(1);
    assert_eq!(site(&project), now);
}

#[test]
fn a_page_that_never_was_out_does_not_go_out_with_only_outdated() {
    let project = project(PUBLISH);
    project.run(&["publish", "flood", "--locale", "en,es"]).exits(0);
    let before = site(&project);
    project.run(&["publish", "--only-outdated"]).exits(0);
    assert_eq!(site(&project), before);
}

#[test]
fn a_locale_goes_back_to_what_was_live_and_stays_there_until_asked() {
    let project = corrected();
    let first = page(&project, "es/flood.html");
    project.run(&["set", "es", "flood#standfirst", "El río subió 50 metros."]).exits(0);
    project.run(&["publish", "flood", "--locale", "en,es"]).exits(0);
    assert!(page(&project, "es/flood.html").contains("50 metros"));
    let report = project.json(&["publish", "flood", "--locale", "es", "--revision", "1"]);
    assert_eq!((&report["rows"][0]["outcome"], &report["rows"][0]["revision"]), (&"published".into(), &1.into()));
    let back = page(&project, "es/flood.html");
    assert_eq!(body(&back), body(&first));
    assert!(back.contains("Se ha corregido"), "{back}");
    // It stays, whatever is published meanwhile.
    project.run(&["publish"]);
    assert_eq!(page(&project, "es/flood.html"), back);
    project.run(&["publish", "--only-outdated"]);
    assert_eq!(page(&project, "es/flood.html"), back);
    let pages = project.json(&["status", "--published", "--locale", "es"]);
    let flood = pages["pages"].as_array().unwrap().iter().find(|page| page["article"] == "flood").unwrap();
    assert_eq!((&flood["revision"], &flood["last_revision"]), (&1.into(), &2.into()));
    project.run(&["publish", "flood", "--locale", "es", "--revision", "2"]).exits(0);
    assert!(page(&project, "es/flood.html").contains("50 metros"));
    project.run(&["publish", "flood", "--locale", "es", "--revision", "1"]).exits(0);
    project.run(&["publish", "flood", "--locale", "es", "--again"]).exits(0);
    assert!(page(&project, "es/flood.html").contains("50 metros"));
    project.run(&["publish", "flood", "--locale", "es", "--revision", "9"]).exits(1).says("no text 9");
    // What this working copy does not have is not invented.
    std::fs::remove_dir_all(project.path(".tarjuman")).unwrap();
    project.run(&["publish", "flood", "--locale", "es", "--revision", "1"]).exits(1).says("not kept in this working copy");
    assert!(page(&project, "es/flood.html").contains("50 metros"));
}

#[test]
fn an_article_that_was_renamed_still_goes_back_to_what_was_live() {
    let project = corrected();
    let first = page(&project, "es/flood.html");
    project.run(&["set", "es", "flood#standfirst", "El río subió 50 metros."]).exits(0);
    project.run(&["publish", "flood", "--locale", "en,es"]).exits(0);
    let kept = project.read(".tarjuman/published/site/flood/es.1");
    project.write(".tarjuman/published/site/flood/notes/es.1", &kept);
    project.run(&["rename", "flood", "2025/river"]).exits(0);
    assert!(!project.path(".tarjuman/published/site/flood/es.1").exists());
    assert_eq!(project.read(".tarjuman/published/site/2025/river/es.1"), kept);
    assert!(project.path(".tarjuman/published/site/flood/notes/es.1").exists(), "that is the page of another article");
    // The same transaction: taken back it is as it was.
    project.run(&["undo"]).exits(0);
    assert_eq!(project.read(".tarjuman/published/site/flood/es.1"), kept);
    project.run(&["redo"]).exits(0);
    project.run(&["publish", "2025/river", "--locale", "es", "--revision", "1"]).exits(0);
    let record = project.read("published/site/2025/river.toml");
    let output = record.lines().find_map(|line| line.strip_prefix("output = \"es/")).expect("Spanish is out");
    let back = page(&project, &format!("es/{}", output.trim_end_matches('"')));
    assert_eq!(body(&back), body(&first));
}

#[test]
fn a_damaged_kept_page_is_never_put_out() {
    let project = corrected();
    project.run(&["set", "es", "flood#standfirst", "El río subió 5 metros."]).exits(0);
    project.run(&["publish", "flood", "--locale", "en,es"]).exits(0);
    let kept = project.path(".tarjuman/published/site/flood/es.1");
    let text = std::fs::read_to_string(&kept).unwrap();
    for damaged in [
        text.replacen("<main", "<script>x</script><main", 1),
        text[..text.len() / 2].to_owned(),
        String::new(),
        "x\ny".to_owned(),
    ] {
        std::fs::write(&kept, damaged).unwrap();
        let before = site(&project);
        project.run(&["publish", "flood", "--locale", "es", "--revision", "1"]).exits(1).says("not kept");
        assert_eq!(site(&project), before);
    }
}

#[test]
fn what_is_withdrawn_leaves_no_trace_and_stays_away_until_asked_for() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    project.write("public/site/ps/own.html", "a person's page");
    let run = project.run(&["withdraw", "flood", "--locale", "ps"]).exits(0).says("withdrawn: flood in ps");
    assert!(run.stderr.contains("--again"), "{}", run.stderr);
    assert_eq!(traces(&project, "ps", "flood"), Vec::<String>::new());
    assert!(project.path("public/site/ps/own.html").exists() && project.path("public/site/ps/bridge.html").exists());
    // The other article of the language links to the original now.
    assert!(page(&project, "ps/bridge.html").contains("href=\"../en/flood.html\" hreflang=\"en\""));
    // The Pashto image was shown by that page alone.
    assert!(
        !project.path("public/site/assets/articles/map.ps.png").exists()
            && project.path("public/site/assets/articles/map.png").exists()
    );
    let away = site(&project);
    project.run(&["publish"]).exits(0).says("withdrawn");
    assert_eq!(site(&project), away);
    project.run(&["withdraw", "flood", "--locale", "ps"]).exits(2).says("not out in ps");
    project.run(&["publish", "flood", "--locale", "ps", "--again"]).exits(0);
    project.run(&["publish"]).exits(0);
    assert!(page(&project, "ps/bridge.html").contains("href=\"flood.html\""));
    assert!(!traces(&project, "ps", "flood").is_empty());
    // Everywhere.
    project.run(&["publish", "--to", "json"]).exits(0);
    project.run(&["withdraw", "flood"]).exits(0);
    assert!(!project.path("public/json/en/flood.json").exists() && !project.path("public/site/en/flood.html").exists());
    assert!(project.path("public/json/en/bridge.json").exists());
    assert_eq!(traces(&project, "en", "flood"), Vec::<String>::new());
    project.run(&["withdraw", "nothing"]).exits(2);
    project.run(&["withdraw", "../bridge"]).exits(2);
}

#[test]
fn withdrawing_can_be_undone() {
    let project = project(PUBLISH);
    project.run(&["publish"]).exits(0);
    let before = site(&project);
    project.run(&["withdraw", "bridge", "--locale", "es,ja"]).exits(0);
    project.run(&["undo"]).exits(0);
    assert_eq!(site(&project), before);
}

/// The journal keeps no text of a page that is new; what it keeps is enough to go back and to come again.
#[test]
fn publishing_can_be_undone_and_redone() {
    let project = project(PUBLISH);
    // Copies of images take no part in transactions.
    let pages = || {
        let mut files = site(&project);
        files.retain(|path, _| !path.starts_with("assets/"));
        files
    };
    let nothing = pages();
    project.run(&["publish"]).exits(0);
    let published = pages();
    assert!(published.len() > nothing.len() + 6, "{} files", published.len());
    for _ in 0..2 {
        project.run(&["undo"]).exits(0);
        assert_eq!(pages(), nothing);
        project.run(&["redo"]).exits(0);
        assert_eq!(pages(), published);
    }
    // A page that somebody has changed since is not taken away.
    let page = published.keys().find(|path| path.ends_with("bridge.html")).expect("there is a page").clone();
    project.write(&format!("public/site/{page}"), "mine");
    project.run(&["undo"]).exits(2);
    assert_eq!(pages()[&page], b"mine");
}
