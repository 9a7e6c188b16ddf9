//! The source side of an article's plan: old units meet new ones, every unit has its id, every earlier text is remembered.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Diagnostic, Fingerprint, Locale, Place, Severity};
use crate::engine::align::{AlignUnit, Ambiguity, Attachment, Gone, Offer, align_returning};
use crate::engine::freshness::edit_grade;
use crate::engine::glossary::Glossary;
use crate::engine::grade::Measure;
use crate::engine::segment::Rules;
use crate::engine::{identity, segment};
use crate::format::fluent::{Catalog, write_lines};
use crate::format::markdown::write::References;
use crate::model::{
    Article, ArticleUnit, Elements, Grade, Ledger, Lineage, LineageKind, Role, SourceRecord, SourceText, UnitId, UnitText,
    Verdict, flatten,
};

use super::input::Intervention;
use super::old_units::{OldText, old_units, place_by_fingerprint};
use super::returning::{orphans, returning, take_back};
use super::sentences;

/// The units of an article as they are now, and what the source ledger should hold.
#[derive(Debug, Clone)]
pub struct SourcePlan {
    /// The article, read.
    pub article: Article,
    /// Its units in reading order, one for each unit of `article`.
    pub units: Vec<SourceUnit>,
    /// Units that are gone with this sync.
    pub gone: Vec<UnitId>,
    /// The source ledger as it should be.
    pub ledger: Ledger<SourceRecord>,
    /// What the alignment could not decide, and similar.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the labels in the article lead.
    pub links: References,
    /// The choices of a person that were carried out: old id, and the id the new text would have had.
    pub resolved: Vec<(UnitId, UnitId)>,
}

/// One unit of the article, named.
#[derive(Debug, Clone)]
pub struct SourceUnit {
    /// Its id.
    pub id: UnitId,
    /// Its text.
    pub text: UnitText,
    /// Today's text as it is remembered: number, fingerprint, lines, placeables.
    pub today: SourceText,
    /// Its plain text, placeables' contents in place.
    pub flat: String,
    /// The id of the nearest heading above.
    pub heading: Option<UnitId>,
    /// What this sync finds has happened to it.
    pub change: UnitChange,
    /// The text in the source catalog on disk, before this sync.
    pub on_disk: Option<SourceText>,
}

/// What has happened to a unit since the last sync.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitChange {
    /// Nothing.
    Same,
    /// It stands elsewhere.
    Moved,
    /// Its text changed.
    Edited {
        /// How seriously.
        grade: Grade,
    },
    /// It is new.
    Born,
    /// It was gone and is back.
    Returned,
}

/// How units are cut into sentences, and their edits graded.
#[derive(Debug, Clone, Copy)]
pub struct Cutting<'a> {
    /// The source locale.
    pub locale: &'a Locale,
    /// Its rules.
    pub rules: &'a Rules,
    /// The source glossary, whose terms are facts.
    pub terms: Option<&'a Glossary>,
    /// Whether a unit whose text has not changed is cut anew; otherwise it keeps its lines.
    pub resegment: bool,
}

/// Plans the source side.
///
/// `catalog` and `ledger` are the source locale's as they stand on disk; of `interventions` the choices of partners count.
pub fn plan(
    article: Article,
    cutting: Cutting<'_>,
    catalog: Option<&Catalog>,
    ledger: Ledger<SourceRecord>,
    interventions: &[Intervention],
) -> SourcePlan {
    let choices: Vec<(&UnitId, &UnitId)> = interventions
        .iter()
        .filter_map(|said| match said {
            Intervention::Resolve { old, new } => Some((old, new)),
            _ => None,
        })
        .collect();
    if choices.is_empty() {
        return plan_with(article, cutting, catalog, ledger, &[]);
    }
    // The id of a new text is the one it has without the choice.
    let undecided = plan_with(article.clone(), cutting, catalog, ledger.clone(), &[]);
    let place = |id: &UnitId| undecided.units.iter().position(|unit| unit.id == *id);
    let chosen: Vec<Choice> = choices
        .into_iter()
        .filter(|(old, _)| ledger.units.contains_key(*old))
        .filter_map(|(old, new)| Some(Choice { old: old.clone(), new: new.clone(), at: place(new)? }))
        .collect();
    plan_with(article, cutting, catalog, ledger, &chosen)
}

/// A partner that a person has chosen.
struct Choice {
    old: UnitId,
    new: UnitId,
    /// The new text's place in the article.
    at: usize,
}

