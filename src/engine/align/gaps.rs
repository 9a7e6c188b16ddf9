//! Similar units between, or beside, units that are certain: one to one, one to several, several to one.

use std::collections::{BTreeMap, HashMap};

use super::decide::Draft;
use super::exact::gaps;
use crate::engine::diff::{Block, Words, heaviest_chain};

/// From what similarity on a unit between certain neighbours is the old one edited.
const BETWEEN: f64 = 0.5;
/// The same where the two are all that is left between their neighbours.
const ALONE: f64 = 0.3;
/// The same beside one certain neighbour only.
const BESIDE: f64 = 0.6;
/// The same for units of different roles.
const OTHER_ROLE: f64 = 0.7;
/// From what similarity on a unit is its parts put together.
const PARTS: f64 = 0.7;
/// What share of a part's words must be in the whole.
const PART_OF: f64 = 0.6;
/// The most parts one unit is split into.
const MOST_PARTS: usize = 4;
/// Less than this apart, two partners are about equally good.
const MARGIN: f64 = 0.05;
/// The longest run of units looked at beside a certain neighbour.
const LONGEST_RUN: usize = 40;

/// Pairs what is similar in each gap of the main sequence, then what is left alone in one.
pub(super) fn pair_between(draft: &mut Draft<'_>) {
    for (olds, news) in gaps(draft) {
        solve(draft, &olds, &news, BETWEEN, true);
    }
    for (olds, news) in gaps(draft) {
        if let ([old], [new]) = (olds.as_slice(), news.as_slice())
            && draft.evidence.same_role(*old, *new)
            && (is_same_cell(draft, *old, *new) || draft.evidence.similarity(*old, *new, ALONE).is_some())
        {
            draft.pair(*old, *new, true);
        }
    }
}

/// Pairs what is similar next to a unit that moved: an edited paragraph goes with its section.
pub(super) fn pair_beside(draft: &mut Draft<'_>) {
    let anchors: Vec<(usize, usize)> =
        (0..draft.new.len()).filter(|&new| !draft.in_sequence[new]).filter_map(|new| Some((draft.to_old[new]?, new))).collect();
    for (old, new) in anchors {
        let olds: Vec<usize> = (old + 1..draft.old.len()).take_while(|&at| draft.old_is_free(at)).take(LONGEST_RUN).collect();
        let news: Vec<usize> = (new + 1..draft.new.len()).take_while(|&at| draft.new_is_free(at)).take(LONGEST_RUN).collect();
        solve(draft, &olds, &news, BESIDE, false);
        let mut olds: Vec<usize> = (0..old).rev().take_while(|&at| draft.old_is_free(at)).take(LONGEST_RUN).collect();
        let mut news: Vec<usize> = (0..new).rev().take_while(|&at| draft.new_is_free(at)).take(LONGEST_RUN).collect();
        olds.reverse();
        news.reverse();
        solve(draft, &olds, &news, BESIDE, false);
    }
}

/// Whether two table cells stand between the same cells, so that only their content can have changed.
fn is_same_cell(draft: &Draft<'_>, old: usize, new: usize) -> bool {
    let is_cell = |role: Option<&str>| role == Some("td");
    let old_role = |at: usize| draft.old.get(at).map(|unit| unit.role.prefix());
    let new_role = |at: usize| draft.new.get(at).map(|unit| unit.role.prefix());
    let (Some(before_old), Some(before_new)) = (old.checked_sub(1), new.checked_sub(1)) else { return false };
    let after_match = draft.to_new.get(old + 1).is_some_and(|&to| to == Some(new + 1));
    let both_end = !is_cell(old_role(old + 1)) && !is_cell(new_role(new + 1));
    is_cell(old_role(old))
        && is_cell(old_role(before_old))
        && draft.to_new[before_old] == Some(before_new)
        && (after_match || both_end)
}

