//! Merges one unit's entry.
//!
//! A text and the notes above it stay together: the `[source]` notes say which source text it was made from, whatever has become of
//! the source on the other side.

use crate::format::fluent::catalog::{Entry, Message, Translation, UnitEntry};
use crate::format::fluent::notes::{Note, SOURCE_MOVED};
use crate::format::merge::{Pick, pick, unite};

use super::catalog::Outcome;
use super::free_lines::{free_lines, is_revision, with_free_lines};

/// Bodies that stand further in than this are stale.
const STALE_INDENT: usize = 8;

/// An entry in its file.
pub(super) struct Part<'t> {
    /// The whole file.
    pub text: &'t str,
    /// The entry.
    pub entry: &'t Entry,
    /// The unit that it is.
    pub unit: &'t UnitEntry,
}

/// What people have made of a unit.
#[derive(Debug, PartialEq)]
enum Text<'t> {
    Missing,
    Message(&'t Message),
    /// What cannot be read, as it is written.
    Raw(&'t str),
}

impl<'t> Part<'t> {
    fn bytes(&self) -> &'t str {
        &self.text[self.entry.span.clone()]
    }

    fn translation(&self) -> Text<'t> {
        match &self.unit.translation {
            Translation::Missing => Text::Missing,
            Translation::Text(message) => Text::Message(message),
            Translation::Unreadable => {
                Text::Raw(self.text[self.unit.body.min(self.entry.span.end)..self.entry.span.end].trim_end())
            }
        }
    }

    fn notes(&self, fits: impl Fn(&Note) -> bool) -> Vec<&'t Note> {
        self.unit.notes.iter().filter(|note| fits(note)).collect()
    }

    fn shows_source(&self) -> bool {
        self.unit.notes.iter().any(|note| note.tag == "source")
    }

    /// Spaces before a stale body; 0 for one that is not.
    fn stale_indent(&self) -> usize {
        match &self.unit.translation {
            Translation::Text(message) if message.indent >= STALE_INDENT => message.indent,
            _ => 0,
        }
    }

    /// Everything of the entry but the lines that are merged one by one.
    fn view(&self) -> String {
        with_free_lines(self, &[])
    }
}

/// Whether somebody wrote in `now` since it was `before`; notes and indentation are the tool's.
pub(super) fn has_work(before: &Part<'_>, now: &Part<'_>) -> bool {
    before.translation() != now.translation() || free_lines(now).iter().any(|line| !free_lines(before).contains(line))
}

/// Merges what two sides made of an entry. In a source catalog there are no conflicts.
pub(super) fn merge_units(base: Option<&Part<'_>>, ours: &Part<'_>, theirs: &Part<'_>, is_source: bool) -> Outcome {
    let before = base.map(Part::bytes);
    if ours.bytes() == theirs.bytes() || before == Some(theirs.bytes()) {
        return Outcome::Take(ours.bytes().to_owned());
    }
    if before == Some(ours.bytes()) {
        return Outcome::Take(theirs.bytes().to_owned());
    }
    let lines = unite(&base.map(free_lines).unwrap_or_default(), &free_lines(ours), &free_lines(theirs));
    let take = |side: &Part<'_>| Outcome::Take(with_free_lines(side, &lines));
    let marked = |side: &Part<'_>, other: &Part<'_>| match base {
        Some(base) if has_lost_its_source(base, side, other) => {
            let mark = Note::new("stale", SOURCE_MOVED).line();
            with_free_lines(side, &[vec![mark], lines.clone()].concat())
        }
        _ => with_free_lines(side, &lines),
    };
    let (one, other) = (ours.translation(), theirs.translation());
    let decided = match base.map(Part::translation) {
        Some(base) => pick(&base, &one, &other),
        None if one == other => Pick::Same,
        None => Pick::Both,
    };
    match decided {
        Pick::Same => take(if prefers_theirs(base, ours, theirs) { theirs } else { ours }),
        Pick::Ours => Outcome::Take(marked(ours, theirs)),
        Pick::Theirs => Outcome::Take(marked(theirs, ours)),
        // A text is not given up for none.
        Pick::Both if other == Text::Missing => take(ours),
        Pick::Both if one == Text::Missing => take(theirs),
        Pick::Both if is_source => take(ours),
        Pick::Both => Outcome::Conflict {
            ours: marked(ours, theirs),
            base: base.map(Part::bytes).unwrap_or_default().to_owned(),
            theirs: marked(theirs, ours),
        },
    }
}

/// Of two entries with one text: whether theirs is the better view of it.
fn prefers_theirs(base: Option<&Part<'_>>, ours: &Part<'_>, theirs: &Part<'_>) -> bool {
    let Some(base) = base else { return false };
    if base.translation() == ours.translation() {
        return ours.view() == base.view();
    }
    // Written twice: the notes that show the older source say less, and so are the ones to trust.
    let as_before = |side: &Part<'_>| side.shows_source() && shown(side) == shown(base);
    !as_before(ours) && as_before(theirs)
}

/// The notes that say which source text stands above: its lines, the contents of its placeables, its number.
fn shown<'t>(part: &Part<'t>) -> Vec<&'t Note> {
    let shows =
        |note: &Note| note.tag == "source" || note.tag.starts_with("code-") || note.tag.starts_with("html-") || is_revision(note);
    part.notes(shows)
}

/// Whether nothing says any more which source text the new text of `side` renders, while the source seems to have changed on the
/// other side: catalogs may do without notes, and then only the indentation of the text that was there before tells.
fn has_lost_its_source(base: &Part<'_>, side: &Part<'_>, other: &Part<'_>) -> bool {
    if side.shows_source() || !matches!(side.unit.translation, Translation::Text(_)) {
        return false;
    }
    let same_text = base.translation() == other.translation();
    // The number of an untranslated text stands there with notes or without, unless it is the first again.
    let had_number = same_text && !base.notes(is_revision).is_empty();
    let shows_another = shown(other) != shown(base) && (!shown(other).is_empty() || had_number);
    let stands_elsewhere = base.stale_indent() != other.stale_indent() && (same_text || other.stale_indent() > 0);
    shows_another || stands_elsewhere
}
