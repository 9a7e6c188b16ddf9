//! Every reader under mutated input: no panic, no hang, bounded memory, and what is written reads back as the same.
//!
//! Cases are made from the seeds and tokens in `corpus.rs` by a generator with a fixed seed, so that case N of a reader is the
//! same on every machine. `TARJUMAN_FUZZ_CASES` says how many there are for each reader, `TARJUMAN_FUZZ_FROM` with which it
//! begins. What was once found stands in `regressions.rs` and runs first.

mod corpus;
mod gauge;
mod mutate;
mod readers;
mod regressions;
mod run;

#[global_allocator]
static GAUGE: gauge::Gauge = gauge::Gauge;

/// One test for each reader, so that they run beside each other.
macro_rules! fuzzed {
    ($($test:ident => $reader:expr),+ $(,)?) => {$(
        #[test]
        fn $test() {
            run::run(&$reader);
        }
    )+};
}

fuzzed! {
    markdown_survives => readers::MARKDOWN,
    mdx_survives => readers::MDX,
    front_matter_in_yaml_survives => readers::YAML,
    front_matter_in_toml_survives => readers::TOML,
    catalogs_survive => readers::CATALOG,
    glossaries_survive => readers::GLOSSARY,
    source_ledgers_survive => readers::SOURCE_LEDGER,
    target_ledgers_survive => readers::TARGET_LEDGER,
    published_records_survive => readers::PUBLISHED,
    configurations_survive => readers::CONFIG,
    journal_entries_survive => readers::JOURNAL,
    locale_tags_survive => readers::LOCALE,
    unit_addresses_survive => readers::ADDRESS,
    article_names_survive => readers::ARTICLE_NAME,
}
