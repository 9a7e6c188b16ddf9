//! One localized article: every unit rendered through Fluent, put in its place, and compared with the plan.
//!
//! What comes out is Markdown, whatever is published: the other targets are made from it.

use std::collections::BTreeMap;

use crate::base::{Direction, Fingerprint, Locale};
use crate::engine::render::{Renderer, find_control, join};
use crate::format::fluent;
use crate::format::markdown::{self, Body, Rendering, WrittenBody};
use crate::model::{Elements, Freshness, Placeables, PublishedUnit, Site, SourceText, UnitId, flatten};
use crate::workflow::article::{ArticlePlan, SourceUnit, TargetPlan, TargetUnit, Translated};

use super::original::{Original, starts};
use super::policy::{Decision, Rule};

/// A localized article, or what keeps it from going out.
pub enum Localized {
    /// The article.
    Article(LocalizedArticle),
    /// Units that hold it back, with the reason in words.
    Refused(Vec<(UnitId, String)>),
}

/// An article in one locale.
#[derive(Debug, Clone)]
pub struct LocalizedArticle {
    /// Its Markdown.
    pub text: String,
    /// The part below its head.
    pub body: Body,
    /// Where its units begin there; `None` for those above it.
    pub starts: Vec<Option<usize>>,
    /// Whether its body is that of the original with other plain texts, as [`WrittenBody::is_plain`] says.
    pub is_plain: bool,
    /// The units in it, in reading order.
    pub units: Vec<LocalizedUnit>,
}

/// A unit of a localized article.
#[derive(Debug, Clone)]
pub struct LocalizedUnit {
    /// Its number among the source's units.
    pub at: usize,
    /// Its text as Markdown, lines joined.
    pub text: String,
    /// What is recorded of it.
    pub published: PublishedUnit,
}

impl LocalizedArticle {
    /// What each unit shows, for the record.
    pub fn published(&self, plan: &ArticlePlan) -> BTreeMap<UnitId, PublishedUnit> {
        self.units.iter().map(|unit| (plan.source.units[unit.at].id.clone(), unit.published.clone())).collect()
    }
}

/// The article in its own language: the file as it is.
pub fn source(original: &Original<'_>) -> LocalizedArticle {
    let plan = original.plan;
    let unit = |(at, unit): (usize, &SourceUnit)| LocalizedUnit {
        at,
        text: unit.flat.clone(),
        published: PublishedUnit { text: unit.today.fingerprint, renders: Some(unit.today.fingerprint), fallback: false },
    };
    let units = plan.source.units.iter().enumerate().map(unit).collect();
    let article = &plan.source.article;
    let body = original.body().clone();
    let is_plain = original.writer().is_plain();
    LocalizedArticle { text: article.text.clone(), starts: starts(article, &body), body, is_plain, units }
}

/// Renders an article in one locale. `decisions` has one entry for each unit; none of them may be a refusal.
pub fn localize(original: &Original<'_>, target: &TargetPlan, decisions: &[Decision], context: &Context<'_>) -> Localized {
    let plan = original.plan;
    let mut refused = Vec::new();
    let mut rendered = Vec::new();
    for (at, unit) in plan.source.units.iter().enumerate() {
        match render_unit(plan, at, unit, &target.units[at], decisions[at], context) {
            Ok(rendering) => rendered.push(rendering),
            Err(reason) => refused.push((unit.id.clone(), reason)),
        }
    }
    if !refused.is_empty() {
        return Localized::Refused(refused);
    }
    let omitted: Vec<usize> = (0..decisions.len()).filter(|at| decisions[*at] == Decision::Omit).collect();
    write(original, rendered, &omitted, context.lenient)
}

/// What rendering needs beside the plan.
pub struct Context<'a> {
    /// Whether a unit that cannot be written stays as the source has it, unmarked, rather than holding the article back.
    pub lenient: bool,
    /// Renders patterns of the locale.
    pub renderer: &'a Renderer,
    /// The source locale.
    pub source: &'a Locale,
}

struct Rendered {
    elements: Elements,
    placeables: Placeables,
    /// Without the tags that mark a fallback.
    text: String,
    published: Option<PublishedUnit>,
}

fn render_unit(
    plan: &ArticlePlan,
    at: usize,
    unit: &SourceUnit,
    target: &TargetUnit,
    decision: Decision,
    context: &Context<'_>,
) -> Result<Rendered, String> {
    match (decision, &target.translation) {
        (Decision::Translation, Translated::Text(message)) => {
            let placeables = rendered_text(plan, unit, target).placeables.clone();
            let resolved = context.renderer.resolve(message, &placeables).map_err(|errors| {
                let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
                errors.join("; ")
            })?;
            let elements = join(&resolved);
            let flat = flatten(&elements, &placeables);
            if let Some(control) = find_control(&flat, &unit.flat) {
                return Err(format!(
                    "the text holds the control character U+{:04X}, which the source does not have",
                    u32::from(control)
                ));
            }
            // Of a simple text the fingerprint is known: its canonical form is what it shows.
            let known = target.record.target.filter(|_| fluent::simple_value(message).is_some());
            let text = known.unwrap_or_else(|| Fingerprint::of(&flat));
            let published = PublishedUnit { text, renders: target.record.renders, fallback: false };
            Ok(Rendered { elements, placeables, text: flat, published: Some(published) })
        }
        (Decision::Omit, _) => {
            Ok(Rendered { elements: Vec::new(), placeables: Placeables::new(), text: String::new(), published: None })
        }
        _ => Ok(fallback(plan, at, unit, context)),
    }
}

