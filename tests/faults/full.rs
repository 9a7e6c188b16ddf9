//! A disk that fills up during a sync: a small tmpfs with room for 0, 1, 2, … more pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cases::Trial;
use super::extent::{self, Turn};
use super::say;
use super::support::{Run, TestProject, copy_folder};
use super::tree::{self, Tree};

/// What tmpfs gives at a time.
const PAGE: usize = 4096;

/// More pages than any of this needs.
const PLENTY: usize = 4096;

/// A tmpfs, unmounted when it goes out of use.
struct SmallDisk {
    place: tempfile::TempDir,
}

impl SmallDisk {
    /// `None` if this user may not mount.
    fn mount() -> Option<Self> {
        let place = tempfile::tempdir().expect("there is room");
        let size = format!("size={}", PLENTY * PAGE);
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(place.path()).output();
        done.expect("mount runs").status.success().then_some(Self { place })
    }

    /// The project's folder on it.
    fn root(&self) -> PathBuf {
        self.place.path().join("project")
    }

    /// Leaves room for so many more pages.
    fn leave(&self, pages: usize) {
        let stat = Command::new("stat").args(["-f", "-c", "%b %f"]).arg(self.place.path()).output().expect("stat runs");
        let figures = String::from_utf8_lossy(&stat.stdout).into_owned();
        let mut figures = figures.split_whitespace().map(|figure| figure.parse::<usize>().expect("stat prints numbers"));
        let used = figures.next().expect("all blocks") - figures.next().expect("free blocks");
        self.resize(used + pages);
    }

    fn resize(&self, pages: usize) {
        let size = format!("remount,size={}", pages * PAGE);
        let done = Command::new("mount").args(["-o", &size]).arg(self.place.path()).output().expect("mount runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
        let output = command.args(arguments).current_dir(self.root()).env_clear().output().expect("the binary runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = output.status.code().unwrap_or(128);
        Run { command: arguments.join(" "), code, stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.place.path()).output();
    }
}

/// A sync with room for nothing, for a page, for two, until it has room enough.
pub fn at_every_size(turn: Turn) {
    let Some(disk) = SmallDisk::mount() else {
        let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
        assert!(!is_root || !extent::in_ci(), "root cannot mount a tmpfs, and CI tries everything");
        return say("skipped: no tmpfs can be mounted");
    };
    let project = edited_newsroom();
    let before = tree::read(&project.root());
    let done = Trial::of(&project);
    done.0.run(&["sync"]).exits(0);
    let after = tree::read(&done.root());
    let (mut tried, mut enough, mut failures) = (0, 0, Vec::new());
    for pages in (0..PLENTY).step_by(turn.extent.pick(2, 1)) {
        match sync_with_room_for(&disk, pages, &project.root(), (&before, &after)) {
            Ok(true) => enough += 1,
            Ok(false) => tried += 1,
            Err(failure) => failures.push(format!("room for {pages} pages: {failure}")),
        }
        if enough == 3 {
            break;
        }
    }
    say(&format!("a disk that fills up: {} files, {tried} sizes that are too small, {} failures", before.len(), failures.len()));
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
    assert!(tried >= 10 && enough == 3, "{tried} sizes were too small, {enough} were enough");
}

/// Whether there was room enough; a sentence if a sync without room does anything but say so.
fn sync_with_room_for(disk: &SmallDisk, pages: usize, project: &Path, sides: (&Tree, &Tree)) -> Result<bool, String> {
    let (before, after) = sides;
    disk.resize(PLENTY);
    let _ = fs::remove_dir_all(disk.root());
    copy_folder(project, &disk.root());
    disk.leave(pages);
    let run = disk.run(&["sync"]);
    let now = tree::read(&disk.root());
    if run.code == 0 {
        let differ = tree::differing(&now, after);
        return if differ.is_empty() { Ok(true) } else { Err(format!("said done, and {differ:?} differ")) };
    }
    if run.code != 2 {
        return Err(format!("exit {}: {}", run.code, run.stderr));
    }
    if now != *before {
        return Err(format!("exit 2, and {:?} differ", tree::differing(&now, before)));
    }
    let names = before.keys().chain(after.keys()).map(String::as_str).chain([tree::PRIVATE]);
    if !names.into_iter().any(|path| run.stderr.contains(path)) {
        return Err(format!("the message names no path: {}", run.stderr));
    }
    disk.resize(PLENTY);
    let run = disk.run(&["sync"]);
    let differ = tree::read(&disk.root());
    let differ = tree::differing(&differ, after);
    if run.code != 0 || !differ.is_empty() {
        return Err(format!("with room again: exit {}, {differ:?} differ: {}", run.code, run.stderr));
    }
    Ok(false)
}

/// Ten articles in three languages, all of them edited since the last sync.
fn edited_newsroom() -> TestProject {
    let project = TestProject::empty();
    for article in 0..10 {
        let paragraphs = (0..8).map(|at| format!("Paragraph {at} of article {article} says little.\nIt says it twice.\n\n"));
        let text = format!("---\ntitle: Article {article}\n---\n\n{}", paragraphs.collect::<String>());
        project.write(&format!("articles/article-{article}.md"), text);
    }
    project.run(&["init", "--targets", "fr,ja"]).exits(0);
    project.run(&["sync"]).exits(0);
    for article in 0..10 {
        project.replace(&format!("articles/article-{article}.md"), "Paragraph 3", "The third paragraph");
    }
    project
}
