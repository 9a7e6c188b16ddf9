//! Saving: any number of files as one transaction, by one writer at a time, and nothing lost whatever happens meanwhile.
//!
//! A [`Writer`] takes the project's lock and clears up after a crash. Applying a [`Transaction`] then goes in this order: check
//! every path; write the journal entry, which holds every text before and after, and every new content (what a [`Maker`] made
//! waits already, and where it replaces nothing the journal knows its digest alone); make these durable;
//! mark the entry pending; exchange each file with its new content; compare what was taken out with what had been read; make
//! the exchanges durable; mark the entry done. Up to the first exchange nothing has happened; after it the journal knows how to
//! go back. An editor that saves a file in the middle of this is noticed by the comparison, and its text stays.

mod change;
mod check;
mod commit;
pub(super) mod flush;
mod folder;
mod history;
mod journal;
mod late;
mod lock;
mod made;
mod notice;
mod recover;
mod stage;
mod swap;
mod transaction;
mod writer;

pub use folder::{Folder, JournalLimits, Listed, Stage};
pub use history::{Command, History};
pub use journal::{Entry, FileHeader, Header, Images, Part, read as read_journal};
pub use made::{Digest, MadeChange, MadeFile, Maker};
pub use notice::{Notice, Notices};
pub use transaction::{FileChange, SaveError, Saved, Transaction};
pub use writer::{LONGEST_WAIT, SaveOptions, Title, Writer};
