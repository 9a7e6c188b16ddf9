//! Pairs emphasis delimiters as CommonMark §6.2 and GFM strikethrough do, with the flanking rules loosened for Chinese,
//! Japanese and Korean: next to a CJK character, punctuation does not keep a run from opening or closing.
//!
//! The loosening follows the published idea of CJK-friendly emphasis; it changes nothing where no CJK character is near.

/// A run of `*`, `_` or `~` and what became of it.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// The delimiter.
    pub kind: u8,
    /// How many delimiters it has.
    pub len: usize,
    /// Whether it may open.
    pub can_open: bool,
    /// Whether it may close.
    pub can_close: bool,
    /// Pairs it closes, in text order.
    pub closes: Vec<Mark>,
    /// Pairs it opens, innermost first.
    pub opens: Vec<Mark>,
    /// Delimiters that pair with nothing.
    pub left: usize,
}

/// One end of a pair: which pair, and how many delimiters it takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// The pair, the same number at both ends.
    pub pair: usize,
    /// Delimiters used: 2 is strong (`*`, `_`), 1 or 2 is strikethrough (`~`).
    pub width: usize,
}

impl Run {
    /// A run of `len` times `kind` between the characters `before` and `after` (a space at a line's ends).
    pub(super) fn new(kind: u8, len: usize, before: char, after: char) -> Self {
        let (left_flanking, right_flanking) = (flanks(before, after), flanks(after, before));
        let (can_open, can_close) = match kind {
            b'_' => (
                left_flanking && (!right_flanking || is_punctuation(before)),
                right_flanking && (!left_flanking || is_punctuation(after)),
            ),
            b'~' => (len <= 2 && left_flanking, len <= 2 && right_flanking),
            _ => (left_flanking, right_flanking),
        };
        Self { kind, len, can_open, can_close, closes: Vec::new(), opens: Vec::new(), left: len }
    }
}

/// Whether a run with `outside` on one side and `inside` on the other leans on `inside`.
fn flanks(outside: char, inside: char) -> bool {
    if inside.is_whitespace() {
        return false;
    }
    let foreign_mark = is_punctuation(inside) && !is_cjk(inside);
    !foreign_mark || outside.is_whitespace() || is_punctuation(outside) || is_cjk(outside)
}

/// Pairs the runs of one scope (the whole text, or one link's text), numbering pairs from `next_pair`.
pub(super) fn pair(runs: &mut [Run], next_pair: &mut usize) {
    // Below this index no opener of that sort can match; keeps hostile texts from costing quadratic time.
    let mut floor = [0usize; 18];
    let mut openers: Vec<usize> = Vec::new();
    for closer in 0..runs.len() {
        while runs[closer].can_close && runs[closer].left > 0 {
            let slot = floor_slot(&runs[closer]);
            let found = openers.iter().rposition(|&opener| opener >= floor[slot] && matches(&runs[opener], &runs[closer]));
            let Some(position) = found else {
                floor[slot] = closer;
                break;
            };
            let opener = openers[position];
            openers.truncate(position + 1);
            let width =
                if runs[closer].kind == b'~' { runs[closer].len } else { runs[opener].left.min(runs[closer].left).min(2) };
            let mark = Mark { pair: *next_pair, width };
            *next_pair += 1;
            runs[opener].opens.push(mark);
            runs[opener].left -= width;
            runs[closer].closes.push(mark);
            runs[closer].left -= width;
            if runs[opener].left == 0 {
                openers.pop();
            }
        }
        if runs[closer].can_open && runs[closer].left > 0 {
            openers.push(closer);
        }
    }
}

fn floor_slot(run: &Run) -> usize {
    let kind = match run.kind {
        b'*' => 0,
        b'_' => 1,
        _ => 2,
    };
    kind * 6 + usize::from(run.can_open) * 3 + run.len % 3
}

fn matches(opener: &Run, closer: &Run) -> bool {
    if opener.kind != closer.kind {
        return false;
    }
    if opener.kind == b'~' {
        return opener.len == closer.len && opener.left == opener.len;
    }
    let both_ways = opener.can_close || closer.can_open;
    let rule_of_three =
        (opener.len + closer.len).is_multiple_of(3) && !(opener.len.is_multiple_of(3) && closer.len.is_multiple_of(3));
    !(both_ways && rule_of_three)
}

/// Unicode punctuation or symbol, as far as it stands beside emphasis in practice.
pub(super) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    let ranges: &[(u32, u32)] = &[
        (0xA1, 0xA9),
        (0xAB, 0xAC),
        (0xAE, 0xB1),
        (0xB4, 0xB4),
        (0xB6, 0xB8),
        (0xBB, 0xBB),
        (0xBF, 0xBF),
        (0xD7, 0xD7),
        (0xF7, 0xF7),
        (0x55A, 0x55F),
        (0x589, 0x58A),
        (0x5BE, 0x5BE),
        (0x5F3, 0x5F4),
        (0x60C, 0x60D),
        (0x61B, 0x61B),
        (0x61D, 0x61F),
        (0x66A, 0x66D),
        (0x6D4, 0x6D4),
        (0x964, 0x965),
        (0xE3F, 0xE3F),
        (0xE4F, 0xE4F),
        (0xE5A, 0xE5B),
        (0x104A, 0x104F),
        (0x17D4, 0x17D6),
        (0x2010, 0x2027),
        (0x2030, 0x205E),
        (0x207A, 0x207E),
        (0x20A0, 0x20C0),
        (0x2190, 0x23FF),
        (0x2500, 0x2775),
        (0x2794, 0x2BFF),
        (0x2E00, 0x2E5D),
        (0x3001, 0x3003),
        (0x3008, 0x3020),
        (0x3030, 0x3030),
        (0x303D, 0x303D),
        (0x30A0, 0x30A0),
        (0x30FB, 0x30FB),
        (0xFD3E, 0xFD3F),
        (0xFE10, 0xFE19),
        (0xFE30, 0xFE6B),
        (0xFF01, 0xFF0F),
        (0xFF1A, 0xFF20),
        (0xFF3B, 0xFF40),
        (0xFF5B, 0xFF65),
        (0xFFE0, 0xFFEE),
        (0x1F300, 0x1FAFF),
    ];
    contains(ranges, c)
}

/// Whether `c` is a Han, Kana, Bopomofo or Hangul character or a mark of their typography (full-width forms included).
pub(super) fn is_cjk(c: char) -> bool {
    let ranges: &[(u32, u32)] = &[
        (0x1100, 0x11FF),
        (0x2E80, 0x2FDF),
        (0x2FF0, 0x303E),
        (0x3041, 0x33FF),
        (0x3400, 0x4DBF),
        (0x4E00, 0xA4CF),
        (0xA960, 0xA97F),
        (0xAC00, 0xD7FF),
        (0xF900, 0xFAFF),
        (0xFE10, 0xFE1F),
        (0xFE30, 0xFE6F),
        (0xFF01, 0xFFEE),
        (0x1B000, 0x1B16F),
        (0x1F200, 0x1F2FF),
        (0x20000, 0x3FFFD),
    ];
    contains(ranges, c)
}

fn contains(ranges: &[(u32, u32)], c: char) -> bool {
    let code = u32::from(c);
    ranges.iter().any(|&(first, last)| (first..=last).contains(&code))
}
