//! The glossary: fixed terms, where they occur in a source text, and whether a translation renders them (DESIGN §7).
//!
//! [`Glossary::read`] reads `glossary/<locale>.ftl`; [`Glossary::occurrences`] says which terms occur in a text, where, and how
//! they may be rendered in another locale; [`judge`] says how a translation renders them.
//! Inflection is data: `affixes/<language>.toml`, and what a project adds in `glossary/<locale>.affixes.toml`; where there is
//! none, a Snowball stemmer helps.

mod affixes;
mod builtin;
mod chain;
mod entry;
mod find;
mod fold;
mod forms;
mod judge;
mod lexicon;
mod name;
mod paradigm;
mod phrase;
mod place;
mod rendered;
mod shapes;
mod sounds;
mod stem;
mod term;
mod terms;
mod visible;
mod word;
mod words;

pub use affixes::Affixes;
pub use entry::entries;
pub use forms::Form;
pub use judge::{Found, Judgement, Presence, judge, judge_text};
pub use place::{TextPlace, places};
pub use rendered::{ChangedTerm, changed, renamed, rendered};
pub use stem::{Stems, stem};
pub use term::{Gender, Matching, Status, Term};
pub use terms::{Glossary, Occurrence};
