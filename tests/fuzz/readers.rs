//! The readers: one line of material each, and what must hold of whatever they read.

use tarjuman::base::{Fingerprint, LineIndex, Locale, normalise};
use tarjuman::engine::glossary::Glossary;
use tarjuman::engine::render::Renderer;
use tarjuman::engine::segment::segment;
use tarjuman::format::markdown::write::Rendering;
use tarjuman::format::markdown::{self, HtmlBlocks, ReadOptions};
use tarjuman::format::{fluent, ledger, published};
use tarjuman::model::{Element, Flavour, Ledger, Placeables, UnitId};
use tarjuman::project::save::read_journal;
use tarjuman::project::{ArticleName, config, layout};
use tarjuman::workflow::Address;

use super::corpus;
use super::mutate::Material;
use super::run::Reader;

/// Length of usual and of long cases: most are short, so that there can be many.
const SHORT: (usize, usize) = (400, 16 << 10);
const TINY: (usize, usize) = (60, 4 << 10);

macro_rules! reader {
    ($name:literal, $corpus:ident, $length:expr, $check:expr) => {
        Reader {
            name: $name,
            material: Material {
                seeds: corpus::$corpus.seeds,
                tokens: corpus::$corpus.tokens,
                nests: corpus::$corpus.nests,
                usual: $length.0,
                longest: $length.1,
            },
            check: $check,
        }
    };
}

pub static MARKDOWN: Reader = reader!("markdown", MARKDOWN, SHORT, |text| check_article(text, Flavour::Markdown));
pub static MDX: Reader = reader!("mdx", MDX, SHORT, |text| check_article(text, Flavour::Mdx));
pub static YAML: Reader = reader!("yaml", YAML, SHORT, |text| check_article(&format!("---\n{text}"), Flavour::Markdown));
pub static TOML: Reader = reader!("toml", TOML, SHORT, |text| check_article(&format!("+++\n{text}"), Flavour::Markdown));
pub static CATALOG: Reader = reader!("catalog", CATALOG, SHORT, check_catalog);
pub static GLOSSARY: Reader = reader!("glossary", GLOSSARY, SHORT, check_glossary);
pub static SOURCE_LEDGER: Reader = reader!("source-ledger", SOURCE_LEDGER, SHORT, check_source_ledger);
pub static TARGET_LEDGER: Reader = reader!("target-ledger", TARGET_LEDGER, SHORT, check_target_ledger);
pub static PUBLISHED: Reader = reader!("published", PUBLISHED, SHORT, check_published);
pub static CONFIG: Reader = reader!("config", CONFIG, SHORT, check_config);
pub static JOURNAL: Reader = reader!("journal", JOURNAL, SHORT, check_journal);
pub static LOCALE: Reader = reader!("locale", LOCALE, TINY, check_locale);
pub static ADDRESS: Reader = reader!("address", ADDRESS, TINY, check_address);
pub static ARTICLE_NAME: Reader = reader!("article-name", ARTICLE_NAME, TINY, check_article_name);

/// An article without renderings is its own bytes, also when every unit is rendered as its own text.
fn check_article(text: &str, flavour: Flavour) {
    let mark = text.len() % 4;
    let html_blocks = if mark == 0 { HtmlBlocks::Translate } else { HtmlBlocks::Carry };
    let fields = ["title", "standfirst", "description", "image.alt", "tags"];
    let options = ReadOptions { flavour, front_matter: fields.map(str::to_owned).to_vec(), html_blocks };
    let read = markdown::read(text, &options);
    assert_eq!(read.article.text, text);
    let lines = LineIndex::new(text);
    let mut last = 0;
    for unit in &read.article.units {
        for part in &unit.parts {
            assert!(text.get(part.clone()).is_some(), "{part:?} is no part of the text");
            lines.position(part.start);
        }
        let start = unit.parts.first().map_or(last, |part| part.start);
        assert!(start >= last, "units are in the article's order");
        last = start;
        let _ = segment(&unit.content, &unit.placeables, &"en".parse().expect("a locale"));
    }
    if read.fatal {
        return;
    }
    let own: Vec<_> =
        read.article.units.iter().map(|unit| Some(Rendering { elements: &unit.content, placeables: &unit.placeables })).collect();
    let written = markdown::write(&read.article, &options, &own);
    assert_eq!(written.text, text, "every unit rendered as its own text");
    if mark == 1 {
        check_foreign_text(&read.article, &options);
    }
}

