//! The verbs by which a person says something about single units: `set`, `confirm`, `reject`, `verdict`.
//!
//! Each is an intervention in the article's plan and is written together with the sync that the article needs anyway.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Diagnostic, Fingerprint, Locale};
use crate::engine::record::Attribution;
use crate::format::fluent;
use crate::model::{Freshness, Grade, Impact, State, UnitId, UnitText};
use crate::project::Project;
use crate::project::save::{FileChange, Title};

use super::Error;
use super::address::Address;
use super::article::{ArticlePlan, Intervention, PlanOptions, Rendering, Translated, UnitChange, read_value};
use super::planning::{self, Planned};

/// What became of the units a person spoke of.
#[derive(Debug, Clone, Serialize)]
pub struct EditReport {
    /// The units, in the order given.
    pub units: Vec<EditedUnit>,
    /// Paths of the files written (or, in a dry run, that would be), sorted.
    pub written: Vec<String>,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One unit after the command.
#[derive(Debug, Clone, Serialize)]
pub struct EditedUnit {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The locale.
    pub locale: Locale,
    /// Its freshness now.
    pub freshness: Freshness,
    /// How serious the edit behind it is, if it is stale.
    pub grade: Option<Grade>,
    /// Its state now.
    pub state: State,
}

/// A translation to be written.
#[derive(Debug, Clone)]
pub struct SetOptions {
    /// The locale.
    pub locale: Locale,
    /// The unit.
    pub address: Address,
    /// The translation: plain Markdown, one line per segment, `{ $name }` for placeables; or a Fluent pattern.
    pub text: SetText,
    /// Which source text it renders.
    pub renders: Rendering,
    /// Who says so.
    pub by: Attribution,
    /// Write nothing.
    pub dry_run: bool,
}

/// How a translation is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetText {
    /// Fluent pattern syntax: `{ $html-1 }`, `{ -term }` and selectors mean what they mean in a catalog.
    Pattern(String),
    /// A text taken literally: braces are braces.
    Literal(UnitText),
}

/// Units to be confirmed.
#[derive(Debug, Clone)]
pub struct ConfirmOptions {
    /// The locale.
    pub locale: Locale,
    /// Units, or whole articles.
    pub addresses: Vec<Address>,
    /// The state they have then; `None` confirms without reviewing.
    pub state: Option<State>,
    /// Who says so.
    pub by: Option<String>,
    /// Write nothing.
    pub dry_run: bool,
}

/// Units to be rejected.
#[derive(Debug, Clone)]
pub struct RejectOptions {
    /// The locale.
    pub locale: Locale,
    /// The units.
    pub addresses: Vec<Address>,
    /// Why.
    pub why: String,
    /// Who says so.
    pub by: Option<String>,
    /// Write nothing.
    pub dry_run: bool,
}

/// A verdict on an edit of units.
#[derive(Debug, Clone)]
pub struct VerdictOptions {
    /// The units.
    pub addresses: Vec<Address>,
    /// What the edit means for translations.
    pub impact: Impact,
    /// The number of the text before the edit; the edit leads to today's text. `None`: the text before the last edit.
    pub from: Option<u32>,
    /// Write nothing.
    pub dry_run: bool,
}

impl Project {
    /// Writes one translation.
    ///
    /// # Errors
    /// When the article, unit or locale is unknown, the text is no Fluent pattern, or the files cannot be written.
    pub fn set(&self, options: &SetOptions) -> Result<EditReport, Error> {
        planning::require_locale(self, &options.locale)?;
        let unit = required_unit(&options.address)?;
        let lines = match &options.text {
            SetText::Pattern(text) => text.trim_end_matches(['\r', '\n']).lines().map(str::to_owned).collect(),
            SetText::Literal(text) => fluent::write_lines(text),
        };
        if read_value(&lines).is_none() {
            return Err(Error::Refused {
                message: format!("the text for `{}` is not a Fluent pattern", options.address),
                help: "write `{ \"{\" }` for a brace, or pass `--literal` to have the text taken as it is".to_owned(),
            });
        }
        let said =
            Intervention::Set { locale: options.locale.clone(), unit, lines, renders: options.renders, by: options.by.clone() };
        let said = BTreeMap::from([(options.address.article.clone(), vec![said])]);
        let title = Title::command(format!("set {} {}", options.locale, options.address));
        let locales = std::slice::from_ref(&options.locale);
        self.save(&title, options.dry_run, |project| project.intervene(&said, locales, |_| Ok(())))
    }

