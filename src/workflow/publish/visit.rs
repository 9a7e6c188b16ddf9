//! One article: every locale decided, localized, and rendered for the target.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::base::{Diagnostic, Fingerprint, LineIndex, Locale, Moment, Place, Severity};
use crate::engine::render::Renderer;
use crate::format::markdown::directives;
use crate::model::{Published, PublishedLocale, PublishedPage};
use crate::project::save::Maker;
use crate::project::{ArticleName, Policy, Project, PublishedPath, layout};
use crate::workflow::Error;
use crate::workflow::article::{ArticlePlan, PlanOptions, TargetPlan, TargetUnit, Translated, one_line};
use crate::workflow::planning::{self, Planned};

use super::conditions::Conditions;
use super::groups;
use super::localize::{self, Context, Localized, LocalizedArticle, localize};
use super::original::{Original, Outline};
use super::policy::{Decision, decide};
use super::record::{self, Record};
use super::report::{HeldBack, Outcome, PublishRow, describe, empty_row, held_back};
use super::run::PublishOptions;
use super::settle::{Outcomes, Page};
use super::site::{Fields, Live, Notice, Piece, Site, Uses, output};
use super::target::Target;
use super::{json, text};

/// Decides and renders; shared by all threads.
pub(super) struct Visitor<'a> {
    pub project: &'a Project,
    pub options: &'a PublishOptions,
    /// When the run is.
    pub now: Moment,
    pub renderers: BTreeMap<Locale, Renderer>,
    /// For the target `site`.
    pub site: Option<Site<'a>>,
    /// The output folder.
    pub out: PathBuf,
    /// Where finished files wait; `None` where they are held until the end.
    pub maker: Option<&'a Maker>,
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
    /// BLAKE3 of the record as it will be, once the article is settled; `None` if there will be none.
    pub record_hash: Option<[u8; 32]>,
    /// The pages that were rendered.
    pub pages: BTreeMap<Locale, Page>,
    /// How each page that is out stands to its source.
    pub notices: BTreeMap<Locale, Notice>,
    /// The same of pages that are about to be replaced, in case they are not.
    pub earlier_notices: BTreeMap<Locale, Notice>,
    pub uses: Uses,
    /// The files it was made from, with their hashes; empty when nobody may rely on that.
    pub read: Vec<(String, Option<[u8; 32]>)>,
    /// The files that are out of it, with their hashes.
    pub outputs: BTreeMap<String, [u8; 32]>,
    pub unsynced: usize,
    pub diagnostics: Vec<Diagnostic>,
    /// What changes, once the article is settled.
    pub outcomes: Outcomes,
    pub is_settled: bool,
}

/// A localized article with what is known of its page.
struct Made {
    locale: Locale,
    localized: LocalizedArticle,
    outline: Outline,
    fields: Fields,
}

impl Visited {
    /// Holds a locale back that was about to go out: what was out before stays.
    pub fn take_back(&mut self, locale: &Locale, reason: String) {
        self.pages.remove(locale);
        match self.before.locales.get(locale) {
            Some(before) => drop(self.after.locales.insert(locale.clone(), before.clone())),
            None => drop(self.after.locales.remove(locale)),
        }
        if let Some(last) = self.before.withdrawn.get(locale) {
            self.after.withdrawn.insert(locale.clone(), *last);
        }
        match self.earlier_notices.remove(locale) {
            Some(notice) => drop(self.notices.insert(locale.clone(), notice)),
            None if !self.before.locales.contains_key(locale) => drop(self.notices.remove(locale)),
            None => {}
        }
        if let Some(row) = self.rows.iter_mut().find(|row| row.locale == *locale) {
            row.outcome = Outcome::HeldBack;
            row.earlier_stays_out = self.after.locales.contains_key(locale);
            row.held_back.push(HeldBack { unit: String::new(), reason });
        }
    }
}

/// That a link of the article leads to an article or a picture that is not there.
fn dead_link(to: &str, planned: &Planned, plan: &ArticlePlan) -> Diagnostic {
    let text = &plan.source.article.text;
    let place = text.find(to).map(|at| Place::at(LineIndex::new(text).position(at))).unwrap_or_default();
    let message = format!("`{}` is no article of the project, and no file beside this one", to.escape_debug());
    Diagnostic::new("dead-link", message, place)
        .severity(Severity::Note)
        .help("correct the link; a page of the site that is made by other means is named by its address, with a `/` first")
        .in_file(&planned.path)
}

