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
    /// What lists of pages say of it; only where the target makes such lists.
    pub page: Option<PublishedPage>,
    /// The units in it.
    pub units: BTreeMap<UnitId, PublishedUnit>,
}

/// What indexes, feeds and sitemaps say of a page, so that they can be made without rendering it again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublishedPage {
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two; empty when nobody said.
    pub summary: String,
    /// When the article appeared, as its head says it; empty when it does not.
    pub date: String,
    /// When it was last changed, as its head says it; empty when it does not.
    pub updated: String,
    /// Where the page was before, relative to the output folder, oldest first.
    pub earlier: Vec<String>,
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
