//! One target locale's side of an article's plan: record what translators did, judge it, and say what the files should be.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Diagnostic, Fingerprint, LineIndex, Locale, Place, Severity, normalise};
use crate::engine::freshness::{Judge, Judgement};
use crate::engine::glossary::{ChangedTerm, Glossary, changed, rendered};
use crate::engine::grade::Measure;
use crate::engine::record::{self, Attribution, Evidence, NoteWitness, Witnesses};
use crate::format::fluent::{self, Catalog, Message, Note, Translation, UnitEntry};
use crate::model::{Freshness, Ledger, SourceRecord, SourceText, State, TargetRecord, UnitId};

use super::input::{Intervention, Rendering};
use super::signing::{Signing, intervene};
use super::source::{SourcePlan, SourceUnit};

/// One locale's side of the plan.
#[derive(Debug, Clone)]
pub struct TargetPlan {
    /// The locale.
    pub locale: Locale,
    /// What stands for each unit of the article, in its order.
    pub units: Vec<TargetUnit>,
    /// Obsolete units whose translations wait in the ledger.
    pub obsolete: Vec<UnitId>,
    /// The ledger as it should be.
    pub ledger: Ledger<TargetRecord>,
    /// Texts recorded by this plan, by evidence.
    pub recorded: BTreeMap<Evidence, Vec<UnitId>>,
    /// Stale units that became current by the source catalog alone (evidence (c)).
    pub current_by_catalog: Vec<UnitId>,
    /// What is wrong in the locale's catalog.
    pub diagnostics: Vec<Diagnostic>,
    /// What is wrong in the locale's ledger.
    pub ledger_diagnostics: Vec<Diagnostic>,
    /// The locale must be left alone: its glossary cannot be read.
    pub blocked: bool,
    /// The catalog as it stands on disk.
    pub catalog: Catalog,
}

/// What stands for one unit in one locale.
#[derive(Debug, Clone)]
pub struct TargetUnit {
    /// The unit.
    pub id: UnitId,
    /// Its translation.
    pub translation: Translated,
    /// Freshness, grade and base.
    pub judgement: Judgement,
    /// The state that holds; a sign-off whose source, translation or glossary text moved counts as `translated`.
    pub state: State,
    /// Whether a sign-off was given and no longer holds.
    pub reopened: bool,
    /// Translators' questions to the author.
    pub questions: Vec<String>,
    /// How the glossary says that the fixed terms of its source text are rendered, one line for each.
    pub terms: Vec<String>,
    /// The terms whose text changed since it was signed.
    pub changed_terms: Vec<ChangedTerm>,
    /// What the ledger should hold.
    pub record: TargetRecord,
}

/// A unit's translation.
#[derive(Debug, Clone)]
pub enum Translated {
    /// There is none.
    Missing,
    /// The message.
    Text(Arc<Message>),
    /// The entry does not parse.
    Unreadable,
}

/// Plans a target locale. `source` is the planned source side, `before` its ledger as it stood on disk.
pub fn plan(
    source: &SourcePlan,
    locale: &Locale,
    files: Files<'_>,
    by: &Attribution,
    interventions: &[Intervention],
) -> TargetPlan {
    let mut recorder = Recorder {
        source,
        locale,
        measure: files.measure,
        catalog: files.catalog,
        glossary: files.glossary,
        judge: files.judge,
        source_glossary: files.source_glossary,
        by,
        ledger: files.ledger,
        recorded: BTreeMap::new(),
        current_by_catalog: Vec::new(),
        diagnostics: Vec::new(),
        ledger_diagnostics: Vec::new(),
    };
    let units = source.units.iter().map(|unit| recorder.unit(unit, interventions)).collect();
    recorder.report_strangers();
    let obsolete = recorder.obsolete();
    TargetPlan {
        locale: locale.clone(),
        units,
        obsolete,
        ledger: recorder.ledger,
        recorded: recorder.recorded,
        current_by_catalog: recorder.current_by_catalog,
        diagnostics: recorder.diagnostics,
        ledger_diagnostics: recorder.ledger_diagnostics,
        blocked: false,
        catalog: Catalog::default(),
    }
}

