//! Finding each unit of yesterday's article in today's (DESIGN §6.2).
//!
//! In order of certainty: namesakes, exact in sequence, exact moved, similar between certain neighbours with splits and
//! merges, similar beside one certain neighbour, similar moved. Each step only sees what the earlier ones left.
//! A wrong partner is worse than none: where two are about equally good and position does not decide, none is taken and the
//! choice is reported.

mod decide;
mod evidence;
mod exact;
mod gaps;
mod keys;
mod moved;
mod near;
mod offers;

pub use decide::{AlignUnit, Alignment, Ambiguity, Attachment, Gone, Offer, align, align_resolved, align_returning};
