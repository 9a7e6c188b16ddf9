//! Saving: any number of files as one transaction, by one writer at a time.
//!
//! Everything is checked and every new content written beside its place before the first file is replaced by rename; if
//! replacing fails midway, what was done is undone. The journal that survives a crash comes behind this same interface.

mod check;
mod commit;
mod transaction;

pub use transaction::{FileChange, SaveError, Saved, Transaction};
