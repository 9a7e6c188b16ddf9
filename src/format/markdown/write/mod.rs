//! Writes an article with other texts in its units' places, changing nothing else.
//!
//! A text goes through `fragment` and `tokens` (what it means: a `plan`), `untrusted` (what it may not do), `spell` and
//! `escape` (its lines at the unit's site) and `splice`. Then the whole article is read again and `compare`d: whatever
//! shows something else is escaped harder, and refused if that does not help. Front matter values have their own folder.
//! A text that is `plain` needs none of this, and an article in which all are is not read again.

mod article;
mod compare;
mod emphasis;
mod enclose;
mod escape;
mod fragment;
mod front_matter;
mod inline;
mod plain;
mod plan;
mod refusal;
mod spell;
mod splice;
mod tokens;
mod untrusted;

pub use article::{Writer, Written, WrittenBody, write};
pub use enclose::enclose;
pub use fragment::References;
pub use inline::{Rendering, pieces, plan};
pub use plain::{PlainEvents, plain_events};
pub use plan::{Piece, Wrap, landmarks};
pub use refusal::{Refusal, RefusalReason};
