//! What readers see and how it changes, through the real binary: `publish` again and again, `status --published`, `withdraw`,
//! `publish --revision`, embargoes, groups, and the cache.

#[path = "../support/mod.rs"]
mod support;

#[path = "../site/filled.rs"]
#[allow(dead_code, reason = "the tests of pages need more of it")]
mod filled;

mod cache;
mod conditions;
mod fallback;
mod guard;
mod heads;
mod newsroom;
mod readers;
mod traces;
