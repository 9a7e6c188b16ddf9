//! What both sides' records have in common.

use crate::format::tables::{FieldError, Table};

/// The newest version of the file format that this program reads, and the one it writes.
pub const VERSION: u32 = 1;

/// What a ledger holds of one unit.
pub(super) trait Record: Sized {
    /// Takes the fields it knows out of `table` and keeps the others.
    fn read(table: Table<'_>) -> Result<Self, FieldError>;

    /// Appends its `key = value` lines.
    fn write(&self, out: &mut String);
}
