//! Segmentation Rules eXchange 2.0 (LISA 2008): which rules a file has, and for which languages.
//!
//! Regular expressions are ICU's; one that cannot be translated is reported with its line and its rule left out.
//! A document type declaration is refused. `segmentsubflows` and `formathandle` say nothing here: markup is seen by nobody.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use regex::{Regex, RegexBuilder};

use super::icu;
use crate::base::{Diagnostic, LineIndex, Place, Severity};

/// An SRX document.
#[derive(Debug, Clone, Default)]
pub struct Srx {
    /// Whether the rules of every map that fits a language apply, in order, or those of the first alone.
    pub cascade: bool,
    /// Patterns that a whole language tag has to match, and the names of rules they lead to.
    pub maps: Vec<(Regex, String)>,
    /// Rules by name, in the file's order.
    pub languages: Vec<(String, Vec<SrxRule>)>,
}

/// One rule: a break or an exception, where what stands before ends as `before` and what follows begins as `after`.
#[derive(Debug, Clone)]
pub struct SrxRule {
    /// Whether the text is divided here.
    pub breaks: bool,
    /// Matches up to the place, and one more character after it, at the end of its text; `None` where anything may stand.
    pub before: Option<Regex>,
    /// Matches one character before the place and then what follows, at the beginning of its text; `None` as above.
    pub after: Option<Regex>,
}

/// A document, read.
#[derive(Debug, Clone, Default)]
pub struct ReadSrx {
    /// What can be used; `None` when the file is no SRX 2.0.
    pub srx: Option<Srx>,
    /// What is wrong or doubtful, in the file's order; the path of each is filled in by the caller.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads an SRX document.
pub fn read_srx(text: &str) -> ReadSrx {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines = LineIndex::new(text);
    let mut builder = Builder { lines, at: 0, srx: Srx::default(), rule: None, text: None, seen: false, diagnostics: Vec::new() };
    let usable = builder.read(text) && builder.is_complete();
    ReadSrx { srx: usable.then_some(builder.srx), diagnostics: builder.diagnostics }
}

/// A rule being read: whether it breaks, its parts, and where the part or rule began.
struct Rule {
    breaks: bool,
    before: Option<(String, usize)>,
    after: Option<(String, usize)>,
}

struct Builder<'t> {
    lines: LineIndex<'t>,
    /// Where the event being looked at begins.
    at: usize,
    srx: Srx,
    rule: Option<Rule>,
    /// The text of the part being read, and where it began.
    text: Option<(String, usize)>,
    /// Whether the root element was there.
    seen: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn report(&mut self, message: String, help: &str) {
        let place = Place::at(self.lines.position(self.at));
        self.diagnostics.push(Diagnostic::new("srx", message, place).help(help));
    }

