//! TOML that merges: files of many small tables, read table by table so that one damaged table costs one record.
//!
//! Used by ledgers and by the record of what is published. The subset that we write ourselves is read by a small parser,
//! because a `status` reads hundreds of thousands of tables; everything else in TOML 1.1 goes through `toml_edit`.

mod parse;
mod split;
mod table;
mod write;

pub(crate) use split::{Header, Piece, split, with_line_feeds};
pub(crate) use table::{Field, FieldError, Table, Value, read_table};
pub(crate) use write::{write_block, write_key, write_string};
