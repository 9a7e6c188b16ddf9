//! Arguments of the commands that look back: `undo`, `redo`, `history`, `restore`.

use clap::Args;
use tarjuman::base::Locale;
use tarjuman::workflow::Address;

/// `undo`, `redo`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman undo --list           what was done in this working copy, and can be taken back
  tarjuman undo                  take back the last command
  tarjuman undo recognition      take back what the last command did to one article
  tarjuman redo                  make it again

The journal lies in .tarjuman/journal and is of this working copy alone; `[journal]` in tarjuman.toml says how much it keeps. \
A command is taken back as a whole or not at all: not if one of its files was changed since.")]
pub struct UndoArguments {
    /// Only what concerns this article
    pub article: Option<String>,
    /// List the commands instead
    #[arg(long, conflicts_with = "steps")]
    pub list: bool,
    /// How many commands
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub steps: usize,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `history`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman history recognition#title                every text, in every language
  tarjuman history recognition#title --locale ps    in one

Texts of the source come from its ledger. Translations are looked for in the catalog, in the journal of this working copy and, \
where there is a repository, in the commits of git; each is listed with the command that brings it back.")]
pub struct HistoryArguments {
    /// The unit, as ARTICLE#UNIT
    pub unit: Address,
    /// Only these languages, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
    /// Do not ask git
    #[arg(long)]
    pub no_git: bool,
}

/// `restore`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman restore ps recognition#title 1:0b7d5511ac92    the text that `tarjuman history` lists under this fingerprint

A text that comes back renders the source text that it rendered then: if the source has changed since, it is stale.")]
pub struct RestoreArguments {
    /// The language
    pub locale: Locale,
    /// The unit, as ARTICLE#UNIT
    pub unit: Address,
    /// Fingerprint of the text, or as much of its beginning as tells it from the others
    pub text: String,
    /// Do not ask git
    #[arg(long)]
    pub no_git: bool,
    /// Show what would change, write nothing
    #[arg(long)]
    pub dry_run: bool,
}
