//! Listing the articles of a project: deterministic, without leaving the project, without what the tool itself writes.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use globset::GlobSet;

use super::config::{ArticleSet, Config, build_globs};
use super::layout::{self, ArticleName, SourcePath};
use super::load::{LoadError, is_harmless};
use super::open::ArticleFile;
use crate::base::{Diagnostic, Place, Severity, limits};
use crate::model::Flavour;

/// The articles of a project, in order of their names, and what is wrong with files that might have been some.
pub(super) struct Walked {
    pub articles: Vec<ArticleFile>,
    pub diagnostics: Vec<Diagnostic>,
    /// Configuration errors that only the file system shows.
    pub errors: Vec<Diagnostic>,
}

/// Lists the articles that `config` names in the project at `root`.
pub(super) fn list_articles(root: &Path, config: &Config) -> Result<Walked, LoadError> {
    let mut walked = Walked { articles: Vec::new(), diagnostics: Vec::new(), errors: Vec::new() };
    for set in &config.articles {
        let folder = root.join(&set.root);
        let Ok(real) = folder.canonicalize() else {
            let message = format!("there is no folder `{}`", set.root);
            walked
                .diagnostics
                .push(Diagnostic::new("missing-root", message, set.place.clone()).help("create it, or mend `root`"));
            continue;
        };
        if !is_harmless(root, &real)? {
            let message = format!("the root `{}` leads out of the project", set.root);
            walked.errors.push(Diagnostic::new("config", message, set.place.clone()).help("name a folder inside the project"));
            continue;
        }
        if !real.is_dir() {
            return Err(LoadError::Io { path: folder, source: std::io::Error::from(ErrorKind::NotADirectory) });
        }
        let mut walk = Walk { root, config, set, globs: Globs::of(set), ancestors: vec![real], walked: &mut walked };
        walk.folder("")?;
    }
    keep_distinct(&mut walked);
    if walked.articles.len() > limits::ARTICLES {
        let message = format!("the project has {} articles; at most {} are read", walked.articles.len(), limits::ARTICLES);
        let place = Place { path: layout::CONFIG.to_owned(), ..Place::default() };
        let diagnostic = Diagnostic::new("too-many-articles", message, place);
        walked.errors.push(diagnostic.help("divide it into several projects, or narrow `include`"));
    }
    Ok(walked)
}

/// A file belongs to the first set that takes it in; two files of one name are an error.
fn keep_distinct(walked: &mut Walked) {
    let mut by_name: BTreeMap<ArticleName, ArticleFile> = BTreeMap::new();
    let mut folded: BTreeMap<String, ArticleName> = BTreeMap::new();
    for article in walked.articles.drain(..) {
        if let Some(first) = by_name.get(&article.name) {
            if first.path != article.path {
                let message = format!("`{}` and `{}` are both named `{}`", first.path, article.path, article.name);
                let place = Place { path: article.path.as_str().to_owned(), ..Place::default() };
                walked.errors.push(Diagnostic::new("duplicate-article", message, place).help("rename or exclude one of them"));
            }
            continue;
        }
        if let Some(other) = folded.insert(article.name.as_str().to_lowercase(), article.name.clone()) {
            let message = format!("`{}` and `{other}` differ only in case: some systems cannot keep both", article.name);
            let place = Place { path: article.path.as_str().to_owned(), ..Place::default() };
            let diagnostic = Diagnostic::new("article-name", message, place).severity(Severity::Warning);
            walked.diagnostics.push(diagnostic.help("rename one of them"));
        }
        by_name.insert(article.name.clone(), article);
    }
    walked.articles = by_name.into_values().collect();
}

struct Globs {
    include: GlobSet,
    exclude: GlobSet,
}

impl Globs {
    fn of(set: &ArticleSet) -> Self {
        let build = |globs: &[String]| build_globs(globs).expect("the configuration accepts only globs that can be built");
        Self { include: build(&set.include), exclude: build(&set.exclude) }
    }
}

struct Walk<'w> {
    root: &'w Path,
    config: &'w Config,
    set: &'w ArticleSet,
    globs: Globs,
    /// The folders from the set's root to the one being listed, without symlinks: a link back to one of them is a loop.
    ancestors: Vec<PathBuf>,
    walked: &'w mut Walked,
}

