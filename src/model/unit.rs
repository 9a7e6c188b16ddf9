//! Units and their names.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// What a unit is in its article; decides the prefix of its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The article's title (front matter).
    Title,
    /// The paragraph that sums the article up.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// Where and when a report was filed.
    Dateline,
    /// A heading of level 1–6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list item's text.
    ListItem,
    /// A paragraph inside a block quote.
    Quote,
    /// A table cell.
    Cell,
    /// The caption of an image.
    Caption,
    /// The alternative text of an image that stands alone.
    Alt,
    /// A footnote's text.
    Footnote,
    /// Another front matter field, by its dotted name.
    FrontMatter(String),
}

impl Role {
    /// The prefix of ids of units of this role: `title standfirst byline dateline h p li q td cap alt fn fm`.
    pub fn prefix(&self) -> &'static str {
        match self {
            Role::Title => "title",
            Role::Standfirst => "standfirst",
            Role::Byline => "byline",
            Role::Dateline => "dateline",
            Role::Heading(_) => "h",
            Role::Paragraph => "p",
            Role::ListItem => "li",
            Role::Quote => "q",
            Role::Cell => "td",
            Role::Caption => "cap",
            Role::Alt => "alt",
            Role::Footnote => "fn",
            Role::FrontMatter(_) => "fm",
        }
    }

    /// The role that an id's prefix tells: of a heading the level is not known (1 is given), of another front matter field the
    /// name is not (it is empty). `None` for a prefix that no role has.
    pub fn of_id(id: &UnitId) -> Option<Self> {
        let prefix = id.as_str().split('-').next().unwrap_or_default();
        let role = match prefix {
            "title" => Role::Title,
            "standfirst" => Role::Standfirst,
            "byline" => Role::Byline,
            "dateline" => Role::Dateline,
            "h" => Role::Heading(1),
            "p" => Role::Paragraph,
            "li" => Role::ListItem,
            "q" => Role::Quote,
            "td" => Role::Cell,
            "cap" => Role::Caption,
            "alt" => Role::Alt,
            "fn" => Role::Footnote,
            "fm" => Role::FrontMatter(String::new()),
            _ => return None,
        };
        Some(role)
    }

    /// Whether the bare prefix is the id as long as the article has one such unit.
    pub fn is_singular(&self) -> bool {
        matches!(self, Role::Title | Role::Standfirst | Role::Byline | Role::Dateline)
    }
}

/// The lasting name of a unit within its article: a Fluent message identifier, lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(Arc<str>);

/// The string is no unit id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a unit id such as `p-since-their-return-k3f9`")]
pub struct UnitIdError(pub String);

impl UnitId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for UnitId {
    type Err = UnitIdError;

    /// Accepts `[a-zA-Z][a-zA-Z0-9_-]*` of at most 100 characters, as Fluent does.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = text.len() <= 100
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if fits { Ok(Self(text.into())) } else { Err(UnitIdError(text.to_owned())) }
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for UnitId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
