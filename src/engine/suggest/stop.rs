//! Words that say nothing by themselves, by language.

use std::collections::HashSet;

const LISTS: &str = include_str!("stop.txt");

/// The words of a language; none for a language without a list.
pub(super) fn stop_words(language: &str) -> HashSet<&'static str> {
    let list = LISTS.lines().find_map(|line| line.split_once(' ').filter(|(own, _)| *own == language));
    list.map(|(_, words)| words.split(' ').collect()).unwrap_or_default()
}
