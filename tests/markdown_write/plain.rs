//! Texts that are written without being read again come out as they do when everything is.

use std::cell::Cell;

use tarjuman::base::Direction;
use tarjuman::format::html::{self, Frame, Links, PlacedUnit, Writing, headings, plain_headings};
use tarjuman::format::markdown::write::Rendering;
use tarjuman::format::markdown::{Writer, WrittenBody};
use tarjuman::model::{Element, Elements, Flavour, flatten};

use super::generate::{Chance, document, nasty};
use super::support::{article, options};

/// Pieces of ordinary sentences, and what is nearly ordinary.
const PIECES: &[&str] = &[
    "The",
    "embassy",
    "said",
    "on",
    "Friday",
    "4128",
    "1996–2001",
    "Москва",
    "سفارت",
    "大使馆",
    "と",
    "한",
    "l’État",
    "naïve",
    "e\u{301}",
    "**flag**",
    "*flag*",
    "**on Friday**",
    "***both***",
    "**a b**",
    "*a*b",
    "**в Москве**",
    "**大使**",
    "* a",
    "**",
    "*",
    "_x_",
    "a_b",
    "`code`",
    "`a b`",
    "` a`",
    "``a``",
    "`",
    "```",
    "[link](https://example.org/a)",
    "[ref](https://example.org/ref)",
    "[x](y)",
    "[link](https://evil.test)",
    "[ref]",
    "[x]",
    "[ ]",
    "[^1]",
    "![a](https://example.org/a)",
    "[a b](https://example.org/a)",
    "www.example.org",
    "https://example.org",
    "(so)",
    "(",
    ")",
    "\"so\"",
    "'",
    "«",
    "»",
    "“",
    "”",
    "—",
    "-",
    "--",
    "---",
    "+",
    "=",
    "===",
    "1.",
    "2)",
    "7",
    "#",
    "##",
    ":",
    ":::",
    ";",
    "!",
    "?",
    ".",
    ",",
    "/",
    "//",
    "///",
    "%",
    "$",
    "$$",
    "@",
    "&",
    "&amp;",
    "<b>",
    "</b>",
    "<",
    ">",
    "|",
    "\\",
    "~",
    "~~",
    "^",
    "{",
    "}",
    "{{",
    "null",
    "true",
    "~",
    "import",
    "\u{a0}",
    "\u{3000}",
    "\u{200d}",
    "\u{2028}",
    "👩",
    "𝒳",
];

fn sentence(chance: &mut Chance) -> String {
    let count = 1 + chance.below(7);
    let mut text = String::new();
    for nth in 0..count {
        if nth > 0 && chance.below(5) > 0 {
            text.push_str([" ", " ", " ", "  ", "\n"][chance.below(5)]);
        }
        // Every other sentence is of the first, plain ones only.
        text.push_str(PIECES[chance.below(if count.is_multiple_of(2) { PIECES.len() } else { 20 })]);
    }
    text
}

