//! Reads TBX in both editions and both styles: `tbx` with categories as attributes (DCA) or as elements (DCT), `martif` with `tig`
//! or `ntig`. What the glossary has no place for is left out, and said.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Place, Severity};
use crate::model::{ForeignConcept, TermEntry, TermForm};

use super::tree::{Node, decode, read_tree};
use super::write::{OWN, SOURCE};

/// What a file says.
#[derive(Debug, Clone, Default)]
pub struct ReadTbx {
    /// Its concepts, in its order; none when it cannot be read.
    pub concepts: Vec<ForeignConcept>,
    /// Whether it was written by this program, so that its ids are names of terms.
    pub own: bool,
    /// What is wrong with it. An error says that nothing in it can be used.
    pub diagnostics: Vec<Diagnostic>,
}

/// Elements of the core structure, which are no data categories.
const CORE: [&str; 33] = [
    "admin",
    "adminGrp",
    "adminNote",
    "back",
    "body",
    "change",
    "descrip",
    "descripGrp",
    "descripNote",
    "ec",
    "foreign",
    "hi",
    "item",
    "itemGrp",
    "langSec",
    "langSet",
    "note",
    "ntig",
    "ph",
    "ref",
    "refObject",
    "sc",
    "term",
    "termComp",
    "termCompGrp",
    "termGrp",
    "termNote",
    "termNoteGrp",
    "termSec",
    "tig",
    "transac",
    "transacGrp",
    "xref",
];

/// The values of `grammaticalGender`.
const GENDERS: [&str; 5] = ["masculine", "feminine", "neuter", "common", "other"];

/// Reads a TBX file.
pub fn read_tbx(bytes: &[u8]) -> ReadTbx {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(why) => return ReadTbx { diagnostics: vec![problem(why.to_owned(), 1, Severity::Error)], ..ReadTbx::default() },
    };
    let (root, mut diagnostics) = read_tree(&text);
    let Some(root) = root else { return ReadTbx { diagnostics, ..ReadTbx::default() } };
    if !matches!(root.name.as_str(), "tbx" | "martif" | "TBX") {
        let message = format!("`{}` is no TBX document: its root is `tbx` or `martif`", root.name);
        diagnostics.push(problem(message, root.line, Severity::Error));
        return ReadTbx { diagnostics, ..ReadTbx::default() };
    }
    let header = root.named(&["tbxHeader", "martifHeader"]).next();
    let own = header.is_some_and(|header| header.text.contains(SOURCE));
    let mut reader = Reader { own, diagnostics, unheld: BTreeMap::new() };
    let language = root.attribute("xml:lang").unwrap_or_default().to_owned();
    let concepts = root.below(&["conceptEntry", "termEntry"]);
    let concepts: Vec<ForeignConcept> = concepts.into_iter().map(|node| reader.concept(node, &language)).collect();
    if concepts.is_empty() {
        reader.diagnostics.push(problem("there is no entry in it".to_owned(), root.line, Severity::Warning));
    }
    // What stands behind the entries says whom they are from, and the like.
    for matter in root.below(&["refObject"]) {
        reader.leave_out(&matter.name);
    }
    if !reader.unheld.is_empty() {
        let unheld: Vec<String> = reader.unheld.iter().map(|(name, count)| format!("{name} ({count})")).collect();
        reader.diagnostics.push(problem(format!("not kept in a glossary: {}", unheld.join(", ")), 0, Severity::Note));
    }
    ReadTbx { concepts, own, diagnostics: reader.diagnostics }
}

fn problem(message: String, line: usize, severity: Severity) -> Diagnostic {
    Diagnostic::new("exchange", message, Place { line, ..Place::default() }).severity(severity)
}

struct Reader {
    own: bool,
    diagnostics: Vec<Diagnostic>,
    /// Data categories that a glossary does not keep, with how often they stood.
    unheld: BTreeMap<String, usize>,
}

/// A term section as it stands.
#[derive(Default)]
struct Section {
    text: String,
    /// `preferred`, `admitted`, `deprecated`, `superseded`.
    status: Option<String>,
    gender: Option<String>,
    /// What our own note says it is.
    role: Option<String>,
    notes: Vec<String>,
}

