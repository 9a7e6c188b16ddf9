//! The record of what is published: `[locale]` with its output, `[locale.unit]` with the fingerprints that are live.
//!
//! Sorted, one table per unit and a blank line between, so that two branches that publish different units merge. What
//! cannot be read is reported and not kept: publishing again writes it anew.

mod lists;
mod merge;
mod read;
mod write;

pub use lists::{read_lists, write_lists};
pub use merge::merge;
pub use read::{Read, VERSION, is_writable, read};
pub use write::write;
