//! `status --corrections`: who still carries a fact that the author has corrected.

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::project::Project;

use super::article::{ArticlePlan, PlanOptions};
use super::diff::{DiffOptions, StaleTranslation, UnitDiff, unit_edits};
use super::{Error, planning};

/// Translations behind a correction.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionsReport {
    /// One for each translation, articles by name, units in reading order, then by locale.
    pub corrections: Vec<Carrier>,
    /// Source edits that no sync has carried to the catalogs yet.
    pub unsynced: usize,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A translation that still says what was corrected.
#[derive(Debug, Clone, Serialize)]
pub struct Carrier {
    /// The locale.
    pub locale: Locale,
    /// What it says now, and which of its segments the correction concerns.
    pub translation: StaleTranslation,
    /// What was corrected.
    #[serde(flatten)]
    pub edit: UnitDiff,
}

impl Project {
    /// Lists the translations that still carry a corrected fact.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or an article or locale is unknown.
    pub fn corrections(&self, options: &DiffOptions) -> Result<CorrectionsReport, Error> {
        let articles: Vec<String> = options.addresses.iter().map(|address| address.article.clone()).collect();
        let names = planning::select(self, &articles)?;
        options.locales.iter().try_for_each(|locale| planning::require_locale(self, locale))?;
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| {
            let carriers = planned.plan.as_ref().map(|plan| carriers(plan, &options.locales)).unwrap_or_default();
            (carriers, planned.plan.as_ref().map_or(0, ArticlePlan::unsynced), planned.diagnostics)
        })?;
        let mut report = CorrectionsReport { corrections: Vec::new(), unsynced: 0, diagnostics: visited.diagnostics };
        for (carriers, unsynced, diagnostics) in visited.results {
            report.corrections.extend(carriers);
            report.unsynced += unsynced;
            report.diagnostics.extend(diagnostics);
        }
        Ok(report)
    }
}

fn carriers(plan: &ArticlePlan, locales: &[Locale]) -> Vec<Carrier> {
    let edits = plan.source.units.iter().enumerate().flat_map(|(at, unit)| unit_edits(plan, at, unit, locales));
    let carriers = edits.filter(|edit| edit.correction).flat_map(|mut edit| {
        let translations = std::mem::take(&mut edit.translations);
        let carrier =
            move |translation: StaleTranslation| Carrier { locale: translation.locale.clone(), translation, edit: edit.clone() };
        translations.into_iter().map(carrier).collect::<Vec<_>>()
    });
    carriers.collect()
}