fn plan_with(
    article: Article,
    cutting: Cutting<'_>,
    catalog: Option<&Catalog>,
    mut ledger: Ledger<SourceRecord>,
    chosen: &[Choice],
) -> SourcePlan {
    for choice in chosen {
        if let Some(record) = ledger.units.get_mut(&choice.old) {
            record.obsolete = false;
        }
    }
    let flats: Vec<String> = article.units.iter().map(|unit| flatten(&unit.content, &unit.placeables)).collect();
    let new: Vec<AlignUnit<'_>> = article
        .units
        .iter()
        .zip(&flats)
        .map(|(unit, flat)| AlignUnit { role: &unit.role, text: flat, fingerprint: Fingerprint::of(flat) })
        .collect();
    let mut old = old_units(catalog, &ledger, &new);
    place_by_fingerprint(&mut old, &new);
    let pairs: Vec<(usize, usize)> =
        chosen.iter().filter_map(|choice| Some((old.iter().position(|unit| unit.id == choice.old)?, choice.at))).collect();
    let orphans = orphans(&ledger);
    let back = returning(&orphans, &ledger, &old, &new);
    let mut alignment = align_returning(&old.iter().map(OldText::to_align).collect::<Vec<_>>(), &new, &pairs, &back);
    take_back(&mut alignment, &ledger, &old, &new);
    // What a person has chosen needs no other offer.
    alignment.offers.retain(|offer| !pairs.iter().any(|&(_, at)| at == offer.new));

    let links = References::of(&article.text);
    let mut builder = Builder { cutting, ledger, old: &old, orphans, taken: BTreeSet::new(), links, diagnostics: Vec::new() };
    if alignment.new.iter().any(|attachment| attachment.keeps().is_none()) {
        builder.taken.extend(builder.ledger.units.keys().map(|id| id.as_str().to_owned()));
        builder.taken.extend(old.iter().map(|unit| unit.id.as_str().to_owned()));
    }

    let mut units = Vec::with_capacity(article.units.len());
    let fingerprints: Vec<Fingerprint> = new.iter().map(|unit| unit.fingerprint).collect();
    for ((unit, flat), (fingerprint, attachment)) in
        article.units.iter().zip(flats).zip(fingerprints.into_iter().zip(&alignment.new))
    {
        let built = builder.build(unit, (flat, fingerprint), *attachment);
        units.push(built);
    }
    let headings: Vec<Option<UnitId>> = article
        .units
        .iter()
        .map(|unit| unit.heading.and_then(|at| units.get(at)).map(|heading: &SourceUnit| heading.id.clone()))
        .collect();
    for (unit, heading) in units.iter_mut().zip(headings) {
        unit.heading = heading;
    }
    let gone = builder.retire(&alignment.gone, &units);
    builder.remember_offers(&alignment.offers, &units);
    sentences::remember_heirs(&mut builder.ledger, &old, &units);
    builder.report_ambiguities(&alignment.ambiguous, &units);
    let resolved = chosen
        .iter()
        .filter(|choice| units[choice.at].id == choice.old)
        .map(|choice| (choice.old.clone(), choice.new.clone()))
        .collect();
    let Builder { ledger, links, diagnostics, .. } = builder;
    SourcePlan { article, units, gone, ledger, diagnostics, links, resolved }
}

/// Applies the author's verdicts to the planned ledger; gives back the units they could not be applied to, with the reason.
pub fn apply_verdicts(plan: &mut SourcePlan, interventions: &[Intervention]) -> Vec<Diagnostic> {
    let mut refused = Vec::new();
    for intervention in interventions {
        let Intervention::Verdict { unit, from, impact } = intervention else { continue };
        let Some(record) = plan.ledger.units.get_mut(unit) else { continue };
        let to = record.fingerprint;
        let from = from.or_else(|| record.earlier.last().map(|text| text.fingerprint));
        match from.filter(|from| *from != to) {
            Some(from) => give_verdict(record, Verdict { from, to, impact: *impact }),
            None => refused.push(
                Diagnostic::new(
                    "no-edit",
                    format!("`{unit}` has no earlier text that a verdict could be about"),
                    Place::default(),
                )
                .unit(unit.as_str())
                .help("edit the article first; `tarjuman diff` shows what is waiting"),
            ),
        }
    }
    refused
}

fn give_verdict(record: &mut SourceRecord, verdict: Verdict) {
    record.verdicts.retain(|given| (given.from, given.to) != (verdict.from, verdict.to));
    record.verdicts.push(verdict);
}

/// The front matter field of a unit whose id does not name it.
fn field_of(unit: &ArticleUnit) -> Option<String> {
    match &unit.role {
        Role::FrontMatter(field) => Some(field.clone()),
        _ => None,
    }
}