impl Reader {
    fn concept(&mut self, node: &Node, language: &str) -> ForeignConcept {
        let mut concept = ForeignConcept { id: node.attribute("id").map(str::to_owned), entries: Vec::new(), line: node.line };
        let language = node.attribute("xml:lang").unwrap_or(language);
        let general = self.facts(node);
        for section in node.named(&["langSec", "langSet"]) {
            let tag = section.attribute("xml:lang").or_else(|| section.attribute("lang")).filter(|tag| !tag.is_empty());
            if tag.is_none() {
                let message = format!("a section names no language; that of the document, `{language}`, is taken");
                self.diagnostics.push(problem(message, section.line, Severity::Warning));
            }
            let entry = self.entry(section);
            concept.entries.push((tag.unwrap_or(language).to_owned(), entry));
        }
        // What is said of the concept as a whole belongs to the first language that does not say it itself.
        if let Some((_, first)) = concept.entries.first_mut() {
            for (name, values) in [("definition", &general.definition), ("translate", &general.translate)] {
                match first.attribute_mut(name) {
                    Some(own) if own.is_empty() => own.extend(values.iter().cloned()),
                    _ if values.is_empty() => {}
                    _ => *self.unheld.entry(format!("{name} of a whole entry")).or_default() += 1,
                }
            }
            first.comments.splice(0..0, general.comments);
        }
        concept
    }

    /// What is said directly in a concept or a language section.
    fn facts(&mut self, node: &Node) -> TermEntry {
        let mut entry = TermEntry::default();
        let groups = node.named(&["descripGrp", "adminGrp", "transacGrp"]).flat_map(|group| &group.children);
        for child in node.children.iter().chain(groups) {
            match category(child) {
                Some("definition") => entry.definition.extend(self.lines(&child.text)),
                Some(other) => self.leave_out(other),
                None if child.name == "note" => self.note(&child.text, &mut entry),
                None => {}
            }
        }
        entry
    }

    /// A note: one of ours, or a comment.
    fn note(&mut self, text: &str, entry: &mut TermEntry) {
        if let Some((name, value)) = self.own_note(text) {
            match (name, entry.attribute_mut(name)) {
                (_, Some(values)) => values.push(value.to_owned()),
                ("pattern", _) => entry.pattern = Some(value.to_owned()),
                ("comment", _) => entry.comments.extend(value.split('\n').map(str::to_owned)),
                _ => {}
            }
        } else if self.own {
            entry.comments.extend(text.split('\n').map(str::to_owned));
        } else {
            entry.comments.extend(self.lines(text));
        }
    }

    /// The name and value of one of our notes, in a file of ours.
    fn own_note<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let note = text.strip_prefix(OWN).filter(|_| self.own)?;
        Some(note.split_once(' ').unwrap_or((note, "")))
    }

    fn entry(&mut self, section: &Node) -> TermEntry {
        let mut entry = self.facts(section);
        let sections: Vec<Section> = section.named(&["termSec", "tig", "ntig"]).map(|node| self.section(node)).collect();
        for section in &sections {
            match &section.role {
                Some(role) => add_own(&mut entry, role, &section.text),
                None => add_foreign(&mut entry, section),
            }
        }
        if !self.own {
            // A glossary has the gender of the main text alone.
            let main = entry.default_form().map(|form| form.text.clone());
            let others = sections.iter().filter(|section| section.gender.is_some() && main.as_ref() != Some(&section.text));
            others.for_each(|_| self.leave_out("grammaticalGender of another text"));
            // Without a preferred text the first accepted one takes its place.
            if entry.forms.is_empty() && !entry.also.is_empty() {
                let text = entry.also.remove(0);
                entry.forms = TermEntry::of_text(&text).forms;
            }
            entry.comments.extend(sections.iter().flat_map(|section| section.notes.iter().cloned()));
        }
        entry
    }

    fn section(&mut self, node: &Node) -> Section {
        let mut section = Section::default();
        let mut waiting: Vec<&Node> = node.children.iter().rev().collect();
        while let Some(child) = waiting.pop() {
            match (child.name.as_str(), category(child)) {
                ("term", _) => section.text = if self.own { child.text.trim().to_owned() } else { collapse(&child.text) },
                ("termGrp" | "termNoteGrp" | "descripGrp" | "adminGrp" | "transacGrp", _) => {
                    waiting.extend(child.children.iter().rev());
                }
                (_, Some("administrativeStatus" | "normativeAuthorization")) => {
                    section.status = status(&child.text).or_else(|| self.unknown_value("administrativeStatus", &child.text));
                }
                (_, Some("grammaticalGender")) => {
                    let gender = Some(collapse(&child.text)).filter(|gender| GENDERS.contains(&gender.as_str()));
                    section.gender = gender.or_else(|| self.unknown_value("grammaticalGender", &child.text));
                }
                ("note", _) => match self.own_note(&child.text) {
                    Some(_) => section.role = child.text.strip_prefix(OWN).map(str::to_owned),
                    None => section.notes.extend(self.lines(&child.text)),
                },
                (_, Some(other)) => self.leave_out(other),
                _ => {}
            }
        }
        section
    }

    fn leave_out(&mut self, category: &str) {
        *self.unheld.entry(category.to_owned()).or_default() += 1;
    }

    /// A value that the glossary has no word for.
    fn unknown_value(&mut self, category: &str, value: &str) -> Option<String> {
        self.leave_out(&format!("{category} `{}`", collapse(value)));
        None
    }

    /// A text in lines; in files of others each is trimmed, for they were laid out.
    fn lines(&self, text: &str) -> Vec<String> {
        if self.own {
            return text.split('\n').map(str::to_owned).collect();
        }
        text.lines().map(collapse).filter(|line| !line.is_empty()).collect()
    }
}

