//! Before Markdown is parsed: what is not Markdown is blanked out, byte for byte, so that offsets stay exact.
//!
//! Directive lines, JSX lines and the author's comments become thematic breaks, or blank lines where they go on a
//! paragraph, and so part the blocks around them as their own paragraphs would; what
//! stands inside a line of text becomes a word of the same length and later a placeable. Code keeps its text: fences
//! and code spans are stepped over. Scans that fail draw on a budget, so that no input takes more than linear time.

use std::collections::{HashMap, VecDeque};

use memchr::{memchr, memmem};

use crate::base::Span;
use crate::model::Flavour;

use super::comments::{Comment, Instruction, instruction};
use super::directives::{after_markers, content_start, follows_bare_marker, is_alert_marker, is_fenced_directive};
use super::inline::{Mark, MarkKind};
use super::lines::{line_end, line_start, next_line};
use super::mdx;

/// What was found and what is left to parse.
#[derive(Debug, Default)]
pub(super) struct Prescan {
    /// The text from `from` on with everything blanked out that is not Markdown; as long as the original.
    pub masked: String,
    /// Directives, expressions and tags inside lines of text, ascending.
    pub marks: Vec<Mark>,
    /// What was blanked out as whole lines, ascending.
    pub blocks: Vec<Span>,
    /// The author's comments to the tool, ascending.
    pub comments: Vec<Comment>,
    /// The first lines of those blocks that begin a block of their own.
    rules: Vec<Span>,
}

/// Scans `text` from byte `from` on, where the front matter ends.
pub(super) fn prescan(text: &str, from: usize, flavour: Flavour) -> Prescan {
    if flavour == Flavour::Markdown && !may_hold_constructs(&text[from..]) {
        return Prescan { masked: text[from..].to_owned(), ..Prescan::default() };
    }
    let mut scanner = Scanner {
        text,
        flavour,
        found: Prescan::default(),
        fence: None,
        paragraph: Paragraph::default(),
        budget: text.len() * 8 + 65_536,
        after_blank: true,
        begins_block: true,
    };
    let mut at = from;
    while at < text.len() {
        at = scanner.line(at);
    }
    let mut found = scanner.found;
    found.masked = masked(text, from, &found);
    found
}

/// Whether anything of what [`prescan`] finds in Markdown may begin in `text`.
fn may_hold_constructs(text: &str) -> bool {
    let bytes = text.as_bytes();
    let contains = |needle: &str| memmem::find(bytes, needle.as_bytes()).is_some();
    memchr(b'{', bytes).is_some() || contains("<!--") || contains(":::") || contains("///") || contains("[!")
}

fn masked(text: &str, from: usize, found: &Prescan) -> String {
    let mut bytes = text.as_bytes()[from..].to_vec();
    let mut fill = |span: &Span, with: u8| {
        for byte in &mut bytes[span.start - from..span.end - from] {
            if !matches!(*byte, b'\n' | b'\r') {
                *byte = with;
            }
        }
    };
    found.blocks.iter().for_each(|span| fill(span, b' '));
    found.rules.iter().for_each(|span| fill(span, b'*'));
    found.marks.iter().flat_map(|mark| without_prefixes(text, &mark.span)).for_each(|line| fill(&line, b'x'));
    String::from_utf8(bytes).expect("whole characters were replaced by ASCII")
}

/// The lines of `span`; those after the first without indentation and as many quote markers as the first line has.
fn without_prefixes(text: &str, span: &Span) -> Vec<Span> {
    let within = &text[..span.end];
    if !within[span.start..].contains(['\n', '\r']) {
        return vec![span.clone()];
    }
    let first = line_start(text, span.start);
    let content = content_start(text, first, span.start);
    let quotes = text[first..content].matches('>').count();
    let mut lines = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let next = next_line(within, at);
        lines.push(at..next);
        at = next;
        for left in (0..=quotes).rev() {
            at += text.as_bytes()[at..span.end].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            at += usize::from(left > 0 && at < span.end && text.as_bytes()[at] == b'>');
        }
    }
    lines
}

struct Fence {
    marker: u8,
    length: usize,
    quotes: usize,
}

/// The stretch between two blank lines, in which inline constructs must close.
#[derive(Default)]
struct Paragraph {
    end: usize,
    /// Where runs of so many backticks stand, ascending.
    backticks: HashMap<usize, VecDeque<usize>>,
}

struct Scanner<'t> {
    text: &'t str,
    flavour: Flavour,
    found: Prescan,
    fence: Option<Fence>,
    paragraph: Paragraph,
    budget: usize,
    /// Whether the line above is blank or was blanked out.
    after_blank: bool,
    /// Whether what stands here cannot go on a paragraph.
    begins_block: bool,
}

