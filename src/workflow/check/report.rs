//! What is asked of a check, and what it reports.

use serde::Serialize;

use crate::base::{Diagnostic, Locale, Severity};

use super::region::Region;

/// What to check.
#[derive(Debug, Clone)]
pub struct CheckOptions {
    /// The articles; empty means all, and the glossaries as well.
    pub articles: Vec<String>,
    /// The locales; empty means all.
    pub locales: Vec<Locale>,
    /// The rules, by name; empty means all that the project has not switched off.
    pub rules: Vec<String>,
    /// The least severity of findings that are listed; all are counted.
    pub severity: Severity,
}

impl Default for CheckOptions {
    fn default() -> Self {
        Self { articles: Vec::new(), locales: Vec::new(), rules: Vec::new(), severity: Severity::Warning }
    }
}

/// What was found.
#[derive(Debug, Clone, Serialize)]
pub struct CheckReport {
    /// The findings that are listed: of glossaries first, then by article, locale and unit in reading order.
    pub findings: Vec<CheckFinding>,
    /// All findings, by severity.
    pub counts: FindingCounts,
    /// How many more there are that people ignore, with a reason.
    pub ignored: usize,
    /// How many translations were looked at.
    pub translations: usize,
    /// Source edits that no sync has carried to the catalogs yet.
    pub unsynced: usize,
    /// Everything else found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Numbers of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct FindingCounts {
    /// With severity `error`.
    pub error: usize,
    /// With severity `warning`.
    pub warning: usize,
    /// With severity `note`.
    pub note: usize,
}

impl FindingCounts {
    /// Counts a finding of this severity.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.error += 1,
            Severity::Warning => self.warning += 1,
            Severity::Note => self.note += 1,
        }
    }

    /// How many have this severity at least.
    pub fn from(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.error + self.warning,
            Severity::Note => self.error + self.warning + self.note,
        }
    }
}

/// One finding with its places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckFinding {
    /// The rule; `tarjuman explain RULE` has its page.
    pub rule: &'static str,
    /// How much it matters in this project.
    pub severity: Severity,
    /// One lower-case sentence without full stop, names in backticks.
    pub message: String,
    /// The locale.
    pub locale: Locale,
    /// The article; `None` for a finding in a glossary.
    pub article: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// The term it is about, without `-`.
    pub term: Option<String>,
    /// Where in the article.
    pub source: Option<Region>,
    /// Where in the catalog or the glossary.
    pub target: Option<Region>,
    /// What to put in the place of `target`, where that is certain.
    pub fix: Option<String>,
    /// What a person can do.
    pub help: String,
}
