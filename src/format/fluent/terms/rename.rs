//! A term under another name: its definition and every reference to it, wherever they stand in a file.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::base::Span;

use super::super::catalog::{Form, Translation};
use super::super::depth;
use super::super::read::read;

/// `text`, a catalog, a glossary or an entry of one, with the term `old` called `new`; and how many names were replaced.
/// What does not parse is left as it is.
pub fn rename_term(text: &str, old: &str, new: &str) -> (String, usize) {
    if !text.contains(old) {
        return (text.to_owned(), 0);
    }
    let shift = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (parsed, _) = depth::shield(&text[shift..]);
    let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(parsed.as_ref());
    let mut names = Names { source: parsed.as_ref(), old, found: Vec::new() };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                message.value.iter().for_each(|value| names.pattern(value));
                message.attributes.iter().for_each(|attribute| names.pattern(&attribute.value));
            }
            Entry::Term(term) => {
                names.name(term.id.name);
                names.pattern(&term.value);
                term.attributes.iter().for_each(|attribute| names.pattern(&attribute.value));
            }
            _ => {}
        }
    }
    let mut found: Vec<usize> = names.found.into_iter().map(|at| at + shift).collect();
    found.extend(in_todos(text, old));
    found.sort_unstable();
    found.dedup();
    let mut renamed = String::with_capacity(text.len());
    let mut done = 0;
    for at in &found {
        renamed.push_str(&text[done..*at]);
        renamed.push_str(new);
        done = at + old.len();
    }
    renamed.push_str(&text[done..]);
    (renamed, found.len())
}

/// Where references stand in translations that are still written as `[todo]`: Fluent sees a comment or junk there.
fn in_todos(text: &str, old: &str) -> Vec<usize> {
    let catalog = read(text);
    let todos = catalog.entries.iter().filter_map(|entry| {
        let unit = entry.as_unit()?;
        let waits = matches!(unit.form, Form::TodoComment | Form::Todo) && matches!(unit.translation, Translation::Text(_));
        waits.then(|| entry.span.clone())
    });
    todos.flat_map(|span| references_in(text, span, old)).collect()
}

fn references_in(text: &str, span: Span, old: &str) -> Vec<usize> {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = format!("-{old}");
    let opens = |at: usize| text[..at].trim_end_matches(' ').ends_with('{');
    let found = text[span.clone()].match_indices(name.as_str()).map(|(at, _)| span.start + at);
    found.filter(|at| opens(*at) && !text[at + name.len()..].starts_with(is_inner)).map(|at| at + 1).collect()
}

/// Places of a name in a parsed text.
struct Names<'a> {
    source: &'a str,
    old: &'a str,
    found: Vec<usize>,
}

impl Names<'_> {
    fn name(&mut self, name: &str) {
        if name == self.old {
            self.found.push(name.as_ptr() as usize - self.source.as_ptr() as usize);
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::TermReference { id, arguments, .. } => {
                self.name(id.name);
                arguments.iter().for_each(|call| self.call(call));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }

    fn call(&mut self, call: &CallArguments<&str>) {
        call.positional.iter().for_each(|value| self.inline(value));
        call.named.iter().for_each(|argument| self.inline(&argument.value));
    }
}
