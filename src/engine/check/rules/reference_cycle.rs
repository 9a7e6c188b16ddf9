//! Terms that refer to one another in a circle: none of them has a text.

use std::collections::HashMap;

use crate::base::Severity;
use crate::engine::check::finding::{Finding, Spot};
use crate::engine::check::rule::{GlossaryFile, Rule, Scope};
use crate::format::fluent::{EntryPlaces, ReferencePlace};

/// How many names of a circle are written out.
const MOST_NAMES: usize = 8;

/// The rule.
pub const RULE: Rule = Rule {
    id: "reference-cycle",
    level: Severity::Error,
    summary: "terms that refer to one another in a circle",
    scope: Scope::Glossary(find),
};

/// One finding for each reference that closes a circle, walking from the first term of the file on.
fn find(file: &GlossaryFile<'_>) -> Vec<Finding> {
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    for (at, entry) in file.entries.iter().enumerate().filter(|(_, entry)| entry.is_term) {
        by_name.entry(&entry.id).or_insert(at);
    }
    let mut walk = Walk { entries: file.entries, by_name, seen: vec![false; file.entries.len()], findings: Vec::new() };
    for at in 0..file.entries.len() {
        walk.from(at);
    }
    walk.findings
}

struct Walk<'a> {
    entries: &'a [EntryPlaces],
    by_name: HashMap<&'a str, usize>,
    seen: Vec<bool>,
    findings: Vec<Finding>,
}

impl<'a> Walk<'a> {
    /// Depth first, without recursion: a chain of terms may be as long as the glossary.
    fn from(&mut self, start: usize) {
        if self.seen[start] || !self.entries[start].is_term {
            return;
        }
        self.seen[start] = true;
        // The terms on the way with the number of the reference looked at next; `depth` says where on the way a term is.
        let mut way: Vec<(usize, usize)> = vec![(start, 0)];
        let mut depth: HashMap<usize, usize> = HashMap::from([(start, 0)]);
        while let Some((at, next)) = way.last_mut() {
            let entries = self.entries;
            let references = &entries[*at].references;
            let Some(reference) = references.get(*next) else {
                depth.remove(at);
                way.pop();
                continue;
            };
            *next += 1;
            let Some(&to) = self.by_name.get(reference.term.as_str()).filter(|_| !reference.in_attribute) else { continue };
            if let Some(&from) = depth.get(&to) {
                let names: Vec<&str> = way[from..].iter().map(|(at, _)| entries[*at].id.as_str()).collect();
                self.findings.push(closed(&names, reference));
            } else if !self.seen[to] {
                self.seen[to] = true;
                depth.insert(to, way.len());
                way.push((to, 0));
            }
        }
    }
}

fn closed(names: &[&str], reference: &ReferencePlace) -> Finding {
    let mut shown: Vec<String> = names.iter().take(MOST_NAMES).map(|name| format!("-{name}")).collect();
    if names.len() > MOST_NAMES {
        shown.push("…".to_owned());
    }
    shown.push(format!("-{}", reference.term));
    Finding {
        message: format!("terms refer to one another in a circle: `{}`", shown.join(" → ")),
        term: Some(reference.term.clone()),
        target: Some(Spot::File(reference.span.clone())),
        help: "write the text of one of them out".to_owned(),
        ..Finding::default()
    }
}
