//! The table `policy.txt`, row by row, through the binary: what goes out to the site and what is refused, and why.

use serde_json::Value;

use crate::support::TestProject;

const TEXT: &str = "The ferry carried 40 passengers across the river on a quiet Monday morning in early spring.";

/// The text after an edit of this grade.
fn edited(grade: &str) -> &'static str {
    match grade {
        "format" => "The ferry carried 40 passengers across the river\non a quiet Monday morning in early spring.",
        "typo" => "The ferry carried 40 passengers accross the river on a quiet Monday morning in early spring.",
        "wording" => "The ferry brought 40 passengers across the river on a calm Monday morning in early spring.",
        "facts" => "The ferry carried 45 passengers across the river on a quiet Monday morning in early spring.",
        "rewrite" => "Nobody knows yet why the 40 schools of the valley stayed closed after the holidays.",
        _ => panic!("`{grade}` is no edit"),
    }
}

/// The paragraph's unit.
fn paragraph(project: &TestProject) -> String {
    let catalog = project.read("locales/en/ferry.ftl");
    let line = catalog.lines().find(|line| line.starts_with("p-")).expect("the paragraph is a unit");
    line.split(' ').next().expect("an id").to_owned()
}

fn write_article(project: &TestProject, text: &str) {
    project.write("articles/ferry.md", format!("---\ntitle: A ferry\n---\n\n{text}\n"));
    project.run(&["sync"]);
}

/// Brings the paragraph where the words of a case say; the title may always go out.
fn prepare(project: &TestProject, words: &[&str]) {
    write_article(project, TEXT);
    project.run(&["set", "es", "ferry#title", "Un barco"]).exits(0);
    project.run(&["confirm", "es", "ferry#title", "--state", "final", "--by", "R. Name"]).exits(0);
    let id = paragraph(project);
    let address = format!("ferry#{id}");
    let translation = "El transbordador llevó a 40 pasajeros.";
    let todo = format!("# [todo] {id} =");
    match words[0] {
        "none" => {}
        "broken" => project.replace("locales/es/ferry.ftl", &todo, &format!("{id} = {{ $nobody")),
        "unrecorded" => {
            project.replace("locales/es/ferry.ftl", &todo, &format!("{id} = {translation}"));
            project.run(&["sync"]).exits(0);
        }
        origin => {
            let origin = if origin == "machine" { "machine:engine" } else { origin };
            project.run(&["set", "es", &address, translation, "--origin", origin]).exits(0);
        }
    }
    for word in &words[1..] {
        match word.strip_suffix('!') {
            Some(verdict) => drop(project.run(&["verdict", &address, "--impact", verdict]).exits(0)),
            None if matches!(*word, "reviewed" | "final") => {
                project.run(&["confirm", "es", &address, "--state", word, "--by", "R. Name"]).exits(0);
            }
            None if *word == "rejected" => drop(project.run(&["reject", "es", &address, "--why", "wrong"]).exits(0)),
            None => write_article(project, edited(word)),
        }
    }
}

fn outcome(report: &Value, id: &str) -> String {
    let row = report["rows"].as_array().unwrap().iter().find(|row| row["locale"] == "es").unwrap();
    let names = |key: &str| row[key].as_array().unwrap().iter().any(|unit| unit == id);
    match row["outcome"].as_str().unwrap() {
        "held-back" => format!("refused: {}", row["held_back"][0]["reason"].as_str().unwrap()),
        _ if names("fallback") => "fallback".to_owned(),
        _ if names("omitted") => "omitted".to_owned(),
        _ => "out".to_owned(),
    }
}

#[test]
fn what_goes_out_is_what_the_table_says() {
    let table = include_str!("policy.txt");
    let rows: Vec<[&str; 3]> = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>().try_into().expect("three columns"))
        .collect();
    assert!(rows.len() >= 90, "only {} rows", rows.len());
    let mut wrong = Vec::new();
    for [unit, policy, expected] in rows {
        let config = "source-locale = \"en\"\ntarget-locales = [\"es\"]\n\n[[articles]]\nroot = \"articles\"\n\n[publish]\n";
        let project = TestProject::new(config);
        let words: Vec<&str> = unit.split_whitespace().collect();
        prepare(&project, &words);
        project.write("tarjuman.toml", format!("{config}{}\n", policy.replace(';', "\n")));
        let report = project.json(&["publish"]);
        let found = outcome(&report, &paragraph(&project));
        let page = project.path("public/site/es/ferry.html");
        let text = std::fs::read_to_string(&page).unwrap_or_default();
        let shown = match expected {
            "out" => text.contains("transbordador"),
            "fallback" => text.contains("ferry") && text.contains("lang=\"en\"") && !text.contains("transbordador"),
            "omitted" => !text.is_empty() && !text.contains("passengers") && !text.contains("schools"),
            _ => text.is_empty() && !project.path("public/site/es").exists(),
        };
        let reason = expected.strip_prefix("refused").map(|reason| reason.trim_start_matches(": "));
        let is_it = match reason {
            Some(reason) => found.starts_with("refused: ") && found.contains(reason),
            None => found == expected,
        };
        if !is_it || !shown {
            wrong.push(format!("{unit} | {policy} | {expected}: found {found}, shown as expected: {shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
