//! What a reader sees of a text, with a way back to where it stands: the input of the sentence finder.
//!
//! Markup is left out, because `**Done.** Next` hides from a sentence finder that a sentence ends at `Done.`.
//! Everything that a line end must not cut (links, emphasis, code spans, HTML elements, brackets) is listed as protected.

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::regions::merge;
use crate::base::Span;
use crate::model::{Element, Placeables};

/// Stands for a placeable in [`Probe::flat`]: a private-use character, so neither space nor punctuation to Markdown.
pub(super) const PLACEABLE: char = '\u{E000}';

/// A unit's text taken apart.
pub(super) struct Probe {
    /// The elements in a row, each placeable one [`PLACEABLE`].
    pub flat: String,
    /// The same as one line: white space of the same length where `flat` has a hard break.
    pub line: String,
    /// Byte offsets in `flat` of the placeables, ascending, and which element each is.
    pub placeables: Vec<(usize, usize)>,
    /// Ranges of `flat` that a segment must not end inside, ascending and disjoint.
    pub protected: Vec<Span>,
    /// What a reader sees.
    pub visible: String,
    /// Pieces of `visible` and where they stand in `flat`, ascending in both.
    pieces: Vec<Piece>,
}

struct Piece {
    visible: usize,
    flat: Span,
    /// Whether the piece reads as it is written, so that offsets inside it carry over.
    verbatim: bool,
}

/// Takes `content` apart.
pub(super) fn probe(content: &[Element], contents: &Placeables) -> Probe {
    let (flat, placeables) = flatten(content);
    let line = flat.replace("\\\n", "  ").replace('\n', " ");
    let mut probe = Probe { flat, line, placeables, protected: Vec::new(), visible: String::new(), pieces: Vec::new() };
    read_markdown(&mut probe, content, contents);
    protect_html(&mut probe, content, contents);
    protect_brackets(&mut probe);
    probe.protected = merge(std::mem::take(&mut probe.protected));
    probe
}

impl Probe {
    /// Where in `flat` the visible character at `offset` begins.
    pub fn flat_offset(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.visible <= offset);
        let Some(piece) = at.checked_sub(1).map(|at| &self.pieces[at]) else { return 0 };
        if piece.verbatim { (piece.flat.start + offset - piece.visible).min(piece.flat.end) } else { piece.flat.start }
    }

    /// Whether a segment may end at byte `at` of `flat`.
    pub fn is_free(&self, at: usize) -> bool {
        let before = self.protected.partition_point(|span| span.start < at);
        before.checked_sub(1).is_none_or(|index| self.protected[index].end <= at)
    }

    fn see(&mut self, text: &str, flat: Span) {
        let verbatim = self.line.get(flat.clone()) == Some(text);
        self.pieces.push(Piece { visible: self.visible.len(), flat, verbatim });
        self.visible.push_str(text);
    }
}

fn flatten(content: &[Element]) -> (String, Vec<(usize, usize)>) {
    let mut flat = String::new();
    let mut placeables = Vec::new();
    for (index, element) in content.iter().enumerate() {
        match element {
            Element::Text(text) => flat.push_str(text),
            Element::Placeable(_) => {
                placeables.push((flat.len(), index));
                flat.push(PLACEABLE);
            }
        }
    }
    (flat, placeables)
}

/// Fills in what is visible and which Markdown spans are protected.
fn read_markdown(probe: &mut Probe, content: &[Element], contents: &Placeables) {
    const PREFIX: &str = "x ";
    // One line, with a word in front, is a paragraph whatever it begins with; the lengths stay as they are.
    let paragraph = format!("{PREFIX}{}", probe.line);
    // Reference links have no definition here, and are links all the same.
    let known = |_: BrokenLink<'_>| Some((CowStr::Borrowed(""), CowStr::Borrowed("")));
    let parser = Parser::new_with_broken_link_callback(&paragraph, Options::ENABLE_STRIKETHROUGH, Some(known));
    let mut hidden = 0usize;
    for (event, span) in parser.into_offset_iter() {
        let flat = span.start.saturating_sub(PREFIX.len())..span.end.saturating_sub(PREFIX.len());
        match event {
            Event::Start(Tag::Paragraph) => {}
            Event::Start(_) => {
                let footnote = probe.flat.get(flat.clone()).is_some_and(|text| text.starts_with("[^"));
                hidden += usize::from(hidden > 0 || footnote);
                probe.protected.push(flat);
            }
            Event::End(TagEnd::Paragraph) => {}
            Event::End(_) => hidden = hidden.saturating_sub(1),
            Event::Code(code) => {
                probe.protected.push(flat.clone());
                probe.see(&code, flat);
            }
            Event::Text(text) if hidden == 0 => see_text(probe, &text, span, PREFIX.len(), (content, contents)),
            Event::InlineHtml(_) => probe.protected.push(flat),
            _ => {}
        }
    }
}

