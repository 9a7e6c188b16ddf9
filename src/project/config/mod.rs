//! `tarjuman.toml`: which locales, which articles, and what may go out.

mod checks;
mod edit;
mod globs;
mod groups;
mod overrides;
mod read;
mod settings;
mod suggest;

pub use edit::{EditError, add_target_locale, remove_target_locale};
pub(in crate::project) use globs::build_globs;
pub use groups::Group;
pub use read::{Read, read};
pub use settings::{ArticleSet, Config, Disclosure, MachineText, Missing, Policy, Unrecorded};
