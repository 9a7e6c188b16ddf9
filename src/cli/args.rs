//! The arguments of every command, with the help that teaches them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use tarjuman::base::Locale;
use tarjuman::model::{Grade, Impact, Origin, State, UnitId};
use tarjuman::workflow::Address;

mod checking;
pub mod glossary;
mod past;
mod publishing;

pub use checking::CheckArguments;
pub use past::{HistoryArguments, RestoreArguments, UndoArguments};
pub use publishing::{PublishArguments, WithdrawArguments};

/// Keeps an article and all its translations in step.
///
/// An article is Markdown. `tarjuman sync` cuts it into units and keeps one Fluent catalog per language in `locales/`;
/// translators edit these files. When the article is edited, every translation that renders an older text is shown as stale,
/// with the words that changed and how much they matter. `tarjuman publish` puts the localized articles out.
///
/// Units are addressed ARTICLE#UNIT, e.g. `recognition#p-since-their-return-k3f9`.
#[derive(Debug, Parser)]
#[command(name = "tarjuman", version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Flags that every command has.
    #[command(flatten)]
    pub shared: Shared,
}

const EXIT_CODES: &str = "Exit codes: 0 done and clean; 1 done, but with findings, something skipped or held back, or not fresh \
under --check; 2 could not do it, nothing written.";

/// Flags that every command has.
#[derive(Debug, Clone, Args)]
pub struct Shared {
    /// Folder of the project; by default the current one or the nearest above it with a `tarjuman.toml`
    #[arg(long, global = true, value_name = "DIR")]
    pub project: Option<PathBuf>,
    /// How results are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Print results only, no talk
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to use colours; NO_COLOR is respected
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub color: ColorChoice,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: one JSON object with `"schema": 1`.
    Json,
    /// For a browser: one page with the edits behind it (`status`).
    Html,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a project: write `tarjuman.toml`
    Init(InitArguments),
    /// Translate into another language
    AddLocale(LocaleArguments),
    /// Stop translating into a language; its files stay where they are
    RemoveLocale(LocaleArguments),
    /// Bring catalogs and ledgers in step with the articles, and record what translators did
    Sync(SyncArguments),
    /// Show how every article stands in every language, worst first
    Status(StatusArguments),
    /// Show the source edit behind every stale translation, word by word
    Diff(DiffArguments),
    /// List what one translator has to do, in reading order
    Todo(TodoArguments),
    /// Check translations against the glossary, and the glossary itself
    Check(CheckArguments),
    /// Write one translation
    Set(SetArguments),
    /// Say that translations hold for today's source, and optionally review them
    Confirm(ConfirmArguments),
    /// Say that a translation will not do, and why
    Reject(RejectArguments),
    /// Say what the last edit of a source unit means for its translations
    Verdict(VerdictArguments),
    /// Find a text in the source and in all translations
    Find(FindArguments),
    /// Keep the fixed terms: list, add, rename, exchange and suggest them, see and change where they stand
    Glossary(glossary::GlossaryArguments),
    /// Explain why a unit stands as it does, or what a finding means
    Explain(ExplainArguments),
    /// Put localized articles out, under the policy in `tarjuman.toml`
    Publish(PublishArguments),
    /// Take an article back that is out, and every trace of it on other pages
    Withdraw(WithdrawArguments),
    /// Give the catalogs and ledgers of an article another name
    Rename(RenameArguments),
    /// Retire an article whose file is gone; its translations wait in the ledgers
    Retire(RetireArguments),
    /// Drop remembered source texts that no ledger mentions any more
    Compact(CompactArguments),
    /// Merge a catalog or a ledger for git; `init --git` sets it up
    MergeDriver(MergeDriverArguments),
    /// Print a catalog as `git diff` shows it; `init --git` sets it up
    Textconv(TextconvArguments),
    /// Show every text that a unit and its translations have had
    History(HistoryArguments),
    /// Bring an earlier translation back
    Restore(RestoreArguments),
    /// Take back the last command, or list what can be taken back
    Undo(UndoArguments),
    /// Make a command again that was taken back
    Redo(UndoArguments),
    /// Print completions for a shell
    Completions(CompletionsArguments),
    /// Print the manual page, or write one for every command
    Man(ManArguments),
}

