//! The nearest of some names, for a key or word that is not known.

/// The name nearest to `found`, if it is near enough to be meant: at most two edits, and fewer than half its letters.
pub(super) fn nearest<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    let found: Vec<char> = found.to_lowercase().replace('_', "-").chars().collect();
    let distances = names.iter().map(|name| (distance(&found, &name.chars().collect::<Vec<_>>()), *name));
    let (distance, name) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && distance * 2 <= name.chars().count()).then_some(name)
}

/// The Levenshtein distance, one row at a time.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[other.len()]
}
