//! The best monotone choice among overlapping candidates: the heaviest chain of blocks.

use std::ops::Range;

/// A candidate: some old things that may have become some new things, and how much speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Old indices, not empty.
    pub old: Range<usize>,
    /// New indices, not empty.
    pub new: Range<usize>,
    /// The evidence; more is better, 0 is as good as not choosing it.
    pub weight: u64,
}

/// Indices into `blocks` of the heaviest chain in which every block lies after its predecessor on both sides.
/// Among equally heavy chains the one whose blocks stand first in `blocks` wins. O(n log n).
pub fn heaviest_chain(blocks: &[Block]) -> Vec<usize> {
    let mut by_start: Vec<usize> = (0..blocks.len()).collect();
    by_start.sort_by_key(|&at| (blocks[at].old.start, blocks[at].new.start, at));
    let mut by_end = by_start.clone();
    by_end.sort_by_key(|&at| (blocks[at].old.end, blocks[at].new.end, at));
    let width = blocks.iter().map(|block| block.new.end).max().unwrap_or(0);
    let mut best = PrefixBest::new(width);
    let mut totals = vec![0; blocks.len()];
    let mut before = vec![None; blocks.len()];
    let mut ended = by_end.iter().copied().peekable();
    for &at in &by_start {
        while let Some(done) = ended.next_if(|&done| blocks[done].old.end <= blocks[at].old.start) {
            best.raise(blocks[done].new.end, totals[done], done);
        }
        let found = best.up_to(blocks[at].new.start);
        totals[at] = blocks[at].weight + found.map_or(0, |(total, _)| total);
        before[at] = found.map(|(_, block)| block);
    }
    let mut last = (0..blocks.len()).rev().max_by_key(|&at| totals[at]);
    let mut chain = Vec::new();
    while let Some(at) = last {
        chain.push(at);
        last = before[at];
    }
    chain.reverse();
    chain
}

/// The best total among chains that end at or before a place: a Fenwick tree of maxima.
struct PrefixBest {
    tree: Vec<Option<(u64, usize)>>,
}

impl PrefixBest {
    fn new(width: usize) -> Self {
        Self { tree: vec![None; width + 1] }
    }

    fn raise(&mut self, place: usize, total: u64, block: usize) {
        let mut at = place;
        while at < self.tree.len() && at > 0 {
            if self.tree[at].is_none_or(|(known, _)| known < total) {
                self.tree[at] = Some((total, block));
            }
            at += at & at.wrapping_neg();
        }
    }

    fn up_to(&self, place: usize) -> Option<(u64, usize)> {
        let mut at = place.min(self.tree.len() - 1);
        let mut best: Option<(u64, usize)> = None;
        while at > 0 {
            if let Some(found) = self.tree[at]
                && best.is_none_or(|(total, _)| total < found.0)
            {
                best = Some(found);
            }
            at -= at & at.wrapping_neg();
        }
        best
    }
}
