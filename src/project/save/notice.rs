//! What a person should hear while a command saves. The library tells; showing is the caller's business.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Something worth telling that is no finding and no failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Another writer is at work; this one waits for it.
    Waiting {
        /// How long at most.
        longest: Duration,
    },
    /// The file system has no locks: two writers at once would not see each other.
    NoLocks,
    /// An interrupted command was taken back.
    RolledBack {
        /// The command.
        command: String,
        /// How many files are again as they were before it.
        files: usize,
    },
    /// An interrupted command turned out to be complete.
    Completed {
        /// The command.
        command: String,
    },
    /// Somebody saved a file while the command was replacing it; the command is done again on the new text.
    Redone {
        /// The file.
        path: String,
    },
    /// Another program wrote into a file after an earlier command had replaced it.
    SavedLate {
        /// The command.
        command: String,
        /// The file.
        path: String,
        /// Where that text is kept, relative to the project.
        kept: String,
    },
}

type Tell = dyn Fn(&Notice) + Send + Sync;

/// Called with each notice; nobody at first.
#[derive(Clone, Default)]
pub struct Notices(Option<Arc<Tell>>);

impl Notices {
    /// Notices that are told to `tell`.
    pub fn new(tell: impl Fn(&Notice) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(tell)))
    }

    /// Tells a notice.
    pub fn tell(&self, notice: &Notice) {
        if let Some(tell) = &self.0 {
            tell(notice);
        }
    }
}

impl fmt::Debug for Notices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Notices").field(&self.0.is_some()).finish()
    }
}
