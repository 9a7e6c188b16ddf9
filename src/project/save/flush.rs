//! Making what was written survive a power cut: file by file for a few files, the whole file system at once for more.
//!
//! A flush waits for the disk whatever its size, so a command that replaces twenty files is served better by one of the file
//! system than by twenty; one that replaces two should not wait for what other programs have written.

use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::io;
use std::path::Path;

/// Up to this many files or folders each is flushed on its own.
const FEW: usize = 4;

/// Flushes the contents of files, none of which is a place where a file system is mounted.
pub fn files(files: &[&Path]) -> io::Result<()> {
    let folders = || files.iter().filter_map(|file| file.parent()).collect::<HashSet<&Path>>().into_iter().collect::<Vec<_>>();
    if files.len() > FEW && whole(&folders())? { Ok(()) } else { files.iter().try_for_each(|file| File::open(file)?.sync_all()) }
}

/// Flushes the entries of folders: the names of files created, replaced and removed in them.
pub fn folders<'a>(folders: impl IntoIterator<Item = &'a Path>) -> io::Result<()> {
    let folders: BTreeSet<&Path> = folders.into_iter().collect();
    let folders: Vec<&Path> = folders.into_iter().collect();
    if folders.len() > FEW && whole(&folders)? { Ok(()) } else { folders.into_iter().try_for_each(folder) }
}

/// Flushes the entries of one folder.
pub fn folder(path: &Path) -> io::Result<()> {
    // Elsewhere a folder cannot be opened as a file, and renaming is durable by other means.
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

/// Flushes the file systems that `paths` lie on. `false` where the system has no such call.
#[cfg(target_os = "linux")]
fn whole(paths: &[&Path]) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let mut flushed = BTreeSet::new();
    for path in paths {
        let file = File::open(path)?;
        if flushed.insert(file.metadata()?.dev()) {
            match rustix::fs::syncfs(file) {
                Ok(()) => {}
                Err(rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => return Ok(false),
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(true)
}

/// Flushes the file systems that `paths` lie on. `false` where the system has no such call.
#[cfg(not(target_os = "linux"))]
fn whole(_: &[&Path]) -> io::Result<bool> {
    Ok(false)
}
