//! Whole paths through the real binary on the real articles of `../shared/corpus`, read in place; skipped when it is absent.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tarjuman::format::fluent::{self, Translation};

fn corpus() -> Option<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/articles");
    if corpus.is_dir() {
        return Some(corpus);
    }
    println!("skipped: there is no {}", corpus.display());
    None
}

fn tarjuman(project: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tarjuman"))
        .args(["--project", project.to_str().expect("the temporary folder has a UTF-8 name")])
        .args(arguments)
        .output()
        .expect("the binary runs")
}

fn json(project: &Path, arguments: &[&str]) -> serde_json::Value {
    let output = tarjuman(project, &[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {output:?}"))
}

/// A project with every article of the corpus, all languages, under a name of its own. Gives the file names.
fn project_of(corpus: &Path, project: &Path) -> Vec<String> {
    let articles = project.join("articles");
    fs::create_dir(&articles).unwrap();
    let mut names = Vec::new();
    for folder in fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let (stem, extension) = (file.file_stem().unwrap().to_str().unwrap(), file.extension().unwrap().to_str().unwrap());
            let name = format!("{}-{stem}.{extension}", folder.file_name().unwrap().to_str().unwrap());
            fs::copy(&file, articles.join(&name)).unwrap();
            names.push(name);
        }
    }
    names.sort();
    let config = "source-locale = \"en\"\ntarget-locales = [\"eo\"]\n[[articles]]\nroot = \"articles\"\n\
                  front-matter = [\"title\", \"description\", \"standfirst\"]\n[publish]\nstale = \"current\"\n";
    fs::write(project.join("tarjuman.toml"), config).unwrap();
    names
}

/// Fills every `[todo]` of a target catalog with the text of the source catalog, as a translator would type it in.
fn copy_source(source: &str, target: &str) -> String {
    let mut filled = target.to_owned();
    for unit in fluent::read(source).units() {
        let Translation::Text(message) = &unit.translation else { panic!("`{}` does not parse", unit.id) };
        let body: String = message.lines.iter().map(|line| format!("\n    {line}")).collect();
        let todo = format!("# [todo] {} =\n", unit.id);
        assert!(filled.contains(&todo), "no todo for `{}`", unit.id);
        filled = filled.replace(&todo, &format!("{} ={body}\n", unit.id));
    }
    filled
}

#[test]
fn real_articles_go_through_catalogs_and_come_back_byte_for_byte() {
    let Some(corpus) = corpus() else { return };
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path();
    let names = project_of(&corpus, project);
    assert!(names.len() >= 100, "only {} articles", names.len());

    let first = json(project, &["sync"]);
    assert_eq!(first["articles"].as_array().unwrap().len(), names.len());
    let second = json(project, &["sync"]);
    assert_eq!(second["written"].as_array().unwrap().len(), 0, "a second sync writes {}", second["written"]);

    let mut units = 0;
    for name in &names {
        let catalog = format!("{}.ftl", name.rsplit_once('.').unwrap().0);
        let source = fs::read_to_string(project.join("locales/en").join(&catalog)).unwrap();
        let path = project.join("locales/eo").join(&catalog);
        let target = fs::read_to_string(&path).unwrap();
        units += fluent::read(&source).units().count();
        fs::write(&path, copy_source(&source, &target)).unwrap();
    }
    let recorded = json(project, &["sync", "--by", "A. Name", "--origin", "human"]);
    let by_notes: u64 =
        recorded["articles"].as_array().unwrap().iter().filter_map(|a| a["locales"]["eo"]["recorded"]["notes"].as_u64()).sum();
    assert_eq!(by_notes, units as u64, "every text is attributed by its notes");
    let status = json(project, &["status"]);
    assert_eq!(status["total"]["current"].as_u64(), Some(units as u64), "{}", status["total"]);
    let silent = json(project, &["sync"]);
    assert_eq!(silent["written"].as_array().unwrap().len(), 0, "a sync after recording writes {}", silent["written"]);

    let published = json(project, &["publish", "--to", "markdown"]);
    for row in published["rows"].as_array().unwrap() {
        assert_eq!(row["outcome"], "published", "{row}");
    }
    for name in &names {
        let article = fs::read(project.join("articles").join(name)).unwrap();
        for locale in ["en", "eo"] {
            let output = fs::read(project.join("public/markdown").join(locale).join(name)).unwrap();
            assert!(output == article, "{locale}/{name} is not the article byte for byte");
        }
    }
    println!("{} articles, {units} units", names.len());
}
