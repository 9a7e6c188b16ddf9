//! What a reader sees of a unit's flat text, and what is behind it: link targets, code, HTML.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};

/// A unit's text without its markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Prose {
    /// The visible words, bare URLs left out, code spans left out, a space for a hard break.
    pub text: String,
    /// Link and image targets, labels, footnote marks, bare URLs, `href` and `src` of inline HTML, in order.
    pub links: Vec<String>,
    /// Contents of code spans, in order.
    pub code: Vec<String>,
    /// Tags of inline HTML, in order.
    pub html: Vec<String>,
}

/// What to do with the words of code spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeWords {
    /// They are words like others.
    Keep,
    /// They are listed in [`Prose::code`] only.
    LeaveOut,
}

/// Takes the markup off `text`.
pub(crate) fn prose(text: &str, code_words: CodeWords) -> Prose {
    // One line, with a word in front, is a paragraph whatever it begins with.
    let paragraph = format!("x {}", text.replace("\\\n", " ").replace('\n', " "));
    let known = |link: BrokenLink<'_>| Some((CowStr::from(format!("[{}]", link.reference)), CowStr::Borrowed("")));
    let mut prose = Prose::default();
    let mut hidden = 0usize;
    let parser = Parser::new_with_broken_link_callback(&paragraph, Options::ENABLE_STRIKETHROUGH, Some(known));
    for (event, span) in parser.into_offset_iter() {
        match event {
            // The visible text is the target: it is one link, as the bare URL is.
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, dest_url, .. }) => {
                hidden += 1;
                prose.links.push(dest_url.into_string());
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                hidden += usize::from(hidden > 0 || paragraph[span].starts_with("[^"));
                prose.links.push(dest_url.into_string());
            }
            Event::Start(Tag::Paragraph) => {}
            Event::Start(_) => hidden += usize::from(hidden > 0),
            Event::End(_) => hidden = hidden.saturating_sub(1),
            Event::Text(seen) if hidden == 0 => prose.text.push_str(&seen),
            Event::Code(code) => {
                prose.code.push(code.to_string());
                prose.text.push_str(if code_words == CodeWords::Keep { &code } else { " " });
            }
            Event::InlineHtml(tag) => {
                prose.links.extend(tag_targets(&tag));
                prose.html.push(tag.to_string());
                prose.text.push(' ');
            }
            _ => {}
        }
    }
    prose.text = prose.text.strip_prefix('x').unwrap_or(&prose.text).to_owned();
    take_urls(&mut prose);
    prose
}

/// The values of `href` and `src` in an HTML tag.
fn tag_targets(tag: &str) -> Vec<String> {
    let mut targets = Vec::new();
    for name in ["href=", "src="] {
        for (at, _) in tag.match_indices(name) {
            let value = &tag[at + name.len()..];
            let value = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
                _ => value.split([' ', '>']).next(),
            };
            targets.extend(value.map(str::to_owned));
        }
    }
    targets
}

/// Moves bare URLs from the text to the links.
fn take_urls(prose: &mut Prose) {
    if !prose.text.contains("://") {
        return;
    }
    let mut rest = String::new();
    for word in prose.text.split_inclusive(char::is_whitespace) {
        let Some(scheme_end) = word.find("://") else {
            rest.push_str(word);
            continue;
        };
        let start = word[..scheme_end]
            .rfind(|c: char| !c.is_ascii_alphanumeric())
            .map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
        let url = word[start..].trim_end().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '»', '”', '’']);
        prose.links.push(url.to_owned());
        rest.push_str(&word[..start]);
        rest.push_str(&word[start + url.len()..]);
    }
    prose.text = rest;
}
