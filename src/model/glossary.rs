//! Fixed terms as they are listed, exchanged and written: what one glossary entry says, in words.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Locale;

/// One concept: a term's name, and what it is in each locale.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Concept {
    /// The term's name, without `-`.
    pub name: String,
    /// Its entries.
    pub locales: BTreeMap<Locale, TermEntry>,
}

/// What the glossary of one locale says of a term. Values are texts, one for each line of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TermEntry {
    /// Its forms, at least one; exactly one of them is the default.
    pub forms: Vec<TermForm>,
    /// Other accepted texts.
    pub also: Vec<String>,
    /// Texts that must not be used for it.
    pub forbidden: Vec<String>,
    /// What it means.
    pub definition: Vec<String>,
    /// `no`: translations keep the text of the source.
    pub translate: Vec<String>,
    /// How its text is compared: `case`, `word`, `exact`.
    #[serde(rename = "match")]
    pub matching: Vec<String>,
    /// Its grammatical gender.
    pub gender: Vec<String>,
    /// What the terminologists say of it.
    pub status: Vec<String>,
    /// The comment lines above it, without `# `.
    pub comments: Vec<String>,
    /// The value as it is written in Fluent, where its forms do not say all of it: it refers to another term, for instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
}

/// One text of a term.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TermForm {
    /// What chooses it: selector (without `$`) and key, outermost first; empty for a term without variants.
    pub keys: Vec<(String, String)>,
    /// Whether a reference without arguments gives it.
    pub default: bool,
    /// The text.
    pub text: String,
}

impl TermEntry {
    /// The names of the attributes that hold lists of texts, in the order in which they are written.
    pub const ATTRIBUTES: [&'static str; 7] = ["also", "forbidden", "definition", "translate", "match", "gender", "status"];

    /// An entry with one form and nothing else.
    pub fn of_text(text: &str) -> Self {
        let form = TermForm { keys: Vec::new(), default: true, text: text.to_owned() };
        Self { forms: vec![form], ..Self::default() }
    }

    /// The values of an attribute; `None` for a name that is none of [`Self::ATTRIBUTES`].
    pub fn attribute(&self, name: &str) -> Option<&Vec<String>> {
        match name {
            "also" => Some(&self.also),
            "forbidden" => Some(&self.forbidden),
            "definition" => Some(&self.definition),
            "translate" => Some(&self.translate),
            "match" => Some(&self.matching),
            "gender" => Some(&self.gender),
            "status" => Some(&self.status),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn attribute_mut(&mut self, name: &str) -> Option<&mut Vec<String>> {
        match name {
            "also" => Some(&mut self.also),
            "forbidden" => Some(&mut self.forbidden),
            "definition" => Some(&mut self.definition),
            "translate" => Some(&mut self.translate),
            "match" => Some(&mut self.matching),
            "gender" => Some(&mut self.gender),
            "status" => Some(&mut self.status),
            _ => None,
        }
    }

    /// The form that a reference without arguments gives.
    pub fn default_form(&self) -> Option<&TermForm> {
        self.forms.iter().find(|form| form.default).or_else(|| self.forms.first())
    }
}

impl TermForm {
    /// What chooses the form, as `case=genitive, number=one`; empty for a term without variants.
    pub fn variant(&self) -> String {
        let keys: Vec<String> = self.keys.iter().map(|(selector, key)| format!("{selector}={key}")).collect();
        keys.join(", ")
    }

    /// Reads what [`Self::variant`] writes; `None` for anything else.
    pub fn read_variant(text: &str) -> Option<Vec<(String, String)>> {
        let pair = |pair: &str| {
            let (selector, key) = pair.split_once('=')?;
            let (selector, key) = (selector.trim(), key.trim());
            (!selector.is_empty() && !key.is_empty()).then(|| (selector.to_owned(), key.to_owned()))
        };
        if text.trim().is_empty() { Some(Vec::new()) } else { text.split(',').map(pair).collect() }
    }
}

/// A concept as a file of another program has it: neither its name nor its languages need be those of the project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ForeignConcept {
    /// What the file calls it.
    pub id: Option<String>,
    /// Its entries by language tag, in the order of the file.
    pub entries: Vec<(String, TermEntry)>,
    /// Where it begins, counted from 1.
    pub line: usize,
}
