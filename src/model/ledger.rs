//! What is remembered of every unit: on the source side its texts, on a target side which text each translation renders.

use std::collections::BTreeMap;

use crate::base::Fingerprint;

use super::{Impact, Origin, Placeables, State, UnitId};

/// A ledger as read: one record per unit, and the tables that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger<R> {
    /// Records by unit.
    pub units: BTreeMap<UnitId, R>,
    /// Tables that could not be read, kept byte for byte when the ledger is written.
    pub damaged: Vec<DamagedTable>,
}

impl<R> Default for Ledger<R> {
    fn default() -> Self {
        Self { units: BTreeMap::new(), damaged: Vec::new() }
    }
}

/// A piece of a ledger that is not a readable table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DamagedTable {
    /// The unit it is headed with, if that much can be read.
    pub id: Option<UnitId>,
    /// Its bytes, without the blank lines after it.
    pub raw: String,
    /// Line it begins at, from 1.
    pub line: usize,
}

/// What the source ledger holds of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRecord {
    /// The front matter field it is the value of, by its dotted name, where the id does not say so.
    pub field: Option<String>,
    /// Fingerprint of today's text; of the last text when the unit is obsolete.
    pub fingerprint: Fingerprint,
    /// Counts the unit's texts from 1; a text that returns has its old number again.
    pub revision: u32,
    /// The highest revision ever given; numbers are not used twice, even after `compact`.
    pub last_revision: u32,
    /// Whether the unit is gone from the article.
    pub obsolete: bool,
    /// Contents of today's placeables.
    pub placeables: Placeables,
    /// Every earlier text, oldest first. Holds the last text too when the unit is obsolete.
    pub earlier: Vec<SourceText>,
    /// What the author said of edits.
    pub verdicts: Vec<Verdict>,
    /// Where the unit came from.
    pub lineage: Vec<Lineage>,
    /// Keys this version does not know, as `key = value` lines, kept.
    pub unknown: Vec<String>,
}

/// An earlier text of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// Its number among the unit's texts.
    pub revision: u32,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// Its lines in Fluent pattern syntax, as in the catalog, one string per line (segment, or part of one before a hard break).
    pub lines: Vec<String>,
    /// Contents of its placeables.
    pub placeables: Placeables,
}

/// What the author said of the edit from one text to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Fingerprint of the text before.
    pub from: Fingerprint,
    /// Fingerprint of the text after.
    pub to: Fingerprint,
    /// What the edit means for translations.
    pub impact: Impact,
}

/// How a unit came out of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// What happened.
    pub kind: LineageKind,
    /// The other unit.
    pub of: UnitId,
}

/// What happened to a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineageKind {
    /// It was cut off another unit.
    SplitFrom,
    /// Another unit was merged into it.
    MergedWith,
    /// Another unit that went had a similar text; its translation may help.
    Resembles,
    /// It holds a sentence that another unit had and lost; that unit's translation may help.
    SentenceOf,
}

impl LineageKind {
    /// The word used in ledgers and results.
    pub fn as_str(self) -> &'static str {
        match self {
            LineageKind::SplitFrom => "split-from",
            LineageKind::MergedWith => "merged-with",
            LineageKind::Resembles => "resembles",
            LineageKind::SentenceOf => "sentence-of",
        }
    }
}

/// What a target ledger holds of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRecord {
    /// Fingerprint of the source text that the translation renders; `None` when nobody knows, or while untranslated.
    pub renders: Option<Fingerprint>,
    /// Fingerprint of the translation when that was recorded; `None` while untranslated.
    pub target: Option<Fingerprint>,
    /// The mark that the tool sets beside the two (`engine::record::touch`); `None` in a ledger of an older version.
    pub touch: Option<String>,
    /// How far people have brought it.
    pub state: State,
    /// Where it came from; `None` while untranslated.
    pub origin: Option<Origin>,
    /// Who translated it, if anybody said.
    pub translator: Option<String>,
    /// Who reviewed it, if anybody said.
    pub reviewer: Option<String>,
    /// Fingerprint of source, target and glossary text together when it was reviewed.
    pub signed: Option<Fingerprint>,
    /// The forms of terms that it rendered when it was reviewed, one to a line (`engine::glossary::rendered`).
    pub terms: Vec<String>,
    /// Why it was rejected, until the text changes.
    pub rejected: Option<String>,
    /// Earlier translations, oldest first: the text's fingerprint, and what it rendered (`None`: unknown).
    pub earlier: Vec<(Fingerprint, Option<Fingerprint>)>,
    /// While untranslated: what this text was in another article from which it went, as `ARTICLE#UNIT: TEXT`.
    pub offered: Option<String>,
    /// The whole catalog entry of an obsolete unit, byte for byte, comments included.
    pub entry: Option<String>,
    /// Keys this version does not know, as `key = value` lines, kept.
    pub unknown: Vec<String>,
}

impl Default for TargetRecord {
    fn default() -> Self {
        Self {
            renders: None,
            target: None,
            touch: None,
            state: State::Initial,
            origin: None,
            translator: None,
            reviewer: None,
            signed: None,
            terms: Vec::new(),
            rejected: None,
            earlier: Vec::new(),
            offered: None,
            entry: None,
            unknown: Vec::new(),
        }
    }
}
