//! The whole way of one edit: the old text synced and translated, the new text synced, every translation accounted for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tarjuman::base::Locale;
use tarjuman::engine::diff::SegmentChange;
use tarjuman::format::fluent::{self, Translation};
use tarjuman::format::markdown::{HtmlBlocks, ReadOptions};
use tarjuman::model::{Flavour, Freshness, Grade, Placeables, UnitId, UnitText, flatten};
use tarjuman::workflow::article::{
    ArticleInput, ArticlePlan, FileRole, PlanOptions, SourceFiles, SourceUnit, TargetFiles, Translated, UnitChange, plan,
    segment_changes,
};

use super::text::{normalised, similarity};

/// From what similarity on an old text must not be out of sight.
const SIMILAR: f64 = 0.6;

/// What became of an article's texts; in characters where nothing else is said.
#[derive(Debug, Default)]
pub struct Counts {
    new: usize,
    current: usize,
    stands: usize,
    beside: usize,
    exact: usize,
    stale: usize,
    born: usize,
    obsolete: usize,
    /// Old units whose translation is neither in the catalog nor in the ledger.
    lost: usize,
    /// Units that are current although their source is another text.
    wrong: usize,
    /// Units that go on in another text while a far better partner was left out.
    misplaced: usize,
    /// Old units of some similarity to a text that has no current translation, and out of sight.
    missed: usize,
    /// The same for any text.
    unseen: usize,
    offers: usize,
    good_offers: usize,
    /// Where a person wrote down what should be offered: offers, those of them that are wanted, texts wanted, and those found,
    /// offered or as a stale unit's old text.
    judged: usize,
    right: usize,
    wanted: usize,
    found: usize,
    /// What was offered for what, with their similarity.
    shown: Vec<(f64, String, String)>,
    /// Segments that the old text has as well and whose translation is not in view; and texts that go on in a wrong one.
    unkept: Vec<String>,
}

impl Counts {
    pub fn header() {
        println!(
            "{:>7} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7} {:>4} {:>5}  folder",
            "chars", "kept%", "exact%", "stale%", "offer%", "born%", "obsol", "offers", "lost", "wrong"
        );
    }

    fn kept(&self) -> usize {
        self.current + self.stands + self.beside
    }

    pub fn line(&self, name: &str) {
        let percent = |part: usize| 100.0 * part as f64 / self.new.max(1) as f64;
        println!(
            "{:>7} {:>6.1} {:>6.1} {:>6.1} {:>6.1} {:>6.1} {:>6} {:>7} {:>4} {:>5}  {name}",
            self.new,
            percent(self.kept()),
            percent(self.exact),
            percent(self.stale),
            percent(self.beside),
            percent(self.born),
            self.obsolete,
            format!("{}/{}", self.good_offers, self.offers),
            self.lost,
            self.wrong + self.misplaced + self.missed
        );
    }

    /// Prints every offer, for people to judge.
    pub fn offers(&self) {
        for (similarity, old, new) in &self.shown {
            println!("    {similarity:.2}  {old}\n          {new}");
        }
    }

    /// Prints what an exact match would have kept and is not in view, and what is wrong.
    pub fn unkept(&self) {
        self.unkept.iter().for_each(|text| println!("    {text}"));
    }

    pub fn summary(&self, folders: usize) {
        println!("\n{folders} folders, {} characters", self.new);
        println!(
            "kept {}: {} in current units, {} in segments of stale units that stand as they were, {} in segments of new units whose old translation stands beside them",
            self.kept(),
            self.current,
            self.stands,
            self.beside
        );
        println!("exact sentence match would keep {}", self.exact);
        println!("stale with the old source in view {}, born {}, obsolete {}", self.stale, self.born, self.obsolete);
        println!("translations lost {}", self.lost);
        println!("kept with another source than they render {}; gone on in a wrong text {}", self.wrong, self.misplaced);
        println!(
            "old units of similarity {SIMILAR} or more to a text without translation, out of sight {} (to any text {})",
            self.missed, self.unseen
        );
        println!("offers {}, of which {} of similarity {SIMILAR} or more", self.offers, self.good_offers);
        if self.judged + self.wanted > 0 {
            let percent = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
            println!(
                "by what people wrote in offers.txt: precision {:.1} % ({} of {} offers), recall {:.1} % ({} of {} old texts in view)",
                percent(self.right, self.judged),
                self.right,
                self.judged,
                percent(self.found, self.wanted),
                self.found,
                self.wanted
            );
        }
    }

