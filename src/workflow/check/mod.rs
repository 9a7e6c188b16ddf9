//! `check`: what the rules find in translations and glossaries, with places on both sides (DESIGN §8).

mod glossary;
mod ignores;
mod levels;
mod region;
mod report;
mod run;
mod unit;

pub use region::Region;
pub use report::{CheckFinding, CheckOptions, CheckReport, FindingCounts};
