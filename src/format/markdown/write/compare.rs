//! Compares an article that was written with what was to be written, after reading it again.

use crate::base::Span;
use crate::model::{Article, ArticleUnit, Site, flatten};

use super::super::prose;
use super::super::skeleton::Skeleton;
use super::escape::Setting;
use super::fragment::References;
use super::front_matter::value_of;
use super::inline::shown;
use super::plan::{Piece, Wrap};
use super::splice::extent;

/// What a unit of the written article has to be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Expected<'e> {
    /// What it is in the source.
    Source,
    /// A text that shows what it says wherever it stands.
    Plain,
    /// Text that shows this at such a site.
    Pieces(&'e [Piece], Setting),
    /// A front matter field with this value.
    Value(&'e str),
}

/// How a written article differs from what was to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    /// These units show something else.
    Units(Vec<usize>),
    /// The blocks, or the bytes between units, are others.
    Blocks,
}

/// The source side of comparisons.
pub(super) struct Original<'a> {
    pub article: &'a Article,
    pub references: &'a References,
    pub skeleton: &'a Skeleton,
}

impl Original<'_> {
    /// How `written` differs from the original with `expected` units at `places`; nothing when it is as it should be.
    ///
    /// The bytes around those places are the original's by construction, so units of the same kind at exactly these
    /// places mean that nothing else is read otherwise.
    pub(super) fn find_difference(
        &self,
        (written, skeleton): (&Article, &Skeleton),
        expected: &[Expected<'_>],
        places: &[Span],
    ) -> Option<Difference> {
        let mut found = written.units.iter().filter_map(|unit| Some((extent(&written.text, unit)?, unit))).peekable();
        let mut wrong = Vec::new();
        for (index, old) in self.article.units.iter().enumerate() {
            let (place, expected) = (&places[index], expected[index]);
            if found.peek().is_some_and(|(extent, _)| extent == place) {
                let (_, new) = found.next().expect("peeked");
                if !same_frame(old, new) {
                    return Some(Difference::Blocks);
                }
                if !self.shows(old, new, expected) {
                    wrong.push((index, expected));
                }
            } else if is_wordless(expected) {
                // A text without words is no unit to the reader; an image in it may be one.
                while found.next_if(|(extent, _)| place.start <= extent.start && extent.end <= place.end).is_some() {}
            } else {
                return Some(Difference::Blocks);
            }
        }
        let same_blocks =
            found.next().is_none() && carried_prose(written) == carried_prose(self.article) && skeleton == self.skeleton;
        if !same_blocks || wrong.iter().any(|(_, expected)| matches!(expected, Expected::Source)) {
            return Some(Difference::Blocks);
        }
        (!wrong.is_empty()).then(|| Difference::Units(wrong.into_iter().map(|(index, _)| index).collect()))
    }

    fn shows(&self, old: &ArticleUnit, new: &ArticleUnit, expected: Expected<'_>) -> bool {
        match expected {
            Expected::Source => old.content == new.content && old.placeables == new.placeables,
            Expected::Plain => true,
            Expected::Value(value) => {
                value_of(&flatten(&new.content, &new.placeables)).trim_end_matches('\n') == value.trim_end_matches('\n')
            }
            Expected::Pieces(plan, setting) => {
                let seen = shown(&new.content, &new.placeables, self.references, setting);
                if setting == Setting::Cell { without_pipes(&seen) == without_pipes(plan) } else { seen == plan }
            }
        }
    }
}

/// The kind of Markdown site; nothing for front matter.
pub(super) fn setting(site: &Site) -> Option<Setting> {
    match site {
        Site::Block { .. } => Some(Setting::Block),
        Site::Line => Some(Setting::Line),
        Site::Cell => Some(Setting::Cell),
        Site::Alt => Some(Setting::Alt),
        Site::Yaml { .. } | Site::Toml { .. } => None,
    }
}

/// Whether two units are of one kind; the places they stand at are compared elsewhere.
fn same_frame(old: &ArticleUnit, new: &ArticleUnit) -> bool {
    let same_site = match (&old.site, &new.site) {
        // The style of a scalar may change, and a single line shows no continuation.
        (Site::Yaml { .. }, Site::Yaml { .. })
        | (Site::Toml { .. }, Site::Toml { .. })
        | (Site::Block { .. }, Site::Block { .. }) => true,
        (old, new) => old == new,
    };
    same_site && old.role == new.role && old.notes == new.notes && old.answers == new.answers
}

fn is_wordless(expected: Expected<'_>) -> bool {
    let Expected::Pieces(plan, _) = expected else { return false };
    let mut images = 0;
    !plan.iter().any(|piece| {
        match piece {
            Piece::Open(Wrap::Image { .. }) => images += 1,
            Piece::Close(Wrap::Image { .. }) => images -= 1,
            _ => {}
        }
        images == 0 && matches!(piece, Piece::Text(text) if prose::has_words(text))
    })
}

/// In a table `\|` is a pipe, in code as well.
fn without_pipes(pieces: &[Piece]) -> Vec<Piece> {
    let plain = |text: &String| text.replace("\\|", "|");
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Code(code) => Piece::Code(plain(code)),
            Piece::Raw(raw) => Piece::Raw(plain(raw)),
            other => other.clone(),
        })
        .collect()
}

fn carried_prose(article: &Article) -> Vec<&str> {
    article.carried_prose.iter().map(|span| article.text.get(span.clone()).unwrap_or_default()).collect()
}