/// The source text that a translation renders, for its placeables; today's when that is equivalent or unknown.
fn rendered_text<'p>(plan: &'p ArticlePlan, unit: &'p SourceUnit, target: &TargetUnit) -> &'p SourceText {
    let record = &plan.source.ledger.units[&unit.id];
    let renders = target.record.renders.filter(|renders| *renders != unit.today.fingerprint);
    let earlier = renders.and_then(|renders| record.earlier.iter().find(|text| text.fingerprint == renders));
    earlier.unwrap_or(&unit.today)
}

/// The source text in a translation's place, marked with its own language and direction where Markdown can say so.
fn fallback(plan: &ArticlePlan, at: usize, unit: &SourceUnit, context: &Context<'_>) -> Rendered {
    let mut placeables = unit.today.placeables.clone();
    let mut elements = crate::engine::segment::join_segments(&unit.text);
    if matches!(plan.source.article.units[at].site, Site::Block { .. } | Site::Line | Site::Cell) {
        let direction = match context.source.direction() {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        };
        let open = format!("<span lang=\"{}\" dir=\"{direction}\">", context.source);
        markdown::enclose(&mut elements, &mut placeables, open, "</span>".to_owned());
    }
    let text = unit.today.fingerprint;
    let published = Some(PublishedUnit { text, renders: Some(text), fallback: true });
    Rendered { elements, placeables, text: unit.flat.clone(), published }
}

fn write(original: &Original<'_>, rendered: Vec<Rendered>, omitted: &[usize], lenient: bool) -> Localized {
    let Original { plan, planned, .. } = original;
    let shortened = match omitted {
        [] => None,
        _ => match markdown::omit(&plan.source.article, &planned.options, omitted) {
            Some(article) => Some(article),
            None => {
                let reason = || "it is missing and cannot be left out without breaking the article".to_owned();
                return Localized::Refused(omitted.iter().map(|at| (plan.source.units[*at].id.clone(), reason())).collect());
            }
        },
    };
    let kept: Vec<usize> = (0..rendered.len()).filter(|at| !omitted.contains(at)).collect();
    let renderings: Vec<Option<Rendering<'_>>> = kept
        .iter()
        .map(|at| Some(Rendering { elements: &rendered[*at].elements, placeables: &rendered[*at].placeables }))
        .collect();
    let written = match &shortened {
        Some(article) => markdown::write(article, &planned.options, &renderings),
        None => original.writer().write(&renderings),
    };
    if !written.refused.is_empty() && !lenient {
        let reason = |refusal: &markdown::Refusal| (plan.source.units[kept[refusal.unit]].id.clone(), refusal.reason.to_string());
        return Localized::Refused(written.refused.iter().map(reason).collect());
    }
    let unit =
        |(at, rendered): (usize, Rendered)| Some(LocalizedUnit { at, text: rendered.text, published: rendered.published? });
    let units = rendered.into_iter().enumerate().filter_map(unit).collect();
    let (body, starts, is_plain) = match written.body {
        Some(WrittenBody { body, starts, is_plain }) => (body, starts, is_plain && shortened.is_none()),
        None => {
            let article = shortened.as_ref().unwrap_or(&plan.source.article);
            let body = markdown::body(&article.text, article.flavour);
            let starts = starts(article, &body);
            (body, starts, shortened.is_none() && original.writer().is_plain())
        }
    };
    Localized::Article(LocalizedArticle { text: written.text, body, starts, is_plain, units })
}

/// A refusal of the policy in words.
pub fn reason(rule: Rule, unit: &TargetUnit) -> String {
    let grade = unit.judgement.grade.map_or("rewrite", |grade| grade.as_str());
    match rule {
        Rule::Missing => "it has no translation".to_owned(),
        Rule::Unreadable => "its entry does not parse".to_owned(),
        Rule::Stale => format!("it is stale: the source edit grades `{grade}`"),
        Rule::UnknownBase => "nobody recorded which source text it renders".to_owned(),
        Rule::State => format!("its state is `{}`", unit.state),
        Rule::Rejected => format!("it was rejected: {}", unit.record.rejected.as_deref().unwrap_or_default()),
        Rule::Machine => "a machine wrote it and nobody has reviewed it".to_owned(),
    }
}

/// Whether a unit goes out although its source has changed.
pub fn is_stale(unit: &TargetUnit, decision: Decision) -> bool {
    decision == Decision::Translation && unit.judgement.freshness == Freshness::Stale
}
