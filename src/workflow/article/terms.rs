//! What translators are told about the fixed terms of a unit: a `[term]` note for each.

use crate::engine::glossary::{Form, Glossary, Term};

use super::source::SourcePlan;

/// The terms of each unit, in the order in which they first occur, each once.
pub fn terms_of_units<'g>(source: &SourcePlan, glossary: Option<&'g Glossary>) -> Vec<Vec<&'g Term>> {
    let Some(glossary) = glossary else { return vec![Vec::new(); source.units.len()] };
    let terms = source.units.iter().map(|unit| {
        let mut terms: Vec<&Term> = Vec::new();
        for occurrence in glossary.occurrences(&unit.flat, glossary) {
            if !terms.iter().any(|term| term.name == occurrence.source.name) {
                terms.push(occurrence.source);
            }
        }
        terms
    });
    terms.collect()
}

/// How `target` says that `terms` are to be rendered, one line for each term that it has or that is not translated.
pub fn renderings(terms: &[&Term], target: &Glossary) -> Vec<String> {
    terms.iter().filter_map(|term| line(term, target.term(&term.name))).collect()
}

/// `Islamic Emirate → Исламский Эмират (genitive: Исламского Эмирата); also: …; not: …`
fn line(source: &Term, target: Option<&Term>) -> Option<String> {
    let name = &default_form(source)?.text;
    if source.keep || target.is_some_and(|term| term.keep) {
        return Some(format!("{name} → {name} (not translated)"));
    }
    let target = target?;
    let main = default_form(target)?;
    let mut line = format!("{name} → {}", main.text);
    let mut shown = vec![&main.text];
    let mut others = Vec::new();
    for form in &target.forms {
        if !shown.contains(&&form.text) {
            let keys: Vec<&str> = form.keys.iter().map(|(_, key)| key.as_str()).collect();
            others.push(format!("{}: {}", keys.join(" "), form.text));
            shown.push(&form.text);
        }
    }
    if !others.is_empty() {
        line.push_str(&format!(" ({})", others.join(", ")));
    }
    if !target.also.is_empty() {
        line.push_str(&format!("; also: {}", target.also.join(", ")));
    }
    if !target.forbidden.is_empty() {
        line.push_str(&format!("; not: {}", target.forbidden.join(", ")));
    }
    Some(line)
}

fn default_form(term: &Term) -> Option<&Form> {
    term.forms.iter().find(|form| form.default).or_else(|| term.forms.first())
}
