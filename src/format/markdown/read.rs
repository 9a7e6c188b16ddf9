//! Reads an article: units over exact byte ranges, everything else carried.

use crate::base::{Diagnostic, LineIndex, Place, Severity, Span, limits};
use crate::model::{Article, ArticleUnit, Flavour, Role, Site, words};

use super::blocks::{Blocks, Leaf, LeafKind, MAX_DEPTH};
use super::body::Body;
use super::comments::{Comment, Instruction, Said, skipped};
use super::front_matter::{self, Beyond, front_matter};
use super::heading;
use super::html;
use super::inline::{Mark, MarkKind, catalog_form};
use super::layout::{self, Layout};
use super::lines;
use super::prescan::{Prescan, prescan};
use super::prose;
use super::skeleton::Skeleton;

/// How an article is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The dialect it is written in.
    pub flavour: Flavour,
    /// The front matter fields that are units, by dotted name (`title`, `image.alt`); of a list of strings, every item is one.
    pub front_matter: Vec<String>,
    /// What becomes of words inside raw HTML blocks.
    pub html_blocks: HtmlBlocks,
}

words! {
    /// What becomes of words inside raw HTML blocks.
    HtmlBlocks {
        /// They are carried and listed in [`Article::carried_prose`].
        Carry = "carry",
        /// They become units.
        Translate = "translate",
    }
}

/// An article and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The article; without units when `fatal`.
    pub article: Article,
    /// What was found, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the article must be left alone: nothing can be said of its units.
    pub fatal: bool,
}

/// Reads the article `text`. Never fails: what cannot be understood is carried and reported.
pub fn read(text: &str, options: &ReadOptions) -> Read {
    read_closely(text, options, None).0
}

/// The same. Where there is to be a `skeleton` it is drawn, and the article's body comes with it unless the article must be left alone.
pub(super) fn read_closely(text: &str, options: &ReadOptions, skeleton: Option<&mut Skeleton>) -> (Read, Option<Body>) {
    let wants_body = skeleton.is_some();
    let fatal = |article, diagnostic| (Read { article, diagnostics: vec![diagnostic], fatal: true }, None);
    let article = Article { flavour: options.flavour, text: text.to_owned(), units: Vec::new(), carried_prose: Vec::new() };
    let head = front_matter(text);
    if let Some(beyond) = head.beyond {
        return fatal(article, beyond_limit(beyond, text, head.end));
    }
    if options.flavour == Flavour::Markdown && front_matter::is_json(text) {
        let place = Place::at(LineIndex::new(text).position(0));
        let diagnostic = Diagnostic::new("json-head", "the head of the article is JSON, which is not read", place);
        return fatal(article, diagnostic.help("write it as YAML between `---` lines, or as TOML between `+++` lines"));
    }
    let scan = prescan(text, head.end, options.flavour);
    let (found, layout) = layout::parse(&scan.masked, (head.end, options.flavour), &scan.blocks, skeleton);
    if let Some(at) = found.too_deep {
        let place = Place::at(LineIndex::new(text).position(layout.in_file(&(at..at)).start));
        let message = format!("blocks are nested more than {MAX_DEPTH} levels deep");
        let diagnostic = Diagnostic::new("nesting-too-deep", message, place).help("nest fewer quotes and lists in one another");
        return fatal(article, diagnostic);
    }
    let (skips, mut diagnostics) = skipped(text, &scan.comments);
    let mut assembly = Assembly { text, layout: &layout, scan: &scan, skips: &skips, article };
    assembly.article.units.extend(front_matter::units(head.scalars, &options.front_matter));
    assembly.body(found, options.html_blocks);
    let mut article = assembly.article;
    if let Some(diagnostic) = find_too_long(&article) {
        return fatal(Article { units: Vec::new(), ..article }, diagnostic);
    }
    let comments: Vec<Comment> = scan.comments.iter().filter(|comment| !is_within(&skips, comment.span.start)).cloned().collect();
    diagnostics.extend(finish(&mut article, &comments));
    diagnostics.sort_by_key(|diagnostic| (diagnostic.place.line, diagnostic.place.column));
    let body = wants_body.then(|| Body::of(text, head.end, &scan));
    (Read { article, diagnostics, fatal: false }, body)
}

fn beyond_limit(beyond: Beyond, text: &str, at: usize) -> Diagnostic {
    let place = Place::at(LineIndex::new(text).position(at));
    match beyond {
        Beyond::Size => {
            let limit = limits::size(limits::FRONT_MATTER_BYTES as u64);
            Diagnostic::new("too-large", format!("the front matter has more than {limit}"), place).help(
                "move what readers do not see to a file of its own; a thematic break at the very beginning is written `***`",
            )
        }
        Beyond::Depth => {
            let message = format!("the front matter is nested more than {} levels deep", limits::YAML_NESTING);
            Diagnostic::new("nesting-too-deep", message, place).help("take the nested lists and mappings apart")
        }
    }
}

