//! Where the JSX tags, expressions and `import`/`export` blocks of MDX end; a scan, not a JavaScript parser.
//!
//! It knows strings, template strings, comments and nested brackets, which is what decides where a tag or expression ends.

use super::lines::{line_end, next_line};

/// The end of the JSX tag at `at` (`<Name …>`, `</Name>`, `<>`), if there is one before `limit`; else how far it was looked for.
pub(super) fn tag_end(text: &str, at: usize, limit: usize) -> Result<usize, usize> {
    let bytes = &text.as_bytes()[..limit];
    let mut here = at + 1;
    if bytes.get(here) == Some(&b'/') {
        here += 1;
    }
    match bytes.get(here) {
        Some(b'>') => return Ok(here + 1),
        Some(b) if b.is_ascii_alphabetic() || matches!(b, b'_' | b'$') => {}
        _ => return Err(here),
    }
    while here < limit {
        match bytes[here] {
            b'>' => return Ok(here + 1),
            b'<' => return Err(here),
            // An address in angle brackets is not JSX, and MDX would refuse it.
            b':' if bytes.get(here + 1) == Some(&b'/') => return Err(here),
            quote @ (b'"' | b'\'') => here = quoted_end(bytes, here, quote).ok_or(limit)?,
            b'{' => here = expression_end(text, here, limit).ok_or(limit)?,
            _ => here += 1,
        }
    }
    Err(limit)
}

/// The end of the expression whose `{` stands at `at`, if its `}` comes before `limit`.
pub(super) fn expression_end(text: &str, at: usize, limit: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..limit];
    let mut here = at;
    // What is open: brackets by their closer, a template string by its backtick.
    let mut open: Vec<u8> = Vec::new();
    while here < limit {
        let byte = bytes[here];
        if open.last() == Some(&b'`') {
            match byte {
                b'\\' => here += 1,
                b'`' => drop(open.pop()),
                b'$' if bytes.get(here + 1) == Some(&b'{') => {
                    open.push(b'}');
                    here += 1;
                }
                _ => {}
            }
            here += 1;
            continue;
        }
        match byte {
            b'{' => open.push(b'}'),
            b'`' => open.push(b'`'),
            b'}' => {
                open.pop();
                if open.is_empty() {
                    return Some(here + 1);
                }
            }
            b'"' | b'\'' => {
                here = quoted_end(bytes, here, byte).filter(|&end| end <= line_end(text, here)).unwrap_or(here + 1) - 1
            }
            b'/' if bytes.get(here + 1) == Some(&b'*') => {
                here += 2 + text[here + 2..limit].find("*/")? + 1;
            }
            b'/' if bytes.get(here + 1) == Some(&b'/') => here = line_end(text, here).min(limit),
            _ => {}
        }
        here += 1;
    }
    None
}

fn quoted_end(bytes: &[u8], at: usize, quote: u8) -> Option<usize> {
    bytes[at + 1..].iter().position(|&b| b == quote).map(|found| at + 1 + found + 1)
}

/// The end of the `import`/`export` block that begins at `at`: the first blank line outside brackets.
pub(super) fn module_end(text: &str, at: usize) -> usize {
    let mut here = at;
    let mut depth = 0usize;
    while here < text.len() {
        let line = next_line(text, here);
        let content = &text[here..line];
        if depth == 0 && content.trim().is_empty() {
            return here;
        }
        for byte in content.bytes() {
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        here = line;
    }
    here
}

/// Whether the line that begins with `line` begins an `import`/`export` block.
pub(super) fn begins_module(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("import").or_else(|| line.strip_prefix("export")) else { return false };
    rest.starts_with([' ', '{', '*', '\t', '"', '\'']) && line.contains(['{', '\'', '"', '=', '*', '('])
}
