//! A change as the steps of a transaction see it, wherever its texts are.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use super::made::{Digest, MadeFile};

/// A change to one file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change<'a> {
    /// Path relative to the project, forward slashes.
    pub path: &'a str,
    /// What was read; `None` when there was no file.
    pub before: Option<Image<'a>>,
    /// What shall stand there; `None` removes the file.
    pub after: Option<Image<'a>>,
    /// The file that holds it already.
    pub made: Option<&'a MadeFile>,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Image<'a> {
    /// This text.
    Text(&'a str),
    /// A text with this digest.
    Digest(Digest),
}

impl<'a> Image<'a> {
    /// Whether the file holds exactly this.
    pub fn is_in(self, path: &Path) -> io::Result<bool> {
        // Another length is another text, whatever it is.
        if path.symlink_metadata()?.len() != self.bytes() {
            return Ok(false);
        }
        let bytes = fs::read(path)?;
        Ok(match self {
            Image::Text(text) => bytes == text.as_bytes(),
            Image::Digest(digest) => *blake3::hash(&bytes).as_bytes() == digest.hash,
        })
    }

    /// The text, read from `file` unless it is at hand.
    pub fn text(self, file: &Path) -> io::Result<Cow<'a, str>> {
        match self {
            Image::Text(text) => Ok(Cow::Borrowed(text)),
            Image::Digest(digest) => {
                let text = fs::read_to_string(file)?;
                if digest.is_of(&text) { Ok(Cow::Owned(text)) } else { Err(io::ErrorKind::InvalidData.into()) }
            }
        }
    }

    fn bytes(self) -> u64 {
        match self {
            Image::Text(text) => text.len() as u64,
            Image::Digest(digest) => digest.bytes,
        }
    }
}
