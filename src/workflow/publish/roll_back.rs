//! `publish --revision`: a locale goes back to a text that was out.

use crate::base::Locale;
use crate::model::PublishedLocale;
use crate::workflow::Error;

use super::kept;
use super::report::{HeldBack, Outcome, empty_row};
use super::settle::Page;
use super::site::{earlier_places, find_assets};
use super::visit::{Visited, Visitor};

impl Visitor<'_> {
    /// Puts the text number `revision` of each locale out again. Which texts there were, the record says; the pages are those
    /// that this working copy has kept.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn roll_back(&self, revision: u32, locales: Vec<Locale>, visited: &mut Visited) -> Result<(), Error> {
        let target = self.options.target.name();
        for locale in locales {
            let last = visited.before.last_revision(&locale);
            let before = visited.before.locales.get(&locale);
            let mut row = empty_row(visited.name.as_str(), locale.clone());
            row.earlier_stays_out = before.is_some();
            if before.is_some_and(|before| before.revision == revision) {
                row.outcome = Outcome::Unchanged;
                row.earlier_stays_out = false;
            } else if revision == 0 || revision > last {
                let reason = match last {
                    0 => "it was never out".to_owned(),
                    last => format!("there is no text {revision} of it; the last one is {last}"),
                };
                row.held_back.push(HeldBack { unit: String::new(), reason });
            } else if let Some(page) = kept::find(&self.project.root, &target, &visited.name, &locale, revision)? {
                let mut live = PublishedLocale { last_revision: last, ..page.live };
                if let Some(listed) = &mut live.page {
                    listed.earlier = earlier_places(before, &live.output);
                    find_assets(&page.text, &mut visited.uses.assets);
                }
                visited.after.withdrawn.remove(&locale);
                visited.after.locales.insert(locale.clone(), live);
                visited.pages.insert(locale.clone(), Page::Text(page.text));
                row.outcome = Outcome::Published;
                row.earlier_stays_out = false;
            } else {
                let reason = format!(
                    "its text {revision} is not kept in this working copy: check the commit that published it out, and publish there"
                );
                row.held_back.push(HeldBack { unit: String::new(), reason });
            }
            visited.rows.push(row);
        }
        Ok(())
    }
}
