//! `publish`: puts localized articles out under the project's policy, and records what readers see (DESIGN §9).
//!
//! Refuses with reasons rather than publish something wrong: a locale that is held back is listed, the others go out.

mod markdown;
mod policy;
mod run;

pub use policy::{Decision, Rule, decide};
pub use run::{HeldBack, Outcome, PublishOptions, PublishReport, PublishRow, PublishedStale, Target};
