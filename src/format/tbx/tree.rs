//! An XML document as a tree of elements, names without their prefixes. Reading is strict about tags and forgiving otherwise.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::entities::Entities;
use crate::base::{Diagnostic, Place, Severity, limits};

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Its name without prefix.
    pub name: String,
    /// Its attributes, `xml:lang` with its prefix, others as they are.
    pub attributes: Vec<(String, String)>,
    /// Its elements.
    pub children: Vec<Node>,
    /// The text in it and in everything below, in order.
    pub text: String,
    /// The line where it begins, counted from 1.
    pub line: usize,
}

impl Node {
    /// An attribute by its name.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly in it that have one of these names.
    pub fn named<'n>(&'n self, names: &'n [&str]) -> impl Iterator<Item = &'n Node> {
        self.children.iter().filter(|child| names.contains(&child.name.as_str()))
    }

    /// All elements below with one of these names; none inside another such element.
    pub fn below<'n>(&'n self, names: &[&str]) -> Vec<&'n Node> {
        let mut found = Vec::new();
        let mut waiting: Vec<&Node> = self.children.iter().rev().collect();
        while let Some(node) = waiting.pop() {
            if names.contains(&node.name.as_str()) {
                found.push(node);
            } else {
                waiting.extend(node.children.iter().rev());
            }
        }
        found
    }
}

/// Text of a document whatever its encoding: UTF-8, UTF-16 with or without a byte order mark, and Latin-1 if it says so.
pub(super) fn decode(bytes: &[u8]) -> Result<String, &'static str> {
    let wide = |bytes: &[u8], word: fn([u8; 2]) -> u16| {
        let words: Vec<u16> = bytes.chunks_exact(2).map(|pair| word([pair[0], pair[1]])).collect();
        if bytes.len() % 2 == 1 { Err("not UTF-16") } else { String::from_utf16(&words).map_err(|_| "not UTF-16") }
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => return wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return wide(rest, u16::from_be_bytes),
        [b'<', 0, ..] => return wide(bytes, u16::from_le_bytes),
        [0, b'<', ..] => return wide(bytes, u16::from_be_bytes),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).to_lowercase();
    if head.contains("iso-8859-1") || head.contains("latin1") {
        return Ok(bytes.iter().map(|byte| char::from(*byte)).collect());
    }
    Err("neither UTF-8 nor UTF-16")
}

/// The root element, and what is doubtful; `None` when the document is no XML.
pub(super) fn read_tree(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut builder =
        Builder { line: 1, counted: 0, entities: Entities::default(), open: Vec::new(), root: None, found: Vec::new() };
    let sound = builder.read(text);
    let root = builder.root.take().filter(|_| sound);
    if sound && root.is_none() {
        builder.line = 1;
        builder.report("there is no element in it".to_owned(), Severity::Error);
    }
    (root, builder.found)
}

/// The most findings of one document: what goes wrong once tends to go wrong everywhere.
const MOST_FINDINGS: usize = 100;

struct Builder {
    /// The line that has been reached. It is counted along: a document may be a single line of many megabytes.
    line: usize,
    /// The bytes whose lines are counted.
    counted: usize,
    entities: Entities,
    open: Vec<Node>,
    root: Option<Node>,
    found: Vec<Diagnostic>,
}

impl Builder {
    fn report(&mut self, message: String, severity: Severity) {
        let place = Place { line: self.line, ..Place::default() };
        if self.found.len() < MOST_FINDINGS || severity == Severity::Error {
            self.found.push(Diagnostic::new("exchange", message, place).severity(severity));
        }
    }

    fn read(&mut self, text: &str) -> bool {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        loop {
            self.reach(text, reader.buffer_position());
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    self.reach(text, reader.error_position());
                    self.report(format!("not XML: {error}"), Severity::Error);
                    return false;
                }
            };
            match event {
                Event::Eof => break,
                Event::DocType(doctype) => {
                    if let Ok(doctype) = doctype.decode() {
                        self.entities.declare(&doctype);
                    }
                }
                Event::Start(element) => {
                    if self.open.len() >= limits::NESTING {
                        self.report(format!("elements stand more than {} deep", limits::NESTING), Severity::Error);
                        return false;
                    }
                    let node = self.node(&element);
                    self.open.push(node);
                }
                Event::End(_) => self.close(),
                Event::Text(part) => self.add(part.decode().ok().as_deref()),
                Event::CData(part) => self.add(part.decode().ok().as_deref()),
                Event::GeneralRef(reference) => {
                    let name = reference.decode().map(|name| name.into_owned()).unwrap_or_default();
                    match self.entities.resolve(&name) {
                        Ok(text) => self.add(Some(&text)),
                        Err(why) => self.report(format!("`&{name};` is left out: {why}"), Severity::Warning),
                    }
                }
                _ => {}
            }
        }
        if !self.open.is_empty() {
            self.report("the document ends inside an element".to_owned(), Severity::Error);
        }
        self.open.is_empty()
    }

    fn reach(&mut self, text: &str, at: u64) {
        let at = usize::try_from(at).unwrap_or(usize::MAX).clamp(self.counted, text.len().max(self.counted));
        self.line += text.as_bytes()[self.counted..at].iter().filter(|byte| **byte == b'\n').count();
        self.counted = at;
    }

    fn node(&mut self, element: &BytesStart<'_>) -> Node {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let local = |name: &str| name.rsplit(':').next().unwrap_or(name).to_owned();
        let mut attributes = Vec::new();
        for attribute in element.attributes().with_checks(false).flatten() {
            let (value, problem) = self.entities.resolve_all(&text(&attribute.value));
            if let Some(why) = problem {
                self.report(format!("a part of an attribute is left out: {why}"), Severity::Warning);
            }
            attributes.push((text(attribute.key.as_ref()), value));
        }
        let name = local(&text(element.name().as_ref()));
        Node { name, attributes, children: Vec::new(), text: String::new(), line: self.line }
    }

    fn close(&mut self) {
        let Some(node) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => {
                parent.text.push_str(&node.text);
                parent.children.push(node);
            }
            None => self.root = self.root.take().or(Some(node)),
        }
    }

    fn add(&mut self, text: Option<&str>) {
        if let (Some(open), Some(text)) = (self.open.last_mut(), text) {
            open.text.push_str(text);
        }
    }
}
