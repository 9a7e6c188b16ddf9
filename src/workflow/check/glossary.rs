//! The rules that look at glossary files.

use crate::base::Locale;
use crate::engine::check::{GlossaryFile, LocaleTerms, RULES, Scope, Spot};
use crate::format::fluent::term_places;
use crate::project::layout;

use super::levels::Levels;
use super::region::Pointer;
use super::report::CheckFinding;

/// What the rules find in the glossary of `locale`.
pub fn check(text: &str, locale: &Locale, terms: &LocaleTerms, levels: &Levels<'_>) -> Vec<CheckFinding> {
    let entries = term_places(text);
    let file = GlossaryFile { entries: &entries, terms };
    let pointer = Pointer::new(layout::glossary(locale).to_string(), text);
    let mut findings = Vec::new();
    for rule in RULES {
        let (Scope::Glossary(find) | Scope::Both(_, find)) = rule.scope else { continue };
        let Some(severity) = levels.of(rule) else { continue };
        findings.extend(find(&file).into_iter().map(|found| CheckFinding {
            rule: rule.id,
            severity,
            message: found.message,
            locale: locale.clone(),
            article: None,
            unit: None,
            term: found.term,
            source: None,
            target: Some(match found.target {
                Some(Spot::File(span)) => pointer.region(span),
                _ => pointer.whole(),
            }),
            fix: found.fix,
            help: found.help,
        }));
    }
    findings.sort_by_key(|finding| finding.target.as_ref().map(|region| (region.line, region.column)));
    findings
}
