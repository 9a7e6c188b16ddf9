//! `init`: a new project in a folder.

use std::path::Path;

use serde::Serialize;

use crate::base::Locale;
use crate::project::save::{FileChange, SaveOptions, Title, Transaction, Writer};
use crate::project::{OpenError, config, layout, load};

use super::{Error, planning};

/// What the project begins with.
#[derive(Debug, Clone)]
pub struct InitOptions {
    /// The language articles are written in.
    pub source: Locale,
    /// The languages to translate into.
    pub targets: Vec<Locale>,
    /// Folder with the articles, relative to the project.
    pub articles: String,
    /// Write nothing.
    pub dry_run: bool,
}

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct InitReport {
    /// Paths of the files written.
    pub written: Vec<String>,
    /// The text of `tarjuman.toml`.
    pub config: String,
}

/// Writes `tarjuman.toml` in `dir`, and the lines that keep local files out of git.
///
/// # Errors
/// When there is a project already, or the files cannot be written.
pub fn init(dir: &Path, options: &InitOptions) -> Result<InitReport, Error> {
    // First of all: an interrupted `init` may have left half a project.
    let mut writer = if options.dry_run { None } else { Some(Writer::begin(dir, &SaveOptions::default())?) };
    if !load::load_text(dir, layout::CONFIG)?.is_missing() {
        return Err(Error::Refused {
            message: format!("`{}` exists already", layout::CONFIG),
            help: "add languages with `tarjuman add-locale LOCALE`, or edit the file".to_owned(),
        });
    }
    let text = config_text(options);
    let read = config::read(&text);
    if read.config.is_none() {
        return Err(OpenError::Config(read.diagnostics).into());
    }
    let mut changes = vec![FileChange { path: layout::CONFIG.to_owned(), before: None, after: Some(text.clone()) }];
    let ignored = planning::read_text(dir, ".gitignore")?;
    let after = with_ignored(ignored.as_deref().unwrap_or_default());
    if ignored.as_deref() != Some(after.as_str()) {
        changes.push(FileChange { path: ".gitignore".to_owned(), before: ignored, after: Some(after) });
    }
    let written = changes.iter().map(|change| change.path.clone()).collect();
    if let Some(writer) = &mut writer {
        writer.apply(&Title::command("init"), &Transaction { changes })?;
    }
    Ok(InitReport { written, config: text })
}

fn config_text(options: &InitOptions) -> String {
    let targets: Vec<String> = options.targets.iter().map(|locale| format!("\"{locale}\"")).collect();
    let root = toml_edit::Value::from(options.articles.trim_end_matches('/')).to_string();
    format!(
        "# The project: what is translated into which languages, and what may go out.\n\
         source-locale = \"{}\"\n\
         target-locales = [{}]\n\
         \n\
         [[articles]]\n\
         root = {}\n\
         include = [\"**/*.md\", \"**/*.mdx\"]\n\
         front-matter = [\"title\", \"standfirst\", \"description\"]\n\
         \n\
         [publish]\n\
         state = \"translated\"      # initial | translated | reviewed | final\n\
         stale = \"wording\"         # worst grade that may still go out: current | format | typo | wording | facts | rewrite\n\
         missing = \"refuse\"        # refuse | fallback (the source text, marked as such) | omit\n",
        options.source,
        targets.join(", "),
        root.trim(),
    )
}

/// The ignore file with the lines a project needs.
fn with_ignored(text: &str) -> String {
    let mut text = text.to_owned();
    for line in ["/public/", "/.tarjuman/"] {
        let bare = line.trim_matches('/');
        if !text.lines().any(|own| own.trim().trim_matches('/') == bare) {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}
