//! Nothing to write, nothing changed.

use tarjuman::format::markdown::write;
use tarjuman::model::Flavour;

use super::corpus;
use super::generate::{Chance, document};
use super::support::{article, options, text, written};

#[test]
fn articles_without_renderings_come_back_byte_for_byte() {
    let mut units = 0;
    for (name, flavour, source) in corpus::articles() {
        let article = article(&source, flavour);
        units += article.units.len();
        let none = vec![None; article.units.len()];
        assert_eq!(write::write(&article, &options(flavour), &none).text, source, "{name}");
        let own: Vec<_> = article.units.iter().map(|unit| unit.content.clone()).enumerate().collect();
        let written = written(&article, &own);
        assert_eq!(written.text, source, "{name}: every unit rendered as its own text");
        assert_eq!(written.refused, [], "{name}");
    }
    println!("{units} units of the corpus left as they were");
}

#[test]
fn generated_documents_come_back_byte_for_byte() {
    for seed in 0..3_000 {
        let source = document(&mut Chance::new(seed));
        let article = article(&source, Flavour::Markdown);
        assert_eq!(written(&article, &[]).text, source, "document {seed}");
    }
}

#[test]
fn line_ends_and_byte_order_mark_stay() {
    let source = "\u{feff}---\r\ntitle: One\r\n---\r\n\r\n> first\r\n> second\r\n\r\n- item";
    let article = article(source, Flavour::Markdown);
    let texts: Vec<_> = ["Drei", "eins\\\nzwei", "Punkt"].into_iter().map(text).enumerate().collect();
    let written = written(&article, &texts);
    assert_eq!(written.refused, []);
    assert_eq!(written.text, "\u{feff}---\r\ntitle: Drei\r\n---\r\n\r\n> eins\\\r\n> zwei\r\n\r\n- Punkt");
}
