//! A whole article with other texts in its units' places, read again and compared before anybody sees it.

use std::cell::OnceCell;
use std::fmt;

use crate::base::Span;
use crate::model::{Article, ArticleUnit, Element, Flavour, Site, flatten};

use super::super::body::{Body, place_in_body};
use super::super::front_matter::{FrontMatter, Scalar, content, front_matter};
use super::super::layout;
use super::super::prescan::prescan;
use super::super::read::read_closely;
use super::super::skeleton::Skeleton;
use super::super::{HtmlBlocks, ReadOptions};
use super::compare::{Difference, Expected, Original, setting};
use super::escape::{Effort, Setting};
use super::fragment::References;
use super::front_matter::{spell as spell_field, value_of};
use super::inline::{Bounds, Inline, Rendering, pieces};
use super::plain::{destinations as destinations_in, is_plain, is_simple};
use super::plan::Piece;
use super::refusal::{Refusal, RefusalReason};
use super::splice::{extent, line_end, placed, splice};
use super::untrusted::Allowed;

/// An article with other texts in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file's bytes; refused units have their source text.
    pub text: String,
    /// What was not written, in unit order.
    pub refused: Vec<Refusal>,
    /// The body of `text`; `None` when it is the article's own.
    pub body: Option<WrittenBody>,
}

/// The body of an article that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenBody {
    /// Its text and where it begins.
    pub body: Body,
    /// Where the units of the article begin in it; `None` for those above it. Texts without words are none.
    pub starts: Vec<Option<usize>>,
    /// Whether all texts of its units are plain, and nothing in it is a unit but a text.
    pub is_plain: bool,
}

/// Writes one article with other texts in place, as often as is asked for.
pub struct Writer<'a> {
    context: Context<'a>,
    options: &'a ReadOptions,
    /// The article's own blocks, drawn when something is first compared with them.
    skeleton: OnceCell<Skeleton>,
    /// The article's own head and body, read when they are first needed.
    own: OnceCell<(FrontMatter, Body)>,
    /// For each unit of the article's own whether it is a plain text, found when it is first asked for.
    plain: OnceCell<Vec<bool>>,
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("options", self.options).finish_non_exhaustive()
    }
}

impl<'a> Writer<'a> {
    /// A writer of `article`, which was read with `options`.
    pub fn new(article: &'a Article, options: &'a ReadOptions) -> Self {
        let translated = options.html_blocks == HtmlBlocks::Translate;
        let html = if translated { html_lines(&article.text, article.flavour) } else { Vec::new() };
        Self {
            context: Context::new(article, html),
            options,
            skeleton: OnceCell::new(),
            own: OnceCell::new(),
            plain: OnceCell::new(),
        }
    }

    /// The body of the article itself.
    pub fn own_body(&self) -> &Body {
        &self.own().1
    }

    /// Whether all texts in the article's own body are plain, as [`WrittenBody::is_plain`] says of another.
    pub fn is_plain(&self) -> bool {
        self.is_plain_but_for(|_| false)
    }

    /// Where each unit stands in the article's own body; `None` for those above it.
    pub fn places_in_body(&self) -> Vec<Option<Span>> {
        let start = self.own_body().start;
        let place = |extent: &Span| Some(extent.start.checked_sub(start)?..extent.end.checked_sub(start)?);
        self.context.extents.iter().map(place).collect()
    }

    /// Whether all units of the body are plain texts, those that are `written` otherwise left out.
    fn is_plain_but_for(&self, written: impl Fn(usize) -> bool) -> bool {
        let Context { article, extents, .. } = &self.context;
        let start = self.own_body().start;
        let plain = self.plain.get_or_init(|| (0..article.units.len()).map(|unit| self.context.is_plain(unit)).collect());
        (0..article.units.len()).all(|unit| extents[unit].start < start || written(unit) || plain[unit])
    }

