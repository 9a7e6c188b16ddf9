//! In which order the parts of a merged file stand: as on our side, what theirs adds after what it follows there.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// Puts the parts `kept` into order. Where only their side moved parts, the order is theirs, and ours adds to it.
///
/// What both sides add at one place stands together: first that of the side whose order holds, then that of the other.
pub(crate) fn order<K: Clone + Eq + Hash>(base: &[K], ours: &[K], theirs: &[K], kept: &HashSet<K>) -> Vec<K> {
    let moved = |side: &[K]| in_common(base, side) != in_common(side, base);
    let (spine, other) = if moved(theirs) && !moved(ours) { (theirs, ours) } else { (ours, theirs) };
    let known: HashSet<&K> = spine.iter().filter(|key| kept.contains(key)).collect();
    let (mut first, mut after) = (Vec::new(), HashMap::new());
    let mut above = None;
    for key in other.iter().filter(|key| kept.contains(key)) {
        match above {
            _ if known.contains(key) => above = Some(key),
            None => first.push(key),
            Some(above) => after.entry(above).or_insert_with(Vec::new).push(key),
        }
    }
    let shared: HashSet<&K> = base.iter().chain(other).collect();
    let mut ordered: Vec<&K> = Vec::with_capacity(kept.len());
    // What the other side has first stands above the first part that it shares.
    let mut waiting: Vec<&K> = first;
    for key in spine.iter().filter(|key| kept.contains(key)) {
        if shared.contains(key) {
            ordered.append(&mut waiting);
        }
        ordered.push(key);
        waiting.extend(after.remove(key).unwrap_or_default());
    }
    ordered.append(&mut waiting);
    ordered.into_iter().cloned().collect()
}

/// The parts of `list` that `other` has too, in the order of `list`.
fn in_common<'k, K: Eq + Hash>(list: &'k [K], other: &[K]) -> Vec<&'k K> {
    let others: HashSet<&K> = other.iter().collect();
    list.iter().filter(|key| others.contains(key)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(base: &str, ours: &str, theirs: &str) -> String {
        let list = |text: &str| text.chars().collect::<Vec<_>>();
        let (base, ours, theirs) = (list(base), list(ours), list(theirs));
        let gone = |key: &char| base.contains(key) && !(ours.contains(key) && theirs.contains(key));
        let kept = ours.iter().chain(&theirs).filter(|key| !gone(key)).copied().collect();
        order(&base, &ours, &theirs, &kept).into_iter().collect()
    }

    #[test]
    fn additions_stand_after_what_they_follow_and_ours_come_first() {
        assert_eq!(ordered("abc", "abxc", "aybc"), "aybxc");
        assert_eq!(ordered("abc", "axbc", "aybzc"), "axybzc");
        assert_eq!(ordered("abc", "xabc", "yabcz"), "xyabcz");
        assert_eq!(ordered("", "ab", "cd"), "abcd");
        assert_eq!(ordered("abc", "bc", "axbc"), "xbc");
    }

    #[test]
    fn the_order_is_that_of_the_side_that_moved_something() {
        assert_eq!(ordered("abc", "abxc", "cab"), "cabx");
        assert_eq!(ordered("abc", "cab", "abxc"), "cabx");
        assert_eq!(ordered("abc", "cab", "bac"), "cab");
    }
}
