//! Rendering: messages come out of the Fluent runtime whole or not at all, and lines are joined as scripts do.

use std::str::FromStr;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::{Fingerprint, Locale, joins_without_space};
use tarjuman::engine::render::{RenderError, Renderer, join, references};
use tarjuman::format::fluent::{Message, canonical, read_message, simple_value, write_lines};
use tarjuman::model::{Element, Elements, Placeables, UnitText, flatten};

const GLOSSARY: &str = "\u{feff}-emirate = { $case ->\n   *[nominative] Эмират\n    [genitive] Эмирата\n }\n    .gender = m\n-flag = флаг\n-loop = { -loop }\n-outer = { -emirate(case: \"genitive\") }!\n-bad = { -emirate(case: \"vocative\") }\n-odd = { NUMBER(1) }\n-named = [{ $name }]\n";

fn text(text: &str) -> Element {
    Element::Text(text.to_owned())
}

fn placeable(name: &str) -> Element {
    Element::Placeable(name.to_owned())
}

fn message(value: &str) -> Message {
    let source: String = std::iter::once("x =\n".to_owned()).chain(value.lines().map(|line| format!("    {line}\n"))).collect();
    read_message(&source).unwrap_or_else(|| panic!("{source}"))
}

fn placeables(names: &[&str]) -> Placeables {
    names.iter().map(|name| ((*name).to_owned(), String::new())).collect()
}

fn resolve(value: &str) -> Result<Elements, Vec<RenderError>> {
    let renderer = Renderer::new(&Locale::from_str("ru").unwrap(), &[GLOSSARY, "-flag = flag\n-only-here = here\n"]);
    renderer.resolve(&message(value), &placeables(&["html-1", "html-2", "code-1"]))
}

#[test]
fn terms_variants_and_placeables_are_resolved() {
    let cases: &[(&str, &[Element])] = &[
        ("A { $html-1 }b{ $html-2 }", &[text("A "), placeable("html-1"), text("b"), placeable("html-2")]),
        ("A { -emirate(case: \"genitive\") }.", &[text("A Эмирата.")]),
        ("{ -emirate } { -flag } { -only-here }", &[text("Эмират флаг here")]),
        ("{ -outer }{ $code-1 }", &[text("Эмирата!"), placeable("code-1")]),
        ("{ -named(name: \"X\") }", &[text("[X]")]),
        ("{ -emirate.gender ->\n   *[f] она\n    [m] он { $html-1 }{ \"{\" }\n}", &[text("он "), placeable("html-1"), text("{")]),
        ("{ \"\\u00A0\" }a{ \" \" }\n{ \"\" }[b]", &[text("\u{a0}a \n[b]")]),
    ];
    for (value, expected) in cases {
        assert_eq!(resolve(value).as_deref(), Ok(*expected), "{value}");
    }
}

#[test]
fn what_would_come_out_wrong_is_refused() {
    let cases = [
        ("{ -nothing }", "the glossary has no term `-nothing`"),
        ("{ $html-3 }", "the source text has no placeable `$html-3`"),
        ("{ $html-1 ->\n   *[a] A\n}", "`$html-1` cannot choose a variant: it is a part of the text"),
        ("{ -emirate(case: \"dative\") }", "the term `-emirate` has no variant `dative` by `case`"),
        ("{ -emirate(number: \"one\") }", "the term `-emirate` has no variant `one` by `number`"),
        ("{ -bad }", "the term `-emirate` has no variant `vocative` by `case`"),
        ("{ -emirate.case ->\n   *[a] A\n}", "the term `-emirate` has no attribute `.case`"),
        ("{ NUMBER(1) }", "the function `NUMBER` cannot be used in an article"),
        ("{ -odd }", "the function `NUMBER` cannot be used in an article"),
        ("{ other }", "a unit cannot refer to the message `other`"),
        ("{ other.attr }", "a unit cannot refer to the message `other`"),
    ];
    for (value, expected) in cases {
        let errors = resolve(value).unwrap_err();
        assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected], "{value}");
    }
    assert!(matches!(resolve("{ -loop }").unwrap_err()[..], [RenderError::Runtime { .. }]));
    let attributes_only = read_message("x =\n    .a = A\n").unwrap();
    let renderer = Renderer::new(&Locale::from_str("ru").unwrap(), &[]);
    assert_eq!(renderer.resolve(&attributes_only, &Placeables::new()), Err(vec![RenderError::NoText]));
}

#[test]
fn literals_do_not_count_towards_the_limit_of_placeables() {
    let braces = "{ \"{\" }x{ \"}\" }".repeat(200);
    assert_eq!(resolve(&format!("{braces}{{ -flag }}")), Ok(vec![text(&("{x}".repeat(200) + "флаг"))]));
    let errors = resolve(&"{ -flag }".repeat(101)).unwrap_err();
    assert!(matches!(errors[..], [RenderError::Runtime { .. }]), "{errors:?}");
}

