//! Ledgers: TOML that merges, one table per unit, sorted by id, a blank line between (DESIGN §6).
//!
//! Read table by table: a table that cannot be read costs its unit and is kept byte for byte. A file without damage is
//! written back as the same bytes; the order of keys is fixed and only what is not the default is written.

mod merge;
mod read;
mod record;
mod source;
mod target;
mod write;

pub use merge::merge;
pub use read::{Read, read_source, read_target};
pub use record::VERSION;
pub use write::{write_source, write_target};
