//! Every path rule of a project. A path can only be made from checked parts, so the wrong file cannot be named.
//!
//! Paths are relative to the project and written with forward slashes on every system.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::base::{Locale, limits};

/// The project's configuration file; the folder it lies in is the project.
pub const CONFIG: &str = "tarjuman.toml";
/// Folder of the catalogs and ledgers.
pub const LOCALES: &str = "locales";
/// Folder of the glossary.
pub const GLOSSARY: &str = "glossary";
/// Folder of what the project says about sentences.
pub const SEGMENTATION: &str = "segmentation";
/// Folder of the records of what is published.
pub const PUBLISHED: &str = "published";
/// Folder of a project's own templates, stylesheet and words for pages.
pub const TEMPLATES: &str = "templates";
/// Folder of what belongs to this working copy only; ignored by git.
pub const PRIVATE: &str = ".tarjuman";

/// An article's name: its path below its root without extension, in Unicode NFC, with forward slashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleName(String);

/// The string cannot name an article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` cannot name an article: {why}", .name.escape_debug())]
pub struct ArticleNameError {
    /// What was given.
    pub name: String,
    /// Which rule it breaks.
    pub why: &'static str,
}

impl ArticleName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ArticleName {
    type Err = ArticleNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = |why| ArticleNameError { name: text.to_owned(), why };
        if text.is_empty() {
            return Err(error("it is empty"));
        }
        if text.starts_with('-') {
            return Err(error("it begins with `-`, like an option"));
        }
        if text.contains('#') {
            return Err(error("`#` separates an article from a unit"));
        }
        for component in text.split('/') {
            check_component(component).map_err(error)?;
        }
        Ok(Self(ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()))
    }
}

impl fmt::Display for ArticleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for ArticleName {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Whether a file or folder of this name can exist on every system a project may be checked out on, and is not git's.
fn check_component(component: &str) -> Result<(), &'static str> {
    if component.is_empty() {
        return Err("it has an empty component");
    }
    if component == "." || component == ".." {
        return Err("it has a component `.` or `..`");
    }
    if component.len() > limits::COMPONENT_BYTES {
        return Err("a component is longer than 200 bytes");
    }
    if component.chars().any(is_invisible_control) {
        return Err("it holds a control character");
    }
    if component.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        return Err("it holds one of < > : \" | ? * \\, which not every system allows");
    }
    if component.ends_with(['.', ' ']) || component.starts_with(' ') {
        return Err("a component begins or ends with a space, or ends with a full stop");
    }
    if is_git_component(component) {
        return Err("it leads into a git folder");
    }
    if is_device_name(component) {
        return Err("a component is the name of a device on Windows");
    }
    Ok(())
}

/// Control characters, line and paragraph separators, and the characters that turn the direction of what follows.
fn is_invisible_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether some file system takes `component` for `.git`: in any case, with characters that HFS+ ignores, with trailing
/// dots or a stream name as NTFS allows, or by its short name `git~1`.
pub(super) fn is_git_component(component: &str) -> bool {
    let ignored = |c: char| matches!(c, '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}');
    let folded: String = component.chars().filter(|&c| !ignored(c)).flat_map(char::to_lowercase).collect();
    let name = folded.split(':').next().unwrap_or_default().trim_end_matches(['.', ' ']);
    matches!(name, ".git" | "git~1")
}

fn is_device_name(component: &str) -> bool {
    let stem = component.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            let mut rest = rest.chars();
            matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || numbered("COM") || numbered("LPT")
}

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The path relative to the project, with forward slashes.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The path below the project folder `root`.
            pub fn below(&self, root: &Path) -> PathBuf {
                root.join(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(path: $name) -> String {
                path.0
            }
        }
    )+};
}

paths! {
    /// The file of an article.
    SourcePath,
    /// A catalog: `locales/<locale>/<article>.ftl`.
    CatalogPath,
    /// A ledger: `locales/<locale>/<article>.ledger.toml`.
    LedgerPath,
    /// A locale's glossary or affix file: `glossary/<locale>.ftl`, `glossary/<locale>.affixes.toml`.
    GlossaryPath,
    /// A record of what is published: `published/<target>/<article>.toml`.
    PublishedPath,
    /// A file that publishing produces: `<out>/<locale>/<article>.<extension>`.
    OutputPath,
}

impl SourcePath {
    /// The file `relative` below an article root; the walk has seen it there, so nothing is left to check.
    pub(super) fn of_walked(root: &str, relative: &str) -> Self {
        if root.is_empty() { Self(relative.to_owned()) } else { Self(format!("{root}/{relative}")) }
    }

    /// The extension without its dot; empty when there is none.
    pub fn extension(&self) -> &str {
        let file = self.0.rsplit('/').next().unwrap_or_default();
        file.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default()
    }
}

/// The catalog of `article` in `locale`.
pub fn locale_catalog(locale: &Locale, article: &ArticleName) -> CatalogPath {
    CatalogPath(format!("{LOCALES}/{locale}/{article}.ftl"))
}

/// The ledger of `article` in `locale`.
pub fn locale_ledger(locale: &Locale, article: &ArticleName) -> LedgerPath {
    LedgerPath(format!("{LOCALES}/{locale}/{article}.ledger.toml"))
}

/// The glossary of `locale`.
pub fn glossary(locale: &Locale) -> GlossaryPath {
    GlossaryPath(format!("{GLOSSARY}/{locale}.ftl"))
}

/// The affix file of `locale`: how its words inflect, where the project says so itself.
pub fn affixes(locale: &Locale) -> GlossaryPath {
    GlossaryPath(format!("{GLOSSARY}/{locale}.affixes.toml"))
}

/// The name of something that is published to, such as `site`; one component.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetName(String);

