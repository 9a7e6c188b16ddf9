//! A file system after a power cut: what was flushed is there, of the rest any part may be.
//!
//! A write that was not flushed is there, not there, or torn at blocks of 512 bytes. A folder's entries change in order, but may
//! stop at any point after its last flush, each folder by itself; a move to another folder may arrive by halves. This is harsher
//! than any journalling file system.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a disk writes as a whole.
const BLOCK: usize = 512;

/// The number of a file or folder.
pub type Node = usize;

/// A disk with the history of everything on it. Times count system calls.
#[derive(Default)]
pub struct Disk {
    nodes: Vec<History>,
}

#[derive(Default)]
struct History {
    /// What a file held, or a folder's entries, before the first call.
    start: Content,
    /// What was done to it, in order.
    changes: Vec<(usize, Change)>,
    /// When it was flushed.
    flushes: Vec<usize>,
}

/// What a file holds or a folder's entries are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file's bytes.
    File(Vec<u8>),
    /// A folder's entries.
    Folder(BTreeMap<String, Node>),
}

impl Default for Content {
    fn default() -> Self {
        Content::File(Vec::new())
    }
}

/// Something done to a file or folder.
#[derive(Debug, Clone)]
pub enum Change {
    /// Bytes written at a place.
    Write(usize, Vec<u8>),
    /// A file cut or filled with zeros to a length.
    Length(usize),
    /// Entries made or taken away, together.
    Entries(Vec<(String, Option<Node>)>),
}

/// A source of chance that is the same every time.
pub struct Chance(pub u64);

impl Chance {
    /// A number below `bound`, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        // SplitMix64, Steele et al. 2014.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).expect("a number below a usize is one")
    }
}

/// How much of what was not flushed arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Luck {
    /// Nothing.
    None,
    /// Everything.
    All,
    /// Any part.
    Some,
}

impl Disk {
    /// Adds a file or folder as it is before the first call; gives its number.
    pub fn add(&mut self, start: Content) -> Node {
        self.nodes.push(History { start, ..History::default() });
        self.nodes.len() - 1
    }

    /// Notes down what was done.
    pub fn change(&mut self, node: Node, time: usize, change: Change) {
        self.nodes[node].changes.push((time, change));
    }

    /// Notes down that a file or folder was flushed.
    pub fn flush(&mut self, node: Node, time: usize) {
        self.nodes[node].flushes.push(time);
    }

    /// Notes down that everything was flushed.
    pub fn flush_all(&mut self, time: usize) {
        self.nodes.iter_mut().for_each(|node| node.flushes.push(time));
    }

    /// What a file or folder is now, as programs see it.
    pub fn now(&self, node: Node) -> Content {
        let History { start, changes, .. } = &self.nodes[node];
        let mut content = start.clone();
        changes.iter().for_each(|(_, change)| content.apply(change));
        content
    }

    /// Writes what the disk holds when the power goes after the call at `time`.
    pub fn cut(&self, time: usize, luck: Luck, chance: &mut Chance, to: &Path) {
        let contents: Vec<Content> = self.nodes.iter().map(|node| node.cut(time, luck, chance)).collect();
        let mut placed: BTreeMap<Node, PathBuf> = BTreeMap::new();
        place(&contents, 0, to, &mut placed);
    }
}

/// Writes a file or folder and everything in it; a file with several names becomes one again.
fn place(contents: &[Content], node: Node, to: &Path, placed: &mut BTreeMap<Node, PathBuf>) {
    match &contents[node] {
        Content::File(_) if placed.contains_key(&node) => fs::hard_link(&placed[&node], to).expect("the state can be written"),
        Content::File(bytes) => {
            fs::write(to, bytes).expect("the state can be written");
            placed.insert(node, to.to_owned());
        }
        Content::Folder(entries) => {
            fs::create_dir_all(to).expect("the state can be written");
            entries.iter().for_each(|(name, node)| place(contents, *node, &to.join(name), placed));
        }
    }
}

