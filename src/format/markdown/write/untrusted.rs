//! Holds translated text to what the article itself has: no tags but a few without attributes, no new schemes or hosts,
//! no template directives, no tag without its partner.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::model::Flavour;

use super::escape::{Effort, Setting, literal};
use super::fragment::Fragment;
use super::plan::{Hand, Piece, Token, Wrap};
use super::refusal::RefusalReason;

/// Tags a translator may type, without attributes and in pairs.
const PHRASE_TAGS: &[&str] =
    &["em", "strong", "b", "i", "u", "s", "sub", "sup", "small", "mark", "q", "cite", "kbd", "ruby", "rt", "rp", "bdi"];

/// The same, without partners.
const PHRASE_VOIDS: &[&str] = &["br", "wbr"];

/// HTML elements that never have a closing tag.
const VOIDS: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Writes typed HTML as text unless it is a balanced set of phrase tags; in MDX also spells out autolinks and closes
/// voids; in an alternative text leaves nothing but words.
pub(super) fn neutralise(tokens: Vec<Token>, fragment: &Fragment, setting: Setting, flavour: Flavour) -> Vec<Token> {
    let balanced = typed_tags_balance(&tokens);
    let mut tamed = Vec::with_capacity(tokens.len());
    for mut token in tokens {
        match &token.piece {
            Piece::Open(Wrap::Link { .. }) | Piece::Close(Wrap::Link { .. }) if setting == Setting::Alt => continue,
            Piece::Footnote(_) if setting == Setting::Alt => {
                let raw = std::mem::take(&mut token.raw);
                as_text(&raw, fragment, setting, flavour, &mut tamed);
            }
            Piece::Raw(html) if token.hand == Hand::Translator => match phrase_tag(html) {
                Some((name, _)) if PHRASE_VOIDS.contains(&name) => {
                    if flavour == Flavour::Mdx {
                        token.raw = format!("<{name} />");
                    }
                    tamed.push(token);
                }
                Some((name, _)) if balanced && PHRASE_TAGS.contains(&name) => tamed.push(token),
                _ => as_text(html, fragment, setting, flavour, &mut tamed),
            },
            _ => tamed.push(token),
        }
    }
    if flavour == Flavour::Mdx {
        spell_out_autolinks(&mut tamed, setting);
    }
    tamed
}

/// Pushes `raw` as literal text; placeables in it stay what they are.
fn as_text(raw: &str, fragment: &Fragment, setting: Setting, flavour: Flavour, tokens: &mut Vec<Token>) {
    let token = |piece: Piece, raw: String, hand: Hand| Token { piece, raw, hand, pair: None, escaped: true };
    let mut rest = raw;
    while !rest.is_empty() {
        let end = rest.find(|c| fragment.is_stand_in(c)).unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        let next = after.chars().next();
        if !text.is_empty() {
            let spelt = literal(text, next, setting, flavour, Effort::Hard);
            tokens.push(token(Piece::Text(text.to_owned()), spelt, Hand::Translator));
        }
        if let Some(stand_in) = next {
            tokens.push(token(Piece::Raw(stand_in.to_string()), stand_in.to_string(), Hand::Source));
        }
        rest = next.map_or("", |c| &after[c.len_utf8()..]);
    }
}

/// The name of an attribute-less tag, and whether it closes.
fn phrase_tag(html: &str) -> Option<(&str, bool)> {
    let inner = html.strip_prefix('<')?.strip_suffix('>')?;
    let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let name = inner.trim_end_matches('/').trim_end();
    name.bytes().all(|byte| byte.is_ascii_alphanumeric()).then_some((name, closes))
}

