//! Text ⇄ model, one folder per format. Reading never fails: it gives a usable value and diagnostics beside it.

pub mod csv;
pub mod fluent;
pub mod html;
pub mod ledger;
pub mod markdown;
pub mod merge;
pub mod plain_text;
pub mod published;
pub mod segmentation;
mod tables;
pub mod tbx;
