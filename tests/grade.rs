//! Grades of edits: a table per language, and what must hold of every edit.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::{Locale, normalise};
use tarjuman::engine::grade::{FactChange, grade};
use tarjuman::model::Grade;

const TABLES: &[(&str, &str)] = &[
    ("en", include_str!("grade/en.txt")),
    ("es", include_str!("grade/es.txt")),
    ("fr", include_str!("grade/fr.txt")),
    ("de", include_str!("grade/de.txt")),
    ("it", include_str!("grade/it.txt")),
    ("pt", include_str!("grade/pt.txt")),
    ("nl", include_str!("grade/nl.txt")),
    ("pl", include_str!("grade/pl.txt")),
    ("ru", include_str!("grade/ru.txt")),
    ("uk", include_str!("grade/uk.txt")),
    ("tr", include_str!("grade/tr.txt")),
    ("ar", include_str!("grade/ar.txt")),
    ("fa", include_str!("grade/fa.txt")),
    ("ps", include_str!("grade/ps.txt")),
    ("ur", include_str!("grade/ur.txt")),
    ("hi", include_str!("grade/hi.txt")),
    ("zh-Hans", include_str!("grade/zh.txt")),
    ("ja", include_str!("grade/ja.txt")),
];

fn shown(facts: &[FactChange]) -> String {
    let one = |fact: &FactChange| match (&fact.old, &fact.new) {
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (None, Some(new)) => format!("+{new}"),
        (Some(old), None) => format!("-{old}"),
        (None, None) => String::new(),
    };
    facts.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_tables_hold() {
    let (mut cases, mut wrong, mut too_mild) = (0, 0, 0);
    for (locale, table) in TABLES {
        let locale: Locale = locale.parse().unwrap();
        for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let fields: Vec<&str> = line.split(" | ").collect();
            let expected: Grade = fields[0].trim().parse().unwrap();
            let found = grade(fields[1], fields[2], &locale);
            let facts = shown(&found.facts);
            cases += 1;
            if found.grade != expected || fields.get(3).is_some_and(|expected| expected.trim() != facts) {
                wrong += 1;
                println!("{locale}: {line}\n    found {} {facts}", found.grade);
            }
            too_mild += usize::from(expected == Grade::Facts && found.grade < Grade::Facts);
        }
    }
    println!("{cases} cases, {wrong} wrong, {too_mild} graded too mildly");
    assert_eq!(too_mild, 0);
    assert_eq!(wrong, 0);
    assert!(cases >= 700, "{cases}");
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    )
}

#[test]
fn format_leaves_words_and_facts_as_they_are_and_nothing_panics() {
    let text = "[A-Ca-c0-9۲ .,!?'’“”«»\"*_`\\[\\]()不七万年かカبن%$-]{0,24}";
    let locale = prop::sample::select(vec!["en", "de", "ru", "ar", "fa", "ps", "zh", "ja", "tlh", "fr"]);
    runner(4000)
        .run(&(text, text, locale), |(old, new, locale)| {
            let found = grade(&old, &new, &locale.parse().unwrap());
            prop_assert!(found.grade == Grade::Format || normalise(&old) != normalise(&new));
            let words = |text: &str| normalise(text).chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let same =
                old.contains('[') || old.contains('`') || new.contains('[') || new.contains('`') || words(&old) == words(&new);
            prop_assert!(found.grade != Grade::Format || same, "{old:?} {new:?}");
            prop_assert!(found.facts.is_empty() || found.grade >= Grade::Facts);
            prop_assert_eq!(grade(&old, &old, &locale.parse().unwrap()).grade, Grade::Format);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_changed_number_is_never_mild() {
    let locales = ["en", "es", "fr", "de", "it", "pt", "ru", "ar", "fa", "ps", "zh", "ja", "ko", "hi"];
    let zero = prop::sample::select(vec!['0', '٠', '۰', '०', '０']);
    runner(4000)
        .run(&(1u32..99_999, 1u32..99_999, zero, prop::sample::select(locales.to_vec())), |(old, new, zero, locale)| {
            prop_assume!(old != new);
            let digits = |number: u32| -> String {
                number.to_string().bytes().map(|b| char::from_u32(u32::from(zero) + u32::from(b - b'0')).unwrap()).collect()
            };
            let text = |number: u32| format!("one two three four five {} six seven eight", digits(number));
            prop_assert!(grade(&text(old), &text(new), &locale.parse().unwrap()).grade >= Grade::Facts);
            Ok(())
        })
        .unwrap();
}
