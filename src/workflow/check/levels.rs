//! Which rules run, and how much their findings matter.

use crate::base::Severity;
use crate::engine::check::{RULES, Rule, find_rule};
use crate::project::config::Config;
use crate::workflow::Error;

/// The rules that run.
pub struct Levels<'a> {
    config: &'a Config,
    asked: &'a [String],
}

impl<'a> Levels<'a> {
    /// Those that are asked for by name, or all that the project has not switched off.
    ///
    /// # Errors
    /// When a name is no rule's.
    pub fn new(config: &'a Config, asked: &'a [String]) -> Result<Self, Error> {
        match asked.iter().find(|name| find_rule(name).is_none()) {
            Some(name) => Err(Error::Refused {
                message: format!("`{name}` is no rule"),
                help: format!("the rules are {}", RULES.iter().map(|rule| rule.id).collect::<Vec<_>>().join(", ")),
            }),
            None => Ok(Self { config, asked }),
        }
    }

    /// How much findings of `rule` matter; `None` when it does not run. A rule that is asked for runs although it is off.
    pub fn of(&self, rule: &Rule) -> Option<Severity> {
        let asked = self.asked.iter().any(|name| name == rule.id);
        match self.config.check.get(rule.id) {
            _ if !asked && !self.asked.is_empty() => None,
            Some(None) if asked => Some(rule.level),
            Some(level) => *level,
            None => Some(rule.level),
        }
    }
}
