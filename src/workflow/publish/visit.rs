//! One article: every locale decided, localized, and rendered for the target.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Diagnostic, LineIndex, Locale, Place, Severity};
use crate::engine::render::Renderer;
use crate::format::{markdown, published};
use crate::model::{Published, PublishedLocale};
use crate::project::{ArticleName, Project, PublishedPath, layout};
use crate::workflow::Error;
use crate::workflow::article::{ArticlePlan, TargetPlan, TargetUnit, Translated};
use crate::workflow::planning::{self, Planned};

use super::localize::{self, Context, Localized, LocalizedArticle, localize};
use super::policy::{Decision, decide};
use super::report::{HeldBack, Outcome, PublishRow, describe, empty_row, held_back};
use super::run::PublishOptions;
use super::site::{Assets, Fields, Notice, Piece, Site, output};
use super::target::Target;
use super::{json, text};

/// Decides and renders; shared by all threads.
pub(super) struct Visitor<'a> {
    pub project: &'a Project,
    pub options: &'a PublishOptions,
    pub renderers: BTreeMap<Locale, Renderer>,
    /// For the target `site`.
    pub site: Option<Site<'a>>,
}

/// What one article contributes.
#[derive(Debug)]
pub(super) struct Visited {
    pub name: ArticleName,
    /// One for each locale that was asked for.
    pub rows: Vec<PublishRow>,
    pub record: PublishedPath,
    /// The record on disk, and what it says.
    pub recorded: Option<String>,
    pub before: Published,
    /// What is out after the run.
    pub after: Published,
    /// The pages that were rendered.
    pub pages: BTreeMap<Locale, String>,
    /// How each page that is out stands to its source.
    pub notices: BTreeMap<Locale, Notice>,
    pub assets: Assets,
    pub unsynced: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// A localized article with what is known of its page.
struct Made {
    locale: Locale,
    localized: LocalizedArticle,
    body: markdown::Body,
    fields: Fields,
}

impl Visitor<'_> {
    /// What becomes of an article.
    ///
    /// # Errors
    /// When its record cannot be read, or a template fails.
    pub fn visit(&self, planned: &Planned) -> Result<Visited, Error> {
        let record = layout::published(&self.options.target.name(), &planned.name);
        let recorded = planning::read_text(&self.project.root, record.as_str())?;
        let read = recorded.as_deref().map(published::read).map(|read| read.published);
        // A draft is a site of its own.
        let before = read.filter(|_| !self.options.draft).unwrap_or_default();
        let mut visited = Visited {
            name: planned.name.clone(),
            rows: Vec::new(),
            record,
            recorded,
            after: before.clone(),
            before,
            pages: BTreeMap::new(),
            notices: BTreeMap::new(),
            assets: Assets::new(),
            unsynced: 0,
            diagnostics: planned.diagnostics.clone(),
        };
        let locales = self.locales();
        let plan = planned.plan.as_ref().filter(|plan| !plan.blocked);
        let Some(plan) = plan else {
            self.hold_back(&mut visited, locales, "the article or one of its files cannot be read");
            return Ok(visited);
        };
        visited.unsynced = plan.unsynced();
        if let Some(reason) = self.site.as_ref().and_then(|_| Site::refusal(plan)) {
            self.hold_back(&mut visited, locales, reason);
            return Ok(visited);
        }
        let made: Vec<Made> = locales.into_iter().filter_map(|locale| self.locale(plan, planned, locale, &mut visited)).collect();
        let config = &self.project.config;
        let known: BTreeSet<&Locale> = std::iter::once(&config.source_locale).chain(&config.target_locales).collect();
        visited.after.locales.retain(|locale, _| known.contains(locale));
        for made in &made {
            let page = self.render(plan, planned, made, &mut visited)?;
            visited.pages.insert(made.locale.clone(), page);
        }
        for (locale, live) in &visited.after.locales {
            let is_new = visited.pages.contains_key(locale);
            visited.notices.insert(locale.clone(), Notice::of(plan, live, &config.source_locale, is_new));
        }
        Ok(visited)
    }

    fn hold_back(&self, visited: &mut Visited, locales: Vec<Locale>, reason: &str) {
        let name = visited.name.as_str();
        let rows = locales.into_iter().map(|locale| PublishRow {
            earlier_stays_out: visited.before.locales.contains_key(&locale),
            ..held_back(name, locale, "", reason)
        });
        visited.rows = rows.collect();
    }

    fn locales(&self) -> Vec<Locale> {
        let config = &self.project.config;
        let all = std::iter::once(&config.source_locale).chain(&config.target_locales);
        all.filter(|locale| self.options.locales.is_empty() || self.options.locales.contains(locale)).cloned().collect()
    }

