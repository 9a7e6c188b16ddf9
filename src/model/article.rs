//! An article as it stands in its file: units over exact byte ranges, everything else carried.
//!
//! The parts of all units are disjoint and ascending within a unit; every byte of the file outside them is carried.

use crate::base::Span;

use super::{Elements, Placeables, Role};

/// Which dialect an article is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flavour {
    /// CommonMark with GFM tables, task lists, strikethrough and footnotes, and front matter.
    Markdown,
    /// The same with JSX, `import`/`export` and `{expressions}`; four spaces do not make code.
    Mdx,
}

/// One article, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The dialect it was read in.
    pub flavour: Flavour,
    /// The whole file, byte for byte (a BOM included).
    pub text: String,
    /// The units in reading order.
    pub units: Vec<ArticleUnit>,
    /// Prose that is carried, not translated (words inside raw HTML blocks), for the finding `carried-text`.
    pub carried_prose: Vec<Span>,
}

/// One unit as it stands in the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleUnit {
    /// What it is.
    pub role: Role,
    /// The byte ranges that hold its text, ascending; more than one when line prefixes (`> `, indentation) lie between.
    pub parts: Vec<Span>,
    /// How the text sits in the file, and so how another text is put in its place.
    pub site: Site,
    /// The text in catalog form, not yet cut into segments. Soft line ends are joined as the script does, runs of
    /// spaces are single, shortcut references are written out, a hard break is `\` and a line feed.
    pub content: Elements,
    /// Contents of its placeables.
    pub placeables: Placeables,
    /// Index in `Article::units` of the nearest heading above, if any (never itself).
    pub heading: Option<usize>,
    /// Notes of the author to translators (`<!-- tarjuman: note … -->` before the unit).
    pub notes: Vec<String>,
    /// Answers of the author to translators' questions (`<!-- tarjuman: answer … -->` before the unit).
    pub answers: Vec<String>,
}

/// How a unit's text sits in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Site {
    /// A block of Markdown whose further lines begin with `continuation` (e.g. `> ` or three spaces).
    Block {
        /// What each line after the first begins with.
        continuation: String,
    },
    /// A single line of Markdown that cannot be broken: an ATX heading.
    Line,
    /// A table cell: one line, `|` escaped.
    Cell,
    /// The alternative text of an image.
    Alt,
    /// A scalar in YAML front matter. `indent` is what the lines of a block scalar or a folded scalar begin with.
    Yaml {
        /// How the scalar is written.
        style: ScalarStyle,
        /// Indentation of further lines.
        indent: String,
    },
    /// A string in TOML front matter.
    Toml {
        /// How the string is written.
        style: ScalarStyle,
    },
}

/// How a front matter value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScalarStyle {
    /// YAML without quotes.
    Plain,
    /// In single quotes (YAML), or a TOML literal string.
    Single,
    /// In double quotes (YAML), or a TOML basic string.
    Double,
    /// YAML `|` block.
    Literal,
    /// YAML `>` block.
    Folded,
    /// TOML `"""` string.
    MultilineDouble,
    /// TOML `'''` string.
    MultilineSingle,
}
