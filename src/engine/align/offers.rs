//! What is left on both sides and still alike: too uncertain to be one unit, but a translation that may help.

use super::decide::Draft;
use super::decide::Offer;

/// From what similarity on an old translation helps with a new text.
const HELPS: f64 = 0.55;
/// The most offers a unit has, on either side.
const MOST: usize = 2;

/// Offers the old units that nothing keeps to the new units whose text nobody has translated yet: those without a partner,
/// and those that go on with another text.
pub(super) fn find(draft: &Draft<'_>) -> Vec<Offer> {
    let is_kept = |new: usize| draft.to_old[new].is_some_and(|old| draft.same_text(old, new));
    let olds: Vec<usize> =
        (0..draft.old.len()).filter(|&old| draft.to_new[old].is_none() && draft.merged_into[old].is_none()).collect();
    let news: Vec<usize> = (0..draft.new.len()).filter(|&new| !is_kept(new)).collect();
    let mut found = Vec::new();
    for (from, to) in draft.evidence.candidates(&olds, &news).pairs() {
        let (old, new) = (olds[from], news[to]);
        if let Some(similarity) = draft.evidence.similarity(old, new, HELPS) {
            found.push(Offer { old, new, similarity });
        }
    }
    found.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then((a.old, a.new).cmp(&(b.old, b.new))));
    let mut offers = Vec::new();
    let mut given = vec![false; found.len()];
    let (mut of_old, mut of_new) = (vec![0; draft.old.len()], vec![0; draft.new.len()]);
    // Every old unit is offered once before any is offered twice.
    for round in 1..=MOST {
        for (offer, given) in found.iter().zip(&mut given) {
            if of_old[offer.old] < round && of_new[offer.new] < MOST && !*given {
                *given = true;
                of_old[offer.old] += 1;
                of_new[offer.new] += 1;
                offers.push(*offer);
            }
        }
    }
    offers.sort_by(|a, b| a.new.cmp(&b.new).then(b.similarity.total_cmp(&a.similarity)).then(a.old.cmp(&b.old)));
    offers
}
