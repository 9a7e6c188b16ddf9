//! Makes cases: a seed, changed by a few random edits of bytes, lines and tokens. The same number gives the same case.

/// Random numbers with a seed (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// The dice of case `number` of the reader called `name`.
    pub fn new(name: &str, number: u64) -> Self {
        let seed =
            name.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3));
        Self(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 when there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound.max(1) as u64).unwrap_or(0)
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// What cases are made of.
pub struct Material<'a> {
    /// Whole inputs.
    pub seeds: &'a [&'a str],
    /// Pieces that mean something to the reader.
    pub tokens: &'a [&'a str],
    /// Openers and closers of what nests.
    pub nests: &'a [(&'a str, &'a str)],
    /// The usual length at most, in bytes.
    pub usual: usize,
    /// The length at most of the few long cases.
    pub longest: usize,
}

/// How often a case is long: one in this many.
const LONG_EVERY: u64 = 256;

/// Case `number` of the reader called `name`.
pub fn case(name: &str, number: u64, material: &Material<'_>) -> String {
    let mut dice = Dice::new(name, number);
    let is_long = number % LONG_EVERY == LONG_EVERY - 1;
    let limit = if is_long { material.longest } else { material.usual };
    let mut bytes = dice.pick(material.seeds).as_bytes().to_vec();
    if !is_long && bytes.len() > limit {
        bytes = window(&bytes, limit, &mut dice);
    }
    for _ in 0..1 + dice.below(6) {
        mutate(&mut bytes, material, &mut dice, limit);
    }
    if is_long {
        enlarge(&mut bytes, material, &mut dice, limit);
    }
    bytes.truncate(limit);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A part of at most `length` bytes that begins at a line's start.
fn window(bytes: &[u8], length: usize, dice: &mut Dice) -> Vec<u8> {
    let start = dice.below(bytes.len() - length);
    let start = bytes[..start].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    bytes[start..(start + length).min(bytes.len())].to_vec()
}

fn mutate(bytes: &mut Vec<u8>, material: &Material<'_>, dice: &mut Dice, limit: usize) {
    let at = dice.below(bytes.len() + 1);
    match dice.below(13) {
        0 if !bytes.is_empty() => {
            let at = at.min(bytes.len() - 1);
            bytes[at] ^= 1 << dice.below(8);
        }
        1 if !bytes.is_empty() => {
            let at = at.min(bytes.len() - 1);
            bytes[at] = [b'\n', b'\r', b'\t', b' ', 0, 0x7F, b'"', b'\\'][dice.below(8)];
        }
        2 => drop(bytes.drain(range(bytes, at, dice))),
        3 => {
            let copy = bytes[range(bytes, at, dice)].to_vec();
            insert(bytes, dice.below(bytes.len() + 1), &copy);
        }
        4 => swap_lines(bytes, dice),
        5 => drop(bytes.drain(line(bytes, at))),
        6 => {
            let line = line(bytes, at);
            let copy = bytes[line.clone()].to_vec();
            insert(bytes, line.start, &copy);
        }
        7 => {
            let donor = dice.pick(material.seeds).as_bytes();
            let from = dice.below(donor.len() + 1);
            insert(bytes, at, &donor[range(donor, from, dice)]);
        }
        8 => bytes.truncate(at),
        9 => {
            let token = dice.pick(material.tokens);
            let times = 1 + dice.below(1 + limit / 8 / token.len().max(1));
            insert(bytes, at, token.repeat(times).as_bytes());
        }
        _ => {
            let token = dice.pick(material.tokens);
            let line = line(bytes, at);
            insert(bytes, if dice.below(2) == 0 { at } else { line.start }, token.as_bytes());
        }
    }
}

/// Fills a case up to about `limit`: by nesting, by repeating a token, a line or everything.
fn enlarge(bytes: &mut Vec<u8>, material: &Material<'_>, dice: &mut Dice, limit: usize) {
    let at = dice.below(bytes.len() + 1);
    let filling = match dice.below(4) {
        0 if !material.nests.is_empty() => {
            let (open, close) = material.nests[dice.below(material.nests.len())];
            let depth = 1 + dice.below(limit / (open.len() + close.len()).max(1));
            let closed = if dice.below(2) == 0 { depth } else { dice.below(depth) };
            format!("{}x{}", open.repeat(depth), close.repeat(closed)).into_bytes()
        }
        1 => {
            let token = dice.pick(material.tokens);
            token.repeat(limit / token.len().max(1)).into_bytes()
        }
        2 => {
            let copy = bytes[line(bytes, at)].to_vec();
            copy.repeat(limit / copy.len().max(1))
        }
        _ => bytes.repeat(limit / bytes.len().max(1)),
    };
    insert(bytes, at, &filling);
}

/// Up to 40 bytes from `at` on.
fn range(bytes: &[u8], at: usize, dice: &mut Dice) -> std::ops::Range<usize> {
    at..(at + dice.below(40)).min(bytes.len())
}

fn line(bytes: &[u8], at: usize) -> std::ops::Range<usize> {
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length + 1);
    start..end
}

fn swap_lines(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.len() > 1 {
        let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
        lines.swap(one, other);
        *bytes = lines.concat();
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, what: &[u8]) {
    drop(bytes.splice(at..at, what.iter().copied()));
}

#[test]
fn a_number_gives_the_same_case_and_numbers_give_different_ones() {
    let material =
        Material { seeds: &["one\ntwo\n", "three\n"], tokens: &["[", "four"], nests: &[("(", ")")], usual: 50, longest: 500 };
    let cases: Vec<String> = (0..1000).map(|number| case("x", number, &material)).collect();
    assert!((0..1000).all(|number| case("x", number, &material) == cases[usize::try_from(number).unwrap()]));
    let distinct: std::collections::BTreeSet<&String> = cases.iter().collect();
    assert!(distinct.len() > 700, "{} of 1000", distinct.len());
    assert!(cases.iter().any(|case| case.len() > 400) && cases.iter().all(|case| case.len() <= 1500));
}
