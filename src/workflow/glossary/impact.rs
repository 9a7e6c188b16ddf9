//! `glossary impact`: which units of which locales hold a term, and how they render it now.

use serde::Serialize;

use crate::base::{Diagnostic, Locale, Span};
use crate::engine::glossary::Presence;
use crate::model::{Freshness, State};
use crate::project::Project;
use crate::workflow::Error;
use crate::workflow::article::ArticlePlan;
use crate::workflow::planning::Planned;

use super::renderings::{Holder, Lines, Search, SearchTarget};

/// What to look at.
#[derive(Debug, Clone, Default)]
pub struct ImpactOptions {
    /// The term, with or without `-`.
    pub term: String,
    /// The locales; empty means all targets.
    pub locales: Vec<Locale>,
}

/// Where a term stands.
#[derive(Debug, Clone, Serialize)]
pub struct ImpactReport {
    /// The term, without `-`.
    pub term: String,
    /// The units that hold it, in every locale looked at, in reading order.
    pub units: Vec<ImpactUnit>,
    /// Everything found wrong with the project's files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A unit that holds the term, in one locale. A unit with several renderings is listed once for each.
#[derive(Debug, Clone, Serialize)]
pub struct ImpactUnit {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The locale.
    pub locale: Locale,
    /// How the term is rendered.
    pub rendered: Rendered,
    /// The text that renders it; empty when none does.
    pub text: String,
    /// The catalog.
    pub path: String,
    /// The line of the text in the catalog, or of the unit, counted from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// The term as it stands in the source text.
    pub source: String,
    /// The article's file.
    pub source_path: String,
    /// The line of the unit in it, counted from 1.
    pub source_line: usize,
    /// Whether the translation renders today's source text.
    pub freshness: Freshness,
    /// The state that holds.
    pub state: State,
    /// Whether a sign-off was given and no longer holds.
    pub reopened: bool,
}

/// How a translation renders a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Rendered {
    /// By a reference to it.
    Reference,
    /// By one of its forms, written out.
    Form,
    /// By another accepted text.
    Also,
    /// By an inflected form that the glossary does not list.
    Inflected,
    /// As the source has it, as it should be.
    Kept,
    /// By a forbidden text.
    Forbidden,
    /// By a text that the glossary gave earlier.
    Earlier,
    /// Not as far as can be told.
    Missing,
    /// The glossary of the locale says nothing of the term.
    Unspecified,
    /// There is no translation.
    Untranslated,
}

impl Rendered {
    /// What was found, and where.
    pub(super) fn of(presence: &Presence) -> (Self, Option<Span>) {
        match presence {
            Presence::Reference { .. } => (Self::Reference, None),
            Presence::Form { span, .. } => (Self::Form, Some(span.clone())),
            Presence::Also { span } => (Self::Also, Some(span.clone())),
            Presence::Inflected { span } => (Self::Inflected, Some(span.clone())),
            Presence::Kept { span } => (Self::Kept, Some(span.clone())),
            Presence::Missing | Presence::NotKept => (Self::Missing, None),
            Presence::Unspecified => (Self::Unspecified, None),
        }
    }

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Form => "form",
            Self::Also => "also",
            Self::Inflected => "inflected",
            Self::Kept => "kept",
            Self::Forbidden => "forbidden",
            Self::Earlier => "earlier",
            Self::Missing => "missing",
            Self::Unspecified => "unspecified",
            Self::Untranslated => "untranslated",
        }
    }

    /// Whether somebody has to do something about it.
    pub fn needs_work(self) -> bool {
        matches!(self, Self::Forbidden | Self::Earlier | Self::Missing)
    }
}

impl Project {
    /// Says which units hold a term, and how their translations render it.
    ///
    /// # Errors
    /// When the source glossary has no such term, a locale is unknown, or a file cannot be read.
    pub fn term_impact(&self, options: &ImpactOptions) -> Result<ImpactReport, Error> {
        let search = Search::new(self, &options.term, &options.locales, None)?;
        let visited = search.visit(self, |planned, plan, units| {
            let mut rows = Vec::new();
            for target in &search.targets {
                let lines = Lines::load(self, &target.locale, planned)?;
                for holder in search.holders(plan, target, units) {
                    rows.extend(unit_rows(planned, plan, target, &lines, &holder));
                }
            }
            rows.sort_by_key(|(at, _)| *at);
            Ok::<_, Error>(rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>())
        })?;
        let rows = visited.results.into_iter().flatten().collect::<Result<Vec<_>, _>>()?;
        Ok(ImpactReport { term: search.name, units: rows.into_iter().flatten().collect(), diagnostics: visited.diagnostics })
    }
}

/// One row for each rendering of a unit, with the number of the unit.
fn unit_rows(
    planned: &Planned,
    plan: &ArticlePlan,
    target: &SearchTarget,
    lines: &Lines,
    holder: &Holder<'_>,
) -> Vec<(usize, ImpactUnit)> {
    let source = &plan.source.units[holder.at];
    let parts = &plan.source.article.units[holder.at].parts;
    let start = parts.first().map_or(0, |part| part.start);
    let source_line = plan.source.article.text[..start].matches('\n').count() + 1;
    let row = |rendered: Rendered, text: String, at: usize| {
        let position = holder.message.map(|message| lines.position(holder.unit, message, at));
        let row = ImpactUnit {
            article: plan.name.clone(),
            unit: holder.unit.id.to_string(),
            locale: target.locale.clone(),
            rendered,
            text,
            path: lines.path.clone(),
            line: position.map_or(0, |position| position.line),
            column: position.map_or(0, |position| position.column),
            source: holder.source.first().map(|span| source.flat[span.clone()].to_owned()).unwrap_or_default(),
            source_path: planned.path.clone(),
            source_line,
            freshness: holder.unit.judgement.freshness,
            state: holder.unit.state,
            reopened: holder.unit.reopened,
        };
        (holder.at, row)
    };
    let Some(message) = holder.message else { return vec![row(Rendered::Untranslated, String::new(), 0)] };
    let text = message.lines.join("\n");
    let of_rendering = |(rendered, span): &(Rendered, Option<Span>)| match span {
        Some(span) => row(*rendered, text[span.clone()].to_owned(), span.start),
        None if *rendered == Rendered::Reference => {
            let written = find_reference(&text, &target.term).unwrap_or(0..0);
            row(*rendered, text[written.clone()].to_owned(), written.start)
        }
        None => row(*rendered, String::new(), 0),
    };
    holder.rendered.iter().map(of_rendering).collect()
}

/// The bytes of the first reference to a term, braces included.
fn find_reference(text: &str, term: &str) -> Option<Span> {
    let name = format!("-{term}");
    let is_inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let places = text.match_indices(name.as_str()).map(|(at, _)| at);
    let mut own = places.filter(|at| !text[at + name.len()..].starts_with(is_inner) && text[..*at].trim_end().ends_with('{'));
    let at = own.next()?;
    let start = text[..at].rfind('{')?;
    let end = text[at..].find('}').map_or(text.len(), |end| at + end + 1);
    Some(start..end)
}
