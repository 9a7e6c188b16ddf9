//! `segmentation/<locale>.toml`: words and pairs of texts that say where a sentence ends; the built-in rules are such files too.
//!
//! What each key means is described in docs/formats.md.

use toml_edit::{Document, Item, Table, Value};

use crate::base::{Diagnostic, LineIndex, Place, Severity, Span};

/// A language's words, as they stand in the file. Every list may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SegmentationTable {
    /// Words whose stop never ends a sentence: `Mr`, `e.g`.
    pub inside: Vec<String>,
    /// Words whose stop ends a sentence only before a sentence starter: `Inc`, `p.m`.
    pub anywhere: Vec<String>,
    /// Words that stand last in a list, and so in a sentence where a capital follows: `etc`.
    pub last: Vec<String>,
    /// Words whose stop does not end a sentence before a number: `No`, `Fig`.
    pub before_number: Vec<String>,
    /// Names that end in an exclamation or question mark of their own, without it: `Yahoo`.
    pub exclamations: Vec<String>,
    /// Words that begin a sentence when they are capitalised: `The`, `He`.
    pub starters: Vec<String>,
    /// Prepositions: after `At 5 p.m.` the sentence is not over yet.
    pub fronting: Vec<String>,
    /// Verbs that name the speaker of a quotation before them: `said`.
    pub speech: Vec<String>,
    /// Further characters that end a sentence.
    pub stops: Vec<String>,
    /// Characters that end no sentence in this language.
    pub no_stops: Vec<String>,
    /// Whether a number with a stop is an ordinal: `15. Januar`; `None` when the file does not say.
    pub ordinals: Option<bool>,
    /// Whether nouns are capitalised, so that a capital says little; `None` when the file does not say.
    pub capital_nouns: Option<bool>,
    /// Places where a sentence ends whatever the other rules say.
    pub breaks: Vec<Pair>,
    /// Places where no sentence ends whatever the other rules say.
    pub no_breaks: Vec<Pair>,
}

/// A place in a text: what stands before it, and what after it, white space between them left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The text before; empty for any.
    pub before: String,
    /// The text after; empty for any.
    pub after: String,
}

/// A table, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadTable {
    /// What can be used.
    pub table: SegmentationTable,
    /// What is wrong or doubtful, in the file's order; the path of each is filled in by the caller.
    pub diagnostics: Vec<Diagnostic>,
}

const LISTS: [&str; 10] =
    ["inside", "anywhere", "last", "before-number", "exclamations", "starters", "fronting", "speech", "stops", "no-stops"];
const KEYS: [&str; 14] = [
    "inside",
    "anywhere",
    "last",
    "before-number",
    "exclamations",
    "starters",
    "fronting",
    "speech",
    "stops",
    "no-stops",
    "ordinals",
    "capital-nouns",
    "break",
    "no-break",
];

/// Reads a table; what cannot be used is left out and reported.
pub fn read_table(text: &str) -> ReadTable {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = Reader { lines: LineIndex::new(text), read: ReadTable::default() };
    match Document::parse(text) {
        Ok(document) => reader.read(document.as_table()),
        Err(error) => {
            let message = error.message().lines().next().unwrap_or("unknown error").to_owned();
            reader.report(error.span(), format!("not TOML: {message}"), "mend this line; nothing in the file is used before");
        }
    }
    reader.read.diagnostics.sort_by_key(|diagnostic| (diagnostic.place.line, diagnostic.place.column));
    reader.read
}

struct Reader<'t> {
    lines: LineIndex<'t>,
    read: ReadTable,
}