/// A locale's files, read.
pub struct Files<'a> {
    /// By what edits of the source are graded.
    pub measure: Measure<'a>,
    /// The catalog; empty when there is no file.
    pub catalog: &'a Catalog,
    /// The ledger.
    pub ledger: Ledger<TargetRecord>,
    /// The glossary of the locale.
    pub glossary: &'a Glossary,
    /// Who judges the article's units in all locales.
    pub judge: &'a Judge,
    /// The glossary of the source locale, if there is one.
    pub source_glossary: Option<&'a Glossary>,
}

pub(super) struct Recorder<'a> {
    source: &'a SourcePlan,
    locale: &'a Locale,
    measure: Measure<'a>,
    pub(super) catalog: &'a Catalog,
    pub(super) glossary: &'a Glossary,
    judge: &'a Judge,
    source_glossary: Option<&'a Glossary>,
    by: &'a Attribution,
    pub(super) ledger: Ledger<TargetRecord>,
    recorded: BTreeMap<Evidence, Vec<UnitId>>,
    current_by_catalog: Vec<UnitId>,
    diagnostics: Vec<Diagnostic>,
    ledger_diagnostics: Vec<Diagnostic>,
}

impl Recorder<'_> {
    fn unit(&mut self, unit: &SourceUnit, interventions: &[Intervention]) -> TargetUnit {
        if interventions.is_empty()
            && let Some(unit) = self.in_step(unit)
        {
            return unit;
        }
        let untrusted = self.distrust(&unit.id);
        // Its mark was found to be the right one.
        let before = self.ledger.units.get(&unit.id).filter(|record| untrusted.is_none() && record.target.is_some());
        let before = before.and_then(|record| Some((record.renders, record.target, record.touch.clone()?)));
        let entry = self.catalog.unit(&unit.id);
        let mine: Vec<&Intervention> = interventions.iter().filter(|i| concerns(i, self.locale, &unit.id)).collect();
        let said = mine.iter().rev().find_map(|intervention| match intervention {
            Intervention::Set { lines, renders, by, .. } => Some((read_value(lines), (*renders, by))),
            _ => None,
        });
        let restored = self.restored(unit, entry.is_some());
        let translation = match (&said, entry.map(|entry| &entry.translation)) {
            (Some((Some(message), _)), _) => Translated::Text(Arc::new(message.clone())),
            (_, Some(Translation::Text(message))) if message.value.is_none() => {
                self.report(
                    entry,
                    "unreadable-entry",
                    format!("`{}` has attributes but no text", unit.id),
                    "write the translation after `=`",
                );
                Translated::Unreadable
            }
            (_, Some(Translation::Text(message))) => Translated::Text(Arc::clone(message)),
            (_, Some(Translation::Unreadable)) => Translated::Unreadable,
            (_, Some(Translation::Missing)) | (_, None) => match restored {
                Some(message) => Translated::Text(message),
                None => Translated::Missing,
            },
        };
        let record = match &translation {
            Translated::Text(message) => self.record_text(unit, entry, message, said.as_ref().map(|(_, said)| *said)),
            Translated::Missing => self.record_missing(unit, &mine),
            Translated::Unreadable => self.ledger.units.get(&unit.id).cloned().unwrap_or_default(),
        };
        let mut finished = self.finish(unit, entry, translation, record, &mine);
        match untrusted {
            // Nobody said anything of it: it stays as it is, to be restored from git or confirmed.
            Some((ours, theirs)) if finished.record == ours => {
                self.ledger.units.insert(unit.id.clone(), theirs);
            }
            _ => {
                finished.record.touch = match before {
                    Some((renders, target, touch)) if (renders, target) == (finished.record.renders, finished.record.target) => {
                        Some(touch)
                    }
                    _ => record::touch(&unit.id, &finished.record),
                };
                if let Some(kept) = self.ledger.units.get_mut(&unit.id).filter(|kept| kept.target == finished.record.target) {
                    kept.touch = finished.record.touch.clone();
                }
                if untrusted.is_some() {
                    self.ledger_diagnostics.retain(|found| found.unit.as_deref() != Some(unit.id.as_str()));
                }
            }
        }
        finished
    }

    /// Takes away what a record says the translation renders if somebody other than the tool wrote that (proof of touch); gives
    /// back the record without it and as it stood.
    fn distrust(&mut self, id: &UnitId) -> Option<(TargetRecord, TargetRecord)> {
        let record = self.ledger.units.get_mut(id).filter(|record| record::is_forged(id, record))?;
        let theirs = record.clone();
        record.renders = None;
        let ours = record.clone();
        let message = format!("what `{id}` renders was changed in the ledger, and neither its translation nor a person says why");
        self.ledger_diagnostics.push(
            Diagnostic::new("renders-moved", message, Place::default()).severity(Severity::Warning).unit(id.as_str()).help(
                format!(
                    "restore the ledger from git, or look at the translation and run `tarjuman confirm {} ARTICLE#{id}`",
                    self.locale
                ),
            ),
        );
        Some((ours, theirs))
    }

    fn finish(
        &mut self,
        unit: &SourceUnit,
        entry: Option<&UnitEntry>,
        translation: Translated,
        mut record: TargetRecord,
        said: &[&Intervention],
    ) -> TargetUnit {
        let glossary = match &translation {
            Translated::Text(message) => self.glossary.rendered_terms(message),
            _ => String::new(),
        };
        if let Translated::Text(message) = &translation
            && !said.is_empty()
        {
            let terms = self.rendered_terms(unit, message);
            let signing = Signing { terms: &terms, earlier: &glossary, glossary: self.glossary };
            said.iter().for_each(|intervention| intervene(&mut record, unit, intervention, &signing));
        }
        let judgement = match &translation {
            Translated::Missing => Judgement::missing(),
            Translated::Unreadable => Judgement::unreadable(),
            Translated::Text(_) => self.judge(unit, &record),
        };
        let damaged = self.ledger.damaged.iter().any(|table| table.id.as_ref() == Some(&unit.id));
        // A record that a person or fresh evidence speaks for takes the place of the damaged table, whose bytes the writer keeps.
        let still_damaged = damaged && record.renders.is_none();
        if !still_damaged && !matches!(translation, Translated::Unreadable) {
            self.ledger.units.insert(unit.id.clone(), record.clone());
        }
        let signed = record.state >= State::Reviewed && !record.terms.is_empty();
        let changed_terms = if signed { changed(&record.terms, self.glossary) } else { Vec::new() };
        let state = record::effective_state(&record, &glossary, &changed_terms);
        TargetUnit {
            id: unit.id.clone(),
            translation,
            judgement,
            state,
            reopened: state < record.state,
            questions: entry.map(questions).unwrap_or_default(),
            terms: Vec::new(),
            changed_terms,
            record,
        }
    }

    pub(super) fn judge(&self, unit: &SourceUnit, record: &TargetRecord) -> Judgement {
        self.judge.judge(&unit.id, &self.source.ledger.units[&unit.id], &unit.today, record, self.measure)
    }

    /// The forms of terms that a translation renders, for a sign-off.
    fn rendered_terms(&self, unit: &SourceUnit, message: &Message) -> Vec<String> {
        let occurrences = self.source_glossary.map(|source| source.occurrences(&unit.flat, self.glossary)).unwrap_or_default();
        rendered(&occurrences, self.glossary, message)
    }

    fn restored(&self, unit: &SourceUnit, has_entry: bool) -> Option<Arc<Message>> {
        let bytes = self.ledger.units.get(&unit.id)?.entry.as_ref().filter(|_| !has_entry)?;
        match fluent::read(bytes).unit(&unit.id).map(|entry| entry.translation.clone()) {
            Some(Translation::Text(message)) => Some(message),
            _ => None,
        }
    }

    fn record_text(
        &mut self,
        unit: &SourceUnit,
        entry: Option<&UnitEntry>,
        message: &Message,
        said: Option<(Rendering, &Attribution)>,
    ) -> TargetRecord {
        let target = fingerprint(message);
        let Some(mut record) = self.ledger.units.get(&unit.id).cloned() else {
            let mut record = record::record_found(target);
            if let Some((renders, by)) = said {
                record = TargetRecord::default();
                record::record_written_text(&mut record, target, rendered_source(renders, unit), by);
            } else {
                self.recorded.entry(Evidence::None).or_default().push(unit.id.clone());
            }
            return record;
        };
        record.entry = None;
        record.offered = None;
        if record.target == Some(target) {
            return record;
        }
        if let Some((renders, by)) = said {
            record::record_written_text(&mut record, target, rendered_source(renders, unit), by);
            self.recorded.entry(Evidence::Notes).or_default().push(unit.id.clone());
            return record;
        }
        if is_uneven(message) {
            self.report(
                entry,
                "uneven-indentation",
                format!("the lines of `{}` stand at different indentations, as after a merge that kept both texts", unit.id),
                "keep one of the texts, indent its lines alike, and confirm it",
            );
            record::record_written_text(&mut record, target, None, self.by);
            self.recorded.entry(Evidence::None).or_default().push(unit.id.clone());
            return record;
        }
        let source = &self.source.ledger.units[&unit.id];
        let was_stale = record.target.is_some() && self.judge(unit, &record).freshness == Freshness::Stale;
        let witnesses = Witnesses {
            notes: entry.map_or(NoteWitness::Absent, |entry| note_witness(entry, unit, source)),
            catalog: unit.on_disk.as_ref().map(|text| text.fingerprint),
        };
        let evidence = record::record_new_text(&mut record, target, witnesses, self.by);
        self.recorded.entry(evidence).or_default().push(unit.id.clone());
        let now = self.judge(unit, &record).freshness;
        if evidence == Evidence::Catalog && was_stale && now == Freshness::Current {
            self.current_by_catalog.push(unit.id.clone());
        }
        record
    }

    fn report(&mut self, entry: Option<&UnitEntry>, code: &'static str, message: String, help: &str) {
        let offset = entry.map_or(0, |entry| entry.body);
        let place = Place::at(LineIndex::new(&self.catalog.text).position(offset));
        let unit = entry.map(|entry| entry.id.to_string()).unwrap_or_default();
        let diagnostic = Diagnostic::new(code, message, place).severity(Severity::Warning).unit(unit).help(help);
        self.diagnostics.push(diagnostic);
    }

    fn record_missing(&mut self, unit: &SourceUnit, said: &[&Intervention]) -> TargetRecord {
        let mut record = self.ledger.units.get(&unit.id).cloned().unwrap_or_default();
        if record.target.is_some() {
            record::record_removal(&mut record);
        }
        record.entry = None;
        let offer = said.iter().find_map(|said| match said {
            Intervention::Offer { offered, .. } => Some(offered.clone()),
            _ => None,
        });
        record.offered = offer.or(record.offered);
        record
    }

    /// Messages whose ids no ledger and no article knows: left alone, but said.
    fn report_strangers(&mut self) {
        let known = &self.source.ledger.units;
        let lines = OnceCell::new();
        let strangers = self.catalog.entries.iter().filter_map(|entry| Some((entry.as_unit()?, entry.span.start)));
        for (entry, start) in strangers.filter(|(entry, _)| !known.contains_key(&entry.id)) {
            let message = format!("`{}` is no unit of this article", entry.id);
            let place = Place::at(lines.get_or_init(|| LineIndex::new(&self.catalog.text)).position(start));
            self.diagnostics.push(
                Diagnostic::new("unknown-unit", message, place)
                    .severity(Severity::Warning)
                    .unit(entry.id.as_str())
                    .help("correct the id, or move the entry to the catalog it belongs to; it is left as it is"),
            );
        }
    }

    /// Obsolete units that have or get a translation in this ledger.
    fn obsolete(&self) -> Vec<UnitId> {
        let has_text = |id: &UnitId| matches!(self.catalog.unit(id).map(|entry| &entry.translation), Some(Translation::Text(_)));
        let waits = |id: &UnitId| self.ledger.units.get(id).is_some_and(|record| record.entry.is_some());
        let obsolete = self.source.ledger.units.iter().filter(|(_, record)| record.obsolete).map(|(id, _)| id);
        obsolete.filter(|id| has_text(id) || waits(id)).cloned().collect()
    }
}

