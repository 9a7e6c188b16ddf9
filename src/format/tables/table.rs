//! One table as fields that a record takes by name; what nobody takes is kept as text.

use std::borrow::Cow;

use toml_edit::{Document, Item};

use super::parse::parse_fields;
use super::split::Piece;

/// A value, borrowed from the file where it has no escapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value<'t> {
    /// A string of any style.
    Text(Cow<'t, str>),
    /// An integer.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
    /// An array.
    List(Vec<Value<'t>>),
    /// An inline table, or a sub-table.
    Table(Vec<(Cow<'t, str>, Value<'t>)>),
    /// A float, a date, or a comment: nothing that our records hold.
    Other,
}

/// A field as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field<'t> {
    /// Its name; empty for a comment line.
    pub key: Cow<'t, str>,
    /// Its value.
    pub value: Value<'t>,
    /// Byte offset in the piece.
    pub offset: usize,
    /// `key = value` as written, a comment after it included; may span lines.
    pub raw: Cow<'t, str>,
}

impl<'t> Field<'t> {
    /// A comment line.
    pub(super) fn comment(offset: usize, line: &'t str) -> Self {
        Self { key: Cow::Borrowed(""), value: Value::Other, offset, raw: Cow::Borrowed(line) }
    }
}

/// The fields of one table that no record has taken yet.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    /// In the file's order.
    pub fields: Vec<Field<'t>>,
    /// Where in the piece the first blank line is that something follows; not looked for where sub-tables follow.
    pub blank_line: Option<usize>,
}

/// Why a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldError {
    /// Byte offset in the piece.
    pub offset: usize,
    /// What is wrong, as a diagnostic says it.
    pub message: String,
}

/// Reads a piece that begins with its header line, `keys` of whose keys name the record; what lies deeper, in that header
/// or in those of sub-tables that follow, are fields.
pub(crate) fn read_table(piece: &str, keys: usize) -> Result<Table<'_>, FieldError> {
    let body = piece.find('\n').map_or(piece.len(), |at| at + 1);
    let plain_header = !piece.starts_with("[[") && piece[..body].matches('.').count() < keys;
    if plain_header && let Some(table) = parse_fields(piece, body) {
        return Ok(table);
    }
    read_any_table(piece, keys)
}

/// The same for whatever TOML allows.
fn read_any_table(piece: &str, keys: usize) -> Result<Table<'_>, FieldError> {
    let document = Document::parse(piece).map_err(|error| FieldError {
        offset: error.span().map_or(0, |span| span.start),
        message: format!("not TOML: {}", error.message().lines().next().unwrap_or("unknown error")),
    })?;
    let header = Piece { start: 0, text: piece }.header();
    let mut path = header.map(|header| header.path).unwrap_or_default();
    path.truncate(keys);
    let spanless = document.clone().into_mut();
    let (mut spanned, mut plain) = (document.as_item(), spanless.as_item());
    for key in path {
        let (Some(inner), Some(plain_inner)) = (spanned.get(key), plain.get(key)) else {
            return Err(FieldError { offset: 0, message: "the header is not readable".to_owned() });
        };
        (spanned, plain) = (inner, plain_inner);
    }
    let (Some(spanned), Some(plain)) = (spanned.as_table(), plain.as_table()) else {
        return Err(FieldError { offset: 0, message: "the header is that of an array of tables".to_owned() });
    };
    let mut table = Table { fields: Vec::new(), blank_line: None };
    for (name, item) in plain.iter() {
        let offset = spanned.key(name).and_then(toml_edit::Key::span).map_or(0, |span| span.start);
        let key = plain.key(name).expect("the name comes from this table");
        table.push_decor(offset, key.leaf_decor().prefix().and_then(|prefix| prefix.as_str()));
        let raw = format!("{} = {}", key.display_repr().trim(), written_value(item));
        table.fields.push(Field { key: Cow::Owned(name.to_owned()), value: convert(item), offset, raw: Cow::Owned(raw) });
    }
    table.push_decor(piece.len(), spanless.trailing().as_str());
    if piece.contains("\n[") {
        // Other tools put blank lines before the headers of sub-tables.
        table.blank_line = None;
    }
    table.keep_inner_comments(piece);
    Ok(table)
}

fn written_value(item: &Item) -> String {
    item.clone().into_value().map(|value| value.to_string().trim().to_owned()).unwrap_or_default()
}

fn convert(item: &Item) -> Value<'static> {
    match item.clone().into_value() {
        Ok(value) => convert_value(&value),
        Err(_) => Value::Other,
    }
}