impl TargetName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TargetName {
    type Err = ArticleNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name: ArticleName = text.parse()?;
        if name.0.contains('/') {
            return Err(ArticleNameError { name: text.to_owned(), why: "it has more than one component" });
        }
        Ok(Self(name.0))
    }
}

/// The record of what is published of `article` at `target`.
pub fn published(target: &TargetName, article: &ArticleName) -> PublishedPath {
    PublishedPath(format!("{PUBLISHED}/{}/{article}.toml", target.0))
}

/// The record of the files of `target` that belong to no article; no article's record can have this path.
pub fn published_lists(target: &TargetName) -> PublishedPath {
    PublishedPath(format!("{PUBLISHED}/{}.toml", target.0))
}

/// The page of an article that was out in a locale as its text number `revision`; it belongs to one working copy.
pub fn kept_page(target: &TargetName, article: &ArticleName, locale: &Locale, revision: u32) -> String {
    format!("{}/{locale}.{revision}", kept_pages(target, article))
}

/// The folder of the pages of an article that were out; it belongs to one working copy.
pub fn kept_pages(target: &TargetName, article: &ArticleName) -> String {
    format!("{PRIVATE}/{PUBLISHED}/{}/{article}", target.0)
}

/// The record of what the last draft wrote into a folder, whose path below the project is `folder`; it belongs to one working copy.
pub fn draft_record(folder: &str) -> String {
    format!("{PRIVATE}/drafts/{}.toml", crate::base::Fingerprint::of(folder).to_string().replace(':', "-"))
}

/// What the last run of `publish` left, for a target; a cache.
pub fn publish_index(target: &TargetName) -> String {
    format!("{PRIVATE}/cache/publish-{}.index", target.0)
}

/// What the last syncs found of articles that were in step; a cache.
pub fn sync_index() -> String {
    format!("{PRIVATE}/cache/sync.index")
}

/// The file in which a project gives its own template, stylesheet or words.
pub fn template(name: &str) -> String {
    format!("{TEMPLATES}/{name}")
}

/// Whether a path that a record names can be one that publishing produced, relative to the output folder.
pub fn is_output(path: &str) -> bool {
    check_written_path(path).is_ok() && path.split('/').all(|component| !component.starts_with('.'))
}

/// What publishing produces of `article` in `locale` below the checked folder `out` of the configuration.
pub fn output(out: &str, locale: &Locale, article: &ArticleName, extension: &str) -> OutputPath {
    OutputPath(format!("{out}/{locale}/{article}.{extension}"))
}

/// The most bytes that the file at `path` may have to be read; articles have a limit of their own.
pub(super) fn size_limit(path: &str) -> u64 {
    let folder = path.split('/').next().unwrap_or_default();
    match (folder, path.ends_with(".ftl")) {
        (LOCALES | GLOSSARY, true) => limits::CATALOG_BYTES,
        (LOCALES | PUBLISHED, false) => limits::LEDGER_BYTES,
        _ => limits::OTHER_BYTES,
    }
}

/// Checks a folder that the configuration names: relative, inside the project, not git's. Gives it without `./` and
/// trailing slashes; the project folder itself is the empty string.
pub(super) fn check_folder(text: &str) -> Result<String, &'static str> {
    if text.starts_with('/') || text.contains(':') {
        return Err("it is not relative to the project");
    }
    if text.contains('\\') {
        return Err("folders are written with forward slashes");
    }
    let components: Vec<&str> = text.split('/').filter(|component| !matches!(*component, "" | ".")).collect();
    for component in &components {
        if *component == ".." {
            return Err("it leads out of the project");
        }
        check_component(component)?;
    }
    Ok(components.join("/"))
}

/// Checks a folder that a person named on the command line as the place for what is published: not git's, and not one in which
/// the project keeps what people own. `folder` is absolute; parts of it need not exist yet.
pub fn check_output_folder(root: &Path, folder: &Path, article_roots: &[&str]) -> Result<(), &'static str> {
    let real = real_path(folder);
    if real.components().any(|part| is_git_component(&part.as_os_str().to_string_lossy())) {
        return Err("it leads into a git folder");
    }
    let owned = [LOCALES, GLOSSARY, SEGMENTATION, PUBLISHED, PRIVATE].into_iter().chain(article_roots.iter().copied());
    for owned in owned.map(|folder| real_path(&root.join(folder))) {
        if real.starts_with(&owned) && owned != real_path(root) || owned.starts_with(&real) {
            return Err("the project keeps articles, catalogs or records there");
        }
    }
    Ok(())
}

/// The path with `.`, `..` and links followed as far as it exists.
fn real_path(path: &Path) -> PathBuf {
    let mut real = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => drop(real.pop()),
            std::path::Component::CurDir => {}
            part => real.push(part),
        }
        real = real.canonicalize().unwrap_or(real);
    }
    real
}

/// Checks a path that is about to be written: relative, forward slashes, every component harmless.
pub(super) fn check_written_path(path: &str) -> Result<(), &'static str> {
    for component in path.split('/') {
        check_written_component(component)?;
    }
    Ok(())
}

/// A file that exists may be called what its author likes; what matters is where writing would lead.
fn check_written_component(component: &str) -> Result<(), &'static str> {
    match component {
        "" => Err("it is absolute or has an empty component"),
        "." | ".." => Err("it has a component `.` or `..`"),
        _ if is_git_component(component) => Err("it leads into a git folder"),
        _ if component.contains(['\\', '\0']) => Err("it holds a backslash or a NUL"),
        _ => Ok(()),
    }
}

/// Whether `path` is `folder` or lies in it; the empty folder holds everything.
pub(super) fn is_within(path: &str, folder: &str) -> bool {
    folder.is_empty() || path == folder || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
