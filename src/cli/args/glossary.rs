//! Arguments of the commands for terminologists: `glossary …`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use tarjuman::base::Locale;

/// `glossary`
#[derive(Debug, Args)]
#[command(
    after_long_help = "The glossary is Fluent: `glossary/LOCALE.ftl`, one term for each concept, the same name in every language. \
docs/terminology.md shows a terminologist's day, docs/formats.md what an entry can say."
)]
pub struct GlossaryArguments {
    /// What to do.
    #[command(subcommand)]
    pub command: GlossaryCommand,
}

/// The verbs of the glossary.
#[derive(Debug, Subcommand)]
pub enum GlossaryCommand {
    /// List the terms with their renderings, and the languages that have none
    List(ListArguments),
    /// Find terms by a text in any language, inflected too
    Find(FindTermArguments),
    /// Add a term
    Add(Box<AddArguments>),
    /// Check the glossaries alone: references to terms and variants that are not there, circles
    Check(CheckGlossaryArguments),
    /// Give a term another name, wherever it is defined or referred to
    Rename(RenameTermArguments),
    /// Show which units hold a term, and how their translations render it
    Impact(ImpactArguments),
    /// Replace old renderings of a term where that is certain, and list the others
    Apply(ApplyArguments),
    /// Suggest terms that the articles hold and the glossary does not
    Suggest(SuggestArguments),
    /// Take terms in from TBX or CSV
    Import(ImportArguments),
    /// Give terms out as TBX or CSV
    Export(ExportArguments),
}

/// `glossary list`
#[derive(Debug, Args)]
pub struct ListArguments {
    /// Only these languages (the source language is one of them)
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
}

/// `glossary check`
#[derive(Debug, Args)]
pub struct CheckGlossaryArguments {
    /// Only these languages (the source language is one of them)
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
}

/// `glossary find`
#[derive(Debug, Args)]
pub struct FindTermArguments {
    /// A text: a term or a part of one, or a sentence that holds terms
    pub text: String,
}

/// `glossary add`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman glossary add embassy embassy --locale es=embajada --locale ru=посольство
  tarjuman glossary add embassy embassy --form en:number=one=embassy --form en:number=other=embassies
  tarjuman glossary add tass TASS --keep --forbidden ITAR-TASS --definition 'The Russian state news agency.'

An attribute is about the source language unless `LOCALE:` stands before its value, with a language of the project. \
Variants are given with --form; the one whose text is TEXT (or that of --locale) is the default.")]
pub struct AddArguments {
    /// Its name, the same in every language: letters from a to z, digits, `-`, `_`
    #[arg(allow_hyphen_values = true)]
    pub id: String,
    /// Its text in the source language
    #[arg(allow_hyphen_values = true)]
    pub text: String,
    /// Its text in another language
    #[arg(long, value_name = "LOCALE=TEXT")]
    pub locale: Vec<String>,
    /// A variant of its text: LOCALE:SELECTOR=KEY=TEXT, with several selectors LOCALE:SELECTOR=KEY,SELECTOR=KEY=TEXT
    #[arg(long, value_name = "VARIANT")]
    pub form: Vec<String>,
    /// Another accepted text
    #[arg(long, value_name = "[LOCALE:]TEXT")]
    pub also: Vec<String>,
    /// A text that must not be used for it
    #[arg(long, value_name = "[LOCALE:]TEXT")]
    pub forbidden: Vec<String>,
    /// What it means
    #[arg(long, value_name = "[LOCALE:]TEXT")]
    pub definition: Vec<String>,
    /// A line of the comment above it
    #[arg(long, value_name = "[LOCALE:]TEXT")]
    pub comment: Vec<String>,
    /// How its text is compared: case, word or exact
    #[arg(long = "match", value_name = "[LOCALE:]HOW")]
    pub matching: Vec<String>,
    /// Its grammatical gender: masculine, feminine, neuter, common or other
    #[arg(long, value_name = "[LOCALE:]GENDER")]
    pub gender: Vec<String>,
    /// What the terminologists say of it: preferred, admitted, deprecated or superseded
    #[arg(long, value_name = "[LOCALE:]STATUS")]
    pub status: Vec<String>,
    /// Translations keep the text of the source
    #[arg(long)]
    pub keep: bool,
    /// Show what would be written, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `glossary rename`
#[derive(Debug, Args)]
pub struct RenameTermArguments {
    /// The name it has
    #[arg(allow_hyphen_values = true)]
    pub old: String,
    /// The name it shall have
    #[arg(allow_hyphen_values = true)]
    pub new: String,
    /// Show what would change, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `glossary impact`
#[derive(Debug, Args)]
#[command(
    after_long_help = "What stands beside a unit: reference, form, also (another accepted text), inflected (a form that the glossary \
does not list), kept (as the source has it), forbidden, earlier (a text that the glossary gave once, as the journal and git remember), \
missing, unspecified (the glossary of the language has no such term), untranslated.

Exit 1 when a translation has a forbidden text, an earlier one, or none."
)]
pub struct ImpactArguments {
    /// The term
    #[arg(allow_hyphen_values = true)]
    pub term: String,
    /// Only these languages
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
}

