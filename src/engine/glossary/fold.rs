//! Which differences between the letters of two words do not count.
//!
//! Unicode NFC and case; Arabic-script variants of one letter, vowel signs and tatweel; stress marks on Cyrillic; apostrophes;
//! full-width Latin; invisible characters. Diacritics of Latin letters count.

use icu_normalizer::ComposingNormalizerBorrowed;

/// How a language writes the capital and the small form of `i`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Casing {
    /// As Unicode says.
    #[default]
    Root,
    /// Turkish and Azerbaijani: `I` is the capital of `ı`, `İ` that of `i`.
    Dotless,
    /// Greek: where the accent stands is looked at apart, since it moves when a word inflects.
    Greek,
    /// Vietnamese: the mark of the tone stands on either of two vowels (`hòa`, `hoà`).
    Vietnamese,
}

impl Casing {
    /// How `language` does it.
    pub fn of(language: &str) -> Self {
        match language {
            "tr" | "az" => Self::Dotless,
            "el" => Self::Greek,
            "vi" => Self::Vietnamese,
            _ => Self::Root,
        }
    }
}

/// Appends `word` to `folded`, with everything evened out that does not count.
pub fn fold_into(folded: &mut String, word: &str, casing: Casing) {
    let start = folded.len();
    if word.is_ascii() {
        let small = |b: u8| if casing == Casing::Dotless && b == b'I' { '\u{131}' } else { b.to_ascii_lowercase() as char };
        folded.extend(word.bytes().map(small));
        return;
    }
    for c in ComposingNormalizerBorrowed::new_nfc().normalize(word).chars() {
        match letter(c) {
            Some('I') if casing == Casing::Dotless => folded.push('\u{131}'),
            Some('\u{130}') => folded.push('i'),
            Some('\u{df}' | '\u{1e9e}') => folded.push_str("ss"),
            Some(c) => {
                folded.extend(c.to_lowercase().map(|c| if casing == Casing::Greek { unaccented(c) } else { c }).map(last_form))
            }
            None => {}
        }
    }
    if casing == Casing::Vietnamese {
        let end = folded.split_off(start);
        folded.push_str(&with_tone_last(&end));
    }
    // The mark of a long vowel is written or left out at the end of a Katakana word.
    let long = folded[start..].strip_suffix('\u{30fc}').is_some_and(|rest| rest.chars().count() >= 3 && is_katakana(rest));
    if long {
        folded.pop();
    }
}

/// A Vietnamese word in small letters with the mark of its tone on the second of `oa`, `oe` and `uy`.
fn with_tone_last(word: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    let pair = PAIRS.iter().find(|(first, _)| word.contains(first));
    pair.map_or_else(|| word.to_owned(), |(first, last)| word.replace(first, last))
}

/// Whether `text` is Katakana only, the mark of a long vowel included.
pub fn is_katakana(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\u{30a1}'..='\u{30fc}'))
}

/// `word` with everything evened out that does not count.
pub fn fold(word: &str, casing: Casing) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(&mut folded, word, casing);
    folded
}

/// The final sigma is a sigma.
fn last_form(c: char) -> char {
    if c == '\u{3c2}' { '\u{3c3}' } else { c }
}

/// A small Greek letter without its accent.
fn unaccented(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        c => c,
    }
}

/// Whether the accents of two Greek words allow that they are forms of one: the accent stays on its letter, or moves towards the
/// end where the ending is long or the word is accented on the third syllable from its end.
pub fn accents_agree(one: &str, other: &str) -> bool {
    let lower = |word: &str| ComposingNormalizerBorrowed::new_nfc().normalize(&word.to_lowercase()).chars().collect::<Vec<_>>();
    let (one, other) = (lower(one), lower(other));
    let accent = |word: &[char]| word.iter().position(|c| "άέήίόύώΐΰ".contains(*c));
    let (Some(first), Some(second)) = (accent(&one), accent(&other)) else { return true };
    let syllables = |word: &[char]| {
        let vowel = |c: &char| "αεηιουωϊϋάέήίόύώΐΰ".contains(*c);
        let second = |at: usize| at > 0 && (is_digraph(word[at - 1], word[at]) || is_glide(word[at - 1], word[at]));
        word.iter().enumerate().filter(|(at, c)| vowel(c) && !second(*at)).count()
    };
    let long = |word: &[char]| word.ends_with(&['ω', 'ν']) || word.ends_with(&['ώ', 'ν']);
    // Up to the accented letter, so that both letters of a digraph are in one syllable.
    let (before, after) = (syllables(&one[..=first]), syllables(&other[..=second]));
    let (early, at) = if before < after { (&one, first) } else { (&other, second) };
    // The genitive of neuters in iota: `σπίτι`, `σπιτιού`.
    let genitive = |word: &[char]| word.ends_with(&['ι', 'ο', 'ύ']);
    before == after || long(&one) || long(&other) || genitive(&one) || genitive(&other) || syllables(&early[at + 1..]) >= 2
}

/// Whether two vowels of Greek are in one syllable; the accent stands on the second.
fn is_digraph(one: char, other: char) -> bool {
    matches!((one, other), ('α' | 'ε' | 'ο' | 'υ', 'ι' | 'ί') | ('α' | 'ε' | 'ο' | 'η', 'υ' | 'ύ'))
}

/// Whether the first vowel is no syllable of its own: an iota before the accent (`παιδιά`).
fn is_glide(one: char, other: char) -> bool {
    one == 'ι' && matches!(other, 'ά' | 'έ' | 'ή' | 'ό' | 'ύ' | 'ώ')
}

/// The letter that stands for `c` and its variants; `None` for what is no letter of its own.
fn letter(c: char) -> Option<char> {
    Some(match c {
        // Combining acute and grave are left over by NFC only where they mark stress.
        '\u{301}' | '\u{300}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {
            return None;
        }
        '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{61c}' => return None,
        // Tatweel, vowel signs and the hamza above that marks an ezafe.
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' => return None,
        // Hebrew points; nukta of Devanagari.
        '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{93c}' => return None,
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}'..='\u{673}' => '\u{627}',
        '\u{624}' => '\u{648}',
        '\u{626}' | '\u{649}' | '\u{64a}' | '\u{6cd}' | '\u{6d3}' => '\u{6cc}',
        '\u{643}' | '\u{6aa}' => '\u{6a9}',
        '\u{629}' | '\u{6c0}'..='\u{6c3}' | '\u{6d5}' => '\u{647}',
        // Romanian letters with a comma, often typed with a cedilla.
        '\u{218}' => '\u{15e}',
        '\u{219}' => '\u{15f}',
        '\u{21a}' => '\u{162}',
        '\u{21b}' => '\u{163}',
        '\u{451}' => '\u{435}',
        '\u{401}' => '\u{415}',
        '\u{901}' => '\u{902}',
        // Final letters of Hebrew are letters that end a word, which an ending takes from them.
        '\u{5da}' | '\u{5dd}' | '\u{5df}' | '\u{5e3}' | '\u{5e5}' => char::from_u32(u32::from(c) + 1).unwrap_or(c),
        c if is_apostrophe(c) => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    })
}

/// Whether `c` is an apostrophe however it is typed.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{2bb}' | '\u{2b9}' | '`' | '\u{b4}' | '\u{ff07}' | '\u{5f3}')
}

/// Whether `c` joins the parts of a word: a hyphen or dash however it is typed, or the colon of `ANSA:n`.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | ':' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{5be}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}
