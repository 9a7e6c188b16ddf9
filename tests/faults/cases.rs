//! Every writing command, each with a small project that it has something to do in.
//!
//! The project has three articles in two languages. `harbour` is never touched: commands on it have nothing to do, so they
//! show what recovery alone comes to.

use std::path::PathBuf;
use std::process::Command;

use super::support::{Run, TestProject, copy_folder};
use super::tree::{self, Tree};

/// A writing command and what it comes to when nothing goes wrong.
pub struct Case {
    /// What it is called in messages.
    pub name: &'static str,
    /// The arguments.
    pub command: Vec<String>,
    /// Arguments of a writing command that has nothing to do, before as after.
    pub idle: Vec<String>,
    /// The project it runs in.
    pub project: TestProject,
    /// Its exit code.
    pub code: i32,
    /// The files before.
    pub before: Tree,
    /// The files after.
    pub after: Tree,
    /// What the idle command makes of the files before, and its exit code.
    pub idle_before: (Tree, i32),
    /// What it makes of the files after, and its exit code.
    pub idle_after: (Tree, i32),
    /// The copies of pages that were out, before and after.
    pub kept: (Tree, Tree),
}

impl Case {
    fn new(name: &'static str, project: TestProject, command: &[&str], idle: &[&str]) -> Self {
        let trial = Trial::of(&project);
        let before = tree::read(&trial.root());
        let run = trial.0.run(command);
        let after = tree::read(&trial.root());
        let kept = (tree::read_kept(&project.root()), tree::read_kept(&trial.root()));
        assert!(run.code < 2 && before != after, "{name} does nothing: {run:#?}");
        let idle_after = trial.0.run(idle).code;
        let idle_after = (tree::read(&trial.root()), idle_after);
        let trial = Trial::of(&project);
        let idle_before = trial.0.run(idle).code;
        let idle_before = (tree::read(&trial.root()), idle_before);
        let owned = |arguments: &[&str]| arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Self {
            name,
            command: owned(command),
            idle: owned(idle),
            project,
            code: run.code,
            before,
            after,
            idle_before,
            idle_after,
            kept,
        }
    }
}

/// A copy of a case's project, to be spoilt.
pub struct Trial(pub TestProject);

impl Trial {
    /// A fresh copy.
    pub fn of(project: &TestProject) -> Self {
        let copy = TestProject::empty();
        copy_folder(&project.root(), &copy.root());
        Self(copy)
    }

    /// Its folder.
    pub fn root(&self) -> PathBuf {
        self.0.root()
    }

