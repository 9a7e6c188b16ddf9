//! Runs the rules over a project.

use crate::base::Locale;
use crate::engine::check::LocaleTerms;
use crate::engine::render::Terms;
use crate::project::Project;
use crate::workflow::Error;
use crate::workflow::article::{ArticlePlan, PlanOptions};
use crate::workflow::planning::{self, Glossaries};

use super::levels::Levels;
use super::report::{CheckFinding, CheckOptions, CheckReport, FindingCounts};
use super::{glossary, unit};

impl Project {
    /// Runs the rules over translations, and over the glossaries when no article is named.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or an article, a locale or a rule is unknown.
    pub fn check(&self, options: &CheckOptions) -> Result<CheckReport, Error> {
        let levels = Levels::new(&self.config, &options.rules)?;
        options.locales.iter().try_for_each(|locale| require_locale(self, locale))?;
        let names = planning::select(self, &options.articles)?;
        let glossaries = Glossaries::load(self)?;
        let mut report = CheckReport {
            findings: Vec::new(),
            counts: FindingCounts::default(),
            ignored: 0,
            translations: 0,
            unsynced: 0,
            diagnostics: Vec::new(),
        };
        if options.articles.is_empty() {
            self.check_files(&glossaries, options, &levels, &mut report);
        }
        let wanted = self.config.target_locales.iter().filter(|locale| is_wanted(locale, options));
        let terms: Vec<LocaleTerms> = wanted.filter_map(|locale| locale_terms(self, &glossaries, locale)).collect();
        let visited = planning::visit_with(self, &names, &PlanOptions::default(), &glossaries, |planned| {
            let plan = planned.plan.as_ref();
            let checked = plan.map(|plan| unit::check(&planned, plan, &terms, &levels)).unwrap_or_default();
            (checked, plan.map_or(0, ArticlePlan::unsynced), planned.diagnostics)
        })?;
        report.diagnostics = visited.diagnostics;
        for (checked, unsynced, diagnostics) in visited.results {
            report.ignored += checked.ignored;
            report.translations += checked.translations;
            report.unsynced += unsynced;
            report.diagnostics.extend(diagnostics);
            keep(&mut report, checked.findings, options);
        }
        Ok(report)
    }

    /// Runs the rules over the glossaries alone; articles are not looked at.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or a locale or a rule is unknown.
    pub fn check_glossary(&self, options: &CheckOptions) -> Result<CheckReport, Error> {
        let levels = Levels::new(&self.config, &options.rules)?;
        options.locales.iter().try_for_each(|locale| require_locale(self, locale))?;
        let glossaries = Glossaries::load(self)?;
        let mut report = CheckReport {
            findings: Vec::new(),
            counts: FindingCounts::default(),
            ignored: 0,
            translations: 0,
            unsynced: 0,
            diagnostics: glossaries.diagnostics().to_vec(),
        };
        self.check_files(&glossaries, options, &levels, &mut report);
        Ok(report)
    }

    fn check_files(&self, glossaries: &Glossaries, options: &CheckOptions, levels: &Levels<'_>, report: &mut CheckReport) {
        let locales = std::iter::once(&self.config.source_locale).chain(&self.config.target_locales);
        for locale in locales.filter(|locale| is_wanted(locale, options)) {
            if let (Some(text), Some(terms)) = (glossaries.text(locale), locale_terms(self, glossaries, locale)) {
                keep(report, glossary::check(text, locale, &terms, levels), options);
            }
        }
    }
}

fn is_wanted(locale: &Locale, options: &CheckOptions) -> bool {
    options.locales.is_empty() || options.locales.contains(locale)
}

fn require_locale(project: &Project, locale: &Locale) -> Result<(), Error> {
    if *locale == project.config.source_locale { Ok(()) } else { planning::require_locale(project, locale) }
}

/// What references of a locale resolve to; `None` when one of the glossaries cannot be read, which is a finding of its own.
fn locale_terms(project: &Project, glossaries: &Glossaries, locale: &Locale) -> Option<LocaleTerms> {
    Some(LocaleTerms {
        locale: locale.clone(),
        own: glossaries.terms(locale)?,
        source: glossaries.terms(&project.config.source_locale)?,
        fallbacks: project.config.glossary_fallback(locale).into_iter().cloned().collect(),
        table: Terms::read(&glossaries.texts(project, locale)),
    })
}

/// Counts findings, and lists those that are asked for.
fn keep(report: &mut CheckReport, findings: Vec<CheckFinding>, options: &CheckOptions) {
    for finding in findings {
        report.counts.add(finding.severity);
        if finding.severity >= options.severity {
            report.findings.push(finding);
        }
    }
}
