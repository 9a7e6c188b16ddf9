//! Arguments of `check`.

use clap::{Args, ValueEnum};
use tarjuman::base::{Locale, Severity};

/// `check`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman check                                  everything: all articles, all languages, the glossaries
  tarjuman check recognition --locale ps          one article in one language
  tarjuman check --rule term-missing,term-forbidden
  tarjuman check --severity note --fail-on error  list notes as well; exit 1 for errors alone

`[check]` in tarjuman.toml gives each rule a level: off, note, warning or error. A comment above an entry of a catalog, \
`# [ignore] RULE: why` or `# [ignore] RULE TERM: why`, says that a finding there is none. \
`tarjuman explain RULE` says what a rule finds.")]
pub struct CheckArguments {
    /// Articles; all if none is named, and the glossaries
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Only these languages
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
    /// Only these rules
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub rule: Vec<String>,
    /// List findings from this severity on
    #[arg(long, value_enum, default_value_t = SeverityArgument::Warning, value_name = "SEVERITY")]
    pub severity: SeverityArgument,
    /// Exit 1 if there are findings from this severity on
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// List the rules with their levels instead
    #[arg(long, conflicts_with_all = ["articles", "locale", "rule"])]
    pub list: bool,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SeverityArgument {
    /// Worth knowing.
    Note,
    /// Somebody has to look at it.
    Warning,
    /// The text cannot be published.
    Error,
}

impl From<SeverityArgument> for Severity {
    fn from(argument: SeverityArgument) -> Self {
        match argument {
            SeverityArgument::Note => Severity::Note,
            SeverityArgument::Warning => Severity::Warning,
            SeverityArgument::Error => Severity::Error,
        }
    }
}

/// What makes the exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding.
    Note,
    /// Warnings and errors.
    Warning,
    /// Errors alone.
    Error,
    /// No finding.
    Never,
}

impl FailOn {
    /// The least severity that makes the exit code 1; `None`: none does.
    pub fn severity(self) -> Option<Severity> {
        match self {
            FailOn::Note => Some(Severity::Note),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Error => Some(Severity::Error),
            FailOn::Never => None,
        }
    }
}
