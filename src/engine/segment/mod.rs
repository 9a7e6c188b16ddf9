//! Cutting a unit's text into sentences, and joining them again.
//!
//! The sentence finder is sentencex, behind [`segment`]; what it proposes is kept only where Markdown allows a line end and
//! where joining gives the same text back. Not breaking is preferred to breaking wrongly.

mod join;
mod probe;
mod sentences;

pub use join::join_segments;
pub use sentences::segment;
