//! Recorded system calls, carried out on the model of a disk. A call that the model does not know ends the test: a state that
//! leaves something out would prove nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Change, Content, Disk, Node};
use super::recording::Call;

/// The calls to record.
pub const CALLS: &str = "?open,?openat,?openat2,?creat,?close,?dup,?dup2,?dup3,?fcntl,?lseek,?write,?pwrite64,?writev,?pwritev,\
?pwritev2,?copy_file_range,?sendfile,?splice,?fallocate,?ftruncate,?truncate,?fsync,?fdatasync,?sync_file_range,?syncfs,?sync,\
?link,?linkat,?symlink,?symlinkat,?rename,?renameat,?renameat2,?unlink,?unlinkat,?rmdir,?mkdir,?mkdirat,?chdir,?fchdir,?msync,\
?io_uring_setup,?chmod,?fchmod,?fchmodat";

/// The number of the project's folder.
const ROOT: Node = 0;

/// A disk while calls are carried out on it.
pub struct Replay {
    /// The disk.
    pub disk: Disk,
    /// Where the project is in the recording.
    root: PathBuf,
    /// Files of the project that are open.
    open: BTreeMap<i64, Opened>,
    time: usize,
}

#[derive(Debug, Clone, Copy)]
struct Opened {
    node: Node,
    at: usize,
    append: bool,
}

impl Replay {
    /// Carries out all calls on a copy of `project`, which was at `root` when they were recorded.
    pub fn of(calls: &[Call], project: &Path, root: &Path) -> Self {
        let mut disk = Disk::default();
        disk.add(Content::Folder(BTreeMap::new()));
        let start = load(&mut disk, project);
        disk.change(ROOT, 0, Change::Entries(start.into_iter().map(|(name, node)| (name, Some(node))).collect()));
        disk.flush_all(0);
        let mut replay = Self { disk, root: root.to_owned(), open: BTreeMap::new(), time: 0 };
        for call in calls {
            replay.time += 1;
            replay.carry_out(call);
        }
        replay
    }

    /// How many calls there were.
    pub fn length(&self) -> usize {
        self.time
    }

    fn carry_out(&mut self, call: &Call) {
        match call.name.as_str() {
            "open" | "creat" => self.open(call, None, 0),
            // The second only ever reads here; its flags stand in a structure.
            "openat" | "openat2" => self.open(call, call.number(0), 1),
            "close" => drop(self.open.remove(&descriptor(call, 0))),
            "dup" | "dup2" | "dup3" => self.duplicate(call),
            "fcntl" if call.arguments[1].starts_with("F_DUPFD") => self.duplicate(call),
            "fcntl" | "chmod" | "fchmod" | "fchmodat" => {}
            "lseek" => self.seek(call),
            "write" => self.write(call, call.bytes(1), None),
            "writev" => self.write(call, call.vector(1), None),
            "pwrite64" => self.write(call, call.bytes(1), call.number(3)),
            "ftruncate" => self.set_length(call),
            "fsync" | "fdatasync" => self.flush(call),
            "syncfs" | "sync" => self.disk.flush_all(self.time),
            "mkdir" => self.make_folder(None, &call.path(0)),
            "mkdirat" => self.make_folder(call.number(0), &call.path(1)),
            "unlink" | "rmdir" => self.remove(None, &call.path(0)),
            "unlinkat" => self.remove(call.number(0), &call.path(1)),
            "link" => self.link((None, &call.path(0)), (None, &call.path(1))),
            "linkat" => self.link((call.number(0), &call.path(1)), (call.number(2), &call.path(3))),
            "rename" => self.rename((None, &call.path(0)), (None, &call.path(1)), false),
            "renameat" => self.rename((call.number(0), &call.path(1)), (call.number(2), &call.path(3)), false),
            "renameat2" => {
                let exchange = call.has_flag(4, "RENAME_EXCHANGE");
                self.rename((call.number(0), &call.path(1)), (call.number(2), &call.path(3)), exchange);
            }
            _ => panic!("the model does not know {call:?}"),
        }
    }

    fn open(&mut self, call: &Call, folder: Option<i64>, index: usize) {
        let Some((parent, name)) = self.place(folder, &call.path(index)) else { return };
        let (flags, creat) = (index + 1, call.name == "creat");
        let found = if name.is_empty() { Some(parent) } else { self.entries(parent).get(&name).copied() };
        let node = if call.has_flag(flags, "O_TMPFILE") {
            self.disk.add(Content::default())
        } else {
            found.unwrap_or_else(|| {
                assert!(creat || call.has_flag(flags, "O_CREAT"), "{call:?} opens what is not there");
                let node = self.disk.add(Content::default());
                self.enter(parent, vec![(name, Some(node))]);
                node
            })
        };
        if (creat || call.has_flag(flags, "O_TRUNC")) && self.size(node) > 0 {
            self.disk.change(node, self.time, Change::Length(0));
        }
        self.open.insert(call.result, Opened { node, at: 0, append: call.has_flag(flags, "O_APPEND") });
    }

    fn duplicate(&mut self, call: &Call) {
        if let Some(opened) = self.open.get(&descriptor(call, 0)).copied() {
            self.open.insert(call.result, opened);
        }
    }

    fn seek(&mut self, call: &Call) {
        if let Some(opened) = self.open.get_mut(&descriptor(call, 0)) {
            opened.at = usize::try_from(call.result).expect("a call that succeeded gives no negative number");
        }
    }

