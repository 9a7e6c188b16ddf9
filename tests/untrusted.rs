//! Somebody else's repository: whatever it holds, no command runs anything, reads or writes anything outside it, waits for ever,
//! or prints what drives a terminal.
#![cfg(unix)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::{CONFIG, Run, TestProject};

/// What may never leave its file.
const SECRET: &str = "SECRET-CANARY";
/// A command that takes longer waits for something that never comes.
const PATIENCE: Duration = Duration::from_secs(60);

/// Every command, the writing ones last; `UNIT` stands for the address of a unit.
const COMMANDS: &[&[&str]] = &[
    &["status"],
    &["status", "--format", "json"],
    &["diff"],
    &["diff", "--format", "json"],
    &["todo", "es"],
    &["todo", "es", "--format", "json"],
    &["explain", "one"],
    &["explain", "one", "--format", "json"],
    &["find", "e"],
    &["find", "e", "--format", "json"],
    &["sync", "--dry-run"],
    &["publish", "--dry-run", "--format", "json"],
    &["sync"],
    &["sync", "--format", "json"],
    &["set", "es", "UNIT", "Un texto."],
    &["confirm", "es", "one"],
    &["reject", "es", "UNIT", "--why", "no"],
    &["publish"],
    &["publish", "--draft"],
    &["publish", "--locale", "en", "--format", "json"],
    &["undo", "--list"],
    &["undo"],
    &["redo"],
    &["add-locale", "ko"],
    &["remove-locale", "ko"],
    &["compact"],
    &["rename", "two", "three"],
    &["retire", "three"],
];

/// Those that write to every place there is.
const WRITING: &[&[&str]] = &[
    &["status"],
    &["sync"],
    &["set", "es", "UNIT", "Otro texto."],
    &["publish", "--locale", "en"],
    &["publish", "--draft"],
    &["undo"],
    &["add-locale", "ko"],
    &["retire", "two"],
];

/// A project with two synced, published articles, git's folder, and a folder beside it with what is nobody's business.
struct Trap {
    project: TestProject,
    unit: String,
}

impl Trap {
    fn new() -> Self {
        let project = TestProject::new(CONFIG);
        project.write("articles/one.md", "# One\n\nA first text.\n");
        project.write("articles/two.md", "# Two\n\nA second text.\n");
        project.write("glossary/es.ftl", "-term = palabra\n");
        project.write(".git/config", format!("[core]\n\teditor = {SECRET}\n"));
        project.write(".git/index", SECRET);
        for (name, text) in [("one.md", "# "), ("one.ftl", "title = "), ("one.toml", "# "), ("plain", "")] {
            let folder = project.outside().join("elsewhere");
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(name), format!("{text}{SECRET}\n")).unwrap();
        }
        project.run(&["sync"]).exits(0);
        project.run(&["publish", "--locale", "en"]).exits(0);
        let unit = project.json(&["explain", "one"])["units"][1]["unit"].as_str().unwrap().to_owned();
        project.run(&["set", "es", &format!("one#{unit}"), "Un texto."]).exits(0);
        Self { project, unit: format!("one#{unit}") }
    }

    /// Every file outside the project and in git's folder, with its bytes; folders as empty ones.
    fn guarded(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        for folder in [self.project.outside().join("elsewhere"), self.project.path(".git")] {
            collect(&folder, &mut found);
        }
        for entry in fs::read_dir(self.project.outside()).unwrap() {
            found.entry(entry.unwrap().path().display().to_string()).or_default();
        }
        found
    }

    /// Runs every command; none may change what is guarded, tell of it, hang, or end by a signal.
    fn run_all(&self, about: &str) {
        self.run_each(COMMANDS, about);
    }

    fn run_each(&self, commands: &[&[&str]], about: &str) {
        let before = self.guarded();
        for arguments in commands {
            let arguments: Vec<&str> =
                arguments.iter().map(|part| if *part == "UNIT" { self.unit.as_str() } else { part }).collect();
            let run = run_in_time(&self.project, &arguments, about);
            assert_eq!(self.guarded(), before, "`{}` with {about}", run.command);
            let told = run.stdout.contains(SECRET) || run.stderr.contains(SECRET);
            assert!(!told, "`{}` with {about}:\n{}{}", run.command, run.stdout, run.stderr);
            assert_clean(&run, about);
        }
        let mut found = BTreeMap::new();
        collect(&self.project.root(), &mut found);
        let git = self.project.path(".git").display().to_string();
        let copied =
            found.into_iter().find(|(path, bytes)| !path.starts_with(&git) && String::from_utf8_lossy(bytes).contains(SECRET));
        assert_eq!(copied.map(|(path, _)| path), None, "copied from outside, with {about}");
    }
}

