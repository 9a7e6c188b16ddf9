//! The units that hold a term, and where in their translations it is rendered: what `impact` shows and `apply` works on.

use crate::base::{LineIndex, Locale, Position, Span};
use crate::engine::glossary::{Glossary, Occurrence, TextPlace, judge, places};
use crate::format::fluent::{self, Catalog, Message};
use crate::model::TermEntry;
use crate::project::{Project, layout};
use crate::workflow::Error;
use crate::workflow::article::{ArticlePlan, PlanOptions, TargetUnit, Translated};
use crate::workflow::planning::{self, Planned};

use super::earlier::EarlierForm;
use super::files::{self, GlossaryFile};
use super::impact::Rendered;

/// One term with all that is needed to look for it.
pub(super) struct Search {
    /// The source glossary.
    pub source: Glossary,
    /// The term.
    pub name: String,
    /// The target locales that are looked at.
    pub targets: Vec<SearchTarget>,
}

/// A target locale of a search.
pub(super) struct SearchTarget {
    /// The term.
    pub term: String,
    /// The locale.
    pub locale: Locale,
    /// Its glossary.
    pub glossary: Glossary,
    /// What it says of the term, if anything.
    pub entry: Option<TermEntry>,
    /// How the term was rendered before.
    pub earlier: Vec<EarlierForm>,
}

/// A unit that holds the term, in one locale.
pub(super) struct Holder<'p> {
    /// The unit as it is planned.
    pub unit: &'p TargetUnit,
    /// Which of the units of the article.
    pub at: usize,
    /// Where the term stands in the plain source text.
    pub source: Vec<Span>,
    /// The translation, if there is one.
    pub message: Option<&'p Message>,
    /// What renders the term, by place; empty without a translation.
    pub rendered: Vec<(Rendered, Option<Span>)>,
}

impl Search {
    /// Reads what is needed. `from` is as for `apply`.
    pub fn new(project: &Project, name: &str, locales: &[Locale], from: Option<&str>) -> Result<Self, Error> {
        locales.iter().try_for_each(|locale| planning::require_locale(project, locale))?;
        let name = files::bare_name(name);
        let source = GlossaryFile::load(project, &project.config.source_locale)?;
        if source.entry(name).is_none() {
            return Err(files::unknown_term(name, &files::load_all(project)?));
        }
        let wanted = project.config.target_locales.iter().filter(|locale| locales.is_empty() || locales.contains(locale));
        let target = |locale: &Locale| {
            let file = GlossaryFile::load(project, locale)?;
            let entry = file.entry(name).cloned();
            let earlier = match &entry {
                Some(entry) => super::earlier::earlier_forms(project, locale, (name, entry), from)?,
                None => Vec::new(),
            };
            Ok(SearchTarget { term: name.to_owned(), locale: locale.clone(), glossary: file.glossary(project)?, entry, earlier })
        };
        Ok(Self {
            source: source.glossary(project)?,
            name: name.to_owned(),
            targets: wanted.map(target).collect::<Result<_, Error>>()?,
        })
    }

    /// Plans every article and gives each that holds the term to `visit`, with the numbers of the units and where it stands there.
    pub fn visit<T: Send>(
        &self,
        project: &Project,
        visit: impl Fn(&Planned, &ArticlePlan, &[(usize, Vec<Span>)]) -> T + Sync,
    ) -> Result<planning::Visited<Option<T>>, Error> {
        planning::visit(project, &[], &PlanOptions::default(), |planned| {
            let plan = planned.plan.as_ref()?;
            let held = |(at, unit): (usize, &crate::workflow::article::SourceUnit)| {
                let found = self.source.occurrences(&unit.flat, &self.source);
                let spans: Vec<Span> =
                    found.into_iter().filter(|found| found.term() == self.name).map(|found| found.span).collect();
                (!spans.is_empty()).then_some((at, spans))
            };
            let units: Vec<(usize, Vec<Span>)> = plan.source.units.iter().enumerate().filter_map(held).collect();
            (!units.is_empty()).then(|| visit(&planned, plan, &units))
        })
    }