/// `init`
#[derive(Debug, Args)]
pub struct InitArguments {
    /// Language the articles are written in
    #[arg(long, default_value = "en", value_name = "LOCALE")]
    pub source: Locale,
    /// Languages to translate into, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub targets: Vec<Locale>,
    /// Folder with the articles
    #[arg(long, default_value = "articles", value_name = "DIR")]
    pub articles: String,
    /// Teach the git repository of the project to merge catalogs message by message; also later, in every working copy
    #[arg(long)]
    pub git: bool,
    /// Show what would be written, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `merge-driver`
#[derive(Debug, Args)]
#[command(after_long_help = "The result is written over OURS. Exit 0: merged; 1: with conflicts, which are marked in it; \
129: not done, OURS is as it was.")]
pub struct MergeDriverArguments {
    /// File with the text that both sides come from (git: %O)
    pub ancestor: PathBuf,
    /// File with our text; gets the result (%A)
    pub ours: PathBuf,
    /// File with their text (%B)
    pub theirs: PathBuf,
    /// Where the file lies in the repository (%P); without it, what is in it decides what it is
    #[arg(long)]
    pub path: Option<String>,
    /// How many characters a conflict marker has (%L)
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u8).range(1..))]
    pub marker_size: u8,
    /// Name of our side in conflict markers (%X)
    #[arg(long, value_name = "LABEL")]
    pub ours_label: Option<String>,
    /// Name of what both sides come from (%S)
    #[arg(long, value_name = "LABEL")]
    pub base_label: Option<String>,
    /// Name of their side (%Y)
    #[arg(long, value_name = "LABEL")]
    pub theirs_label: Option<String>,
    /// As git's `merge.conflictStyle`: diff3 and zdiff3 show the text of ANCESTOR too
    #[arg(long, value_name = "STYLE", default_value = "merge")]
    pub conflict_style: String,
}

/// `textconv`
#[derive(Debug, Args)]
pub struct TextconvArguments {
    /// The catalog
    pub file: PathBuf,
}

/// `add-locale`, `remove-locale`
#[derive(Debug, Args)]
pub struct LocaleArguments {
    /// The language, as a BCP 47 tag such as `ps`, `fa-AF` or `zh-Hans`
    pub locale: Locale,
    /// Show what would change, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `sync`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman sync                          all articles
  tarjuman sync recognition --dry-run    what would happen
  tarjuman sync --by 'A. Name' --origin human
                                         the new texts in the catalogs are A. Name's
  tarjuman sync --check                  exit 1 if a sync is due (for CI)")]
pub struct SyncArguments {
    /// Articles; all if none is named
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write nothing; exit 1 if there is anything to write
    #[arg(long)]
    pub check: bool,
    /// Name of the person who brought the new texts in the catalogs
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Where the new texts came from: human, memory or machine:ENGINE
    #[arg(long, value_name = "ORIGIN")]
    pub origin: Option<Origin>,
    /// Make the old unit OLD go on in the text that a dry run calls NEW
    #[arg(long, value_name = "OLD=NEW", value_parser = choice)]
    pub resolve: Vec<(UnitId, UnitId)>,
    /// Retire units even if that is more than half of what is translated in an article
    #[arg(long)]
    pub yes: bool,
    /// Cut source texts into lines anew, even those that have not changed
    #[arg(long)]
    pub resegment: bool,
}

/// Reads `OLD=NEW`.
fn choice(text: &str) -> Result<(UnitId, UnitId), String> {
    let (old, new) = text.split_once('=').ok_or("write two unit ids with `=` between them")?;
    let id = |id: &str| id.parse().map_err(|error: tarjuman::model::UnitIdError| error.to_string());
    Ok((id(old)?, id(new)?))
}

/// `status`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman status --grade facts --check        exit 1 unless everything is current
  tarjuman status --format html > status.html  a page of all articles and languages for a browser, with the edits behind it")]
pub struct StatusArguments {
    /// Articles; all if none is named
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Only these languages
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
    /// Only rows with a stale unit of these grades: format, typo, wording, facts, rewrite
    #[arg(long, value_delimiter = ',', value_name = "GRADES")]
    pub grade: Vec<Grade>,
    /// Only rows with a translation in these states: initial, translated, reviewed, final
    #[arg(long, value_delimiter = ',', value_name = "STATES")]
    pub state: Vec<State>,
    /// Exit 1 unless everything is current; with --published, unless readers see it
    #[arg(long)]
    pub check: bool,
    /// List what is out, and where readers still see another text than the source has now, corrections first
    #[arg(long, conflicts_with_all = ["grade", "state", "corrections"])]
    pub published: bool,
    /// List the translations that still carry a corrected fact, and exit 1 if there is any
    #[arg(long, conflicts_with_all = ["grade", "state", "check"])]
    pub corrections: bool,
}

/// `diff`
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// Articles or units; all stale units if none is named
    #[arg(value_name = "ARTICLE[#UNIT]")]
    pub addresses: Vec<Address>,
    /// Only translations in these languages
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
}

