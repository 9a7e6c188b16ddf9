//! `retire`: an article is withdrawn; its units become obsolete, its translations wait in the ledgers.

use serde::Serialize;

use crate::format::fluent::{Catalog, EntryKind};
use crate::format::markdown::{HtmlBlocks, ReadOptions};
use crate::model::Flavour;
use crate::project::save::{FileChange, Title};
use crate::project::{Project, layout};

use super::Error;
use super::article::{self, ArticleInput, FileRole, PlanOptions, SourceFiles, TargetFiles};
use super::planning;

/// What was retired.
#[derive(Debug, Clone, Serialize)]
pub struct RetireReport {
    /// The article.
    pub article: String,
    /// How many units became obsolete.
    pub units: usize,
    /// Paths of the files written, sorted.
    pub written: Vec<String>,
    /// Paths of the catalogs removed; what they held is in the ledgers.
    pub removed: Vec<String>,
}

impl Project {
    /// Retires an article whose file is gone: every translation moves into its ledger, the catalogs are removed.
    ///
    /// # Errors
    /// When the article is unknown or still has its file, or the files cannot be written.
    pub fn retire(&self, name: &str, dry_run: bool) -> Result<RetireReport, Error> {
        self.save(&Title::command(format!("retire {name}")), dry_run, |project| project.retire_changes(name))
    }

    fn retire_changes(&self, name: &str) -> Result<(RetireReport, Vec<FileChange>), Error> {
        let name = self.known_name(name)?;
        if let Some(article) = self.articles.iter().find(|article| article.name == name) {
            return Err(Error::Refused {
                message: format!("`{name}` still has its file {}", article.path),
                help: format!("delete the file first; then `tarjuman retire {name}`"),
            });
        }
        let read = |path: &str| planning::read_text(&self.root, path);
        let source = &self.config.source_locale;
        let mut input = ArticleInput {
            name: name.to_string(),
            locale: source.clone(),
            text: String::new(),
            options: ReadOptions { flavour: Flavour::Markdown, front_matter: Vec::new(), html_blocks: HtmlBlocks::Carry },
            source: SourceFiles {
                catalog: read(layout::locale_catalog(source, &name).as_str())?,
                ledger: read(layout::locale_ledger(source, &name).as_str())?,
            },
            targets: std::collections::BTreeMap::new(),
        };
        for locale in &self.config.target_locales {
            let files = TargetFiles {
                catalog: read(layout::locale_catalog(locale, &name).as_str())?,
                ledger: read(layout::locale_ledger(locale, &name).as_str())?,
                glossary: Some(std::sync::Arc::default()),
            };
            input.targets.insert(locale.clone(), files);
        }
        let plan = article::plan(&input, &PlanOptions::default());
        if plan.blocked {
            let found = plan.diagnostics.first().map(|(_, diagnostic)| (diagnostic.message.clone(), diagnostic.help.clone()));
            let (reason, help) = found.unwrap_or_default();
            return Err(Error::Blocked { article: name.to_string(), reason, help });
        }
        let mut report =
            RetireReport { article: name.to_string(), units: plan.source.gone.len(), written: Vec::new(), removed: Vec::new() };
        let mut changes = Vec::new();
        for edit in &plan.edits {
            let path = planning::path_of(&edit.file, &name, "");
            // A catalog that still holds something a person wrote, or that does not parse, stays.
            let empty = matches!(edit.file, FileRole::Catalog(_)) && is_bare(&crate::format::fluent::read(&edit.after));
            let after = (!empty).then(|| edit.after.clone());
            if edit.before.is_none() && after.is_none() {
                continue;
            }
            let list = if empty { &mut report.removed } else { &mut report.written };
            list.push(path.clone());
            changes.push(FileChange { path, before: edit.before.clone(), after });
        }
        self.withdraw_published(&name, &mut changes, &mut report)?;
        report.written.sort();
        report.removed.sort();
        Ok((report, changes))
    }

    /// Takes back what was published of a retired article in the configured folder.
    fn withdraw_published(
        &self,
        name: &crate::project::ArticleName,
        changes: &mut Vec<FileChange>,
        report: &mut RetireReport,
    ) -> Result<(), Error> {
        for target in super::publish::Target::ALL {
            let path: String = layout::published(&target.name(), name).into();
            let super::publish::Record { text: Some(text), published, .. } =
                super::publish::load_record(self, &target.name(), name)?
            else {
                continue;
            };
            for locale in published.locales.values().filter(|locale| layout::is_output(&locale.output)) {
                let output = format!("{}/{}/{}", self.config.out, target.as_str(), locale.output);
                if let Some(before) = planning::read_text(&self.root, &output)? {
                    report.removed.push(output.clone());
                    changes.push(FileChange { path: output, before: Some(before), after: None });
                }
            }
            report.removed.push(path.clone());
            changes.push(FileChange { path, before: Some(text), after: None });
        }
        Ok(())
    }
}

/// Whether a catalog holds nothing but what the tool puts into every one.
fn is_bare(catalog: &Catalog) -> bool {
    catalog.entries.iter().all(|entry| matches!(entry.kind, EntryKind::Header(_)))
}
