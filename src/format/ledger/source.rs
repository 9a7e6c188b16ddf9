//! The table of a unit in a source ledger.

use std::borrow::Cow;

use crate::base::Fingerprint;
use crate::format::tables::{Field, FieldError, Table, Value, write_key, write_string};
use crate::model::{Lineage, LineageKind, Placeables, SourceRecord, SourceText, Verdict};

use super::record::Record;
use super::write::push_unknown;

impl Record for SourceRecord {
    fn read(table: Table<'_>) -> Result<Self, FieldError> {
        let missing = |key: &str| FieldError { offset: 0, message: format!("`{key}` is missing") };
        let (mut fingerprint, mut revision, mut last_revision, mut obsolete) = (None, None, None, false);
        let (mut named, mut placeables, mut unknown) = (None, Placeables::new(), Vec::new());
        let (mut earlier, mut verdicts, mut lineage) = (Vec::new(), Vec::new(), Vec::new());
        for field in table.fields {
            match field.key.as_ref() {
                "field" => named = Some(field.into_text()?),
                "fingerprint" => fingerprint = Some(field.parsed()?),
                "revision" => revision = Some(field.number()?),
                "last-revision" => last_revision = Some(field.number()?),
                "obsolete" => obsolete = field.flag()?,
                "placeables" => {
                    placeables = read_placeables(&field.value).ok_or_else(|| field.wrong("a table of strings"))?;
                }
                "earlier" => earlier = read_items(&field, read_source_text)?,
                "verdicts" => verdicts = read_items(&field, read_verdict)?,
                "lineage" => lineage = read_items(&field, read_lineage)?,
                _ => unknown.push(field.raw.into_owned()),
            }
        }
        let fingerprint = fingerprint.ok_or_else(|| missing("fingerprint"))?;
        let revision = revision.ok_or_else(|| missing("revision"))?;
        let last_revision = last_revision.unwrap_or(revision);
        Ok(Self { field: named, fingerprint, revision, last_revision, obsolete, placeables, earlier, verdicts, lineage, unknown })
    }

    fn write(&self, out: &mut String) {
        out.push_str(&format!("fingerprint = \"{}\"\nrevision = {}\n", self.fingerprint, self.revision));
        if self.last_revision != self.revision {
            out.push_str(&format!("last-revision = {}\n", self.last_revision));
        }
        if let Some(field) = &self.field {
            out.push_str("field = ");
            write_string(out, field);
            out.push('\n');
        }
        if self.obsolete {
            out.push_str("obsolete = true\n");
        }
        if !self.placeables.is_empty() {
            out.push_str("placeables = ");
            push_placeables(out, &self.placeables);
            out.push('\n');
        }
        if !self.earlier.is_empty() {
            out.push_str("earlier = [\n");
            self.earlier.iter().for_each(|text| push_source_text(out, text));
            out.push_str("]\n");
        }
        if !self.verdicts.is_empty() {
            let items = self.verdicts.iter().map(|verdict| format!("{}→{} {}", verdict.from, verdict.to, verdict.impact));
            push_list(out, "verdicts", items);
        }
        if !self.lineage.is_empty() {
            let items = self.lineage.iter().map(|lineage| format!("{} {}", lineage.kind.as_str(), lineage.of));
            push_list(out, "lineage", items);
        }
        push_unknown(out, &self.unknown);
    }
}

fn read_items<T>(field: &Field<'_>, read: fn(&Value<'_>) -> Result<T, String>) -> Result<Vec<T>, FieldError> {
    let Field { key, offset, .. } = field;
    let wrong = |why| FieldError { offset: *offset, message: format!("`{key}`: {why}") };
    field.items()?.iter().map(|item| read(item).map_err(wrong)).collect()
}

fn read_placeables(value: &Value<'_>) -> Option<Placeables> {
    let Value::Table(fields) = value else { return None };
    let read_one = |(name, content): &(Cow<'_, str>, Value<'_>)| match content {
        Value::Text(content) => Some((name.clone().into_owned(), content.clone().into_owned())),
        _ => None,
    };
    fields.iter().map(read_one).collect()
}

