//! `glossary add`: a new term, in the source language and in others at once.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Locale;
use crate::format::fluent;
use crate::model::{TermEntry, TermForm};
use crate::project::Project;
use crate::project::save::{FileChange, Title};
use crate::workflow::Error;

use super::files::{self, GlossaryFile};

/// The longest name of a term, in bytes: names stand in texts that people read.
const LONGEST_NAME: usize = 100;
/// The longest text of a term, in characters.
const LONGEST_TEXT: usize = 20_000;

/// A term to be added.
#[derive(Debug, Clone, Default)]
pub struct AddOptions {
    /// Its name, with or without `-`.
    pub name: String,
    /// What the glossary of each locale shall say; the source locale must be among them.
    pub entries: BTreeMap<Locale, TermEntry>,
    /// Write nothing.
    pub dry_run: bool,
}

/// A term that was added.
#[derive(Debug, Clone, Serialize)]
pub struct AddReport {
    /// Its name, without `-`.
    pub term: String,
    /// What was written where.
    pub added: Vec<AddedTerm>,
}

/// A term added to one glossary.
#[derive(Debug, Clone, Serialize)]
pub struct AddedTerm {
    /// The locale.
    pub locale: Locale,
    /// The glossary file.
    pub path: String,
    /// The term as it was written.
    pub written: String,
}

impl Project {
    /// Adds a term at the end of the glossaries.
    ///
    /// # Errors
    /// When the name is none or taken, a text is empty, variants do not agree, a locale is unknown, or the files cannot be written.
    pub fn add_term(&self, options: &AddOptions) -> Result<AddReport, Error> {
        let name = checked_name(&options.name)?;
        for (locale, entry) in &options.entries {
            files::require_known(self, locale)?;
            check_entry(name, locale, entry)?;
        }
        self.save(&Title::command(format!("glossary add {name}")), options.dry_run, |project| project.add_changes(name, options))
    }

    fn add_changes(&self, name: &str, options: &AddOptions) -> Result<(AddReport, Vec<FileChange>), Error> {
        let all = files::load_all(self)?;
        if let Some(file) = all.iter().find(|file| defines(file, name)) {
            return Err(Error::Refused {
                message: format!("`-{name}` is defined already, in `{}`", file.path),
                help: format!("choose another name, or edit that file; `tarjuman glossary find {name}` shows the term"),
            });
        }
        let mut report = AddReport { term: name.to_owned(), added: Vec::new() };
        let mut changes = Vec::new();
        for (locale, entry) in &options.entries {
            let Some(file) = all.iter().find(|file| file.locale == *locale) else { continue };
            let entry = files::tidy(entry.clone());
            let written = fluent::write_term(name, &entry);
            changes.extend(file.change(&[(name.to_owned(), entry)])?);
            report.added.push(AddedTerm { locale: locale.clone(), path: file.path.clone(), written });
        }
        Ok((report, changes))
    }
}

/// Whether a file has a term of this name, even one that cannot be read.
fn defines(file: &GlossaryFile, name: &str) -> bool {
    let begins = |line: &str| {
        let rest = line.strip_prefix('-').and_then(|line| line.strip_prefix(name));
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    file.entry(name).is_some() || file.text.as_deref().unwrap_or_default().lines().any(begins)
}

/// The name that a person gave, if a term can have it.
pub(super) fn checked_name(name: &str) -> Result<&str, Error> {
    let name = files::bare_name(name);
    if fluent::is_identifier(name) && name.len() <= LONGEST_NAME {
        return Ok(name);
    }
    Err(Error::Refused {
        message: format!("`{name}` cannot be a term's name"),
        help: format!(
            "a name begins with a letter from a to z and goes on with such letters, digits, `-` and `_`, at most {LONGEST_NAME}: \
             `islamic-emirate`"
        ),
    })
}

/// Checks what can be checked before anything is read.
fn check_entry(name: &str, locale: &Locale, entry: &TermEntry) -> Result<(), Error> {
    let refused = |message: String, help: &str| Err(Error::Refused { message, help: help.to_owned() });
    if entry.forms.iter().all(|form| form.text.trim().is_empty()) {
        return refused(format!("`-{name}` has no text in `{locale}`"), "give the text that stands in articles");
    }
    let texts = entry.forms.iter().map(|form| &form.text).chain(&entry.also).chain(&entry.forbidden).chain(&entry.definition);
    if texts.into_iter().any(|text| text.chars().count() > LONGEST_TEXT) {
        return refused(
            format!("a text of `-{name}` in `{locale}` has more than {LONGEST_TEXT} characters"),
            "a term is a word or a few; put what is longer into an article",
        );
    }
    if let Some((what, value)) = unknown_value(entry) {
        return refused(format!("`{value}` means nothing as `.{what}`"), "`tarjuman explain unknown-term-value` says what does");
    }
    match clash(&entry.forms) {
        Some(problem) => refused(
            format!("the variants of `-{name}` in `{locale}` do not go together: {problem}"),
            "every variant names a key for the same selectors, `case=genitive, number=one`, and no two name the same keys",
        ),
        None => Ok(()),
    }
}

/// A value of a closed list that is not on it.
pub(super) fn unknown_value(entry: &TermEntry) -> Option<(&'static str, &String)> {
    let lists: [(&'static str, &Vec<String>, &[&str]); 4] = [
        ("translate", &entry.translate, &["no", "yes"]),
        ("match", &entry.matching, &["case", "word", "exact"]),
        ("gender", &entry.gender, &["masculine", "feminine", "neuter", "common", "other"]),
        ("status", &entry.status, &["preferred", "admitted", "deprecated", "superseded"]),
    ];
    let unknown = |(what, values, known): (&'static str, &'_ Vec<String>, &[&str])| {
        let at = values.iter().position(|value| !known.contains(&value.as_str()))?;
        Some((what, at))
    };
    let (what, at) = lists.into_iter().find_map(unknown)?;
    entry.attribute(what).map(|values| (what, &values[at]))
}

/// Why variants cannot be told apart by their keys, if they cannot.
pub(super) fn clash(forms: &[TermForm]) -> Option<String> {
    let selectors = |form: &TermForm| form.keys.iter().map(|(selector, _)| selector.clone()).collect::<Vec<_>>();
    let first = forms.first()?;
    for (at, form) in forms.iter().enumerate() {
        if selectors(form) != selectors(first) {
            return Some(format!("`{}` has other selectors than `{}`", form.variant(), first.variant()));
        }
        let number = |key: &str| key.parse::<f64>().is_ok();
        if let Some((selector, key)) = form
            .keys
            .iter()
            .find(|(selector, key)| !fluent::is_identifier(selector) || !(fluent::is_identifier(key) || number(key)))
        {
            return Some(format!("`{selector}={key}` cannot be written in Fluent"));
        }
        if forms[..at].iter().any(|other| other.keys == form.keys) {
            return Some(if form.keys.is_empty() {
                "two texts have no keys".to_owned()
            } else {
                format!("`{}` stands twice", form.variant())
            });
        }
    }
    None
}
