//! `glossary export`: the glossary for other programs.

use std::collections::BTreeMap;

use crate::base::Locale;
use crate::format::{csv, tbx};
use crate::model::Concept;
use crate::project::Project;
use crate::workflow::Error;

use super::files::{self, GlossaryFile};

/// A format in which glossaries are exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeFormat {
    /// TBX-Basic, version 3 (`tbx`).
    Tbx,
    /// TBX-Basic, version 2 (`martif`).
    TbxV2,
    /// A table.
    Csv,
}

impl Project {
    /// The terms of the glossaries in `locales` (all of the project's if empty) as a file of `format`.
    ///
    /// # Errors
    /// When a locale is unknown or a glossary cannot be read.
    pub fn export_terms(&self, format: ExchangeFormat, locales: &[Locale]) -> Result<String, Error> {
        locales.iter().try_for_each(|locale| files::require_known(self, locale))?;
        let mut concepts: Vec<Concept> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for locale in self.locales().iter().filter(|locale| locales.is_empty() || locales.contains(locale)) {
            let file = GlossaryFile::load(self, locale)?;
            for (name, entry) in file.entries {
                let at = *places.entry(name.clone()).or_insert_with(|| {
                    concepts.push(Concept { name, locales: BTreeMap::new() });
                    concepts.len() - 1
                });
                concepts[at].locales.insert(locale.clone(), entry);
            }
        }
        let source = &self.config.source_locale;
        Ok(match format {
            ExchangeFormat::Tbx => tbx::write_tbx(&concepts, source, tbx::TbxVersion::V3),
            ExchangeFormat::TbxV2 => tbx::write_tbx(&concepts, source, tbx::TbxVersion::V2),
            ExchangeFormat::Csv => csv::write_csv(&concepts),
        })
    }
}
