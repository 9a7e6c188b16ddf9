//! Which layer may know of which: a path through `crate::` or `super::` may lead to its own layer or one below.

use super::code;
use super::files::File;

/// The layers, lowest first.
const LAYERS: [&str; 8] = ["base", "model", "format", "engine", "services", "project", "workflow", "cli"];

/// The paths in a file of `src/` that lead upwards, each with its line.
pub fn upward_paths(file: &File) -> Vec<String> {
    let inside = file.path.strip_prefix("src/").unwrap_or(&file.path);
    let Some((layer, _)) = inside.split_once('/') else { return Vec::new() };
    let Some(own) = rank(layer) else { return vec![format!("{}: `{layer}` is no layer", file.path)] };
    let code = code::outside_tests(&file.text);
    let is_up = |target: &str| match rank(target) {
        // The command line is another crate: it reaches the library as `tarjuman::`, and only itself as `crate::`.
        Some(_) if layer == "cli" => target != "cli",
        Some(other) => other > own,
        None => false,
    };
    let mut found = Vec::new();
    for (line, target) in targets(&code, &module_path(inside)) {
        if is_up(&target) {
            found.push(format!("{}:{line}: `{layer}` may not know of `{target}`", file.path));
        }
    }
    if layer != "cli" {
        let lines = code::lines_with(&code, "tarjuman::");
        found.extend(lines.iter().map(|line| format!("{}:{line}: the library calls itself `crate`", file.path)));
    }
    found
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|own| *own == layer)
}

/// The module a file holds, below the crate: `engine/diff/words.rs` is `["engine", "diff", "words"]`.
fn module_path(inside: &str) -> Vec<&str> {
    let path = inside.trim_end_matches(".rs");
    path.trim_end_matches("/mod").split('/').collect()
}

/// The top-level modules that the code names, with line numbers from 1.
fn targets(code: &str, module: &[&str]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let line_of = |at: usize| code[..at].matches('\n').count() + 1;
    for (at, _) in code.match_indices("crate::").filter(|(at, _)| starts_path(code, *at)) {
        let names = first_names(&code[at + "crate::".len()..]);
        found.extend(names.into_iter().map(|name| (line_of(at), name)));
    }
    let out = "super::".repeat(module.len());
    for (at, _) in code.match_indices(&out).filter(|(at, _)| starts_path(code, *at)) {
        let names = first_names(&code[at + out.len()..]);
        found.extend(names.into_iter().map(|name| (line_of(at), name)));
    }
    found
}

fn starts_path(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$')
}

/// The first name of a path, or of each path in a group: `a::b` gives `a`, `{a::b, c::{d, e}}` gives `a` and `c`.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut names, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
fn complaints(path: &str, text: &str) -> usize {
    upward_paths(&File { path: path.to_owned(), text: text.to_owned() }).len()
}

#[test]
fn a_path_upwards_is_found() {
    assert_eq!(complaints("src/format/x.rs", "use crate::engine::diff;"), 1);
    assert_eq!(complaints("src/base/x.rs", "use crate::{base::Span, model::{A, B}, project::P};"), 2);
    assert_eq!(complaints("src/engine/a/b.rs", "fn f() { super::super::super::workflow::g() }"), 1);
    assert_eq!(complaints("src/cli/x.rs", "use crate::engine::diff;"), 1);
    assert_eq!(complaints("src/engine/x.rs", "use tarjuman::base::Span;"), 1);
    assert_eq!(complaints("src/attic/x.rs", ""), 1);
}

#[test]
fn a_path_downwards_or_sideways_is_none() {
    assert_eq!(
        complaints("src/engine/a/b.rs", "use crate::format::fluent; use crate::engine::diff; use super::super::grade;"),
        0
    );
    assert_eq!(complaints("src/base/x.rs", "// crate::cli\n#[cfg(test)]\nmod tests { use crate::engine::diff; }"), 0);
    assert_eq!(complaints("src/cli/x.rs", "use tarjuman::workflow::Error; use crate::cli::args::A;"), 0);
    assert_eq!(complaints("src/lib.rs", "pub use crate::workflow::Error;"), 0);
}
