//! Arguments of the commands that decide what readers see: `publish`, `withdraw`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tarjuman::base::{Locale, Moment};
use tarjuman::workflow::Target;

/// `publish`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman publish --plan                 what would go out, and what would not, and why
  tarjuman publish                        put it out
  tarjuman publish --only-outdated        renew what readers see, and put out nothing else
  tarjuman publish flood --revision 2 --locale ps
                                          go back to the second text that was out
  tarjuman publish flood --again          take today's text again, also where one was withdrawn or taken back

Exit 1 when a locale was held back; the others went out. What waits for its time, was withdrawn or taken back to an earlier text \
is listed and is no reason for exit 1. --draft ignores the policy, writes to the draft folder and records nothing as published.")]
pub struct PublishArguments {
    /// Articles; all if none is named
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Only these languages (the source language is one of them)
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
    /// What to produce
    #[arg(long, value_enum, default_value_t = TargetArgument::Site)]
    pub to: TargetArgument,
    /// Folder to write to, instead of the configured one
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Only pages that are out already and show another text than would go out now
    #[arg(long, conflicts_with_all = ["draft", "revision"])]
    pub only_outdated: bool,
    /// Also what was withdrawn or taken back to an earlier text; ARTICLE must be named
    #[arg(long, requires = "articles", conflicts_with_all = ["draft", "revision"])]
    pub again: bool,
    /// Go back to the text that was out under this number, as `status --published` lists it; ARTICLE must be named
    #[arg(long, value_name = "REVISION", requires = "articles", conflicts_with_all = ["draft", "only_outdated"])]
    pub revision: Option<u32>,
    /// Decide by this moment what may go out yet, instead of now: 2026-11-23T06:00+01:00
    #[arg(long, value_name = "MOMENT")]
    pub now: Option<Moment>,
    /// A preview of everything there is
    #[arg(long)]
    pub draft: bool,
    /// Show as a table what would go out and what would not, and why; write nothing
    #[arg(long)]
    pub plan: bool,
    /// Write nothing; exit 1 if there is anything to write or to hold back
    #[arg(long)]
    pub check: bool,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `withdraw`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman withdraw flood                 in every language and everything it is out in
  tarjuman withdraw flood --locale ps     in one language

Removes the files that the record in published/ names, and no others. The switcher, the alternates, indexes, feeds and the \
sitemap forget it, and links of other pages lead to the original or nowhere. `publish` passes over what was withdrawn; \
`publish ARTICLE --again` puts it out.")]
pub struct WithdrawArguments {
    /// The article
    pub article: String,
    /// Only these languages
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
    /// Only from these; everything it is out in if none is named
    #[arg(long, value_enum, value_delimiter = ',', value_name = "TARGETS")]
    pub to: Vec<TargetArgument>,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What `publish` produces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TargetArgument {
    /// A site of HTML pages, with indexes, feeds and a sitemap.
    Site,
    /// One Markdown file per language, for a site generator.
    Markdown,
    /// One JSON file per language, with every unit, for other programs.
    Json,
    /// One plain text file per language.
    Text,
}

impl From<TargetArgument> for Target {
    fn from(argument: TargetArgument) -> Self {
        match argument {
            TargetArgument::Site => Target::Site,
            TargetArgument::Markdown => Target::Markdown,
            TargetArgument::Json => Target::Json,
            TargetArgument::Text => Target::Text,
        }
    }
}
