//! The affix files that are built in, by language.

/// The rules of `language`; `None` for one that has none.
pub fn find(language: &str) -> Option<&'static str> {
    FILES.iter().find(|(languages, _)| languages.split(' ').any(|own| own == language)).map(|(_, text)| *text)
}

const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("affixes/ar.toml")),
    ("be", include_str!("affixes/be.toml")),
    ("bg mk", include_str!("affixes/bg.toml")),
    ("bn", include_str!("affixes/bn.toml")),
    ("cs sk", include_str!("affixes/cs.toml")),
    ("de", include_str!("affixes/de.toml")),
    ("da nb nn no", include_str!("affixes/da.toml")),
    ("sv", include_str!("affixes/sv.toml")),
    ("sw", include_str!("affixes/sw.toml")),
    ("el", include_str!("affixes/el.toml")),
    ("en", include_str!("affixes/en.toml")),
    ("es gl", include_str!("affixes/es.toml")),
    ("eu", include_str!("affixes/eu.toml")),
    ("fa", include_str!("affixes/fa.toml")),
    ("fi", include_str!("affixes/fi.toml")),
    ("fr", include_str!("affixes/fr.toml")),
    ("he", include_str!("affixes/he.toml")),
    ("hi", include_str!("affixes/hi.toml")),
    ("hu", include_str!("affixes/hu.toml")),
    ("id ms", include_str!("affixes/id.toml")),
    ("it", include_str!("affixes/it.toml")),
    ("ja", include_str!("affixes/ja.toml")),
    ("kk ky", include_str!("affixes/kk.toml")),
    ("ko", include_str!("affixes/ko.toml")),
    ("nl", include_str!("affixes/nl.toml")),
    ("pl", include_str!("affixes/pl.toml")),
    ("ps", include_str!("affixes/ps.toml")),
    ("pt", include_str!("affixes/pt.toml")),
    ("ro", include_str!("affixes/ro.toml")),
    ("bs hr sl sr", include_str!("affixes/sr.toml")),
    ("ru", include_str!("affixes/ru.toml")),
    ("th", include_str!("affixes/th.toml")),
    ("tr az", include_str!("affixes/tr.toml")),
    ("uk", include_str!("affixes/uk.toml")),
    ("ur", include_str!("affixes/ur.toml")),
    ("zh", include_str!("affixes/zh.toml")),
];
