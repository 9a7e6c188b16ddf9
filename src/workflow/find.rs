//! `find`: where a text occurs, in the source and in every translation.

use serde::Serialize;

use crate::base::{Diagnostic, Locale, normalise};
use crate::project::{Project, layout};

use super::article::{ArticlePlan, PlanOptions, Translated};
use super::{Error, planning};

/// What to look for.
#[derive(Debug, Clone)]
pub struct FindOptions {
    /// The text; case and white space do not count.
    pub text: String,
    /// The locales, the source included; empty means all.
    pub locales: Vec<Locale>,
    /// The articles; empty means all.
    pub articles: Vec<String>,
}

/// Where it was found.
#[derive(Debug, Clone, Serialize)]
pub struct FindReport {
    /// The places, in reading order.
    pub found: Vec<Found>,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// A unit in which the text occurs.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The locale.
    pub locale: Locale,
    /// The file.
    pub path: String,
    /// The whole text, one string per line of the catalog.
    pub lines: Vec<String>,
    /// The other side: the source of a translation.
    pub source: Option<Vec<String>>,
}

impl Project {
    /// Finds a text across source and targets.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or an article or locale is unknown.
    pub fn find(&self, options: &FindOptions) -> Result<FindReport, Error> {
        for locale in options.locales.iter().filter(|locale| **locale != self.config.source_locale) {
            planning::require_locale(self, locale)?;
        }
        let names = planning::select(self, &options.articles)?;
        let needle = fold(&options.text);
        let wanted = |locale: &Locale| options.locales.is_empty() || options.locales.contains(locale);
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| {
            let found = planned.plan.as_ref().map(|plan| self.find_in(plan, &planned, &needle, &wanted)).unwrap_or_default();
            (found, planned.diagnostics)
        })?;
        let mut report = FindReport { found: Vec::new(), diagnostics: visited.diagnostics };
        for (found, diagnostics) in visited.results {
            report.found.extend(found);
            report.diagnostics.extend(diagnostics);
        }
        Ok(report)
    }

    fn find_in(
        &self,
        plan: &ArticlePlan,
        planned: &planning::Planned,
        needle: &str,
        wanted: &dyn Fn(&Locale) -> bool,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        for (at, unit) in plan.source.units.iter().enumerate() {
            let source = &self.config.source_locale;
            if wanted(source) && fold(&unit.flat).contains(needle) {
                found.push(Found {
                    article: plan.name.clone(),
                    unit: unit.id.to_string(),
                    locale: source.clone(),
                    path: planned.path.clone(),
                    lines: unit.today.lines.clone(),
                    source: None,
                });
            }
            for target in plan.targets.values().filter(|target| wanted(&target.locale)) {
                let Translated::Text(message) = &target.units[at].translation else { continue };
                if fold(&message.lines.join("\n")).contains(needle) {
                    found.push(Found {
                        article: plan.name.clone(),
                        unit: unit.id.to_string(),
                        locale: target.locale.clone(),
                        path: layout::locale_catalog(&target.locale, &planned.name).into(),
                        lines: message.lines.clone(),
                        source: Some(unit.today.lines.clone()),
                    });
                }
            }
        }
        found
    }
}

/// A text as it is compared: normalised and in lower case.
fn fold(text: &str) -> String {
    normalise(text).to_lowercase()
}
