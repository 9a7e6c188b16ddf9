//! `history` and `restore`: every text that a unit and its translations have had, wherever it is still to be found, and the way
//! back to one of them.

use serde::Serialize;

use crate::base::{Fingerprint, Locale};
use crate::engine::freshness;
use crate::engine::record::{Attribution, NoteWitness};
use crate::format::fluent::{self, Message, Translation, UnitEntry};
use crate::model::{SourceRecord, UnitId};
use crate::project::git::Repository;
use crate::project::save::{Folder, SaveError, Stage};
use crate::project::{Project, layout};

use super::address::Address;
use super::article::{ArticlePlan, PlanOptions, Rendering, SourceUnit, Translated, note_witness};
use super::edit::{EditReport, SetOptions, SetText, required_unit};
use super::{Error, planning};

/// Everything that one unit has ever said.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryReport {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// Texts of the source, today's first.
    pub source: Vec<SourceVersion>,
    /// Texts of the translations, by locale in the order of the configuration.
    pub locales: Vec<LocaleHistory>,
    /// Whether git was asked; `false` where there is no repository, or none was wanted.
    pub git: bool,
}

/// A text that the source of a unit has or has had.
#[derive(Debug, Clone, Serialize)]
pub struct SourceVersion {
    /// Its number among the unit's texts.
    pub revision: u32,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// Whether it is today's.
    pub today: bool,
    /// The text.
    pub text: String,
}

/// What the translations of a unit into one language have been.
#[derive(Debug, Clone, Serialize)]
pub struct LocaleHistory {
    /// The locale.
    pub locale: Locale,
    /// The texts, today's first, then the latest first.
    pub texts: Vec<TargetVersion>,
    /// Fingerprints of translations that the ledger has recorded and whose text is nowhere to be found.
    pub lost: Vec<Fingerprint>,
}

/// A translation that a unit has or has had.
#[derive(Debug, Clone, Serialize)]
pub struct TargetVersion {
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// Whether it is today's.
    pub today: bool,
    /// The revision of the source that it renders, as far as known.
    pub renders: Option<u32>,
    /// The text, one string per line, in Fluent pattern syntax.
    pub lines: Vec<String>,
    /// Where it was found, such as `journal 12 (set ps recognition#title)` or `git 1a2b3c4d5e (2026-11-22)`.
    pub found: Vec<String>,
    /// The command that brings it back; empty for today's.
    pub restore: String,
}

/// What to bring back.
#[derive(Debug, Clone)]
pub struct RestoreOptions {
    /// The locale.
    pub locale: Locale,
    /// The unit.
    pub address: Address,
    /// The beginning of the text's fingerprint, with or without `1:`.
    pub text: String,
    /// Whether git is asked.
    pub git: bool,
    /// Write nothing.
    pub dry_run: bool,
}

/// A file as it was at some time.
pub(super) struct Past {
    /// Where that was found.
    found: String,
    /// Its text.
    pub text: String,
}

/// A translation found in such a catalog.
struct Sighting {
    fingerprint: Fingerprint,
    message: Message,
    notes: NoteWitness,
    found: String,
}

impl Project {
    /// Lists the texts that a unit and its translations have had.
    ///
    /// # Errors
    /// When the article, unit or a locale is unknown, or a file cannot be read.
    pub fn history(&self, address: &Address, locales: &[Locale], git: bool) -> Result<HistoryReport, Error> {
        locales.iter().try_for_each(|locale| planning::require_locale(self, locale))?;
        let unit = required_unit(address)?;
        let plan = self.plan_of(address)?;
        planning::require_unit(&plan, &unit)?;
        let repository = if git { Repository::find(&self.root).ok() } else { None };
        let source = &plan.source.units[position(&plan, &unit)];
        let record = &plan.source.ledger.units[&unit];
        let wanted = self.config.target_locales.iter().filter(|locale| locales.is_empty() || locales.contains(locale));
        let of_locale = |locale: &Locale| {
            let sightings = self.sightings(&plan, source, locale, repository.as_ref())?;
            Ok(locale_history(&plan, source, record, locale, sightings))
        };
        Ok(HistoryReport {
            article: plan.name.clone(),
            unit: unit.to_string(),
            source: source_versions(source, record),
            locales: wanted.map(of_locale).collect::<Result<_, Error>>()?,
            git: repository.is_some(),
        })
    }