    /// Confirms that translations hold for today's source text, and optionally reviews them.
    ///
    /// # Errors
    /// When an article, unit or locale is unknown, a unit has no translation or an edit that nobody has synced yet,
    /// or the files cannot be written.
    pub fn confirm(&self, options: &ConfirmOptions) -> Result<EditReport, Error> {
        planning::require_locale(self, &options.locale)?;
        let title = Title::command(described("confirm", Some(&options.locale), &options.addresses));
        self.save(&title, options.dry_run, |project| {
            let said = project.interventions(&options.addresses, &options.locale, |unit| Intervention::Confirm {
                locale: options.locale.clone(),
                unit,
                state: options.state,
                by: options.by.clone(),
            })?;
            let check = |plan: &ArticlePlan| confirmable(plan, &options.locale, &options.addresses);
            project.intervene(&said, std::slice::from_ref(&options.locale), check)
        })
    }

    /// Rejects translations, with a reason that their translators see.
    ///
    /// # Errors
    /// When an article, unit or locale is unknown, a unit has no translation, or the files cannot be written.
    pub fn reject(&self, options: &RejectOptions) -> Result<EditReport, Error> {
        planning::require_locale(self, &options.locale)?;
        let title = Title::command(described("reject", Some(&options.locale), &options.addresses));
        self.save(&title, options.dry_run, |project| {
            let said = project.interventions(&options.addresses, &options.locale, |unit| Intervention::Reject {
                locale: options.locale.clone(),
                unit,
                why: options.why.clone(),
                by: options.by.clone(),
            })?;
            let check = |plan: &ArticlePlan| require_translations(plan, &options.locale, &options.addresses);
            project.intervene(&said, std::slice::from_ref(&options.locale), check)
        })
    }

    /// Says what an edit of units means for their translations: the last one, or all since a revision together.
    ///
    /// # Errors
    /// When an article, unit or revision is unknown, a unit was never edited, or the files cannot be written.
    pub fn verdict(&self, options: &VerdictOptions) -> Result<EditReport, Error> {
        let mut said: BTreeMap<String, Vec<Intervention>> = BTreeMap::new();
        for address in &options.addresses {
            let unit = required_unit(address)?;
            let from = options.from.map(|revision| self.revision(address, &unit, revision)).transpose()?;
            let verdict = Intervention::Verdict { unit, from, impact: options.impact };
            said.entry(address.article.clone()).or_default().push(verdict);
        }
        let check = |plan: &ArticlePlan| edited(plan, &options.addresses);
        let title = Title::command(described("verdict", None, &options.addresses));
        self.save(&title, options.dry_run, |project| project.intervene(&said, &project.config.target_locales, check))
    }

    /// The fingerprint of an earlier text of a unit by its number.
    fn revision(&self, address: &Address, unit: &UnitId, revision: u32) -> Result<Fingerprint, Error> {
        let names = planning::select(self, std::slice::from_ref(&address.article))?;
        let planned = planning::visit(self, &names, &PlanOptions::default(), |planned| planned.plan)?;
        let records = planned.results.iter().flatten().filter_map(|plan| plan.source.ledger.units.get(unit));
        let mut texts = records.flat_map(|record| &record.earlier);
        texts.find(|text| text.revision == revision).map(|text| text.fingerprint).ok_or_else(|| Error::Refused {
            message: format!("`{address}` has no earlier text with the number {revision}"),
            help: format!("`tarjuman explain {address}` lists its earlier texts"),
        })
    }