/// `glossary apply`
#[derive(Debug, Args)]
#[command(after_long_help = "Examples:
  tarjuman glossary apply embassy --dry-run              what would be replaced, and what is left to people
  tarjuman glossary apply embassy --from legación        only where this text, or a form that went with it, stands
  tarjuman glossary apply embassy --reference            `{ -embassy }` in place of texts: later changes need no `apply`

Old renderings are those that the glossary forbids, those it gave earlier (as the journal of this working copy and git remember them), \
and the one of --from. A text is replaced if it is written exactly so, nothing is attached to it, and today's glossary has exactly one \
form for it; everything else is listed. What a translation renders stays as it was; a sign-off has to be given again.

Exit 1 when something is left.")]
pub struct ApplyArguments {
    /// The term
    #[arg(allow_hyphen_values = true)]
    pub term: String,
    /// Only these languages
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
    /// Only this old rendering, and the forms that went with it
    #[arg(long, value_name = "TEXT")]
    pub from: Option<String>,
    /// Put references to the term in place of texts, also of accepted forms
    #[arg(long, conflicts_with = "text")]
    pub reference: bool,
    /// Put the form in as text (the default)
    #[arg(long)]
    pub text: bool,
    /// Show what would be replaced, write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `glossary suggest`
#[derive(Debug, Args)]
#[command(
    after_long_help = "Names (capitalised words, not those that only begin a sentence), acronyms, and phrases that stand at least three times. \
Forms of a word count as one. They are ranked by C-value: how often a phrase stands, less what it owes to longer phrases that hold it, \
times the logarithm of its length. In scripts without spaces strings are found that stand together far more often than by chance."
)]
pub struct SuggestArguments {
    /// Search the translations into this language instead of the articles
    #[arg(long, value_name = "LOCALE")]
    pub locale: Option<Locale>,
    /// The most suggestions
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub limit: usize,
}

/// `glossary import`
#[derive(Debug, Args)]
#[command(
    after_long_help = "TBX is read in both editions (`tbx` and `martif`) and both styles, in UTF-8 or UTF-16. A table is either the \
one that `export` writes or has a column for each language: `id,en,fr`.

New terms are added; empty fields are filled; lists of accepted and forbidden texts grow. Where the glossary says something else, nothing is \
changed and the conflict is listed, unless --overwrite says that the file is right. Exit 1 with conflicts or with anything left out."
)]
pub struct ImportArguments {
    /// The file; `-` reads standard input
    pub file: PathBuf,
    /// Its format; told from its beginning if not given
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub from: Option<ExchangeArgument>,
    /// Where the glossary says something else, take what the file says
    #[arg(long)]
    pub overwrite: bool,
    /// Show what would be added, changed, or in conflict; write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `glossary export`
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// The format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ExchangeArgument::Tbx)]
    pub to: ExchangeArgument,
    /// Only these languages (the source language is one of them)
    #[arg(long, value_delimiter = ',', value_name = "LOCALES")]
    pub locale: Vec<Locale>,
    /// File to write to, instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// A format in which glossaries are exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExchangeArgument {
    /// TBX-Basic, version 3 (ISO 30042:2019).
    Tbx,
    /// TBX-Basic, version 2 (`martif`).
    TbxV2,
    /// A table for spreadsheets, in which no cell can be executed.
    Csv,
}
