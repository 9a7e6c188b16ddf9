//! What a reader sees of a unit's flat text, and what is behind it: link targets, code, HTML.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::format::markdown::write::References;

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

/// Takes the markup off `text`; labels in `links` lead where they are defined to lead.
///
/// How a link is written says nothing: in line, by a label, in angle brackets or bare, it has one target and one text. The title
/// of a link or image, which readers see, is read as words where code is not.
pub(crate) fn prose(text: &str, code_words: CodeWords, links: Option<&References>) -> Prose {
    // One line, with a word in front, is a paragraph whatever it begins with.
    let paragraph = format!("x {}", text.replace("\\\n", " ").replace('\n', " "));
    let known = |link: BrokenLink<'_>| match links.and_then(|links| links.link(&link.reference)) {
        Some((target, title)) => Some((CowStr::from(target.to_owned()), CowStr::from(title.to_owned()))),
        None => Some((CowStr::from(format!("[{}]", link.reference)), CowStr::Borrowed(""))),
    };
    let mut reading = Reading { prose: Prose::default(), links: Vec::new(), open: Vec::new(), hidden: 0 };
    let parser = Parser::new_with_broken_link_callback(&paragraph, Options::ENABLE_STRIKETHROUGH, Some(known));
    for (event, span) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                // The visible text is the target: it is one link, as the bare URL is.
                let auto = matches!(link_type, LinkType::Autolink | LinkType::Email);
                reading.begin_link(&dest_url, &title, auto, paragraph[span].starts_with("[^"));
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => reading.begin_link(&dest_url, &title, false, false),
            Event::Start(Tag::Paragraph) => {}
            Event::Start(_) => reading.hidden += usize::from(reading.hidden > 0),
            Event::End(TagEnd::Link | TagEnd::Image) => reading.end_link(code_words == CodeWords::LeaveOut),
            Event::End(_) => reading.hidden = reading.hidden.saturating_sub(1),
            Event::Text(seen) if reading.hidden == 0 => reading.prose.text.push_str(&seen),
            Event::Code(code) => {
                reading.prose.code.push(code.to_string());
                reading.prose.text.push_str(if code_words == CodeWords::Keep { &code } else { " " });
            }
            Event::InlineHtml(tag) => {
                let at = reading.prose.text.len();
                reading.links.extend(tag_targets(&tag).into_iter().map(|target| (at, target)));
                reading.prose.html.push(tag.to_string());
                reading.prose.text.push(' ');
            }
            _ => {}
        }
    }
    reading.finish()
}

/// A text while it is being read.
struct Reading {
    prose: Prose,
    /// Targets, each with the place in the visible text where it was met.
    links: Vec<(usize, String)>,
    /// Links that have begun: where their text begins, their target, their title.
    open: Vec<(usize, String, String)>,
    /// How deep in something that is not visible.
    hidden: usize,
}

impl Reading {
    fn begin_link(&mut self, target: &str, title: &str, auto: bool, footnote: bool) {
        self.hidden += usize::from(auto || footnote || self.hidden > 0);
        let at = self.prose.text.len();
        let target = target.strip_prefix("mailto:").unwrap_or(target);
        self.links.push((at, target.to_owned()));
        self.open.push((at, target.to_owned(), title.to_owned()));
    }

    fn end_link(&mut self, with_title: bool) {
        let visible = self.hidden == 0;
        self.hidden = self.hidden.saturating_sub(1);
        let Some((start, target, title)) = self.open.pop() else { return };
        let text = &mut self.prose.text;
        if visible && !target.is_empty() && text.get(start..) == Some(target.as_str()) {
            text.truncate(start);
        }
        if visible && with_title && !title.is_empty() {
            text.push_str(" (");
            text.push_str(&title);
            text.push(')');
        }
    }

    fn finish(mut self) -> Prose {
        take_urls(&mut self.prose.text, &mut self.links);
        self.prose.text = self.prose.text.strip_prefix('x').unwrap_or(&self.prose.text).to_owned();
        self.prose.links = self.links.into_iter().map(|(_, target)| target).collect();
        self.prose
    }
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

/// Moves bare URLs from the text to the links, each among those where it stands.
fn take_urls(text: &mut String, links: &mut Vec<(usize, String)>) {
    if !text.contains("://") {
        return;
    }
    let mut rest = String::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let begin = at;
        at += word.len();
        let Some(scheme_end) = word.find("://") else {
            rest.push_str(word);
            continue;
        };
        let start = word[..scheme_end]
            .rfind(|c: char| !c.is_ascii_alphanumeric())
            .map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
        let url = word[start..].trim_end().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '»', '”', '’']);
        links.push((begin + start, url.to_owned()));
        rest.push_str(&word[..start]);
        rest.push_str(&word[start + url.len()..]);
    }
    links.sort_by_key(|(at, _)| *at);
    *text = rest;
}
