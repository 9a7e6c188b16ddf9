//! Locales as BCP 47 language tags in canonical form (RFC 5646, CLDR aliases).
//!
//! Only language, script, region and variants: extensions and private use say nothing about which translation a text is.

use std::fmt;
use std::str::FromStr;

use icu_locale::{LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality};

/// A canonical locale such as `ps`, `fa-AF` or `zh-Hans`; safe as the name of a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(String);

/// Which way a locale's text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    LeftToRight,
    /// Right to left.
    RightToLeft,
}

/// The string is no language tag that a catalog can be kept for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a locale such as `ps`, `fa-AF` or `zh-Hans`")]
pub struct LocaleError(pub String);

impl Locale {
    /// The canonical tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language subtag, e.g. `fa` of `fa-AF`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The direction of the locale's script, likely subtags considered.
    pub fn direction(&self) -> Direction {
        let directionality = LocaleDirectionality::new_extended();
        match self.0.parse::<LanguageIdentifier>() {
            Ok(id) if directionality.is_right_to_left(&id) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// The same locale for the Fluent runtime.
    pub fn to_langid(&self) -> unic_langid::LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }
}

impl FromStr for Locale {
    type Err = LocaleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || LocaleError(text.to_owned());
        let plain = !text.is_empty() && text.len() <= 35 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !plain {
            return Err(error());
        }
        let id: LanguageIdentifier = text.parse().map_err(|_| error())?;
        if id.language.is_unknown() {
            return Err(error());
        }
        let mut locale = icu_locale::Locale::from(id);
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        Ok(Self(locale.id.to_string()))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for Locale {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
