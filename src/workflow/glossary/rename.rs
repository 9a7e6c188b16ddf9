//! `glossary rename`: a term gets another name, in every glossary, every catalog and every translation that waits in a ledger.
//!
//! A name is no text that anybody reads, so nothing may look newer, staler or less reviewed for it. Ledgers hold fingerprints
//! of translations with the names in them, and sign-offs over those: both are taken over to the new name where they held before.

use std::sync::Arc;

use serde::Serialize;

use crate::base::{Diagnostic, Fingerprint, LineIndex, Locale, Place, Severity};
use crate::engine::glossary::{Glossary, renamed as renamed_terms};
use crate::engine::record;
use crate::format::fluent::{self, Message, Translation, canonical, rename_term};
use crate::format::ledger;
use crate::model::{TargetRecord, UnitId};
use crate::project::save::{FileChange, Title};
use crate::project::{ArticleName, Project, layout, load};
use crate::workflow::{Error, planning};

use super::add::checked_name;
use super::files::{self, GlossaryFile};

/// What a renaming changed.
#[derive(Debug, Clone, Serialize)]
pub struct TermRename {
    /// The old name, without `-`.
    pub from: String,
    /// The new name.
    pub to: String,
    /// The glossaries that define it.
    pub defined: Vec<String>,
    /// How many references follow the new name.
    pub references: usize,
    /// Paths of the files written (or, in a dry run, that would be), sorted.
    pub written: Vec<String>,
    /// References that could not follow, because what holds them does not parse.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Gives a term another name wherever it is defined or referred to. Freshness, states and sign-offs stay.
    ///
    /// # Errors
    /// When no glossary has the term, the new name is none or taken, a catalog or ledger cannot be written before it is mended,
    /// or the files cannot be written.
    pub fn rename_term(&self, old: &str, new: &str, dry_run: bool) -> Result<TermRename, Error> {
        let (old, new) = (files::bare_name(old), checked_name(new)?);
        self.save(&Title::command(format!("glossary rename {old} {new}")), dry_run, |project| {
            project.rename_term_changes(old, new)
        })
    }

    fn rename_term_changes(&self, old: &str, new: &str) -> Result<(TermRename, Vec<FileChange>), Error> {
        let glossaries = files::load_all(self)?;
        if !glossaries.iter().any(|file| file.entry(old).is_some()) {
            return Err(files::unknown_term(old, &glossaries));
        }
        if let Some(file) = glossaries.iter().find(|file| file.entry(new).is_some()) {
            return Err(Error::Refused {
                message: format!("`-{new}` is taken: `{}` defines it", file.path),
                help: "choose another name".to_owned(),
            });
        }
        let report = TermRename {
            from: old.to_owned(),
            to: new.to_owned(),
            defined: Vec::new(),
            references: 0,
            written: Vec::new(),
            diagnostics: Vec::new(),
        };
        let mut renaming = Renaming { project: self, old, new, report, changes: Vec::new() };
        for file in &glossaries {
            renaming.glossary(file);
        }
        for locale in load::list_locales(&self.root)? {
            let glossary = glossaries.iter().find(|file| file.locale == locale);
            let terms = glossary.map(|file| renaming.terms(file)).transpose()?.unwrap_or_default();
            for article in load::list_catalogs(&self.root, &locale)? {
                renaming.catalog(&locale, &article)?;
            }
            for article in load::list_ledgers(&self.root, &locale)? {
                renaming.ledger(&locale, &article, &terms)?;
            }
        }
        let Renaming { mut report, changes, .. } = renaming;
        report.written = changes.iter().map(|change| change.path.clone()).collect();
        report.written.sort();
        Ok((report, changes))
    }
}

/// The terms of a locale, as sign-offs cover them.
#[derive(Default)]
struct Terms {
    before: Glossary,
    after: Glossary,
    /// Whether other terms refer to the renamed one: then sign-offs of texts without its name cover it too.
    nested: bool,
}

struct Renaming<'a> {
    project: &'a Project,
    old: &'a str,
    new: &'a str,
    report: TermRename,
    changes: Vec<FileChange>,
}

