//! What can be done with a project: one file per verb, each callable as a method of `Project` without printing.
//!
//! Reading verbs (`status`, `diff`, `todo`, `find`, `explain`, `publish`) compute on the plan of a sync that is not written.

pub mod article;

mod address;
mod compact;
mod counts;
mod diff;
mod edit;
mod error;
mod explain;
mod find;
mod init;
mod locales;
mod planning;
mod publish;
mod rename;
mod retire;
mod status;
mod sync;
mod todo;

pub use address::{Address, AddressError};
pub use compact::CompactReport;
pub use counts::{Counts, words};
pub use diff::{DiffOptions, DiffReport, StaleTranslation, UnitDiff, WordChange};
pub use edit::{ConfirmOptions, EditReport, EditedUnit, RejectOptions, SetOptions, SetText, VerdictOptions};
pub use error::Error;
pub use explain::{EarlierText, Explanation, LocaleExplanation, UnitExplanation, UnitText, explain_rule, rules};
pub use find::{FindOptions, FindReport, Found};
pub use init::{InitOptions, InitReport, init};
pub use locales::LocaleChange;
pub use planning::Planned;
pub use publish::{Decision, HeldBack, Outcome, PublishOptions, PublishReport, PublishRow, PublishedStale, Rule, Target, decide};
pub use rename::{Move, RenameReport};
pub use retire::RetireReport;
pub use status::{Question, StatusOptions, StatusReport, StatusRow};
pub use sync::{ArticleReport, EditReport as SourceEdit, LocaleReport, SyncOptions, SyncReport};
pub use todo::{Needs, Placeable, TodoItem, TodoOptions, TodoReport};
