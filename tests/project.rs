//! A project on disk: configuration, path rules, finding, loading and saving files.

use std::fs;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::{Locale, Severity};
use tarjuman::model::{Flavour, Grade, State};
use tarjuman::project::config::{self, add_target_locale, remove_target_locale};
use tarjuman::project::layout::{self, TargetName};
use tarjuman::project::load::{self, LoadError};
use tarjuman::project::{ArticleName, Missing, OpenError, Project};

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"ps\", \"ja\"]\n\n[[articles]]\nroot = \"articles\"\n";

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tarjuman.toml"), CONFIG).unwrap();
    fs::create_dir(folder.path().join("articles")).unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn names(project: &Project) -> Vec<&str> {
    project.articles.iter().map(|article| article.name.as_str()).collect()
}

fn locale(text: &str) -> Locale {
    text.parse().unwrap()
}

/// The first error of a configuration: line, column, message.
fn error_of(text: &str) -> (usize, usize, String) {
    let read = config::read(text);
    assert!(read.config.is_none(), "accepted: {text}");
    let error = read.diagnostics.into_iter().find(|found| found.severity == Severity::Error).unwrap();
    assert!(!error.help.is_empty());
    assert_eq!(error.place.path, "tarjuman.toml");
    (error.place.line, error.place.column, error.message)
}

// Configuration

#[test]
fn the_sample_of_the_design_is_understood() {
    let text = r#"source-locale = "en"
target-locales = ["es", "fa-AF", "ja"]
[[articles]]
root = "./examples/articles/"
include = ["**/*.md"]
front-matter = ["title", "image.alt"]
flavour = "mdx"
html-blocks = "translate"
[publish]
state = "translated"
stale = "current"
missing = "fallback"
url = "https://example.org/"
[publish.locale.ja]
state = "reviewed"
"#;
    let read = config::read(text);
    assert_eq!(read.diagnostics, []);
    let config = read.config.unwrap();
    assert_eq!(config.articles[0].root, "examples/articles");
    assert_eq!(config.articles[0].flavour, Some(Flavour::Mdx));
    assert_eq!(config.policy.stale, None);
    assert_eq!(config.url.as_deref(), Some("https://example.org"));
    assert_eq!(config.out, "public");
    assert!(config.notes);
    assert_eq!(config.policy(&locale("es")).state, State::Translated);
    let japanese = config.policy(&locale("ja"));
    assert_eq!((japanese.state, japanese.stale, japanese.missing), (State::Reviewed, None, Missing::Fallback));
}

#[test]
fn a_minimal_configuration_has_the_documented_defaults() {
    let config = config::read(CONFIG).config.unwrap();
    assert_eq!(config.articles[0].include, ["**/*.md", "**/*.mdx"]);
    assert_eq!(config.articles[0].front_matter, ["title", "standfirst", "description"]);
    assert_eq!(config.policy.stale, Some(Grade::Wording));
    assert_eq!(config.policy.missing, Missing::Refuse);
}

#[test]
fn every_configuration_error_has_its_place() {
    let with = |line: &str| format!("{CONFIG}{line}\n");
    let cases: &[(String, usize, usize, &str)] = &[
        ("source-locale = ".to_owned(), 1, 17, "not TOML"),
        (CONFIG.replace("\"en\"", "\"x y\""), 1, 17, "is not a locale"),
        (CONFIG.replace("\"en\"", "7"), 1, 17, "`source-locale` is not a string"),
        (CONFIG.replace("\"ja\"", "\"en\""), 2, 25, "`en` is the source locale"),
        (CONFIG.replace("\"ps\", \"ja\"", "\"prs\", \"fa-AF\""), 2, 26, "are the same locale, `fa-AF`"),
        (CONFIG.replace("[\"ps\", \"ja\"]", "\"ps\""), 2, 18, "is not a list of strings"),
        (CONFIG.replace("\"articles\"", "\"/etc\""), 5, 8, "not relative to the project"),
        (CONFIG.replace("\"articles\"", "\"a/../../b\""), 5, 8, "leads out of the project"),
        (CONFIG.replace("\"articles\"", "\"a/.GiT/b\""), 5, 8, "git folder"),
        (CONFIG.replace("\"articles\"", "\".g\\u200Cit\""), 5, 8, "git folder"),
        (CONFIG.replace("\"articles\"", "\"git~1\""), 5, 8, "git folder"),
        (CONFIG.replace("\"articles\"", "\"locales/en\""), 5, 8, "tarjuman writes to"),
        (CONFIG.replace("root =", "roots ="), 4, 1, "`root` is missing"),
        (with("include = [\"[\"]"), 6, 12, "is not a glob"),
        (with("flavour = \"html\""), 6, 11, "not one of markdown, mdx"),
        (with("[publish]\nstate = \"done\""), 7, 9, "not one of initial, translated, reviewed, final"),
        (with("[publish]\nout = \"articles\""), 7, 7, "holds the articles"),
        (with("[publish]\nout = \".\""), 7, 7, "not output"),
        (with("[publish]\nurl = \"javascript:x\""), 7, 7, "not the address of a site"),
        (with("[publish.locale.ja]\nmissing = \"no\""), 7, 11, "not one of refuse, fallback, omit"),
        ("source-locale = \"en\"".to_owned(), 1, 1, "no articles are named"),
    ];
    for (text, line, column, message) in cases {
        let found = error_of(text);
        assert!(found.2.contains(message), "{found:?} instead of {message}\n{text}");
        assert_eq!((found.0, found.1), (*line, *column), "{}\n{text}", found.2);
    }
}

