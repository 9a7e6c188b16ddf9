//! Finding a project and reading its files. What is wrong with a file's content is a finding; what is wrong with the
//! environment (a folder where a file is expected, a failing disk) is an error.

use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::layout::{self, ArticleName, SourcePath};
use crate::base::{Diagnostic, LineIndex, Locale, Place, limits};

/// A file, loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The text as it stands on disk; `None` when there is no file, or it cannot be read as text.
    pub text: Option<String>,
    /// BLAKE3 of the bytes, when they are no text.
    hash: Option<[u8; 32]>,
    /// What is wrong with it. Paths are filled in.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Whether there is no such file.
    pub fn is_missing(&self) -> bool {
        self.text.is_none() && self.hash.is_none() && self.diagnostics.is_empty()
    }

    /// BLAKE3 of the bytes; `None` when there is no file, or it may not be read.
    pub fn hash(&self) -> Option<[u8; 32]> {
        let of_text = || self.text.as_ref().map(|text| hash(text.as_bytes()));
        self.hash.or_else(of_text)
    }

    fn broken(hash: Option<[u8; 32]>, diagnostic: Diagnostic) -> Self {
        Self { text: None, hash, diagnostics: vec![diagnostic] }
    }
}

/// Why a file cannot be loaded at all.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no project around the folder.
    #[error("no `tarjuman.toml` in `{}` or any folder above it", .0.display())]
    NoProject(PathBuf),
    /// Something that is not a file has the name of one.
    #[error("`{}` is not a file", .0.display())]
    NotAFile(PathBuf),
    /// A file stands where a folder is expected.
    #[error("`{}` is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The operating system refused.
    #[error("cannot read `{}`", .path.display())]
    Io {
        /// What was read.
        path: PathBuf,
        /// Why it could not be.
        source: std::io::Error,
    },
}

impl LoadError {
    pub(super) fn io(path: &Path, source: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }
}

/// The folder of the project that `start` lies in: the nearest folder, from `start` upwards, with a `tarjuman.toml`.
/// Absolute, without symlinks.
pub fn find_root(start: &Path) -> Result<PathBuf, LoadError> {
    let start = start.canonicalize().map_err(|source| LoadError::io(start, source))?;
    let found = start.ancestors().find(|folder| folder.join(layout::CONFIG).symlink_metadata().is_ok());
    found.map(Path::to_owned).ok_or(LoadError::NoProject(start.clone()))
}

/// Loads the file at `path` (project-relative, forward slashes) of the project at `root`.
pub fn load_text(root: &Path, path: &str) -> Result<Loaded, LoadError> {
    load_limited(root, path, layout::size_limit(path))
}

/// Loads a file that may have at most `limit` bytes; of a larger one nothing is read.
fn load_limited(root: &Path, path: &str, limit: u64) -> Result<Loaded, LoadError> {
    let full = root.join(path);
    let place = Place { path: path.to_owned(), ..Place::default() };
    match open_directly(&full) {
        Directly::Nothing => return Ok(Loaded { text: None, hash: None, diagnostics: Vec::new() }),
        Directly::File(file, length) if length > 0 && is_harmless(root, &full)? => {
            if length > limit {
                return Ok(Loaded::broken(None, too_large(length, limit, place)));
            }
            return read_file(file, &full, (length, limit), place);
        }
        Directly::File(..) | Directly::Unknown => {}
    }
    let real = match resolve(&full)? {
        Found::Real(real) => real,
        Found::Nothing => return Ok(Loaded { text: None, hash: None, diagnostics: Vec::new() }),
        Found::DanglingLink => {
            let diagnostic = Diagnostic::new("unreadable-file", format!("`{path}` is a symbolic link that leads nowhere"), place);
            return Ok(Loaded::broken(None, diagnostic.help("replace the symbolic link by a file")));
        }
    };
    if !is_harmless(root, &real)? {
        let diagnostic = Diagnostic::new("outside-project", format!("`{path}` leads out of the project"), place);
        return Ok(Loaded::broken(None, diagnostic.help("replace the symbolic link by a file")));
    }
    let metadata = real.metadata().map_err(|source| LoadError::io(&full, source))?;
    if !metadata.is_file() {
        return Err(LoadError::NotAFile(full));
    }
    let metadata =
        if metadata.len() == 0 && path.starts_with(layout::LOCALES) { wait_for_text(&real, metadata) } else { metadata };
    if metadata.len() > limit {
        return Ok(Loaded::broken(None, too_large(metadata.len(), limit, place)));
    }
    match fs::File::open(&real) {
        Ok(file) => read_file(file, &full, (metadata.len(), limit), place),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            let diagnostic = Diagnostic::new("unreadable-file", format!("`{path}` may not be read"), place);
            Ok(Loaded::broken(None, diagnostic.help("give yourself permission to read it")))
        }
        Err(source) => Err(LoadError::io(&full, source)),
    }
}

