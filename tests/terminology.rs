//! The verbs of the glossary, through the binary: listing, finding, adding, renaming, impact, applying, suggesting.

mod support;

use support::TestProject;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"es\", \"ru\"]\n\n[[articles]]\nroot = \"articles\"\nfront-matter = [\"title\"]\n";
const ARTICLE: &str = "---\ntitle: The embassy\n---\n\n# News\n\nThe embassy opened on Monday.\n\nThe gates of the embassy stay open.\n\n\
Nothing else happened in the town.\n\nOld staff of the embassies left.\n";
const EN: &str = "### Terms\n\n# The building too.\n-embassy =\n    { $number ->\n       *[one] embassy\n        [other] embassies\n    }\n    .definition = A mission.\n\n\
-town = town\n";
const ES: &str =
    "-embassy =\n    { $number ->\n       *[one] embajada\n        [other] embajadas\n    }\n    .gender = feminine\n";
const RU: &str = "-embassy =\n    { $case ->\n       *[nominative] посольство\n        [genitive] посольства\n        [dative] посольству\n    }\n\n\
# Who asks for it.\n-visa-office = отдел { -embassy(case: \"genitive\") }\n";

/// A synced project with a glossary and translations of every unit, each by the place of its unit.
fn project(es: [&str; 6], ru: [&str; 6]) -> TestProject {
    let project = TestProject::new(CONFIG);
    project.write("articles/news.md", ARTICLE);
    project.write("glossary/en.ftl", EN);
    project.write("glossary/es.ftl", ES);
    project.write("glossary/ru.ftl", RU);
    project.run(&["sync"]).exits(0);
    for (locale, texts) in [("es", es), ("ru", ru)] {
        let todo = project.json(&["todo", locale]);
        let items = todo["items"].as_array().unwrap();
        assert_eq!(items.len(), 6);
        for (item, text) in items.iter().zip(texts) {
            let address = format!("news#{}", item["unit"].as_str().unwrap());
            project.run(&["set", locale, &address, text, "--by", "A. Name"]).exits(0);
        }
    }
    project
}

const ES_TEXTS: [&str; 6] = [
    "La embajada",
    "Noticias",
    "La embajada abrió el lunes.",
    "Las puertas de la embajada siguen abiertas.",
    "Nada más pasó.",
    "Empleados de las embajadas se fueron.",
];
const RU_TEXTS: [&str; 6] = [
    "Посольство",
    "Новости",
    "В понедельник открылось { -embassy }.",
    "Ворота { -embassy(case: \"genitive\") } открыты.",
    "Больше ничего.",
    "Сотрудники посольств уехали.",
];

#[test]
fn a_term_is_listed_and_found_in_any_form() {
    let project = project(ES_TEXTS, RU_TEXTS);
    let list = project.json(&["glossary", "list"]);
    let terms: Vec<&str> = list["terms"].as_array().unwrap().iter().map(|term| term["term"].as_str().unwrap()).collect();
    assert_eq!(terms, ["embassy", "town", "visa-office"]);
    assert_eq!(list["terms"][0]["entries"][0]["line"], 4);
    assert_eq!(list["terms"][1]["missing"], serde_json::json!(["es", "ru"]));
    for (text, term, locale, kind) in [
        ("embassies", "embassy", "en", "form"),
        ("посольством", "embassy", "ru", "inflected"),
        ("in two embassies' gardens", "embassy", "en", "inflected"),
        ("embaj", "embassy", "es", "part"),
        ("visa-office", "visa-office", "ru", "name"),
    ] {
        let found = project.json(&["glossary", "find", text]);
        let hit = found["found"]
            .as_array()
            .unwrap()
            .iter()
            .any(|found| found["term"] == term && found["entry"]["locale"] == locale && found["kind"] == kind);
        assert!(hit, "{text}: {found:#}");
    }
    assert_eq!(project.json(&["glossary", "find", "nowhere"])["found"], serde_json::json!([]));
}