    pub fn add(&mut self, other: &Counts) {
        let fields = |counts: &mut Counts, from: &Counts| {
            counts.new += from.new;
            counts.current += from.current;
            counts.stands += from.stands;
            counts.beside += from.beside;
            counts.exact += from.exact;
            counts.stale += from.stale;
            counts.born += from.born;
            counts.obsolete += from.obsolete;
            counts.lost += from.lost;
            counts.wrong += from.wrong;
            counts.misplaced += from.misplaced;
            counts.missed += from.missed;
            counts.unseen += from.unseen;
            counts.offers += from.offers;
            counts.good_offers += from.good_offers;
            counts.judged += from.judged;
            counts.right += from.right;
            counts.wanted += from.wanted;
            counts.found += from.found;
        };
        fields(self, other);
    }
}

/// Runs the edit and counts; `wanted` says which old units should be in view beside which new ones, by number.
pub fn retained(old: String, new: String, wanted: Option<&[(usize, usize)]>) -> Counts {
    let mut desk = Desk::new(old);
    desk.sync();
    desk.translate();
    let before = desk.sync();
    desk.input.text = new;
    let after = desk.sync();
    let mut counts = count(&before, &after, &desk);
    if let Some(wanted) = wanted {
        judge_offers(&mut counts, &before, &after, wanted);
    }
    counts
}

/// Compares what is in view beside new texts with what people want there.
fn judge_offers(counts: &mut Counts, before: &ArticlePlan, after: &ArticlePlan, wanted: &[(usize, usize)]) {
    let number = |id: &UnitId| before.source.units.iter().position(|unit| unit.id == *id);
    let mut in_view: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (new, unit) in after.source.units.iter().enumerate() {
        in_view.extend(number(&unit.id).map(|old| (old, new)));
        for lineage in &after.source.ledger.units[&unit.id].lineage {
            let Some(old) = number(&lineage.of) else { continue };
            in_view.insert((old, new));
            counts.judged += 1;
            counts.right += usize::from(wanted.contains(&(old, new)));
        }
    }
    counts.wanted += wanted.len();
    counts.found += wanted.iter().filter(|pair| in_view.contains(pair)).count();
}

fn locale() -> Locale {
    "eo".parse().expect("a locale")
}

struct Desk {
    input: ArticleInput,
}

impl Desk {
    fn new(text: String) -> Self {
        let front_matter = ["title", "description"].map(str::to_owned).to_vec();
        let options = ReadOptions { flavour: Flavour::Markdown, front_matter, html_blocks: HtmlBlocks::Carry };
        let files = TargetFiles { catalog: None, ledger: None, glossary: Some(Arc::default()) };
        let input = ArticleInput {
            name: "article".to_owned(),
            locale: "en".parse().expect("a locale"),
            text,
            options,
            source: SourceFiles::default(),
            targets: BTreeMap::from([(locale(), files)]),
        };
        Self { input }
    }

    fn sync(&mut self) -> ArticlePlan {
        let planned = plan(&self.input, &PlanOptions::default());
        let files = self.input.targets.get_mut(&locale()).expect("the only target");
        for edit in &planned.edits {
            let place = match &edit.file {
                FileRole::Article => continue,
                FileRole::Catalog(of) if *of == self.input.locale => &mut self.input.source.catalog,
                FileRole::Ledger(of) if *of == self.input.locale => &mut self.input.source.ledger,
                FileRole::Catalog(_) => &mut files.catalog,
                FileRole::Ledger(_) => &mut files.ledger,
            };
            *place = Some(edit.after.clone());
        }
        planned
    }

