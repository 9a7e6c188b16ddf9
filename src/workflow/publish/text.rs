//! An article in one locale as plain text.

use crate::format::html::{Run, runs};
use crate::format::plain_text;

use super::site::Piece;

/// The title and what stands under it, then the body; runs of the other direction isolated.
pub(super) fn write(piece: &Piece<'_>) -> String {
    let direction = piece.locale.direction();
    let mut out = String::new();
    let fields = piece.fields;
    let title = if fields.title_in_body { "" } else { fields.title.as_str() };
    for line in [title, &fields.standfirst, &fields.byline, &fields.date] {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        for run in runs(line, direction) {
            match run {
                Run::Along(text) => out.push_str(text),
                Run::Against(text) => out.extend(["\u{2068}", text, "\u{2069}"]),
            }
        }
        out.push_str("\n\n");
    }
    out.push_str(&plain_text::write(&piece.localized.body, direction));
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
