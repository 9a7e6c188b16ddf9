//! The values of YAML front matter (YAML 1.2) with the bytes that hold them.
//!
//! Values come from a YAML parser; only the cutting of a scalar into lines is done here. Of aliases those of scalars are followed.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle as Style};

use crate::base::{Span, limits};
use crate::model::{ScalarStyle, Site};

use super::front_matter::{Other, Scalar, Values};
use super::lines::{line_end, line_start, next_line, trim};
use super::simple_head::{self, Line};

/// Collections are nested deeper than anybody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooDeep;

/// All values in the YAML mapping in `span` of `text`; `None` when there is no such mapping.
pub(super) fn values(text: &str, span: Span) -> Result<Option<Values>, TooDeep> {
    match simple_head::lines(text, span.clone()) {
        Some(lines) => Ok(Some(simple_values(text, &lines))),
        None => parsed_values(text, span),
    }
}

/// The values of a simple head.
pub(super) fn simple_values(text: &str, lines: &[Line]) -> Values {
    let scalar = |Line { key, value }: &Line| Scalar {
        field: text[key.clone()].to_owned(),
        value: text[value.clone()].to_owned(),
        parts: vec![value.clone()],
        site: Site::Yaml { style: ScalarStyle::Plain, indent: String::new() },
    };
    Values { scalars: lines.iter().map(scalar).collect(), others: Vec::new() }
}

/// The values of any head.
pub(super) fn parsed_values(text: &str, span: Span) -> Result<Option<Values>, TooDeep> {
    let yaml = &text[span.clone()];
    let offsets = Offsets::new(yaml);
    let mut walk = Walk::default();
    let mut is_mapping = false;
    let mut anchors: HashMap<usize, String> = HashMap::new();
    for event in Parser::new_from_str(yaml) {
        let Ok((event, place)) = event else { return Ok(None) };
        let start = span.start + offsets.byte(place.start.index());
        let end = span.start + offsets.byte(place.end.index());
        match event {
            Event::MappingStart(..) => {
                is_mapping = true;
                walk.open(Level::Mapping { key: None });
            }
            Event::SequenceStart(..) if is_mapping => walk.open(Level::Sequence),
            Event::MappingEnd | Event::SequenceEnd => walk.close(),
            Event::Alias(anchor) => {
                if let Some(field) = walk.value() {
                    // A whole mapping or sequence stands as the alias is written.
                    let value = anchors.get(&anchor).cloned().unwrap_or_else(|| text[start..end].trim().to_owned());
                    walk.found.others.push(Other { at: start, field, value });
                }
            }
            Event::Scalar(value, style, anchor, _) if is_mapping => {
                if anchor > 0 {
                    anchors.insert(anchor, value.to_string());
                }
                if let Some(field) = walk.scalar(&value) {
                    let (parts, site) = place_of(text, start..end, style);
                    let value = value.into_owned();
                    if is_exact(text, &parts, &value, style) {
                        walk.found.scalars.push(Scalar { field, value, parts, site });
                    } else {
                        walk.found.others.push(Other { at: start, field, value });
                    }
                }
            }
            Event::Scalar(..) | Event::SequenceStart(..) => return Ok(None),
            _ => {}
        }
        if walk.levels.len() > limits::YAML_NESTING {
            return Err(TooDeep);
        }
    }
    Ok(is_mapping.then_some(walk.found))
}

/// From character counts, which the parser gives, to bytes.
struct Offsets {
    starts: Vec<usize>,
    length: usize,
}

impl Offsets {
    fn new(text: &str) -> Self {
        Self { starts: text.char_indices().map(|(at, _)| at).collect(), length: text.len() }
    }

    fn byte(&self, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or(self.length)
    }
}

#[derive(Default)]
struct Walk {
    levels: Vec<Level>,
    found: Values,
}

enum Level {
    Mapping { key: Option<String> },
    Sequence,
}

impl Walk {
    fn open(&mut self, level: Level) {
        self.levels.push(level);
    }

    fn close(&mut self) {
        self.levels.pop();
        self.value();
    }

    /// Ends a value: the mapping around it expects a key next.
    fn value(&mut self) -> Option<String> {
        let field = self.field();
        if let Some(Level::Mapping { key }) = self.levels.last_mut() {
            *key = None;
        }
        field
    }

