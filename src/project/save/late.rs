//! Late saves: an editor that had a file open while a command replaced it writes into what was taken out. What was taken out
//! therefore stays until the next command begins, and is compared once more then.

use std::fs;
use std::io;
use std::path::Path;

use super::commit::holds;
use super::flush;
use super::folder::{Folder, Listed, Stage};
use super::notice::{Notice, Notices};
use super::recover::{make_rescue, write_copy};
use super::transaction::SaveError;

/// Brings what was written into replaced files to a place where a person finds it, and tells. Runs under the lock, before
/// replaced files are removed.
pub(super) fn rescue(root: &Path, folder: &Folder, listed: &[Listed], notices: &Notices) -> Result<(), SaveError> {
    for listed in listed.iter().filter(|listed| listed.stage == Stage::Done) {
        let staging = folder.staging(listed.number);
        if !staging.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
            continue;
        }
        let entry = folder.entry(listed).map_err(|source| SaveError::io(folder.path(), source))?;
        // Without the entry nobody knows what the files should hold.
        let Ok(entry) = entry else { continue };
        let mut kept = None;
        for (index, (file, images)) in entry.header.files.iter().zip(&entry.images).enumerate() {
            let (staged, Some(before)) = (file.staged(index, &staging), &images.before) else { continue };
            let is_file = staged.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
            // What a command put in may be back there after a power cut.
            let known = [Some(before), images.after.as_ref()];
            let is_late = || known.into_iter().flatten().try_fold(true, |late, text| Ok(late && !holds(&staged, text)?));
            if !is_file || !is_late().map_err(|source: io::Error| SaveError::io(&staged, source))? {
                continue;
            }
            let (place, name) = match &kept {
                Some(kept) => kept,
                None => kept.insert(make_rescue(root, listed.number)?),
            };
            let copy = place.join("saved-late").join(&file.path);
            keep(&staged, &copy, place).map_err(|source| SaveError::io(&copy, source))?;
            let (command, path) = (entry.header.command.clone(), file.path.clone());
            notices.tell(&Notice::SavedLate { command, kept: format!("{name}/saved-late/{path}"), path });
        }
    }
    Ok(())
}

/// Copies durably.
fn keep(staged: &Path, copy: &Path, rescue: &Path) -> io::Result<()> {
    write_copy(copy, &fs::read(staged)?)?;
    rescue.ancestors().take(2).try_for_each(flush::folder)
}
