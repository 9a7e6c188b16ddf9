//! What must hold of every merge of catalogs, whatever is in them.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tarjuman::format::fluent::{self, Translation};
use tarjuman::format::merge::{MergeOptions, Merged};

use super::conflict::{self, Take};

/// One entry of a catalog, and what may stand for it on a side.
#[derive(Debug, Clone)]
enum Part {
    Unit { id: usize, indent: usize, comment: Option<u16>, source: Option<u16>, text: Option<u16>, form: usize },
    Group(u16),
    Comment(u16),
    Term(u16),
    Junk(u16),
}

impl Part {
    fn write(&self) -> String {
        match self {
            Part::Unit { id, indent, comment, source, text, form } => {
                let comment = comment.map(|word| format!("# Cq{word}u{id} said\n")).unwrap_or_default();
                let source = source.map(|word| format!("# [source] sq{word}\n")).unwrap_or_default();
                let body = match (text, form % 4) {
                    (None, _) => format!("# [todo] p-{id} =\n"),
                    (Some(word), 0) => format!("p-{id} = Tq{word}u{id} text\n"),
                    (Some(word), 1) => format!("# [todo] p-{id} = Tq{word}u{id} text\n"),
                    (Some(word), _) => {
                        let spaces = " ".repeat(4 * (indent + 1));
                        format!("p-{id} =\n{spaces}Tq{word}u{id} text\n{spaces}{{ $html-1 }} Tq{word}b{id}\n")
                    }
                };
                comment + &source + &body
            }
            Part::Group(word) => format!("## Gq{word}\n"),
            Part::Comment(word) => format!("# Cq{word} alone\n"),
            Part::Term(word) => format!("-term-{} = Mq{word}\n", word % 3),
            Part::Junk(word) => format!("}} Jq{word} is not Fluent\n"),
        }
    }
}

fn part() -> impl Strategy<Value = Part> {
    let word = || 0..900u16;
    let unit = (
        0..5usize,
        0..3usize,
        prop::option::weighted(0.2, word()),
        prop::option::weighted(0.8, 0..4u16),
        prop::option::weighted(0.8, word()),
        0..6usize,
    );
    prop_oneof![
        8 => unit.prop_map(|(id, indent, comment, source, text, form)| Part::Unit { id, indent, comment, source, text, form }),
        1 => word().prop_map(Part::Group),
        1 => word().prop_map(Part::Comment),
        1 => word().prop_map(Part::Term),
        1 => word().prop_map(Part::Junk),
    ]
}

/// A catalog, and what two sides made of it.
fn sides() -> impl Strategy<Value = (String, String, String)> {
    let edits = || vec((0..9usize, 0..5usize, part()), 0..7);
    (vec(part(), 0..9), edits(), edits(), 0..8usize).prop_map(|(base, ours, theirs, crlf)| {
        let edit = |edits: Vec<(usize, usize, Part)>| {
            let mut parts = base.clone();
            for (at, kind, new) in edits {
                let at = at % (parts.len() + 1);
                match kind {
                    0 if at < parts.len() => drop(parts.remove(at)),
                    1 => parts.insert(at, new),
                    _ if at < parts.len() => parts[at] = retold(&parts[at], new),
                    _ => parts.push(new),
                }
            }
            parts
        };
        let write = |parts: &[Part]| distinct(parts).iter().map(Part::write).collect::<Vec<_>>().join("\n");
        let theirs = write(&edit(theirs));
        let theirs = if crlf == 0 { theirs.replace('\n', "\r\n") } else { theirs };
        (write(&base), write(&edit(ours)), theirs)
    })
}

/// A unit keeps its id when it is edited.
fn retold(old: &Part, new: Part) -> Part {
    match (old, new) {
        (Part::Unit { id, .. }, Part::Unit { indent, comment, source, text, form, .. }) => {
            Part::Unit { id: *id, indent, comment, source, text, form }
        }
        (_, new) => new,
    }
}

/// Each unit and term once.
fn distinct(parts: &[Part]) -> Vec<Part> {
    let mut seen = BTreeSet::new();
    let fresh = |part: &&Part| match part {
        Part::Unit { id, .. } => seen.insert(*id),
        Part::Term(word) => seen.insert(100 + usize::from(word % 3)),
        _ => true,
    };
    parts.iter().filter(fresh).cloned().collect()
}

fn merge(base: &str, ours: &str, theirs: &str) -> Merged {
    fluent::merge(base, ours, theirs, &MergeOptions::default())
}

