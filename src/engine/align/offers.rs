//! What is left on both sides and still alike: too uncertain to be one unit, but a translation that may help.
//!
//! A text written anew keeps its words and seldom their order, so that besides similarity the words shared count, each by how
//! rare it is in the article (the idea of inverse document frequency, Spärck Jones 1972).

use std::collections::HashMap;

use super::decide::{Draft, Offer};
use crate::base::Fingerprint;

/// From what similarity on an old translation helps with a new text.
const HELPS: f64 = 0.55;
/// The same for the share of words, by weight.
const SHARED: f64 = 0.45;
/// Fewer distinct words than this, shared, say too little.
const FEWEST: usize = 4;
/// By how much a better partner must be better, so that the other is none.
const LEAD: f64 = 0.05;
/// The most offers a unit has, on either side.
const MOST: usize = 2;

/// Offers the old units that nothing keeps to the new units whose text nobody has translated yet: those without a partner,
/// and those that go on with another text.
pub(super) fn find(draft: &Draft<'_>) -> Vec<Offer> {
    let is_kept = |new: usize| draft.to_old[new].is_some_and(|old| draft.same_text(old, new));
    let olds: Vec<usize> =
        (0..draft.old.len()).filter(|&old| draft.to_new[old].is_none() && draft.merged_into[old].is_none()).collect();
    let news: Vec<usize> = (0..draft.new.len()).filter(|&new| !is_kept(new)).collect();
    if olds.is_empty() {
        return Vec::new();
    }
    let weights = if news.is_empty() { Weights::default() } else { Weights::of(draft) };
    let (mut found, mut rewritten) = (Vec::new(), Vec::new());
    for (from, to) in draft.evidence.candidates(&olds, &news).pairs() {
        let (old, new) = (olds[from], news[to]);
        let shared = weights.shared(draft, old, new);
        match draft.evidence.similarity(old, new, HELPS) {
            Some(similarity) => found.push(Offer { old, new, similarity: similarity.max(shared) }),
            None if shared >= SHARED => rewritten.push(Offer { old, new, similarity: shared }),
            None => {}
        }
    }
    found.extend(twins(draft, &olds));
    keep_nearest(&mut rewritten, &found);
    found.extend(rewritten);
    // Of two that are as similar, the one that nobody has translated yet needs it more.
    let order = |offer: &Offer| (is_kept(offer.new), offer.old, offer.new);
    found.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(order(a).cmp(&order(b))));
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

/// Drops offers for shared words alone where one of the two has a clearly better partner.
fn keep_nearest(rewritten: &mut Vec<Offer>, similar: &[Offer]) {
    let (mut of_old, mut of_new): (HashMap<usize, f64>, HashMap<usize, f64>) = Default::default();
    for offer in similar.iter().chain(&*rewritten) {
        for (best, at) in [(&mut of_old, offer.old), (&mut of_new, offer.new)] {
            let most = best.entry(at).or_default();
            *most = most.max(offer.similarity);
        }
    }
    rewritten.retain(|offer| offer.similarity + LEAD >= of_old[&offer.old].max(of_new[&offer.new]));
}

/// Of several equal texts one stays and one goes: which of them is which is chance, so the translation of the one that goes
/// may be that of the one that stays.
fn twins(draft: &Draft<'_>, olds: &[usize]) -> Vec<Offer> {
    let mut kept: HashMap<Fingerprint, Vec<usize>> = HashMap::new();
    for new in (0..draft.new.len()).filter(|&new| draft.to_old[new].is_some()) {
        kept.entry(draft.new[new].fingerprint).or_default().push(new);
    }
    let twins = olds.iter().filter_map(|&old| Some((old, kept.get(&draft.old[old].fingerprint)?)));
    twins.flat_map(|(old, news)| news.iter().map(move |&new| Offer { old, new, similarity: 1.0 })).collect()
}

/// How much each word says: the more, the fewer units have it.
#[derive(Default)]
struct Weights {
    units: usize,
    having: HashMap<u32, usize>,
}

impl Weights {
    fn of(draft: &Draft<'_>) -> Self {
        let mut having: HashMap<u32, usize> = HashMap::new();
        let sides = [&draft.evidence.old, &draft.evidence.new];
        // A word that one side has in one unit and the other too is as rare as one that only one side has.
        for side in sides {
            let mut own: HashMap<u32, usize> = HashMap::new();
            side.iter().flat_map(|words| words.distinct()).for_each(|word| *own.entry(word).or_default() += 1);
            for (word, count) in own {
                let most = having.entry(word).or_default();
                *most = count.max(*most);
            }
        }
        Self { units: draft.old.len().max(draft.new.len()), having }
    }

    fn weight(&self, word: u32) -> f64 {
        let having = self.having.get(&word).copied().unwrap_or(1).max(1);
        (1.0 + self.units as f64 / having as f64).ln()
    }

    /// The share of the weight of two units' distinct words that both have, of the one that has more; 0 if they are few.
    fn shared(&self, draft: &Draft<'_>, old: usize, new: usize) -> f64 {
        let (old, new) = (&draft.evidence.old[old], &draft.evidence.new[new]);
        let total = |words: &mut dyn Iterator<Item = u32>| words.map(|word| self.weight(word)).sum::<f64>();
        let mut others = new.distinct().peekable();
        let mut both = Vec::new();
        for word in old.distinct() {
            while others.next_if(|other| *other < word).is_some() {}
            both.extend(others.next_if_eq(&word));
        }
        if both.len() < FEWEST {
            return 0.0;
        }
        let most = total(&mut old.distinct()).max(total(&mut new.distinct()));
        total(&mut both.into_iter()) / most
    }
}