    /// One intervention for each unit addressed; a whole article stands for all its translated units.
    fn interventions(
        &self,
        addresses: &[Address],
        locale: &Locale,
        make: impl Fn(UnitId) -> Intervention,
    ) -> Result<BTreeMap<String, Vec<Intervention>>, Error> {
        let mut said: BTreeMap<String, Vec<Intervention>> = BTreeMap::new();
        for address in addresses {
            let units = match &address.unit {
                Some(unit) => vec![unit.clone()],
                None => self.translated_units(&address.article, locale)?,
            };
            said.entry(address.article.clone()).or_default().extend(units.into_iter().map(&make));
        }
        Ok(said)
    }

    fn translated_units(&self, article: &str, locale: &Locale) -> Result<Vec<UnitId>, Error> {
        let names = planning::select(self, &[article.to_owned()])?;
        let planned = planning::visit(self, &names, &PlanOptions::default(), |planned| planned.plan)?;
        let targets = planned.results.into_iter().flatten().filter_map(|mut plan| plan.targets.remove(locale));
        let translated = |unit: &super::article::TargetUnit| matches!(unit.translation, Translated::Text(_));
        Ok(targets.flat_map(|target| target.units.into_iter().filter(translated).map(|unit| unit.id)).collect())
    }

    /// Plans the articles with what was said of them, checks the plans as they are without it, and writes everything.
    pub(super) fn intervene(
        &self,
        said: &BTreeMap<String, Vec<Intervention>>,
        locales: &[Locale],
        check: impl Fn(&ArticlePlan) -> Result<(), Error> + Sync,
    ) -> Result<(EditReport, Vec<FileChange>), Error> {
        let mut report = EditReport { units: Vec::new(), written: Vec::new(), diagnostics: Vec::new() };
        let mut changes = Vec::new();
        for (article, interventions) in said {
            let names = planning::select(self, std::slice::from_ref(article))?;
            let plain = planning::visit(self, &names, &PlanOptions::default(), |planned| planned)?;
            let options = PlanOptions { interventions: interventions.clone(), ..PlanOptions::default() };
            let spoken = planning::visit(self, &names, &options, |planned| planned)?;
            let of_project = [plain.diagnostics, spoken.diagnostics].concat();
            let blocked = |own: &[Diagnostic]| Error::blocked(article, &[own, &of_project].concat());
            for (plain, spoken) in plain.results.into_iter().zip(spoken.results) {
                let writable = |planned: &Planned| planned.plan.clone().filter(|plan| !plan.blocked);
                let Some(before) = &writable(&plain) else { return Err(blocked(&plain.diagnostics)) };
                let Some(after) = &writable(&spoken) else { return Err(blocked(&spoken.diagnostics)) };
                if interventions.iter().any(|said| is_withheld(after, said)) {
                    return Err(blocked(&[]));
                }
                if let Some(unit) = super::article::unknown_units(after, interventions).first() {
                    planning::require_unit(after, unit)?;
                }
                check(before)?;
                report.units.extend(outcome(after, interventions, locales));
                changes.extend(spoken.changes());
                report.diagnostics.extend(spoken.diagnostics.into_iter().filter(|found| !is_mended(found, interventions)));
            }
        }
        report.written = changes.iter().map(|change| change.path.clone()).collect();
        report.written.sort();
        Ok((report, changes))
    }
}

/// Whether a finding is about the very table that this command has written anew.
fn is_mended(found: &Diagnostic, interventions: &[Intervention]) -> bool {
    found.code == "damaged-table" && interventions.iter().any(|said| found.unit.as_deref() == Some(said.unit().as_str()))
}

/// Whether nothing may be written in the locale that something is said about: its glossary cannot be read.
fn is_withheld(plan: &ArticlePlan, said: &Intervention) -> bool {
    match said {
        Intervention::Set { locale, .. }
        | Intervention::Confirm { locale, .. }
        | Intervention::Reject { locale, .. }
        | Intervention::Offer { locale, .. } => plan.targets.get(locale).is_some_and(|target| target.blocked),
        Intervention::Verdict { .. } | Intervention::Resolve { .. } => false,
    }
}

