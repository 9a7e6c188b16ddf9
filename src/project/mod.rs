//! A project on disk: its configuration, every path rule, loading files and saving them.
//!
//! The one layer between the pure layers below and the file system. Environment problems are `Err`, broken content is a
//! diagnostic beside a usable value.

pub mod assets;
pub mod cache;
pub mod config;
mod exchange;
pub mod git;
pub mod layout;
pub mod load;
mod open;
pub mod private;
mod progress;
pub mod save;
mod segmentation;
pub mod stamp;
mod walk;

pub use config::{ArticleSet, Config, Disclosure, Group, MachineText, Missing, Policy, Unrecorded};
pub use exchange::{load_exchange, store_exchange};
pub use layout::{ArticleName, ArticleNameError, CatalogPath, GlossaryPath, LedgerPath, OutputPath, PublishedPath, SourcePath};
pub use open::{ArticleFile, OpenError, Project};
pub use progress::Progress;
pub use segmentation::{Segmentation, load_segmentation};
