//! Why a text cannot stand in a unit's place.

use std::fmt;

/// A unit whose rendering was not written; its source text stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Index in `Article::units`.
    pub unit: usize,
    /// Why.
    pub reason: RefusalReason,
}

/// Why a rendering was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalReason {
    /// There is no text.
    Empty,
    /// A placeable that the source text does not have.
    UnknownPlaceable {
        /// Its name, without the `$`.
        name: String,
    },
    /// A link or an image leads to a scheme or host that the source article does not have, or hides where it leads.
    Destination {
        /// Where it leads, as written.
        destination: String,
    },
    /// A tag without its partner, or one that crosses another element.
    Tag {
        /// The tag's name; with a leading `/` for one that closes nothing.
        name: String,
    },
    /// A template directive that the source does not have, in a place where it cannot be escaped.
    Directive {
        /// The text that holds it.
        text: String,
    },
    /// The site takes a single line.
    LineBreak,
    /// A front matter value that no scalar style can hold.
    Value,
    /// However it is escaped, Markdown would show something else, or the blocks around it would change.
    Structure,
}

impl fmt::Display for RefusalReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RefusalReason::Empty => f.write_str("the text is empty"),
            RefusalReason::UnknownPlaceable { name } => write!(f, "the source text has no placeable `${name}`"),
            RefusalReason::Destination { destination } => {
                write!(f, "`{destination}` leads to a scheme or host that the source article does not have")
            }
            RefusalReason::Tag { name } => write!(f, "the tag `{name}` has no partner, or crosses another element"),
            RefusalReason::Directive { text } => write!(f, "the template directive in `{text}` is not in the source"),
            RefusalReason::LineBreak => f.write_str("a line break cannot stand here"),
            RefusalReason::Value => f.write_str("no way of writing this front matter value gives the same value back"),
            RefusalReason::Structure => f.write_str("it would be read as another structure than was meant"),
        }
    }
}