    /// Fills every `[todo]` with the source text, in brackets that tell the units apart.
    fn translate(&mut self) {
        let source = fluent::read(self.input.source.catalog.as_deref().unwrap_or_default());
        let files = self.input.targets.get_mut(&locale()).expect("the only target");
        let mut text = files.catalog.take().unwrap_or_default();
        for unit in source.units() {
            if let Translation::Text(message) = &unit.translation {
                let body: String = message.lines.iter().map(|line| format!("\n    {line}")).collect();
                text = text.replacen(&format!("# [todo] {} =\n", unit.id), &format!("{} ={body}\n", unit.id), 1);
            }
        }
        files.catalog = Some(text);
    }
}

fn segments(text: &UnitText, placeables: &Placeables) -> Vec<String> {
    text.segments.iter().map(|segment| normalised(&flatten(segment, placeables))).collect()
}

fn segments_of(unit: &SourceUnit) -> Vec<String> {
    segments(&unit.text, &unit.today.placeables)
}

fn length(texts: &[String]) -> usize {
    texts.iter().map(|text| text.chars().count()).sum()
}

fn count(before: &ArticlePlan, after: &ArticlePlan, desk: &Desk) -> Counts {
    let mut counts = Counts::default();
    let old: BTreeMap<&UnitId, &SourceUnit> = before.source.units.iter().map(|unit| (&unit.id, unit)).collect();
    let flat: BTreeMap<&UnitId, String> = old.iter().map(|(id, unit)| (*id, normalised(&unit.flat))).collect();
    let mut pool: BTreeMap<String, usize> = BTreeMap::new();
    for segment in before.source.units.iter().flat_map(segments_of) {
        *pool.entry(segment).or_default() += 1;
    }
    let mut in_sight: BTreeSet<&UnitId> = BTreeSet::new();
    let now: BTreeMap<&UnitId, &SourceUnit> = after.source.units.iter().map(|unit| (&unit.id, unit)).collect();
    for (unit, target) in after.source.units.iter().zip(&after.targets[&locale()].units) {
        let today = segments_of(unit);
        let text = normalised(&unit.flat);
        counts.new += length(&today);
        let exact: Vec<bool> = today.iter().map(|segment| take(&mut pool, segment)).collect();
        counts.exact +=
            today.iter().zip(&exact).filter(|(_, exact)| **exact).map(|(text, _)| text.chars().count()).sum::<usize>();
        let unkept = |at: usize, what: &str| exact[at].then(|| format!("{what} in {}: {}", unit.id, today[at]));
        let heirs: Vec<&UnitId> = after.source.ledger.units[&unit.id].lineage.iter().map(|lineage| &lineage.of).collect();
        let known: BTreeSet<String> = heirs.iter().filter_map(|id| old.get(*id)).flat_map(|unit| segments_of(unit)).collect();
        in_sight.extend(&heirs);
        if let Some(before) = flat.get(&unit.id) {
            in_sight.insert(&unit.id);
            let better = |other: &String| similarity(other, &text) >= SIMILAR;
            let is_far = *before != text && similarity(before, &text) < 0.25;
            // A better partner that goes on as it was has not been left out.
            let goes_on = |id: &UnitId| now.get(id).is_some_and(|unit| Some(&normalised(&unit.flat)) == flat.get(id));
            if is_far && flat.iter().any(|(id, other)| !heirs.contains(id) && better(other) && !goes_on(id)) {
                counts.misplaced += 1;
                counts.unkept.push(format!("WRONG {}: {before} => {text}", unit.id));
            }
        }
        match (target.judgement.freshness, &target.translation) {
            (Freshness::Current, _) => {
                let is_format = matches!(unit.change, UnitChange::Edited { grade: Grade::Format });
                counts.wrong += usize::from(!is_format && flat.get(&unit.id) != Some(&text));
                counts.current += length(&today);
            }
            (Freshness::Stale, Translated::Text(_)) => {
                let Some(base) = &target.judgement.base else {
                    counts.wrong += 1;
                    continue;
                };
                let equal: BTreeSet<usize> = segment_changes(base, unit)
                    .iter()
                    .filter_map(|change| match change {
                        SegmentChange::Equal { new, .. } => Some(*new),
                        _ => None,
                    })
                    .collect();
                for (at, segment) in today.iter().enumerate() {
                    let chars = segment.chars().count();
                    match (equal.contains(&at), known.contains(segment)) {
                        (true, _) => counts.stands += chars,
                        (_, true) => counts.beside += chars,
                        _ => {
                            counts.stale += chars;
                            counts.unkept.extend(unkept(at, "stale"));
                        }
                    }
                }
            }
            _ => {
                for (at, segment) in today.iter().enumerate() {
                    let chars = segment.chars().count();
                    if known.contains(segment) {
                        counts.beside += chars;
                    } else {
                        counts.born += chars;
                        counts.unkept.extend(unkept(at, "born"));
                    }
                }
            }
        }
    }
    left(&mut counts, before, after, &flat, &in_sight);
    let files = &desk.input.targets[&locale()];
    let kept = format!("{}\n{}", files.catalog.as_deref().unwrap_or_default(), files.ledger.as_deref().unwrap_or_default());
    for unit in &before.targets[&locale()].units {
        let Translated::Text(message) = &unit.translation else { continue };
        let is_there = |line: &String| kept.contains(line) || kept.contains(&line.replace('\\', "\\\\").replace('"', "\\\""));
        counts.lost += usize::from(!message.lines.iter().all(is_there));
    }
    counts
}