    /// Runs the binary in it. A panic or a signal is said as its code, 128 and more.
    pub fn run(&self, arguments: &[String]) -> Run {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = self.0.command(&arguments).output().expect("the binary runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = output.status.code().unwrap_or(128);
        Run { command: arguments.join(" "), code, stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }

    /// A program to be run in it.
    pub fn program(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.root()).env_clear();
        command
    }
}

const FERRY: &str = "---\ntitle: The ferry\n---\n\n# Crossing\n\nThe ferry leaves at nine.\nIt carries forty people.\n\nDogs \
travel free of charge.\n\nThe old boat is for sale.\n";
const MARKET: &str =
    "---\ntitle: The market\n---\n\nThe market opens at dawn.\n\n- Fish comes from the ferry.\n- Bread comes by road.\n";
const HARBOUR: &str = "---\ntitle: The harbour\n---\n\nThe harbour opens in spring.\n\nBoats wait for the tide.\n";

/// The articles, not yet a project.
pub fn articles() -> TestProject {
    let project = TestProject::empty();
    project.write("articles/ferry.md", FERRY);
    project.write("articles/market.md", MARKET);
    project.write("articles/harbour.md", HARBOUR);
    project
}

/// The project with every unit translated: `LOCALE text N` is the text of the Nth unit to be translated.
pub fn translated() -> TestProject {
    let project = articles();
    project.run(&["init", "--targets", "fr,ja"]).exits(0);
    project.run(&["sync"]).exits(0);
    for locale in ["fr", "ja"] {
        let todo = project.json(&["todo", locale]);
        for (number, item) in todo["items"].as_array().expect("todo has items").iter().enumerate() {
            let text = |key: &str| item[key].as_str().expect("an item has an article and a unit").to_owned();
            let address = format!("{}#{}", text("article"), text("unit"));
            project.run(&["set", locale, &address, &format!("{locale} text {number}.")]).exits(0);
        }
    }
    // What a fresh clone has: nothing that belongs to a working copy.
    let _ = std::fs::remove_dir_all(project.path(tree::PRIVATE));
    project
}

/// Every writing command.
pub fn all() -> Vec<Case> {
    let base = translated();
    let fresh = |prepare: &dyn Fn(&TestProject)| {
        let copy = Trial::of(&base).0;
        prepare(&copy);
        copy
    };
    let idle = ["compact", "harbour"];
    let case = |name, prepare: &dyn Fn(&TestProject), command: &[&str]| Case::new(name, fresh(prepare), command, &idle);
    let mut cases = vec![
        Case::new("init", articles(), &["init", "--targets", "fr,ja"], &["init", "--targets", "fr,ja"]),
        case("add-locale", &|_| {}, &["add-locale", "ko"]),
        case("remove-locale", &|_| {}, &["remove-locale", "ja"]),
        case("sync (new article)", &|project| project.write("articles/ice.md", "# Ice\n\nThe ice is thick.\n"), &["sync"]),
        case("sync (edited article)", &edit_ferry, &["sync"]),
        case("sync (translator's text)", &translate_ferry, &["sync"]),
        case("sync (several articles)", &edit_several, &["sync"]),
        case("sync (the others in step)", &edit_after_syncs, &["sync"]),
        case("set", &|_| {}, &["set", "fr", "ferry#title", "Le bac", "--by", "A. Name"]),
        case("confirm", &edit_title, &["confirm", "fr", "ferry#title"]),
        case("reject", &|_| {}, &["reject", "fr", "ferry#title", "--why", "wrong word"]),
        case("verdict", &edit_title, &["verdict", "ferry#title", "--impact", "minor"]),
        case("publish", &|_| {}, &["publish", "--to", "markdown"]),
        case("publish (site)", &|_| {}, &["publish"]),
        case("publish --only-outdated", &outdate_page, &["publish", "ferry", "--only-outdated"]),
        case("publish --revision", &republish, &["publish", "ferry", "--locale", "fr", "--revision", "1"]),
        case("withdraw", &publish, &["withdraw", "ferry", "--locale", "fr"]),
        case("rename", &|_| {}, &["rename", "ferry", "boat"]),
        case("retire", &|project| project.remove("articles/ferry.md"), &["retire", "ferry"]),
        case("compact", &outdate_earlier_texts, &["compact"]),
        case("init --git", &begin_repository, &["init", "--git"]),
    ];
    cases.extend(terms(&case));
    cases.extend(backwards(&case));
    cases
}

/// Makes a case of a name, what happens to the project first, and the command.
type Make<'m> = dyn Fn(&'static str, &dyn Fn(&TestProject), &[&str]) -> Case + 'm;

/// The commands of terminologists.
fn terms(case: &Make<'_>) -> Vec<Case> {
    let referring = |project: &TestProject| {
        glossary(project);
        project.run(&["set", "ja", "ferry#title", "{ -ferry }"]).exits(0);
    };
    let table = |project: &TestProject| {
        glossary(project);
        project.write("terms.csv", "id,en,fr,ja\r\nboat,boat,bateau,fune\r\nferry,ferry,bac,\r\n");
    };
    vec![
        case("glossary add", &glossary, &["glossary", "add", "boat", "boat", "--locale", "fr=bateau"]),
        case("glossary rename", &referring, &["glossary", "rename", "ferry", "boat"]),
        case("glossary apply", &glossary, &["glossary", "apply", "ferry"]),
        case("glossary import", &table, &["glossary", "import", "terms.csv", "--overwrite"]),
    ]
}

