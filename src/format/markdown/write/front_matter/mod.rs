//! Puts another value in a front matter field's place: in the same style where that can hold it, else in the nearest that can.
//!
//! Every way of writing is tried on the whole front matter: it counts only if the field then has exactly the new value and
//! all others what they had.

mod field;
mod toml;
mod yaml;

pub(super) use field::{extent, spell, value_of};
