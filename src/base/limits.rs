//! Every limit on what is read, in one place; `docs/limits.md` explains them. What is larger is left alone and reported, never cut.
//!
//! Sizes are far above what people write, and low enough that no file can take the memory or the day of whoever opens a project.

/// Bytes of an article.
pub const ARTICLE_BYTES: u64 = 16 << 20;
/// Bytes of a catalog or of a glossary.
pub const CATALOG_BYTES: u64 = 64 << 20;
/// Bytes of a ledger or of a record of what is published.
pub const LEDGER_BYTES: u64 = 64 << 20;
/// Bytes of any other file that is read, the configuration among them.
pub const OTHER_BYTES: u64 = 1 << 20;
/// Bytes of a published file that is compared with its successor.
pub const OUTPUT_BYTES: u64 = 64 << 20;
/// Bytes of the front matter of an article, its fences not included.
pub const FRONT_MATTER_BYTES: usize = 1 << 20;
/// Bytes of a unit's text in an article, and of a unit's entry in a catalog.
pub const UNIT_BYTES: usize = 4 << 20;
/// Levels of blocks in an article, of braces in a catalog, of brackets in a ledger.
pub const NESTING: usize = 100;
/// Levels of collections in YAML front matter.
pub const YAML_NESTING: usize = 64;
/// Bytes of a component of an article's name: `.ledger.toml` and a temporary name still fit the usual limit of 255.
pub const COMPONENT_BYTES: usize = 200;
/// Articles of a project.
pub const ARTICLES: usize = 100_000;

/// A number of bytes as people say it: `16 MiB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        _ if bytes >= 1 << 20 => format!("{} MiB", bytes >> 20),
        _ if bytes >= 1 << 10 => format!("{} KiB", bytes >> 10),
        _ => format!("{bytes} bytes"),
    }
}
