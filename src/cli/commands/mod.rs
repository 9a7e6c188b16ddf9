//! One file per verb: calls the workflow, prints what it reports, and says what the exit code is.

pub mod check;
pub mod compact;
pub mod completions;
pub mod confirm;
pub mod diff;
pub mod edited;
pub mod explain;
pub mod find;
pub mod glossary;
pub mod history;
pub mod init;
pub mod locales;
pub mod man;
pub mod merge_driver;
pub mod publish;
pub mod reject;
pub mod rename;
pub mod retire;
pub mod set;
pub mod status;
pub mod sync;
pub mod textconv;
pub mod todo;
pub mod undo;
pub mod verdict;
pub mod withdraw;
