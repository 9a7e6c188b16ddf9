//! What every command prints, on a small project that is always the same: stdout, stderr and exit code together, as snapshots
//! under `tests/snapshots/`. A change of one is a change of what people see and is reviewed as such.

mod support;

use insta::assert_snapshot;
use support::{Run, TestProject};

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"es\", \"ps\", \"ja\"]\n\n[[articles]]\nroot = \"articles\"\n\
    front-matter = [\"title\"]\n\n[publish]\nstale = \"wording\"\n";
const ARTICLE: &str = "---\ntitle: The harbour opens\n---\n\n## Hours\n\nFerries leave at 9. The last one returns at 18.\n\n\
    The <b>kiosk</b> sells tea and bread to everybody on the pier.\n";
const VERBS: [&str; 21] = [
    "init",
    "add-locale",
    "remove-locale",
    "sync",
    "status",
    "diff",
    "todo",
    "set",
    "confirm",
    "reject",
    "verdict",
    "find",
    "explain",
    "publish",
    "rename",
    "retire",
    "compact",
    "merge-driver",
    "textconv",
    "completions",
    "man",
];

/// Commands run one after the other, as one text; where the project lies is taken out of it.
struct Session {
    project: TestProject,
    text: String,
}

impl Session {
    fn new(project: TestProject) -> Self {
        Self { project, text: String::new() }
    }

    fn run(&mut self, arguments: &[&str]) -> Run {
        let run = self.project.run(arguments);
        let root = self.project.root().canonicalize().unwrap().display().to_string();
        self.text.push_str(&run.transcript().replace(&root, "[project]"));
        run
    }

