//! Three-way merging by what a file is made of: messages of a catalog, tables of a ledger or a record of what is published.
//!
//! The formats know how their parts are merged; here is what they share: how a conflict is written, in which order parts come, and
//! what becomes of a file that cannot be taken apart.

mod conflict;
mod order;
mod text;
mod three_way;

pub(crate) use conflict::Conflict;
pub use conflict::{Labels, MergeOptions, Merged};
pub(crate) use order::order;
pub use text::merge_bytes;
pub(crate) use text::{to_lf, with_line_ends_of, without_markers};
pub(crate) use three_way::{Pick, pick, unite};
