//! Changes inside a stem: fleeting vowels, consonant gradation, umlaut, softened consonants.
//!
//! A change is written `a~b` and goes both ways at the end of a stem. A digit is one consonant, `*` the consonants that end the
//! stem, `+` the vowels that end it, and `^` the stem's beginning; each stands for the same letters on both sides.

const VOWELS: &str = "aeiouyäöüåæøáéíóúýàèìòùâêîôûãõőűąęıаеёиоуыэюяіїєαεηιουωάέήίόύώا";

/// One change, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    sides: [Vec<Piece>; 2],
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Start,
    Letter(char),
    Consonant(char),
    Consonants,
    Vowels,
}

impl Shape {
    /// Reads `a~b`; `None` when it is not that.
    pub fn read(text: &str) -> Option<Self> {
        let (one, other) = text.split_once('~')?;
        Some(Self { sides: [pieces(one), pieces(other)] })
    }

    /// Adds what `stem` becomes, in either direction.
    pub fn apply(&self, stem: &str, found: &mut Vec<String>) {
        for (from, to) in [(0, 1), (1, 0)] {
            found.extend(change(stem, &self.sides[from], &self.sides[to]).filter(|changed| changed != stem));
        }
    }
}

fn pieces(side: &str) -> Vec<Piece> {
    let piece = |c: char| match c {
        '^' => Piece::Start,
        '*' => Piece::Consonants,
        '+' => Piece::Vowels,
        '0'..='9' => Piece::Consonant(c),
        _ => Piece::Letter(c),
    };
    side.chars().map(piece).collect()
}

fn is_vowel(c: char) -> bool {
    VOWELS.contains(c)
}

fn change(stem: &str, from: &[Piece], to: &[Piece]) -> Option<String> {
    let mut rest = stem;
    let mut single: Vec<(char, char)> = Vec::new();
    let (mut consonants, mut vowels) = ("", "");
    for piece in from.iter().rev() {
        match piece {
            Piece::Start if rest.is_empty() => {}
            Piece::Start => return None,
            Piece::Letter(c) => rest = rest.strip_suffix(*c)?,
            Piece::Consonant(name) => {
                let last = rest.chars().next_back().filter(|c| c.is_alphabetic() && !is_vowel(*c))?;
                single.push((*name, last));
                rest = &rest[..rest.len() - last.len_utf8()];
            }
            Piece::Consonants => {
                let kept = rest.trim_end_matches(|c: char| !is_vowel(c));
                (rest, consonants) = rest.split_at(kept.len());
            }
            Piece::Vowels => {
                let kept = rest.trim_end_matches(is_vowel);
                (rest, vowels) = rest.split_at(kept.len());
                if vowels.is_empty() {
                    return None;
                }
            }
        }
    }
    let mut changed = rest.to_owned();
    for piece in to {
        match piece {
            Piece::Start => {}
            Piece::Letter(c) => changed.push(*c),
            Piece::Consonant(name) => changed.push(single.iter().find(|(own, _)| own == name)?.1),
            Piece::Consonants => changed.push_str(consonants),
            Piece::Vowels => changed.push_str(vowels),
        }
    }
    Some(changed)
}
