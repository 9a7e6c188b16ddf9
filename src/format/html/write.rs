//! Writes an article's body as HTML, from the events of its Markdown.

use std::collections::BTreeSet;
use std::fmt;
use std::iter::Peekable;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::base::{Direction, Locale, Span};
use crate::format::markdown::{Body, body_options};
use crate::model::UnitId;

use super::address::{Address, address, push_encoded};
use super::anchors::{distinct, slug};
use super::direction::{Run, runs};
use super::elements::Model;
use super::escape::escape;
use super::footnotes::Footnotes;
use super::nesting::{Nest, SCROLLED};
use super::raw::{Raw, follow};

/// Where links and files of the same site lead.
pub trait Links {
    /// The address for a link to `destination`, which has no scheme and no host; `None` when it shall be no link.
    fn link(&self, destination: &str) -> Option<String>;
    /// The address of the file (an image, a film) `destination`; `None` when there is none.
    fn file(&self, destination: &str) -> Option<String>;
}

/// A unit in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedUnit {
    /// Its first byte in the body.
    pub at: usize,
    /// Its id.
    pub id: UnitId,
    /// Whether to say that a machine wrote it and nobody reviewed it.
    pub is_machine: bool,
    /// The language of its text where that is not the page's.
    pub foreign: Option<Locale>,
    /// What a draft says of it: a word for the stylesheet, and HTML to stand after it.
    pub mark: Option<(&'static str, String)>,
}

/// What writing a body needs beside it.
pub struct Writing<'a> {
    /// The direction of the page.
    pub direction: Direction,
    /// The units, ascending.
    pub units: &'a [PlacedUnit],
    /// The anchors of the headings in order; headings beyond them have their own words.
    pub anchors: &'a [String],
    /// Where links lead.
    pub links: &'a dyn Links,
    /// The heading of the footnotes.
    pub footnotes: &'a str,
    /// What the link from a footnote to the text does.
    pub back: &'a str,
    /// Writes a number in the reader's digits.
    pub number: &'a dyn Fn(usize) -> String,
}

impl fmt::Debug for Writing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writing").field("direction", &self.direction).finish_non_exhaustive()
    }
}

/// The HTML of `body`: well-formed, every element closed, without script, style or a resource of another host.
pub fn write(body: &Body, writing: &Writing<'_>) -> String {
    write_events(Parser::new_ext(&body.text, body_options()).into_offset_iter(), writing)
}

/// The same from the events of a body.
pub fn write_events<'e>(events: impl Iterator<Item = (Event<'e>, Span)>, writing: &Writing<'_>) -> String {
    let mut writer = Writer {
        writing,
        events: events.peekable(),
        nest: Nest::new(writing.direction),
        raw: Raw::new(writing.links),
        html: String::new(),
        units: writing.units,
        taken: BTreeSet::new(),
        anchors: writing.anchors.iter(),
        footnotes: Footnotes::default(),
        outer: Vec::new(),
        image: None,
        links: Vec::new(),
        alignments: Vec::new(),
        cell: 0,
        in_head: false,
        marks: Vec::new(),
    };
    while let Some((event, span)) = writer.events.next() {
        writer.event(event, span);
    }
    writer.marks.extend(writer.units.iter().filter_map(|unit| unit.mark.clone()).map(|(_, html)| html));
    writer.push_marks();
    let section = writer.footnotes.section(writing.footnotes, writing.back);
    let mut html = writer.nest.finish();
    html.push_str(&section);
    html
}

struct Writer<'a, E: Iterator> {
    writing: &'a Writing<'a>,
    events: Peekable<E>,
    nest: Nest,
    raw: Raw<'a>,
    /// The raw HTML block being gathered: its tags may span lines.
    html: String,
    /// The units not yet written.
    units: &'a [PlacedUnit],
    anchors: std::slice::Iter<'a, String>,
    /// The anchors so far, once the given ones are used up.
    taken: BTreeSet<String>,
    footnotes: Footnotes,
    /// What the definition of a footnote interrupts, and its label.
    outer: Vec<(Nest, String)>,
    image: Option<Image>,
    /// For each open link whether it was written.
    links: Vec<bool>,
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    /// Marks of units that are not written yet: they stand where a block may stand.
    marks: Vec<String>,
}

