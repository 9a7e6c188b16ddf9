//! An `[ignore]` comment that does not say why, or names no rule, ignores nothing.

use crate::base::Severity;
use crate::engine::check::rule::{Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    id: "ignore-without-reason",
    level: Severity::Warning,
    summary: "an [ignore] comment that names no rule or gives no reason",
    scope: Scope::Ignores,
};
