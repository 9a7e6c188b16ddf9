//! Catalogs as a person reads them: entries between blank lines, each with its comments, its id and its lines.
//!
//! A second, much simpler reader than the tool's own, for catalogs that are in order.

/// An entry of a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The unit.
    pub id: String,
    /// Comment lines above it without `# `; the `[todo]` line is not among them.
    pub comments: Vec<String>,
    /// Lines of its value; empty when there is no translation.
    pub lines: Vec<String>,
    /// Spaces before its lines in block form; 0 when it begins beside its id, or is missing.
    pub indent: usize,
    /// The entry, byte for byte, without the blank line after it.
    pub bytes: String,
}

impl Entry {
    /// The texts of its notes with this tag.
    pub fn notes(&self, tag: &str) -> Vec<&str> {
        let of = |line: &'_ String| line.starts_with(&format!("[{tag}]"));
        self.comments.iter().filter(|line| of(line)).map(|line| line[tag.len() + 2..].trim_start()).collect()
    }

    /// Its text, lines joined.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// Reads the entries of a catalog that is in order.
pub fn read(text: &str) -> Vec<Entry> {
    text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").split("\n\n").filter_map(read_entry).collect()
}

/// The entry of `unit`.
pub fn find<'e>(entries: &'e [Entry], unit: &str) -> Option<&'e Entry> {
    entries.iter().find(|entry| entry.id == unit)
}

fn read_entry(block: &str) -> Option<Entry> {
    let block = block.trim_matches('\n');
    let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with("##")).collect();
    let bytes = lines.join("\n");
    let mut comments = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(id) = line.strip_prefix("# [todo] ").and_then(|rest| rest.strip_suffix(" =")) {
            return Some(Entry { id: id.to_owned(), comments, lines: Vec::new(), indent: 0, bytes });
        }
        match line.strip_prefix('#') {
            Some(comment) => comments.push(comment.strip_prefix(' ').unwrap_or(comment).to_owned()),
            None => {
                let (id, first) = line.split_once('=')?;
                let rest = &lines[at + 1..];
                let indent = rest.first().map_or(0, |line| line.len() - line.trim_start_matches(' ').len());
                let first = Some(first.trim()).filter(|first| !first.is_empty()).map(str::to_owned);
                let value = first.into_iter().chain(rest.iter().map(|line| line.trim().to_owned())).collect();
                return Some(Entry { id: id.trim().to_owned(), comments, lines: value, indent, bytes });
            }
        }
    }
    None
}