impl Scanner<'_> {
    /// Scans the line that begins at `at`, and further ones if something goes on there; returns the next line's beginning.
    fn line(&mut self, at: usize) -> usize {
        let end = line_end(self.text, at);
        let content = content_start(self.text, at, end);
        let line = self.text[content..end].trim_end();
        let quotes = self.text[at..content].bytes().filter(|&b| b == b'>').count();
        let after_blank = std::mem::replace(&mut self.after_blank, line.is_empty());
        self.begins_block = if line.is_empty() { true } else { self.begins_block && after_blank };
        if self.in_fence(line, quotes) {
            return next_line(self.text, at);
        }
        if line.is_empty() {
            return next_line(self.text, at);
        }
        if self.flavour == Flavour::Mdx && after_blank && mdx::begins_module(line) {
            let module_end = mdx::module_end(self.text, at);
            self.found.blocks.push(at..module_end);
            self.after_blank = true;
            return module_end;
        }
        if is_fenced_directive(line) || (quotes > 0 && is_alert_marker(line)) {
            self.blank_out(content..content + line.len(), self.begins_block);
            return next_line(self.text, at);
        }
        self.inline(content)
    }

    /// Follows code fences; says whether the line belongs to one.
    fn in_fence(&mut self, line: &str, quotes: usize) -> bool {
        if let Some(fence) = &self.fence {
            if quotes >= fence.quotes {
                let run = line.bytes().take_while(|&b| b == fence.marker).count();
                if run >= fence.length && line[run..].trim().is_empty() {
                    self.fence = None;
                }
                return true;
            }
            self.fence = None;
        }
        let line = after_markers(line);
        let Some(marker @ (b'`' | b'~')) = line.bytes().next() else { return false };
        let length = line.bytes().take_while(|&b| b == marker).count();
        if length < 3 || (marker == b'`' && line[length..].contains('`')) {
            return false;
        }
        self.fence = Some(Fence { marker, length, quotes });
        true
    }

    /// Scans text from `content` to the end of the line in which its last construct ends.
    fn inline(&mut self, content: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = content;
        let mut spans: Vec<Mark> = Vec::new();
        let mut comments: Vec<Comment> = Vec::new();
        let mut other = false;
        while at < bytes.len() && !matches!(bytes[at], b'\n' | b'\r') {
            match self.construct(at, other || !spans.is_empty()) {
                Construct::Mark(mark) => {
                    at = mark.span.end;
                    spans.push(mark);
                }
                Construct::Comment(comment) => {
                    at = comment.span.end;
                    comments.push(comment);
                }
                Construct::Text(end) => {
                    other = other || self.text.as_bytes()[at..end].iter().any(|b| !matches!(b, b' ' | b'\t' | b'\n' | b'\r'));
                    at = end;
                }
            }
        }
        self.keep(spans, comments, other);
        next_line(self.text, at)
    }

    fn keep(&mut self, spans: Vec<Mark>, comments: Vec<Comment>, other: bool) {
        if other {
            let first = self.found.marks.len();
            self.found.marks.extend(spans);
            for Comment { span, .. } in comments {
                if self.flavour == Flavour::Mdx {
                    self.found.marks.push(Mark { span: span.clone(), kind: MarkKind::Html });
                }
                self.found.comments.push(Comment { span, instruction: Instruction::Misplaced });
            }
            self.found.marks[first..].sort_by_key(|mark| mark.span.start);
            return;
        }
        // A comment is an HTML block and parts paragraphs; anything else may go on the one above.
        let parts = self.begins_block || !comments.is_empty();
        // Nothing but blanks lies between what stands on these lines.
        let spans = || spans.iter().map(|mark| &mark.span).chain(comments.iter().map(|comment| &comment.span));
        if let (Some(start), Some(end)) = (spans().map(|span| span.start).min(), spans().map(|span| span.end).max()) {
            self.blank_out(start..end, parts);
        }
        self.found.comments.extend(comments);
    }

    /// Blanks out `span`, which stands alone on its lines; as a thematic break when it `parts` the blocks around it.
    fn blank_out(&mut self, span: Span, parts: bool) {
        let first = span.start..line_end(self.text, span.start).min(span.end);
        // An item whose first line is empty may not go on with a blank line; a thematic break keeps it open.
        if first.len() >= 3 && (parts || follows_bare_marker(self.text, span.start)) {
            self.found.rules.push(first);
        }
        self.begins_block = parts;
        self.after_blank = true;
        self.found.blocks.push(span);
    }

    /// What begins at `at`.
    fn construct(&mut self, at: usize, inside: bool) -> Construct {
        let bytes = self.text.as_bytes();
        match bytes[at] {
            b'\\' => {
                let next = self.text[at + 1..].chars().next().filter(|c| !matches!(c, '\n' | '\r'));
                Construct::Text(at + 1 + next.map_or(0, char::len_utf8))
            }
            b'`' => Construct::Text(self.code_end(at)),
            b'<' => self.angle(at, inside),
            b'{' => match self.brace(at) {
                Some(end) => self.expression(at..end),
                None => Construct::Text(at + 1),
            },
            _ => {
                let run = bytes[at..].iter().position(|b| matches!(b, b'\\' | b'`' | b'<' | b'{' | b'\n' | b'\r'));
                Construct::Text(run.map_or(bytes.len(), |found| at + found))
            }
        }
    }

    fn expression(&self, span: Span) -> Construct {
        match instruction(&self.text[span.clone()]) {
            Some(instruction) if self.flavour == Flavour::Mdx => Construct::Comment(Comment { span, instruction }),
            _ => Construct::Mark(Mark { span, kind: MarkKind::Directive }),
        }
    }

    /// A comment or, in MDX, a tag.
    fn angle(&mut self, at: usize, inside: bool) -> Construct {
        if self.text[at..].starts_with("<!--") {
            // A comment that begins a block may hold blank lines.
            let limit = if inside { self.paragraph_end(at) } else { self.text.len() };
            let Some(end) = self.find("-->", at + 4, limit) else { return Construct::Text(at + 4) };
            let span = at..end;
            return match instruction(&self.text[span.clone()]) {
                Some(instruction) => Construct::Comment(Comment { span, instruction }),
                None if self.flavour == Flavour::Mdx => Construct::Mark(Mark { span, kind: MarkKind::Html }),
                None => Construct::Text(end),
            };
        }
        if self.flavour == Flavour::Mdx {
            let limit = self.text.len().min(at + self.budget);
            let limit = floor(self.text, limit);
            match mdx::tag_end(self.text, at, limit) {
                Ok(end) => return Construct::Mark(Mark { span: at..end, kind: MarkKind::Html }),
                Err(reached) => self.budget = self.budget.saturating_sub(reached - at),
            }
        }
        Construct::Text(at + 1)
    }

    /// The end of the directive or expression whose first brace stands at `at`.
    fn brace(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let closer = ["{{<", "{{%", "{%", "{*", "{{"].iter().position(|opener| rest.starts_with(opener));
        if let Some(kind) = closer {
            let (opener, closer) = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{*", "*}"), ("{{", "}}")][kind];
            let limit = self.paragraph_end(at);
            if let Some(end) = self.find(closer, at + opener.len(), limit) {
                return Some(end);
            }
        }
        if self.flavour == Flavour::Markdown {
            return None;
        }
        let limit = floor(self.text, self.text.len().min(at + self.budget));
        let end = mdx::expression_end(self.text, at, limit);
        if end.is_none() {
            self.budget = self.budget.saturating_sub(limit - at);
        }
        end
    }

    /// The end of the first `closer` between `from` and `limit`.
    fn find(&mut self, closer: &str, from: usize, limit: usize) -> Option<usize> {
        let reach = floor(self.text, limit.min(from + self.budget));
        if from > reach {
            return None;
        }
        let found = self.text[from..reach].find(closer).map(|found| from + found + closer.len());
        if found.is_none() {
            self.budget = self.budget.saturating_sub(reach - from);
        }
        found
    }

    /// The end of the code span whose backticks begin at `at`, or of the backticks when none is opened.
    fn code_end(&mut self, at: usize) -> usize {
        self.paragraph_end(at);
        let run = self.text.as_bytes()[at..].iter().take_while(|&&b| b == b'`').count();
        let Some(places) = self.paragraph.backticks.get_mut(&run) else { return at + run };
        while places.front().is_some_and(|&place| place <= at) {
            places.pop_front();
        }
        places.pop_front().map_or(at + run, |place| place + run)
    }

    /// The next blank line; finds the backticks up to there when a new paragraph begins.
    fn paragraph_end(&mut self, at: usize) -> usize {
        if at < self.paragraph.end {
            return self.paragraph.end;
        }
        let mut end = at;
        while end < self.text.len() {
            let line = line_end(self.text, end);
            if content_start(self.text, end, line) == line {
                break;
            }
            end = next_line(self.text, end);
        }
        let mut backticks: HashMap<usize, VecDeque<usize>> = HashMap::new();
        let mut here = at;
        while let Some(found) = self.text[here..end].find('`') {
            let place = here + found;
            let run = self.text.as_bytes()[place..].iter().take_while(|&&b| b == b'`').count();
            backticks.entry(run).or_default().push_back(place);
            here = place + run;
        }
        self.paragraph = Paragraph { end, backticks };
        end
    }
}

enum Construct {
    Mark(Mark),
    Comment(Comment),
    /// Text up to here.
    Text(usize),
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
