//! A journal entry: what one command changes, with the text of every file before and after, as it lies on disk.
//!
//! ```text
//! tarjuman-journal 1
//! {"command":"set ps recognition#title","time":1790000000,"files":[{"path":"…","before":120,"after":131}],"folders":[]}
//! (the images: for each file the bytes before, then the bytes after without what both have in common at either end; of a file
//! that was made anew by the thousand there is only a digest, in the header)
//! (BLAKE3 of everything above, in hexadecimal)
//! ```
//!
//! The entry is complete or it does not count: the checksum covers every byte. Paths are checked again before use.

use std::borrow::Cow;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::made::{Digest, made_path};

const MAGIC: &str = "tarjuman-journal 1\n";
/// Hexadecimal BLAKE3 and a line feed.
const SEAL: usize = 65;
/// The header of a command that changes a million files stays below this.
const MAX_HEADER: u64 = 512 * 1024 * 1024;

/// What one command changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Header {
    /// The command as a person would say it, such as `set ps recognition#title`.
    pub command: String,
    /// Seconds since 1970 by this machine's clock; shown, never computed with.
    pub time: u64,
    /// What it takes back of earlier entries, latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undoes: Vec<Part>,
    /// What it makes again of earlier entries, earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redoes: Vec<Part>,
    /// The files, in the order of their images.
    pub files: Vec<FileHeader>,
    /// Folders that were made for them, outermost first, relative to the project.
    #[serde(default)]
    pub folders: Vec<String>,
}

/// Files of an earlier entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The entry's number.
    pub entry: u64,
    /// The files, relative to the project.
    pub files: Vec<String>,
}

/// One file of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct FileHeader {
    /// Path relative to the project.
    pub path: String,
    /// Bytes of the image before; `None` when there was no file.
    pub before: Option<u64>,
    /// Bytes of the image after; `None` when the file was removed.
    pub after: Option<u64>,
    /// Bytes at its beginning that are those of the image before, and are not written twice.
    #[serde(default)]
    pub prefix: u64,
    /// Bytes at its end that are those of the image before, and are not written twice.
    #[serde(default)]
    pub suffix: u64,
    /// Whether the new content was staged beside its place, because another file system is mounted there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub beside: bool,
    /// Its number among the files that were made while the command was planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<u64>,
    /// BLAKE3 of the image after, in hexadecimal, where the image itself is not written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

/// An entry with its images.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it changes.
    pub header: Header,
    /// One for each file of the header.
    pub images: Vec<Images>,
}

/// A file's content before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Images {
    /// `None` when there was no file.
    pub before: Option<String>,
    /// `None` when the file was removed.
    pub after: Option<String>,
    /// What is known of the content after that is not kept; `after` is `None` then.
    pub digest: Option<Digest>,
}

impl FileHeader {
    /// The header of a file with these contents.
    pub(super) fn new(path: &str, before: Option<&str>, after: Option<&str>) -> Self {
        let length = |text: &str| text.len() as u64;
        let (prefix, suffix) = match (before, after) {
            (Some(before), Some(after)) => common_ends(before.as_bytes(), after.as_bytes()),
            _ => (0, 0),
        };
        let (prefix, suffix) = (prefix as u64, suffix as u64);
        Self {
            path: path.to_owned(),
            before: before.map(length),
            after: after.map(length),
            prefix,
            suffix,
            beside: false,
            made: None,
            hash: None,
        }
    }

    /// The header of a new file that is not kept.
    pub(super) fn made_anew(path: &str, digest: Digest) -> Self {
        let hash = Some(blake3::Hash::from_bytes(digest.hash).to_hex().to_string());
        Self { after: Some(digest.bytes), hash, ..Self::new(path, None, None) }
    }

    /// Where its new content waits, being the file `index` of an entry with this staging folder; `place` is its own.
    pub(super) fn staged(&self, index: usize, staging: &Path) -> PathBuf {
        self.made.map_or_else(|| staging.join(index.to_string()), |number| made_path(staging, number))
    }

    fn digest(&self) -> Result<Option<Digest>, &'static str> {
        let (Some(hash), Some(bytes)) = (&self.hash, self.after) else { return Ok(None) };
        let hash = blake3::Hash::from_hex(hash).map_err(|_| "a digest is none")?;
        Ok(Some(Digest { bytes, hash: *hash.as_bytes() }))
    }

    /// How many bytes of the image after are written.
    fn own_after(&self) -> Option<u64> {
        self.after.and_then(|after| after.checked_sub(self.prefix)?.checked_sub(self.suffix))
    }
}

/// How many bytes two texts have in common at the beginning, and at the end of what is left.
fn common_ends(a: &[u8], b: &[u8]) -> (usize, usize) {
    let prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let suffix = a[prefix..].iter().rev().zip(b[prefix..].iter().rev()).take_while(|(a, b)| a == b).count();
    (prefix, suffix)
}

/// Writes an entry; `images` are those of the header's files, in order.
pub(super) fn write<'a>(
    out: impl Write,
    header: &Header,
    images: impl Iterator<Item = io::Result<[Option<Cow<'a, str>>; 2]>>,
) -> io::Result<()> {
    let mut out = Sealed { out, hasher: blake3::Hasher::new() };
    out.write_all(MAGIC.as_bytes())?;
    serde_json::to_writer(&mut out, header)?;
    out.write_all(b"\n")?;
    for (file, images) in header.files.iter().zip(images) {
        let [before, after] = images?;
        if let Some(before) = before {
            out.write_all(before.as_bytes())?;
        }
        if let Some(after) = after {
            out.write_all(&after.as_bytes()[file.prefix as usize..after.len() - file.suffix as usize])?;
        }
    }
    let seal = out.hasher.finalize().to_hex();
    out.out.write_all(seal.as_bytes())?;
    out.out.write_all(b"\n")?;
    out.out.flush()
}

