//! `glossary apply`: old renderings of a term are replaced where it is certain by what; everything else is listed, never guessed.
//!
//! Certain is a text that the glossary itself once gave (or forbids), written exactly so, with nothing attached to it, for which
//! today's glossary has one form and no other. What a translation renders stays as it was: freshness does not change. A sign-off
//! was over the old text, so it is open again.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Diagnostic, Locale, Span};
use crate::engine::glossary::TextPlace;
use crate::engine::record::Attribution;
use crate::format::fluent::{self, Message};
use crate::model::{Element, TermEntry, TermForm, UnitText};
use crate::project::Project;
use crate::project::save::{FileChange, Title};
use crate::workflow::Error;
use crate::workflow::article::{Intervention, Rendering, read_value};

use super::earlier::EarlierForm;
use super::impact::Rendered;
use super::renderings::{Holder, Lines, Search, SearchTarget};

/// How to apply a term.
#[derive(Debug, Clone, Default)]
pub struct ApplyOptions {
    /// The term, with or without `-`.
    pub term: String,
    /// The locales; empty means all targets.
    pub locales: Vec<Locale>,
    /// Only this earlier rendering and the forms that went with it.
    pub from: Option<String>,
    /// What is put in.
    pub replacement: Replacement,
    /// Write nothing.
    pub dry_run: bool,
}

/// What takes the place of an old rendering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Replacement {
    /// Today's form, written out.
    #[default]
    Text,
    /// A reference to the term; accepted forms that are written out become references too.
    Reference,
}

/// What was replaced, and what was not.
#[derive(Debug, Clone, Serialize)]
pub struct ApplyReport {
    /// The term, without `-`.
    pub term: String,
    /// Replacements, in reading order.
    pub applied: Vec<Applied>,
    /// Renderings that somebody has to look at.
    pub left: Vec<Left>,
    /// Paths of the files written (or, in a dry run, that would be), sorted.
    pub written: Vec<String>,
    /// Everything found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One replacement.
#[derive(Debug, Clone, Serialize)]
pub struct Applied {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The locale.
    pub locale: Locale,
    /// The catalog.
    pub path: String,
    /// The line of the old text in it, counted from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// The old text.
    pub from: String,
    /// What stands there now, in Fluent pattern syntax.
    pub to: String,
}

/// A rendering that was left alone.
#[derive(Debug, Clone, Serialize)]
pub struct Left {
    /// The article.
    pub article: String,
    /// The unit.
    pub unit: String,
    /// The locale.
    pub locale: Locale,
    /// The catalog.
    pub path: String,
    /// The line in it, counted from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// The text; empty when the term was not found.
    pub text: String,
    /// Why nothing was put in its place.
    pub why: String,
}

/// What is to be done about one place.
type Decision = Result<String, String>;

/// What was found in one unit: the new lines, if any, and the rows of the report.
struct Work {
    article: String,
    said: Option<Intervention>,
    applied: Vec<Applied>,
    left: Vec<Left>,
}

impl Project {
    /// Replaces old renderings of a term where that is certain, and lists the others.
    ///
    /// # Errors
    /// When the source glossary has no such term, a locale is unknown, or the files cannot be read or written.
    pub fn apply_term(&self, options: &ApplyOptions) -> Result<ApplyReport, Error> {
        let title = Title::command(format!("glossary apply {}", super::files::bare_name(&options.term)));
        self.save(&title, options.dry_run, |project| project.apply_changes(options))
    }

