//! The real binary under strace: its system calls recorded, or one of them made to fail.

use std::process::{Command, ExitStatus};

use super::cases::Trial;
use super::find_program;

/// The calls by which a file system changes, and those that open files. `fcntl` is left out: the binary locks with `flock`.
/// A question mark lets strace pass over a call that this architecture does not have.
pub const CHANGING: &str = "?open,?openat,?openat2,?creat,?write,?pwrite64,?writev,?pwritev,?copy_file_range,?sendfile,?fallocate,\
?ftruncate,?truncate,?fsync,?fdatasync,?syncfs,?sync,?link,?linkat,?symlink,?symlinkat,?rename,?renameat,?renameat2,?unlink,\
?unlinkat,?rmdir,?mkdir,?mkdirat,?flock,?chmod,?fchmod,?fchmodat";

/// Those calls by what they do, for a failure that lasts.
pub const GROUPS: [&str; 8] = [
    "?write,?pwrite64,?writev,?pwritev,?copy_file_range,?sendfile,?fallocate",
    "?fsync,?fdatasync,?syncfs,?sync",
    "?link,?linkat,?symlink,?symlinkat,?rename,?renameat,?renameat2",
    "?unlink,?unlinkat,?rmdir",
    "?open,?openat,?openat2,?creat",
    "?mkdir,?mkdirat",
    "?ftruncate,?truncate,?chmod,?fchmod,?fchmodat",
    "?flock",
];

/// How a traced run went.
pub struct Traced {
    /// How it ended.
    pub status: ExitStatus,
    /// What the binary said.
    pub stderr: String,
    /// What strace wrote down.
    pub log: String,
}

impl Traced {
    /// The calls that strace made fail.
    pub fn injected(&self) -> Vec<&str> {
        self.log.lines().filter(|line| line.ends_with("(INJECTED)")).collect()
    }
}

/// Runs the binary in a trial's project, tracing some calls, with more options for strace.
pub fn run(trial: &Trial, arguments: &[String], calls: &str, options: &[&str]) -> Traced {
    let log = trial.0.outside().join("strace.log");
    let mut command = Command::new(find_program("strace").expect("the test has asked for it"));
    command.current_dir(trial.root()).env_clear();
    command.args(["-f", "-qq", "-o"]).arg(&log).args(["-e", &format!("trace={calls}")]).args(options);
    command.arg("--").arg(env!("CARGO_BIN_EXE_tarjuman")).args(arguments);
    let output = command.output().expect("strace runs");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!stderr.starts_with("strace:"), "{stderr}");
    let log = std::fs::read(&log).expect("strace writes its log");
    Traced { status: output.status, stderr, log: String::from_utf8_lossy(&log).into_owned() }
}

/// Which of these calls of the main thread is the first on a file of the project, counted from 1; what comes before is the
/// loader. `None` if there is none.
pub fn find_first(trial: &Trial, arguments: &[String], calls: &str) -> Option<usize> {
    let traced = run(trial, arguments, calls, &["-y"]);
    let main = traced.log.split_whitespace().next()?.to_owned();
    // strace shows where a relative path would begin, whether there is one or not.
    let root = trial.root().display().to_string();
    let names_a_file = |line: &str| line.replace(&format!("AT_FDCWD<{root}>"), "").contains(&root);
    let mut mine = traced.log.lines().filter(|line| line.starts_with(&main));
    mine.position(names_a_file).map(|at| at + 1)
}
