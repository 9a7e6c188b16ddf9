//! Whether a translation renders today's source text, and how serious the edit behind a stale one is (DESIGN §6.3).
//!
//! A pure function of catalogs and ledgers: no clock, no file time, no git history enters into it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use crate::base::Fingerprint;
use crate::engine::grade::{self, FactChange, Graded, Measure};
use crate::format::fluent::read_lines;
use crate::model::{Freshness, Grade, Impact, SourceRecord, SourceText, TargetRecord, UnitId, flatten};

/// What is to be said of one translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Its freshness.
    pub freshness: Freshness,
    /// How serious the edit behind it is; only for stale ones. An unknown base grades `rewrite`.
    pub grade: Option<Grade>,
    /// Whether the author called an edit on the way a correction.
    pub correction: bool,
    /// What facts the edit behind it changed; only for stale ones.
    pub facts: Vec<FactChange>,
    /// Whether it is current although its source was edited, because the edit changed punctuation or markup only and nobody
    /// gave a verdict that says otherwise.
    pub restamped: bool,
    /// The source text it is compared with: the last one equivalent to what it renders. `None` unless stale with a known base.
    pub base: Option<SourceText>,
}

impl Judgement {
    fn plain(freshness: Freshness) -> Self {
        Self { freshness, grade: None, correction: false, facts: Vec::new(), restamped: false, base: None }
    }

    /// A translation of which nobody knows what it renders.
    pub fn unknown_base() -> Self {
        Self { grade: Some(Grade::Rewrite), ..Self::plain(Freshness::Stale) }
    }

    /// A unit without translation.
    pub fn missing() -> Self {
        Self::plain(Freshness::Missing)
    }

    /// A unit whose entry does not parse.
    pub fn unreadable() -> Self {
        Self::plain(Freshness::Unreadable)
    }
}

/// Judges the translation recorded as `target` against today's text `today` of the unit remembered in `source`.
///
/// `today` must have the fingerprint of `source`. The translation itself must be the recorded one; a text that was not
/// recorded yet has to be recorded first (`engine::record`). The source locale alone is a measure: its word lists tell the facts.
pub fn judge<'m>(source: &SourceRecord, today: &SourceText, target: &TargetRecord, measure: impl Into<Measure<'m>>) -> Judgement {
    judge_by(source, today, target, |base| edit_facts(base, today, measure.into()))
}

/// Judges as [`judge`] does one unit in one locale after the other: an edit that was graded for one locale is not graded again
/// for the next.
#[derive(Debug, Default)]
pub struct Judge {
    /// By unit and the text before: the edit to today's text.
    known: RefCell<HashMap<(UnitId, Fingerprint), Graded>>,
}

impl Judge {
    /// Judges the translation recorded as `target` of a unit, which must have the same texts and measure in every call.
    pub fn judge(
        &self,
        unit: &UnitId,
        source: &SourceRecord,
        today: &SourceText,
        target: &TargetRecord,
        measure: Measure<'_>,
    ) -> Judgement {
        judge_by(source, today, target, |base| {
            let mut known = self.known.borrow_mut();
            known.entry((unit.clone(), base.fingerprint)).or_insert_with(|| edit_facts(base, today, measure)).clone()
        })
    }
}

fn judge_by(
    source: &SourceRecord,
    today: &SourceText,
    target: &TargetRecord,
    edit: impl FnOnce(&SourceText) -> Graded,
) -> Judgement {
    let Some(renders) = target.renders else {
        return Judgement::unknown_base();
    };
    if renders == today.fingerprint {
        return Judgement::plain(Freshness::Current);
    }
    let rendered = equivalents(source, renders);
    if rendered.contains(&today.fingerprint) {
        return Judgement::plain(Freshness::Current);
    }
    let base = source
        .earlier
        .iter()
        .filter(|text| rendered.contains(&text.fingerprint))
        .max_by_key(|text| (text.revision < today.revision, text.revision));
    let Some(base) = base else {
        return Judgement::unknown_base();
    };
    let verdicts = verdicts_between(source, &rendered, base, today);
    let computed = edit(base);
    if computed.grade == Grade::Format && verdicts.leave_form_alone() {
        return Judgement { restamped: true, ..Judgement::plain(Freshness::Current) };
    }
    Judgement {
        freshness: Freshness::Stale,
        grade: Some(weigh(&verdicts, computed.grade)),
        correction: verdicts.corrections > 0,
        facts: computed.facts,
        restamped: false,
        base: Some(base.clone()),
    }
}

