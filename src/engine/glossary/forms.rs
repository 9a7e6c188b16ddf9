//! The texts that a term can have: one for each combination of the variants that its selectors choose between.

use std::cell::Cell;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// How many forms of one term are told apart; what goes beyond is left out.
const MOST_FORMS: usize = 256;
/// How deep terms may refer to one another; a cycle ends here.
const DEEPEST: usize = 8;
/// How many references to other terms are followed for one term, those behind them included: few letters can ask for very many.
const MOST_REFERENCES: usize = 500;

/// One text of a term and what chooses it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// What chooses it: selector (without `$`) and key, outermost first; empty for a term without variants.
    pub keys: Vec<(String, String)>,
    /// Whether a reference without arguments gives this form.
    pub default: bool,
    /// The text.
    pub text: String,
}

/// A term that another one refers to, by its name.
pub type Referred<'a, S> = dyn Fn(&str) -> Option<&'a Pattern<S>> + 'a;

/// All forms of `pattern`, in the order of its variants. `terms` gives those that it may refer to.
pub fn expand<'a, S: AsRef<str>>(pattern: &Pattern<S>, terms: &Referred<'a, S>) -> Vec<Form> {
    if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
        let text = value.as_ref().trim();
        let form = || Form { default: true, keys: Vec::new(), text: text.to_owned() };
        return if text.is_empty() { Vec::new() } else { vec![form()] };
    }
    let start = Form { default: true, ..Form::default() };
    let left = Cell::new(MOST_REFERENCES);
    let mut forms = Expander { terms, depth: 0, left: &left }.pattern(vec![start], pattern);
    forms.iter_mut().for_each(|form| trim(&mut form.text));
    forms.retain(|form| !form.text.is_empty());
    forms
}

fn trim(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
}

/// The values of an attribute, one for each line of its text. References to other terms give nothing here.
pub fn values<S: AsRef<str>>(pattern: &Pattern<S>) -> Vec<String> {
    let texts = expand(pattern, &|_| None).into_iter().map(|form| form.text);
    let lines = |text: String| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    texts.flat_map(lines).collect()
}

struct Expander<'t, 'a, S> {
    terms: &'t Referred<'a, S>,
    depth: usize,
    /// How many references may still be followed.
    left: &'t Cell<usize>,
}

impl<S: AsRef<str>> Expander<'_, '_, S> {
    fn pattern(&self, mut forms: Vec<Form>, pattern: &Pattern<S>) -> Vec<Form> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => forms.iter_mut().for_each(|form| form.text.push_str(value.as_ref())),
                PatternElement::Placeable { expression } => forms = self.expression(forms, expression),
            }
        }
        forms
    }

    fn expression(&self, mut forms: Vec<Form>, expression: &Expression<S>) -> Vec<Form> {
        match expression {
            Expression::Select { selector, variants } => {
                let name = match selector {
                    InlineExpression::VariableReference { id } => id.name.as_ref(),
                    // What another term or a function chooses cannot be known here: any variant may stand.
                    _ => "",
                };
                let mut chosen = Vec::new();
                for form in forms {
                    let made = form.keys.iter().find(|(selector, _)| selector == name).map(|(_, key)| key.clone());
                    for variant in variants.iter().filter(|variant| fits(variant, variants, made.as_deref())) {
                        let mut next = form.clone();
                        if made.is_none() {
                            next.keys.push((name.to_owned(), key(variant).to_owned()));
                            next.default &= variant.default;
                        }
                        chosen.extend(self.pattern(vec![next], &variant.value));
                    }
                    chosen.truncate(MOST_FORMS);
                }
                chosen
            }
            Expression::Inline(inline) => {
                match inline {
                    InlineExpression::StringLiteral { value } => {
                        let text = unescape_unicode_to_string(value.as_ref()).into_owned();
                        forms.iter_mut().for_each(|form| form.text.push_str(&text));
                    }
                    InlineExpression::NumberLiteral { value } => {
                        forms.iter_mut().for_each(|form| form.text.push_str(value.as_ref()))
                    }
                    InlineExpression::TermReference { id, attribute: None, arguments } if self.depth < DEEPEST => {
                        let named = arguments.iter().flat_map(|call| &call.named);
                        let asked: Vec<(&str, &str)> =
                            named.filter_map(|argument| Some((argument.name.name.as_ref(), literal(&argument.value)?))).collect();
                        let text = self.referred(id.name.as_ref(), &asked);
                        forms.iter_mut().for_each(|form| form.text.push_str(&text));
                    }
                    InlineExpression::Placeable { expression } => return self.expression(forms, expression),
                    _ => {}
                }
                forms
            }
        }
    }

    /// The text of another term for the arguments of a reference; empty for a term that is not there.
    fn referred(&self, name: &str, asked: &[(&str, &str)]) -> String {
        let Some(pattern) = (self.terms)(name) else { return String::new() };
        let Some(left) = self.left.get().checked_sub(1) else { return String::new() };
        self.left.set(left);
        let start = Form { default: true, ..Form::default() };
        let forms = Self { terms: self.terms, depth: self.depth + 1, left: self.left }.pattern(vec![start], pattern);
        let agrees = |form: &Form| {
            form.keys.iter().filter(|(selector, key)| asked.iter().any(|(name, value)| name == selector && value == key)).count()
        };
        let best = forms.iter().map(|form| (agrees(form), form.default)).max();
        let form = forms.iter().find(|form| Some((agrees(form), form.default)) == best);
        form.map(|form| form.text.trim().to_owned()).unwrap_or_default()
    }
}

/// Whether a variant may stand where the same selector has chosen `made` before.
fn fits<S: AsRef<str>>(variant: &Variant<S>, all: &[Variant<S>], made: Option<&str>) -> bool {
    match made {
        None => true,
        Some(made) if all.iter().any(|variant| key(variant) == made) => key(variant) == made,
        Some(_) => variant.default,
    }
}

fn key<S: AsRef<str>>(variant: &Variant<S>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name.as_ref(),
        VariantKey::NumberLiteral { value } => value.as_ref(),
    }
}

fn literal<S: AsRef<str>>(value: &InlineExpression<S>) -> Option<&str> {
    match value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => Some(value.as_ref()),
        _ => None,
    }
}
