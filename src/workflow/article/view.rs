//! What a translator sees: the entries that a target catalog should hold (DESIGN §5), and those of the source catalog.

use std::sync::Arc;

use crate::base::Locale;
use crate::engine::diff::{self, SegmentChange};
use crate::format::fluent::{self, Body, Catalog, Desired, Item, Message, Note, Translation, UnitView, read_lines};
use crate::model::{ArticleUnit, Freshness, SourceText, TargetRecord, UnitId, UnitText, flatten};

use super::offers::is_wanted;
use super::source::{SourcePlan, SourceUnit};
use super::target::{TargetPlan, TargetUnit, Translated, author_notes, one_line};

/// Spaces before the body of a current translation.
const CURRENT_INDENT: usize = 4;
/// Spaces before the body of a translation one revision behind its source.
const STALE_INDENT: usize = 8;
/// How many revisions behind have an indentation of their own.
const DISTINCT_REVISIONS: i64 = 16;

/// The source catalog: written anew from the units, in their order.
pub fn source_catalog(name: &str, locale: &Locale, plan: &SourcePlan) -> Desired {
    let mut items = Vec::new();
    for (unit, article_unit) in plan.units.iter().zip(&plan.article.units) {
        if matches!(article_unit.role, crate::model::Role::Heading(_)) {
            items.push(group(plan, unit));
        }
        items.push(Item::Unit(UnitView {
            id: unit.id.clone(),
            notes: context_notes(unit, article_unit),
            body: Body::Lines { lines: unit.today.lines.clone(), indent: CURRENT_INDENT },
            restore: None,
            known_notes: Vec::new(),
        }));
    }
    Desired { header: format!("Tarjuman · article {name} · {locale}"), items, remove: Vec::new(), known_titles: Vec::new() }
}

/// A target catalog: what every entry should look like; the file is then edited in place.
pub fn target_catalog(
    name: &str,
    source: &Locale,
    plan: &SourcePlan,
    target: &TargetPlan,
    before: Sides<'_>,
    notes: bool,
) -> Desired {
    let mut items = Vec::new();
    for ((unit, article_unit), translated) in plan.units.iter().zip(&plan.article.units).zip(&target.units) {
        if matches!(article_unit.role, crate::model::Role::Heading(_)) {
            items.push(group(plan, unit));
        }
        if matches!(translated.translation, Translated::Unreadable) {
            continue;
        }
        let view = Viewer { plan, target, unit, article_unit, translated, before: &before };
        items.push(Item::Unit(view.entry(notes)));
    }
    // An entry that waits in the ledger already is not overwritten by another one.
    let free = |id: &UnitId| before.ledger.get(id).is_none_or(|record| record.entry.is_none());
    let remove = before.target.units().map(|entry| entry.id.clone()).filter(|id| is_obsolete(plan, id) && free(id)).collect();
    Desired {
        header: format!("Tarjuman · article {name} · {} from {source}", target.locale),
        items,
        remove,
        known_titles: our_titles(plan),
    }
}

/// The catalogs on disk that a target catalog's view depends on.
pub struct Sides<'a> {
    /// The source catalog.
    pub source: &'a Catalog,
    /// The target catalog.
    pub target: &'a Catalog,
    /// The target ledger's records, for entries that come back.
    pub ledger: &'a std::collections::BTreeMap<UnitId, TargetRecord>,
}

fn is_obsolete(plan: &SourcePlan, id: &UnitId) -> bool {
    plan.ledger.units.get(id).is_some_and(|record| record.obsolete)
}

fn group(plan: &SourcePlan, unit: &SourceUnit) -> Item {
    let record = &plan.ledger.units[&unit.id];
    let earlier = record.earlier.iter().map(title).filter(|title| *title != title_of(&unit.today)).collect();
    Item::Group { title: title_of(&unit.today), earlier_titles: earlier }
}

