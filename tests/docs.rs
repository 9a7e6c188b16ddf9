//! `docs/rules.md` and `docs/cli.md` are generated: from the pages of the findings, and from the help of every command.
//! Links lead somewhere, and `docs/formats.md` names every key that a JSON result can have.
//!
//! With `TARJUMAN_BLESS=1` in the environment the pages are written anew instead of compared.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn compare(page: &str, generated: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    if std::env::var_os("TARJUMAN_BLESS").is_some() {
        fs::write(&path, generated).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let differs = found.lines().zip(generated.lines()).position(|(found, generated)| found != generated);
    let line = differs.unwrap_or_else(|| found.lines().count().min(generated.lines().count())) + 1;
    assert!(found == generated, "{page} is not up to date from line {line}: run `TARJUMAN_BLESS=1 cargo test --test docs`");
}

fn help(arguments: &[&str]) -> String {
    let binary = env!("CARGO_BIN_EXE_tarjuman");
    let output = Command::new(binary).args(arguments).arg("--help").env_remove("COLUMNS").output().unwrap();
    assert!(output.status.success(), "{arguments:?} --help fails");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The names in the list of commands of the main help.
fn commands(main: &str) -> Vec<String> {
    let list = main.split_once("Commands:\n").expect("the main help lists the commands").1;
    let lines = list.lines().take_while(|line| !line.is_empty());
    let named = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    named.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_command_line_reference_is_what_the_commands_say() {
    let main = help(&[]);
    let commands = commands(&main);
    assert!(commands.len() > 15, "only {} commands were found", commands.len());
    let mut page = "# The command line\n\nGenerated from `tarjuman COMMAND --help`; do not edit.\n\n".to_owned();
    for command in &commands {
        writeln!(page, "- [`tarjuman {command}`](#tarjuman-{command})").unwrap();
    }
    write!(page, "\n## tarjuman\n\n```text\n{main}```\n").unwrap();
    let mut families = 0;
    for command in &commands {
        let own = help(&[command]);
        write!(page, "\n## tarjuman {command}\n\n```text\n{own}```\n").unwrap();
        if own.contains("\nCommands:\n") {
            for verb in self::commands(&own) {
                families += 1;
                write!(page, "\n### tarjuman {command} {verb}\n\n```text\n{}```\n", help(&[command, &verb])).unwrap();
            }
        }
    }
    assert!(families > 9, "only {families} verbs of verbs were found");
    compare("docs/cli.md", &page);
}

#[test]
fn the_reference_of_findings_is_what_explain_says() {
    let mut page =
        "# Findings\n\nGenerated from `src/workflow/rules.txt`; do not edit. `tarjuman explain CODE` prints the same.\n"
            .to_owned();
    let mut rules = 0;
    for (code, text) in tarjuman::workflow::rules() {
        rules += 1;
        write!(page, "\n## {code}\n\n{text}\n").unwrap();
    }
    assert!(rules > 15, "only {rules} rules were found");
    compare("docs/rules.md", &page);
}

#[test]
fn links_between_pages_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md"), root.join("CONTRIBUTING.md"), root.join("CHANGELOG.md")];
    for folder in ["docs", "docs/decisions"] {
        let entries = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        pages.extend(entries.filter(|path| path.extension().is_some_and(|extension| extension == "md")));
    }
    let mut links = 0;
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target) {
            if target.contains("://") {
                continue;
            }
            links += 1;
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            assert!(path.exists(), "{}: there is no `{target}`", page.display());
            if !anchor.is_empty() && path.is_file() {
                let headings = fs::read_to_string(&path).unwrap();
                let mut anchors = headings.lines().filter_map(|line| line.strip_prefix('#')).map(slug);
                assert!(anchors.any(|own| own == anchor), "{}: there is no heading for `{target}`", page.display());
            }
        }
    }
    assert!(links > 10, "only {links} links were found");
}

