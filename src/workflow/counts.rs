//! Counting what stands where: the figures of `status`, `sync` and `publish` for one article in one locale.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Freshness, Grade, State};

use super::article::{ArticlePlan, SourceUnit, TargetPlan, TargetUnit};
use super::diff::changed_words;

/// How an article stands in one locale. Counts are units; words are UAX #29 words of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Units of the article.
    pub units: usize,
    /// Units whose translation is current.
    pub current: usize,
    /// Stale units by grade.
    pub stale: BTreeMap<Grade, usize>,
    /// Units without translation.
    pub missing: usize,
    /// Units whose entry does not parse.
    pub unreadable: usize,
    /// Current units that are reviewed or final.
    pub reviewed: usize,
    /// Units whose sign-off no longer holds.
    pub reopened: usize,
    /// Of these the units for which a term they render changed.
    pub reopened_by_terms: usize,
    /// Units that were rejected.
    pub rejected: usize,
    /// Stale units behind a correction.
    pub corrections: usize,
    /// Questions of translators in the catalog.
    pub questions: usize,
    /// Obsolete units whose translations wait in the ledger.
    pub obsolete: usize,
    /// Words of the article.
    pub words: usize,
    /// Words of the units that are not current; of stale ones those of the segments that changed.
    pub words_to_do: usize,
}

impl Counts {
    /// Counts one locale of one article.
    pub fn of(plan: &ArticlePlan, target: &TargetPlan) -> Self {
        let mut counts = Self { obsolete: target.obsolete.len(), ..Self::default() };
        for (source, unit) in plan.source.units.iter().zip(&target.units) {
            counts.add_unit(source, unit);
        }
        counts
    }

    fn add_unit(&mut self, source: &SourceUnit, unit: &TargetUnit) {
        let words = words(&source.flat);
        self.units += 1;
        self.words += words;
        self.questions += unit.questions.len();
        match unit.judgement.freshness {
            Freshness::Current => self.current += 1,
            Freshness::Stale => *self.stale.entry(unit.judgement.grade.unwrap_or(Grade::Rewrite)).or_default() += 1,
            Freshness::Missing => self.missing += 1,
            Freshness::Unreadable => self.unreadable += 1,
            Freshness::Obsolete => {}
        }
        self.words_to_do += match unit.judgement.freshness {
            Freshness::Current => 0,
            Freshness::Stale => changed_words(source, unit.judgement.base.as_ref()),
            _ => words,
        };
        self.reviewed += usize::from(unit.judgement.freshness == Freshness::Current && unit.state >= State::Reviewed);
        self.reopened += usize::from(unit.reopened);
        self.reopened_by_terms += usize::from(unit.reopened && !unit.changed_terms.is_empty());
        self.rejected += usize::from(unit.record.rejected.is_some());
        self.corrections += usize::from(unit.judgement.correction);
    }

    /// Adds the counts of another article or locale.
    pub fn add(&mut self, other: &Self) {
        for (grade, count) in &other.stale {
            *self.stale.entry(*grade).or_default() += count;
        }
        self.units += other.units;
        self.current += other.current;
        self.missing += other.missing;
        self.unreadable += other.unreadable;
        self.reviewed += other.reviewed;
        self.reopened += other.reopened;
        self.reopened_by_terms += other.reopened_by_terms;
        self.rejected += other.rejected;
        self.corrections += other.corrections;
        self.questions += other.questions;
        self.obsolete += other.obsolete;
        self.words += other.words;
        self.words_to_do += other.words_to_do;
    }

    /// All counts on one line, for a cache.
    pub(super) fn to_line(&self) -> String {
        let mut counts = self.clone();
        let mut line: Vec<String> = counts.plain().into_iter().map(|count| count.to_string()).collect();
        line.extend(self.stale.iter().map(|(grade, count)| format!("{grade}={count}")));
        line.join(" ")
    }

    /// Reads what [`Counts::to_line`] wrote.
    pub(super) fn from_line(line: &str) -> Option<Self> {
        let mut counts = Self::default();
        let mut words = line.split(' ');
        for place in counts.plain() {
            *place = words.next()?.parse().ok()?;
        }
        for word in words {
            let (grade, count) = word.split_once('=')?;
            counts.stale.insert(grade.parse().ok()?, count.parse().ok()?);
        }
        Some(counts)
    }

    /// Every count but those by grade.
    fn plain(&mut self) -> [&mut usize; 13] {
        [
            &mut self.units,
            &mut self.current,
            &mut self.missing,
            &mut self.unreadable,
            &mut self.reviewed,
            &mut self.reopened,
            &mut self.reopened_by_terms,
            &mut self.rejected,
            &mut self.corrections,
            &mut self.questions,
            &mut self.obsolete,
            &mut self.words,
            &mut self.words_to_do,
        ]
    }

    /// The worst grade among stale units.
    pub fn worst(&self) -> Option<Grade> {
        self.stale.keys().next_back().copied()
    }

    /// Stale units of any grade.
    pub fn stale_total(&self) -> usize {
        self.stale.values().sum()
    }

    /// Whether every unit has a current translation.
    pub fn is_fresh(&self) -> bool {
        self.current == self.units
    }

    /// A key that sorts the worst first.
    pub fn badness(&self) -> impl Ord + use<> {
        let worst = self.worst().map_or(0, |grade| grade as usize + 1);
        std::cmp::Reverse((self.corrections, worst, self.unreadable, self.stale_total(), self.missing))
    }
}

/// How many words a text has (UAX #29).
pub fn words(text: &str) -> usize {
    text.unicode_words().count()
}
