//! Catalogs as people and editors really leave them: every way to write a translation counts as one, every way to break an entry
//! is a finding that costs this entry alone, and no byte of anybody's work is changed.

mod support;

use support::{Run, TestProject};

const CATALOG: &str = "locales/es/a.ftl";
/// What makes any line start harmless to Fluent.
const GUARD: &str = "{ \"\" }";
const LEDGER: &str = "locales/es/a.ledger.toml";

/// An article of three paragraphs, synced.
fn project() -> TestProject {
    let config = "source-locale = \"en\"\ntarget-locales = [\"es\"]\n\n[[articles]]\nroot = \"articles\"\n\n[publish]\nmissing = \"fallback\"\n";
    let project = TestProject::new(config);
    project.write(
        "articles/a.md",
        "The first text has two sentences. This is one.\n\nThe second text is short.\n\nThe third text ends it.\n",
    );
    project.run(&["sync"]).exits(0);
    project
}

/// Writes an entry in place of the `[todo]` line of the first unit; `ID` stands for its id.
fn with_entry(entry: &str) -> TestProject {
    let project = project();
    let todo = format!("# [todo] {} =", ids(&project)[0]);
    project.replace(CATALOG, &todo, &entry.replace("ID", &ids(&project)[0]));
    project
}

fn ids(project: &TestProject) -> Vec<String> {
    let units = project.json(&["explain", "a"]);
    units["units"].as_array().unwrap().iter().map(|unit| unit["unit"].as_str().unwrap().to_owned()).collect()
}

