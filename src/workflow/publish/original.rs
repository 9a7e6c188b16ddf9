//! An article that is localized, with what all its locales need, made when it is first asked for.

use std::cell::OnceCell;
use std::fmt;

use crate::format::html::{self, Frame, Heading, headings, plain_headings};
use crate::format::markdown::{Body, Writer, place_in_body};
use crate::model::Article;
use crate::workflow::article::ArticlePlan;
use crate::workflow::planning::Planned;

use super::localize::LocalizedArticle;

/// An article on its way into several locales.
pub struct Original<'p> {
    /// Its plan.
    pub plan: &'p ArticlePlan,
    /// The same with its place in the project.
    pub planned: &'p Planned,
    writer: OnceCell<Writer<'p>>,
    frame: OnceCell<Option<Frame>>,
    headings: OnceCell<Vec<Heading>>,
    anchors: OnceCell<Vec<(Option<usize>, String)>>,
}

impl fmt::Debug for Original<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Original").field("name", &self.planned.name).finish_non_exhaustive()
    }
}

impl<'p> Original<'p> {
    /// The article of `planned`, whose plan is `plan`.
    pub fn new(planned: &'p Planned, plan: &'p ArticlePlan) -> Self {
        Self {
            plan,
            planned,
            writer: OnceCell::new(),
            frame: OnceCell::new(),
            headings: OnceCell::new(),
            anchors: OnceCell::new(),
        }
    }

    /// Writes the article with other texts in its units' places.
    pub fn writer(&self) -> &Writer<'p> {
        self.writer.get_or_init(|| Writer::new(&self.plan.source.article, &self.planned.options))
    }

    /// Its own body.
    pub fn body(&self) -> &Body {
        self.writer().own_body()
    }

    /// Its blocks, into which plain texts can be put.
    pub fn frame(&self) -> Option<&Frame> {
        self.frame.get_or_init(|| Frame::new(&self.body().text, &self.writer().places_in_body())).as_ref()
    }

    /// The same if its own texts are plain.
    fn own_frame(&self) -> Option<&Frame> {
        self.frame().filter(|_| self.writer().is_plain())
    }

    /// The anchors of its headings in order, each with the number of its unit.
    pub fn anchors(&self) -> &[(Option<usize>, String)] {
        self.anchors.get_or_init(|| match self.own_frame() {
            Some(frame) => html::anchors(self.headings(), frame.starts()),
            None => html::anchors(self.headings(), &starts(&self.plan.source.article, self.body())),
        })
    }

    fn headings(&self) -> &[Heading] {
        self.headings.get_or_init(|| match self.own_frame() {
            Some(frame) => {
                let texts: Vec<&str> = self.plan.source.units.iter().map(|unit| unit.flat.as_str()).collect();
                headings(frame.fill(&texts))
            }
            None => plain_headings(self.body()),
        })
    }

    /// The headings of the article in a locale.
    pub fn outline(&self, localized: &LocalizedArticle) -> Outline {
        // What is written has the blocks of its original, unless some were left out.
        if localized.units.len() == self.plan.source.units.len() {
            let text = self.own_frame().map_or(self.body().text.as_str(), Frame::text);
            return Outline::of(text, self.headings());
        }
        Outline::of(&localized.body.text, &plain_headings(&localized.body))
    }
}

/// What is to be known of a body's headings beside their words.
#[derive(Debug, Clone, Copy)]
pub struct Outline {
    /// How many there are.
    pub count: usize,
    /// Whether the first is of level one.
    pub has_title: bool,
    /// Whether that one opens the body.
    pub begins_with_title: bool,
}

impl Outline {
    fn of(body: &str, headings: &[Heading]) -> Self {
        let title = headings.first().filter(|heading| heading.level == 1);
        let begins_with_title = title.is_some_and(|heading| body[..heading.span.start].trim().is_empty());
        Self { count: headings.len(), has_title: title.is_some(), begins_with_title }
    }
}

/// Where the units of an article begin in its body.
pub fn starts(article: &Article, body: &Body) -> Vec<Option<usize>> {
    article.units.iter().map(|unit| place_in_body(&unit.parts, body.start)).collect()
}
