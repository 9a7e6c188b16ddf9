//! Markdown articles: CommonMark 0.31 with GFM tables, task lists, strikethrough and footnotes; MDX; front matter.
//!
//! Reading finds the units and the exact bytes that hold their text. The steps, each in a file of its own:
//! `front_matter` splits the head off, `prescan` blanks out what is not Markdown (directives, JSX, the author's
//! `tarjuman:` comments), `layout` moves indented MDX to the left, `blocks` walks the parsed blocks, `inline` brings a unit's text into catalog form.

mod blocks;
mod body;
mod comments;
mod directives;
mod front_matter;
mod heading;
mod html;
mod inline;
mod layout;
mod lines;
mod mdx;
mod omit;
mod prescan;
mod prose;
mod read;
mod simple_head;
mod skeleton;
mod toml;
pub mod write;
mod yaml;

pub use body::{Body, body, body_options, directives, fields, place_in_body};
pub use omit::omit;
pub use prose::has_words;
pub use read::{HtmlBlocks, Read, ReadOptions, read};
pub use write::{PlainEvents, Refusal, RefusalReason, Rendering, Writer, Written, WrittenBody, enclose, plain_events, write};
