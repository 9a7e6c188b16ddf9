//! `[publish.group.NAME]`: articles that go out together or not at all.

use globset::GlobSet;
use toml_edit::TableLike;

use super::Config;
use super::globs::build_globs;
use super::read::Reader;
use crate::base::Moment;

const GROUP_KEYS: [&str; 3] = ["articles", "publish-after", "together"];

/// Articles that go out together: in each locale all of them or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Globs of the names of its articles.
    pub articles: Vec<String>,
    /// Before this moment none of them goes out.
    pub after: Option<Moment>,
    /// Whether all locales wait for each other too.
    pub together: bool,
}

impl Group {
    /// What tells whether an article, by its name, belongs to the group.
    pub fn matcher(&self) -> GlobSet {
        build_globs(&self.articles).expect("the configuration accepts only globs that can be built")
    }
}

impl Reader<'_> {
    /// Reads the groups in `[publish]`, in the order of their names.
    pub(super) fn read_groups(&mut self, publish: &dyn TableLike, config: &mut Config) {
        let Some(groups) = publish.get("group").and_then(|item| self.read_table("publish.group", item)) else { return };
        for (name, item) in groups.iter() {
            let Some(table) = self.read_table(&format!("publish.group.{name}"), item) else { continue };
            self.report_unknown_keys(table, &GROUP_KEYS);
            let articles = self.read_globs("articles", table).unwrap_or_default();
            if articles.is_empty() {
                let place = self.place_of(item.span());
                self.error(
                    place,
                    format!("the group `{}` names no articles", name.escape_debug()),
                    "add `articles = [\"NAME\"]`",
                );
                continue;
            }
            let after = self.read_optional::<Moment>("publish-after", table);
            let together = table.get("together").and_then(|item| self.read_flag("together", item)).unwrap_or(false);
            config.groups.push(Group { name: name.to_owned(), articles, after, together });
        }
        config.groups.sort_by(|a, b| a.name.cmp(&b.name));
    }
}
