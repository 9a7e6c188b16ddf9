//! How serious a source edit is (DESIGN §6.3), by rules that can be read.
//!
//! First `format`: equal after normalisation. Then facts are read from both texts with the word lists in `words/` and
//! compared kind by kind; any difference is at least `facts`. `rewrite` if more than half is gone, `typo` if every change is
//! a slip inside a word, `wording` otherwise. In doubt the worse grade is given.

mod decide;
mod facts;
mod lexicon;
mod names;
mod numbers;
mod quotes;
mod typo;

pub use decide::{FactChange, Graded, grade};
pub use facts::FactKind;
