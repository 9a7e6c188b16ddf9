//! How the code is divided: names of modules, what `mod.rs` holds, length, and files that nothing leads to.

use std::collections::{BTreeMap, BTreeSet};

use super::code;
use super::files::File;

/// Names that say nothing.
const DRAWERS: [&str; 10] = ["utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "prelude", "stuff"];

/// The complaint about a path with a module that could hold anything.
pub fn drawer(path: &str) -> Option<String> {
    let names = path.trim_end_matches(".rs").split('/');
    names.into_iter().any(|name| DRAWERS.contains(&name)).then(|| path.to_owned())
}

/// Definitions in `mod.rs` files that are meant, each with its reason.
const MEANT: [(&str, &str, &str); 0] = [];

/// What a `mod.rs` holds beside docs, `mod` and `use`.
pub fn definitions(file: &File) -> Vec<String> {
    let code = code::outside_tests(&file.text);
    let mut found = Vec::new();
    for item in items(&code) {
        let item = match item.strip_prefix("pub(") {
            Some(restricted) => restricted.split_once(')').map_or("", |(_, item)| item),
            None => item.strip_prefix("pub ").unwrap_or(&item),
        };
        let words = item.split_whitespace();
        let kind = words.clone().next().unwrap_or_default();
        let name = words.take(2).collect::<Vec<_>>().join(" ");
        let meant = MEANT.iter().any(|(path, item, _)| *path == file.path && name.starts_with(item));
        if !matches!(kind, "mod" | "use") && !meant {
            found.push(format!("{}: `{name}`", file.path));
        }
    }
    found
}

/// The items of a file that only declares, without attributes: up to each `;` or closing brace outside of all braces.
fn items(code: &str) -> Vec<String> {
    let (mut items, mut current, mut depth) = (Vec::new(), String::new(), 0i32);
    for line in code.lines().filter(|line| !line.trim_start().starts_with("#[")) {
        for c in line.chars() {
            current.push(c);
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 && (c == ';' || c == '}' && !current.trim_start().contains("use ")) {
                items.push(std::mem::take(&mut current).trim().to_owned());
            }
        }
        current.push(' ');
    }
    items.push(current.trim().to_owned());
    items.retain(|item| !item.is_empty() && item != ";");
    items
}

/// Files that may be longer, each with its reason.
const LONG: [(&str, &str); 0] = [];

/// The complaint about a file with more than 500 lines outside tests.
pub fn too_long(file: &File) -> Option<String> {
    let code = code::outside_tests(&file.text);
    let last = code.trim_end().lines().count();
    (last > 500 && LONG.iter().all(|(path, _)| *path != file.path)).then(|| format!("{} has {last}", file.path))
}

/// The complaints about functions of more than 80 lines.
pub fn long_functions(file: &File) -> Vec<String> {
    let code = code::outside_tests(&file.text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_')) {
        let name: String = code[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let lines = body(&code[at..]).map_or(0, |body| body.lines().count());
        if lines > 80 && !name.is_empty() {
            found.push(format!("{}: `{name}` has {lines} lines", file.path));
        }
    }
    found
}

/// What a function begins with, up to the end of its braces; nothing for one without a body.
fn body(code: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (at, c) in code.char_indices() {
        match c {
            ';' if depth == 0 => return None,
            '{' => depth += 1,
            '}' if depth <= 1 => return Some(&code[..=at]),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Rust files that no `mod` leads to, and data files below `src/` and `tests/` that no Rust file names.
pub fn forgotten(files: &[File]) -> Vec<String> {
    let rust: BTreeMap<&str, &File> =
        files.iter().filter(|file| file.path.ends_with(".rs")).map(|file| (file.path.as_str(), file)).collect();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<String> = rust.keys().filter(|path| is_root(path)).map(|path| (*path).to_owned()).collect();
    while let Some(path) = open.pop() {
        let Some(file) = rust.get(path.as_str()) else { continue };
        if reached.insert(path.clone()) {
            open.extend(declared(&path, &file.text));
        }
    }
    let in_question = |path: &str| ["src/", "tests/", "examples/", "benches/"].iter().any(|folder| path.starts_with(folder));
    let lost_code = rust.keys().filter(|path| in_question(path) && !reached.contains(**path)).map(|path| (*path).to_owned());
    let data = files.iter().filter(|file| ["src/", "tests/"].iter().any(|folder| file.path.starts_with(folder)));
    let named = |file: &File| {
        let mut tail = file.path.as_str();
        // Its path, its name, or the folder that it is found in by walking.
        while !tail.is_empty() {
            if files.iter().any(|other| is_reader(other) && other.text.contains(tail) && other.path != file.path) {
                return true;
            }
            tail = match tail.split_once('/') {
                Some((_, rest)) => rest,
                None => break,
            };
        }
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        rust.values().any(|other| other.text.contains(&format!("{folder}\""))) || is_snapshot(&file.path, &rust)
    };
    lost_code.chain(data.filter(|file| !file.path.ends_with(".rs") && !named(file)).map(|file| file.path.clone())).collect()
}

/// Whether a file can lead to data: Rust code, or a script of the test run.
fn is_reader(file: &File) -> bool {
    file.path.ends_with(".rs") || file.path == ".ci/run" || file.path == "tests/run"
}

/// Whether a file is a snapshot of a test that exists: `tests/snapshots/TEST__NAME.snap`.
fn is_snapshot(path: &str, rust: &BTreeMap<&str, &File>) -> bool {
    let Some((folder, name)) = path.rsplit_once("/snapshots/") else { return false };
    let test = name.split("__").next().unwrap_or_default();
    rust.contains_key(format!("{folder}/{test}.rs").as_str()) || rust.contains_key(format!("{folder}/main.rs").as_str())
}

/// Whether Cargo compiles this file without being told.
fn is_root(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let found = matches!(parts.as_slice(), ["src", "lib.rs" | "main.rs"] | ["build.rs"]);
    let folder = ["tests", "examples", "benches"].contains(&parts[0]);
    found || folder && (parts.len() == 2 || parts.len() == 3 && parts[2] == "main.rs")
}

/// The files that a file's `mod name;` lines stand for.
fn declared(path: &str, text: &str) -> Vec<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let below = match name {
        "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
        _ if is_root(path) => folder.to_owned(),
        _ => path.trim_end_matches(".rs").to_owned(),
    };
    let code = code::of(text);
    let mut found = Vec::new();
    let mut explicit: Option<String> = None;
    for (line, original) in code.lines().zip(text.lines()) {
        if line.trim_start().starts_with("#[path") {
            explicit = original.split('"').nth(1).map(|file| format!("{folder}/{file}"));
            continue;
        }
        let Some(module) = module_name(line) else { continue };
        match explicit.take() {
            Some(file) => found.push(file),
            None => found.extend([format!("{below}/{module}.rs"), format!("{below}/{module}/mod.rs")]),
        }
    }
    found
}

/// The name in `mod name;`, whatever its visibility.
fn module_name(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = match line.strip_prefix("pub") {
        Some(rest) => rest.split_once("mod ")?.1,
        None => line.strip_prefix("mod ")?,
    };
    rest.strip_suffix(';').map(str::trim)
}

#[test]
fn a_drawer_is_found_by_its_name() {
    assert!(drawer("src/engine/utils.rs").is_some());
    assert!(drawer("src/common/mod.rs").is_some());
    assert!(drawer("src/engine/utility_bills.rs").is_none());
}

#[test]
fn a_definition_in_a_mod_file_is_found() {
    let found = |text: &str| definitions(&File { path: "src/x/mod.rs".into(), text: text.into() }).len();
    assert_eq!(found("//! Docs.\n\nmod a;\npub mod b;\npub(in crate::x) use c::y;\npub use a::{B, C};\nuse d::E;\n"), 0);
    assert_eq!(found("mod a;\npub fn f() { if x { y } }\nconst X: u8 = 1;\npub use a::B;\n"), 2);
    assert_eq!(found("#[cfg(test)]\nmod tests { fn f() {} }\n"), 0);
}

#[test]
fn a_long_file_is_found_but_tests_do_not_count() {
    let file = |text: String| File { path: "src/x.rs".into(), text };
    assert!(too_long(&file("fn f() {}\n".repeat(501))).is_some());
    assert!(too_long(&file("fn f() {}\n".repeat(499) + "#[cfg(test)]\nmod tests {\n" + &"// x\n".repeat(99) + "}\n")).is_none());
}

#[test]
fn a_long_function_is_found() {
    let file = |lines: usize| File {
        path: "src/x.rs".into(),
        text: format!("trait T {{ fn short(); }}\nfn f() {{\n{}}}\nfn g() {{}}\n", "    if x { y() }\n".repeat(lines)),
    };
    assert_eq!(long_functions(&file(79)).len(), 1);
    assert_eq!(long_functions(&file(78)).len(), 0);
}

#[test]
fn a_file_without_a_mod_line_is_forgotten() {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let mut files = vec![
        file("src/lib.rs", "pub mod a;\n// mod lost;\n"),
        file("src/a/mod.rs", "mod b;\n"),
        file("src/a/b.rs", "mod c;\nconst T: &str = include_str!(\"t.txt\");"),
        file("src/a/b/c.rs", ""),
        file("src/a/t.txt", ""),
        file("tests/x.rs", "#[path = \"x/y.rs\"]\nmod y;\n"),
        file("tests/x/y.rs", ""),
        file("tests/snapshots/x__one.snap", ""),
    ];
    assert_eq!(forgotten(&files), Vec::<String>::new());
    files.extend([file("src/lost.rs", ""), file("tests/x/lost.txt", ""), file("tests/snapshots/z__one.snap", "")]);
    assert_eq!(forgotten(&files), ["src/lost.rs", "tests/x/lost.txt", "tests/snapshots/z__one.snap"]);
}
