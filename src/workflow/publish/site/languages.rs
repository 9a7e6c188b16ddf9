//! Languages in their own names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::base::{Direction, Locale};

use super::dates::maximal;

/// Tag and name, one to a line.
const NAMES: &str = include_str!("names.txt");

/// The name that speakers of `locale` give their language; its tag where none is known.
pub(super) fn own_name(locale: &Locale) -> &str {
    let by_script = || {
        let script = maximal(locale).script?;
        find(&format!("{}-{script}", locale.language()))
    };
    find(locale.as_str()).or_else(by_script).or_else(|| find(locale.language())).unwrap_or(locale.as_str())
}

fn find(tag: &str) -> Option<&'static str> {
    static BY_TAG: LazyLock<HashMap<&str, &str>> =
        LazyLock::new(|| NAMES.lines().rev().filter_map(|line| line.split_once(' ')).collect());
    BY_TAG.get(tag).copied()
}

/// The value of `dir`.
pub fn dir(direction: Direction) -> &'static str {
    match direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// The locale as Open Graph writes it: `ps_AF`.
pub(super) fn open_graph(locale: &Locale) -> String {
    let full = maximal(locale);
    match full.region {
        Some(region) => format!("{}_{region}", locale.language()),
        None => locale.language().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{open_graph, own_name};

    #[test]
    fn languages_have_their_own_names() {
        let cases = [
            ("fa-AF", "دری"),
            ("fa-IR", "فارسی"),
            ("ps", "پښتو"),
            ("zh-Hans", "简体中文"),
            ("zh-CN", "简体中文"),
            ("es-AR", "español"),
            ("tlh", "tlh"),
        ];
        for (locale, name) in cases {
            assert_eq!(own_name(&locale.parse().unwrap()), name);
        }
        assert_eq!(open_graph(&"ps".parse().unwrap()), "ps_AF");
    }
}
