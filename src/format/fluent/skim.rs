//! Recognises glossaries of the plain kind that nearly all are, line by line and without building what their terms say.
//!
//! Plain are comments, values of text alone, and values that are one selection of texts. Whatever else stands in a file makes it one for
//! the parser; what is said of a plain one here, the parser would say as well.

use fluent_syntax::ast;

use super::glossary::TermEntry;

/// The terms of `text`, each with the attributes that are not `unread`, and with no value; `None` unless all of it is plain.
pub(super) fn skim<'t>(text: &'t str, unread: &[&str]) -> Option<Vec<TermEntry<'t>>> {
    // The parser takes exception to blanks at the very end.
    if text.contains('\r') || text.contains("[todo]") || text.ends_with(' ') {
        return None;
    }
    let mut skimmer = Skimmer { text, unread, terms: Vec::new(), attribute: None, state: State::Between };
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        skimmer.line(start, &text[start..end])?;
        start = end + 1;
    }
    skimmer.finish()
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing that goes on.
    Between,
    /// The value of a term or of an attribute, of which nothing has been seen yet.
    Value,
    /// More lines of a value.
    Text,
    /// Variants of a selection: whether there is one, and whether one of them is the default.
    Variants { any: bool, default: bool },
    /// Attributes alone: a selection has ended.
    Attributes,
}

struct Skimmer<'t, 'u> {
    text: &'t str,
    unread: &'u [&'u str],
    terms: Vec<TermEntry<'t>>,
    /// The attribute that is read: its name, where it stands, and where its value begins.
    attribute: Option<(&'t str, usize, usize)>,
    state: State,
}

impl<'t> Skimmer<'t, '_> {
    /// Takes in the line that begins at byte `start`; `None` when it is not plain.
    fn line(&mut self, start: usize, line: &'t str) -> Option<()> {
        let content = line.trim_start_matches(' ');
        match (line.as_bytes().first(), content.as_bytes().first()) {
            (_, None) => Some(()),
            (Some(b'-'), _) => self.term(start, line),
            (Some(b'#'), _) => self.comment(start, line),
            (Some(b' '), Some(b'.')) => self.begin_attribute(start + line.len() - content.len(), content),
            (Some(b' '), Some(_)) => self.go_on(content),
            _ => None,
        }
    }

    fn comment(&mut self, start: usize, line: &str) -> Option<()> {
        self.end_value(start)?;
        self.state = State::Between;
        let content = line.trim_start_matches('#');
        (line.len() - content.len() <= 3 && (content.is_empty() || content.starts_with(' '))).then_some(())
    }

    fn term(&mut self, start: usize, line: &'t str) -> Option<()> {
        self.end_value(start)?;
        let (name, value) = named(&line[1..])?;
        if let Some(last) = self.terms.last_mut() {
            last.span.end = start;
        }
        let term = ast::Term {
            id: ast::Identifier { name },
            value: ast::Pattern { elements: Vec::new() },
            attributes: Vec::new(),
            comment: None,
        };
        self.terms.push(TermEntry { term, offset: start + 1, span: start..self.text.len(), attribute_offsets: Vec::new() });
        self.begin_value(value)
    }

    fn begin_attribute(&mut self, start: usize, content: &'t str) -> Option<()> {
        if !matches!(self.state, State::Text | State::Attributes) {
            return None;
        }
        self.end_value(start)?;
        let (name, value) = named(&content[1..])?;
        if !self.unread.contains(&name) {
            self.attribute = Some((name, start + 1, start + content.len() - value.len()));
        }
        self.begin_value(value)
    }

    fn begin_value(&mut self, value: &str) -> Option<()> {
        self.state = State::Value;
        match value.trim_start_matches(' ') {
            "" => Some(()),
            value => self.go_on(value),
        }
    }

    /// Takes in what stands on a line of a value.
    fn go_on(&mut self, content: &str) -> Option<()> {
        self.state = match self.state {
            State::Value if is_plain(content) => State::Text,
            // What is checked of an attribute is text.
            State::Value if self.attribute.is_none() && begins_selection(content) => {
                State::Variants { any: false, default: false }
            }
            State::Text if is_plain(content) => State::Text,
            State::Variants { any: true, default: true } if content.trim_end_matches(' ') == "}" => State::Attributes,
            State::Variants { default, .. } => {
                let is_default = content.starts_with('*');
                if is_default && default {
                    return None;
                }
                is_variant(content.strip_prefix('*').unwrap_or(content))?;
                State::Variants { any: true, default: default || is_default }
            }
            _ => return None,
        };
        Some(())
    }

    /// Ends what was read before byte `end`; `None` when it may not end there.
    fn end_value(&mut self, end: usize) -> Option<()> {
        if matches!(self.state, State::Value | State::Variants { .. }) {
            return None;
        }
        if let Some((name, offset, value)) = self.attribute.take() {
            let value = ast::Pattern { elements: vec![ast::PatternElement::TextElement { value: &self.text[value..end] }] };
            let last = self.terms.last_mut()?;
            last.term.attributes.push(ast::Attribute { id: ast::Identifier { name }, value });
            last.attribute_offsets.push(offset);
        }
        Some(())
    }

    fn finish(mut self) -> Option<Vec<TermEntry<'t>>> {
        self.end_value(self.text.len())?;
        Some(self.terms)
    }
}