fn concerns(intervention: &Intervention, at: &Locale, id: &UnitId) -> bool {
    match intervention {
        Intervention::Set { locale, unit, .. }
        | Intervention::Confirm { locale, unit, .. }
        | Intervention::Reject { locale, unit, .. }
        | Intervention::Offer { locale, unit, .. } => locale == at && unit == id,
        Intervention::Verdict { .. } | Intervention::Resolve { .. } => false,
    }
}

/// The source text a person sees who works on the files as they are: the one on disk; today's for a unit not on disk yet.
fn seen_source(unit: &SourceUnit) -> Fingerprint {
    unit.on_disk.as_ref().map_or(unit.today.fingerprint, |text| text.fingerprint)
}

fn rendered_source(renders: Rendering, unit: &SourceUnit) -> Option<Fingerprint> {
    match renders {
        Rendering::Seen => Some(seen_source(unit)),
        Rendering::Known(renders) => renders,
    }
}

/// Which text the `[source]` notes of an entry show: the one on disk, an earlier one, or today's.
pub fn note_witness(entry: &UnitEntry, unit: &SourceUnit, source: &SourceRecord) -> NoteWitness {
    if entry.notes.iter().any(|note| note.tag == "stale" && note.text == fluent::SOURCE_MOVED) {
        return NoteWitness::Unknown;
    }
    let shown: Vec<&str> = entry.notes.iter().filter(|note| note.tag == "source").map(|note| note.text.as_str()).collect();
    if shown.is_empty() {
        return NoteWitness::Absent;
    }
    let shown = normalise(&shown.join("\n")).into_owned();
    let contents: Vec<(&str, String)> =
        entry.notes.iter().filter(|note| is_content(note)).map(|n| (n.tag.as_str(), one_line(&n.text))).collect();
    let same_content = |text: &SourceText| {
        contents.iter().all(|(name, content)| text.placeables.get(*name).is_some_and(|own| one_line(own) == *content))
    };
    let shows = |text: &&SourceText| normalise(&text.lines.join("\n")) == shown && same_content(text);
    let remembered = unit.on_disk.iter().chain(source.earlier.iter().rev()).chain([&unit.today]);
    match remembered.into_iter().find(shows) {
        Some(text) => NoteWitness::Shows(text.fingerprint),
        None => NoteWitness::Unknown,
    }
}

