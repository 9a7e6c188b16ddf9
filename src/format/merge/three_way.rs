//! The rule of every three-way merge: who changed something decides.

use std::hash::Hash;

/// Which side a merge takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pick {
    /// Both sides say the same.
    Same,
    /// Only our side changed it.
    Ours,
    /// Only their side changed it.
    Theirs,
    /// Both sides changed it, differently.
    Both,
}

/// Who decides about a part that the three files have like this.
pub(crate) fn pick<T: PartialEq + ?Sized>(base: &T, ours: &T, theirs: &T) -> Pick {
    if ours == theirs {
        Pick::Same
    } else if theirs == base {
        Pick::Ours
    } else if ours == base {
        Pick::Theirs
    } else {
        Pick::Both
    }
}

/// The items of two lists: ours in their order, then what only theirs has; without what either side took out of the base.
pub(crate) fn unite<T: Clone + Eq + Hash>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let taken_out = |item: &T, side: &[T]| base.contains(item) && !side.contains(item);
    let kept = ours.iter().filter(|item| !taken_out(item, theirs));
    let added = theirs.iter().filter(|item| !ours.contains(item) && !taken_out(item, ours));
    kept.chain(added).cloned().collect()
}
