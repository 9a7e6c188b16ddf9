//! TermBase eXchange: TBX-Basic as ISO 30042:2019 (`tbx`, version 3) and as the edition before (`martif`, version 2).
//!
//! Written so that nothing is lost when it is read again: what TBX has no category for stands in notes that begin with `tarjuman:`.

mod entities;
mod read;
mod tree;
mod write;

pub use read::{ReadTbx, read_tbx};
pub use write::{TbxVersion, write_tbx};
