//! Numbers: digits of every script by value, Han numerals, and number words that multiply or continue each other.

use super::facts::Token;
use super::lexicon::Lexicon;

/// The zeros of the decimal digits of Unicode (general category Nd) that are in use today.
const ZEROS: &[char] = &[
    '0', '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}', '\u{C66}', '\u{CE6}',
    '\u{D66}', '\u{DE6}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{1090}', '\u{17E0}', '\u{1810}', '\u{1946}',
    '\u{19D0}', '\u{1A80}', '\u{1B50}', '\u{1C40}', '\u{1C50}', '\u{A620}', '\u{A900}', '\u{A9D0}', '\u{AA50}', '\u{ABF0}',
    '\u{FF10}',
];

/// The value of a decimal digit of any script.
pub(crate) fn digit(c: char) -> Option<char> {
    let offset = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|&offset| offset < 10);
    ZEROS.iter().find_map(offset).and_then(|offset| char::from_digit(offset, 10))
}

/// A number written in digits.
pub(super) struct Digits {
    /// Its value, if it is one number and not a version or a date.
    pub value: Option<f64>,
    /// What it is compared by.
    pub written: String,
    /// Where it ends in the text.
    pub end: usize,
}

/// The number that begins with token `at`, sign and digit groups included.
pub(super) fn read_digits(tokens: &[Token<'_>], at: usize, text: &str, lexicon: &Lexicon) -> Option<Digits> {
    let token = tokens[at];
    digit(token.text.chars().next()?)?;
    let numeric = |c: char| digit(c).is_some() || is_separator(c);
    let mut end = token.at + token.text.char_indices().find(|&(_, c)| !numeric(c)).map_or(token.text.len(), |(at, _)| at);
    let mut written = text[token.at..end].to_owned();
    if end == token.end() {
        for group in tokens[at + 1..].chunks(2) {
            let [space, digits] = group else { break };
            let groups = matches!(space.text, "\u{A0}" | "\u{202F}" | "\u{2009}") || (space.text == " " && lexicon.space_groups);
            if !groups || digits.text.chars().count() != 3 || !digits.text.chars().all(|c| digit(c).is_some()) {
                break;
            }
            written.push_str(digits.text);
            end = digits.end();
        }
    }
    let ordinal = ordinal_length(&text[end..token.end().max(end)]);
    let negative = text[..token.at].ends_with(['-', '\u{2212}']) && {
        let before = text[..token.at].trim_end_matches(['-', '\u{2212}']);
        before.is_empty() || before.ends_with(char::is_whitespace)
    };
    let plain = plain_number(&written, lexicon.comma_decimal);
    let value = plain.parse::<f64>().ok().filter(|value| value.abs() < 9e15).map(|value| if negative { -value } else { value });
    let key = value.map_or(plain, |value| value.to_string());
    Some(Digits { value, written: key, end: end + ordinal })
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '\u{2019}' | '\u{66B}' | '\u{66C}' | '\u{60C}')
}

/// The length of an ordinal ending at the start of `rest`.
fn ordinal_length(rest: &str) -> usize {
    const ENDINGS: &[&str] = &["st", "nd", "rd", "th", "\u{BA}", "\u{AA}", "er", "re", "e", "ère", "ème", "eme", "ste", "de"];
    if ENDINGS.contains(&rest) { rest.len() } else { 0 }
}

/// The value of a vulgar fraction of one character.
pub(super) fn fraction_sign(token: &str) -> Option<f64> {
    const SIGNS: &[(&str, f64)] = &[
        ("\u{BC}", 0.25),
        ("\u{BD}", 0.5),
        ("\u{BE}", 0.75),
        ("\u{2153}", 1.0 / 3.0),
        ("\u{2154}", 2.0 / 3.0),
        ("\u{2155}", 0.2),
        ("\u{215B}", 0.125),
    ];
    SIGNS.iter().find(|(sign, _)| *sign == token).map(|(_, value)| *value)
}