fn typed_tags_balance(tokens: &[Token]) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for token in tokens.iter().filter(|token| token.hand == Hand::Translator) {
        let Piece::Raw(html) = &token.piece else { continue };
        match phrase_tag(html) {
            Some((name, false)) if PHRASE_TAGS.contains(&name) => open.push(name),
            Some((name, true)) if PHRASE_TAGS.contains(&name) && open.pop() != Some(name) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// `<https://…>` is no MDX: it becomes `[https://…](<https://…>)`.
fn spell_out_autolinks(tokens: &mut [Token], setting: Setting) {
    for index in 0..tokens.len().saturating_sub(2) {
        let [open, text, close] = &mut tokens[index..index + 3] else { continue };
        let (Piece::Open(Wrap::Link { destination, .. }), Piece::Text(shown)) = (&open.piece, &text.piece) else { continue };
        if open.raw != "<" || close.raw != ">" {
            continue;
        }
        close.raw = format!("]({destination})");
        text.raw = literal(shown, None, setting, Flavour::Mdx, Effort::Hard);
        open.raw = "[".to_owned();
    }
}

/// What a text may lead to, from what its article leads to.
#[derive(Debug, Clone, Default)]
pub(super) struct Allowed {
    destinations: BTreeSet<String>,
    hosts: BTreeSet<String>,
    schemes: BTreeSet<String>,
}

impl Allowed {
    /// Lets texts lead wherever `destination` does, and elsewhere on its host.
    pub(super) fn insert(&mut self, destination: &str) {
        if let Some((scheme, rest)) = scheme_of(destination) {
            self.schemes.insert(scheme.to_ascii_lowercase());
            self.hosts.extend(host_of(rest));
        } else {
            self.hosts.extend(host_of(destination));
        }
        self.destinations.insert(destination.to_owned());
    }

    /// Adds the destinations of `href`, `src` and `srcset`-like attributes anywhere in `text`.
    pub(super) fn insert_attributes(&mut self, text: &str) {
        for name in ["href=", "src=", "cite=", "poster="] {
            for at in memmem::find_iter(text.as_bytes(), name) {
                let value = &text[at + name.len()..];
                let value = match value.chars().next() {
                    Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
                    _ => value.split(|c: char| c.is_whitespace() || c == '>').next(),
                };
                self.insert(value.unwrap_or_default());
            }
        }
    }

    /// Whether something in the article leads to exactly `destination`.
    pub(super) fn names(&self, destination: &str) -> bool {
        self.destinations.contains(destination)
    }

    /// Whether a link or an image may lead to `destination`.
    pub(super) fn permits(&self, destination: &str) -> bool {
        if self.destinations.contains(destination) {
            return true;
        }
        let plain = destination.trim_matches(' ');
        let hidden = plain.chars().any(|c| c.is_control() || c.is_whitespace() || is_invisible(c)) || plain.contains('\\');
        if hidden || plain.contains("{{") || plain.contains("{%") {
            return false;
        }
        match scheme_of(plain) {
            Some((scheme, rest)) => self.permits_absolute(&scheme.to_ascii_lowercase(), rest),
            None if plain.starts_with("//") => host_of(plain).is_some_and(|host| self.hosts.contains(&host)),
            // An encoded colon before the first slash only serves to hide a scheme.
            None => scheme_of(&decoded(plain)).is_none_or(|(scheme, _)| !is_scheme_of_note(scheme)),
        }
    }

    fn permits_absolute(&self, scheme: &str, rest: &str) -> bool {
        let known_scheme = self.schemes.contains(scheme) || scheme == "https" && self.schemes.contains("http");
        let known_host = host_of(rest).is_some_and(|host| self.hosts.contains(&host));
        matches!(scheme, "http" | "https" | "ftp" | "ftps") && known_scheme && known_host
    }
}

/// Splits `destination` after its scheme, as RFC 3986 §3.1 spells one.
fn scheme_of(destination: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = destination.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    fits.then_some((scheme, rest))
}

/// The host and port after `//`; nothing when there is none, or when a user name stands before it.
fn host_of(rest: &str) -> Option<String> {
    let authority = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
    let plain = !authority.is_empty() && !authority.contains(['@', '%', '\\']);
    plain.then(|| authority.to_lowercase())
}

fn is_scheme_of_note(scheme: &str) -> bool {
    let scheme = scheme.to_ascii_lowercase();
    ["javascript", "vbscript", "data", "file", "blob", "http", "https", "ftp", "view-source"].contains(&scheme.as_str())
}

/// Zero-width and bidirectional controls, which browsers drop or people cannot see.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Percent encoding and character references undone, as often as they are nested (up to three times).
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        let mut next = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find('%') {
            next.push_str(&rest[..at]);
            let code = rest.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
            match code.filter(u8::is_ascii) {
                Some(byte) => {
                    if !byte.is_ascii_control() {
                        next.push(char::from(byte));
                    }
                    rest = &rest[at + 3..];
                }
                None => {
                    next.push('%');
                    rest = &rest[at + 1..];
                }
            }
        }
        next.push_str(rest);
        text = next.replace("&colon;", ":").replace("&#58;", ":").replace("&#x3a;", ":").replace("&#x3A;", ":");
    }
    text.trim_start().to_owned()
}

