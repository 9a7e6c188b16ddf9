//! Writing a ledger: version, pieces that belong to no unit, then the tables in order of their ids.

use super::read::read_ledger;
use super::record::{Record, VERSION};
use crate::model::{DamagedTable, Ledger, SourceRecord, TargetRecord, UnitId};

/// A source ledger as text. Equal ledgers give equal bytes.
pub fn write_source(ledger: &Ledger<SourceRecord>) -> String {
    write_ledger(ledger)
}

/// A target ledger as text. Equal ledgers give equal bytes.
pub fn write_target(ledger: &Ledger<TargetRecord>) -> String {
    write_ledger(ledger)
}

fn write_ledger<R: Record + PartialEq>(ledger: &Ledger<R>) -> String {
    let text = compose(ledger, Damaged::InOrder);
    let swallows = |text: &str| read_ledger::<R>(text).ledger.units != ledger.units;
    // A string that a damaged piece leaves open may run into the table after it.
    if !ledger.damaged.is_empty() && swallows(&text) { compose(ledger, Damaged::Last) } else { text }
}

/// Where damaged pieces go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Damaged {
    /// Those of no unit first, the others where their ids belong.
    InOrder,
    /// Behind all tables.
    Last,
}

fn compose<R: Record>(ledger: &Ledger<R>, place: Damaged) -> String {
    let mut out = format!("version = {VERSION}\n");
    let is_last =
        |table: &DamagedTable| place == Damaged::Last && table.id.as_ref().is_none_or(|id| !ledger.units.contains_key(id));
    let (last, in_order): (Vec<&DamagedTable>, Vec<&DamagedTable>) = ledger.damaged.iter().partition(|table| is_last(table));
    let (mut headed, headless): (Vec<&DamagedTable>, Vec<&DamagedTable>) =
        in_order.into_iter().partition(|table| table.id.is_some());
    for table in headless {
        push_piece(&mut out, &table.raw);
    }
    headed.sort_by(|one, other| one.id.cmp(&other.id));
    let mut damaged = headed.into_iter().peekable();
    for (id, record) in &ledger.units {
        while let Some(table) = damaged.next_if(|table| table.id.as_ref() < Some(id)) {
            push_piece(&mut out, &table.raw);
        }
        push_header(&mut out, id);
        record.write(&mut out);
        // A record that was made anew stands in for the damaged one. Two tables of one name would damage both, and the
        // old one may hold a translation: it stays as a comment.
        while let Some(table) = damaged.next_if(|table| table.id.as_ref() == Some(id)) {
            push_commented(&mut out, &table.raw);
        }
    }
    for table in damaged.chain(last) {
        push_piece(&mut out, &table.raw);
    }
    out
}

fn push_header(out: &mut String, id: &UnitId) {
    out.push_str("\n[");
    out.push_str(id.as_str());
    out.push_str("]\n");
}

fn push_piece(out: &mut String, raw: &str) {
    out.push('\n');
    out.push_str(raw);
    out.push('\n');
}

fn push_commented(out: &mut String, raw: &str) {
    for line in raw.lines() {
        out.push_str("# damaged: ");
        // A comment may hold no control characters: one would damage the table that it stands in.
        out.extend(line.chars().filter(|character| *character == '\t' || !character.is_control()));
        let kept = out.trim_end().len();
        out.truncate(kept);
        out.push('\n');
    }
}

/// Appends the lines of keys that this version does not know.
pub(super) fn push_unknown(out: &mut String, unknown: &[String]) {
    for line in unknown {
        out.push_str(line);
        out.push('\n');
    }
}