/// The anchor of a heading, as the usual renderers make it.
fn slug(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn slugs_are_those_of_the_usual_renderers() {
    assert_eq!(slug("## `tarjuman.toml`"), "tarjumantoml");
    assert_eq!(slug("# When articles move or go"), "when-articles-move-or-go");
}

/// Commands in an order that brings every part of every result up: (arguments, the article's text before, if it changes).
const COMMANDS: &[(&str, Option<&str>)] = &[
    ("init --targets fr", Some("---\ntitle: A mill\n---\n\n# Wheels\n\nThe mill has 3 wheels.\n\nIt is <b>open</b>.\n")),
    ("sync --dry-run", None),
    ("sync", None),
    ("explain mill", None),
    ("explain article-gone", None),
    ("todo fr", None),
    ("set fr mill#title Moulin --by N", None),
    ("status", None),
    ("publish --draft", None),
    ("sync", Some("---\ntitle: Two mills\n---\n\nThe mill has 4 wheels.\n\n# Wheels\n\n<b>Open</b>?\n")),
    ("todo fr", None),
    ("diff", None),
    ("verdict mill#title --impact minor", None),
    ("explain mill#title", None),
    ("publish", None),
    ("confirm fr mill#title --state reviewed --by M", None),
    ("reject fr mill#title --why no", None),
    ("find mill", None),
    ("add-locale de", None),
    ("remove-locale de", None),
    ("compact", None),
    ("rename mill mills", None),
];

#[test]
fn every_json_key_is_documented() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("articles")).unwrap();
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md")).unwrap();
    let mut keys = BTreeSet::new();
    for (command, article) in COMMANDS {
        if let Some(text) = article {
            fs::write(folder.path().join("articles/mill.md"), text).unwrap();
        }
        let mut arguments: Vec<&str> = command.split(' ').collect();
        arguments.extend(["--format", "json"]);
        let output = Command::new(env!("CARGO_BIN_EXE_tarjuman")).args(&arguments).current_dir(folder.path()).output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let result: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{command}: {error}"));
        assert_eq!((&result["schema"], &result["command"]), (&Value::from(1), &Value::from(arguments[0])), "{command}");
        collect_keys(&result, &mut keys);
    }
    // Locales, grades and kinds of evidence are keys of counts, not names of fields.
    let words = ["fr", "de", "format", "typo", "wording", "facts", "rewrite", "ledger", "notes", "catalog", "none"];
    let unknown: Vec<&String> =
        keys.iter().filter(|key| !words.contains(&key.as_str()) && !page.contains(&format!("`{key}`"))).collect();
    assert!(unknown.is_empty(), "docs/formats.md does not name {unknown:?}");
    assert!(keys.len() > 60, "only {} keys came up: {keys:?}", keys.len());
}

fn collect_keys(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            keys.insert(key.clone());
            collect_keys(value, keys);
        }),
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, keys)),
        _ => {}
    }
}

#[test]
fn the_vocabulary_names_a_unit_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/vocabulary.md")).unwrap();
    let article = fs::read_to_string(root.join("examples/articles/recognition.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    fs::create_dir_all(dir.join("examples/articles")).unwrap();
    // The page tells of a later correction, which the article may hold already.
    fs::write(dir.join("examples/articles/recognition.md"), article.replace("in August 2021.", "in 2021.")).unwrap();
    fs::copy(root.join("tarjuman.toml"), dir.join("tarjuman.toml")).unwrap();
    let project = tarjuman::project::Project::open(dir).unwrap();
    project.sync(&Default::default()).unwrap();
    let ledger = fs::read_to_string(dir.join("locales/en/recognition.ledger.toml")).unwrap();
    let (id, fingerprint) = ("p-the-taliban-an-islamist-ah1g", "1:46cbff00d67e");
    assert!(page.contains(id) && page.contains(fingerprint));
    assert!(ledger.contains(&format!("[{id}]\nfingerprint = \"{fingerprint}\"\n")), "the tool calls it otherwise:\n{ledger}");
}
