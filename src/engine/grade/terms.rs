//! Terms of the glossary as facts: what they name must not change unseen, whether they are written with capitals or not.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::decide::pair_changes;
use super::facts::{Fact, FactChange, FactKind};
use crate::engine::glossary::Glossary;

/// The terms that went, came or gave way to others between two visible texts; one in another form of it is the same.
pub(super) fn compare_terms(old: &str, new: &str, glossary: &Glossary) -> Vec<FactChange> {
    let read = |text: &str| -> Vec<Fact> {
        let found = glossary.occurrences(text, glossary).into_iter();
        found.map(|found| Fact { kind: FactKind::Name, key: found.source.name.to_string(), shown: found.text }).collect()
    };
    let (old, new) = (read(old), read(new));
    let keys = |facts: &[Fact]| facts.iter().map(|fact| fact.key.clone()).collect::<Vec<_>>();
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &keys(&old), &keys(&new)) {
        if !matches!(op, DiffOp::Equal { .. }) {
            pair_changes(&old[op.old_range()], &new[op.new_range()], &mut changes);
        }
    }
    changes
}

/// Adds terms to the facts that changed; names that are parts of them are said by them.
pub(super) fn merge_terms(changes: &mut Vec<FactChange>, terms: Vec<FactChange>) {
    for term in terms {
        let within = |part: &Option<String>, whole: &Option<String>| match (part, whole) {
            (Some(part), Some(whole)) => whole.contains(part.as_str()),
            (part, _) => part.is_none(),
        };
        changes.retain(|known| known.kind != FactKind::Name || !within(&known.old, &term.old) || !within(&known.new, &term.new));
        changes.push(term);
    }
}
