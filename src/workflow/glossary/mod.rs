//! `glossary`: the verbs of terminologists, one file each. Those that write are one transaction each, as every verb is.

mod add;
mod apply;
mod earlier;
mod files;
mod find;
mod impact;
mod list;
mod rename;
mod renderings;

pub use add::{AddOptions, AddReport, AddedTerm};
pub use apply::{Applied, ApplyOptions, ApplyReport, Left, Replacement};
pub use find::{FoundTerm, FoundTerms};
pub use impact::{ImpactOptions, ImpactReport, ImpactUnit, Rendered};
pub use list::{ListReport, ListedTerm, LocaleTerm};
pub use rename::TermRename;
