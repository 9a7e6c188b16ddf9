//! Numbers that are the same in every run: SplitMix64.

pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }

    /// `count` of `all`, in their order.
    pub fn sample<'t, T>(&mut self, all: &'t [T], count: usize) -> Vec<&'t T> {
        let mut order: Vec<usize> = (0..all.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, self.below(at + 1));
        }
        order.truncate(count);
        order.sort_unstable();
        order.into_iter().map(|at| &all[at]).collect()
    }
}
