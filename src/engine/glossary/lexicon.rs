//! Words of scripts without spaces, by the dictionaries of ICU (Chinese and Japanese with frequencies, Thai, Lao, Khmer, Burmese).
//!
//! A term is no word of its own where the likeliest division of the text around it into words of the dictionary cuts it, or where
//! it is a part of a longer word that means something else. How the division cuts the term itself says nothing: names are in no
//! dictionary. The likeliest division is the one whose words cost least together (Viterbi 1967).

use std::collections::BTreeSet;
use std::ops::Range;

use icu_provider::prelude::{DataIdentifierBorrowed, DataMarkerAttributes, DataProvider, DataRequest, DataRequestMetadata};
use icu_segmenter::provider::{Baked, DictionaryBreakData, SegmenterDictionaryAutoV2, SegmenterDictionaryExtendedV2};

use super::affixes::Affixes;
use super::words::{Joint, Words};

/// How many characters around a match are looked at.
const WIDEST: usize = 12;
/// What a character costs that begins no word of the dictionary; those of the dictionary cost 35 to 115.
const UNKNOWN: u32 = 110;
/// What a word costs in a dictionary without frequencies, and one of an affix file.
const LISTED: u32 = 60;
/// How much dearer a character is that is a word: many stand in the dictionary for what they mean in longer words.
const SINGLE: u32 = 8;
/// The fewest letters of a part of a compound in Thai, Lao, Khmer and Burmese.
const LONG: usize = 4;
/// How much dearer a division must be that cuts the term.
const MARGIN: u32 = 1;

/// One word that may stand in a run: from which of its units up to which, and its cost.
struct Arc {
    from: usize,
    to: usize,
    cost: u32,
}

/// Whether the words `found` of `text`, in a script without spaces, are no part of another word.
pub fn stands(text: &Words<'_>, found: Range<usize>, affixes: &Affixes) -> bool {
    let run = run_around(text, &found);
    let arcs = arcs(text, &run, affixes);
    let term = found.start - run.start..found.end - run.start;
    let contains = |arc: &Arc| arc.from <= term.start && term.end <= arc.to && arc.to - arc.from > term.len();
    let crosses = |arc: &Arc| [term.start, term.end].iter().any(|edge| arc.from < *edge && *edge < arc.to);
    let [whole, cut] = cheapest(&arcs, run.len(), |arc| !contains(arc), crosses);
    if cut < whole + MARGIN {
        return false;
    }
    let part = |units: Range<usize>| units.map(|unit| text.folded(run.start + unit)).collect::<String>();
    let (own, before, after) = (part(term.clone()), part(term.start.saturating_sub(1)..term.start), part(term.end..run.len()));
    if affixes.refused_first.contains(&before) || affixes.refused_last.iter().any(|last| after.starts_with(last.as_str())) {
        return false;
    }
    arcs.iter().filter(|arc| contains(arc)).all(|arc| {
        let apart = |other: &Arc| (other.from, other.to) == (arc.from, arc.to) || other.to <= arc.from || arc.to <= other.from;
        let rarer = || cheapest(&arcs, run.len(), apart, |_| false)[0] > whole;
        is_compound(&part(arc.from..term.start), &own, &part(term.end..arc.to), affixes) || rarer()
    })
}

/// Whether the word that has `first` before a term and `last` after it means the term and these, and nothing else.
fn is_compound(first: &str, term: &str, last: &str, affixes: &Affixes) -> bool {
    let count = |part: &str| part.chars().count();
    if term.starts_with(|c: char| c < '\u{2e80}') {
        // The dictionaries of Southeast Asia hold many compounds, and the words that short ones stand in by chance.
        return count(term) >= LONG && [first, last].iter().all(|part| part.is_empty() || count(part) >= LONG);
    }
    let attached = |part: &str, attached: &BTreeSet<String>| count(part) != 1 || attached.contains(part);
    count(term) > 1 && attached(first, &affixes.attached_first) && attached(last, &affixes.attached_last)
}

/// The characters without spaces around a match, up to the nearest mark or space.
fn run_around(text: &Words<'_>, found: &Range<usize>) -> Range<usize> {
    let near = |at: usize| text.words[at].unspaced && text.words[at].joint == Joint::Direct;
    let mut run = found.clone();
    while run.start > 0 && found.start - run.start < WIDEST && near(run.start) && text.words[run.start - 1].unspaced {
        run.start -= 1;
    }
    while run.end < text.words.len() && run.end - found.end < WIDEST && near(run.end) {
        run.end += 1;
    }
    run
}

