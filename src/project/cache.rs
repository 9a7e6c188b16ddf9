//! Caches below `.tarjuman/cache/`: what the last run of a verb found, with the state of every file that it was found in.
//!
//! A cache only ever says "as it was", and only while each of its files can be shown to hold what it held. One that is damaged, of
//! another version of the program or of another project says nothing, and may be deleted at any time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::private;
use super::stamp::Stamp;
use super::{Project, layout};

/// Caches of more bytes are not ours.
const LARGEST: u64 = 1 << 30;

/// Folders whose files go into every plan.
pub const SHARED: [&str; 2] = [layout::GLOSSARY, layout::SEGMENTATION];

/// A file and what it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileState {
    /// Its path, relative to a folder that the cache knows.
    pub path: String,
    /// Its stamp at that time, where that can be trusted.
    pub stamp: Option<Stamp>,
    /// BLAKE3 of its bytes; `None` if there was no such file.
    pub hash: Option<[u8; 32]>,
}

impl FileState {
    /// Whether the file below `root` still holds what it held. A stamp that was not known, or is another, is learnt.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn holds(&mut self, root: &Path, now: i128) -> io::Result<bool> {
        let path = root.join(&self.path);
        let stamp = Stamp::of(&path)?;
        match (stamp, self.hash) {
            (None, hash) => Ok(hash.is_none()),
            (Some(_), None) => Ok(false),
            (Some(_), Some(_)) if stamp == self.stamp => Ok(true),
            (Some(stamp), Some(hash)) => {
                let is_same = *blake3::hash(&fs::read(&path)?).as_bytes() == hash;
                self.stamp = Some(stamp).filter(|stamp| is_same && stamp.is_settled(now));
                Ok(is_same)
            }
        }
    }

    /// Whether every one of `files` holds what it held; one that cannot be looked at does not, and reading it will say why.
    pub fn all_hold(files: &mut [Self], root: &Path, now: i128) -> bool {
        files.iter_mut().all(|file| file.holds(root, now).unwrap_or(false))
    }

    /// A number that changes when a stamp is learnt.
    pub fn stamped(files: &[Self]) -> i128 {
        let of = |stamp: &Stamp| stamp.modified.wrapping_add(stamp.changed).wrapping_add(i128::from(stamp.inode)).wrapping_add(1);
        files
            .iter()
            .filter_map(|file| file.stamp.as_ref())
            .fold(0, |sum: i128, stamp| sum.wrapping_mul(31).wrapping_add(of(stamp)))
    }

    /// Appends path, stamp and hash, with a tab between.
    pub fn write(&self, out: &mut String) {
        let hash = self.hash.map_or_else(|| "-".to_owned(), |hash| blake3::Hash::from_bytes(hash).to_hex().to_string());
        let stamp = match self.stamp {
            Some(Stamp { size, modified, changed, inode, device }) => format!("{size} {modified} {changed} {inode} {device}"),
            None => "-".to_owned(),
        };
        out.push_str(&format!("{}\t{stamp}\t{hash}", self.path));
    }

    /// Reads what [`FileState::write`] wrote.
    pub fn read(path: &str, stamp: &str, hash: &str) -> Option<Self> {
        let stamp = match stamp {
            "-" => None,
            stamp => {
                let mut parts = stamp.split(' ');
                let size = parts.next()?.parse().ok()?;
                // Nearly all moments fit 64 bits, which are read in a fraction of the time.
                let mut moment = || {
                    let text = parts.next()?;
                    text.parse::<i64>().map(i128::from).or_else(|_| text.parse()).ok()
                };
                let (modified, changed) = (moment()?, moment()?);
                let (inode, device) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
                Some(Stamp { size, modified, changed, inode, device })
            }
        };
        let hash = match hash {
            "-" => None,
            hash => Some(*blake3::Hash::from_hex(hash).ok()?.as_bytes()),
        };
        Some(Self { path: path.to_owned(), stamp, hash })
    }
}

/// Which of `items` pass `check`, in their order; looked at on all cores.
pub fn check_all<T: Send>(items: &mut [T], check: impl Fn(&mut T) -> bool + Sync) -> Vec<bool> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let size = items.len().div_ceil(workers).max(1);
    let check = &check;
    std::thread::scope(|scope| {
        let running: Vec<_> =
            items.chunks_mut(size).map(|chunk| scope.spawn(move || chunk.iter_mut().map(check).collect::<Vec<bool>>())).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("a check does not panic")).collect()
    })
}

/// The body of the cache at `path`; `None` when there is none, or not a whole one.
pub fn load(root: &Path, path: &str) -> Option<String> {
    let path = root.join(path);
    // Neither a link, which could lead to a device, nor a file that is larger than any cache of ours.
    path.symlink_metadata().ok().filter(|metadata| metadata.is_file() && metadata.len() <= LARGEST)?;
    let mut text = fs::read_to_string(path).ok()?;
    let (body, sum) = text.rsplit_once("\n#")?;
    let is_whole = sum.trim_end() == blake3::hash(body.as_bytes()).to_hex().as_str();
    let length = body.len();
    text.truncate(length);
    is_whole.then_some(text)
}

/// Writes a cache down. One that cannot be written is none.
pub fn save(root: &Path, path: &str, body: &str) {
    let text = format!("{body}\n#{}\n", blake3::hash(body.as_bytes()).to_hex());
    if private::write(root, path, text.as_bytes()).is_err() {
        // What stands there may be older than what was just done; its stamps would show that too.
        let _ = fs::remove_file(root.join(path));
    }
}

impl Project {
    /// Hashes what all articles share: the program, the configuration, and every file below `folders`.
    ///
    /// # Errors
    /// The path that cannot be read, and why.
    pub fn hash_settings(&self, folders: &[&str]) -> Result<blake3::Hasher, (PathBuf, io::Error)> {
        let mut hasher = blake3::Hasher::new();
        add(&mut hasher, self.program.as_bytes());
        add(&mut hasher, format!("{:?}", self.config).as_bytes());
        let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| self.root.join(folder)).collect();
        while let Some(path) = waiting.pop() {
            let error = |source| (path.clone(), source);
            // A link is not followed to a folder: it could lead round in circles.
            let Ok(metadata) = path.symlink_metadata() else { continue };
            if metadata.is_dir() {
                let entries = fs::read_dir(&path).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(error)?;
                let mut entries: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
                entries.sort();
                waiting.extend(entries);
            } else if path.is_file() {
                add(&mut hasher, path.strip_prefix(&self.root).unwrap_or(&path).to_string_lossy().as_bytes());
                add(&mut hasher, blake3::hash(&fs::read(&path).map_err(error)?).as_bytes());
            } else {
                add(&mut hasher, format!("{} {:?}", path.display(), metadata.file_type()).as_bytes());
            }
        }
        Ok(hasher)
    }
}

fn add(hasher: &mut blake3::Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes());
    hasher.update(part);
}

/// Hash of how an article is read.
pub fn read_as(article: &super::ArticleFile) -> String {
    let super::ArticleFile { path, flavour, front_matter, html_blocks, .. } = article;
    blake3::hash(format!("{path} {flavour:?} {front_matter:?} {html_blocks:?}").as_bytes()).to_hex().to_string()
}
