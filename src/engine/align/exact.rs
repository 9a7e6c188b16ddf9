//! Units with an equal text, and units that can only be each other whatever their text.

use std::collections::HashMap;

use super::AlignUnit;
use super::decide::Draft;
use crate::engine::diff::{Block, count_words, heaviest_chain};
use crate::model::Role;

/// From how many words on a text says enough to be recognised in another role or far from its neighbours.
const TELLING: usize = 4;

/// Whether an article has one unit of this role, which can be recognised by it.
pub(super) fn is_named(role: &Role) -> bool {
    role.is_singular() || matches!(role, Role::FrontMatter(name) if !name.is_empty())
}

/// Pairs the title with the title and each front matter field with its namesake.
pub(super) fn pair_namesakes(draft: &mut Draft<'_>) {
    let olds = named(draft.old);
    let news = named(draft.new);
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
    let chain = if unique.is_sorted_by_key(|&(_, new)| new) { unique } else { heaviest(draft, &unique) };
    for &(old, new) in &chain {
        draft.pair(old, new, true);
    }
    spread(draft, &chain, true);
    for (olds, news) in gaps(draft) {
        let old_keys: Vec<usize> = olds.iter().map(|&at| draft.keys.old[at]).collect();
        let new_keys: Vec<usize> = news.iter().map(|&at| draft.keys.new[at]).collect();
        for op in similar::capture_diff_slices(similar::Algorithm::Myers, &old_keys, &new_keys) {
            if let similar::DiffOp::Equal { old_index, new_index, len } = op {
                (0..len).for_each(|step| draft.pair(olds[old_index + step], news[new_index + step], true));
            }
        }
    }
}

/// Of pairs of equal units, those that keep their order and say most.
fn heaviest(draft: &Draft<'_>, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let blocks: Vec<Block> =
        pairs.iter().map(|&(old, new)| Block { old: old..old + 1, new: new..new + 1, weight: weight(draft, old, new) }).collect();
    heaviest_chain(&blocks).into_iter().map(|at| pairs[at]).collect()
}

/// How much a pair of equal units says about the order of the others: its words, then whether it stands where it stood.
fn weight(draft: &Draft<'_>, old: usize, new: usize) -> u64 {
    let words = if has_letters(draft, old) { count_words(draft.old[old].text, 50) as u64 + 1 } else { 1 };
    let before = has_equal_before(draft, old, new);
    let after = has_equal_after(draft, old, new);
    let from_start = old == new;
    let from_end = draft.old.len() - old == draft.new.len() - new;
    8 * words + [before, after, from_start, from_end].into_iter().map(u64::from).sum::<u64>()
}

fn has_equal_before(draft: &Draft<'_>, old: usize, new: usize) -> bool {
    old > 0 && new > 0 && draft.keys.old[old - 1] == draft.keys.new[new - 1]
}

fn has_equal_after(draft: &Draft<'_>, old: usize, new: usize) -> bool {
    old + 1 < draft.old.len() && new + 1 < draft.new.len() && draft.keys.old[old + 1] == draft.keys.new[new + 1]
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
    let olds = draft.keys.group(0..draft.old.len(), &draft.keys.old);
    let news = draft.keys.group(0..draft.new.len(), &draft.keys.new);
    let occurs_once = |old: usize| olds[draft.keys.old[old]].len() == 1 && news[draft.keys.old[old]].len() == 1;
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
    let olds = draft.keys.group((0..draft.old.len()).filter(|&at| draft.old_is_free(at)), &draft.keys.old);
    let news = draft.keys.group((0..draft.new.len()).filter(|&at| draft.new_is_free(at)), &draft.keys.new);
    single_pairs(&olds, &news)
}

/// Pairs of what is alone in groups of one number, ascending.
fn single_pairs(olds: &[Vec<usize>], news: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = olds
        .iter()
        .zip(news)
        .filter_map(|(olds, news)| match (olds.as_slice(), news.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
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
    let fits = draft.old_is_free(old) && draft.new_is_free(new) && draft.keys.old[old] == draft.keys.new[new];
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
    let (olds, news) = left(draft, &draft.keys.old, &draft.keys.new);
    let mut groups: Vec<(&Vec<usize>, &Vec<usize>)> =
        olds.iter().zip(&news).filter(|(olds, news)| !olds.is_empty() && !news.is_empty()).collect();
    groups.sort_unstable();
    for (olds, news) in groups {
        for (&old, &new) in olds.iter().zip(news) {
            draft.pair(old, new, false);
        }
    }
}

/// A text that is left once on either side in different roles: a paragraph that became a list item.
fn pair_across_roles(draft: &mut Draft<'_>) {
    let (olds, news) = left(draft, &draft.keys.old_text, &draft.keys.new_text);
    let pairs = single_pairs(&olds, &news);
    for (old, new) in pairs {
        draft.pair(old, new, false);
    }
}

fn is_telling(draft: &Draft<'_>, old: usize) -> bool {
    count_words(draft.old[old].text, TELLING) >= TELLING
}

/// The free units of both sides that say enough, by number.
fn left(draft: &Draft<'_>, old: &[usize], new: &[usize]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let news = draft.keys.group((0..draft.new.len()).filter(|&at| draft.new_is_free(at)), new);
    // Words are counted only where there is a text to pair with.
    let may_pair = |at: usize| draft.old_is_free(at) && !news[old[at]].is_empty() && is_telling(draft, at);
    let olds = draft.keys.group((0..draft.old.len()).filter(|&at| may_pair(at)), old);
    (olds, news)
}

fn named<'t>(units: &[AlignUnit<'t>]) -> HashMap<&'t Role, Vec<usize>> {
    let mut named: HashMap<&Role, Vec<usize>> = HashMap::new();
    for at in (0..units.len()).filter(|&at| is_named(units[at].role)) {
        named.entry(units[at].role).or_default().push(at);
    }
    named
}
