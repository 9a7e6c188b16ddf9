//! After a crash: a command that had begun to replace files is taken back, or found complete. Only files that are exactly as
//! the command found or left them are touched; if one is neither, nothing is, and both versions go where a person finds them.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::change::Image;
use super::commit::{holds, remove_folders};
use super::folder::{Folder, Listed, Stage};
use super::journal::{Entry, Images};
use super::notice::{Notice, Notices};
use super::transaction::SaveError;
use super::{check, flush, late, stage, swap};
use crate::project::layout;

/// Takes back or completes every command that is not finished. Gives whether there was one. Runs under the lock.
pub(super) fn recover(root: &Path, folder: &Folder, notices: &Notices) -> Result<bool, SaveError> {
    let io_error = |source| SaveError::io(folder.path(), source);
    let listed = folder.list().map_err(io_error)?;
    let pending: Vec<&Listed> = listed.iter().rev().filter(|listed| listed.stage == Stage::Pending).collect();
    for listed in &pending {
        let entry = match folder.entry(listed).map_err(io_error)? {
            Ok(entry) => entry,
            Err(why) => return Err(set_aside(folder, listed, why)),
        };
        Recovery { root, folder, number: listed.number, entry: &entry }.run(notices)?;
    }
    if folder.path().is_dir() {
        late::rescue(root, folder, &listed, notices)?;
        folder.sweep().map_err(io_error)?;
    }
    Ok(!pending.is_empty())
}

/// An entry that cannot be read takes no further command hostage: it is named once.
fn set_aside(folder: &Folder, listed: &Listed, why: &'static str) -> SaveError {
    let path = folder.file(listed.number, Stage::Void);
    match folder.mark(listed.number, Stage::Pending, Stage::Void) {
        Ok(()) => SaveError::DamagedJournal { path, why },
        Err(source) => SaveError::io(&path, source),
    }
}

struct Recovery<'a> {
    root: &'a Path,
    folder: &'a Folder,
    number: u64,
    entry: &'a Entry,
}

/// A file of the entry as it is found.
struct Found<'a> {
    path: &'a str,
    images: &'a Images,
    place: PathBuf,
    staged: PathBuf,
    stands: Stands,
    /// What was taken out is neither image: somebody saved in the very moment of the exchange.
    foreign: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Before,
    After,
    Neither,
}

