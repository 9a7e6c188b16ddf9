//! What a rule finds.

use crate::base::Span;

/// One result of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// One lower-case sentence without full stop, names in backticks.
    pub message: String,
    /// The term it is about, without `-`.
    pub term: Option<String>,
    /// Where in the source unit's plain text; `None` when it is not about a part of it.
    pub source: Option<Span>,
    /// Where on the other side; `None` when the whole text is meant.
    pub target: Option<Spot>,
    /// What to put in the place of `target`, where that is certain.
    pub fix: Option<String>,
    /// What a person can do.
    pub help: String,
}

/// A part of a translation or of a glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Bytes of the message's lines, joined by line feeds.
    Lines(Span),
    /// Bytes of the file.
    File(Span),
}