/// The titles that headings of this article have or had: group comments with these are the tool's.
fn our_titles(plan: &SourcePlan) -> Vec<String> {
    let headings = plan.ledger.units.iter().filter(|(id, _)| id.as_str().starts_with("h-"));
    let earlier = headings.flat_map(|(_, record)| record.earlier.iter().map(title));
    let mut titles: Vec<String> =
        earlier.chain(plan.units.iter().filter(|u| u.id.as_str().starts_with("h-")).map(|u| title_of(&u.today))).collect();
    titles.sort();
    titles.dedup();
    titles
}

fn title(text: &SourceText) -> String {
    title_of(text)
}

/// A heading's text on one line, as it stands in the catalog.
fn title_of(text: &SourceText) -> String {
    text.lines.join(" ")
}

/// What helps to translate a unit beside its text: contents of placeables, the author's notes and answers.
fn context_notes(unit: &SourceUnit, article_unit: &ArticleUnit) -> Vec<Note> {
    let mut notes: Vec<Note> = unit.today.placeables.iter().map(|(name, content)| Note::new(name, one_line(content))).collect();
    notes.extend(article_unit.notes.iter().map(|text| Note::new("note", one_line(text))));
    notes.extend(article_unit.answers.iter().map(|text| Note::new("answer", one_line(text))));
    notes
}

struct Viewer<'a> {
    plan: &'a SourcePlan,
    target: &'a TargetPlan,
    unit: &'a SourceUnit,
    article_unit: &'a ArticleUnit,
    translated: &'a TargetUnit,
    before: &'a Sides<'a>,
}

