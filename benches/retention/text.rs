//! Texts compared without the engine: normalisation (NFC, white space, soft hyphens) and similarity in words.

use icu_normalizer::ComposingNormalizerBorrowed;
use unicode_segmentation::UnicodeSegmentation;

/// The text in NFC, white space runs as one space, without soft hyphens.
pub fn normalised(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text).replace('\u{AD}', "");
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One minus the Levenshtein distance in words and signs over the longer length, of normalised texts.
pub fn similarity(old: &str, new: &str) -> f64 {
    let words = |text| -> Vec<&str> { UnicodeSegmentation::split_word_bounds(text).filter(|word| *word != " ").collect() };
    let (old, new): (Vec<&str>, Vec<&str>) = (words(old), words(new));
    let longer = old.len().max(new.len());
    if longer == 0 {
        return 1.0;
    }
    let mut row: Vec<usize> = (0..=new.len()).collect();
    for (at, word) in old.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (to, other) in new.iter().enumerate() {
            let change = diagonal + usize::from(word != other);
            diagonal = row[to + 1];
            row[to + 1] = change.min(diagonal + 1).min(row[to] + 1);
        }
    }
    1.0 - row[new.len()] as f64 / longer as f64
}