impl Reader<'_> {
    fn read(&mut self, top: &Table) {
        for (key, item) in top.iter() {
            match key {
                "ordinals" => self.read.table.ordinals = self.flag(key, item),
                "capital-nouns" => self.read.table.capital_nouns = self.flag(key, item),
                "break" => self.read.table.breaks = self.pairs(key, item),
                "no-break" => self.read.table.no_breaks = self.pairs(key, item),
                key if LISTS.contains(&key) => {
                    let words = self.words(key, item);
                    *self.list(key) = words;
                }
                key => {
                    let span = top.get_key_value(key).and_then(|(key, _)| key.span()).or(item.span());
                    let place = self.place(span);
                    let message = format!("the key `{}` is not known and has no effect", key.escape_debug());
                    let diagnostic = Diagnostic::new("unknown-key", message, place).severity(Severity::Warning);
                    self.read.diagnostics.push(diagnostic.help(format!("known here: {}", KEYS.join(", "))));
                }
            }
        }
    }

    fn list(&mut self, key: &str) -> &mut Vec<String> {
        let table = &mut self.read.table;
        match key {
            "inside" => &mut table.inside,
            "anywhere" => &mut table.anywhere,
            "last" => &mut table.last,
            "before-number" => &mut table.before_number,
            "exclamations" => &mut table.exclamations,
            "starters" => &mut table.starters,
            "fronting" => &mut table.fronting,
            "speech" => &mut table.speech,
            "stops" => &mut table.stops,
            _ => &mut table.no_stops,
        }
    }

    fn flag(&mut self, key: &str, item: &Item) -> Option<bool> {
        let value = item.as_bool();
        if value.is_none() {
            self.report(item.span(), format!("`{key}` is not `true` or `false`"), "write `true` or `false`, without quotes");
        }
        value
    }

    /// The words of a list, each without the stop that a person may have written after it.
    fn words(&mut self, key: &str, item: &Item) -> Vec<String> {
        let Some(array) = item.as_array() else {
            self.report(item.span(), format!("`{key}` is not a list of words"), "write a list such as `[\"Dr\", \"Prof\"]`");
            return Vec::new();
        };
        let mut words = Vec::new();
        for value in array {
            let single = matches!(key, "stops" | "no-stops");
            match value.as_str() {
                Some(stop)
                    if single && stop.chars().count() == 1 && !stop.contains(|c: char| c.is_alphanumeric() || c == ' ') =>
                {
                    words.push(stop.to_owned());
                }
                Some(_) if single => {
                    self.report(value.span(), format!("`{key}` holds something that is not one sign"), "write one sign")
                }
                Some(word) if word.trim_end_matches(['.', '!', '?']).trim().is_empty() => {
                    self.report(value.span(), format!("`{key}` holds an empty word"), "remove it");
                }
                Some(word) => words.push(word.trim().trim_end_matches(['.', '!', '?']).to_owned()),
                None => {
                    self.report(value.span(), format!("`{key}` holds something that is not a string"), "put it in double quotes")
                }
            }
        }
        words
    }

    fn pairs(&mut self, key: &str, item: &Item) -> Vec<Pair> {
        const HELP: &str = "write a list of pairs such as `[[\"Yahoo!\", \"Mail\"]]`; an empty text stands for any";
        let Some(array) = item.as_array() else {
            self.report(item.span(), format!("`{key}` is not a list of pairs"), HELP);
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for value in array {
            match pair(value) {
                Some(pair) => pairs.push(pair),
                None => self.report(value.span(), format!("`{key}` holds something that is not a pair of strings"), HELP),
            }
        }
        pairs
    }

    fn place(&self, span: Option<Span>) -> Place {
        Place::at(self.lines.position(span.map_or(0, |span| span.start)))
    }

    fn report(&mut self, span: Option<Span>, message: String, help: &str) {
        let diagnostic = Diagnostic::new("segmentation", message, self.place(span)).help(help);
        self.read.diagnostics.push(diagnostic);
    }
}

/// Two strings, not both empty.
fn pair(value: &Value) -> Option<Pair> {
    let array = value.as_array().filter(|array| array.len() == 2)?;
    let text = |at: usize| array.get(at).and_then(Value::as_str).map(|text| text.trim().to_owned());
    let pair = Pair { before: text(0)?, after: text(1)? };
    (!pair.before.is_empty() || !pair.after.is_empty()).then_some(pair)
}