#[test]
fn marks_in_the_text_are_text() {
    let found = resolve("\u{fdd0}0\u{fdd0}{ \"\\uFDD1\" }{ $html-1 }{ -named(name: \"\\uFDD2\\uFDD3\") }");
    assert_eq!(found, Ok(vec![text("\u{fdd0}0\u{fdd0}\u{fdd1}"), placeable("html-1"), text("[\u{fdd2}\u{fdd3}]")]));
}

#[test]
fn references_list_terms_with_their_arguments() {
    let found = references(&message("{ -emirate(case: \"genitive\", n: 1) } { $html-1 }{ -flag.x ->\n   *[a] { -flag }\n}"));
    let terms: Vec<_> = found.terms.iter().map(|term| (term.term.as_str(), term.attribute.as_deref())).collect();
    assert_eq!(terms, [("emirate", None), ("flag", Some("x")), ("flag", None)]);
    assert_eq!(found.terms[0].arguments, [("case".to_owned(), "genitive".to_owned()), ("n".to_owned(), "1".to_owned())]);
    assert!(found.variables.contains("html-1"));
}

#[test]
fn lines_are_joined_by_script() {
    let cases: &[(&[Element], &[Element])] = &[
        (&[text("One.\nTwo.")], &[text("One. Two.")]),
        (&[text("One.\u{2003}\nTwo.")], &[text("One.\u{2003}Two.")]),
        (&[text("One\\\nTwo\\\\\nThree")], &[text("One\\\nTwo\\\\ Three")]),
        (&[text("One.\n"), placeable("html-1"), text("\nTwo")], &[text("One. "), placeable("html-1"), text(" Two")]),
        (&[text("\nOne.\n\n\nTwo\n")], &[text("One. Two")]),
        (&[text("a"), text("b\n"), text("c")], &[text("ab c")]),
    ];
    for (lines, expected) in cases {
        assert_eq!(join(lines), *expected, "{lines:?}");
    }
    let han = join(&[text("今日は晴れ。\n明日は雨。")]);
    let expected = if joins_without_space('。', '明') {
        "今日は晴れ。明日は雨。"
    } else {
        "今日は晴れ。 明日は雨。"
    };
    assert_eq!(han, [text(expected)]);
}

fn run<S: Strategy>(cases: u32, strategy: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    runner.run(&strategy, test).unwrap();
}

fn any_unit() -> impl Strategy<Value = UnitText> {
    let pieces = vec![
        " ",
        "\\",
        "\\\n",
        "{",
        "}",
        "[",
        "*",
        ".",
        "a",
        "字",
        "。",
        "\t",
        "\r",
        "\u{a0}",
        "\u{fdd0}",
        "\u{fdd0}0\u{fdd0}",
        "\u{ffff}",
        "\"",
        "é",
        "\u{2028}",
    ];
    let piece = prop_oneof![6 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let words = prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat());
    // A line feed stands in a unit's text only as a hard break.
    let words = words.prop_map(|text| text.replace('\n', "\u{1}").replace("\\\u{1}", "\\\n").replace('\u{1}', ""));
    let element =
        prop_oneof![4 => words.prop_map(Element::Text), 1 => (1..3u8).prop_map(|n| Element::Placeable(format!("html-{n}")))];
    prop::collection::vec(prop::collection::vec(element, 0..4), 1..4).prop_map(|segments| UnitText { segments })
}

/// What the catalog's lines are worth, told without Fluent: segments with a line feed between them.
fn flat(text: &UnitText) -> Vec<Element> {
    let mut flat: Vec<Element> = Vec::new();
    for (nth, segment) in text.segments.iter().enumerate() {
        let end = (nth > 0).then(|| Element::Text("\n".to_owned()));
        for element in end.iter().chain(segment) {
            match (flat.last_mut(), element) {
                (_, Element::Text(text)) if text.is_empty() => {}
                (Some(Element::Text(last)), Element::Text(text)) => last.push_str(text),
                _ => flat.push(element.clone()),
            }
        }
    }
    flat
}

/// Whether a segment ends, before the last, in a backslash that a hard break could be taken for.
fn ends_in_backslash(text: &UnitText) -> bool {
    text.segments.iter().any(|segment| {
        let flat = flat(&UnitText { segments: vec![segment.clone()] });
        matches!(flat.last(), Some(Element::Text(text)) if text.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1)
    })
}

fn is_stray(text: &UnitText) -> bool {
    let flat = flat(&UnitText { segments: vec![text.segments.iter().flatten().cloned().collect()] });
    flat.iter().any(|element| {
        let Element::Text(text) = element else { return false };
        text.match_indices('\n').any(|(at, _)| text[..at].bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 0)
    })
}

