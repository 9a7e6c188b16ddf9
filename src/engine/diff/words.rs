//! The word diff that people read.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A piece of a word diff. Equal and deleted pieces in order are the old text, equal and inserted ones the new text
/// (an equal piece is given as it stands in both).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'t> {
    /// In both texts.
    Equal(&'t str),
    /// Only in the old text.
    Delete(&'t str),
    /// Only in the new text.
    Insert(&'t str),
}

/// What changed from `old` to `new`, in words (UAX #29). A deletion stands before the insertion that replaces it;
/// no two neighbours are of one kind. Words that happen to be equal between long changes are part of the change.
pub fn words<'t>(old: &'t str, new: &'t str) -> Vec<Change<'t>> {
    let (old_words, new_words) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &texts(&old_words), &texts(&new_words));
    let mut runs: Vec<Run> = Vec::new();
    for op in &ops {
        push_run(&mut runs, run_of(op));
    }
    dissolve_islands(&mut runs, &old_words);
    let mut changes = Vec::new();
    for run in &runs {
        let deleted = slice(old, &old_words, run.old.clone());
        let inserted = slice(new, &new_words, run.new.clone());
        match run.equal {
            true => changes.push(Change::Equal(deleted)),
            false => {
                changes.extend((!deleted.is_empty()).then_some(Change::Delete(deleted)));
                changes.extend((!inserted.is_empty()).then_some(Change::Insert(inserted)));
            }
        }
    }
    changes
}

/// A stretch of both texts, in tokens: equal, or replaced as a whole.
struct Run {
    equal: bool,
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
}

fn tokens(text: &str) -> Vec<(usize, &str)> {
    text.split_word_bound_indices().collect()
}

fn texts<'t>(tokens: &[(usize, &'t str)]) -> Vec<&'t str> {
    tokens.iter().map(|&(_, text)| text).collect()
}

fn run_of(op: &DiffOp) -> Run {
    Run { equal: matches!(op, DiffOp::Equal { .. }), old: op.old_range(), new: op.new_range() }
}

fn push_run(runs: &mut Vec<Run>, run: Run) {
    if run.old.is_empty() && run.new.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.equal == run.equal => {
            last.old.end = run.old.end;
            last.new.end = run.new.end;
        }
        _ => runs.push(run),
    }
}

/// Makes equal runs part of the changes around them where keeping them apart would only make the diff hard to read.
fn dissolve_islands(runs: &mut Vec<Run>, old: &[(usize, &str)]) {
    let mut changed = true;
    while changed {
        changed = false;
        for at in 1..runs.len().saturating_sub(1) {
            if runs[at].equal && is_island(&runs[at - 1], &runs[at], &runs[at + 1], old) {
                runs[at].equal = false;
                changed = true;
            }
        }
        let apart = std::mem::take(runs);
        for run in apart {
            push_run(runs, run);
        }
    }
}

/// Two replacements with nothing but white space or punctuation between them read better as one, and so do longer ones around a single short word.
fn is_island(before: &Run, island: &Run, after: &Run, old: &[(usize, &str)]) -> bool {
    const FAR: usize = 4;
    let replaces = |run: &Run| !run.old.is_empty() && !run.new.is_empty();
    let words = old[island.old.clone()].iter().filter(|(_, token)| is_word(token)).count();
    let size = |run: &Run| run.old.len().max(run.new.len());
    match words {
        0 => {
            let spaces = old[island.old.clone()].iter().all(|(_, token)| token.chars().all(char::is_whitespace));
            if spaces { replaces(before) && replaces(after) } else { size(before) >= FAR && size(after) >= FAR }
        }
        1 => size(before) >= 2 * FAR && size(after) >= 2 * FAR,
        _ => false,
    }
}

/// Whether a token of UAX #29 is a word, not white space or punctuation.
pub(super) fn is_word(token: &str) -> bool {
    token.chars().any(char::is_alphanumeric)
}

fn slice<'t>(text: &'t str, tokens: &[(usize, &str)], range: std::ops::Range<usize>) -> &'t str {
    let offset = |index: usize| tokens.get(index).map_or(text.len(), |&(at, _)| at);
    &text[offset(range.start)..offset(range.end)]
}