    fn apply_changes(&self, options: &ApplyOptions) -> Result<(ApplyReport, Vec<FileChange>), Error> {
        let search = Search::new(self, &options.term, &options.locales, options.from.as_deref())?;
        let visited = search.visit(self, |planned, plan, units| {
            let mut works = Vec::new();
            for target in
                search.targets.iter().filter(|target| plan.targets.get(&target.locale).is_some_and(|plan| !plan.blocked))
            {
                let lines = Lines::load(self, &target.locale, planned)?;
                let holders = search.holders(plan, target, units);
                let applier =
                    Applier { search: &search, target, lines: &lines, article: &plan.name, replacement: options.replacement };
                works.extend(holders.iter().map(|holder| applier.work(holder)));
            }
            Ok::<_, Error>(works)
        })?;
        let mut report = ApplyReport {
            term: search.name.clone(),
            applied: Vec::new(),
            left: Vec::new(),
            written: Vec::new(),
            diagnostics: visited.diagnostics,
        };
        let mut said: BTreeMap<String, Vec<Intervention>> = BTreeMap::new();
        for works in visited.results.into_iter().flatten() {
            for work in works? {
                if let Some(own) = work.said {
                    said.entry(work.article).or_default().push(own);
                }
                report.applied.extend(work.applied);
                report.left.extend(work.left);
            }
        }
        let (edited, changes) = self.intervene(&said, &self.config.target_locales, |_| Ok(()))?;
        report.written = edited.written;
        report.diagnostics.extend(edited.diagnostics);
        Ok((report, changes))
    }
}

/// Decides about the units of one article in one locale.
struct Applier<'a> {
    search: &'a Search,
    target: &'a SearchTarget,
    lines: &'a Lines,
    article: &'a str,
    replacement: Replacement,
}

