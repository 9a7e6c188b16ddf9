//! Loads articles with all their files and plans them, one after the other in a fixed order, on all cores.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use crate::base::{Diagnostic, Locale, Place, Severity};
use crate::engine::glossary::{Affixes, Glossary};
use crate::engine::segment::Rules;
use crate::format::fluent;
use crate::format::markdown::ReadOptions;
use crate::model::UnitId;
use crate::project::save::{FileChange, Folder, SaveError};
use crate::project::{ArticleFile, ArticleName, Project, SourcePath, layout, load, load_segmentation};

use super::Error;
use super::article::{self, ArticleInput, ArticlePlan, FileRole, PlanOptions, SourceFiles, TargetFiles};

/// One article's plan with its place in the project.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The article's name.
    pub name: ArticleName,
    /// The article's file, relative to the project.
    pub path: String,
    /// How the article is read.
    pub options: ReadOptions,
    /// The plan; `None` when the article itself cannot be read.
    pub plan: Option<ArticlePlan>,
    /// Everything found wrong, with full places.
    pub diagnostics: Vec<Diagnostic>,
    /// The files it was made from, relative to the project, with BLAKE3 of their bytes; `None` where there is no file.
    pub read: Vec<(String, Option<[u8; 32]>)>,
}

impl Planned {
    /// Whether the article's files may be written.
    pub fn is_writable(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| !plan.blocked)
    }

    /// The file changes the plan asks for; none when nothing may be written.
    pub fn changes(&self) -> Vec<FileChange> {
        let Some(plan) = self.plan.as_ref().filter(|plan| !plan.blocked) else { return Vec::new() };
        let change = |edit: &article::FileEdit| FileChange {
            path: path_of(&edit.file, &self.name, &self.path),
            before: edit.before.clone(),
            after: Some(edit.after.clone()),
        };
        plan.edits.iter().map(change).collect()
    }
}

/// Plans no article at all; gives what is wrong with the project as a whole.
pub fn visit_none<T>(project: &Project) -> Result<Visited<T>, Error> {
    let glossaries = Glossaries::load(project)?;
    let diagnostics = own_diagnostics(project)?.into_iter().chain(glossaries.diagnostics).collect();
    Ok(Visited { results: Vec::new(), diagnostics })
}

/// Plans the named articles (all when `names` is empty) and gives each plan to `visit`; results come in article order.
///
/// Plans are dropped after the visit, so that memory stays small however many articles there are.
pub fn visit<T: Send>(
    project: &Project,
    names: &[ArticleName],
    options: &PlanOptions,
    visit: impl Fn(Planned) -> T + Sync,
) -> Result<Visited<T>, Error> {
    visit_with(project, names, options, &Glossaries::load(project)?, visit)
}

/// The same with glossaries that are loaded already.
pub fn visit_with<T: Send>(
    project: &Project,
    names: &[ArticleName],
    options: &PlanOptions,
    glossaries: &Glossaries,
    visit: impl Fn(Planned) -> T + Sync,
) -> Result<Visited<T>, Error> {
    let articles: Vec<&ArticleFile> =
        project.articles.iter().filter(|article| names.is_empty() || names.contains(&article.name)).collect();
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, Result<T, Error>)>> = Mutex::new(Vec::with_capacity(articles.len()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(article) = articles.get(at) else { return };
            let result = plan_article(project, article, options, glossaries).map(&visit);
            let mut results = results.lock().expect("no visitor panics while it holds the lock");
            results.push((at, result));
            project.progress.tell(results.len(), articles.len());
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(articles.len());
    if workers < 2 {
        work();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(work);
            }
        });
    }
    let mut results = results.into_inner().expect("all workers are done");
    results.sort_by_key(|(at, _)| *at);
    let results = results.into_iter().map(|(_, result)| result).collect::<Result<Vec<T>, Error>>()?;
    let diagnostics = own_diagnostics(project)?.into_iter().chain(glossaries.diagnostics.iter().cloned()).collect();
    Ok(Visited { results, diagnostics })
}