    /// Brings an earlier translation back. It renders what it rendered then: a text that is behind today's source comes back as
    /// stale.
    ///
    /// # Errors
    /// When no text, or more than one, has such a fingerprint, or the files cannot be written.
    pub fn restore(&self, options: &RestoreOptions) -> Result<EditReport, Error> {
        let history = self.history(&options.address, std::slice::from_ref(&options.locale), options.git)?;
        let texts = history.locales.into_iter().flat_map(|locale| locale.texts);
        let bare = |fingerprint: &str| fingerprint.split_once(':').map_or(fingerprint.to_owned(), |(_, hex)| hex.to_owned());
        let (wanted, command) =
            (bare(&options.text), format!("tarjuman history {} --locale {}", options.address, options.locale));
        let mut fitting: Vec<TargetVersion> =
            texts.filter(|text| !wanted.is_empty() && bare(&text.fingerprint.to_string()).starts_with(&wanted)).collect();
        let refused = |message: String| Error::Refused { message, help: format!("`{command}` lists the texts there are") };
        let text = match (fitting.pop(), fitting.len()) {
            (Some(text), 0) => text,
            (None, _) => return Err(refused(format!("`{}` never had a text `{}`", options.address, options.text))),
            (Some(_), _) => {
                return Err(refused(format!("more than one text of `{}` begins with `{}`", options.address, options.text)));
            }
        };
        let renders = history.source.iter().find(|source| Some(source.revision) == text.renders);
        self.set(&SetOptions {
            locale: options.locale.clone(),
            address: options.address.clone(),
            text: SetText::Pattern(text.lines.join("\n")),
            renders: Rendering::Known(renders.map(|source| source.fingerprint)),
            by: Attribution::default(),
            dry_run: options.dry_run,
        })
    }

    fn plan_of(&self, address: &Address) -> Result<ArticlePlan, Error> {
        let names = planning::select(self, std::slice::from_ref(&address.article))?;
        let planned = planning::visit(self, &names, &PlanOptions::default(), |planned| planned)?;
        let planned = planned.results.into_iter().next();
        let (plan, diagnostics) = planned.map_or((None, Vec::new()), |planned| (planned.plan, planned.diagnostics));
        plan.ok_or_else(|| Error::blocked(&address.article, &diagnostics))
    }

    /// Every translation of the unit in every version of the catalog that can be had, latest first.
    fn sightings(
        &self,
        plan: &ArticlePlan,
        source: &SourceUnit,
        locale: &Locale,
        repository: Option<&Repository>,
    ) -> Result<Vec<Sighting>, Error> {
        let name = plan.name.parse().map_err(|_| Error::UnknownArticle { name: plan.name.clone(), nearest: None })?;
        let catalog: String = layout::locale_catalog(locale, &name).into();
        let mut past = self.in_journal(&catalog)?;
        for version in repository.map(|repository| repository.versions(&catalog)).transpose()?.unwrap_or_default() {
            past.push(Past { found: format!("git {} ({})", version.commit, version.date), text: version.text });
        }
        let record = &plan.source.ledger.units[&source.id];
        let sighting = |past: Past| {
            let catalog = fluent::read(&past.text);
            let entry = catalog.unit(&source.id)?;
            let Translation::Text(message) = &entry.translation else { return None };
            Some(sighting_of(message, entry, source, record, past.found))
        };
        Ok(past.into_iter().filter_map(sighting).collect())
    }

