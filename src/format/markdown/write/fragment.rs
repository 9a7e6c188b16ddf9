//! Reads a unit's text as an inline fragment: pulldown-cmark finds everything but emphasis, which is paired twice, by its
//! rules (what CommonMark shows) and by the CJK-friendly ones (what the translator means).
//!
//! Placeables that hold tags or directives stand as private-use characters while reading, so that no parser looks into
//! them; those that hold Markdown (code, labels, footnote references) are written out first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::model::{Element, Placeables};

use super::plan::{Piece, Token, Wrap};

/// Stands at the start of every line of a fragment: white space to emphasis rules, but opens no block.
pub(super) const GUARD: char = '\u{a0}';

/// What an article defines for reference links and footnotes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    links: BTreeMap<String, (String, String)>,
    footnotes: BTreeSet<String>,
}

impl References {
    /// Collects the definitions in `markdown`; of two for one label the first counts.
    pub fn of(markdown: &str) -> Self {
        let mut references = Self::default();
        // Most articles define nothing.
        if !markdown.contains("]:") {
            return references;
        }
        let parser = Parser::new_ext(markdown, inline_options());
        for (label, definition) in parser.reference_definitions().iter() {
            let title = definition.title.as_deref().unwrap_or_default().to_owned();
            references.links.entry(folded(label)).or_insert_with(|| (definition.dest.to_string(), title));
        }
        for event in parser {
            if let Event::Start(Tag::FootnoteDefinition(label)) = event {
                references.footnotes.insert(label.to_string());
            }
        }
        references
    }

    /// Where a label leads, and the title there; `None` without a definition.
    pub fn link(&self, label: &str) -> Option<(&str, &str)> {
        self.links.get(&folded(label)).map(|(destination, title)| (destination.as_str(), title.as_str()))
    }

    /// Where defined links lead.
    pub(super) fn destinations(&self) -> impl Iterator<Item = &str> {
        self.links.values().map(|(destination, _)| destination.as_str())
    }

    /// Definitions of the footnotes that `fragment` mentions, to stand after it.
    fn footnote_definitions(&self, fragment: &str) -> String {
        if !fragment.contains("[^") {
            return String::new();
        }
        let mentioned = self.footnotes.iter().filter(|label| fragment.contains(&format!("[^{label}]")));
        mentioned.map(|label| format!("\n\n[^{label}]: x")).collect()
    }
}

fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

pub(super) fn inline_options() -> Options {
    Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES
}

/// A fragment read: its text with stand-ins, and what stands where.
#[derive(Debug)]
pub(super) struct Fragment {
    pub(super) text: String,
    pub(super) stand_ins: BTreeMap<char, String>,
    /// Byte ranges of `text` written out from placeables.
    pub(super) from_source: Vec<Range<usize>>,
    /// Everything but plain text and delimiters, ascending.
    pub(super) atoms: Vec<Atom>,
    /// Emphasis as CommonMark sees it, as atoms.
    pub(super) seen: Vec<Atom>,
}

/// A stretch of a fragment that is not plain text.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    /// Where.
    pub range: Range<usize>,
    /// What it means; nothing for a guard.
    pub piece: Option<Piece>,
    /// Whether it is an escape or a character reference.
    pub escaped: bool,
}

/// The first placeable of a text that nobody knows the content of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnknownPlaceable(pub String);

impl Fragment {
    /// Reads `elements`.
    pub(super) fn read(elements: &[Element], placeables: &Placeables, references: &References) -> Result<Self, UnknownPlaceable> {
        let mut assembly = Assembly::new(elements);
        for element in elements {
            match element {
                Element::Text(text) => assembly.text.push_str(text),
                Element::Placeable(name) => {
                    assembly.place(placeables.get(name).ok_or_else(|| UnknownPlaceable(name.clone()))?);
                }
            }
        }
        Ok(assembly.into_lines().parse(references))
    }

