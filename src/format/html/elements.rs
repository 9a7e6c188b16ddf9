//! The elements and attributes of raw HTML that a page keeps; all others are left out (HTML Living Standard §4).

/// Where an element may stand and what it may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Model {
    /// Stands among words and holds words.
    Phrasing,
    /// Stands among blocks and holds words only.
    Words,
    /// Stands among blocks and holds blocks.
    Flow,
    /// Has no content.
    Void,
    /// Has no content and stands among blocks only.
    VoidBlock,
}

/// The element called `name`, spelt and described; `None` when a page does not keep it.
pub(super) fn element(name: &str) -> Option<(&'static str, Model)> {
    let find = |names: &[&'static str]| names.iter().copied().find(|known| *known == name);
    let lists = [
        (PHRASING, Model::Phrasing),
        (WORDS, Model::Words),
        (FLOW, Model::Flow),
        (VOIDS, Model::Void),
        (VOID_BLOCKS, Model::VoidBlock),
    ];
    lists.iter().find_map(|(names, model)| Some((find(names)?, *model)))
}

const PHRASING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];
const WORDS: &[&str] = &["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "dt", "caption"];
const FLOW: &[&str] = &[
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "figcaption",
    "figure",
    "footer",
    "header",
    "li",
    "ol",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "video",
];
const VOIDS: &[&str] = &["br", "img", "wbr"];
const VOID_BLOCKS: &[&str] = &["hr", "source"];

/// Elements whose content goes with them.
pub(super) const SILENT: &[&str] = &[
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "textarea",
    "select",
    "title",
    "head",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "canvas",
    "button",
];

/// The elements that `name` may stand directly in, where HTML asks for particular ones.
pub(super) fn parents(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "li" => &["ul", "ol"],
        "tr" => &["table", "thead", "tbody", "tfoot"],
        "td" | "th" => &["tr"],
        "thead" | "tbody" | "tfoot" | "caption" => &["table"],
        "dt" | "dd" => &["dl"],
        "summary" => &["details"],
        "figcaption" => &["figure"],
        "rt" | "rp" => &["ruby"],
        "source" => &["audio", "video"],
        _ => return None,
    })
}

/// Whether the start of `name` ends an open `open` that was not closed (HTML §13.1.2.4).
pub(super) fn implies_end(open: &str, name: &str) -> bool {
    match name {
        "li" => open == "li",
        "dt" | "dd" => matches!(open, "dt" | "dd"),
        "rt" | "rp" => matches!(open, "rt" | "rp"),
        "td" | "th" => matches!(open, "td" | "th"),
        "tr" => matches!(open, "td" | "th" | "tr"),
        "thead" | "tbody" | "tfoot" => matches!(open, "td" | "th" | "tr" | "thead" | "tbody" | "tfoot"),
        _ => false,
    }
}

/// What the value of an attribute must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// Any text.
    Text,
    /// A language tag.
    Language,
    /// `ltr`, `rtl` or `auto`.
    Direction,
    /// An address that a link may lead to.
    Link,
    /// A file of the site.
    File,
    /// Digits.
    Number,
    /// Nothing: the attribute's presence counts.
    Flag,
}

/// The attribute `name` of the element `element`, spelt and described; `None` when a page does not keep it.
pub(super) fn attribute(element: &str, name: &str) -> Option<(&'static str, Value)> {
    Some(match (element, name) {
        (_, "lang") => ("lang", Value::Language),
        (_, "dir") => ("dir", Value::Direction),
        (_, "title") => ("title", Value::Text),
        (_, "class") => ("class", Value::Text),
        (_, "id") => ("id", Value::Text),
        ("a", "href") => ("href", Value::Link),
        ("blockquote" | "q" | "del" | "ins", "cite") => ("cite", Value::Link),
        ("img" | "source" | "audio" | "video", "src") => ("src", Value::File),
        ("video", "poster") => ("poster", Value::File),
        ("img", "alt") => ("alt", Value::Text),
        ("img" | "video", "width") => ("width", Value::Number),
        ("img" | "video", "height") => ("height", Value::Number),
        ("time" | "del" | "ins", "datetime") => ("datetime", Value::Text),
        ("data", "value") => ("value", Value::Text),
        ("ol", "start") => ("start", Value::Number),
        ("ol", "reversed") => ("reversed", Value::Flag),
        ("details", "open") => ("open", Value::Flag),
        ("td" | "th", "colspan") => ("colspan", Value::Number),
        ("td" | "th", "rowspan") => ("rowspan", Value::Number),
        ("th", "scope") => ("scope", Value::Text),
        _ => return None,
    })
}
