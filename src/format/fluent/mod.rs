//! Fluent catalogs (Fluent syntax 1.0): read without loss, edited in place, message by message.

mod blocks;
mod canonical;
mod catalog;
mod comment;
mod depth;
mod entry;
mod escapes;
mod faults;
mod glossary;
mod junk;
mod layout;
mod merge;
mod notes;
mod own;
mod pattern;
mod places;
mod read;
mod readable;
mod skim;
mod terms;
mod write;

pub use canonical::{canonical, simple_value};
pub use catalog::{Catalog, Entry, EntryKind, Eol, Form, Message, Translation, UnitEntry};
pub use glossary::{Term, TermEntries, TermEntry, read_term, read_terms, runtime_source, skim_terms, visit_terms};
pub use layout::CURRENT_INDENT;
pub use merge::merge;
pub use notes::{Note, SOURCE_MOVED};
pub use pattern::{read_lines, read_pattern, write_lines};
pub use places::{ArgumentPlace, EntryPlaces, ReferencePlace, term_places};
pub use read::{read, read_message};
pub use readable::readable;
pub use terms::{TermChange, TermFile, is_identifier, rename_term, write_term};
pub use write::{Body, Desired, Item, Rewritten, UnitView, fresh, rewrite};