#[test]
fn a_term_is_added_and_everything_else_keeps_its_bytes() {
    let project = TestProject::new(CONFIG);
    project.write("articles/news.md", ARTICLE);
    let before = format!("{EN}\n-broken = {{ $x\n\n# The last comment, without a line end");
    project.write("glossary/en.ftl", &before);
    project.write("glossary/es.ftl", ES.replace('\n', "\r\n"));
    let snapshot = project.snapshot();
    let add =
        ["glossary", "add", "harbour", "harbour", "--locale", "es=puerto", "--forbidden", "es:bahía", "--comment", "Not a bay."];
    project.run(&[&add[..], &["--dry-run"]].concat()).exits(0).says("would add");
    project.assert_is(&snapshot, "by a dry run");
    project.run(&add).exits(0);
    assert_eq!(project.read("glossary/en.ftl"), format!("{before}\n\n# Not a bay.\n-harbour = harbour\n"));
    let es = project.read("glossary/es.ftl");
    assert_eq!(es, format!("{}\r\n-harbour = puerto\r\n    .forbidden = bahía\r\n", ES.replace('\n', "\r\n")));
    project.run(&add).exits(2).says("defined already");
    project.run(&["glossary", "add", "broken", "x"]).exits(2).says("defined already");
    project.run(&["undo"]).exits(0);
    project.assert_is(&snapshot, "after undo");
}

#[test]
fn what_no_term_can_be_is_refused_with_nothing_written() {
    let project = TestProject::new(CONFIG);
    project.write("articles/news.md", ARTICLE);
    project.write("glossary/en.ftl", EN);
    let snapshot = project.snapshot();
    let long = "x".repeat(101);
    for arguments in [
        vec!["9x", "text"],
        vec!["", "text"],
        vec!["a b", "text"],
        vec!["x{", "text"],
        vec!["naïve", "text"],
        vec![long.as_str(), "text"],
        vec!["empty", "  \n "],
        vec!["x", "t", "--match", "loosely"],
        vec!["x", "t", "--gender", "es:none"],
        vec!["x", "t", "--locale", "de=T"],
        vec!["x", "t", "--locale", "es"],
        vec!["x", "t", "--form", "en:case=gen=u"],
        vec!["x", "t", "--form", "en:case=nom=t", "--form", "en:case=nom=u"],
        vec!["x", "t", "--form", "en:case=nom=t", "--form", "en:number=one=u"],
        vec!["x", "t", "--form", "en:ca se=nom=t"],
    ] {
        project.run(&[&["glossary", "add"][..], &arguments].concat()).exits(2);
        project.assert_is(&snapshot, &format!("by {arguments:?}"));
    }
}

#[test]
fn hostile_values_read_back_as_they_were() {
    let project = TestProject::new(CONFIG);
    project.write("articles/news.md", ARTICLE);
    project.write("glossary/en.ftl", EN);
    let long = "long ".repeat(2_000).trim().to_owned();
    let texts = [
        "{ $x }",
        "{",
        "}}",
        "\"quoted\" \\ back",
        "[x",
        "*x",
        ".x",
        "# x",
        "-x = y",
        "=1+1",
        "a\tb",
        "\u{1}bell\u{7}",
        "\u{202e}rtl",
        "نص عربي",
        "e\u{301}",
        "{ -embassy }",
        "\u{feff}x",
        "x\\",
        "字",
        "a\u{200c}b",
        long.as_str(),
    ];
    for (nth, text) in texts.iter().enumerate() {
        let snapshot = project.snapshot();
        let (id, spanish) = (format!("t{nth}-x"), format!("es={text}"));
        let (also, definition, form) = (format!("--also={text}"), format!("--definition={text}"), format!("en:case=a={text}"));
        let options = ["--locale", &spanish, &also, &definition, "--form", &form, "--form", "en:case=b=other"];
        let run = [&["glossary", "add"][..], &options, &["--", &id, text]].concat();
        project.run(&run).exits(0);
        let list = project.json(&["glossary", "list"]);
        let term = list["terms"].as_array().unwrap().iter().find(|term| term["term"] == id.as_str()).unwrap();
        let (en, es) = (&term["entries"][0], &term["entries"][1]);
        assert_eq!(en["forms"][0]["text"], text.trim(), "{text:?}");
        assert_eq!(en["forms"][1]["text"], "other");
        assert_eq!((&en["also"][0], &en["definition"][0]), (&serde_json::json!(text.trim()), &serde_json::json!(text.trim())));
        assert_eq!(es["forms"][0]["text"], text.trim());
        assert_eq!(list["terms"][0]["term"], "embassy");
        project.run(&["undo"]).exits(0);
        project.assert_is(&snapshot, &format!("after undo of {text:?}"));
        project.run(&["redo"]).exits(0);
    }
}