    /// Decides on a locale, and localizes the article if it may go out in it.
    fn locale(&self, plan: &ArticlePlan, planned: &Planned, locale: Locale, visited: &mut Visited) -> Option<Made> {
        let mut row = empty_row(&plan.name, locale.clone());
        let refuse = |row: &mut PublishRow, reason: &str| {
            row.held_back.push(HeldBack { unit: String::new(), reason: reason.to_owned() });
        };
        let localized = match plan.targets.get(&locale) {
            None => Some(localize::source(plan)),
            Some(target) if target.blocked => {
                refuse(&mut row, "its glossary cannot be read");
                None
            }
            Some(target) => self.localize(plan, planned, target, &mut row),
        };
        let made = localized.and_then(|localized| {
            let body = markdown::body(&localized.text, plan.source.article.flavour);
            let fields = Fields::read(&localized.text, &body, &planned.name);
            match self.address(planned, &locale, &fields) {
                Ok(output) => Some((Made { locale: locale.clone(), localized, body, fields }, output)),
                Err(reason) => {
                    refuse(&mut row, &reason);
                    None
                }
            }
        });
        let made = made.map(|(made, output)| {
            let page = self.site.as_ref().map(|_| Site::listed(&made.fields, &output, visited.before.locales.get(&locale)));
            let live = PublishedLocale { output, page, units: made.localized.published(plan) };
            visited.after.locales.insert(locale.clone(), live);
            row.outcome = Outcome::Published;
            made
        });
        if let (Some(made), Some(target)) = (&made, plan.targets.get(&locale)) {
            visited.diagnostics.extend(self.borrowed_terms(planned, target, &made.localized));
        }
        row.earlier_stays_out = made.is_none() && visited.before.locales.contains_key(&locale);
        visited.rows.push(row);
        made
    }

    fn localize(
        &self,
        plan: &ArticlePlan,
        planned: &Planned,
        target: &TargetPlan,
        row: &mut PublishRow,
    ) -> Option<LocalizedArticle> {
        let policy = self.project.config.policy(&target.locale);
        let mut decisions: Vec<Decision> = target.units.iter().map(|unit| decide(unit, policy, self.options.draft)).collect();
        describe(target, &decisions, row);
        if !row.held_back.is_empty() {
            return None;
        }
        let context = Context {
            renderer: &self.renderers[&target.locale],
            source: &self.project.config.source_locale,
            options: &planned.options,
        };
        let mut localized = localize(plan, target, &decisions, &context);
        if let Localized::Refused(units) = &localized
            && self.options.draft
        {
            // A preview shows what can be shown.
            for (unit, decision) in plan.source.units.iter().zip(&mut decisions) {
                if units.iter().any(|(refused, _)| *refused == unit.id) {
                    *decision = Decision::Fallback;
                }
            }
            localized = localize(plan, target, &decisions, &context);
        }
        match localized {
            Localized::Article(article) => Some(article),
            Localized::Refused(units) => {
                row.held_back.extend(units.into_iter().map(|(unit, reason)| HeldBack { unit: unit.to_string(), reason }));
                None
            }
        }
    }

    /// That texts which go out take terms from another locale's glossary.
    fn borrowed_terms(&self, planned: &Planned, target: &TargetPlan, made: &LocalizedArticle) -> Vec<Diagnostic> {
        let fallbacks = self.project.config.glossary_fallback(&target.locale);
        let catalog = layout::locale_catalog(&target.locale, &planned.name).to_string();
        let units = made.units.iter().filter(|unit| !unit.published.fallback).map(|unit| &target.units[unit.at]);
        let borrowed = units.filter_map(|unit| match &unit.translation {
            Translated::Text(message) => Some((unit, self.renderers[&target.locale].borrowed(message))),
            Translated::Missing | Translated::Unreadable => None,
        });
        let found = borrowed.flat_map(|(unit, terms)| terms.into_iter().map(move |(term, nth)| (unit, term, nth)));
        let finding = |(unit, term, nth): (&TargetUnit, String, usize)| {
            let lender = fallbacks.get(nth - 1).map_or("another locale", |locale| locale.as_str());
            let message = format!("the glossary of `{}` does not have `-{term}`: the text of `{lender}` went out", target.locale);
            let start = target.catalog.unit(&unit.id).map(|entry| entry.body);
            let place = start.map(|start| Place::at(LineIndex::new(&target.catalog.text).position(start))).unwrap_or_default();
            Diagnostic::new("missing-locale-form", message, place)
                .severity(Severity::Warning)
                .unit(unit.id.as_str())
                .help(format!("add `-{term} = …` to {}", layout::glossary(&target.locale)))
                .in_file(&catalog)
        };
        found.map(finding).collect()
    }

    /// Where the article goes, relative to the output folder.
    fn address(&self, planned: &Planned, locale: &Locale, fields: &Fields) -> Result<String, String> {
        let extension = match self.options.target {
            Target::Site => return output(&planned.name, locale, &fields.slug),
            Target::Markdown => planned.path.rsplit('.').next().unwrap_or("md"),
            Target::Json => "json",
            Target::Text => "txt",
        };
        Ok(format!("{locale}/{}.{extension}", planned.name))
    }

    fn render(&self, plan: &ArticlePlan, planned: &Planned, made: &Made, visited: &mut Visited) -> Result<String, Error> {
        let piece = Piece {
            planned,
            plan,
            target: plan.targets.get(&made.locale),
            locale: &made.locale,
            localized: &made.localized,
            body: &made.body,
            fields: &made.fields,
            output: &visited.after.locales[&made.locale].output,
        };
        match (self.options.target, &self.site) {
            (Target::Site, Some(site)) => site.page(&piece, &mut visited.assets),
            (Target::Json, _) => Ok(json::write(&piece, self.project.config.source_locale.as_str())),
            (Target::Text, _) => Ok(text::write(&piece)),
            (Target::Site | Target::Markdown, _) => Ok(made.localized.text.clone()),
        }
    }
}
