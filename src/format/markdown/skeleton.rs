//! The blocks of a Markdown text without the prose in them, to compare two texts by.

use std::fmt::Write as _;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::model::Flavour;

use super::{blocks, front_matter, prescan};

/// What the reader's parser makes of a text, block by block: kinds, nesting and numbers, and what fenced code holds, and HTML blocks if
/// asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Skeleton {
    blocks: String,
    with_html: bool,
    verbatim: bool,
}

impl Skeleton {
    /// One without blocks; `with_html` says whether HTML blocks count with what they hold.
    pub(super) fn new(with_html: bool) -> Self {
        Self { with_html, ..Self::default() }
    }

    /// That of the article `text`.
    pub(super) fn of(text: &str, flavour: Flavour, with_html: bool) -> Self {
        let scan = prescan::prescan(text, front_matter::front_matter(text).end, flavour);
        let mut skeleton = Self::new(with_html);
        Parser::new_ext(&scan.masked, blocks::options()).for_each(|event| skeleton.push(&event));
        skeleton
    }

    /// Adds what comes next.
    pub(super) fn push(&mut self, event: &Event<'_>) {
        match event {
            // The marks of emphasis and links belong to units, which are compared one by one.
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::Start(tag) => {
                // What looks like indented code may be prose inside JSX; what it holds is compared unit by unit.
                self.verbatim |= matches!(tag, Tag::CodeBlock(CodeBlockKind::Fenced(_)));
                self.start(tag);
            }
            Event::End(tag) => {
                self.verbatim &= *tag != TagEnd::CodeBlock;
                self.blocks.push_str("/\n");
            }
            Event::Text(text) if self.verbatim => self.held('=', text),
            Event::Html(html) if self.with_html => self.held('<', html),
            Event::Rule => self.blocks.push_str("rule\n"),
            Event::TaskListMarker(done) => self.blocks.push_str(if *done { "[x]\n" } else { "[ ]\n" }),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        // The others in full, but these are nearly all.
        let short = match tag {
            Tag::Paragraph => "p\n",
            Tag::Item => "item\n",
            Tag::TableHead => "head\n",
            Tag::TableRow => "row\n",
            Tag::TableCell => "cell\n",
            other => return self.write(format_args!("{other:?}\n")),
        };
        self.blocks.push_str(short);
    }

    /// Text as it stands, after its length, so that no text looks like blocks.
    fn held(&mut self, kind: char, text: &str) {
        self.write(format_args!("{kind}{} {text}\n", text.len()));
    }

    fn write(&mut self, arguments: std::fmt::Arguments<'_>) {
        self.blocks.write_fmt(arguments).expect("writing to a string cannot fail");
    }
}