/// What is wrong with the project itself, whatever its articles are.
pub fn own_diagnostics(project: &Project) -> Result<Vec<Diagnostic>, Error> {
    Ok(project.diagnostics.iter().cloned().chain(interrupted(project)?).collect())
}

/// That a command was interrupted, so that files may be half as before it and half as after it.
fn interrupted(project: &Project) -> Result<Option<Diagnostic>, Error> {
    let journal = layout::PRIVATE;
    let found =
        Folder::interrupted(&project.root).map_err(|source| SaveError::Io { path: project.root.join(journal), source })?;
    Ok(found.map(|command| {
        let place = Place { path: format!("{journal}/journal"), ..Place::default() };
        let message = format!("`{command}` was interrupted; its files may be half changed");
        let help = "run a writing command, such as `tarjuman sync`: it first takes back what was interrupted";
        Diagnostic::new("interrupted-command", message, place).severity(Severity::Warning).help(help)
    }))
}

/// The text of a file that a command moves, removes or takes back; `None` when there is none. What cannot be read is not
/// taken for absent.
pub fn read_text(root: &Path, path: &str) -> Result<Option<String>, Error> {
    let loaded = load::load_text(root, path)?;
    match loaded.diagnostics.into_iter().next() {
        Some(found) => Err(Error::Refused { message: found.message, help: format!("nothing was written; {}", found.help) }),
        None => Ok(loaded.text),
    }
}

/// What a visit of articles gave.
#[derive(Debug)]
pub struct Visited<T> {
    /// One result for each article, in article order.
    pub results: Vec<T>,
    /// What is wrong with the project as a whole: its configuration and its glossaries.
    pub diagnostics: Vec<Diagnostic>,
}

/// What all articles share, read once: the glossaries of all locales, and the project's rules for sentences.
#[derive(Debug, Default)]
pub struct Glossaries {
    /// By locale; `None` when the file is there but cannot be read. A locale without a file has no entry.
    by_locale: BTreeMap<Locale, Option<Arc<Glossary>>>,
    /// What is wrong with them.
    diagnostics: Vec<Diagnostic>,
    /// How the articles are cut into sentences, if the project says anything about it.
    rules: Option<Arc<Rules>>,
}

impl Glossaries {
    /// Loads what a project's articles share.
    pub fn load(project: &Project) -> Result<Self, Error> {
        let source_locale = &project.config.source_locale;
        let segmentation = load_segmentation(&project.root, source_locale)?;
        let rules = segmentation.rules.map(|rules| Arc::new(Rules::with(source_locale, &rules)));
        let mut glossaries = Self { rules, diagnostics: segmentation.diagnostics, ..Self::default() };
        for locale in glossary_locales(project) {
            let path = layout::glossary(locale);
            let loaded = load::load_text(&project.root, path.as_str())?;
            let affixes = load::load_text(&project.root, layout::affixes(locale).as_str())?;
            let found = &mut glossaries.diagnostics;
            let (missing, damaged) = (loaded.is_missing(), !loaded.diagnostics.is_empty());
            found.extend(loaded.diagnostics.into_iter().chain(affixes.diagnostics));
            let terms = loaded.text.filter(|_| !damaged).and_then(|text| {
                let (glossary, diagnostics) = Glossary::read(&text, locale);
                let (faults, conflicted) = faults(&glossary);
                let diagnostics = diagnostics.into_iter().filter(|_| !conflicted);
                found.extend(faults.into_iter().chain(diagnostics).map(|diagnostic| diagnostic.in_file(path.as_str())));
                (!conflicted).then_some(glossary)
            });
            let own = affixes.text.filter(|_| terms.is_some()).map(|rules| {
                let (rules, diagnostics) = Affixes::read(&rules, locale);
                found.extend(diagnostics.into_iter().map(|diagnostic| diagnostic.in_file(layout::affixes(locale).as_str())));
                rules
            });
            let terms = terms.map(|terms| own.into_iter().fold(terms, Glossary::with_affixes));
            if !missing {
                glossaries.by_locale.insert(locale.clone(), terms.map(Arc::new));
            }
        }
        glossaries.fall_back(project);
        Ok(glossaries)
    }

