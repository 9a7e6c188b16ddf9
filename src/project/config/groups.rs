//! `[publish.group.NAME]`: articles that go out together or not at all.

use globset::GlobSet;
use toml_edit::TableLike;

use super::Config;
use super::globs::build_globs;
use super::read::Reader;
use crate::base::{Diagnostic, Moment, Place, Severity};
use crate::project::layout;
use crate::project::open::ArticleFile;

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
    /// Where the configuration names its articles.
    place: Place,
}

impl Group {
    /// What tells whether an article, by its name, belongs to the group.
    pub fn matcher(&self) -> GlobSet {
        build_globs(&self.articles).expect("the configuration accepts only globs that can be built")
    }

    /// What it names that is none of `articles`: whoever mistypes a name believes that the article waits.
    pub(in crate::project) fn find_unknown<'a>(&'a self, articles: &'a [ArticleFile]) -> impl Iterator<Item = Diagnostic> + 'a {
        let is_known = |glob: &String| {
            let matcher =
                build_globs(std::slice::from_ref(glob)).expect("the configuration accepts only globs that can be built");
            articles.iter().any(|article| matcher.is_match(article.name.as_str()))
        };
        self.articles.iter().filter(move |glob| !is_known(glob)).map(|glob| {
            let message = format!("the group `{}` names `{}`, and no article is called so", self.name, glob.escape_debug());
            let help = "an article that is meant by it does not wait for the others: correct the name, or remove it";
            let place = Place { path: layout::CONFIG.to_owned(), ..self.place.clone() };
            Diagnostic::new("empty-group", message, place).severity(Severity::Warning).help(help)
        })
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
            let place = self.place_of(table.get("articles").and_then(|item| item.span()));
            config.groups.push(Group { name: name.to_owned(), articles, after, together, place });
        }
        config.groups.sort_by(|a, b| a.name.cmp(&b.name));
    }
}
