//! Puts the sides together: from the texts of an article's files to the texts they should have.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, LineIndex, Locale, Place, Severity};
use crate::engine::freshness::Judge;
use crate::engine::glossary::{Glossary, Term};
use crate::engine::grade::Measure;
use crate::engine::segment::Rules;
use crate::format::fluent::{self, Catalog, Translation};
use crate::format::ledger;
use crate::format::markdown;
use crate::model::{Article, Ledger, TargetRecord, UnitId};

use super::input::{ArticleInput, Intervention, PlanOptions, TargetFiles};
use super::source::{self, SourcePlan, UnitChange};
use super::target::{self, TargetPlan};
use super::terms;
use super::view;

/// Everything that is known of one article, and the texts its files should have.
#[derive(Debug, Clone)]
pub struct ArticlePlan {
    /// The article's name.
    pub name: String,
    /// The source side.
    pub source: SourcePlan,
    /// The target sides by locale.
    pub targets: BTreeMap<Locale, TargetPlan>,
    /// Files whose text changes.
    pub edits: Vec<FileEdit>,
    /// Everything that was found wrong; the path of each is filled in by the caller from `FileRole`.
    pub diagnostics: Vec<(FileRole, Diagnostic)>,
    /// Nothing may be written: one of the files is in conflict, cannot be read or comes from a newer version.
    pub blocked: bool,
    /// How many translated units this sync retires, and how many there were, over all locales' units together.
    pub retires: (usize, usize),
}

/// Which of an article's files is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileRole {
    /// The article itself.
    Article,
    /// A catalog.
    Catalog(Locale),
    /// A ledger.
    Ledger(Locale),
}

/// One file's text before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEdit {
    /// Which file.
    pub file: FileRole,
    /// Its text on disk; `None` if it does not exist.
    pub before: Option<String>,
    /// Its text after.
    pub after: String,
}

impl ArticlePlan {
    /// Units whose source text differs from the last sync, or that were born, moved or are gone.
    pub fn unsynced(&self) -> usize {
        let changed = self.source.units.iter().filter(|unit| !matches!(unit.change, UnitChange::Same)).count();
        changed + self.source.gone.len()
    }
}

/// Plans one article. A second plan on the texts this one asks for asks for nothing.
pub fn plan(input: &ArticleInput, options: &PlanOptions) -> ArticlePlan {
    let mut diagnostics = Vec::new();
    let read = markdown::read(&input.text, &input.options);
    diagnostics.extend(read.diagnostics.into_iter().map(|diagnostic| (FileRole::Article, diagnostic)));
    diagnostics.extend(carried(&read.article).map(|diagnostic| (FileRole::Article, diagnostic)));
    let mut blocked = read.fatal;

    let source_role = FileRole::Catalog(input.locale.clone());
    let catalog = read_catalog(input.source.catalog.as_deref(), &source_role, &mut diagnostics, &mut blocked);
    let ledger = ledger::read_source(input.source.ledger.as_deref().unwrap_or_default());
    let ledger_role = FileRole::Ledger(input.locale.clone());
    diagnostics.extend(ledger.diagnostics.into_iter().map(|diagnostic| (ledger_role.clone(), diagnostic)));
    blocked |= ledger.conflicted || !ledger.writable;

    let rules = options.rules.clone().unwrap_or_else(|| Rules::of(&input.locale));
    let glossary = options.terms.as_deref();
    let cutting = source::Cutting { locale: &input.locale, rules: &rules, terms: glossary, resegment: options.resegment };
    let mut source = source::plan(
        read.article,
        cutting,
        input.source.catalog.is_some().then_some(&catalog),
        ledger.ledger,
        &options.interventions,
    );
    let refused = source::apply_verdicts(&mut source, &options.interventions);
    diagnostics.extend(refused.into_iter().map(|diagnostic| (ledger_role.clone(), diagnostic)));
    diagnostics.extend(source.diagnostics.drain(..).map(|diagnostic| (FileRole::Article, diagnostic)));

    let terms = terms::terms_of_units(&source, glossary);
    let judge = Judge::default();
    let mut planner =
        Planner { input, options, catalog: &catalog, source: &source, terms, judge, diagnostics, blocked, edits: Vec::new() };
    if options.edits {
        planner.source_files();
    }
    let targets: BTreeMap<Locale, TargetPlan> =
        input.targets.iter().map(|(locale, files)| (locale.clone(), planner.target_files(locale, files))).collect();
    let (diagnostics, blocked, edits) = (planner.diagnostics, planner.blocked, planner.edits);
    let retires = retires(&source, &targets);
    ArticlePlan { name: input.name.clone(), source, targets, edits, diagnostics, blocked, retires }
}