    /// Lets glossaries stand in for one another as the configuration says.
    fn fall_back(&mut self, project: &Project) {
        for locale in &project.config.target_locales {
            let fallbacks = project.config.glossary_fallback(locale);
            let others: Vec<Arc<Glossary>> = fallbacks.into_iter().filter_map(|other| self.terms(other)).collect();
            if others.is_empty() {
                continue;
            }
            let empty = || Some(Arc::new(Glossary::read("", locale).0));
            let own = self.by_locale.entry(locale.clone()).or_insert_with(empty);
            if let Some(own) = own.as_mut().and_then(Arc::get_mut) {
                own.fall_back_to(others.iter().map(Arc::as_ref));
            }
        }
    }

    /// The texts that references of `locale` are resolved in: its own glossary, empty if there is none, and those it falls back to.
    pub fn texts(&self, project: &Project, locale: &Locale) -> Vec<&str> {
        let fallbacks = project.config.glossary_fallback(locale);
        std::iter::once(locale).chain(fallbacks).map(|locale| self.text(locale).unwrap_or_default()).collect()
    }

    /// The terms of a locale; none without a file, `None` when the file cannot be read.
    pub fn terms(&self, locale: &Locale) -> Option<Arc<Glossary>> {
        match self.by_locale.get(locale) {
            None => Some(Arc::default()),
            Some(glossary) => glossary.clone(),
        }
    }

    /// What is wrong with them.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The text of a locale's glossary, for the Fluent runtime.
    pub fn text(&self, locale: &Locale) -> Option<&str> {
        self.by_locale.get(locale)?.as_deref().map(Glossary::text)
    }
}

/// What is wrong with a glossary as a Fluent file, and whether it holds conflict markers: then nothing else matters.
fn faults(glossary: &Glossary) -> (Vec<Diagnostic>, bool) {
    if glossary.is_plain() {
        return (Vec::new(), false);
    }
    let catalog = fluent::read(glossary.text());
    let matters = |fault: &Diagnostic| !catalog.conflicted || fault.code == "conflict-markers";
    let conflicted = catalog.conflicted;
    (catalog.diagnostics.iter().filter(|fault| matters(fault)).cloned().collect(), conflicted)
}

/// The locales whose glossaries are needed, each once: targets, source, and those that stand in for others.
fn glossary_locales(project: &Project) -> Vec<&Locale> {
    let config = &project.config;
    let standing_in = config.glossary_fallback.iter().chain(config.glossary_fallbacks.values().flatten());
    let mut locales: Vec<&Locale> = Vec::new();
    for locale in config.target_locales.iter().chain([&config.source_locale]).chain(standing_in) {
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    locales
}

/// Loads and plans one article.
pub fn plan_article(
    project: &Project,
    article: &ArticleFile,
    options: &PlanOptions,
    glossaries: &Glossaries,
) -> Result<Planned, Error> {
    let mut loader = Loader { project, diagnostics: Vec::new(), failed: false, read: Vec::new() };
    let path = article.path.to_string();
    let Some(text) = loader.read_article(&article.path)? else {
        let options = read_options(article);
        let Loader { diagnostics, read, .. } = loader;
        return Ok(Planned { name: article.name.clone(), path, options, plan: None, diagnostics, read });
    };
    let name = &article.name;
    let source_locale = &project.config.source_locale;
    let source = SourceFiles {
        catalog: loader.read(layout::locale_catalog(source_locale, name).as_str())?,
        ledger: loader.read(layout::locale_ledger(source_locale, name).as_str())?,
    };
    let mut targets = BTreeMap::new();
    for locale in &project.config.target_locales {
        let files = TargetFiles {
            catalog: loader.read(layout::locale_catalog(locale, name).as_str())?,
            ledger: loader.read(layout::locale_ledger(locale, name).as_str())?,
            glossary: glossaries.terms(locale),
        };
        targets.insert(locale.clone(), files);
    }
    let terms = glossaries.terms(source_locale);
    let unreadable = terms.is_none();
    let options = PlanOptions { notes: project.config.notes, terms, rules: glossaries.rules.clone(), ..options.clone() };
    let input = ArticleInput {
        name: name.to_string(),
        locale: source_locale.clone(),
        text,
        options: read_options(article),
        source,
        targets,
    };
    let mut plan = article::plan(&input, &options);
    // Without the source terms every `[term]` note would go, and come back later.
    plan.blocked |= loader.failed || unreadable;
    let Loader { mut diagnostics, read, .. } = loader;
    diagnostics.extend(plan.diagnostics.drain(..).map(|(role, diagnostic)| diagnostic.in_file(&path_of(&role, name, &path))));
    Ok(Planned { name: name.clone(), path, options: input.options, plan: Some(plan), diagnostics, read })
}

/// How an article of the project is read.
pub fn read_options(article: &ArticleFile) -> ReadOptions {
    ReadOptions { flavour: article.flavour, front_matter: article.front_matter.clone(), html_blocks: article.html_blocks }
}

/// The project-relative path of one of an article's files.
pub fn path_of(role: &FileRole, name: &ArticleName, article: &str) -> String {
    match role {
        FileRole::Article => article.to_owned(),
        FileRole::Catalog(locale) => layout::locale_catalog(locale, name).into(),
        FileRole::Ledger(locale) => layout::locale_ledger(locale, name).into(),
    }
}

struct Loader<'a> {
    project: &'a Project,
    diagnostics: Vec<Diagnostic>,
    /// A file is there but cannot be used: the article must not be written.
    failed: bool,
    read: Vec<(String, Option<[u8; 32]>)>,
}

