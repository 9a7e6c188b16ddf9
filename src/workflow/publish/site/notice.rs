//! What a reader should know of a translation: the original has moved on, an error was corrected, parts are not translated.

use crate::base::Locale;
use crate::engine::freshness::judge;
use crate::engine::grade::Measure;
use crate::format::html::escape_xml;
use crate::model::{Freshness, Grade, PublishedLocale, TargetRecord};
use crate::workflow::article::ArticlePlan;

use super::words::Words;

/// How a page that is out stands to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Notice {
    /// Passages whose source has changed by more than a slip of the pen, or that the page lacks.
    pub behind: usize,
    /// Whether the author called one of the changes a correction.
    pub corrected: bool,
    /// Passages in the language of the source.
    pub fallback: usize,
}

impl Notice {
    /// How `live` stands to today's source; `is_new`: it was made from it, and lacks what it lacks on purpose.
    pub fn of(plan: &ArticlePlan, live: &PublishedLocale, source: &Locale, is_new: bool) -> Self {
        let mut notice = Self::default();
        for unit in &plan.source.units {
            let Some(shown) = live.units.get(&unit.id) else {
                notice.behind += usize::from(!is_new);
                continue;
            };
            notice.fallback += usize::from(shown.fallback);
            if shown.renders == Some(unit.today.fingerprint) {
                continue;
            }
            let record = TargetRecord { renders: shown.renders, ..TargetRecord::default() };
            let Some(remembered) = plan.source.ledger.units.get(&unit.id) else { continue };
            let measure = Measure { locale: source, terms: None, links: Some(&plan.source.links) };
            let judgement = judge(remembered, &unit.today, &record, measure);
            if judgement.freshness == Freshness::Stale && judgement.base.is_some() {
                notice.behind += usize::from(judgement.grade > Some(Grade::Typo));
                notice.corrected |= judgement.correction;
            }
        }
        let gone = live.units.keys().filter(|id| !plan.source.units.iter().any(|unit| unit.id == **id)).count();
        notice.behind += gone;
        notice
    }

    /// The notice as HTML; empty when there is nothing to say.
    pub(super) fn html(self, words: &Words, source: &Locale) -> String {
        let mut sentences = Vec::new();
        match self {
            Self { corrected: true, .. } => sentences.push(words.get("notice-corrected")),
            Self { behind: 0, .. } => {}
            Self { behind, .. } => sentences.push(words.count("notice-behind", behind, source)),
        }
        if self.fallback > 0 {
            sentences.push(words.count("notice-fallback", self.fallback, source));
        }
        if sentences.is_empty() {
            return String::new();
        }
        let attributes = words.attributes();
        let paragraph = |text: &String| format!("<p class=\"notice\" role=\"note\"{attributes}>{}</p>", escape_xml(text));
        format!("\n{}\n", sentences.iter().map(paragraph).collect::<Vec<_>>().join("\n"))
    }
}
