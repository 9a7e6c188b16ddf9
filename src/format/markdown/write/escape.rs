//! Spells literal text so that no Markdown, HTML, MDX or template syntax comes out of it.
//!
//! Backslashes where CommonMark allows them; character references where other programs read the file before Markdown does.

use crate::model::Flavour;

/// How much is escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effort {
    /// Only what is known to be read otherwise; the translator's spelling stays.
    Light,
    /// Every mark that could matter.
    Hard,
}

/// Where a text is going to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// Lines of a block.
    Block,
    /// An ATX heading.
    Line,
    /// A table cell.
    Cell,
    /// The alternative text of an image.
    Alt,
    /// Text inside a raw HTML block, where Markdown means nothing.
    Html,
}

/// `text`, which is all literal, for `setting`; `next` is the character after it, `None` at the end of a line.
pub(super) fn literal(text: &str, next: Option<char>, setting: Setting, flavour: Flavour, effort: Effort) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().or(next);
        match spelling(c, after, chars.peek().is_none(), setting, flavour, effort) {
            Spelling::Plain => escaped.push(c),
            Spelling::Backslash => {
                escaped.push('\\');
                escaped.push(c);
            }
            Spelling::Reference(reference) => escaped.push_str(reference),
        }
    }
    escaped
}

enum Spelling {
    Plain,
    Backslash,
    Reference(&'static str),
}

fn spelling(c: char, after: Option<char>, last: bool, setting: Setting, flavour: Flavour, effort: Effort) -> Spelling {
    let mdx = flavour == Flavour::Mdx;
    let hard = effort == Effort::Hard;
    match c {
        '<' if hard || mdx || after.is_some_and(begins_tag) => Spelling::Reference("&lt;"),
        '&' if hard => Spelling::Reference("&amp;"),
        '{' | '}' if mdx => Spelling::Backslash,
        '{' if hard || after.is_some_and(|after| matches!(after, '{' | '%' | '#' | '.' | ':' | '*')) => {
            Spelling::Reference("&#123;")
        }
        // In the middle of a text a backslash before punctuation would already have been read as an escape.
        '\\' if hard || (last && after.is_none_or(|after| !after.is_alphanumeric() && after != ' ')) => Spelling::Backslash,
        '[' | ']' if setting == Setting::Alt => Spelling::Backslash,
        '*' | '_' | '~' | '`' | '[' | ']' | '>' | '#' | '|' | '!' if hard => Spelling::Backslash,
        _ => Spelling::Plain,
    }
}

/// Whether `<` and then this may begin a tag, a comment, an autolink or a placeable's content.
fn begins_tag(after: char) -> bool {
    after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?') || after >= '\u{f0000}'
}

/// `line`, whose first token is literal text, so that its beginning opens no block.
pub(super) fn guard_start(line: &str, flavour: Flavour) -> String {
    let with_backslash = |at: usize| format!("{}\\{}", &line[..at], &line[at..]);
    if flavour == Flavour::Mdx && begins_module_statement(line) {
        return format!("&#{};{}", u32::from(line.as_bytes()[0]), &line[1..]);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']) && ends_marker(&line[digits + 1..]) {
        return with_backslash(digits);
    }
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let opens = match line.as_bytes().first() {
        Some(b'-' | b'+' | b'*') => ends_marker(&line[1..]) || is_rule(line),
        Some(b'_') => is_rule(line),
        Some(b'#') => hashes <= 6 && ends_marker(&line[hashes..]),
        Some(b'>' | b'[') => true,
        Some(b'`') => line.starts_with("```"),
        Some(b'~') => line.starts_with("~~~"),
        // Containers of Markdown extensions.
        Some(b':') => line.starts_with(":::"),
        Some(b'/') => line.starts_with("///"),
        Some(b'=') => line.trim_end().bytes().all(|byte| byte == b'='),
        _ => false,
    };
    if opens || is_delimiter_row(line) { with_backslash(0) } else { line.to_owned() }
}

/// Whether nothing but white space, or nothing at all, follows a list or heading marker.
fn ends_marker(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

/// Whether `line` is a thematic break or a setext underline.
fn is_rule(line: &str) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    line.chars().all(|c| c == first || c == ' ')
}

/// Whether `line` makes the line above it a table's head.
fn is_delimiter_row(line: &str) -> bool {
    line.contains('-') && line.bytes().all(|byte| matches!(byte, b'|' | b':' | b'-' | b' ' | b'\t'))
}

/// Whether MDX would read `line` as JavaScript.
fn begins_module_statement(line: &str) -> bool {
    let rest = line.strip_prefix("import").or_else(|| line.strip_prefix("export"));
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-'))
}

/// A heading's text so that trailing `#`s and attribute braces stay text.
pub(super) fn guard_heading_end(line: &str) -> String {
    let without = line.trim_end_matches('#');
    if without.len() < line.len() && (without.is_empty() || without.ends_with([' ', '\t'])) {
        return format!("{}\\#", &line[..line.len() - 1]);
    }
    match line.rfind('{') {
        Some(at) if line.ends_with('}') && !line[..at].ends_with('\\') => format!("{}&#123;{}", &line[..at], &line[at + 1..]),
        _ => line.to_owned(),
    }
}

/// A cell's text with every `|` escaped.
pub(super) fn guard_pipes(line: &str) -> String {
    let mut guarded = String::with_capacity(line.len());
    let mut backslashes = 0;
    for c in line.chars() {
        if c == '|' && backslashes % 2 == 0 {
            guarded.push('\\');
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        guarded.push(c);
    }
    guarded
}
