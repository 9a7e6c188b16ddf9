//! A configuration as a value: what the words of `tarjuman.toml` mean.

use std::collections::BTreeMap;

use super::groups::Group;
use crate::base::{Locale, Place, Severity};
use crate::format::markdown::HtmlBlocks;
use crate::model::{Flavour, Grade, State, words};
use crate::project::save::JournalLimits;

/// A project's configuration, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The locale articles are written in.
    pub source_locale: Locale,
    /// The locales they are translated into, in the file's order; the source locale is not among them.
    pub target_locales: Vec<Locale>,
    /// Where articles are, in the file's order; a file belongs to the first that takes it in.
    pub articles: Vec<ArticleSet>,
    /// Whether catalogs carry notes.
    pub notes: bool,
    /// What may go out in locales without an override.
    pub policy: Policy,
    /// What may go out in the others.
    pub locale_policies: BTreeMap<Locale, Policy>,
    /// Articles that go out together.
    pub groups: Vec<Group>,
    /// Where the site is reached, without a slash at the end.
    pub url: Option<String>,
    /// What the site is called, if it has a name.
    pub site_name: Option<String>,
    /// What pages say of how a text came about.
    pub disclosure: Disclosure,
    /// The folder that publishing writes to, relative to the project; never empty.
    pub out: String,
    /// How much of its history the working copy keeps.
    pub journal: JournalLimits,
    /// The locales whose glossaries stand in for terms that a locale's own lacks, in order; none: such a unit is held back.
    pub glossary_fallback: Vec<Locale>,
    /// The same for the locales that have their own list.
    pub glossary_fallbacks: BTreeMap<Locale, Vec<Locale>>,
    /// How much findings of rules matter, by rule, where the project says so; `None`: the rule is off.
    pub check: BTreeMap<String, Option<Severity>>,
}

impl Config {
    /// What may go out in `locale`.
    pub fn policy(&self, locale: &Locale) -> &Policy {
        self.locale_policies.get(locale).unwrap_or(&self.policy)
    }

    /// The locales whose glossaries stand in for terms that the glossary of `locale` lacks, in order.
    pub fn glossary_fallback(&self, locale: &Locale) -> Vec<&Locale> {
        let list = self.glossary_fallbacks.get(locale).unwrap_or(&self.glossary_fallback);
        list.iter().filter(|other| *other != locale).collect()
    }
}

/// One `[[articles]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleSet {
    /// Folder relative to the project, forward slashes; empty for the project folder itself.
    pub root: String,
    /// Globs of the files that are articles, matched below the root.
    pub include: Vec<String>,
    /// Globs of the files that are not.
    pub exclude: Vec<String>,
    /// Dotted names of the front matter fields that are translated.
    pub front_matter: Vec<String>,
    /// The dialect; `None` goes by the extension.
    pub flavour: Option<Flavour>,
    /// What happens to prose in raw HTML blocks.
    pub html_blocks: HtmlBlocks,
    /// Where in the file the root is named.
    pub place: Place,
}

/// What must be so before a text may go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The least state.
    pub state: State,
    /// The worst grade that a stale translation may have; `None`: only current ones.
    pub stale: Option<Grade>,
    /// What happens when there is no translation that may go out.
    pub missing: Missing,
    /// Whose work a text of unrecorded origin is.
    pub unrecorded: Unrecorded,
    /// Whether a machine's text may go out that nobody has reviewed.
    pub machine: MachineText,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            state: State::Translated,
            stale: Some(Grade::Wording),
            missing: Missing::Refuse,
            unrecorded: Unrecorded::Human,
            machine: MachineText::Refuse,
        }
    }
}

words! {
    /// What happens to an article in a locale where a unit has no translation that may go out.
    Missing {
        /// The locale is held back.
        Refuse = "refuse",
        /// The source text stands in, marked with its own language and direction.
        Fallback = "fallback",
        /// The unit is left out.
        Omit = "omit",
    }
}

words! {
    /// Whose work a text of unrecorded origin is.
    Unrecorded {
        /// A person's.
        Human = "human",
        /// A machine's.
        Machine = "machine",
    }
}

words! {
    /// Whether a machine's text may go out before a person has reviewed it.
    MachineText {
        /// Only once it is reviewed.
        Refuse = "refuse",
        /// As any other text.
        Allow = "allow",
    }
}

words! {
    /// What pages say of texts that a machine translated and nobody has reviewed.
    Disclosure {
        /// Nothing.
        None = "none",
        /// A notice to readers, and the same for machines.
        Notice = "notice",
    }
}
