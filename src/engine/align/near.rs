//! Which units of a large gap are worth comparing: those that share rare words.

use std::cmp::Reverse;

use crate::engine::diff::Words;

/// Of each unit's words, rarest first, so many occurrences are looked at.
const MOST_LOOKED_UP: usize = 600;
/// So many candidates are compared with each unit.
const NEAREST: usize = 12;

/// Where every word stands in the old units of a gap.
pub(super) struct Places {
    /// By rank, the shortest unit first: its position.
    by_rank: Vec<usize>,
    /// By word: where its occurrences begin in `ranks`.
    starts: Vec<usize>,
    /// The ranks of the units with each word, ascending.
    ranks: Vec<u32>,
}

impl Places {
    /// Of old units whose words all have numbers below `words`.
    pub fn of(olds: Vec<&Words>, words: usize) -> Self {
        let mut by_rank: Vec<usize> = (0..olds.len()).collect();
        by_rank.sort_by_key(|&at| (olds[at].len(), at));
        let mut starts = vec![0; words + 1];
        olds.iter().flat_map(|old| old.distinct()).for_each(|word| starts[word as usize + 1] += 1);
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut ends = starts.clone();
        let mut ranks = vec![0; starts[words]];
        for (rank, &at) in (0..).zip(&by_rank) {
            for word in olds[at].distinct() {
                ranks[ends[word as usize]] = rank;
                ends[word as usize] += 1;
            }
        }
        Self { by_rank, starts, ranks }
    }

    fn with(&self, word: u32) -> &[u32] {
        &self.ranks[self.starts[word as usize]..self.starts[word as usize + 1]]
    }

    /// The positions that share most with a new unit, judged by its rarest words; of equally good ones the shortest, then
    /// the first.
    pub fn nearest(&self, new: &Words, scratch: &mut Scratch) -> Vec<usize> {
        scratch.known.clear();
        scratch.known.extend(new.distinct().map(|word| (self.with(word).len(), word)).filter(|&(count, _)| count > 0));
        scratch.known.sort_unstable();
        scratch.met.clear();
        let mut looked_up = 0;
        for (nth, &(count, word)) in scratch.known.iter().enumerate() {
            looked_up += count;
            if looked_up > MOST_LOOKED_UP {
                if nth == 0 {
                    // The only word looked up: all that have it share as much, and the best stand first.
                    return self.with(word).iter().take(NEAREST).map(|&rank| self.by_rank[rank as usize]).collect();
                }
                break;
            }
            for &rank in self.with(word) {
                if scratch.shared[rank as usize] == 0 {
                    scratch.met.push(rank);
                }
                scratch.shared[rank as usize] += 1;
            }
        }
        scratch.ranked.clear();
        for &rank in &scratch.met {
            scratch.ranked.push((Reverse(std::mem::take(&mut scratch.shared[rank as usize])), rank));
        }
        if scratch.ranked.len() > NEAREST {
            scratch.ranked.select_nth_unstable(NEAREST);
            scratch.ranked.truncate(NEAREST);
        }
        scratch.ranked.iter().map(|&(_, rank)| self.by_rank[rank as usize]).collect()
    }
}

/// What [`Places::nearest`] counts in; it serves for one unit after the other.
pub(super) struct Scratch {
    /// By rank; zero between two calls.
    shared: Vec<u32>,
    known: Vec<(usize, u32)>,
    met: Vec<u32>,
    ranked: Vec<(Reverse<u32>, u32)>,
}

impl Scratch {
    pub fn new(olds: usize) -> Self {
        Self { shared: vec![0; olds], known: Vec::new(), met: Vec::new(), ranked: Vec::new() }
    }
}
