//! When articles go out, with whom, and under which policy of their own.

use serde_json::Value;

use crate::filled::{LOCALES, config, project};
use crate::support::TestProject;

const URL: &str = "url = \"https://example.org\"";

fn outcomes(report: &Value, article: &str) -> Vec<String> {
    let rows = report["rows"].as_array().unwrap().iter().filter(|row| row["article"] == article);
    let mut outcomes: Vec<String> = rows.map(|row| row["outcome"].as_str().unwrap().to_owned()).collect();
    outcomes.dedup();
    outcomes
}

fn exists(project: &TestProject, path: &str) -> bool {
    project.path(&format!("public/site/{path}")).exists()
}

#[test]
fn an_article_waits_for_its_time() {
    let project = project(URL);
    project.replace("articles/flood.md", "date: 2025-07-04\n", "date: 2025-07-04\npublish:\n  after: 2026-11-23T06:00+01:00\n");
    project.run(&["sync"]).exits(0);
    let early = ["publish", "--now", "2026-11-23T04:59:59Z"];
    let report = project.json(&early);
    assert_eq!(outcomes(&report, "flood"), ["waiting"]);
    assert_eq!(outcomes(&report, "bridge"), ["published"]);
    assert!(!exists(&project, "en/flood.html") && !project.read("public/site/sitemap.xml").contains("flood"));
    // The link in another article waits as well.
    assert!(!project.read("public/site/en/bridge.html").contains("flood.html"));
    project.run(&early).exits(0).says("2026-11-23T05:00:00Z");
    let before = project.snapshot();
    project.run(&early).exits(0);
    project.assert_is(&before, "a second run");
    project.run(&["publish", "--now", "2026-11-23T05:00:00Z"]).exits(0);
    assert!(exists(&project, "en/flood.html") && exists(&project, "ps/flood.html"));
    assert!(project.read("public/site/en/bridge.html").contains("href=\"flood.html\""));
    // No byte depends on when it was.
    let out = project.snapshot();
    project.run(&["publish", "--now", "2030-01-01T00:00:00Z"]).exits(0);
    project.assert_is(&out, "a later run");
    // An update under embargo leaves the earlier text out.
    project.replace("articles/flood.md", "after: 2026-11-23", "after: 2027-11-23");
    project.replace("articles/flood.md", "The end of it.", "The very end.");
    project.run(&["sync"]).exits(0);
    project.run(&["publish", "--now", "2026-11-23T05:00:00Z"]).exits(0).says("an earlier version stays out");
    assert!(project.read("public/site/en/flood.html").contains("The end of it."));
}

#[test]
fn a_time_that_cannot_be_understood_lets_nothing_out() {
    let project = project(URL);
    for field in
        ["publish_after: tomorrow", "publish_after: 2026-11-23", "publish-after: 2026-11-23T06:00", "publish:\n  sate: final"]
    {
        let text = crate::filled::FLOOD.replace("date: 2025-07-04\n", &format!("date: 2025-07-04\n{field}\n"));
        project.write("articles/flood.md", text);
        project.run(&["publish", "flood"]).exits(1).says("field");
        assert!(!exists(&project, "en/flood.html"), "{field}");
    }
    project.run(&["publish", "--now", "yesterday"]).exits(2);
}

#[test]
fn an_article_has_a_policy_of_its_own() {
    let project = project(URL);
    project.replace("articles/flood.md", "date: 2025-07-04\n", "date: 2025-07-04\npublish:\n  state: reviewed\n");
    project.run(&["sync"]).exits(0);
    let report = project.json(&["publish"]);
    assert_eq!(outcomes(&report, "flood"), ["published", "held-back"]);
    assert_eq!(outcomes(&report, "bridge"), ["published"]);
    project.run(&["confirm", "ps", "flood", "--all", "--state", "reviewed", "--by", "R. Name"]).exits(0);
    project.run(&["publish"]).exits(1);
    assert!(exists(&project, "ps/flood.html") && !exists(&project, "es/flood.html"));
}

#[test]
fn a_group_goes_out_together_or_not_at_all() {
    let group = "\n[publish.group.water]\narticles = [\"flood\", \"bridge\"]\n";
    let project = project(&format!("{URL}\n{group}"));
    project.run(&["reject", "ps", "bridge#title", "--why", "wrong"]).exits(0);
    let report = project.json(&["publish"]);
    assert!(exists(&project, "es/flood.html") && exists(&project, "es/bridge.html"));
    assert!(!exists(&project, "ps/flood.html") && !exists(&project, "ps"));
    let row = report["rows"].as_array().unwrap().iter().find(|row| row["article"] == "flood" && row["locale"] == "ps").unwrap();
    assert_eq!(row["held_back"][0]["reason"], "`bridge` is held back, and the group `water` goes out together");
    // Not by asking for one of them alone either.
    project.run(&["publish", "flood", "--locale", "ps"]).exits(1).says("goes out together");
    project.run(&["set", "ps", "bridge#title", "پل"]).exits(0);
    project.run(&["publish"]).exits(0);
    assert!(exists(&project, "ps/flood.html") && exists(&project, "ps/bridge.html"));
}

#[test]
fn a_group_can_wait_for_all_languages_and_for_its_time() {
    let group = "\n[publish.group.water]\narticles = [\"*\"]\ntogether = true\npublish-after = \"2026-11-23T06:00+01:00\"\n";
    let project = project(&format!("{URL}\n{group}"));
    project.run(&["publish", "--now", "2026-11-23T00:00Z"]).exits(0).says("waits");
    assert!(!exists(&project, "en/flood.html"));
    project.run(&["reject", "ja", "bridge#title", "--why", "wrong"]).exits(0);
    project.run(&["publish", "--now", "2026-11-24T00:00Z"]).exits(1);
    assert!(!exists(&project, "en/flood.html") && !exists(&project, "es/bridge.html"));
    project.run(&["set", "ja", "bridge#title", "橋"]).exits(0);
    project.run(&["publish", "--now", "2026-11-24T00:00Z"]).exits(0);
    for locale in LOCALES {
        assert!(exists(&project, &format!("{locale}/flood.html")), "{locale}");
    }
    project.write("tarjuman.toml", config("[publish.group.empty]\ntogether = true"));
    project.run(&["publish"]).exits(2).says("names no articles");
}

#[test]
fn a_plan_and_a_check_write_nothing_and_say_what_would_be() {
    let project = project(URL);
    project.run(&["reject", "ja", "bridge#title", "--why", "wrong"]).exits(0);
    let before = project.snapshot();
    let plan = project.run(&["publish", "--plan"]).exits(1);
    for line in ["flood    en       goes out", "bridge   ja       held back", "title: it was rejected: wrong"] {
        assert!(plan.stdout.contains(line), "{line}\n{}", plan.stdout);
    }
    project.run(&["publish", "--check"]).exits(1);
    assert_eq!(outcomes(&project.json(&["publish", "--plan"]), "flood"), ["published"]);
    project.assert_is(&before, "a plan");
    project.run(&["set", "ja", "bridge#title", "橋"]).exits(0);
    project.run(&["publish", "--check"]).exits(1);
    project.run(&["publish"]).exits(0);
    project.run(&["publish", "--check"]).exits(0);
    let plan = project.run(&["publish", "--plan"]).exits(0);
    assert!(plan.stdout.contains("unchanged  1") && plan.stdout.contains("would write 0 files"), "{}", plan.stdout);
    std::fs::remove_file(project.path("public/site/es/flood.html")).unwrap();
    project.run(&["publish", "--check"]).exits(1);
}
