//! Three-way merging of ledgers, table by table, and of a table that both sides changed by what its keys mean.
//!
//! There are no conflicts for people to resolve in here: people decide in catalogs. Where two sides of a ledger cannot both hold,
//! the table says less: a translation whose base is unknown is stale until somebody confirms it, and what was signed off on
//! one side only in parts counts as translated.

mod ledgers;
mod source;
mod target;

pub use ledgers::merge;
