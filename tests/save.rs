//! Saving: transactions, their journal, recovery, and one writer at a time.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tarjuman::project::save::{
    FileChange, Folder, JournalLimits, SaveError, SaveOptions, Saved, Stage, Title, Transaction, Writer,
};

const CONFIG: &str = "source-locale = \"en\"\n";

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tarjuman.toml"), CONFIG).unwrap();
    fs::create_dir(folder.path().join("articles")).unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn change(path: &str, before: Option<&str>, after: Option<&str>) -> FileChange {
    FileChange { path: path.to_owned(), before: before.map(str::to_owned), after: after.map(str::to_owned) }
}

fn apply(root: &Path, changes: &[FileChange]) -> Result<Saved, SaveError> {
    Transaction { changes: changes.to_vec() }.apply(root)
}

/// Every file below `root` but the tool's private ones, with its text.
fn contents(root: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with(".tarjuman") {
                continue;
            } else if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                files.push((name, String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_transaction_creates_replaces_and_removes() {
    let folder = project(&[("a", "one"), ("b", "two")]);
    let changes = [change("a", Some("one"), Some("uno")), change("b", Some("two"), None), change("x/y/z", None, Some("new"))];
    let saved = apply(folder.path(), &changes).unwrap();
    assert_eq!((saved.written, saved.removed), (vec!["a".to_owned(), "x/y/z".to_owned()], vec!["b".to_owned()]));
    let files = contents(folder.path());
    let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(texts, [("a", "uno"), ("tarjuman.toml", CONFIG), ("x/y/z", "new")]);
}

#[test]
fn a_transaction_may_have_more_files_than_a_process_may_open() {
    let folder = project(&[]);
    let changes: Vec<FileChange> =
        (0..3_000).map(|number| change(&format!("n/{}/{number}", number % 7), None, Some("x"))).collect();
    assert_eq!(apply(folder.path(), &changes).unwrap().written.len(), 3_000);
    let removed: Vec<FileChange> = changes.iter().map(|made| change(&made.path, Some("x"), None)).collect();
    assert_eq!(apply(folder.path(), &removed).unwrap().removed.len(), 3_000);
}

#[test]
fn a_transaction_without_changes_touches_nothing() {
    let folder = project(&[("a", "one")]);
    assert_eq!(
        apply(folder.path(), &[change("a", Some("one"), Some("one")), change("b", None, None)]).unwrap(),
        Saved::default()
    );
    assert!(!folder.path().join(".tarjuman").exists());
}

#[test]
fn a_file_that_changed_meanwhile_stops_everything() {
    let folder = project(&[("a", "one"), ("b", "someone was here")]);
    let before = contents(folder.path());
    for stale in [change("b", Some("two"), Some("due")), change("b", None, Some("new")), change("c", Some("gone"), Some("x"))] {
        let path = stale.path.clone();
        let error =
            apply(folder.path(), &[change("n/a", None, Some("x")), change("a", Some("one"), Some("uno")), stale]).unwrap_err();
        assert!(matches!(&error, SaveError::ChangedMeanwhile(changed) if *changed == path), "{error}");
        assert_eq!(contents(folder.path()), before);
        assert!(!folder.path().join("n").exists());
    }
}

#[test]
fn paths_that_lead_elsewhere_are_refused_before_anything_is_written() {
    let folder = project(&[("a", "one"), (".git/config", "x")]);
    let before = contents(folder.path());
    let refused = [
        "../x",
        "/elsewhere/x",
        "a/../b",
        "x//y",
        "",
        ".git/hooks/post-checkout",
        ".GIT/x",
        "sub/.git/x",
        "git~1/x",
        "x\\y",
        "articles",
        "a/b",
    ];
    for path in refused {
        let error = apply(folder.path(), &[change("n", None, Some("x")), change(path, None, Some("x"))]);
        assert!(matches!(error, Err(SaveError::Refused { .. } | SaveError::Io { .. })), "{path}: {error:?}");
        assert_eq!(contents(folder.path()), before, "{path}");
    }
    let twice = [change("n", None, Some("x")), change("n", None, Some("y"))];
    assert!(matches!(apply(folder.path(), &twice), Err(SaveError::Refused { .. })));
    let below = [change("n", None, Some("x")), change("n/m", None, Some("y"))];
    assert!(matches!(apply(folder.path(), &below), Err(SaveError::Refused { .. })));
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn the_second_writer_is_told_that_another_is_at_work() {
    let folder = project(&[]);
    fs::create_dir(folder.path().join(".tarjuman")).unwrap();
    let lock = fs::File::create(folder.path().join(".tarjuman/lock")).unwrap();
    lock.try_lock().unwrap();
    let options = SaveOptions { wait: Duration::from_millis(20), ..SaveOptions::default() };
    assert!(matches!(Writer::begin(folder.path(), &options), Err(SaveError::Busy { .. })));
    drop(lock);
    apply(folder.path(), &[change("a", None, Some("x"))]).unwrap();
}

#[test]
fn what_is_private_is_not_for_git() {
    let folder = project(&[]);
    apply(folder.path(), &[change("a", None, Some("x"))]).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join(".tarjuman/.gitignore")).unwrap(), "*\n");
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_read_only_places_refused() {
    use std::os::unix::fs::PermissionsExt;
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let folder = project(&[("run.sh", "one"), ("locked/a", "one"), ("frozen", "one")]);
    set(&folder.path().join("run.sh"), 0o755);
    apply(folder.path(), &[change("run.sh", Some("one"), Some("two"))]).unwrap();
    assert_eq!(folder.path().join("run.sh").metadata().unwrap().permissions().mode() & 0o777, 0o755);
    set(&folder.path().join("locked"), 0o555);
    set(&folder.path().join("frozen"), 0o444);
    let before = contents(folder.path());
    let attempts = [
        change("locked/a", Some("one"), Some("two")),
        change("locked/a", Some("one"), None),
        change("locked/new/b", None, Some("x")),
        change("frozen", Some("one"), Some("two")),
    ];
    for attempt in attempts {
        let error = apply(folder.path(), &[change("n", None, Some("x")), attempt]);
        assert!(matches!(error, Err(SaveError::ReadOnly(_))), "{error:?}");
        assert_eq!(contents(folder.path()), before);
    }
    set(&folder.path().join("locked"), 0o755);
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_project_stays_a_link_and_one_that_leads_out_is_refused() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("x"), "theirs").unwrap();
    let folder = project(&[("real", "one")]);
    symlink("real", folder.path().join("link")).unwrap();
    symlink(outside.path(), folder.path().join("out")).unwrap();
    symlink(outside.path().join("x"), folder.path().join("file-out")).unwrap();
    apply(folder.path(), &[change("link", Some("one"), Some("two"))]).unwrap();
    assert!(folder.path().join("link").symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read_to_string(folder.path().join("real")).unwrap(), "two");
    for attempt in [
        change("out/x", Some("theirs"), Some("ours")),
        change("out/new", None, Some("x")),
        change("file-out", Some("theirs"), Some("x")),
    ] {
        assert!(matches!(apply(folder.path(), &[attempt]), Err(SaveError::Refused { .. })));
    }
    assert_eq!(fs::read_to_string(outside.path().join("x")).unwrap(), "theirs");
    let both = [change("link", Some("two"), Some("3")), change("real", Some("two"), Some("4"))];
    assert!(matches!(apply(folder.path(), &both), Err(SaveError::Refused { .. })));
}

// The journal

fn begin(root: &Path) -> Result<Writer, SaveError> {
    Writer::begin(root, &SaveOptions::default())
}

fn stages(root: &Path) -> Vec<Stage> {
    Folder::of(root).list().unwrap().into_iter().map(|listed| listed.stage).collect()
}

/// A project in which a command that replaces, creates and removes was killed after its journal was complete.
fn interrupted() -> tempfile::TempDir {
    let folder = project(&[("a", "one"), ("b", "two"), ("c", "three")]);
    let changes = [
        change("a", Some("one"), Some("uno")),
        change("b", Some("two"), Some("due")),
        change("n/new", None, Some("x")),
        change("c", Some("three"), None),
    ];
    apply(folder.path(), &changes).unwrap();
    let journal = folder.path().join(".tarjuman/journal");
    fs::rename(journal.join("000001.done"), journal.join("000001.pending")).unwrap();
    folder
}

fn read(root: &Path, path: &str) -> Option<String> {
    fs::read_to_string(root.join(path)).ok()
}

fn assert_as_before(root: &Path) {
    let files = contents(root);
    let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(texts, [("a", "one"), ("b", "two"), ("c", "three"), ("tarjuman.toml", CONFIG)]);
    assert!(!root.join("n").exists(), "the folder made for it is gone again");
}

#[test]
fn a_command_interrupted_half_way_is_taken_back() {
    // Which of the four files had been replaced when it was killed.
    for replaced in 0..15_u32 {
        let folder = interrupted();
        let root = folder.path();
        let undo = [("a", Some("one")), ("b", Some("two")), ("n/new", None), ("c", Some("three"))];
        for (bit, (path, before)) in undo.iter().enumerate() {
            if replaced & (1 << bit) == 0 {
                match before {
                    Some(text) => fs::write(root.join(path), text).unwrap(),
                    None => fs::remove_file(root.join(path)).unwrap(),
                }
            }
        }
        assert_eq!(Folder::interrupted(root).unwrap().as_deref(), Some("save"));
        assert!(begin(root).unwrap().is_late());
        assert_as_before(root);
        assert_eq!(stages(root), [Stage::Void]);
        assert_eq!(Folder::interrupted(root).unwrap(), None);
        assert!(!begin(root).unwrap().is_late(), "nothing is left to recover");
    }
}

#[test]
fn a_command_interrupted_after_its_last_file_is_complete() {
    let folder = interrupted();
    let before = contents(folder.path());
    begin(folder.path()).unwrap();
    assert_eq!(contents(folder.path()), before);
    assert_eq!(stages(folder.path()), [Stage::Done]);
}

#[test]
fn a_file_that_is_neither_as_before_nor_as_after_stops_recovery() {
    let folder = interrupted();
    let root = folder.path();
    fs::write(root.join("a"), "one").unwrap();
    fs::write(root.join("b"), "git was here").unwrap();
    let before = contents(root);
    let error = begin(root).unwrap_err();
    let SaveError::Rescued { files, folder: rescue, .. } = &error else { panic!("{error}") };
    assert_eq!(files, &["b"]);
    assert_eq!(contents(root), before);
    assert_eq!(read(root, &format!("{rescue}/before/b")).as_deref(), Some("two"));
    assert_eq!(read(root, &format!("{rescue}/after/b")).as_deref(), Some("due"));
    assert_eq!(read(root, &format!("{rescue}/after/n/new")).as_deref(), Some("x"));
    assert_eq!(read(root, &format!("{rescue}/before/c")).as_deref(), Some("three"));
    apply(root, &[change("d", None, Some("goes on"))]).unwrap();
}

#[test]
fn what_an_editor_saved_in_the_moment_of_the_crash_stands_afterwards() {
    let folder = interrupted();
    let root = folder.path();
    // The editor saved just before the exchange, so its text was taken out, and nobody was left to notice.
    fs::create_dir_all(root.join(".tarjuman/journal/000001.d")).unwrap();
    fs::write(root.join(".tarjuman/journal/000001.d/0"), "from the editor").unwrap();
    begin(root).unwrap();
    assert_eq!(read(root, "a").as_deref(), Some("from the editor"));
    assert_eq!(read(root, "b").as_deref(), Some("two"));
    assert!(!root.join("n").exists());
    assert!(!root.join(".tarjuman/journal/000001.d").exists());
}

#[test]
fn a_journal_entry_that_cannot_be_read_is_named_once_and_nothing_is_touched() {
    let folder = interrupted();
    let entry = folder.path().join(".tarjuman/journal/000001.pending");
    let mut bytes = fs::read(&entry).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&entry, bytes).unwrap();
    let before = contents(folder.path());
    assert!(matches!(begin(folder.path()), Err(SaveError::DamagedJournal { .. })));
    assert_eq!(contents(folder.path()), before);
    begin(folder.path()).unwrap();
}

#[test]
fn an_entry_of_a_hostile_repository_reaches_nothing_outside() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("x"), "theirs").unwrap();
    let folder = interrupted();
    let root = folder.path();
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path(), root.join("link")).unwrap();
    let entry = root.join(".tarjuman/journal/000001.pending");
    let bytes = fs::read(&entry).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for path in ["../x", ".git/hooks", "link/x", "/etc/x"] {
        let content = text[..text.len() - 65].replace("\"path\":\"a\"", &format!("\"path\":\"{path}\""));
        fs::write(&entry, format!("{content}{}\n", blake3::hash(content.as_bytes()).to_hex())).unwrap();
        let before = contents(root);
        let error = begin(root).unwrap_err();
        assert!(matches!(error, SaveError::Rescued { .. } | SaveError::Io { .. }), "{path}: {error}");
        assert_eq!(contents(root), before);
        fs::remove_dir_all(root.join(".tarjuman")).unwrap();
        fs::create_dir_all(root.join(".tarjuman/journal")).unwrap();
    }
    assert_eq!(fs::read_to_string(outside.path().join("x")).unwrap(), "theirs");
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
}