/// Chooses the best pairs, splits and merges among `olds` and `news`, ascending and free, that keep their order.
fn solve(draft: &mut Draft<'_>, olds: &[usize], news: &[usize], floor: f64, in_sequence: bool) {
    if olds.is_empty() || news.is_empty() {
        return;
    }
    let mut blocks = Vec::new();
    let candidates = draft.evidence.candidates(olds, news);
    for (from, to) in candidates.pairs() {
        push_pair(draft, (olds, news), (from, to), floor, &mut blocks);
        push_parts(draft, (olds, news), (from, to), &mut blocks);
    }
    // The same parts are found from each of their candidates.
    blocks.sort_by_key(|block| (block.old.start, block.new.start, block.old.end, block.new.end));
    blocks.dedup();
    let chain: Vec<Block> = heaviest_chain(&blocks).into_iter().map(|at| blocks[at].clone()).collect();
    let (pairs, parts): (Vec<Block>, Vec<Block>) =
        chain.into_iter().partition(|block| block.old.len() == 1 && block.new.len() == 1);
    for block in parts {
        apply_parts(draft, &olds[block.old.clone()], &news[block.new.clone()], in_sequence);
    }
    let pairs: Vec<(usize, usize)> = pairs.iter().map(|block| (olds[block.old.start], news[block.new.start])).collect();
    let candidates: Vec<(usize, usize)> = candidates.pairs().map(|(from, to)| (olds[from], news[to])).collect();
    apply_pairs(draft, &candidates, &pairs, in_sequence);
}

fn push_pair(
    draft: &Draft<'_>,
    (olds, news): (&[usize], &[usize]),
    (from, to): (usize, usize),
    floor: f64,
    blocks: &mut Vec<Block>,
) {
    let (old, new) = (olds[from], news[to]);
    let same_role = draft.evidence.same_role(old, new);
    let floor = if same_role { floor } else { floor.max(OTHER_ROLE) };
    if let Some(similarity) = draft.evidence.similarity(old, new, floor) {
        let marks = (100.0 * draft.evidence.shared_marks(old, new)) as u64;
        let bonus = 100 * u64::from(same_role) + 40 * closeness(draft, old, new) + marks;
        blocks.push(Block { old: from..from + 1, new: to..to + 1, weight: (similarity * 2000.0) as u64 + bonus });
    }
}

/// On how many sides the two have paired neighbours, or both the end of the article; headings that are one count too.
fn closeness(draft: &Draft<'_>, old: usize, new: usize) -> u64 {
    let before = match (old.checked_sub(1), new.checked_sub(1)) {
        (Some(old), Some(new)) => draft.to_new[old] == Some(new),
        (before_old, before_new) => before_old == before_new,
    };
    let after = match (draft.to_new.get(old + 1), new + 1 < draft.new.len()) {
        (Some(to), true) => *to == Some(new + 1),
        (to, more) => to.is_none() && !more,
    };
    let below = draft.evidence.headings(old, new).is_some_and(|(old, new)| draft.to_new[old] == Some(new));
    u64::from(before) + u64::from(after) + u64::from(below)
}

/// Adds the splits and merges that the pair of positions `from` and `to` is a part of.
fn push_parts(draft: &Draft<'_>, (olds, news): (&[usize], &[usize]), (from, to): (usize, usize), blocks: &mut Vec<Block>) {
    let evidence = &draft.evidence;
    for range in part_ranges(news, to, |at| evidence.new[news[at]].contained_in(&evidence.old[olds[from]]) >= PART_OF) {
        let parts: Vec<&Words> = range.clone().map(|at| &evidence.new[news[at]]).collect();
        if let Some(weight) = parts_weight(&evidence.old[olds[from]], &parts) {
            blocks.push(Block { old: from..from + 1, new: range, weight });
        }
    }
    for range in part_ranges(olds, from, |at| evidence.old[olds[at]].contained_in(&evidence.new[news[to]]) >= PART_OF) {
        let parts: Vec<&Words> = range.clone().map(|at| &evidence.old[olds[at]]).collect();
        if let Some(weight) = parts_weight(&evidence.new[news[to]], &parts) {
            blocks.push(Block { old: range, new: to..to + 1, weight });
        }
    }
}

/// Ranges of two to four neighbouring positions around `at`, all of which may be parts.
fn part_ranges(units: &[usize], at: usize, is_part: impl Fn(usize) -> bool) -> Vec<std::ops::Range<usize>> {
    if !is_part(at) {
        return Vec::new();
    }
    let mut first = at;
    while first > 0 && at - (first - 1) < MOST_PARTS && units[first - 1] + 1 == units[first] && is_part(first - 1) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < units.len() && last + 1 - at < MOST_PARTS && units[last] + 1 == units[last + 1] && is_part(last + 1) {
        last += 1;
    }
    let mut ranges = Vec::new();
    for start in first..=at {
        for end in at.max(start + 1)..=last.min(start + MOST_PARTS - 1) {
            ranges.push(start..end + 1);
        }
    }
    ranges
}

