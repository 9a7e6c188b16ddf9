//! The decisions: pure functions on the model, one folder per question.
//!
//! Nothing here reads a file, the clock or the environment.

pub mod align;
pub mod check;
pub mod diff;
pub mod freshness;
pub mod glossary;
pub mod grade;
pub mod identity;
mod prose;
pub mod record;
pub mod render;
pub mod segment;
pub mod suggest;
