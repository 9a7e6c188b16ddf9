//! `tarjuman check` through the binary: what the rules of the glossary find, where, and what becomes of it.

mod support;

use serde_json::Value;
use support::TestProject;

const CONFIG: &str = "source-locale = \"en\"\ntarget-locales = [\"ru\"]\n\n[[articles]]\nroot = \"articles\"\n";
const ENGLISH: &str = "-envoy = envoy\n-emirate = Islamic Emirate\n-tass = TASS\n    .translate = no\n";
const RUSSIAN: &str = "-envoy = { $case ->\n   *[nominative] посол\n    [genitive] посла\n }\n\
    -emirate = Исламский Эмират\n    .forbidden = Исламистский Эмират\n";

/// A project in Russian with one article whose paragraphs are `texts`, translated one by one.
fn project(config: &str, texts: &[(&str, &str)]) -> TestProject {
    let project = TestProject::new(config);
    let article: Vec<&str> = texts.iter().map(|(source, _)| *source).collect();
    project.write("articles/visit.md", format!("---\ntitle: News\n---\n\n{}\n", article.join("\n\n")));
    project.run(&["sync"]).exits(0);
    for (unit, (_, target)) in units(&project).into_iter().zip(texts) {
        if !target.is_empty() {
            project.run(&["set", "ru", &format!("visit#{unit}"), target]).exits(0);
        }
    }
    project.write("glossary/en.ftl", ENGLISH);
    project.write("glossary/ru.ftl", RUSSIAN);
    project.run(&["sync"]).exits(0);
    project
}

/// The paragraphs of the article.
fn units(project: &TestProject) -> Vec<String> {
    let report = project.json(&["explain", "visit"]);
    let units = report["units"].as_array().expect("units").iter();
    units.map(|unit| unit["unit"].as_str().expect("an id").to_owned()).filter(|unit| unit.starts_with("p-")).collect()
}

fn findings(report: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = report["findings"].as_array().expect("findings").iter();
    all.map(|finding| (text(&finding["rule"]), text(&finding["message"]))).collect()
}

/// The text that a region of a finding names by line and column, read from the file.
fn at(project: &TestProject, region: &Value) -> String {
    let number = |key: &str| usize::try_from(region[key].as_u64().expect("a number")).expect("it is small");
    let text = project.read(region["path"].as_str().expect("a path"));
    let offset = |line: usize, column: usize| {
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        start + text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
    };
    text[offset(number("line"), number("column"))..offset(number("end_line"), number("end_column"))].to_owned()
}

#[test]
fn a_missing_term_is_found_with_its_places_on_both_sides() {
    let project = project(CONFIG, &[("Both **envoys**\nmet in Kabul.", "Оба дипломата встретились.")]);
    let report = project.json(&["check"]);
    assert_eq!(findings(&report), [("term-missing".to_owned(), "`envoys` is not rendered as `-envoy`".to_owned())]);
    let finding = &report["findings"][0];
    assert_eq!(at(&project, &finding["source"]), "envoys");
    assert_eq!((&finding["source"]["line"], &finding["source"]["column"]), (&5.into(), &8.into()));
    assert_eq!(at(&project, &finding["target"]), "Оба дипломата встретились.");
    assert_eq!(finding["severity"], "warning");
    assert_eq!(finding["term"], "envoy");
    project.run(&["check"]).exits(1).says("term-missing").says("articles/visit.md:5:8");
}

#[test]
fn what_the_glossary_accepts_is_no_finding() {
    let texts = [
        ("The envoy left.", "Посол уехал."),
        ("A house of the envoy.", "Дом { -envoy(case: \"genitive\") }."),
        ("The envoys met.", "Встреча послов."),
        ("News of TASS.", "Новости TASS."),
        ("Nothing at all.", "Ничего."),
    ];
    let report = project(CONFIG, &texts).json(&["check"]);
    assert_eq!(findings(&report), []);
    assert_eq!(report["translations"], 5);
}

