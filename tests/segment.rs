//! Sentences: a table of cases, what a segment may never end inside, and that joining gives the text back.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::Locale;
use tarjuman::engine::segment::{join_segments, segment};
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

#[test]
fn the_table_holds() {
    let table = include_str!("segment/cases.txt");
    let (mut cases, mut wrong) = (0, 0);
    for case in table.split("\n\n") {
        let mut lines = case.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let Some(locale) = lines.next() else { continue };
        let locale: Locale = locale.parse().unwrap();
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
    assert_eq!(wrong, 0, "of {cases} cases");
    println!("{cases} cases");
    assert!(cases >= 35, "{cases}");
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
fn the_share_of_exact_matches_on_the_corpus_is_printed() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/segmentation.json"));
    let Ok(json) = std::fs::read_to_string(path) else {
        println!("skipped: no corpus beside the repository");
        return;
    };
    let corpus: serde_json::Value = serde_json::from_str(&json).unwrap();
    let cases = corpus["cases"].as_array().unwrap();
    let mut exact = 0;
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let locale: Locale = case["locale"].as_str().unwrap().parse().unwrap();
        let found = segment(&[Element::Text(text.to_owned())], &Placeables::new(), &locale);
        let found: Vec<String> = found
            .segments
            .iter()
            .map(|segment| tarjuman::model::flatten(segment, &Placeables::new()).trim().to_owned())
            .collect();
        let expected: Vec<&str> = case["segments"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
        exact += usize::from(found == expected);
    }
    println!("{exact} of {} segmentation cases match exactly", cases.len());
    assert!(!cases.is_empty());
}
