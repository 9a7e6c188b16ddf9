//! Writes an article's body as plain text: one paragraph to a line, blank lines between blocks, addresses behind their links.
//!
//! Runs of the opposite direction stand between U+2068 and U+2069, because a text has no other means to isolate them.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::base::Direction;
use crate::format::html::{Run, plain, runs};
use crate::format::markdown::{Body, body_options};

/// The text of `body` on a page of `direction`.
pub fn write(body: &Body, direction: Direction) -> String {
    let mut writer = Writer::new(direction);
    for event in Parser::new_ext(&body.text, body_options()) {
        writer.event(event);
    }
    writer.end_block();
    let notes = std::mem::take(&mut writer.notes);
    let mut out = writer.out;
    for (number, note) in notes.iter().enumerate() {
        out.push_str(&format!("\n[{}] {}\n", number + 1, note.1.trim()));
    }
    out
}

struct Writer {
    direction: Direction,
    out: String,
    /// The block being gathered.
    block: String,
    /// What lines of the open quotes and items begin with.
    prefixes: Vec<&'static str>,
    /// The marker of an item that has no line yet.
    marker: Option<String>,
    /// Whether the next block is the first item of an outermost list.
    is_first_item: bool,
    /// The number of the next item of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Addresses of open links.
    links: Vec<String>,
    /// Labels and texts of footnotes in the order of their numbers.
    notes: Vec<(String, String)>,
    /// Where the text before the open definition of a footnote ends, and its label.
    note: Option<(String, String)>,
    html: String,
    is_code: bool,
}

impl Writer {
    fn new(direction: Direction) -> Self {
        Self {
            direction,
            out: String::new(),
            block: String::new(),
            prefixes: Vec::new(),
            marker: None,
            is_first_item: false,
            lists: Vec::new(),
            links: Vec::new(),
            notes: Vec::new(),
            note: None,
            html: String::new(),
            is_code: false,
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(code) => self.text(&code),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => {
                let text = plain(&html);
                self.text(&text);
            }
            Event::SoftBreak => self.block.push(' '),
            Event::HardBreak => self.block.push('\n'),
            Event::Rule => {
                self.end_block();
                self.block.push_str("* * *");
                self.end_block();
            }
            Event::FootnoteReference(label) => {
                let number = self.number(&label);
                self.block.push_str(&format!("[{number}]"));
            }
            Event::TaskListMarker(done) => self.block.push_str(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => {
                self.end_block();
                self.prefixes.push("> ");
            }
            Tag::List(first) => {
                self.end_block();
                self.is_first_item |= self.lists.is_empty();
                self.lists.push(first);
            }
            Tag::Item => {
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.marker = Some(marker);
            }
            Tag::FootnoteDefinition(label) => {
                self.end_block();
                self.note = Some((std::mem::take(&mut self.out), label.to_string()));
            }
            Tag::CodeBlock(_) => {
                self.end_block();
                self.is_code = true;
            }
            Tag::Link { link_type, dest_url, .. } => {
                let shown = !matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push(if shown { dest_url.to_string() } else { String::new() });
            }
            Tag::Image { .. } => self.block.push('['),
            Tag::TableCell if !self.block.is_empty() => self.block.push_str(" | "),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.prefixes.pop();
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Item => {
                self.end_block();
                self.marker = None;
            }
            TagEnd::FootnoteDefinition => {
                self.end_block();
                let Some((outer, label)) = self.note.take() else { return };
                let text = std::mem::replace(&mut self.out, outer);
                let number = self.number(&label);
                self.notes[number - 1].1 = text;
            }
            TagEnd::CodeBlock => {
                self.end_block();
                self.is_code = false;
            }
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.block.push_str(plain(&html).trim());
                self.end_block();
            }
            TagEnd::Link => {
                let destination = self.links.pop().unwrap_or_default();
                if destination.contains("://") {
                    self.text(&format!(" ({destination})"));
                }
            }
            TagEnd::Image => self.block.push(']'),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow => self.end_block(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_code {
            self.block.push_str(text);
            return;
        }
        for run in runs(text, self.direction) {
            match run {
                Run::Along(text) => self.block.push_str(text),
                Run::Against(text) => self.block.extend(["\u{2068}", text, "\u{2069}"]),
            }
        }
    }

    fn number(&mut self, label: &str) -> usize {
        let known = self.notes.iter().position(|(known, _)| known == label);
        known.unwrap_or_else(|| {
            self.notes.push((label.to_owned(), String::new()));
            self.notes.len() - 1
        }) + 1
    }

    /// Writes the gathered block with the prefixes of its lines.
    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let block = if self.is_code { block.trim_end() } else { block.trim() };
        if block.is_empty() {
            return;
        }
        let tight = self.marker.is_some() && !std::mem::take(&mut self.is_first_item) && self.last_line_is_item();
        if !self.out.is_empty() && !tight {
            self.out.push('\n');
        }
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        for (at, line) in block.lines().enumerate() {
            let marker = match (at, &self.marker) {
                (0, Some(marker)) => marker.clone(),
                _ if self.lists.is_empty() => String::new(),
                _ => "  ".to_owned(),
            };
            self.out.push_str(&format!("{}{indent}{marker}{line}\n", self.prefixes.concat()));
        }
        self.marker = None;
    }

    /// Whether the last line written belongs to a list, so that the next item follows without a blank line.
    fn last_line_is_item(&self) -> bool {
        let last = self.out.trim_end_matches('\n').rsplit('\n').next().unwrap_or_default().trim_start_matches(['>', ' ']);
        let numbered = last.split_once(". ").is_some_and(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
        last.starts_with("- ") || numbered
    }
}