#[test]
fn a_forbidden_form_is_pointed_at_also_behind_markup_and_over_several_lines() {
    let texts = [("The Islamic Emirate.\nIt spoke.", "Здесь *Исламистский Эмират*.\nОн сказал.")];
    let project = project(CONFIG, &texts);
    let report = project.json(&["check", "--rule", "term-forbidden"]);
    let finding = &report["findings"][0];
    assert_eq!(at(&project, &finding["target"]), "Исламистский Эмират");
    assert_eq!(at(&project, &finding["source"]), "Islamic Emirate");
    assert_eq!(finding["fix"], "Исламский Эмират");
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_term_that_is_not_to_be_translated_and_was_is_found() {
    let report = project(CONFIG, &[("News of TASS.", "Новости ТАСС.")]).json(&["check"]);
    assert_eq!(findings(&report)[0].0, "term-not-kept");
}

#[test]
fn references_are_found_where_they_stand() {
    let texts = [
        ("One.", "Вот { -envoi }."),
        ("Two.", "Вот { -envoy(case: \"Genitive\") } и { -envoy(case: \"dative\") }."),
        ("Three.", "Вот { -tass }."),
        ("Four.", "Вот { -envoy.gendr ->\n    [feminine] она\n   *[other] он\n }."),
        ("Five.", "Вот { -envoy.gender ->\n    [feminine] она\n   *[other] он\n }."),
    ];
    let project = project(CONFIG, &texts);
    let glossary = project.read("glossary/ru.ftl");
    project.write("glossary/ru.ftl", glossary.replace("\n-emirate", "\n    .gender = masculine\n-emirate"));
    let report = project.json(&["check"]);
    let all = report["findings"].as_array().expect("findings");
    let shown: Vec<(&str, String, &Value)> = all
        .iter()
        .map(|finding| (finding["rule"].as_str().expect("a rule"), at(&project, &finding["target"]), &finding["fix"]))
        .collect();
    let none = Value::Null;
    assert_eq!(
        shown,
        [
            ("unknown-term", "-envoi".to_owned(), &"-envoy".into()),
            ("unknown-variant", "Genitive".to_owned(), &"genitive".into()),
            ("unknown-variant", "dative".to_owned(), &none),
            ("missing-locale-form", "-tass".to_owned(), &none),
            ("unknown-variant", "gendr".to_owned(), &"gender".into()),
        ]
    );
    project.run(&["publish", "--to", "markdown", "--dry-run"]).exits(1);
}

#[test]
fn terms_in_a_circle_are_found_and_a_long_chain_is_none() {
    let project = project(CONFIG, &[("One.", "Раз.")]);
    let chain: String = (0..20_000).map(|at| format!("-c{at} = {{ -c{} }}\n", at + 1)).collect();
    project.write(
        "glossary/ru.ftl",
        format!("-a = {{ -b }}\n-b = x {{ -c }}\n-c = {{ -a }}\n-d = {{ -d }}\n{chain}-c20000 = конец\n"),
    );
    let report = project.json(&["check"]);
    let found = findings(&report);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], ("reference-cycle".into(), "terms refer to one another in a circle: `-a → -b → -c → -a`".into()));
    assert_eq!(found[1].1, "terms refer to one another in a circle: `-d → -d`");
    let place = &report["findings"][0]["target"];
    assert_eq!(
        (place["path"].as_str(), place["line"].as_u64(), place["column"].as_u64()),
        (Some("glossary/ru.ftl"), Some(3), Some(8))
    );
    assert_eq!(report["findings"][0]["article"], Value::Null);
}

