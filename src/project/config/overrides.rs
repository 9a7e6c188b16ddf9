//! A policy changed by one key, as the head of an article does it.

use super::Policy;
use super::read::StaleWord;

impl Policy {
    /// The keys that a policy has.
    pub const KEYS: [&'static str; 5] = ["state", "stale", "missing", "unrecorded", "machine"];

    /// The policy with `key`, one of [`Policy::KEYS`], set to the word `value`.
    ///
    /// # Errors
    /// In words, when the word is not one of those that the key may have.
    pub fn with(mut self, key: &str, value: &str) -> Result<Self, String> {
        let wrong = |why: &dyn std::fmt::Display| format!("`{key}`: {why}");
        match key {
            "state" => self.state = value.parse().map_err(|error| wrong(&error))?,
            "stale" => self.stale = value.parse::<StaleWord>().map_err(|error| wrong(&error))?.0,
            "missing" => self.missing = value.parse().map_err(|error| wrong(&error))?,
            "unrecorded" => self.unrecorded = value.parse().map_err(|error| wrong(&error))?,
            "machine" => self.machine = value.parse().map_err(|error| wrong(&error))?,
            _ => return Err(wrong(&"is no key of a policy")),
        }
        Ok(self)
    }
}