/// `written` in ASCII digits without groups and with `.` as the decimal sign; versions and dates keep their dots.
fn plain_number(written: &str, comma_decimal: bool) -> String {
    let (decimal, group) = if comma_decimal { (',', '.') } else { ('.', ',') };
    let ascii: String = written
        .chars()
        .filter(|c| !matches!(c, '\'' | '\u{2019}' | '\u{66C}'))
        .map(|c| match c {
            '\u{66B}' => decimal,
            '\u{60C}' => group,
            c => digit(c).unwrap_or(c),
        })
        .collect();
    let ascii = ascii.trim_end_matches(['.', ',']);
    let in_groups = |sign: char| {
        let parts: Vec<&str> = ascii.split(decimal).next().unwrap_or_default().split(sign).collect();
        let Some((last, inner)) = parts.split_last() else { return false };
        let in_threes = inner.iter().skip(1).all(|part| part.len() == 3);
        // South Asian grouping: 1,00,000.
        let in_lakhs = inner.len() > 1 && inner.iter().skip(1).all(|part| part.len() == 2) && parts[0].len() <= 2;
        parts.len() > 1 && parts[0].len() <= 3 && parts[0] != "0" && last.len() == 3 && (in_threes || in_lakhs)
    };
    let whole = if in_groups(group) { ascii.replace(group, "") } else { ascii.to_owned() };
    match whole.matches(['.', ',']).count() {
        0 | 1 => whole.replace(',', "."),
        _ if whole.split(decimal).skip(1).all(|part| part.len() == 3) => whole.replace(decimal, ""),
        _ => whole.split(['.', ',']).map(|part| part.trim_start_matches('0')).collect::<Vec<_>>().join("."),
    }
}

/// Joins neighbouring numbers into one.
#[derive(Debug, Default)]
pub(super) struct NumberReader {
    last: Option<(usize, f64)>,
}

impl NumberReader {
    /// The value of the number that the one from `start` to `end` makes with the number just before it, if it makes one.
    pub fn join(&mut self, text: &str, start: usize, end: usize, value: Option<f64>) -> Option<f64> {
        let Some(value) = value else {
            self.last = None;
            return None;
        };
        let total = self.last.and_then(|(last_end, last)| {
            let between = text.get(last_end..start)?.trim();
            let apart = !matches!(between, "" | "-" | "\u{2010}" | "and" | "y" | "e" | "et" | "و");
            if apart || start == last_end && !is_magnitude(value) && !is_magnitude(last) {
                return None;
            }
            match (last, value) {
                (last, value) if is_magnitude(value) && last.abs() < value && between.is_empty() => Some(last * value),
                (last, value) if (20.0..100.0).contains(&last) && last % 10.0 == 0.0 && (1.0..10.0).contains(&value) => {
                    Some(last + value)
                }
                (last, value)
                    if last >= 100.0 && last % 100.0 == 0.0 && value < 100.0 && !between.is_empty() && between != "-" =>
                {
                    Some(last + value)
                }
                (last, value) if start == last_end && last > value && last % 1000.0 == 0.0 => Some(last + value),
                _ => None,
            }
        });
        self.last = Some((end, total.unwrap_or(value)));
        total
    }
}

fn is_magnitude(value: f64) -> bool {
    [100.0, 1000.0, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12].contains(&value)
}

/// The number in Han numerals that begins at byte `at`, and where it ends; only in languages written without spaces.
pub(super) fn read_han(text: &str, at: usize, lexicon: &Lexicon) -> Option<(f64, usize)> {
    if !lexicon.unspaced {
        return None;
    }
    let run: String = text[at..].chars().take_while(|&c| han_digit(c).is_some() || han_magnitude(c).is_some()).collect();
    let end = at + run.len();
    (!run.is_empty()).then(|| (han_value(&run), end))
}

fn han_value(run: &str) -> f64 {
    let (mut total, mut section, mut current) = (0.0, 0.0, None::<f64>);
    for c in run.chars() {
        if let Some(digit) = han_digit(c) {
            current = Some(current.map_or(digit, |current| current * 10.0 + digit));
        } else if let Some(magnitude) = han_magnitude(c) {
            if magnitude < 1e4 {
                section += current.take().unwrap_or(1.0) * magnitude;
            } else {
                section += current.take().unwrap_or(0.0);
                total += if section == 0.0 { magnitude } else { section * magnitude };
                section = 0.0;
            }
        }
    }
    total + section + current.unwrap_or(0.0)
}

fn han_digit(c: char) -> Option<f64> {
    "〇一二三四五六七八九".chars().position(|digit| digit == c).map(|value| value as f64).or(match c {
        '零' => Some(0.0),
        '两' | '兩' => Some(2.0),
        _ => None,
    })
}

fn han_magnitude(c: char) -> Option<f64> {
    Some(match c {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1000.0,
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        '兆' => 1e12,
        _ => return None,
    })
}
