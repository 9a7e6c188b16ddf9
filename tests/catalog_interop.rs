//! What compare-locales, moz.l10n and translate-toolkit make of our catalogs. They are installed into `target/interop-venv` once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::format::fluent::{Body, Desired, Item, Note, Translation, UnitView, canonical, fresh, read, rewrite, write_lines};
use tarjuman::model::{Element, UnitId, UnitText};

const PACKAGES: [&str; 3] = ["compare-locales==9.0.5", "moz.l10n==0.15.0", "translate-toolkit==3.20.4"];
const CATALOGS: usize = 400;

/// The Python of the virtual environment, made by whichever test needs it first.
fn python() -> &'static PathBuf {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    PYTHON.get_or_init(install)
}

fn install() -> PathBuf {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/interop-venv");
    let python = venv.join("bin/python");
    let ready = venv.join("ready");
    if !ready.exists() {
        let made = Command::new("python3").args(["-m", "venv"]).arg(&venv).status();
        assert!(made.is_ok_and(|status| status.success()), "python3 -m venv failed: install python3-venv");
        let installed = Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES).status();
        assert!(installed.is_ok_and(|status| status.success()), "pip cannot install {PACKAGES:?}: is there a network?");
        std::fs::write(ready, "").unwrap();
    }
    python
}

fn any_text() -> impl Strategy<Value = UnitText> {
    let pieces = vec![
        " ",
        "  ",
        "\\",
        "\\\n",
        "{",
        "}",
        "[",
        "*",
        ".",
        "#",
        "-",
        "=",
        "\"",
        "a",
        "word ",
        "字",
        "。",
        "\t",
        "\r",
        "\u{a0}",
        "\u{ad}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{200f}",
        "\u{202f}",
        "\u{3000}",
        "e\u{301}",
        "**b**",
        "[l](u)",
        "\u{1}",
        "\u{1c}",
        "\u{1e}",
        "\u{10ffff}",
        "😀",
        "[todo] p-x = ",
    ];
    let piece = prop::sample::select(pieces).prop_map(str::to_owned);
    let text = prop::collection::vec(piece, 1..7).prop_map(|pieces| Element::Text(pieces.concat()));
    let element = prop_oneof![5 => text, 1 => Just(Element::Placeable("html-1".to_owned()))];
    prop::collection::vec(prop::collection::vec(element, 1..3), 1..4).prop_map(|segments| UnitText { segments })
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Missing,
    Current,
    Stale,
}

fn any_units() -> impl Strategy<Value = Vec<(UnitText, UnitText, Kind)>> {
    let kind = prop::sample::select(vec![Kind::Missing, Kind::Current, Kind::Stale]);
    prop::collection::vec((any_text(), any_text(), kind), 1..9)
}

fn desired(units: &[(UnitText, UnitText, Kind)], is_source: bool) -> Desired {
    let mut wanted = Desired { header: "Tarjuman · article x · xx from en".to_owned(), ..Desired::default() };
    for (nth, (source, target, kind)) in units.iter().enumerate() {
        if nth % 4 == 2 {
            wanted.items.push(Item::Group { title: format!("Heading {nth}"), earlier_titles: Vec::new() });
        }
        let body = match (is_source, kind) {
            (true, _) => Body::Lines { lines: write_lines(source), indent: 4 },
            (false, Kind::Missing) => Body::Todo,
            (false, Kind::Current) => Body::Lines { lines: write_lines(target), indent: 4 },
            (false, Kind::Stale) => Body::Lines { lines: write_lines(target), indent: 8 },
        };
        let notes =
            if is_source { Vec::new() } else { write_lines(source).iter().map(|line| Note::new("source", line)).collect() };
        let id = UnitId::from_str(&format!("p-{nth}")).unwrap();
        wanted.items.push(Item::Unit(UnitView { id, notes, body, restore: None, known_notes: Vec::new() }));
    }
    wanted
}

/// What a translator may add to a catalog, and what survives the tools too.
const BY_HAND: &str = "\n# Ann: a selector\np-hand =\n        A { -t.gender ->\n           *[m] M { \"\\u00A0\" }\n            [f] F { -t.number ->\n               *[m] x\n                [n] y\n            }\n        } b { -t(case: \"genitive\", n: 1) }\n        .title = T { \"{\" }\n        .alt = { \"\" }A\n\n-t = T\n    .gender = m\n    .number = x\n\n# [source] S\n# [todo] p-last =\n";