    fn own(&self) -> &(FrontMatter, Body) {
        let article = self.context.article;
        self.own.get_or_init(|| {
            let head = front_matter(&article.text);
            let body = Body::of(&article.text, head.end, &prescan(&article.text, head.end, article.flavour));
            (head, body)
        })
    }

    /// Puts `renderings[i]` in the place of unit `i`; `None`, a missing entry, or the unit's own text leaves its bytes.
    ///
    /// What comes out is read again and compared: blocks and carried bytes are the source's, and every unit
    /// shows what its rendering means. A unit that cannot be written so is refused; it keeps its source text.
    ///
    /// Texts that are plainly what they seem need no reading: where all are, the article around them is the source's.
    pub fn write(&self, renderings: &[Option<Rendering<'_>>]) -> Written {
        self.write_with(renderings, |unit, rendering| self.context.job(unit, rendering))
    }

    /// The same by reading everything again, plain or not.
    pub fn write_closely(&self, renderings: &[Option<Rendering<'_>>]) -> Written {
        self.write_with(renderings, |unit, rendering| self.context.close_job(unit, rendering))
    }

    fn write_with(
        &self,
        renderings: &[Option<Rendering<'_>>],
        job: impl Fn(usize, &Rendering<'_>) -> Result<Job, RefusalReason>,
    ) -> Written {
        let article = self.context.article;
        let mut refused = Vec::new();
        let mut jobs: Vec<Job> = Vec::new();
        for (unit, rendering) in renderings.iter().enumerate().take(article.units.len()) {
            let Some(rendering) = rendering.filter(|rendering| !is_own(rendering, &article.units[unit])) else { continue };
            match job(unit, &rendering) {
                Ok(job) => jobs.push(job),
                Err(reason) => refused.push(Refusal { unit, reason }),
            }
        }
        jobs.sort_by_key(|job| (job.extent.start, job.extent.end));
        refuse_overlaps(&mut jobs, &mut refused);
        let settled = self.settle(jobs, &mut refused);
        refused.sort_by_key(|refusal| refusal.unit);
        let (text, body) = settled.map_or_else(|| (article.text.clone(), None), |(text, body)| (text, Some(body)));
        Written { text, refused, body }
    }

    /// Writes `jobs`, escaping harder or refusing those that change what they should not; gives the text and what reading it
    /// gives, or nothing when no job is left.
    fn settle(&self, mut jobs: Vec<Job>, refused: &mut Vec<Refusal>) -> Option<(String, WrittenBody)> {
        // Without jobs there is nothing to compare: what is left is the article's own text.
        while !jobs.is_empty() {
            let text = self.context.text(&jobs);
            if let Some(body) = self.plain_body(&jobs, &text) {
                return Some((text, body));
            }
            let culprits = match self.find_difference(&jobs, &text) {
                Ok(body) => return Some((text, body)),
                Err(Difference::Units(units)) => units,
                Err(Difference::Blocks) => vec![self.find_culprit(&jobs)],
            };
            jobs.retain_mut(|job| !culprits.contains(&job.unit) || self.context.try_harder(job, refused));
        }
        None
    }

    /// The job that first makes a difference when jobs are written one after the other: found by halving.
    fn find_culprit(&self, jobs: &[Job]) -> usize {
        let (mut innocent, mut guilty) = (0, jobs.len());
        while guilty - innocent > 1 {
            let middle = innocent.midpoint(guilty);
            let text = self.context.text(&jobs[..middle]);
            if self.find_difference(&jobs[..middle], &text).is_err() {
                guilty = middle;
            } else {
                innocent = middle;
            }
        }
        jobs[guilty - 1].unit
    }

    /// The body of `text`, if that is clear without reading it: only plain texts and fields of the head were written.
    fn plain_body(&self, jobs: &[Job], text: &str) -> Option<WrittenBody> {
        if jobs.iter().any(|job| matches!(job.content, Content::Markdown { .. })) {
            return None;
        }
        let Context { article, .. } = self.context;
        let (head, own) = self.own();
        let (fields, texts) = jobs.split_at(jobs.partition_point(|job| job.extent.end <= own.start));
        let start = place_after(own.start, fields);
        if !fields.is_empty() && !has_fields(&front_matter(text), start, head, fields, article) {
            return None;
        }
        let in_body = texts.iter().map(|job| (job.extent.start - own.start..job.extent.end - own.start, job.spelt.as_str()));
        let body = Body { start, text: splice(&own.text, in_body) };
        let starts = self.context.places(jobs).into_iter().map(|place| place.start.checked_sub(start)).collect();
        let mut written = vec![false; article.units.len()];
        texts.iter().for_each(|job| written[job.unit] = true);
        Some(WrittenBody { body, starts, is_plain: self.is_plain_but_for(|unit| written[unit]) })
    }

    fn find_difference(&self, jobs: &[Job], text: &str) -> Result<WrittenBody, Difference> {
        let Context { article, references, html, .. } = &self.context;
        let mut expected = vec![Expected::Source; article.units.len()];
        for job in jobs {
            expected[job.unit] = job.expected();
        }
        let html_is_carried = html.is_empty();
        let mut skeleton = Skeleton::new(html_is_carried);
        let (written, body) = read_closely(text, self.options, Some(&mut skeleton));
        let own = || Skeleton::of(&article.text, article.flavour, html_is_carried);
        let original = Original { article, references, skeleton: self.skeleton.get_or_init(own) };
        match original.find_difference((&written.article, &skeleton), &expected, &self.context.places(jobs)) {
            None => {
                let body = body.ok_or(Difference::Blocks)?;
                let starts = written.article.units.iter().map(|unit| place_in_body(&unit.parts, body.start)).collect();
                Ok(WrittenBody { body, starts, is_plain: false })
            }
            Some(difference) => Err(difference),
        }
    }
}

/// Writes an article once, as [`Writer::write`] does.
pub fn write(article: &Article, options: &ReadOptions, renderings: &[Option<Rendering<'_>>]) -> Written {
    Writer::new(article, options).write(renderings)
}

/// The lines of the raw HTML blocks of the article `text`, as the reader finds them.
fn html_lines(text: &str, flavour: Flavour) -> Vec<Span> {
    let start = front_matter(text).end;
    let scan = prescan(text, start, flavour);
    let (found, layout) = layout::parse(&scan.masked, (start, flavour), &scan.blocks, None);
    found.html.iter().flatten().flat_map(|line| layout.pieces(line)).collect()
}

fn is_own(rendering: &Rendering<'_>, unit: &ArticleUnit) -> bool {
    match (rendering.elements, unit.content.as_slice()) {
        ([Element::Text(text)], [Element::Text(own)]) => text == own && *rendering.placeables == unit.placeables,
        (elements, own) => {
            *rendering.placeables == unit.placeables
                && (elements == own || flatten(elements, rendering.placeables) == flatten(own, &unit.placeables))
        }
    }
}

fn refuse_overlaps(jobs: &mut Vec<Job>, refused: &mut Vec<Refusal>) {
    let mut end = 0;
    jobs.retain(|job| {
        let disjoint = job.extent.start >= end;
        if disjoint {
            end = job.extent.end;
        } else {
            refused.push(Refusal { unit: job.unit, reason: RefusalReason::Structure });
        }
        disjoint
    });
}

/// A rendering on its way into the article.
struct Job {
    unit: usize,
    extent: Span,
    content: Content,
    /// Its bytes at the present effort.
    spelt: String,
}

enum Content {
    /// Spelt as it stands.
    Plain,
    Markdown {
        inline: Box<Inline>,
        effort: Effort,
    },
    Value(String),
}

impl Job {
    fn expected(&self) -> Expected<'_> {
        match &self.content {
            Content::Plain => Expected::Plain,
            Content::Markdown { inline, .. } => Expected::Pieces(&inline.plan, inline.setting),
            Content::Value(value) => Expected::Value(value),
        }
    }
}

struct Context<'a> {
    article: &'a Article,
    references: References,
    allowed: Allowed,
    line_end: &'static str,
    /// Where each unit stands in the source; an empty place at the end for one that cannot be found.
    extents: Vec<Span>,
    /// Lines of raw HTML blocks in which there may be units, ascending.
    html: Vec<Span>,
}

impl<'a> Context<'a> {
    fn new(article: &'a Article, html: Vec<Span>) -> Self {
        let references = References::of(&article.text);
        let allowed = destinations(article, &references);
        let missing = article.text.len()..article.text.len();
        let extents = article.units.iter().map(|unit| extent(&article.text, unit).unwrap_or(missing.clone())).collect();
        Self { article, references, allowed, line_end: line_end(&article.text), extents, html }
    }

    /// Whether the text of a unit is put where a plain one needs no second look.
    fn may_be_plain(&self, unit: usize) -> bool {
        self.article.flavour == Flavour::Markdown
            && self.html.is_empty()
            && matches!(self.article.units[unit].site, Site::Block { .. } | Site::Line | Site::Cell)
    }

    /// Whether a unit of the article's own is a plain text, on one line.
    fn is_plain(&self, unit: usize) -> bool {
        let content = self.article.units[unit].content.as_slice();
        let written = self.article.text.get(self.extents[unit].clone());
        matches!(content, [Element::Text(text)] if written == Some(text) && is_simple(text)) && self.may_be_plain(unit)
    }

    fn job(&self, unit: usize, rendering: &Rendering<'_>) -> Result<Job, RefusalReason> {
        match rendering.elements {
            [Element::Text(text)] if self.may_be_plain(unit) && is_plain(text, &self.allowed) => {
                Ok(Job { unit, extent: self.extents[unit].clone(), content: Content::Plain, spelt: text.clone() })
            }
            _ => self.close_job(unit, rendering),
        }
    }

    fn close_job(&self, unit: usize, rendering: &Rendering<'_>) -> Result<Job, RefusalReason> {
        let source = &self.article.units[unit];
        let extent = self.extents[unit].clone();
        let Some(setting) = setting(&source.site) else { return self.field(unit, extent, rendering) };
        let in_html = self.html.iter().any(|line| line.start <= extent.start && extent.start < line.end);
        let setting = if in_html { Setting::Html } else { setting };
        let bounds = Bounds {
            references: &self.references,
            allowed: &self.allowed,
            source: Rendering { elements: &source.content, placeables: &source.placeables },
            flavour: self.article.flavour,
        };
        let inline = Box::new(Inline::read(rendering, setting, &bounds)?);
        let mut job = Job { unit, extent, content: Content::Markdown { inline, effort: Effort::Light }, spelt: String::new() };
        self.spell(&mut job, Effort::Light);
        Ok(job)
    }

    fn field(&self, unit: usize, extent: Span, rendering: &Rendering<'_>) -> Result<Job, RefusalReason> {
        let unknown = rendering.elements.iter().find_map(|element| match element {
            Element::Placeable(name) if !rendering.placeables.contains_key(name) => Some(name.clone()),
            _ => None,
        });
        if let Some(name) = unknown {
            return Err(RefusalReason::UnknownPlaceable { name });
        }
        let value = value_of(&flatten(rendering.elements, rendering.placeables));
        if value.trim().is_empty() {
            return Err(RefusalReason::Empty);
        }
        let spelt = spell_field(&self.article.text, &self.article.units[unit], &value).ok_or(RefusalReason::Value)?;
        Ok(Job { unit, extent, content: Content::Value(value), spelt })
    }

    fn spell(&self, job: &mut Job, with: Effort) {
        if let Content::Markdown { inline, effort } = &mut job.content {
            *effort = with;
            let lines = inline.lines(with, &self.references);
            job.spelt = placed(&lines, &self.article.units[job.unit].site, self.line_end);
        }
    }

    /// Escapes harder; refuses, and says `false`, when that has been done.
    fn try_harder(&self, job: &mut Job, refused: &mut Vec<Refusal>) -> bool {
        let reason = match job.content {
            Content::Plain => {
                let elements = [Element::Text(std::mem::take(&mut job.spelt))];
                let placeables = &self.article.units[job.unit].placeables;
                match self.close_job(job.unit, &Rendering { elements: &elements, placeables }) {
                    Ok(close) => {
                        *job = close;
                        return true;
                    }
                    Err(reason) => reason,
                }
            }
            Content::Markdown { effort: Effort::Light, .. } => {
                self.spell(job, Effort::Hard);
                return true;
            }
            Content::Markdown { .. } => RefusalReason::Structure,
            Content::Value(_) => RefusalReason::Value,
        };
        refused.push(Refusal { unit: job.unit, reason });
        false
    }

    fn text(&self, jobs: &[Job]) -> String {
        splice(&self.article.text, jobs.iter().map(|job| (job.extent.clone(), job.spelt.as_str())))
    }

    /// Where each unit stands when `jobs`, ascending, are written.
    fn places(&self, jobs: &[Job]) -> Vec<Span> {
        let mut places = self.extents.clone();
        let (mut removed, mut added) = (0, 0);
        let mut jobs = jobs.iter().peekable();
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_key(|&unit| places[unit].start);
        for unit in order {
            let old = places[unit].clone();
            let start = old.start - removed + added;
            places[unit] = match jobs.next_if(|job| job.unit == unit) {
                Some(job) => {
                    removed += old.len();
                    added += job.spelt.len();
                    start..start + job.spelt.len()
                }
                None => start..start + old.len(),
            };
        }
        places
    }
}

/// Where byte `at` stands once `jobs`, all before it, are written.
fn place_after(at: usize, jobs: &[Job]) -> usize {
    jobs.iter().fold(at, |at, job| at + job.spelt.len() - job.extent.len())
}

/// Whether a head that ends at `end` says what `own`, that of `article`, says, but for the `fields` that were written.
fn has_fields(head: &FrontMatter, end: usize, own: &FrontMatter, fields: &[Job], article: &Article) -> bool {
    let even = |value: &str| value_of(&content(value)).trim_end_matches('\n').to_owned();
    let written = |part: &Span| fields.iter().find(|job| article.units[job.unit].parts.first() == Some(part));
    let says = |(scalar, own): (&Scalar, &Scalar)| match own.parts.first().and_then(written).map(|job| &job.content) {
        Some(Content::Value(value)) => scalar.field == own.field && even(&scalar.value) == value.trim_end_matches('\n'),
        _ => scalar.field == own.field && scalar.value == own.value,
    };
    head.beyond.is_none()
        && head.end == end
        && head.scalars.len() == own.scalars.len()
        && head.scalars.iter().zip(&own.scalars).all(says)
}

/// Everywhere that `article` leads.
fn destinations(article: &Article, references: &References) -> Allowed {
    let mut allowed = Allowed::default();
    allowed.insert_attributes(&article.text);
    for destination in references.destinations() {
        allowed.insert(destination);
    }
    let leads_somewhere = |unit: &&ArticleUnit| match unit.content.as_slice() {
        [Element::Text(text)] => text.contains(['[', '<']),
        content => flatten(content, &unit.placeables).contains(['[', '<']),
    };
    for unit in article.units.iter().filter(leads_somewhere) {
        if let [Element::Text(text)] = unit.content.as_slice()
            && let Some(found) = destinations_in(text)
        {
            found.into_iter().for_each(|destination| allowed.insert(destination));
            continue;
        }
        for piece in pieces(&unit.content, &unit.placeables, references) {
            if let Piece::Open(wrap) = piece {
                allowed.insert(wrap.destination().unwrap_or_default());
            }
        }
    }
    allowed
}