#[test]
fn any_text_comes_out_of_the_runtime_as_it_was() {
    let renderer = Renderer::new(&Locale::from_str("ru").unwrap(), &[GLOSSARY]);
    let known = placeables(&["html-1", "html-2"]);
    run(100_000, any_unit(), |unit| {
        if ends_in_backslash(&unit) || is_stray(&unit) {
            return Ok(());
        }
        let lines = write_lines(&unit);
        let source = if lines.is_empty() { "x = { \"\" }\n".to_owned() } else { format!("x =\n    {}\n", lines.join("\n    ")) };
        let message = read_message(&source).unwrap();
        let plain = renderer.resolve(&message, &known).unwrap();
        prop_assert_eq!(&plain, &flat(&unit), "{}", source);
        // A term makes the same text go through the runtime.
        let with_term = read_message(&format!("{}\n", source.trim_end().to_owned() + "{ -flag }")).unwrap();
        let mut expected = flat(&unit);
        expected.push(text("флаг"));
        let resolved = renderer.resolve(&with_term, &known).unwrap();
        prop_assert_eq!(flat(&UnitText { segments: vec![resolved] }), flat(&UnitText { segments: vec![expected] }), "{}", source);
        Ok(())
    });
}

#[test]
fn a_backslash_that_is_no_hard_break_stays_one() {
    let unit = UnitText { segments: vec![vec![text("a\\")], vec![text("b")]] };
    let lines = write_lines(&unit);
    assert_eq!(resolve(&lines.join("\n")).map(|elements| join(&elements)), Ok(vec![text("a\\ b")]));
}

#[test]
fn canonical_texts_ignore_layout_and_nothing_else() {
    let same = [
        ["x = A b\n", "x =\n        A b\n"],
        ["x = A { \"\\u00A7\" }b\n", "x = A §b\n"],
        ["x = A\n    .b = B\n    .a = A\n", "x = A\n    .a = A\n    .b =\n        B\n"],
        ["x = { -t(a: \"1\", b: 2) }\n", "x = {-t(b:2,a:\"1\")}\n"],
        ["x = A { -t.g ->\n    [f] F\n   *[m] M\n } b\n", "x = { -t.g ->\n   *[m] A M b\n    [f] A F b\n }\n"],
    ];
    for [one, other] in same {
        let (one, other) = (read_message(one).unwrap(), read_message(other).unwrap());
        assert_eq!(canonical(&one), canonical(&other));
    }
    let different = [
        "x = A\n",
        "x = B\n",
        "x = { -a }\n",
        "x = { \"{\" } -a { \"}\" }\n",
        "x = {\"{-a}\"}\n",
        "x = { $a }\n",
        "x = { $a }b\n",
        "x = { $a } b\n",
        "x = A\n    .a = A\n",
        "x =\n    .a = A\n",
        "x = { -t(a: \"1\") }\n",
        "x = { -t(a: 1) }\n",
        "x = { -t.g ->\n    [f] F\n   *[m] M\n }\n",
        "x = { -t.g ->\n   *[f] F\n    [m] M\n }\n",
        "x = { -t.h ->\n    [f] F\n   *[m] M\n }\n",
        "x = \u{fdd0}\n",
        "x = \u{fdd1}\n",
        "x = \u{fdd1}0\n",
        "x = {\"\\\\\"}{\"{\"}\n",
        "x = { a }\n",
        "x = { a.b }\n",
        "x = { A() }\n",
    ];
    let texts: std::collections::BTreeSet<_> =
        different.iter().map(|source| canonical(&read_message(source).unwrap()).into_owned()).collect();
    assert_eq!(texts.len(), different.len(), "{texts:?}");
}

/// What is recorded of a translation that goes out is the fingerprint of its canonical text where that is the same.
#[test]
fn a_simple_value_has_the_fingerprint_of_what_it_shows() {
    let pieces = [
        "word",
        "Ämter",
        "سیل",
        "Москва",
        "国",
        "本。",
        " ",
        "  ",
        " ",
        "\n",
        "\n",
        "\n\n",
        " \n",
        "\n  ",
        "\u{a0}",
        "\u{ad}",
        "\u{ad}\n",
        "_a_",
        "__b__",
        "snake_case",
        "*c*",
        "’",
        "…",
        "\u{3000}",
        "\\",
        "{ \"x\" }",
        "e\u{301}",
        "\u{345}",
        "`d_e`",
        "http://x.y/a_b_",
    ];
    let value = proptest::collection::vec(prop::sample::select(pieces.to_vec()), 1..8).prop_map(|pieces| pieces.concat());
    let simple = std::cell::Cell::new(0);
    run(50_000, value, |value| {
        let source: String =
            std::iter::once("x =\n".to_owned()).chain(value.lines().map(|line| format!("    {line}\n"))).collect();
        let Some(message) = read_message(&source).filter(|message| simple_value(message).is_some()) else { return Ok(()) };
        simple.set(simple.get() + 1);
        let renderer = Renderer::new(&Locale::from_str("ru").unwrap(), &[]);
        let shown = flatten(&join(&renderer.resolve(&message, &Placeables::new()).unwrap()), &Placeables::new());
        prop_assert_eq!(
            Fingerprint::of_normalised(&canonical(&message)),
            Fingerprint::of(&shown),
            "{:?} shows {:?}",
            value,
            shown
        );
        Ok(())
    });
    assert!(simple.get() > 3_000, "only {} values were simple", simple.get());
}