/// Whether lines of a text without variants stand four or more spaces further in than the others: nobody writes that, a merge that
/// kept a stale and a current text does.
fn is_uneven(message: &Message) -> bool {
    let selects = message.lines.iter().any(|line| line.contains("->"));
    !selects && message.lines.len() > 1 && message.lines.iter().any(|line| line.starts_with("    "))
}

/// The message whose value is written in these lines of Fluent pattern syntax; `None` when they are none.
pub fn read_value(lines: &[String]) -> Option<Message> {
    let source: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    fluent::read_message(&format!("x =\n{source}")).filter(|message| message.value.is_some() && message.attributes.is_empty())
}

/// The fingerprint of a translation.
pub(super) fn fingerprint(message: &Message) -> Fingerprint {
    Fingerprint::of_normalised(&fluent::canonical(message))
}

/// What translators ask the author above an entry.
pub(super) fn questions(entry: &UnitEntry) -> Vec<String> {
    entry.comments.iter().filter_map(|line| line.strip_prefix("[question]")).map(|text| text.trim().to_owned()).collect()
}

/// Whether a note shows the content of a placeable.
fn is_content(note: &Note) -> bool {
    note.tag.starts_with("code-") || note.tag.starts_with("html-")
}

/// A text as notes show it: on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The notes that a source catalog entry carries for translators.
pub fn author_notes(entry: Option<&UnitEntry>) -> Vec<Note> {
    entry.map(|entry| entry.notes.iter().filter(|note| note.tag != "todo").cloned().collect()).unwrap_or_default()
}
