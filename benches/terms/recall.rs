//! Terms of the translations replaced at random by near synonyms: how many are reported.

use std::collections::BTreeMap;

use tarjuman::base::Span;
use tarjuman::engine::glossary::{Glossary, Presence, judge_text};

use super::random::Random;
use super::reports::Judged;

/// How many terms are replaced, and the seed by which they are drawn.
const REPLACED: usize = 2000;
const SEED: u64 = 7;
/// Stands for any term in a source text.
const WORD: &str = "zyx";

/// Replaces terms that are rendered and judges again: every mention in the unit; and, apart, only the form that was found first,
/// so that a second mention in another form may still stand. `list` names those that are not reported with every mention replaced.
pub fn measure(judged: &[&Judged<'_>], targets: &[(&str, Glossary)], list: bool) {
    let synonyms = synonyms(include_str!("synonyms.tsv"));
    let candidates: Vec<(&Judged<'_>, Span, &str)> = judged
        .iter()
        .filter(|one| !one.keep)
        .filter_map(|one| {
            let span = span(&one.presence)?;
            let language = one.pair.locale.split('-').next()?;
            let synonym = *synonyms.get(&one.term)?.get(language)?;
            Some((*one, span, synonym))
        })
        .collect();
    let mut tallies: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (one, span, synonym) in Random(SEED).sample(&candidates, REPLACED) {
        let (_, target) = targets.iter().find(|(locale, _)| *locale == one.pair.locale).expect("the pair was judged");
        let missing = |text: &str| {
            let source = named(&one.term);
            judge_text(&source.occurrences(WORD, target), target, text).presences.remove(0)
        };
        let first = one.pair.target.replace(&one.pair.target[span.clone()], synonym);
        let once = missing(&first) == Presence::Missing;
        let mut text = one.pair.target.clone();
        while let Some(span) = self::span(&missing(&text)).filter(|span| !synonym.contains(&text[span.clone()])) {
            text.replace_range(span, synonym);
        }
        let reported = missing(&text) == Presence::Missing;
        if list && !reported {
            println!("{}/{}: {} for {}", one.pair.id, one.term, synonym, &one.pair.target[span.clone()]);
        }
        for row in [one.pair.locale.as_str(), "~all"] {
            let tally = tallies.entry(row).or_default();
            tally.0 += 1;
            tally.1 += usize::from(reported);
            tally.2 += usize::from(once);
        }
    }
    println!("{:<14} {:>8} {:>18} {:>26}", "replaced", "terms", "every mention", "one form, others stay");
    for (locale, (terms, reported, once)) in tallies {
        let percent = |count: usize| 100.0 * count as f64 / terms as f64;
        let locale = locale.trim_start_matches('~');
        println!("{locale:<14} {terms:>8} {reported:>9} {:>6.1} % {once:>17} {:>6.1} %", percent(reported), percent(once));
    }
}

/// A glossary in which [`WORD`] is the term of this name.
fn named(name: &str) -> Glossary {
    Glossary::read(&format!("-{name} = {WORD}\n"), &"en".parse().expect("a locale")).0
}

fn span(presence: &Presence) -> Option<Span> {
    match presence {
        Presence::Form { span, .. } | Presence::Also { span } | Presence::Inflected { span } => Some(span.clone()),
        _ => None,
    }
}

/// The near synonyms of each term by language.
fn synonyms(text: &str) -> BTreeMap<String, BTreeMap<&str, &str>> {
    let mut synonyms: BTreeMap<String, BTreeMap<&str, &str>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        synonyms.entry(fields[0].to_owned()).or_default().insert(fields[1], fields[2]);
    }
    synonyms
}
