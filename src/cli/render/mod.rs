//! How results look: text for people, JSON for programs, and the one place where foreign text is made safe to print.

pub mod json;
mod style;
pub mod text;

pub use style::{Style, plural, safe, safe_line};
