//! `add-locale` and `remove-locale`: which languages the project translates into.

use serde::Serialize;

use crate::base::Locale;
use crate::project::config::{self, EditError};
use crate::project::save::{FileChange, Title};
use crate::project::{Project, layout, load};

use super::sync::{SyncOptions, SyncReport};
use super::{Error, planning};

/// What changed.
#[derive(Debug, Clone, Serialize)]
pub struct LocaleChange {
    /// The locale.
    pub locale: Locale,
    /// Whether the configuration changed; `false` when it said so already.
    pub changed: bool,
    /// Files of the locale that stay where they are.
    pub kept: Vec<String>,
    /// The sync that followed, after adding.
    pub sync: Option<SyncReport>,
}

impl Project {
    /// Adds a target locale to `tarjuman.toml` and writes its catalogs.
    ///
    /// # Errors
    /// When the locale is the source locale, or files cannot be read or written.
    pub fn add_locale(&self, locale: &Locale, dry_run: bool) -> Result<LocaleChange, Error> {
        if *locale == self.config.source_locale {
            return Err(Error::Refused {
                message: format!("`{locale}` is the source locale"),
                help: "a target is another language than the source".to_owned(),
            });
        }
        self.save(&Title::command(format!("add-locale {locale}")), dry_run, |project| {
            let changed = !project.config.target_locales.contains(locale);
            let mut changes = Vec::new();
            let mut with_locale = project.clone();
            if changed {
                let change = project.config_change(|text| config::add_target_locale(text, locale))?;
                let read = change.as_ref().and_then(|change| config::read(change.after.as_deref().unwrap_or_default()).config);
                with_locale.config = read.unwrap_or(with_locale.config);
                changes.extend(change);
            }
            let sync = if dry_run {
                None
            } else {
                let (report, synced) = with_locale.sync_changes(&SyncOptions::default())?;
                changes.extend(synced);
                Some(report)
            };
            Ok((LocaleChange { locale: locale.clone(), changed, kept: Vec::new(), sync }, changes))
        })
    }

    /// Takes a target locale out of `tarjuman.toml`. Its catalogs, ledgers and glossary stay where they are.
    ///
    /// # Errors
    /// When the locale is no target, or `tarjuman.toml` cannot be written.
    pub fn remove_locale(&self, locale: &Locale, dry_run: bool) -> Result<LocaleChange, Error> {
        self.save(&Title::command(format!("remove-locale {locale}")), dry_run, |project| {
            planning::require_locale(project, locale)?;
            let change = project.config_change(|text| config::remove_target_locale(text, locale))?;
            let mut kept = Vec::new();
            for name in load::list_catalogs(&project.root, locale)? {
                kept.push(layout::locale_catalog(locale, &name).into());
                kept.push(layout::locale_ledger(locale, &name).into());
            }
            Ok((LocaleChange { locale: locale.clone(), changed: true, kept, sync: None }, change.into_iter().collect()))
        })
    }

    fn config_change(&self, edit: impl Fn(&str) -> Result<Option<String>, EditError>) -> Result<Option<FileChange>, Error> {
        let path = layout::CONFIG;
        let before = planning::read_text(&self.root, path)?.unwrap_or_default();
        let after = edit(&before)
            .map_err(|error| Error::Refused { message: error.to_string(), help: format!("mend `{path}` by hand") })?;
        Ok(after.map(|after| FileChange { path: path.to_owned(), before: Some(before), after: Some(after) }))
    }
}
