//! Similar units far from their old neighbours: taken only where nothing else comes near.

use std::collections::HashMap;

use super::decide::Draft;

/// From what similarity on a unit is recognised wherever it stands.
const MOVED: f64 = 0.7;
/// By how much the best partner must be better than the next.
const LEAD: f64 = 0.1;
/// Fewer words than this say too little.
const FEWEST: usize = 5;

/// Pairs free units that are each other's best partner by far; reports those with more than one good partner.
pub(super) fn pair_similar(draft: &mut Draft<'_>) {
    let tells = |words: &crate::engine::diff::Words| words.len() >= FEWEST;
    let olds: Vec<usize> = (0..draft.old.len()).filter(|&at| draft.old_is_free(at) && tells(&draft.evidence.old[at])).collect();
    let news: Vec<usize> = (0..draft.new.len()).filter(|&at| draft.new_is_free(at) && tells(&draft.evidence.new[at])).collect();
    let mut found: Vec<(usize, usize, f64)> = Vec::new();
    for (from, to) in draft.evidence.candidates(&olds, &news).pairs() {
        let (old, new) = (olds[from], news[to]);
        let role_cost = if draft.evidence.same_role(old, new) { 0.0 } else { LEAD };
        if let Some(similarity) = draft.evidence.similarity(old, new, MOVED - LEAD) {
            found.push((old, new, similarity - role_cost));
        }
    }
    let by_old = group(&found, |&(old, _, _)| old);
    let by_new = group(&found, |&(_, new, _)| new);
    let mut good: Vec<(usize, usize, f64)> = found.iter().copied().filter(|&(_, _, similarity)| similarity >= MOVED).collect();
    good.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    for (old, new, similarity) in good {
        if !draft.old_is_free(old) || !draft.new_is_free(new) {
            continue;
        }
        let near = |other: f64| other > similarity - LEAD;
        let rival_news: Vec<usize> = by_old[&old]
            .iter()
            .filter(|other| other.1 != new && near(other.2) && draft.new_is_free(other.1))
            .map(|other| other.1)
            .collect();
        let rival_olds: Vec<usize> = by_new[&new]
            .iter()
            .filter(|other| other.0 != old && near(other.2) && draft.old_is_free(other.0))
            .map(|other| other.0)
            .collect();
        if rival_news.is_empty() && rival_olds.is_empty() {
            draft.pair(old, new, false);
        } else {
            draft.leave_undecided(rival_olds.into_iter().chain([old]).collect(), rival_news.into_iter().chain([new]).collect());
        }
    }
}

type Found = (usize, usize, f64);

fn group(found: &[Found], key: impl Fn(&Found) -> usize) -> HashMap<usize, Vec<Found>> {
    let mut groups: HashMap<usize, Vec<Found>> = HashMap::new();
    for pair in found {
        groups.entry(key(pair)).or_default().push(*pair);
    }
    groups
}
