//! Files that say how a language's sentences end: tables of words (`<locale>.toml`, of a project or built in) and SRX 2.0.
//!
//! Reading gives what can be used and a diagnostic for everything that cannot. What the rules mean is decided in
//! `engine/segment/`.

mod icu;
mod srx;
mod table;

pub use srx::{ReadSrx, Srx, SrxRule, read_srx};
pub use table::{Pair, ReadTable, SegmentationTable, read_table};
