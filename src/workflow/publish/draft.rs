//! The folder of a draft holds what the last draft wrote, and nothing that an earlier one left there.
//!
//! What a draft wrote stands in a list of this working copy. Files that no such list names are never touched.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::published;
use crate::project::layout;
use crate::project::save::FileChange;
use crate::workflow::{Error, planning};

use super::finish::{ASSETS, Finished};
use super::run::shown;
use super::settle::read;
use super::site::Live;
use super::visit::Visitor;

impl Visitor<'_> {
    /// Removes what an earlier draft wrote into the folder and this one does not, and notes what there is now.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn settle_draft(&self, live: &Live, lists: &BTreeMap<String, String>, finished: &mut Finished) -> Result<(), Error> {
        let path = layout::draft_record(&shown(&self.options.out(self.project)));
        let before = planning::read_text(&self.project.root, &path)?;
        let pages = live.0.values().flat_map(|published| published.locales.values()).map(|locale| locale.output.as_str());
        let made: BTreeSet<&str> = pages.chain(lists.keys().chain(finished.assets.keys()).map(String::as_str)).collect();
        let earlier = before.as_deref().map(published::read_lists).unwrap_or_default();
        let after = published::write_lists(made.iter().copied());
        let gone = earlier.into_iter().filter(|path| layout::is_output(path) && !made.contains(path.as_str()));
        let (assets, pages): (Vec<String>, Vec<String>) = gone.partition(|path| path.starts_with(ASSETS));
        for path in pages {
            if let Some(text) = read(&self.out, &path)? {
                finished.outputs.texts.push(FileChange { path, before: Some(text), after: None });
            }
        }
        finished.unused_assets = assets;
        if before.as_deref() != Some(after.as_str()) {
            finished.records.texts.push(FileChange { path, before, after: Some(after) });
        }
        Ok(())
    }
}
