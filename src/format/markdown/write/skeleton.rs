//! The blocks of a Markdown text without the prose in them, to compare two texts by.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::base::Span;
use crate::model::Flavour;

use super::super::{blocks, front_matter, layout, prescan};

/// What the reader's parser makes of the article `text`, block by block: kinds, nesting and numbers, and what fenced
/// code holds, and HTML blocks if `with_html`.
pub(super) fn skeleton(text: &str, flavour: Flavour, with_html: bool) -> Vec<String> {
    let scan = prescan::prescan(text, front_matter::front_matter(text).end, flavour);
    let mut blocks = Vec::new();
    let mut verbatim = false;
    for event in Parser::new_ext(&scan.masked, blocks::options()) {
        match event {
            // The marks of emphasis and links belong to units, which are compared one by one.
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::Start(tag) => {
                // What looks like indented code may be prose inside JSX; what it holds is compared unit by unit.
                verbatim |= matches!(tag, Tag::CodeBlock(CodeBlockKind::Fenced(_)));
                blocks.push(format!("{tag:?}"));
            }
            Event::End(tag) => {
                verbatim &= tag != TagEnd::CodeBlock;
                blocks.push(format!("/{tag:?}"));
            }
            Event::Text(text) if verbatim => blocks.push(format!("= {text}")),
            Event::Html(html) if with_html => blocks.push(format!("< {html}")),
            Event::Rule => blocks.push("rule".to_owned()),
            Event::TaskListMarker(done) => blocks.push(format!("task {done}")),
            _ => {}
        }
    }
    blocks
}

/// The lines of the raw HTML blocks of the article `text`, as the reader finds them.
pub(super) fn html_lines(text: &str, flavour: Flavour) -> Vec<Span> {
    let start = front_matter::front_matter(text).end;
    let scan = prescan::prescan(text, start, flavour);
    let (found, layout) = layout::parse(&scan.masked, start, flavour, &scan.blocks);
    found.html.iter().flatten().flat_map(|line| layout.pieces(line)).collect()
}
