//! Opening a project: configuration read and checked, articles listed.

use std::path::{Path, PathBuf};

use super::config::{self, Config};
use super::layout::{self, ArticleName, SourcePath};
use super::load::{LoadError, find_root, load_text};
use super::progress::Progress;
use super::save::Notices;
use super::walk::list_articles;
use crate::base::Diagnostic;
use crate::format::markdown::HtmlBlocks;
use crate::model::Flavour;

/// A project on disk.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its folder, absolute and without symlinks.
    pub root: PathBuf,
    /// Its configuration.
    pub config: Config,
    /// Its articles, in order of their names.
    pub articles: Vec<ArticleFile>,
    /// What is doubtful about the configuration or about files that might have been articles.
    pub diagnostics: Vec<Diagnostic>,
    /// Who is told how far a command has come; nobody at first.
    pub progress: Progress,
    /// Who is told what happens while a command saves; nobody at first.
    pub notices: Notices,
    /// Tells this build of the program from others: what one remembers in a cache, another does not use. The version at first.
    pub program: String,
}

/// An article of a project; its text is not loaded yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleFile {
    /// Its name.
    pub name: ArticleName,
    /// Its file.
    pub path: SourcePath,
    /// The dialect it is read in.
    pub flavour: Flavour,
    /// Dotted names of the front matter fields that are translated.
    pub front_matter: Vec<String>,
    /// What happens to prose in raw HTML blocks.
    pub html_blocks: HtmlBlocks,
}

/// Why a project cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It cannot be found or read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// Its configuration is wrong. At least one of the diagnostics is an error.
    #[error("the configuration is wrong: {}", .0.first().map_or("", |diagnostic| diagnostic.message.as_str()))]
    Config(Vec<Diagnostic>),
}

impl Project {
    /// Opens the project that the folder `dir` lies in.
    pub fn open(dir: &Path) -> Result<Self, OpenError> {
        let root = find_root(dir)?;
        let loaded = load_text(&root, layout::CONFIG)?;
        let Some(text) = loaded.text else { return Err(OpenError::Config(loaded.diagnostics)) };
        let read = config::read(&text);
        let Some(config) = read.config else { return Err(OpenError::Config(read.diagnostics)) };
        let walked = list_articles(&root, &config)?;
        let mut diagnostics = read.diagnostics;
        diagnostics.extend(walked.diagnostics);
        if !walked.errors.is_empty() {
            let mut errors = walked.errors;
            errors.extend(diagnostics);
            return Err(OpenError::Config(errors));
        }
        diagnostics.extend(config.groups.iter().flat_map(|group| group.find_unknown(&walked.articles)));
        Ok(Self {
            root,
            config,
            articles: walked.articles,
            diagnostics,
            progress: Progress::default(),
            notices: Notices::default(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// The article called `name`.
    pub fn find_article(&self, name: &ArticleName) -> Option<&ArticleFile> {
        self.articles.binary_search_by(|article| article.name.cmp(name)).ok().map(|at| &self.articles[at])
    }
}
