//! The glossary: reading terms, finding them in a text, judging translations; and the tables of inflected forms.

mod support;
#[path = "glossary/table.rs"]
mod table;

use tarjuman::base::Locale;
use tarjuman::engine::glossary::{Affixes, Form, Glossary, Judgement, Occurrence, Presence, judge, judge_text};
use tarjuman::format::fluent;

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a locale")
}

fn glossary(tag: &str, text: &str) -> Glossary {
    let (glossary, diagnostics) = Glossary::read(text, &locale(tag));
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    glossary
}

fn found<'t>(glossary: &Glossary, text: &'t str) -> Vec<(String, &'t str)> {
    let all = glossary.occurrences(text, glossary);
    all.iter().map(|occurrence| (occurrence.term().to_owned(), &text[occurrence.span.clone()])).collect()
}

/// Judges `text` as a translation of a source text that is the one English term of `source`.
fn judged(source: &str, tag: &str, target: &str, text: &str) -> Judgement {
    let (source, target) = (glossary("en", source), glossary(tag, target));
    let texts: Vec<String> = source.terms().map(|term| term.forms[0].text.clone()).collect();
    let running = texts.join(" and ");
    let occurrences: Vec<Occurrence<'_>> = source.occurrences(&running, &target);
    let message = fluent::read_message(&format!("x =\n    {}\n", text.replace('\n', "\n    "))).expect("a message");
    judge(&occurrences, &target, &message)
}

/// The share of the cases of a table that come out right, and those that do not.
fn score(name: &str) -> (usize, usize, Vec<String>) {
    let path = format!("{}/tests/glossary/{name}", env!("CARGO_MANIFEST_DIR"));
    let (cases, faults) = table::read(&std::fs::read_to_string(path).expect("the table"));
    assert!(faults.is_empty(), "{faults:?}");
    let mut wrong = Vec::new();
    for case in &cases {
        let (judged, occurs) = table::verdicts(case);
        if judged != case.accept || occurs != case.accept {
            let expected = if case.accept { "accept" } else { "refuse" };
            wrong.push(format!(
                "{}: {} `{}` {expected}: {} (translation {judged}, source {occurs})",
                case.at, case.locale, case.term, case.text
            ));
        }
    }
    let mut languages: Vec<&str> = cases.iter().map(|case| case.locale.language()).collect();
    languages.sort_unstable();
    languages.dedup();
    (cases.len(), languages.len(), wrong)
}

