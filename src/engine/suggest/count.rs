//! Phrases counted by what they have in common, and ranked by C-value.

use std::collections::{BTreeMap, HashMap};

use crate::base::Span;

use super::find::{Kind, Sighting};

/// How many places of a candidate are kept.
const PLACES: usize = 20;

/// What is known of the phrases that count as one.
#[derive(Debug, Default)]
pub(super) struct Counted {
    /// How often it stands.
    pub count: usize,
    /// How often as a name, and how often as an acronym.
    pub named: (usize, usize),
    /// How it is written, with how often.
    pub written: BTreeMap<String, usize>,
    /// Where, the first ones.
    pub places: Vec<Sighting>,
    /// In how many passages; the last one counted.
    pub passages: (usize, Option<usize>),
    /// Its words.
    pub words: usize,
}

/// Phrases by their stems.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub phrases: HashMap<Vec<String>, Counted>,
}

impl Counts {
    /// Counts a phrase that stands in a passage.
    pub fn add(&mut self, stems: Vec<String>, (passage, span): (usize, Span), written: &str, kind: Kind) {
        let words = stems.len();
        let own = self.phrases.entry(stems).or_default();
        own.words = words;
        own.count += 1;
        match kind {
            Kind::Name => own.named.0 += 1,
            Kind::Acronym => own.named.1 += 1,
            Kind::Phrase => {}
        }
        *own.written.entry(written.to_owned()).or_default() += 1;
        if own.places.len() < PLACES {
            own.places.push(Sighting { passage, span });
        }
        if own.passages.1 != Some(passage) {
            own.passages = (own.passages.0 + 1, Some(passage));
        }
    }

    /// The C-value of every phrase that stands often enough; phrases that never stand alone get none.
    pub fn ranked(self, enough: impl Fn(&Counted) -> bool) -> Vec<(Counted, f64)> {
        let kept: Vec<(Vec<String>, Counted)> = self.phrases.into_iter().filter(|(_, counted)| enough(counted)).collect();
        // For each phrase how often longer ones hold it, and how many do.
        let mut nested: HashMap<&[String], (usize, usize)> = HashMap::new();
        for (stems, counted) in &kept {
            for length in 1..stems.len() {
                let mut seen: Vec<&[String]> = Vec::new();
                for part in stems.windows(length).filter(|part| !part.is_empty()) {
                    if !seen.contains(&part) {
                        seen.push(part);
                        let own = nested.entry(part).or_default();
                        *own = (own.0 + counted.count, own.1 + 1);
                    }
                }
            }
        }
        let value = |stems: &[String], counted: &Counted| {
            let held = nested.get(stems).map_or(0.0, |(count, holders)| *count as f64 / *holders as f64);
            ((stems.len() + 1) as f64).log2() * (counted.count as f64 - held)
        };
        let values: Vec<f64> = kept.iter().map(|(stems, counted)| value(stems, counted)).collect();
        let mut ranked: Vec<(Counted, f64)> = kept.into_iter().map(|(_, counted)| counted).zip(values).collect();
        ranked.retain(|(_, value)| *value > 0.0);
        ranked
    }
}