    /// How the units render the term in a locale.
    pub fn holders<'p>(&self, plan: &'p ArticlePlan, target: &SearchTarget, units: &[(usize, Vec<Span>)]) -> Vec<Holder<'p>> {
        let Some(planned) = plan.targets.get(&target.locale) else { return Vec::new() };
        let holder = |(at, spans): &(usize, Vec<Span>)| {
            let unit = &planned.units[*at];
            let message = match &unit.translation {
                Translated::Text(message) => Some(message.as_ref()),
                _ => None,
            };
            let flat = &plan.source.units[*at].flat;
            let rendered = message.map(|message| self.rendered(target, flat, message)).unwrap_or_default();
            Holder { unit, at: *at, source: spans.clone(), message, rendered }
        };
        units.iter().map(holder).collect()
    }

    fn rendered(&self, target: &SearchTarget, source: &str, message: &Message) -> Vec<(Rendered, Option<Span>)> {
        let occurrences: Vec<Occurrence<'_>> = self.source.occurrences(source, &target.glossary);
        let own: Vec<Occurrence<'_>> = occurrences.into_iter().filter(|found| found.term() == self.name).take(1).collect();
        let judgement = judge(&own, &target.glossary, message);
        let mut rendered: Vec<(Rendered, Option<Span>)> = Vec::new();
        if let Some(presence) = judgement.presences.first() {
            rendered.push(Rendered::of(presence));
        }
        let text = message.lines.join("\n");
        rendered.extend(judgement.forbidden.iter().map(|found| (Rendered::Forbidden, Some(found.span.clone()))));
        for place in self.earlier_places(target, message) {
            // What is accepted today may be a part of what was written before.
            let within =
                |span: &Span| place.span.start <= span.start && span.end <= place.span.end && span.len() < place.span.len();
            rendered.retain(|(_, span)| !span.as_ref().is_some_and(within));
            let taken = rendered.iter().any(|(_, span)| span.as_ref().is_some_and(|span| overlap(span, &place.span)));
            if !taken && !text[place.span.clone()].is_empty() {
                rendered.push((Rendered::Earlier, Some(place.span)));
            }
        }
        // Not found is only said where nothing else is.
        if rendered.len() > 1 {
            rendered.retain(|(rendered, _)| !matches!(rendered, Rendered::Missing));
        }
        rendered
    }

    /// Where earlier renderings stand that are no part of one that is accepted today; of those that overlap the longest.
    pub fn earlier_places(&self, target: &SearchTarget, message: &Message) -> Vec<TextPlace> {
        let mut texts: Vec<String> = target.earlier.iter().map(|form| form.text.clone()).collect();
        let earlier = texts.len();
        if let Some(entry) = &target.entry {
            texts.extend(entry.forms.iter().map(|form| form.text.clone()).chain(entry.also.iter().cloned()));
        }
        let found = places(&texts, &target.glossary, message);
        let covered = |place: &TextPlace| {
            found.iter().any(|other| {
                let covers = other.span.start <= place.span.start && place.span.end <= other.span.end;
                let longer = other.span.len() > place.span.len();
                let better = other.text >= earlier && other.same && !place.same;
                covers && (longer || better || other.span == place.span && other.same && !place.same)
            })
        };
        found.iter().filter(|place| place.text < earlier && !covered(place)).cloned().collect()
    }
}

fn overlap(a: &Span, b: &Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// A catalog in which places of messages are looked up.
pub(super) struct Lines {
    /// Its path.
    pub path: String,
    catalog: Catalog,
}

impl Lines {
    /// Reads the catalog of an article; an absent one has no places.
    pub fn load(project: &Project, locale: &Locale, planned: &Planned) -> Result<Self, Error> {
        let path: String = layout::locale_catalog(locale, &planned.name).into();
        let text = planning::read_text(&project.root, &path)?.unwrap_or_default();
        Ok(Self { path, catalog: fluent::read(&text) })
    }

    /// Where byte `at` of the lines of a unit's message, joined by line feeds, stands in the file.
    pub fn position(&self, unit: &TargetUnit, message: &Message, at: usize) -> Position {
        let text = &self.catalog.text;
        let index = LineIndex::new(text);
        let Some(entry) = self.catalog.unit(&unit.id) else { return index.position(0) };
        let (mut from, mut left) = (entry.body.min(text.len()), at);
        if matches!(entry.form, fluent::Form::TodoComment) {
            from = self.catalog.entry_text(&unit.id).map_or(from, |own| own.as_ptr() as usize - text.as_ptr() as usize);
        }
        for line in &message.lines {
            let Some(found) = text[from..].find(line.as_str()) else { break };
            if left <= line.len() {
                return index.position(from + found + left);
            }
            left -= line.len() + 1;
            from += found + line.len();
        }
        index.position(from)
    }
}