/// An image whose alternative text is being gathered.
struct Image {
    destination: String,
    title: String,
    alt: String,
    attributes: String,
    depth: usize,
}

impl<'a, 'e, E: Iterator<Item = (Event<'e>, Span)>> Writer<'a, E> {
    fn event(&mut self, event: Event<'e>, span: Span) {
        if self.image.is_some() {
            self.in_image(event);
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(_) | Event::Code(_) if self.raw.is_silent() => {}
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.nest.open("code", Model::Phrasing, " dir=\"ltr\"", Some(Direction::LeftToRight));
                self.nest.text(&code);
                self.nest.close();
            }
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => self.raw.write(&html, &mut self.nest),
            Event::SoftBreak => self.nest.text("\n"),
            Event::HardBreak => self.nest.out.push_str("<br>\n"),
            Event::Rule => self.nest.void("hr"),
            Event::FootnoteReference(label) => self.footnote(&label),
            Event::TaskListMarker(done) => self.nest.text(if done { "\u{2611} " } else { "\u{2610} " }),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn text(&mut self, text: &str) {
        if self.nest.is_in("code") || self.nest.is_in("bdi") {
            self.nest.text(text);
            return;
        }
        for run in runs(text, self.nest.direction()) {
            match run {
                Run::Along(text) => self.nest.text(text),
                Run::Against(text) => {
                    self.nest.out.push_str("<bdi>");
                    self.nest.text(text);
                    self.nest.out.push_str("</bdi>");
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'e>, span: Span) {
        match tag {
            Tag::Paragraph => self.open_unit("p", Model::Words, &span, ""),
            Tag::Heading { level, .. } => self.heading(level as usize, &span),
            Tag::BlockQuote(_) => self.nest.open("blockquote", Model::Flow, "", None),
            Tag::CodeBlock(kind) => self.code_block(&kind),
            Tag::HtmlBlock => self.html.clear(),
            Tag::List(_) if !self.marks.is_empty() => {
                self.push_marks();
                self.start(tag, span);
            }
            Tag::List(None) => self.nest.open("ul", Model::Flow, "", None),
            Tag::List(Some(1)) => self.nest.open("ol", Model::Flow, "", None),
            Tag::List(Some(first)) => self.nest.open("ol", Model::Flow, &format!(" start=\"{first}\""), None),
            Tag::Item => self.item(&span),
            Tag::FootnoteDefinition(label) => {
                let nest = std::mem::replace(&mut self.nest, Nest::new(self.writing.direction));
                self.outer.push((nest, label.to_string()));
            }
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.nest.open("div", Model::Flow, SCROLLED, None);
                self.nest.open("table", Model::Flow, "", None);
            }
            Tag::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.nest.open("thead", Model::Flow, "", None);
                self.nest.open("tr", Model::Flow, "", None);
            }
            Tag::TableRow => {
                self.cell = 0;
                self.nest.open("tr", Model::Flow, "", None);
            }
            Tag::TableCell => self.table_cell(&span),
            Tag::Emphasis => self.nest.open("em", Model::Phrasing, "", None),
            Tag::Strong => self.nest.open("strong", Model::Phrasing, "", None),
            Tag::Strikethrough => self.nest.open("del", Model::Phrasing, "", None),
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => {
                let attributes = self.take_unit(&span).map(unit_attributes).unwrap_or_default();
                let image = Image {
                    destination: dest_url.to_string(),
                    title: title.to_string(),
                    alt: String::new(),
                    attributes,
                    depth: 0,
                };
                self.image = Some(image);
            }
            _ => self.nest.open("div", Model::Flow, "", None),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.raw.write(&html, &mut self.nest);
                self.raw.end_block();
            }
            TagEnd::FootnoteDefinition => {
                if let Some((outer, label)) = self.outer.pop() {
                    let html = std::mem::replace(&mut self.nest, outer).finish();
                    self.footnotes.define(&label, html);
                }
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.nest.close();
                self.nest.close();
                self.nest.out.push('\n');
                self.nest.open("tbody", Model::Flow, "", None);
            }
            TagEnd::Table => {
                for _ in ["tbody", "table", "div"] {
                    self.nest.close();
                }
                self.nest.out.push('\n');
            }
            TagEnd::Link => {
                if self.links.pop() == Some(true) {
                    self.nest.close();
                }
            }
            TagEnd::CodeBlock => {
                self.nest.close();
                self.nest.close();
                self.nest.out.push('\n');
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.nest.close(),
            TagEnd::TableCell | TagEnd::Item => {
                if tag == TagEnd::Item {
                    self.raw.end_block();
                }
                self.nest.close_raws();
                self.push_marks();
                self.nest.close();
                self.nest.out.push_str(if tag == TagEnd::Item { "\n" } else { "" });
            }
            _ => {
                self.raw.end_block();
                self.nest.close();
                self.nest.out.push('\n');
                if matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_)) {
                    self.push_marks();
                }
            }
        }
    }

    /// The next unit, if it begins in `span`; those before it are not shown by an element of their own.
    fn take_unit(&mut self, span: &Span) -> Option<&'a PlacedUnit> {
        let skipped = self.units.iter().take_while(|unit| unit.at < span.start).count();
        let marks = self.units[..skipped].iter().filter_map(|unit| unit.mark.as_ref());
        self.marks.extend(marks.map(|(_, html)| html.clone()));
        self.units = &self.units[skipped..];
        let unit = self.units.first().filter(|unit| unit.at < span.end)?;
        self.marks.extend(unit.mark.iter().map(|(_, html)| html.clone()));
        self.units = &self.units[1..];
        Some(unit)
    }

    /// Writes the marks of the units so far, between blocks or at the end of one.
    fn push_marks(&mut self) {
        for mark in self.marks.drain(..) {
            self.nest.out.push_str(&mark);
            self.nest.out.push('\n');
        }
    }

    fn open_unit(&mut self, name: &'static str, model: Model, span: &Span, attributes: &str) {
        let unit = self.take_unit(span);
        // A paragraph stands on the side where its language begins; cells and items stay in line with their neighbours.
        let own = unit.filter(|_| name == "p").map(foreign_attributes).unwrap_or_default();
        let unit = unit.map(unit_attributes).unwrap_or_default();
        let attributes = if attributes.is_empty() && own.is_empty() { unit } else { format!("{attributes}{unit}{own}") };
        self.nest.open(name, model, &attributes, None);
    }

    fn heading(&mut self, level: usize, span: &Span) {
        const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let unit = self.take_unit(span);
        let mut attributes = String::from(" id=\"");
        match self.anchors.next() {
            Some(anchor) => escape(&mut attributes, anchor),
            None => {
                if self.taken.is_empty() {
                    self.taken.extend(self.writing.anchors.iter().cloned());
                }
                let words = self.upcoming_words();
                escape(&mut attributes, &distinct(slug(&words), &mut self.taken));
            }
        }
        attributes.push('"');
        attributes.push_str(&unit.map(unit_attributes).unwrap_or_default());
        attributes.push_str(&unit.map(foreign_attributes).unwrap_or_default());
        self.nest.open(NAMES[(level - 1).min(5)], Model::Words, &attributes, None);
    }

    /// The words of the next event, for the anchor of a heading that is no unit.
    fn upcoming_words(&mut self) -> String {
        match self.events.peek() {
            Some((Event::Text(text) | Event::Code(text), _)) => text.to_string(),
            _ => String::new(),
        }
    }

    /// The unit of a tight item belongs to the item, that of a loose one to its paragraph.
    fn item(&mut self, span: &Span) {
        let is_block = |tag: &Tag<'_>| {
            !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        };
        let is_loose = match self.events.peek() {
            Some((Event::Start(tag), _)) => is_block(tag),
            Some((Event::End(_) | Event::Html(_) | Event::Rule, _)) | None => true,
            Some(_) => false,
        };
        if is_loose {
            self.nest.open("li", Model::Flow, "", None);
        } else {
            self.open_unit("li", Model::Flow, span, "");
        }
    }

    fn table_cell(&mut self, span: &Span) {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.cell += 1;
        if self.in_head {
            self.open_unit("th", Model::Words, span, &format!(" scope=\"col\"{class}"));
        } else {
            self.open_unit("td", Model::Words, span, class);
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        let mut attributes = String::new();
        if !language.is_empty() {
            attributes.push_str(" class=\"language-");
            escape(&mut attributes, &language);
            attributes.push('"');
        }
        self.nest.open("pre", Model::Words, " dir=\"ltr\" tabindex=\"0\"", Some(Direction::LeftToRight));
        self.nest.open("code", Model::Phrasing, &attributes, None);
    }

    fn link(&mut self, kind: LinkType, destination: &CowStr<'_>, title: &str) {
        let destination = if kind == LinkType::Email { format!("mailto:{destination}") } else { destination.to_string() };
        let target = follow(&destination, self.writing.links).filter(|_| !self.nest.is_in("a"));
        self.links.push(target.is_some());
        let Some(target) = target else { return };
        let mut attributes = String::from(" href=\"");
        push_encoded(&mut attributes, &target);
        attributes.push('"');
        push_title(&mut attributes, title);
        self.nest.open("a", Model::Phrasing, &attributes, None);
    }

    fn in_image(&mut self, event: Event<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) => image.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            Event::Start(Tag::Image { .. }) => image.depth += 1,
            Event::End(TagEnd::Image) if image.depth > 0 => image.depth -= 1,
            Event::End(TagEnd::Image) => self.image_end(),
            _ => {}
        }
    }

    /// An image of the site is shown; one of another host becomes a link, because a page loads nothing from elsewhere.
    fn image_end(&mut self) {
        let Some(image) = self.image.take() else { return };
        let kind = address(&image.destination);
        if kind == Address::Local
            && let Some(file) = self.writing.links.file(&image.destination)
        {
            let mut spelt = String::from("<img src=\"");
            push_encoded(&mut spelt, &file);
            spelt.push_str("\" alt=\"");
            escape(&mut spelt, &image.alt);
            spelt.push('"');
            push_title(&mut spelt, &image.title);
            spelt.push_str(&image.attributes);
            spelt.push('>');
            self.nest.out.push_str(&spelt);
            return;
        }
        let words = if image.alt.trim().is_empty() { image.destination.clone() } else { image.alt.clone() };
        let leads = kind == Address::Elsewhere && !self.nest.is_in("a");
        let mut attributes = String::from(" href=\"");
        push_encoded(&mut attributes, &image.destination);
        attributes.push('"');
        match leads {
            true => self.nest.open("a", Model::Phrasing, &format!("{attributes}{}", image.attributes), None),
            false => self.nest.open("span", Model::Phrasing, &image.attributes, None),
        }
        self.text(&words);
        self.nest.close();
    }

    fn footnote(&mut self, label: &str) {
        let (number, count) = self.footnotes.refer(label);
        let suffix = if count == 1 { String::new() } else { format!("-{count}") };
        let shown = (self.writing.number)(number);
        self.nest.out.push_str(&format!("<sup><a href=\"#fn-{number}\" id=\"fnref-{number}{suffix}\">"));
        self.nest.text(&shown);
        self.nest.out.push_str("</a></sup>");
    }
}

fn push_title(attributes: &mut String, title: &str) {
    if !title.is_empty() {
        attributes.push_str(" title=\"");
        escape(attributes, title);
        attributes.push('"');
    }
}

/// Language and direction of a text that is not in the language of the page.
fn foreign_attributes(unit: &PlacedUnit) -> String {
    let Some(locale) = &unit.foreign else { return String::new() };
    let direction = if locale.direction() == Direction::RightToLeft { "rtl" } else { "ltr" };
    format!(" lang=\"{locale}\" dir=\"{direction}\"")
}

fn unit_attributes(unit: &PlacedUnit) -> String {
    let mut attributes = String::from(" data-unit=\"");
    escape(&mut attributes, unit.id.as_str());
    attributes.push('"');
    if unit.is_machine {
        attributes.push_str(" ai-disclosure=\"ai-autonomous\"");
    }
    if let Some((kind, _)) = &unit.mark {
        attributes.push_str(&format!(" data-mark=\"{kind}\""));
    }
    attributes
}