#[test]
fn levels_severity_and_fail_on_decide_what_is_shown_and_the_exit_code() {
    let texts = [("The envoy of TASS.", "Дипломат TASS.")];
    let project = project(CONFIG, &texts);
    project.run(&["check"]).exits(1);
    project.run(&["check", "--fail-on", "error"]).exits(0).says("term-missing");
    project.run(&["check", "--fail-on", "never"]).exits(0);
    let errors = project.json(&["check", "--severity", "error"]);
    assert_eq!((findings(&errors), &errors["counts"]["warning"]), (Vec::new(), &1.into()));
    project.run(&["check", "--rule", "unknown-term"]).exits(0);
    project.run(&["check", "--rule", "unknown-rule"]).exits(2).says("unknown-rule");
    project.run(&["check", "--locale", "fr"]).exits(2);
    project.run(&["check", "visits"]).exits(2);
    project.write("tarjuman.toml", format!("{CONFIG}\n[check]\nterm-missing = \"off\"\n"));
    project.run(&["check"]).exits(0);
    project.run(&["check", "--rule", "term-missing"]).exits(1);
    project.run(&["check", "--list"]).exits(0).says("off");
    project.write("tarjuman.toml", format!("{CONFIG}\n[check]\nterm-missing = \"error\"\n"));
    project.run(&["check", "--fail-on", "error"]).exits(1).says("error[term-missing]");
    project.write("tarjuman.toml", format!("{CONFIG}\n[check]\nterm-mising = \"error\"\n"));
    project.run(&["check"]).exits(1).says("did you mean `term-missing`?");
    project.write("tarjuman.toml", format!("{CONFIG}\n[check]\nterm-missing = \"fatal\"\n"));
    project.run(&["check"]).exits(2).says("`fatal` is no level");
}

#[test]
fn a_person_may_say_that_a_finding_is_none_with_a_reason() {
    let texts = [("The envoy left.", "Дипломат уехал.")];
    let project = project(CONFIG, &texts);
    let catalog = project.read("locales/ru/visit.ftl");
    let unit = units(&project).remove(0);
    let with = |comment: &str| {
        project.write("locales/ru/visit.ftl", catalog.replace(&format!("{unit} ="), &format!("{comment}\n{unit} =")))
    };
    with("# [ignore] term-missing envoy: a quotation");
    let report = project.json(&["check", "--severity", "note"]);
    assert_eq!((findings(&report), &report["ignored"]), (Vec::new(), &1.into()));
    project.run(&["sync"]).exits(0);
    assert!(
        project.read("locales/ru/visit.ftl").contains("# [ignore] term-missing envoy: a quotation\n"),
        "people's comments stay"
    );
    with("# [ignore] term-missing emirate: another term");
    let report = project.json(&["check", "--severity", "note"]);
    let rules: Vec<String> = findings(&report).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["term-missing", "unused-ignore"]);
    with("# [ignore] term-missing");
    let report = project.json(&["check"]);
    assert_eq!(findings(&report)[1].0, "ignore-without-reason");
    assert_eq!(at(&project, &report["findings"][1]["target"]), "[ignore] term-missing");
}

#[test]
fn a_term_that_came_with_an_edit_is_not_missing_in_what_was_translated_before() {
    let project = project(CONFIG, &[("They left early.", "Они уехали рано.")]);
    project.replace("articles/visit.md", "They left early.", "They and the envoy left early.");
    assert_eq!(findings(&project.json(&["check"])), []);
    project.run(&["sync"]).exits(0);
    assert_eq!(findings(&project.json(&["check"])), []);
    let unit = units(&project).remove(0);
    project.run(&["confirm", "ru", &format!("visit#{unit}")]).exits(0);
    assert_eq!(findings(&project.json(&["check"]))[0].0, "term-missing");
}

#[test]
fn places_are_right_in_wide_and_right_to_left_scripts() {
    let config = "source-locale = \"ja\"\ntarget-locales = [\"ar\"]\n\n[[articles]]\nroot = \"articles\"\n";
    let project = TestProject::new(config);
    project.write("articles/visit.md", "> 今日は\n> **外務大臣**が話した。\n> 終わり。\n");
    project.run(&["sync"]).exits(0);
    let report = project.json(&["explain", "visit"]);
    let unit = report["units"][0]["unit"].as_str().expect("a unit").to_owned();
    project.run(&["set", "ar", &format!("visit#{unit}"), "قال *وزير الشؤون*.\nانتهى."]).exits(0);
    project.write("glossary/ja.ftl", "-minister = 外務大臣\n");
    project.write("glossary/ar.ftl", "-minister = وزير الخارجية\n    .forbidden = وزير الشؤون\n");
    let report = project.json(&["check"]);
    let rules: Vec<String> = findings(&report).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["term-missing", "term-forbidden"]);
    for finding in report["findings"].as_array().expect("findings") {
        assert_eq!(at(&project, &finding["source"]), "外務大臣");
        assert_eq!((&finding["source"]["line"], &finding["source"]["column"]), (&2.into(), &5.into()));
    }
    assert_eq!(at(&project, &report["findings"][1]["target"]), "وزير الشؤون");
    project.run(&["check"]).exits(1).says("    ^^^^^^^^\n");
}

