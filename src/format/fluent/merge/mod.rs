//! Three-way merging of catalogs, message by message.

mod catalog;
mod entry;
mod free_lines;

pub use catalog::merge;
