//! All rules.

use super::rule::Rule;
use super::rules;

/// Every rule, in the order in which they look at a unit.
pub const RULES: &[Rule] = &[
    rules::TERM_MISSING,
    rules::TERM_FORBIDDEN,
    rules::TERM_NOT_KEPT,
    rules::TERM_UNSPECIFIED,
    rules::UNKNOWN_TERM,
    rules::UNKNOWN_VARIANT,
    rules::MISSING_LOCALE_FORM,
    rules::REFERENCE_CYCLE,
    rules::IGNORE_WITHOUT_REASON,
    rules::UNUSED_IGNORE,
];

/// The rule called `id`.
pub fn find_rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
