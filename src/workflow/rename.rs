//! `rename`: an article's file has moved; its catalogs and ledgers follow under the new name.

use serde::Serialize;

use crate::format::fluent::{self, Entry, EntryKind, Translation, UnitEntry};
use crate::format::ledger;
use crate::project::save::{FileChange, Title};
use crate::project::{ArticleName, Project, layout, load};

use super::{Error, planning};

/// What was moved.
#[derive(Debug, Clone, Serialize)]
pub struct RenameReport {
    /// The files.
    pub moved: Vec<Move>,
}

/// A file that got another path.
#[derive(Debug, Clone, Serialize)]
pub struct Move {
    /// Where it was.
    pub from: String,
    /// Where it is.
    pub to: String,
}

impl Project {
    /// Gives all catalogs, ledgers and published records of `old` the name `new`; the article file itself too, if it still has the old name.
    ///
    /// # Errors
    /// When `old` is unknown, `new` is no article name or has files already, or the files cannot be written.
    pub fn rename(&self, old: &str, new: &str, dry_run: bool) -> Result<RenameReport, Error> {
        self.save(&Title::command(format!("rename {old} {new}")), dry_run, |project| project.rename_changes(old, new))
    }

    fn rename_changes(&self, old: &str, new: &str) -> Result<(RenameReport, Vec<FileChange>), Error> {
        let (old, new) = (self.known_name(old)?, article_name(new)?);
        let mut moves: Vec<(String, String)> = Vec::new();
        for locale in self.locales() {
            moves.push((layout::locale_catalog(&locale, &old).into(), layout::locale_catalog(&locale, &new).into()));
            moves.push((layout::locale_ledger(&locale, &old).into(), layout::locale_ledger(&locale, &new).into()));
        }
        for target in super::publish::Target::ALL.map(super::publish::Target::name) {
            moves.push((layout::published(&target, &old).into(), layout::published(&target, &new).into()));
        }
        if let Some(article) = self.articles.iter().find(|article| article.name == old) {
            let path = article.path.to_string();
            let stem = path.strip_suffix(&format!("{old}.{}", extension(&path))).unwrap_or_default();
            let target = format!("{stem}{new}.{}", extension(&path));
            if self.articles.iter().any(|article| article.name == new) {
                return Err(taken(&new, &target));
            }
            moves.push((path, target));
        } else if !self.articles.iter().any(|article| article.name == new) {
            return Err(Error::Refused {
                message: format!("neither `{old}` nor `{new}` has an article file"),
                help: format!("put the article's file in place first, or say `tarjuman retire {old}`"),
            });
        }
        let mut changes = Vec::new();
        let mut moved = Vec::new();
        for (from, to) in moves {
            let Some(text) = planning::read_text(&self.root, &from)? else { continue };
            let there = planning::read_text(&self.root, &to)?;
            let untouched = there.as_deref().is_some_and(|text| is_untouched(&to, text));
            if there.is_some() && !untouched {
                return Err(taken(&new, &to));
            }
            changes.push(FileChange { path: from.clone(), before: Some(text.clone()), after: None });
            changes.push(FileChange {
                path: to.clone(),
                before: there,
                after: Some(if to.ends_with(".ftl") { with_name(text, &old, &new) } else { text }),
            });
            moved.push(Move { from, to });
        }
        changes.extend(self.kept_pages_changes(&old, &new)?);
        Ok((RenameReport { moved }, changes))
    }

    /// The pages that this working copy keeps follow too: `publish --revision` looks for them under the article's name.
    fn kept_pages_changes(&self, old: &ArticleName, new: &ArticleName) -> Result<Vec<FileChange>, Error> {
        let mut changes = Vec::new();
        for target in super::publish::Target::ALL.map(super::publish::Target::name) {
            let (from, to) = (layout::kept_pages(&target, old), layout::kept_pages(&target, new));
            for (name, text) in super::publish::kept_pages(&self.root, &target, old)? {
                let (from, to) = (format!("{from}/{name}"), format!("{to}/{name}"));
                let before = load::load_output(&self.root.join(&to))?;
                changes.push(FileChange { path: from, before: Some(text.clone()), after: None });
                changes.push(FileChange { path: to, before, after: Some(text) });
            }
        }
        Ok(changes)
    }

    /// The source locale and all targets.
    pub fn locales(&self) -> Vec<crate::base::Locale> {
        std::iter::once(&self.config.source_locale).chain(&self.config.target_locales).cloned().collect()
    }

    /// A name that an article, or at least a source catalog, has.
    pub(super) fn known_name(&self, name: &str) -> Result<ArticleName, Error> {
        let deserted = load::list_catalogs(&self.root, &self.config.source_locale)?;
        let known = self.articles.iter().map(|article| &article.name).chain(&deserted);
        let found = known.clone().find(|known| known.as_str() == name).cloned();
        found.ok_or_else(|| Error::UnknownArticle {
            name: name.to_owned(),
            nearest: planning::nearest(name, known.map(ArticleName::as_str)),
        })
    }
}

/// A catalog's text with the article's new name in its first line; any other text as it is.
fn with_name(text: String, old: &ArticleName, new: &ArticleName) -> String {
    let head = |name: &ArticleName| format!("### Tarjuman · article {name} · ");
    text.replacen(&head(old), &head(new), 1)
}

/// Whether a file holds only what a sync wrote by itself, as when it took the moved article for a new one.
fn is_untouched(path: &str, text: &str) -> bool {
    if path.ends_with(".ftl") {
        let catalog = fluent::read(text);
        let written = |unit: &UnitEntry| unit.translation != Translation::Missing || !unit.comments.is_empty();
        let by_tool = |entry: &Entry| match &entry.kind {
            EntryKind::Unit(_) | EntryKind::Header(_) | EntryKind::Group(_) => true,
            EntryKind::Comment | EntryKind::Term(_) | EntryKind::Junk => false,
        };
        let is_source = path
            .split('/')
            .nth(1)
            .is_some_and(|locale| text.lines().next().is_some_and(|line| line.ends_with(&format!("· {locale}"))));
        return catalog.entries.iter().all(by_tool) && (is_source || !catalog.units().any(written));
    }
    let (source, target) = (ledger::read_source(text), ledger::read_target(text));
    let new_source = source.ledger.damaged.is_empty() && source.ledger.units.values().all(|record| record.earlier.is_empty());
    let new_target = target.ledger.damaged.is_empty()
        && target
            .ledger
            .units
            .values()
            .all(|record| record.target.is_none() && record.earlier.is_empty() && record.entry.is_none());
    path.ends_with(".ledger.toml") && (new_source || new_target)
}

fn extension(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or("md")
}

fn article_name(name: &str) -> Result<ArticleName, Error> {
    name.parse().map_err(|_| Error::Refused {
        message: format!("`{name}` cannot be an article's name"),
        help: "a name is the path below its root without extension, like `2025/july/recognition`".to_owned(),
    })
}

fn taken(name: &ArticleName, path: &str) -> Error {
    Error::Refused {
        message: format!("`{name}` is taken: `{path}` exists"),
        help: "choose another name, or move that file away first".to_owned(),
    }
}
