//! The shared articles, where there are any.

use std::fs;
use std::path::{Path, PathBuf};

use tarjuman::model::Flavour;

/// Every article: its path below the corpus, dialect and text. Empty, with a printed message, when there is no corpus.
pub fn articles() -> Vec<(String, Flavour, String)> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/articles"));
    if !root.is_dir() {
        println!("skipped: there is no corpus beside the repository");
        return Vec::new();
    }
    let mut paths = files(root);
    paths.sort();
    paths
        .into_iter()
        .filter_map(|path| {
            let flavour = match path.extension()?.to_str()? {
                "md" => Flavour::Markdown,
                "mdx" => Flavour::Mdx,
                _ => return None,
            };
            let name = path.strip_prefix(root).ok()?.display().to_string();
            Some((name, flavour, fs::read_to_string(&path).ok()?))
        })
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the corpus is readable");
    entries
        .map(|entry| entry.expect("the corpus is readable").path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}
