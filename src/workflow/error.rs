//! Why a command could not be carried out at all; nothing was written then.

use crate::base::{Diagnostic, Locale};
use crate::project::OpenError;
use crate::project::git::GitError;
use crate::project::load::LoadError;
use crate::project::save::SaveError;

/// A workflow could not be carried out. Broken content is never an error but a diagnostic.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The project could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A file could not be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The files could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// git could not do its part.
    #[error(transparent)]
    Git(#[from] GitError),
    /// No article has this name.
    #[error("there is no article `{name}`")]
    UnknownArticle {
        /// The name given.
        name: String,
        /// The most similar name there is.
        nearest: Option<String>,
    },
    /// The article has no such unit.
    #[error("`{article}` has no unit `{unit}`")]
    UnknownUnit {
        /// The article.
        article: String,
        /// The unit given.
        unit: String,
        /// The most similar unit there is.
        nearest: Option<String>,
    },
    /// The project does not translate into this locale.
    #[error("`{locale}` is not a target locale of this project")]
    UnknownLocale {
        /// The locale given.
        locale: Locale,
        /// The target locales there are.
        known: Vec<Locale>,
    },
    /// The article cannot be worked on before its files are mended.
    #[error("`{article}` cannot be worked on: {reason}")]
    Blocked {
        /// The article.
        article: String,
        /// What is wrong with it.
        reason: String,
        /// What to do.
        help: String,
    },
    /// The request itself makes no sense for this unit or article.
    #[error("{message}")]
    Refused {
        /// What cannot be done, and why.
        message: String,
        /// What to do instead.
        help: String,
    },
}

impl Error {
    /// An article whose files cannot be read; the worst finding says why and where.
    pub(super) fn blocked(article: &str, diagnostics: &[Diagnostic]) -> Self {
        let first = diagnostics.iter().max_by_key(|diagnostic| diagnostic.severity);
        let place =
            |diagnostic: &Diagnostic| format!("{}:{}: {}", diagnostic.place.path, diagnostic.place.line, diagnostic.message);
        Self::Blocked {
            article: article.to_owned(),
            reason: first.map_or_else(|| "one of its files cannot be read".to_owned(), place),
            help: first.map(|diagnostic| diagnostic.help.clone()).unwrap_or_default(),
        }
    }

    /// An edit or command that helps, if there is one.
    pub fn help(&self) -> Option<String> {
        match self {
            Error::UnknownArticle { nearest: Some(name), .. } => {
                Some(format!("did you mean `{name}`? `tarjuman status` lists all articles"))
            }
            Error::UnknownArticle { .. } => Some("`tarjuman status` lists all articles".to_owned()),
            Error::UnknownUnit { nearest: Some(unit), article, .. } => Some(format!("did you mean `{article}#{unit}`?")),
            Error::UnknownUnit { article, .. } => Some(format!("`tarjuman explain {article}` lists its units")),
            Error::UnknownLocale { known, .. } if known.is_empty() => {
                Some("add one with `tarjuman add-locale LOCALE`".to_owned())
            }
            Error::UnknownLocale { known, .. } => {
                let known: Vec<&str> = known.iter().map(Locale::as_str).collect();
                Some(format!("target locales are {}; add another with `tarjuman add-locale`", known.join(", ")))
            }
            Error::Blocked { help, .. } | Error::Refused { help, .. } => Some(help.clone()).filter(|help| !help.is_empty()),
            Error::Save(error) => save_help(error),
            Error::Load(LoadError::NoProject(_)) => {
                Some("begin one with `tarjuman init`, or name it with `--project DIR`".to_owned())
            }
            Error::Open(OpenError::Load(LoadError::NoProject(_))) => {
                Some("begin one with `tarjuman init`, or name it with `--project DIR`".to_owned())
            }
            Error::Open(OpenError::Config(found)) => {
                found.first().map(|diagnostic| diagnostic.help.clone()).filter(|help| !help.is_empty())
            }
            Error::Load(LoadError::NotAFile(_) | LoadError::NotAFolder(_)) => {
                Some("move it away; what belongs there is described in docs/formats.md".to_owned())
            }
            Error::Git(GitError::NotInstalled { .. }) => Some("install git, then run the command again".to_owned()),
            Error::Git(GitError::NoRepository { .. }) => Some("`git init` makes one; then run the command again".to_owned()),
            Error::Open(_) | Error::Load(_) | Error::Git(GitError::Refused { .. }) => None,
        }
    }
}

fn save_help(error: &SaveError) -> Option<String> {
    let help = match error {
        SaveError::ChangedMeanwhile(_) => "somebody saved it in this moment; run the command again",
        SaveError::Busy { .. } => "wait until it is done, then run the command again",
        SaveError::Rescued { .. } => {
            "nothing was written; compare the files with these versions, keep what is right, and run the command again"
        }
        SaveError::Partial { .. } => {
            "mend what failed, then run any writing command, such as `tarjuman sync`: it puts them back first"
        }
        SaveError::DamagedJournal { .. } => {
            "nothing was written; look at `git status` and `git diff` for half a command, then run the command again"
        }
        SaveError::Io { source, .. } if is_full(source) => "nothing was changed; free some space, then run the command again",
        SaveError::Io { .. } => "nothing was changed; mend what is named, then run the command again",
        SaveError::ReadOnly(_) => "nothing was changed; make it writable, then run the command again",
        SaveError::Refused { .. } => return None,
    };
    Some(help.to_owned())
}

fn is_full(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
}
