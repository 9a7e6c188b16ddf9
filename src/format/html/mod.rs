//! HTML of an article's Markdown, made so that no text can open or close an element.
//!
//! Nothing raw is copied: every tag is spelt by this module from lists of elements and attributes that do no harm (`elements`),
//! every text and every value is escaped (`escape`), every address is checked (`address`). Raw HTML of an article is read tag by
//! tag (`tags`) and kept where it nests (`nesting`). Runs of the opposite direction are isolated (`direction`).

mod address;
mod anchors;
mod direction;
mod elements;
mod escape;
mod footnotes;
mod frame;
mod nesting;
mod raw;
mod tags;
mod write;

pub use address::{Address, address, encode_path};
pub use anchors::{Heading, anchors, headings, plain_headings};
pub use direction::{Run, inline, runs};
pub use escape::{clean, escape, escape_xml};
pub use frame::{Filled, Frame};
pub use raw::plain;
pub use write::{Links, PlacedUnit, Writing, write, write_events};