    /// Reads `text`, in which the stand-ins of `self` may occur, again.
    pub(super) fn reread(&self, text: String, references: &References) -> Self {
        let assembly =
            Assembly { text, from_source: Vec::new(), stand_ins: self.stand_ins.clone(), free: Vec::new().into_iter() };
        assembly.into_lines().parse(references)
    }

    /// `text` with stand-ins replaced by what they stand for.
    pub(super) fn expand(&self, text: &str) -> String {
        if self.stand_ins.is_empty() {
            return text.to_owned();
        }
        let mut expanded = String::with_capacity(text.len());
        for c in text.chars() {
            match self.stand_ins.get(&c) {
                Some(content) => expanded.push_str(content),
                None => expanded.push(c),
            }
        }
        expanded
    }

    /// Whether anything stands for a placeable here.
    pub(super) fn has_stand_ins(&self) -> bool {
        !self.stand_ins.is_empty()
    }

    /// Whether `c` stands for a placeable here.
    pub(super) fn is_stand_in(&self, c: char) -> bool {
        self.stand_ins.contains_key(&c)
    }

    /// The pieces that `tokens` show, stand-ins replaced; `images` as for [`super::plan::pieces`].
    pub(super) fn pieces(&self, tokens: &[Token], images: usize) -> Vec<Piece> {
        if self.stand_ins.is_empty() {
            return super::plan::pieces(tokens, images);
        }
        let expanded: Vec<Token> =
            tokens.iter().map(|token| Token { piece: self.expand_piece(&token.piece), ..token.clone() }).collect();
        super::plan::pieces(&expanded, images)
    }

    fn expand_piece(&self, piece: &Piece) -> Piece {
        let wrap = |wrap: &Wrap| match wrap {
            Wrap::Link { destination, title } => Wrap::Link { destination: self.expand(destination), title: self.expand(title) },
            Wrap::Image { destination, title } => {
                Wrap::Image { destination: self.expand(destination), title: self.expand(title) }
            }
            other => other.clone(),
        };
        match piece {
            Piece::Text(text) => Piece::Text(self.expand(text)),
            Piece::Code(code) => Piece::Code(self.expand(code)),
            Piece::Raw(raw) => Piece::Raw(self.expand(raw)),
            Piece::Footnote(label) => Piece::Footnote(self.expand(label)),
            Piece::Open(inner) => Piece::Open(wrap(inner)),
            Piece::Close(inner) => Piece::Close(wrap(inner)),
            Piece::Break => Piece::Break,
        }
    }
}

/// A fragment before it is parsed.
struct Assembly {
    text: String,
    from_source: Vec<Range<usize>>,
    stand_ins: BTreeMap<char, String>,
    /// Characters no element contains.
    free: std::vec::IntoIter<char>,
}

impl Assembly {
    fn new(elements: &[Element]) -> Self {
        let used: BTreeSet<char> = elements
            .iter()
            .filter_map(|element| match element {
                Element::Text(text) => Some(text.chars()),
                Element::Placeable(_) => None,
            })
            .flatten()
            .filter(|&c| c >= '\u{f0000}')
            .collect();
        let wanted = elements.iter().filter(|element| matches!(element, Element::Placeable(_))).count();
        let free: Vec<char> = ('\u{f0000}'..='\u{10fffd}').filter(|c| !used.contains(c)).take(wanted).collect();
        Self { text: String::new(), from_source: Vec::new(), stand_ins: BTreeMap::new(), free: free.into_iter() }
    }

    /// Appends a placeable: its Markdown, or a stand-in.
    fn place(&mut self, content: &str) {
        let start = self.text.len();
        match self.free.next() {
            Some(stand_in) if !is_markdown(content) => {
                self.stand_ins.insert(stand_in, content.to_owned());
                self.text.push(stand_in);
            }
            _ => {
                self.text.push_str(content);
                self.from_source.push(start..self.text.len());
            }
        }
    }

