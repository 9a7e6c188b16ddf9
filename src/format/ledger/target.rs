//! The table of a unit in a target ledger.

use crate::base::Fingerprint;
use crate::format::tables::{FieldError, Table, Value, write_block, write_string};
use crate::model::{State, TargetRecord};

use super::record::Record;
use super::write::push_unknown;

impl Record for TargetRecord {
    fn read(mut table: Table<'_>) -> Result<Self, FieldError> {
        let text = |table: &mut Table<'_>, key| table.take_text(key).map(|text| text.map(|(_, text)| text.into_owned()));
        Ok(Self {
            renders: table.take_parsed("renders")?,
            target: table.take_parsed("target")?,
            touch: text(&mut table, "touch")?,
            state: table.take_parsed("state")?.unwrap_or(State::Initial),
            origin: table.take_parsed("origin")?,
            translator: text(&mut table, "translator")?,
            reviewer: text(&mut table, "reviewer")?,
            signed: table.take_parsed("signed")?,
            terms: read_terms(&mut table)?,
            rejected: text(&mut table, "rejected")?,
            earlier: read_earlier(&mut table)?,
            offered: text(&mut table, "offered")?,
            entry: text(&mut table, "entry")?,
            unknown: table.into_unknown(),
        })
    }

    fn write(&self, out: &mut String) {
        push_fingerprint(out, "renders", self.renders);
        push_fingerprint(out, "target", self.target);
        push_text(out, "touch", self.touch.as_deref());
        if self.state != State::Initial {
            push_text(out, "state", Some(self.state.as_str()));
        }
        push_text(out, "origin", self.origin.as_ref().map(ToString::to_string).as_deref());
        push_text(out, "translator", self.translator.as_deref());
        push_text(out, "reviewer", self.reviewer.as_deref());
        push_fingerprint(out, "signed", self.signed);
        if !self.terms.is_empty() {
            out.push_str("terms = [\n");
            for term in &self.terms {
                out.push_str("    ");
                write_string(out, term);
                out.push_str(",\n");
            }
            out.push_str("]\n");
        }
        push_text(out, "rejected", self.rejected.as_deref());
        if !self.earlier.is_empty() {
            out.push_str("earlier = [\n");
            for (target, rendered) in &self.earlier {
                let rendered = rendered.map_or_else(|| "?".to_owned(), |fingerprint| fingerprint.to_string());
                out.push_str(&format!("    \"{target}→{rendered}\",\n"));
            }
            out.push_str("]\n");
        }
        push_text(out, "offered", self.offered.as_deref());
        if let Some(entry) = &self.entry {
            out.push_str("entry = ");
            write_block(out, entry);
            out.push('\n');
        }
        push_unknown(out, &self.unknown);
    }
}

fn read_terms(table: &mut Table<'_>) -> Result<Vec<String>, FieldError> {
    let (offset, items) = table.take_list("terms")?;
    let read_item = |item: &Value<'_>| match item {
        Value::Text(text) => Ok(text.clone().into_owned()),
        _ => Err(FieldError { offset, message: "`terms`: an item is not a string".to_owned() }),
    };
    items.iter().map(read_item).collect()
}

fn read_earlier(table: &mut Table<'_>) -> Result<Vec<(Fingerprint, Option<Fingerprint>)>, FieldError> {
    let (offset, items) = table.take_list("earlier")?;
    let wrong = |message: &str| FieldError { offset, message: format!("`earlier`: {message}") };
    let read_item = |item: &Value<'_>| {
        let Value::Text(text) = item else { return Err(wrong("an item is not a string")) };
        let Some((target, rendered)) = text.split_once('→') else {
            return Err(wrong("an item is not `FINGERPRINT→FINGERPRINT` or `FINGERPRINT→?`"));
        };
        let target = target.parse::<Fingerprint>().map_err(|error| wrong(&error.to_string()))?;
        match rendered {
            "?" => Ok((target, None)),
            _ => Ok((target, Some(rendered.parse::<Fingerprint>().map_err(|error| wrong(&error.to_string()))?))),
        }
    };
    items.iter().map(read_item).collect()
}

fn push_text(out: &mut String, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        out.push_str(key);
        out.push_str(" = ");
        write_string(out, text);
        out.push('\n');
    }
}

fn push_fingerprint(out: &mut String, key: &str, fingerprint: Option<Fingerprint>) {
    if let Some(fingerprint) = fingerprint {
        out.push_str(&format!("{key} = \"{fingerprint}\"\n"));
    }
}
