//! `compact`: drops from source ledgers the texts that no ledger mentions any more.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::{Diagnostic, Fingerprint};
use crate::engine::freshness;
use crate::format::ledger;
use crate::model::{SourceRecord, UnitId};
use crate::project::save::{FileChange, Title};
use crate::project::{Project, layout};

use super::article::{ArticlePlan, PlanOptions};
use super::{Error, planning};

/// What was dropped.
#[derive(Debug, Clone, Serialize)]
pub struct CompactReport {
    /// Earlier source texts dropped.
    pub texts: usize,
    /// Obsolete units dropped altogether.
    pub units: usize,
    /// Paths of the files written, sorted.
    pub written: Vec<String>,
    /// Articles left alone because they have edits that no sync has carried over, or files that cannot be read.
    pub skipped: Vec<String>,
    /// Everything found wrong with what was skipped.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Drops remembered source texts that no target ledger mentions, and obsolete units that no locale has a text of.
    ///
    /// # Errors
    /// When an article is unknown, or files cannot be read or written.
    pub fn compact(&self, articles: &[String], dry_run: bool) -> Result<CompactReport, Error> {
        self.save(&Title::command("compact"), dry_run, |project| project.compact_changes(articles))
    }

    fn compact_changes(&self, articles: &[String]) -> Result<(CompactReport, Vec<FileChange>), Error> {
        let names = planning::select(self, articles)?;
        let mut report = CompactReport { texts: 0, units: 0, written: Vec::new(), skipped: Vec::new(), diagnostics: Vec::new() };
        let mut changes = Vec::new();
        for planned in planning::visit(self, &names, &PlanOptions::default(), |planned| planned)?.results {
            let Some(plan) = planned.plan.as_ref().filter(|plan| !plan.blocked && plan.edits.is_empty()) else {
                report.skipped.push(planned.name.to_string());
                report.diagnostics.extend(planned.diagnostics);
                continue;
            };
            let path: String = layout::locale_ledger(&self.config.source_locale, &planned.name).into();
            let before = planning::read_text(&self.root, &path)?;
            let after = compacted(plan, &mut report);
            if before.as_deref() != Some(after.as_str()) {
                report.written.push(path.clone());
                changes.push(FileChange { path, before, after: Some(after) });
            }
        }
        report.written.sort();
        Ok((report, changes))
    }
}

fn compacted(plan: &ArticlePlan, report: &mut CompactReport) -> String {
    let mut ledger = plan.source.ledger.clone();
    ledger.units.retain(|id, record| {
        let mentioned = mentioned(plan, id, record);
        let before = record.earlier.len();
        let keep = !record.obsolete || !mentioned.is_empty() || has_target_record(plan, id);
        record
            .earlier
            .retain(|text| mentioned.contains(&text.fingerprint) || (record.obsolete && text.fingerprint == record.fingerprint));
        report.texts += before - if keep { record.earlier.len() } else { 0 };
        report.units += usize::from(!keep);
        keep
    });
    ledger::write_source(&ledger)
}

fn has_target_record(plan: &ArticlePlan, id: &UnitId) -> bool {
    plan.targets.values().any(|target| {
        let record = target.ledger.units.get(id);
        record.is_some_and(|record| record.entry.is_some() || record.target.is_some())
    })
}

/// The source texts of a unit that a ledger still speaks of, and those that verdicts make equivalent to them.
fn mentioned(plan: &ArticlePlan, id: &UnitId, record: &SourceRecord) -> BTreeSet<Fingerprint> {
    let mut mentioned = BTreeSet::new();
    for target in plan.targets.values().filter_map(|target| target.ledger.units.get(id)) {
        let rendered = target.renders.into_iter().chain(target.earlier.iter().filter_map(|(_, renders)| *renders));
        for fingerprint in rendered {
            mentioned.extend(freshness::equivalents(record, fingerprint));
        }
    }
    mentioned
}
