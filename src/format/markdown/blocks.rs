//! The blocks of an article that hold inline text, in reading order, with everything the catalog form needs to know.
//!
//! All places are bytes of the text that was parsed; the containers around a block are kept on a stack, nothing recurses.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::base::{Span, limits};

use super::inline::{Mark, MarkKind};
use super::lines::{self, Container};
use super::skeleton::Skeleton;

/// Containers inside containers that are followed; nobody writes more, and what does is an attack or an accident.
pub(super) const MAX_DEPTH: usize = limits::NESTING;

/// A block with inline text.
#[derive(Debug)]
pub(super) struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// Its text from the first byte to the last.
    pub span: Span,
    /// The same without the prefixes of its lines.
    pub parts: Vec<Span>,
    /// What further lines begin with.
    pub continuation: String,
    /// Code, HTML, hard breaks and links in it.
    pub marks: Vec<Mark>,
    /// Its text outside code, HTML and images.
    pub texts: Vec<Span>,
    /// Its images.
    pub images: Vec<Image>,
}

/// What kind of block it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeafKind {
    /// A heading of this level; `atx`: it begins with `#` and has one line.
    Heading {
        /// 1–6.
        level: u8,
        /// Whether it begins with `#`.
        atx: bool,
    },
    /// A paragraph in no container, or a further one of a list item.
    Paragraph,
    /// The first text of a list item.
    ListItem,
    /// A paragraph of a block quote.
    Quote,
    /// A paragraph of a footnote.
    Footnote,
    /// A table cell.
    Cell,
}

/// An image in a block.
#[derive(Debug, Clone)]
pub(super) struct Image {
    /// Its alternative text.
    pub alt: Span,
    /// Whether that text is also the label of its reference.
    pub is_label: bool,
}

/// The blocks of a text.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// Blocks with inline text.
    pub leaves: Vec<Leaf>,
    /// Raw HTML blocks by lines, without the prefixes of their containers.
    pub html: Vec<Vec<Span>>,
    /// Blocks of indented code by lines; each line begins four columns after its container.
    pub indented_code: Vec<Vec<Span>>,
    /// Whether containers are nested deeper than [`MAX_DEPTH`]; where.
    pub too_deep: Option<usize>,
}

/// The options every Markdown text is parsed with.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// Finds the blocks of `text`, and draws its `skeleton` if there is to be one.
pub(super) fn blocks(text: &str, mut skeleton: Option<&mut Skeleton>) -> Blocks {
    let mut walk = Walk { text, found: Blocks::default(), levels: Vec::new(), containers: Vec::new(), open: None, code: None };
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        if let Some(skeleton) = &mut skeleton {
            skeleton.push(&event);
        }
        walk.event(event, span);
        if walk.found.too_deep.is_some() {
            break;
        }
    }
    walk.close();
    walk.found
}

struct Level {
    container: Container,
    /// Whether text has been seen directly in it.
    has_text: bool,
    content_start: usize,
}

struct Walk<'t> {
    text: &'t str,
    found: Blocks,
    levels: Vec<Level>,
    containers: Vec<Container>,
    open: Option<OpenLeaf>,
    /// Inside a block of code; whether it is indented code.
    code: Option<bool>,
}

/// A block whose events are being gathered.
struct OpenLeaf {
    kind: LeafKind,
    block: Option<Span>,
    first: Option<usize>,
    last: usize,
    marks: Vec<Mark>,
    texts: Vec<Span>,
    images: Vec<Image>,
    links: Vec<OpenLink>,
    in_image: usize,
}