impl Walk<'_> {
    /// Lists the folder at `relative` below the set's root; empty for the root itself.
    fn folder(&mut self, relative: &str) -> Result<(), LoadError> {
        let folder = self.root.join(&self.set.root).join(relative);
        let entries = fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::PermissionDenied && !relative.is_empty() => {
                self.report("unreadable-file", relative, "the folder may not be read", "give yourself permission to read it");
                return Ok(());
            }
            Err(source) => return Err(LoadError::io(&folder, source)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let shown = format!("{relative}/{}", name.to_string_lossy());
                let shown = shown.trim_start_matches('/').replace('\u{FFFD}', "?");
                self.report("article-name", &shown, "the name of a file is not UTF-8", "rename it");
                continue;
            };
            if name.starts_with('.') || layout::is_git_component(name) {
                continue;
            }
            let below = if relative.is_empty() { name.to_owned() } else { format!("{relative}/{name}") };
            // What the folder says of the entry; where it says nothing, the file system is asked.
            let kind = entry.file_type().ok();
            self.entry(&entry.path(), &below, kind)?;
        }
        Ok(())
    }

    fn entry(&mut self, full: &Path, below: &str, kind: Option<fs::FileType>) -> Result<(), LoadError> {
        let is_link = kind.is_some_and(|kind| kind.is_symlink());
        let real = if is_link { full.canonicalize().ok() } else { Some(full.to_owned()) };
        let is_article = self.globs.include.is_match(below) && !self.globs.exclude.is_match(below);
        let Some(real) = real else {
            if is_article {
                self.report("outside-project", below, "the symbolic link leads nowhere", "replace it by a file");
            }
            return Ok(());
        };
        let leads_out = is_link && !is_harmless(self.root, &real)?;
        let is_folder = match kind {
            Some(kind) if !is_link => kind.is_dir(),
            _ => real.is_dir(),
        };
        if is_folder {
            if leads_out {
                self.report("outside-project", below, "the symbolic link leads out of the project", "replace it by a folder");
            } else if !self.is_ours(below) {
                self.descend(real, below)?;
            }
            return Ok(());
        }
        if is_article && leads_out {
            self.report("outside-project", below, "the symbolic link leads out of the project", "replace it by a file");
        } else if is_article {
            self.article(below);
        }
        Ok(())
    }

    fn descend(&mut self, real: PathBuf, below: &str) -> Result<(), LoadError> {
        let Ok(real) = real.canonicalize() else { return Ok(()) };
        if self.ancestors.contains(&real) {
            return Ok(());
        }
        self.ancestors.push(real);
        let listed = self.folder(below);
        self.ancestors.pop();
        listed
    }

    /// Whether the folder is one that the tool writes to.
    fn is_ours(&self, below: &str) -> bool {
        let path = SourcePath::of_walked(&self.set.root, below);
        let own = [layout::LOCALES, layout::GLOSSARY, layout::PUBLISHED, &self.config.out];
        own.contains(&path.as_str())
    }

    fn article(&mut self, below: &str) {
        let path = SourcePath::of_walked(&self.set.root, below);
        let stem = below.strip_suffix(path.extension()).and_then(|stem| stem.strip_suffix('.')).unwrap_or(below);
        let name = match stem.parse::<ArticleName>() {
            Ok(name) => name,
            Err(error) => {
                self.report("article-name", below, &error.to_string(), "rename the file");
                return;
            }
        };
        let by_extension = if path.extension().eq_ignore_ascii_case("mdx") { Flavour::Mdx } else { Flavour::Markdown };
        self.walked.articles.push(ArticleFile {
            name,
            path,
            flavour: self.set.flavour.unwrap_or(by_extension),
            front_matter: self.set.front_matter.clone(),
            html_blocks: self.set.html_blocks,
        });
    }

    fn report(&mut self, code: &'static str, below: &str, message: &str, help: &str) {
        let path = SourcePath::of_walked(&self.set.root, below);
        let place = Place { path: path.into(), ..Place::default() };
        self.walked.diagnostics.push(Diagnostic::new(code, message, place).help(help));
    }
}
