//! What becomes of one article's files, once it is known which other pages are out: pages completed, compared with what stands
//! there, and handed to the transaction. Nothing of their texts is held afterwards.
//!
//! Most articles need nothing of others and are settled as soon as they are rendered. One that links to other articles, or goes out
//! together with others, waits until all are rendered.

use std::path::Path;

use crate::format::published;
use crate::model::Published;
use crate::project::save::{Digest, FileChange, MadeChange, MadeFile};
use crate::project::{layout, load};
use crate::workflow::Error;

use super::kept::KeptPage;
use super::report::Outcome;
use super::site::Live;
use super::visit::{Visited, Visitor};

/// A page that was rendered.
#[derive(Debug)]
pub(super) enum Page {
    /// Its text.
    Text(String),
    /// It waits to be completed.
    Waits(MadeFile),
    /// Nothing more is to be done for it.
    Settled,
}

/// What changes.
#[derive(Debug, Default)]
pub(super) struct Outcomes {
    /// Files relative to the output folder.
    pub outputs: Files,
    /// Files relative to the project.
    pub records: Files,
    /// Pages that are replaced or removed, to be kept.
    pub kept: Vec<KeptPage>,
}

/// Changes to files.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub texts: Vec<FileChange>,
    pub made: Vec<MadeChange>,
}

impl Files {
    /// Takes in other changes.
    pub fn append(&mut self, mut other: Self) {
        self.texts.append(&mut other.texts);
        self.made.append(&mut other.made);
    }

    /// The paths of all, and whether something will stand there.
    pub fn paths(&self) -> impl Iterator<Item = (&str, bool)> {
        let texts = self.texts.iter().map(|change| (change.path.as_str(), change.after.is_some()));
        texts.chain(self.made.iter().map(|change| (change.path.as_str(), true)))
    }
}

impl Visitor<'_> {
    /// Whether the article has to wait for others.
    pub(super) fn waits(&self, visited: &Visited) -> bool {
        let is_member = || self.project.config.groups.iter().any(|group| group.matcher().is_match(visited.name.as_str()));
        visited.uses.links.values().any(Option::is_some) || is_member()
    }

    /// Puts the pages of an article that has to wait where they need no memory.
    ///
    /// # Errors
    /// When they cannot be written.
    pub(super) fn put_off(&self, visited: &mut Visited) -> Result<(), Error> {
        let Some(maker) = self.maker else { return Ok(()) };
        for page in visited.pages.values_mut() {
            if let Page::Text(text) = page {
                *page = Page::Waits(maker.make(text)?);
            }
        }
        Ok(())
    }

    /// Settles the article: its pages that change are those rendered, and those that stay out but have other siblings or
    /// another notice. Rows learn whether their page has changed.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub(super) fn settle(&self, visited: &mut Visited, live: &Live) -> Result<(), Error> {
        self.settle_pages(visited, live)?;
        self.keep(visited)?;
        self.settle_record(visited)?;
        visited.is_settled = true;
        // The units of all articles would fill the memory.
        slim(&mut visited.before);
        slim(&mut visited.after);
        visited.recorded = None;
        visited.earlier_notices.clear();
        Ok(())
    }

    fn settle_pages(&self, visited: &mut Visited, live: &Live) -> Result<(), Error> {
        for (locale, place) in &visited.after.locales {
            let on_disk = if layout::is_output(&place.output) { read(&self.out, &place.output)? } else { None };
            let page = visited.pages.get_mut(locale).map(|page| std::mem::replace(page, Page::Settled));
            let is_rendered = page.is_some();
            let rendered = match page {
                None | Some(Page::Settled) => None,
                Some(Page::Text(text)) => Some(text),
                Some(Page::Waits(made)) => self.maker.map(|maker| maker.take(&made)).transpose()?,
            };
            let notice = visited.notices.get(locale).copied();
            let text = match (rendered, &self.site, &on_disk) {
                (Some(text), None, _) => text,
                (Some(text), Some(site), _) => site.complete(text, &visited.after, locale, notice, live),
                (None, Some(site), Some(text)) => site.complete(text.clone(), &visited.after, locale, notice, live),
                (None, ..) => continue,
            };
            let is_same = on_disk.as_deref() == Some(text.as_str());
            if let Some(row) = visited.rows.iter_mut().find(|row| row.locale == *locale && is_rendered) {
                row.outcome = if is_same { Outcome::Unchanged } else { Outcome::Published };
            }
            let digest = match is_same {
                true => Digest::of(&text),
                false => self.change(&mut visited.outcomes.outputs, (place.output.clone(), on_disk), text)?,
            };
            visited.outputs.insert(place.output.clone(), digest.hash);
        }
        Ok(())
    }

    /// Finds the pages that are about to be replaced by another text, or removed, so that they can be put out again.
    fn keep(&self, visited: &mut Visited) -> Result<(), Error> {
        if self.options.draft {
            return Ok(());
        }
        for (locale, live) in &visited.before.locales {
            let is_out = visited.after.locales.get(locale).is_some_and(|after| after.revision == live.revision);
            if is_out || !layout::is_output(&live.output) {
                continue;
            }
            if let Some(text) = read(&self.out, &live.output)? {
                let (article, locale, live) = (visited.name.clone(), locale.clone(), live.clone());
                visited.outcomes.kept.push(KeptPage { article, locale, live, text });
            }
        }
        Ok(())
    }

    fn settle_record(&self, visited: &mut Visited) -> Result<(), Error> {
        let has_record = visited.recorded.is_some() || !visited.after.is_empty();
        if self.options.draft || !has_record {
            return Ok(());
        }
        let text = published::write(&visited.after);
        let before = visited.recorded.take();
        let digest = match before.as_deref() == Some(text.as_str()) {
            true => Digest::of(&text),
            false => self.change(&mut visited.outcomes.records, (visited.record.to_string(), before), text)?,
        };
        visited.record_hash = Some(digest.hash);
        Ok(())
    }

    /// Adds the change of a file to `after`. In a dry run nobody asks for the texts.
    fn change(&self, files: &mut Files, (path, before): (String, Option<String>), after: String) -> Result<Digest, Error> {
        if self.options.dry_run {
            let digest = Digest::of(&after);
            files.texts.push(FileChange { path, before: None, after: Some(String::new()) });
            return Ok(digest);
        }
        let Some(maker) = self.maker else {
            let digest = Digest::of(&after);
            files.texts.push(FileChange { path, before, after: Some(after) });
            return Ok(digest);
        };
        let made = maker.make(&after)?;
        let digest = made.digest;
        files.made.push(MadeChange { path, before: before.as_deref().map(Digest::of), after: made });
        Ok(digest)
    }
}

/// Forgets what nothing needs to know of an article that is settled.
fn slim(published: &mut Published) {
    for live in published.locales.values_mut() {
        let units = std::mem::take(&mut live.units);
        // Whether the title is in the language of the source is said in lists.
        live.units = units.into_iter().filter(|(id, _)| id.as_str() == "title").collect();
    }
}

/// A file of the output folder; `None` when it is not there.
pub(super) fn read(out: &Path, path: &str) -> Result<Option<String>, Error> {
    Ok(load::load_output(&out.join(path))?)
}