    /// Reads all events; false when the file cannot be used.
    fn read(&mut self, text: &str) -> bool {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        loop {
            self.at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    self.at = usize::try_from(reader.error_position()).unwrap_or(self.at);
                    self.report(format!("not XML: {error}"), "mend this line; nothing in the file is used before");
                    return false;
                }
            };
            match event {
                Event::Eof => break,
                Event::DocType(_) => {
                    let help = "remove the declaration; SRX needs none";
                    self.report("a document type declaration is not read".to_owned(), help);
                    return false;
                }
                Event::Start(element) if !self.start(&element) => return false,
                Event::End(element) => self.end(local(element.name().as_ref())),
                Event::Text(part) => self.add(part.decode().ok().as_deref()),
                Event::CData(part) => self.add(part.decode().ok().as_deref()),
                Event::GeneralRef(reference) => {
                    let named = |name: &str| quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned);
                    let resolved = match reference.resolve_char_ref() {
                        Ok(Some(c)) => Some(c.to_string()),
                        _ => reference.decode().ok().and_then(|name| named(&name)),
                    };
                    if resolved.is_none() && self.text.is_some() {
                        self.report("an entity that XML does not define".to_owned(), "write the character itself");
                    }
                    self.add(resolved.as_deref());
                }
                _ => {}
            }
        }
        if !self.seen {
            self.at = 0;
            self.report("there is no `srx` element".to_owned(), "export the rules as SRX 2.0");
        }
        self.seen
    }

    fn add(&mut self, part: Option<&str>) {
        if let (Some((text, _)), Some(part)) = (&mut self.text, part) {
            text.push_str(part);
        }
    }

    /// An element begins; false when the file cannot be used.
    fn start(&mut self, element: &BytesStart<'_>) -> bool {
        let name = element.name();
        match local(name.as_ref()) {
            b"srx" => {
                self.seen = true;
                let version = attribute(element, "version");
                if version.as_deref() != Some("2.0") {
                    self.report(format!("SRX of version `{}`", version.unwrap_or_default()), "export the rules as SRX 2.0");
                    return false;
                }
            }
            b"header" => self.srx.cascade = attribute(element, "cascade").as_deref() == Some("yes"),
            b"languagerule" => {
                let name = attribute(element, "languagerulename").unwrap_or_default();
                self.srx.languages.push((name, Vec::new()));
            }
            b"rule" => {
                let breaks = attribute(element, "break");
                if !matches!(breaks.as_deref(), None | Some("yes" | "no")) {
                    self.report(
                        "`break` is neither `yes` nor `no`".to_owned(),
                        "write one of them; the rule is taken for a break",
                    );
                }
                self.rule = Some(Rule { breaks: breaks.as_deref() != Some("no"), before: None, after: None });
            }
            b"beforebreak" | b"afterbreak" => self.text = Some((String::new(), self.at)),
            b"languagemap" => self.map(element),
            _ => {}
        }
        true
    }

    fn map(&mut self, element: &BytesStart<'_>) {
        let pattern = attribute(element, "languagepattern").unwrap_or_default();
        let name = attribute(element, "languagerulename").unwrap_or_default();
        match compile(&pattern, |pattern| format!(r"\A(?i:{pattern})\z")) {
            Ok(pattern) => self.srx.maps.push((pattern, name)),
            Err(reason) => self.report(format!("the language pattern cannot be used: {reason}"), "say it with other means"),
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"beforebreak" => {
                let text = self.text.take();
                if let Some(rule) = &mut self.rule {
                    rule.before = text;
                }
            }
            b"afterbreak" => {
                let text = self.text.take();
                if let Some(rule) = &mut self.rule {
                    rule.after = text;
                }
            }
            b"rule" => {
                if let Some(rule) = self.rule.take() {
                    self.rule(rule);
                }
            }
            _ => {}
        }
    }

    fn rule(&mut self, rule: Rule) {
        let before = self.part(rule.before, |pattern| format!(r"(?:{pattern})(?s:.)\z"));
        let after = self.part(rule.after, |pattern| format!(r"\A(?s:.)(?:{pattern})"));
        let (Some(before), Some(after)) = (before, after) else { return };
        if let Some((_, rules)) = self.srx.languages.last_mut() {
            rules.push(SrxRule { breaks: rule.breaks, before, after });
        }
    }

    /// One side of a rule; `None` when it cannot be translated, which is reported.
    fn part(&mut self, part: Option<(String, usize)>, anchor: impl Fn(&str) -> String) -> Option<Option<Regex>> {
        let Some((pattern, at)) = part.filter(|(pattern, _)| !pattern.is_empty()) else { return Some(None) };
        match compile(&pattern, anchor) {
            Ok(regex) => Some(Some(regex)),
            Err(reason) => {
                self.at = at;
                let message = format!("the rule `{pattern}` is left out: {reason} cannot be translated");
                self.report(message, "say it with other means, or as a pair in `segmentation/<locale>.toml`");
                None
            }
        }
    }

    /// Whether maps lead to rules; a name that leads nowhere is reported.
    fn is_complete(&mut self) -> bool {
        self.at = 0;
        let known = |name: &String| self.srx.languages.iter().any(|(language, _)| language == name);
        let lost: Vec<String> = self.srx.maps.iter().map(|(_, name)| name.clone()).filter(|name| !known(name)).collect();
        for name in lost {
            let place = Place::at(self.lines.position(0));
            let message = format!("a language map leads to `{name}`, which has no rules");
            let diagnostic = Diagnostic::new("srx", message, place).severity(Severity::Warning);
            self.diagnostics.push(diagnostic.help("add a `languagerule` of that name, or remove the map"));
        }
        true
    }
}

/// A name without its namespace prefix.
fn local(name: &[u8]) -> &[u8] {
    name.rsplit(|byte| *byte == b':').next().unwrap_or(name)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok().map(|value| value.into_owned())
}

fn compile(pattern: &str, anchor: impl Fn(&str) -> String) -> Result<Regex, String> {
    const SIZE_LIMIT: usize = 4 << 20;
    let translated = icu::translate(pattern)?;
    // The pattern by itself first: a parenthesis too many must not close the anchor's group.
    RegexBuilder::new(&translated).size_limit(SIZE_LIMIT).build().map_err(|error| reason(&error))?;
    RegexBuilder::new(&anchor(&translated)).size_limit(SIZE_LIMIT).build().map_err(|error| reason(&error))
}

/// The last line of an error is what is wrong; the lines before show where.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().last().unwrap_or_default().trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
