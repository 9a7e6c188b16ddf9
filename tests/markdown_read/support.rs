//! What the tests of reading share: the case tables and how a reading is written down.

use std::path::{Path, PathBuf};

use tarjuman::format::markdown::{HtmlBlocks, Read, ReadOptions, read};
use tarjuman::model::{Element, Flavour, Placeables};

/// A case of a table: a document and what its units are to be.
pub struct Case {
    pub file: String,
    pub name: String,
    pub flavour: Flavour,
    pub html_blocks: HtmlBlocks,
    pub text: String,
    pub expected: String,
}

/// All cases in `tests/markdown_read/*.txt`.
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/markdown_read");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().flat_map(|path| cases_in(path)).collect()
}

fn cases_in(path: &Path) -> Vec<Case> {
    let table = std::fs::read_to_string(path).unwrap();
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let flavour = if file.starts_with("mdx") { Flavour::Mdx } else { Flavour::Markdown };
    let html_blocks = if file.starts_with("html") { HtmlBlocks::Translate } else { HtmlBlocks::Carry };
    table
        .split("\n==== ")
        .skip(1)
        .map(|case| {
            let (name, rest) = case.split_once('\n').unwrap();
            let (text, expected) = rest.split_once("\n----\n").unwrap_or_else(|| panic!("no `----` line in `{name}`"));
            let expected = expected.trim().replace("\\t", "\t").replace('·', " ");
            let text = text.replace("\\r", "\r").replace("\\t", "\t").replace('·', " ") + "\n";
            Case { file: file.clone(), name: name.to_owned(), flavour, html_blocks, text, expected }
        })
        .collect()
}

/// Reads `text` with the fields that the tests use.
pub fn read_as(text: &str, flavour: Flavour) -> Read {
    read_with(text, flavour, HtmlBlocks::Carry)
}

/// The same with a choice of what becomes of HTML blocks.
pub fn read_with(text: &str, flavour: Flavour, html_blocks: HtmlBlocks) -> Read {
    let fields = ["title", "standfirst", "description", "author", "tags", "image.alt", "image.caption", "summary"];
    let front_matter = fields.iter().map(|field| field.to_string()).collect();
    read(text, &ReadOptions { flavour, front_matter, html_blocks })
}

/// A reading as the case tables write it: one unit per line, what its placeables hold, then what is carried and wrong.
pub fn rendered(read: &Read) -> String {
    let mut lines = Vec::new();
    for unit in &read.article.units {
        let name = match &unit.role {
            tarjuman::model::Role::Heading(level) => format!("h{level}"),
            tarjuman::model::Role::FrontMatter(field) => format!("fm:{field}"),
            role => role.prefix().to_owned(),
        };
        let heading = unit.heading.map_or(String::new(), |index| format!(" ^{index}"));
        lines.push(format!("{name}{heading}: {}", content(&unit.content, &unit.placeables)));
        lines.extend(unit.notes.iter().map(|note| format!("  note: {note}")));
        lines.extend(unit.answers.iter().map(|answer| format!("  answer: {answer}")));
    }
    let text = &read.article.text;
    lines.extend(read.article.carried_prose.iter().map(|span| format!("carried: {}", text[span.clone()].replace('\n', "⏎"))));
    lines.extend(read.diagnostics.iter().map(|diagnostic| format!("{} at line {}", diagnostic.code, diagnostic.place.line)));
    lines.join("\n")
}

fn content(content: &[Element], placeables: &Placeables) -> String {
    content
        .iter()
        .map(|element| match element {
            Element::Text(text) => text.replace('\n', "⏎"),
            Element::Placeable(name) => format!("⟦{name}={}⟧", placeables[name].replace('\n', "⏎")),
        })
        .collect()
}
