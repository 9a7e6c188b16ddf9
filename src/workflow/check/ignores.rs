//! What people say of findings above an entry: `# [ignore] RULE: why`, `# [ignore] RULE TERM: why`.

use crate::base::Span;
use crate::engine::check::{Rule, find_rule};

/// One comment that ignores findings.
#[derive(Debug)]
pub struct Ignore {
    /// The rule; `None` when it names none, or gives no reason.
    pub rule: Option<&'static Rule>,
    /// Only findings about this term.
    term: Option<String>,
    /// Where it stands in the catalog.
    pub span: Span,
    /// Whether it ignored anything.
    pub used: bool,
}

impl Ignore {
    /// Whether a finding is ignored.
    pub fn covers(&self, rule: &Rule, term: Option<&str>) -> bool {
        self.rule.is_some_and(|own| own.id == rule.id) && self.term.as_deref().is_none_or(|own| Some(own) == term)
    }
}

/// The `[ignore]` comments among the comment lines of an entry, `comments` being their bytes in the catalog.
pub fn ignores(catalog: &str, comments: Span) -> Vec<Ignore> {
    let mut at = comments.start;
    let mut found = Vec::new();
    for line in catalog[comments].split_inclusive('\n') {
        let content = line.trim_end().strip_prefix('#').map(str::trim_start);
        if let Some(said) = content.and_then(|content| content.strip_prefix("[ignore]")) {
            let start = at + line.trim_end().len() - said.len() - "[ignore]".len();
            let (subject, why) = said.split_once(':').unwrap_or((said, ""));
            let mut words = subject.split_whitespace();
            let rule = words.next().and_then(find_rule);
            let term = words.next().map(|term| term.trim_start_matches('-').to_owned());
            let complete = !why.trim().is_empty() && words.next().is_none();
            found.push(Ignore { rule: rule.filter(|_| complete), term, span: start..at + line.trim_end().len(), used: false });
        }
        at += line.len();
    }
    found
}