struct Builder<'a> {
    cutting: Cutting<'a>,
    ledger: Ledger<SourceRecord>,
    old: &'a [OldText],
    /// Obsolete units by every text they have had.
    orphans: BTreeMap<Fingerprint, Vec<UnitId>>,
    /// Ids that a new unit cannot have; none where no unit is new.
    taken: BTreeSet<String>,
    /// Where the labels in the article lead.
    links: References,
    diagnostics: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn build(&mut self, unit: &ArticleUnit, (flat, fingerprint): (String, Fingerprint), attachment: Attachment) -> SourceUnit {
        match attachment.keeps().map(|at| &self.old[at]) {
            Some(old) => self.continue_unit(unit, flat, fingerprint, old, attachment),
            None => self.birth(unit, flat, fingerprint, attachment),
        }
    }

    fn continue_unit(
        &mut self,
        unit: &ArticleUnit,
        flat: String,
        fingerprint: Fingerprint,
        old: &OldText,
        attachment: Attachment,
    ) -> SourceUnit {
        let kept = if self.cutting.resegment { None } else { keep_lines(old, &unit.content) };
        let text = kept.unwrap_or_else(|| self.cut(unit));
        let lines = write_lines(&text);
        let on_disk = old.text.as_ref().map(|(_, text)| text.clone());
        let record = self.ledger.units.entry(old.id.clone()).or_insert_with(|| new_record(old.fingerprint));
        advance(record, on_disk.as_ref(), fingerprint);
        record.placeables.clone_from(&unit.placeables);
        record.field = field_of(unit);
        let today = SourceText { revision: record.revision, fingerprint, lines, placeables: unit.placeables.clone() };
        let change = match &on_disk {
            Some(before) if before.fingerprint != fingerprint => {
                UnitChange::Edited { grade: edit_grade(before, &today, self.measure()) }
            }
            Some(before) if before.lines != today.lines || before.placeables != today.placeables => {
                UnitChange::Edited { grade: Grade::Format }
            }
            _ if matches!(attachment, Attachment::Moved { .. }) => UnitChange::Moved,
            _ => UnitChange::Same,
        };
        SourceUnit { id: old.id.clone(), text, today, flat, heading: None, change, on_disk }
    }

    fn birth(&mut self, unit: &ArticleUnit, flat: String, fingerprint: Fingerprint, attachment: Attachment) -> SourceUnit {
        let returning = self.find_orphan(unit, fingerprint);
        let text = self.cut(unit);
        let lines = write_lines(&text);
        let (id, change) = match returning {
            Some(id) => (id, UnitChange::Returned),
            None => (identity::name(&unit.role, &flat, fingerprint, &|id| self.taken.contains(id)), UnitChange::Born),
        };
        self.taken.insert(id.as_str().to_owned());
        let record = self.ledger.units.entry(id.clone()).or_insert_with(|| new_record(fingerprint));
        record.obsolete = false;
        let remembered = record.earlier.iter().find(|text| text.fingerprint == record.fingerprint).cloned();
        advance(record, remembered.as_ref(), fingerprint);
        record.placeables = unit.placeables.clone();
        record.field = field_of(unit);
        if let Attachment::SplitFrom { old } = attachment {
            let lineage = Lineage { kind: LineageKind::SplitFrom, of: self.old[old].id.clone() };
            if !record.lineage.contains(&lineage) {
                record.lineage.push(lineage);
            }
        }
        let today = SourceText { revision: record.revision, fingerprint, lines, placeables: unit.placeables.clone() };
        SourceUnit { id, text, today, flat, heading: None, change, on_disk: None }
    }

    fn measure(&self) -> Measure<'_> {
        Measure { locale: self.cutting.locale, terms: self.cutting.terms, links: Some(&self.links) }
    }

    fn cut(&self, unit: &ArticleUnit) -> UnitText {
        segment::segment_by(&unit.content, &unit.placeables, self.cutting.rules)
    }

    /// An obsolete unit of the same role that has had this very text; of several the one that had it last, then by id.
    fn find_orphan(&self, unit: &ArticleUnit, fingerprint: Fingerprint) -> Option<UnitId> {
        let prefix = unit.role.prefix();
        let fits =
            |id: &UnitId| id.as_str() == prefix || id.as_str().strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'));
        let waiting = self.orphans.get(&fingerprint)?.iter().filter(|id| fits(id));
        let had_it_last = |id: &&UnitId| {
            self.ledger.units.get(*id).filter(|record| record.obsolete).map(|record| record.fingerprint != fingerprint)
        };
        waiting.filter_map(|id| Some((had_it_last(&id)?, id))).min().map(|(_, id)| id.clone())
    }

    fn retire(&mut self, left: &[Gone], units: &[SourceUnit]) -> Vec<UnitId> {
        let mut gone = Vec::new();
        let alive: BTreeSet<&UnitId> = units.iter().map(|unit| &unit.id).collect();
        for (old, merged_into) in left.iter().map(|left| (&self.old[left.old], left.merged_into)) {
            if alive.contains(&old.id) {
                continue;
            }
            let record = self.ledger.units.entry(old.id.clone()).or_insert_with(|| new_record(old.fingerprint));
            record.obsolete = true;
            record.fingerprint = old.fingerprint;
            if let Some((_, text)) = &old.text {
                remember(record, text.clone());
            }
            gone.push(old.id.clone());
            if let Some(heir) = merged_into.and_then(|new| units.get(new)) {
                let lineage = Lineage { kind: LineageKind::MergedWith, of: old.id.clone() };
                let record = self.ledger.units.entry(heir.id.clone()).or_insert_with(|| new_record(heir.today.fingerprint));
                if !record.lineage.contains(&lineage) {
                    record.lineage.push(lineage);
                }
            }
        }
        gone
    }

    /// Writes down which units that went resemble one that is here; the translations of those are shown beside it.
    fn remember_offers(&mut self, offers: &[Offer], units: &[SourceUnit]) {
        for offer in offers {
            let of = &self.old[offer.old].id;
            let Some(heir) = units.get(offer.new).filter(|unit| unit.change != UnitChange::Returned) else { continue };
            let is_obsolete = self.ledger.units.get(of).is_some_and(|record| record.obsolete);
            let Some(record) = self.ledger.units.get_mut(&heir.id).filter(|_| is_obsolete) else { continue };
            if record.lineage.iter().all(|lineage| lineage.of != *of) {
                record.lineage.push(Lineage { kind: LineageKind::Resembles, of: of.clone() });
            }
        }
    }

    fn report_ambiguities(&mut self, ambiguous: &[Ambiguity], units: &[SourceUnit]) {
        for ambiguity in ambiguous {
            let list = |ids: Vec<String>| ids.join(", ");
            let new = list(ambiguity.new.iter().filter_map(|at| units.get(*at)).map(|unit| format!("`{}`", unit.id)).collect());
            let old = list(ambiguity.old.iter().map(|at| format!("`{}`", self.old[*at].id)).collect());
            let message = format!("{new} could continue {old}; nothing was guessed, each new text became a new unit");
            let first = (ambiguity.old.first().map(|at| &self.old[*at].id), ambiguity.new.first().and_then(|at| units.get(*at)));
            let command = match first {
                (Some(old), Some(new)) => format!("`tarjuman sync --resolve {old}={}`", new.id),
                _ => "`tarjuman sync --resolve OLD=NEW`".to_owned(),
            };
            self.diagnostics.push(
                Diagnostic::new("ambiguous-edit", message, Place::default())
                    .severity(Severity::Warning)
                    .help(format!("{command} says which; until then the old translations wait in the ledgers and stand as notes beside the new texts")),
            );
        }
    }
}

