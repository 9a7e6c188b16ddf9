//! Comma-separated values (RFC 4180) for spreadsheets: a glossary as a table, in which no cell can be taken for a formula.

mod cell;
mod read;
mod table;
mod write;

pub use read::{ReadCsv, read_csv};
pub use write::write_csv;
