//! How serious a source edit is (DESIGN §6.3), by rules that can be read.
//!
//! First the facts are read from both texts with the word lists in `words/` and compared kind by kind. `format` if no fact and no
//! word changed, only punctuation or markup; any difference of facts is at least `facts`; `rewrite` if more than half is gone,
//! `typo` if every change is a slip inside a word, `wording` otherwise. In doubt the worse grade is given.

mod decide;
mod facts;
mod lexicon;
mod measure;
mod names;
mod numbers;
mod quotes;
mod shape;
mod substituted;
mod terms;
mod typo;

pub use decide::{Graded, grade};
pub use measure::Measure;
pub(crate) use numbers::digit;

pub use facts::{FactChange, FactKind};
