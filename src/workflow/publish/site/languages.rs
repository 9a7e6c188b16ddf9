//! Languages in their own names.

use crate::base::{Direction, Locale};

use super::dates::maximal;

/// Tag and name, one to a line.
const NAMES: &str = include_str!("names.txt");

/// The name that speakers of `locale` give their language; its tag where none is known.
pub(super) fn own_name(locale: &Locale) -> &str {
    let full = maximal(locale);
    let script = full.script.map(|script| format!("{}-{script}", locale.language()));
    let candidates = [Some(locale.as_str()), script.as_deref(), Some(locale.language())];
    candidates.into_iter().flatten().find_map(find).unwrap_or(locale.as_str())
}

fn find(tag: &str) -> Option<&'static str> {
    NAMES.lines().find_map(|line| line.split_once(' ').filter(|(known, _)| *known == tag).map(|(_, name)| name))
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
