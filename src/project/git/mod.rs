//! git: settings in the repository that the project lies in, and the files that git hands to a merge driver.
//!
//! The only place that runs the git process. It writes through `git config`, to the configuration of the repository alone.

mod handed;
mod settings;
mod versions;

pub use handed::{load_handed, store_handed};
pub use settings::{GitError, Repository};
pub use versions::Version;
