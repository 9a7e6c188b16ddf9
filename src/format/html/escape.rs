//! Characters with a meaning in HTML and XML, spelt so that they have none.

/// Appends `text` for a text or a quoted attribute value of HTML. Characters that no HTML document may hold are left out.
pub fn escape(out: &mut String, text: &str) {
    for c in text.chars().filter(|c| !is_forbidden(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
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
