//! The files of a project as a value: what git would see, and what belongs to one working copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Files by their path relative to the project, with their bytes. Folders do not count: git does not know them either.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// The folder of what belongs to one working copy.
pub const PRIVATE: &str = ".tarjuman";

/// All files but git's own and those that belong to one working copy.
pub fn read(root: &Path) -> Tree {
    let mut files = Tree::new();
    collect(root, "", &mut files);
    files
}

/// The files that belong to one working copy.
pub fn read_private(root: &Path) -> Tree {
    let mut files = Tree::new();
    let folder = root.join(PRIVATE);
    if folder.exists() {
        collect(&folder, "", &mut files);
    }
    files
}

/// The copies of pages that were out, which belong to one working copy.
pub fn read_kept(root: &Path) -> Tree {
    read_private(root).into_iter().filter(|(path, _)| path.starts_with("published/")).collect()
}

fn collect(folder: &Path, below: &str, files: &mut Tree) {
    for entry in fs::read_dir(folder).expect("a folder of the test can be read") {
        let entry = entry.expect("a folder of the test can be read");
        let name = entry.file_name().into_string().expect("names in the test are UTF-8");
        if below.is_empty() && (name == ".git" || name == PRIVATE) {
            continue;
        }
        let path = format!("{below}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read(entry.path()).expect("a file of the test can be read"));
        }
    }
}

/// The paths at which two trees differ.
pub fn differing<'a>(one: &'a Tree, other: &'a Tree) -> Vec<&'a str> {
    let paths: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    paths.into_iter().filter(|path| one.get(*path) != other.get(*path)).map(String::as_str).collect()
}
