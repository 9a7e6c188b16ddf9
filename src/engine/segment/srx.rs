//! SRX rules at work: at every place the first rule that fits decides (SRX 2.0, "Implementation notes").
//!
//! The two sides of a rule are two matches, one that ends at the place and one that begins there.

use super::boundaries::Boundary;
use crate::base::Locale;
use crate::format::segmentation::{Srx, SrxRule};

/// The rules that a project's SRX files have for one locale, in the order in which they are tried.
#[derive(Debug, Clone)]
pub(super) struct SrxRules {
    rules: Vec<SrxRule>,
}

impl SrxRules {
    /// The rules for `locale`; `None` when no language map fits it.
    pub fn select(documents: &[Srx], locale: &Locale) -> Option<Self> {
        let rules: Vec<SrxRule> = documents.iter().flat_map(|srx| rules_of(srx, locale)).cloned().collect();
        (!rules.is_empty()).then_some(Self { rules })
    }

    /// Whether any rule divides; without one the rules are exceptions to the built-in ones.
    pub fn has_breaks(&self) -> bool {
        self.rules.iter().any(|rule| rule.breaks)
    }

    /// The places where the rules divide `text`; white space there stays between the sentences.
    pub fn find_boundaries(&self, text: &str) -> Vec<Boundary> {
        let mut found: Vec<Boundary> = Vec::new();
        for (at, _) in text.char_indices().skip(1) {
            if self.rules.iter().find(|rule| fits(rule, text, at)).is_some_and(|rule| rule.breaks) {
                let end = text[..at].trim_end().len();
                let start = text.len() - text[at..].trim_start().len();
                if end > 0 && start < text.len() && found.last().is_none_or(|last| last.start < start) {
                    found.push(Boundary { end, start });
                }
            }
        }
        found
    }

    /// Whether an exception stands at a boundary, before its white space or after it.
    pub fn forbids(&self, text: &str, boundary: Boundary) -> bool {
        [boundary.end, boundary.start].into_iter().any(|at| self.rules.iter().any(|rule| fits(rule, text, at)))
    }
}

fn rules_of<'s>(srx: &'s Srx, locale: &Locale) -> impl Iterator<Item = &'s SrxRule> {
    // Tools write languages with `_` as well as with `-`.
    let tags = [locale.as_str().to_owned(), locale.as_str().replace('-', "_")];
    let maps = srx.maps.iter().filter(move |(pattern, _)| tags.iter().any(|tag| pattern.is_match(tag)));
    let names = maps.map(|(_, name)| name).take(if srx.cascade { usize::MAX } else { 1 });
    names.filter_map(|name| srx.languages.iter().find(|(language, _)| language == name)).flat_map(|(_, rules)| rules)
}

/// Whether `rule` speaks of byte `at`, which is neither the beginning nor the end of `text`.
///
/// Each side sees one character of the other, so that word boundaries and the like hold at the place.
fn fits(rule: &SrxRule, text: &str, at: usize) -> bool {
    let Some(last) = text[..at].chars().next_back() else { return false };
    let Some(next) = text[at..].chars().next() else { return false };
    let after = rule.after.as_ref().is_none_or(|after| after.is_match(&text[at - last.len_utf8()..]));
    after && rule.before.as_ref().is_none_or(|before| before.is_match(&text[..at + next.len_utf8()]))
}
