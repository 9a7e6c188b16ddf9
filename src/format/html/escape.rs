//! Characters with a meaning in HTML and XML, spelt so that they have none.

use crate::base::any_byte;

/// Appends `text` for a text or a quoted attribute value of HTML. Characters that no HTML document may hold are left out.
pub fn escape(out: &mut String, text: &str) {
    if !any_byte(text.as_bytes(), may_matter) {
        out.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(may_matter) {
        out.push_str(&rest[..at]);
        let c = rest[at..].chars().next().unwrap_or_default();
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if is_forbidden(c) => {}
            c => out.push(c),
        }
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
}

/// Whether a character that begins with `byte` in UTF-8 may have to be spelt otherwise.
const fn may_matter(byte: u8) -> bool {
    // Controls beyond ASCII begin with 0xC2, noncharacters with 0xEF or 0xF0 to 0xF4.
    let is_markup = (byte == b'"') | (byte == b'&') | (byte == b'\'') | (byte == b'<') | (byte == b'>');
    is_markup | (byte < 0x20) | (byte == 0x7f) | (byte == 0xc2) | (byte >= 0xef)
}

/// `text` for a text or a quoted attribute value of XML 1.0 (§2.2); characters that no XML document may hold are left out.
pub fn escape_xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

/// `text` on one line, without the characters that no page may hold.
pub fn clean(text: &str) -> String {
    let spaced = text.chars().map(|c| if matches!(c, '\n' | '\t' | '\r') { ' ' } else { c });
    spaced.filter(|c| !is_forbidden(*c)).collect::<String>().trim().to_owned()
}

/// Control characters but tab and line feed, and noncharacters: HTML forbids all of them, XML most.
pub(super) fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}
