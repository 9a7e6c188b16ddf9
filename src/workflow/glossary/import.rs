//! `glossary import`: terms of other programs, merged into the glossaries. What a person wrote is never replaced unasked.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Diagnostic, Locale, Place, Severity};
use crate::engine::glossary::entries;
use crate::format::{csv, fluent, tbx};
use crate::model::{ForeignConcept, TermEntry};
use crate::project::Project;
use crate::project::save::{FileChange, Title};
use crate::workflow::Error;

use super::add::{clash, unknown_value};
use super::export::ExchangeFormat;
use super::files::{self, GlossaryFile};
use super::names::Naming;

/// What to import, and how.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// What the file is called in findings.
    pub path: String,
    /// Its format; `None` tells it from its first characters.
    pub format: Option<ExchangeFormat>,
    /// Where file and glossary differ, the file is right.
    pub overwrite: bool,
    /// Write nothing.
    pub dry_run: bool,
}

/// What an import changed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportReport {
    /// Terms new to a glossary, by locale and name; `to` is the text.
    pub added: Vec<FieldChange>,
    /// Fields that were empty or got more values (with `overwrite`: or were replaced).
    pub changed: Vec<FieldChange>,
    /// Fields that differ and were left as they are.
    pub conflicts: Vec<FieldChange>,
    /// How many entries say what the glossary says already.
    pub same: usize,
    /// Paths of the files written (or, in a dry run, that would be), sorted.
    pub written: Vec<String>,
    /// What could not be used of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// A field of a term in one locale.
#[derive(Debug, Clone, Serialize)]
pub struct FieldChange {
    /// The term, without `-`.
    pub term: String,
    /// The locale.
    pub locale: Locale,
    /// `form`, `comment`, or the name of an attribute.
    pub field: &'static str,
    /// What the glossary says.
    pub from: String,
    /// What the file says.
    pub to: String,
}

/// A file, read.
struct Foreign {
    concepts: Vec<ForeignConcept>,
    own: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Merges the terms of a file into the glossaries of the project's locales.
    ///
    /// # Errors
    /// When the file cannot be read at all, a glossary cannot be written before it is mended, or the files cannot be written.
    pub fn import_terms(&self, options: &ImportOptions) -> Result<ImportReport, Error> {
        let foreign = read(options);
        if let Some(fatal) = foreign.diagnostics.iter().find(|found| found.severity == Severity::Error) {
            return Err(Error::Refused {
                message: format!("{}:{}: {}", options.path, fatal.place.line, fatal.message),
                help: "nothing was imported; mend the file, or export it again as TBX-Basic or as CSV in UTF-8".to_owned(),
            });
        }
        let title = Title::command("glossary import");
        self.save(&title, options.dry_run, |project| project.import_changes(&foreign, options.overwrite))
    }

    fn import_changes(&self, foreign: &Foreign, overwrite: bool) -> Result<(ImportReport, Vec<FileChange>), Error> {
        let all = files::load_all(self)?;
        let mut merge = Merge {
            overwrite,
            own: foreign.own,
            report: ImportReport { diagnostics: foreign.diagnostics.clone(), ..ImportReport::default() },
            changes: BTreeMap::new(),
        };
        let mut naming = Naming::new(&all, &self.config.source_locale, foreign.own);
        let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
        let known: std::collections::HashMap<(&Locale, &str), &TermEntry> =
            all.iter().flat_map(|file| file.entries.iter().map(|(name, entry)| ((&file.locale, name.as_str()), entry))).collect();
        for concept in &foreign.concepts {
            let mut own: Vec<(Locale, TermEntry)> = Vec::new();
            for (tag, entry) in &concept.entries {
                match self.find_locale(tag) {
                    Some(locale) if !own.iter().any(|(known, _)| *known == locale) => {
                        own.push((locale, files::tidy(entry.clone())))
                    }
                    Some(_) => merge.report(format!("a second section for `{tag}` is left out"), concept.line),
                    None => *unknown.entry(tag.clone()).or_default() += 1,
                }
            }
            if own.is_empty() {
                continue;
            }
            let Some(name) = naming.name(concept, &own) else {
                merge.report("the term stands in the file twice; the first one counts".to_owned(), concept.line);
                continue;
            };
            for (locale, entry) in own {
                let old = known.get(&(&locale, name.as_str())).copied();
                merge.entry((&name, &locale), old, entry, concept.line);
            }
        }
        for (tag, count) in unknown {
            merge.report(format!("`{tag}` is no language of this project; {count} of its entries are left out"), 0);
        }
        let mut changes = Vec::new();
        for file in &all {
            changes.extend(merge.file(file)?);
        }
        let mut report = merge.report;
        report.written = changes.iter().map(|change| change.path.clone()).collect();
        report.written.sort();
        Ok((report, changes))
    }

