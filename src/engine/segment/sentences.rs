//! From proposed sentence ends to segments that join to the text they came from.

use super::boundaries::find_boundaries;
use super::join::{push_text, space_between};
use super::probe::{PLACEABLE, Probe, probe};
use super::rules::Rules;
use crate::base::{Locale, Span, joins_without_space};
use crate::model::{Element, Elements, Placeables, UnitText};

/// Where one segment ends and the next begins; the bytes between are white space that joining brings back.
type Cut = Span;

/// Cuts a unit's text into sentences by the rules of `locale`; an unknown language is cut by its nearest known relative.
///
/// `join_segments(&segment(x, …))` is `x`. A segment never ends inside a link, emphasis, a code span, an HTML element or
/// brackets, nor at a hard break. An empty text has no segments.
pub fn segment(content: &[Element], placeables: &Placeables, locale: &Locale) -> UnitText {
    segment_by(content, placeables, &Rules::of(locale))
}

/// As [`segment`], by `rules`.
pub fn segment_by(content: &[Element], placeables: &Placeables, rules: &Rules) -> UnitText {
    let probe = probe(content, placeables);
    let mut segments = Vec::new();
    let mut start = 0;
    for boundary in find_boundaries(&probe.visible, rules) {
        let Some((last, _)) = probe.visible[..boundary.end].char_indices().next_back() else { continue };
        let from = probe.flat_offset(last);
        let to = probe.flat_offset(boundary.start);
        if from < start {
            continue;
        }
        if let Some(cut) = find_cut(&probe, from, to) {
            segments.push(slice(&probe, content, start..cut.start));
            start = cut.end;
        }
    }
    let last = slice(&probe, content, start..probe.flat.len());
    if !last.is_empty() {
        segments.push(last);
    }
    UnitText { segments }
}

/// The cut between the visible characters that begin at `from` and `to`, if one is allowed and joining would undo it.
fn find_cut(probe: &Probe, from: usize, to: usize) -> Option<Cut> {
    let between = from + probe.flat[from..].chars().next().map_or(0, char::len_utf8)..to;
    if between.start > between.end {
        return None;
    }
    let text = &probe.flat[between.clone()];
    if text.contains('\n') {
        return None;
    }
    if text.contains(char::is_whitespace) {
        let runs = white_space_runs(text).into_iter().map(|run| between.start + run.start..between.start + run.end);
        return runs.filter(|run| probe.is_free(run.start) && probe.is_free(run.end)).find_map(|run| cut_at_space(probe, run));
    }
    let mut places = text.char_indices().map(|(at, _)| between.start + at).chain([between.end]);
    places.find(|&at| probe.is_free(at) && joins_bare(probe, at)).map(|at| at..at)
}

fn white_space_runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_whitespace()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}

/// A single space that joining restores goes; any other run stays at the end of its segment.
fn cut_at_space(probe: &Probe, run: Span) -> Option<Cut> {
    let (before, after) = (&probe.flat[..run.start], &probe.flat[run.end..]);
    if before.is_empty() || after.is_empty() || before.ends_with('\\') {
        return None;
    }
    let restored = &probe.flat[run.clone()] == " " && space_between(before, after);
    Some(if restored { run } else { run.end..run.end })
}

/// Whether the two sides of `at` join without a space, so that a cut without white space is undone.
fn joins_bare(probe: &Probe, at: usize) -> bool {
    match (probe.flat[..at].chars().next_back(), probe.flat[at..].chars().next()) {
        (Some(before), Some(after)) => before != PLACEABLE && after != PLACEABLE && joins_without_space(before, after),
        _ => false,
    }
}

/// The elements of a range of the flat text.
fn slice(probe: &Probe, content: &[Element], range: Span) -> Elements {
    let mut elements = Elements::new();
    let mut from = range.start;
    let first = probe.placeables.partition_point(|&(at, _)| at < range.start);
    for &(at, index) in probe.placeables[first..].iter().take_while(|(at, _)| *at < range.end) {
        push_text(&mut elements, &probe.flat[from..at]);
        elements.push(content[index].clone());
        from = at + PLACEABLE.len_utf8();
    }
    push_text(&mut elements, &probe.flat[from..range.end]);
    elements
}
