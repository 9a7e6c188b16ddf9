//! `glossary suggest`: what the articles speak of and the glossary does not know yet.

use serde::Serialize;

use crate::base::{Diagnostic, Locale};
use crate::engine::suggest::{Kind, Passage, suggest};
use crate::model::Role;
use crate::project::Project;
use crate::workflow::article::{ArticlePlan, PlanOptions, Translated};
use crate::workflow::{Error, planning};

use super::files::{self, GlossaryFile};

/// How many places of a suggestion are listed.
const PLACES: usize = 5;

/// What to look at.
#[derive(Debug, Clone, Default)]
pub struct SuggestOptions {
    /// The locale; the source locale if none is named. In another one its translations are searched.
    pub locale: Option<Locale>,
    /// The most suggestions.
    pub limit: usize,
}

/// Candidates for the glossary.
#[derive(Debug, Clone, Serialize)]
pub struct SuggestReport {
    /// The locale that was searched.
    pub locale: Locale,
    /// The candidates, the most likely first.
    pub suggestions: Vec<Suggestion>,
    /// How many there are beyond the limit.
    pub more: usize,
    /// Everything found wrong with the project's files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A candidate.
#[derive(Debug, Clone, Serialize)]
pub struct Suggestion {
    /// How it is most often written.
    pub text: String,
    /// How else.
    pub variants: Vec<String>,
    /// What it seems to be.
    pub kind: Kind,
    /// How often it stands.
    pub count: usize,
    /// Its C-value.
    pub score: f64,
    /// The first places.
    pub places: Vec<SuggestionPlace>,
}

/// A unit that holds a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SuggestionPlace {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
}

impl Project {
    /// Suggests terms that the texts of a locale hold and its glossary does not.
    ///
    /// # Errors
    /// When the locale is unknown or a file cannot be read.
    pub fn suggest_terms(&self, options: &SuggestOptions) -> Result<SuggestReport, Error> {
        let locale = options.locale.clone().unwrap_or_else(|| self.config.source_locale.clone());
        files::require_known(self, &locale)?;
        let glossary = GlossaryFile::load(self, &locale)?.glossary(self)?;
        let visited = planning::visit(self, &[], &PlanOptions::default(), |planned| {
            planned.plan.as_ref().map(|plan| texts(plan, &locale, &self.config.source_locale)).unwrap_or_default()
        })?;
        let mut addresses = Vec::new();
        let mut passages = Vec::new();
        for (place, text, heading) in visited.results.into_iter().flatten() {
            let known = glossary.occurrences(&text, &glossary).into_iter().map(|found| found.span).collect();
            addresses.push(place);
            passages.push(Passage { text, known, heading });
        }
        let found = suggest(&passages, &locale);
        let more = found.len().saturating_sub(options.limit);
        let suggestion = |found: crate::engine::suggest::Candidate| {
            let mut places: Vec<SuggestionPlace> = found.places.iter().map(|place| addresses[place.passage].clone()).collect();
            places.dedup();
            places.truncate(PLACES);
            let score = (found.score * 100.0).round() / 100.0;
            Suggestion { text: found.text, variants: found.variants, kind: found.kind, count: found.count, score, places }
        };
        let suggestions = found.into_iter().take(options.limit).map(suggestion).collect();
        Ok(SuggestReport { locale, suggestions, more, diagnostics: visited.diagnostics })
    }
}

/// The texts of an article in a locale, each with whether it is a heading.
fn texts(plan: &ArticlePlan, locale: &Locale, source: &Locale) -> Vec<(SuggestionPlace, String, bool)> {
    let mut found = Vec::new();
    for (at, unit) in plan.source.units.iter().enumerate() {
        let place = SuggestionPlace { article: plan.name.clone(), unit: unit.id.to_string() };
        let heading = matches!(plan.source.article.units[at].role, Role::Heading(_) | Role::Title);
        if locale == source {
            found.push((place, unit.flat.clone(), heading));
        } else if let Some(Translated::Text(message)) = plan.targets.get(locale).map(|target| &target.units[at].translation) {
            // What stands in braces is no word of the text.
            let text = message.lines.join(" ");
            let text: String = text
                .split('{')
                .enumerate()
                .map(|(nth, part)| if nth == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
                .collect::<Vec<_>>()
                .join(" ; ");
            found.push((place, text, heading));
        }
    }
    found
}