fn convert_value(value: &toml_edit::Value) -> Value<'static> {
    match value {
        toml_edit::Value::String(text) => Value::Text(Cow::Owned(text.value().clone())),
        toml_edit::Value::Integer(number) => Value::Integer(*number.value()),
        toml_edit::Value::Boolean(truth) => Value::Boolean(*truth.value()),
        toml_edit::Value::Array(items) => Value::List(items.iter().map(convert_value).collect()),
        toml_edit::Value::InlineTable(fields) => Value::Table(convert_fields(fields)),
        toml_edit::Value::Float(_) | toml_edit::Value::Datetime(_) => Value::Other,
    }
}

fn convert_fields(fields: &toml_edit::InlineTable) -> Vec<(Cow<'static, str>, Value<'static>)> {
    fields.iter().map(|(key, value)| (Cow::Owned(key.to_owned()), convert_value(value))).collect()
}

impl<'t> Table<'t> {
    /// Keeps the comments of what stands between fields and ends at `end`, and notes a blank line that something follows.
    fn push_decor(&mut self, end: usize, decor: Option<&str>) {
        let decor = decor.unwrap_or_default();
        let mut offset = end.saturating_sub(decor.len());
        for line in decor.split_inclusive('\n') {
            if line.ends_with('\n') && line.trim().is_empty() && self.blank_line.is_none() {
                self.blank_line = Some(offset);
            }
            if line.trim_start().starts_with('#') {
                let raw = Cow::Owned(line.trim().to_owned());
                self.fields.push(Field { key: Cow::Borrowed(""), value: Value::Other, offset, raw });
            }
            offset += line.len();
        }
    }

    /// Keeps comment lines of sub-tables and arrays that no field has kept.
    fn keep_inner_comments(&mut self, piece: &str) {
        for line in piece.lines().map(str::trim).filter(|line| line.starts_with('#')) {
            if !self.fields.iter().any(|field| field.raw.contains(line)) {
                let raw = Cow::Owned(line.to_owned());
                self.fields.push(Field { key: Cow::Borrowed(""), value: Value::Other, offset: 0, raw });
            }
        }
    }

    /// Takes the field `key` out, if it is there.
    pub(crate) fn take(&mut self, key: &str) -> Option<Field<'t>> {
        let at = self.fields.iter().position(|field| field.key == key)?;
        Some(self.fields.remove(at))
    }

    /// Takes a string field out.
    pub(crate) fn take_text(&mut self, key: &str) -> Result<Option<(usize, Cow<'t, str>)>, FieldError> {
        match self.take(key) {
            None => Ok(None),
            Some(Field { value: Value::Text(text), offset, .. }) => Ok(Some((offset, text))),
            Some(field) => Err(field.wrong("a string")),
        }
    }

    /// Takes a string field out and parses it.
    pub(crate) fn take_parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
        &mut self,
        key: &str,
    ) -> Result<Option<T>, FieldError> {
        self.take(key).map(|field| field.parsed()).transpose()
    }

    /// Takes a boolean field out; an absent one is `false`.
    pub(crate) fn take_flag(&mut self, key: &str) -> Result<bool, FieldError> {
        self.take(key).map_or(Ok(false), |field| field.flag())
    }

    /// Takes a whole number that is not negative out.
    pub(crate) fn take_number(&mut self, key: &str) -> Result<Option<u32>, FieldError> {
        self.take(key).map(|field| field.number()).transpose()
    }
}

impl<'t> Field<'t> {
    /// The string that it holds.
    pub(crate) fn into_text(self) -> Result<String, FieldError> {
        match self.value {
            Value::Text(text) => Ok(text.into_owned()),
            _ => Err(self.wrong("a string")),
        }
    }

    /// The string that it holds, parsed.
    pub(crate) fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(&self) -> Result<T, FieldError> {
        let Value::Text(text) = &self.value else { return Err(self.wrong("a string")) };
        let wrong = |error| FieldError { offset: self.offset, message: format!("`{}`: {error}", self.key) };
        text.parse().map_err(wrong)
    }

    /// The truth that it holds.
    pub(crate) fn flag(&self) -> Result<bool, FieldError> {
        match self.value {
            Value::Boolean(truth) => Ok(truth),
            _ => Err(self.wrong("`true` or `false`")),
        }
    }

    /// The whole number that it holds, which is not negative.
    pub(crate) fn number(&self) -> Result<u32, FieldError> {
        let Value::Integer(number) = self.value else { return Err(self.wrong("a whole number")) };
        let out_of_range = |_| FieldError { offset: self.offset, message: format!("`{}` is out of range", self.key) };
        u32::try_from(number).map_err(out_of_range)
    }