/// The files below a folder; links are not followed, and what is no file is passed over.
fn collect(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        if kind.is_dir() {
            found.insert(path.display().to_string(), Vec::new());
            collect(&path, found);
        } else if kind.is_file() {
            found.insert(path.display().to_string(), fs::read(&path).unwrap());
        }
    }
}

/// Runs a command that must end by itself.
fn run_in_time(project: &TestProject, arguments: &[&str], about: &str) -> Run {
    let mut command = project.command(arguments);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let started = Instant::now();
    // What these projects print fits into the pipes.
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("`{}` hangs, with {about}", arguments.join(" "));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = child.wait_with_output().unwrap();
    let code = output.status.code().unwrap_or_else(|| panic!("`{}` was ended by a signal, with {about}", arguments.join(" ")));
    assert!(code <= 2, "`{}` exits {code} with {about}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr));
    Run {
        command: arguments.join(" "),
        code,
        stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    }
}

/// Nothing printed can drive a terminal.
#[track_caller]
fn assert_clean(run: &Run, about: &str) {
    for stream in [&run.stdout, &run.stderr] {
        let raw = stream.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{202A}'..='\u{202E}'));
        assert_eq!(raw, None, "`{}` with {about}: {stream:?}", run.command);
    }
}

/// Files that are read or written, and folders that hold them.
const FILES: [&str; 13] = [
    "articles/one.md",
    "articles/new.md",
    "locales/en/one.ftl",
    "locales/en/one.ledger.toml",
    "locales/es/one.ftl",
    "locales/es/one.ledger.toml",
    "glossary/es.ftl",
    "published/markdown/one.toml",
    "public/markdown/en/one.md",
    "public/draft/es/one.md",
    ".tarjuman/lock",
    ".tarjuman/.gitignore",
    "tarjuman.toml",
];
const FOLDERS: [&str; 11] = [
    "articles",
    "articles/sub",
    "locales",
    "locales/es",
    "glossary",
    "published",
    "published/markdown",
    "public",
    "public/markdown/en",
    ".tarjuman",
    ".tarjuman/journal",
];

/// Puts something in place of a file or folder of the project.
fn replace(trap: &Trap, path: &str, put: impl Fn(&Path)) {
    let full = trap.project.path(path);
    match full.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(&full).unwrap(),
        Ok(_) => fs::remove_file(&full).unwrap(),
        Err(_) => fs::create_dir_all(full.parent().unwrap()).unwrap(),
    }
    put(&full);
}

#[test]
fn symbolic_links_lead_nobody_out() {
    for path in FILES.iter().chain(&FOLDERS) {
        let is_file = FILES.contains(path);
        let targets = if is_file { ["elsewhere/one.md", ".git/config"] } else { ["elsewhere", ".git"] };
        for target in targets.into_iter().chain(["nowhere", "itself"]) {
            let trap = Trap::new();
            replace(&trap, path, |full| {
                let to = match target {
                    "itself" => full.to_owned(),
                    _ if target.starts_with(".git") => trap.project.path(target),
                    _ => trap.project.outside().join(target),
                };
                symlink(to, full).unwrap();
            });
            trap.run_each(WRITING, &format!("{path} -> {target}"));
        }
    }
}

#[test]
fn loops_of_links_end() {
    let trap = Trap::new();
    symlink(trap.project.path("articles"), trap.project.path("articles/again")).unwrap();
    symlink(trap.project.root(), trap.project.path("articles/root")).unwrap();
    symlink(trap.project.path("locales"), trap.project.path("locales/es/loop")).unwrap();
    trap.run_all("links back to folders above");
}

#[test]
fn a_file_outside_that_shares_its_content_by_a_hard_link_is_not_changed() {
    for path in FILES {
        let trap = Trap::new();
        let shared = trap.project.outside().join("elsewhere/shared");
        let full = trap.project.path(path);
        if !full.exists() {
            trap.project.write(path, "A text.\n");
        }
        fs::hard_link(&full, &shared).unwrap();
        trap.run_all(&format!("a hard link to {path}"));
    }
}