struct Sealed<W> {
    out: W,
    hasher: blake3::Hasher,
}

impl<W: Write> Write for Sealed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Reads an entry; `Err` says what is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Entry, &'static str> {
    let sealed = bytes.len().checked_sub(SEAL).ok_or("it is cut off")?;
    let (content, seal) = bytes.split_at(sealed);
    if seal != format!("{}\n", blake3::hash(content).to_hex()).as_bytes() {
        return Err("its checksum is wrong");
    }
    let mut rest = content;
    let header = read_header(&mut rest).map_err(|_| "its header cannot be read")?;
    let mut images = Vec::with_capacity(header.files.len());
    for file in &header.files {
        let before = file.before.map(|length| take(&mut rest, length)).transpose()?;
        let digest = file.digest()?;
        let kept = file.after.filter(|_| digest.is_none());
        let after = kept.map(|_| read_after(file, before.unwrap_or_default(), &mut rest)).transpose()?;
        let (before, after) = (before.map(text).transpose()?, after.map(|after| text(&after)).transpose()?);
        images.push(Images { before, after, digest });
    }
    if rest.is_empty() { Ok(Entry { header, images }) } else { Err("it holds more than its header says") }
}

fn read_after(file: &FileHeader, before: &[u8], rest: &mut &[u8]) -> Result<Vec<u8>, &'static str> {
    let wrong = "the lengths of an image do not fit";
    let own = take(rest, file.own_after().ok_or(wrong)?)?;
    let (mut prefix, mut suffix) = (before, before);
    let prefix = take(&mut prefix, file.prefix).map_err(|_| wrong)?;
    let at = (before.len() as u64).checked_sub(file.suffix).ok_or(wrong)?;
    take(&mut suffix, at)?;
    Ok([prefix, own, suffix].concat())
}

/// Takes the first `length` bytes off `rest`.
fn take<'b>(rest: &mut &'b [u8], length: u64) -> Result<&'b [u8], &'static str> {
    let length = usize::try_from(length).ok().filter(|length| *length <= rest.len()).ok_or("an image is cut off")?;
    let (image, after) = rest.split_at(length);
    *rest = after;
    Ok(image)
}

fn text(bytes: &[u8]) -> Result<String, &'static str> {
    String::from_utf8(bytes.to_vec()).map_err(|_| "an image is not UTF-8")
}

/// Reads the header alone, from the beginning of an entry; nothing is verified.
pub(super) fn read_header(from: &mut impl BufRead) -> io::Result<Header> {
    let mut magic = vec![0; MAGIC.len()];
    from.read_exact(&mut magic)?;
    if magic != MAGIC.as_bytes() {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "not a journal of this version"));
    }
    let mut line = Vec::new();
    from.take(MAX_HEADER).read_until(b'\n', &mut line)?;
    Ok(serde_json::from_slice(&line)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Header {
        Header {
            command: "set ps a#title".to_owned(),
            time: 7,
            undoes: vec![Part { entry: 6, files: vec!["a".to_owned()] }],
            redoes: Vec::new(),
            files: vec![
                FileHeader::new("a", Some("one"), Some("ترج")),
                FileHeader { beside: true, ..FileHeader::new("n/b", None, Some("")) },
                FileHeader::new("c", Some("x"), None),
                FileHeader::new("d", Some("aXXb"), Some("aXb")),
                FileHeader { made: Some(3), ..FileHeader::made_anew("e", Digest::of("page")) },
            ],
            folders: vec!["n".to_owned()],
        }
    }

    fn written() -> Vec<u8> {
        let mut bytes = Vec::new();
        let images = [[Some("one"), Some("ترج")], [None, Some("")], [Some("x"), None], [Some("aXXb"), Some("aXb")]];
        let images = images.into_iter().chain([[None, None]]);
        write(&mut bytes, &header(), images.map(|images| Ok(images.map(|image| image.map(Cow::Borrowed))))).unwrap();
        bytes
    }

    #[test]
    fn an_entry_comes_back_as_it_was_written() {
        let entry = read(&written()).unwrap();
        assert_eq!(entry.header, header());
        assert_eq!(entry.images[0], Images { before: Some("one".to_owned()), after: Some("ترج".to_owned()), digest: None });
        assert_eq!(entry.images[1], Images { before: None, after: Some(String::new()), digest: None });
        assert_eq!(entry.images[2], Images { before: Some("x".to_owned()), after: None, digest: None });
        assert_eq!(entry.images[4], Images { before: None, after: None, digest: Some(Digest::of("page")) });
        assert_eq!(entry.images[3], Images { before: Some("aXXb".to_owned()), after: Some("aXb".to_owned()), digest: None });
        assert_eq!((entry.header.files[3].prefix, entry.header.files[3].suffix), (2, 1));
    }

    #[test]
    fn no_byte_can_be_lost_or_changed_unnoticed() {
        let bytes = written();
        for at in 0..bytes.len() {
            assert!(read(&bytes[..at]).is_err(), "cut at {at}");
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(read(&changed).is_err(), "changed at {at}");
        }
    }
}
