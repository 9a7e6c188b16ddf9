//! Codes of findings in the code, compared with the pages that explain them.

use std::collections::BTreeSet;

use super::files::File;

/// How a code is written in the sources: as the first argument of what makes a diagnostic, or beside its message in a tuple.
const MAKERS: [&str; 7] =
    ["Diagnostic::new(", "Diagnostic::error(", "article_diagnostic(", "fault(", "self.warning(", "report(", "=> ("];

/// Codes without an explanation, and explanations without a code.
pub fn differences(sources: &[File], explained_text: &str) -> Vec<String> {
    let explained: BTreeSet<String> = explained(explained_text).into_iter().collect();
    let mut found = Vec::new();
    let mut named: BTreeSet<String> = BTreeSet::new();
    for file in sources {
        for code in codes(&file.text) {
            if !explained.contains(&code) {
                found.push(format!("{}: `{code}` has no page", file.path));
            }
            named.insert(code);
        }
    }
    let is_written = |code: &str| sources.iter().any(|file| file.text.contains(&format!("\"{code}\"")));
    found.extend(
        explained.iter().filter(|code| !named.contains(*code) && !is_written(code)).map(|code| format!("nothing finds `{code}`")),
    );
    found
}

/// The codes that have a page, in the order of the file.
pub fn explained(text: &str) -> Vec<String> {
    text.split("\n\n").filter_map(|page| page.trim().lines().next().map(|code| code.trim().to_owned())).collect()
}

/// The codes that a file makes diagnostics with.
fn codes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for maker in MAKERS {
        for (at, _) in text.match_indices(maker) {
            let argument = text[at + maker.len()..].trim_start();
            let Some(literal) = argument.strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
            let beside_message = literal.1.trim_start().starts_with(',');
            let is_code = literal.0.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if beside_message && is_code && (maker != "=> (" || literal.0.contains('-')) {
                found.push(literal.0.to_owned());
            }
        }
    }
    found
}

#[test]
fn codes_are_found_however_they_are_written() {
    let text = "Diagnostic::new(\"a-b\", m, p); Diagnostic::new(\n    \"c\",\n m); fault(\"d-e\", at);\n X => (\"f-g\", m), Y => (\"plain\", m)";
    assert_eq!(codes(text), ["a-b", "c", "d-e", "f-g"]);
    assert_eq!(codes("Diagnostic::new(code, m, p); read(\"x-y\", z)"), Vec::<String>::new());
}

#[test]
fn a_code_without_a_page_and_a_page_without_a_code_are_found() {
    let source = File { path: "src/x.rs".into(), text: "Diagnostic::new(\"a-b\", m, p)".into() };
    let sources = [source];
    assert_eq!(differences(&sources, "a-b\nText.\n").len(), 0);
    assert_eq!(differences(&sources, "c-d\nText.\n").len(), 2);
}