#[test]
fn a_rename_reaches_every_reference_and_nothing_looks_newer_for_it() {
    let project = project(ES_TEXTS, RU_TEXTS);
    // A reference in a variant, one in a waiting `[todo]`, one in a comment of a person, one through another term.
    let catalog = project.read("locales/ru/news.ftl");
    let unit = catalog.lines().find(|line| line.starts_with("p-nothing")).unwrap().split(' ').next().unwrap().to_owned();
    project.run(&["set", "ru", &format!("news#{unit}"), "Пусто { -visa-office }."]).exits(0);
    project.replace("locales/ru/news.ftl", "## News", "## News\n\n# { -embassy } stays here: people wrote it.\n");
    project.run(&["sync"]);
    project.run(&["confirm", "ru", "news", "--all", "--state", "reviewed", "--by", "B. Name"]).exits(0);
    project.run(&["publish", "--draft", "--to", "markdown"]);
    let (status, page) = (project.json(&["status"]), project.json(&["explain", &format!("news#{unit}")]));
    let snapshot = project.snapshot();
    project.run(&["glossary", "rename", "-embassy", "mission", "--dry-run"]).exits(1);
    project.assert_is(&snapshot, "by a dry run");
    project.run(&["glossary", "rename", "embassy", "mission"]).exits(1).says("still stands here");
    let after = project.read("locales/ru/news.ftl");
    assert!(after.contains("{ -mission(case: \"genitive\") }") && after.contains("открылось { -mission }"), "{after}");
    assert!(after.contains("# { -embassy } stays here"), "{after}");
    assert!(project.read("glossary/ru.ftl").contains("-visa-office = отдел { -mission(case: \"genitive\") }"));
    assert!(["en", "es", "ru"].iter().all(|locale| !project.read(&format!("glossary/{locale}.ftl")).contains("-embassy")));
    assert_eq!(project.json(&["status"]), status);
    assert_eq!(project.json(&["explain", &format!("news#{unit}")])["locales"], page["locales"]);
    project.run(&["sync", "--check"]).exits(0);
    project.run(&["glossary", "rename", "mission", "town"]).exits(2).says("taken");
    project.run(&["glossary", "rename", "nobody", "x"]).exits(2).says("no glossary has");
    project.run(&["glossary", "rename", "mission", "9"]).exits(2);
    project.run(&["undo"]).exits(0);
    project.assert_is(&snapshot, "after undo");
}

#[test]
fn a_rename_reaches_translations_that_wait_in_ledgers() {
    let project = project(ES_TEXTS, RU_TEXTS);
    project.replace("articles/news.md", "The gates of the embassy stay open.\n\n", "");
    project.run(&["sync"]);
    assert!(project.read("locales/ru/news.ledger.toml").contains("-embassy(case"));
    project.run(&["glossary", "rename", "embassy", "mission"]).exits(0);
    assert!(!project.read("locales/ru/news.ledger.toml").contains("{ -embassy"));
    project.write("articles/news.md", ARTICLE);
    project.run(&["sync"]);
    assert!(project.read("locales/ru/news.ftl").contains("Ворота { -mission(case: \"genitive\") } открыты."));
    let status = project.json(&["status", "--locale", "ru"]);
    assert_eq!(status["rows"][0]["current"], 6, "{status:#}");
}

