//! `glossary`: the verbs of terminologists, one file each. Those that write are one transaction each, as every verb is.

mod add;
mod apply;
mod earlier;
mod export;
mod files;
mod find;
mod impact;
mod import;
mod list;
mod names;
mod rename;
mod renderings;
mod suggest;

pub use add::{AddOptions, AddReport, AddedTerm};
pub use apply::{Applied, ApplyOptions, ApplyReport, Left, Replacement};
pub use export::ExchangeFormat;
pub use find::{FoundTerm, FoundTerms};
pub use impact::{ImpactOptions, ImpactReport, ImpactUnit, Rendered};
pub use import::{FieldChange, ImportOptions, ImportReport};
pub use list::{ListReport, ListedTerm, LocaleTerm};
pub use rename::TermRename;
pub use suggest::{SuggestOptions, SuggestReport, Suggestion, SuggestionPlace};
