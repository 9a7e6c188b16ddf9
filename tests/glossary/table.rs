//! Tables of cases: does a text hold a term in some form, or does it only look so? Read generously, for other people's tables.

use serde_json::Value;
use tarjuman::base::Locale;
use tarjuman::engine::glossary::{Glossary, Presence, judge_text};

/// One case.
pub struct Case {
    pub locale: Locale,
    pub term: String,
    pub text: String,
    /// Whether the text holds the term.
    pub accept: bool,
    /// Line or number in the table.
    pub at: usize,
}

/// The cases of a table and what could not be read in it: TSV or CSV lines, with or without a header, a JSON list, or JSON lines.
pub fn read(text: &str) -> (Vec<Case>, Vec<String>) {
    let text = text.trim_start_matches('\u{feff}');
    let (mut cases, mut faults) = (Vec::new(), Vec::new());
    let mut keep = |at: usize, case: Option<Case>| match case {
        Some(case) => cases.push(case),
        None => faults.push(format!("case {at} is not understood")),
    };
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        if value.as_object().is_some_and(|fields| !fields.values().any(Value::is_array)) {
            keep(1, from_json(&value, 1));
            return (cases, faults);
        }
        let list = match &value {
            Value::Array(list) => Some(list),
            Value::Object(fields) => fields.values().find_map(Value::as_array),
            _ => None,
        };
        list.into_iter().flatten().enumerate().for_each(|(at, value)| keep(at + 1, from_json(value, at + 1)));
        return (cases, faults);
    }
    let mut header: Option<Vec<String>> = None;
    for (at, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line)) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if line.trim_start().starts_with(['{', '[']) {
            keep(at, serde_json::from_str(line).ok().and_then(|value| from_json(&value, at)));
            continue;
        }
        let fields = fields(line);
        let names: Vec<String> = fields.iter().map(|field| field.to_lowercase()).collect();
        if header.is_none() && names.iter().any(|name| is_name(name, TERM)) && names.iter().any(|name| is_name(name, LOCALE)) {
            header = Some(names);
            continue;
        }
        let case = match &header {
            Some(names) => {
                from_named(&|known| Some(fields.get(names.iter().position(|name| is_name(name, known))?)?.clone()), at)
            }
            None => from_fields(&fields, at),
        };
        keep(at, case);
    }
    (cases, faults)
}

const LOCALE: &[&str] = &["locale", "lang", "language", "target-locale", "target_locale"];
const TERM: &[&str] = &["term", "lemma", "target-term", "target_term"];
const TEXT: &[&str] = &["text", "sentence", "occurrence", "context", "target", "in", "form", "example"];
const VERDICT: &[&str] = &[
    "accept",
    "verdict",
    "expected",
    "expect",
    "label",
    "match",
    "result",
    "ok",
    "accept/refuse",
    "accept or refuse",
    "accept_or_refuse",
];

fn is_name(name: &str, known: &[&str]) -> bool {
    known.contains(&name.trim())
}

fn fields(line: &str) -> Vec<String> {
    if line.contains('\t') {
        return line.split('\t').map(|field| field.trim().to_owned()).collect();
    }
    let separator = if line.matches(';').count() >= 3 {
        ';'
    } else if line.matches('|').count() >= 3 {
        '|'
    } else {
        ','
    };
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c == separator && !quoted => fields.push(String::new()),
            c => fields.last_mut().expect("there is always a field").push(c),
        }
    }
    fields.into_iter().map(|field| field.trim().to_owned()).collect()
}

fn from_json(value: &Value, at: usize) -> Option<Case> {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match value {
        Value::Array(list) => from_fields(&list.iter().map(plain).collect::<Vec<_>>(), at),
        Value::Object(map) => from_named(
            &|known| map.iter().find(|(name, _)| is_name(&name.to_lowercase(), known)).map(|(_, value)| plain(value)),
            at,
        ),
        _ => None,
    }
}

fn from_named(find: &dyn Fn(&[&str]) -> Option<String>, at: usize) -> Option<Case> {
    let locale = find(LOCALE)?.trim().replace('_', "-").parse().ok()?;
    Some(Case { locale, term: find(TERM)?, text: find(TEXT)?, accept: verdict(&find(VERDICT)?)?, at })
}

/// Locale, term and text in this order, the verdict anywhere after the locale.
fn from_fields(fields: &[String], at: usize) -> Option<Case> {
    let locale = fields.first()?.replace('_', "-").parse().ok()?;
    let place = (1..fields.len()).rev().find(|at| verdict(&fields[*at]).is_some())?;
    let mut others = (1..fields.len()).filter(|at| *at != place).map(|at| fields[at].clone());
    Some(Case { locale, term: others.next()?, text: others.next()?, accept: verdict(&fields[place])?, at })
}

fn verdict(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "accept" | "accepted" | "accepts" | "true" | "yes" | "1" | "+" | "match" | "ok" | "pass" | "found" | "y" | "a" => {
            Some(true)
        }
        "refuse" | "refused" | "refuses" | "reject" | "rejected" | "false" | "no" | "0" | "-" | "mismatch" | "missing"
        | "fail" | "n" | "r" => Some(false),
        _ => None,
    }
}

/// Whether the glossary finds the term in the text of a case: as a translation of it, and as a source text that holds it.
pub fn verdicts(case: &Case) -> (bool, bool) {
    let quoted = case.term.replace('\\', "\\\\").replace('"', "\\\"");
    let target = Glossary::read(&format!("-t = {{ \"{quoted}\" }}\n"), &case.locale).0;
    let source = Glossary::read("-t = zyx\n", &"en".parse().expect("a locale")).0;
    let occurrences = source.occurrences("zyx", &target);
    let judgement = judge_text(&occurrences, &target, &case.text);
    let present = !matches!(judgement.presences[0], Presence::Missing);
    (present, !target.occurrences(&case.text, &target).is_empty())
}