#[test]
fn impact_says_how_every_unit_renders_a_term_and_where() {
    let mut es = ES_TEXTS;
    es[2] = "La legación abrió el lunes.";
    es[3] = "Las puertas siguen abiertas.";
    let project = project(es, RU_TEXTS);
    project.replace("glossary/es.ftl", "    .gender = feminine\n", "    .gender = feminine\n    .forbidden = legación\n");
    project.run(&["sync"]);
    let report = project.run(&["glossary", "impact", "-embassy", "--format", "json"]).exits(1).json();
    let rows = |locale: &str| -> Vec<(String, String)> {
        let own = report["units"].as_array().unwrap().iter().filter(|unit| unit["locale"] == locale);
        own.map(|unit| (unit["rendered"].as_str().unwrap().to_owned(), unit["text"].as_str().unwrap().to_owned())).collect()
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        rows("es"),
        [pair("form", "embajada"), pair("forbidden", "legación"), pair("missing", ""), pair("form", "embajadas")]
    );
    assert_eq!(
        rows("ru"),
        [
            pair("form", "Посольство"),
            pair("reference", "{ -embassy }"),
            pair("reference", "{ -embassy(case: \"genitive\") }"),
            pair("inflected", "посольств")
        ]
    );
    // Positions lead to the text.
    for unit in report["units"].as_array().unwrap().iter().filter(|unit| unit["text"] != "") {
        let file = project.read(unit["path"].as_str().unwrap());
        let (line, column) = (unit["line"].as_u64().unwrap() as usize, unit["column"].as_u64().unwrap() as usize);
        let rest: String = file.lines().nth(line - 1).unwrap().chars().skip(column - 1).collect();
        assert!(rest.starts_with(unit["text"].as_str().unwrap()), "{unit:#} leads to {rest:?}");
        let article = project.read(unit["source_path"].as_str().unwrap());
        let source = article.lines().nth(unit["source_line"].as_u64().unwrap() as usize - 1).unwrap();
        assert!(source.contains(unit["source"].as_str().unwrap()), "{unit:#} leads to {source:?}");
    }
    project.run(&["glossary", "impact", "nobody"]).exits(2);
    project.run(&["glossary", "impact", "embassy", "--locale", "ru"]).exits(0);
}

/// The forms of a term changed in the file, after a sync with the old ones that the journal remembers.
fn changed(project: &TestProject) {
    project.run(&["glossary", "add", "probe", "probe", "--locale", "es=sonda", "--locale", "ru=зонд"]).exits(0);
    let es = project.read("glossary/es.ftl").replace("embajada", "legación").replace("legacións", "legaciones");
    project.write("glossary/es.ftl", es);
}

