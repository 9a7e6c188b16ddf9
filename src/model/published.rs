//! What readers see now: per locale and unit, the text that is live.

use std::collections::BTreeMap;

use crate::base::{Fingerprint, Locale};

use super::UnitId;

/// What is live of one article at one target of publishing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// The locales that are out.
    pub locales: BTreeMap<Locale, PublishedLocale>,
    /// The locales that were withdrawn and stay so until somebody asks for them, with the number of the last text that was out.
    pub withdrawn: BTreeMap<Locale, u32>,
}

impl Published {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        self.locales.is_empty() && self.withdrawn.is_empty()
    }

    /// The highest number that a text of the locale has had; 0 if none was ever out.
    pub fn last_revision(&self, locale: &Locale) -> u32 {
        let live = self.locales.get(locale).map(|live| live.last_revision.max(live.revision));
        live.or_else(|| self.withdrawn.get(locale).copied()).unwrap_or(0)
    }
}

/// What is live of one article in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublishedLocale {
    /// Path of the produced file relative to the output folder, with forward slashes.
    pub output: String,
    /// The number of the text that is live among all that have been, from 1.
    pub revision: u32,
    /// The highest number given so far: above `revision` when the locale was taken back to an earlier text.
    pub last_revision: u32,
    /// Fingerprint of the whole localized article; `None` when an older version of the program published it.
    pub text: Option<Fingerprint>,
    /// What lists of pages say of it; only where the target makes such lists.
    pub page: Option<PublishedPage>,
    /// The units in it.
    pub units: BTreeMap<UnitId, PublishedUnit>,
}

impl PublishedLocale {
    /// Whether an earlier text than the last is live, because somebody asked for it.
    pub fn is_rolled_back(&self) -> bool {
        self.last_revision > self.revision
    }

    /// Whether its page is no translation, because all texts stand in the language of the source.
    pub fn is_untranslated(&self) -> bool {
        self.page.as_ref().is_some_and(|page| page.untranslated)
    }

    /// Whether a reader would see the same text.
    pub fn shows_same_text(&self, other: &Self) -> bool {
        let shown = |live: &Self| live.units.iter().map(|(id, unit)| (id.clone(), unit.text, unit.fallback)).collect::<Vec<_>>();
        let known = self.text.is_none() || other.text.is_none() || self.text == other.text;
        known && shown(self) == shown(other)
    }
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
    /// Whether all its texts stand in the language of the source: it is no translation then.
    pub untranslated: bool,
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
