//! Guards the parser against escapes that it cannot report: `fluent-syntax` 0.12 panics when `\u` or `\U` in a string literal has
//! too few digits and a character of several bytes follows, because it cuts that character in two for its message.

use fluent_syntax::parser::{ErrorKind, parse};

use super::depth::begins_entry;

/// How many doubtful escapes of one entry are looked at closely.
const MOST_TRIED: usize = 64;

/// The characters in `text` on which the parser would panic, as byte ranges, ascending. With other characters of one byte in
/// their places the entries do not parse either, and that is reported.
pub(super) fn find_cut(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    if !memchr::memchr_iter(b'\\', bytes).any(|at| matches!(bytes.get(at + 1), Some(b'u' | b'U'))) {
        return found;
    }
    // No literal can go on behind the first bad one of an entry: it does not parse from there on.
    let (mut entry, mut tried, mut is_bad) = (0, 0, false);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            (entry, tried, is_bad) = (at, 0, false);
        }
        for (start, end) in doubtful(line) {
            if is_bad && tried <= MOST_TRIED {
                break;
            }
            tried += 1;
            is_bad = tried > MOST_TRIED || is_in_literal(&text[entry..at + start]);
            if is_bad {
                found.push((at + start, at + end));
            }
        }
        at += line.len();
    }
    found
}

/// Characters of several bytes in `line` that stand where an escape wants a digit. A literal does not go over lines, so a quote
/// comes before.
fn doubtful(line: &str) -> impl Iterator<Item = (usize, usize)> {
    let quote = line.find('"').unwrap_or(line.len());
    line[quote..].match_indices('\\').filter_map(move |(backslash, _)| {
        let escape = &line[quote + backslash + 1..];
        let wanted = match escape.as_bytes().first()? {
            b'u' => 4,
            b'U' => 6,
            _ => return None,
        };
        let digits = escape[1..].bytes().take_while(u8::is_ascii_hexdigit).count();
        let next = escape[1..].chars().nth(digits).filter(|next| digits < wanted && !next.is_ascii())?;
        let start = quote + backslash + 2 + digits;
        Some((start, start + next.len_utf8()))
    })
}

/// Whether `entry`, which ends in an escape with too few digits, ends inside a string literal: then the parser says so.
fn is_in_literal(entry: &str) -> bool {
    let Err((_, errors)) = parse(entry) else { return false };
    let is_here = |kind: &ErrorKind| matches!(kind, ErrorKind::InvalidUnicodeEscapeSequence(_));
    errors.iter().any(|error| is_here(&error.kind) && error.pos.start == entry.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_literals_are_found() {
        assert_eq!(find_cut("a = { \"\\u00é\" }\n"), [(11, 13)]);
        assert_eq!(find_cut("a = \"\\u00é\"\n# \"\\u00é\"\nb = { \"\" } \\U0é\n"), []);
        assert_eq!(find_cut("a = { \"\\u00E9é\" }\nb = { \"\\\\u00é\" }\n"), []);
        assert_eq!(find_cut("a = x\n\nb = { \"\\U01é\" }{ \"\\u日\" }\nc = { \"\\u日\" }\n").len(), 2);
    }
}
