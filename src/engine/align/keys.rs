//! Equal units by number: what is asked of every unit several times costs one look into a hash map.

use std::collections::HashMap;

use super::AlignUnit;
use crate::base::Fingerprint;

/// The numbers of the units of both sides; equal units have equal numbers.
pub(super) struct Keys {
    /// By old index: text and role.
    pub old: Vec<usize>,
    /// By new index: text and role.
    pub new: Vec<usize>,
    /// By old index: text alone.
    pub old_text: Vec<usize>,
    /// By new index: text alone.
    pub new_text: Vec<usize>,
    /// All numbers are below.
    count: usize,
}

impl Keys {
    pub fn of(old: &[AlignUnit<'_>], new: &[AlignUnit<'_>]) -> Self {
        let mut texts: HashMap<Fingerprint, usize> = HashMap::with_capacity(new.len());
        let mut units: HashMap<(usize, &'static str), usize> = HashMap::with_capacity(new.len());
        let mut number = |side: &[AlignUnit<'_>]| -> (Vec<usize>, Vec<usize>) {
            let mut numbers = (Vec::with_capacity(side.len()), Vec::with_capacity(side.len()));
            for unit in side {
                let next = texts.len();
                let text = *texts.entry(unit.fingerprint).or_insert(next);
                let next = units.len();
                numbers.0.push(*units.entry((text, unit.role.prefix())).or_insert(next));
                numbers.1.push(text);
            }
            numbers
        };
        let (old, old_text) = number(old);
        let (new, new_text) = number(new);
        Self { old, new, old_text, new_text, count: units.len() }
    }

    /// The units with each number, in the order given.
    pub fn group(&self, units: impl Iterator<Item = usize>, number: &[usize]) -> Vec<Vec<usize>> {
        let mut groups = vec![Vec::new(); self.count];
        units.for_each(|at| groups[number[at]].push(at));
        groups
    }
}