/// How the first unit stands, and its lines.
fn standing(project: &TestProject) -> (String, Vec<String>) {
    let explained = project.json(&["explain", &format!("a#{}", ids(project)[0])]);
    let locale = &explained["locales"][0];
    let lines = locale["lines"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect();
    (locale["freshness"].as_str().unwrap().to_owned(), lines)
}

/// Syncs once, and asserts that a second sync writes nothing.
#[track_caller]
fn sync(project: &TestProject) -> Run {
    let run = project.run(&["sync"]);
    assert!(run.code < 2, "{run:?}");
    let files = project.snapshot();
    assert_eq!(project.run(&["sync"]).code, run.code);
    project.assert_is(&files, "by a second sync");
    run
}

#[test]
fn every_way_to_write_a_translation_counts_as_one() {
    let forms = [
        "ID = Texto.",
        "ID =\n    Texto.",
        "ID =\n  Texto.",
        "ID=Texto.",
        "# [todo] ID = Texto.",
        "#[todo] ID = Texto.",
        "[todo] ID = Texto.",
        " [todo] ID = Texto.",
        "# [todo] ID =\nID = Texto.",
        "ID = Texto.\n# [todo] ID =",
    ];
    for form in forms {
        let project = with_entry(form);
        let run = sync(&project);
        assert_eq!(run.code, 0, "{form:?}: {run:?}");
        assert_eq!(standing(&project), ("current".to_owned(), vec!["Texto.".to_owned()]), "{form:?}");
        assert!(!project.read(CATALOG).contains(&format!("[todo] {}", ids(&project)[0])), "{form:?}: {}", project.read(CATALOG));
        assert!(project.read(CATALOG).contains("# [source] This is one.\n"), "{form:?}");
        project.run(&["publish", "--to", "markdown"]).exits(0);
        assert!(project.read("public/markdown/es/a.md").starts_with("Texto.\n"), "{form:?}");
    }
}

#[test]
fn a_whole_block_uncommented_by_an_editor_is_the_translation_it_holds() {
    let project = project();
    let text = project.read(CATALOG);
    let at = text.find("# [source]").unwrap();
    let end = at + text[at..].find("\n\n").unwrap();
    let block = text[at..end].replace("# [", "[") + " Primera frase.\n    Segunda frase.";
    project.write(CATALOG, format!("{}{block}{}", &text[..at], &text[end..]));
    assert_eq!(sync(&project).code, 0);
    assert_eq!(standing(&project), ("current".to_owned(), vec!["Primera frase.".to_owned(), "Segunda frase.".to_owned()]));
    assert!(project.read(CATALOG).contains("# [source] The first text has two sentences.\n# [source] This is one.\n"));
}

#[test]
fn byte_order_mark_and_windows_line_ends_stay() {
    let project = with_entry("ID =\n    Una frase.\n    Otra más.");
    let text = format!("\u{FEFF}{}", project.read(CATALOG).replace('\n', "\r\n"));
    project.write(CATALOG, &text);
    assert_eq!(sync(&project).code, 0);
    assert_eq!(standing(&project), ("current".to_owned(), vec!["Una frase.".to_owned(), "Otra más.".to_owned()]));
    assert_eq!(project.read(CATALOG), text, "nothing about the file had to change");
    project.replace("articles/a.md", "This is one.", "This is two.");
    sync(&project);
    let text = project.read(CATALOG);
    assert!(
        text.starts_with("\u{FEFF}###")
            && text.contains("# [source] This is two.\r\n")
            && !text.replace("\r\n", "").contains('\n')
    );
    assert_eq!(standing(&project).0, "stale");
}

#[test]
fn attributes_selectors_and_calls_stay_as_they_are_written() {
    let entry = "# el traductor: ¿así?\nID =\n    { PLATFORM() ->\n        [mac] Texto mac.\n       *[other] Texto, { NUMBER(5, minimumFractionDigits: 1) }.\n    }\n    .nota = algo   \n    .otra =\n      más";
    let project = with_entry(entry);
    assert_eq!(sync(&project).code, 0);
    let written = entry.replace("ID", &ids(&project)[0]);
    assert!(project.read(CATALOG).contains(&written), "{}", project.read(CATALOG));
    assert_eq!(standing(&project).0, "current");
    // Of a stale one only the indentation changes.
    project.replace("articles/a.md", "This is one.", "This is 2.");
    sync(&project);
    assert_eq!(standing(&project).0, "stale");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    let message = &written[written.find(&ids(&project)[0]).unwrap()..];
    assert!(words(&project.read(CATALOG)).contains(&words(message)), "{}", project.read(CATALOG));
    project.replace("articles/a.md", "This is 2.", "This is one.");
    sync(&project);
    assert!(words(&project.read(CATALOG)).contains(&words(message)), "{}", project.read(CATALOG));
    assert_eq!(standing(&project).0, "current");
}

#[test]
fn a_text_that_fluent_cuts_off_is_unreadable_and_stays_byte_for_byte() {
    let lines = ["[corte](x) aquí.", "**corte** aquí.", "*corte* aquí.", ".NET aquí."];
    let mut entries: Vec<String> = lines.iter().map(|line| format!("ID =\n    Texto.\n    {line}")).collect();
    let broken = [
        "ID = Texto.\nsin sangría.",
        "ID = Texto { abierto.",
        "ID = Texto } cerrado.",
        "ID =",
        "ID = { $x -> }",
        "ID = { $x ->\n    [a] uno\n }",
        "ID = { \"sin fin }",
        "ID = { -term.attr }",
        "ID = uno\n\nID = dos",
    ];
    entries.extend(broken.map(str::to_owned));
    for entry in entries {
        let project = with_entry(&entry);
        let before = project.read(CATALOG);
        let run = sync(&project);
        assert_eq!(run.code, 1, "{entry}: {run:?}");
        assert!(run.stderr.contains(&format!("--> {CATALOG}:")) && run.stderr.contains("help: "), "{entry}: {run:?}");
        assert_eq!(standing(&project).0, "unreadable", "{entry}");
        assert_eq!(project.read(CATALOG), before, "{entry}: no todo, no note, nothing");
        let id = &ids(&project)[0];
        assert!(!project.read(LEDGER).contains("target ="), "{entry}: nothing is recorded");
        let run = project.run(&["publish", "--to", "markdown", "--locale", "es"]).exits(1).says(id);
        assert!(!project.path("public/markdown/es").exists(), "{run:?}");
        project.run(&["confirm", "es", &format!("a#{id}")]).exits(2).says("unreadable");
        let todo = project.json(&["todo", "es"]);
        assert_eq!(todo["items"][0]["why"], "unreadable", "{entry}");
    }
}

#[test]
fn a_broken_entry_keeps_what_was_recorded_of_it() {
    let project = with_entry("ID = Texto.");
    sync(&project);
    let recorded = project.read(LEDGER);
    let id = &ids(&project)[0];
    project.replace(CATALOG, &format!("{id} = Texto."), &format!("{id} = Texto {{ roto."));
    sync(&project);
    assert_eq!(project.read(LEDGER), recorded);
    project.replace(CATALOG, "Texto { roto.", "Texto.");
    assert_eq!(sync(&project).code, 0);
    assert_eq!(standing(&project).0, "current");
    assert_eq!(project.read(LEDGER), recorded);
}

#[test]
fn junk_comments_and_strangers_are_left_where_they_are() {
    let project = with_entry("ID = Texto.");
    let text = project.read(CATALOG);
    let extra =
        "\n# Un comentario suelto.\n\n## Un grupo mío\n\nesto no es fluent\n\n-termino = x\n\nunidad-ajena = ¿De quién?\n";
    project.write(CATALOG, format!("{text}{extra}"));
    let run = sync(&project);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("unknown-unit") && run.stderr.contains("unidad-ajena"), "{run:?}");
    assert!(project.read(CATALOG).ends_with(extra), "{}", project.read(CATALOG));
    assert_eq!(standing(&project).0, "current");
    project.replace("articles/a.md", "This is one.", "This is 2.");
    sync(&project);
    assert!(project.read(CATALOG).ends_with(extra), "{}", project.read(CATALOG));
}