/// What is said of the first unit with more text than a unit may have.
fn find_too_long(article: &Article) -> Option<Diagnostic> {
    let length = |unit: &ArticleUnit| unit.parts.iter().map(|part| part.len()).sum::<usize>();
    let unit = article.units.iter().find(|unit| length(unit) > limits::UNIT_BYTES)?;
    let start = unit.parts.first().map_or(0, |part| part.start);
    let message = format!("this text has {} bytes; at most {} are read", length(unit), limits::size(limits::UNIT_BYTES as u64));
    let place = Place::at(LineIndex::new(&article.text).position(start));
    Some(Diagnostic::new("too-large", message, place).help("divide it into paragraphs"))
}

struct Assembly<'a> {
    text: &'a str,
    layout: &'a Layout,
    scan: &'a Prescan,
    skips: &'a [Span],
    article: Article,
}

impl Assembly<'_> {
    fn body(&mut self, found: Blocks, html_blocks: HtmlBlocks) {
        for leaf in found.leaves {
            let leaf = self.in_file(leaf);
            if !self.is_skipped(leaf.span.start) {
                self.leaf(leaf);
            }
        }
        for lines in found.html {
            let lines: Vec<Span> = lines.iter().flat_map(|line| self.layout.pieces(line)).collect();
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
            let block = first.start..last.end;
            if self.is_skipped(block.start) {
                continue;
            }
            match html_blocks {
                HtmlBlocks::Carry => self.article.carried_prose.extend(prose::between_tags(self.text, block)),
                HtmlBlocks::Translate => html::runs(self.text, block).into_iter().for_each(|run| self.run(&lines, run)),
            }
        }
        self.article.units.sort_by_key(|unit| unit.parts.first().map_or(0, |part| part.start));
        let blocks = self.scan.blocks.iter().filter(|span| !self.is_skipped(span.start));
        let carried = blocks.flat_map(|span| prose::in_directive(self.text, span)).collect::<Vec<_>>();
        self.article.carried_prose.extend(carried);
        self.article.carried_prose.sort_by_key(|span| span.start);
    }

    fn is_skipped(&self, at: usize) -> bool {
        is_within(self.skips, at)
    }

    /// The block with its places counted from the beginning of the file, and what the scan found in it.
    fn in_file(&self, mut leaf: Leaf) -> Leaf {
        let shift = |span: &mut Span| *span = self.layout.in_file(span);
        shift(&mut leaf.span);
        leaf.parts = leaf.parts.iter().flat_map(|part| self.layout.pieces(part)).collect();
        leaf.texts.iter_mut().for_each(shift);
        leaf.images.iter_mut().for_each(|image| shift(&mut image.alt));
        for mark in &mut leaf.marks {
            shift(&mut mark.span);
            if let MarkKind::Label(label) = &mut mark.kind {
                shift(label);
            }
        }
        self.indent(&mut leaf);
        let from = self.scan.marks.partition_point(|mark| mark.span.start < leaf.span.start);
        let inside = self.scan.marks[from..].iter().take_while(|mark| mark.span.start < leaf.span.end);
        leaf.marks.extend(inside.cloned());
        self.keep_blanked(&mut leaf);
        leaf
    }

    /// A line that was blanked out and yet lies inside a block (it only looked as if it stood alone) is part of its text.
    fn keep_blanked(&self, leaf: &mut Leaf) {
        let from = self.scan.blocks.partition_point(|span| span.end <= leaf.span.start);
        for span in self.scan.blocks[from..].iter().take_while(|span| span.start < leaf.span.end) {
            leaf.marks
                .retain(|mark| mark.kind != MarkKind::HardBreak || mark.span.end <= span.start || mark.span.start >= span.end);
            leaf.marks.push(Mark { span: span.clone(), kind: MarkKind::Directive });
        }
    }

    /// Further lines of text that was moved to the left begin as its first lines do.
    fn indent(&self, leaf: &mut Leaf) {
        let Some(first) = leaf.parts.first().map(|part| part.start) else { return };
        if self.layout.removed_before(first) {
            let line = lines::line_start(self.text, first);
            let blanks = self.text[line..first].bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
            leaf.continuation = format!("{}{}", &self.text[line..line + blanks], leaf.continuation.trim_start_matches(' '));
        }
    }

    fn leaf(&mut self, mut leaf: Leaf) {
        if let LeafKind::Heading { atx, .. } = leaf.kind {
            let start = leaf.parts.last().map_or(leaf.span.start, |last| last.start);
            let end = start + heading::text_length(&self.text[start..leaf.span.end], atx);
            leaf.span.end = end;
            leaf.parts.iter_mut().for_each(|part| part.end = part.end.min(end));
            leaf.parts.retain(|part| !part.is_empty());
            if leaf.parts.is_empty() {
                return;
            }
        }
        let cell = leaf.kind == LeafKind::Cell;
        let labels = leaf.images.iter().any(|image| image.is_label);
        if prose::has_words(&self.words(&leaf)) || (labels && self.alts_have_words(&leaf)) {
            let (role, site) = match leaf.kind {
                LeafKind::Heading { level, atx: true } => (Role::Heading(level), Site::Line),
                LeafKind::Heading { level, atx: false } => (Role::Heading(level), block(&leaf)),
                LeafKind::Paragraph => (Role::Paragraph, block(&leaf)),
                LeafKind::ListItem => (Role::ListItem, block(&leaf)),
                LeafKind::Quote => (Role::Quote, block(&leaf)),
                LeafKind::Footnote => (Role::Footnote, block(&leaf)),
                LeafKind::Cell => (Role::Cell, Site::Cell),
            };
            self.unit(role, site, leaf.parts, &leaf.marks, cell);
            return;
        }
        for image in &leaf.images {
            let alt = lines::trim(self.text, image.alt.clone());
            if prose::has_words(&self.text[alt.clone()]) {
                let parts = super::inline::cut(&leaf.parts, &alt);
                self.unit(Role::Alt, Site::Alt, parts, &leaf.marks, cell);
            }
        }
    }

    /// A text in an HTML block whose lines are `lines`.
    fn run(&mut self, lines: &[Span], run: html::Run) {
        let mut parts = super::inline::cut(lines, &run.span);
        for part in parts.iter_mut().skip(1) {
            part.start += self.text[part.clone()].bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
        }
        parts.retain(|part| !part.is_empty());
        let second = parts.get(1).map(|part| lines::line_start(self.text, part.start)..part.start);
        let continuation = second.map_or(String::new(), |prefix| self.text[prefix].to_owned());
        self.unit(Role::Paragraph, Site::Block { continuation }, parts, &run.marks, false);
    }

    /// The text of a block outside code, HTML, directives and images.
    fn words(&self, leaf: &Leaf) -> String {
        let inside = |mark: &&Mark| mark.kind == MarkKind::Directive || mark.kind == MarkKind::Html;
        let mut protected = leaf.marks.iter().filter(inside).map(|mark| mark.span.clone()).collect::<Vec<_>>();
        protected.sort_by_key(|span| span.start);
        let mut protected = protected.into_iter().peekable();
        let mut words = String::new();
        let mut at = leaf.span.start;
        for text in &leaf.texts {
            if text.start > at {
                words.push(' ');
            }
            at = at.max(text.start);
            while let Some(span) = protected.next_if(|span| span.start < text.end) {
                if span.start > at {
                    words.push_str(&self.text[at..span.start]);
                }
                words.push(' ');
                at = at.max(span.end);
            }
            if at < text.end {
                words.push_str(&self.text[at..text.end]);
            }
            at = at.max(text.end);
        }
        words
    }

    fn alts_have_words(&self, leaf: &Leaf) -> bool {
        leaf.images.iter().any(|image| prose::has_words(&self.text[image.alt.clone()]))
    }

    fn unit(&mut self, role: Role, site: Site, parts: Vec<Span>, marks: &[Mark], in_cell: bool) {
        let (content, placeables) = catalog_form(self.text, &parts, marks, in_cell);
        let (notes, answers) = (Vec::new(), Vec::new());
        self.article.units.push(ArticleUnit { role, parts, site, content, placeables, heading: None, notes, answers });
    }
}

