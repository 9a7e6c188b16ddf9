//! Word diffs people read, segments that changed, and similarity.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::engine::diff::{
    Block, Change, SegmentChange, Vocabulary, count_words, heaviest_chain, segments, similarity, words,
};
use unicode_segmentation::UnicodeSegmentation;

fn runner(cases: u32) -> TestRunner {
    TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    )
}

fn shown(old: &str, new: &str) -> String {
    words(old, new)
        .into_iter()
        .map(|change| match change {
            Change::Equal(text) => text.to_owned(),
            Change::Delete(text) => format!("[-{text}-]"),
            Change::Insert(text) => format!("{{+{text}+}}"),
        })
        .collect()
}

#[test]
fn changes_are_shown_in_words() {
    let cases = [
        ("The price is 2,000 dollars.", "The price is 20,000 dollars.", "The price is [-2,000-]{+20,000+} dollars."),
        ("He did agree.", "He did not agree.", "He did {+not +}agree."),
        ("in power in 2021", "in power in August 2021", "in power in {+August +}2021"),
        ("a b c d", "x y z w", "[-a b c d-]{+x y z w+}"),
        ("one two three", "one 2 3", "one [-two three-]{+2 3+}"),
        ("今日は晴れです。", "今日は雨です。", "今日は[-晴れ-]{+雨+}です。"),
        ("وصل الوفد يوم الاثنين", "وصل الوفد يوم الثلاثاء", "وصل الوفد يوم [-الاثنين-]{+الثلاثاء+}"),
        ("same", "same", "same"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
    ];
    for (old, new, expected) in cases {
        assert_eq!(shown(old, new), expected);
    }
}

#[test]
fn a_diff_gives_both_texts_back() {
    let text = "([a-d]{1,2}| |, |一|か|ب|é|👍){0,40}";
    runner(4000)
        .run(&(text, text), |(old, new)| {
            let changes = words(&old, &new);
            let side = |wanted: fn(&Change<'_>) -> Option<String>| changes.iter().filter_map(wanted).collect::<String>();
            let old_side = side(|change| match change {
                Change::Equal(text) | Change::Delete(text) => Some((*text).to_owned()),
                Change::Insert(_) => None,
            });
            let new_side = side(|change| match change {
                Change::Equal(text) | Change::Insert(text) => Some((*text).to_owned()),
                Change::Delete(_) => None,
            });
            prop_assert_eq!(old_side, old);
            prop_assert_eq!(new_side, new);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_diff_of_ten_thousand_words_ends_soon() {
    let text = |factor: usize| (0..10_000).map(|n| format!("w{} ", n * factor % 7919)).collect::<String>();
    let started = std::time::Instant::now();
    assert!(!words(&text(31), &text(37)).is_empty());
    println!("10,000 words against 10,000 others: {:?}", started.elapsed());
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn similarity_is_one_minus_word_distance_over_the_longer_length() {
    let naive = |old: &[&str], new: &[&str]| {
        let mut row: Vec<usize> = (0..=new.len()).collect();
        for (i, a) in old.iter().enumerate() {
            let mut next = vec![i + 1];
            for (j, b) in new.iter().enumerate() {
                next.push((row[j] + usize::from(a != b)).min(row[j + 1] + 1).min(next[j] + 1));
            }
            row = next;
        }
        let longer = old.len().max(new.len());
        if longer == 0 { 1.0 } else { 1.0 - row[new.len()] as f64 / longer as f64 }
    };
    let text = prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d"]), 0..14);
    runner(4000)
        .run(&(text.clone(), text, 0.0..1.0f64), |(old, new, floor)| {
            let expected = naive(&old, &new);
            prop_assert!((similarity(&old.join(" "), &new.join(" ")) - expected).abs() < 1e-9);
            let mut vocabulary = tarjuman::engine::diff::Vocabulary::default();
            let (left, right) = (vocabulary.words(&old.join(" ")), vocabulary.words(&new.join(" ")));
            let found = left.similarity(&right, floor);
            prop_assert_eq!(found.is_some(), expected >= floor, "{:?} {}", found, expected);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_heaviest_chain_is_the_best_of_all() {
    let block = (0usize..6, 1usize..3, 0usize..6, 1usize..3, 0u64..9);
    runner(2000)
        .run(&prop::collection::vec(block, 0..9), |parts| {
            let blocks: Vec<Block> =
                parts.iter().map(|&(o, ol, n, nl, weight)| Block { old: o..o + ol, new: n..n + nl, weight }).collect();
            let follows = |a: &Block, b: &Block| a.old.end <= b.old.start && a.new.end <= b.new.start;
            let chain = heaviest_chain(&blocks);
            prop_assert!(chain.windows(2).all(|pair| follows(&blocks[pair[0]], &blocks[pair[1]])));
            let total: u64 = chain.iter().map(|&at| blocks[at].weight).sum();
            let best = (0u32..1 << blocks.len())
                .filter_map(|set| {
                    let mut chosen: Vec<&Block> =
                        (0..blocks.len()).filter(|at| set & (1 << at) != 0).map(|at| &blocks[at]).collect();
                    chosen.sort_by_key(|block| block.old.start);
                    let fits = chosen.windows(2).all(|pair| follows(pair[0], pair[1]));
                    fits.then(|| chosen.iter().map(|block| block.weight).sum::<u64>())
                })
                .max();
            prop_assert_eq!(Some(total), best);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_changed_segment_is_told_from_a_new_one() {
    let old = ["The Taliban regained power in 2021.", "Two decades had ended.", "Nobody objected."];
    let new = ["Nobody  objected.", "The Taliban regained power in August 2021.", "It rained in Moscow all day long."];
    let changes = segments(&old, &new);
    assert_eq!(changes[0], SegmentChange::Equal { old: 2, new: 0 });
    assert!(matches!(changes[1], SegmentChange::Changed { old: 0, new: 1, .. }));
    assert_eq!(changes[2..], [SegmentChange::Born { new: 2 }, SegmentChange::Gone { old: 1 }]);
}

#[test]
fn every_segment_is_named_once() {
    let text = prop::collection::vec("([a-c] ){1,6}", 0..7);
    runner(2000)
        .run(&(text.clone(), text), |(old, new)| {
            let (mut seen_old, mut seen_new) = (vec![0; old.len()], vec![0; new.len()]);
            for change in segments(&old, &new) {
                match change {
                    SegmentChange::Equal { old, new } | SegmentChange::Changed { old, new, .. } => {
                        seen_old[old] += 1;
                        seen_new[new] += 1;
                    }
                    SegmentChange::Born { new } => seen_new[new] += 1,
                    SegmentChange::Gone { old } => seen_old[old] += 1,
                }
            }
            prop_assert!(seen_old.iter().chain(&seen_new).all(|&times| times == 1));
            Ok(())
        })
        .unwrap();
}

#[test]
fn words_are_counted_as_uax_29_parts_them() {
    let pieces =
        "a|Zed|don't|3,200.50|e.g.|x_y|__|9a|-|, |. | | |“|”|’|é|straße|привет|می\u{200C}خواهم|東京|ไทย|क्षि|🇩🇪|:|;|)|\u{301}";
    let pieces: Vec<&str> = pieces.split('|').collect();
    let texts = proptest::collection::vec(proptest::sample::select(pieces), 0..12).prop_map(|pieces| pieces.concat());
    runner(4000)
        .run(&texts, |text| {
            let is_word = |token: &&str| token.chars().any(char::is_alphanumeric);
            let mut expected = text.split_word_bounds().filter(is_word).count();
            if expected == 0 {
                expected = text.split_word_bounds().filter(|token| !token.trim().is_empty()).count();
            }
            prop_assert_eq!(Vocabulary::default().words(&text).len(), expected);
            prop_assert_eq!(count_words(&text, usize::MAX), expected);
            prop_assert_eq!(count_words(&text, 3), expected.min(3));
            Ok(())
        })
        .unwrap();
}