impl Applier<'_> {
    fn work(&self, holder: &Holder<'_>) -> Work {
        let mut work = Work { article: self.article.to_owned(), said: None, applied: Vec::new(), left: Vec::new() };
        let (Some(message), Some(entry)) = (holder.message, &self.target.entry) else { return work };
        let text = message.lines.join("\n");
        let mut edits: Vec<(Span, String)> = Vec::new();
        for (span, decision) in self.decisions(message, &text, entry) {
            let overlaps = edits.last().is_some_and(|(last, _)| span.start < last.end);
            match decision {
                _ if overlaps => {}
                Ok(_) if holder.unit.record.rejected.is_some() => {
                    work.left.push(self.left(
                        holder,
                        message,
                        &text,
                        (&span, "the translation was rejected; it is to be written anew"),
                    ));
                }
                Ok(new) => edits.push((span, new)),
                Err(why) => work.left.push(self.left(holder, message, &text, (&span, &why))),
            }
        }
        let missing = holder.rendered.iter().any(|(rendered, _)| *rendered == Rendered::Missing);
        if missing && edits.is_empty() && work.left.is_empty() {
            work.left.push(self.left(holder, message, &text, (&(0..0), "neither the term nor an earlier rendering was found")));
        }
        let mut after = text.clone();
        edits.iter().rev().for_each(|(span, new)| after.replace_range(span.clone(), new));
        let lines: Vec<String> = after.split('\n').map(str::to_owned).collect();
        let sound = message.attributes.is_empty() && read_value(&lines).is_some();
        for (span, new) in edits {
            if !sound {
                let why = "the message has attributes, or would not parse with the new text";
                work.left.push(self.left(holder, message, &text, (&span, why)));
                continue;
            }
            let position = self.lines.position(holder.unit, message, span.start);
            work.applied.push(Applied {
                article: self.article.to_owned(),
                unit: holder.unit.id.to_string(),
                locale: self.target.locale.clone(),
                path: self.lines.path.clone(),
                line: position.line,
                column: position.column,
                from: text[span].to_owned(),
                to: new,
            });
        }
        if !work.applied.is_empty() {
            let record = &holder.unit.record;
            work.said = Some(Intervention::Set {
                locale: self.target.locale.clone(),
                unit: holder.unit.id.clone(),
                lines,
                renders: Rendering::Known(record.renders),
                by: Attribution { by: record.translator.clone(), origin: record.origin.clone() },
            });
        }
        work
    }

    fn left(&self, holder: &Holder<'_>, message: &Message, text: &str, (span, why): (&Span, &str)) -> Left {
        let position = self.lines.position(holder.unit, message, span.start);
        Left {
            article: self.article.to_owned(),
            unit: holder.unit.id.to_string(),
            locale: self.target.locale.clone(),
            path: self.lines.path.clone(),
            line: position.line,
            column: position.column,
            text: text[span.clone()].to_owned(),
            why: why.to_owned(),
        }
    }

    /// Every place with what is to be done about it, in order.
    fn decisions(&self, message: &Message, text: &str, entry: &TermEntry) -> Vec<(Span, Decision)> {
        let mut by_span: BTreeMap<(usize, usize), Vec<TextPlace>> = BTreeMap::new();
        for place in self.search.earlier_places(self.target, message) {
            by_span.entry((place.span.start, place.span.end)).or_default().push(place);
        }
        let mut found: Vec<(Span, Decision)> = Vec::new();
        for ((start, end), places) in by_span {
            let forms: Vec<&EarlierForm> = places.iter().map(|place| &self.target.earlier[place.text]).collect();
            found.push((start..end, self.decide(text, &(start..end), &forms, entry)));
        }
        if self.replacement == Replacement::Reference {
            for (span, decision) in self.written_out(message, text, entry) {
                if !found.iter().any(|(own, _)| own.start < span.end && span.start < own.end) {
                    found.push((span, decision));
                }
            }
        }
        // Of places that overlap the longest comes first and the others are passed over.
        found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        found
    }

    fn decide(&self, text: &str, span: &Span, earlier: &[&EarlierForm], entry: &TermEntry) -> Decision {
        let written = &text[span.clone()];
        let exact: Vec<&&EarlierForm> = earlier.iter().filter(|form| form.text == written).collect();
        let capital = |form: &&&EarlierForm| capitalised(&form.text).as_deref() == Some(written);
        let capitals: Vec<&&EarlierForm> = earlier.iter().filter(capital).collect();
        let (fitting, raised) = if exact.is_empty() { (capitals, true) } else { (exact, false) };
        if fitting.is_empty() {
            return Err("it stands in another form than the glossary had".to_owned());
        }
        if let Some(why) = attached(text, span) {
            return Err(why.to_owned());
        }
        let gender = entry.gender.first();
        if fitting.iter().any(|form| form.gender.is_some() && gender.is_some() && form.gender.as_ref() != gender) {
            return Err("the gender differs: words around it may have to change".to_owned());
        }
        let mut chosen: Vec<&TermForm> = Vec::new();
        for form in fitting {
            let Some(own) = form_for(entry, form.keys.as_deref()) else {
                return Err("which form of the term is meant cannot be told".to_owned());
            };
            if !chosen.contains(&own) {
                chosen.push(own);
            }
        }
        self.put_in(text, span, &chosen, raised)
    }

    /// What takes the place of `span` when it stands for one of `forms`.
    fn put_in(&self, text: &str, span: &Span, forms: &[&TermForm], raised: bool) -> Decision {
        let Some(first) = forms.first() else { return Err("the glossary has no form".to_owned()) };
        if forms.iter().any(|form| form.text != first.text) {
            return Err("which form of the term is meant cannot be told".to_owned());
        }
        if let Some(why) = self.before_changes(text, span, &first.text) {
            return Err(why.to_owned());
        }
        match self.replacement {
            Replacement::Text => {
                let new =
                    if raised { capitalised(&first.text).unwrap_or_else(|| first.text.clone()) } else { first.text.clone() };
                Ok(escaped(&new))
            }
            Replacement::Reference if raised => Err("it begins with a capital that a reference would not have".to_owned()),
            Replacement::Reference if forms.len() > 1 => {
                Err("several variants have this text, and a reference has to name one".to_owned())
            }
            Replacement::Reference => Ok(reference(&self.target.term, first)),
        }
    }

    /// Today's forms that are written out, as references.
    fn written_out(&self, message: &Message, text: &str, entry: &TermEntry) -> Vec<(Span, Decision)> {
        let mut texts: Vec<String> = entry.forms.iter().map(|form| form.text.clone()).collect();
        texts.dedup();
        let found = crate::engine::glossary::places(&texts, &self.target.glossary, message);
        let longest = |place: &&TextPlace| {
            !found.iter().any(|other| {
                other.span.start <= place.span.start && place.span.end <= other.span.end && other.span.len() > place.span.len()
            })
        };
        let mut decided: Vec<(Span, Decision)> = Vec::new();
        for place in found.iter().filter(longest) {
            if decided.iter().any(|(span, _)| *span == place.span) {
                continue;
            }
            let written = &text[place.span.clone()];
            let forms: Vec<&TermForm> = entry.forms.iter().filter(|form| form.text == written).collect();
            let decision = match (forms.is_empty(), attached(text, &place.span)) {
                (true, _) => Err("it stands in a form that the glossary does not list".to_owned()),
                (_, Some(why)) => Err(why.to_owned()),
                _ => self.put_in(text, &place.span, &forms, false),
            };
            decided.push((place.span.clone(), decision));
        }
        decided
    }

    /// Why the word before may have to change with the sound that the term begins with, if it may.
    fn before_changes(&self, text: &str, span: &Span, new: &str) -> Option<&'static str> {
        let before = text[..span.start].split(['\n', '.', ',', ';', ':', '(', '"', '«', '“']).next_back().unwrap_or_default();
        let word = before.split_whitespace().next_back()?.to_lowercase();
        let touches = match self.target.locale.language() {
            "en" => matches!(word.as_str(), "a" | "an"),
            "fr" | "it" | "ca" => true,
            _ => false,
        };
        let open = |text: &str| {
            text.chars().next().is_some_and(|c| "aeiouhàâäáèéêëíìîïóòôöúùûüœæ".contains(c.to_lowercase().next().unwrap_or(c)))
        };
        (touches && open(&text[span.clone()]) != open(new))
            .then_some("it begins with another sound: the word before may have to change")
    }
}