    /// What was printed since the last time.
    fn transcript(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

/// The article synced, and nothing translated.
fn begun() -> Session {
    let project = TestProject::new(CONFIG);
    project.write("articles/harbour.md", ARTICLE);
    project.run(&["sync"]).exits(0);
    Session::new(project)
}

const TITLE: &str = "harbour#title";

fn unit(session: &Session, prefix: &str) -> String {
    let units = session.project.json(&["explain", "harbour"]);
    let mut ids = units["units"].as_array().unwrap().iter().map(|unit| unit["unit"].as_str().unwrap().to_owned());
    format!("harbour#{}", ids.find(|id| id.starts_with(prefix)).unwrap())
}

/// Spanish translated and in part reviewed, Pashto in part translated, Japanese not at all; then two edits of the article, of
/// which Spanish has followed one. A question is open.
fn newsroom() -> Session {
    let session = begun();
    let [hours, ferries, kiosk] = ["h-", "p-ferries", "p-the-kiosk"].map(|prefix| unit(&session, prefix));
    let translations = [
        ("es", TITLE, "Abre el puerto"),
        ("es", &hours, "Horario"),
        ("es", &ferries, "Los transbordadores salen a las 9.\nEl último vuelve a las 18."),
        ("es", &kiosk, "El { $html-1 }quiosco{ $html-2 } vende té y pan a todos en el muelle."),
        ("ps", TITLE, "بندر پرانیستل شو"),
        ("ps", &ferries, "بېړۍ په ۹ بجو ځي.\nوروستۍ په ۱۸ بجو راګرځي."),
    ];
    for (locale, address, text) in translations {
        session.project.run(&["set", locale, address, text, "--by", "A. Name"]).exits(0);
    }
    session.project.run(&["confirm", "es", TITLE, "--state", "reviewed", "--by", "B. Name"]).exits(0);
    let id = ferries.split_once('#').unwrap().1;
    session.project.replace("locales/ps/harbour.ftl", &format!("{id} ="), &format!("# [question] Every day?\n{id} ="));
    session.project.replace("articles/harbour.md", "leave at 9.", "leave at 10.");
    session.project.replace("articles/harbour.md", "everybody on", "evrybody on");
    session.project.run(&["sync"]).exits(0);
    let new = "Los transbordadores salen a las 10.\nEl último vuelve a las 18.";
    session.project.run(&["set", "es", &ferries, new, "--by", "A. Name"]).exits(0);
    session
}

#[test]
fn help_teaches() {
    let mut session = Session::new(TestProject::empty());
    session.run(&["--help"]).exits(0);
    assert_snapshot!("help", session.transcript());
    for verb in VERBS {
        session.run(&[verb, "-h"]).exits(0);
    }
    assert_snapshot!("help_of_verbs", session.transcript());
    session.run(&[]).exits(2);
    session.run(&["synk"]).exits(2);
    session.run(&["sync", "--article", "harbour"]).exits(2);
    session.run(&["confirm", "es", TITLE, "--state", "done"]).exits(2);
    session.run(&["verdict", TITLE, "--impact", "small"]).exits(2);
    session.run(&["set", "es", TITLE, "x", "--origin", "robot"]).exits(2);
    session.run(&["todo", "spanish please"]).exits(2);
    session.run(&["explain", ""]).exits(2);
    assert_snapshot!("usage_errors", session.transcript());
}

#[test]
fn a_project_is_begun_and_gets_another_language() {
    let mut session = Session::new(TestProject::empty());
    session.run(&["status"]).exits(2);
    session.run(&["init", "--targets", "es,prs", "--dry-run"]).exits(0);
    session.run(&["init", "--targets", "es,ps"]).exits(0);
    session.text.push_str(&session.project.read("tarjuman.toml"));
    session.run(&["init"]).exits(2);
    session.run(&["sync"]);
    session.project.write("articles/harbour.md", ARTICLE);
    session.run(&["sync"]).exits(0);
    session.run(&["add-locale", "ja", "--dry-run"]).exits(0);
    session.run(&["add-locale", "ja"]).exits(0);
    session.run(&["add-locale", "ja"]);
    session.run(&["add-locale", "en"]);
    session.run(&["remove-locale", "ps"]).exits(0);
    session.run(&["remove-locale", "ps"]);
    assert!(session.project.path("locales/ps/harbour.ftl").exists(), "its files stay");
    assert_snapshot!("init_and_locales", session.transcript());
}

#[test]
fn sync_says_what_changed_and_what_to_do_next() {
    let project = TestProject::new(CONFIG);
    project.write("articles/harbour.md", ARTICLE);
    let mut session = Session::new(project);
    session.run(&["sync", "--check"]).exits(1);
    session.run(&["sync", "--dry-run"]).exits(0);
    session.run(&["sync"]).exits(0);
    session.run(&["sync"]).exits(0);
    session.run(&["sync", "--check"]).exits(0);
    session.run(&["sync", "--quiet"]).exits(0);
    assert_snapshot!("sync_first", session.transcript());

    let mut session = newsroom();
    session.project.replace("articles/harbour.md", "## Hours\n\n", "## Hours\n\nThe harbour has two piers.\n\n");
    session.project.replace("articles/harbour.md", "The last one returns at 18.", "The last one comes back at 18.");
    session.project.replace("locales/ps/harbour.ftl", "# [todo] h-", "[todo] h-");
    session.run(&["status"]).exits(0);
    session.run(&["sync", "harbour"]);
    session.run(&["sync", "harbor"]).exits(2);
    session.project.remove("articles/harbour.md");
    session.run(&["sync"]).exits(1);
    assert_snapshot!("sync_later", session.transcript());
}

#[test]
fn status_shows_the_worst_first() {
    let mut session = newsroom();
    session.run(&["status"]).exits(0);
    session.run(&["status", "--check"]).exits(1);
    session.run(&["status", "--locale", "es"]).exits(0);
    session.run(&["status", "--grade", "facts,rewrite"]).exits(0);
    session.run(&["status", "--state", "reviewed"]).exits(0);
    session.run(&["status", "--grade", "rewrite"]).exits(0);
    session.run(&["status", "--locale", "de"]).exits(2);
    session.run(&["status", "harbor"]).exits(2);
    assert_snapshot!("status", session.transcript());
}

#[test]
fn diff_shows_the_edit_beside_the_translation() {
    let mut session = newsroom();
    let ferries = unit(&session, "p-ferries");
    session.run(&["diff"]).exits(0);
    session.run(&["diff", &ferries, "--color", "always"]).exits(0);
    session.run(&["diff", "harbour", "--locale", "es"]).exits(0);
    session.run(&["diff", TITLE]).exits(0);
    session.run(&["diff", "harbour#p-feries-leave-at-9"]).exits(2);
    session.run(&["diff", "harbour#Not A Unit"]).exits(2);
    assert_snapshot!("diff", session.transcript());
}

#[test]
fn todo_lists_work_in_reading_order() {
    let mut session = newsroom();
    for locale in ["es", "ps", "ja"] {
        session.run(&["todo", locale]).exits(0);
    }
    session.run(&["todo", "es", "--needs", "review"]).exits(0);
    session.run(&["todo", "de"]).exits(2);
    assert_snapshot!("todo", session.transcript());
}

#[test]
fn find_looks_in_source_and_targets() {
    let mut session = newsroom();
    session.run(&["find", "FERRIES"]).exits(0);
    session.run(&["find", "muelle"]).exits(0);
    session.run(&["find", "بندر", "--locale", "ps"]).exits(0);
    session.run(&["find", "nowhere"]);
    assert_snapshot!("find", session.transcript());
}

#[test]
fn explain_says_why_and_which_command_clears_it() {
    let mut session = newsroom();
    let [ferries, kiosk] = ["p-ferries", "p-the-kiosk"].map(|prefix| unit(&session, prefix));
    session.run(&["explain", "harbour"]).exits(0);
    session.run(&["explain", &ferries]).exits(0);
    session.run(&["explain", &kiosk, "--locale", "es"]).exits(0);
    session.run(&["explain", TITLE, "--locale", "ja"]).exits(0);
    session.run(&["explain", "text-cut-off"]).exits(0);
    session.run(&["explain", "duplicate-id"]).exits(0);
    session.run(&["explain", "duplicate-idd"]).exits(2);
    session.run(&["explain", "harbour#titel"]).exits(2);
    assert_snapshot!("explain", session.transcript());
}

#[test]
fn publish_says_what_went_out_what_was_held_back_and_why() {
    let mut session = newsroom();
    session.run(&["publish", "--to", "markdown", "--dry-run"]).exits(1);
    session.run(&["publish", "--to", "markdown"]).exits(1);
    session.run(&["publish", "--to", "markdown"]).exits(1);
    session.run(&["publish", "--to", "markdown", "--locale", "en,es"]).exits(0);
    session.run(&["publish", "--to", "markdown", "--draft"]);
    session.run(&["publish", "--to", "markdown", "harbor"]).exits(2);
    session.run(&["publish", "--to", "paper"]).exits(2);
    session.text.push_str(&session.project.read("public/markdown/es/harbour.md"));
    session.text.push_str(&session.project.read("public/draft/ps/harbour.md"));
    session.text.push_str(&session.project.read("published/markdown/harbour.toml"));
    session.run(&["remove-locale", "es"]).exits(0);
    session.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(0);
    assert!(!session.project.path("public/markdown/es/harbour.md").exists());
    assert_snapshot!("publish", session.transcript());
}

#[test]
fn people_speak_of_single_units() {
    let mut session = newsroom();
    let [ferries, kiosk] = ["p-ferries", "p-the-kiosk"].map(|prefix| unit(&session, prefix));
    session.run(&["set", "ja", TITLE, "港が開く"]).exits(0);
    session.run(&["set", "ja", TITLE, "港が開く"]).exits(0);
    session.run(&["set", "ja", TITLE, "港 { が"]).exits(2);
    session.run(&["set", "ja", TITLE, "港 { が", "--literal"]).exits(0);
    session.run(&["set", "ja", TITLE, " "]).exits(2);
    session.run(&["set", "ja", "harbour", "x"]).exits(2);
    session.run(&["set", "ja", &ferries, "x", "--origin", "machine:test", "--dry-run"]).exits(0);
    session.run(&["confirm", "es", &kiosk]).exits(0);
    session.run(&["confirm", "es", &kiosk]).exits(0);
    session.run(&["confirm", "es", "harbour", "--all", "--state", "reviewed", "--by", "B. Name"]).exits(0);
    session.run(&["confirm", "es", "harbour"]).exits(2);
    session.run(&["confirm", "ja", &ferries]).exits(2);
    session.run(&["reject", "es", &kiosk, "--why", "«quiosco» is for newspapers", "--by", "B. Name"]).exits(0);
    session.run(&["reject", "ja", &kiosk, "--why", "there is none"]).exits(2);
    session.run(&["verdict", &ferries, "--impact", "correction"]).exits(0);
    session.run(&["verdict", &kiosk, "--impact", "none", "--dry-run"]).exits(0);
    session.run(&["verdict", TITLE, "--impact", "none"]).exits(2);
    session.run(&["status"]).exits(0);
    session.run(&["diff"]).exits(0);
    assert_snapshot!("units", session.transcript());
}

#[test]
fn articles_are_renamed_retired_and_compacted() {
    let mut session = newsroom();
    session.run(&["rename", "harbour", "2025/port", "--dry-run"]).exits(0);
    session.run(&["rename", "harbour", "2025/port"]).exits(0);
    session.run(&["sync"]).exits(0);
    session.run(&["rename", "harbour", "port"]).exits(2);
    session.run(&["rename", "2025/port", "../port"]).exits(2);
    session.run(&["retire", "2025/port"]).exits(2);
    session.run(&["compact"]).exits(0);
    session.run(&["compact"]).exits(0);
    session.project.remove("articles/2025/port.md");
    session.run(&["status"]).exits(1);
    session.run(&["retire", "2025/port", "--dry-run"]).exits(0);
    session.run(&["retire", "2025/port"]).exits(0);
    session.run(&["status"]).exits(0);
    assert_snapshot!("names", session.transcript());
    // It comes back as if it had never been away.
    session.project.write("articles/2025/port.md", ARTICLE.replace("leave at 9.", "leave at 10."));
    session.run(&["sync"]).exits(0);
    session.run(&["status"]).exits(0);
    assert_snapshot!("names_returned", session.transcript());
}

#[test]
fn an_article_whose_file_moved_is_renamed_as_sync_advises() {
    let mut session = newsroom();
    let catalog = session.project.read("locales/es/harbour.ftl");
    std::fs::rename(session.project.path("articles/harbour.md"), session.project.path("articles/port.md")).unwrap();
    session.run(&["sync"]).exits(1);
    session.run(&["rename", "harbour", "port"]).exits(0);
    session.run(&["sync"]).exits(0);
    let renamed = catalog.replacen("article harbour", "article port", 1);
    assert_eq!(session.project.read("locales/es/port.ftl"), renamed);
    assert!(!session.project.path("locales/es/harbour.ftl").exists());
    // Where somebody has begun to translate under the new name, nothing is thrown away.
    session.project.write("articles/quay.md", ARTICLE);
    session.run(&["sync"]).exits(0);
    session.project.run(&["set", "ja", "quay#title", "港"]).exits(0);
    session.project.remove("articles/port.md");
    let before = session.project.snapshot();
    session.run(&["rename", "port", "quay"]).exits(2);
    session.project.assert_is(&before, "");
    assert_snapshot!("names_moved", session.transcript());
}

#[test]
fn every_result_is_to_be_had_as_json() {
    let session = newsroom();
    let [ferries, kiosk] = ["p-ferries", "p-the-kiosk"].map(|prefix| unit(&session, prefix));
    let verbs: [&[&str]; 17] = [
        &["sync", "--dry-run"],
        &["status"],
        &["diff"],
        &["todo", "es"],
        &["find", "ferries"],
        &["explain", &ferries],
        &["explain", "harbour"],
        &["publish", "--to", "markdown", "--dry-run"],
        &["set", "ja", TITLE, "港", "--dry-run"],
        &["confirm", "es", &kiosk, "--dry-run"],
        &["reject", "es", &kiosk, "--why", "no", "--dry-run"],
        &["verdict", &ferries, "--impact", "none", "--dry-run"],
        &["rename", "harbour", "port", "--dry-run"],
        &["compact", "--dry-run"],
        &["add-locale", "de", "--dry-run"],
        &["remove-locale", "es", "--dry-run"],
        &["sync", "--check"],
    ];
    let mut shapes = String::new();
    for verb in verbs {
        let value = session.project.json(verb);
        assert_eq!(value["command"], verb[0]);
        shapes.push_str(&format!("{}: {}\n", verb.join(" "), keys(&value)));
    }
    assert_snapshot!("json_shapes", shapes);
    assert_snapshot!("json_diff", session.project.run(&["diff", "--format", "json"]).stdout);
    assert_snapshot!("json_status", session.project.run(&["status", "--format", "json", "--locale", "es"]).stdout);
}

/// The keys of a result, one level deep into lists and objects.
fn keys(value: &serde_json::Value) -> String {
    let of = |value: &serde_json::Value| match value {
        serde_json::Value::Object(fields) => format!("{{{}}}", fields.keys().cloned().collect::<Vec<_>>().join(" ")),
        serde_json::Value::Array(_) => "[…]".to_owned(),
        _ => "…".to_owned(),
    };
    let field = |(name, value): (&String, &serde_json::Value)| match value {
        serde_json::Value::Array(items) => format!("{name}[{}]", items.first().map(of).unwrap_or_default()),
        serde_json::Value::Object(_) => format!("{name}{}", of(value)),
        _ => name.clone(),
    };
    value.as_object().unwrap().iter().map(field).collect::<Vec<_>>().join(" ")
}

#[test]
fn failures_leave_stdout_empty_also_for_programs() {
    let session = newsroom();
    for arguments in [&["status", "nothing", "--format", "json"][..], &["set", "es", "harbour#nothing", "x", "--format", "json"]]
    {
        let run = session.project.run(arguments).exits(2);
        assert_eq!(run.stdout, "");
        assert!(run.stderr.starts_with("error"), "{run:?}");
    }
}

#[test]
fn completions_and_manual_pages_are_written() {
    let project = TestProject::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = project.run(&["completions", shell]).exits(0);
        assert!(run.stdout.contains("add-locale") && run.stderr.is_empty(), "{shell}");
    }
    assert!(project.run(&["man"]).exits(0).stdout.contains(".TH tarjuman"));
    project.run(&["man", "--out", "man"]).exits(0);
    for verb in VERBS {
        assert!(project.read(&format!("man/tarjuman-{verb}.1")).contains(verb), "{verb}");
    }
}

#[test]
fn every_finding_is_explained() {
    let project = TestProject::empty();
    let mut codes = std::collections::BTreeSet::new();
    collect_codes(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut codes);
    assert!(codes.len() > 20, "{codes:?}");
    for code in codes {
        let explained = project.run(&["explain", &code]).exits(0);
        assert!(explained.stdout.len() > 40, "{explained:?}");
    }
}

/// The codes that findings are made with in the sources.
fn collect_codes(folder: &std::path::Path, codes: &mut std::collections::BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect_codes(&path, codes);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        for makes in ["Diagnostic::new(", "article_diagnostic(", "report("] {
            for (at, _) in text.match_indices(makes) {
                let rest = text[at + makes.len()..].trim_start();
                let code = rest.strip_prefix('"').and_then(|rest| rest.split_once("\",")).map(|(code, _)| code);
                codes.extend(code.filter(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')).map(str::to_owned));
            }
        }
    }
}
