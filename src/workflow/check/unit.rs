//! The rules that look at translations: one article in all its locales.

use crate::base::Span;
use crate::engine::check::{
    Finding, IGNORE_WITHOUT_REASON, LocaleTerms, RULES, Rule, Scope, Spot, Trace, UNUSED_IGNORE, UnitSides,
};
use crate::engine::freshness;
use crate::engine::glossary::{Glossary, Occurrence, judge};
use crate::format::fluent::{Catalog, Form, Message, ReferencePlace, term_places};
use crate::model::{Freshness, UnitId};
use crate::project::layout;
use crate::workflow::article::{ArticlePlan, SourceUnit, TargetPlan, TargetUnit, Translated};
use crate::workflow::planning::Planned;

use super::ignores::{Ignore, ignores};
use super::levels::Levels;
use super::region::{Pointer, Region};
use super::report::CheckFinding;

/// What was found in one article.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings, by locale and unit.
    pub findings: Vec<CheckFinding>,
    /// How many people ignore.
    pub ignored: usize,
    /// How many translations were looked at.
    pub translations: usize,
}

/// Looks at an article in the locales of `terms`.
pub fn check(planned: &Planned, plan: &ArticlePlan, terms: &[LocaleTerms], levels: &Levels<'_>) -> Checked {
    let mut checked = Checked::default();
    let Some(source) = terms.first().map(|terms| terms.source.as_ref()) else { return checked };
    // The texts of the source are searched once, whatever the number of locales.
    let occurrences: Vec<Vec<Occurrence<'_>>> =
        plan.source.units.iter().map(|unit| source.occurrences(&unit.flat, source)).collect();
    let article = Pointer::new(planned.path.clone(), &plan.source.article.text);
    for terms in terms {
        let Some(target) = plan.targets.get(&terms.locale).filter(|target| !target.blocked) else { continue };
        let path = layout::locale_catalog(&terms.locale, &planned.name).to_string();
        let catalog = Pointer::new(path, &target.catalog.text);
        let checker = Checker { plan, target, terms, levels, article: &article, catalog: &catalog };
        for (at, occurrences) in occurrences.iter().enumerate() {
            if let Translated::Text(message) = &target.units[at].translation {
                checked.translations += 1;
                checker.unit(at, message, occurrences, &mut checked);
            }
        }
    }
    checked
}

struct Checker<'a, 't> {
    plan: &'a ArticlePlan,
    target: &'a TargetPlan,
    terms: &'a LocaleTerms,
    levels: &'a Levels<'a>,
    article: &'a Pointer<'t>,
    catalog: &'a Pointer<'t>,
}

impl Checker<'_, '_> {
    fn unit(&self, at: usize, message: &Message, occurrences: &[Occurrence<'_>], checked: &mut Checked) {
        let unit = &self.target.units[at];
        let occurrences = rendered(occurrences, unit, &self.terms.source, &self.terms.own);
        let judgement = judge(&occurrences, &self.terms.own, message);
        let references = references(&self.target.catalog, &unit.id, message);
        let sides = UnitSides { occurrences: &occurrences, judgement: &judgement, references: &references, terms: self.terms };
        let mut ignores = self.ignores(&unit.id);
        for rule in RULES {
            let (Scope::Unit(find) | Scope::Both(find, _)) = rule.scope else { continue };
            if self.levels.of(rule).is_none() {
                continue;
            }
            for found in find(&sides) {
                match ignores.iter_mut().find(|ignore| ignore.covers(rule, found.term.as_deref())) {
                    Some(ignore) => {
                        ignore.used = true;
                        checked.ignored += 1;
                    }
                    None => checked.findings.extend(self.finding(rule, found, at, Some(message))),
                }
            }
        }
        for found in ignores.iter().filter_map(|ignore| self.complaint(ignore)) {
            checked.findings.extend(self.finding(found.0, found.1, at, None));
        }
    }

    fn ignores(&self, id: &UnitId) -> Vec<Ignore> {
        let entry = self.target.catalog.entries.iter().find(|entry| entry.as_unit().is_some_and(|unit| unit.id == *id));
        let comments = entry.and_then(|entry| Some(entry.span.start..entry.as_unit()?.body.min(entry.span.end)));
        let has_any = |span: &Span| self.target.catalog.text[span.clone()].contains("[ignore]");
        comments.filter(has_any).map(|span| ignores(&self.target.catalog.text, span)).unwrap_or_default()
    }

    /// What is wrong with an `[ignore]` comment.
    fn complaint(&self, ignore: &Ignore) -> Option<(&'static Rule, Finding)> {
        let (rule, message, help) = match ignore.rule {
            None => (
                &IGNORE_WITHOUT_REASON,
                "this ignores nothing: it names no rule, or gives no reason".to_owned(),
                "write `# [ignore] RULE: why`, or `# [ignore] RULE TERM: why`",
            ),
            Some(rule) if !ignore.used && self.levels.of(rule).is_some() => {
                (&UNUSED_IGNORE, format!("nothing was found for `{}`", rule.id), "remove the comment")
            }
            Some(_) => return None,
        };
        let (target, help) = (Some(Spot::File(ignore.span.clone())), help.to_owned());
        Some((rule, Finding { message, target, help, ..Finding::default() }))
    }

    fn finding(&self, rule: &Rule, found: Finding, at: usize, message: Option<&Message>) -> Option<CheckFinding> {
        let severity = self.levels.of(rule)?;
        let unit = &self.plan.source.units[at];
        Some(CheckFinding {
            rule: rule.id,
            severity,
            message: found.message,
            locale: self.terms.locale.clone(),
            article: Some(self.plan.name.clone()),
            unit: Some(unit.id.to_string()),
            term: found.term,
            source: Some(self.source_region(at, unit, found.source)),
            target: Some(self.target_region(&unit.id, found.target, message)),
            fix: found.fix,
            help: found.help,
        })
    }

    /// A part of a unit's plain text in the article; the whole unit where it cannot be followed.
    fn source_region(&self, at: usize, unit: &SourceUnit, span: Option<Span>) -> Region {
        let parts = &self.plan.source.article.units[at].parts;
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return self.article.whole() };
        let whole = || first.start..last.end;
        let inside = span.and_then(|span| {
            let raw: String = parts.iter().map(|part| &self.article.text()[part.clone()]).collect();
            let found = Trace::new(&raw, &unit.flat).span(&span)?;
            Some(in_parts(parts, found.start, false)?..in_parts(parts, found.end, true)?)
        });
        self.article.region(inside.unwrap_or_else(whole))
    }

