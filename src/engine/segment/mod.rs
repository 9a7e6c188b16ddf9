//! Cutting a unit's text into sentences, and joining them again.
//!
//! [`find_boundaries`] finds sentences in a plain text by the rules of a language (`rules/`), a project's own and SRX. A unit is
//! cut only where Markdown allows a line end and where joining gives the same text back. Not breaking is preferred to breaking
//! wrongly.

mod boundaries;
mod ending;
mod join;
mod markers;
mod probe;
mod regions;
mod rules;
mod sentences;
mod signs;
mod srx;

pub use boundaries::{Boundary, find_boundaries};
pub use join::{join_segments, joins_to};
pub use rules::{ProjectRules, Rules};
pub use sentences::{segment, segment_by};
