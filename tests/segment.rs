//! Sentences: a table of cases, what a segment may never end inside, and that joining gives the text back.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::Locale;
use tarjuman::engine::segment::{Rules, find_boundaries, join_segments, segment};
use tarjuman::model::{Element, Elements, Placeables, UnitText};

/// Reads `text {name=content} text`.
fn elements(line: &str, contents: &mut Placeables) -> Elements {
    let mut elements = Elements::new();
    let mut rest = line;
    while let Some(open) = rest.find('{') {
        if open > 0 {
            elements.push(Element::Text(rest[..open].to_owned()));
        }
        let (inner, after) = protected_part(&rest[open + 1..]);
        let (name, content) = inner.split_once('=').expect("a protected part is {name=content}");
        contents.insert(name.to_owned(), content.to_owned());
        elements.push(Element::Placeable(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        elements.push(Element::Text(rest.to_owned()));
    }
    elements
}

fn protected_part(rest: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if depth == 0 {
            return (&rest[..at], &rest[at + 1..]);
        }
    }
    panic!("an open brace in {rest:?}");
}

fn merged(elements: &[Element]) -> Elements {
    join_segments(&UnitText { segments: vec![elements.to_vec()] })
}

/// Checks the cases of a table, one a paragraph; the locale is `locale` or, without one, the first line of each case.
/// Gives the number of cases and prints those that are wrong.
fn check_table(table: &str, locale: Option<&str>) -> (usize, usize) {
    let (mut cases, mut wrong) = (0, 0);
    for case in table.split("\n\n") {
        let mut lines = case.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).peekable();
        if lines.peek().is_none() {
            continue;
        }
        let locale: Locale = locale.unwrap_or_else(|| lines.next().unwrap()).parse().unwrap();
        let mut contents = Placeables::new();
        let expected: Vec<Elements> = lines
            .map(|line| line.replace("\\⏎", "\\\n").replace('␣', "\u{3000}"))
            .map(|line| elements(&line, &mut contents))
            .collect();
        let content = join_segments(&UnitText { segments: expected.clone() });
        let found = segment(&content, &contents, &locale);
        assert_eq!(join_segments(&found), content, "{locale}");
        if found.segments != expected {
            println!("{locale}: expected {expected:?}\n   found {:?}", found.segments);
            wrong += 1;
        }
        cases += 1;
    }
    (cases, wrong)
}

#[test]
fn the_table_holds() {
    let (cases, wrong) = check_table(include_str!("segment/cases.txt"), None);
    assert_eq!(wrong, 0, "of {cases} cases");
    assert!(cases >= 35, "{cases}");
}

#[test]
fn the_cases_written_before_the_rules_were_tried_hold() {
    let (cases, wrong) = check_table(include_str!("segment/blind.txt"), None);
    println!("{} of {cases} cases", cases - wrong);
    assert_eq!(wrong, 0, "of {cases} cases");
    assert!(cases >= 150, "{cases}");
}

#[test]
fn the_tables_of_all_languages_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut languages, mut cases, mut wrong) = (0, 0, 0);
    for file in files {
        let locale = file.file_stem().unwrap().to_str().unwrap();
        if matches!(locale, "cases" | "blind") {
            continue;
        }
        let (own_cases, own_wrong) = check_table(&std::fs::read_to_string(&file).unwrap(), Some(locale));
        languages += 1;
        cases += own_cases;
        wrong += own_wrong;
    }
    println!("{cases} cases in {languages} languages");
    assert_eq!(wrong, 0, "of {cases} cases");
    assert!(cases >= 400 && languages >= 20, "{cases} cases in {languages} languages");
}

#[test]
fn an_empty_text_has_no_segments() {
    let en = "en".parse().unwrap();
    assert!(segment(&[], &Placeables::new(), &en).segments.is_empty());
}

#[test]
fn joining_the_segments_gives_the_text_back() {
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 6000, failure_persistence: None, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    );
    let piece = prop_oneof![
        6 => "[A-Da-d .!?*_`\\[\\]()<>。、一二あア“”「」\u{A0}\u{3000}&;\\\\^:/0-9ب۔؟ ]{0,20}".prop_map(Element::Text),
        1 => Just(Element::Text("\\\n".to_owned())),
        1 => Just(Element::Text("Done. **Well.** Next [a. B](c. d). 一。二。".to_owned())),
        1 => "\\PC{0,12}".prop_map(Element::Text),
        1 => prop::sample::select(vec!["html-1", "html-2", "code-1", "none"]).prop_map(|name| Element::Placeable(name.to_owned())),
    ];
    let contents: Placeables = [("html-1", "<b>"), ("html-2", "</b>"), ("code-1", "`{a. B}`")]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
    let locales: Vec<Locale> = ["en", "de", "zh-Hans", "ja", "ar", "ru", "th", "tlh"].map(|tag| tag.parse().unwrap()).into();
    let input = (prop::collection::vec(piece, 0..6), prop::sample::select(locales));
    runner
        .run(&input, |(content, locale)| {
            let found = segment(&content, &contents, &locale);
            prop_assert_eq!(join_segments(&found), merged(&content));
            prop_assert!(found.segments.iter().all(|segment| !segment.is_empty()));
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_corpus_is_cut_as_people_cut_it() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/segmentation.json"));
    let Ok(json) = std::fs::read_to_string(path) else {
        println!("skipped: no corpus beside the repository");
        return;
    };
    let corpus: serde_json::Value = serde_json::from_str(&json).unwrap();
    let cases = corpus["cases"].as_array().unwrap();
    let even = |text: &str| text.split_whitespace().collect::<String>();
    let mut exact = 0;
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let locale: Locale = case["locale"].as_str().unwrap().parse().unwrap();
        let boundaries = find_boundaries(text, &Rules::of(&locale));
        let starts = [0].into_iter().chain(boundaries.iter().map(|boundary| boundary.start));
        let ends = boundaries.iter().map(|boundary| boundary.end).chain([text.len()]);
        let found: Vec<String> = starts.zip(ends).map(|(start, end)| even(&text[start..end])).collect();
        let found: Vec<String> = found.into_iter().filter(|segment| !segment.is_empty()).collect();
        let expected: Vec<String> =
            case["segments"].as_array().unwrap().iter().map(|segment| even(segment.as_str().unwrap())).collect();
        exact += usize::from(found == expected);
    }
    println!("{exact} of {} segmentation cases match exactly", cases.len());
    assert!(exact * 100 >= cases.len() * 97, "{exact} of {}", cases.len());
}