#[test]
fn a_changed_term_is_applied_where_the_form_is_certain() {
    let mut es = ES_TEXTS;
    es[3] = "Las puertas de la embajada-museo siguen abiertas.";
    let project = project(es, RU_TEXTS);
    project.run(&["confirm", "es", "news", "--all", "--state", "reviewed", "--by", "B. Name"]).exits(0);
    changed(&project);
    let before = project.snapshot();
    let report = project.run(&["glossary", "apply", "embassy", "--dry-run", "--format", "json"]).exits(1).json();
    project.assert_is(&before, "by a dry run");
    let applied: Vec<(&str, &str)> = report["applied"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["from"].as_str().unwrap(), row["to"].as_str().unwrap()))
        .collect();
    assert_eq!(applied, [("embajada", "legación"), ("embajada", "legación"), ("embajadas", "legaciones")]);
    let left = report["left"].as_array().unwrap();
    assert_eq!(left.len(), 1, "{left:#?}");
    assert!(left[0]["why"].as_str().unwrap().contains("attached"));
    let freshness = project.json(&["status", "--locale", "es"])["rows"][0]["stale"].clone();
    project.run(&["glossary", "apply", "embassy"]).exits(1);
    let catalog = project.read("locales/es/news.ftl");
    for text in ["La legación\n", "La legación abrió el lunes.", "de la embajada-museo siguen", "de las legaciones se fueron"]
    {
        assert!(catalog.contains(text), "{text}: {catalog}");
    }
    let status = project.json(&["status", "--locale", "es"]);
    assert_eq!(status["rows"][0]["stale"], freshness);
    assert_eq!(status["rows"][0]["current"], 6);
    // Three texts are others than those that were signed; the rest keeps its sign-off, and everything its translator.
    let ledger = project.read("locales/es/news.ledger.toml");
    assert_eq!(
        (ledger.matches("state = \"reviewed\"").count(), ledger.matches("translator = \"A. Name\"").count()),
        (3, 6),
        "{ledger}"
    );
    let once = project.snapshot();
    project.run(&["glossary", "apply", "embassy"]).exits(1).says("replaced 0 renderings");
    project.assert_is(&once, "by a second apply");
    project.run(&["undo"]).exits(0);
    project.assert_is(&before, "after undo");
}

