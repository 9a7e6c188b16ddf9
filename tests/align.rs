//! What becomes of the units of an edited article: a table of edits, properties, and that long articles are quick.

use std::collections::BTreeMap;
use std::time::Instant;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::base::Fingerprint;
use tarjuman::engine::align::Attachment;
use tarjuman::model::Role;

#[path = "align/table.rs"]
mod table;

use table::{Expected, run};

#[test]
fn the_table_holds() {
    let cases = table::cases();
    let (mut wrong, mut open, mut units) = (0, 0, 0);
    for case in &cases {
        let found = case.align();
        let is_open = |at: &usize| found.ambiguous.iter().any(|choice| choice.new.contains(at));
        let became = |at: usize| match found.new[at] {
            Attachment::Same { old } => Expected::Same(old),
            Attachment::Moved { old } => Expected::Moved(old),
            Attachment::Edited { old, .. } => Expected::Edited(old),
            Attachment::SplitFrom { old } => Expected::Split(old),
            Attachment::Born if is_open(&at) => Expected::Open,
            Attachment::Born => Expected::Born,
        };
        let became: Vec<Expected> = (0..case.new.len()).map(became).collect();
        let gone: Vec<(usize, Option<usize>)> = found.gone.iter().map(|gone| (gone.old, gone.merged_into)).collect();
        units += became.len();
        open += became.iter().filter(|became| **became == Expected::Open).count();
        if became != case.expected || gone != case.gone {
            wrong += 1;
            println!("{}\n  expected {:?} gone {:?}\n  found    {became:?} gone {gone:?}", case.name, case.expected, case.gone);
        }
    }
    println!("{} cases, {units} units, {open} left open", cases.len());
    assert_eq!(wrong, 0, "of {} cases", cases.len());
    assert!(cases.len() >= 120, "{}", cases.len());
    assert!(open * 20 <= units, "{open} of {units} units left to a person");
}

#[test]
fn every_unit_is_accounted_for_once() {
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 3000, failure_persistence: None, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    );
    let role = prop::sample::select(vec![Role::Title, Role::Paragraph, Role::Cell, Role::Heading(2), Role::ListItem]);
    let text = prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "e", "f"]), 0..9);
    let side = prop::collection::vec((role, text.prop_map(|words| words.join(" "))), 0..14);
    runner
        .run(&(side.clone(), side), |(old, new)| {
            let found = run(&old, &new);
            prop_assert_eq!(found.new.len(), new.len());
            let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
            for (at, attachment) in found.new.iter().enumerate() {
                if let Some(kept) = attachment.keeps() {
                    *seen.entry(kept).or_default() += 1;
                    let same = Fingerprint::of(&old[kept].1) == Fingerprint::of(&new[at].1);
                    prop_assert_eq!(same, !matches!(attachment, Attachment::Edited { .. }));
                }
            }
            found.gone.iter().for_each(|gone| *seen.entry(gone.old).or_default() += 1);
            prop_assert!((0..old.len()).all(|at| seen.get(&at) == Some(&1)));
            prop_assert_eq!(run(&old, &new), found);
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_unchanged_article_stays_as_it_is() {
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 1000, failure_persistence: None, ..Config::default() },
        TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]),
    );
    let role = prop::sample::select(vec![Role::Title, Role::Paragraph, Role::Cell, Role::Heading(2), Role::Quote]);
    let units = prop::collection::vec((role, "[ab]( [ab]){0,5}"), 0..20);
    runner
        .run(&units, |units| {
            let found = run(&units, &units);
            for (at, attachment) in found.new.iter().enumerate() {
                prop_assert_eq!(*attachment, Attachment::Same { old: at });
            }
            Ok(())
        })
        .unwrap();
}

/// Paragraphs of pseudo-random words: a linear congruential generator, so that every run sees the same.
fn paragraphs(count: usize, seed: u64) -> Vec<(Role, String)> {
    let mut state = seed;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    (0..count)
        .map(|_| {
            let length = 10 + next(40);
            let words: Vec<String> = (0..length).map(|_| format!("w{}", next(4000) * next(4000) / 4000)).collect();
            (Role::Paragraph, words.join(" "))
        })
        .collect()
}

