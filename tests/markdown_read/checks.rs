//! What must hold of every reading, whatever the document: checked against the text itself and an independent parse.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use tarjuman::base::Span;
use tarjuman::format::markdown::Read;
use tarjuman::model::{ArticleUnit, ScalarStyle, Site, flatten};

/// Fails unless the parts of all units are in range, on character boundaries, ascending, disjoint and not empty,
/// and every unit's content is its bytes up to the promised changes.
pub fn check(read: &Read, text: &str) -> Result<(), String> {
    if read.article.text != text {
        return Err("the article's text is not the file's".into());
    }
    let mut last = 0;
    for unit in &read.article.units {
        let raw = raw(unit, text, &mut last)?;
        if unit.parts.is_empty() {
            return Err(format!("no parts: {unit:?}"));
        }
        let flat = flatten(&unit.content, &unit.placeables);
        if flat.trim().is_empty() || flat.contains('\r') {
            return Err(format!("content {flat:?} of {raw:?}"));
        }
        if let Site::Yaml { style: ScalarStyle::Literal | ScalarStyle::Plain, .. } = unit.site {
            let written = flat.replace("\\\n", "\n");
            let lines_kept = matches!(unit.site, Site::Yaml { style: ScalarStyle::Literal, .. });
            let raw = raw.replace("\r\n", "\n");
            if raw != written && (lines_kept || !raw.contains('\n')) {
                return Err(format!("value {written:?}\nparts {raw:?}"));
            }
        }
        if !matches!(unit.site, Site::Yaml { .. } | Site::Toml { .. }) {
            reconcile(&flat, &raw, unit.site == Site::Cell).map_err(|why| format!("{why}\nraw  {raw:?}\nflat {flat:?}"))?;
        }
    }
    Ok(())
}

fn raw(unit: &ArticleUnit, text: &str, last: &mut usize) -> Result<String, String> {
    let mut raw = String::new();
    for part in &unit.parts {
        if part.start < *last || part.start >= part.end || text.get(part.clone()).is_none() {
            return Err(format!("part {part:?} after {last} in {unit:?}"));
        }
        *last = part.end;
        raw.push_str(&text[part.clone()]);
    }
    Ok(raw)
}

/// White space may differ, a backslash before a line end may come or go, `\|` may stand for `|`, and a label may be written out.
fn reconcile(flat: &str, raw: &str, cell: bool) -> Result<(), String> {
    let plain = |text: &str| {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = without_break_marks(&text);
        let text = if cell { text.replace("\\|", "|") } else { text };
        text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\n')).collect::<Vec<char>>()
    };
    let (flat, raw) = (plain(flat), plain(raw));
    let (mut f, mut r) = (0, 0);
    while f < flat.len() {
        let label = label(&flat[f..]);
        let written_out = flat[f] == '[' && flat[..f].ends_with(label) && !raw[r..].starts_with(label);
        if written_out {
            f += label.len();
            let stays = flat[f..].starts_with(&['[', ']']);
            r += if raw[r..].starts_with(&['[', ']']) && !stays { 2 } else { 0 };
        } else if raw.get(r) == Some(&flat[f]) {
            (f, r) = (f + 1, r + 1);
        } else if flat[f] == '\\' {
            // It stood before a line end inside a code span, where it makes no break.
            f += 1;
        } else if raw.get(r) == Some(&'\\') {
            r += 1;
        } else {
            return Err(format!("differ at {:?} / {:?}", &flat[f..flat.len().min(f + 20)], &raw[r..raw.len().min(r + 20)]));
        }
    }
    if r == raw.len() { Ok(()) } else { Err(format!("lost {:?}", raw[r..].iter().collect::<String>())) }
}

/// The beginning of `text` up to the first bracket that closes and is not escaped.
fn label(text: &[char]) -> &[char] {
    let escapes = |at: usize| text[..at].iter().rev().take_while(|&&c| c == '\\').count();
    let close = (0..text.len()).find(|&at| text[at] == ']' && escapes(at) % 2 == 0);
    close.map_or(&text[..0], |close| &text[..=close])
}

