//! The files of the repository, found by walking it: what `.gitignore` names and git's own folder are left out.

use std::fs;
use std::path::Path;

/// A text file of the repository.
pub struct File {
    /// Its path relative to the repository, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Folders and files that no commit contains.
const UNTRACKED: [&str; 5] = [".git", "target", "public", ".tarjuman", "draft"];

/// All text files, sorted by path.
pub fn tracked() -> Vec<File> {
    let mut found = Vec::new();
    walk(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut found);
    assert!(found.len() > 100, "the walk found {} files, that cannot be all", found.len());
    found.sort_by(|a: &File, b: &File| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, below: &str, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("the repository can be read") {
        let entry = entry.expect("the repository can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        if below.is_empty() && UNTRACKED.contains(&name.as_str()) {
            continue;
        }
        let path = format!("{below}{name}");
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(File { path, text });
        }
    }
}
