//! The axes a translation is judged on, kept apart: state, origin, freshness, grade, and the author's verdict.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// A word that is none of the values a field can take.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not one of {}", expected.join(", "))]
pub struct UnknownWord {
    /// What was found.
    pub found: String,
    /// What would have been understood.
    pub expected: Vec<&'static str>,
}

/// An enum whose values are words in files, on the command line and in JSON.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All values, in ascending order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word used in files, on the command line and in JSON.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.as_str()) }
        }

        impl std::str::FromStr for $name {
            type Err = crate::model::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok($name::$variant),)+
                    _ => Err(crate::model::UnknownWord { found: text.to_owned(), expected: vec![$($word),+] }),
                }
            }
        }
    };
}

pub(crate) use words;

words! {
    /// How far people have brought a translation (XLIFF 2.1 `state`): stored in the ledger.
    State {
        /// Not translated, or rejected.
        Initial = "initial",
        /// Translated.
        Translated = "translated",
        /// Reviewed by somebody.
        Reviewed = "reviewed",
        /// Signed off.
        Final = "final",
    }
}

words! {
    /// What the source did to a translation: derived from catalogs and ledgers, never stored.
    Freshness {
        /// It renders today's source text, or one equivalent to it.
        Current = "current",
        /// It renders another source text, or nobody knows which.
        Stale = "stale",
        /// There is no translation.
        Missing = "missing",
        /// Its entry does not parse.
        Unreadable = "unreadable",
        /// Its source unit is gone.
        Obsolete = "obsolete",
    }
}

words! {
    /// How serious a source edit is, mildest first.
    Grade {
        /// The normalised text is the same.
        Format = "format",
        /// A slip of the pen mended.
        Typo = "typo",
        /// Other words, the same facts.
        Wording = "wording",
        /// A number, date, name, quote, negation or link changed.
        Facts = "facts",
        /// More than half is another text, or nobody knows which text was rendered.
        Rewrite = "rewrite",
    }
}

words! {
    /// What the author said of an edit.
    Impact {
        /// Translations need no change.
        None = "none",
        /// A slip: grades `typo`.
        Minor = "minor",
        /// Grades `facts`.
        Major = "major",
        /// An error in the source was corrected: grades `facts` and comes first everywhere.
        Correction = "correction",
    }
}

/// Where a translation came from: stored in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A person wrote it.
    Human,
    /// Taken from the translation memory.
    Memory,
    /// A machine wrote it; which one.
    Machine(String),
    /// Found on disk; nobody said.
    Unrecorded,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Human => f.write_str("human"),
            Origin::Memory => f.write_str("memory"),
            Origin::Machine(engine) => write!(f, "machine:{engine}"),
            Origin::Unrecorded => f.write_str("unrecorded"),
        }
    }
}

impl FromStr for Origin {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let engine_fits = |engine: &str| !engine.is_empty() && engine.bytes().all(|b| b.is_ascii_graphic() && b != b'"');
        match text {
            "human" => Ok(Origin::Human),
            "memory" => Ok(Origin::Memory),
            "unrecorded" => Ok(Origin::Unrecorded),
            _ => match text.strip_prefix("machine:") {
                Some(engine) if engine_fits(engine) => Ok(Origin::Machine(engine.to_owned())),
                _ => {
                    Err(UnknownWord { found: text.to_owned(), expected: vec!["human", "memory", "machine:ENGINE", "unrecorded"] })
                }
            },
        }
    }
}

impl Serialize for Origin {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
