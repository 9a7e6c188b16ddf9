//! Candidates for a glossary: names, acronyms and frequent phrases of a collection of texts.
//!
//! Phrases are ranked by their C-value (Frantzi, Ananiadou and Mima 2000), which takes from a phrase what it only owes to longer ones
//! that hold it. Capitals are evidence in the middle of a sentence alone. Scripts without spaces are searched for strings that hold
//! together more than chance would have it.

mod count;
mod find;
mod stop;
mod tokens;
mod unspaced;

pub use find::{Candidate, Kind, Passage, Sighting, suggest};
