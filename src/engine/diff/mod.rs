//! Comparing texts: words for people to read, segments for what changed in a unit, similarity for finding partners.
//!
//! Words are those of Unicode text segmentation (UAX #29), so Han and Kana are compared character by character.
//! Everything is deterministic and, for texts of any length, bounded in time.

mod chain;
mod pairing;
mod segments;
mod similarity;
mod words;

pub use chain::{Block, heaviest_chain};
pub use pairing::{Pairing, pair_segments};
pub use segments::{SegmentChange, segments};
pub use similarity::{Vocabulary, Words, char_similarity, count_words, similarity};
pub use words::{Change, words};