#[test]
fn an_unknown_key_is_a_warning_that_suggests_the_nearest() {
    let read = config::read(&format!("{CONFIG}front_mater = []\n[publish]\nzzz = 1\n"));
    assert!(read.config.is_some());
    let helps: Vec<&str> = read.diagnostics.iter().map(|found| found.help.as_str()).collect();
    assert_eq!(helps[0], "did you mean `front-matter`?");
    assert!(helps[1].starts_with("known here: state,"));
    assert!(read.diagnostics.iter().all(|found| found.severity == Severity::Warning));
}

#[test]
fn adding_and_removing_a_locale_leaves_every_other_byte() {
    let cases: &[(&str, &str)] = &[
        ("target-locales = [\"es\"] # ours\nx = 1\n", "target-locales = [\"es\", \"ps\"] # ours\nx = 1\n"),
        ("target-locales = [\"es\", \"fr\"]\n", "target-locales = [\"es\", \"fr\", \"ps\"]\n"),
        (
            "target-locales = [\n    \"es\", # Spanish\n    \"fr\", # French\n]\n",
            "target-locales = [\n    \"es\", # Spanish\n    \"fr\", # French\n    \"ps\",\n]\n",
        ),
        ("target-locales = [\n    \"es\",\n]\n", "target-locales = [\n    \"es\",\n    \"ps\",\n]\n"),
        (
            "# top\r\ntarget-locales = [\"es\"]\r\n\r\n[publish]\r\n",
            "# top\r\ntarget-locales = [\"es\", \"ps\"]\r\n\r\n[publish]\r\n",
        ),
        ("\u{FEFF}target-locales = []\n", "\u{FEFF}target-locales = [\"ps\"]\n"),
    ];
    let pashto = locale("ps");
    for (before, after) in cases {
        assert_eq!(add_target_locale(before, &pashto).unwrap().as_deref(), Some(*after));
        assert_eq!(add_target_locale(after, &pashto).unwrap(), None);
        assert_eq!(remove_target_locale(after, &pashto).unwrap().as_deref(), Some(*before));
        assert_eq!(remove_target_locale(before, &pashto).unwrap(), None);
    }
}

#[test]
fn a_locale_is_removed_from_any_place_and_under_any_of_its_names() {
    let remove = |text: &str, name: &str| remove_target_locale(text, &locale(name)).unwrap().unwrap();
    assert_eq!(remove("target-locales = [\"es\", \"fr\"]\n", "es"), "target-locales = [\"fr\"]\n");
    assert_eq!(remove("target-locales = [\"es\", \"prs\", \"fr\"]\n", "fa-AF"), "target-locales = [\"es\", \"fr\"]\n");
    let lines = "target-locales = [\n  \"es\", # Spanish\n  \"fr\", # French\n  \"ja\", # Japanese\n]\n";
    assert_eq!(remove(lines, "es"), "target-locales = [\n  \"fr\", # French\n  \"ja\", # Japanese\n]\n");
    assert_eq!(remove(lines, "fr"), "target-locales = [\n  \"es\", # Spanish\n  \"ja\", # Japanese\n]\n");
    assert_eq!(remove(lines, "ja"), "target-locales = [\n  \"es\", # Spanish\n  \"fr\", # French\n]\n");
}