/// A term in every language; French forbids a word that the translations use.
fn glossary(project: &TestProject) {
    project.write("glossary/en.ftl", "-ferry = ferry\n");
    project.write("glossary/fr.ftl", "-ferry = traversier\n    .forbidden = text\n");
    project.write("glossary/ja.ftl", "-ferry = renrakusen\n");
    // The notes are there already: a command that leaves a catalog alone changes nothing in it.
    project.run(&["sync"]).exits(0);
}

/// The commands that read the journal.
fn backwards(case: &Make<'_>) -> Vec<Case> {
    let edited = |project: &TestProject| {
        edit_ferry(project);
        project.run(&["sync"]).exits(0);
    };
    let undone = |project: &TestProject| {
        edited(project);
        project.run(&["undo"]).exits(0);
    };
    vec![
        case("undo", &edited, &["undo"]),
        case("redo", &undone, &["redo"]),
        case("restore", &retranslate_title, &["restore", "fr", "ferry#title", &first_title()]),
    ]
}

/// A repository that has the settings already: what git writes into its own folder is not ours to take back.
fn begin_repository(project: &TestProject) {
    project.git(&["init", "--quiet"]);
    project.run(&["init", "--git"]).exits(0);
    project.remove(".gitattributes");
}

/// The title was translated twice.
fn retranslate_title(project: &TestProject) {
    for text in ["Le bac", "Le traversier"] {
        project.run(&["set", "fr", "ferry#title", text]).exits(0);
    }
}

/// The fingerprint of the first of these translations, as `history` lists it.
fn first_title() -> String {
    let project = translated();
    retranslate_title(&project);
    let history = project.json(&["history", "ferry#title", "--locale", "fr"]);
    let texts = history["locales"][0]["texts"].as_array().expect("history lists texts");
    let first = texts.iter().find(|text| text["lines"][0] == "Le bac").expect("the journal has the first text");
    first["fingerprint"].as_str().expect("a text has a fingerprint").to_owned()
}

/// The author edits two paragraphs.
pub fn edit_ferry(project: &TestProject) {
    project.replace("articles/ferry.md", "at nine", "at ten");
    project.replace("articles/ferry.md", "Dogs travel free", "Dogs and cats travel free");
}

/// A translator betters two texts.
pub fn translate_ferry(project: &TestProject) {
    project.replace("locales/fr/ferry.ftl", "fr text 1.", "fr text one, better.");
    project.replace("locales/ja/ferry.ftl", "ja text 2.", "ja text two, better.");
}

/// An edit after syncs that have learnt which articles are in step.
fn edit_after_syncs(project: &TestProject) {
    std::thread::sleep(std::time::Duration::from_millis(120));
    project.run(&["sync"]).exits(0);
    assert!(project.path(".tarjuman/cache/sync.index").exists(), "a sync remembers");
    edit_ferry(project);
}

fn edit_several(project: &TestProject) {
    edit_ferry(project);
    translate_ferry(project);
    project.replace("articles/market.md", "at dawn", "at noon");
    project.write("articles/ice.md", "# Ice\n\nThe ice is thick.\n");
}

fn publish(project: &TestProject) {
    project.run(&["publish"]).exits(0);
}

/// A page is out, and its translation was bettered since.
fn outdate_page(project: &TestProject) {
    publish(project);
    project.run(&["set", "fr", "ferry#title", "Le bac"]).exits(0);
}

/// Two texts were out.
fn republish(project: &TestProject) {
    outdate_page(project);
    publish(project);
}

fn edit_title(project: &TestProject) {
    project.replace("articles/ferry.md", "title: The ferry", "title: The small ferry");
    project.run(&["sync"]).exits(0);
}

/// Edits that every translation was confirmed after: nobody needs the earlier texts any more.
fn outdate_earlier_texts(project: &TestProject) {
    project.replace("articles/ferry.md", "title: The ferry", "title: The small ferry");
    project.replace("articles/market.md", "at dawn", "at noon");
    project.run(&["sync"]).exits(0);
    for locale in ["fr", "ja"] {
        project.run(&["confirm", locale, "ferry", "market", "--all"]).exits(0);
    }
}
