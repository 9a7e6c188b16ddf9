//! A glossary of some hundred and fifty terms over real articles and their human translations.
//!
//! `cargo bench --bench terms [-- FOLDER] [--list]`, where FOLDER is a corpus of `ARTICLE/LOCALE.md`; by default that beside the
//! repository. Translations are paired with their source unit by unit where both files have the same sequence of headings,
//! paragraphs and list items; sections that agree in other files are counted apart. Printed are: terms that occur, those that
//! are rendered, reports "term missing"; the share of false reports among those that were read (`read.tsv`); and how many terms
//! are reported that were replaced by a near synonym (`synonyms.tsv`). Samples to be read are written to a
//! file; `--list` names the replaced terms that are not reported.

mod corpus;
mod random;
mod recall;
mod reports;

use std::path::PathBuf;

use tarjuman::engine::glossary::Glossary;

/// The target locales: as the corpus names its files, and the glossary for them.
const TARGETS: [(&str, &str); 7] = [
    ("ar", include_str!("glossary/ar.ftl")),
    ("es", include_str!("glossary/es.ftl")),
    ("fa", include_str!("glossary/fa.ftl")),
    ("fr", include_str!("glossary/fr.ftl")),
    ("ja", include_str!("glossary/ja.ftl")),
    ("ru", include_str!("glossary/ru.ftl")),
    ("zh-Hans", include_str!("glossary/zh.ftl")),
];

fn main() {
    let folder = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'))
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/articles")), PathBuf::from);
    let pairs = corpus::load(&folder, &TARGETS.map(|(locale, _)| locale));
    if pairs.files == 0 {
        println!("skipped: no articles with translations in {}", folder.display());
        return;
    }
    let source = glossary("en", include_str!("glossary/en.ftl"));
    let targets = TARGETS.map(|(locale, text)| (locale, glossary(locale, text)));
    println!("{} translations, {} terms", pairs.files, source.terms().len());
    println!("same sequence of blocks: {} files, {} translated units", pairs.strict_files, pairs.strict.len());
    println!("sections that agree in others: {} files, {} translated units\n", pairs.loose_files, pairs.loose.len());
    let strict = reports::judge_all(&pairs.strict, &source, &targets);
    let loose = reports::judge_all(&pairs.loose, &source, &targets);
    reports::print("same sequence", &strict);
    reports::print("sections", &loose);
    let all: Vec<&reports::Judged<'_>> = strict.iter().chain(&loose).collect();
    reports::print_read(&all);
    recall::measure(&all, &targets, std::env::args().any(|argument| argument == "--list"));
}

fn glossary(locale: &str, text: &str) -> Glossary {
    let (glossary, diagnostics) = Glossary::read(text, &locale.parse().expect("a locale"));
    assert!(diagnostics.is_empty(), "{locale}: {diagnostics:?}");
    glossary
}
