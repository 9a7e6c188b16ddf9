//! Writes TBX-Basic. Standard categories are used for what they mean; everything that they cannot say exactly stands in notes as
//! well, so that other programs see terms and ours reads back every field.

use std::fmt::Write as _;

use crate::base::Locale;
use crate::model::{Concept, TermEntry, TermForm};

/// Which edition is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TbxVersion {
    /// `martif`, as in ISO 30042:2008.
    V2,
    /// `tbx`, as in ISO 30042:2019, style DCA.
    V3,
}

/// What notes begin with that only this program understands.
pub(super) const OWN: &str = "tarjuman: ";
/// Says in the header that the file is ours: texts in it are exact.
pub(super) const SOURCE: &str = "A glossary kept with Tarjuman";

/// The names that an edition has for its elements.
struct Names {
    concept: &'static str,
    language: &'static str,
    term: &'static str,
}

/// The whole document. `locale` is that of the concepts' own texts.
pub fn write_tbx(concepts: &[Concept], locale: &Locale, version: TbxVersion) -> String {
    let (head, tail, names) = match version {
        TbxVersion::V2 => (
            format!(
                "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n<martif type=\"TBX-Basic\" xml:lang=\"{locale}\">\n  <martifHeader>\n    \
                 <fileDesc><sourceDesc><p>{SOURCE}</p></sourceDesc></fileDesc>\n    \
                 <encodingDesc><p type=\"XCSURI\">TBXBasicXCSV02.xcs</p></encodingDesc>\n  </martifHeader>\n"
            ),
            "</martif>\n",
            Names { concept: "termEntry", language: "langSet", term: "tig" },
        ),
        TbxVersion::V3 => (
            format!(
                "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"{locale}\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n  <tbxHeader>\n    \
                 <fileDesc><sourceDesc><p>{SOURCE}</p></sourceDesc></fileDesc>\n  </tbxHeader>\n"
            ),
            "</tbx>\n",
            Names { concept: "conceptEntry", language: "langSec", term: "termSec" },
        ),
    };
    let mut text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{head}  <text>\n");
    if !concepts.is_empty() {
        text.push_str("    <body>\n");
        concepts.iter().for_each(|concept| push_concept(&mut text, concept, &names));
        text.push_str("    </body>\n");
    }
    text.push_str(&format!("  </text>\n{tail}"));
    text
}

fn push_concept(text: &mut String, concept: &Concept, names: &Names) {
    let _infallible = writeln!(text, "      <{} id=\"{}\">", names.concept, escape(&concept.name));
    for (locale, entry) in &concept.locales {
        let _infallible = writeln!(text, "        <{} xml:lang=\"{locale}\">", names.language);
        push_entry(text, entry, names);
        let _infallible = writeln!(text, "        </{}>", names.language);
    }
    let _infallible = writeln!(text, "      </{}>", names.concept);
}

fn push_entry(text: &mut String, entry: &TermEntry, names: &Names) {
    let mut line = |written: String| {
        text.push_str("          ");
        text.push_str(&written);
        text.push('\n');
    };
    if !entry.definition.is_empty() {
        line(format!("<descrip type=\"definition\">{}</descrip>", escape(&entry.definition.join("\n"))));
    }
    for name in ["translate", "match", "gender", "status"] {
        for value in entry.attribute(name).into_iter().flatten() {
            line(format!("<note>{OWN}{name} {}</note>", escape(value)));
        }
    }
    if let Some(pattern) = &entry.pattern {
        line(format!("<note>{OWN}pattern {}</note>", escape(pattern)));
    }
    if !entry.comments.is_empty() {
        let comment = entry.comments.join("\n");
        let own = if comment.starts_with(OWN.trim_end()) { format!("{OWN}comment ") } else { String::new() };
        line(format!("<note>{own}{}</note>", escape(&comment)));
    }
    for form in &entry.forms {
        push_term(text, (&form.text, entry.status.first().map_or("preferred", String::as_str)), entry, (&form_note(form), names));
    }
    for (texts, status, role) in [(&entry.also, "admitted", "also"), (&entry.forbidden, "deprecated", "forbidden")] {
        texts.iter().for_each(|own| push_term(text, (own, status), entry, (role, names)));
    }
}

/// `form case=genitive, number=one`, and whether it is the default.
fn form_note(form: &TermForm) -> String {
    let default = if form.default { " default" } else { "" };
    let variant = form.variant();
    if variant.is_empty() { format!("form{default}") } else { format!("form{default} {variant}") }
}

fn push_term(text: &mut String, (term, status): (&str, &str), entry: &TermEntry, (note, names): (&str, &Names)) {
    let gender = entry.gender.first().filter(|gender| note.starts_with("form") && *gender != "common");
    let mut line = |written: String| {
        text.push_str("          ");
        text.push_str(&written);
        text.push('\n');
    };
    line(format!("<{}>", names.term));
    line(format!("  <term>{}</term>", escape(term)));
    line(format!("  <termNote type=\"administrativeStatus\">{status}Term-admn-sts</termNote>"));
    if let Some(gender) = gender {
        line(format!("  <termNote type=\"grammaticalGender\">{}</termNote>", escape(gender)));
    }
    line(format!("  <note>{OWN}{}</note>", escape(note)));
    line(format!("</{}>", names.term));
}

/// A text as XML 1.0 can hold it: markup escaped, and so are line ends and tabs that a reader might change. What no XML document
/// can hold becomes U+FFFD.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' | '\t' => escaped.push_str(&format!("&#{};", u32::from(c))),
            '\n' => escaped.push('\n'),
            c if c.is_control() && c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
