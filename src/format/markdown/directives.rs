//! What a line is by its first characters: where its content begins, whether it is a directive or an alert's marker.

use super::lines::line_start;

/// The first byte of the line after quote markers and indentation.
pub(super) fn content_start(text: &str, at: usize, end: usize) -> usize {
    at + text.as_bytes()[at..end].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'>')).count()
}

/// The line after the markers of the containers that begin on it.
pub(super) fn after_markers(mut line: &str) -> &str {
    loop {
        if let Some(rest) = line.strip_prefix('>').or_else(|| line.strip_prefix("[^")?.split_once("]:").map(|(_, rest)| rest)) {
            line = rest.trim_start_matches([' ', '\t']);
            continue;
        }
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let marker = match line.as_bytes().get(digits) {
            Some(b'-' | b'+' | b'*') if digits == 0 => 1,
            Some(b'.' | b')') if (1..10).contains(&digits) => digits + 1,
            _ => return line,
        };
        let rest = &line[marker..];
        if !rest.starts_with([' ', '\t']) {
            return line;
        }
        line = rest.trim_start_matches([' ', '\t']);
    }
}

/// Whether the line above the one that holds `at` is a list marker with nothing after it.
pub(super) fn follows_bare_marker(text: &str, at: usize) -> bool {
    let line = line_start(text, at);
    if line == 0 {
        return false;
    }
    let above = line_start(text, line - 1 - usize::from(text[..line].ends_with("\r\n")));
    let above = text[above..line].trim_matches([' ', '\t', '\r', '\n', '\u{feff}']);
    let item = format!("{above} ");
    let content = after_markers(&item);
    content.len() < item.len() && matches!(content.trim_end(), "" | "[ ]" | "[x]" | "[X]")
}

/// A line that opens or closes a container of a Markdown extension: `:::name …`, `/// name …`.
pub(super) fn is_fenced_directive(line: &str) -> bool {
    let colons = line.bytes().take_while(|&b| b == b':').count();
    if colons >= 3 {
        let rest = line[colons..].trim_start();
        return rest.is_empty() || rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '{' | '_' | '[' | '.'));
    }
    let rest = line.trim_start_matches('/');
    line.len() - rest.len() == 3 && (rest.is_empty() || rest.starts_with(' '))
}

/// The first line of an alert: `[!NOTE]`.
pub(super) fn is_alert_marker(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("[!") else { return false };
    let Some((name, rest)) = rest.split_once(']') else { return false };
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && matches!(rest.trim(), "" | "-" | "+")
}
