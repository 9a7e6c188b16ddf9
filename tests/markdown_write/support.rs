//! Reading, writing and rendering in one line each.

use pulldown_cmark::{Options, Parser, html};
use tarjuman::format::markdown::write::{Piece, RefusalReason, Rendering, Wrap, Written};
use tarjuman::format::markdown::{HtmlBlocks, ReadOptions, read, write};
use tarjuman::model::{Article, Element, Elements, Flavour, Placeables};

pub fn options(flavour: Flavour) -> ReadOptions {
    let front_matter = ["title", "standfirst", "description", "image.alt", "image.caption"];
    ReadOptions { flavour, front_matter: front_matter.map(str::to_owned).to_vec(), html_blocks: HtmlBlocks::Carry }
}

pub fn article(text: &str, flavour: Flavour) -> Article {
    read(text, &options(flavour)).article
}

/// Writes the texts given by unit; other units keep their bytes.
pub fn written(article: &Article, texts: &[(usize, Elements)]) -> Written {
    let none = Placeables::new();
    let mut renderings = vec![None; article.units.len()];
    for (unit, elements) in texts {
        let placeables = article.units.get(*unit).map_or(&none, |unit| &unit.placeables);
        renderings[*unit] = Some(Rendering { elements, placeables });
    }
    write::write(article, &options(article.flavour), &renderings)
}

pub fn text(text: &str) -> Elements {
    vec![Element::Text(text.to_owned())]
}

pub fn markdown_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

pub fn to_html(markdown: &str) -> String {
    let mut page = String::new();
    html::push_html(&mut page, Parser::new_ext(markdown, markdown_options()));
    page
}

/// The word that stands for a reason in the tables.
pub fn reason(reason: &RefusalReason) -> &'static str {
    match reason {
        RefusalReason::Empty => "empty",
        RefusalReason::UnknownPlaceable { .. } => "placeable",
        RefusalReason::Destination { .. } => "destination",
        RefusalReason::Tag { .. } => "tag",
        RefusalReason::Directive { .. } => "directive",
        RefusalReason::LineBreak => "line-break",
        RefusalReason::Value => "value",
        RefusalReason::Structure => "structure",
    }
}

/// `pieces` as HTML, the way pulldown-cmark writes it.
pub fn pieces_html(pieces: &[Piece]) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let title = |title: &str| if title.is_empty() { String::new() } else { format!(" title=\"{title}\"") };
    let mut page = String::new();
    for piece in pieces {
        page.push_str(&match piece {
            Piece::Text(text) => escaped(text),
            Piece::Code(code) => format!("<code>{}</code>", escaped(code)),
            Piece::Raw(raw) => raw.clone(),
            Piece::Open(Wrap::Emphasis) => "<em>".to_owned(),
            Piece::Close(Wrap::Emphasis) => "</em>".to_owned(),
            Piece::Open(Wrap::Strong) => "<strong>".to_owned(),
            Piece::Close(Wrap::Strong) => "</strong>".to_owned(),
            Piece::Open(Wrap::Strikethrough) => "<del>".to_owned(),
            Piece::Close(Wrap::Strikethrough) => "</del>".to_owned(),
            Piece::Open(Wrap::Link { destination, title: words }) => format!("<a href=\"{destination}\"{}>", title(words)),
            Piece::Close(Wrap::Link { .. }) => "</a>".to_owned(),
            Piece::Open(Wrap::Image { destination, .. }) => format!("<img src=\"{destination}\" alt=\""),
            Piece::Close(Wrap::Image { title: words, .. }) => format!("\"{} />", title(words)),
            Piece::Break => "<br />".to_owned(),
            Piece::Footnote(label) => format!("[^{label}]"),
        });
    }
    page
}