    /// The locale of the project that a language tag means: the same, or the only one of the same language.
    fn find_locale(&self, tag: &str) -> Option<Locale> {
        let locale: Locale = tag.trim().replace('_', "-").parse().ok()?;
        let own = self.locales();
        if own.contains(&locale) {
            return Some(locale);
        }
        let mut alike = own.into_iter().filter(|own| own.language() == locale.language());
        let only = alike.next()?;
        // `zh-Hant` is not `zh-Hans`: a script is not guessed away.
        let script = |locale: &Locale| locale.as_str().split('-').find(|part| part.len() == 4).map(str::to_owned);
        let agrees = script(&only).is_none() || script(&locale).is_none() || script(&only) == script(&locale);
        (alike.next().is_none() && agrees).then_some(only)
    }
}

fn read(options: &ImportOptions) -> Foreign {
    let begins = String::from_utf8_lossy(&options.bytes[..options.bytes.len().min(64)]).replace('\0', "");
    let is_xml = begins.trim_start_matches(['\u{feff}', '\u{fffd}', ' ', '\n', '\r', '\t']).starts_with('<');
    let mut foreign = match options.format {
        Some(ExchangeFormat::Csv) => read_table(&options.bytes),
        None if !is_xml => read_table(&options.bytes),
        _ => {
            let read = tbx::read_tbx(&options.bytes);
            Foreign { concepts: read.concepts, own: read.own, diagnostics: read.diagnostics }
        }
    };
    foreign.diagnostics.iter_mut().for_each(|found| found.place.path.clone_from(&options.path));
    foreign.concepts.retain(|concept| !concept.entries.is_empty());
    foreign
}

fn read_table(bytes: &[u8]) -> Foreign {
    let read = csv::read_csv(bytes);
    Foreign { concepts: read.concepts, own: read.own, diagnostics: read.diagnostics }
}

struct Merge {
    overwrite: bool,
    own: bool,
    report: ImportReport,
    /// What shall be written, by locale.
    changes: BTreeMap<Locale, Vec<(String, TermEntry)>>,
}

impl Merge {
    fn report(&mut self, message: String, line: usize) {
        let place = Place { line, ..Place::default() };
        self.report.diagnostics.push(Diagnostic::new("exchange", message, place).severity(Severity::Warning));
    }

    fn entry(&mut self, (name, locale): (&str, &Locale), old: Option<&TermEntry>, mut new: TermEntry, line: usize) {
        while let Some((what, value)) = unknown_value(&new).map(|(what, value)| (what, value.clone())) {
            self.report(format!("`{value}` means nothing as `{what}` of `{name}`"), line);
            if let Some(values) = new.attribute_mut(what) {
                values.retain(|own| *own != value);
            }
        }
        if let Some(problem) = clash(&new.forms) {
            return self.report(format!("`{name}` in `{locale}` is left out: {problem}"), line);
        }
        if new.forms.is_empty() && old.is_none() {
            return self.report(format!("`{name}` in `{locale}` is left out: it has no text that may be used"), line);
        }
        if new.pattern.is_some() && !is_sound(name, locale, &new) {
            self.report(format!("what `{name}` in `{locale}` says in Fluent is left out: it does not read back the same"), line);
            new.pattern = None;
        }
        let Some(old) = old else {
            if !is_sound(name, locale, &new) {
                return self.report(format!("`{name}` in `{locale}` is left out: it cannot be written as Fluent"), line);
            }
            let to = new.default_form().map(|form| form.text.clone()).unwrap_or_default();
            self.report.added.push(FieldChange {
                term: name.to_owned(),
                locale: locale.clone(),
                field: "form",
                from: String::new(),
                to,
            });
            self.changes.entry(locale.clone()).or_default().push((name.to_owned(), new));
            return;
        };
        let merged = self.merged((name, locale), old, &new);
        if merged == *old {
            self.report.same += usize::from(self.says_nothing_else(old, &new));
        } else if is_sound(name, locale, &merged) {
            self.changes.entry(locale.clone()).or_default().push((name.to_owned(), merged));
        } else {
            self.report(format!("`{name}` in `{locale}` is left as it is: the result cannot be written as Fluent"), line);
        }
    }

