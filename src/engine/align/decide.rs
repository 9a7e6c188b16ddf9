//! The question, the answer and the order of the steps.

use super::evidence::Evidence;
use super::keys::Keys;
use super::{exact, gaps, moved, offers};
use crate::base::Fingerprint;
use crate::model::Role;

/// A unit of either side, in reading order.
#[derive(Debug, Clone, Copy)]
pub struct AlignUnit<'t> {
    /// What it is. Of an old heading whose level nobody knows any level will do, of a front matter field the empty name.
    pub role: &'t Role,
    /// Its flat text, contents of placeables in.
    pub text: &'t str,
    /// The fingerprint of that text.
    pub fingerprint: Fingerprint,
}

/// What a new unit is, by index of the old one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Attachment {
    /// The same text in its place among the others.
    Same {
        /// The old unit.
        old: usize,
    },
    /// The same text in another place.
    Moved {
        /// The old unit.
        old: usize,
    },
    /// The same unit with another text.
    Edited {
        /// The old unit.
        old: usize,
        /// How alike the texts are, 0 to 1.
        similarity: f64,
    },
    /// A new unit that holds a part of an old one's text; the old one goes on in another unit.
    SplitFrom {
        /// The old unit.
        old: usize,
    },
    /// A new unit.
    Born,
}

impl Attachment {
    /// The old unit whose id this one keeps, if it keeps one.
    pub fn keeps(self) -> Option<usize> {
        match self {
            Attachment::Same { old } | Attachment::Moved { old } | Attachment::Edited { old, .. } => Some(old),
            Attachment::SplitFrom { .. } | Attachment::Born => None,
        }
    }
}

/// An old unit that no new one keeps the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// The old unit.
    pub old: usize,
    /// The new unit its text was merged into.
    pub merged_into: Option<usize>,
}

/// Partners that are about equally good; none was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguity {
    /// Old units concerned, ascending.
    pub old: Vec<usize>,
    /// New units concerned, ascending.
    pub new: Vec<usize>,
}

/// An old unit that nothing keeps and whose translation may help with a new text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer {
    /// The old unit.
    pub old: usize,
    /// The new unit.
    pub new: usize,
    /// How alike the texts are, 0 to 1.
    pub similarity: f64,
}

/// What became of every unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// One attachment per new unit; no old unit is kept twice.
    pub new: Vec<Attachment>,
    /// The old units that nothing keeps, ascending.
    pub gone: Vec<Gone>,
    /// What a person has to decide.
    pub ambiguous: Vec<Ambiguity>,
    /// What resembles what among the units without a partner, at most two offers a unit, by new unit, the best first.
    pub offers: Vec<Offer>,
}

/// Aligns the units of an article with those it had before. Pure, deterministic, and far from quadratic in long articles.
pub fn align(old: &[AlignUnit<'_>], new: &[AlignUnit<'_>]) -> Alignment {
    align_resolved(old, new, &[])
}

/// Aligns as [`align`] does, after making the pairs (old, new) one that a person has chosen. A pair whose old or new unit is
/// chosen twice counts once.
pub fn align_resolved(old: &[AlignUnit<'_>], new: &[AlignUnit<'_>], chosen: &[(usize, usize)]) -> Alignment {
    align_returning(old, new, chosen, &[])
}

/// Whether the new units are the old ones, in their order; those known by their names have the same names.
fn is_unchanged(old: &[AlignUnit<'_>], new: &[AlignUnit<'_>]) -> bool {
    let is_named = |unit: &AlignUnit<'_>| exact::is_named(unit.role);
    let is_same = |(old, new): (&AlignUnit<'_>, &AlignUnit<'_>)| {
        let plays = old.role == new.role || !is_named(old) && !is_named(new) && old.role.prefix() == new.role.prefix();
        plays && old.fingerprint == new.fingerprint
    };
    old.len() == new.len() && old.iter().zip(new).all(is_same)
}