/// The words that people wrote.
fn words(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| word.get(1..2) == Some("q") && !word.starts_with('s')).collect()
}

/// Every unit of a catalog with its text.
fn texts(text: &str) -> Vec<(String, String)> {
    let catalog = fluent::read(text);
    let said = |translation: &Translation| match translation {
        Translation::Text(message) => format!("{:?} {:?}", message.value, message.attributes),
        other => format!("{other:?}"),
    };
    let mut texts: Vec<_> = catalog.units().map(|unit| (unit.id.to_string(), said(&unit.translation))).collect();
    texts.sort();
    texts
}

fn check(cases: u32, property: impl Fn(&str, &str, &str) -> Result<(), TestCaseError>) {
    let cases = cases * u32::try_from(super::number("TARJUMAN_DRIVER_TIMES", 1)).unwrap();
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]));
    runner.run(&sides(), |(base, ours, theirs)| property(&base, &ours, &theirs)).unwrap();
}

#[test]
fn what_only_one_side_changed_is_taken_from_it() {
    check(1000, |base, ours, theirs| {
        for (x, y) in [(base, ours), (ours, theirs)] {
            prop_assert_eq!(merge(x, x, y), Merged::clean(y.to_owned()));
            prop_assert_eq!(merge(x, y, x), Merged::clean(y.to_owned()));
            prop_assert_eq!(merge(x, y, y), Merged::clean(y.to_owned()));
        }
        Ok(())
    });
}

#[test]
fn both_directions_come_to_the_same() {
    check(4000, |base, ours, theirs| {
        let (one, other) = (merge(base, ours, theirs), merge(base, theirs, ours));
        prop_assert_eq!(one.conflicts, other.conflicts, "{}\n----\n{}", one.text, other.text);
        prop_assert_eq!(words(&one.text), words(&other.text));
        for (take, opposite) in [(Take::Ours, Take::Theirs), (Take::Theirs, Take::Ours)] {
            let (one, other) = (conflict::resolve(&one.text, take), conflict::resolve(&other.text, opposite));
            prop_assert_eq!(texts(&one), texts(&other), "{}\n----\n{}", one, other);
        }
        Ok(())
    });
}

#[test]
fn no_word_of_either_side_is_missing() {
    check(4000, |base, ours, theirs| {
        let merged = merge(base, ours, theirs);
        let (base, ours, theirs) = (words(base), words(ours), words(theirs));
        let found = words(&merged.text);
        for word in ours.union(&theirs) {
            // A word that one side took out is gone, unless it stands in a conflict.
            let taken_out = base.contains(word) && !(ours.contains(word) && theirs.contains(word));
            prop_assert!(taken_out || found.contains(word), "{} is lost:\n{}", word, merged.text);
        }
        Ok(())
    });
}

#[test]
fn conflicts_resolve_to_what_either_side_said_and_to_nothing_broken() {
    let conflicts = std::cell::Cell::new(0);
    check(4000, |base, ours, theirs| {
        let merged = merge(base, ours, theirs);
        conflicts.set(conflicts.get() + merged.conflicts);
        prop_assert_eq!(conflict::count(&merged.text), merged.conflicts);
        for (take, side) in [(Take::Ours, ours), (Take::Theirs, theirs)] {
            let resolved = conflict::resolve(&merged.text, take);
            let read = fluent::read(&resolved);
            prop_assert!(!read.conflicted, "{}", merged.text);
            let broken = |text: &str| fluent::read(text).diagnostics.len();
            prop_assert!(read.diagnostics.len() <= broken(ours) + broken(theirs), "{:?}\n{}", read.diagnostics, resolved);
            for (id, text) in texts(side).iter().filter(|_| merged.conflicts > 0) {
                let inside = merged.text.contains(&format!("\n{id} ="));
                prop_assert!(!inside || texts(&resolved).iter().any(|(other, _)| other == id), "{} {}", id, text);
            }
        }
        Ok(())
    });
    assert!(conflicts.get() > 400, "only {} conflicts", conflicts.get());
}

#[test]
fn a_second_merge_of_the_same_side_changes_nothing() {
    check(1500, |base, ours, theirs| {
        let merged = merge(base, ours, theirs);
        if merged.conflicts == 0 {
            prop_assert_eq!(merge(theirs, &merged.text, theirs), merged);
        }
        Ok(())
    });
}