#[test]
fn forms_that_only_git_remembers_are_found_and_replaced() {
    let project = project(ES_TEXTS, RU_TEXTS);
    project.git(&["init", "--quiet"]);
    project.commit("the old term");
    project.write("glossary/es.ftl", ES.replace("embajada", "legación").replace("legacións", "legaciones"));
    project.commit("the new term");
    // Without the journal, which is not committed, and without git nobody knows what the texts were.
    for folder in [".tarjuman", ".git"] {
        let _ = std::fs::rename(project.path(folder), project.outside().join(folder));
    }
    let rendered = |project: &TestProject| -> Vec<String> {
        let report: serde_json::Value = serde_json::from_slice(
            &project.command(&["glossary", "impact", "embassy", "--locale", "es", "--format", "json"]).output().unwrap().stdout,
        )
        .unwrap();
        report["units"].as_array().unwrap().iter().map(|unit| unit["rendered"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rendered(&project), ["missing"; 4]);
    std::fs::rename(project.outside().join(".git"), project.path(".git")).unwrap();
    assert_eq!(rendered(&project), ["earlier"; 4]);
    project.run(&["glossary", "apply", "embassy", "--locale", "es"]).exits(0).says("replaced 4 renderings");
    let catalog = project.read("locales/es/news.ftl");
    for text in ["La legación\n", "La legación abrió el lunes.", "de la legación siguen", "de las legaciones se fueron"] {
        assert!(catalog.contains(text), "{text}: {catalog}");
    }
    assert_eq!(rendered(&project), ["form"; 4]);
}

#[test]
fn which_variant_is_meant_is_not_guessed() {
    let mut ru = RU_TEXTS;
    ru[2] = "В понедельник открылось представительство.";
    ru[3] = "Ворота представительства открыты.";
    let project = project(ES_TEXTS, ru);
    let before = project.snapshot();
    // Nobody knows which form the forbidden text is: the term has several.
    let report =
        project.run(&["glossary", "apply", "embassy", "--from", "представительство", "--format", "json"]).exits(1).json();
    assert_eq!(report["applied"], serde_json::json!([]));
    assert!(report["left"].to_string().contains("cannot be told"), "{report:#}");
    project.assert_is(&before, "where nothing is certain");
    // With the old forms in the glossary's history each goes to its own.
    let old = "-embassy =\n    { $case ->\n       *[nominative] представительство\n        [genitive] представительства\n        [dative] представительству\n    }\n";
    project.write("glossary/ru.ftl", old);
    project.run(&["glossary", "add", "probe", "probe", "--locale", "ru=зонд"]).exits(0);
    project.write("glossary/ru.ftl", RU);
    project.run(&["glossary", "apply", "embassy", "--locale", "ru"]).exits(0);
    let catalog = project.read("locales/ru/news.ftl");
    assert!(catalog.contains("открылось посольство.") && catalog.contains("Ворота посольства открыты."), "{catalog}");
}

#[test]
fn references_take_the_place_of_texts_where_one_variant_fits() {
    let project = project(ES_TEXTS, RU_TEXTS);
    let run = project.run(&["glossary", "apply", "embassy", "--reference", "--locale", "es"]).exits(0);
    run.says("replaced 4 renderings");
    let catalog = project.read("locales/es/news.ftl");
    assert!(
        catalog.contains("La { -embassy } abrió el lunes.") && catalog.contains("de las { -embassy(number: \"other\") } se"),
        "{catalog}"
    );
    project.run(&["publish", "--draft", "--to", "markdown", "--locale", "es", "--out", "out"]);
    let page = std::fs::read_to_string(project.path("out/es/news.md")).unwrap();
    assert!(page.contains("La embajada abrió el lunes.") && page.contains("Empleados de las embajadas se fueron."), "{page}");
}

#[test]
fn suggestions_are_names_acronyms_and_phrases_that_the_glossary_lacks() {
    let project = TestProject::new(CONFIG);
    let article = "# Trade\n\nYesterday the Central Bank of Freedonia raised rates. However, NATO said nothing.\n\n\
        The emergency loan programme ended. Yesterday, the emergency loan programme of the Central Bank of Freedonia was criticised.\n\n\
        Critics of the emergency loan programme met near the embassy. NATO agreed with the Embassy. Later it rained.\n";
    project.write("articles/trade.md", article);
    project.write("glossary/en.ftl", EN);
    let report = project.json(&["glossary", "suggest"]);
    let found: Vec<(String, String, u64)> = report["suggestions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| {
            (own["text"].as_str().unwrap().to_owned(), own["kind"].as_str().unwrap().to_owned(), own["count"].as_u64().unwrap())
        })
        .collect();
    let has = |text: &str, kind: &str, count: u64| found.contains(&(text.to_owned(), kind.to_owned(), count));
    assert!(has("Central Bank of Freedonia", "name", 2), "{found:?}");
    assert!(has("NATO", "acronym", 2) && has("emergency loan programme", "phrase", 3), "{found:?}");
    for junk in ["Yesterday", "However", "Later", "The", "Embassy", "embassy", "Critics", "of the"] {
        assert!(found.iter().all(|(text, ..)| text != junk), "{junk}: {found:?}");
    }
    assert_eq!(found[0].0, "emergency loan programme");
    assert!(report["suggestions"][0]["places"][0]["unit"].as_str().unwrap().starts_with("p-"));
    let limited = project.json(&["glossary", "suggest", "--limit", "1"]);
    assert_eq!(
        (limited["suggestions"].as_array().unwrap().len(), limited["more"].as_u64().unwrap() as usize),
        (1, found.len() - 1)
    );
}

#[test]
fn suggestions_work_without_capitals_and_without_spaces() {
    let project = TestProject::new(&CONFIG.replace("\"en\"", "\"zh\""));
    project.write(
        "articles/a.md",
        "伊斯兰酋长国宣布开放。我们认为伊斯兰酋长国很大。\n\n记者访问了伊斯兰酋长国的首都。天气很好,伊斯兰酋长国也很好。\n",
    );
    let report = project.json(&["glossary", "suggest"]);
    assert_eq!(report["suggestions"][0]["text"], "伊斯兰酋长国", "{report:#}");
    assert_eq!(report["suggestions"][0]["count"], 4);
    let arabic = TestProject::new(&CONFIG.replace("\"en\"", "\"ar\""));
    arabic.write(
        "articles/a.md",
        "زار الوفد محكمة العدل أمس.\n\nقالت محكمة العدل إن القرار نهائي.\n\nوصل القضاة إلى محكمة العدل.\n",
    );
    let report = arabic.json(&["glossary", "suggest"]);
    assert_eq!(report["suggestions"][0]["text"], "محكمة العدل", "{report:#}");
}
