//! An `[ignore]` comment that nothing was found for.

use crate::base::Severity;
use crate::engine::check::rule::{Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unused-ignore",
    level: Severity::Note,
    summary: "an [ignore] comment that nothing was found for",
    scope: Scope::Ignores,
};
