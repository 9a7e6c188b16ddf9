//! Time, processor time and memory of a command; and the plain loop that every command is compared with.
//!
//! Memory and processor time come from `/proc` and are 0 on systems that have none.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a run of the binary took.
pub struct Measured {
    pub time: Duration,
    pub cpu: Duration,
    pub peak_kilobytes: u64,
    pub code: i32,
}

/// What reading and hashing every file of the project took.
pub struct Plain {
    pub time: Duration,
    pub cpu: Duration,
    pub files: usize,
    bytes: usize,
}

impl Plain {
    pub fn megabytes(&self) -> f64 {
        self.bytes as f64 / 1e6
    }

    pub fn seconds(&self) -> f64 {
        self.time.as_secs_f64()
    }
}

/// Runs the binary in the project.
pub fn run(root: &Path, arguments: &[&str]) -> Measured {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarjuman"));
    watch(command.args(arguments).current_dir(root))
}

/// Runs a command to its end. The processor time is also that of the processes it started, the memory its own alone.
pub fn watch(command: &mut Command) -> Measured {
    let cpu_before = children_cpu();
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak_kilobytes = 0;
    let status = loop {
        if let Some(status) = child.try_wait().expect("the child is ours") {
            break status;
        }
        peak_kilobytes = peak_kilobytes.max(high_water_mark(&status_file).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    };
    let time = start.elapsed();
    Measured { time, cpu: children_cpu().saturating_sub(cpu_before), peak_kilobytes, code: status.code().unwrap_or(-1) }
}

fn high_water_mark(status_file: &str) -> Option<u64> {
    let status = fs::read_to_string(status_file).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Processor time of all children that have ended.
fn children_cpu() -> Duration {
    cpu([13, 14])
}

/// Processor time of this process.
fn own_cpu() -> Duration {
    cpu([11, 12])
}

/// The sum of two fields of `/proc/self/stat` (proc(5)), counted from the one after the name.
fn cpu(of: [usize; 2]) -> Duration {
    const TICKS_PER_SECOND: u64 = 100;
    let ticks = || {
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        // The name in parentheses may hold spaces; the fields are counted from what follows it.
        let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        let field = |nth: usize| fields.get(nth).and_then(|text| text.parse::<u64>().ok());
        Some(field(of[0])? + field(of[1])?)
    };
    Duration::from_millis(ticks().unwrap_or(0) * 1000 / TICKS_PER_SECOND)
}

/// Reads and hashes, with BLAKE3, every file of the project that a command has to read: what is published is not among them.
pub fn plain(root: &Path) -> Plain {
    let cpu_before = own_cpu();
    let start = Instant::now();
    let (mut files, mut bytes) = (0, 0);
    let mut waiting = vec![root.join("articles"), root.join("locales"), root.join("glossary")];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let entry = entry.expect("an entry");
            if entry.file_type().expect("a type").is_dir() {
                waiting.push(entry.path());
                continue;
            }
            let content = fs::read(entry.path()).expect("a file");
            files += 1;
            bytes += content.len();
            std::hint::black_box(blake3::hash(&content));
        }
    }
    Plain { time: start.elapsed(), cpu: own_cpu().saturating_sub(cpu_before), files, bytes }
}
