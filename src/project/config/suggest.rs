//! The nearest of some names, for a key or word that is not known.

/// The name nearest to `found`, if it is near enough to be meant: at most two edits, and fewer than half its letters.
pub(super) fn nearest<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    let found: Vec<char> = found.to_lowercase().replace('_', "-").chars().collect();
    let distances = names.iter().map(|name| (distance(&found, &name.chars().collect::<Vec<_>>()), *name));
    let (distance, name) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && distance * 2 <= name.chars().count()).then_some(name)
}

/// How many letters are inserted, deleted, replaced or swapped with the next (optimal string alignment), one row at a time.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut best = (row[j] + usize::from(a != b)).min(next[j] + 1).min(row[j + 1] + 1);
            if i > 0 && j > 0 && (*a, one[i - 1]) == (other[j - 1], *b) {
                best = best.min(above[j - 1] + 1);
            }
            next.push(best);
        }
        above = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_swapped_letters_are_one_edit() {
        let far = |one: &str, other: &str| distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>());
        assert_eq!((far("gedner", "gender"), far("", "ab"), far("locale", "locales")), (1, 2, 1));
        assert_eq!(nearest("nmae", &["name", "url"]), Some("name"));
    }
}
