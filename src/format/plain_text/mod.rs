//! An article as plain text, for e-mail, wires and readers of braille.

mod write;

pub use write::write;