#[test]
fn pipes_and_devices_are_not_waited_for() {
    for path in FILES {
        let trap = Trap::new();
        replace(&trap, path, |full| {
            let made = Command::new("mkfifo").arg(full).status().expect("mkfifo is installed");
            assert!(made.success());
        });
        trap.run_all(&format!("a pipe at {path}"));
    }
    for path in FILES {
        let trap = Trap::new();
        replace(&trap, path, |full| symlink("/dev/zero", full).unwrap());
        trap.run_all(&format!("a device at {path}"));
    }
}

#[test]
fn paths_in_the_configuration_lead_nobody_out() {
    let outside = [
        "../elsewhere",
        "/",
        "C:/x",
        "articles/../../elsewhere",
        ".git",
        ".GIT",
        "git~1",
        ".git/",
        "x/.Git/y",
        "..\\\\elsewhere",
    ];
    for folder in outside {
        for config in
            [CONFIG.replace("\"articles\"", &format!("\"{folder}\"")), format!("{CONFIG}\n[publish]\nout = \"{folder}\"\n")]
        {
            let trap = Trap::new();
            trap.project.write("tarjuman.toml", &config);
            trap.run_all(&format!("{config:?}"));
            trap.project.run(&["status"]).exits(2).says("tarjuman.toml");
        }
    }
    for glob in ["../elsewhere/*.md", "/**/*", "**/../**", ".git/**", "**/.git/*", "**", "{..,.git}/**"] {
        let trap = Trap::new();
        trap.project
            .write("tarjuman.toml", CONFIG.replace("root = \"articles\"", &format!("root = \".\"\ninclude = [\"{glob}\"]")));
        trap.run_all(&format!("the glob {glob}"));
    }
}

#[test]
fn a_record_of_what_is_published_names_nothing_but_output() {
    let outputs = [
        "../../articles/two.md",
        "de/../../../articles/two.md",
        "../../../elsewhere/one.md",
        "/articles/two.md",
        ".git/config",
        "de/../../../.git/config",
    ];
    for output in outputs {
        let trap = Trap::new();
        let record = format!("version = 1\n\n[de]\noutput = \"{output}\"\n\n[en]\noutput = \"{output}\"\n");
        let records = ["published/markdown/one.toml", "published/site/one.toml"];
        records.iter().for_each(|path| trap.project.write(path, &record));
        let article = trap.project.read("articles/two.md");
        for target in ["markdown", "site"] {
            trap.project.run(&["publish", "--to", target, "--locale", "en"]).exits(0);
        }
        records.iter().for_each(|path| trap.project.write(path, &record));
        trap.project.remove("articles/one.md");
        trap.project.run(&["retire", "one"]).exits(0);
        trap.project.write("articles/one.md", "# One\n\nA first text.\n");
        records.iter().for_each(|path| trap.project.write(path, &record));
        assert_eq!(trap.project.read("articles/two.md"), article, "{output}");
        trap.run_all(&format!("the output {output}"));
    }
    // What was produced for a locale that is gone is still removed.
    let trap = Trap::new();
    trap.project.write("public/markdown/de/one.md", "Alt.\n");
    trap.project.write("published/markdown/one.toml", "version = 1\n\n[de]\noutput = \"de/one.md\"\n");
    trap.project.run(&["publish", "--to", "markdown", "--locale", "en"]).exits(0);
    assert!(!trap.project.path("public/markdown/de/one.md").exists());
}

#[test]
fn nothing_that_drives_a_terminal_is_printed() {
    let hostile = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\u{85}\u{8}\u{7F}\u{202E}\u{2066}";
    let escaped: String = hostile.chars().map(|c| format!("\\u{:04X}", u32::from(c))).collect();
    let trap = Trap::new();
    let project = &trap.project;
    for name in [format!("articles/x{hostile}.md"), format!("articles/y{hostile}/z.md"), format!("locales/es/w{hostile}.ftl")] {
        project.write(&name, format!("# {hostile}\n\nText {hostile}.\n"));
    }
    project.write(
        "articles/one.md",
        format!("---\ntitle: \"{escaped}\"\n---\n\nA first text {hostile}.\n\n<!-- tarjuman: {hostile} -->\n"),
    );
    let catalog = project.read("locales/es/one.ftl");
    project.write(
        "locales/es/one.ftl",
        format!("# [question] {hostile}\n# {hostile}\n{catalog}\nunknown{hostile} = {hostile}\n{hostile}\n"),
    );
    let ledger = project.read("locales/es/one.ledger.toml");
    project.write(
        "locales/es/one.ledger.toml",
        format!("{ledger}translator = \"{escaped}\"\n\n[a\"{hostile}]\nx = \"{hostile}\"\n"),
    );
    project.write("glossary/es.ftl", format!("-term = {hostile}\nbad {hostile}\n"));
    trap.run_all("control characters everywhere");
    let config = format!("{CONFIG}\"{escaped}\" = 1\n[publish.locale.\"{escaped}\"]\nstate = \"{escaped}\"\n");
    project.write("tarjuman.toml", config);
    trap.run_all("control characters in the configuration");
    project.write("tarjuman.toml", format!("source-locale = \"{hostile}\"\n"));
    trap.run_all("raw control characters in the configuration");
}

