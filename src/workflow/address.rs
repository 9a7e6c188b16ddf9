//! Addresses of articles and units as people write them: `ARTICLE` or `ARTICLE#UNIT`.

use std::fmt;

use crate::model::UnitId;

/// An article, or one unit of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The article's name.
    pub article: String,
    /// The unit, if one is meant.
    pub unit: Option<UnitId>,
}

/// The text is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an address such as `recognition` or `recognition#p-since-their-return-k3f9`")]
pub struct AddressError(pub String);

impl Address {
    /// A whole article.
    pub fn article(name: &str) -> Self {
        Self { article: name.to_owned(), unit: None }
    }

    /// Whether a unit of an article is covered.
    pub fn covers(&self, article: &str, unit: &UnitId) -> bool {
        self.article == article && self.unit.as_ref().is_none_or(|own| own == unit)
    }
}

impl std::str::FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || AddressError(text.to_owned());
        let (article, unit) = match text.split_once('#') {
            Some((article, unit)) => (article, Some(unit.parse().map_err(|_| error())?)),
            None => (text, None),
        };
        if article.is_empty() || article.chars().any(char::is_control) {
            return Err(error());
        }
        Ok(Self { article: article.to_owned(), unit })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.unit {
            Some(unit) => write!(f, "{}#{unit}", self.article),
            None => f.write_str(&self.article),
        }
    }
}