    /// Whether the file adds nothing, and does not differ either.
    fn says_nothing_else(&self, old: &TermEntry, new: &TermEntry) -> bool {
        let covered = |name: &str| {
            let (old, new) = (old.attribute(name), new.attribute(name));
            new.is_none_or(|new| new.iter().all(|value| old.is_some_and(|old| old.contains(value))))
        };
        self.forms_agree(old, new) && TermEntry::ATTRIBUTES.into_iter().all(covered)
    }

    /// Whether a file's forms say what the glossary says. Other programs have no variants: their text is the default form.
    fn forms_agree(&self, old: &TermEntry, new: &TermEntry) -> bool {
        let text = |entry: &TermEntry| entry.default_form().map(|form| form.text.clone());
        let plain = matches!(new.forms.as_slice(), [only] if only.keys.is_empty()) && !self.own;
        new.forms.is_empty() || (old.forms == new.forms && old.pattern == new.pattern) || (plain && text(old) == text(new))
    }

    fn merged(&mut self, (name, locale): (&str, &Locale), old: &TermEntry, new: &TermEntry) -> TermEntry {
        let mut merged = old.clone();
        let field = |report: &mut ImportReport, (field, from, to): (&'static str, String, String), conflict: bool| {
            let change = FieldChange { term: name.to_owned(), locale: locale.clone(), field, from, to };
            if conflict { report.conflicts.push(change) } else { report.changed.push(change) }
        };
        if !self.forms_agree(old, new) {
            let text = |entry: &TermEntry| {
                let texts: Vec<String> = entry.forms.iter().map(|form| form.text.clone()).collect();
                texts.join(" | ")
            };
            field(&mut self.report, ("form", text(old), text(new)), !self.overwrite);
            if self.overwrite {
                merged.forms.clone_from(&new.forms);
                merged.pattern.clone_from(&new.pattern);
            }
        }
        for name in TermEntry::ATTRIBUTES {
            let (before, given) =
                (old.attribute(name).cloned().unwrap_or_default(), new.attribute(name).cloned().unwrap_or_default());
            if given.is_empty() || given == before {
                continue;
            }
            let lists = matches!(name, "also" | "forbidden");
            let mut wanted = before.clone();
            wanted.extend(given.iter().filter(|value| lists && !before.contains(value) && !clashes(old, name, value)).cloned());
            let refused: Vec<String> = given.iter().filter(|value| lists && clashes(old, name, value)).cloned().collect();
            let differs = !lists && !before.is_empty() || !refused.is_empty();
            if self.overwrite || before.is_empty() && refused.is_empty() {
                wanted.clone_from(&given);
            }
            if differs && !self.overwrite {
                let to = if lists { refused.join(" | ") } else { given.join(" | ") };
                field(&mut self.report, (name, before.join(" | "), to), true);
            }
            if wanted != before {
                field(&mut self.report, (name, before.join(" | "), wanted.join(" | ")), false);
                if let Some(values) = merged.attribute_mut(name) {
                    *values = wanted;
                }
            }
        }
        if !new.comments.is_empty() && new.comments != old.comments {
            let taken = self.overwrite || old.comments.is_empty();
            // Other programs attach notes of all kinds; only ours are known to be the comment.
            if taken || self.own {
                field(&mut self.report, ("comment", old.comments.join(" | "), new.comments.join(" | ")), !taken);
            }
            if taken {
                merged.comments.clone_from(&new.comments);
            }
        }
        merged
    }

    fn file(&mut self, file: &GlossaryFile) -> Result<Option<FileChange>, Error> {
        match self.changes.remove(&file.locale) {
            Some(changes) => file.change(&changes),
            None => Ok(None),
        }
    }
}

/// Whether the glossary forbids a text that the file accepts, or the other way round.
fn clashes(old: &TermEntry, name: &str, value: &String) -> bool {
    match name {
        "also" => old.forbidden.contains(value),
        _ => old.also.contains(value) || old.forms.iter().any(|form| form.text == *value),
    }
}

/// Whether an entry that is written reads back the same.
fn is_sound(name: &str, locale: &Locale, entry: &TermEntry) -> bool {
    let read = entries(&fluent::write_term(name, entry), locale);
    // What refers to other terms has no text without them.
    let refers = entry.pattern.as_deref().is_some_and(|pattern| pattern.contains('-'));
    match read.as_slice() {
        [(own, read)] if own == name => {
            *read == *entry || refers && TermEntry { forms: entry.forms.clone(), ..read.clone() } == *entry
        }
        _ => false,
    }
}
