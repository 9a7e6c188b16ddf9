//! Checks: rules that look at a source text, its translation and the glossary, and say what they find (DESIGN §8).
//!
//! One rule per file in `rules/`; [`RULES`] lists them. A rule is a pure function from what it sees to findings: where a finding
//! lies in a file, and what becomes of it, is decided by the workflow.

mod finding;
mod nearest;
mod registry;
mod rule;
mod rules;
mod trace;

pub use finding::{Finding, Spot};
pub use registry::{RULES, find_rule};
pub use rule::{GlossaryFile, LocaleTerms, Rule, Scope, UnitSides};
pub use rules::{IGNORE_WITHOUT_REASON, MISSING_LOCALE_FORM, UNUSED_IGNORE};
pub use trace::Trace;