/// What went: how much, whether it can still be seen, and how good the offers are.
fn left(
    counts: &mut Counts,
    before: &ArticlePlan,
    after: &ArticlePlan,
    flat: &BTreeMap<&UnitId, String>,
    in_sight: &BTreeSet<&UnitId>,
) {
    let now: Vec<(String, bool, usize)> = after
        .source
        .units
        .iter()
        .zip(&after.targets[&locale()].units)
        .map(|(unit, target)| {
            let lineage = &after.source.ledger.units[&unit.id].lineage;
            let is_current = target.judgement.freshness == Freshness::Current;
            for of in
                lineage.iter().filter(|lineage| lineage.kind.as_str() == "resembles").filter_map(|lineage| flat.get(&lineage.of))
            {
                let similarity = similarity(of, &normalised(&unit.flat));
                counts.offers += 1;
                counts.good_offers += usize::from(similarity >= SIMILAR);
                counts.shown.push((similarity, of.clone(), normalised(&unit.flat)));
            }
            (normalised(&unit.flat), is_current, lineage.len())
        })
        .collect();
    for unit in before.source.units.iter().filter(|unit| after.source.gone.contains(&unit.id)) {
        counts.obsolete += unit.flat.chars().count();
        if in_sight.contains(&unit.id) {
            continue;
        }
        let text = &flat[&unit.id];
        let alike = |other: &str| similarity(text, other) >= SIMILAR;
        // A unit with two offers already has no room for a third.
        counts.unkept.extend(
            now.iter().find(|(other, _, _)| alike(other)).map(|(other, _, _)| format!("OUT OF SIGHT: {text} => {other}")),
        );
        counts.missed += usize::from(now.iter().any(|(other, is_current, offers)| !is_current && *offers < 2 && alike(other)));
        counts.unseen += usize::from(now.iter().any(|(other, _, _)| alike(other)));
    }
}

fn take(pool: &mut BTreeMap<String, usize>, segment: &str) -> bool {
    let left = pool.get_mut(segment).filter(|left| **left > 0);
    left.map(|left| *left -= 1).is_some()
}