struct OpenLink {
    kind: LinkType,
    is_image: bool,
    inner_end: usize,
}

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(_) if self.code.is_some() => {
                if self.code == Some(true) {
                    self.found.indented_code.last_mut().expect("begun with the block").push(span);
                }
            }
            Event::Html(_) => self.found.html.last_mut().expect("begun with the block").push(span),
            Event::Rule => self.close(),
            // A marker is part of how the item is written.
            Event::TaskListMarker(_) => {}
            event => self.inline(&event, span),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.open(None, span),
            Tag::Heading { level, .. } => {
                let atx = self.text[span.clone()].starts_with('#');
                self.open(Some(LeafKind::Heading { level: *level as u8, atx }), span);
            }
            Tag::TableCell => self.open(Some(LeafKind::Cell), span),
            Tag::BlockQuote(_) => self.enter(Container::Quote, span),
            Tag::Item => {
                self.close();
                let indent = self.item_indent(span.start);
                self.enter(Container::Item { indent }, span);
            }
            Tag::FootnoteDefinition(_) => self.enter(Container::Footnote, span),
            Tag::CodeBlock(kind) => {
                self.close();
                let indented = matches!(kind, CodeBlockKind::Indented);
                if indented {
                    self.found.indented_code.push(Vec::new());
                }
                self.code = Some(indented);
            }
            Tag::HtmlBlock => {
                self.close();
                self.found.html.push(Vec::new());
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.leaf().touch(&span),
            Tag::Link { link_type, .. } => self.link(*link_type, false, span),
            Tag::Image { link_type, .. } => self.link(*link_type, true, span),
            _ => self.close(),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.leaf().touch(&span),
            TagEnd::Link | TagEnd::Image => self.link_end(span),
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close();
                self.levels.pop();
                self.containers.pop();
            }
            TagEnd::CodeBlock => self.code = None,
            _ => self.close(),
        }
    }

    fn enter(&mut self, container: Container, span: Span) {
        self.close();
        self.levels.push(Level { container, has_text: false, content_start: span.start });
        self.containers.push(container);
        if self.levels.len() > MAX_DEPTH {
            self.found.too_deep = Some(span.start);
        }
    }

    /// The columns by which the lines of the item whose marker stands at `at` are indented.
    fn item_indent(&self, at: usize) -> usize {
        let line = lines::line_start(self.text, at);
        // Containers that begin on the same line put their own markers before this one, not indentation.
        let outer = self.levels.iter().take_while(|level| level.content_start < line).count();
        let own_line = outer == self.levels.len();
        let before = if own_line { lines::indentation(self.text, at, &self.containers) } else { 0 };
        before + lines::marker_width(self.text, at)
    }

    fn open(&mut self, kind: Option<LeafKind>, span: Span) {
        self.close();
        let kind = kind.unwrap_or_else(|| self.text_kind());
        self.open = Some(OpenLeaf::new(kind, Some(span)));
    }

    /// What text directly in the innermost container is.
    fn text_kind(&mut self) -> LeafKind {
        match self.levels.last_mut() {
            None => LeafKind::Paragraph,
            Some(level) => {
                let first = !std::mem::replace(&mut level.has_text, true);
                match level.container {
                    Container::Quote => LeafKind::Quote,
                    Container::Footnote => LeafKind::Footnote,
                    Container::Item { .. } if first => LeafKind::ListItem,
                    Container::Item { .. } => LeafKind::Paragraph,
                }
            }
        }
    }

    /// The open block; the text of a tight list item opens one of its own.
    fn leaf(&mut self) -> &mut OpenLeaf {
        if self.open.is_none() {
            let kind = self.text_kind();
            self.open = Some(OpenLeaf::new(kind, None));
        }
        self.open.as_mut().expect("opened above")
    }

    fn inline(&mut self, event: &Event<'_>, span: Span) {
        let escaped = span.start > 0 && self.text.as_bytes()[span.start - 1] == b'\\';
        let leaf = self.leaf();
        // The range of an escaped character does not include its backslash.
        let from = if escaped && matches!(event, Event::Text(_)) { span.start - 1 } else { span.start };
        let kind = match event {
            Event::Text(_) => {
                let is_address = |link: &OpenLink| matches!(link.kind, LinkType::Autolink | LinkType::Email);
                if leaf.in_image == 0 && !leaf.links.last().is_some_and(is_address) {
                    leaf.texts.push(span.clone());
                }
                None
            }
            Event::Code(_) => Some(MarkKind::Code),
            Event::InlineHtml(_) => Some(MarkKind::Html),
            Event::HardBreak => Some(MarkKind::HardBreak),
            _ => None,
        };
        leaf.touch(&(from..span.end));
        leaf.marks.extend(kind.map(|kind| Mark { span, kind }));
    }

    fn link(&mut self, kind: LinkType, is_image: bool, span: Span) {
        let leaf = self.leaf();
        leaf.touch(&(span.start..span.start));
        leaf.links.push(OpenLink { kind, is_image, inner_end: span.start + 1 + usize::from(is_image) });
        leaf.in_image += usize::from(is_image);
    }

    fn link_end(&mut self, span: Span) {
        let text = self.text;
        let leaf = self.leaf();
        let Some(link) = leaf.links.pop() else { return };
        leaf.in_image -= usize::from(link.is_image);
        let inner = span.start + 1 + usize::from(link.is_image);
        let bracket = closing_bracket(text, link.inner_end, span.end);
        let is_label = matches!(link.kind, LinkType::Collapsed | LinkType::Shortcut);
        if is_label {
            let written = if text[span.end..].starts_with("[]") { span.end + 2 } else { span.end };
            leaf.marks.push(Mark { span: bracket + 1..written, kind: MarkKind::Label(inner..bracket) });
            leaf.touch(&(span.start..written));
        } else if matches!(link.kind, LinkType::Inline | LinkType::Reference) {
            leaf.marks.push(Mark { span: bracket..span.end, kind: MarkKind::Verbatim });
        }
        if link.is_image && leaf.in_image == 0 {
            leaf.images.push(Image { alt: inner..bracket, is_label });
        }
        leaf.touch(&span);
    }

    fn close(&mut self) {
        let Some(leaf) = self.open.take() else { return };
        let Some(span) = self.extent(&leaf) else { return };
        let parts = lines::pieces(self.text, span.clone(), &self.containers);
        let OpenLeaf { kind, marks, texts, images, .. } = leaf;
        let continuation = lines::continuation(&self.containers);
        self.found.leaves.push(Leaf { kind, span, parts, continuation, marks, texts, images });
    }

    /// The bytes from the first to the last of a block's text.
    fn extent(&self, leaf: &OpenLeaf) -> Option<Span> {
        if leaf.kind == LeafKind::Cell {
            return leaf.block.clone().map(|block| lines::trim(self.text, block)).filter(|span| !span.is_empty());
        }
        let first = leaf.first?;
        // Nothing but white space, a closing sequence or attributes can follow the last event on its line.
        let end = lines::line_end(self.text, leaf.last.max(first + 1) - 1).max(leaf.last);
        Some(lines::trim(self.text, first..end)).filter(|span| !span.is_empty())
    }
}

impl OpenLeaf {
    fn new(kind: LeafKind, block: Option<Span>) -> Self {
        Self {
            kind,
            block,
            first: None,
            last: 0,
            marks: Vec::new(),
            texts: Vec::new(),
            images: Vec::new(),
            links: Vec::new(),
            in_image: 0,
        }
    }

    fn touch(&mut self, span: &Span) {
        self.first = Some(self.first.map_or(span.start, |first| first.min(span.start)));
        self.last = self.last.max(span.end);
        if let Some(link) = self.links.last_mut() {
            link.inner_end = link.inner_end.max(span.end);
        }
    }
}

/// The bracket that ends a link's text, which cannot lie before `from`.
fn closing_bracket(text: &str, from: usize, end: usize) -> usize {
    text.as_bytes()[from..end].iter().position(|&b| b == b']').map_or(end.max(from + 1) - 1, |found| from + found)
}
