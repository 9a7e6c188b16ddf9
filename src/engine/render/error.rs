//! Why a message cannot be rendered.

/// Why a message cannot be rendered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum RenderError {
    /// The message has attributes only.
    #[error("the message has no text")]
    NoText,
    /// The glossary has no such term.
    #[error("the glossary has no term `-{term}`")]
    UnknownTerm {
        /// Its name, without `-`.
        term: String,
    },
    /// The term has no such attribute.
    #[error("the term `-{term}` has no attribute `.{attribute}`")]
    UnknownAttribute {
        /// The term's name, without `-`.
        term: String,
        /// The attribute's name.
        attribute: String,
    },
    /// The term has no such form; Fluent would silently take the default.
    #[error("the term `-{term}` has no variant `{variant}` by `{parameter}`")]
    UnknownVariant {
        /// The term's name, without `-`.
        term: String,
        /// The argument's name.
        parameter: String,
        /// The argument's value.
        variant: String,
        /// The variants it has by that parameter, in file order; empty when it has none.
        known: Vec<String>,
    },
    /// The source text has no such placeable.
    #[error("the source text has no placeable `${name}`")]
    UnknownVariable {
        /// Its name, without `$`.
        name: String,
    },
    /// A variant is to be chosen by a placeable, which has no value to choose by.
    #[error("`${name}` cannot choose a variant: it is a part of the text")]
    VariableAsSelector {
        /// Its name, without `$`.
        name: String,
    },
    /// Articles have no functions.
    #[error("the function `{name}` cannot be used in an article")]
    Function {
        /// Its name.
        name: String,
    },
    /// Units do not refer to each other.
    #[error("a unit cannot refer to the message `{id}`")]
    MessageReference {
        /// The message's id.
        id: String,
    },
    /// The runtime refused for another reason, such as terms that refer to each other in a circle.
    #[error("Fluent cannot resolve the message: {reason}")]
    Runtime {
        /// The runtime's words.
        reason: String,
    },
}