#[test]
fn the_journal_keeps_no_more_than_it_may() {
    let folder = project(&[]);
    let limited = |commands, bytes| SaveOptions { journal: JournalLimits { commands, bytes }, ..SaveOptions::default() };
    let save = |options: &SaveOptions, number: usize| {
        let mut writer = Writer::begin(folder.path(), options).unwrap();
        let changes = vec![change(&format!("f{number}"), None, Some(&"x".repeat(1000)))];
        writer.apply(&Title::command(format!("save {number}")), &Transaction { changes }).unwrap();
    };
    (0..8).for_each(|number| save(&limited(5, u64::MAX), number));
    assert_eq!(stages(folder.path()).len(), 5);
    (8..12).for_each(|number| save(&limited(50, 3500), number));
    let listed = Folder::of(folder.path()).list().unwrap();
    assert!(listed.iter().map(|listed| listed.bytes).sum::<u64>() <= 3500, "{listed:?}");
    assert_eq!(listed.last().unwrap().number, 12);
    save(&limited(0, 0), 12);
    assert_eq!(stages(folder.path()), []);
}

#[cfg(unix)]
#[test]
fn a_link_where_the_journal_should_be_is_refused() {
    let outside = tempfile::tempdir().unwrap();
    for name in ["journal", "."] {
        let folder = project(&[]);
        if name == "." {
            std::os::unix::fs::symlink(outside.path(), folder.path().join(".tarjuman")).unwrap();
        } else {
            fs::create_dir(folder.path().join(".tarjuman")).unwrap();
            std::os::unix::fs::symlink(outside.path(), folder.path().join(".tarjuman").join(name)).unwrap();
        }
        let error = apply(folder.path(), &[change("a", None, Some("x"))]);
        assert!(matches!(error, Err(SaveError::Refused { .. })), "{error:?}");
        assert!(!folder.path().join("a").exists());
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
}

#[cfg(unix)]
#[test]
fn a_file_with_a_second_name_outside_is_replaced_and_the_other_name_keeps_its_text() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("x"), "theirs").unwrap();
    let folder = project(&[]);
    fs::hard_link(outside.path().join("x"), folder.path().join("a")).unwrap();
    apply(folder.path(), &[change("a", Some("theirs"), Some("ours"))]).unwrap();
    assert_eq!(fs::read_to_string(outside.path().join("x")).unwrap(), "theirs");
    assert_eq!(read(folder.path(), "a").as_deref(), Some("ours"));
}