/// Aligns as [`align_resolved`] does; the new units `returning` continue none of the old ones unless a person has chosen so:
/// a unit that had gone is known to be back with them.
pub fn align_returning(
    old: &[AlignUnit<'_>],
    new: &[AlignUnit<'_>],
    chosen: &[(usize, usize)],
    returning: &[usize],
) -> Alignment {
    if chosen.is_empty() && returning.is_empty() && is_unchanged(old, new) {
        let same = (0..new.len()).map(|old| Attachment::Same { old });
        return Alignment { new: same.collect(), ..Alignment::default() };
    }
    let mut draft = Draft::new(old, new);
    for &(old, new) in chosen {
        if draft.old_is_free(old) && draft.new_is_free(new) {
            draft.pair(old, new, false);
        }
    }
    for &new in returning.iter().filter(|&&new| draft.to_old[new].is_none()) {
        draft.new_undecided[new] = true;
    }
    exact::pair_namesakes(&mut draft);
    exact::pair_in_sequence(&mut draft);
    exact::pair_moved(&mut draft);
    draft.read_the_rest();
    gaps::pair_between(&mut draft);
    gaps::pair_beside(&mut draft);
    moved::pair_similar(&mut draft);
    draft.finish()
}

/// The answer while it is being found.
pub(super) struct Draft<'t> {
    pub old: &'t [AlignUnit<'t>],
    pub new: &'t [AlignUnit<'t>],
    pub evidence: Evidence,
    pub keys: Keys,
    /// By old index: the new unit it goes on in.
    pub to_new: Vec<Option<usize>>,
    /// By new index: the old unit it continues.
    pub to_old: Vec<Option<usize>>,
    /// By new index: whether the pair stands in the main sequence, so that it bounds gaps.
    pub in_sequence: Vec<bool>,
    /// By new index: the old unit it is a further part of.
    pub split_from: Vec<Option<usize>>,
    /// By old index: the new unit it was merged into.
    pub merged_into: Vec<Option<usize>>,
    /// By old index: whether a person has to decide.
    pub old_undecided: Vec<bool>,
    /// By new index: whether a person has to decide.
    pub new_undecided: Vec<bool>,
    /// Choices left to a person.
    ambiguous: Vec<Ambiguity>,
}

impl<'t> Draft<'t> {
    fn new(old: &'t [AlignUnit<'t>], new: &'t [AlignUnit<'t>]) -> Self {
        Self {
            old,
            new,
            evidence: Evidence::of(old, new),
            keys: Keys::of(old, new),
            to_new: vec![None; old.len()],
            to_old: vec![None; new.len()],
            in_sequence: vec![false; new.len()],
            split_from: vec![None; new.len()],
            merged_into: vec![None; old.len()],
            old_undecided: vec![false; old.len()],
            new_undecided: vec![false; new.len()],
            ambiguous: Vec::new(),
        }
    }

    /// Reads the units that no equal text was found for: the others need no comparing.
    fn read_the_rest(&mut self) {
        let olds = (0..self.old.len()).filter(|&old| self.to_new[old].is_none_or(|new| !self.same_text(old, new))).collect();
        let news = (0..self.new.len()).filter(|&new| self.to_old[new].is_none_or(|old| !self.same_text(old, new))).collect();
        self.evidence.read((self.old, olds), (self.new, news));
    }

    /// Leaves a choice to a person; its units take no further part.
    pub fn leave_undecided(&mut self, mut old: Vec<usize>, mut new: Vec<usize>) {
        old.sort_unstable();
        new.sort_unstable();
        old.iter().for_each(|&at| self.old_undecided[at] = true);
        new.iter().for_each(|&at| self.new_undecided[at] = true);
        self.ambiguous.push(Ambiguity { old, new });
    }

    /// Whether an old unit still needs a partner.
    pub fn old_is_free(&self, old: usize) -> bool {
        self.to_new[old].is_none() && self.merged_into[old].is_none() && !self.old_undecided[old]
    }

    /// Whether a new unit still needs a partner.
    pub fn new_is_free(&self, new: usize) -> bool {
        self.to_old[new].is_none() && self.split_from[new].is_none() && !self.new_undecided[new]
    }

    /// Makes two units one.
    pub fn pair(&mut self, old: usize, new: usize, in_sequence: bool) {
        debug_assert!(self.old_is_free(old) && self.new_is_free(new));
        self.to_new[old] = Some(new);
        self.to_old[new] = Some(old);
        self.in_sequence[new] = in_sequence;
    }

    /// Whether two units have the same text.
    pub fn same_text(&self, old: usize, new: usize) -> bool {
        self.old[old].fingerprint == self.new[new].fingerprint
    }

    /// Whether two units go by one name, so that their place says nothing.
    fn is_namesake(&self, old: usize, new: usize) -> bool {
        self.old[old].role == self.new[new].role && exact::is_named(self.new[new].role)
    }

    fn finish(self) -> Alignment {
        let attachment = |new: usize| match (self.to_old[new], self.split_from[new]) {
            (Some(old), _) if self.same_text(old, new) && (self.in_sequence[new] || self.is_namesake(old, new)) => {
                Attachment::Same { old }
            }
            (Some(old), _) if self.same_text(old, new) => Attachment::Moved { old },
            (Some(old), _) => Attachment::Edited { old, similarity: self.evidence.similarity(old, new, 0.0).unwrap_or(0.0) },
            (None, Some(old)) => Attachment::SplitFrom { old },
            (None, None) => Attachment::Born,
        };
        Alignment {
            new: (0..self.new.len()).map(attachment).collect(),
            gone: (0..self.old.len())
                .filter(|&old| self.to_new[old].is_none())
                .map(|old| Gone { old, merged_into: self.merged_into[old] })
                .collect(),
            offers: offers::find(&self),
            ambiguous: self.ambiguous,
        }
    }
}
