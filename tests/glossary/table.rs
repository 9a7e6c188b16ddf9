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
    let mut keep = |at: usize, case: Result<Case, String>| match case {
        Ok(case) => cases.push(case),
        Err(why) => faults.push(format!("case {at} is not read: {why}")),
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
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        if line.trim_start().starts_with(['{', '[']) {
            let value = serde_json::from_str(line).map_err(|error| format!("no JSON: {error}"));
            keep(at, value.and_then(|value: Value| from_json(&value, at)));
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
        return line.split('\t').map(|field| unquoted(field.trim())).collect();
    }
    let separator = if line.matches(';').count() >= 3 {
        ';'
    } else if line.matches('|').count() >= 3 {
        '|'
    } else {
        ','
    };
    // A quote inside of a field keeps what it encloses together too; those around a whole field are none of the text's.
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            c if c == separator && !quoted => fields.push(String::new()),
            c => {
                quoted ^= c == '"';
                fields.last_mut().expect("there is always a field").push(c);
            }
        }
    }
    fields.into_iter().map(|field| unquoted(field.trim())).collect()
}

/// A field without the quotes around it, if every quote in it is doubled; any other as it is.
fn unquoted(field: &str) -> String {
    let inner = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner.filter(|inner| !inner.replace("\"\"", "").contains('"')) {
        Some(inner) => inner.replace("\"\"", "\"").trim().to_owned(),
        None => field.to_owned(),
    }
}

fn from_json(value: &Value, at: usize) -> Result<Case, String> {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match value {
        Value::Array(list) => from_fields(&list.iter().map(plain).collect::<Vec<_>>(), at),
        Value::Object(map) => from_named(
            &|known| map.iter().find(|(name, _)| is_name(&name.to_lowercase(), known)).map(|(_, value)| plain(value)),
            at,
        ),
        _ => Err("neither a list nor an object".to_owned()),
    }
}

fn from_named(find: &dyn Fn(&[&str]) -> Option<String>, at: usize) -> Result<Case, String> {
    let field = |known: &[&str]| find(known).ok_or_else(|| format!("it has no `{}`", known[0]));
    let word = field(VERDICT)?;
    let accept = verdict(&word).ok_or_else(|| format!("`{word}` is neither `accept` nor `refuse`"))?;
    case([field(LOCALE)?, field(TERM)?, field(TEXT)?], accept, at)
}

/// Locale, term and text in this order, the verdict anywhere after the locale.
fn from_fields(fields: &[String], at: usize) -> Result<Case, String> {
    let verdicts = (1..fields.len()).rev().find_map(|at| Some((at, verdict(&fields[at])?)));
    let (place, accept) = verdicts.ok_or("no field says `accept` or `refuse`")?;
    let mut others = (0..fields.len()).filter(|at| *at != place).map(|at| fields[at].clone());
    let mut next = || others.next().ok_or_else(|| format!("{} fields instead of four", fields.len()));
    case([next()?, next()?, next()?], accept, at)
}

fn case([locale, term, text]: [String; 3], accept: bool, at: usize) -> Result<Case, String> {
    let tag = locale.trim().replace('_', "-").parse().map_err(|_| format!("`{locale}` is no language"))?;
    if term.trim().is_empty() || text.trim().is_empty() {
        return Err("its term or its text is empty".to_owned());
    }
    Ok(Case { locale: tag, term, text, accept, at })
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
