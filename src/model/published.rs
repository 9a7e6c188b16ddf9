//! What readers see now: per locale and unit, the text that is live.

use std::collections::BTreeMap;

use crate::base::{Fingerprint, Locale};

use super::UnitId;

/// What is live of one article at one target of publishing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// The locales that are out.
    pub locales: BTreeMap<Locale, PublishedLocale>,
}

/// What is live of one article in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublishedLocale {
    /// Path of the produced file relative to the output folder, with forward slashes.
    pub output: String,
    /// The units in it.
    pub units: BTreeMap<UnitId, PublishedUnit>,
}

/// What is live of one unit in one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedUnit {
    /// Fingerprint of the rendered text.
    pub text: Fingerprint,
    /// Fingerprint of the source text that it renders; `None` when nobody knows.
    pub renders: Option<Fingerprint>,
    /// Whether the source text stands in for a translation.
    pub fallback: bool,
}
