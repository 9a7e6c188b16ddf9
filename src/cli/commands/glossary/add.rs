//! `tarjuman glossary add`

use std::collections::BTreeMap;
use std::io::Write;

use tarjuman::base::Locale;
use tarjuman::model::{TermEntry, TermForm};
use tarjuman::project::Project;
use tarjuman::workflow::glossary::AddOptions;

use crate::cli::args::glossary::AddArguments;
use crate::cli::render::{json, safe, safe_line};
use crate::cli::run::{Console, Failure, Verdict};

/// Adds a term.
pub fn run(arguments: &AddArguments, console: &mut Console) -> Result<Verdict, Failure> {
    let project = console.project()?;
    let dry_run = arguments.dry_run;
    let options = AddOptions { name: arguments.id.clone(), entries: entries(&project, arguments)?, dry_run };
    let report = project.add_term(&options)?;
    if console.json() {
        json::write(&mut console.out, "glossary add", &report)?;
        return Ok(Verdict::Clean);
    }
    let verb = if dry_run { "would add to" } else { "added to" };
    for added in &report.added {
        writeln!(console.out, "{verb} {}", safe(&added.path))?;
        for line in added.written.lines() {
            writeln!(console.out, "  {}", safe_line(line))?;
        }
    }
    if !dry_run {
        writeln!(console.talk()?, "next: tarjuman sync, which notes the term above every unit that holds it")?;
    }
    Ok(Verdict::Clean)
}

/// What the arguments say of the term, by language.
fn entries(project: &Project, arguments: &AddArguments) -> Result<BTreeMap<Locale, TermEntry>, Failure> {
    let source = project.config.source_locale.clone();
    let mut texts: Vec<(Locale, String)> = vec![(source.clone(), arguments.text.clone())];
    for given in &arguments.locale {
        let usage = || Failure::Usage(format!("`--locale {given}` is not LOCALE=TEXT"));
        let (locale, text) = given.split_once('=').ok_or_else(usage)?;
        let locale: Locale = locale.trim().parse().map_err(|_| usage())?;
        if texts.iter().any(|(own, _)| *own == locale) {
            return Err(Failure::Usage(format!("the text in `{locale}` is given twice")));
        }
        texts.push((locale, text.to_owned()));
    }
    let mut entries: BTreeMap<Locale, TermEntry> =
        texts.iter().map(|(locale, text)| (locale.clone(), TermEntry::of_text(text))).collect();
    let forms = arguments.form.iter().map(|given| form(given)).collect::<Result<Vec<_>, _>>()?;
    for (locale, text) in &texts {
        let mut own: Vec<TermForm> = forms.iter().filter(|(of, _)| of == locale).map(|(_, form)| form.clone()).collect();
        if own.is_empty() {
            continue;
        }
        let Some(default) = own.iter().position(|form| form.text == *text) else {
            return Err(Failure::Usage(format!("none of the variants in `{locale}` is `{text}`, which is to be the default")));
        };
        own[default].default = true;
        entries.entry(locale.clone()).or_default().forms = own;
    }
    if let Some((locale, _)) = forms.iter().find(|(locale, _)| !entries.contains_key(locale)) {
        return Err(Failure::Usage(format!(
            "`--form` gives variants in `{locale}`: give the default one with --locale {locale}=TEXT"
        )));
    }
    let attributes = [
        ("also", &arguments.also),
        ("forbidden", &arguments.forbidden),
        ("definition", &arguments.definition),
        ("match", &arguments.matching),
        ("gender", &arguments.gender),
        ("status", &arguments.status),
    ];
    for (name, values) in attributes {
        for value in values {
            let (locale, value) = of_locale(value, &entries, &source);
            if let Some(own) = entries.entry(locale).or_default().attribute_mut(name) {
                own.push(value.to_owned());
            }
        }
    }
    for line in &arguments.comment {
        let (locale, line) = of_locale(line, &entries, &source);
        entries.entry(locale).or_default().comments.push(line.to_owned());
    }
    if arguments.keep {
        entries.entry(source).or_default().translate.push("no".to_owned());
    }
    Ok(entries)
}

/// Reads `LOCALE:SELECTOR=KEY,SELECTOR=KEY=TEXT`.
fn form(given: &str) -> Result<(Locale, TermForm), Failure> {
    let usage = || Failure::Usage(format!("`--form {given}` is not LOCALE:SELECTOR=KEY=TEXT"));
    let (locale, rest) = given.split_once(':').ok_or_else(usage)?;
    let locale: Locale = locale.trim().parse().map_err(|_| usage())?;
    let (mut keys, mut rest) = (Vec::new(), rest);
    loop {
        let (selector, after) = rest.split_once('=').ok_or_else(usage)?;
        let end = after.find([',', '=']).ok_or_else(usage)?;
        keys.push((selector.trim().to_owned(), after[..end].trim().to_owned()));
        rest = &after[end + 1..];
        if after[end..].starts_with('=') {
            return Ok((locale, TermForm { keys, default: false, text: rest.to_owned() }));
        }
    }
}

/// A value with the language that stands before it, if that is one of the term's.
fn of_locale<'v>(value: &'v str, entries: &BTreeMap<Locale, TermEntry>, source: &Locale) -> (Locale, &'v str) {
    let named = value.split_once(':').and_then(|(locale, rest)| {
        let locale = locale.parse::<Locale>().ok().filter(|locale| entries.contains_key(locale))?;
        Some((locale, rest.trim_start()))
    });
    named.unwrap_or_else(|| (source.clone(), value))
}
