//! What must hold before the first byte is written.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::change::Change;
use super::transaction::SaveError;
use crate::project::layout;

/// Checks every change and gives the place each is made at: symlinks inside the project are followed.
pub(super) fn check(root: &Path, changes: &[Change<'_>]) -> Result<Vec<PathBuf>, SaveError> {
    let mut paths: HashSet<&str> = HashSet::with_capacity(changes.len());
    for change in changes {
        let refused = |why| SaveError::Refused { path: change.path.to_owned(), why };
        if !paths.insert(change.path) {
            return Err(refused("it is changed twice in one transaction"));
        }
    }
    let mut folders: HashMap<&str, Folder> = HashMap::new();
    let mut places = Vec::with_capacity(changes.len());
    for change in changes {
        layout::check_written_path(change.path).map_err(|why| SaveError::Refused { path: change.path.to_owned(), why })?;
        let above = change.path.rsplit_once('/').map_or("", |(above, _)| above);
        let folder = match folders.get(above) {
            Some(folder) => folder,
            None => folders.entry(above).or_insert(find_folder(root, change.path)?),
        };
        places.push(find_in(root, folder, change.path, change.after.is_some())?);
    }
    let distinct: HashSet<&Path> = places.iter().map(PathBuf::as_path).collect();
    let mut seen: HashSet<&Path> = HashSet::with_capacity(places.len());
    let mut folders_seen: HashSet<&Path> = HashSet::new();
    for (change, place) in changes.iter().zip(&places) {
        let refused = |why| SaveError::Refused { path: change.path.to_owned(), why };
        if !seen.insert(place) {
            return Err(refused("another path of the transaction leads to the same file"));
        }
        let mut above = place.ancestors().skip(1).take_while(|folder| folders_seen.insert(folder));
        if above.any(|folder| distinct.contains(folder)) {
            return Err(refused("a file of the transaction stands where its folder would be"));
        }
    }
    check_unchanged(changes, &places)?;
    Ok(places)
}

/// Checks that every file still holds what was read.
fn check_unchanged(changes: &[Change<'_>], places: &[PathBuf]) -> Result<(), SaveError> {
    for (change, place) in changes.iter().zip(places) {
        let found = match &change.before {
            Some(before) => before.is_in(place),
            None => place.metadata().map(|_| false),
        };
        let is_as_read = match found {
            Ok(is_as_read) => is_as_read,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => change.before.is_none(),
            Err(source) => return Err(SaveError::io(place, source)),
        };
        if !is_as_read {
            return Err(SaveError::ChangedMeanwhile(change.path.to_owned()));
        }
    }
    Ok(())
}

/// The real file that a change is made to, after every rule about it has been checked.
/// With `keeps_link` a link at the path itself is followed too, because it is kept when the file is written.
pub(super) fn find_place(root: &Path, path: &str, keeps_link: bool) -> Result<PathBuf, SaveError> {
    layout::check_written_path(path).map_err(|why| SaveError::Refused { path: path.to_owned(), why })?;
    find_in(root, &find_folder(root, path)?, path, keeps_link)
}

/// The real folder of a file, and whether it exists.
#[derive(Debug)]
struct Folder {
    place: PathBuf,
    existing: bool,
    writable: bool,
}

fn find_folder(root: &Path, path: &str) -> Result<Folder, SaveError> {
    let refused = |why| SaveError::Refused { path: path.to_owned(), why };
    let (folders, _) = path.rsplit_once('/').unwrap_or(("", path));
    let mut place = root.to_owned();
    let mut existing = true;
    for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
        place.push(folder);
        if !existing {
            continue;
        }
        match place.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                check_writable(place.parent().unwrap_or(root), path)?;
                existing = false;
            }
            Err(source) => return Err(SaveError::io(&place, source)),
            Ok(metadata) if metadata.is_symlink() => place = follow(root, &place).ok_or(refused(LEADS_OUT))?,
            Ok(_) => {}
        }
        if existing && !place.is_dir() {
            return Err(refused("a part of it that should be a folder is a file"));
        }
    }
    let writable = !existing || check_writable(&place, path).is_ok();
    Ok(Folder { place, existing, writable })
}

fn find_in(root: &Path, folder: &Folder, path: &str, keeps_link: bool) -> Result<PathBuf, SaveError> {
    let refused = |why| SaveError::Refused { path: path.to_owned(), why };
    let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut place = folder.place.join(name);
    if !folder.existing {
        return Ok(place);
    }
    let mut followed = false;
    match place.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(source) => return Err(SaveError::io(&place, source)),
        // A link is kept, and the file it leads to is written; removing removes the link itself.
        Ok(metadata) if metadata.is_symlink() && keeps_link => {
            place = follow(root, &place).ok_or(refused(LEADS_OUT))?;
            followed = true;
        }
        Ok(metadata) if metadata.is_symlink() => {}
        Ok(metadata) if metadata.is_dir() => return Err(refused("it is a folder")),
        Ok(metadata) if !metadata.is_file() => return Err(refused("it is not a file")),
        Ok(metadata) if metadata.permissions().readonly() => return Err(SaveError::ReadOnly(path.to_owned())),
        Ok(_) => {}
    }
    if followed && place.is_dir() {
        return Err(refused("it is a folder"));
    }
    match followed {
        true => check_writable(place.parent().unwrap_or(&folder.place), path)?,
        false if !folder.writable => return Err(SaveError::ReadOnly(path.to_owned())),
        false => {}
    }
    Ok(place)
}

const LEADS_OUT: &str = "a symbolic link in it leads out of the project, into git's folder, or nowhere";

/// Where a symlink leads, if that is a harmless place in the project.
fn follow(root: &Path, link: &Path) -> Option<PathBuf> {
    let real = link.canonicalize().ok()?;
    let relative = real.strip_prefix(root).ok()?;
    let mut parts = relative.components().map(|part| part.as_os_str().to_string_lossy());
    (!parts.any(|part| layout::is_git_component(&part))).then_some(real)
}

/// Checks the permission bits of an existing folder. A privileged user could write all the same, but is not meant to.
pub(super) fn check_writable(folder: &Path, path: &str) -> Result<(), SaveError> {
    let metadata = folder.metadata().map_err(|source| SaveError::io(folder, source))?;
    if metadata.permissions().readonly() { Err(SaveError::ReadOnly(path.to_owned())) } else { Ok(()) }
}
