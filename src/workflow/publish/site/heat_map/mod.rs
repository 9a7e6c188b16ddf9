//! `status --format html`: articles × locales as one page that needs nothing beside it, worst first. Each cell leads to the edits
//! behind its stale translations, word by word. `collect` gathers what is in it, `write` spells it.

mod collect;
mod write;

pub use collect::HeatMap;