#[test]
fn hostile_text_reaches_the_terminal_escaped() {
    let project = project(CONFIG, &[("The envoy left.", "Кто-то уехал.")]);
    project.write(
        "glossary/ru.ftl",
        "-envoy = \u{1b}[31mпосол\u{202e}\n    .forbidden = Кто-то\n-\u{202e}x = y\n-loop = { -loop }\u{7}\n",
    );
    let run = project.run(&["check"]).exits(1).says("reference-cycle").says("term-forbidden");
    let dangerous = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}');
    assert!(!run.stdout.contains(dangerous) && !run.stderr.contains(dangerous), "{run:#?}");
    let json = project.run(&["check", "--format", "json"]);
    assert!(!json.stdout.contains(dangerous), "{json:#?}");
}

#[test]
fn the_glossary_of_one_locale_stands_in_for_another_where_the_project_says_so() {
    let config = format!("{CONFIG}\n[glossary]\nfallback = [\"en\"]\n");
    let project = project(&config, &[("Three.", "Вот { -tass(case: \"genitive\") }.")]);
    let title = project.run(&["set", "ru", "visit#title", "Новости"]);
    assert_eq!(title.code, 0);
    let report = project.json(&["check"]);
    assert_eq!(
        findings(&report),
        [("missing-locale-form".into(), "the glossary of `ru` does not have `-tass`: the text of `en` stands in".into())]
    );
    let run =
        project.run(&["publish", "--to", "markdown"]).exits(1).says("missing-locale-form").says("the text of `en` went out");
    assert!(!run.stdout.is_empty());
    assert!(project.read("public/markdown/ru/visit.md").contains("Вот TASS."));
    project.write("tarjuman.toml", format!("{config}\n[glossary.locale.ru]\nfallback = []\n"));
    project.run(&["publish", "--to", "markdown", "--dry-run"]).exits(1).says("-tass");
    assert_eq!(
        findings(&project.json(&["check"]))[0].1,
        "the glossary of `ru` does not have `-tass`: the unit cannot be published"
    );
}

#[test]
fn a_note_lists_terms_that_a_glossary_lacks() {
    let project = project(CONFIG, &[("News of the envoy.", "Новости посла.")]);
    project.write("glossary/ru.ftl", "-other = другое\n");
    project.run(&["check"]).exits(0);
    let report = project.json(&["check", "--severity", "note"]);
    assert_eq!(findings(&report)[0].0, "term-unspecified");
}