/// Whatever text is put in, what comes out reads as an article with as many units.
fn check_foreign_text(article: &tarjuman::model::Article, options: &ReadOptions) {
    let none = Placeables::new();
    let foreign = [Element::Text("1. *Новый* `текст` | <b>x</b> [y](z)".to_owned())];
    let texts: Vec<_> = article.units.iter().map(|_| Some(Rendering { elements: &foreign, placeables: &none })).collect();
    let written = markdown::write(article, options, &texts);
    let again = markdown::read(&written.text, options);
    assert_eq!(again.article.units.len(), article.units.len(), "{:?}", written.text);
}

/// Rewriting a catalog keeps every text, and doing it again changes nothing.
fn check_catalog(text: &str) {
    let catalog = fluent::read(text);
    assert_eq!(catalog.text, text);
    let mut last = 0;
    for entry in &catalog.entries {
        assert!(entry.span.start >= last && text.get(entry.span.clone()).is_some(), "{:?} after {last}", entry.span);
        last = entry.span.end;
    }
    let view = |unit: &fluent::UnitEntry| {
        let body = fluent::Body::Keep { indent: fluent::CURRENT_INDENT };
        let notes = vec![fluent::Note::new("source", "A text.")];
        fluent::Item::Unit(fluent::UnitView { id: unit.id.clone(), notes, body, restore: None, known_notes: Vec::new() })
    };
    let desired = fluent::Desired {
        header: "Tarjuman · article x · fr from en".to_owned(),
        items: catalog.units().map(view).collect(),
        remove: Vec::new(),
        known_titles: Vec::new(),
    };
    let first = fluent::rewrite(&catalog, &desired);
    assert_eq!(first.removed, []);
    let rewritten = fluent::read(&first.text);
    for unit in catalog.units() {
        let again = rewritten.unit(&unit.id).unwrap_or_else(|| panic!("`{}` is lost:\n{:?}", unit.id, first.text));
        assert_eq!(unit.translation, again.translation, "`{}` in {:?}", unit.id, first.text);
        if let fluent::Translation::Text(message) = &unit.translation {
            let _ = (fluent::canonical(message), fluent::read_lines(&message.lines));
        }
    }
    let second = fluent::rewrite(&rewritten, &desired);
    assert_eq!(second.text, first.text, "rewriting again changes nothing");
}

/// What the terms of a glossary are called, where they stand, and what is said of them outside their texts.
fn outline(entries: &fluent::TermEntries<'_>) -> (Vec<String>, bool) {
    let term = |entry: &fluent::TermEntry<'_>| {
        let attributes = entry.term.attributes.iter().zip(&entry.attribute_offsets);
        let value = |attribute: &fluent_syntax::ast::Attribute<&str>| match attribute.value.elements.as_slice() {
            [] => String::new(),
            elements => elements
                .iter()
                .map(|element| match element {
                    fluent_syntax::ast::PatternElement::TextElement { value } => {
                        value.split_whitespace().collect::<Vec<_>>().join(" ")
                    }
                    other => format!("{other:?}"),
                })
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        };
        let read = attributes.filter(|(attribute, _)| !FREE_TEXT.contains(&attribute.id.name));
        let read: Vec<String> =
            read.map(|(attribute, at)| format!(" .{}@{at}={}", attribute.id.name, value(attribute))).collect();
        format!("-{}@{} {:?}{}", entry.term.id.name, entry.offset, entry.span, read.concat())
    };
    (entries.terms.iter().map(term).collect(), entries.plain)
}

const FREE_TEXT: [&str; 3] = ["also", "forbidden", "definition"];

fn check_glossary(text: &str) {
    let (skimmed, parsed) =
        (fluent::skim_terms(text, &FREE_TEXT, |all| outline(&all)), fluent::visit_terms(text, |all| outline(&all)));
    assert_eq!(skimmed, parsed, "skimming a glossary finds what the parser finds");
    let terms = fluent::read_terms(text);
    let locale: Locale = "ru".parse().expect("a locale");
    let (glossary, _) = Glossary::read(text, &locale);
    let renderer = Renderer::new(&locale, &[text]);
    for term in terms.iter().take(3) {
        let source = format!("x = {{ -{} }} {{ -{}(case: \"genitive\") }}\n", term.name, term.name);
        let message = fluent::read_message(&source).expect("a reference to a term that was read");
        let _ = (glossary.rendered_terms(&message), renderer.resolve(&message, &Placeables::new()));
    }
}

/// What was read is written so that it reads as the same, and without damage as the same bytes. Damaged pieces are kept; in
/// their new places they may make sense again.
fn check_source_ledger(text: &str) {
    let read = ledger::read_source(text);
    if read.writable && !read.conflicted {
        let written = ledger::write_source(&read.ledger);
        let again = ledger::read_source(&written).ledger;
        check_kept(&read.ledger, &again, &written);
        assert!(!read.ledger.damaged.is_empty() || ledger::write_source(&again) == written, "{written:?}");
    }
}