    /// The array that it holds.
    pub(crate) fn items(&self) -> Result<&[Value<'t>], FieldError> {
        match &self.value {
            Value::List(items) => Ok(items),
            _ => Err(self.wrong("an array")),
        }
    }

    /// The error that this field should hold something else.
    pub(crate) fn wrong(&self, expected: &str) -> FieldError {
        FieldError { offset: self.offset, message: format!("`{}` is not {expected}", self.key) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

    use super::*;

    /// Text made of pieces of TOML, right and wrong.
    fn body() -> impl Strategy<Value = String> {
        let pieces = [
            "a",
            "b-1",
            "a = ",
            "b = ",
            "c=",
            "= ",
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "\\",
            "\\n",
            "\\u00e9",
            "\\ud800",
            "\\U0001F600",
            "\\e",
            "\\x41",
            "[",
            "]",
            ", ",
            "{ ",
            " }",
            "x = ",
            "\n",
            "\n\n",
            "\n  ",
            " # c",
            "#",
            "\t",
            "true",
            "false",
            "truex",
            "0",
            "12",
            "007",
            "1_0",
            "1.5",
            "1979-05-27",
            "+1",
            "-1",
            "99999999999999999999",
            "\"ok\"",
            "'lit'",
            "[1, 2]",
            "[\n'x',\n]",
            "{ a = 1 }",
            "{}",
            "é",
            "\u{0}",
            "\u{7F}",
            "\r",
            "\n'''",
            "\"\"",
            "a.b = 1\n",
            "\"q\" = 2\n",
            "d = \"\"\"\nx\"y\"\"\"\n",
        ];
        let piece = || prop::sample::select(pieces.to_vec());
        // Half of it is one field after another whose values only may be wrong.
        let right = [
            "1",
            "\"ok\" # c",
            "'lit'",
            "[1, 'x',]",
            "{ a = 1, \"b\" = { c = [] } }",
            "true",
            "'''\nx\n'''",
            "\"\\t\\u00e9\"",
            "[\n]",
        ];
        let right = prop::sample::select(right.to_vec()).prop_map(str::to_owned);
        let line = prop_oneof![5 => right, 1 => vec(piece(), 1..4).prop_map(|value| value.concat())];
        let lines = vec((prop::sample::select(vec!["a", "b", "\"c d\"", "e-1"]), line), 0..4);
        let fields = lines.prop_map(|lines| lines.iter().map(|(key, value)| format!("{key} = {value}\n")).collect());
        prop_oneof![vec(piece(), 0..12).prop_map(|pieces| pieces.concat()), fields]
    }

    fn without_comments(table: Table<'_>) -> Vec<(String, Value<'static>)> {
        let fields = table.fields.into_iter().filter(|field| !field.key.is_empty() || field.value != Value::Other);
        fields.map(|field| (field.key.into_owned(), owned(field.value))).collect()
    }

    fn owned(value: Value<'_>) -> Value<'static> {
        match value {
            Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Value::Integer(number) => Value::Integer(number),
            Value::Boolean(truth) => Value::Boolean(truth),
            Value::List(items) => Value::List(items.into_iter().map(owned).collect()),
            Value::Table(fields) => {
                Value::Table(fields.into_iter().map(|(key, value)| (Cow::Owned(key.into_owned()), owned(value))).collect())
            }
            Value::Other => Value::Other,
        }
    }

    #[test]
    fn the_fast_parser_reads_what_toml_edit_reads_or_declines() {
        let config = Config { cases: 200_000, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
        let answered = std::cell::Cell::new(0);
        let result = runner.run(&body(), |body| {
            let piece = format!("[t]\n{body}");
            let Some(fast) = parse_fields(&piece, 4) else { return Ok(()) };
            answered.set(answered.get() + usize::from(!fast.fields.is_empty()));
            let fast_break = fast.blank_line;
            let slow = read_any_table(&piece, 1);
            prop_assert!(slow.is_ok(), "{:?}: {}", slow, piece);
            let slow = slow.unwrap();
            if !piece.contains("\n[") && fast_break.is_some() {
                prop_assert_eq!(slow.blank_line, fast_break, "{}", piece);
            }
            prop_assert_eq!(without_comments(fast), without_comments(slow), "{}", piece);
            Ok(())
        });
        result.unwrap();
        assert!(answered.get() > 40_000, "only {} tables were answered", answered.get());
    }
}
