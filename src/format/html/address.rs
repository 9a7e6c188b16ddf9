//! Where a link may lead: `http`, `https`, `mailto`, or a place on the same site (URL Standard §4.4 read from the safe side).

/// What kind of place an address names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// On the same site: a path, a query, a fragment.
    Local,
    /// On another host, or a mail address.
    Elsewhere,
    /// Somewhere no page may lead to.
    Forbidden,
}

/// What `text` names, as a browser would take it.
pub fn address(text: &str) -> Address {
    // Browsers drop these characters before they look for a scheme.
    let seen: String = text.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let seen = seen.trim_matches(|c: char| c <= ' ');
    if seen.chars().any(|c| c.is_control() || is_invisible(c)) {
        return Address::Forbidden;
    }
    let Some(end) = seen.find([':', '/', '?', '#', '\\']) else { return Address::Local };
    match seen.as_bytes()[end] {
        b':' => match seen[..end].to_ascii_lowercase().as_str() {
            "http" | "https" => Address::Elsewhere,
            "mailto" => Address::Elsewhere,
            _ => Address::Forbidden,
        },
        _ if seen.starts_with(['/', '\\']) && seen[1..].starts_with(['/', '\\']) => Address::Elsewhere,
        _ if seen.contains('\\') => Address::Forbidden,
        _ => Address::Local,
    }
}

/// Characters that nobody sees, at the head of an address.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Appends an address that was checked, with the characters encoded that no address may hold.
pub(super) fn push_encoded(out: &mut String, address: &str) {
    for c in address.trim().chars() {
        match c {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(c)))
            }
            '&' => out.push_str("&amp;"),
            '\'' => out.push_str("&#39;"),
            c if super::escape::is_forbidden(c) || matches!(c, '\t' | '\n') => {}
            c => out.push(c),
        }
    }
}

/// `path` with everything percent-encoded that is not unreserved in RFC 3986 §2.3; slashes stay.
pub fn encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Address, address};

    #[test]
    fn only_harmless_schemes_pass() {
        let forbidden = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " java\nscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "view-source:x",
            "\u{200B}javascript:x",
            "ftp://example.org",
            "x:y",
            "a\\b",
            "tel:1",
        ];
        for text in forbidden {
            assert_eq!(address(text), Address::Forbidden, "{text:?}");
        }
        for text in ["https://example.org/a?b#c", "HTTP://x", "mailto:a@example.org", "//example.org/x", "/\\example.org"] {
            assert_eq!(address(text), Address::Elsewhere, "{text:?}");
        }
        for text in ["", "#a", "a.png", "./a", "../b/c.md#d", "?q=a:b", "/x:y", "a/b:c", "%6aavascript%3Ax"] {
            assert_eq!(address(text), Address::Local, "{text:?}");
        }
    }
}