impl Viewer<'_> {
    fn entry(&self, with_notes: bool) -> UnitView {
        let missing = matches!(self.translated.translation, Translated::Missing);
        let mut notes = if with_notes { self.notes() } else { Vec::new() };
        if missing && self.unit.today.revision > 1 {
            // Stands next to the `[todo]` line, so that whoever translated an older text on another branch gets a conflict.
            notes.push(Note::new("note", revision_note(self.unit.today.revision)));
        }
        UnitView {
            id: self.unit.id.clone(),
            notes,
            body: if missing { Body::Todo } else { self.body() },
            restore: self.before.ledger.get(&self.unit.id).and_then(|record| record.entry.clone()),
            known_notes: self.known_notes(),
        }
    }

    fn body(&self) -> Body {
        let indent = self.indent();
        let on_disk = self.before.target.unit(&self.unit.id).map(|entry| &entry.translation);
        match (&self.translated.translation, on_disk) {
            (Translated::Text(message), Some(crate::format::fluent::Translation::Text(old))) if message.lines != old.lines => {
                Body::Lines { lines: message.lines.clone(), indent }
            }
            (Translated::Text(message), Some(crate::format::fluent::Translation::Missing) | None)
                if self.before.ledger.get(&self.unit.id).is_none_or(|record| record.entry.is_none()) =>
            {
                Body::Lines { lines: message.lines.clone(), indent }
            }
            _ => Body::Keep { indent },
        }
    }

    /// Four spaces for a current body; for a stale one eight, and four more for every further revision between the text that is
    /// rendered and today's, so that git sees a change in every line of a body whenever the source behind it changes.
    fn indent(&self) -> usize {
        if self.translated.judgement.freshness != Freshness::Stale {
            return CURRENT_INDENT;
        }
        let source = &self.plan.ledger.units[&self.unit.id];
        let rendered = self.translated.record.renders;
        // Not the judgement's base: a verdict moves that one, and two different texts could look alike.
        let rendered = source.earlier.iter().find(|text| Some(text.fingerprint) == rendered).map_or(0, |text| text.revision);
        let behind = i64::from(self.unit.today.revision) - i64::from(rendered);
        let further = usize::try_from((behind - 1).rem_euclid(DISTINCT_REVISIONS)).unwrap_or(0);
        STALE_INDENT + 4 * further
    }

    fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.translated.judgement.freshness == Freshness::Stale {
            self.stale_notes(&mut notes);
        }
        if let Some(why) = &self.translated.record.rejected {
            notes.push(Note::new("stale", format!("rejected · {}", one_line(why))));
        }
        self.inherited_notes(&mut notes);
        notes.extend(self.unit.today.lines.iter().map(|line| Note::new("source", line)));
        notes.extend(self.translated.terms.iter().map(|line| Note::new("term", one_line(line))));
        notes.extend(context_notes(self.unit, self.article_unit));
        notes
    }

    fn stale_notes(&self, notes: &mut Vec<Note>) {
        let judgement = &self.translated.judgement;
        let Some(base) = &judgement.base else {
            notes.push(Note::new("stale", UNKNOWN_BASE));
            return;
        };
        let old = read_lines(&base.lines).unwrap_or_default();
        let changes = segment_changes(base, self.unit);
        let changed = changed_segments(&changes);
        let grade = judgement.grade.map_or("rewrite", |grade| grade.as_str());
        let correction = if judgement.correction { " · correction" } else { "" };
        notes.push(Note::new("stale", format!("{grade}{correction} · {}", counted(&changed, self.unit.text.segments.len()))));
        let was = changes.iter().filter_map(|change| match change {
            SegmentChange::Changed { old, .. } | SegmentChange::Gone { old } => Some(*old),
            SegmentChange::Equal { .. } | SegmentChange::Born { .. } => None,
        });
        let mut was: Vec<usize> = was.collect();
        was.sort_unstable();
        was.dedup();
        for at in was {
            let segment = UnitText { segments: vec![old.segments[at].clone()] };
            notes.extend(crate::format::fluent::write_lines(&segment).iter().map(|line| Note::new("was", line)));
        }
    }

    /// What the units that this one came out of, or resembles, said: their translations, and the texts those render.
    fn inherited_notes(&self, notes: &mut Vec<Note>) {
        let freshness = self.translated.judgement.freshness;
        for lineage in &self.plan.ledger.units[&self.unit.id].lineage {
            let wanted = is_wanted(lineage.kind, freshness);
            let Some(message) = self.inherited_text(&lineage.of).filter(|_| wanted) else { continue };
            notes.extend(self.rendered_lines(&lineage.of).iter().map(|line| Note::new("was", line)));
            let text = one_line(&message.lines.join(" "));
            notes.push(Note::new("note", format!("{INHERITED}{}): {text}", lineage.of)));
        }
        let offered = self.translated.record.offered.as_ref().filter(|_| freshness == Freshness::Missing);
        if let Some((of, text)) = offered.and_then(|offered| offered.split_once(": ")) {
            notes.push(Note::new("note", format!("{INHERITED}{of}): {text}")));
        }
    }

    /// The translation of a unit that is stale or gone; one that renders today's text of its unit is no help for another.
    fn inherited_text(&self, id: &UnitId) -> Option<Arc<Message>> {
        if !is_obsolete(self.plan, id) {
            let unit = self.target.units.iter().find(|unit| unit.id == *id)?;
            return match &unit.translation {
                Translated::Text(message) if unit.judgement.freshness == Freshness::Stale => Some(Arc::clone(message)),
                _ => None,
            };
        }
        let text = |catalog: &Catalog| match &catalog.unit(id)?.translation {
            Translation::Text(message) => Some(message.clone()),
            Translation::Missing | Translation::Unreadable => None,
        };
        let waiting = || text(&fluent::read(self.target.ledger.units.get(id)?.entry.as_ref()?));
        text(self.before.target).or_else(waiting)
    }

    /// The source text that the translation of a unit renders; empty when nobody knows.
    fn rendered_lines(&self, id: &UnitId) -> Vec<String> {
        let renders = self.target.ledger.units.get(id).and_then(|record| record.renders);
        let earlier = self.plan.ledger.units.get(id).into_iter().flat_map(|record| &record.earlier);
        let text = earlier.into_iter().find(|text| Some(text.fingerprint) == renders);
        text.map(|text| text.lines.clone()).unwrap_or_default()
    }

    /// Note lines that the tool has or may have written above this entry, and so may replace.
    fn known_notes(&self) -> Vec<String> {
        let record = &self.plan.ledger.units[&self.unit.id];
        let mut known = Vec::new();
        let texts = record.earlier.iter().chain(self.unit.on_disk.as_ref()).chain([&self.unit.today]);
        for line in texts.flat_map(|text| &text.lines) {
            known.push(format!("[source] {line}"));
            known.push(format!("[was] {line}"));
        }
        for text in record.earlier.iter() {
            known.extend(text.placeables.iter().map(|(name, content)| format!("[{name}] {}", one_line(content))));
        }
        let inherited = record.lineage.iter().filter_map(|lineage| self.plan.ledger.units.get(&lineage.of));
        let lines = inherited.flat_map(|record| &record.earlier).flat_map(|text| &text.lines);
        known.extend(lines.map(|line| format!("[was] {line}")));
        let shared = author_notes(self.before.source.unit(&self.unit.id));
        known.extend(shared.iter().map(Note::line));
        if let Some(entry) = self.before.target.unit(&self.unit.id) {
            known.extend(entry.notes.iter().filter(|note| is_formula(note)).map(Note::line));
        }
        known
    }
}