fn check_target_ledger(text: &str) {
    let read = ledger::read_target(text);
    if read.writable && !read.conflicted {
        let written = ledger::write_target(&read.ledger);
        let again = ledger::read_target(&written).ledger;
        check_kept(&read.ledger, &again, &written);
        assert!(!read.ledger.damaged.is_empty() || ledger::write_target(&again) == written, "{written:?}");
    }
}

fn check_kept<R: PartialEq + std::fmt::Debug>(before: &Ledger<R>, after: &Ledger<R>, written: &str) {
    for (unit, record) in &before.units {
        assert_eq!(after.units.get(unit), Some(record), "{unit} in {written:?}");
    }
    assert!(!before.damaged.is_empty() || after.units.len() == before.units.len(), "{written:?}");
    for damaged in before.damaged.iter().filter(|damaged| damaged.id.as_ref().is_none_or(|id| !before.units.contains_key(id))) {
        assert!(written.contains(&damaged.raw), "{:?} is lost in {written:?}", damaged.raw);
    }
}

fn check_published(text: &str) {
    let read = published::read(text).published;
    let written = published::write(&read);
    let again = published::read(&written);
    assert_eq!((again.published, again.diagnostics.len()), (read, 0), "{written:?}");
}

/// A configuration stays one with a further locale.
fn check_config(text: &str) {
    let read = config::read(text);
    let Some(before) = read.config else {
        assert!(!read.diagnostics.is_empty(), "a refusal has a reason");
        return;
    };
    for folder in before.articles.iter().map(|set| &set.root).chain([&before.out]) {
        assert!(!folder.starts_with('/') && folder.split('/').all(|part| part != ".." && !part.eq_ignore_ascii_case(".git")));
    }
    let locale: Locale = "tlh".parse().expect("a locale");
    if let Ok(Some(text)) = config::add_target_locale(text, &locale) {
        let after = config::read(&text).config.unwrap_or_else(|| panic!("no configuration any more: {text:?}"));
        assert!(after.target_locales.contains(&locale), "{text:?}");
    }
}

/// An entry with a wrong checksum does not count; one with a right checksum has an image of the length that its header says.
fn check_journal(text: &str) {
    let (magic, header) = ("tarjuman-journal 1\n", text.as_bytes());
    let mut sealed = [magic.as_bytes(), header].concat();
    let seal = blake3::hash(&sealed).to_hex();
    assert!(read_journal(&sealed).is_err(), "without a checksum");
    sealed.extend_from_slice(format!("{seal}\n").as_bytes());
    let Ok(entry) = read_journal(&sealed) else { return };
    assert_eq!(entry.header.files.len(), entry.images.len());
    for (file, images) in entry.header.files.iter().zip(&entry.images) {
        let length = |text: &Option<String>| text.as_ref().map(|text| text.len() as u64);
        assert_eq!((length(&images.before), length(&images.after)), (file.before, file.after), "{}", file.path);
    }
}

fn check_locale(text: &str) {
    if let Ok(locale) = text.parse::<Locale>() {
        assert_eq!(locale.to_string().parse::<Locale>().as_ref(), Ok(&locale), "canonical once, canonical for good");
        let _ = (locale.direction(), locale.to_langid(), locale.language());
        assert!(locale.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{locale}");
    }
}

fn check_address(text: &str) {
    if let Ok(address) = text.parse::<Address>() {
        assert_eq!(address.to_string().parse::<Address>(), Ok(address));
    }
    if let Ok(unit) = text.parse::<UnitId>() {
        assert_eq!(unit.as_str(), text);
    }
    if let Ok(fingerprint) = text.parse::<Fingerprint>() {
        assert_eq!(fingerprint.to_string().parse::<Fingerprint>(), Ok(fingerprint));
    }
    let normal = normalise(text);
    assert_eq!(normalise(&normal), normal, "normal once, normal for good");
}

fn check_article_name(text: &str) {
    if let Ok(name) = text.parse::<ArticleName>() {
        assert_eq!(name.as_str().parse::<ArticleName>().as_ref(), Ok(&name));
        let path = layout::locale_catalog(&"fr".parse().expect("a locale"), &name).to_string();
        let is_harmless = |part: &str| {
            let folded = part.to_lowercase();
            !matches!(folded.trim_end_matches(['.', ' ']), "" | ".git" | "git~1")
        };
        assert!(path.split('/').all(is_harmless), "{path:?}");
        assert!(!path.contains(['\\', ':', '\0', '\u{1B}']), "{path:?}");
    }
    let _ = text.parse::<layout::TargetName>();
}