    /// Trims lines, guards each, and turns every line feed that is no hard break into a space.
    fn into_lines(self) -> Fragment {
        let mut fragment = Fragment {
            text: String::with_capacity(self.text.len() + 8),
            stand_ins: self.stand_ins,
            from_source: Vec::new(),
            atoms: Vec::new(),
            seen: Vec::new(),
        };
        let mut lines = line_ranges(&self.text);
        while lines.len() > 1 && self.text[lines[lines.len() - 1].clone()].trim().is_empty() {
            lines.pop();
        }
        for (index, line) in lines.into_iter().enumerate() {
            if index > 0 {
                fragment.text.push_str("\\\n");
            }
            let at = fragment.text.len();
            fragment.text.push(GUARD);
            fragment.atoms.push(Atom { range: at..fragment.text.len(), piece: None, escaped: false });
            let shift = |offset: usize| offset - line.start + at + GUARD.len_utf8();
            let inside = |range: &&Range<usize>| line.start <= range.start && range.end <= line.end;
            fragment.from_source.extend(self.from_source.iter().filter(inside).map(|r| shift(r.start)..shift(r.end)));
            fragment.text.extend(self.text[line].chars().map(plain_character));
        }
        fragment
    }
}

/// The lines of `text` between hard breaks, without the white space around them.
fn line_ranges(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut backslashes = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\\' => backslashes += 1,
            b'\n' if backslashes % 2 == 1 => {
                lines.push(start..at - 1);
                start = at + 1;
                backslashes = 0;
            }
            _ => backslashes = 0,
        }
    }
    lines.push(start..text.len());
    // Control characters become spaces later on.
    let is_space = |c: char| c == ' ' || c.is_ascii_control();
    lines
        .into_iter()
        .map(|line| {
            let text = &text[line.clone()];
            let start = line.start + (text.len() - text.trim_start_matches(is_space).len());
            start..(line.start + text.trim_end_matches(is_space).len()).max(start)
        })
        .collect()
}

/// Line ends and tabs are spaces inside a fragment; other control characters mean nothing in prose.
fn plain_character(c: char) -> char {
    match c {
        // One byte for one byte, so that ranges stay right.
        c if c.is_ascii_control() => ' ',
        c => c,
    }
}

/// Whether a placeable's content is Markdown, to be read with the text around it.
fn is_markdown(content: &str) -> bool {
    let autolink = content.starts_with('<')
        && Parser::new_ext(content, inline_options()).any(|event| matches!(event, Event::Start(Tag::Link { .. })));
    content.starts_with(['`', '[', '\\', '&']) || autolink
}

impl Fragment {
    fn parse(mut self, references: &References) -> Self {
        // Most texts have no markup at all.
        if !self.text.contains(['\\', '`', '*', '_', '~', '[', ']', '<', '&']) {
            return self;
        }
        let length = self.text.len();
        let source = format!("{}{}", self.text, references.footnote_definitions(&self.text));
        let lookup = |link: BrokenLink<'_>| {
            let (destination, title) = references.links.get(&folded(&link.reference))?;
            Some((CowStr::from(destination.clone()), CowStr::from(title.clone())))
        };
        let parser = Parser::new_with_broken_link_callback(&source, inline_options(), Some(lookup));
        let mut walk = Walk::default();
        for (event, range) in parser.into_offset_iter() {
            if range.start >= length {
                break;
            }
            walk.event(&source, event, range);
        }
        self.seen = walk.seen;
        self.atoms.append(&mut walk.atoms);
        self.atoms.sort_by_key(|atom| (atom.range.start, atom.range.end));
        self
    }
}

/// Turns events into atoms.
#[derive(Default)]
struct Walk {
    atoms: Vec<Atom>,
    seen: Vec<Atom>,
    links: Vec<(usize, LinkType, Wrap)>,
    /// End of the last event inside the innermost open link or image.
    covered: usize,
}

