//! By what an edit is measured.

use crate::base::Locale;
use crate::engine::glossary::Glossary;
use crate::format::markdown::write::References;

/// What grading knows beside the two texts.
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// The source locale: its word lists tell the facts.
    pub locale: &'a Locale,
    /// The source glossary: its terms are facts, written with capitals or not. `None` where there is none.
    pub terms: Option<&'a Glossary>,
    /// Where the labels of today's article lead. A translation is published with today's definitions, so the labels of an
    /// older text are read by them, too; a label without definition leads nowhere else.
    pub links: Option<&'a References>,
}

impl<'a> From<&'a Locale> for Measure<'a> {
    fn from(locale: &'a Locale) -> Self {
        Self { locale, terms: None, links: None }
    }
}