/// The form of today's term for what chose the old one; `None` where there is no such form, or more than one.
fn form_for<'e>(entry: &'e TermEntry, keys: Option<&[(String, String)]>) -> Option<&'e TermForm> {
    match (entry.forms.as_slice(), keys) {
        ([only], Some([]) | None) => Some(only),
        (forms, Some(keys)) => {
            let same = |form: &&TermForm| form.keys.len() == keys.len() && keys.iter().all(|key| form.keys.contains(key));
            forms.iter().find(same)
        }
        (_, None) => None,
    }
}

/// Why a text cannot be replaced by itself: something is attached to it.
fn attached(text: &str, span: &Span) -> Option<&'static str> {
    let joins = |c: char| matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '-' | '\u{2010}' | '\u{2011}' | '\u{200c}' | '\u{200d}');
    let before = text[..span.start].chars().next_back().is_some_and(joins);
    let after = text[span.end..].chars().next().is_some_and(joins);
    (before || after).then_some("something is attached to it with an apostrophe, a hyphen or a joiner")
}

/// A text with a capital at its beginning; `None` when it has one, or cannot have one.
fn capitalised(text: &str) -> Option<String> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    let raised: String = first.to_uppercase().collect();
    (raised != first.to_string()).then(|| format!("{raised}{}", &text[first.len_utf8()..]))
}

/// A text in Fluent pattern syntax.
fn escaped(text: &str) -> String {
    fluent::write_lines(&UnitText { segments: vec![vec![Element::Text(text.to_owned())]] }).join(" ")
}

/// A reference that gives this form.
fn reference(term: &str, form: &TermForm) -> String {
    if form.default {
        return format!("{{ -{term} }}");
    }
    let argument = |(selector, key): &(String, String)| {
        if key.parse::<f64>().is_ok() { format!("{selector}: {key}") } else { format!("{selector}: \"{key}\"") }
    };
    let arguments: Vec<String> = form.keys.iter().map(argument).collect();
    format!("{{ -{term}({}) }}", arguments.join(", "))
}