impl Recovery<'_> {
    fn run(&self, notices: &Notices) -> Result<(), SaveError> {
        let found = self.look()?;
        let command = self.entry.header.command.clone();
        if found.iter().any(|file| file.stands == Stands::Neither) {
            return Err(self.rescue(&found));
        }
        if found.iter().all(|file| file.stands == Stands::After && !file.foreign) {
            self.finish(&found, Stage::Done)?;
            notices.tell(&Notice::Completed { command });
            return Ok(());
        }
        let replaced: Vec<&Found<'_>> = found.iter().filter(|file| file.stands == Stands::After).collect();
        for file in &replaced {
            if !self.put_back(file).map_err(|source| SaveError::io(&file.place, source))? {
                return Err(self.rescue(&self.look()?));
            }
        }
        let folders: Vec<PathBuf> = self.entry.header.folders.iter().map(|folder| self.root.join(folder)).collect();
        remove_folders(&folders);
        self.finish(&found, Stage::Void)?;
        notices.tell(&Notice::RolledBack { command, files: replaced.len() });
        Ok(())
    }

    fn look(&self) -> Result<Vec<Found<'_>>, SaveError> {
        let staging = self.folder.staging(self.number);
        let files = self.entry.header.files.iter().zip(&self.entry.images).enumerate();
        files
            .map(|(index, (file, images))| {
                let (place, stands) = match check::find_place(self.root, &file.path, images.before.is_some()) {
                    Ok(place) => {
                        let stands = stands(&place, images).map_err(|source| SaveError::io(&place, source))?;
                        (place, stands)
                    }
                    // Something stands in the way that was not there: this is for a person to see.
                    Err(SaveError::Refused { .. }) => (self.root.join(&file.path), Stands::Neither),
                    Err(error) => return Err(error),
                };
                let staged = match file.beside {
                    true => stage::beside_path(&place, self.number, index),
                    false => file.staged(index, &staging),
                };
                let foreign = is_foreign(&staged, images).map_err(|source| SaveError::io(&staged, source))?;
                Ok(Found { path: &file.path, images, place, staged, stands, foreign })
            })
            .collect()
    }

    /// Puts back what stood at the place before. `false` when somebody saved the file in this moment; theirs stays.
    fn put_back(&self, file: &Found<'_>) -> io::Result<bool> {
        let Found { images, place, staged, .. } = file;
        let Some(before) = &images.before else {
            if !after(images).is_some_and(|after| after.is_in(place).unwrap_or(false)) {
                return Ok(false);
            }
            fs::remove_file(place)?;
            return Ok(true);
        };
        let source = if is_kept(staged, before)? || file.foreign {
            staged.clone()
        } else {
            let source = staged.with_extension("back");
            if let Some(folder) = source.parent() {
                fs::create_dir_all(folder)?;
            }
            let _ = fs::remove_file(&source);
            stage::create(before, &source, place)?;
            flush::files(&[&source])?;
            source
        };
        let Some(after) = &images.after else {
            return match swap::create(&source, place) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
                result => result.map(|()| true),
            };
        };
        swap::replace(&source, place)?;
        if holds(&source, after)? {
            return Ok(true);
        }
        swap::replace(&source, place)?;
        Ok(false)
    }

    /// Makes what was done durable, says so in the journal, and removes what was staged.
    fn finish(&self, found: &[Found<'_>], stage: Stage) -> Result<(), SaveError> {
        let parents = found.iter().filter_map(|file| file.place.parent()).filter(|folder| folder.is_dir());
        let finished = flush::folders(parents)
            .and_then(|()| self.folder.mark(self.number, Stage::Pending, stage))
            .and_then(|()| flush::folder(self.folder.path()));
        finished.map_err(|source| SaveError::io(self.folder.path(), source))?;
        for file in found.iter().filter(|file| file.staged.parent() != Some(&self.folder.staging(self.number))) {
            stage::discard(&file.staged);
        }
        Ok(())
    }

    /// Copies all images to a folder of their own and gives the error that names it.
    fn rescue(&self, found: &[Found<'_>]) -> SaveError {
        match self.write_rescue(found) {
            Ok(folder) => SaveError::Rescued {
                command: self.entry.header.command.clone(),
                files: found
                    .iter()
                    .filter(|file| file.stands == Stands::Neither || file.foreign)
                    .map(|file| file.path.to_owned())
                    .collect(),
                folder,
            },
            Err(error) => error,
        }
    }

    fn write_rescue(&self, found: &[Found<'_>]) -> Result<String, SaveError> {
        let (own, name) = make_rescue(self.root, self.number)?;
        let write = || -> io::Result<()> {
            for file in found {
                let Images { before, after, .. } = file.images;
                for (version, text) in [("before", before), ("after", after)] {
                    if let Some(text) = text {
                        write_copy(&own.join(version).join(file.path), text.as_bytes())?;
                    }
                }
                if let Some(digest) = file.images.digest.map(Image::Digest) {
                    let kept =
                        [&file.staged, &file.place].into_iter().find(|path| is_file(path) && digest.is_in(path).unwrap_or(false));
                    if let Some(kept) = kept {
                        write_copy(&own.join("after").join(file.path), &fs::read(kept)?)?;
                    }
                }
                if file.foreign {
                    write_copy(&own.join("saved-meanwhile").join(file.path), &fs::read(&file.staged)?)?;
                }
            }
            own.ancestors().take(2).try_for_each(flush::folder)?;
            self.folder.mark(self.number, Stage::Pending, Stage::Void)?;
            flush::folder(self.folder.path())
        };
        write().map_err(|source| SaveError::io(&own, source))?;
        Ok(name)
    }
}

/// A place for what a person has to look at after the command `number`: its path, and its name relative to the project.
/// Nothing stands there yet.
pub(super) fn make_rescue(root: &Path, number: u64) -> Result<(PathBuf, String), SaveError> {
    let rescue = root.join(layout::PRIVATE).join("rescue");
    let refused = || SaveError::Refused { path: format!("{}/rescue", layout::PRIVATE), why: "it is not a folder" };
    match rescue.symlink_metadata() {
        Ok(metadata) if !metadata.is_dir() => return Err(refused()),
        Ok(_) => {}
        Err(_) => fs::create_dir(&rescue).map_err(|source| SaveError::io(&rescue, source))?,
    }
    let name = |attempt: u32| match attempt {
        0 => format!("{number:06}"),
        _ => format!("{number:06}-{attempt}"),
    };
    let free = (0..1000).map(name).find(|name| rescue.join(name).symlink_metadata().is_err()).ok_or_else(refused)?;
    Ok((rescue.join(&free), format!("{}/rescue/{free}", layout::PRIVATE)))
}

fn stands(place: &Path, images: &Images) -> io::Result<Stands> {
    let exists = match place.symlink_metadata() {
        Ok(_) => true,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => false,
        Err(error) => return Err(error),
    };
    let is = |image: Option<Image<'_>>| match image {
        Some(image) => Ok::<bool, io::Error>(exists && image.is_in(place)?),
        None => Ok(!exists),
    };
    Ok(if is(after(images))? {
        Stands::After
    } else if is(before(images))? {
        Stands::Before
    } else {
        Stands::Neither
    })
}

/// Whether `staged` holds what the command took out of its place.
fn is_kept(staged: &Path, before: &str) -> io::Result<bool> {
    Ok(is_file(staged) && holds(staged, before)?)
}

fn is_foreign(staged: &Path, images: &Images) -> io::Result<bool> {
    if !is_file(staged) {
        return Ok(false);
    }
    let is = |image: Option<Image<'_>>| image.map_or(Ok(false), |image| image.is_in(staged));
    Ok(!is(before(images))? && !is(after(images))?)
}

fn before(images: &Images) -> Option<Image<'_>> {
    images.before.as_deref().map(Image::Text)
}

fn after(images: &Images) -> Option<Image<'_>> {
    images.after.as_deref().map(Image::Text).or(images.digest.map(Image::Digest))
}

fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_file())
}

pub(super) fn write_copy(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
