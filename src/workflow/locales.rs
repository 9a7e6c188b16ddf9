//! `add-locale` and `remove-locale`: which languages the project translates into.

use serde::Serialize;

use crate::base::Locale;
use crate::project::config::{self, EditError};
use crate::project::save::{FileChange, Transaction};
use crate::project::{Project, layout, load};

use super::Error;
use super::sync::{SyncOptions, SyncReport};

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
        let changed = !self.config.target_locales.contains(locale);
        if changed {
            self.rewrite_config(dry_run, |text| config::add_target_locale(text, locale))?;
        }
        let sync = if dry_run { None } else { Some(Project::open(&self.root)?.sync(&SyncOptions::default())?) };
        Ok(LocaleChange { locale: locale.clone(), changed, kept: Vec::new(), sync })
    }

    /// Takes a target locale out of `tarjuman.toml`. Its catalogs, ledgers and glossary stay where they are.
    ///
    /// # Errors
    /// When the locale is no target, or `tarjuman.toml` cannot be written.
    pub fn remove_locale(&self, locale: &Locale, dry_run: bool) -> Result<LocaleChange, Error> {
        super::planning::require_locale(self, locale)?;
        self.rewrite_config(dry_run, |text| config::remove_target_locale(text, locale))?;
        let mut kept = Vec::new();
        for name in load::list_catalogs(&self.root, locale)? {
            kept.push(layout::locale_catalog(locale, &name).into());
            kept.push(layout::locale_ledger(locale, &name).into());
        }
        Ok(LocaleChange { locale: locale.clone(), changed: true, kept, sync: None })
    }

    fn rewrite_config(&self, dry_run: bool, edit: impl Fn(&str) -> Result<Option<String>, EditError>) -> Result<(), Error> {
        let path = layout::CONFIG;
        let before = load::load_text(&self.root, path)?.text.unwrap_or_default();
        let after = edit(&before)
            .map_err(|error| Error::Refused { message: error.to_string(), help: format!("mend `{path}` by hand") })?;
        if let Some(after) = after.filter(|_| !dry_run) {
            let change = FileChange { path: path.to_owned(), before: Some(before), after: Some(after) };
            Transaction { changes: vec![change] }.apply(&self.root)?;
        }
        Ok(())
    }
}
