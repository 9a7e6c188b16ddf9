//! What can be done with a project: one file per verb, each callable as a method of `Project` without printing.
//!
//! Reading verbs (`status`, `diff`, `todo`, `find`, `explain`, `publish`) compute on the plan of a sync that is not written.

pub mod article;
pub mod glossary;

mod address;
mod check;
mod compact;
mod corrections;
mod counts;
mod diff;
mod edit;
mod error;
mod explain;
mod explain_gone;
mod find;
mod history;
mod init;
mod init_git;
mod locales;
mod merge_driver;
mod moves;
mod planning;
mod publish;
mod published;
mod rename;
mod retire;
mod saving;
mod status;
mod sync;
mod sync_index;
mod textconv;
mod todo;
mod undo;

pub use address::{Address, AddressError};
pub use check::{CheckFinding, CheckOptions, CheckReport, FindingCounts, Region};
pub use compact::CompactReport;
pub use corrections::{Carrier, CorrectionsReport};
pub use counts::{Counts, words};
pub use diff::{DiffOptions, DiffReport, SegmentEdit, StaleTranslation, UnitDiff, WordChange, unit_edits};
pub use edit::{ConfirmOptions, EditReport, EditedUnit, RejectOptions, SetOptions, SetText, VerdictOptions};
pub use error::Error;
pub use explain::{EarlierText, Explanation, LocaleExplanation, UnitExplanation, UnitText, explain_rule, rules};
pub use explain_gone::{GoneExplanation, WaitingTranslation};
pub use find::{FindOptions, FindReport, Found};
pub use history::{HistoryReport, LocaleHistory, RestoreOptions, SourceVersion, TargetVersion};
pub use init::{InitOptions, InitReport, init};
pub use init_git::{GitReport, Setting, init_git};
pub use locales::LocaleChange;
pub use merge_driver::{MergeDriverOptions, MergeReport, merge, merge_driver};
pub use planning::{Glossaries, Planned};
pub use publish::{
    Decision, HeatMap, HeldBack, Outcome, PublishOptions, PublishReport, PublishRow, PublishedStale, Rule, Target,
    WithdrawOptions, WithdrawReport, Withdrawn, decide,
};
pub use published::{LivePage, OutdatedUnit, PublishedOptions, PublishedReport};
pub use rename::{Move, RenameReport};
pub use retire::RetireReport;
pub use status::{Question, StatusOptions, StatusReport, StatusRow};
pub use sync::{ArticleReport, EditReport as SourceEdit, LocaleReport, SyncOptions, SyncReport};
pub use textconv::textconv;
pub use todo::{Needs, Placeable, TodoItem, TodoOptions, TodoReport};
pub use undo::{JournalReport, PastCommand, UndoOptions, UndoReport};
