//! What somebody who mistyped a name may have meant.

/// The one name that differs from `found` by case, a separator, a single letter or two letters in the other order; `None` when several do, or none.
pub fn nearest<'n>(found: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let plain = |name: &str| name.to_lowercase().replace('_', "-").chars().collect::<Vec<char>>();
    let own = plain(found);
    let mut near = names.into_iter().filter(|name| {
        let name = plain(name);
        name.len() > 2 && is_one_edit(&own, &name) || name == own
    });
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

/// Whether one insertion, deletion, replacement or swap of two neighbours at most makes one of the other.
fn is_one_edit(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    let after = |text: &[char]| text.iter().skip(1).copied().collect::<Vec<char>>();
    match one.len().cmp(&other.len()) {
        std::cmp::Ordering::Equal => after(one) == after(other) || is_swapped(one, other),
        std::cmp::Ordering::Less => one == after(other),
        std::cmp::Ordering::Greater => after(one) == other,
    }
}

fn is_swapped(one: &[char], other: &[char]) -> bool {
    matches!((one, other), ([a, b, rest @ ..], [c, d, others @ ..]) if (a, b) == (d, c) && rest == others)
}
