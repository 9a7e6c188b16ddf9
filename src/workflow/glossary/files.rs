//! The glossary files of a project as they stand, and changes to them that read back as what was meant.

use std::collections::HashMap;

use crate::base::Locale;
use crate::engine::glossary::{Affixes, Glossary, entries};
use crate::format::fluent::{self, TermChange, TermFile};
use crate::model::TermEntry;
use crate::project::save::FileChange;
use crate::project::{Project, layout, load};
use crate::workflow::{Error, planning};

/// The glossary of one locale.
pub(super) struct GlossaryFile {
    /// The locale.
    pub locale: Locale,
    /// Its path below the project.
    pub path: String,
    /// Its text; `None` when there is no file.
    pub text: Option<String>,
    /// What it says, in its order.
    pub entries: Vec<(String, TermEntry)>,
    /// Where each term stands among the entries; glossaries can have very many.
    places: HashMap<String, usize>,
}

impl GlossaryFile {
    /// Reads the glossary of a locale.
    pub fn load(project: &Project, locale: &Locale) -> Result<Self, Error> {
        let path: String = layout::glossary(locale).into();
        let text = planning::read_text(&project.root, &path)?;
        if text.as_deref().is_some_and(|text| fluent::read(text).conflicted) {
            return Err(Error::Refused {
                message: format!("`{path}` holds git conflict markers"),
                help: "decide for one of the two sides, remove the marker lines, and run the command again".to_owned(),
            });
        }
        let entries = text.as_deref().map(|text| entries(text, locale)).unwrap_or_default();
        let places = entries.iter().enumerate().map(|(at, (name, _))| (name.clone(), at)).collect();
        Ok(Self { locale: locale.clone(), path, text, entries, places })
    }

    /// The entry of a term.
    pub fn entry(&self, name: &str) -> Option<&TermEntry> {
        self.places.get(name).map(|at| &self.entries[*at].1)
    }

    /// Its terms, ready to be found in texts, with the project's rules of inflection.
    pub fn glossary(&self, project: &Project) -> Result<Glossary, Error> {
        read_glossary(project, &self.locale, self.text.as_deref().unwrap_or_default())
    }

    /// The file with terms changed or added. The result is read again: it says what was meant, and the same as before of
    /// every other term.
    pub fn change(&self, changes: &[(String, TermEntry)]) -> Result<Option<FileChange>, Error> {
        let text = self.text.as_deref().unwrap_or_default();
        let mut wanted = self.entries.clone();
        for (name, entry) in changes {
            match self.places.get(name) {
                Some(at) => wanted[*at].1.clone_from(entry),
                None => wanted.push((name.clone(), entry.clone())),
            }
        }
        let old = |name: &String| self.entry(name);
        let changes: Vec<TermChange<'_>> = changes.iter().map(|(name, new)| TermChange { name, old: old(name), new }).collect();
        let after = TermFile::read(text).rewrite(&changes);
        if after == text {
            return Ok(None);
        }
        let found = entries(&after, &self.locale);
        let junk = |text: &str| fluent::read(text).diagnostics.len();
        if found != wanted || junk(&after) != junk(text) {
            let differs = |(name, entry): &&(String, TermEntry)| {
                found.iter().find(|(own, _)| own == name).map(|(_, own)| own) != Some(entry)
            };
            let name = wanted.iter().find(differs).map(|(name, _)| name.clone()).unwrap_or_default();
            return Err(Error::Refused {
                message: format!("`-{name}` cannot be written to `{}` so that it reads back the same", self.path),
                help: "write variants that one selector tells apart, each of them once; mend what does not parse in the file"
                    .to_owned(),
            });
        }
        Ok(Some(FileChange { path: self.path.clone(), before: self.text.clone(), after: Some(after) }))
    }
}

/// A glossary text with the project's rules of inflection for its locale.
pub(super) fn read_glossary(project: &Project, locale: &Locale, text: &str) -> Result<Glossary, Error> {
    let (glossary, _) = Glossary::read(text, locale);
    let affixes = load::load_text(&project.root, layout::affixes(locale).as_str())?;
    Ok(match affixes.text {
        Some(rules) => glossary.with_affixes(Affixes::read(&rules, locale).0),
        None => glossary,
    })
}

/// The glossaries of the source locale, of every target, and of locales that have a file without being either.
pub(super) fn load_all(project: &Project) -> Result<Vec<GlossaryFile>, Error> {
    let mut locales = project.locales();
    for locale in load::list_locales(&project.root)? {
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    locales.iter().map(|locale| GlossaryFile::load(project, locale)).collect()
}

/// Checks that the source or a target locale is meant.
pub(super) fn require_known(project: &Project, locale: &Locale) -> Result<(), Error> {
    if *locale == project.config.source_locale { Ok(()) } else { planning::require_locale(project, locale) }
}

/// An error for a term that no glossary has.
pub(super) fn unknown_term(name: &str, files: &[GlossaryFile]) -> Error {
    let names = files.iter().flat_map(|file| &file.entries).map(|(name, _)| name.as_str());
    let help = match planning::nearest(name, names) {
        Some(nearest) => format!("did you mean `{nearest}`? `tarjuman glossary list` lists all terms"),
        None => "`tarjuman glossary list` lists all terms".to_owned(),
    };
    Error::Refused { message: format!("no glossary has a term `{name}`"), help }
}

/// A name as people may write it: with or without the `-`.
pub(super) fn bare_name(name: &str) -> &str {
    name.strip_prefix('-').unwrap_or(name)
}

/// An entry as a file can hold it: texts trimmed, on one line where they must be, nothing empty, exactly one default form.
pub(super) fn tidy(mut entry: TermEntry) -> TermEntry {
    entry.forms.iter_mut().for_each(|form| form.text = form.text.trim().to_owned());
    entry.forms.retain(|form| !form.text.is_empty());
    let default = entry.forms.iter().position(|form| form.default).unwrap_or(0);
    entry.forms.iter_mut().enumerate().for_each(|(at, form)| form.default = at == default);
    let lines = |values: &[String]| -> Vec<String> {
        values
            .iter()
            .flat_map(|value| value.split(['\n', '\r']))
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    for name in TermEntry::ATTRIBUTES {
        if let Some(values) = entry.attribute_mut(name) {
            *values = lines(values);
        }
    }
    entry.comments = entry.comments.iter().flat_map(|line| line.split(['\n', '\r'])).map(str::to_owned).collect();
    entry
}
