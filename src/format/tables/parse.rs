//! The fast parser: `key = value` lines of strings, integers, booleans, arrays and inline tables (TOML 1.0 §Keys, §Values).
//!
//! It answers `None` for anything it is not sure of (dotted keys, other types, every error); `toml_edit` then decides.
//! Where it answers, it answers as `toml_edit` does; a property test holds it to that.

use std::borrow::Cow;

use super::table::{Field, Table, Value};

/// How deeply arrays and inline tables may nest here; our own files need three levels.
const MAX_DEPTH: usize = 8;

/// Whether `key` needs no quotes.
pub(super) fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(is_bare)
}

/// Whether `byte` may stand in such a key.
pub(super) fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// The fields and comment lines of `text` from byte `from` on, or `None` when any of it is outside the subset.
pub(super) fn parse_fields(text: &str, from: usize) -> Option<Table<'_>> {
    let mut cursor = Cursor { text, at: from };
    let mut fields: Vec<Field<'_>> = Vec::new();
    let mut blank_line = None;
    loop {
        let line = cursor.at;
        cursor.skip_blank_lines();
        let start = cursor.at;
        if blank_line.is_none() && text[line..start].contains('\n') {
            blank_line = (start < text.len()).then_some(line);
        }
        match cursor.peek() {
            None => return Some(Table { fields, blank_line }),
            Some(b'#') => {
                let line = cursor.comment()?;
                cursor.line_end()?;
                fields.push(Field::comment(start, line));
            }
            Some(_) => {
                let key = cursor.key()?;
                if fields.iter().any(|field| field.key == key) {
                    return None;
                }
                let value = cursor.after_equals(0)?;
                cursor.skip_spaces();
                if cursor.peek() == Some(b'#') {
                    cursor.comment()?;
                }
                let raw = text[start..cursor.at].trim_end();
                cursor.line_end()?;
                fields.push(Field { key, value, offset: start, raw: Cow::Borrowed(raw) });
            }
        }
    }
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip_spaces(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t')) {
            self.at += 1;
        }
    }

    fn skip_blank_lines(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n')) {
            self.at += 1;
        }
    }

    /// White space, line ends and comments, as arrays allow them between items.
    fn skip_filling(&mut self) -> Option<()> {
        loop {
            self.skip_blank_lines();
            if self.peek() != Some(b'#') {
                return Some(());
            }
            self.comment()?;
        }
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn line_end(&mut self) -> Option<()> {
        match self.peek() {
            None => Some(()),
            Some(b'\n') => {
                self.at += 1;
                Some(())
            }
            Some(_) => None,
        }
    }

    fn comment(&mut self) -> Option<&'t str> {
        let line = self.rest().split('\n').next()?;
        self.at += line.len();
        line.bytes().all(is_plain).then_some(line.trim_end())
    }

    fn key(&mut self) -> Option<Cow<'t, str>> {
        let rest = self.rest();
        let length = rest.bytes().take_while(|&byte| is_bare(byte)).count();
        if length > 0 {
            self.at += length;
            return Some(Cow::Borrowed(&rest[..length]));
        }
        if rest.starts_with("\"\"\"") {
            return None;
        }
        self.basic_string()
    }

    fn after_equals(&mut self, depth: usize) -> Option<Value<'t>> {
        self.skip_spaces();
        self.eat(b'=')?;
        self.skip_spaces();
        self.value(depth)
    }

    fn value(&mut self, depth: usize) -> Option<Value<'t>> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.peek()? {
            b'"' if self.rest().starts_with("\"\"\"") => self.basic_block().map(Value::Text),
            b'"' => self.basic_string().map(Value::Text),
            b'\'' if self.rest().starts_with("'''") => self.literal_block().map(Value::Text),
            b'\'' => self.literal_string().map(Value::Text),
            b'[' => self.list(depth),
            b'{' => self.inline_table(depth),
            b't' => self.word("true", true),
            b'f' => self.word("false", false),
            b'0'..=b'9' => self.integer(),
            _ => None,
        }
    }

    fn word(&mut self, word: &str, value: bool) -> Option<Value<'t>> {
        self.at += self.rest().starts_with(word).then_some(word.len())?;
        self.peek().is_none_or(|byte| !is_bare(byte)).then_some(Value::Boolean(value))
    }

    fn integer(&mut self) -> Option<Value<'t>> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = &rest[..length];
        if digits.len() > 1 && digits.starts_with('0') {
            return None;
        }
        self.at += length;
        // What may follow a number in our files; a date, a float or `1_000` goes to `toml_edit`.
        let ends = self.peek().is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b',' | b']' | b'}' | b'#'));
        ends.then(|| digits.parse().ok().map(Value::Integer))?
    }

    fn list(&mut self, depth: usize) -> Option<Value<'t>> {
        self.eat(b'[')?;
        let mut items = Vec::new();
        loop {
            self.skip_filling()?;
            if self.eat(b']').is_some() {
                return Some(Value::List(items));
            }
            items.push(self.value(depth + 1)?);
            self.skip_filling()?;
            if self.eat(b',').is_none() {
                self.eat(b']')?;
                return Some(Value::List(items));
            }
        }
    }

    fn inline_table(&mut self, depth: usize) -> Option<Value<'t>> {
        self.eat(b'{')?;
        self.skip_spaces();
        let mut fields: Vec<(Cow<'t, str>, Value<'t>)> = Vec::new();
        if self.eat(b'}').is_some() {
            return Some(Value::Table(fields));
        }
        loop {
            self.skip_spaces();
            let key = self.key()?;
            if fields.iter().any(|(other, _)| *other == key) {
                return None;
            }
            let value = self.after_equals(depth + 1)?;
            fields.push((key, value));
            self.skip_spaces();
            if self.eat(b'}').is_some() {
                return Some(Value::Table(fields));
            }
            self.eat(b',')?;
        }
    }

    fn literal_string(&mut self) -> Option<Cow<'t, str>> {
        self.eat(b'\'')?;
        let text = self.rest().split(['\'', '\n']).next()?;
        self.at += text.len();
        self.eat(b'\'')?;
        text.bytes().all(is_plain).then_some(Cow::Borrowed(text))
    }

    fn literal_block(&mut self) -> Option<Cow<'t, str>> {
        self.at += 3;
        let _ = self.eat(b'\n');
        let length = self.rest().find("'''")?;
        let text = &self.rest()[..length];
        self.at += length + 3;
        let plain = text.bytes().all(|byte| is_plain(byte) || byte == b'\n') && self.peek() != Some(b'\'');
        plain.then_some(Cow::Borrowed(text))
    }

    fn basic_string(&mut self) -> Option<Cow<'t, str>> {
        self.eat(b'"')?;
        let rest = self.rest();
        let plain = rest.bytes().take_while(|&byte| is_plain(byte) && byte != b'"' && byte != b'\\').count();
        if rest.as_bytes().get(plain) == Some(&b'"') {
            self.at += plain + 1;
            return Some(Cow::Borrowed(&rest[..plain]));
        }
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.bytes().take_while(|&byte| is_plain(byte) && byte != b'"' && byte != b'\\').count();
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(Cow::Owned(text));
                }
                b'\\' => text.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn basic_block(&mut self) -> Option<Cow<'t, str>> {
        self.at += 3;
        let _ = self.eat(b'\n');
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.bytes().take_while(|&byte| byte == b'\n' || is_plain(byte) && byte != b'"' && byte != b'\\').count();
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek()? {
                b'"' if self.rest().starts_with("\"\"\"\"") => return None,
                b'"' if self.rest().starts_with("\"\"\"") => {
                    self.at += 3;
                    return Some(Cow::Owned(text));
                }
                b'"' => {
                    text.push('"');
                    self.at += 1;
                }
                b'\\' => text.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        self.eat(b'\\')?;
        let letter = self.peek()?;
        self.at += 1;
        match letter {
            b'"' => Some('"'),
            b'\\' => Some('\\'),
            b'n' => Some('\n'),
            b'r' => Some('\r'),
            b't' => Some('\t'),
            b'b' => Some('\u{8}'),
            b'f' => Some('\u{C}'),
            b'u' => self.code_point(4),
            b'U' => self.code_point(8),
            _ => None,
        }
    }

    fn code_point(&mut self, digits: usize) -> Option<char> {
        let hex = self.text.get(self.at..self.at + digits)?;
        if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at += digits;
        char::from_u32(u32::from_str_radix(hex, 16).ok()?)
    }
}

/// Whether TOML allows the byte raw in a string or comment (of one line).
fn is_plain(byte: u8) -> bool {
    byte == b'\t' || byte >= 0x20 && byte != 0x7F
}