fn read_file(file: fs::File, full: &Path, (length, limit): (u64, u64), place: Place) -> Result<Loaded, LoadError> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    // It may grow while it is read, and some files have no length.
    match file.take(limit + 1).read_to_end(&mut bytes) {
        Ok(read) if read as u64 > limit => Ok(Loaded::broken(None, too_large(read as u64, limit, place))),
        Ok(_) => Ok(read_bytes(bytes, place)),
        Err(source) => Err(LoadError::io(full, source)),
    }
}

/// What opening a path tells if no link may be on the way.
enum Directly {
    /// An ordinary file at the very path, and its length.
    File(fs::File, u64),
    /// There is nothing.
    Nothing,
    /// It has to be looked at more closely.
    Unknown,
}

/// Opens an ordinary file in one step, as nearly all are; links, and whatever else is unusual, are left to the long way.
#[cfg(target_os = "linux")]
fn open_directly(full: &Path) -> Directly {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat2};
    use rustix::io::Errno;
    let climbs = || full.components().any(|part| part == std::path::Component::ParentDir);
    // Opening a pipe would wait for whoever writes into it.
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    match openat2(CWD, full, flags, Mode::empty(), ResolveFlags::NO_SYMLINKS) {
        Ok(opened) if !climbs() => {
            let file = fs::File::from(opened);
            match file.metadata() {
                Ok(metadata) if metadata.is_file() => Directly::File(file, metadata.len()),
                _ => Directly::Unknown,
            }
        }
        Err(Errno::NOENT) => Directly::Nothing,
        _ => Directly::Unknown,
    }
}

/// Opens an ordinary file in one step where the system can.
#[cfg(not(target_os = "linux"))]
fn open_directly(_: &Path) -> Directly {
    Directly::Unknown
}

/// How often a catalog or ledger without a byte in it is looked at again, and after what time.
const LOOKS: (u32, Duration) = (20, Duration::from_millis(10));

/// An editor that saves in place empties the file first and then writes it: one found empty is given a moment to be written.
fn wait_for_text(real: &Path, empty: fs::Metadata) -> fs::Metadata {
    for _ in 0..LOOKS.0 {
        thread::sleep(LOOKS.1);
        match real.metadata() {
            Ok(metadata) if metadata.len() == 0 => {}
            Ok(metadata) => return metadata,
            Err(_) => break,
        }
    }
    empty
}

fn too_large(length: u64, limit: u64, place: Place) -> Diagnostic {
    let message = format!("`{}` has {length} bytes; at most {} are read", place.path, limits::size(limit));
    Diagnostic::new("too-large", message, place).help("divide it into several files, or move it elsewhere")
}

/// Loads an article: as [`load_text`], and git conflict markers in it are a finding.
pub fn load_article(root: &Path, path: &SourcePath) -> Result<Loaded, LoadError> {
    let mut loaded = load_limited(root, path.as_str(), limits::ARTICLE_BYTES)?;
    if let Some(offset) = loaded.text.as_deref().and_then(find_conflict) {
        let text = loaded.text.as_deref().unwrap_or_default();
        let place = Place { path: path.as_str().to_owned(), ..Place::at(LineIndex::new(text).position(offset)) };
        let diagnostic = Diagnostic::new("conflict-markers", "the article holds git conflict markers", place);
        loaded.diagnostics.push(diagnostic.help("decide for one of the two sides, and remove the marker lines"));
    }
    Ok(loaded)
}

/// What stands at a path.
enum Found {
    /// Something, at this path without symlinks.
    Real(PathBuf),
    /// Nothing.
    Nothing,
    /// A symlink to nothing.
    DanglingLink,
}

/// Follows all symlinks of `full`.
fn resolve(full: &Path) -> Result<Found, LoadError> {
    match full.canonicalize() {
        Ok(real) => Ok(Found::Real(real)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Ok(if full.symlink_metadata().is_err() { Found::Nothing } else { Found::DanglingLink })
        }
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(LoadError::NotAFolder(parent_file(full))),
        Err(source) => Err(LoadError::io(full, source)),
    }
}

/// The part of `full` that is a file where a folder is expected.
fn parent_file(full: &Path) -> PathBuf {
    full.ancestors().find(|path| path.is_file()).unwrap_or(full).to_owned()
}

/// Whether `real`, a path without symlinks, lies in the project at `root` and not in a git folder of it.
pub(super) fn is_harmless(root: &Path, real: &Path) -> Result<bool, LoadError> {
    let is_git = |part: std::path::Component<'_>| layout::is_git_component(&part.as_os_str().to_string_lossy());
    if let Ok(relative) = real.strip_prefix(root) {
        return Ok(!relative.components().any(is_git));
    }
    let root = root.canonicalize().map_err(|source| LoadError::io(root, source))?;
    Ok(real.strip_prefix(&root).is_ok_and(|relative| !relative.components().any(is_git)))
}

