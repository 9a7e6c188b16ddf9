//! The table of a unit in a target ledger.

use crate::base::Fingerprint;
use crate::format::tables::{Field, FieldError, Table, Value, write_block, write_string};
use crate::model::{State, TargetRecord};

use super::record::Record;
use super::write::push_unknown;

impl Record for TargetRecord {
    fn read(table: Table<'_>) -> Result<Self, FieldError> {
        let mut record = Self::default();
        for field in table.fields {
            match field.key.as_ref() {
                "renders" => record.renders = Some(field.parsed()?),
                "target" => record.target = Some(field.parsed()?),
                "touch" => record.touch = Some(field.into_text()?),
                "state" => record.state = field.parsed()?,
                "origin" => record.origin = Some(field.parsed()?),
                "translator" => record.translator = Some(field.into_text()?),
                "reviewer" => record.reviewer = Some(field.into_text()?),
                "signed" => record.signed = Some(field.parsed()?),
                "terms" => record.terms = read_terms(&field)?,
                "rejected" => record.rejected = Some(field.into_text()?),
                "earlier" => record.earlier = read_earlier(&field)?,
                "offered" => record.offered = Some(field.into_text()?),
                "entry" => record.entry = Some(field.into_text()?),
                _ => record.unknown.push(field.raw.into_owned()),
            }
        }
        Ok(record)
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

fn read_terms(field: &Field<'_>) -> Result<Vec<String>, FieldError> {
    let (offset, items) = (field.offset, field.items()?);
    let read_item = |item: &Value<'_>| match item {
        Value::Text(text) => Ok(text.clone().into_owned()),
        _ => Err(FieldError { offset, message: "`terms`: an item is not a string".to_owned() }),
    };
    items.iter().map(read_item).collect()
}

fn read_earlier(field: &Field<'_>) -> Result<Vec<(Fingerprint, Option<Fingerprint>)>, FieldError> {
    let (offset, items) = (field.offset, field.items()?);
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
