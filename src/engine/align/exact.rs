//! Units with an equal text, and units that can only be each other whatever their text.

use std::collections::HashMap;
use std::hash::Hash;

use super::decide::Draft;
use crate::base::Fingerprint;
use crate::engine::diff::{Block, heaviest_chain};
use crate::model::Role;

/// What makes two units equal: text and role.
type Key = (Fingerprint, &'static str);

/// From how many words on a text says enough to be recognised in another role or far from its neighbours.
const TELLING: usize = 4;

/// Whether an article has one unit of this role, which can be recognised by it.
pub(super) fn is_named(role: &Role) -> bool {
    role.is_singular() || matches!(role, Role::FrontMatter(name) if !name.is_empty())
}

/// Pairs the title with the title and each front matter field with its namesake.
pub(super) fn pair_namesakes(draft: &mut Draft<'_>) {
    let olds = index((0..draft.old.len()).filter(|&at| is_named(draft.old[at].role)), |at| draft.old[at].role);
    let news = index((0..draft.new.len()).filter(|&at| is_named(draft.new[at].role)), |at| draft.new[at].role);
    for new in 0..draft.new.len() {
        if let (Some([old]), Some([_])) =
            (olds.get(draft.new[new].role).map(Vec::as_slice), news.get(draft.new[new].role).map(Vec::as_slice))
            && draft.old_is_free(*old)
            && draft.new_is_free(new)
        {
            // Namesakes may change places, so they bound no gap.
            draft.pair(*old, new, false);
        }
    }
}

/// Pairs equal units in the order both sides share: first those whose text occurs once, the longest texts counting most,
/// then their equal neighbours, then what is equal in the gaps.
pub(super) fn pair_in_sequence(draft: &mut Draft<'_>) {
    let unique = unique_pairs(draft);
    let blocks: Vec<Block> = unique
        .iter()
        .map(|&(old, new)| Block { old: old..old + 1, new: new..new + 1, weight: weight(draft, old, new) })
        .collect();
    let chain: Vec<(usize, usize)> = heaviest_chain(&blocks).into_iter().map(|at| unique[at]).collect();
    for &(old, new) in &chain {
        draft.pair(old, new, true);
    }
    spread(draft, &chain, true);
    for (olds, news) in gaps(draft) {
        let keys = |draft: &Draft<'_>| {
            (
                olds.iter().map(|&at| old_key(draft, at)).collect::<Vec<_>>(),
                news.iter().map(|&at| new_key(draft, at)).collect::<Vec<_>>(),
            )
        };
        let (old_keys, new_keys) = keys(draft);
        for op in similar::capture_diff_slices(similar::Algorithm::Myers, &old_keys, &new_keys) {
            if let similar::DiffOp::Equal { old_index, new_index, len } = op {
                (0..len).for_each(|step| draft.pair(olds[old_index + step], news[new_index + step], true));
            }
        }
    }
}

/// How much a pair of equal units says about the order of the others: its words, then whether it stands where it stood.
fn weight(draft: &Draft<'_>, old: usize, new: usize) -> u64 {
    let words = if has_letters(draft, old) { draft.evidence.old[old].len().min(50) as u64 + 1 } else { 1 };
    let before = has_equal_before(draft, old, new);
    let after = has_equal_after(draft, old, new);
    let from_start = old == new;
    let from_end = draft.old.len() - old == draft.new.len() - new;
    8 * words + [before, after, from_start, from_end].into_iter().map(u64::from).sum::<u64>()
}

fn has_equal_before(draft: &Draft<'_>, old: usize, new: usize) -> bool {
    old > 0 && new > 0 && old_key(draft, old - 1) == new_key(draft, new - 1)
}

fn has_equal_after(draft: &Draft<'_>, old: usize, new: usize) -> bool {
    old + 1 < draft.old.len() && new + 1 < draft.new.len() && old_key(draft, old + 1) == new_key(draft, new + 1)
}

fn has_equal_neighbour(draft: &Draft<'_>, old: usize, new: usize) -> bool {
    has_equal_before(draft, old, new) || has_equal_after(draft, old, new)
}

fn has_letters(draft: &Draft<'_>, old: usize) -> bool {
    draft.old[old].text.chars().any(char::is_alphabetic)
}

/// Pairs equal units that stand elsewhere: those whose text is left once on either side, their equal neighbours, then
/// repeated texts that say enough, in order.
pub(super) fn pair_moved(draft: &mut Draft<'_>) {
    let counts = index(0..draft.old.len(), |at| old_key(draft, at));
    let new_counts = index(0..draft.new.len(), |at| new_key(draft, at));
    let occurs_once = |old: usize| {
        let key = old_key(draft, old);
        counts.get(&key).is_some_and(|at| at.len() == 1) && new_counts.get(&key).is_some_and(|at| at.len() == 1)
    };
    // A short cell in another row is another cell, unless its neighbours came with it.
    let stays = |old: usize, new: usize| *draft.old[old].role != Role::Cell || has_equal_neighbour(draft, old, new);
    let is_known = |old: usize, new: usize| occurs_once(old) && has_letters(draft, old) && stays(old, new);
    let unique: Vec<(usize, usize)> =
        unique_pairs(draft).into_iter().filter(|&(old, new)| is_telling(draft, old) || is_known(old, new)).collect();
    for &(old, new) in &unique {
        draft.pair(old, new, false);
    }
    spread(draft, &unique, false);
    pair_repeated(draft);
    pair_across_roles(draft);
}