/// What readers of every language get in the source language, because it stands in raw HTML.
fn carried(article: &Article) -> impl Iterator<Item = Diagnostic> + '_ {
    let lines = LineIndex::new(&article.text);
    article.carried_prose.iter().map(move |span| {
        let words: Vec<&str> = article.text[span.clone()].split_whitespace().take(8).collect();
        let place = Place::at(lines.position(span.start));
        Diagnostic::new("carried-text", format!("not translated, carried as it is: `{}`", words.join(" ")), place)
            .severity(Severity::Note)
            .help("write it as Markdown, or set `html-blocks = \"translate\"` for these articles")
    })
}

/// Reads a catalog; an absent file reads as an empty one.
fn read_catalog(text: Option<&str>, role: &FileRole, found: &mut Vec<(FileRole, Diagnostic)>, blocked: &mut bool) -> Catalog {
    let catalog = fluent::read(text.unwrap_or_default());
    // What else is wrong with a file in conflict comes from the conflict.
    let matters = |diagnostic: &&Diagnostic| !catalog.conflicted || diagnostic.code == "conflict-markers";
    found.extend(catalog.diagnostics.iter().filter(matters).cloned().map(|diagnostic| (role.clone(), diagnostic)));
    *blocked |= catalog.conflicted
        || catalog.diagnostics.iter().any(|diagnostic| matches!(diagnostic.code, "nesting-too-deep" | "too-large"));
    catalog
}

/// Of the units that had a translation in any locale: how many are gone now, and how many there were.
fn retires(source: &SourcePlan, targets: &BTreeMap<Locale, TargetPlan>) -> (usize, usize) {
    let translated =
        |id: &UnitId| targets.values().any(|target| target.ledger.units.get(id).is_some_and(|record| record.target.is_some()));
    let gone = source.gone.iter().filter(|id| translated(id)).count();
    let kept = source.units.iter().filter(|unit| translated(&unit.id)).count();
    (gone, gone + kept)
}

/// Stands in for a glossary that cannot be read; what is planned with it is not written.
static NO_TERMS: std::sync::LazyLock<Glossary> = std::sync::LazyLock::new(Glossary::default);

struct Planner<'a> {
    input: &'a ArticleInput,
    options: &'a PlanOptions,
    catalog: &'a Catalog,
    source: &'a SourcePlan,
    /// The fixed terms of each unit.
    terms: Vec<Vec<&'a Term>>,
    judge: Judge,
    diagnostics: Vec<(FileRole, Diagnostic)>,
    blocked: bool,
    edits: Vec<FileEdit>,
}