    /// A part of a translation in its catalog; the whole text of the entry where none is meant.
    fn target_region(&self, id: &UnitId, spot: Option<Spot>, message: Option<&Message>) -> Region {
        let Some(value) = value(&self.target.catalog, id) else { return self.catalog.whole() };
        let inside = match (spot, message) {
            (Some(Spot::File(span)), _) => Some(span),
            (Some(Spot::Lines(span)), Some(message)) => {
                let raw = &self.catalog.text()[value.clone()];
                let found = Trace::new(raw, &message.lines.join("\n")).span(&span);
                found.map(|found| value.start + found.start..value.start + found.end)
            }
            _ => None,
        };
        self.catalog.region(inside.unwrap_or(value))
    }
}

/// The occurrences that a translation has to render, with how its glossary renders them: of a stale one only of terms that are
/// in the text it was made from.
fn rendered<'g>(today: &[Occurrence<'g>], unit: &TargetUnit, source: &Glossary, own: &'g Glossary) -> Vec<Occurrence<'g>> {
    let then = (unit.judgement.freshness == Freshness::Stale).then(|| {
        let base = unit.judgement.base.as_ref().map(freshness::flat).unwrap_or_default();
        let occurrences = source.occurrences(&base, source);
        occurrences.into_iter().map(|occurrence| occurrence.source.name.clone()).collect::<Vec<_>>()
    });
    let was_there =
        |occurrence: &&Occurrence<'_>| then.as_ref().is_none_or(|then| then.iter().any(|name| name == occurrence.term()));
    today.iter().filter(was_there).map(|occurrence| occurrence.rendered_in(own)).collect()
}

/// The references to terms in a translation, with their places in the catalog.
fn references(catalog: &Catalog, id: &UnitId, message: &Message) -> Vec<ReferencePlace> {
    let is_text = |pattern: &fluent_syntax::ast::Pattern<String>| {
        pattern.elements.iter().all(|element| matches!(element, fluent_syntax::ast::PatternElement::TextElement { .. }))
    };
    if message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value)).all(is_text) {
        return Vec::new();
    }
    let Some((unit, span)) = entry(catalog, id) else { return Vec::new() };
    if unit.form == Form::Message {
        let mut places: Vec<ReferencePlace> =
            term_places(&catalog.text[unit.body..span.end]).into_iter().flat_map(|entry| entry.references).collect();
        for place in &mut places {
            place.span = unit.body + place.span.start..unit.body + place.span.end;
            for span in place.inner_spans() {
                *span = unit.body + span.start..unit.body + span.end;
            }
        }
        return places;
    }
    // A text in a `[todo]` note is no message yet: the whole text is pointed at.
    let whole = value(catalog, id).unwrap_or(span);
    let source: String = message.lines.iter().map(|line| format!("    {line}\n")).collect();
    let mut places: Vec<ReferencePlace> =
        term_places(&format!("x =\n{source}")).into_iter().flat_map(|entry| entry.references).collect();
    for place in &mut places {
        place.span = whole.clone();
        place.inner_spans().for_each(|span| *span = whole.clone());
    }
    places
}

fn entry<'c>(catalog: &'c Catalog, id: &UnitId) -> Option<(&'c crate::format::fluent::UnitEntry, Span)> {
    let unit = catalog.unit(id)?;
    let same = |entry: &&crate::format::fluent::Entry| entry.as_unit().is_some_and(|own| std::ptr::eq(own, unit));
    catalog.entries.iter().find(same).map(|entry| (unit, entry.span.clone()))
}

/// The bytes of a translation's text in the catalog: from after `id =` to the end of its entry.
fn value(catalog: &Catalog, id: &UnitId) -> Option<Span> {
    let (unit, span) = entry(catalog, id)?;
    let from = if unit.form == Form::TodoComment { span.start } else { unit.body };
    let text = &catalog.text[from..span.end];
    let named = after_name(text, id.as_str())?;
    let value = &text[named..];
    let start = from + named + (value.len() - value.trim_start().len());
    let end = from + text.trim_end().len();
    (start <= end).then_some(start..end)
}

/// Where the text of an entry begins, after `id =`.
fn after_name(text: &str, id: &str) -> Option<usize> {
    let mut places = text.match_indices(id).filter_map(|(at, _)| {
        let rest = text[at + id.len()..].trim_start_matches(' ');
        rest.starts_with('=').then(|| text.len() - rest.len() + 1)
    });
    places.next()
}

/// The byte of the article that a byte of a unit's parts, put together, is; `end` says that it ends something.
fn in_parts(parts: &[Span], mut offset: usize, end: bool) -> Option<usize> {
    for part in parts {
        if offset < part.len() || end && offset == part.len() {
            return Some(part.start + offset);
        }
        offset -= part.len();
    }
    None
}
