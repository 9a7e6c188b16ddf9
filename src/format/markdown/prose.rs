//! Which text holds words: what makes a unit, and what is listed as carried prose.

use crate::base::Span;

/// Whether `text` holds a word that a translator could have to do with: letters or digits outside bare addresses.
pub fn has_words(text: &str) -> bool {
    text.split_whitespace().any(|token| token.chars().any(char::is_alphanumeric) && !is_address(token))
}

fn is_address(token: &str) -> bool {
    let token = token.trim_start_matches(['(', '<', '"', '\'']);
    token.starts_with("www.") || token.split_once("://").is_some_and(|(scheme, _)| is_scheme(scheme))
}

fn is_scheme(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// The runs of words between the tags of the raw HTML in `span`; scripts, styles, comments and code hold none.
pub(super) fn between_tags(source: &str, span: Span) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut silent: Option<String> = None;
    let mut at = span.start;
    while at < span.end {
        let text_end = source[at..span.end].find('<').map_or(span.end, |found| at + found);
        if silent.is_none() {
            push_run(source, at..text_end, &mut runs);
        }
        if text_end == span.end {
            break;
        }
        let tag_end = tag_end(source, text_end, span.end);
        follow(&source[text_end..tag_end], &mut silent);
        at = tag_end;
    }
    runs
}

fn push_run(source: &str, span: Span, runs: &mut Vec<Span>) {
    let span = super::lines::trim(source, span);
    if has_words(&source[span.clone()]) {
        runs.push(span);
    }
}

/// The end of the tag, comment or declaration at `at`; `limit` when it is not closed, one byte on when it is none.
pub(super) fn tag_end(source: &str, at: usize, limit: usize) -> usize {
    let rest = &source[at..limit];
    let closer = if rest.starts_with("<!--") {
        "-->"
    } else if rest.starts_with("<?") {
        "?>"
    } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
        return quoted_tag_end(rest).map_or(limit, |end| at + end);
    } else {
        return at + 1;
    };
    rest.find(closer).map_or(limit, |found| at + found + closer.len())
}

fn quoted_tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Elements whose content is not prose.
pub(super) const SILENT: [&str; 6] = ["script", "style", "pre", "code", "textarea", "svg"];

/// The name of the element that `tag` opens or closes, in lower case; empty for a comment.
pub(super) fn element(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric);
    name.collect::<String>().to_ascii_lowercase()
}

fn follow(tag: &str, silent: &mut Option<String>) {
    let closing = tag.starts_with("</");
    let name = element(tag);
    match silent {
        Some(open) if closing && *open == name => *silent = None,
        None if !closing && !tag.ends_with("/>") && SILENT.contains(&name.as_str()) => *silent = Some(name),
        _ => {}
    }
}

/// Attributes whose values readers see.
const READ_ATTRIBUTES: [&str; 9] =
    ["alt", "alt-text", "title", "caption", "label", "description", "summary", "heading", "aria-label"];

/// The words in a directive or tag that stands alone on its lines: titles after `:::name` and `/// name |`, and values of
/// attributes that readers see.
pub(super) fn in_directive(source: &str, span: &Span) -> Vec<Span> {
    let mut runs = Vec::new();
    let directive = &source[span.clone()];
    if directive.starts_with(":::") || directive.starts_with("///") {
        let name = directive.trim_start_matches([':', '/', ' ', '.', '{']);
        let title = name.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let start = span.end - title.trim_start_matches([' ', '|', '[', '}']).len();
        let end = source[start..span.end].find([']', '{', '=']).map_or(span.end, |found| start + found);
        let is_title = end == span.end || source.as_bytes()[end] != b'=';
        if is_title && start > span.start + 3 {
            push_run(source, start..end, &mut runs);
        }
    }
    for (at, _) in directive.match_indices("=\"") {
        let before = &directive[..at];
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let name = &before[before.trim_end_matches(is_name).len()..];
        let value = at + 2..at + 2 + directive[at + 2..].find('"').unwrap_or(0);
        if READ_ATTRIBUTES.contains(&name) {
            push_run(source, span.start + value.start..span.start + value.end, &mut runs);
        }
    }
    runs
}