#[test]
fn references_render_in_the_form_they_ask_for() {
    let config = "source-locale = \"en\"\ntarget-locales = [\"ru\", \"de\", \"ar\", \"tr\", \"fi\"]\n\n[[articles]]\nroot = \"articles\"\n";
    let project = TestProject::new(config);
    project.write("articles/visit.md", "They spoke in the Islamic Emirate.\n");
    project.write("glossary/en.ftl", "-emirate = Islamic Emirate\n");
    project.run(&["sync"]).exits(0);
    let unit = units(&project).remove(0);
    // Locale, variants besides the default, the translation, and what readers see.
    let samples = [
        (
            "ru",
            "Исламский Эмират",
            "[prepositional] Исламском Эмирате",
            "Они говорили в { -emirate(case: \"prepositional\") }.",
            "Они говорили в Исламском Эмирате.",
        ),
        (
            "de",
            "Islamisches Emirat",
            "[dative] Islamischen Emirat",
            "Sie sprachen im { -emirate(case: \"dative\") }.",
            "Sie sprachen im Islamischen Emirat.",
        ),
        ("ar", "الإمارة الإسلامية", "[bi] بالإمارة الإسلامية", "تحدثوا { -emirate(case: \"bi\") }.", "تحدثوا بالإمارة الإسلامية."),
        (
            "tr",
            "İslam Emirliği",
            "[locative] İslam Emirliği’nde",
            "{ -emirate(case: \"locative\") } konuştular.",
            "İslam Emirliği’nde konuştular.",
        ),
        (
            "fi",
            "islamilainen emiraatti",
            "[inessive] islamilaisessa emiraatissa",
            "He puhuivat { -emirate(case: \"inessive\") }.",
            "He puhuivat islamilaisessa emiraatissa.",
        ),
    ];
    for (locale, default, variant, text, _) in samples {
        project.write(
            &format!("glossary/{locale}.ftl"),
            format!("-emirate = {{ $case ->\n   *[nominative] {default}\n    {variant}\n }}\n"),
        );
        project.run(&["set", locale, &format!("visit#{unit}"), text]).exits(0);
    }
    project.run(&["check"]).exits(0);
    project.run(&["publish", "--to", "markdown"]).exits(0);
    for (locale, .., readers) in samples {
        assert_eq!(project.read(&format!("public/markdown/{locale}/visit.md")).trim_end(), readers);
    }
    project.replace("glossary/fi.ftl", "[inessive]", "[elative]");
    project.run(&["publish", "--to", "markdown", "--dry-run"]).exits(1).says("no variant `inessive`");
    let report = project.json(&["check"]);
    assert_eq!(at(&project, &report["findings"][0]["target"]), "inessive");
}

#[test]
fn a_changed_form_reopens_the_sign_off_of_the_units_that_render_it_and_of_no_other() {
    let texts = [
        ("The envoy left.", "Посол уехал."),
        ("The house of the envoy.", "Дом { -envoy(case: \"genitive\") }."),
        ("The Islamic Emirate spoke.", "Исламский Эмират сказал."),
        ("Nothing happened.", "Ничего не было."),
    ];
    let project = project(CONFIG, &texts);
    project.run(&["set", "ru", "visit#title", "Новости"]).exits(0);
    project.run(&["confirm", "ru", "visit", "--all", "--state", "reviewed", "--by", "B. Name"]).exits(0);
    let units = units(&project);
    let reopened = || -> Vec<usize> {
        let states =
            units.iter().map(|unit| project.json(&["explain", &format!("visit#{unit}")])["locales"][0]["reopened"].clone());
        states.enumerate().filter(|(_, reopened)| *reopened == Value::Bool(true)).map(|(at, _)| at).collect()
    };
    assert_eq!(reopened(), Vec::<usize>::new());
    let signed = project.snapshot();
    project.run(&["sync"]).exits(0);
    project.assert_is(&signed, "a sync after a sign-off");

    project.replace("glossary/ru.ftl", "[genitive] посла", "[genitive] посланника");
    assert_eq!(reopened(), [1], "only the unit that refers to the form");
    let explained = project.json(&["explain", &format!("visit#{}", units[1])]);
    let change = serde_json::json!([{ "term": "envoy[case=genitive]", "old": "посла", "new": "посланника" }]);
    assert_eq!(explained["locales"][0]["changed_terms"], change);
    project.run(&["explain", &format!("visit#{}", units[1])]).says("посла → посланника");
    let status = project.json(&["status"]);
    assert_eq!((&status["rows"][0]["reopened"], &status["rows"][0]["reopened_by_terms"]), (&1.into(), &1.into()));
    project.run(&["status"]).says("1 to review again for a changed term");

    project.replace("glossary/ru.ftl", "[nominative] посол", "[nominative] посланник");
    assert_eq!(reopened(), [0, 1], "and the one that writes the form out");
    project.replace("glossary/ru.ftl", "Исламистский", "Другой");
    assert_eq!(reopened(), [0, 1], "what must not be said is rendered nowhere");
    project.run(&["sync"]).exits(0);
    project.replace("glossary/ru.ftl", "[genitive] посланника", "[genitive] посла");
    assert_eq!(reopened(), [0], "what is as it was is signed as it was");
    project.run(&["confirm", "ru", &format!("visit#{}", units[0]), "--state", "reviewed"]).exits(0);
    assert_eq!(reopened(), Vec::<usize>::new());
    project.write("glossary/ru.ftl", "-emirate = Исламский Эмират\n");
    assert_eq!(reopened(), [0, 1]);
    project.run(&["explain", &format!("visit#{}", units[0])]).says("is gone");
}