#[test]
fn inflected_forms_are_told_from_other_words() {
    let (cases, languages, wrong) = score("inflection.tsv");
    assert!(cases >= 600 && languages >= 15, "{cases} cases in {languages} languages");
    assert!(wrong.len() * 100 <= cases * 2, "{} of {cases} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn paradigms_are_recognised_form_by_form() {
    let (cases, languages, wrong) = score("paradigms.tsv");
    assert!(cases >= 4000 && languages >= 45, "{cases} cases in {languages} languages");
    assert!(wrong.len() * 500 <= cases, "{} of {cases} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn inflected_forms_that_no_rule_was_written_for_are_mostly_recognised() {
    for (name, least) in [
        ("held-out.tsv", 100),
        ("blind-1.tsv", 200),
        ("blind-2.tsv", 200),
        ("blind-3.tsv", 200),
        ("blind-4.tsv", 500),
        ("blind-5.tsv", 130),
        ("blind-6.tsv", 500),
        ("blind-7.tsv", 500),
        ("blind-8.tsv", 160),
        ("blind-9.tsv", 80),
        ("blind-10.tsv", 170),
    ] {
        let (cases, _, wrong) = score(name);
        assert!(cases >= least, "{name}: {cases} cases");
        assert!(wrong.len() * 100 <= cases * 3, "{name}: {} of {cases} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn tables_are_read_in_many_shapes() {
    let shapes = [
        "ru\tпосол\taccept\tс послом\n",
        "locale\tterm\ttext\texpected\nru\tпосол\tс послом\ttrue\n",
        "ru,посол,\"с послом, вчера\",1\n",
        r#"[{"language": "ru", "term": "посол", "sentence": "с послом", "accept": true}]"#,
        r#"{"cases": [["ru", "посол", "с послом", "accept"]]}"#,
        "{\"locale\": \"ru\", \"term\": \"посол\", \"occurrence\": \"с послом\", \"verdict\": \"accept\"}\n",
    ];
    for shape in shapes {
        let (cases, faults) = table::read(shape);
        assert_eq!((cases.len(), faults.len()), (1, 0), "{shape}");
        assert!(cases[0].accept && cases[0].term == "посол" && cases[0].text.starts_with("с послом"), "{shape}");
    }
    let strange = "\u{feff}locale\tterm\tverdict\ttext\r\n\r\n # a comment\r\ntlh\tduy\taccept\t\"\"\"duy\"\" he said\"\r\nru\tпосол\trefuse\t\"Он\" и \"она\"\r\n";
    let (cases, faults) = table::read(strange);
    assert_eq!(faults, Vec::<String>::new());
    let texts: Vec<&str> = cases.iter().map(|case| case.text.as_str()).collect();
    assert_eq!(texts, ["\"duy\" he said", "\"Он\" и \"она\""]);
    assert_eq!(cases.iter().map(table::verdicts).collect::<Vec<_>>(), [(true, true), (false, false)]);
    for (broken, why) in [
        ("ru\tпосол\tperhaps\tс послом\n", "case 1 is not read: no field says `accept` or `refuse`"),
        ("\nрусский\tпосол\taccept\tс послом\n", "case 2 is not read: `русский` is no language"),
        ("ru\tпосол\taccept\n", "case 1 is not read: 3 fields instead of four"),
        ("ru\tпосол\taccept\t\n", "case 1 is not read: its term or its text is empty"),
        (
            "locale,term,text,accept\nru,посол,с послом,perhaps\n",
            "case 2 is not read: `perhaps` is neither `accept` nor `refuse`",
        ),
        ("[{\"locale\": \"ru\", \"term\": \"посол\", \"accept\": true}]", "case 1 is not read: it has no `text`"),
    ] {
        let (cases, faults) = table::read(broken);
        assert_eq!((cases.len(), faults.as_slice()), (0, [why.to_owned()].as_slice()));
    }
}

#[test]
fn attributes_say_how_a_term_is_used() {
    let text = "-tass = TASS\n    .translate = no\n    .match =\n        case\n        word\n    .gender = feminine\n    .status = preferred\n    .also =\n        A\n        B\n    .forbidden = C\n    .definition =\n        An\n        agency.\n";
    let glossary = glossary("en", text);
    let term = glossary.term("tass").expect("the term");
    assert!(term.keep && term.matching.case && term.matching.word && !term.matching.exact);
    assert_eq!((term.also.as_slice(), term.forbidden.as_slice()), (&["A".to_owned(), "B".to_owned()][..], &["C".to_owned()][..]));
    assert_eq!(term.definition.as_deref(), Some("An agency."));
    assert!(term.gender.is_some() && term.status.is_some());
    assert_eq!(term.forms, [Form { keys: vec![], default: true, text: "TASS".into() }]);
}

#[test]
fn what_is_not_known_is_reported_with_its_place() {
    let text = "\u{feff}-a = A\n    .colour = red\n    .match =\n        word\n        loud\n\n-a = B\n";
    let (glossary, diagnostics) = Glossary::read(text, &locale("en"));
    let places: Vec<_> = diagnostics.iter().map(|d| (d.code, d.place.line, d.place.column)).collect();
    assert_eq!(places, [("unknown-term-attribute", 2, 6), ("unknown-term-value", 3, 6), ("repeated-term", 7, 2)]);
    assert!(glossary.term("a").is_some_and(|term| term.matching.word && term.forms[0].text == "A"));
}

#[test]
fn nested_selectors_and_references_give_forms() {
    let text = "-place = { $case ->\n   *[nominative] Кабул\n    [genitive] Кабула\n }\n-mayor = { $number ->\n   *[one] { $case ->\n       *[nominative] мэр { -place(case: \"genitive\") }\n        [genitive] мэра { -place(case: \"genitive\") }\n    }\n    [other] мэры\n }\n-loop = { -loop } x\n";
    let glossary = glossary("ru", text);
    let forms = &glossary.term("mayor").expect("the term").forms;
    let shown: Vec<(usize, bool, &str)> = forms.iter().map(|form| (form.keys.len(), form.default, form.text.as_str())).collect();
    assert_eq!(shown, [(2, true, "мэр Кабула"), (2, false, "мэра Кабула"), (1, false, "мэры")]);
    assert!(glossary.term("loop").is_some());
}

#[test]
fn the_longest_term_counts_and_places_are_those_of_the_text() {
    let glossary = glossary(
        "en",
        "-emirate = Islamic Emirate\n-full = Islamic Emirate of Afghanistan\n-law = law\n-rights = women’s rights\n",
    );
    let text = "“The **Islamic Emirate** of Afghanistan’s” law; women's\u{a0}rights, Islamic\nEmirates, lawn.";
    assert_eq!(
        found(&glossary, text),
        [
            ("full".into(), "Islamic Emirate** of Afghanistan"),
            ("law".into(), "law"),
            ("rights".into(), "women's\u{a0}rights"),
            ("emirate".into(), "Islamic\nEmirates")
        ]
    );
}

#[test]
fn case_rules_are_those_of_the_term() {
    let glossary = glossary("en", "-who = WHO\n-state = State\n    .match = case\n-act = Act of war\n    .match = exact\n");
    let text = "Who knows the WHO? A state is no State. Acts of war; act of war; Act of war.";
    assert_eq!(found(&glossary, text), [("who".into(), "WHO"), ("state".into(), "State"), ("act".into(), "Act of war")]);
}

#[test]
fn a_source_of_any_script_is_searched() {
    let glossary = glossary("ja", "-embassy = 大使館\n-ambassador = 大使\n-kyoto = 京都\n");
    let text = "東京都の大使館で大使が語った。";
    assert_eq!(found(&glossary, text), [("embassy".into(), "大使館"), ("ambassador".into(), "大使")]);
    let glossary = arabic();
    assert_eq!(found(&glossary, "التقى السَّفير بوزيرِ الخارجيّة"), [("ambassador".into(), "السَّفير")]);
}

fn arabic() -> Glossary {
    glossary("ar", "-ambassador = سفير\n")
}

const AMBASSADOR: &str = "-ambassador = { $case ->\n   *[nominative] посол\n    [genitive] посла\n }\n    .also = глава миссии\n    .forbidden = посланец\n";

#[test]
fn a_translation_is_judged_by_how_it_renders_a_term() {
    let presence = |text: &str| judged("-ambassador = ambassador\n", "ru", AMBASSADOR, text).presences.remove(0);
    assert_eq!(presence("Новый посол прибыл."), Presence::Form { form: 0, span: 11..21 });
    assert_eq!(presence("Нет посла."), Presence::Form { form: 1, span: 7..17 });
    assert!(matches!(presence("Встреча с послом."), Presence::Inflected { .. }));
    assert!(matches!(presence("С главой миссии."), Presence::Inflected { .. }));
    assert!(matches!(presence("Это глава миссии."), Presence::Also { .. }));
    assert_eq!(presence("Он прибыл после обеда."), Presence::Missing);
    let Presence::Reference { arguments } = presence("Нет { -ambassador(case: \"genitive\") }.") else {
        panic!("no reference")
    };
    assert_eq!(arguments, [("case".to_owned(), "genitive".to_owned())]);
    assert_eq!(presence("Нет { -embassy(x: \"посол\") }."), Presence::Missing);
}

#[test]
fn forbidden_texts_are_found_where_they_stand() {
    let judgement = judged("-ambassador = ambassador\n", "ru", AMBASSADOR, "Это посланец.\nУ посланца нет слов.");
    let places: Vec<&str> = judgement.forbidden.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(places, ["посланец", "посланца"]);
    assert_eq!(judgement.presences, [Presence::Missing]);
    let tass = "-tass = ТАСС\n    .forbidden = ИТАР-ТАСС\n";
    let judgement = judged("-tass = TASS\n", "ru", tass, "Сообщает ИТАР-ТАСС.");
    assert_eq!((judgement.presences[0].clone(), judgement.forbidden.len()), (Presence::Missing, 1));
    assert_eq!(judged("-tass = TASS\n", "ru", tass, "Сообщает ТАСС.").forbidden.len(), 0);
}

/// What is forbidden may inflect into what is right; only where it is the right form's own words it stays forbidden.
#[test]
fn a_right_form_is_no_form_of_what_is_forbidden() {
    let taliban = "-taliban = { $number ->\n    [one] talibán\n   *[other] talibanes\n }\n    .forbidden = los talibán\n";
    let judge = |text: &str| judged("-taliban = Taliban\n", "es", taliban, text);
    for text in ["Los talibanes esperan.", "la bandera de los talibanes", "LOS TALIBANES ESPERAN"] {
        let judgement = judge(text);
        assert_eq!(judgement.forbidden, [], "{text}");
        assert!(matches!(judgement.presences[0], Presence::Form { .. }), "{text}: {:?}", judgement.presences);
    }
    for text in ["Los talibán esperan.", "LOS TALIBÁN ESPERAN"] {
        assert_eq!(judge(text).forbidden.len(), 1, "{text}");
    }
    // An inflected form that is no right one is still forbidden, though a right one stands in the text's own words.
    let tass = "-tass = TASS\n    .forbidden = ITAR-TASS\n";
    assert_eq!(judged("-tass = TASS\n", "en", tass, "ITAR-TASS’s report").forbidden.len(), 1);
    assert_eq!(judged("-tass = TASS\n", "tr", tass, "ITAR-TASS'ın haberi").forbidden.len(), 1);
}

#[test]
fn a_term_that_is_not_translated_stays_as_it_is() {
    let source = "-tass = TASS\n    .translate = no\n";
    let presence = |text: &str| judged(source, "de", "", text).presences.remove(0);
    assert!(matches!(presence("TASS meldet das."), Presence::Kept { .. }));
    assert!(matches!(presence("Der TASS-Korrespondent meldet."), Presence::Kept { .. } | Presence::Inflected { .. }));
    assert_eq!(presence("Tass meldet das."), Presence::NotKept);
    // It may take the endings of the language.
    for (tag, text) in
        [("fi", "Näin TASSin mukaan."), ("hu", "A TASSnak adott interjú."), ("tr", "TASS'ın haberi."), ("et", "TASSi teatel")]
    {
        let presence = judged(source, tag, "", text).presences.remove(0);
        assert!(matches!(presence, Presence::Kept { .. } | Presence::Inflected { .. }), "{tag}: {presence:?}");
    }
    for (tag, text) in [("fi", "Tassin mukaan."), ("en", "TASSO reported it."), ("ru", "Сообщил ТАСС.")] {
        assert_eq!(judged(source, tag, "", text).presences, [Presence::NotKept], "{tag}: {text}");
    }
    assert_eq!(judged("-a = credentials\n", "de", "", "Papiere").presences, [Presence::Unspecified]);
}

#[test]
fn variants_of_a_message_are_read_and_their_keys_are_not() {
    let text = "{ $count ->\n    [one] ein посол\n   *[other] viele\n}";
    let presence = |text: &str| judged("-ambassador = ambassador\n", "ru", AMBASSADOR, text).presences.remove(0);
    assert!(matches!(presence(text), Presence::Form { .. }));
    assert_eq!(
        judged("-a = ambassador\n", "de", "-a = other\n", "{ $count ->\n   *[other] viele\n}").presences,
        [Presence::Missing]
    );
}

#[test]
fn an_affix_file_teaches_a_language() {
    let source = glossary("en", "-school = school\n");
    let target = || glossary("mn", "-school = сургууль\n");
    let judged = |target: &Glossary| {
        judge_text(&source.occurrences("school", target), target, "Тэр сургуульд байсан.").presences.remove(0)
    };
    assert_eq!(judged(&target()), Presence::Missing);
    let (affixes, diagnostics) = Affixes::read("version = 1\nsuffixes = [\"д\"]\n", &locale("mn"));
    assert!(diagnostics.is_empty());
    assert!(matches!(judged(&target().with_affixes(affixes)), Presence::Inflected { .. }));
    let (_, diagnostics) = Affixes::read("suffixes = [\"ni\"]\ncolour = 1\n", &locale("sw"));
    assert_eq!((diagnostics[0].code, diagnostics[0].place.line), ("unreadable-affixes", 2));
}

#[test]
fn every_affix_file_is_read_without_complaint() {
    let folder = format!("{}/src/engine/glossary/affixes", env!("CARGO_MANIFEST_DIR"));
    let files: Vec<_> = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    assert!(files.len() >= 25, "{} files", files.len());
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a text");
        let language = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        let (_, diagnostics) = Affixes::read(&text, &locale(language));
        assert!(diagnostics.is_empty(), "{language}: {diagnostics:?}");
    }
}

/// A synced project with one article and no glossary.
fn project() -> support::TestProject {
    let project = support::TestProject::new(support::CONFIG);
    project.write("articles/visit.md", "---\ntitle: A visit\n---\n\nBoth ambassadors met.\n\nNothing else happened.\n");
    project.run(&["sync"]).exits(0);
    project
}

#[test]
fn terms_are_noted_above_their_units_and_stay_so() {
    let project = project();
    let before = project.snapshot();
    project.write("glossary/en.ftl", "-ambassador = ambassador\n-war = war\n");
    project.run(&["sync"]).exits(0);
    let without_targets: Vec<_> = before.keys().filter(|path| project.snapshot()[*path] != before[*path]).collect();
    assert_eq!(without_targets, Vec::<&String>::new(), "a term without a rendering is not noted");

    project.write("glossary/ru.ftl", AMBASSADOR);
    project.run(&["sync"]).exits(0);
    let line = "[term] ambassador → посол (genitive: посла); also: глава миссии; not: посланец";
    let catalog = project.read("locales/ru/visit.ftl");
    assert_eq!(catalog.matches("[term]").count(), 1, "{catalog}");
    assert!(catalog.contains(&format!("# [source] Both ambassadors met.\n# {line}\n# [todo] p-both-")), "{catalog}");
    project.run(&["todo", "ru"]).says("term    ambassador → посол");
    let settled = project.snapshot();
    project.run(&["sync"]).exits(0);
    project.assert_is(&settled, "a second sync");

    project.replace("glossary/ru.ftl", "посланец", "гонец");
    project.run(&["sync"]).exits(0);
    assert!(project.read("locales/ru/visit.ftl").contains("not: гонец\n"));
    std::fs::remove_file(project.path("glossary/ru.ftl")).expect("the glossary is removed");
    std::fs::remove_file(project.path("glossary/en.ftl")).expect("the glossary is removed");
    project.run(&["sync"]).exits(0);
    assert_eq!(
        project.read("locales/ru/visit.ftl").into_bytes(),
        before.iter().find(|(path, _)| path.ends_with("ru/visit.ftl")).expect("the catalog").1.clone()
    );
}

#[test]
fn a_glossary_in_conflict_leaves_the_notes_alone() {
    let project = project();
    project.write("glossary/en.ftl", "-ambassador = ambassador\n");
    project.write("glossary/ru.ftl", AMBASSADOR);
    project.run(&["sync"]).exits(0);
    let catalog = project.read("locales/ru/visit.ftl");
    project.write("glossary/en.ftl", "<<<<<<< ours\n-ambassador = ambassador\n=======\n-ambassador = envoy\n>>>>>>> theirs\n");
    project.run(&["sync"]).exits(1).says("conflict-markers");
    assert_eq!(project.read("locales/ru/visit.ftl"), catalog);
}

#[test]
fn what_is_wrong_with_a_term_is_said() {
    let project = project();
    project.write("glossary/ru.ftl", "-ambassador = посол\n    .colour = red\n");
    project.write("glossary/es.affixes.toml", "colour = 1\n");
    project.write("glossary/es.ftl", "-ambassador = embajador\n");
    project.run(&["status"]).says("unknown-term-attribute").says("glossary/ru.ftl:2:6").says("unreadable-affixes");
}

#[test]
fn terms_in_code_addresses_and_tags_are_not_looked_for() {
    let glossary = glossary("en", "-ambassador = ambassador\n-query = query\n");
    let text = "[The ambassador](/ambassador/(query)) ran ``query`ambassador`` <img alt=\"query\"> at https://query.example/ambassador, a < b.";
    assert_eq!(found(&glossary, text), [("ambassador".into(), "ambassador")]);
    let presence = |text: &str| judged("-ambassador = ambassador\n", "ru", AMBASSADOR, text).presences.remove(0);
    assert_eq!(presence("Новость [здесь](/посол) и `посол`."), Presence::Missing);
    assert!(matches!(presence("Новость [посла](/x)."), Presence::Form { form: 1, .. }));
}

#[test]
fn character_references_count_as_what_they_stand_for() {
    let text = "Una buena contribuci&oacute;n, &#191;no? &amp; otra.";
    let spanish = glossary("es", "-contribution = contribución\n");
    assert_eq!(found(&spanish, text), [("contribution".into(), "contribuci&oacute;n")]);
    let source = glossary("en", "-contribution = contribution\n");
    let judgement = judge_text(&source.occurrences("contribution", &spanish), &spanish, text);
    assert_eq!(judgement.presences, [Presence::Form { form: 0, span: 10..29 }]);
}

#[test]
fn a_name_that_is_kept_holds_its_terms() {
    let source = glossary("en", "-browser = browser\n-security = security\n");
    let target = glossary("es", "-browser = navegador\n-security = seguridad\n");
    let presences = |english: &str, spanish: &str| judge_text(&source.occurrences(english, &target), &target, spanish).presences;
    assert!(matches!(presences("Use the Tor Browser.", "Usa Tor Browser.")[0], Presence::Kept { .. }));
    assert_eq!(presences("Use the Tor Browser.", "Usa Tor y un Browser."), [Presence::Missing]);
    assert_eq!(presences("Use a browser.", "Usa un browser."), [Presence::Missing]);
    assert!(matches!(
        presences("At the Summit of Open Security we met.", "En Open Security nos vimos.")[0],
        Presence::Kept { .. }
    ));
}

#[test]
fn words_are_recognised_in_a_run_of_katakana() {
    let glossary =
        glossary("ja", "-component = コンポーネント\n-server = サーバー\n-africa = アフリカ\n-maintainer = メンテナー\n");
    let names = |text: &str| found(&glossary, text).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names("ウェブコンポーネントとサーバーサイドのサーバ。"), ["component", "server", "server"]);
    assert_eq!(names("アフリカンアートとメンテナンス。"), Vec::<String>::new());
}

#[test]
fn words_may_stand_between_those_of_a_term_where_the_language_says_so() {
    let presence = |target: &str, locale: &str, text: &str| {
        judged("-x = data collection\n", locale, &format!("-x = {target}\n"), text).presences.remove(0) != Presence::Missing
    };
    assert!(presence("collecte de données", "fr", "La collecte et l’analyse des données."));
    assert!(!presence("collecte de données", "fr", "La collecte et puis on ne parle plus des données."));
    assert!(presence("پروژه باز", "fa", "پروژه\u{200c}های باز"));
    assert!(presence("پروژه", "fa", "پروژ\u{200c}ه\u{200c}ی خود"));
}
