//! The table of edits, run through the aligner and through three simple ways of giving units a name.

use std::collections::HashMap;

use tarjuman::model::Role;

use super::table::{self, Case, Expected};

/// A way of finding the old unit of every new one.
type Keys = fn(&Case) -> Vec<Option<usize>>;

/// Runs the table through all of them and prints what each kept and mis-attached.
pub fn compare() {
    let cases = table::cases();
    let ways: [(&str, Keys); 4] =
        [("tarjuman", aligned), ("exact text", by_text), ("position", by_position), ("heading path", by_heading)];
    let units: usize = cases.iter().flat_map(|case| &case.expected).filter(|expected| expected.old().is_some()).count();
    println!("{} edits, {units} units that have an old one", cases.len());
    println!("{:<14} {:>6} {:>13}", "keyed by", "kept", "mis-attached");
    for (name, way) in ways {
        let (mut kept, mut wrong) = (0, 0);
        for case in &cases {
            for (expected, found) in case.expected.iter().zip(way(case)) {
                let is_right = found.is_some() && found == expected.old();
                kept += usize::from(is_right);
                wrong += usize::from(found.is_some() && !is_right);
            }
        }
        println!("{name:<14} {kept:>6} {wrong:>13}");
    }
}

fn aligned(case: &Case) -> Vec<Option<usize>> {
    let found = case.align();
    (0..case.new.len()).map(|at| found.new[at].keeps().or_else(|| table::split_from(found.new[at]))).collect()
}

/// As gettext and everything that hashes texts does: the same text is the same unit.
fn by_text(case: &Case) -> Vec<Option<usize>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (at, (_, text)) in case.old.iter().enumerate() {
        places.entry(text).or_insert(at);
    }
    case.new.iter().map(|(_, text)| places.get(text.as_str()).copied()).collect()
}

/// The same number is the same unit.
fn by_position(case: &Case) -> Vec<Option<usize>> {
    (0..case.new.len()).map(|at| (at < case.old.len()).then_some(at)).collect()
}

/// The same number of its kind below the same headings is the same unit.
fn by_heading(case: &Case) -> Vec<Option<usize>> {
    let keys = |units: &[(Role, String)]| {
        let mut heading = String::new();
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut keys = Vec::new();
        for (role, text) in units {
            if matches!(role, Role::Heading(_)) {
                heading.clone_from(text);
            }
            let place = format!("{heading}/{}", role.prefix());
            let count = counts.entry(place.clone()).or_default();
            *count += 1;
            keys.push(format!("{place}/{count}"));
        }
        keys
    };
    let old: HashMap<String, usize> = keys(&case.old).into_iter().enumerate().map(|(at, key)| (key, at)).collect();
    keys(&case.new).iter().map(|key| old.get(key).copied()).collect()
}

impl Expected {
    fn old(self) -> Option<usize> {
        match self {
            Expected::Same(old) | Expected::Moved(old) | Expected::Edited(old) | Expected::Split(old) => Some(old),
            Expected::Born | Expected::Open => None,
        }
    }
}