#[test]
fn a_renamed_term_keeps_the_sign_offs_that_cover_it() {
    let texts = [("The envoy left.", "Посол уехал."), ("The house of the envoy.", "Дом { -envoy(case: \"genitive\") }.")];
    let project = project(CONFIG, &texts);
    project.run(&["set", "ru", "visit#title", "Новости"]).exits(0);
    project.run(&["confirm", "ru", "visit", "--all", "--state", "reviewed"]).exits(0);
    project.run(&["sync"]).exits(0);
    let before = project.snapshot();
    project.run(&["glossary", "rename", "envoy", "ambassador"]).exits(0);
    assert_eq!(project.json(&["status"])["total"]["reopened"], 0);
    assert!(project.read("locales/ru/visit.ledger.toml").contains("\"ambassador[case=genitive] = посла\""));
    project.replace("glossary/ru.ftl", "[genitive] посла", "[genitive] посланника");
    assert_eq!(project.json(&["status"])["total"]["reopened_by_terms"], 1);
    project.replace("glossary/ru.ftl", "[genitive] посланника", "[genitive] посла");
    project.run(&["undo"]).exits(0);
    project.assert_is(&before, "a renaming that was taken back");
    assert_eq!(project.json(&["status"])["total"]["reopened"], 0);
}

#[test]
fn the_glossaries_are_checked_alone() {
    let project = project(CONFIG, &[("The envoy left.", "Дипломат уехал.")]);
    project.run(&["glossary", "check"]).exits(0).says("glossaries: nothing found");
    project.write("glossary/ru.ftl", "-envoy = посол { -emirat }\n-emirate = Эмират\n");
    let report = project.json(&["glossary", "check"]);
    assert_eq!(findings(&report), [("unknown-term".to_owned(), "no glossary defines `-emirat`".to_owned())]);
    assert_eq!(
        (at(&project, &report["findings"][0]["target"]), &report["command"]),
        ("-emirat".into(), &"glossary check".into())
    );
    project.run(&["glossary", "check"]).exits(1).says("did you mean `-emirate`?");
    project.replace("glossary/ru.ftl", "{ -emirat }", "{ -emriate }");
    project.run(&["glossary", "check"]).exits(1).says("did you mean `-emirate`?");
    project.run(&["glossary", "check", "--locale", "en"]).exits(0);
}

#[test]
fn what_fluent_does_not_allow_is_said_with_what_it_does() {
    let project = project(CONFIG, &[("The envoy left.", "Дипломат уехал.")]);
    for (text, said) in [
        ("{ -envoy.gender }", "for the text of the term write `{ -term }`"),
        ("{ -envoy ->\n       *[one] посол\n    }", "choose by an attribute of it, as in `{ -term.gender -> … }`"),
        ("{ other ->\n       *[one] посол\n    }", "a message stands where variants are chosen"),
        ("{ $case ->\n       *[one] посол\n       *[two] посла\n    }", "leave `*` before the `[` of one variant only"),
        ("{ -envoy(case: \"genitive\", case: \"dative\") }", "the argument `case` stands twice"),
        ("{ -envoy(case: \"genitive\", 1) }", "give it a name, as in `case: \"genitive\"`"),
        ("{ $case ->\n       *[one]\n    }", "a variant or attribute has no text"),
    ] {
        project.write("glossary/ru.ftl", format!("-envoy = посол\n-other = {text}\n"));
        project.run(&["glossary", "check"]).exits(1).says(said).says("--> glossary/ru.ftl:");
    }
}
