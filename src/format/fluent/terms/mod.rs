//! Glossary files edited in place: terms written, changed and renamed; every byte that need not change stays.

mod edit;
mod place;
mod rename;
mod write;

pub use edit::TermChange;
pub use place::TermFile;
pub use rename::rename_term;
pub use write::{is_identifier, write_term};