fn compare(source: &str, texts: &[Option<Elements>], flavour: Flavour) -> bool {
    let article = article(source, flavour);
    let options = options(flavour);
    let render = |(text, unit): (&'_ Option<Elements>, usize)| (text.clone(), unit);
    let texts: Vec<(Option<Elements>, usize)> = texts.iter().zip(0..).map(render).collect();
    let renderings: Vec<Option<Rendering<'_>>> = texts
        .iter()
        .map(|(text, unit)| text.as_ref().map(|elements| Rendering { elements, placeables: &article.units[*unit].placeables }))
        .collect();
    let writer = Writer::new(&article, &options);
    let (quick, mut close) = (writer.write(&renderings), writer.write_closely(&renderings));
    if let (Some(quick), Some(close)) = (&quick.body, &mut close.body) {
        close.is_plain = quick.is_plain;
    }
    assert_eq!(quick, close, "{source:?}\nwith {texts:?}");
    if let Some(body) = quick.body.as_ref().filter(|body| quick.refused.is_empty() && body.is_plain) {
        let shown = |(elements, unit): &(Option<Elements>, usize)| {
            let own = &article.units[*unit];
            flatten(elements.as_ref().unwrap_or(&own.content), &own.placeables)
        };
        let shown: Vec<String> = texts.iter().map(shown).collect();
        compare_pages(&writer, body, &shown);
    }
    quick.refused.is_empty() && quick.body.is_some()
}

/// Leads nowhere.
struct Nowhere;

impl Links for Nowhere {
    fn link(&self, destination: &str) -> Option<String> {
        Some(destination.to_owned())
    }

    fn file(&self, destination: &str) -> Option<String> {
        Some(destination.to_owned())
    }
}

/// The blocks of the original with other texts in their gaps make the page that reading the body makes.
fn compare_pages(writer: &Writer<'_>, written: &WrittenBody, shown: &[String]) {
    let frame = Frame::new(&writer.own_body().text, &writer.places_in_body());
    let frame = frame.unwrap_or_else(|| panic!("{:?} has its plain units apart", writer.own_body().text));
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    for direction in [Direction::LeftToRight, Direction::RightToLeft] {
        let page = |starts: &[Option<usize>], write: &dyn Fn(&Writing<'_>) -> String| {
            let unit = |(nth, at): (usize, &Option<usize>)| {
                let id = format!("p-{nth}").parse().unwrap();
                Some(PlacedUnit { at: (*at)?, id, is_machine: false, foreign: None, mark: None })
            };
            let units: Vec<PlacedUnit> = starts.iter().enumerate().filter_map(unit).collect();
            let number = |number: usize| number.to_string();
            let (footnotes, back) = ("Footnotes", "Back");
            write(&Writing { direction, units: &units, anchors: &[], links: &Nowhere, footnotes, back, number: &number })
        };
        let filled = page(frame.starts(), &|writing| html::write_events(frame.fill(&shown), writing));
        let read = page(&written.starts, &|writing| html::write(&written.body, writing));
        assert_eq!(filled, read, "{:?}", written.body.text);
    }
    let filled: Vec<(u8, String)> = headings(frame.fill(&shown)).into_iter().map(|found| (found.level, found.text)).collect();
    let read: Vec<(u8, String)> = plain_headings(&written.body).into_iter().map(|found| (found.level, found.text)).collect();
    assert_eq!(filled, read, "{:?}", written.body.text);
    PAGES.with(|pages| pages.set(pages.get() + 1));
}

thread_local! {
    /// How many pages were compared.
    static PAGES: Cell<usize> = const { Cell::new(0) };
}

#[test]
fn quick_and_close_writing_agree_on_chance_articles() {
    let (mut cases, mut written) = (0, 0);
    for seed in 0..6_000 {
        let mut chance = Chance::new(seed);
        let source = document(&mut chance);
        let flavour = if seed % 11 == 0 { Flavour::Mdx } else { Flavour::Markdown };
        let units = article(&source, flavour).units.len();
        for round in 0..6 {
            let text = |chance: &mut Chance| match (round, chance.below(8)) {
                (3.., 0) => None,
                (5, _) => Some(nasty(chance)),
                _ => Some(sentence(chance)),
            };
            let texts: Vec<Option<Elements>> =
                (0..units).map(|_| text(&mut chance).map(|text| vec![Element::Text(text)])).collect();
            cases += 1;
            written += usize::from(compare(&source, &texts, flavour));
        }
    }
    assert!(cases == 36_000 && written > 3_000, "{written} of {cases}");
    let pages = PAGES.with(Cell::get);
    assert!(pages > 1_000, "only {pages} pages were compared");
}

/// Each piece alone, and twice, in every place that a unit can stand in.
#[test]
fn quick_and_close_writing_agree_on_every_piece_everywhere() {
    let places = "---\ntitle: A title\n---\n\n# One\n\nTwo\n---\n\nText here\nover lines\n\n> Quote *b*\n> more\n\n- [ ] Task\n- Item\n\n  More\n\n\
        1. First\n2. Second\n\n| a | b |\n|---|---|\n| c | d |\n\nlast | one\n---|---\nx | y\n\nNote[^1] and `code`.\n\n[^1]: Foot\n\n    note\n\n\
        Then [link](https://example.org/a) and <b>tag</b>\n<div>\nhtml\n</div>\n\n![alt](https://example.org/a)\n\n[ref]: https://example.org/ref\n\nEnd\n";
    let units = article(places, Flavour::Markdown).units.len();
    for first in PIECES {
        for second in ["", " word", "word", " ", " **flag**", ": x", ". x", ") x", "\n===", " #", "|", "(x)"] {
            let text = vec![Element::Text(format!("{first}{second}"))];
            compare(places, &vec![Some(text.clone()); units], Flavour::Markdown);
            for unit in 0..units {
                let mut texts = vec![None; units];
                texts[unit] = Some(text.clone());
                compare(places, &texts, Flavour::Markdown);
            }
        }
    }
}
