//! `status`: how every article stands in every locale, worst first.

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::model::{Freshness, Grade, State};
use crate::project::Project;

use super::Error;
use super::article::{ArticlePlan, PlanOptions, TargetPlan};
use super::counts::Counts;
use super::planning;

/// What to show.
#[derive(Debug, Clone, Default)]
pub struct StatusOptions {
    /// The articles; empty means all.
    pub articles: Vec<String>,
    /// The locales; empty means all targets.
    pub locales: Vec<Locale>,
    /// Only rows with a stale unit of one of these grades.
    pub grades: Vec<Grade>,
    /// Only rows with a translation in one of these states.
    pub states: Vec<State>,
}

/// How articles stand.
#[derive(Debug, Clone, Serialize)]
pub struct StatusReport {
    /// One row for each article and locale, worst first, then by name.
    pub rows: Vec<StatusRow>,
    /// All rows together.
    pub total: Counts,
    /// Source edits that no sync has carried to the catalogs yet.
    pub unsynced: usize,
    /// Open questions of translators.
    pub questions: Vec<Question>,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One article in one locale.
#[derive(Debug, Clone, Serialize)]
pub struct StatusRow {
    /// The article.
    pub article: String,
    /// The locale.
    pub locale: Locale,
    /// The worst grade of a stale unit.
    pub worst: Option<Grade>,
    /// The figures.
    #[serde(flatten)]
    pub counts: Counts,
}

/// A translator's question to the author.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The locale.
    pub locale: Locale,
    /// The question.
    pub text: String,
    /// Whether the author has answered in the article.
    pub answered: bool,
}

impl StatusReport {
    /// Whether every unit of every row is current, and nothing is wrong or waiting for a sync.
    pub fn is_fresh(&self) -> bool {
        self.total.is_fresh()
            && self.unsynced == 0
            && self.diagnostics.iter().all(|d| d.severity < crate::base::Severity::Warning)
    }
}

impl Project {
    /// Reports how articles stand, on the plan of a sync that is not written.
    ///
    /// # Errors
    /// When a file cannot be read for a reason outside its content, or an article or locale is unknown.
    pub fn status(&self, options: &StatusOptions) -> Result<StatusReport, Error> {
        let names = planning::select(self, &options.articles)?;
        options.locales.iter().try_for_each(|locale| planning::require_locale(self, locale))?;
        let visited = planning::visit(self, &names, &PlanOptions::default(), |planned| {
            let (rows, questions, unsynced) = planned.plan.as_ref().map_or_else(Default::default, |plan| survey(plan, options));
            (rows, questions, unsynced, planned.diagnostics)
        })?;
        let mut report = StatusReport {
            rows: Vec::new(),
            total: Counts::default(),
            unsynced: 0,
            questions: Vec::new(),
            diagnostics: visited.diagnostics,
        };
        for (rows, questions, unsynced, diagnostics) in visited.results {
            rows.iter().for_each(|row| report.total.add(&row.counts));
            report.rows.extend(rows);
            report.questions.extend(questions);
            report.unsynced += unsynced;
            report.diagnostics.extend(diagnostics);
        }
        if options.articles.is_empty() {
            report.diagnostics.extend(self.deserted_articles()?);
        }
        report.rows.sort_by_key(|row| (row.counts.badness(), row.article.clone(), row.locale.clone()));
        Ok(report)
    }
}

fn survey(plan: &ArticlePlan, options: &StatusOptions) -> (Vec<StatusRow>, Vec<Question>, usize) {
    let wanted = |locale: &Locale| options.locales.is_empty() || options.locales.contains(locale);
    let targets: Vec<&TargetPlan> = plan.targets.values().filter(|target| wanted(&target.locale)).collect();
    let rows = targets.iter().filter(|target| passes(target, options)).map(|target| {
        let counts = Counts::of(plan, target);
        StatusRow { article: plan.name.clone(), locale: target.locale.clone(), worst: counts.worst(), counts }
    });
    let questions = targets.iter().filter(|target| passes(target, options)).flat_map(|target| questions(plan, target)).collect();
    (rows.collect(), questions, plan.unsynced())
}

/// Whether a locale of an article is among what is to be shown.
pub fn passes(target: &TargetPlan, options: &StatusOptions) -> bool {
    let grade = |wanted: &Grade| target.units.iter().any(|unit| unit.judgement.grade == Some(*wanted));
    let translated = |freshness| matches!(freshness, Freshness::Current | Freshness::Stale);
    let state = |wanted: &State| match wanted {
        State::Initial => target.units.iter().any(|unit| !translated(unit.judgement.freshness) || unit.state == State::Initial),
        _ => target.units.iter().any(|unit| translated(unit.judgement.freshness) && unit.state == *wanted),
    };
    (options.grades.is_empty() || options.grades.iter().any(grade))
        && (options.states.is_empty() || options.states.iter().any(state))
}

fn questions(plan: &ArticlePlan, target: &TargetPlan) -> Vec<Question> {
    let units = plan.source.article.units.iter().zip(&target.units);
    let of = |(source, unit): (&crate::model::ArticleUnit, &super::article::TargetUnit)| {
        let answered = !source.answers.is_empty();
        let question = |text: &String| Question {
            article: plan.name.clone(),
            unit: unit.id.to_string(),
            locale: target.locale.clone(),
            text: text.clone(),
            answered,
        };
        unit.questions.iter().map(question).collect::<Vec<_>>()
    };
    units.flat_map(of).collect()
}
