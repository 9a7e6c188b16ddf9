//! `publish`: puts localized articles out under the project's policy, and records what readers see (DESIGN §9).
//!
//! Refuses with reasons rather than publish something wrong: a locale that is held back is listed, the others go out.
//! `run` visits every article: `policy` decides, `localize` makes the Markdown, and the target renders it (`site`, `json`,
//! `text`, or as it is); `settle` compares the result with what is out, `finish` does the same for what all articles share.

mod conditions;
mod draft;
mod finish;
mod groups;
mod incremental;
mod index;
mod json;
mod kept;
mod localize;
mod original;
mod policy;
mod record;
mod report;
mod roll_back;
mod run;
mod settle;
mod site;
mod target;
mod text;
mod visit;
mod withdraw;

pub(super) use kept::all as kept_pages;
pub use policy::{Decision, Rule, decide};
pub(super) use record::{Record, load as load_record};
pub use report::{HeldBack, Outcome, PublishReport, PublishRow, PublishedStale};
pub use run::PublishOptions;
pub use site::HeatMap;
pub use target::Target;
pub use withdraw::{WithdrawOptions, WithdrawReport, Withdrawn};