/// One line of `earlier`. A key that is not ours is an error: it could not be written back.
fn read_source_text(value: &Value<'_>) -> Result<SourceText, String> {
    let Value::Table(fields) = value else { return Err("an item is not a table".to_owned()) };
    let (mut revision, mut fingerprint, mut lines, mut placeables) = (None, None, None, Placeables::new());
    for (key, value) in fields {
        let wrong = || format!("`{key}` of an item is not understood");
        match (key.as_ref(), value) {
            ("revision", Value::Integer(number)) => revision = Some(u32::try_from(*number).map_err(|_| wrong())?),
            ("fingerprint", Value::Text(text)) => fingerprint = Some(text.parse::<Fingerprint>().map_err(|_| wrong())?),
            ("lines", Value::List(items)) => lines = Some(read_strings(items).ok_or_else(wrong)?),
            ("placeables", value) => placeables = read_placeables(value).ok_or_else(wrong)?,
            _ => return Err(wrong()),
        }
    }
    match (revision, fingerprint, lines) {
        (Some(revision), Some(fingerprint), Some(lines)) => Ok(SourceText { revision, fingerprint, lines, placeables }),
        _ => Err("an item lacks `revision`, `fingerprint` or `lines`".to_owned()),
    }
}

fn read_strings(items: &[Value<'_>]) -> Option<Vec<String>> {
    let read_one = |item: &Value<'_>| match item {
        Value::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    };
    items.iter().map(read_one).collect()
}

fn read_verdict(value: &Value<'_>) -> Result<Verdict, String> {
    const SHAPE: &str = "an item is not `FINGERPRINT→FINGERPRINT IMPACT`";
    let Value::Text(text) = value else { return Err(SHAPE.to_owned()) };
    let (pair, impact) = text.rsplit_once(' ').ok_or(SHAPE)?;
    let (from, to) = pair.split_once('→').ok_or(SHAPE)?;
    Ok(Verdict {
        from: from.parse().map_err(|_| SHAPE)?,
        to: to.parse().map_err(|_| SHAPE)?,
        impact: impact.parse().map_err(|error| format!("{error}"))?,
    })
}

fn read_lineage(value: &Value<'_>) -> Result<Lineage, String> {
    const SHAPE: &str = "an item is not `split-from UNIT` or `merged-with UNIT`";
    let Value::Text(text) = value else { return Err(SHAPE.to_owned()) };
    let (word, unit) = text.split_once(' ').ok_or(SHAPE)?;
    let kind = [LineageKind::SplitFrom, LineageKind::MergedWith, LineageKind::Resembles, LineageKind::SentenceOf]
        .into_iter()
        .find(|kind| kind.as_str() == word)
        .ok_or(SHAPE)?;
    Ok(Lineage { kind, of: unit.parse().map_err(|_| SHAPE)? })
}

fn push_placeables(out: &mut String, placeables: &Placeables) {
    out.push('{');
    for (index, (name, content)) in placeables.iter().enumerate() {
        out.push_str(if index == 0 { " " } else { ", " });
        write_key(out, name);
        out.push_str(" = ");
        write_string(out, content);
    }
    out.push_str(" }");
}

fn push_source_text(out: &mut String, text: &SourceText) {
    out.push_str(&format!("    {{ revision = {}, fingerprint = \"{}\", lines = [", text.revision, text.fingerprint));
    for (index, line) in text.lines.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write_string(out, line);
    }
    out.push(']');
    if !text.placeables.is_empty() {
        out.push_str(", placeables = ");
        push_placeables(out, &text.placeables);
    }
    out.push_str(" },\n");
}

fn push_list(out: &mut String, key: &str, items: impl Iterator<Item = String>) {
    out.push_str(key);
    out.push_str(" = [");
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write_string(out, &item);
    }
    out.push_str("]\n");
}
