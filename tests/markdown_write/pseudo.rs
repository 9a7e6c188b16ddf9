//! Pseudo-translation: every letter of every unit changed, and nothing else.

use std::collections::BTreeMap;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};
use tarjuman::format::markdown::write::{Piece, References, Wrap, pieces, plan};
use tarjuman::model::{Article, ArticleUnit, Element, Elements, Flavour, Site, flatten};

use super::corpus;
use super::support::{article, markdown_options, written};

type Map = fn(char) -> String;

fn rotated(c: char) -> String {
    let turned = |first: u8, c: char| char::from((c as u8 - first + 13) % 26 + first);
    match c {
        'a'..='z' => turned(b'a', c).to_string(),
        'A'..='Z' => turned(b'A', c).to_string(),
        c if c.is_alphabetic() => "q".to_owned(),
        c => c.to_string(),
    }
}

fn expanded(c: char) -> String {
    if c.is_alphabetic() { format!("{}öß", rotated(c)) } else { c.to_string() }
}

fn han(c: char) -> String {
    if !c.is_alphabetic() {
        return c.to_string();
    }
    let mapped = char::from_u32(0x4E00 + u32::from(c) % 0x5000).expect("a Han character");
    if mapped == c { "字".to_owned() } else { mapped.to_string() }
}

fn arabic(c: char) -> String {
    if !c.is_alphabetic() {
        return c.to_string();
    }
    let mapped = char::from_u32(0x628 + u32::from(c) % 16).expect("an Arabic letter");
    if mapped == c { "ك".to_owned() } else { mapped.to_string() }
}

/// `unit`'s text with every rendered letter mapped; code, destinations, labels, tags and placeables stay.
fn translate(unit: &ArticleUnit, map: Map) -> Elements {
    if matches!(unit.site, Site::Yaml { .. } | Site::Toml { .. }) {
        let mapped = |text: &String| text.chars().map(map).collect();
        return unit
            .content
            .iter()
            .map(|element| match element {
                Element::Text(text) => Element::Text(mapped(text)),
                other => other.clone(),
            })
            .collect();
    }
    let mut names = BTreeMap::new();
    let mut flat = String::from("\u{a0}");
    for element in &unit.content {
        match element {
            Element::Text(text) => flat.push_str(&text.replace("\\\n", "\\\n\u{a0}")),
            Element::Placeable(name) => {
                let stand_in = char::from_u32(0x10_0000 + names.len() as u32).expect("a private-use character");
                names.insert(stand_in, name.clone());
                flat.push(stand_in);
            }
        }
    }
    let mut mapped = String::new();
    let mut at = 0;
    for (range, text) in rendered(&flat) {
        mapped.push_str(&flat[at..range.start]);
        // A character reference stays unless it is a letter.
        let stays = flat[range.clone()] != text && !text.chars().any(char::is_alphabetic);
        if stays {
            mapped.push_str(&flat[range.clone()])
        } else {
            mapped.extend(text.chars().map(map))
        }
        at = range.end;
    }
    mapped.push_str(&flat[at..]);
    let mapped = mapped.replace("\\\n\u{a0}", "\\\n");
    let mut elements = vec![Element::Text(String::new())];
    for c in mapped.strip_prefix('\u{a0}').unwrap_or(&mapped).chars() {
        match (names.get(&c), elements.last_mut()) {
            (Some(name), _) => {
                elements.push(Element::Placeable(name.clone()));
                elements.push(Element::Text(String::new()));
            }
            (None, Some(Element::Text(text))) => text.push(c),
            _ => {}
        }
    }
    elements.retain(|element| *element != Element::Text(String::new()));
    elements
}

/// The ranges of `flat` that a reader sees as text, and that text.
fn rendered(flat: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let any = |_: BrokenLink<'_>| Some((CowStr::from("x"), CowStr::from("")));
    let mut ranges = Vec::new();
    let mut autolink = false;
    for (event, range) in Parser::new_with_broken_link_callback(flat, markdown_options(), Some(any)).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => autolink = true,
            // A footnote label looks like a shortcut reference here.
            Event::Start(Tag::Link { .. }) if flat[range.clone()].starts_with("[^") => autolink = true,
            Event::End(TagEnd::Link) => autolink = false,
            Event::Text(text) if !autolink => ranges.push((range, text.to_string())),
            _ => {}
        }
    }
    ranges
}

fn letters_left(before: &str, after: &str, map: Map) -> usize {
    let expected: String = before.chars().map(map).collect();
    if expected == after { 0 } else { after.chars().filter(|c| c.is_alphabetic() && before.contains(*c)).count().max(1) }
}

#[derive(Debug, Default)]
struct Counts {
    articles: usize,
    units: usize,
    letters: usize,
    unchanged: usize,
    refused: usize,
}