/// What became of the segments between an older text and today's.
pub fn segment_changes(base: &SourceText, unit: &SourceUnit) -> Vec<SegmentChange> {
    let flats =
        |text: &UnitText, placeables| text.segments.iter().map(|segment| flatten(segment, placeables)).collect::<Vec<_>>();
    let old = read_lines(&base.lines).unwrap_or_default();
    diff::segments(&flats(&old, &base.placeables), &flats(&unit.text, &unit.today.placeables))
}

/// Indices of today's segments that are new or changed, ascending.
pub fn changed_segments(changes: &[SegmentChange]) -> Vec<usize> {
    let changed = changes.iter().filter_map(|change| match change {
        SegmentChange::Changed { new, .. } | SegmentChange::Born { new } => Some(*new),
        SegmentChange::Equal { .. } | SegmentChange::Gone { .. } => None,
    });
    changed.collect()
}

/// How a note with another unit's translation begins.
const INHERITED: &str = "old translation (";
const UNKNOWN_BASE: &str = "rewrite · nobody recorded which source text this renders";

fn revision_note(revision: u32) -> String {
    format!("revision {revision} of the source text")
}

fn counted(changed: &[usize], of: usize) -> String {
    let numbers: Vec<String> = changed.iter().map(|at| (at + 1).to_string()).collect();
    match numbers.len() {
        0 => format!("{of} {}, some gone", if of == 1 { "segment" } else { "segments" }),
        1 => format!("segment {} of {of}", numbers[0]),
        _ => format!("segments {} of {of}", numbers.join(", ")),
    }
}

/// Whether a note has a form that only the tool writes: its first word says so, whatever the numbers in it.
fn is_formula(note: &Note) -> bool {
    let grades = crate::model::Grade::ALL.iter().map(|grade| grade.as_str());
    match note.tag.as_str() {
        "stale" => {
            let first = note.text.split(" · ").next().unwrap_or_default();
            (grades.chain(["rejected"])).any(|word| word == first) && note.text.contains(" · ")
        }
        "note" => {
            let number = note.text.strip_prefix("revision ").and_then(|rest| rest.strip_suffix(" of the source text"));
            let is_revision = number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
            let inherited = note.text.strip_prefix(INHERITED).and_then(|rest| rest.split_once("): "));
            is_revision || inherited.is_some_and(|(of, _)| of.rsplit('#').next().is_some_and(|id| id.parse::<UnitId>().is_ok()))
        }
        "todo" | "term" => true,
        _ => false,
    }
}
