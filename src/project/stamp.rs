//! What the file system says of a file without reading it, and when that tells that its content is the same.
//!
//! As in git's index: a file with the same stamp has the same content, unless it was written in the same tick of the clock in which
//! the stamp was taken ("racily clean"). Such a stamp is not trusted.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The stamp of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// When its content was last written, in nanoseconds from 1970.
    pub modified: i128,
    /// When anything about it last changed; 0 where the system does not say. Nobody can set it back.
    pub changed: i128,
    /// What tells it from other files that have had its name; 0 where the system does not say.
    pub inode: u64,
    /// The device it lies on.
    pub device: u64,
}

/// How old a stamp must be to be trusted, in nanoseconds: file systems keep times to some milliseconds, old ones to two seconds.
const FINE: i128 = 100_000_000;
const COARSE: i128 = 3_000_000_000;

impl Stamp {
    /// The stamp of the file at `path`, links followed; `None` when there is none.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn of(path: &Path) -> io::Result<Option<Self>> {
        match fs::metadata(path) {
            Ok(metadata) => Ok(Some(Self::read(&metadata))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    #[cfg(unix)]
    fn read(metadata: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        let nanoseconds = |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
        Self {
            size: metadata.len(),
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
            device: metadata.dev(),
        }
    }

    #[cfg(not(unix))]
    fn read(metadata: &fs::Metadata) -> Self {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map_or(0, |since| i128::try_from(since.as_nanos()).unwrap_or(0));
        Self { size: metadata.len(), modified, changed: 0, inode: 0, device: 0 }
    }

    /// Whether the file was last written long enough before `now` (nanoseconds from 1970) that a later write has another stamp.
    pub fn is_settled(&self, now: i128) -> bool {
        let latest = self.modified.max(self.changed);
        let margin = if latest % 1_000_000 == 0 { COARSE } else { FINE };
        latest + margin < now
    }
}

/// This moment in nanoseconds from 1970, as stamps have it.
pub fn now() -> i128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i128::try_from(since.as_nanos()).unwrap_or(0))
}
