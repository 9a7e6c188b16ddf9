//! A draft: the site as a preview for translators. Units that are stale, missing or rejected are marked where they stand, with
//! the source below them; a draft names no other site, has no feed and asks search engines to leave it alone.

use crate::base::Locale;
use crate::format::html::{escape_xml, inline};
use crate::model::{Freshness, Grade};
use crate::workflow::article::{ArticlePlan, TargetUnit};
use crate::workflow::diff::unit_diff;

use super::changes::edit;
use super::languages::dir;
use super::page::Piece;
use super::words::Words;

/// The stylesheet of the marks.
pub(super) const STYLE: &str = include_str!("templates/draft.css");

/// What stands in the head of a draft instead of its alternates; `root` is the way to the site's root.
pub(super) fn head(root: &str) -> String {
    format!("\n<meta name=\"robots\" content=\"noindex, nofollow\">\n<link rel=\"stylesheet\" href=\"{root}draft.css\">\n")
}

/// What is to be said of one unit.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The number of the unit among the source's.
    pub at: usize,
    /// `stale`, `missing` or `rejected`, for the stylesheet.
    pub kind: &'static str,
    /// An element that follows the unit.
    pub html: String,
}

/// The marks of an article, in reading order.
pub(super) fn marks(piece: &Piece<'_>, source: &Locale, words: &Words) -> Vec<Mark> {
    let Some(target) = piece.target else { return Vec::new() };
    let shown = |at: usize| piece.localized.units.iter().find(|unit| unit.at == at);
    let marks = target.units.iter().enumerate().filter_map(|(at, unit)| {
        let is_fallback = shown(at).is_none_or(|unit| unit.published.fallback);
        mark(piece.plan, at, unit, is_fallback, &Speech { source, words })
    });
    marks.collect()
}

/// The language of the source, and the words for what is said of it.
struct Speech<'a> {
    source: &'a Locale,
    words: &'a Words,
}

fn mark(plan: &ArticlePlan, at: usize, unit: &TargetUnit, is_fallback: bool, speech: &Speech<'_>) -> Option<Mark> {
    let words = speech.words;
    let source = &plan.source.units[at];
    if let Some(why) = &unit.record.rejected {
        let label = format!("{}: {why}", words.get("state-rejected"));
        return Some(Mark { at, kind: "rejected", html: speech.details(&label, &speech.plain(&source.flat)) });
    }
    match unit.judgement.freshness {
        Freshness::Missing | Freshness::Obsolete => {
            Some(Mark { at, kind: "missing", html: speech.paragraph(&words.get("state-missing")) })
        }
        Freshness::Unreadable => Some(Mark { at, kind: "missing", html: speech.paragraph(&words.get("state-unreadable")) }),
        Freshness::Current if is_fallback => {
            Some(Mark { at, kind: "missing", html: speech.paragraph(&words.get("state-unreadable")) })
        }
        Freshness::Current => None,
        Freshness::Stale => {
            let diff = unit_diff(&plan.name, source, unit);
            let label = match &diff.old {
                None => words.get("state-unknown"),
                Some(_) => stale_label(diff.grade, diff.correction, words),
            };
            let text = match &diff.old {
                None => speech.plain(&diff.new),
                Some(_) => edit(&diff.words, speech.source.direction(), words),
            };
            Some(Mark { at, kind: "stale", html: speech.details(&label, &text) })
        }
    }
}

/// How an edit is called.
pub(super) fn grade_label(grade: Grade, words: &Words) -> String {
    words.get(&format!("grade-{grade}"))
}

fn stale_label(grade: Grade, correction: bool, words: &Words) -> String {
    let what = if correction { words.get("correction") } else { grade_label(grade, words) };
    format!("{}: {what}", words.get("state-stale"))
}

impl Speech<'_> {
    fn plain(&self, text: &str) -> String {
        inline(text, self.source.direction())
    }

    fn paragraph(&self, label: &str) -> String {
        format!("<p class=\"mark\"{}>{}</p>", self.words.attributes(), escape_xml(label))
    }

    /// A label with the source below it, which a reader can fold.
    fn details(&self, label: &str, text: &str) -> String {
        let (tag, direction) = (escape_xml(self.source.as_str()), dir(self.source.direction()));
        format!(
            "<details class=\"mark\" open><summary{}>{}</summary><p lang=\"{tag}\" dir=\"{direction}\">{text}</p></details>",
            self.words.attributes(),
            escape_xml(label)
        )
    }
}

/// What stands above the text of a draft: that it is one, and the marks of units that have no place of their own in the text.
pub(super) fn notice(unplaced: &[(String, &Mark)], words: &Words) -> String {
    let mut out =
        format!("\n<div class=\"notice\" role=\"note\"{}><p>{}</p>", words.attributes(), escape_xml(&words.get("draft")));
    if !unplaced.is_empty() {
        out.push_str("<ul>");
        for (id, mark) in unplaced {
            out.push_str(&format!("<li><code dir=\"ltr\">{}</code>{}</li>", escape_xml(id), mark.html));
        }
        out.push_str("</ul>");
    }
    out.push_str("</div>\n");
    out
}
