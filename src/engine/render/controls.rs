//! Characters that no text may bring into what readers get: control characters, and bidirectional controls that reach beyond it.

use crate::base::any_byte;

/// The first character of `text` that must not go out and that `source` does not have either.
///
/// Control characters but the line feed; overrides (UAX #9); and embeddings and isolates that are not closed within the text.
/// Marks such as U+200F and the joiners are ordinary orthography and allowed.
pub fn find_control(text: &str, source: &str) -> Option<char> {
    // Everything below begins with one of these bytes in UTF-8.
    if !any_byte(text.as_bytes(), |byte| (byte < 0x20) | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xe2)) {
        return None;
    }
    let forbidden = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202D}' | '\u{202E}' | '\u{2028}' | '\u{2029}');
    let single = text.chars().find(|&c| forbidden(c) && !source.contains(c));
    single.or_else(|| find_unclosed(text).filter(|_| find_unclosed(source).is_none()))
}

/// An embedding or isolate that is not closed, or a closing character that closes nothing.
fn find_unclosed(text: &str) -> Option<char> {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => open.push(c),
            '\u{202C}' if open.last().is_some_and(|last| !is_isolate(*last)) => drop(open.pop()),
            '\u{2069}' if open.last().is_some_and(|last| is_isolate(*last)) => drop(open.pop()),
            '\u{202C}' | '\u{2069}' => return Some(c),
            _ => {}
        }
    }
    open.pop()
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

#[cfg(test)]
mod tests {
    use super::find_control;

    #[test]
    fn controls_and_unclosed_directions_are_found() {
        let cases = [
            ("plain\ntext", "", None),
            ("\u{1b}[2J", "", Some('\u{1b}')),
            ("\u{9b}1m", "", Some('\u{9b}')),
            ("a \u{202E}b\u{202C}", "", Some('\u{202E}')),
            ("a \u{202E}b\u{202C}", "x \u{202E}y\u{202C}", None),
            ("\u{2067}شرق\u{2069}", "", None),
            ("\u{2067}شرق", "", Some('\u{2067}')),
            ("شرق\u{2069}", "", Some('\u{2069}')),
            ("می\u{200C}خواهم\u{200F}", "", None),
        ];
        for (text, source, expected) in cases {
            assert_eq!(find_control(text, source), expected, "{text:?} beside {source:?}");
        }
    }
}