impl Loader<'_> {
    fn read(&mut self, path: &str) -> Result<Option<String>, Error> {
        let loaded = load::load_text(&self.project.root, path)?;
        self.read.push((path.to_owned(), loaded.hash()));
        Ok(self.keep(loaded))
    }

    fn read_article(&mut self, path: &SourcePath) -> Result<Option<String>, Error> {
        let loaded = load::load_article(&self.project.root, path)?;
        self.read.push((path.to_string(), loaded.hash()));
        Ok(self.keep(loaded))
    }

    fn keep(&mut self, loaded: load::Loaded) -> Option<String> {
        self.failed |= !loaded.diagnostics.is_empty();
        self.diagnostics.extend(loaded.diagnostics);
        loaded.text
    }
}

/// The articles that addresses speak of, checked; an empty list means all.
pub fn select(project: &Project, names: &[String]) -> Result<Vec<ArticleName>, Error> {
    let find = |name: &String| {
        let known = project.articles.iter().find(|article| article.name.as_str() == name.as_str());
        known.map(|article| article.name.clone()).ok_or_else(|| Error::UnknownArticle {
            name: name.clone(),
            nearest: nearest(name, project.articles.iter().map(|article| article.name.as_str())),
        })
    };
    names.iter().map(find).collect()
}

/// Checks that a locale is a target of the project.
pub fn require_locale(project: &Project, locale: &Locale) -> Result<(), Error> {
    if project.config.target_locales.contains(locale) {
        return Ok(());
    }
    Err(Error::UnknownLocale { locale: locale.clone(), known: project.config.target_locales.clone() })
}

/// Checks that a plan has a unit.
pub fn require_unit(plan: &ArticlePlan, unit: &UnitId) -> Result<(), Error> {
    if plan.source.units.iter().any(|own| own.id == *unit) {
        return Ok(());
    }
    let units = plan.source.units.iter().map(|own| own.id.as_str());
    Err(Error::UnknownUnit { article: plan.name.clone(), unit: unit.to_string(), nearest: nearest(unit.as_str(), units) })
}

/// The candidate most similar to `name`, if any is similar at all.
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let similarity = |candidate: &str| similar::TextDiff::from_chars(name, candidate).ratio();
    let scored = candidates.map(|candidate| (similarity(candidate), candidate));
    let best = scored.filter(|(score, _)| *score >= 0.6).max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    best.map(|(_, candidate)| candidate.to_owned())
}

/// A finding about an article as a whole.
pub fn article_diagnostic(code: &'static str, message: String, path: &str) -> Diagnostic {
    Diagnostic::new(code, message, Place { path: path.to_owned(), line: 0, column: 0 })
}
