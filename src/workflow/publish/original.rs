//! An article that is localized, with what all its locales need, made when it is first asked for.

use std::cell::OnceCell;
use std::fmt;

use crate::format::html;
use crate::format::markdown::{self, Body, Writer, place_in_body};
use crate::model::Article;
use crate::workflow::article::ArticlePlan;
use crate::workflow::planning::Planned;

/// An article on its way into several locales.
pub struct Original<'p> {
    /// Its plan.
    pub plan: &'p ArticlePlan,
    /// The same with its place in the project.
    pub planned: &'p Planned,
    writer: OnceCell<Writer<'p>>,
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
        Self { plan, planned, writer: OnceCell::new(), anchors: OnceCell::new() }
    }

    /// Writes the article with other texts in its units' places.
    pub fn writer(&self) -> &Writer<'p> {
        self.writer.get_or_init(|| Writer::new(&self.plan.source.article, &self.planned.options))
    }

    /// The anchors of its headings in order, each with the number of its unit.
    pub fn anchors(&self) -> &[(Option<usize>, String)] {
        self.anchors.get_or_init(|| {
            let article = &self.plan.source.article;
            let body = markdown::body(&article.text, article.flavour);
            html::anchors(&body, &starts(article, &body))
        })
    }
}

/// Where the units of an article begin in its body.
pub fn starts(article: &Article, body: &Body) -> Vec<Option<usize>> {
    article.units.iter().map(|unit| place_in_body(&unit.parts, body.start)).collect()
}
