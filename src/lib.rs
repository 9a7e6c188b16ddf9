//! Keeps an article and all its translations in step.
//!
//! An article is a Markdown file. It is cut into *units* (titles, paragraphs, list items …) with ids that last; every language
//! has a Fluent catalog with one message for each unit, and a ledger that remembers which source text each translation
//! renders. When the article is edited, translations of what changed are *stale*, with a *grade* that says how serious the edit
//! is. A localized article is rendered from the article and a catalog, under a policy.
//!
//! Everything the command `tarjuman` does is a method of [`project::Project`] that prints nothing, reads no environment and
//! returns a report:
//!
//! ```
//! use tarjuman::project::Project;
//! use tarjuman::workflow::{DiffOptions, SyncOptions};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let dir = folder.path();
//! # let write = |path: &str, text: &str| {
//! #     let path = dir.join(path);
//! #     std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
//! #     std::fs::write(path, text)?;
//! #     Ok::<(), Box<dyn std::error::Error>>(())
//! # };
//! write(
//!     "tarjuman.toml",
//!     "source-locale = \"en\"\ntarget-locales = [\"fr\"]\n\n[[articles]]\nroot = \"articles\"\n",
//! )?;
//! write("articles/bridge.md", "---\ntitle: The bridge reopens\n---\n\nWorkers replaced 40 beams.\n")?;
//!
//! // Units are made of the article, and a catalog for the translator.
//! let report = Project::open(dir)?.sync(&SyncOptions::default())?;
//! assert_eq!(report.articles[0].units, 2);
//! assert!(report.written.contains(&"locales/fr/bridge.ftl".to_owned()));
//!
//! // A translator writes into the catalog; the next sync records from which source text.
//! write("locales/fr/bridge.ftl", "title = Le pont rouvre\n")?;
//! let report = Project::open(dir)?.sync(&SyncOptions::default())?;
//! assert_eq!(report.articles[0].locales[&"fr".parse()?].counts.current, 1);
//!
//! // The author edits the title: its translation is stale, and what changed is known.
//! write("articles/bridge.md", "---\ntitle: The old bridge reopens\n---\n\nWorkers replaced 40 beams.\n")?;
//! let report = Project::open(dir)?.diff(&DiffOptions::default())?;
//! assert_eq!(report.edits[0].old.as_deref(), Some("The bridge reopens"));
//! assert_eq!(report.edits[0].translations[0].lines, ["Le pont rouvre"]);
//! # Ok(())
//! # }
//! ```
//!
//! # Errors and findings
//!
//! An `Err` means that the environment or the request failed: nothing was written. Broken content never is one: reading gives a
//! usable value and [`base::Diagnostic`]s beside it, each with a code, a place and a way to mend it.
//!
//! # Where to find what
//!
//! The modules are layers; each knows only those named before it. `docs/architecture.md` walks through them.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

/// What everything rests on: locales, fingerprints, places in a text, diagnostics, and which differences between texts count.
pub mod base;

/// The data every layer speaks of: articles, units and their texts, ledgers, the words for states.
pub mod model;

/// Text from and to the model: Markdown, Fluent catalogs, ledgers, published records. Reading never fails.
pub mod format;

/// Decisions, as pure functions on the model: segments, ids, alignment, grades, freshness, rendering.
pub mod engine;

/// A project on disk: configuration, every path rule, loading, saving as one transaction.
pub mod project;

/// What can be done with a project: one file for each command, each a method of [`project::Project`].
pub mod workflow;
