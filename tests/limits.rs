//! Every limit of `docs/limits.md`: what is beyond it is left alone and named, and everything else goes on.

mod support;

use std::fs::{self, File};
use std::path::Path;

use support::{CONFIG, Run, TestProject};
use tarjuman::base::limits;
use tarjuman::format::markdown::{self, HtmlBlocks, ReadOptions};
use tarjuman::format::{fluent, ledger};
use tarjuman::model::Flavour;

/// Two articles with translations; `large` is the one that gets something too large.
fn project() -> TestProject {
    let project = TestProject::new(CONFIG);
    project.write("articles/large.md", "---\ntitle: One\n---\n\nA text.\n");
    project.write("articles/small.md", "# Two\n\nAnother text.\n");
    project.write("glossary/es.ftl", "-term = palabra\n");
    project.run(&["sync"]).exits(0);
    project
}

/// Makes a file of that many bytes without writing them.
fn stretch(path: &Path, bytes: u64) {
    File::options().create(true).write(true).truncate(false).open(path).unwrap().set_len(bytes).unwrap();
}

/// The run names the file and the code, and the other article went on.
#[track_caller]
fn assert_left_alone(project: &TestProject, run: Run, path: &str, code: &str) {
    let run = run.exits(1).says(&format!("error[{code}]")).says(path);
    assert!(project.read("locales/es/small.ftl").contains("A third text."), "{}", run.stderr);
    assert!(!project.read("locales/es/large.ftl").contains("Changed."));
}

#[test]
fn a_file_beyond_its_limit_costs_its_article_and_is_not_read() {
    let files = [
        ("articles/large.md", limits::ARTICLE_BYTES),
        ("locales/es/large.ftl", limits::CATALOG_BYTES),
        ("locales/en/large.ftl", limits::CATALOG_BYTES),
        ("locales/es/large.ledger.toml", limits::LEDGER_BYTES),
    ];
    for (path, limit) in files {
        let project = project();
        let before = project.snapshot();
        project.write("articles/small.md", "# Two\n\nA third text.\n");
        stretch(&project.path(path), limit + 1);
        project.run(&["sync"]).exits(1).says("error[too-large]").says(path).says(&limits::size(limit));
        assert!(project.read("locales/es/small.ftl").contains("A third text."), "{path}");
        let now = project.snapshot();
        for (file, bytes) in before.iter().filter(|(file, _)| file.contains("large") && !file.ends_with(path)) {
            assert_eq!(now.get(file), Some(bytes), "{file} after {path}");
        }
        assert_eq!(fs::metadata(project.path(path)).unwrap().len(), limit + 1);
    }
}