/// Today's lines, kept from the last sync, if they still make up exactly this content.
fn keep_lines(old: &OldText, content: &Elements) -> Option<UnitText> {
    let (text, _) = old.text.as_ref()?;
    segment::joins_to(text, content).then(|| text.clone())
}

fn new_record(fingerprint: Fingerprint) -> SourceRecord {
    SourceRecord {
        field: None,
        fingerprint,
        revision: 1,
        last_revision: 1,
        obsolete: false,
        placeables: BTreeMap::new(),
        earlier: Vec::new(),
        verdicts: Vec::new(),
        lineage: Vec::new(),
        unknown: Vec::new(),
    }
}

/// Moves a record on to the text with `fingerprint`; the text that stood before, `outgoing`, is remembered.
fn advance(record: &mut SourceRecord, outgoing: Option<&SourceText>, fingerprint: Fingerprint) {
    if let Some(outgoing) = outgoing.filter(|text| text.fingerprint != fingerprint) {
        remember(record, outgoing.clone());
    }
    if record.fingerprint != fingerprint || outgoing.is_some_and(|text| text.fingerprint != fingerprint) {
        let before = record.earlier.iter().position(|text| text.fingerprint == fingerprint);
        record.revision = match before {
            Some(at) => record.earlier.remove(at).revision,
            None if record.fingerprint == fingerprint => record.revision,
            None => record.last_revision + 1,
        };
        record.last_revision = record.last_revision.max(record.revision);
        record.fingerprint = fingerprint;
    } else {
        record.earlier.retain(|text| text.fingerprint != fingerprint);
    }
}

/// Puts a text among the earlier ones, last, under a number of its own.
fn remember(record: &mut SourceRecord, mut text: SourceText) {
    if record.fingerprint == text.fingerprint {
        text.revision = record.revision;
    } else if let Some(known) = record.earlier.iter().find(|known| known.fingerprint == text.fingerprint) {
        text.revision = known.revision;
    } else {
        record.last_revision += 1;
        text.revision = record.last_revision;
    }
    record.earlier.retain(|known| known.fingerprint != text.fingerprint);
    record.earlier.push(text);
}