impl Planner<'_> {
    fn edit(&mut self, file: FileRole, before: Option<&String>, after: String) {
        // git may have checked a file out with CRLF line ends; that alone is no reason to write it.
        let same = |before: &String| *before == after || (before.contains('\r') && before.replace("\r\n", "\n") == after);
        if !before.is_some_and(same) {
            self.edits.push(FileEdit { file, before: before.cloned(), after });
        }
    }

    fn source_files(&mut self) {
        let locale = &self.input.locale;
        let desired = view::source_catalog(&self.input.name, locale, self.source);
        self.edit(FileRole::Catalog(locale.clone()), self.input.source.catalog.as_ref(), fluent::fresh(&desired));
        self.edit(FileRole::Ledger(locale.clone()), self.input.source.ledger.as_ref(), ledger::write_source(&self.source.ledger));
    }

    fn target_files(&mut self, locale: &Locale, files: &TargetFiles) -> TargetPlan {
        let role = FileRole::Catalog(locale.clone());
        let catalog = read_catalog(files.catalog.as_deref(), &role, &mut self.diagnostics, &mut self.blocked);
        let read = ledger::read_target(files.ledger.as_deref().unwrap_or_default());
        let ledger_role = FileRole::Ledger(locale.clone());
        self.diagnostics.extend(read.diagnostics.into_iter().map(|diagnostic| (ledger_role.clone(), diagnostic)));
        self.blocked |= read.conflicted || !read.writable;

        let before = self.options.edits.then(|| read.ledger.units.clone());
        let glossary = files.glossary.as_deref().unwrap_or(&NO_TERMS);
        let source_glossary = self.options.terms.as_deref();
        let measure = Measure { locale: &self.input.locale, terms: source_glossary, links: Some(&self.source.links) };
        let sides =
            target::Files { measure, catalog: &catalog, ledger: read.ledger, glossary, judge: &self.judge, source_glossary };
        let by = &self.options.attribution;
        let mut planned = target::plan(self.source, locale, sides, by, &self.options.interventions);
        self.diagnostics.extend(planned.diagnostics.drain(..).map(|diagnostic| (role.clone(), diagnostic)));
        self.diagnostics.extend(planned.ledger_diagnostics.drain(..).map(|diagnostic| (ledger_role.clone(), diagnostic)));
        planned.blocked = files.glossary.is_none();
        for (unit, terms) in planned.units.iter_mut().zip(&self.terms) {
            unit.terms = terms::renderings(terms, glossary);
        }
        if let Some(before) = before.filter(|_| !planned.blocked) {
            self.write_target(&mut planned, &catalog, &before, files);
        }
        planned.catalog = catalog;
        planned
    }

    fn write_target(
        &mut self,
        planned: &mut TargetPlan,
        catalog: &Catalog,
        before: &BTreeMap<UnitId, TargetRecord>,
        files: &TargetFiles,
    ) {
        let locale = planned.locale.clone();
        let sides = view::Sides { source: self.catalog, target: catalog, ledger: before };
        let desired = view::target_catalog(&self.input.name, &self.input.locale, self.source, planned, sides, self.options.notes);
        let after = if files.catalog.is_some() {
            let rewritten = fluent::rewrite(catalog, &desired);
            keep_removed(&mut planned.ledger, rewritten.removed);
            self.diagnostics
                .extend(rewritten.diagnostics.into_iter().map(|diagnostic| (FileRole::Catalog(locale.clone()), diagnostic)));
            rewritten.text
        } else {
            fluent::fresh(&desired)
        };
        self.edit(FileRole::Catalog(locale.clone()), files.catalog.as_ref(), after);
        self.edit(FileRole::Ledger(locale), files.ledger.as_ref(), ledger::write_target(&planned.ledger));
    }
}

/// Moves the entries of obsolete units into the ledger, byte for byte.
fn keep_removed(ledger: &mut Ledger<TargetRecord>, removed: Vec<(UnitId, String)>) {
    for (id, bytes) in removed {
        if holds_work(&bytes, &id) {
            ledger.units.entry(id).or_default().entry = Some(bytes);
        }
    }
}

/// Whether an entry that leaves its catalog has anything in it that a person wrote.
fn holds_work(bytes: &str, id: &UnitId) -> bool {
    let catalog = fluent::read(bytes);
    catalog.unit(id).is_none_or(|entry| entry.translation != Translation::Missing || !entry.comments.is_empty())
}

/// Whether any intervention concerns a locale's unit that the article does not have.
pub fn unknown_units<'a>(plan: &ArticlePlan, interventions: &'a [Intervention]) -> Vec<&'a UnitId> {
    let known = |id: &UnitId| plan.source.units.iter().any(|unit| unit.id == *id);
    interventions.iter().map(Intervention::unit).filter(|id| !known(id)).collect()
}