/// That pages show nothing in the place of an article's directives.
fn left_out(planned: &Planned, plan: &ArticlePlan) -> Option<Diagnostic> {
    let article = &plan.source.article;
    let directives = directives(&article.text, article.flavour);
    let first = directives.first()?;
    let place = Place::at(LineIndex::new(&article.text).position(first.start));
    let shown = one_line(&article.text[first.clone()]);
    let others = match directives.len() - 1 {
        0 => String::new(),
        others => format!(", nor in that of {others} more"),
    };
    let message = format!("a page shows nothing in the place of the directive `{}`{others}", shown.escape_debug());
    let found = Diagnostic::new("directive-left-out", message, place).severity(Severity::Note);
    Some(
        found
            .help("publish with `--to markdown` for the site generator that knows it, or write it as Markdown")
            .in_file(&planned.path),
    )
}

/// A plan that nobody is going to write.
fn looking() -> PlanOptions {
    PlanOptions { edits: false, ..PlanOptions::default() }
}

impl Visitor<'_> {
    /// Visits the articles (all if `names` is empty), and says what is wrong with the project.
    ///
    /// # Errors
    /// As for [`Visitor::visit`].
    pub fn visit_all(&self, names: &[ArticleName]) -> Result<(Vec<Visited>, Vec<Diagnostic>), Error> {
        let visits = planning::visit(self.project, names, &looking(), |planned| {
            let mut visited = self.visit(&planned)?;
            drop(planned);
            match self.waits(&visited) {
                true => self.put_off(&mut visited)?,
                false => self.settle(&mut visited, &Live::default())?,
            }
            Ok(visited)
        })?;
        let visited = visits.results.into_iter().collect::<Result<Vec<_>, Error>>()?;
        Ok((visited, visits.diagnostics))
    }

    /// An article once more, not settled yet.
    ///
    /// # Errors
    /// As for [`Visitor::visit`].
    pub fn visit_again(&self, name: &ArticleName) -> Result<Option<Visited>, Error> {
        let names = std::slice::from_ref(name);
        let visits = planning::visit(self.project, names, &looking(), |planned| self.visit(&planned))?;
        visits.results.into_iter().next().transpose()
    }

    /// What becomes of an article.
    ///
    /// # Errors
    /// When its record cannot be read, or a template fails.
    pub fn visit(&self, planned: &Planned) -> Result<Visited, Error> {
        let record = layout::published(&self.options.target.name(), &planned.name);
        // A draft is a site of its own.
        let recorded = if self.options.draft {
            Record::default()
        } else {
            record::load(self.project, &self.options.target.name(), &planned.name)?
        };
        let Record { text: recorded, published: before, diagnostics: damaged } = recorded;
        let mut visited = Visited {
            name: planned.name.clone(),
            rows: Vec::new(),
            record,
            recorded,
            record_hash: None,
            after: before.clone(),
            before,
            pages: BTreeMap::new(),
            notices: BTreeMap::new(),
            earlier_notices: BTreeMap::new(),
            uses: Uses::default(),
            read: Vec::new(),
            outputs: BTreeMap::new(),
            unsynced: 0,
            diagnostics: planned.diagnostics.iter().cloned().chain(damaged).collect(),
            outcomes: Outcomes::default(),
            is_settled: false,
        };
        let locales = self.locales();
        let plan = planned.plan.as_ref().filter(|plan| !plan.blocked);
        let Some(plan) = plan else {
            self.hold_back(&mut visited, locales, "the article or one of its files cannot be read");
            return Ok(visited);
        };
        visited.unsynced = plan.unsynced();
        visited.read.clone_from(&planned.read);
        if let Some(reason) = self.site.as_ref().and_then(|_| Site::refusal(plan)) {
            self.hold_back(&mut visited, locales, reason);
            return Ok(visited);
        }
        let original = Original::new(planned, plan);
        let made = match (self.options.revision, Conditions::read(&plan.source.article.text)) {
            (Some(revision), _) => {
                self.roll_back(revision, locales, &mut visited)?;
                Vec::new()
            }
            (None, Err(reason)) if !self.options.draft => {
                self.hold_back(&mut visited, locales, &reason);
                Vec::new()
            }
            (None, conditions) => self.locales_of(&original, &conditions.unwrap_or_default(), &mut visited),
        };
        let config = &self.project.config;
        let known: BTreeSet<&Locale> = std::iter::once(&config.source_locale).chain(&config.target_locales).collect();
        visited.after.locales.retain(|locale, _| known.contains(locale));
        for made in &made {
            let page = self.render(&original, made, &mut visited)?;
            visited.pages.insert(made.locale.clone(), Page::Text(page));
        }
        let dead: Vec<Diagnostic> = visited.uses.dead.iter().map(|to| dead_link(to, planned, plan)).collect();
        visited.diagnostics.extend(dead);
        if !made.is_empty() && matches!(self.options.target, Target::Site | Target::Text) {
            visited.diagnostics.extend(left_out(planned, plan));
        }
        for (locale, live) in &visited.after.locales {
            let is_new = visited.pages.contains_key(locale);
            visited.notices.insert(locale.clone(), Notice::of(plan, live, &config.source_locale, is_new));
            if let Some(before) = visited.before.locales.get(locale).filter(|before| is_new && *before != live) {
                visited.earlier_notices.insert(locale.clone(), Notice::of(plan, before, &config.source_locale, false));
            }
        }
        Ok(visited)
    }

    /// Decides on every locale; gives what goes out.
    fn locales_of(&self, original: &Original<'_>, conditions: &Conditions, visited: &mut Visited) -> Vec<Made> {
        let Original { plan, planned, .. } = original;
        // A site generator that takes the Markdown hears its own fields itself.
        let hears_others = self.options.target != Target::Markdown && !self.options.draft;
        let after = conditions.after.max(conditions.publish_date.filter(|_| hears_others));
        let after = after.max(groups::after(self.project, &planned.name));
        let wait = after.filter(|after| *after > self.now && !self.options.draft);
        let mut made = Vec::new();
        for locale in self.locales() {
            let before = visited.before.locales.get(&locale);
            if self.options.only_outdated && before.is_none() {
                continue;
            }
            let stays = match before {
                _ if self.options.again => None,
                None => visited.before.withdrawn.contains_key(&locale).then_some(Outcome::Withdrawn),
                Some(before) => before.is_rolled_back().then_some(Outcome::RolledBack),
            };
            let mut row = empty_row(&plan.name, locale.clone());
            row.earlier_stays_out = before.is_some();
            if let Some(outcome) = stays {
                row.outcome = outcome;
                visited.rows.push(row);
            } else if let Some(says) = conditions.draft.as_ref().filter(|_| hears_others) {
                row.outcome = Outcome::Waiting;
                row.held_back.push(HeldBack { unit: String::new(), reason: format!("its head says {says}") });
                visited.rows.push(row);
            } else if let Some(after) = wait {
                row.outcome = Outcome::Waiting;
                row.held_back.push(HeldBack { unit: String::new(), reason: format!("it goes out at {after}") });
                visited.rows.push(row);
            } else {
                let policy = conditions.policy(self.project.config.policy(&locale));
                made.extend(self.locale(original, (locale, &policy), visited));
            }
        }
        made
    }

    fn hold_back(&self, visited: &mut Visited, locales: Vec<Locale>, reason: &str) {
        let name = visited.name.as_str();
        let rows = locales.into_iter().map(|locale| PublishRow {
            earlier_stays_out: visited.before.locales.contains_key(&locale),
            ..held_back(name, locale, "", reason)
        });
        visited.rows = rows.collect();
    }

    pub(super) fn locales(&self) -> Vec<Locale> {
        let config = &self.project.config;
        let all = std::iter::once(&config.source_locale).chain(&config.target_locales);
        all.filter(|locale| self.options.locales.is_empty() || self.options.locales.contains(locale)).cloned().collect()
    }

    /// Decides on a locale, and localizes the article if it may go out in it.
    fn locale(&self, original: &Original<'_>, (locale, policy): (Locale, &Policy), visited: &mut Visited) -> Option<Made> {
        let Original { plan, planned, .. } = original;
        let mut row = empty_row(&plan.name, locale.clone());
        let refuse = |row: &mut PublishRow, reason: &str| {
            row.held_back.push(HeldBack { unit: String::new(), reason: reason.to_owned() });
        };
        let localized = match plan.targets.get(&locale) {
            None => Some(localize::source(original)),
            Some(target) if target.blocked => {
                refuse(&mut row, "its glossary cannot be read");
                None
            }
            Some(target) => self.localize(original, (target, policy), &mut row),
        };
        let made = localized.and_then(|localized| {
            let outline = original.outline(&localized);
            let fields = Fields::read(&localized.text, (&localized.body, outline), &planned.name);
            match self.address(planned, &locale, &fields) {
                Ok(output) => Some((Made { locale: locale.clone(), localized, outline, fields }, output)),
                Err(reason) => {
                    refuse(&mut row, &reason);
                    None
                }
            }
        });
        let made = made.and_then(|(made, output)| {
            row.outcome = Outcome::Published;
            let live = self.made_live(plan, &made, output, &visited.before);
            visited.after.withdrawn.remove(&locale);
            let same = visited.before.locales.get(&locale).filter(|before| before.shows_same_text(&live));
            let same = same.filter(|_| self.options.only_outdated).cloned();
            let is_outdated = same.is_none();
            // Confirmed without a change: the page stays, and is not behind any more.
            let live = same.map_or(live.clone(), |before| PublishedLocale { units: live.units, ..before });
            visited.after.locales.insert(locale.clone(), live);
            if !is_outdated {
                row.outcome = Outcome::Unchanged;
            }
            is_outdated.then_some(made)
        });
        if let (Some(made), Some(target)) = (&made, plan.targets.get(&locale)) {
            visited.diagnostics.extend(self.borrowed_terms(planned, target, &made.localized));
        }
        row.earlier_stays_out = row.outcome == Outcome::HeldBack && visited.before.locales.contains_key(&locale);
        visited.rows.push(row);
        made
    }

    fn localize(
        &self,
        original: &Original<'_>,
        (target, policy): (&TargetPlan, &Policy),
        row: &mut PublishRow,
    ) -> Option<LocalizedArticle> {
        let mut decisions: Vec<Decision> = target.units.iter().map(|unit| decide(unit, policy, self.options.draft)).collect();
        describe(target, &decisions, row);
        if !row.held_back.is_empty() {
            return None;
        }
        let renderer = &self.renderers[&target.locale];
        let mut context = Context { lenient: false, renderer, source: &self.project.config.source_locale };
        let mut localized = localize(original, target, &decisions, &context);
        if let Localized::Refused(units) = &localized
            && self.options.draft
        {
            // A preview shows what can be shown: source texts, and those as they are that cannot be marked as such.
            context.lenient = true;
            for (unit, decision) in original.plan.source.units.iter().zip(&mut decisions) {
                if units.iter().any(|(refused, _)| *refused == unit.id) {
                    *decision = Decision::Fallback;
                }
            }
            localized = localize(original, target, &decisions, &context);
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

    /// What will be out of a localized article.
    fn made_live(&self, plan: &ArticlePlan, made: &Made, output: String, before: &Published) -> PublishedLocale {
        let earlier = before.locales.get(&made.locale);
        let untranslated = made.localized.units.iter().all(|unit| unit.published.fallback) && !made.localized.units.is_empty();
        let page = self.site.as_ref().map(|_| PublishedPage { untranslated, ..Site::listed(&made.fields, &output, earlier) });
        let text = Some(Fingerprint::of(&made.localized.text));
        let units = made.localized.published(plan);
        let live = PublishedLocale { output, revision: 1, last_revision: 1, text, page, units };
        let number = match earlier.filter(|earlier| !earlier.is_rolled_back() && earlier.shows_same_text(&live)) {
            Some(same) => same.revision,
            None => before.last_revision(&made.locale).saturating_add(1),
        };
        PublishedLocale { revision: number, last_revision: number, ..live }
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

    fn render(&self, original: &Original<'_>, made: &Made, visited: &mut Visited) -> Result<String, Error> {
        let Original { plan, planned, .. } = original;
        let piece = Piece {
            planned,
            plan,
            target: plan.targets.get(&made.locale),
            locale: &made.locale,
            localized: &made.localized,
            headings: made.outline.count,
            anchors: self.site.as_ref().map_or(&[], |_| original.anchors()),
            frame: self.site.as_ref().filter(|_| made.localized.is_plain).and_then(|_| original.frame()),
            fields: &made.fields,
            output: &visited.after.locales[&made.locale].output,
        };
        match (self.options.target, &self.site) {
            (Target::Site, Some(site)) => site.page(&piece, &mut visited.uses),
            (Target::Json, _) => Ok(json::write(&piece, self.project.config.source_locale.as_str())),
            (Target::Text, _) => Ok(text::write(&piece)),
            (Target::Site | Target::Markdown, _) => Ok(made.localized.text.clone()),
        }
    }
}