impl History {
    fn cut(&self, time: usize, luck: Luck, chance: &mut Chance) -> Content {
        let count = self.changes.partition_point(|(at, _)| *at <= time);
        let flushed_at = self.flushes.iter().rev().find(|at| **at <= time);
        let flushed = flushed_at.map_or(0, |flushed| self.changes.partition_point(|(at, _)| at <= flushed));
        let mut content = self.start.clone();
        self.changes[..flushed].iter().for_each(|(_, change)| content.apply(change));
        let mut pending = &self.changes[flushed..count];
        if luck == Luck::None {
            pending = &[];
        } else if luck == Luck::Some && matches!(content, Content::Folder(_)) {
            pending = &pending[..chance.below(pending.len() + 1)];
        }
        for (_, change) in pending {
            match (luck, chance.below(3)) {
                (Luck::Some, 0) if !matches!(change, Change::Entries(_)) => {}
                (Luck::Some, 1) => content.apply_torn(change, chance),
                _ => content.apply(change),
            }
        }
        content
    }
}

impl Content {
    fn apply(&mut self, change: &Change) {
        match (self, change) {
            (Content::File(bytes), Change::Write(at, written)) => put(bytes, *at, written),
            (Content::File(bytes), Change::Length(length)) => bytes.resize(*length, 0),
            (Content::Folder(entries), Change::Entries(changes)) => {
                for (name, node) in changes {
                    match node {
                        Some(node) => entries.insert(name.clone(), *node),
                        None => entries.remove(name),
                    };
                }
            }
            (content, change) => panic!("{change:?} is nothing to do to {content:?}"),
        }
    }

    /// Some blocks of a write arrive; where the length did and the bytes did not, there are zeros. Nothing else can be torn.
    fn apply_torn(&mut self, change: &Change, chance: &mut Chance) {
        let (Content::File(bytes), Change::Write(at, written)) = (&mut *self, change) else { return self.apply(change) };
        if chance.below(2) == 0 && bytes.len() < at + written.len() {
            bytes.resize(at + written.len(), 0);
        }
        let mut start = 0;
        while start < written.len() {
            let end = written.len().min(start + BLOCK - (at + start) % BLOCK);
            if chance.below(2) == 0 {
                put(bytes, at + start, &written[start..end]);
            }
            start = end;
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    if bytes.len() < at + written.len() {
        bytes.resize(at + written.len(), 0);
    }
    bytes[at..at + written.len()].copy_from_slice(written);
}

#[test]
fn what_was_flushed_is_always_there_and_the_rest_may_be() {
    let mut disk = Disk::default();
    let root = disk.add(Content::Folder(BTreeMap::new()));
    let file = disk.add(Content::default());
    disk.change(file, 1, Change::Write(0, vec![b'a'; 1024]));
    disk.flush(file, 2);
    disk.change(root, 3, Change::Entries(vec![("x".to_owned(), Some(file))]));
    disk.change(file, 4, Change::Write(0, vec![b'b'; 1024]));
    let mut chance = Chance(1);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..200 {
        let folder = tempfile::tempdir().expect("there is room");
        disk.cut(4, Luck::Some, &mut chance, folder.path());
        seen.insert(fs::read(folder.path().join("x")).ok());
    }
    let halves = |first: u8, second: u8| Some([vec![first; 512], vec![second; 512]].concat());
    let all = [None, halves(b'a', b'a'), halves(b'a', b'b'), halves(b'b', b'a'), halves(b'b', b'b')];
    assert_eq!(seen, all.into_iter().collect());
    disk.flush_all(5);
    let folder = tempfile::tempdir().expect("there is room");
    disk.cut(5, Luck::None, &mut chance, folder.path());
    assert_eq!(fs::read(folder.path().join("x")).ok(), halves(b'b', b'b'));
}
