//! The glossary as signatures need it: the text behind every term, so that a sign-off notices when a term changes.
//!
//! Finding and checking terms is not done here.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::render::references;
use crate::format::fluent::{CURRENT_INDENT, Message, Term, canonical, read_terms};

/// One locale's fixed terms.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    terms: BTreeMap<String, Message>,
}

impl Glossary {
    /// Reads `glossary/<locale>.ftl`; entries that do not parse are left out.
    pub fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let term = |term: Term| {
            let value = Some(term.value);
            (term.name, Message { value, attributes: term.attributes, lines: Vec::new(), indent: CURRENT_INDENT })
        };
        // Of two terms with one name Fluent uses the first.
        Self { terms: read_terms(text).into_iter().rev().map(term).collect() }
    }

    /// The canonical text of every term that `message` renders, those behind other terms included; empty if there is none.
    pub fn rendered_terms(&self, message: &Message) -> String {
        let names = |message: &Message| references(message).terms.into_iter().map(|reference| reference.term).collect::<Vec<_>>();
        let mut waiting = names(message);
        let mut seen = BTreeSet::new();
        while let Some(name) = waiting.pop() {
            let term = self.terms.get(&name);
            if seen.insert(name) {
                waiting.extend(term.map(names).unwrap_or_default());
            }
        }
        let text = |name: &String| self.terms.get(name).map(canonical).unwrap_or_default();
        seen.iter().map(|name| format!("-{name}={}\n", text(name))).collect()
    }
}
