//! What is found wrong with content: a code, a place, a sentence and a way out.
//!
//! Broken content is never an `Err`: reading returns a usable value and diagnostics beside it (DESIGN, invariant 5).

use serde::Serialize;

use super::Position;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never changes an exit code.
    Note,
    /// Something to look at.
    Warning,
    /// Something was skipped or held back.
    Error,
}

/// Where a diagnostic points to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Place {
    /// Path relative to the project, with forward slashes; empty until the loader fills it in.
    pub path: String,
    /// Line from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Column in Unicode scalar values from 1; 0 when the whole line is meant.
    pub column: usize,
}

impl Place {
    /// The place at `position` of a file whose path the loader fills in later.
    pub fn at(position: Position) -> Self {
        Self { path: String::new(), line: position.line, column: position.column }
    }
}

/// One thing that is wrong, found while reading or comparing content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Stable kebab-case code, e.g. `unreadable-entry`; `tarjuman explain CODE` describes it.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One lower-case sentence without full stop, names in backticks.
    pub message: String,
    /// Where it is.
    pub place: Place,
    /// Unit concerned, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// An edit or command that mends it; empty when there is none.
    pub help: String,
}

impl Diagnostic {
    /// A diagnostic at `place`; severity is `Error`, no unit, no help.
    pub fn new(code: &'static str, message: impl Into<String>, place: Place) -> Self {
        Self { code, severity: Severity::Error, message: message.into(), place, unit: None, help: String::new() }
    }

    /// The same with another severity.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with a way to mend it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same about a unit.
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// The same in the file at `path` (project-relative, forward slashes).
    pub fn in_file(mut self, path: &str) -> Self {
        self.place.path = path.to_owned();
        self
    }
}