    /// Takes a scalar; the dotted name of its field when it is a value.
    fn scalar(&mut self, text: &str) -> Option<String> {
        if let Some(Level::Mapping { key: key @ None }) = self.levels.last_mut() {
            *key = Some(text.to_owned());
            return None;
        }
        self.value()
    }

    fn field(&self) -> Option<String> {
        let keys: Vec<&str> = self
            .levels
            .iter()
            .filter_map(|level| match level {
                Level::Mapping { key } => key.as_deref(),
                Level::Sequence => None,
            })
            .collect();
        (!keys.is_empty()).then(|| keys.join("."))
    }
}

/// The pieces of a scalar's text and how it is written. `span` includes quotes, and a block scalar's last line end.
fn place_of(text: &str, span: Span, style: Style) -> (Vec<Span>, Site) {
    let flow = !matches!(style, Style::Literal | Style::Folded);
    let span = if flow { after_properties(text, span) } else { after_header(text, span) };
    let (style, inner) = match style {
        Style::Plain => (ScalarStyle::Plain, span),
        Style::SingleQuoted => (ScalarStyle::Single, span.start + 1..span.end - 1),
        Style::DoubleQuoted => (ScalarStyle::Double, span.start + 1..span.end - 1),
        Style::Literal => (ScalarStyle::Literal, span),
        Style::Folded => (ScalarStyle::Folded, span),
    };
    let (parts, indent) = if flow { flow_lines(text, inner) } else { block_lines(text, inner) };
    (parts, Site::Yaml { style, indent })
}

/// Whether `parts` hold just the value, as far as that can be seen without decoding; a value that cannot be placed is carried.
fn is_exact(text: &str, parts: &[Span], value: &str, style: Style) -> bool {
    let written: String = parts.iter().map(|part| &text[part.clone()]).collect();
    let written = written.replace("\r\n", "\n").replace('\r', "\n");
    match style {
        Style::Literal => written == value.trim_matches('\n'),
        Style::Plain if !written.contains('\n') => written == value,
        _ => !written.is_empty(),
    }
}

/// `span` without the anchor and tag before the scalar, which the parser counts in.
fn after_properties(text: &str, mut span: Span) -> Span {
    while text[span.clone()].starts_with(['&', '!']) {
        let scalar = &text[span.clone()];
        let property = scalar.find(char::is_whitespace).unwrap_or(scalar.len());
        span.start = trim(text, span.start + property..span.end).start;
    }
    span
}

/// `span` without the line of anchor, tag and block header, which the parser counts in when there is an anchor or tag.
fn after_header(text: &str, span: Span) -> Span {
    let header = line_end(text, span.start).min(span.end);
    let rest = after_properties(text, span.start..header);
    if rest.start == span.start || !text[rest].starts_with(['|', '>']) {
        return span;
    }
    trim(text, header..span.end).start..span.end
}

/// The lines of a plain or quoted scalar; a further line's indentation is carried.
fn flow_lines(text: &str, span: Span) -> (Vec<Span>, String) {
    let mut parts = Vec::new();
    let mut indent = String::new();
    let mut at = span.start;
    loop {
        let line = next_line(text, at).min(span.end);
        parts.push(at..line);
        if line == span.end {
            return (parts, indent);
        }
        at = trim(text, line..span.end).start;
        // Blank lines stand for line feeds and belong to the text; the indentation of the next line does not.
        let content = line_start(text, at).max(line);
        parts.last_mut().expect("just pushed").end = content;
        text[content..at].clone_into(&mut indent);
    }
}

/// The lines of a block scalar without their indentation; trailing line ends are carried.
fn block_lines(text: &str, span: Span) -> (Vec<Span>, String) {
    let first = line_start(text, span.start);
    let indent = text[first..span.start].to_owned();
    let end = block_end(text, &span, indent.len());
    let mut parts = Vec::new();
    let mut at = span.start;
    while at < end {
        let line = next_line(text, at).min(end);
        parts.push(at..line);
        let stop = line_end(text, line).min(line + indent.len());
        at = if line < end && text.is_char_boundary(stop) { stop } else { line };
    }
    (parts, indent)
}

/// The end of a block scalar's last line with text; lines of nothing but indentation after it are carried.
fn block_end(text: &str, span: &Span, indent: usize) -> usize {
    let mut end = span.end;
    loop {
        end = span.start + text[span.start..end].trim_end_matches(['\n', '\r']).len();
        let line = line_start(text, end).max(span.start);
        if line == span.start || end - line > indent || !text[line..end].trim().is_empty() {
            return end;
        }
        end = line;
    }
}