    fn write(&mut self, call: &Call, mut bytes: Vec<u8>, at: Option<i64>) {
        let descriptor = descriptor(call, 0);
        let Some(opened) = self.open.get(&descriptor).copied() else { return };
        let end = if opened.append { self.size(opened.node) } else { opened.at };
        let start = at.map_or(end, |at| usize::try_from(at).expect("offsets are not negative"));
        bytes.truncate(usize::try_from(call.result).expect("a call that succeeded gives no negative number"));
        if at.is_none() {
            self.open.insert(descriptor, Opened { at: start + bytes.len(), ..opened });
        }
        self.disk.change(opened.node, self.time, Change::Write(start, bytes));
    }

    fn set_length(&mut self, call: &Call) {
        if let Some(opened) = self.open.get(&descriptor(call, 0)) {
            let length = call.number(1).and_then(|length| usize::try_from(length).ok()).expect("a length is a number");
            self.disk.change(opened.node, self.time, Change::Length(length));
        }
    }

    fn flush(&mut self, call: &Call) {
        if let Some(opened) = self.open.get(&descriptor(call, 0)) {
            self.disk.flush(opened.node, self.time);
        }
    }

    fn make_folder(&mut self, folder: Option<i64>, path: &str) {
        let Some((parent, name)) = self.place(folder, path) else { return };
        let node = self.disk.add(Content::Folder(BTreeMap::new()));
        self.enter(parent, vec![(name, Some(node))]);
    }

    fn remove(&mut self, folder: Option<i64>, path: &str) {
        let Some((parent, name)) = self.place(folder, path) else { return };
        self.enter(parent, vec![(name, None)]);
    }

    fn link(&mut self, from: (Option<i64>, &str), to: (Option<i64>, &str)) {
        let opened = from.1.strip_prefix("/proc/self/fd/").map(|number| number.parse().expect("descriptors are numbers"));
        let opened = opened.or(from.0.filter(|_| from.1.is_empty()));
        let node = match opened {
            Some(descriptor) => self.open[&descriptor].node,
            None => self.find(from),
        };
        let (parent, name) = self.place(to.0, to.1).expect("a file of the project is linked into the project");
        self.enter(parent, vec![(name, Some(node))]);
    }

    /// Within one folder a move is one change, between two it is one in each.
    fn rename(&mut self, from: (Option<i64>, &str), to: (Option<i64>, &str), exchange: bool) {
        let node = self.find(from);
        let other = exchange.then(|| self.find(to));
        let (from, from_name) = self.place(from.0, from.1).expect("what is moved lies in the project");
        let (to, to_name) = self.place(to.0, to.1).expect("what is moved stays in the project");
        let (leaving, arriving) = ((from_name, other), (to_name, Some(node)));
        if from == to {
            self.enter(from, vec![leaving, arriving]);
        } else {
            self.enter(to, vec![arriving]);
            self.enter(from, vec![leaving]);
        }
    }

    fn enter(&mut self, folder: Node, entries: Vec<(String, Option<Node>)>) {
        self.disk.change(folder, self.time, Change::Entries(entries));
    }

    fn find(&self, path: (Option<i64>, &str)) -> Node {
        let (parent, name) = self.place(path.0, path.1).expect("the file lies in the project");
        self.entries(parent)[&name]
    }

    /// The folder a path leads to, and the name in it; an empty name for the project itself. `None` outside of the project.
    fn place(&self, folder: Option<i64>, path: &str) -> Option<(Node, String)> {
        let (start, below) = match (Path::new(path).strip_prefix(&self.root), folder) {
            (Ok(below), _) => (ROOT, below.to_owned()),
            (Err(_), _) if path.starts_with('/') => return None,
            (Err(_), Some(descriptor)) => (self.open.get(&descriptor)?.node, PathBuf::from(path)),
            (Err(_), None) => (ROOT, PathBuf::from(path)),
        };
        let parts = below.iter().map(|part| part.to_str().expect("paths in the test are UTF-8")).filter(|part| *part != ".");
        let mut parts: Vec<&str> = parts.collect();
        assert!(!parts.contains(&".."), "`{path}` climbs");
        let name = parts.pop().unwrap_or_default().to_owned();
        let parent = parts.into_iter().try_fold(start, |folder, part| self.entries(folder).get(part).copied())?;
        Some((parent, name))
    }

    fn entries(&self, folder: Node) -> BTreeMap<String, Node> {
        match self.disk.now(folder) {
            Content::Folder(entries) => entries,
            Content::File(_) => panic!("a file is taken for a folder"),
        }
    }

    fn size(&self, node: Node) -> usize {
        match self.disk.now(node) {
            Content::File(bytes) => bytes.len(),
            Content::Folder(_) => 0,
        }
    }
}

fn descriptor(call: &Call, index: usize) -> i64 {
    call.number(index).expect("a descriptor is a number")
}

/// The entries of a folder on the real disk, brought into the model.
fn load(disk: &mut Disk, folder: &Path) -> BTreeMap<String, Node> {
    let mut entries = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder of the test can be read") {
        let entry = entry.expect("a folder of the test can be read");
        let content = if entry.path().is_dir() {
            Content::Folder(load(disk, &entry.path()))
        } else {
            Content::File(fs::read(entry.path()).expect("a file of the test can be read"))
        };
        entries.insert(entry.file_name().into_string().expect("names in the test are UTF-8"), disk.add(content));
    }
    entries
}