#[test]
fn a_glossary_or_configuration_beyond_its_limit_is_not_read() {
    let project = project();
    stretch(&project.path("glossary/es.ftl"), limits::CATALOG_BYTES + 1);
    project.run(&["sync"]).exits(1).says("error[too-large]").says("glossary/es.ftl");
    stretch(&project.path("tarjuman.toml"), limits::OTHER_BYTES + 1);
    let before = fs::metadata(project.path("locales/es/small.ftl")).unwrap().modified().unwrap();
    project.run(&["sync"]).exits(2).says("error[too-large]").says("tarjuman.toml");
    assert_eq!(fs::metadata(project.path("locales/es/small.ftl")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_published_record_beyond_its_limit_is_not_replaced() {
    let project = project();
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(0);
    let record = "published/markdown/large.toml";
    stretch(&project.path(record), limits::LEDGER_BYTES + 1);
    project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(2).says("at most 64 MiB are read").says(record);
    assert_eq!(fs::metadata(project.path(record)).unwrap().len(), limits::LEDGER_BYTES + 1);
}

#[test]
fn front_matter_and_texts_beyond_their_limits_leave_the_article_alone() {
    let head = format!("---\ntitle: One\nother: \"{}\"\n---\n\nChanged.\n", "x".repeat(limits::FRONT_MATTER_BYTES));
    let text = format!("---\ntitle: One\n---\n\nChanged.\n\n{}\n", "word ".repeat(limits::UNIT_BYTES / 5 + 2));
    for article in [head, text] {
        let project = project();
        project.write("articles/small.md", "# Two\n\nA third text.\n");
        project.write("articles/large.md", &article);
        assert_left_alone(&project, project.run(&["sync"]), "articles/large.md", "too-large");
    }
}

#[test]
fn an_entry_of_a_catalog_beyond_its_limit_leaves_the_article_alone() {
    let project = project();
    let catalog = format!("title = {}\n", "x".repeat(limits::UNIT_BYTES));
    project.write("locales/es/large.ftl", &catalog);
    project.write("articles/small.md", "# Two\n\nA third text.\n");
    assert_left_alone(&project, project.run(&["sync"]), "locales/es/large.ftl", "too-large");
    assert_eq!(project.read("locales/es/large.ftl"), catalog);
}

#[test]
fn nesting_is_allowed_up_to_the_limit_and_no_further() {
    let options = ReadOptions { flavour: Flavour::Markdown, front_matter: vec!["a".to_owned()], html_blocks: HtmlBlocks::Carry };
    let quoted = |depth: usize| markdown::read(&format!("{}text\n", "> ".repeat(depth)), &options);
    assert!(!quoted(limits::NESTING - 1).fatal && quoted(limits::NESTING + 1).fatal);
    let braced = |depth: usize| fluent::read(&format!("a = {}\"x\"{}\n", "{ ".repeat(depth), " }".repeat(depth)));
    assert_eq!(braced(limits::NESTING).diagnostics, []);
    assert_eq!(braced(limits::NESTING + 1).diagnostics[0].code, "nesting-too-deep");
    let listed = |depth: usize| ledger::read_target(&format!("version = 1\n\n[a]\nb = {}\n", "[".repeat(depth)));
    assert!(listed(limits::NESTING).writable && !listed(limits::NESTING + 2).writable);
    let yaml = |depth: usize| {
        let text = format!("---\na: text\nb: {}{}\n---\n\nBody.\n", "[".repeat(depth), "]".repeat(depth));
        markdown::read(&text, &options)
    };
    assert_eq!(yaml(limits::YAML_NESTING - 2).article.units.len(), 2);
    let deep = yaml(limits::YAML_NESTING + 2);
    assert!(deep.fatal && deep.diagnostics[0].code == "nesting-too-deep", "{:?}", deep.diagnostics);
}

#[test]
fn names_and_tags_are_bounded() {
    let name = |length: usize| "a".repeat(length).parse::<tarjuman::project::ArticleName>();
    assert!(name(limits::COMPONENT_BYTES).is_ok() && name(limits::COMPONENT_BYTES + 1).is_err());
    assert!("en-aaaaa-bbbbb-ccccc-ddddd-eeeee-fffff".parse::<tarjuman::base::Locale>().is_err());
}

#[test]
fn a_project_with_too_many_articles_is_refused_as_a_whole() {
    let project = project();
    fs::create_dir(project.path("articles/many")).unwrap();
    for number in 0..limits::ARTICLES {
        File::create(project.path(&format!("articles/many/{number}.md"))).unwrap();
    }
    let run = project.run(&["status"]).exits(2).says("error[too-many-articles]");
    assert!(run.says("100002 articles").stdout.is_empty());
}

#[test]
fn the_page_names_every_limit_as_it_is() {
    let page = include_str!("../docs/limits.md");
    let bytes = [
        limits::ARTICLE_BYTES,
        limits::CATALOG_BYTES,
        limits::LEDGER_BYTES,
        limits::OTHER_BYTES,
        limits::OUTPUT_BYTES,
        limits::FRONT_MATTER_BYTES as u64,
        limits::UNIT_BYTES as u64,
    ];
    for size in bytes.map(limits::size) {
        assert!(page.contains(&format!("| {size} |")), "{size}");
    }
    let levels = [format!("{} levels", limits::NESTING), format!("{} levels", limits::YAML_NESTING)];
    for figure in levels.into_iter().chain([format!("{} bytes", limits::COMPONENT_BYTES), "100,000".to_owned()]) {
        assert!(page.contains(&figure), "{figure}");
    }
    assert_eq!(limits::ARTICLES, 100_000);
}
