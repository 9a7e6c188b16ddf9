//! Whatever a translator types, the blocks of the document stay.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use tarjuman::model::{Element, Flavour};

use super::generate::{Chance, document, nasty};
use super::support::{article, markdown_options, reason, written};

/// Blocks, code and HTML blocks, and where links and images lead: everything that texts must not change or add to.
fn frame(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut blocks, mut destinations) = (Vec::new(), Vec::new());
    let (mut code, mut metadata) = (false, false);
    let markdown = markdown.trim_start_matches('\u{feff}');
    for event in Parser::new_ext(markdown, markdown_options()) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => destinations.push(dest_url.to_string()),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::Start(tag) => {
                code |= matches!(tag, Tag::CodeBlock(_));
                metadata |= matches!(tag, Tag::MetadataBlock(_));
                blocks.push(format!("{tag:?}"));
            }
            Event::End(tag) => {
                code &= tag != TagEnd::CodeBlock;
                metadata &= !matches!(tag, TagEnd::MetadataBlock(_));
                blocks.push(format!("{tag:?}"));
            }
            Event::Text(text) if code && !metadata => blocks.push(text.to_string()),
            Event::Html(html) => blocks.push(html.to_string()),
            Event::InlineHtml(html) => {
                let lower = html.to_lowercase();
                assert!(!lower.contains("script") && !lower.contains("div"), "{html} got through in {markdown:?}");
            }
            Event::TaskListMarker(done) => blocks.push(done.to_string()),
            Event::Rule => blocks.push("rule".to_owned()),
            _ => {}
        }
    }
    (blocks, destinations)
}

#[test]
fn any_text_at_any_unit_leaves_the_blocks_alone() {
    let (mut cases, mut refused) = (0, 0);
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..4_500 {
        let mut chance = Chance::new(seed);
        let source = document(&mut chance);
        let article = article(&source, Flavour::Markdown);
        if article.units.is_empty() {
            continue;
        }
        let (blocks, destinations) = frame(&source);
        for _ in 0..5 {
            let count = 1 + chance.below(3.min(article.units.len()));
            let mut texts: Vec<(usize, Vec<Element>)> = Vec::new();
            for _ in 0..count {
                let unit = chance.below(article.units.len());
                let mut elements = vec![Element::Text(nasty(&mut chance))];
                if let Some(name) = article.units[unit].placeables.keys().next() {
                    elements.push(Element::Placeable(name.clone()));
                    elements.push(Element::Text(nasty(&mut chance)));
                }
                texts.retain(|(other, _)| *other != unit);
                texts.push((unit, elements));
            }
            let written = written(&article, &texts);
            cases += 1;
            refused += usize::from(!written.refused.is_empty());
            for refusal in &written.refused {
                *reasons.entry(reason(&refusal.reason)).or_insert(0) += 1;
            }
            let (new_blocks, new_destinations) = frame(&written.text);
            assert_eq!(new_blocks, blocks, "document {seed}: {source:?}\nwith {texts:?}\ngave {:?}", written.text);
            for destination in new_destinations {
                let known =
                    destinations.contains(&destination) || !destination.contains("evil") && !destination.contains("javascript");
                assert!(known, "document {seed} leads to {destination} with {texts:?}");
            }
        }
    }
    println!("{cases} cases, {refused} with a refusal: {reasons:?}");
    assert!(cases >= 20_000);
    // Everything that is not refused for what it says can be written.
    assert_eq!((reasons.get("structure"), reasons.get("value")), (None, None));
}
