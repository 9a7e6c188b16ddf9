//! Changes inside a stem: fleeting vowels, consonant gradation, umlaut, softened consonants.
//!
//! A change is written `a~b` and goes both ways at the end of a stem. A digit is one consonant, `*` the consonants that end the
//! stem, `+` the vowels that end it, and `^` the stem's beginning; each stands for the same letters on both sides.
//! `a>b` goes one way; `a/b` says that `a` stands where nothing follows and `b` where something does, `a//b` the same of stems that
//! have `b` alone. `_` after `b` says that a vowel follows.

const VOWELS: &str = "aeiouyäöüåæøáéíóúýàèìòùâêîôûãõőűąęıаеёиоуыэюяіїєαεηιουωάέήίόύώاə";

/// One change, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    sides: [Vec<Piece>; 2],
    way: Way,
    /// What stands after the changed stem.
    next: Next,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Both,
    Forward,
    /// By whether something follows.
    Open,
    /// The same, of stems that have the second side.
    Closing,
}

/// What may stand after a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Next {
    /// Anything.
    Any,
    /// Nothing: the word ends.
    Nothing,
    /// Nothing, or an ending that begins with the soft sign.
    Closed,
    /// Something.
    Something,
    /// A vowel.
    Vowel,
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
    /// Reads `a~b`, `a>b`, `a/b` or `a//b`; `None` when it is none of them.
    pub fn read(text: &str) -> Option<Self> {
        let ways = [("~", Way::Both), (">", Way::Forward), ("//", Way::Closing), ("/", Way::Open)];
        let (one, other, way) = ways.into_iter().find_map(|(sign, way)| {
            let (one, other) = text.split_once(sign)?;
            Some((one, other, way))
        })?;
        let (other, next) = other.strip_suffix('_').map_or((other, Next::Any), |other| (other, Next::Vowel));
        Some(Self { sides: [pieces(one), pieces(other)], way, next })
    }

    /// Whether it says of one word which stem stands where something follows, so that its other stem does not.
    pub fn settles(&self, stem: &str) -> bool {
        let whole = self.way == Way::Open && self.sides[0].first() == Some(&Piece::Start);
        whole && change(stem, &self.sides[0], &self.sides[1]).is_some()
    }

    /// Adds what `stem` becomes, and what must follow it then. `reversed`: a change in one direction goes in the other. `bare`: the
    /// form that a dictionary lists is the stem, so that what it has where nothing follows may change where something does.
    pub fn apply(&self, stem: &str, reversed: bool, bare: bool, found: &mut Vec<(String, Next)>) {
        let ways: &[(usize, usize, Next)] = match (self.way, reversed) {
            (Way::Both, _) => &[(0, 1, Next::Any), (1, 0, Next::Any)],
            (Way::Forward, false) => &[(0, 1, Next::Any)],
            (Way::Forward, true) => &[(1, 0, Next::Any)],
            (Way::Open, _) if bare => &[(0, 1, Next::Something), (1, 0, Next::Nothing)],
            (Way::Open, _) => &[(1, 0, Next::Nothing)],
            (Way::Closing, _) => &[(1, 0, Next::Nothing)],
        };
        for (from, to, next) in ways {
            let changed = change(stem, &self.sides[*from], &self.sides[*to]).filter(|changed| changed != stem);
            let next = if self.next == Next::Vowel && *to == 1 { Next::Vowel } else { *next };
            found.extend(changed.map(|changed| (changed, next)));
        }
    }
}

impl Next {
    /// Whether `rest` may follow.
    pub fn allows(self, rest: &str) -> bool {
        match self {
            Self::Any => true,
            // The soft sign is no sound.
            Self::Nothing => rest.is_empty() || rest == "ь",
            Self::Closed => rest.is_empty() || rest.starts_with('ь'),
            Self::Something => !rest.is_empty(),
            Self::Vowel => rest.starts_with(is_vowel),
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

/// Whether `c` is a vowel of a language that inflects by endings.
pub fn is_vowel(c: char) -> bool {
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