fn block(leaf: &Leaf) -> Site {
    Site::Block { continuation: leaf.continuation.clone() }
}

/// Whether byte `at` lies in one of the ascending `spans`.
fn is_within(spans: &[Span], at: usize) -> bool {
    let next = spans.partition_point(|span| span.start <= at);
    next > 0 && at < spans[next - 1].end
}

/// Gives the units what the comments before them say, and the heading they stand under; reports comments before no unit.
fn finish(article: &mut Article, comments: &[Comment]) -> Vec<Diagnostic> {
    let mut comments = comments.iter().peekable();
    let mut heading = None;
    for (index, unit) in article.units.iter_mut().enumerate() {
        let start = unit.parts.first().map_or(0, |part| part.start);
        let mut said = Said::default();
        while let Some(comment) = comments.next_if(|comment| comment.span.start < start) {
            match &comment.instruction {
                Instruction::Note(note) => said.notes.push(note.clone()),
                Instruction::Answer(answer) => said.answers.push(answer.clone()),
                Instruction::Role(role) => said.role = Some(role.clone()),
                _ => {}
            }
        }
        (unit.notes, unit.answers) = (said.notes, said.answers);
        unit.role = said.role.unwrap_or(std::mem::replace(&mut unit.role, Role::Paragraph));
        unit.heading = heading;
        if matches!(unit.role, Role::Heading(_)) {
            heading = Some(index);
        }
    }
    let lines = LineIndex::new(&article.text);
    let says =
        |comment: &&Comment| matches!(comment.instruction, Instruction::Note(_) | Instruction::Answer(_) | Instruction::Role(_));
    let report = |comment: &Comment| {
        let place = Place::at(lines.position(comment.span.start));
        let message = "this comment is about the unit after it, and there is none";
        Diagnostic::new("comment-without-unit", message, place)
            .severity(Severity::Warning)
            .help("move it before a unit, or remove it")
    };
    comments.filter(says).map(report).collect()
}
