//! The list of differences that do not count, case by case.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::{Fingerprint, joins_without_space, normalise};

#[test]
fn white_space_of_every_kind_is_a_space() {
    let mut kinds = 0;
    for c in ('\0'..=char::MAX).filter(|c| c.is_whitespace()) {
        kinds += 1;
        assert_eq!(normalise(&format!("a{c}b")), "a b", "{c:?}");
        assert_eq!(normalise(&format!("é {c}b")), "é b", "{c:?}");
        assert_eq!(normalise(&format!("a{c}")), "a", "{c:?}");
    }
    assert_eq!(kinds, 25, "the White_Space of Unicode");
}

#[test]
fn each_rule_of_the_list_holds() {
    let cases = [
        ("plain text", "plain text"),
        ("", ""),
        (" \t\n ", ""),
        ("  two  spaces\tand\nlines ", "two spaces and lines"),
        ("no\u{A0}break\u{202F}space\u{3000}here", "no break space here"),
        ("co\u{AD}operate a \u{AD} b", "cooperate a b"),
        ("cafe\u{301}", "caf\u{e9}"),
        ("今日は\n晴れ。\n明日", "今日は晴れ。明日"),
        ("今日は 晴れ", "今日は 晴れ"),
        ("か\n\u{3099}", "が"),
        ("대한\n민국", "대한 민국"),
        ("他说\n“好。”\n她", "他说“好。”她"),
        ("word\n漢字", "word 漢字"),
        ("a _b_ c", "a *b* c"),
        ("__b__", "**b**"),
        ("___b___", "***b***"),
        ("_a *b* c_", "*a *b* c*"),
        ("_a **b** c_", "*a **b** c*"),
        ("_*a*_", "_*a*_"),
        ("snake_case_name and _x", "snake_case_name and _x"),
        ("`_a_` and \\_b\\_", "`_a_` and \\_b\\_"),
        ("https://e.org/_a_/b", "https://e.org/_a_/b"),
        ("[a](b_c_d) _e_", "[a](b_c_d) *e*"),
        ("15. _a_", "15. *a*"),
        ("# _a_", "# *a*"),
        ("_一_", "*一*"),
    ];
    for (text, expected) in cases {
        assert_eq!(normalise(text), expected, "{text:?}");
    }
}

#[test]
fn ordinary_text_is_borrowed() {
    assert!(matches!(normalise("An ordinary text, naïve and 普通."), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn rewrapping_and_emphasis_style_keep_the_fingerprint() {
    assert_eq!(Fingerprint::of("a _b_\nc"), Fingerprint::of("a *b* c "));
    assert_ne!(Fingerprint::of("a b"), Fingerprint::of("a, b"));
}

#[test]
fn only_unspaced_scripts_join_without_space() {
    for (before, after) in [('一', '二'), ('。', 'あ'), ('ー', 'ア'), ('ㄅ', 'ㄆ'), ('！', '二'), ('”', '二'), ('二', '“')]
    {
        assert!(joins_without_space(before, after), "{before}{after}");
    }
    for (before, after) in [('a', 'b'), ('一', 'a'), ('한', '국'), ('.', '一'), ('ก', 'ข'), ('一', '”'), ('”', 'a'), ('ب', 'پ')]
    {
        assert!(!joins_without_space(before, after), "{before}{after}");
    }
}

#[test]
fn normalising_twice_changes_nothing() {
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 4000, failure_persistence: None, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    );
    let text = "[ab_*`\\\\\\n 一か\u{3099}\u{AD}\u{A0}é\u{301}(\\[\\])<>:/.“”]{0,24}|\\PC{0,16}";
    runner
        .run(&text, |text| {
            let once = normalise(&text).into_owned();
            prop_assert_eq!(normalise(&once), once.as_str());
            Ok(())
        })
        .unwrap();
}