/// The text without the backslashes that make hard breaks: those before a line end that no other escapes.
/// A backslash before a hard break of two spaces is itself one, and has to be escaped when they become a backslash.
fn without_break_marks(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len() - 1;
    let odd = |line: &str| (line.len() - line.trim_end_matches('\\').len()) % 2 == 1;
    let escaped = |line: &str| {
        let shown = line.trim_end_matches([' ', '\t']);
        if shown != line && odd(shown) { format!("{shown}\\") } else { line.to_owned() }
    };
    let cut = |(index, line): (usize, &&str)| match line {
        line if index < last && line.len() - line.trim_end_matches([' ', '\t']).len() > 1 => escaped(line),
        line if index < last && odd(line) => escaped(&line[..line.len() - 1]),
        line => line.to_string(),
    };
    lines.iter().enumerate().map(cut).collect::<Vec<_>>().join("\n")
}

/// Words of a rendered text: how many there are, how many lie in units, and those that do not.
#[derive(Default, Debug)]
pub struct Words {
    pub all: usize,
    pub in_units: usize,
    pub carried: usize,
    pub outside: Vec<String>,
}

/// Counts the words that an independent parse of `text` from `from` on renders outside code and raw HTML; directives,
/// attributes of headings and bare addresses are no words.
pub fn words(read: &Read, text: &str, from: usize) -> Words {
    let mut parts: Vec<Span> = read.article.units.iter().flat_map(|unit| unit.parts.clone()).collect();
    parts.sort_by_key(|part| part.start);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut words = Words::default();
    let syntax = syntax(text);
    let within = |spans: &[Span], at: usize| {
        let next = spans.partition_point(|span| span.end <= at);
        spans.get(next).is_some_and(|span| span.start <= at)
    };
    let mut in_code = false;
    for (event, span) in Parser::new_ext(&text[from..], options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => in_code = true,
            Event::End(TagEnd::Link) => in_code = false,
            Event::Text(_) if !in_code => {
                let span = from + span.start..from + span.end;
                let mut at = span.start;
                for token in text[span.clone()].split_inclusive(|c: char| !c.is_alphanumeric()) {
                    let is_word = token.chars().any(char::is_alphanumeric);
                    if is_word && within(&read.article.carried_prose, at) {
                        words.carried += 1;
                    } else if is_word && !within(&syntax, at) {
                        words.all += 1;
                        match within(&parts, at) {
                            true => words.in_units += 1,
                            false => words.outside.push(token.to_owned()),
                        }
                    }
                    at += token.len();
                }
            }
            _ => {}
        }
    }
    words
}

/// Where the front matter of `text` ends, by a look at its lines only.
pub fn after_front_matter(text: &str) -> usize {
    let text_from = text.len() - text.trim_start_matches('\u{feff}').len();
    let rest = &text[text_from..];
    if !rest.starts_with("---") {
        return text_from;
    }
    let mut at = text_from;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        at += line.len();
        if number > 0 && line.trim_end() == "---" {
            return at;
        }
    }
    text_from
}

/// Where `text` holds directives, attributes of headings and bare addresses, by a look at its lines only.
fn syntax(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '>', '-']);
        if content.starts_with(":::") || content.starts_with("///") || content.starts_with("[!") || content.starts_with("<img ") {
            found.push(at..at + line.len());
        }
        for (opener, closer) in [("{{", "}}"), ("{%", "%}"), ("{*", "*}"), ("{/*", "*/}"), ("{ #", "}"), ("{#", "}"), (" {", "}")]
        {
            for (start, _) in line.match_indices(opener) {
                let end = line[start..].find(closer).map_or(start, |length| start + length + closer.len());
                found.push(at + start..at + end);
            }
        }
        for (start, _) in line.match_indices("://") {
            let blank = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '(');
            let first = line[..start].rfind(blank).map_or(0, |found| found + 1);
            let last = line[start..].find(blank).map_or(line.len(), |length| start + length);
            found.push(at + first..at + last);
        }
        at += line.len();
    }
    found.sort_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Span> = Vec::new();
    for span in found {
        match merged.last_mut() {
            Some(last) if last.end >= span.start => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