    /// A file as commands found and left it, latest first.
    pub(super) fn in_journal(&self, path: &str) -> Result<Vec<Past>, Error> {
        let folder = Folder::of(&self.root);
        let io_error = |source| SaveError::Io { path: self.root.join(layout::PRIVATE).join("journal"), source };
        let mut past = Vec::new();
        for listed in folder.list().map_err(io_error)?.iter().rev().filter(|listed| listed.stage != Stage::New) {
            // An entry that cannot be read has no text to offer.
            let Ok(entry) = folder.entry(listed).map_err(io_error)? else { continue };
            let found = format!("journal {} ({})", listed.number, entry.header.command);
            let files = entry.header.files.iter().zip(entry.images).filter(|(file, _)| file.path == path);
            for text in files.flat_map(|(_, images)| [images.after, images.before]).flatten() {
                past.push(Past { found: found.clone(), text });
            }
        }
        Ok(past)
    }
}

fn sighting_of(message: &Message, entry: &UnitEntry, source: &SourceUnit, record: &SourceRecord, found: String) -> Sighting {
    Sighting {
        fingerprint: Fingerprint::of_normalised(&fluent::canonical(message)),
        message: message.clone(),
        notes: note_witness(entry, source, record),
        found,
    }
}

fn source_versions(unit: &SourceUnit, record: &SourceRecord) -> Vec<SourceVersion> {
    let version = |text: &crate::model::SourceText, today| SourceVersion {
        revision: text.revision,
        fingerprint: text.fingerprint,
        today,
        text: freshness::flat(text),
    };
    let earlier = record.earlier.iter().rev().filter(|text| text.fingerprint != unit.today.fingerprint);
    [version(&unit.today, true)].into_iter().chain(earlier.map(|text| version(text, false))).collect()
}

fn locale_history(
    plan: &ArticlePlan,
    unit: &SourceUnit,
    source: &SourceRecord,
    locale: &Locale,
    sightings: Vec<Sighting>,
) -> LocaleHistory {
    let target = &plan.targets[locale].units[position(plan, &unit.id)];
    let mut texts: Vec<TargetVersion> = Vec::new();
    let known = |fingerprint: Fingerprint| match target.record.target {
        Some(own) if own == fingerprint => Some(target.record.renders),
        _ => target.record.earlier.iter().find(|(text, _)| *text == fingerprint).map(|(_, renders)| *renders),
    };
    let revision = |renders: Fingerprint| {
        let all = source.earlier.iter().chain([&unit.today]);
        all.into_iter().find(|text| text.fingerprint == renders).map(|text| text.revision)
    };
    let mut add = |fingerprint: Fingerprint, message: &Message, notes: NoteWitness, found: Option<String>, today: bool| {
        if let Some(own) = texts.iter_mut().find(|own| own.fingerprint == fingerprint) {
            own.found.extend(found.filter(|found| !own.found.contains(found)));
            return;
        }
        let renders = known(fingerprint).unwrap_or(match notes {
            NoteWitness::Shows(text) => Some(text),
            NoteWitness::Absent | NoteWitness::Unknown => None,
        });
        texts.push(TargetVersion {
            fingerprint,
            today,
            renders: renders.and_then(revision),
            lines: message.lines.clone(),
            found: found.into_iter().collect(),
            restore: if today {
                String::new()
            } else {
                format!("tarjuman restore {locale} {}#{} {fingerprint}", plan.name, unit.id)
            },
        });
    };
    if let Translated::Text(message) = &target.translation {
        let fingerprint = Fingerprint::of_normalised(&fluent::canonical(message));
        add(fingerprint, message, NoteWitness::Absent, None, true);
    }
    for sighting in sightings {
        add(sighting.fingerprint, &sighting.message, sighting.notes, Some(sighting.found), false);
    }
    let recorded = target.record.earlier.iter().map(|(text, _)| *text);
    let lost = recorded.filter(|recorded| !texts.iter().any(|text| text.fingerprint == *recorded)).collect();
    LocaleHistory { locale: locale.clone(), texts, lost }
}

fn position(plan: &ArticlePlan, unit: &UnitId) -> usize {
    plan.source.units.iter().position(|own| own.id == *unit).expect("the unit was required before")
}