// One writer at a time

#[test]
fn the_second_writer_waits_for_the_first() {
    let folder = project(&[]);
    let first = begin(folder.path()).unwrap();
    std::thread::scope(|scope| {
        let second = scope.spawn(|| begin(folder.path()).unwrap().is_late());
        std::thread::sleep(Duration::from_millis(100));
        assert!(!second.is_finished());
        drop(first);
        assert!(second.join().unwrap(), "what it had read before may be out of date");
    });
}

#[test]
fn a_writer_at_work_is_not_taken_for_a_crash() {
    let folder = interrupted();
    let journal = folder.path().join(".tarjuman/journal");
    fs::rename(journal.join("000001.pending"), journal.join("000001.done")).unwrap();
    let writer = begin(folder.path()).unwrap();
    fs::rename(journal.join("000001.done"), journal.join("000001.pending")).unwrap();
    assert_eq!(Folder::interrupted(folder.path()).unwrap(), None);
    drop(writer);
    assert!(Folder::interrupted(folder.path()).unwrap().is_some());
}

#[test]
fn a_lock_file_that_was_removed_locks_nobody_out() {
    let folder = project(&[]);
    let first = begin(folder.path()).unwrap();
    fs::remove_file(folder.path().join(".tarjuman/lock")).unwrap();
    let second = begin(folder.path()).unwrap();
    drop((first, second));
    begin(folder.path()).unwrap();
}
