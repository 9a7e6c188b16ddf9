//! Which segments of a unit stand as they were, which changed, and which came or went.

use std::collections::HashMap;

use super::chain::{Block, heaviest_chain};
use super::similarity::{Vocabulary, Words, char_similarity};
use crate::base::{Fingerprint, normalise};

/// What became of a segment, by index on either side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SegmentChange {
    /// The same text after normalisation.
    Equal {
        /// Index in the old text.
        old: usize,
        /// Index in the new text.
        new: usize,
    },
    /// Another text, made from the old one.
    Changed {
        /// Index in the old text.
        old: usize,
        /// Index in the new text.
        new: usize,
        /// How alike the two are, 0 to 1.
        similarity: f64,
    },
    /// Not there before.
    Born {
        /// Index in the new text.
        new: usize,
    },
    /// Not there any more.
    Gone {
        /// Index in the old text.
        old: usize,
    },
}

/// From what similarity on a segment counts as changed rather than replaced.
const CHANGED: f64 = 0.4;

/// Compares the flat texts of the segments of two versions of a unit.
///
/// Every segment of either side is named once: first those of the new text in order, then those that went.
pub fn segments<S: AsRef<str>>(old: &[S], new: &[S]) -> Vec<SegmentChange> {
    let mut partners = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    pair_equal(old, new, &mut partners, &mut taken);
    let equal = partners.clone();
    let similar = pair_similar(old, new, &mut partners, &mut taken);
    let mut changes: Vec<SegmentChange> = (0..new.len())
        .map(|at| match (equal[at], partners[at]) {
            (Some(old), _) => SegmentChange::Equal { old, new: at },
            (None, Some(old)) => SegmentChange::Changed { old, new: at, similarity: similar[&at] },
            (None, None) => SegmentChange::Born { new: at },
        })
        .collect();
    changes.extend((0..old.len()).filter(|&at| !taken[at]).map(|old| SegmentChange::Gone { old }));
    changes
}

/// Pairs equal segments: in sequence as many as possible, then moved ones.
fn pair_equal<S: AsRef<str>>(old: &[S], new: &[S], partners: &mut [Option<usize>], taken: &mut [bool]) {
    let print = |text: &S| Fingerprint::of(text.as_ref());
    let (old, new): (Vec<_>, Vec<_>) = (old.iter().map(print).collect(), new.iter().map(print).collect());
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new) {
        if let similar::DiffOp::Equal { old_index, new_index, len } = op {
            for step in 0..len {
                partners[new_index + step] = Some(old_index + step);
                taken[old_index + step] = true;
            }
        }
    }
    for at in 0..new.len() {
        if partners[at].is_none()
            && let Some(moved) = (0..old.len()).find(|&from| !taken[from] && old[from] == new[at])
        {
            partners[at] = Some(moved);
            taken[moved] = true;
        }
    }
}

/// Pairs what is left in sequence by similarity; returns the similarity by new index.
fn pair_similar<S: AsRef<str>>(old: &[S], new: &[S], partners: &mut [Option<usize>], taken: &mut [bool]) -> HashMap<usize, f64> {
    let mut vocabulary = Vocabulary::default();
    let mut words = |text: &S| vocabulary.words(&normalise(text.as_ref()));
    let old_words: Vec<Words> = old.iter().map(&mut words).collect();
    let new_words: Vec<Words> = new.iter().map(&mut words).collect();
    let mut blocks = Vec::new();
    let mut found = Vec::new();
    for from in (0..old.len()).filter(|&from| !taken[from]) {
        for to in (0..new.len()).filter(|&to| partners[to].is_none()) {
            let by_words = old_words[from].similarity(&new_words[to], CHANGED).unwrap_or(0.0);
            let short = old_words[from].len().max(new_words[to].len()) <= 6;
            let by_chars = if short { char_similarity(old[from].as_ref(), new[to].as_ref()) } else { 0.0 };
            let similarity = by_words.max(if by_chars >= 0.7 { by_chars } else { 0.0 });
            if similarity >= CHANGED {
                blocks.push(Block { old: from..from + 1, new: to..to + 1, weight: (similarity * 1000.0) as u64 });
                found.push(similarity);
            }
        }
    }
    let mut similar = HashMap::new();
    for at in heaviest_chain(&blocks) {
        partners[blocks[at].new.start] = Some(blocks[at].old.start);
        taken[blocks[at].old.start] = true;
        similar.insert(blocks[at].new.start, found[at]);
    }
    similar
}