#[test]
fn a_long_article_is_aligned_quickly() {
    let old = paragraphs(3600, 1);
    let mut new = paragraphs(2600, 2);
    for (at, (role, text)) in old.iter().enumerate() {
        let edited = text.replacen(' ', if at % 3 == 0 { " really " } else { " " }, 1);
        new.insert((at * 17 / 10).min(new.len()), (role.clone(), edited));
    }
    let started = Instant::now();
    let found = run(&old, &new);
    let elapsed = started.elapsed();
    let kept = found.new.iter().filter(|attachment| attachment.keeps().is_some()).count();
    println!("{} units against {}: {elapsed:?}, {kept} kept", old.len(), new.len());
    assert!(kept >= 3590, "{kept}");
    let unrelated = paragraphs(6200, 3);
    let started = Instant::now();
    let found = run(&old, &unrelated);
    println!("nothing in common: {:?}, {} kept", started.elapsed(), found.new.iter().filter(|a| a.keeps().is_some()).count());
}

/// One unit of an article that is being edited, and the old units its text comes from.
#[derive(Clone)]
struct Tracked {
    unit: (Role, String),
    from: Vec<usize>,
}

/// A small generator with a fixed start, so that a failing sequence can be run again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    fn words(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        (0..count).map(|_| format!("w{}", self.below(60) * self.below(60))).collect::<Vec<_>>().join(" ")
    }
}

fn random_article(dice: &mut Dice) -> Vec<(Role, String)> {
    let mut units = vec![(Role::Title, dice.words(3, 8))];
    for _ in 0..3 + dice.below(5) {
        units.push((Role::Heading(2), dice.words(2, 5)));
        for _ in 0..1 + dice.below(5) {
            units.push((Role::Paragraph, dice.words(12, 50)));
        }
        for _ in 0..dice.below(4) {
            units.push((Role::Cell, dice.words(2, 3)));
            units.push((Role::Cell, ["Yes", "No"][dice.below(2)].to_owned()));
        }
    }
    units
}

fn retype(dice: &mut Dice, text: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for _ in 0..1 + words.len() / 8 {
        let at = dice.below(words.len());
        words[at] = format!("n{}", dice.below(1000));
    }
    words.join(" ")
}

fn edit(dice: &mut Dice, units: &mut Vec<Tracked>) {
    let at = 1 + dice.below(units.len() - 1);
    let is_paragraph = units[at].unit.0 == Role::Paragraph;
    match dice.below(6) {
        0 => units.insert(at, Tracked { unit: (Role::Paragraph, dice.words(12, 40)), from: Vec::new() }),
        1 if units.len() > 4 => drop(units.remove(at)),
        2 if is_paragraph => {
            let unit = units.remove(at);
            let to = 1 + dice.below(units.len());
            units.insert(to, unit);
        }
        3 if is_paragraph && units[at].unit.1.split(' ').count() >= 16 => {
            let words: Vec<&str> = units[at].unit.1.split(' ').collect();
            let (first, second) = words.split_at(words.len() / 2 + dice.below(4));
            let (first, second) = (first.join(" "), second.join(" "));
            let from = units[at].from.clone();
            units[at].unit.1 = first;
            units.insert(at + 1, Tracked { unit: (Role::Paragraph, second), from });
        }
        4 if is_paragraph && at + 1 < units.len() && units[at + 1].unit.0 == Role::Paragraph => {
            let next = units.remove(at + 1);
            units[at].unit.1 = format!("{} {}", units[at].unit.1, next.unit.1);
            units[at].from.extend(next.from);
        }
        _ if is_paragraph => units[at].unit.1 = retype(dice, &units[at].unit.1.clone()),
        _ => {}
    }
}

#[test]
fn random_edits_never_lead_to_a_wrong_partner() {
    let (mut kept, mut could, mut choices, mut wrong) = (0, 0, 0, 0);
    for seed in 0..1500 {
        let mut dice = Dice(seed);
        let old = random_article(&mut dice);
        let mut units: Vec<Tracked> =
            old.iter().enumerate().map(|(at, unit)| Tracked { unit: unit.clone(), from: vec![at] }).collect();
        for _ in 0..1 + dice.below(6) {
            edit(&mut dice, &mut units);
        }
        let new: Vec<(Role, String)> = units.iter().map(|tracked| tracked.unit.clone()).collect();
        let found = run(&old, &new);
        choices += found.ambiguous.len();
        for (at, attachment) in found.new.iter().enumerate() {
            let claimed = match *attachment {
                Attachment::SplitFrom { old } => Some(old),
                other => other.keeps(),
            };
            could += usize::from(!units[at].from.is_empty());
            let Some(claimed) = claimed else { continue };
            kept += 1;
            if !units[at].from.contains(&claimed) && old[claimed].1 != new[at].1 {
                wrong += 1;
                println!("seed {seed}: {:?}\n  became {:?}", old[claimed], new[at]);
            }
        }
    }
    println!("{kept} of {could} units kept, {choices} choices left open, {wrong} wrong");
    assert_eq!(wrong, 0);
    assert!(kept * 100 >= could * 97);
}