/// A command as the journal names it; a long list of units is cut.
fn described(verb: &str, locale: Option<&Locale>, addresses: &[Address]) -> String {
    const NAMED: usize = 3;
    let locale = locale.map(Locale::to_string);
    let named = addresses.iter().take(NAMED).map(Address::to_string);
    let more = (addresses.len() > NAMED).then(|| format!("and {} more", addresses.len() - NAMED));
    [verb.to_owned()].into_iter().chain(locale).chain(named).chain(more).collect::<Vec<_>>().join(" ")
}

/// The unit that an address names; a whole article will not do.
pub(super) fn required_unit(address: &Address) -> Result<UnitId, Error> {
    address.unit.clone().ok_or_else(|| Error::Refused {
        message: format!("`{address}` is a whole article; a unit is needed"),
        help: format!("write `{address}#UNIT`; `tarjuman explain {address}` lists its units"),
    })
}

/// Every addressed unit has a translation in the locale.
fn require_translations(plan: &ArticlePlan, locale: &Locale, addresses: &[Address]) -> Result<(), Error> {
    let Some(target) = plan.targets.get(locale) else { return Ok(()) };
    for address in addresses.iter().filter(|address| address.article == plan.name) {
        let Some(unit) = &address.unit else { continue };
        let Some(translated) = target.units.iter().find(|own| own.id == *unit) else { continue };
        if !matches!(translated.translation, Translated::Text(_)) {
            return Err(Error::Refused {
                message: format!("`{address}` has no translation in `{locale}` ({})", translated.judgement.freshness),
                help: format!("translate it in {} or with `tarjuman set {locale} {address} TEXT`", catalog_path(plan, locale)),
            });
        }
    }
    Ok(())
}

/// Nothing may be confirmed that the person could not see: the source must be the one of the last sync.
fn confirmable(plan: &ArticlePlan, locale: &Locale, addresses: &[Address]) -> Result<(), Error> {
    require_translations(plan, locale, addresses)?;
    for unit in plan.source.units.iter().filter(|unit| addresses.iter().any(|address| address.covers(&plan.name, &unit.id))) {
        if matches!(unit.change, UnitChange::Edited { grade, .. } if grade != Grade::Format) {
            return Err(Error::Refused {
                message: format!("the source of `{}#{}` was edited and not yet synced", plan.name, unit.id),
                help: format!("run `tarjuman sync {0}`, look at `tarjuman diff {0}`, then confirm", plan.name),
            });
        }
    }
    Ok(())
}

/// Every addressed unit has an edit that a verdict can be about.
fn edited(plan: &ArticlePlan, addresses: &[Address]) -> Result<(), Error> {
    for unit in addresses.iter().filter(|address| address.article == plan.name).filter_map(|address| address.unit.as_ref()) {
        let record = plan.source.ledger.units.get(unit);
        if record.is_some_and(|record| !record.obsolete && record.earlier.is_empty()) {
            return Err(Error::Refused {
                message: format!("`{}#{unit}` was never edited", plan.name),
                help: "edit the article first; a verdict says what the last edit of a unit means for its translations".to_owned(),
            });
        }
    }
    Ok(())
}

fn catalog_path(plan: &ArticlePlan, locale: &Locale) -> String {
    format!("locales/{locale}/{}.ftl", plan.name)
}

fn outcome(plan: &ArticlePlan, interventions: &[Intervention], locales: &[Locale]) -> Vec<EditedUnit> {
    let mut outcomes = Vec::new();
    for intervention in interventions {
        let unit = intervention.unit();
        for target in locales.iter().filter_map(|locale| plan.targets.get(locale)) {
            let found = target.units.iter().find(|own| own.id == *unit);
            outcomes.extend(found.map(|own| EditedUnit {
                article: plan.name.clone(),
                unit: unit.to_string(),
                locale: target.locale.clone(),
                freshness: own.judgement.freshness,
                grade: own.judgement.grade,
                state: own.state,
            }));
        }
    }
    outcomes
}
