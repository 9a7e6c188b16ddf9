//! YAML heads of the simplest kind, read without a YAML parser: every line is a key and a plain text behind it.
//!
//! A small grammar, much narrower than YAML 1.2: it answers for most heads of most articles, and says nothing of any other. A property
//! test holds it to what the parser says.

use crate::base::Span;

/// Keys of more bytes are left to the parser.
const LONGEST_KEY: usize = 100;

/// A line `key: value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where the key stands.
    pub key: Span,
    /// Where the value stands.
    pub value: Span,
}

/// The lines of `text` in `span`, if every one is simple and there is at least one.
pub(super) fn lines(text: &str, span: Span) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    let mut at = span.start;
    for line in text[span].split_inclusive('\n') {
        let content = line.strip_suffix('\n')?;
        let (key, value) = content.split_once(": ")?;
        if !is_key(key) || !is_value(value) {
            return None;
        }
        let start = at + key.len() + 2;
        lines.push(Line { key: at..at + key.len(), value: start..start + value.len() });
        at += line.len();
    }
    (!lines.is_empty()).then_some(lines)
}

fn is_key(key: &str) -> bool {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    key.len() <= LONGEST_KEY && key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.bytes().all(is_name)
}

/// Whether `value`, written as it stands, is a plain scalar with this very text.
pub(super) fn is_value(value: &str) -> bool {
    let bytes = value.as_bytes();
    let fits = |(at, byte): (usize, &u8)| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b' ' | b',' | b'.' | b'-' | b'\'' | b'"' | b'(' | b')' | b'/' => true,
        b'!' | b'?' | b';' | b'%' | b'+' | b'=' | b'$' | b'_' => true,
        b':' => bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'/'),
        _ => false,
    };
    value.starts_with(char::is_alphanumeric)
        && !value.ends_with(char::is_whitespace)
        && bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii()).all(fits)
        && value.chars().filter(|c| !c.is_ascii()).all(is_ordinary)
}

/// Whether a character beyond ASCII means nothing to any version of YAML.
fn is_ordinary(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fefe}' | '\u{ff00}'..='\u{fffc}')
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

    use super::super::yaml;
    use super::lines;

    #[test]
    fn simple_heads_are_what_the_yaml_parser_says() {
        let pieces = [
            "a",
            "word",
            "Ämter",
            "د",
            "سیل",
            "。",
            "-",
            "- ",
            "-- ",
            ":",
            ": ",
            " :",
            "http://x.y/z",
            "10:30",
            ",",
            ", ",
            "'",
            "\"",
            "!",
            "!x",
            "&x",
            "*x",
            "#",
            " #",
            "x#y",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "%",
            "%YAML",
            "@",
            "`",
            "|",
            ">",
            "?",
            "? ",
            "=",
            "<<",
            "~",
            "null",
            "true",
            "2012-03-03",
            "0x1F",
            "12",
            " ",
            "  ",
            "\t",
            "_",
            "$",
            "+1",
            ".5",
            "...",
            "---",
            ";",
            "/",
            "\u{a0}",
            "\u{85}",
            "\u{2028}",
            "\u{feff}",
            "\u{3000}",
            "\\",
            "\n",
            "\nb: ",
            "\n  ",
            "\n- ",
            "\r\n",
        ];
        let ordinary =
            ["word", "a", "Ämter", "سیل", " ", " x", ", y", ".", "12", "'s", "\"q\"", "http://x.y/z", "10:30", "(", ")"];
        let piece = prop_oneof![8 => prop::sample::select(ordinary.to_vec()), 1 => prop::sample::select(pieces.to_vec())];
        let value = ("[a-zé0-9]?", vec(piece, 1..6)).prop_map(|(first, pieces)| first + &pieces.concat());
        let key = prop::sample::select(vec!["title", "a-b", "null", "k", "m", "n_1", "2a", "x y", "é"]);
        let head = vec((key, value), 1..4)
            .prop_map(|lines| lines.iter().map(|(key, value)| format!("{key}: {value}\n")).collect::<String>());
        let config = Config { cases: 100_000, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
        let answered = std::cell::Cell::new(0);
        let result = runner.run(&head, |head| {
            let text = format!("---\n{head}---\n");
            let span = 4..4 + head.len();
            let Some(lines) = lines(&text, span.clone()) else { return Ok(()) };
            answered.set(answered.get() + 1);
            let parsed = yaml::parsed_values(&text, span).ok().flatten();
            prop_assert!(parsed.is_some(), "{}", head);
            let parsed = parsed.unwrap_or_default();
            prop_assert_eq!(&yaml::simple_values(&text, &lines).scalars, &parsed.scalars, "{}", head);
            prop_assert!(parsed.others.is_empty(), "{}", head);
            Ok(())
        });
        result.unwrap();
        assert!(answered.get() > 10_000, "only {} heads were answered", answered.get());
    }
}
