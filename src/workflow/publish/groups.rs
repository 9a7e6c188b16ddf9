//! Articles that go out together: in a locale all of a group, or none of them.

use std::collections::BTreeSet;

use crate::base::Locale;
use crate::project::{ArticleName, Project};
use crate::workflow::Error;

use super::record;
use super::report::Outcome;
use super::visit::{Visited, Visitor};

/// An article that would go out in a locale, unless one of its group does not.
type Member = (String, Locale);

impl Visitor<'_> {
    /// Holds back what a held back fellow of its group holds back.
    ///
    /// # Errors
    /// When the record of an article that was not asked for cannot be read.
    pub fn settle_groups(&self, visited: &mut [Visited]) -> Result<(), Error> {
        if self.options.draft {
            return Ok(());
        }
        for group in &self.project.config.groups {
            let matcher = group.matcher();
            let names: Vec<&ArticleName> = self
                .project
                .articles
                .iter()
                .map(|article| &article.name)
                .filter(|name| matcher.is_match(name.as_str()))
                .collect();
            let waiting = self.waiting(&names, visited)?;
            let Some((first, _)) = waiting.iter().next() else { continue };
            for article in visited.iter_mut().filter(|article| names.contains(&&article.name)) {
                let locales: Vec<Locale> = article.pages.keys().cloned().collect();
                for locale in locales {
                    let fellow = waiting.iter().find(|(_, other)| *other == locale).map(|(name, _)| name);
                    let Some(fellow) = fellow.or(group.together.then_some(first)) else { continue };
                    let own = article.name.as_str() == fellow;
                    let fellow =
                        if own { "it is held back in another language".to_owned() } else { format!("`{fellow}` is held back") };
                    article.take_back(&locale, format!("{fellow}, and the group `{}` goes out together", group.name));
                }
            }
        }
        Ok(())
    }

    /// The members of a group that do not go out in this run as they should.
    fn waiting(&self, names: &[&ArticleName], visited: &[Visited]) -> Result<BTreeSet<Member>, Error> {
        let mut waiting = BTreeSet::new();
        for name in names {
            match visited.iter().find(|visited| visited.name == **name) {
                Some(article) => {
                    let holds = |outcome: Outcome| matches!(outcome, Outcome::HeldBack | Outcome::Waiting);
                    let rows = article.rows.iter().filter(|row| holds(row.outcome));
                    waiting.extend(rows.map(|row| (name.to_string(), row.locale.clone())));
                }
                // An article that was not asked for keeps no fellow waiting if it is out.
                None => {
                    let record = record::load(self.project, &self.options.target.name(), name)?;
                    let out = |locale: &&Locale| !record.published.locales.contains_key(*locale);
                    waiting.extend(self.locales().iter().filter(out).map(|locale| (name.to_string(), locale.clone())));
                }
            }
        }
        Ok(waiting)
    }
}

/// The group's moment for an article, if it belongs to one that has such.
pub(super) fn after(project: &Project, name: &ArticleName) -> Option<crate::base::Moment> {
    let groups = project.config.groups.iter().filter(|group| group.matcher().is_match(name.as_str()));
    groups.filter_map(|group| group.after).max()
}
