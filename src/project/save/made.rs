//! What a command makes in such numbers that nobody wants to hold it all: each file is written to the place where new contents
//! wait as soon as it is made, and only its digest is remembered.
//!
//! Such a file takes part in the transaction like every other. Where there was no file before, the journal does not keep its
//! text either: to take it back it is enough to know it again, and it can be made again at any time.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::change::{Change, Image};
use super::folder::Folder;
use super::transaction::SaveError;

/// How a text is known again without being held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    /// Its length in bytes.
    pub bytes: u64,
    /// BLAKE3 of its bytes.
    pub hash: [u8; 32],
}

impl Digest {
    /// The digest of a text.
    pub fn of(text: &str) -> Self {
        Self { bytes: text.len() as u64, hash: *blake3::hash(text.as_bytes()).as_bytes() }
    }

    /// Whether this is the digest of `text`.
    pub fn is_of(&self, text: &str) -> bool {
        self.bytes == text.len() as u64 && self.hash == *blake3::hash(text.as_bytes()).as_bytes()
    }
}

/// A file that waits to be put in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeFile {
    /// Its number among those that wait.
    pub(super) number: u64,
    /// What it holds.
    pub digest: Digest,
}

/// A change to one file whose new content waits already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeChange {
    /// Path relative to the project, forward slashes.
    pub path: String,
    /// What was read; `None` when there was no file.
    pub before: Option<Digest>,
    /// What shall stand there.
    pub after: MadeFile,
}

impl MadeChange {
    pub(super) fn seen(&self) -> Change<'_> {
        let after = Some(Image::Digest(self.after.digest));
        Change { path: &self.path, before: self.before.map(Image::Digest), after, made: Some(&self.after) }
    }
}

/// Takes in what a command makes. Shared by all threads.
#[derive(Debug)]
pub struct Maker {
    folder: Folder,
    staging: PathBuf,
    /// How many files wait; `None` until the first.
    count: Mutex<Option<u64>>,
}

impl Maker {
    pub(super) fn new(folder: Folder, number: u64) -> Self {
        Self { staging: folder.staging(number), folder, count: Mutex::new(None) }
    }

    /// Writes a text to where it waits. It is not durable yet.
    ///
    /// # Errors
    /// When the operating system refuses.
    pub fn make(&self, text: &str) -> Result<MadeFile, SaveError> {
        let number = self.next()?;
        let path = made_path(&self.staging, number);
        let written =
            File::options().write(true).create_new(true).open(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|source| SaveError::io(&path, source))?;
        Ok(MadeFile { number, digest: Digest::of(text) })
    }

    /// The text of a file that waits no more.
    ///
    /// # Errors
    /// When it cannot be read, or holds another text by now.
    pub fn take(&self, made: &MadeFile) -> Result<String, SaveError> {
        let path = made_path(&self.staging, made.number);
        let text = fs::read_to_string(&path).map_err(|source| SaveError::io(&path, source))?;
        // It is needed no more; the next command removes it if this one cannot.
        let _ = fs::remove_file(&path);
        if made.digest.is_of(&text) { Ok(text) } else { Err(SaveError::io(&path, io::ErrorKind::InvalidData.into())) }
    }

    /// Removes everything that waits: nothing shall come of it.
    pub fn discard(&self) {
        if self.is_begun() {
            // What cannot be removed now is removed when the next command begins.
            let _ = fs::remove_dir_all(&self.staging);
        }
    }

    /// Whether anything has been taken in.
    pub(super) fn is_begun(&self) -> bool {
        self.count.lock().is_ok_and(|count| count.is_some())
    }

    fn next(&self) -> Result<u64, SaveError> {
        let mut count = self.count.lock().expect("nobody panics while the files are counted");
        let next = match *count {
            Some(last) => last + 1,
            None => {
                self.folder.make()?;
                fs::create_dir(&self.staging).map_err(|source| SaveError::io(&self.staging, source))?;
                0
            }
        };
        *count = Some(next);
        Ok(next)
    }
}

/// Where the file `number` waits.
pub(super) fn made_path(staging: &Path, number: u64) -> PathBuf {
    staging.join(format!("made-{number}"))
}