/// The free units whose text and role occur once among the free ones on either side.
fn unique_pairs(draft: &Draft<'_>) -> Vec<(usize, usize)> {
    let olds = index((0..draft.old.len()).filter(|&at| draft.old_is_free(at)), |at| old_key(draft, at));
    let news = index((0..draft.new.len()).filter(|&at| draft.new_is_free(at)), |at| new_key(draft, at));
    let mut pairs: Vec<(usize, usize)> = olds
        .iter()
        .filter_map(|(key, olds)| match (olds.as_slice(), news.get(key).map(Vec::as_slice)) {
            ([old], Some([new])) => Some((*old, *new)),
            _ => None,
        })
        .collect();
    pairs.sort_unstable();
    pairs
}

/// Pairs equal free neighbours of pairs, forwards first: a repeated text belongs to what stands before it.
fn spread(draft: &mut Draft<'_>, pairs: &[(usize, usize)], in_sequence: bool) {
    for &(old, new) in pairs {
        let (mut old, mut new) = (old + 1, new + 1);
        while old < draft.old.len() && new < draft.new.len() && pair_if_equal(draft, old, new, in_sequence) {
            (old, new) = (old + 1, new + 1);
        }
    }
    for &(old, new) in pairs {
        let (mut old, mut new) = (old, new);
        while old > 0 && new > 0 && pair_if_equal(draft, old - 1, new - 1, in_sequence) {
            (old, new) = (old - 1, new - 1);
        }
    }
}

fn pair_if_equal(draft: &mut Draft<'_>, old: usize, new: usize, in_sequence: bool) -> bool {
    let fits = draft.old_is_free(old) && draft.new_is_free(new) && old_key(draft, old) == new_key(draft, new);
    if fits {
        draft.pair(old, new, in_sequence);
    }
    fits
}

/// Runs of free units between neighbouring pairs of the main sequence, on both sides.
pub(super) fn gaps(draft: &Draft<'_>) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut bounds: Vec<(usize, usize)> = Vec::new();
    for new in (0..draft.new.len()).filter(|&new| draft.in_sequence[new]) {
        bounds.push((draft.to_old[new].expect("a pair in sequence has an old unit"), new));
    }
    bounds.push((draft.old.len(), draft.new.len()));
    let (mut old_start, mut new_start) = (0, 0);
    let mut gaps = Vec::new();
    for (old, new) in bounds {
        let olds: Vec<usize> = (old_start..old).filter(|&at| draft.old_is_free(at)).collect();
        let news: Vec<usize> = (new_start..new).filter(|&at| draft.new_is_free(at)).collect();
        if !olds.is_empty() && !news.is_empty() {
            gaps.push((olds, news));
        }
        (old_start, new_start) = (old + 1, new + 1);
    }
    gaps
}

/// Repeated texts that are left: as many as there are on both sides, in order, if they say enough.
fn pair_repeated(draft: &mut Draft<'_>) {
    let olds = index((0..draft.old.len()).filter(|&at| draft.old_is_free(at) && is_telling(draft, at)), |at| old_key(draft, at));
    let news = index((0..draft.new.len()).filter(|&at| draft.new_is_free(at)), |at| new_key(draft, at));
    let mut groups: Vec<(&Vec<usize>, &Vec<usize>)> =
        olds.iter().filter_map(|(key, olds)| Some((olds, news.get(key)?))).collect();
    groups.sort_unstable();
    for (olds, news) in groups {
        for (&old, &new) in olds.iter().zip(news) {
            draft.pair(old, new, false);
        }
    }
}

/// A text that is left once on either side in different roles: a paragraph that became a list item.
fn pair_across_roles(draft: &mut Draft<'_>) {
    let olds =
        index((0..draft.old.len()).filter(|&at| draft.old_is_free(at) && is_telling(draft, at)), |at| draft.old[at].fingerprint);
    let news = index((0..draft.new.len()).filter(|&at| draft.new_is_free(at)), |at| draft.new[at].fingerprint);
    let mut pairs: Vec<(usize, usize)> = olds
        .iter()
        .filter_map(|(key, olds)| match (olds.as_slice(), news.get(key).map(Vec::as_slice)) {
            ([old], Some([new])) => Some((*old, *new)),
            _ => None,
        })
        .collect();
    pairs.sort_unstable();
    for (old, new) in pairs {
        draft.pair(old, new, false);
    }
}

fn is_telling(draft: &Draft<'_>, old: usize) -> bool {
    draft.evidence.old[old].len() >= TELLING
}

fn old_key(draft: &Draft<'_>, at: usize) -> Key {
    (draft.old[at].fingerprint, draft.old[at].role.prefix())
}

fn new_key(draft: &Draft<'_>, at: usize) -> Key {
    (draft.new[at].fingerprint, draft.new[at].role.prefix())
}

fn index<K: Hash + Eq>(units: impl Iterator<Item = usize>, key: impl Fn(usize) -> K) -> HashMap<K, Vec<usize>> {
    let mut index: HashMap<K, Vec<usize>> = HashMap::new();
    for at in units {
        index.entry(key(at)).or_default().push(at);
    }
    index
}