/// Adds visible text; placeables in it that are HTML tags are left out, others read as a word.
fn see_text(probe: &mut Probe, text: &str, span: Span, prefix: usize, parts: (&[Element], &Placeables)) {
    let skipped = prefix.saturating_sub(span.start);
    let start = (span.start + skipped) - prefix;
    let Some(text) = text.get(skipped..) else { return };
    if text.is_empty() {
        return;
    }
    let end = span.end - prefix;
    if !text.contains(PLACEABLE) || probe.line.get(start..end) != Some(text) {
        return probe.see(text, start..end);
    }
    let mut from = 0;
    for (at, mark) in text.match_indices(PLACEABLE) {
        probe.see(&text[from..at], start + from..start + at);
        from = at + mark.len();
        if !is_tag(probe, start + at, parts) {
            probe.see("Code", start + at..start + from);
        }
    }
    probe.see(&text[from..], start + from..end);
}

fn is_tag(probe: &Probe, at: usize, (content, contents): (&[Element], &Placeables)) -> bool {
    content_at(probe, at, content, contents).is_some_and(|content| content.starts_with('<'))
}

fn content_at<'c>(probe: &Probe, at: usize, content: &[Element], contents: &'c Placeables) -> Option<&'c str> {
    let index = probe.placeables.binary_search_by_key(&at, |&(at, _)| at).ok()?;
    match &content[probe.placeables[index].1] {
        Element::Placeable(name) => contents.get(name).map(String::as_str),
        Element::Text(_) => None,
    }
}

/// Protects what stands between an HTML start tag and its end tag.
fn protect_html(probe: &mut Probe, content: &[Element], contents: &Placeables) {
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut spans = Vec::new();
    for &(at, _) in &probe.placeables {
        let Some(tag) = content_at(probe, at, content, contents) else { continue };
        if let Some(name) = tag.strip_prefix("</") {
            let name = tag_name(name);
            if let Some(index) = open.iter().rposition(|(opened, _)| *opened == name) {
                spans.push(open[index].1..at + PLACEABLE.len_utf8());
                open.truncate(index);
            }
        } else if let Some(name) = tag.strip_prefix('<').filter(|_| !tag.ends_with("/>")) {
            open.push((tag_name(name), at));
        }
    }
    probe.protected.extend(spans);
}

fn tag_name(tag: &str) -> String {
    tag.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | ':' | '.')).collect::<String>().to_lowercase()
}

/// Protects what stands in balanced round, square and CJK brackets; a bracket without a partner protects nothing.
fn protect_brackets(probe: &mut Probe) {
    const PAIRS: [(char, char); 9] = [
        ('(', ')'),
        ('[', ']'),
        ('（', '）'),
        ('［', '］'),
        ('「', '」'),
        ('『', '』'),
        ('【', '】'),
        ('〈', '〉'),
        ('《', '》'),
    ];
    let mut open: [Vec<usize>; PAIRS.len()] = Default::default();
    let mut spans = Vec::new();
    for (at, c) in probe.flat.char_indices() {
        if let Some(kind) = PAIRS.iter().position(|pair| pair.0 == c) {
            open[kind].push(at);
        } else if let Some(kind) = PAIRS.iter().position(|pair| pair.1 == c)
            && let Some(start) = open[kind].pop()
        {
            spans.push(start..at + c.len_utf8());
        }
    }
    probe.protected.extend(spans);
}