#[test]
fn no_command_starts_a_process_or_opens_a_connection_or_creates_a_file_elsewhere() {
    if !Command::new("strace").arg("-V").output().is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no strace");
        return;
    }
    let trap = Trap::new();
    let project = &trap.project;
    project.write(".git/config", "[core]\n\tfsmonitor = touch pwned\n\thooksPath = hooks\n[alias]\n\tstatus = !touch pwned\n");
    project.write(".gitattributes", "*.ftl filter=x merge=x diff=x\n");
    project.write("hooks/post-checkout", "#!/bin/sh\ntouch pwned\n");
    let log = project.outside().join("calls");
    let calls = "execve,execveat,fork,vfork,connect,socket,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,\
        link,linkat,symlink,symlinkat,chmod,fchmodat,truncate,mknod,mknodat";
    let mut seen = 0;
    for arguments in COMMANDS {
        let mut command = Command::new("strace");
        command.args(["-f", "-y", "-qq", "-s", "4096", "-e", &format!("trace={calls}"), "-o"]).arg(&log);
        command.arg(env!("CARGO_BIN_EXE_tarjuman"));
        command.args(arguments.iter().map(|part| if *part == "UNIT" { trap.unit.as_str() } else { part }));
        let output = command.current_dir(project.root()).env_clear().output().unwrap();
        assert!(output.status.code().is_some_and(|code| code <= 2), "{arguments:?}: {output:?}");
        let lines = fs::read_to_string(&log).unwrap();
        let root = project.root().canonicalize().unwrap();
        for line in lines.lines().skip(1) {
            seen += 1;
            assert!(
                !line.contains("execve") && !line.contains("fork(") && !line.contains("connect(") && !line.contains("socket("),
                "{arguments:?}: {line}"
            );
            assert!(!changes_outside(line, &root), "{arguments:?} writes elsewhere: {line}");
        }
    }
    assert!(seen > 500, "{seen} calls were seen");
    assert!(!project.path("pwned").exists());
}

/// Whether a traced call may change something that is not below `root`. Paths are absolute, or relative to a folder that strace
/// names, or to the project.
fn changes_outside(line: &str, root: &Path) -> bool {
    let is_open = line.contains(" open(") || line.contains(" openat(");
    let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| line.contains(flag));
    if is_open && !writes || line.contains("\"/dev/null\"") || line.contains("+++ ") || line.contains("--- ") {
        return false;
    }
    let root = root.to_string_lossy();
    let mut folder = String::new();
    for part in line.split_inclusive([',', '(']) {
        if let Some((_, named)) = part.split_once('<') {
            folder = named.split('>').next().unwrap_or_default().to_owned();
        }
        let Some((_, path)) = part.split_once('"') else { continue };
        let path = path.split('"').next().unwrap_or_default();
        let full = if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("{}/{path}", if folder.is_empty() { &root } else { folder.as_str() })
        };
        if !full.starts_with(&format!("{root}/")) && full != root || full.contains("/../") {
            return true;
        }
    }
    false
}

#[test]
fn a_traced_call_outside_is_recognised() {
    let root = Path::new("/p/project");
    assert!(changes_outside("1 openat(AT_FDCWD</p/project>, \"/p/x\", O_WRONLY|O_CREAT) = 3", root));
    assert!(changes_outside("1 rename(\"/p/project/a\", \"/p/b\") = 0", root));
    assert!(changes_outside("1 unlink(\"../x\") = 0", root) || changes_outside("1 unlink(\"/p/project/../x\") = 0", root));
    assert!(changes_outside("1 mkdirat(4</p>, \"x\", 0777) = 0", root));
    assert!(!changes_outside("1 openat(AT_FDCWD</p/project>, \"/etc/x\", O_RDONLY) = 3", root));
    assert!(!changes_outside("1 rename(\"/p/project/a\", \"/p/project/b\") = 0", root));
}
