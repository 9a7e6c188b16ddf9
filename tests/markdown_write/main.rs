//! What writing an article keeps and what it refuses: the corpus, a table of hostile texts, and generated documents.

mod corpus;
mod generate;
mod hostile;
mod identity;
mod mdx;
mod placeables;
mod plain;
mod property;
mod pseudo;
mod support;