/// The name at the beginning of `line`, and what follows the `=` after it.
fn named(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = identifier(line)?;
    Some((name, rest.trim_start_matches(' ').strip_prefix('=')?))
}

fn identifier(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))).unwrap_or(text.len());
    text.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| text.split_at(end))
}

/// Whether a line of a value is nothing but text.
fn is_plain(content: &str) -> bool {
    !content.starts_with(['[', '*', '.', '\t']) && !content.bytes().any(|byte| matches!(byte, b'{' | b'}'))
}

/// `{ $name ->`.
fn begins_selection(content: &str) -> bool {
    let name = content.strip_prefix('{').map(|rest| rest.trim_start_matches(' ')).and_then(|rest| rest.strip_prefix('$'));
    let rest = name.and_then(identifier).map(|(_, rest)| rest.trim_matches(' '));
    rest == Some("->")
}

/// `[key] text`.
fn is_variant(content: &str) -> Option<()> {
    let (_, rest) = identifier(content.strip_prefix('[')?)?;
    let text = rest.strip_prefix(']')?.trim_start_matches(' ');
    (!text.is_empty() && is_plain(text)).then_some(())
}

#[cfg(test)]
mod tests {
    use super::skim;

    fn names(text: &str) -> Option<Vec<String>> {
        let terms = skim(text, &["also"])?;
        let name = |attribute: &super::ast::Attribute<&str>| format!(".{}", attribute.id.name);
        let all = |entry: &super::TermEntry<'_>| {
            entry.term.id.name.to_owned() + &entry.term.attributes.iter().map(name).collect::<String>()
        };
        Some(terms.iter().map(all).collect())
    }

    #[test]
    fn what_nearly_every_glossary_holds_is_plain() {
        let text = "### Terms\n\n# A name.\n-emirate =\n    { $case ->\n       *[nominative] emirate\n\n        [genitive] emirate's\n    }\n    \
                    .also = state\n    .gender =\n        masculine\n-tass = TASS\n    .translate = no";
        assert_eq!(names(text), Some(vec!["emirate.gender".to_owned(), "tass.translate".to_owned()]));
        assert_eq!(names(""), Some(Vec::new()));
    }

    #[test]
    fn all_else_is_left_to_the_parser() {
        let others = [
            "message = text\n",
            "-a = { -b }\n",
            "-a =\n",
            "-a =\n    .also = b\n",
            "-a = b\n    .also =\n",
            "-a = b\n    .gender = { $x ->\n       *[y] masculine\n    }\n",
            "-a = { $x ->\n        [y] z\n    }\n",
            "-a = { $x ->\n       *[y] z\n       *[w] z\n    }\n",
            "-a = { $x ->\n       *[y] z\n",
            "-a = { $x ->\n       *[y] z\n    } b\n",
            "-a = { $x ->\n       *[y] z\n    }\n    b\n",
            "-a = { $x ->\n       *[y]\n        z\n    }\n",
            "-a = b\n\n# c\n    d\n",
            "-a = b\n    [c] d\n",
            "-a = b\n#c\n",
            "-a = b\r\n",
            "-1a = b\n",
            "-a b\n",
            "<<<<<<< ours\n-a = b\n",
            "# [todo] x =\n",
        ];
        for text in others {
            assert!(skim(text, &[]).is_none(), "{text:?}");
        }
    }
}
