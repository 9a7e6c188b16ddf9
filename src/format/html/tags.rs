//! Raw HTML, cut into tags and text (HTML Living Standard §13.2.5, as much of it as decides where a tag ends).

/// A piece of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Text; character references stand as they are written.
    Text(&'t str),
    /// A start tag.
    Start {
        /// The element, in small letters.
        name: String,
        /// Its attributes: names in small letters, values decoded.
        attributes: Vec<(String, String)>,
    },
    /// An end tag.
    End(String),
}

/// Cuts `html`. Comments, declarations and processing instructions are left out, as is a tag that does not end.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let at = rest.find('<').unwrap_or(rest.len());
        if at > 0 {
            tokens.push(Token::Text(&rest[..at]));
            rest = &rest[at..];
            continue;
        }
        rest = markup(rest, &mut tokens);
    }
    tokens
}

/// Reads what begins with `<`; gives what follows.
fn markup<'t>(html: &'t str, tokens: &mut Vec<Token<'t>>) -> &'t str {
    if let Some(comment) = html.strip_prefix("<!--") {
        return comment.find("-->").map_or("", |end| &comment[end + 3..]);
    }
    if html.starts_with("<!") || html.starts_with("<?") {
        return html.find('>').map_or("", |end| &html[end + 1..]);
    }
    let (inner, closes) = html[1..].strip_prefix('/').map_or((&html[1..], false), |inner| (inner, true));
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        tokens.push(Token::Text(&html[..1]));
        return &html[1..];
    }
    let Some(end) = tag_end(inner) else { return "" };
    let tag = &inner[..end];
    let length = tag.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(tag.len());
    let name = tag[..length].to_ascii_lowercase();
    tokens.push(match closes {
        true => Token::End(name),
        false => Token::Start { name, attributes: attributes(&tag[length..]) },
    });
    &inner[end + 1..]
}

/// Where the `>` of a tag stands, quoted values skipped.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '>') => return Some(at),
            (None, '"' | '\'') if after_equals => quote = Some(c),
            (None, c) => after_equals = c == '=' || after_equals && c.is_ascii_whitespace(),
        }
    }
    None
}

fn attributes(mut text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    loop {
        text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if text.is_empty() {
            return found;
        }
        let end = text
            .char_indices()
            .skip(1)
            .find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '=' | '/'))
            .map_or(text.len(), |(at, _)| at);
        let name = text[..end].to_ascii_lowercase();
        text = text[end..].trim_start();
        let mut value = "";
        if let Some(rest) = text.strip_prefix('=') {
            let rest = rest.trim_start();
            (value, text) = match rest.chars().next() {
                Some(quote @ ('"' | '\'')) => rest[1..].split_once(quote).unwrap_or((&rest[1..], "")),
                _ => rest.split_at(rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len())),
            };
        }
        // Of two attributes with one name the first counts.
        if found.iter().all(|(known, _)| *known != name) {
            found.push((name, decode(value)));
        }
    }
}

/// Character references undone: numeric ones and those that could hide an address. Others stay, and are shown as written.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((c, length)) => {
                out.push(c);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that a reference at the beginning of `text` stands for, and its length. A missing semicolon is tolerated for
/// numbers, as browsers do.
fn reference(text: &str) -> Option<(char, usize)> {
    if let Some(number) = text.strip_prefix("&#") {
        let (digits, radix, skipped) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 3),
            None => (number, 10, 2),
        };
        let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let c = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?).unwrap_or('\u{FFFD}');
        let end = skipped + length;
        return Some((c, end + usize::from(text[end..].starts_with(';'))));
    }
    NAMED.iter().find_map(|(name, c)| text[1..].starts_with(name).then_some((*c, name.len() + 1)))
}

/// The longest first where one begins another.
const NAMED: &[(&str, char)] = &[
    ("amp;", '&'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("quot;", '"'),
    ("apos;", '\''),
    ("nbsp;", '\u{A0}'),
    ("colon;", ':'),
    ("sol;", '/'),
    ("bsol;", '\\'),
    ("Tab;", '\t'),
    ("NewLine;", '\n'),
    ("lpar;", '('),
    ("rpar;", ')'),
    ("period;", '.'),
    ("num;", '#'),
    ("quest;", '?'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
];

/// Where the character references in `text` stand that HTML text may keep as they are written.
pub(super) fn is_reference(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('&').and_then(|rest| rest.split_once(';')).map(|(inner, _)| inner) else { return false };
    let name = inner.strip_prefix('#').map_or(inner, |number| number.strip_prefix(['x', 'X']).unwrap_or(number));
    !name.is_empty() && name.len() <= 32 && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    #[test]
    fn tags_are_cut_as_browsers_cut_them() {
        let start = |name: &str, attributes: &[(&str, &str)]| Token::Start {
            name: name.to_owned(),
            attributes: attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        };
        assert_eq!(
            tokens("a<B x='>' Y=\"&quot;\">b</b >"),
            [Token::Text("a"), start("b", &[("x", ">"), ("y", "\"")]), Token::Text("b"), Token::End("b".to_owned()),]
        );
        assert_eq!(tokens("<a/href=java&#115;cript&colon;x/>"), [start("a", &[("href", "javascript:x/")])]);
        assert_eq!(tokens("<!-- <b> --><img src=x onerror=y x>"), [start("img", &[("src", "x"), ("onerror", "y"), ("x", "")])]);
        assert_eq!(tokens("1 < 2 <b"), [Token::Text("1 "), Token::Text("<"), Token::Text(" 2 ")]);
        assert_eq!(tokens("<a x=1 x=2>"), [start("a", &[("x", "1")])]);
    }
}