/// `todo`
#[derive(Debug, Args)]
pub struct TodoArguments {
    /// The language
    pub locale: Locale,
    /// Articles; all if none is named
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// The kind of work
    #[arg(long, value_enum, default_value_t = NeedsArgument::Translation)]
    pub needs: NeedsArgument,
}

/// The kind of work `todo` lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NeedsArgument {
    /// Missing, stale, rejected or unreadable units.
    Translation,
    /// Current translations that nobody has reviewed, or whose sign-off no longer holds.
    Review,
}

/// `set`
#[derive(Debug, Args)]
#[command(after_long_help = "The text is Markdown, one segment (sentence) per line, as in the catalog. \
`{ $html-1 }` puts a protected part in place, `{ -term }` a glossary term; write `{ \"{\" }` for a brace, or use --literal.

Examples:
  tarjuman set ps recognition#title 'د روسیې پرېکړه' --by 'A. Name'
  tarjuman set es recognition#p-since-their-return-k3f9 - < text.txt")]
pub struct SetArguments {
    /// The language
    pub locale: Locale,
    /// The unit
    #[arg(value_name = "ARTICLE#UNIT")]
    pub address: Address,
    /// The translation; `-` reads it from standard input
    #[arg(allow_hyphen_values = true)]
    pub text: String,
    /// Braces mean braces: nothing in the text is Fluent
    #[arg(long)]
    pub literal: bool,
    /// Name of the translator
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Where the text came from: human, memory or machine:ENGINE
    #[arg(long, value_name = "ORIGIN", default_value = "human")]
    pub origin: Origin,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `confirm`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman confirm ps recognition#title
  tarjuman confirm ps recognition --all --state reviewed --by 'B. Name'")]
pub struct ConfirmArguments {
    /// The language
    pub locale: Locale,
    /// Units; or an article together with --all
    #[arg(value_name = "ARTICLE#UNIT", required = true)]
    pub addresses: Vec<Address>,
    /// Confirm every translated unit of the article
    #[arg(long)]
    pub all: bool,
    /// The state they have then: translated, reviewed or final
    #[arg(long)]
    pub state: Option<State>,
    /// Name of the person who confirms
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `reject`
#[derive(Debug, Args)]
pub struct RejectArguments {
    /// The language
    pub locale: Locale,
    /// Units
    #[arg(value_name = "ARTICLE#UNIT", required = true)]
    pub addresses: Vec<Address>,
    /// Why; the translator sees it above the text
    #[arg(long, value_name = "REASON")]
    pub why: String,
    /// Name of the person who rejects
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `verdict`
#[derive(Debug, Args)]
#[command(after_long_help = "none: translations need no change. minor: a slip, graded typo. major: graded facts. \
correction: an error was corrected; graded facts, and first everywhere.")]
pub struct VerdictArguments {
    /// Units
    #[arg(value_name = "ARTICLE#UNIT", required = true)]
    pub addresses: Vec<Address>,
    /// What the edit means for translations: none, minor, major or correction
    #[arg(long)]
    pub impact: Impact,
    /// The revision from which the edit to today's text is meant; the text before the last edit if not given
    #[arg(long, value_name = "REVISION")]
    pub from: Option<u32>,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `find`
#[derive(Debug, Args)]
pub struct FindArguments {
    /// The text; case and white space do not count
    pub text: String,
    /// Articles; all if none is named
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Only in these languages (the source language is one of them)
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
}

/// `explain`
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// A unit, an article (lists its units), or the code of a finding
    #[arg(value_name = "ARTICLE#UNIT|ARTICLE|CODE")]
    pub subject: String,
    /// Only these languages
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
}

/// `rename`
#[derive(Debug, Args)]
pub struct RenameArguments {
    /// The name the catalogs have
    pub old: String,
    /// The name they shall have
    pub new: String,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `retire`
#[derive(Debug, Args)]
pub struct RetireArguments {
    /// The article
    pub article: String,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `compact`
#[derive(Debug, Args)]
pub struct CompactArguments {
    /// Articles; all if none is named
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Show what would happen, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `completions`
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// `man`
#[derive(Debug, Args)]
pub struct ManArguments {
    /// Folder to write one page per command to, instead of printing the main page
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}
