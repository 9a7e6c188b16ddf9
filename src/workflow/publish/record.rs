//! The record of what is out of an article, read so that nothing in it is lost.

use crate::base::Diagnostic;
use crate::format::published;
use crate::model::Published;
use crate::project::layout::TargetName;
use crate::project::{ArticleName, Project, layout};
use crate::workflow::{Error, planning};

/// A record on disk and what it says.
#[derive(Debug, Clone, Default)]
pub(in crate::workflow) struct Record {
    /// Its file as it stands; `None` when there is none.
    pub text: Option<String>,
    /// What it says.
    pub published: Published,
    /// What in it cannot be read.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the record of an article.
///
/// # Errors
/// When it cannot be read, or a newer version of the program wrote it: what it says beyond our understanding would be lost.
pub(in crate::workflow) fn load(project: &Project, target: &TargetName, name: &ArticleName) -> Result<Record, Error> {
    let path = layout::published(target, name);
    let text = planning::read_text(&project.root, path.as_str())?;
    let Some(read) = text.as_deref().map(published::read) else { return Ok(Record::default()) };
    if !read.writable {
        return Err(newer(path.as_str()));
    }
    let diagnostics = read.diagnostics.into_iter().map(|found| found.in_file(path.as_str())).collect();
    Ok(Record { text, published: read.published, diagnostics })
}

/// The record of the files of a target that belong to no article: its text, and the files it names.
///
/// # Errors
/// As for [`load`].
pub(super) fn load_lists(project: &Project, target: &TargetName) -> Result<(Option<String>, Vec<String>), Error> {
    let path = layout::published_lists(target);
    let text = planning::read_text(&project.root, path.as_str())?;
    if text.as_deref().is_some_and(|text| !published::is_writable(text)) {
        return Err(newer(path.as_str()));
    }
    let files = text.as_deref().map(published::read_lists).unwrap_or_default();
    Ok((text, files))
}

fn newer(path: &str) -> Error {
    Error::Refused {
        message: format!("`{path}` was written by a newer version of tarjuman"),
        help: "nothing was written; use that version, or a newer one".to_owned(),
    }
}
