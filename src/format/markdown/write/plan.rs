//! What a text means: a flat sequence of pieces, with emphasis and links as matching brackets.
//!
//! A [`Token`] is a piece with its spelling; the sequence of pieces alone, evened out, is what two texts are compared by.

use std::collections::BTreeSet;

/// A piece of inline content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Literal text, escapes and character references resolved.
    Text(String),
    /// A code span's content.
    Code(String),
    /// Raw inline HTML or JSX, a template directive, or anything else that stands as it is.
    Raw(String),
    /// Something begins.
    Open(Wrap),
    /// It ends.
    Close(Wrap),
    /// A hard line break.
    Break,
    /// A footnote reference by label.
    Footnote(String),
}

/// What can stand around inline content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrap {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck-out text.
    Strikethrough,
    /// A link.
    Link {
        /// Where it leads, resolved.
        destination: String,
        /// Its title; empty when there is none.
        title: String,
    },
    /// An image; its content is the alternative text.
    Image {
        /// Where the picture is, resolved.
        destination: String,
        /// Its title; empty when there is none.
        title: String,
    },
}

impl Wrap {
    /// The HTML element that shows the same, for the three sorts of emphasis.
    pub(super) fn element(&self) -> Option<&'static str> {
        match self {
            Wrap::Emphasis => Some("em"),
            Wrap::Strong => Some("strong"),
            Wrap::Strikethrough => Some("del"),
            _ => None,
        }
    }

    fn of_element(name: &str) -> Option<Wrap> {
        match name {
            "em" => Some(Wrap::Emphasis),
            "strong" => Some(Wrap::Strong),
            "del" => Some(Wrap::Strikethrough),
            _ => None,
        }
    }

    /// The destination of a link or an image.
    pub(super) fn destination(&self) -> Option<&str> {
        match self {
            Wrap::Link { destination, .. } | Wrap::Image { destination, .. } => Some(destination),
            _ => None,
        }
    }
}

/// Who wrote a token's spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    /// It comes from a placeable, so from the article.
    Source,
    /// The translator typed it.
    Translator,
}

/// A piece and how it is spelt in the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What it means.
    pub piece: Piece,
    /// Its spelling.
    pub raw: String,
    /// Who wrote it.
    pub hand: Hand,
    /// For emphasis: which pair of delimiters it belongs to.
    pub pair: Option<usize>,
    /// Whether the spelling is an escape or a character reference (never to be escaped again).
    pub escaped: bool,
}

/// The pieces of `tokens`, evened out: text merged and its white space single, tags that are emphasis or breaks in
/// disguise named as such, emphasis and links inside images dropped (only their words are seen). `images` is how many images are
/// open at the start: 1 for an alternative text.
pub(super) fn pieces(tokens: &[Token], mut images: usize) -> Vec<Piece> {
    let mut even: Vec<Piece> = Vec::new();
    for token in tokens {
        let piece = match &token.piece {
            Piece::Text(text) => {
                push_text(&mut even, text);
                continue;
            }
            Piece::Raw(html) => disguised(html).unwrap_or_else(|| Piece::Raw(single_spaced(html))),
            Piece::Code(code) => Piece::Code(single_spaced(code)),
            other => other.clone(),
        };
        match &piece {
            Piece::Open(Wrap::Image { .. }) => images += 1,
            Piece::Close(Wrap::Image { .. }) => images = images.saturating_sub(1),
            Piece::Open(_) | Piece::Close(_) if images > 0 => continue,
            Piece::Break => trim_end(&mut even),
            _ => {}
        }
        even.push(piece);
    }
    trim_end(&mut even);
    even
}

/// The distinct tags, codes, links, images and footnote references of `pieces`, for checks that compare sets.
pub fn landmarks(pieces: &[Piece]) -> BTreeSet<String> {
    pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Code(code) => Some(format!("`{code}`")),
            Piece::Raw(raw) => Some(raw.clone()),
            Piece::Footnote(label) => Some(format!("[^{label}]")),
            Piece::Open(wrap) => wrap.destination().map(str::to_owned),
            _ => None,
        })
        .collect()
}

fn disguised(html: &str) -> Option<Piece> {
    let name = html.strip_prefix('<')?.strip_suffix('>')?;
    if let Some(name) = name.strip_prefix('/') {
        return Wrap::of_element(name.trim_end()).map(Piece::Close);
    }
    if name.trim_end_matches('/').trim_end() == "br" {
        return Some(Piece::Break);
    }
    Wrap::of_element(name.trim_end()).map(Piece::Open)
}

fn push_text(even: &mut Vec<Piece>, text: &str) {
    match even.last_mut() {
        Some(Piece::Text(before)) => push_single_spaced(before, text),
        before => {
            let text = if matches!(before, None | Some(Piece::Break)) { text.trim_start_matches(is_blank) } else { text };
            let text = single_spaced(text);
            if !text.is_empty() {
                even.push(Piece::Text(text));
            }
        }
    }
}

fn trim_end(even: &mut Vec<Piece>) {
    if let Some(Piece::Text(text)) = even.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if text.is_empty() {
            even.pop();
        }
    }
}

/// `text` with every run of ASCII white space as one space.
pub(super) fn single_spaced(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    push_single_spaced(&mut single, text);
    single
}

/// Appends `text` in that form; what stands before it is in that form already.
fn push_single_spaced(single: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| is_blank(char::from(byte))) {
        single.push_str(&rest[..at]);
        if !single.ends_with(' ') {
            single.push(' ');
        }
        rest = &rest[at + 1..];
    }
    single.push_str(rest);
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}
