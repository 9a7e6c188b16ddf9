//! What a project says about sentences: `segmentation/<locale>.toml` and SRX files, for the locale its articles are written in.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::layout;
use super::load::{LoadError, find_conflict, load_text};
use crate::base::{Diagnostic, LineIndex, Locale, Place, Severity};
use crate::engine::segment::ProjectRules;
use crate::format::segmentation::{SegmentationTable, Srx, read_srx, read_table};

/// A project's rules for its source locale.
#[derive(Debug, Clone, Default)]
pub struct Segmentation {
    /// What can be used; `None` when the project says nothing.
    pub rules: Option<ProjectRules>,
    /// What is wrong with the files. Paths are filled in.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads what the project at `root` says about the sentences of `source`.
///
/// Tables of the language come before those of the locale. SRX files are tried in order of their names, the one that is named
/// after the locale first.
pub fn load_segmentation(root: &Path, source: &Locale) -> Result<Segmentation, LoadError> {
    let mut loader = Loader { root, source, tables: Vec::new(), srx: Vec::new(), diagnostics: Vec::new() };
    for name in list(root)? {
        let path = format!("{}/{name}", layout::SEGMENTATION);
        match name.rsplit_once('.') {
            Some((stem, "toml")) => loader.table(&path, stem)?,
            Some((stem, "srx")) => loader.srx(&path, stem)?,
            _ => {}
        }
    }
    loader.tables.sort_by_key(|(rank, _)| *rank);
    loader.srx.sort_by_key(|(rank, _)| *rank);
    let rules = ProjectRules {
        tables: loader.tables.into_iter().map(|(_, table)| table).collect(),
        srx: loader.srx.into_iter().map(|(_, srx)| srx).collect(),
    };
    let any = !rules.tables.is_empty() || !rules.srx.is_empty();
    Ok(Segmentation { rules: any.then_some(rules), diagnostics: loader.diagnostics })
}

/// The names in the folder, sorted; none without a folder.
fn list(root: &Path) -> Result<Vec<String>, LoadError> {
    let folder = root.join(layout::SEGMENTATION);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(LoadError::NotAFolder(folder)),
        Err(source) => return Err(LoadError::io(&folder, source)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|source| LoadError::io(&folder, source))?;
        names.extend(entry.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

struct Loader<'a> {
    root: &'a Path,
    source: &'a Locale,
    /// With the order in which they apply.
    tables: Vec<(u8, SegmentationTable)>,
    srx: Vec<(u8, Srx)>,
    diagnostics: Vec<Diagnostic>,
}

impl Loader<'_> {
    fn table(&mut self, path: &str, stem: &str) -> Result<(), LoadError> {
        let Some(rank) = self.rank(stem) else {
            let place = Place { path: path.to_owned(), ..Place::default() };
            let message = format!("`{}` is not the locale of the articles, so the file has no effect", stem.escape_debug());
            let help = format!("name it after the source locale: `{}/{}.toml`", layout::SEGMENTATION, self.source);
            self.diagnostics.push(Diagnostic::new("segmentation", message, place).severity(Severity::Warning).help(help));
            return Ok(());
        };
        let Some(text) = self.load(path)? else { return Ok(()) };
        let read = read_table(&text);
        self.tables.push((rank, read.table));
        self.diagnostics.extend(read.diagnostics.into_iter().map(|diagnostic| diagnostic.in_file(path)));
        Ok(())
    }

    fn srx(&mut self, path: &str, stem: &str) -> Result<(), LoadError> {
        let Some(text) = self.load(path)? else { return Ok(()) };
        let read = read_srx(&text);
        // The file that bears the locale's name speaks first.
        let rank = 2 - self.rank(stem).unwrap_or(0).min(2);
        self.srx.extend(read.srx.map(|srx| (rank, srx)));
        self.diagnostics.extend(read.diagnostics.into_iter().map(|diagnostic| diagnostic.in_file(path)));
        Ok(())
    }

    /// 1 for a file named after the source language, 2 for one named after the source locale.
    fn rank(&self, stem: &str) -> Option<u8> {
        let locale: Locale = stem.parse().ok()?;
        match locale {
            locale if locale == *self.source => Some(2),
            locale if locale.as_str() == self.source.language() => Some(1),
            _ => None,
        }
    }

    fn load(&mut self, path: &str) -> Result<Option<String>, LoadError> {
        let loaded = load_text(self.root, path)?;
        self.diagnostics.extend(loaded.diagnostics);
        let Some(text) = loaded.text else { return Ok(None) };
        let Some(offset) = find_conflict(&text) else { return Ok(Some(text)) };
        let place = Place { path: path.to_owned(), ..Place::at(LineIndex::new(&text).position(offset)) };
        let diagnostic = Diagnostic::new("conflict-markers", "the file holds git conflict markers", place);
        self.diagnostics.push(diagnostic.help("decide for one of the two sides, and remove the marker lines"));
        Ok(None)
    }
}