/// The data category of an element: its type (DCA), or its name (DCT).
fn category(node: &Node) -> Option<&str> {
    match node.name.as_str() {
        "descrip" | "admin" | "termNote" | "descripNote" | "adminNote" | "transac" | "transacNote" | "xref" | "ref" => {
            node.attribute("type").or(Some(node.name.as_str()))
        }
        name if CORE.contains(&name) => None,
        name => Some(name),
    }
}

/// `preferredTerm-admn-sts`, `preferred-admn-sts` and `preferred` are one.
fn status(text: &str) -> Option<String> {
    let text = text.trim();
    let known = ["preferred", "admitted", "deprecated", "superseded", "standardized", "notRecommended", "obsolete"];
    let word = known.into_iter().find(|word| text.starts_with(word))?;
    let word = match word {
        "standardized" => "preferred",
        "notRecommended" => "deprecated",
        "obsolete" => "superseded",
        word => word,
    };
    Some(word.to_owned())
}

/// A text with what our own note says that it is.
fn add_own(entry: &mut TermEntry, role: &str, text: &str) {
    let (kind, rest) = role.split_once(' ').unwrap_or((role, ""));
    match kind {
        "also" => entry.also.push(text.to_owned()),
        "forbidden" => entry.forbidden.push(text.to_owned()),
        _ => {
            let default = rest == "default" || rest.starts_with("default ");
            let variant = rest.strip_prefix("default").unwrap_or(rest);
            let keys = TermForm::read_variant(variant).unwrap_or_default();
            entry.forms.push(TermForm { keys, default, text: text.to_owned() });
        }
    }
}

/// A text of another program: its status says what it is.
fn add_foreign(entry: &mut TermEntry, section: &Section) {
    if section.text.is_empty() {
        return;
    }
    match section.status.as_deref() {
        Some("deprecated" | "superseded") => entry.forbidden.push(section.text.clone()),
        Some("preferred") if entry.status != ["preferred"] => {
            // It takes the place of one that stood first without a status.
            let first: Vec<String> = entry.forms.drain(..).map(|form| form.text).collect();
            entry.also.splice(0..0, first);
            entry.forms = TermEntry::of_text(&section.text).forms;
            entry.status = vec!["preferred".to_owned()];
            set_gender(entry, section);
        }
        None if entry.forms.is_empty() => {
            entry.forms = TermEntry::of_text(&section.text).forms;
            set_gender(entry, section);
        }
        _ => entry.also.push(section.text.clone()),
    }
}

fn set_gender(entry: &mut TermEntry, section: &Section) {
    entry.gender = section.gender.iter().cloned().collect();
}

/// A text with its runs of white space as single spaces.
fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
