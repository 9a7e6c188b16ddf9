//! `publish` to a site, as JSON and as plain text, through the real binary.
//!
//! `structure` walks what leads from page to page, `story` follows a site through edits, `policy` is a table of what may go out,
//! `translator` reads drafts and the table of all articles and languages,
//! `wide` sees to what does not fit on a narrow screen or on paper,
//! `hostile` puts hostile strings wherever a person can write one, and `browser` opens pages in Chromium.

#[path = "../support/mod.rs"]
mod support;

mod browser;
mod filled;
mod hostile;
mod html;
mod linked_data;
mod policy;
mod story;
mod structure;
mod translator;
mod wide;