#[test]
fn other_tools_find_no_error_and_keep_every_text_and_note() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("interop");
    let _absent = std::fs::remove_dir_all(&root);
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    for nth in 0..CATALOGS {
        let units = any_units().new_tree(&mut runner).unwrap().current();
        let (source, mut target) = (fresh(&desired(&units, true)), fresh(&desired(&units, false)));
        let by_hand = if nth % 3 == 0 { BY_HAND } else { "" };
        target.push_str(by_hand);
        if nth % 5 == 0 {
            target = target.replace('\n', "\r\n");
        }
        for (locale, text) in [("en", source + by_hand), ("xx", target)] {
            let folder = root.join("in").join(locale);
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(format!("c{nth}.ftl")), text).unwrap();
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalog_interop.py");
    let ran = Command::new(python()).arg(script).arg(&root).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    let compared = [compare(&root, "moz"), compare(&root, "translate")];
    println!("{}{compared:?} units compared after moz.l10n and translate-toolkit", said.trim_end());
    assert!(compared.iter().all(|&units| units > CATALOGS));
}

/// Compares all catalogs with what a tool has written; returns how many units there were.
fn compare(root: &Path, tool: &str) -> usize {
    let mut units = 0;
    for nth in 0..CATALOGS {
        let name = format!("xx/c{nth}.ftl");
        let before = read(&std::fs::read_to_string(root.join("in").join(&name)).unwrap());
        let text = std::fs::read_to_string(root.join(tool).join(&name)).unwrap();
        let after = read(&text);
        assert_eq!(after.diagnostics, [], "{tool} {name}");
        for unit in before.units() {
            let now = after.unit(&unit.id).unwrap_or_else(|| panic!("{tool} {name} lost {}", unit.id));
            match (&unit.translation, &now.translation) {
                (Translation::Text(old), Translation::Text(new)) => assert_eq!(canonical(new), canonical(old), "{tool} {name}"),
                (old, new) => assert_eq!(new, old, "{tool} {name} {}", unit.id),
            }
            assert_eq!(now.notes, unit.notes, "{tool} {name} {}", unit.id);
            assert_eq!(now.comments, unit.comments, "{tool} {name} {}", unit.id);
            units += 1;
        }
        assert_eq!(after.units().count(), before.units().count());
        // Whatever the tool did to the layout, writing again settles it.
        let once = rewrite(&after, &Desired::default()).text;
        assert_eq!(once, text);
    }
    units
}

/// Copies the files below `folder` of the repository into the project.
fn copy(folder: &str, project: &Path) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    std::fs::create_dir_all(project.join(folder)).unwrap();
    for entry in std::fs::read_dir(source).unwrap().map(|entry| entry.unwrap()) {
        let below = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            copy(&below, project);
        } else {
            std::fs::copy(entry.path(), project.join(&below)).unwrap();
        }
    }
}

fn tarjuman(project: &Path, command: &str) -> serde_json::Value {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
    let output = tool.args([command, "--format", "json", "--project"]).arg(project).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{command}: {error}: {output:?}"))
}

#[test]
fn catalogs_that_other_programs_have_rewritten_keep_every_state() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path();
    ["examples/articles", "glossary", "locales"].iter().for_each(|folder| copy(folder, project));
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tarjuman.toml"), project.join("tarjuman.toml")).unwrap();
    // One translation is taken away, so that there is a `[todo]` note as well.
    let spanish = project.join("locales/es/recognition.ftl");
    let text = std::fs::read_to_string(&spanish).unwrap();
    let title = text.lines().find(|line| line.starts_with("title = ")).unwrap();
    std::fs::write(&spanish, text.replace(title, "# [todo] title =")).unwrap();
    tarjuman(project, "sync");
    let before = tarjuman(project, "status");
    assert_eq!(before["total"]["missing"], 1);
    assert!(before["total"]["stale"]["facts"].as_u64() > Some(0), "nothing is stale: {}", before["total"]);

    let rewrite = "import sys, pathlib, catalog_interop as c\n\
                   for path in map(pathlib.Path, sys.argv[2:]):\n    path.write_bytes(getattr(c, sys.argv[1])(path.read_bytes()))";
    for program in ["through_moz", "through_translate"] {
        let catalogs = ["es", "ps", "ru"].map(|locale| project.join(format!("locales/{locale}/recognition.ftl")));
        let read = || catalogs.each_ref().map(|path| std::fs::read_to_string(path).unwrap());
        let original = read();
        let mut command = Command::new(python());
        command.env("PYTHONPATH", Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")).env("PYTHONDONTWRITEBYTECODE", "1");
        let done = command.args(["-c", rewrite, program]).args(&catalogs).status().unwrap();
        assert!(done.success(), "{program} refuses a catalog");
        assert!(read() != original, "{program} has changed nothing, so this shows nothing");
        let synced = tarjuman(project, "sync");
        for (locale, report) in synced["articles"][0]["locales"].as_object().unwrap() {
            assert_eq!(report["recorded"], serde_json::json!({}), "{program}, {locale}");
        }
        assert_eq!(tarjuman(project, "status")["rows"], before["rows"], "{program}");
    }
}
