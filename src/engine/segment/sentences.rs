//! From proposed sentence ends to segments that join to the text they came from.

use sentencex::get_sentence_boundaries;

use super::join::{push_text, space_between};
use super::probe::{PLACEABLE, Probe, probe};
use crate::base::{Locale, Span, joins_without_space};
use crate::model::{Element, Elements, Placeables, UnitText};

/// Where one segment ends and the next begins; the bytes between are white space that joining brings back.
type Cut = Span;

/// Cuts a unit's text into sentences by the rules of `locale`; an unknown language is cut by its nearest known relative.
///
/// `join_segments(&segment(x, …))` is `x`. A segment never ends inside a link, emphasis, a code span, an HTML element or
/// brackets, nor at a hard break. An empty text has no segments.
pub fn segment(content: &[Element], placeables: &Placeables, locale: &Locale) -> UnitText {
    let probe = probe(content, placeables);
    let mut segments = Vec::new();
    let mut start = 0;
    for end in sentence_starts(&probe, locale) {
        let from = probe.flat_offset(end.start);
        let to = probe.flat_offset(end.end);
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

/// For every sentence but the first: the visible range from the last character before it to its first character.
fn sentence_starts(probe: &Probe, locale: &Locale) -> Vec<Span> {
    let visible = probe.visible.as_str();
    if costs_too_much(visible) {
        return Vec::new();
    }
    let boundaries = get_sentence_boundaries(locale.language(), visible);
    let mut ranges = Vec::new();
    for boundary in boundaries.iter().skip(1) {
        let before = visible[..boundary.start_byte].trim_end();
        let rest = &visible[boundary.start_byte..];
        let next = boundary.start_byte + (rest.len() - rest.trim_start().len());
        if let Some((last, _)) = before.char_indices().next_back()
            && next < visible.len()
            && !is_abbreviated(before, &visible[next..])
        {
            ranges.push(last..next);
        }
    }
    ranges
}

/// Work that no text of a person asks for: sentencex goes back over the whole run without spaces at every stop in it.
const MAX_STEPS: usize = 50_000_000;

/// Whether cutting would take longer than anybody waits; such a text stays one segment.
fn costs_too_much(text: &str) -> bool {
    let stops = |run: &str| run.chars().filter(|c| !c.is_alphanumeric()).count();
    let steps = |run: &str| if run.len() < 4096 { 0 } else { run.len().saturating_mul(stops(run)) };
    text.split_whitespace().map(steps).fold(0, usize::saturating_add) > MAX_STEPS
}

/// Whether a stop more likely ends an initial (`M. Dupont`) or an abbreviation before a number (`рис. 5`) than a sentence.
fn is_abbreviated(before: &str, next: &str) -> bool {
    let Some(stopped) = before.strip_suffix('.') else { return false };
    let word_start = stopped.char_indices().rev().find(|(_, c)| !c.is_alphabetic()).map_or(0, |(at, c)| at + c.len_utf8());
    let stands_free =
        word_start == 0 || stopped[..word_start].ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '“' | '„'));
    let word = &stopped[word_start..];
    let letters = word.chars().count();
    let initial = letters == 1 && word != "I" && word.chars().all(char::is_uppercase) && next.starts_with(char::is_uppercase);
    let numbered =
        (1..=3).contains(&letters) && word.chars().all(char::is_lowercase) && next.starts_with(|c: char| c.is_numeric());
    stands_free && (initial || numbered)
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
        (Some(before), Some(after)) => {
            before != PLACEABLE && after != PLACEABLE && joins_without_space(before, after) && !continues_quote(before, after)
        }
        _ => false,
    }
}

/// Whether a Japanese particle goes on with the sentence that a quotation belongs to: 「…。」と言った.
fn continues_quote(before: char, after: char) -> bool {
    const PARTICLES: &str = "とってのはがをにもでへやか";
    matches!(before, '」' | '』' | '）' | '”') && PARTICLES.contains(after)
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