fn read_bytes(bytes: Vec<u8>, place: Place) -> Loaded {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let valid = std::str::from_utf8(&error.as_bytes()[..offset]).unwrap_or_default();
            let place = Place { path: place.path, ..Place::at(LineIndex::new(valid).position(offset)) };
            let message = format!("not UTF-8: byte {offset} of the file");
            let diagnostic = Diagnostic::new("invalid-utf8", message, place);
            return Loaded::broken(Some(hash(error.as_bytes())), diagnostic.help("save the file as UTF-8"));
        }
    };
    if let Some(offset) = text.find('\0') {
        let place = Place { path: place.path, ..Place::at(LineIndex::new(&text).position(offset)) };
        let diagnostic = Diagnostic::new("nul-byte", format!("a NUL byte, byte {offset} of the file"), place);
        return Loaded::broken(Some(hash(text.as_bytes())), diagnostic.help("remove it; the file may not be a text"));
    }
    Loaded { text: Some(text), hash: None, diagnostics: Vec::new() }
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes).as_bytes()
}

/// The offset of a conflict: a line `<<<<<<< …` that a line `>>>>>>> …` follows. A lone `=======` underlines a heading.
pub(super) fn find_conflict(text: &str) -> Option<usize> {
    let find_line = |marker: &str, from: usize| {
        let mut found = text[from..].match_indices(marker).map(|(at, _)| from + at);
        found.find(|&at| at == 0 || text.as_bytes()[at - 1] == b'\n')
    };
    let start = find_line("<<<<<<< ", 0)?;
    find_line(">>>>>>> ", start).map(|_| start)
}

/// The articles that have a catalog in `locale`, whether or not they have a file; in order. Links are not followed.
pub fn list_catalogs(root: &Path, locale: &Locale) -> Result<Vec<ArticleName>, LoadError> {
    list_with(root, locale, ".ftl")
}

/// The articles that have a ledger in `locale`, be they retired; as [`list_catalogs`].
pub fn list_ledgers(root: &Path, locale: &Locale) -> Result<Vec<ArticleName>, LoadError> {
    list_with(root, locale, ".ledger.toml")
}

fn list_with(root: &Path, locale: &Locale, extension: &str) -> Result<Vec<ArticleName>, LoadError> {
    let base = root.join(layout::LOCALES).join(locale.as_str());
    let mut names = Vec::new();
    if !base.canonicalize().is_ok_and(|real| is_harmless(root, &real).unwrap_or(false)) {
        return Ok(names);
    }
    let mut waiting = vec![String::new()];
    while let Some(below) = waiting.pop() {
        let folder = base.join(&below);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(source) => return Err(LoadError::io(&folder, source)),
        };
        for entry in entries {
            let entry = entry.map_err(|source| LoadError::io(&folder, source))?;
            let kind = entry.file_type().map_err(|source| LoadError::io(&folder, source))?;
            let Ok(file) = entry.file_name().into_string() else { continue };
            let path = if below.is_empty() { file } else { format!("{below}/{file}") };
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() {
                names.extend(path.strip_suffix(extension).and_then(|name| name.parse::<ArticleName>().ok()));
            }
        }
    }
    names.sort();
    Ok(names)
}

/// The locales that have a glossary file or a folder of catalogs, whether or not the project translates into them; in order.
pub fn list_locales(root: &Path) -> Result<Vec<Locale>, LoadError> {
    let mut locales = Vec::new();
    for (folder, extension) in [(layout::GLOSSARY, ".ftl"), (layout::LOCALES, "")] {
        for name in list_names(root, folder)? {
            let locale =
                name.strip_suffix(extension).and_then(|name| name.parse::<Locale>().ok().filter(|own| own.as_str() == name));
            locales.extend(locale);
        }
    }
    locales.sort();
    locales.dedup();
    Ok(locales)
}

/// The files of the folder for a project's own templates and words, as paths below it, in order.
pub fn list_templates(root: &Path) -> Result<Vec<String>, LoadError> {
    let mut found = Vec::new();
    for below in ["", "strings/"] {
        let folder = layout::template(below);
        let names = list_names(root, &folder)?.into_iter().filter(|name| !root.join(&folder).join(name).is_dir());
        found.extend(names.map(|name| format!("{below}{name}")));
    }
    found.sort();
    Ok(found)
}

/// The names in a folder of the project; none when it is not there, or leads to where nothing may be read.
fn list_names(root: &Path, folder: &str) -> Result<Vec<String>, LoadError> {
    let folder = root.join(folder);
    if !folder.canonicalize().is_ok_and(|real| is_harmless(root, &real).unwrap_or(false)) {
        return Ok(Vec::new());
    }
    let error = |source| LoadError::io(&folder, source);
    let entries = fs::read_dir(&folder).map_err(error)?;
    let names = entries.map(|entry| Ok(entry.map_err(error)?.file_name().into_string().ok()));
    names.filter_map(Result::transpose).collect()
}

/// Loads a file that the tool produced, wherever the person asked it to be; `None` when it is not there, not a text, or larger
/// than any that we would have written.
pub fn load_output(path: &Path) -> Result<Option<String>, LoadError> {
    let length = match path.metadata() {
        Ok(metadata) if metadata.is_file() => metadata.len(),
        Ok(_) => return Err(LoadError::NotAFile(path.to_owned())),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(source) => return Err(LoadError::io(path, source)),
    };
    if length > limits::OUTPUT_BYTES {
        return Ok(None);
    }
    match fs::read(path) {
        Ok(bytes) => Ok(String::from_utf8(bytes).ok()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(source) => Err(LoadError::io(path, source)),
    }
}
