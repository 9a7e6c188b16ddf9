//! Snowball stemmers by language.

use std::borrow::Cow;
use std::fmt;

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// The stemmer of one language.
pub struct Stems(Stemmer);

impl fmt::Debug for Stems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stems")
    }
}

impl Stems {
    /// The stemmer of `language`; `None` where Snowball has none.
    pub fn of(language: &str) -> Option<Self> {
        algorithm(language).map(|algorithm| Self(Stemmer::create(algorithm)))
    }

    /// The stem of a word in small letters.
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        self.0.stem(word)
    }
}

/// The stem of a word in small letters by the Snowball stemmer of `language`; the word itself where there is none.
pub fn stem(language: &str, word: &str) -> String {
    Stems::of(language).map_or_else(|| word.to_owned(), |stems| stems.stem(word).into_owned())
}

fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fa" => Algorithm::Persian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    })
}