/// The words that may stand in a run, in the order of where they begin. Every unit may stand for itself.
fn arcs(text: &Words<'_>, run: &Range<usize>, affixes: &Affixes) -> Vec<Arc> {
    let dictionary = text.folded(run.start).chars().next().and_then(dictionary);
    let longest = affixes.known.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let mut arcs = Vec::new();
    for start in run.clone() {
        let from = start - run.start;
        arcs.push(Arc { from, to: from + 1, cost: UNKNOWN });
        let units = (start..run.end).map(|unit| text.folded(unit));
        if let Some(dictionary) = dictionary {
            words_from(dictionary, units.clone(), |count, cost| {
                arcs.push(Arc { from, to: from + count, cost: cost + if count == 1 { SINGLE } else { 0 } })
            });
        }
        let mut word = String::new();
        for (count, unit) in units.enumerate().take(longest) {
            word.push_str(unit);
            if affixes.known.contains(&word) {
                arcs.push(Arc { from, to: from + count + 1, cost: LISTED });
            }
        }
    }
    arcs
}

/// Calls `found` with how many units each word of a dictionary takes that they begin with, and with its cost.
fn words_from<'w>(
    dictionary: &'static DictionaryBreakData<'static>,
    units: impl Iterator<Item = &'w str>,
    mut found: impl FnMut(usize, u32),
) {
    match dictionary {
        DictionaryBreakData::Char16Trie(trie) => {
            let mut cursor = trie.cursor();
            for (before, unit) in units.enumerate() {
                unit.chars().for_each(|c| cursor.step(c));
                if let Some(cost) = cursor.value().and_then(|cost| u32::try_from(cost).ok()) {
                    found(before + 1, cost);
                }
                if cursor.is_empty() {
                    break;
                }
            }
        }
        DictionaryBreakData::ZeroTrie { alphabet, trie } => {
            let mut cursor = trie.cursor();
            for (before, unit) in units.enumerate() {
                // A word may end inside a unit, where no term does.
                let mut ends = false;
                for c in unit.chars() {
                    let sign = alphabet.position32(u32::from(c)).and_then(|at| u8::try_from(at).ok());
                    cursor.step(sign.unwrap_or(u8::MAX));
                    ends = cursor.take_value().is_some();
                }
                if ends {
                    found(before + 1, LISTED);
                }
                if cursor.is_empty() {
                    break;
                }
            }
        }
    }
}

/// The cost of the cheapest division of a run of so many units into words that are `allowed`: without any that `crosses`, and with
/// one of these at least.
fn cheapest(arcs: &[Arc], units: usize, allowed: impl Fn(&Arc) -> bool, crosses: impl Fn(&Arc) -> bool) -> [u32; 2] {
    const NEVER: u32 = u32::MAX / 2;
    let mut costs = vec![[NEVER; 2]; units + 1];
    costs[0][0] = 0;
    // Words are in the order of where they begin, so that what leads there is known.
    for arc in arcs.iter().filter(|arc| allowed(arc)) {
        let [whole, cut] = costs[arc.from].map(|cost| (cost + arc.cost).min(NEVER));
        let (whole, cut) = if crosses(arc) { (NEVER, whole.min(cut)) } else { (whole, cut) };
        let end = &mut costs[arc.to];
        *end = [end[0].min(whole), end[1].min(cut)];
    }
    costs[units]
}

/// The dictionary of the script that `c` belongs to.
fn dictionary(c: char) -> Option<&'static DictionaryBreakData<'static>> {
    let name = match c {
        '\u{e00}'..='\u{e7f}' => "thaidict",
        '\u{e80}'..='\u{eff}' => "laodict",
        '\u{1000}'..='\u{109f}' => "burmesedict",
        '\u{1780}'..='\u{17ff}' => "khmerdict",
        '\u{f00}'..='\u{fff}' => return None,
        _ => "cjdict",
    };
    let mut metadata = DataRequestMetadata::default();
    metadata.attributes_prefix_match = true;
    let id = DataIdentifierBorrowed::for_marker_attributes(DataMarkerAttributes::try_from_str(name).ok()?);
    let request = DataRequest { id, metadata };
    if name == "cjdict" {
        return DataProvider::<SegmenterDictionaryAutoV2>::load(&Baked, request).ok()?.payload.get_static();
    }
    DataProvider::<SegmenterDictionaryExtendedV2>::load(&Baked, request).ok()?.payload.get_static()
}