/// The first place where `tokens` lead that is not permitted.
pub(super) fn find_destination(tokens: &[Token], fragment: &Fragment, allowed: &Allowed) -> Option<RefusalReason> {
    tokens.iter().find_map(|token| match &token.piece {
        Piece::Open(wrap) => {
            let destination = fragment.expand(wrap.destination()?);
            (!allowed.permits(&destination)).then_some(RefusalReason::Destination { destination })
        }
        _ => None,
    })
}

/// The first directive that a translator typed where escaping does not reach: in code, or in a link's closing half.
/// `source` gives what the unit's own text holds.
pub(super) fn find_directive(tokens: &[Token], source: impl Fn() -> BTreeSet<String>) -> Option<RefusalReason> {
    let typed = tokens.iter().filter(|token| token.hand == Hand::Translator);
    typed.filter(|token| token.raw.contains("{{") || token.raw.contains("{%")).find_map(|token| match &token.piece {
        Piece::Code(code) if source().contains(&format!("`{code}`")) => None,
        Piece::Close(wrap) if wrap.destination().is_some_and(|destination| source().contains(destination)) => None,
        Piece::Code(_) | Piece::Close(_) => Some(RefusalReason::Directive { text: token.raw.clone() }),
        _ => None,
    })
}

/// Tags in `pieces` that lack a partner or cross another element, sorted; openers by name, closers with a leading `/`.
pub(super) fn unpaired_tags(pieces: &[Piece]) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut unpaired = Vec::new();
    let mut close = |open: &mut Vec<String>, name: &str| match open.iter().rposition(|opener| opener == name) {
        Some(at) => {
            unpaired.extend(open.drain(at + 1..));
            open.pop();
        }
        None => unpaired.push(format!("/{name}")),
    };
    for piece in pieces {
        match piece {
            Piece::Open(wrap) => open.push(wrap_name(wrap).to_owned()),
            Piece::Close(wrap) => close(&mut open, wrap_name(wrap)),
            Piece::Raw(raw) => {
                for (name, tag) in tags(raw) {
                    match tag {
                        Tag::Opens => open.push(name),
                        Tag::Closes => close(&mut open, &name),
                    }
                }
            }
            _ => {}
        }
    }
    unpaired.append(&mut open);
    unpaired.sort();
    unpaired
}

fn wrap_name(wrap: &Wrap) -> &'static str {
    match wrap {
        Wrap::Emphasis => "em",
        Wrap::Strong => "strong",
        Wrap::Strikethrough => "del",
        Wrap::Link { .. } => "[link]",
        Wrap::Image { .. } => "[image]",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Opens,
    Closes,
}

/// The tags in raw HTML or JSX; comments, void elements and self-closing tags are left out.
fn tags(raw: &str) -> Vec<(String, Tag)> {
    let mut found = Vec::new();
    let mut rest = raw;
    if raw.starts_with("<!--") || raw.starts_with('{') {
        return found;
    }
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let (inner, closes) = rest.strip_prefix('/').map_or((rest, false), |inner| (inner, true));
        let end = inner.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '$'))).unwrap_or(inner.len());
        let end_of_tag = tag_end(inner);
        let name = &inner[..end];
        let fragment = name.is_empty() && inner.starts_with('>');
        let named = name.starts_with(|c: char| c.is_alphabetic());
        // `<Link>` is a component of JSX, `<link>` and `<LINK>` are HTML.
        let html = !(name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase));
        let void = inner[..end_of_tag].ends_with('/') || (html && VOIDS.contains(&name.to_ascii_lowercase().as_str()));
        if (named && !void) || fragment {
            found.push((name.to_owned(), if closes { Tag::Closes } else { Tag::Opens }));
        }
        rest = &inner[end_of_tag..];
    }
    found
}

/// Where the `>` of a tag stands, quotes and braces skipped; the end of `inner` when there is none.
fn tag_end(inner: &str) -> usize {
    let mut quote = None;
    let mut depth = 0usize;
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => depth = depth.saturating_sub(1),
            (None, '>') if depth == 0 => return at,
            _ => {}
        }
    }
    inner.len()
}
