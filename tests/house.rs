//! The house rules: what `docs/architecture.md` and the style guide promise of the code, held by reading the code.
//!
//! The scanners read text, they are no Rust parser: comments, strings and test modules are blanked first, and each scanner has
//! tests on small strings that show it finding what it looks for.

#[path = "house/code.rs"]
mod code;
#[path = "house/files.rs"]
mod files;
#[path = "house/layers.rs"]
mod layers;
#[path = "house/modules.rs"]
mod modules;
#[path = "house/rules.rs"]
mod rules;
#[path = "house/text.rs"]
mod text;

use files::File;

/// Fails with one line for each complaint.
fn assert_none(what: &str, complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{what}:\n  {}\n", complaints.join("\n  "));
}

fn rust_below(folder: &str) -> Vec<File> {
    files::tracked().into_iter().filter(|file| file.path.starts_with(folder) && file.path.ends_with(".rs")).collect()
}

#[test]
fn imports_point_downwards_only() {
    assert_none("a layer knows of a layer above it", rust_below("src/").iter().flat_map(layers::upward_paths).collect());
}

#[test]
fn every_rust_file_says_what_it_holds() {
    let rust = files::tracked().into_iter().filter(|file| file.path.ends_with(".rs"));
    let mute = rust.filter(|file| !file.text.starts_with("//! ")).map(|file| file.path);
    assert_none("no `//!` docs on the first line", mute.collect());
}

#[test]
fn the_library_never_prints_reads_the_environment_or_exits() {
    let library = rust_below("src/").into_iter().filter(|file| !file.path.starts_with("src/cli/") && file.path != "src/main.rs");
    assert_none("only the command line may do this", library.flat_map(|file| text::worldly_calls(&file)).collect());
}

#[test]
fn the_code_takes_no_shortcuts() {
    let code = rust_below("src/").into_iter().chain(rust_below("examples/"));
    assert_none("not outside tests", code.flat_map(|file| text::shortcuts(&file)).collect());
}

#[test]
fn no_module_is_a_drawer_for_everything() {
    let names = files::tracked().into_iter().filter(|file| file.path.ends_with(".rs"));
    assert_none("say what it holds instead", names.filter_map(|file| modules::drawer(&file.path)).collect());
}

#[test]
fn mod_files_only_declare() {
    let declaring = rust_below("src/").into_iter().filter(|file| file.path.ends_with("/mod.rs"));
    assert_none("more than docs, `mod` and `use`", declaring.flat_map(|file| modules::definitions(&file)).collect());
}

#[test]
fn the_binary_is_a_doorstep() {
    let main = rust_below("src/main.rs").pop().expect("src/main.rs exists");
    assert!(main.text.lines().count() <= 40, "src/main.rs has {} lines, at most 40 are allowed", main.text.lines().count());
}

#[test]
fn no_file_is_forgotten() {
    assert_none("nothing leads to this file", modules::forgotten(&files::tracked()));
}

#[test]
fn no_file_is_too_long_to_read() {
    assert_none("longer than 500 lines", rust_below("src/").iter().filter_map(modules::too_long).collect());
}

#[test]
fn no_function_is_too_long_to_read() {
    assert_none("longer than 80 lines", rust_below("src/").iter().flat_map(modules::long_functions).collect());
}

#[test]
fn invisible_characters_are_written_as_escapes() {
    let rust = files::tracked().into_iter().filter(|file| file.path.ends_with(".rs"));
    assert_none("write it as `\\u{…}`", rust.flat_map(|file| text::invisible(&file)).collect());
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    assert_none("a path or host of a machine", files::tracked().iter().flat_map(text::machine_places).collect());
}

#[test]
fn every_finding_has_a_page_and_every_page_a_finding() {
    let explained = include_str!("../src/workflow/rules.txt");
    assert_none("findings and src/workflow/rules.txt differ", rules::differences(&rust_below("src/"), explained));
}

#[test]
fn the_code_map_names_every_folder() {
    let page = include_str!("../docs/architecture.md");
    let files = rust_below("src/");
    let folders = files.iter().flat_map(|file| file.path.split('/').skip(1).collect::<Vec<_>>().into_iter().rev().skip(1));
    let unknown = folders.filter(|folder| !page.contains(&format!("{folder}/")) && !page.contains(&format!("### {folder}\n")));
    let mut unknown: Vec<String> = unknown.map(str::to_owned).collect();
    unknown.sort();
    unknown.dedup();
    assert_none("docs/architecture.md does not name these folders", unknown);
}

#[test]
fn rules_are_sorted() {
    let explained = rules::explained(include_str!("../src/workflow/rules.txt"));
    assert!(explained.is_sorted(), "src/workflow/rules.txt is sorted by code");
}