#[test]
fn a_locale_is_added_where_there_was_no_list() {
    let text = add_target_locale("source-locale = \"en\"\n\n[publish]\n", &locale("ps")).unwrap().unwrap();
    assert_eq!(text, "source-locale = \"en\"\ntarget-locales = [\"ps\"]\n\n[publish]\n");
    assert!(add_target_locale("target-locales = 1\n", &locale("ps")).is_err());
    assert!(add_target_locale("[", &locale("ps")).is_err());
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn a_configuration_with_conflict_markers_says_so_at_the_line() {
    let (line, _, message) = error_of(&format!("source-locale = \"en\"\n<<<<<<< HEAD\n{CONFIG}=======\n>>>>>>> other\n"));
    assert_eq!((line, message.contains("conflict markers")), (2, true));
}

#[test]
fn any_text_is_read_as_a_configuration_without_panic() {
    let pieces = [
        "source-locale = ",
        "target-locales = ",
        "[[articles]]\n",
        "root = ",
        "include = ",
        "[publish]\n",
        "state = ",
        "[publish.locale.ja]\n",
        "\"en\"",
        "\"ps\"",
        "\"..\"",
        "[",
        "]",
        ", ",
        "\n",
        "= ",
        "{",
        "}",
        "é",
        "\"",
        "1",
        "true",
        "publish = ",
        "articles = ",
        "out = ",
        "\u{FEFF}",
    ];
    let text = vec(prop::sample::select(pieces.to_vec()), 0..16).prop_map(|pieces| pieces.concat());
    runner(30_000)
        .run(&(text, any::<String>()), |(text, rest)| {
            for text in [text.clone(), format!("{text}{rest}"), rest] {
                let read = config::read(&text);
                let failed = read.diagnostics.iter().any(|found| found.severity == Severity::Error);
                prop_assert_eq!(read.config.is_none(), failed);
                prop_assert!(read.diagnostics.iter().all(|found| found.place.line > 0 && found.place.column > 0));
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_locale_added_to_any_list_is_the_only_change_of_meaning() {
    let gap = || prop::sample::select(vec!["", " ", "\n", "\n    ", " # c\n", "\n  # c\n  ", "\n\n"]);
    let item = (gap(), prop::sample::select(vec!["es", "fr", "ja", "prs", "de"]), gap());
    let strategy = (vec(item, 0..5), gap(), any::<bool>());
    runner(20_000)
        .run(&strategy, |(items, end, comma)| {
            let written: Vec<String> = items.iter().map(|(before, tag, after)| format!("{before}\"{tag}\"{after}")).collect();
            let comma = if comma && !items.is_empty() { "," } else { "" };
            let text = format!("# top\ntarget-locales = [{}{comma}{end}] # end\nx = 1\n", written.join(","));
            let tags = |text: &str| -> Vec<String> {
                let document: toml_edit::DocumentMut = text.parse().unwrap();
                document["target-locales"].as_array().unwrap().iter().map(|value| value.as_str().unwrap().to_owned()).collect()
            };
            let before = tags(&text);
            let added = add_target_locale(&text, &locale("ps")).unwrap().unwrap();
            prop_assert_eq!(tags(&added), [before.clone(), vec!["ps".to_owned()]].concat(), "{}\n{}", text, added);
            prop_assert_eq!(added.matches('#').count(), text.matches('#').count(), "{}\n{}", text, added);
            let removed = remove_target_locale(&added, &locale("ps")).unwrap().unwrap();
            prop_assert_eq!(tags(&removed), before.clone(), "{}\n{}", added, removed);
            if let Some(first) = before.first() {
                let removed = remove_target_locale(&text, &locale(first)).unwrap().unwrap();
                prop_assert_eq!(tags(&removed), before[1..].to_vec(), "{}\n{}", text, removed);
            }
            Ok(())
        })
        .unwrap();
}

// Path rules

#[test]
fn article_names_that_could_lead_elsewhere_are_refused() {
    let refused = [
        "",
        "..",
        "a/../b",
        "/a",
        "a//b",
        "a/",
        "./a",
        "-rf",
        "a\u{0}",
        "a\nb",
        "a\u{202E}b",
        "a\\b",
        "a:b",
        "a|b",
        "con",
        "AUX.x",
        "x/lpt9",
        "a.",
        "a ",
        " a",
        ".git/x",
        "x/.GIT",
        "x/.Git ",
        "x/git~1",
        "x/.g\u{200D}it",
        "x/.git::$INDEX",
        "a#b",
    ];
    for name in refused {
        assert!(name.parse::<ArticleName>().is_err(), "accepted {name:?}");
    }
    for name in [
        "recognition",
        "2025/july/recognition",
        "a.b",
        "به\u{200C}رسمیت",
        "con-artists",
        "-/x".trim_start_matches('-').trim_start_matches('/'),
        "a-",
    ] {
        assert!(name.parse::<ArticleName>().is_ok(), "refused {name:?}");
    }
    assert!("x".repeat(201).parse::<ArticleName>().is_err());
    assert_eq!("e\u{301}".parse::<ArticleName>().unwrap().as_str(), "\u{E9}");
}

#[test]
fn paths_follow_the_layout() {
    let article: ArticleName = "2025/recognition".parse().unwrap();
    let dari = locale("prs");
    assert_eq!(layout::locale_catalog(&dari, &article).as_str(), "locales/fa-AF/2025/recognition.ftl");
    assert_eq!(layout::locale_ledger(&dari, &article).as_str(), "locales/fa-AF/2025/recognition.ledger.toml");
    assert_eq!(layout::glossary(&dari).as_str(), "glossary/fa-AF.ftl");
    let target: TargetName = "site".parse().unwrap();
    assert_eq!(layout::published(&target, &article).as_str(), "published/site/2025/recognition.toml");
    assert_eq!(layout::output("public", &dari, &article, "md").as_str(), "public/fa-AF/2025/recognition.md");
    assert!("a/b".parse::<TargetName>().is_err());
}

// Opening and listing

#[test]
fn a_project_is_found_from_a_folder_below_it_and_lists_articles_by_name() {
    let folder = project(&[
        ("articles/b.md", ""),
        ("articles/a/z.mdx", ""),
        ("articles/a.md", ""),
        ("articles/.hidden/x.md", ""),
        ("articles/x.txt", ""),
        ("other/y.md", ""),
    ]);
    let project = Project::open(&folder.path().join("articles/a")).unwrap();
    assert_eq!(names(&project), ["a", "a/z", "b"]);
    assert_eq!(project.articles[1].flavour, Flavour::Mdx);
    assert_eq!(project.articles[1].path.as_str(), "articles/a/z.mdx");
    assert_eq!(project.root, folder.path().canonicalize().unwrap());
    assert_eq!(project.diagnostics, []);
    assert!(project.find_article(&"a/z".parse().unwrap()).is_some());
    assert!(project.find_article(&"a/y".parse().unwrap()).is_none());
}

#[test]
fn a_project_that_is_its_own_root_leaves_out_what_the_tool_writes() {
    let folder = project(&[("a.md", ""), ("public/ps/a.md", ""), ("locales/x.md", ""), ("sub/public/b.md", "")]);
    fs::write(folder.path().join("tarjuman.toml"), CONFIG.replace("\"articles\"", "\".\"\nexclude = [\"**/skip*\"]")).unwrap();
    fs::write(folder.path().join("skip.md"), "").unwrap();
    assert_eq!(names(&Project::open(folder.path()).unwrap()), ["a", "sub/public/b"]);
}

#[test]
fn two_articles_of_one_name_are_a_configuration_error() {
    let folder = project(&[("articles/a.md", ""), ("articles/a.mdx", "")]);
    let Err(OpenError::Config(errors)) = Project::open(folder.path()) else { panic!("opened") };
    assert_eq!(errors[0].code, "duplicate-article");
}

#[test]
fn a_folder_without_a_project_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Project::open(folder.path()), Err(OpenError::Load(LoadError::NoProject(_)))));
}

#[test]
fn a_missing_root_is_reported_at_its_line() {
    let folder = project(&[]);
    fs::remove_dir(folder.path().join("articles")).unwrap();
    let project = Project::open(folder.path()).unwrap();
    assert_eq!((project.diagnostics[0].code, project.diagnostics[0].place.line), ("missing-root", 5));
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_followed_inside_the_project_only() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.md"), "").unwrap();
    let folder = project(&[("articles/a.md", "text"), ("shared/c.md", ""), (".git/hooks/h.md", "")]);
    let articles = folder.path().join("articles");
    symlink(outside.path(), articles.join("out")).unwrap();
    symlink(outside.path().join("secret.md"), articles.join("secret.md")).unwrap();
    symlink("../shared", articles.join("in")).unwrap();
    symlink("..", articles.join("in-loop")).unwrap();
    symlink("../.git/hooks", articles.join("hooks")).unwrap();
    symlink("nowhere", articles.join("gone.md")).unwrap();
    assert_eq!(load::load_text(folder.path(), "articles/gone.md").unwrap().diagnostics[0].code, "unreadable-file");
    let project = Project::open(folder.path()).unwrap();
    assert!(names(&project).contains(&"a") && names(&project).contains(&"in/c"));
    assert!(!names(&project).iter().any(|name| name.contains("secret") || name.contains("hooks") || name.contains("gone")));
    let reported: Vec<&str> = project.diagnostics.iter().map(|found| found.place.path.as_str()).collect();
    assert_eq!(reported[..4], ["articles/gone.md", "articles/hooks", "articles/out", "articles/secret.md"][..4].to_vec()[..]);
    let through_link = load::load_text(&project.root, "articles/hooks/h.md").unwrap();
    assert_eq!((through_link.text, through_link.diagnostics[0].code), (None, "outside-project"));
    let loaded = load::load_text(&project.root, "articles/secret.md").unwrap();
    assert_eq!((loaded.text, loaded.diagnostics[0].code), (None, "outside-project"));
}

#[cfg(unix)]
#[test]
fn a_root_that_leads_out_is_a_configuration_error() {
    let outside = tempfile::tempdir().unwrap();
    let folder = project(&[]);
    fs::remove_dir(folder.path().join("articles")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("articles")).unwrap();
    let Err(OpenError::Config(errors)) = Project::open(folder.path()) else { panic!("opened") };
    assert_eq!((errors[0].place.line, errors[0].place.column), (5, 8));
}

// Loading

#[test]
fn broken_files_are_findings_with_their_place() {
    let folder = project(&[
        ("articles/zero.md", "a\nb\0"),
        ("articles/conflict.md", "x\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"),
        ("articles/setext.md", "Heading\n=======\n\n>>>>>>> quote\n"),
        ("articles/empty.md", ""),
    ]);
    fs::write(folder.path().join("articles/utf8.md"), b"ab\nc\xFF").unwrap();
    let project = Project::open(folder.path()).unwrap();
    let load = |name: &str| {
        let article = project.find_article(&name.parse().unwrap()).unwrap();
        load::load_article(&project.root, &article.path).unwrap()
    };
    let place = |name: &str| load(name).diagnostics.first().map(|found| (found.code, found.place.line, found.place.column));
    assert_eq!(place("zero"), Some(("nul-byte", 2, 2)));
    assert_eq!(place("utf8"), Some(("invalid-utf8", 2, 2)));
    assert!(load("utf8").diagnostics[0].message.contains("byte 4"));
    assert!(load("utf8").text.is_none() && !load("utf8").is_missing());
    assert_eq!(place("conflict"), Some(("conflict-markers", 2, 1)));
    assert_eq!(place("setext"), None);
    assert_eq!(load("empty").text.as_deref(), Some(""));
    assert_eq!(load("empty").hash(), Some(*blake3::hash(b"").as_bytes()));
}

#[test]
fn a_missing_file_is_nothing_and_a_folder_in_its_place_is_an_error() {
    let folder = project(&[("articles/a.md", "")]);
    let load = |path: &str| load::load_text(folder.path(), path);
    assert!(load("articles/none.md").unwrap().is_missing());
    assert!(load("none/none.md").unwrap().is_missing());
    assert!(matches!(load("articles"), Err(LoadError::NotAFile(_))));
    assert!(matches!(load("articles/a.md/b"), Err(LoadError::NotAFolder(_))));
}

#[test]
fn a_folder_called_like_an_article_is_not_taken_for_one() {
    let folder = project(&[("articles/a.md/b.md", "")]);
    assert_eq!(names(&Project::open(folder.path()).unwrap()), ["a.md/b"]);
}