#[test]
fn a_translation_taken_away_on_purpose_is_missing_again() {
    let project = with_entry("# mi comentario\nID = Texto.");
    sync(&project);
    let id = ids(&project)[0].clone();
    project.replace(CATALOG, &format!("{id} = Texto.\n"), "");
    sync(&project);
    assert_eq!(standing(&project).0, "missing");
    let text = project.read(CATALOG);
    assert!(text.contains(&format!("# [todo] {id} =")) && text.contains("# mi comentario"), "{text}");
    // It is not forgotten what it rendered, should it come back.
    project.replace(CATALOG, &format!("# [todo] {id} ="), &format!("{id} = Texto."));
    project.replace("articles/a.md", "This is one.", "This is 2.");
    let report = project.json(&["sync"]);
    assert_eq!(report["articles"][0]["locales"]["es"]["recorded"]["ledger"], 1, "{report}");
    assert_eq!(standing(&project).0, "stale");
}

#[test]
fn references_to_the_glossary_are_rendered_when_publishing() {
    let project = with_entry("ID = Los { -taliban } y { -taliban(case: \"upper\") }.");
    project.write("glossary/es.ftl", "-taliban = { $case ->\n   *[lower] talibanes\n    [upper] TALIBANES\n }\n");
    assert_eq!(sync(&project).code, 0);
    project.run(&["publish", "--to", "markdown"]).exits(0);
    assert!(project.read("public/markdown/es/a.md").starts_with("Los talibanes y TALIBANES.\n"));
    // A change of the glossary changes what is published without touching a translation.
    let catalog = project.read(CATALOG);
    project.replace("glossary/es.ftl", "talibanes", "talibán");
    project.run(&["publish", "--to", "markdown"]).exits(0);
    assert!(project.read("public/markdown/es/a.md").starts_with("Los talibán y TALIBANES.\n"));
    assert_eq!(project.read(CATALOG), catalog);
    project.replace("glossary/es.ftl", "-taliban", "-talib");
    project.run(&["publish", "--to", "markdown", "--locale", "es"]).exits(1).says("-taliban");
    assert!(project.read("public/markdown/es/a.md").starts_with("Los talibán y TALIBANES.\n"), "what is out stays out");
}

#[test]
fn what_a_translation_may_not_add_holds_it_back() {
    let hostile = [
        "Texto <script>alert(1)</script>.",
        "Texto [x](javascript:alert(1)).",
        "Texto ![x](https://evil.example/x.png).",
        "Texto { $html-9 }.",
        "Texto { $nadie }.",
        "Texto { -nadie }.",
        "Texto <b onclick=\"x()\">a</b>.",
    ];
    for text in hostile {
        let project = with_entry(&format!("ID = {text}"));
        sync(&project);
        let run = project.run(&["publish", "--to", "markdown", "--locale", "es"]);
        let shown = std::fs::read_to_string(project.path("public/markdown/es/a.md")).unwrap_or_default();
        let harmless = shown.replace("\\<", "").replace("&lt;", "");
        assert!(
            run.code == 1 || !["<script", "<b", "javascript:", "evil"].iter().any(|bad| harmless.contains(bad)),
            "{text}: {shown}"
        );
        assert!(run.code != 1 || run.stdout.contains(&ids(&project)[0]), "{text}: {run:?}");
    }
    for text in [
        "15. enero",
        "- Da",
        "# cabecera",
        "1) uno",
        "> cita",
        "| celda |",
        "+ más",
        "===",
        "---",
        "    código",
        "{ \"{\" }% x %{ \"}\" }",
    ] {
        let project = with_entry(&format!("ID =\n    {GUARD}{text}\n    {GUARD}{text}"));
        sync(&project);
        let run = project.run(&["publish", "--to", "markdown", "--locale", "es"]);
        if run.code == 0 {
            let shown = project.read("public/markdown/es/a.md");
            assert_eq!(shown.matches("\n\n").count(), 2, "{text}: three paragraphs it was, and is: {shown}");
        } else {
            run.says(&ids(&project)[0]);
        }
    }
}