/// The grade of the edit from one source text to another, by its words alone.
pub fn edit_grade(from: &SourceText, to: &SourceText, measure: Measure<'_>) -> Grade {
    edit_facts(from, to, measure).grade
}

/// The grade of the edit from one source text to another, and the facts that it changes.
fn edit_facts(from: &SourceText, to: &SourceText, measure: Measure<'_>) -> Graded {
    let (from, to) = (flat(from), flat(to));
    grade::grade(&from, &to, measure)
}

/// The plain text of a remembered text, placeables' contents in place.
pub fn flat(text: &SourceText) -> String {
    let unit = read_lines(&text.lines).unwrap_or_default();
    flatten(&crate::engine::segment::join_segments(&unit), &text.placeables)
}

/// All fingerprints that the author's verdicts make equivalent to `fingerprint`, itself included.
pub fn equivalents(source: &SourceRecord, fingerprint: Fingerprint) -> BTreeSet<Fingerprint> {
    let mut class = BTreeSet::from([fingerprint]);
    loop {
        let before = class.len();
        for verdict in source.verdicts.iter().filter(|v| v.impact == Impact::None) {
            if class.contains(&verdict.from) || class.contains(&verdict.to) {
                class.extend([verdict.from, verdict.to]);
            }
        }
        if class.len() == before {
            return class;
        }
    }
}

/// What verdicts say of the way from a rendered text to today's.
struct Verdicts {
    /// The verdict on exactly this edit, if there is one.
    direct: Option<Impact>,
    /// The worst verdict on any step between.
    worst_step: Option<Impact>,
    /// Whether every step between has a verdict.
    all_steps: bool,
    /// How many steps were called corrections.
    corrections: usize,
}

impl Verdicts {
    /// Whether nobody said that an edit on the way matters, so that one of form alone does not.
    fn leave_form_alone(&self) -> bool {
        self.direct.or(self.worst_step).is_none_or(|impact| impact == Impact::None)
    }
}

fn verdicts_between(source: &SourceRecord, rendered: &BTreeSet<Fingerprint>, base: &SourceText, today: &SourceText) -> Verdicts {
    let now = equivalents(source, today.fingerprint);
    // The last verdict given on a pair is the one that holds.
    let direct = source.verdicts.iter().rfind(|v| rendered.contains(&v.from) && now.contains(&v.to)).map(|v| v.impact);
    let mut chain: Vec<(u32, Fingerprint)> = source
        .earlier
        .iter()
        .filter(|text| text.revision > base.revision && text.revision < today.revision)
        .map(|text| (text.revision, text.fingerprint))
        .collect();
    chain.push((base.revision, base.fingerprint));
    chain.push((today.revision, today.fingerprint));
    chain.sort_unstable();
    let steps: Vec<Option<Impact>> = chain
        .windows(2)
        .map(|pair| source.verdicts.iter().rfind(|v| v.from == pair[0].1 && v.to == pair[1].1).map(|v| v.impact))
        .collect();
    let direct_correction = usize::from(direct == Some(Impact::Correction));
    Verdicts {
        direct,
        worst_step: steps.iter().flatten().copied().max(),
        all_steps: steps.iter().all(Option::is_some),
        corrections: direct_correction + steps.iter().filter(|step| **step == Some(Impact::Correction)).count(),
    }
}

fn weigh(verdicts: &Verdicts, computed: Grade) -> Grade {
    let of = |impact| match impact {
        Impact::None | Impact::Minor => Grade::Typo,
        Impact::Major | Impact::Correction => Grade::Facts,
    };
    match (verdicts.direct, verdicts.worst_step) {
        (Some(impact), _) => of(impact),
        (None, Some(worst)) if verdicts.all_steps => of(worst),
        (None, Some(Impact::Major | Impact::Correction)) => computed.max(Grade::Facts),
        (None, _) => computed,
    }
}
