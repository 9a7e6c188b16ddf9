//! The data every layer speaks of: articles, units and their texts, catalogs' records, states.
//!
//! Data only: reading and writing live in `format`, decisions in `engine`.

mod article;
mod glossary;
mod ledger;
mod published;
mod state;
mod text;
mod unit;

pub use article::{Article, ArticleUnit, Flavour, ScalarStyle, Site};
pub use glossary::{Concept, ForeignConcept, TermEntry, TermForm};
pub use ledger::{DamagedTable, Ledger, Lineage, LineageKind, SourceRecord, SourceText, TargetRecord, Verdict};
pub use published::{Published, PublishedLocale, PublishedPage, PublishedUnit};
pub(crate) use state::words;
pub use state::{Freshness, Grade, Impact, Origin, State, UnknownWord};
pub use text::{Element, Elements, Placeables, UnitText, flatten};
pub use unit::{Role, UnitId, UnitIdError};