/// How much speaks for `parts` together being the whole; every unit of the block counts.
fn parts_weight(whole: &Words, parts: &[&Words]) -> Option<u64> {
    let (first, rest) = parts.split_first()?;
    let together = rest.iter().fold((*first).clone(), |together, part| together.followed_by(part));
    let similarity = whole.similarity(&together, PARTS)?;
    // A part that adds nothing is a unit of its own.
    let adds = parts.iter().all(|part| !part.is_empty())
        && parts.iter().all(|part| best_without(whole, parts, part) + MARGIN < similarity || part.len() < 4);
    adds.then_some((similarity * 1000.0) as u64 * (1 + parts.len() as u64) + 100)
}

fn best_without(whole: &Words, parts: &[&Words], left_out: &Words) -> f64 {
    let mut others = parts.iter().filter(|part| !std::ptr::eq(**part, left_out));
    let Some(first) = others.next() else { return 0.0 };
    let together = others.fold((*first).clone(), |together, part| together.followed_by(part));
    whole.similarity(&together, 0.0).unwrap_or(0.0)
}

/// Carries a split or a merge out: the most similar part keeps the identity, the first of equally similar ones.
fn apply_parts(draft: &mut Draft<'_>, olds: &[usize], news: &[usize], in_sequence: bool) {
    let similarity = |old: usize, new: usize| draft.evidence.similarity(old, new, 0.0).unwrap_or(0.0);
    let best = |candidates: Vec<f64>| {
        let most = candidates.iter().copied().fold(0.0, f64::max);
        candidates.iter().position(|&candidate| candidate >= most).unwrap_or(0)
    };
    if let [old] = *olds {
        let keeper = news[best(news.iter().map(|&new| similarity(old, new)).collect())];
        news.iter().filter(|&&new| new != keeper).for_each(|&new| draft.split_from[new] = Some(old));
        draft.pair(old, keeper, in_sequence);
    } else if let [new] = *news {
        let keeper = olds[best(olds.iter().map(|&old| similarity(old, new)).collect())];
        olds.iter().filter(|&&old| old != keeper).for_each(|&old| draft.merged_into[old] = Some(new));
        draft.pair(keeper, new, in_sequence);
    }
}

/// Carries pairs out, but for those that have a rival about as good which position does not rule out.
fn apply_pairs(draft: &mut Draft<'_>, candidates: &[(usize, usize)], pairs: &[(usize, usize)], in_sequence: bool) {
    let paired_old: HashMap<usize, usize> = pairs.iter().copied().collect();
    let paired_new: HashMap<usize, usize> = pairs.iter().map(|&(old, new)| (new, old)).collect();
    let mut rivals: BTreeMap<(usize, usize), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for &(old, new) in candidates.iter().filter(|&&(old, new)| draft.old_is_free(old) && draft.new_is_free(new)) {
        match (paired_old.get(&old), paired_new.get(&new)) {
            (Some(&chosen), None) if is_rival(draft, (old, chosen), (old, new)) => {
                rivals.entry((old, chosen)).or_default().1.push(new)
            }
            (None, Some(&chosen)) if is_rival(draft, (chosen, new), (old, new)) => {
                rivals.entry((chosen, new)).or_default().0.push(old)
            }
            _ => {}
        }
    }
    for ((old, new), (mut olds, mut news)) in rivals {
        olds.push(old);
        news.push(new);
        draft.leave_undecided(olds, news);
    }
    for &(old, new) in pairs {
        if draft.old_is_free(old) && draft.new_is_free(new) {
            draft.pair(old, new, in_sequence);
        }
    }
}

/// Whether `other` is about as good as the chosen pair in words and in place.
fn is_rival(draft: &Draft<'_>, chosen: (usize, usize), other: (usize, usize)) -> bool {
    let similarity = draft.evidence.similarity(chosen.0, chosen.1, 0.0).unwrap_or(0.0);
    let marks = |pair: (usize, usize)| draft.evidence.shared_marks(pair.0, pair.1);
    closeness(draft, other.0, other.1) >= closeness(draft, chosen.0, chosen.1)
        && marks(other) >= marks(chosen) - MARGIN
        && draft.evidence.similarity(other.0, other.1, (similarity - MARGIN).max(0.0)).is_some()
}
