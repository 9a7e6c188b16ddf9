//! From a catalog's message to the text that readers see: Fluent resolution with the glossary, then joining by script.

mod borrow;
mod controls;
mod error;
mod fold;
mod join;
mod references;
mod resolve;
mod terms;

pub use controls::find_control;
pub use error::RenderError;
pub use join::join;
pub use references::{References, TermReference, references};
pub use resolve::Renderer;
pub use terms::Terms;
