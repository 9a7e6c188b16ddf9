//! `init --git`: teaches the git repository of a project to merge catalogs and ledgers, and to show them in diffs.

use std::path::Path;

use serde::Serialize;

use crate::project::git::Repository;
use crate::project::load::LoadError;
use crate::project::save::{FileChange, Transaction};
use crate::project::{layout, load};

use super::Error;

/// The file that tells git what is what.
const ATTRIBUTES: &str = ".gitattributes";

/// What was set up.
#[derive(Debug, Clone, Serialize)]
pub struct GitReport {
    /// Files written.
    pub written: Vec<String>,
    /// Settings of the repository that were new or had another value.
    pub settings: Vec<Setting>,
}

/// A setting of the repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Writes `.gitattributes` in the project that `dir` lies in, and the settings that make git run `program` (the path of this
/// command). A second time changes nothing.
///
/// Another working copy has the attributes, but not the settings: there git merges line by line until this is run in it.
///
/// # Errors
/// When the project lies in no git repository, or something cannot be written.
pub fn init_git(dir: &Path, program: &str, dry_run: bool) -> Result<GitReport, Error> {
    let root = match load::find_root(dir) {
        // A dry run may speak of a project that would be begun here.
        Err(LoadError::NoProject(_)) if dry_run => dir.to_owned(),
        found => found?,
    };
    let repository = Repository::find(&root)?;
    let before = load::load_text(&root, ATTRIBUTES)?;
    if let Some(fault) = before.diagnostics.first() {
        return Err(Error::Refused { message: fault.message.clone(), help: fault.help.clone() });
    }
    let after = with_attributes(before.text.as_deref().unwrap_or_default());
    let mut settings = Vec::new();
    for setting in wanted(program) {
        if repository.setting(&setting.name)?.as_ref() != Some(&setting.value) {
            settings.push(setting);
        }
    }
    let mut written = Vec::new();
    if before.text.as_deref() != Some(after.as_str()) {
        written.push(ATTRIBUTES.to_owned());
    }
    if !dry_run {
        // First the settings: attributes alone name a driver that is not there yet.
        settings.iter().try_for_each(|setting| repository.set(&setting.name, &setting.value))?;
        let change = FileChange { path: ATTRIBUTES.to_owned(), before: before.text, after: Some(after) };
        Transaction { changes: vec![change] }.apply(&root)?;
    }
    Ok(GitReport { written, settings })
}

/// The attributes with the lines that name our drivers; what stands there stays.
fn with_attributes(text: &str) -> String {
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = text.to_owned();
    let lines = [
        format!("/{}/**/*.ftl merge=tarjuman diff=tarjuman", layout::LOCALES),
        format!("/{}/**/*.ledger.toml merge=tarjuman", layout::LOCALES),
        format!("/{}/**/*.toml merge=tarjuman", layout::PUBLISHED),
    ];
    for line in lines {
        if !text.lines().any(|own| own.trim_end() == line) {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push_str(eol);
            }
            text.push_str(&line);
            text.push_str(eol);
        }
    }
    text
}

/// The settings. git hands their values to a shell, and puts in what stands for `%O` and the like, quoted where it is not its own.
fn wanted(program: &str) -> Vec<Setting> {
    let setting = |name: &str, value: String| Setting { name: name.to_owned(), value };
    let quoted = quote(program);
    let in_driver = quoted.replace('%', "%%");
    // Whatever keeps the command from merging (it is gone, it is too old, it fails), git's own merge of lines takes its place.
    let driver = format!(
        "test -x {in_driver} && {in_driver} merge-driver %O %A %B --path=%P --marker-size=%L --ours-label=%X --base-label=%S \
         --theirs-label=%Y --conflict-style=\"$(git config --get merge.conflictStyle)\"; status=$?; \
         test -x {in_driver} && test $status -le 1 && exit $status; \
         git merge-file --marker-size=%L -L %X -L %S -L %Y %A %O %B"
    );
    let textconv = format!("show() {{ if test -x {quoted}; then {quoted} textconv \"$1\"; else cat \"$1\"; fi; }}; show");
    vec![
        setting("merge.tarjuman.name", "catalogs by message, ledgers by table".to_owned()),
        setting("merge.tarjuman.driver", driver),
        // Merging the bases of a criss-cross merge may leave no conflict markers in what is merged next.
        setting("merge.tarjuman.recursive", "binary".to_owned()),
        setting("diff.tarjuman.textconv", textconv),
    ]
}

/// A word for a shell.
fn quote(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}