impl Renaming<'_> {
    fn glossary(&mut self, file: &GlossaryFile) {
        let Some(text) = &file.text else { return };
        let (after, names) = rename_term(text, self.old, self.new);
        let defined = usize::from(file.entry(self.old).is_some());
        if defined > 0 {
            self.report.defined.push(file.path.clone());
        }
        self.report.references += names.saturating_sub(defined);
        self.report_left(&file.path, &after);
        self.push(file.path.clone(), text.clone(), after);
    }

    fn catalog(&mut self, locale: &Locale, article: &ArticleName) -> Result<(), Error> {
        let path: String = layout::locale_catalog(locale, article).into();
        let Some(text) = planning::read_text(&self.project.root, &path)? else { return Ok(()) };
        let (after, names) = rename_term(&text, self.old, self.new);
        if names > 0 && fluent::read(&text).conflicted {
            return Err(self.conflicted(&path));
        }
        self.report.references += names;
        self.report_left(&path, &after);
        self.push(path, text, after);
        Ok(())
    }

    /// Takes over what a ledger says of translations that refer to the term.
    fn ledger(&mut self, locale: &Locale, article: &ArticleName, terms: &Terms) -> Result<(), Error> {
        if *locale == self.project.config.source_locale {
            return Ok(());
        }
        let path: String = layout::locale_ledger(locale, article).into();
        let Some(text) = planning::read_text(&self.project.root, &path)? else { return Ok(()) };
        let catalog: String = layout::locale_catalog(locale, article).into();
        let catalog = planning::read_text(&self.project.root, &catalog)?.unwrap_or_default();
        if !terms.nested && !catalog.contains(self.old) && !text.contains(self.old) {
            return Ok(());
        }
        let mut read = ledger::read_target(&text);
        let before = read.ledger.units.clone();
        let catalog = fluent::read(&catalog);
        for (id, own) in &mut read.ledger.units {
            let in_catalog = match catalog.unit(id).map(|entry| &entry.translation) {
                Some(Translation::Text(message)) => Some(message.clone()),
                _ => None,
            };
            self.record(id, own, in_catalog, terms);
        }
        if read.ledger.units == before {
            return Ok(());
        }
        if read.conflicted || !read.writable {
            return Err(self.conflicted(&path));
        }
        let after = ledger::write_target(&read.ledger);
        self.push(path, text, after);
        Ok(())
    }

    fn record(&mut self, id: &UnitId, own: &mut TargetRecord, in_catalog: Option<Arc<Message>>, terms: &Terms) {
        let mut message = in_catalog;
        if let Some(entry) = &own.entry {
            let (renamed, names) = rename_term(entry, self.old, self.new);
            if names > 0 {
                if message.is_none() {
                    message = match fluent::read(entry).unit(id).map(|entry| entry.translation.clone()) {
                        Some(Translation::Text(message)) => Some(message),
                        _ => None,
                    };
                }
                self.report.references += names;
                own.entry = Some(renamed);
            }
        }
        let Some(message) = message else { return };
        let Some(renamed) = self.renamed(&message) else { return };
        // What a record without terms was signed with, an older version worked out from the text.
        let signature = |renders, target, message: &Message, terms: &Glossary, lines: &[String]| {
            let covered = if lines.is_empty() { terms.rendered_terms(message) } else { lines.join("\n") };
            record::signature(renders, target, &covered)
        };
        let print = |message: &Message| Fingerprint::of_normalised(&canonical(message));
        // A text that no sync has recorded yet is recorded by the next one, under whatever name.
        let Some(target) = own.target.filter(|target| *target == print(&message)) else { return };
        let signed =
            own.renders.filter(|renders| own.signed == Some(signature(*renders, target, &message, &terms.before, &own.terms)));
        let is_trusted = !record::is_forged(id, own);
        let target = print(&renamed);
        own.target = Some(target);
        own.terms = renamed_terms(&own.terms, self.old, self.new);
        if let Some(renders) = signed {
            own.signed = Some(signature(renders, target, &renamed, &terms.after, &own.terms));
        }
        if is_trusted && own.touch.is_some() {
            own.touch = record::touch(id, own);
        }
    }

    /// The message with the new name.
    fn renamed(&self, message: &Message) -> Option<Message> {
        let lines: String = message.lines.iter().map(|line| format!("    {line}\n")).collect();
        let attributes = write_attributes(message);
        let (source, _) = rename_term(&format!("x =\n{lines}{attributes}"), self.old, self.new);
        fluent::read_message(&source)
    }

    /// The terms of a locale before and after, as sign-offs see them.
    fn terms(&self, file: &GlossaryFile) -> Result<Terms, Error> {
        let text = file.text.as_deref().unwrap_or_default();
        let (renamed, names) = rename_term(text, self.old, self.new);
        let after = files::read_glossary(self.project, &file.locale, &renamed)?;
        let nested = names > usize::from(file.entry(self.old).is_some());
        Ok(Terms { before: file.glossary(self.project)?, after, nested })
    }

    fn push(&mut self, path: String, before: String, after: String) {
        if before != after {
            self.changes.push(FileChange { path, before: Some(before), after: Some(after) });
        }
    }

    /// Says where the old name still stands in something that does not parse.
    fn report_left(&mut self, path: &str, text: &str) {
        let name = format!("-{}", self.old);
        let is_inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let code = |at: usize| {
            let line = text[..at].rsplit('\n').next().unwrap_or_default();
            let opens = line.trim_end_matches(' ').ends_with('{') || line.is_empty();
            opens && !text[at + name.len()..].starts_with(is_inner)
        };
        let lines = LineIndex::new(text);
        for (at, _) in text.match_indices(name.as_str()).filter(|(at, _)| code(*at)) {
            let place = Place { path: path.to_owned(), ..Place::at(lines.position(at)) };
            let message = format!("`{name}` still stands here: what holds it does not parse, or is a comment");
            let found = Diagnostic::new("term-not-renamed", message, place).severity(Severity::Warning);
            self.report.diagnostics.push(found.help(format!("mend it, and write `-{}`", self.new)));
        }
    }

    fn conflicted(&self, path: &str) -> Error {
        Error::Refused {
            message: format!("`{path}` cannot be written: it is in conflict, or from a newer version"),
            help: "nothing was written; mend that file, then run the command again".to_owned(),
        }
    }
}

/// The attributes of a message as Fluent. People write none on translations; other tools may.
fn write_attributes(message: &Message) -> String {
    if message.attributes.is_empty() {
        return String::new();
    }
    let attributes = message.attributes.clone();
    let id = fluent_syntax::ast::Identifier { name: "x".to_owned() };
    let own = fluent_syntax::ast::Message { id, value: None, attributes, comment: None };
    let resource = fluent_syntax::ast::Resource { body: vec![fluent_syntax::ast::Entry::Message(own)] };
    let written = fluent_syntax::serializer::serialize(&resource);
    written.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap_or_default()
}
