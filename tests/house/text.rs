//! What may not stand in the code: calls into the world, shortcuts, invisible characters, places on one machine.

use super::code;
use super::files::File;

/// Calls that only the command line may make.
const WORLDLY: [&str; 8] =
    ["println!", "print!", "eprintln!", "eprint!", "std::env", "env::var", "process::exit", "std::process::exit"];

/// Calls in a file of the library that print, read the environment or exit.
pub fn worldly_calls(file: &File) -> Vec<String> {
    find(file, &WORLDLY)
}

/// Code that gives up on a value, was left unfinished, is for debugging, or hides where a name comes from.
pub fn shortcuts(file: &File) -> Vec<String> {
    find(file, &[".unwrap()", ".unwrap_err()", "todo!", "unimplemented!", "dbg!", "unsafe", "::*", "#[allow(", "#![allow("])
}

fn find(file: &File, needles: &[&str]) -> Vec<String> {
    let code = code::outside_tests(&file.text);
    let hits = |needle: &&str| {
        let lines = code::lines_with(&code, needle);
        lines.into_iter().map(|line| format!("{}:{line}: `{needle}`", file.path)).collect::<Vec<_>>()
    };
    needles.iter().flat_map(hits).collect()
}

/// Characters that no reader of the source can see, or that reorder what is seen.
pub fn invisible(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let hidden = line.chars().filter(|c| is_invisible(*c));
        found.extend(hidden.map(|c| format!("{}:{}: U+{:04X}", file.path, at + 1, u32::from(c))));
    }
    found
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00A0}' | '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
    ) || c.is_control() && c != '\t'
}

/// Paths and hosts that exist on one machine or are nobody's business; written in pieces, so that this file has none.
const PLACES: [&str; 9] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/tm", "p/"),
    concat!("/ho", "me/"),
    concat!("index.cra", "tes.io"),
    concat!("static.cra", "tes.io"),
    concat!("pypi", ".org"),
    concat!("registry.npm", "js"),
    concat!("deb.deb", "ian.org"),
];

/// Files in which such a place may stand, each with its reason.
const PLACES_MEANT: [(&str, &str); 1] = [("Cargo.lock", "Cargo writes where each crate came from")];

/// Paths of a machine and hosts of package registries in a file.
pub fn machine_places(file: &File) -> Vec<String> {
    if PLACES_MEANT.iter().any(|(path, _)| *path == file.path) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let named = PLACES.iter().filter(|place| begins_in(line, place));
        found.extend(named.map(|place| format!("{}:{}: `{place}`", file.path, at + 1)));
    }
    found
}

/// Whether `place` occurs in `line`; a path counts only where it begins, not as the end of a longer one.
fn begins_in(line: &str, place: &str) -> bool {
    let inner = |at: usize| place.starts_with('/') && line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-}/".contains(c));
    line.match_indices(place).any(|(at, _)| !inner(at))
}

#[cfg(test)]
fn file(text: &str) -> File {
    File { path: "src/engine/x.rs".into(), text: text.into() }
}

#[test]
fn calls_into_the_world_are_found() {
    assert_eq!(worldly_calls(&file("fn f() { println!(\"x\"); std::env::var(\"Y\"); std::process::exit(1) }")).len(), 5);
    assert_eq!(worldly_calls(&file("// println!\nfn f() { g(\"print!\"); writeln!(out); env!(\"X\") }")).len(), 0);
    assert_eq!(worldly_calls(&file("#[cfg(test)]\nmod tests { fn f() { println!() } }")).len(), 0);
}

#[test]
fn shortcuts_are_found() {
    let text = "use a::*;\nfn f() { g().unwrap(); todo!(); dbg!(1); unsafe { } unimplemented!() }";
    assert_eq!(shortcuts(&file(text)).len(), 6);
    assert_eq!(shortcuts(&file("fn f() { g().unwrap_or_default(); // .unwrap()\n }")).len(), 0);
}

#[test]
fn invisible_characters_are_found() {
    assert_eq!(invisible(&file("a\u{200F}b\u{00A0}c")).len(), 2);
    assert_eq!(invisible(&file("\tترجمان é 日本 '\\u{200F}'")).len(), 0);
}

#[test]
fn places_on_a_machine_are_found() {
    assert_eq!(machine_places(&file(concat!("see /wo", "rk/x and \"/tm", "p/y\""))).len(), 2);
    assert_eq!(machine_places(&file(concat!("docs/wo", "rk/x target/tm", "p/y"))).len(), 0);
}