fn run(name: &str, map: Map) {
    let mut counts = Counts::default();
    let mut wrong = Vec::new();
    for (path, flavour, source) in corpus::articles() {
        let before = article(&source, flavour);
        let texts: Vec<_> = before.units.iter().map(|unit| translate(unit, map)).enumerate().collect();
        let written = written(&before, &texts);
        counts.articles += 1;
        counts.units += texts.len();
        counts.refused += written.refused.len();
        for refusal in &written.refused {
            wrong.push(format!("{path}: {}: {:?}", refusal.reason, before.units[refusal.unit].content));
        }
        let after = article(&written.text, flavour);
        compare(&path, &before, &after, map, &mut counts, &mut wrong);
        if flavour == Flavour::Markdown && frame(&source) != frame(&written.text) {
            let (old, new) = (frame(&source), frame(&written.text));
            let at = old.iter().zip(&new).position(|(old, new)| old != new).unwrap_or(old.len().min(new.len()));
            wrong.push(format!("{path}: {:?} became {:?}", old.get(at), new.get(at)));
        }
    }
    println!("{name}: {counts:?}");
    wrong.truncate(40);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(counts.unchanged, 0);
}

fn compare(path: &str, before: &Article, after: &Article, map: Map, counts: &mut Counts, wrong: &mut Vec<String>) {
    let references = References::of(&before.text);
    if before.units.len() != after.units.len() {
        wrong.push(format!("{path}: {} units became {}", before.units.len(), after.units.len()));
        return;
    }
    for (old, new) in before.units.iter().zip(&after.units) {
        let is_field = matches!(old.site, Site::Yaml { .. } | Site::Toml { .. });
        let field = |unit: &ArticleUnit| vec![Piece::Text(flatten(&unit.content, &unit.placeables))];
        // The source's emphasis as its author means it: `**注意：**请` comes out as emphasis that everybody sees.
        let mut new_pieces = if is_field { field(new) } else { pieces(&new.content, &new.placeables, &references) };
        let mut old_pieces = if is_field { field(old) } else { plan(&old.content, &old.placeables, &references) };
        if old_pieces.len() != new_pieces.len() {
            // With other letters beside it, the same emphasis may be none.
            old_pieces = pieces(&old.content, &old.placeables, &references);
        }
        if old_pieces.len() != new_pieces.len() && map('a') == han('a') {
            // Beside Han characters, what was none may be emphasis.
            (old_pieces, new_pieces) = (without_emphasis(old_pieces), without_emphasis(new_pieces));
        }
        if old_pieces.len() != new_pieces.len() {
            wrong.push(format!("{path}: {:?}\n became {:?}", old.content, new.content));
            continue;
        }
        let mut destination = String::new();
        for (old_piece, new_piece) in old_pieces.iter().zip(&new_pieces) {
            if let Piece::Open(Wrap::Link { destination: to, .. }) = old_piece {
                destination.clone_from(to);
            }
            match (old_piece, new_piece) {
                // An autolink shows where it leads.
                (Piece::Text(old_text), _) if old_piece == new_piece && destination.ends_with(old_text) => {}
                (Piece::Text(old_text), Piece::Text(new_text)) => {
                    counts.letters += old_text.chars().filter(|c| c.is_alphabetic()).count();
                    counts.unchanged += letters_left(old_text, new_text, map);
                    if letters_left(old_text, new_text, map) > 0 {
                        wrong.push(format!("{path}: {old_text:?}\n became {new_text:?}"));
                    }
                }
                (old_piece, new_piece) if old_piece == new_piece => {}
                _ => wrong.push(format!("{path}: {old_piece:?} became {new_piece:?}")),
            }
        }
    }
}

fn without_emphasis(pieces: Vec<Piece>) -> Vec<Piece> {
    let is_emphasis = |wrap: &Wrap| matches!(wrap, Wrap::Emphasis | Wrap::Strong | Wrap::Strikethrough);
    let mut kept: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (&piece, kept.last_mut()) {
            (Piece::Open(wrap) | Piece::Close(wrap), _) if is_emphasis(wrap) => {}
            (Piece::Text(text), Some(Piece::Text(before))) => before.push_str(text),
            _ => kept.push(piece),
        }
    }
    for piece in &mut kept {
        if let Piece::Text(text) = piece {
            *text = text.replace("**", "");
        }
    }
    kept
}

/// Everything a page has but its words.
fn frame(markdown: &str) -> Vec<String> {
    let mut code = false;
    Parser::new_ext(markdown, markdown_options())
        .filter_map(|event| match event {
            Event::Text(text) => code.then(|| text.to_string()),
            Event::SoftBreak | Event::HardBreak => None,
            Event::InlineHtml(html) if ["<br>", "<br />", "<em>", "</em>", "<strong>", "</strong>"].contains(&&*html) => None,
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(TagEnd::Emphasis | TagEnd::Strong) => None,
            Event::Start(Tag::Link { dest_url, title, .. }) => Some(format!("link {dest_url} {title}")),
            Event::Start(Tag::Image { dest_url, title, .. }) => Some(format!("image {dest_url} {title}")),
            Event::Code(code) => Some(format!("code {}", code.split_whitespace().collect::<Vec<_>>().join(" "))),
            Event::Start(tag) => {
                code |= matches!(tag, Tag::CodeBlock(_));
                Some(format!("{tag:?}"))
            }
            Event::End(tag) => {
                code &= tag != TagEnd::CodeBlock;
                Some(format!("{tag:?}"))
            }
            other => Some(format!("{other:?}")),
        })
        .collect()
}

#[test]
fn turning_every_letter_changes_nothing_else() {
    run("rotated", rotated);
}

#[test]
fn longer_texts_change_nothing_else() {
    run("expanded", expanded);
}

#[test]
fn han_characters_change_nothing_else() {
    run("han", han);
}

#[test]
fn arabic_letters_change_nothing_else() {
    run("arabic", arabic);
}