impl Walk {
    fn event(&mut self, source: &str, event: Event<'_>, range: Range<usize>) {
        if self.links.last().is_some_and(|link| is_autolink(link.1)) && !matches!(event, Event::End(TagEnd::Link)) {
            return;
        }
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let destination = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.to_string(),
                };
                self.open(Wrap::Link { destination, title: title.to_string() }, link_type, &range);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                self.open(Wrap::Image { destination: dest_url.to_string(), title: title.to_string() }, link_type, &range);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.close(source, range),
            Event::Start(Tag::Emphasis) => self.emphasis(Wrap::Emphasis, 1, &range),
            Event::Start(Tag::Strong) => self.emphasis(Wrap::Strong, 2, &range),
            Event::Start(Tag::Strikethrough) => {
                let width = if source[range.start..].starts_with("~~") { 2 } else { 1 };
                self.emphasis(Wrap::Strikethrough, width, &range);
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => self.covered = range.end,
            Event::Text(text) => self.text(source, &text, range),
            Event::Code(code) => self.leaf(Piece::Code(code.to_string()), range),
            Event::InlineHtml(html) | Event::Html(html) => self.leaf(Piece::Raw(html.to_string()), range),
            Event::FootnoteReference(label) => self.leaf(Piece::Footnote(label.to_string()), range),
            Event::HardBreak => self.leaf(Piece::Break, range),
            _ => {}
        }
    }

    fn leaf(&mut self, piece: Piece, range: Range<usize>) {
        self.covered = range.end;
        self.atoms.push(Atom { range, piece: Some(piece), escaped: false });
    }

    fn open(&mut self, wrap: Wrap, link_type: LinkType, range: &Range<usize>) {
        let width = match wrap {
            Wrap::Image { .. } => 2,
            _ => 1,
        };
        let (start, end) = (range.start, range.start + width);
        self.covered = end;
        self.links.push((start, link_type, wrap.clone()));
        self.atoms.push(Atom { range: start..end, piece: Some(Piece::Open(wrap)), escaped: false });
    }

    fn close(&mut self, source: &str, range: Range<usize>) {
        let Some((start, link_type, wrap)) = self.links.pop() else { return };
        let text_end = match link_type {
            LinkType::Autolink | LinkType::Email => {
                let inner = start + 1..range.end - 1;
                let text = source[inner.clone()].to_owned();
                self.atoms.push(Atom { range: inner, piece: Some(Piece::Text(text)), escaped: true });
                range.end - 1
            }
            _ => source[self.covered..range.end].find(']').map_or(range.end - 1, |at| self.covered + at),
        };
        self.covered = range.end;
        self.atoms.push(Atom { range: text_end..range.end, piece: Some(Piece::Close(wrap)), escaped: false });
    }

    fn emphasis(&mut self, wrap: Wrap, width: usize, range: &Range<usize>) {
        let (start, end) = (range.start, range.end);
        self.covered = start + width;
        self.seen.push(Atom { range: start..start + width, piece: Some(Piece::Open(wrap.clone())), escaped: false });
        self.seen.push(Atom { range: end - width..end, piece: Some(Piece::Close(wrap)), escaped: false });
    }

    fn text(&mut self, source: &str, text: &str, range: Range<usize>) {
        let escaped = range.start > self.covered && source.as_bytes()[range.start - 1] == b'\\';
        if &source[range.clone()] != text {
            self.atoms.push(Atom { range: range.clone(), piece: Some(Piece::Text(text.to_owned())), escaped: true });
        } else if escaped {
            let first = text.chars().next().map_or(0, char::len_utf8);
            let piece = Some(Piece::Text(text[..first].to_owned()));
            self.atoms.push(Atom { range: range.start - 1..range.start + first, piece, escaped: true });
        }
        self.covered = range.end;
    }
}

fn is_autolink(link_type: LinkType) -> bool {
    matches!(link_type, LinkType::Autolink | LinkType::Email)
}
